"""Whom help right now shows below its numbers, in the order one chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .rows import Line, Rows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ..theme import Look

tr = QCoreApplication.translate


class PeopleCard(Card):
    """`wanted` asks for one more; `ordered` carries all ids as they are to stand."""

    wanted = Signal()
    ordered = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=16)
        title = tr("Plan", "People for a hard moment")
        self.setAccessibleName(title)
        self.body.setSpacing(look.px(8))
        head = QVBoxLayout()
        head.setSpacing(look.px(2))
        head.addWidget(Text(look, title, "heading"))
        about = tr(
            "Plan",
            "Help right now shows them below its numbers, with a message to send. Nobody stands there whom you marked "
            "“Not in a crisis”.",
        )
        head.addWidget(Text(look, about, "quiet"))
        self.body.addLayout(head)
        self.rows = Rows(look, can_edit=False)
        self.rows.moved.connect(self._move)
        self.rows.taken_out.connect(self._take_out)
        self.body.addWidget(self.rows)
        self.add = Button(look, tr("Plan", "Choose a person"), icon="plus")
        self.add.clicked.connect(self._ask)
        self.body.addWidget(Flow(self.add))
        self._ids: tuple[str, ...] = ()

    def show_people(self, people: tuple[tuple[str, str], ...]) -> None:
        self._ids = tuple(one for one, _ in people)
        self.rows.show_lines(tuple(Line(one, name) for one, name in people))

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        return [*self.rows.stops(), self.add]

    def _ask(self, _checked: bool = False) -> None:
        self.wanted.emit()

    def _move(self, person: str, index: int) -> None:
        others = [one for one in self._ids if one != person]
        self.ordered.emit((*others[:index], person, *others[index:]))

    def _take_out(self, person: str) -> None:
        self.ordered.emit(tuple(one for one in self._ids if one != person))
