"""Reminders at their time, in Today or as a notice of the system, and what is answered on a notice.

A part of `app.py`'s wiring, in a module of its own because nothing here is needed before the window is painted.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from . import reminder_words, suggestion_words, words
from .core.model import CheckIn
from .core.nudge_model import How, NudgeKind
from .core.trouble import Code, Trouble
from .desktop.ticker import Ticker
from .ui.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Callable

    from .core.model import Done
    from .core.store import Store
    from .core.store.reminder_queries import Shown
    from .desktop.notices import Notice, Notices
    from .desktop.quiet import Quiet
    from .desktop.session_bus import SessionBus
    from .desktop.tray import Tray
    from .ui.main_window import MainWindow

tr = QCoreApplication.translate

OPEN, LATER, TALKED = "open", "later", "talked"
"""What a person can say on a notice."""


class Reminding(QObject):
    """`window` gives the window, None while there is none; `tray` the icon, where the system shows notices of icons."""

    open_wanted = Signal(str)

    def __init__(
        self,
        store: Store,
        window: Callable[[], MainWindow | None],
        tray: Callable[[], Tray],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._window, self._tray = store, window, tray
        self._bus: SessionBus | None = None
        self._notices: Notices | None = None
        self._quiet: Quiet | None = None
        self._noticed = ""
        # Kept at hand: a window that closes asks for it, whatever state the file is in.
        self.wants_notices = self._are_notices_wanted()
        self._ticker = Ticker(store, self._way, self._ask_quiet, self._show, self)
        self._ticker.new_day.connect(self._new_day)
        store.listeners.append(self._after_change)
        # Reading a large notebook takes a tenth of a second: in slices, before the first look.
        self._warming = Slices(store.candidates.warm(), self)
        for ended in (self._warming.finished, self._warming.failed):
            ended.connect(self._start)
        self._warming.start()

    def _start(self, _outcome: object) -> None:
        self._ticker.start()

    def window_came_or_went(self) -> None:
        """A reminder may be seen in the window now, or no more."""
        QTimer.singleShot(0, self._ticker, self._ticker.look_anew)

    def close(self) -> None:
        """The app ends: nobody would hear a notice's buttons."""
        self._warming.cancel()
        self._ticker.stop()
        if self._after_change in self._store.listeners:
            self._store.listeners.remove(self._after_change)
        self._take_notice_away()
        if self._bus is not None:
            self._bus.close()

    def _are_notices_wanted(self) -> bool:
        return bool(self._store.settings.get("reminders_as_notices"))

    # -- showing ---------------------------------------------------------------------------------------------

    def _way(self, kind: NudgeKind) -> How | None:
        """How a reminder could be shown now. Who has the window before them needs no notice."""
        window = self._window()
        seen = window is not None and window.isVisible() and not window.isMinimized()
        active = seen and QApplication.activeWindow() is not None
        if self.wants_notices and not active and kind is not NudgeKind.RESTING:
            return How.NOTIFICATION
        return How.TODAY if seen else None

    def _ask_quiet(self, tell: Callable[[bool], None]) -> None:
        self._connect()
        assert self._quiet is not None
        self._quiet.ask(tell)

    def _show(self, shown: Shown) -> None:
        """A reminder is kept as shown: now show it."""
        if shown.how is How.NOTIFICATION:
            self._connect()
            assert self._notices is not None
            self._noticed = shown.id
            self._notices.show(self._notice(shown))
        self._read_again()

    def _notice(self, shown: Shown) -> Notice:
        """Its words: discreet, or with the name where that was allowed."""
        from .desktop.notices import Notice

        title = reminder_words.notice_title()
        opening, later = (OPEN, tr("reminding", "Open")), (LATER, tr("reminding", "Another time"))
        who = self._store.people.get(shown.supporter) if shown.supporter is not None else None
        if who is None or not self._store.settings.get("reminders_with_names"):
            return Notice(shown.id, title, reminder_words.discreet(shown.kind), (opening, later))
        text = reminder_words.with_name(
            shown.kind,
            words.short(who.name),
            who.kind,
            shown.for_day,
            self._store.clock.now().date(),
            shown.special,
            shown.meeting,
        )
        talked = (TALKED, suggestion_words.talked(who.kind))
        return Notice(shown.id, title, text, (opening, talked, later))

    def _connect(self) -> None:
        """Find the way to the system's notices; only when the first is wanted."""
        if self._notices is not None:
            return
        from .desktop.notices import BusNotices, TrayNotices
        from .desktop.quiet import Quiet

        tray = self._tray()
        by_tray = TrayNotices(tray.message, self)
        tray.message_clicked.connect(by_tray.clicked)
        self._notices = by_tray
        if sys.platform == "linux":
            from .desktop.session_bus import SessionBus

            self._bus = SessionBus(self)
            self._notices = BusNotices(self._bus, by_tray, self)
        self._quiet = Quiet(self._bus)
        self._notices.chosen.connect(self._chosen)

    # -- answers, and the end of a notice --------------------------------------------------------------------

    def _chosen(self, which: str, what: str) -> None:
        """A button of a notice. What was answered elsewhere, or is over, needs nothing more."""
        if what == OPEN:
            self.open_wanted.emit("today")
            return
        shown = self._store.reminders.shown()
        if shown is None or shown.id != which:
            return
        try:
            if what == LATER:
                self._store.reminders.later(which)
            elif what == TALKED and shown.supporter is not None:
                today = self._store.clock.now().date()
                self._store.reminders.logged(which, CheckIn(people=(shown.supporter,), on=today))
        except Trouble as trouble:
            if trouble.code is not Code.NOT_THERE:
                # Said where it can be read, with the reminder there to answer.
                self.open_wanted.emit("today")
                raise

    def _after_change(self, _done: Done | None) -> None:
        """Take the notice away once it was answered elsewhere."""
        self.wants_notices = self._are_notices_wanted()
        if self._noticed:
            shown = self._store.reminders.shown()
            if shown is None or shown.id != self._noticed:
                self._take_notice_away()

    def _new_day(self) -> None:
        """What was shown is over: the notice goes, and so does the card."""
        self._take_notice_away()
        self._read_again()

    def _take_notice_away(self) -> None:
        if self._noticed and self._notices is not None:
            self._noticed = ""
            self._notices.withdraw()

    def _read_again(self) -> None:
        window = self._window()
        if window is not None and window.isVisible():
            window.read_again()
