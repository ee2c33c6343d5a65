"""Whether the screen wants quiet now: do-not-disturb, a full screen, or a lock. Only where it can be asked.

docs/reminders.md says where it can, and where it cannot. Asking starts no program and waits for none.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtGui import QGuiApplication

from .whom import Whom

if TYPE_CHECKING:
    from collections.abc import Callable

    from .session_bus import Answer, SessionBus

WINDOWS_ACCEPTS = 5
"""QUNS_ACCEPTS_NOTIFICATIONS; every other state is a full screen, a talk, quiet hours, a lock or a game."""


class Question(NamedTuple):
    """A call whose answer is yes or no."""

    whom: Whom
    method: str
    signature: str | None = None
    body: tuple[str, ...] = ()


def _property(interface: str, name: str) -> Question:
    whom = Whom(
        "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.DBus.Properties"
    )
    return Question(whom, "Get", "ss", (interface, name))


QUESTIONS = (
    # KDE Plasma says this while it is told not to disturb, which may also be during a full screen.
    _property("org.freedesktop.Notifications", "Inhibited"),
    # dunst keeps back what comes while it is paused.
    _property("org.dunstproject.cmd0", "paused"),
    # Nobody is there to see it.
    *(
        Question(Whom(path, name), "GetActive")
        for path, name in (
            ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
            ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
        )
    ),
)


class Quiet:
    """`bus` is the desktop's on Linux, None elsewhere."""

    def __init__(self, bus: SessionBus | None) -> None:
        self._bus = bus

    def ask(self, tell: Callable[[bool], None]) -> None:
        """Call `tell` with whether it is better to be quiet; False where nothing could be asked."""
        if sys.platform == "win32":
            tell(_windows_wants_quiet())
        elif self._bus is not None:
            self._ask(self._bus, 0, tell)
        else:
            tell(False)

    def _ask(self, bus: SessionBus, number: int, tell: Callable[[bool], None]) -> None:
        if number == len(QUESTIONS):
            tell(QGuiApplication.platformName() == "xcb" and _full_screen())
            return
        asked = QUESTIONS[number]
        then = partial(self._answered, bus, number, tell)
        bus.call(asked.whom, asked.method, asked.signature, asked.body, then)

    def _answered(
        self, bus: SessionBus, number: int, tell: Callable[[bool], None], answer: Answer | None
    ) -> None:
        if answer is not None and _is_yes(answer.body):
            tell(True)
        else:
            self._ask(bus, number + 1, tell)


def _is_yes(body: tuple[Any, ...]) -> bool:
    """True alone, or inside a variant, which arrives as (its type, its value)."""
    value = body[0] if body else False
    return (value[1] if isinstance(value, tuple) and len(value) == 2 else value) is True


def _full_screen() -> bool:
    from .full_screen import is_full_screen

    return is_full_screen()


def _windows_wants_quiet() -> bool:
    """What Windows answers to programs that would like to notify."""
    import ctypes

    state = ctypes.c_int(WINDOWS_ACCEPTS)
    shell: Any = ctypes.windll.shell32  # type: ignore[attr-defined,unused-ignore]
    failed = shell.SHQueryUserNotificationState(ctypes.byref(state))
    return not failed and state.value != WINDOWS_ACCEPTS
