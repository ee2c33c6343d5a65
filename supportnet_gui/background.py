"""Supportnet beside its window: icon, reminders, going on when the window is closed, starting with the computer.

A part of `app.py`'s wiring, in a module of its own because nothing here is needed before the window is painted.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from .core.easing import Step
from .core.trouble import Trouble
from .reminding import Reminding

if TYPE_CHECKING:
    from collections.abc import Callable

    from .core.model import Done
    from .core.store import Store
    from .desktop.autostart import AtLogin
    from .desktop.tray import Tray
    from .ui.main_window import MainWindow


class Background(QObject):
    """`window` gives the window, None while there is none; `at_login` the entry that starts it with the computer, None
    where that is not offered. `open_wanted` carries what to show: "", "today", "help" or "log".
    """

    open_wanted = Signal(str)

    def __init__(
        self,
        window: Callable[[], MainWindow | None],
        at_login: AtLogin | None,
        begun_hidden: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._at_login, self._begun_hidden = window, at_login, begun_hidden
        self._starts_at_login = at_login is not None and at_login.is_on()
        self._store: Store | None = None
        self._reminding: Reminding | None = None
        self._tray: Tray | None = None
        self._settle()

    def attach(self, store: Store) -> None:
        """The notebook is open."""
        self._store = store
        self._reminding = Reminding(store, self._window, self._make_tray, self)
        store.listeners.append(self._after_change)
        self._reminding.open_wanted.connect(self.open_wanted)
        self._settle()

    def window_came_or_went(self) -> None:
        if self._reminding is not None:
            self._reminding.window_came_or_went()

    def close(self) -> None:
        """The app ends."""
        if self._reminding is not None:
            self._reminding.close()
        if self._store is not None and self._after_change in self._store.listeners:
            self._store.listeners.remove(self._after_change)
        if self._tray is not None:
            self._tray.set_shown(False)

    # -- going on without a window ---------------------------------------------------------------------------

    @property
    def stays(self) -> bool:
        """Whether the app goes on without its window: only where somebody asked for what needs it.

        Notices need no icon. An icon alone is a way back to the window, and without one there is nothing to stay for.
        """
        return self._wants_notices or ((self._starts_at_login or self._begun_hidden) and self.has_tray)

    @property
    def has_tray(self) -> bool:
        """Whether the icon is where it can be clicked."""
        return self._tray is not None and self._tray.is_there

    @property
    def _wants_notices(self) -> bool:
        return self._reminding is not None and self._reminding.wants_notices

    def may_close(self, leaving: bool) -> bool:
        """Whether closing the window ends the app. Where it goes on instead, that is said the first time."""
        if leaving:
            return True
        if self._store is None or not self.stays:
            if not QApplication.quitOnLastWindowClosed():
                QTimer.singleShot(0, QApplication.quit)
            return True
        told = self._store.settings.get("told_that_it_stays")
        # A moment later: the window is being asked whether it may close.
        QTimer.singleShot(0, self, self._hide_window if told else self._tell_that_it_stays)
        return False

    def _hide_window(self) -> None:
        if (window := self._window()) is not None:
            window.hide()

    def _tell_that_it_stays(self) -> None:
        from .ui.staying import StayingDialog

        window, store = self._window(), self._store
        if window is None or store is None:
            return
        stays = StayingDialog(window.look, self.has_tray, window).ask()
        if stays:
            # Where it cannot be kept that it was said, it is said again.
            with suppress(Trouble):
                store.settings.set("told_that_it_stays", True)
            window.hide()
        elif stays is not None:
            QApplication.quit()

    # -- starting with the computer --------------------------------------------------------------------------

    @property
    def starts_at_login(self) -> bool:
        return self._starts_at_login

    def set_at_login(self, on: bool) -> None:
        """Raises OSError where it may not be kept."""
        assert self._at_login is not None
        self._at_login.set(on)
        self._starts_at_login = on
        self._settle()

    # -- the icon --------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Show the icon or take it away, after what it is there for may have changed."""
        wanted = self._wants_notices or self._starts_at_login or self._begun_hidden
        if wanted:
            self._make_tray()
        if self._tray is not None:
            self._tray.set_shown(wanted)
        # With an icon, closing a dialog over a hidden window is not the end; `may_close` says what is.
        QApplication.setQuitOnLastWindowClosed(not wanted)

    def _after_change(self, _done: Done | None) -> None:
        self._settle()

    def _make_tray(self) -> Tray:
        if self._tray is None:
            from .desktop.tray import Tray

            self._tray = tray = Tray(lambda: self._store is not None, self._rests, self)
            for wanted, page in (
                (tray.open_wanted, ""),
                (tray.log_wanted, "log"),
                (tray.help_wanted, "help"),
            ):
                wanted.connect(partial(self.open_wanted.emit, page))
            tray.rest_wanted.connect(self._rest)
            tray.start_again_wanted.connect(self._start_again)
            tray.quit_wanted.connect(QApplication.quit)
        return self._tray

    def _rests(self) -> bool:
        assert self._store is not None
        reminders = self._store.reminders
        pace = reminders.pace()
        for_now = pace.rest_until is not None and pace.rest_until > self._store.clock.now().date()
        return not pace.on or for_now or reminders.stands().step is Step.RESTING

    def _rest(self, days: int) -> None:
        if self._store is not None:
            today = self._store.clock.now().date()
            self._store.reminders.rest(today + timedelta(days=days) if days else None)

    def _start_again(self) -> None:
        if self._store is not None:
            self._store.reminders.start_again()
