"""One thing one could do: somebody, a reason that is good to read, a message already written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ... import suggestion_words, words
from ...core.acts import is_written_to
from ...core.model import Act, Support
from ..theme import Look
from ..widgets.avatar import Avatar
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Tag, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from .idea import Idea

tr = QCoreApplication.translate

AVATAR = 46
NARROW = 330
"""Below this width in pixels at 100 % text there is no picture, and what stands side by side stands below."""


class _Name(Text):
    """On one line as long as there is room for it. A word that is wider than the card ends in dots."""

    _whole = ""

    def set_name(self, name: str) -> None:
        self._whole = name
        self.setAccessibleName(name)
        self._cut()

    def sizeHint(self) -> QSize:
        # Two pixels more than asked for: advances are rounded.
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics, room = self.fontMetrics(), max(self.width(), self._look.px(60))
        shown = (
            metrics.elidedText(word, Qt.TextElideMode.ElideRight, room) for word in self._whole.split(" ")
        )
        self.setText(" ".join(shown))


class IdeaCard(Card):
    """Shows one idea. It changes nothing itself: it says what was wanted."""

    copy_wanted = Signal()
    words_wanted = Signal()
    phone_wanted = Signal()
    talked = Signal()
    sent = Signal()
    later_wanted = Signal()
    not_now = Signal()
    skipped = Signal()
    rest_wanted = Signal()
    seen = Signal()
    """Once, after the first paint."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self.idea: Idea | None = None
        self._was_seen = False
        self.avatar = Avatar(look, size=AVATAR)
        self.name = _Name(look, "", "heading")
        self.tags: list[Tag] = []
        self._tagged: tuple[Support, ...] = ()
        self.reasons = Text(look, "", "quiet")
        self.act = Text(look, "", "quiet")
        self.message = Text(look).selectable()
        # Only with the mouse: the buttons below do all of it by keyboard.
        self.message.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.middle = QVBoxLayout()
        self._make_buttons()
        # A name that is one long word is cut at the edge rather than widening the page.
        for text in (self.reasons, self.message, self.copied):
            text.setMinimumWidth(look.px(60))
        self._lay_out()
        self.show_copied("")

    def _make_buttons(self) -> None:
        look = self._look
        self.copy_button = Button(look, tr("IdeaCard", "Copy message"), "primary")
        self.phone_button = Button(look, tr("IdeaCard", "Show on phone"))
        self.talked_button = Button(look, "")
        self.later_button = Button(look, tr("IdeaCard", "Another time"), "quiet")
        self.not_this_button = Button(look, "", "quiet")
        self.skip_button = Button(look, tr("IdeaCard", "Not this time"), "quiet")
        self.rest_button = Button(look, tr("IdeaCard", "Rest from reminders"), "quiet")
        self.words_button = Button(look, tr("IdeaCard", "Other words"), "quiet")
        self.words_button.setAccessibleDescription(
            tr("IdeaCard", "Change the message, or choose another one")
        )
        self.sent_button = Button(look, tr("IdeaCard", "I sent it"), "primary")
        self.not_now_button = Button(look, tr("IdeaCard", "Not now"), "quiet")
        self.main_button = self.copy_button
        self.copied = Text(look, "", "quiet")
        for button, signal in (
            (self.copy_button, self.copy_wanted),
            (self.phone_button, self.phone_wanted),
            (self.talked_button, self.talked),
            (self.later_button, self.later_wanted),
            (self.words_button, self.words_wanted),
            (self.sent_button, self.sent),
            (self.not_now_button, self.not_now),
            (self.skip_button, self.skipped),
            (self.rest_button, self.rest_wanted),
        ):
            button.clicked.connect(signal)

    def _lay_out(self) -> None:
        look = self._look
        self.head = Flow(self.name, gap=look.px(8))
        quote = self.quote = Card(look, "quote", padding=12)
        quote.body.setContentsMargins(look.px(14), look.px(10), look.px(6), look.px(10))
        line = self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(look.px(6))
        line.addWidget(self.message, 1)
        line.addWidget(self.words_button, 0, Qt.AlignmentFlag.AlignVCenter)
        quote.body.addLayout(line)
        gap = look.px(10)
        self.first_row = Flow(
            *(self.copy_button, self.phone_button, self.talked_button),
            *(self.later_button, self.not_this_button, self.skip_button, self.rest_button),
            gap=gap,
        )
        self.copied_row = Flow(self.sent_button, self.not_now_button, gap=gap)
        column = self.middle
        column.setSpacing(look.px(9))
        column.addWidget(self.head)
        column.addWidget(self.reasons)
        column.addWidget(self.act)
        column.addWidget(quote)
        column.addSpacing(look.px(3))
        column.addWidget(self.copied)
        column.addWidget(self.first_row)
        column.addWidget(self.copied_row)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.body.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_seen:
            self._was_seen = True
            QTimer.singleShot(0, self, self.seen.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters in a narrow window need the room beside them."""
        super().resizeEvent(event)
        wide = event.size().width() > self._look.px(NARROW)
        self.avatar.setVisible(wide and self.idea is not None and self.idea.person is not None)
        self._line.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order: the main thing first."""
        return (
            *(self.copy_button, self.phone_button, self.talked_button),
            *(self.later_button, self.not_this_button, self.skip_button, self.rest_button),
            *(self.sent_button, self.not_now_button, self.words_button),
        )

    def show_idea(self, idea: Idea, message: str, photo: QPixmap | None) -> None:
        """Show somebody else, or what is new about them."""
        before, self.idea = self.idea, idea
        person, suggestion = idea.person, idea.suggestion
        gives = idea.gives
        self.avatar.setVisible(person is not None and self.width() > self._look.px(NARROW))
        if person is not None:
            self.avatar.show_person(person.name, idea.kind, gives, photo)
        self.name.set_name(idea.name)
        self._show_tags(gives)
        self.reasons.setText(idea.reasons)
        self.reasons.setVisible(bool(idea.reasons))
        # Over a message that is simply a message, a line that says so would only be one more to read.
        self.act.setText(
            "" if suggestion.act is Act.TEXT else suggestion_words.act(suggestion.act, idea.kind)
        )
        self.act.setVisible(bool(self.act.text()) and self.copied.isHidden())
        self.set_message(message)
        self._show_writing(is_written_to(idea.kind))
        self.talked_button.setText(suggestion_words.talked(idea.kind))
        self.talked_button.setAccessibleName(
            tr("IdeaCard", "{action}: {name}").format(
                action=suggestion_words.talked(idea.kind), name=idea.name
            )
        )
        not_this = suggestion_words.not_this(idea.kind)
        self.not_this_button.setText(not_this)
        self.not_this_button.setAccessibleName(not_this)
        self.talked_button.setVisible(person is not None)
        self.not_this_button.setVisible(person is not None and not idea.reminder)
        for button in (self.skip_button, self.rest_button):
            button.setVisible(bool(idea.reminder))
        if before is None or before.suggestion.supporter != suggestion.supporter:
            self.show_copied("")

    def _show_writing(self, written_to: bool) -> None:
        """The message and what is done with it; with nobody to read one, to have been there is the main thing."""
        for part in (self.quote, self.copy_button, self.phone_button):
            part.setVisible(written_to)
        self.main_button = self.copy_button if written_to else self.talked_button
        self.talked_button.set_style("plain" if written_to else "primary")

    def set_message(self, message: str) -> None:
        """Show the message as it would be copied."""
        self.message.setText(message)
        # An empty label does not wrap, and a layout inside another one would go on remembering that.
        self._line.invalidate()
        self.message.setAccessibleName(tr("IdeaCard", "Message: {text}").format(text=message))

    def show_copied(self, sentence: str) -> None:
        """Say what to do with what was copied, and ask whether it was sent; with nothing, the first buttons."""
        copied = bool(sentence)
        self.copied.setText(sentence)
        self.copied.setVisible(copied)
        self.copied_row.setVisible(copied)
        self.first_row.setVisible(not copied)
        self.act.setVisible(not copied and bool(self.act.text()))

    def _show_tags(self, gives: tuple[Support, ...]) -> None:
        if gives == self._tagged:
            return
        self._tagged = gives
        for tag in self.tags:
            tag.hide()
            tag.deleteLater()
        self.tags = [Tag(self._look, words.support(support), str(support)) for support in gives]
        for tag in self.tags:
            self.head.add(tag)
