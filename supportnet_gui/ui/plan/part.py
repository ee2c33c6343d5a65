"""A part of the plan: what it asks, its lines, and room for one more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from ... import plan_words
from ...core.plan import TRAINED, WITH_PEOPLE, PlanItem
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .rows import Line, Rows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ...core.content import Panel
    from ..theme import Look

tr = QCoreApplication.translate


class AddField(QLineEdit):
    """Where one more line is typed. With nothing of its own to undo, Ctrl+Z is left to the window."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)


class PartCard(Card):
    """`typed` carries words to add; `person_wanted` asks whom to add."""

    typed = Signal(int, str)
    person_wanted = Signal(int)

    def __init__(self, look: Look, part: int) -> None:
        super().__init__(look, padding=16)
        self.part = part
        self._look = look
        title = plan_words.title(part)
        self.setAccessibleName(title)
        self.body.setSpacing(look.px(8))
        head = QVBoxLayout()
        head.setSpacing(look.px(2))
        head.addWidget(Text(look, title, "heading"))
        head.addWidget(Text(look, plan_words.question(part), "quiet"))
        self.body.addLayout(head)
        self.rows = Rows(look)
        self.body.addWidget(self.rows)
        self.lines = Text(look, "", "quiet")
        self.lines.hide()
        self.body.addWidget(self.lines)
        self.field = AddField()
        self.field.setMinimumHeight(look.px(34))
        self.field.setPlaceholderText(plan_words.prompt(part))
        self.field.setAccessibleName(tr("Plan", "Add to “{part}”").format(part=title))
        self.field.setAccessibleDescription(plan_words.prompt(part))
        self.add = Button(look, tr("Plan", "Add"))
        self.add.setAccessibleName(tr("Plan", "Add these words to “{part}”").format(part=title))
        self.field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        self.body.addLayout(row)
        self.person: Button | None = None
        if part in WITH_PEOPLE:
            self.person = Button(look, tr("Plan", "Add a person"), "quiet", "plus")
            self.person.setAccessibleName(tr("Plan", "Add a person to “{part}”").format(part=title))
            self.person.clicked.connect(partial(self._ask_for_person))
            self.body.addWidget(Flow(self.person))

    def show_items(self, items: tuple[PlanItem, ...]) -> None:
        """Show the lines of this part."""
        self.rows.show_lines(tuple(_line(item) for item in items if item.part == self.part))

    def show_help_lines(self, panel: Panel) -> None:
        """With the professionals stand the lines of the country, as they are now."""
        found = plan_words.help_lines(panel) if self.part == TRAINED else []
        if found:
            self.lines.setText("\n".join([tr("Plan", "Day and night, from Help right now:"), *found]))
        self.lines.setVisible(bool(found))

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        person = [self.person] if self.person is not None else []
        return [*self.rows.stops(), self.field, self.add, *person]

    def _add(self) -> None:
        text = self.field.text().strip()
        if text:
            self.typed.emit(self.part, text)
        self.field.setFocus()

    def _ask_for_person(self, _checked: bool = False) -> None:
        self.person_wanted.emit(self.part)


def _line(item: PlanItem) -> Line:
    if not item.name:
        return Line(item.id, item.text)
    about = "\n".join(filter(None, (plan_words.number(item.channels), item.text)))
    return Line(item.id, item.name, about)
