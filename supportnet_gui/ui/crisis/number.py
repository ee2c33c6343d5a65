"""One number: large, selectable, read out digit by digit; to copy, or to show to a phone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ... import crisis_words
from ...core.content import Way, phone_payload, spoken
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.text import Text

tr = QCoreApplication.translate

_RING = 3
"""Room for the ring around what has the focus, in pixels on each side."""


class Snug(Text):
    """Text that asks for one line, and wraps where it does not get it."""

    def sizeHint(self) -> QSize:
        return self._asked(self.fontMetrics(), self.text())

    def _asked(self, metrics: QFontMetrics, text: str) -> QSize:
        ring = 2 * _RING
        return metrics.size(0, text) + QSize(ring, ring if self.hasFocus() else 0)


class NumberLine(Snug):
    """A line like "Call 988". Tab reaches it; Ctrl+C there copies the number, or what is marked."""

    def __init__(self, look: Look, way: Way, style: str, before: str = "") -> None:
        self.line = crisis_words.line(way)
        self.number = way.number
        super().__init__(look, self.line, style)
        self._large = self.font()
        self.selectable()
        # By itself a text that can be marked takes the focus from the mouse only.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{before} {crisis_words.line_aloud(way)}".strip())

    def sizeHint(self) -> QSize:
        """What it takes on one line at its full size, however it stands now."""
        return self._asked(QFontMetrics(self._large), self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.number)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A number is hard to read in halves: with little room it begins a line, or is less large."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * _RING
        text, font = self.line, QFont(self._large)
        large = QFontMetrics(font)
        if large.horizontalAdvance(text) > room:
            text = self.line.replace(f" {self.number}", f"\n{self.number}")
            shrink = min(1.0, room / large.horizontalAdvance(self.number))
            font.setPixelSize(max(9, int(font.pixelSize() * shrink)))
        if text != self.text():
            self.setText(text)
        if font.pixelSize() != self.font().pixelSize():
            self.setFont(font)


class Feedback(Text):
    """A quiet line that says what a button did. It takes no room until then."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "small")
        self.selectable()
        self.hide()

    def say(self, text: str, aloud: str = "") -> None:
        """Show a sentence, and have a screen reader say it, or what is better heard than read."""
        self.setText(text)
        self.show()
        announce(self, aloud or text)


def number_buttons(look: Look, way: Way, place: str, feedback: Feedback) -> list[Button]:
    """Copy number, Copy word where there is one, Show on phone where a phone can read it."""
    aloud = spoken(way.number)
    copy = Button(look, tr("crisis", "Copy number"))
    copy.setAccessibleName(tr("crisis", "Copy number {number}").format(number=aloud))
    copy.clicked.connect(partial(_copy, way.number, aloud, feedback))
    buttons = [copy]
    if way.keyword:
        word = Button(look, tr("crisis", "Copy word"))
        word.setAccessibleName(tr("crisis", "Copy word {word}").format(word=way.keyword))
        word.clicked.connect(partial(_copy, way.keyword, way.keyword, feedback))
        buttons.append(word)
    if phone_payload(way.channels[0]):
        show = Button(look, tr("crisis", "Show on phone"))
        show.setAccessibleName(
            tr("crisis", "Show on phone: {line}").format(line=crisis_words.line_aloud(way))
        )
        show.clicked.connect(partial(_show_on_phone, look, way, place, show))
        buttons.append(show)
    return buttons


def page_button(look: Look, text: str, style: str, address: str, name: str, feedback: Feedback) -> Button:
    """A button that opens an https page in the browser; its tooltip says which."""
    button = Button(look, text, style, "web")
    button.setAccessibleName(
        tr("crisis", "{text}, {name}, opens in your browser").format(text=text, name=name)
    )
    button.setToolTip(address)
    button.clicked.connect(partial(_open_page, address, feedback))
    return button


def _copy(text: str, aloud: str, feedback: Feedback, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(text)
    said = tr("crisis", "Copied: {text}")
    feedback.say(said.format(text=text), said.format(text=aloud))


def _show_on_phone(look: Look, way: Way, place: str, button: QWidget, _checked: bool = False) -> None:
    from .phone import NumberOnPhone

    NumberOnPhone(look, way, place, button.window()).open()


def _open_page(address: str, feedback: Feedback, _checked: bool = False) -> None:
    """Where no browser opens, say the address."""
    url = QUrl(address)
    if url.scheme() != "https" or not QDesktopServices.openUrl(url):
        feedback.say(tr("crisis", "Nothing opened. The address is {address}").format(address=address))
