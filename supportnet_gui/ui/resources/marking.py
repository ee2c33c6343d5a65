"""What one thinks of an entry: saved, planned, tried, not for me; and a note of one's own, kept as one goes on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ... import resource_words
from ...core.resource_model import Mark, MarkState
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.flow import Flow
from ..widgets.text import Text

tr = QCoreApplication.translate

_LINES = 3
"""Of a note seen at once."""


class _Note(QPlainTextEdit):
    """Emits `left` when the keyboard goes elsewhere, or the page does."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()


class Marking(QWidget):
    """Emits `state_chosen` with a mark, None for none of them, and `note_written`; the entry's id comes first."""

    state_chosen = Signal(str, object)
    note_written = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark("")
        self.chips = {one: Button(look, resource_words.mark(one), "chip", parent=self) for one in MarkState}
        for state, chip in self.chips.items():
            chip.clicked.connect(partial(self._clicked, state))
        heading = tr("resources", "Your own note")
        self.note = _Note(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(look.px(26) + _LINES * QFontMetrics(look.font()).lineSpacing())
        self.note.setAccessibleName(heading)
        self.note.left.connect(self.keep)
        label = Text(look, heading, "strong", self)
        label.setBuddy(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Text(look, tr("resources", "For me this is"), "strong", self))
        column.addWidget(Flow(*self.chips.values(), gap=look.px(6), parent=self))
        column.addSpacing(look.px(6))
        column.addWidget(label)
        column.addWidget(self.note)
        hint = tr("resources", "Only you see it. It is kept as soon as you go on to something else.")
        column.addWidget(Text(look, hint, "small", self))
        self.note.setAccessibleDescription(hint)

    def show_mark(self, mark: Mark) -> None:
        """Show what is kept. A note being written stays as it is, unless another entry is shown."""
        another = mark.resource != self._mark.resource
        written = self.note.toPlainText() != self._mark.note
        if another:
            self.keep()
        self._mark = mark
        for state, chip in self.chips.items():
            chip.setChecked(state is mark.state)
        if (another or not written) and self.note.toPlainText() != mark.note:
            self.note.setPlainText(mark.note)

    def keep(self) -> None:
        """Have the note kept, where it changed."""
        text, mark = self.note.toPlainText(), self._mark
        if mark.resource and text.strip() != mark.note.strip():
            # Before anybody hears: whoever keeps it shows the mark anew.
            self._mark = Mark(mark.resource, mark.state, mark.since, text, mark.supporter)
            self.note_written.emit(mark.resource, text)

    def not_kept(self) -> None:
        """The note could not be kept: it stays in the field, and is tried again when the field is left."""
        mark = self._mark
        self._mark = Mark(mark.resource, mark.state, mark.since, "", mark.supporter)

    def _clicked(self, state: MarkState, _checked: bool = False) -> None:
        chosen = None if self._mark.state is state else state
        # In its own time: a refresh must not come while the chip is still being pressed.
        QTimer.singleShot(0, self, partial(self.state_chosen.emit, self._mark.resource, chosen))
