"""How an entry is reached: the numbers and pages of its services, and ways that a person added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ... import crisis_words, resource_words, words
from ...core.content import Names, Service
from ...core.content.library_links import own_link
from ...core.content.library_model import Link, LinkKind
from ...core.resource_model import OwnChannel
from ..crisis.number import Feedback, Holder, NumberLine, number_buttons
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.long_text import LongText, softened
from ..widgets.qr import ShowOnPhone
from ..widgets.text import Text

tr = QCoreApplication.translate

OpenUrl = Callable[[QUrl], bool]
SCHEMES = ("https", "tel", "sms", "mailto")
"""What may be opened, and only after a click."""
MOST_IN_A_CODE = 600
"""Bytes in a QR code that a phone still reads from a screen without trouble."""
_ICONS = {LinkKind.CALL: "call", LinkKind.TEXT: "message", LinkKind.MAIL: "mail", LinkKind.WEB: "web"}


class ServiceCard(Holder):
    """A service: where it is for, its numbers, its hours by its own clock, what it costs, its pages.

    `beside` is the line to name with one that is not for a crisis.
    """

    def __init__(
        self,
        look: Look,
        names: Names,
        service: Service,
        beside: Service | None,
        now: datetime,
        open_url: OpenUrl,
        title: str = "",
    ) -> None:
        super().__init__(look, "quote")
        self.setAccessibleName(service.name)
        self._look, self._open_url = look, open_url
        self.body.setSpacing(look.px(6))
        self._feedback = Feedback(look)
        place = resource_words.where(names, service)
        if service.name != title:
            self.body.addWidget(Text(look, service.name, "strong"))
        self.body.addWidget(Text(look, place, "small"))
        for number, way in enumerate(service.ways):
            self.body.addWidget(NumberLine(look, way, "heading", f"{place}:"))
            if number == 0 and service.menu:
                self.body.addWidget(Text(look, service.menu, "strong"))
            if way.label:
                self.body.addWidget(Text(look, way.label, "quiet"))
            self.body.addWidget(Flow(*number_buttons(look, way, place, self._feedback), gap=look.px(8)))
        self._add_words(service, beside, now, shown_what=service.name == title)
        self._add_pages(service)
        self.body.addWidget(self._feedback)

    def _add_words(
        self, service: Service, beside: Service | None, now: datetime, *, shown_what: bool
    ) -> None:
        look = self._look
        if beside is not None and beside.ways:
            text = tr("resources", "Not for a crisis. In a crisis, {name}: {line}.")
            line = crisis_words.line(beside.ways[0])
            self.body.addWidget(Text(look, text.format(name=beside.name, line=line)))
        if opening := crisis_words.opening(service, now):
            self.body.addWidget(Text(look, opening, "strong"))
        facts = (crisis_words.hours(service), resource_words.costs(service))
        about = ("" if shown_what else service.for_whom, service.expect)
        for parts in (facts, about):
            if text := " ".join(filter(None, parts)):
                self.body.addWidget(Text(look, text))

    def _add_pages(self, service: Service) -> None:
        pages = [(service.chat.value, tr("resources", "Chat page"))] if service.chat else []
        if service.page:
            pages.append((service.page, tr("resources", "Page")))
        for address, what in pages:
            link = Link(LinkKind.WEB, resource_words.shown_address(address), address, label=what)
            self.body.addWidget(LinkRow(self._look, link, service.name, self._open_url))


class LinkRow(QWidget):
    """A link as one reads it, and under it: open, copy, show on phone. What a button did is said below."""

    def __init__(self, look: Look, link: Link, name: str, open_url: OpenUrl) -> None:
        super().__init__()
        self._look, self._link, self._open_url = look, link, open_url
        self.feedback = Feedback(look)
        top = QHBoxLayout()
        top.setSpacing(look.px(8))
        icon = QLabel()
        icon.setPixmap(look.pixmap(_ICONS[link.kind], "ink2", 18))
        top.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words_ = QVBoxLayout()
        words_.setSpacing(0)
        words_.addWidget(LongText(look, link.shown, "strong", MOST_IN_A_CODE))
        if link.label:
            words_.addWidget(Text(look, softened(link.label), "small"))
        top.addLayout(words_, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addLayout(top)
        below = QVBoxLayout()
        below.setContentsMargins(look.px(18), 0, 0, 0)
        below.setSpacing(look.px(2))
        below.addWidget(self._buttons(name))
        below.addWidget(self.feedback)
        column.addLayout(below)

    def _buttons(self, name: str) -> Flow:
        link = self._link
        opens = {
            LinkKind.CALL: tr("resources", "Call from here"),
            LinkKind.TEXT: tr("resources", "Write from here"),
            LinkKind.MAIL: tr("resources", "Write an email"),
            LinkKind.WEB: tr("resources", "Open the page"),
        }
        flow = Flow(gap=self._look.px(4))
        copy = (tr("resources", "Copy"), self._copy)
        show = (tr("resources", "Show on phone"), self._show)
        # A computer opens pages and mails well; numbers are better copied, or shown to a phone.
        first = (opens[link.kind], self._open)
        numbers = link.kind in (LinkKind.CALL, LinkKind.TEXT)
        for words_, act in (copy, show, first) if numbers else (first, copy, show):
            if act == self._show and len(self._code().encode()) > MOST_IN_A_CODE:
                continue
            button = Button(self._look, words_, "quiet")
            said = words.short(f"{name}, {link.shown}" if name else link.shown, 120)
            button.setAccessibleName(tr("resources", "{action}: {what}").format(action=words_, what=said))
            button.clicked.connect(partial(_do, act))
            flow.add(button)
        return flow

    def _copy(self) -> None:
        text = self._link.uri if self._link.kind is LinkKind.WEB else self._link.shown
        QGuiApplication.clipboard().setText(text)
        self.feedback.say(tr("resources", "Copied."))

    def _open(self) -> None:
        url = QUrl(self._link.uri)
        if url.scheme() in SCHEMES and url.isValid() and self._open_url(url):
            self.feedback.say(tr("resources", "Another program is opening."))
        else:
            self.feedback.say(
                tr(
                    "resources",
                    "Nothing opened on this computer. You could copy it, or show it on your phone.",
                )
            )

    def _code(self) -> str:
        """What a QR code holds; phones know texts best in this form."""
        uri = self._link.uri
        return f"SMSTO:{uri.removeprefix('sms:')}" if self._link.kind is LinkKind.TEXT else uri

    def _show(self) -> None:
        does = {
            LinkKind.CALL: tr(
                "resources", "Your phone shows the number. Nothing is called until you tap it."
            ),
            LinkKind.TEXT: tr("resources", "Your phone begins a text. Nothing is sent until you send it."),
            LinkKind.MAIL: tr("resources", "Your phone begins an email. Nothing is sent until you send it."),
            LinkKind.WEB: tr("resources", "Your phone offers to open this page. It needs the internet."),
        }
        name = tr("resources", "QR code for a phone camera")
        shown = softened(words.short(self._link.shown, 200))
        what = does[self._link.kind]
        ShowOnPhone(self._look, self._code(), shown, what, name, self.window()).exec()


class OwnWays(Card):
    """The ways of an entry of one's own. What cannot be opened is there to read and to copy."""

    def __init__(
        self, look: Look, channels: tuple[OwnChannel, ...], region: str | None, open_url: OpenUrl
    ) -> None:
        super().__init__(look, "quote", padding=16)
        self.body.setSpacing(look.px(10))
        for channel in channels:
            if link := own_link(channel, region):
                what = words.protocol(channel.protocol)
                label = " · ".join(filter(None, (what, channel.label)))
                shown = Link(link.kind, link.shown, link.uri, link.keyword, label)
                self.body.addWidget(LinkRow(look, shown, "", open_url))
            else:
                label = channel.label or words.protocol(channel.protocol)
                self.body.addWidget(Text(look, softened(label), "small"))
                self.body.addWidget(LongText(look, channel.value, "strong", MOST_IN_A_CODE))


def _do(act: Callable[[], None], _checked: bool = False) -> None:
    act()
