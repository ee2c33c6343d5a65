"""One number: large, selectable, read out digit by digit; to copy, or to show to a phone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from ... import crisis_words
from ...core.content import Way, phone_payload, spoken
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.text import Text

tr = QCoreApplication.translate

_SLACK = 6
"""More width than the letters take, in pixels: the parts of a pixel that they end in make no new line."""
RING = 6
"""How far the ring around what has the focus reaches beyond it, in pixels: 4 of air, then a line of 2."""


class Snug(Text):
    """Text that asks for one line, and wraps where it does not get it."""

    def sizeHint(self) -> QSize:
        return self._asked(self.fontMetrics(), self.text())

    def _asked(self, metrics: QFontMetrics, text: str) -> QSize:
        return metrics.size(0, text) + QSize(_SLACK, 0)


class Stop(Snug):
    """Text that Tab stops at. The ring around it is painted with air, outside it, by what holds it."""

    def __init__(self, look: Look, text: str, style: str) -> None:
        super().__init__(look, text, style)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def initStyleOption(self, option: QStyleOptionFrame) -> None:
        """Without the ring that the style draws tight around any label with the focus."""
        super().initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The style draws that ring a second time, as part of a background: here there is none.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        super().focusInEvent(event)
        self._repaint_holder()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_holder()

    def _repaint_holder(self) -> None:
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, Holder):
            holder = holder.parentWidget()
        if holder is not None:
            holder.update()


class Holder(Card):
    """A card that holds stops: it paints a ring around the one with the focus, in room that is free anyway."""

    def __init__(self, look: Look, style: str = "card") -> None:
        super().__init__(look, style, padding=16)
        self._ring_colour = look.colour("accent")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        stop = self.focusWidget()
        if not isinstance(stop, Stop) or not stop.hasFocus():
            return
        place = QRectF(QRect(stop.mapTo(self, QPoint(0, 0)), stop.size()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ring_colour, 2))
        half = RING - 1
        painter.drawRoundedRect(place.adjusted(-half, -half, half, half), 8, 8)
        painter.end()


class NumberLine(Stop):
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Without a caret: this is no field to type in. What is marked by keys is seen all the same."""
        if (document := self.findChild(QTextDocument)) is not None:
            document.documentLayout().setProperty("cursorWidth", 0)
        super().focusInEvent(event)

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
        room = event.size().width() - _SLACK
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


def number_buttons(
    look: Look, way: Way, place: str, feedback: Feedback, style: str = "plain"
) -> list[Button]:
    """Copy number, Copy word where there is one, Show on phone where a phone can read it.

    In the quiet style, for a further number, one says just Copy where there is nothing else to copy.
    """
    aloud = spoken(way.number)
    alone = style == "quiet" and not way.keyword
    copy = Button(look, tr("crisis", "Copy") if alone else tr("crisis", "Copy number"), style)
    copy.setAccessibleName(tr("crisis", "Copy number {number}").format(number=aloud))
    copy.clicked.connect(partial(copy_text, way.number, aloud, feedback))
    buttons = [copy]
    if way.keyword:
        word = Button(look, tr("crisis", "Copy word"), style)
        word.setAccessibleName(tr("crisis", "Copy word {word}").format(word=way.keyword))
        word.clicked.connect(partial(copy_text, way.keyword, way.keyword, feedback))
        buttons.append(word)
    if phone_payload(way.channels[0]):
        show = Button(look, tr("crisis", "Show on phone"), style)
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


def copy_text(text: str, aloud: str, feedback: Feedback, _checked: bool = False) -> None:
    """Copy, and say so: to be read, and to be heard."""
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
