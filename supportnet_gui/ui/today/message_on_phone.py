"""A message on its way to the phone: a code that opens it there, ready to send, or a call."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ...core import phones
from ...core.model import Act, Protocol, Supporter
from ..theme import Look
from ..widgets.qr import ShowOnPhone

if TYPE_CHECKING:
    from .idea_card import Idea

tr = QCoreApplication.translate

MOST_IN_A_CODE = 600
"""Bytes in a QR code that a phone still reads from a screen without trouble."""


_TEXT_INSTEAD = 2


def show_on_phone(look: Look, idea: Idea, message: str, region: str | None, parent: QWidget) -> None:
    """Show the code. `region` is the country whose numbers are written without a country code."""
    call = call_code(idea.person, region) if idea.suggestion.act is Act.CALL else None
    if call is not None:
        dialog = ShowOnPhone(
            look,
            call,
            idea.name,
            tr("Phone", "Point your phone's camera here. It asks you before it calls."),
            tr("Phone", "QR code for a phone camera, calls {name}").format(name=idea.name),
            parent,
        )
        dialog.add_button(tr("Phone", "Message instead")).clicked.connect(
            partial(_end, dialog, _TEXT_INSTEAD)
        )
        if dialog.exec() != _TEXT_INSTEAD:
            return
    code = text_code(idea.person, message, region)
    if len(code.encode()) > MOST_IN_A_CODE:
        _say_too_long(look, parent)
        return
    has_number = code != message
    what = (
        tr(
            "Phone",
            "Point your phone's camera here. It opens the message, and you decide whether to send it.",
        )
        if has_number
        else tr("Phone", "Point your phone's camera here. It shows the words, for you to copy.")
    )
    name = tr("Phone", "QR code for a phone camera, with the message")
    ShowOnPhone(look, code, idea.name, what, name, parent).exec()


def _end(dialog: ShowOnPhone, code: int, *_: bool) -> None:
    dialog.done(code)


def _say_too_long(look: Look, parent: QWidget) -> None:
    from ..widgets.messages import Notice

    Notice(
        look,
        tr("Phone", "This message is long"),
        tr("Phone", "It is too long for a picture that a phone can read. You could copy it instead."),
        parent,
    ).show_it()


def call_code(person: Supporter | None, region: str | None) -> str | None:
    """What a code holds that calls somebody; None without a number."""
    number = _number(person, (Protocol.CALL, Protocol.TEXT))
    return phones.tel_link(number, region) if number else None


def text_code(person: Supporter | None, message: str, region: str | None) -> str:
    """What a code holds that opens a message, ready to send; without a number the words alone."""
    number = _number(person, (Protocol.TEXT, Protocol.CALL))
    link = phones.sms_link(number, region) if number else None
    return f"{link}{message}" if link else message


def _number(person: Supporter | None, protocols: tuple[Protocol, ...]) -> str:
    """The number to use: of the first protocol there is, the preferred one."""
    for protocol in protocols:
        found = [one for one in (person.channels if person else ()) if one.protocol is protocol]
        if found:
            return max(found, key=lambda one: one.preferred).value
    return ""
