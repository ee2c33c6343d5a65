"""The only wiring of the desktop app: folder, clock, window, database, second starts.

The window is painted first; the database is opened right after, in a thread, because importing what opens it
takes longer than a person should wait for the first sight of the window.
"""

from __future__ import annotations

import gc
import sys
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from . import language
from .core.paths import APPLICATION_ID
from .core.preferences import PreferencesFile
from .core.trouble import Trouble
from .desktop.single_instance import SingleInstance
from .ui import theme
from .ui.main_window import MainWindow
from .ui.theme import Look

if TYPE_CHECKING:
    from types import TracebackType

    from .clock import Clock
    from .core.paths import Places
    from .core.store import Store

POLL_MILLISECONDS = 1000
"""How often another process's changes are looked for."""
WARM_MILLISECONDS = 400


class App(QObject):
    """One running desktop app. `run` shows the window and returns the exit code."""

    _opened = Signal(object)
    _failed = Signal(object)

    def __init__(self, places: Places, clock: Clock, demo: bool = False, page: str = "") -> None:
        super().__init__()
        self._places, self._clock, self._demo, self._first_page = places, clock, demo, page
        self._preferences = PreferencesFile(places.preferences)
        self._store: Store | None = None
        self._window: MainWindow | None = None
        self._leaving: MainWindow | None = None
        self._instance = SingleInstance(places, self)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MILLISECONDS)
        self._poll.timeout.connect(self._look_for_changes)
        self._opened.connect(self._attach)
        self._failed.connect(self._not_open)

    def run(self, application: QApplication) -> int:
        """Show the window, or bring the one that is open forward."""
        if not self._instance.claim():
            if self._instance.raise_first(self._first_page):
                return 0
            print(QCoreApplication.translate("app", "Supportnet is already open."), file=sys.stderr)
            return 1
        sys.excepthook = self._fault
        qInstallMessageHandler(_quiet)
        self._make_window(self._first_page)
        code = application.exec()
        self._close()
        return code

    def _end(self, *_: object) -> None:
        """The system or the terminal asks the app to go: as if the window were closed."""
        QApplication.quit()

    # -- the window ------------------------------------------------------------------------------------------

    def _make_window(self, page: str) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        now = self._preferences.now
        look = Look(theme.tokens_for(now.theme), now.text_size, now.reduced_motion)
        theme.apply(application, look)
        window = MainWindow(look, self._preferences, self._clock)
        window.rebuild.connect(self._rebuild_later)
        window.try_again.connect(self._open)
        if self._window is None:
            window.painted.connect(self._first_paint)
        self._window = window
        if page:
            self._go(page)
        window.show()

    def _rebuild_later(self) -> None:
        """Not at once: the button that was clicked is still at work."""
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        old = self._window
        assert old is not None
        page = old.current
        old.keep_place()
        old.detach()
        self._make_window("")
        assert self._window is not None
        if self._store is not None:
            self._window.attach(self._store)
        elif old.trouble is not None:
            self._window.show_trouble(old.trouble)
        self._window.show_page(page)
        old.hide()
        old.deleteLater()
        # Held until Qt has deleted it: Python must not do so in the middle of its last events.
        self._leaving = old

    def _go(self, page: str) -> None:
        window = self._window
        assert window is not None
        if page == "help":
            window.help_right_now()

    def _come_forward(self, page: str) -> None:
        """The app was started a second time."""
        window = self._window
        assert window is not None
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        self._go(page)

    # -- the database ----------------------------------------------------------------------------------------

    def _first_paint(self) -> None:
        QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        import signal

        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, self._end)
        Thread(target=self._open_in_thread, name="open", daemon=True).start()

    def _open_in_thread(self) -> None:
        """Import and open; the result comes to the window's thread as a signal."""
        try:
            from .core.store import Store
            from .core.vault import open_vault

            store = Store(open_vault(self._places), self._clock)
            if self._demo:
                from .core.demo import fill

                fill(store)
            store.today.read_ahead()
            self._opened.emit(store)
        except BaseException as error:  # noqa: BLE001  (raised again in the window's thread)
            self._failed.emit(error)

    def _attach(self, store: Store) -> None:
        """The database is open."""
        assert self._window is not None
        self._store = store
        self._window.attach(store)
        self._settle()

    def _not_open(self, error: BaseException) -> None:
        """The database could not be opened: a Trouble is shown in place of the pages."""
        assert self._window is not None
        self._settle()
        if not isinstance(error, Trouble):
            raise error
        self._window.show_trouble(error)

    def _settle(self) -> None:
        """Once, after the first try to open."""
        if not self._poll.isActive():
            gc.freeze()
            gc.enable()
            self._poll.start()
            QTimer.singleShot(WARM_MILLISECONDS, self, self._when_idle)

    def _when_idle(self) -> None:
        """What can wait until the person has something to look at."""
        self._instance.listen(self._come_forward)
        if self._window is not None:
            self._window.warm()
            # Nothing stands in the way of somebody who came for help.
            if self._preferences.damaged and self._window.current != "help":
                self._window.tell_preferences_damaged()

    def _look_for_changes(self) -> None:
        if self._store is not None:
            self._store.poll()

    def _close(self) -> None:
        self._poll.stop()
        if self._store is not None:
            self._store.close()
        if self._window is not None:
            self._window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # -- faults ----------------------------------------------------------------------------------------------

    def _fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A Trouble gets its sentence; anything else a line in the log and a dialog, both without data."""
        from .core.vault import explain

        window = self._window
        if window is not None and (trouble := explain(error)) is not None:
            window.tell(trouble)
            return
        from . import report
        from .ui.error_dialog import ErrorDialog

        details = report.details(kind, trace)
        report.write(self._places.log, details)
        if window is None:
            line = QCoreApplication.translate(
                "app",
                "Supportnet could not start. Nothing was changed. The log in its folder says where.",
            )
            print(line, file=sys.stderr)
            return
        ErrorDialog(window.look, details, QApplication.activeModalWidget() or window).exec()


def run_window(places: Places, clock: Clock, demo: bool, page: str) -> int:
    """Start Qt and the app. Returns the exit code."""
    QCoreApplication.setApplicationName("Supportnet")
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    application = QApplication([*sys.argv[:1], "-style", "fusion"])
    language.install(application)
    return App(places, clock, demo, page).run(application)


def _quiet(*_: object) -> None:
    """Qt's own warnings name links and files, and a desktop keeps what programs print: none of it is written."""
