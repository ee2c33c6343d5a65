"""Notices of the system: one at a time, never a pile.

On Linux they go over the desktop's bus, because a tray icon's messages carry no buttons there (docs/decisions/0010).
Elsewhere, and where nobody on the bus shows notices, the tray icon shows them without buttons.
"""

from __future__ import annotations

import os
from functools import partial
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ..core.paths import APPLICATION_ID, resources
from .whom import Whom

if TYPE_CHECKING:
    from collections.abc import Callable

    from .session_bus import Answer, Heard, SessionBus

OPEN = "open"
"""The answer that every notice has; a click on the notice itself says the same."""
CLICKED = "default"
"""What desktops call that click."""
NORMAL = 1
AS_LONG_AS_USUAL = -1


class Notice(NamedTuple):
    """`which` is the reminder; `answers` are (what, its words), OPEN first. Words are plain text."""

    which: str
    title: str
    text: str
    answers: tuple[tuple[str, str], ...]


class Notices(QObject):
    """`chosen` tells which reminder was answered, and how. A notice that goes by itself changes nothing."""

    chosen = Signal(str, str)

    def show(self, notice: Notice) -> None:
        """Show it, in place of the one before."""
        raise NotImplementedError

    def withdraw(self) -> None:
        """Take away what is shown: it was answered elsewhere, or its day is over."""


class TrayNotices(Notices):
    """Through the tray icon: `message(title, text)` shows one. Nothing tells which was clicked, so it is the last."""

    def __init__(self, message: Callable[[str, str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._message = message
        self._which = ""

    def show(self, notice: Notice) -> None:
        self._which = notice.which
        self._message(notice.title, notice.text)

    def clicked(self) -> None:
        """To be called when the tray's message was clicked."""
        self.chosen.emit(self._which, OPEN)


class BusNotices(Notices):
    """Through the desktop's notification server, with buttons where it has them."""

    def __init__(self, bus: SessionBus, otherwise: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whom = Whom("/org/freedesktop/Notifications", "org.freedesktop.Notifications")
        self._bus, self._otherwise = bus, otherwise
        self._which = ""
        self._shown: tuple[str, int] | None = None
        bus.heard.connect(self._heard)
        otherwise.chosen.connect(self.chosen)

    def show(self, notice: Notice) -> None:
        # Asked each time: another server may have come. Each can do other things.
        self._bus.call(self._whom, "GetCapabilities", None, (), partial(self._show_to, notice), start_it=True)

    def withdraw(self) -> None:
        if self._shown is not None:
            number, self._shown = self._shown[1], None
            self._bus.call(self._whom, "CloseNotification", "u", (number,), _nothing)

    def _show_to(self, notice: Notice, answer: Answer | None) -> None:
        if answer is None:
            self._otherwise.show(notice)
            return
        self._bus.listen(self._whom)
        abilities = set(answer.body[0])
        text = escape(notice.text, quote=False) if "body-markup" in abilities else notice.text
        actions = list(_pairs(notice.answers)) if "actions" in abilities else []
        before = self._shown[1] if self._shown is not None and self._shown[0] == answer.sender else 0
        hints = {"urgency": ("y", NORMAL), "desktop-entry": ("s", APPLICATION_ID)}
        picture = str(resources() / "icons" / "supportnet.svg")
        body = ("Supportnet", before, picture, notice.title, text, actions, hints, AS_LONG_AS_USUAL)
        self._bus.call(self._whom, "Notify", "susssasa{sv}i", body, partial(self._is_shown, notice))

    def _is_shown(self, notice: Notice, answer: Answer | None) -> None:
        if answer is None:
            self._otherwise.show(notice)
            return
        self._which = notice.which
        self._shown = answer.sender, answer.body[0]

    def _heard(self, told: Heard) -> None:
        """Only about our own notice: some servers tell everybody about everyone's, and a new one counts anew."""
        if self._shown is None or not told.body or (told.sender, told.body[0]) != self._shown:
            return
        if told.member == "ActivationToken":
            # With this a Wayland desktop lets our window come forward; Qt reads it from there.
            os.environ["XDG_ACTIVATION_TOKEN"] = told.body[1]
        elif told.member == "ActionInvoked":
            # Not every server takes it away by itself.
            self.withdraw()
            self.chosen.emit(self._which, OPEN if told.body[1] == CLICKED else told.body[1])


def _pairs(answers: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Keys and words one after another, as servers read them; a click on the notice opens as well."""
    opening = next(words for what, words in answers if what == OPEN)
    return (CLICKED, opening, *(part for answer in answers for part in answer))


def _nothing(_answer: Answer | None) -> None:
    """Nobody waits for this answer."""
