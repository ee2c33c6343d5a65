"""One number: large, selectable, read out digit by digit; to copy, or to show to a phone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from ...core.content import Way, phone_payload, spoken
from .. import crisis_words
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.text import Text

tr = QCoreApplication.translate


class NumberLine(Text):
    """A line like "Call 988". Tab reaches it and marks its number, so that Ctrl+C copies just that."""

    def __init__(self, look: Look, way: Way, style: str, before: str = "") -> None:
        super().__init__(look, crisis_words.line(way), style)
        self.selectable()
        self.number = way.number
        self.setAccessibleName(f"{before} {crisis_words.line_aloud(way)}".strip())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setSelection(self.text().rindex(self.number), len(self.number))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu of its own (Copy) takes the focus for a moment and needs what is marked.
        if event.reason() is not event.reason().PopupFocusReason:
            self.setSelection(0, 0)


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


def number_buttons(look: Look, way: Way, place: str, feedback: Feedback) -> list[QWidget]:
    """Copy number, Copy word where there is one, Show on phone where a phone can read it."""
    aloud = spoken(way.number)
    copy = Button(look, tr("crisis", "Copy number"))
    copy.setAccessibleName(tr("crisis", "Copy number {number}").format(number=aloud))
    copy.clicked.connect(partial(_copy, way.number, aloud, feedback))
    buttons: list[QWidget] = [copy]
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


def _copy(text: str, aloud: str, feedback: Feedback, _checked: bool = False) -> None:
    QGuiApplication.clipboard().setText(text)
    said = tr("crisis", "Copied: {text}")
    feedback.say(said.format(text=text), said.format(text=aloud))


def _show_on_phone(look: Look, way: Way, place: str, button: QWidget, _checked: bool = False) -> None:
    from .phone import NumberOnPhone

    NumberOnPhone(look, way, place, button.window()).open()


def open_page(address: str, feedback: Feedback) -> None:
    """Have the browser open an https page; where none does, say the address."""
    url = QUrl(address)
    if url.scheme() != "https" or not QDesktopServices.openUrl(url):
        feedback.say(tr("crisis", "Nothing opened. The address is {address}").format(address=address))
