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

    from .background import Background
    from .clock import Clock
    from .core.paths import Places
    from .core.store import Store

POLL_MILLISECONDS = 1000
"""How often another process's changes are looked for."""
WARM_MILLISECONDS = 400
WAIT_FOR_TRAY_MILLISECONDS = 60_000


class App(QObject):
    """One running desktop app, which with `hidden` starts without its window. `run` returns the exit code."""

    _opened = Signal(object)
    _failed = Signal(object)

    def __init__(
        self, places: Places, clock: Clock, demo: bool = False, page: str = "", hidden: bool = False
    ) -> None:
        super().__init__()
        self._hidden = hidden
        self._trouble: Trouble | None = None
        self._background: Background | None = None
        self._settled = False
        self._ending: QObject | None = None
        self._places, self._clock, self._demo, self._first_page = places, clock, demo, page
        self._preferences = PreferencesFile(places.preferences)
        self._store: Store | None = None
        self._open_store: Store | None = None
        self._opening: Thread | None = None
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
            if self._hidden or self._instance.raise_first(self._first_page):
                return 0
            print(QCoreApplication.translate("app", "Supportnet is already open."), file=sys.stderr)
            return 1
        sys.excepthook = self._fault
        qInstallMessageHandler(_quiet)
        if self._hidden:
            QTimer.singleShot(0, self, self._begin_hidden)
        else:
            self._make_window(self._first_page)
        code = application.exec()
        self._close()
        return code

    # -- without a window ------------------------------------------------------------------------------------

    def _begin_hidden(self) -> None:
        """Started with the computer: the icon at once, the notebook after it, a window only when it is wanted."""
        self._instance.listen(self._come_forward)
        self._apply_look()
        self._beside_window()
        self._open()
        # A desktop that is just starting may bring its tray later than its programs.
        QTimer.singleShot(WAIT_FOR_TRAY_MILLISECONDS, self, self._say_without_tray)

    def _say_without_tray(self) -> None:
        background = self._beside_window()
        if self._window is not None or background.has_tray:
            return
        print(
            QCoreApplication.translate(
                "app", "There is no tray here for an icon. To see Supportnet, start it once more."
            ),
            file=sys.stderr,
        )
        if not background.stays:
            QApplication.quit()

    def _beside_window(self) -> Background:
        """Tray, notices and ticker, made when first wanted."""
        if self._background is None:
            from .background import Background
            from .desktop.autostart import at_login

            entry = None if self._demo else at_login(self._places)
            self._background = Background(lambda: self._window, entry, self._hidden, self)
            self._background.open_wanted.connect(self._come_forward)
            if self._store is not None:
                self._background.attach(self._store)
        return self._background

    def _at_login(self) -> Background | None:
        """The switch for starting with the computer; a made-up network has none."""
        return None if self._demo else self._beside_window()

    def _may_close(self) -> bool:
        """Whether closing the window ends the app."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        leaving = getattr(application, "leaving", False) or application.isSavingSession()
        return self._background is None or self._background.may_close(leaving)

    # -- the window ------------------------------------------------------------------------------------------

    def _make_window(self, page: str) -> MainWindow:
        look = self._apply_look()
        window = MainWindow(look, self._preferences, self._clock)
        window.rebuild.connect(self._rebuild_later)
        window.try_again.connect(self._open)
        window.came_or_went.connect(self._came_or_went)
        window.may_close, window.at_login = self._may_close, self._at_login
        if self._window is None and not self._hidden:
            window.painted.connect(self._first_paint)
        self._window = window
        if page:
            self._go(page)
        window.show()
        return window

    def _apply_look(self) -> Look:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        now = self._preferences.now
        look = Look(theme.tokens_for(now.theme), now.text_size, now.reduced_motion)
        theme.apply(application, look)
        return look

    def _rebuild_later(self) -> None:
        """Not at once: the button that was clicked is still at work."""
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        old = self._window
        assert old is not None
        page = old.current
        old.keep_place()
        old.detach()
        window = self._make_window("")
        self._fill_window(window)
        window.show_page(page)
        old.hide()
        old.deleteLater()
        # Held until Qt has deleted it: Python must not do so in the middle of its last events.
        self._leaving = old

    def _fill_window(self, window: MainWindow) -> None:
        """Show what is in the notebook, or why it did not open."""
        if self._store is not None:
            window.attach(self._store)
        elif self._trouble is not None:
            window.show_trouble(self._trouble)

    def _go(self, page: str) -> None:
        window = self._window
        assert window is not None
        if page == "help":
            window.help_right_now()
        elif page == "today":
            window.show_page("today")
        elif page == "log":
            window.log_check_in()

    def _come_forward(self, page: str) -> None:
        """The app was started a second time, or asked for in the tray or on a notice."""
        window = self._window
        if window is None:
            window = self._make_window("")
            self._fill_window(window)
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        # A dialog that is open keeps its place; help comes over it.
        if page == "help" or QApplication.activeModalWidget() is None:
            self._go(page)

    def _came_or_went(self) -> None:
        """Another process's changes matter while there is something to see, and at once when there is again."""
        window = self._window
        if window is not None and window.isVisible() and self._settled:
            self._poll.start()
            self._look_for_changes()
        elif window is not None and not window.isVisible():
            self._poll.stop()
        if self._background is not None:
            self._background.window_came_or_went()

    # -- the database ----------------------------------------------------------------------------------------

    def _first_paint(self) -> None:
        QTimer.singleShot(0, self, self._open)

    def _open(self) -> None:
        if self._ending is None:
            from .desktop.ending import Ending

            # As if Quit were chosen.
            self._ending = Ending(QApplication.quit, self)
        self._opening = Thread(target=self._open_in_thread, name="open", daemon=True)
        self._opening.start()

    def _open_in_thread(self) -> None:
        """Import and open; the result comes to the window's thread as a signal."""
        try:
            from .core.store import Store
            from .core.vault import open_vault

            store = self._open_store = Store(open_vault(self._places), self._clock)
            if self._demo:
                from .core.demo import fill

                fill(store)
            store.today.read_ahead()
            self._opened.emit(store)
        except BaseException as error:  # noqa: BLE001  (raised again in the window's thread)
            self._failed.emit(error)

    def _attach(self, store: Store) -> None:
        """The database is open."""
        self._store, self._trouble = store, None
        if self._window is not None:
            self._window.attach(store)
        if self._background is not None:
            self._background.attach(store)
        self._settle()

    def _not_open(self, error: BaseException) -> None:
        """The database could not be opened: a Trouble is shown in place of the pages."""
        self._settle()
        if not isinstance(error, Trouble):
            raise error
        self._trouble = error
        if self._window is not None:
            self._window.show_trouble(error)

    def _settle(self) -> None:
        """Once, after the first try to open."""
        if not self._settled:
            self._settled = True
            gc.freeze()
            gc.enable()
            if self._window is not None and self._window.isVisible():
                self._poll.start()
            QTimer.singleShot(WARM_MILLISECONDS, self, self._when_idle)

    def _when_idle(self) -> None:
        """What can wait until the person has something to look at."""
        if not self._hidden:
            self._instance.listen(self._come_forward)
        self._beside_window()
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
        if self._background is not None:
            self._background.close()
        if self._opening is not None:
            # Asked to end while the notebook was being opened: it is still closed as it should be.
            self._opening.join()
        if self._open_store is not None:
            self._open_store.close()
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
        if window is None and not self._hidden:
            line = QCoreApplication.translate(
                "app",
                "Supportnet could not start. Nothing was changed. The log in its folder says where.",
            )
            print(line, file=sys.stderr)
        if window is None:
            return
        ErrorDialog(window.look, details, QApplication.activeModalWidget() or window).exec()


class Application(QApplication):
    """Knows that the app is to end, by Quit or by the system, before its window is asked to close."""

    leaving = False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Quit:
            self.leaving = True
        return super().event(event)


def run_window(places: Places, clock: Clock, demo: bool, page: str, hidden: bool = False) -> int:
    """Start Qt and the app. Returns the exit code."""
    QCoreApplication.setApplicationName("Supportnet")
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    application = Application([*sys.argv[:1], "-style", "fusion"])
    language.install(application)
    return App(places, clock, demo, page, hidden).run(application)


def _quiet(*_: object) -> None:
    """Qt's own warnings name links and files, and a desktop keeps what programs print: none of it is written."""
