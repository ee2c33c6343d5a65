"""One way to reach somebody, and what can be done with it on this computer or on a phone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import quote, urlsplit

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ... import words
from ...core import phones
from ...core.model import Channel, Protocol
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.long_text import LongText, softened
from ..widgets.qr import ShowOnPhone
from ..widgets.text import Text

tr = QCoreApplication.translate

MOST_IN_A_CODE = 600
"""Bytes in a QR code that a phone still reads from a screen without trouble."""

_ICONS = {
    Protocol.CALL: "call",
    Protocol.TEXT: "message",
    Protocol.EMAIL: "mail",
    Protocol.SIGNAL: "message",
    Protocol.WHATSAPP: "message",
    Protocol.WEB: "web",
    Protocol.ADDRESS: "address",
    Protocol.OTHER: "other",
}
_NUMBERS = (Protocol.CALL, Protocol.TEXT, Protocol.SIGNAL, Protocol.WHATSAPP)


def mail_link(value: str) -> str | None:
    """A link that begins a mail to an address as typed and holds nothing else; None for no address."""
    address = value.strip()
    before, _, after = address.rpartition("@")
    if not before or not after or not address.isprintable() or " " in address:
        return None
    return "mailto:" + quote(address, safe="@")


def web_link(value: str) -> str | None:
    """The link as typed, where it names a web page in full and is short enough to be read first."""
    address = value.strip()
    # Invisible characters could make a link read as another one.
    if not address.isprintable() or " " in address or len(address) > MOST_IN_A_CODE:
        return None
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname)
    except ValueError:
        return None
    return address if named and parts.scheme.lower() in ("http", "https") else None


def code_for(channel: Channel, region: str | None) -> str | None:
    """What a QR code for a phone holds: a call, a new message, a mail or a web page; None where none fits."""
    link: str | None = None
    if channel.protocol is Protocol.TEXT:
        link = phones.sms_link(channel.value, region)
    elif channel.protocol in _NUMBERS:
        link = phones.tel_link(channel.value, region)
    elif channel.protocol is Protocol.EMAIL:
        link = mail_link(channel.value)
    elif channel.protocol is Protocol.WEB:
        link = web_link(channel.value)
    return link if link is not None and len(link.encode()) <= MOST_IN_A_CODE else None


def _may_have_code(channel: Channel) -> bool:
    """The same without the telephone library, whose import takes longer than painting a page."""
    if channel.protocol in _NUMBERS:
        return _has_digit(channel.value)
    return code_for(channel, None) is not None


def _has_digit(value: str) -> bool:
    return any(c.isdigit() for c in value)


def _code_words(protocol: Protocol) -> str:
    if protocol is Protocol.TEXT:
        return tr("People", "Point your phone's camera here. It offers to write a message to this number.")
    if protocol is Protocol.CALL:
        return tr("People", "Point your phone's camera here. It asks you before it calls.")
    if protocol is Protocol.EMAIL:
        return tr("People", "Point your phone's camera here. It offers to write an email.")
    if protocol is Protocol.WEB:
        return tr("People", "Point your phone's camera here. It offers to open this page.")
    return tr("People", "Point your phone's camera here. It shows the number, for you to copy.")


class Way(Card):
    """A way to reach somebody: the value as it was typed, and buttons. What a button did is said under it."""

    def __init__(
        self,
        look: Look,
        channel: Channel,
        region: Callable[[], str | None],
        open_url: Callable[[QUrl], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "quote", parent, 12)
        self._look, self._channel, self._region, self._open_url = look, channel, region, open_url
        self.body.setSpacing(look.px(2))
        self.value = LongText(look, channel.value, "strong", MOST_IN_A_CODE)
        self.said = Text(look, "", "small")
        self.said.hide()
        self.body.addLayout(self._top())
        self.buttons = Flow(gap=look.px(4))
        self._add_buttons()
        self.body.addWidget(self.buttons)
        self.body.addWidget(self.said)

    def _top(self) -> QHBoxLayout:
        look, channel = self._look, self._channel
        icon = QLabel()
        icon.setPixmap(look.pixmap(_ICONS[channel.protocol], "ink2", 18))
        about = [channel.label or words.protocol(channel.protocol)]
        if channel.label and channel.protocol not in (Protocol.CALL, Protocol.ADDRESS, Protocol.OTHER):
            about.insert(0, words.protocol(channel.protocol))
        if channel.preferred:
            about.append(tr("People", "best way"))
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.value)
        column.addWidget(Text(look, softened(" · ".join(about)), "small"))
        row.addLayout(column, 1)
        return row

    def _add_buttons(self) -> None:
        channel, value = self._channel, self._channel.value
        self._add(tr("People", "Copy"), "copy", self._copy)
        if channel.protocol is Protocol.EMAIL and (mail := mail_link(value)):
            self._add(tr("People", "Write an email"), "mail", partial(self._open, mail))
        if channel.protocol is Protocol.WEB and (page := web_link(value)):
            self._add(tr("People", "Open link"), "web", partial(self._open, page))
        if _may_have_code(channel):
            self._add(tr("People", "Show on phone"), "phone", self._show_on_phone)
        if channel.protocol is Protocol.CALL and _has_digit(value):
            self._add(tr("People", "Call from here"), "call", self._call)

    def _add(self, text: str, icon: str, act: Callable[[], None]) -> None:
        button = Button(self._look, text, "quiet", icon)
        button.setAccessibleName(
            tr("People", "{action}: {value}").format(
                action=text, value=words.short(" ".join(self._channel.value.split()))
            )
        )
        button.clicked.connect(partial(_do, act))
        self.buttons.add(button)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._channel.value)
        self._say(tr("People", "Copied."))

    def _open(self, link: str) -> None:
        url = QUrl(link)
        if url.isValid() and self._open_url(url):
            self._say(tr("People", "Another program is opening."))
        elif _may_have_code(self._channel):
            self._say(
                tr("People", "Nothing opened on this computer. You could copy it, or show it on your phone.")
            )
        else:
            self._say(tr("People", "Nothing opened on this computer. You could copy it instead."))

    def _call(self) -> None:
        link = phones.tel_link(self._channel.value, self._region())
        if link is None:
            self._say(_no_number())
        else:
            self._open(link)

    def _show_on_phone(self) -> None:
        code = code_for(self._channel, self._region())
        if code is None:
            self._say(_no_number())
            return
        ShowOnPhone(
            self._look,
            code,
            softened(words.short(self._channel.value, 200)),
            _code_words(self._channel.protocol),
            tr("People", "QR code for a phone camera"),
            self,
        ).exec()

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
        announce(self, sentence)


def _no_number() -> str:
    return tr("People", "This could not be read as one number. You could copy it instead.")


def _do(act: Callable[[], None]) -> None:
    act()
