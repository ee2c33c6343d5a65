"""One part of a card: words to choose from, and room for one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...core.store.rows import one_line
from ..widgets.buttons import Button
from ..widgets.card import Card, Fold
from ..widgets.line_field import LineField
from ..widgets.text import Text
from ..widgets.tick_line import TickLine
from .lines import Line, Lines

if TYPE_CHECKING:
    from ...core.content.support_words import CardPartWords
    from ..theme import Look

tr = QCoreApplication.translate

AT_ONCE = 4
"""Suggestions seen at first; the others are folded away."""


class PartEditor(Card):
    """`changed` says that what stands on the card has changed. `chosen` is what that is."""

    changed = Signal()
    made_anew = Signal()

    def __init__(self, look: Look, words: CardPartWords, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look, self.id = look, words.id
        self._lines = Lines(words.suggestions)
        self._shown: tuple[Line, ...] = ()
        self._editing = ""
        self.rows: list[TickLine] = []
        self.body.setSpacing(look.px(6))
        self.body.addWidget(Text(look, words.title, "heading", self))
        self.body.addWidget(Text(look, words.ask, "quiet", self))
        self._first, self._own = self._column(self), self._column(self)
        self.fold = Fold(look, tr("Around", "More to choose from"), tr("Around", "Fewer"), self)
        self._more = self._column(self.fold.content)
        self.fold.body.addWidget(self._more)
        for part in (self._first, self.fold, self._own):
            self.body.addWidget(part)
        self._add_field(words.title)

    @property
    def chosen(self) -> tuple[str, ...]:
        return self._lines.chosen()

    def start(self) -> None:
        """Forget another card: what was taken out of it, and what was begun."""
        self._lines.clear()
        self._stop_editing()
        self.field.setText("")
        self.fold.set_open(False)

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        """Show what stands on the card now."""
        self._lines.take(chosen)
        self._show()

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        found: list[QWidget] = []
        for number, row in enumerate(self.rows):
            if number == AT_ONCE:
                found.append(self.fold.button)
            found.append(row.box)
            found += row.findChildren(Button)
        return [*found, self.field, self.add]

    # -- what is seen ----------------------------------------------------------------------------------------

    def _column(self, parent: QWidget) -> QWidget:
        column = QWidget(parent)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.px(2))
        return column

    def _add_field(self, title: str) -> None:
        look = self._look
        self.field = LineField(self)
        self.field.setPlaceholderText(tr("Around", "In your own words"))
        self.field.setAccessibleName(tr("Around", "{part}: in your own words").format(part=title))
        self.field.setMinimumHeight(look.px(34))
        self.add = Button(look, tr("Around", "Add"), parent=self)
        self.add.setAccessibleDescription(title)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        self.body.addSpacing(look.px(4))
        self.body.addLayout(row)
        self.field.returnPressed.connect(self._take_own)
        self.add.clicked.connect(self._take_own)

    def _show(self) -> None:
        lines = self._lines.all
        if [(line.text, line.own) for line in lines] == [(line.text, line.own) for line in self._shown]:
            for row, line in zip(self.rows, lines, strict=True):
                row.box.setChecked(line.on)
        else:
            self._make_rows(lines)
            self.made_anew.emit()
        self._shown = lines
        folded = [line for line in lines if not line.own][AT_ONCE:]
        self.fold.setVisible(bool(folded))
        if any(line.on for line in folded):
            self.fold.set_open(True)

    def _make_rows(self, lines: tuple[Line, ...]) -> None:
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = []
        for number, line in enumerate(lines):
            place = self._own if line.own else self._first if number < AT_ONCE else self._more
            row = TickLine(self._look, line.text, line.on, place)
            row.clicked.connect(partial(self._ticked, line.text))
            if line.own:
                row.column.addWidget(self._change_button(line.text, row), 0, Qt.AlignmentFlag.AlignLeft)
            layout = place.layout()
            assert layout is not None
            layout.addWidget(row)
            row.show()
            self.rows.append(row)
        self._own.setVisible(any(line.own for line in lines))

    def _change_button(self, text: str, parent: QWidget) -> Button:
        button = Button(self._look, tr("Around", "Change"), "quiet", "edit", parent)
        button.setAccessibleDescription(text)
        button.clicked.connect(partial(self._edit, text))
        return button

    # -- what is done ----------------------------------------------------------------------------------------

    def _ticked(self, text: str, on: bool) -> None:
        self._lines.put(text, on=on)
        self.changed.emit()

    def _edit(self, text: str) -> None:
        """Bring one's own words back into the field."""
        self._editing = text
        self._name_button(tr("Around", "Keep"))
        self.field.setText(text)
        self.field.setFocus()

    def _stop_editing(self) -> None:
        self._editing = ""
        self._name_button(tr("Around", "Add"))

    def _name_button(self, text: str) -> None:
        self.add.setText(text)
        self.add.setAccessibleName(text)

    def _take_own(self) -> None:
        text = one_line(self.field.text())
        if not text:
            self._stop_editing()
            self.field.setFocus()
            return
        if self._editing:
            self._lines.change(self._editing, text)
        else:
            self._lines.add(text)
        self._stop_editing()
        self.field.setText("")
        self.field.setFocus()
        self.changed.emit()
