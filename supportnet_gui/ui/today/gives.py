"""The step after the first names: how each of them could be there. It can be left empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ... import words
from ...core.model import Support, Supporter
from ..theme import Look
from ..widgets.avatar import Avatar
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .telling import kept

if TYPE_CHECKING:
    from ...core.store import Store

tr = QCoreApplication.translate


class Gives(Card):
    """Three ticks for each new person, kept at once. `finished` is emitted by Done: nothing ticked is an answer too."""

    finished = Signal()

    def __init__(self, look: Look, store: Store, go_to_people: Callable[[], None]) -> None:
        super().__init__(look)
        self._look, self._store = look, store
        self._ids: tuple[str, ...] = ()
        self.rows: list[_Row] = []
        self.done_button = Button(look, tr("Gives", "Done"), "primary")
        self.people_button = Button(look, tr("Gives", "Go to People"), "quiet")
        self._column = QVBoxLayout()
        self._column.setSpacing(look.px(18))
        self.body.addWidget(Text(look, tr("Gives", "How could they be there for you?"), "heading"))
        self.body.addWidget(Text(look, tr("Gives", "You can leave this empty."), "quiet"))
        self.body.addSpacing(look.px(4))
        self.body.addLayout(self._column)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(Flow(self.done_button, self.people_button, gap=look.px(10)))
        self.done_button.clicked.connect(self.finished)
        self.people_button.clicked.connect(self.finished)
        self.people_button.clicked.connect(go_to_people)

    def show_for(self, ids: Sequence[str]) -> None:
        """Ask about these people."""
        self._ids = tuple(ids)
        self.refresh()

    def refresh(self) -> bool:
        """Show the ticks as they are kept; False where none of these people is there (any longer)."""
        found = [one for one in map(self._store.people.get, self._ids) if one and one.in_lists]
        if [row.person for row in self.rows] != [one.id for one in found]:
            self._make_rows(found)
        for row, one in zip(self.rows, found, strict=True):
            row.show_person(one)
        return bool(found)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        ticks = (tick for row in self.rows for tick in row.ticks.values())
        return (*ticks, self.done_button, self.people_button)

    def begin(self) -> None:
        """Put the keyboard on the first tick."""
        if self.rows:
            self.rows[0].ticks[Support.EMOTIONAL].setFocus()

    def _make_rows(self, people: list[Supporter]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_Row(self._look, one.id, self._tick) for one in people]
        for row in self.rows:
            self._column.addWidget(row)

    def _tick(self, row: _Row) -> None:
        if not kept(self._look, self, partial(self._store.people.set_support, row.person, row.chosen())):
            self.refresh()


class _Row(QWidget):
    """One person and their three ticks."""

    def __init__(self, look: Look, person: str, ticked: Callable[[_Row], None]) -> None:
        super().__init__()
        self.person = person
        self._avatar = Avatar(look, size=44)
        self._name = Text(look, "", "strong")
        # A name that is one long word is cut at the edge rather than widening the page.
        self._name.setMinimumWidth(look.px(60))
        self.ticks = {kind: QCheckBox(words.support(kind)) for kind in Support}
        for tick in self.ticks.values():
            tick.clicked.connect(partial(ticked, self))
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addWidget(self._name)
        column.addWidget(Flow(*self.ticks.values(), gap=look.px(8)))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(14))
        top = QVBoxLayout()
        top.addWidget(self._avatar)
        top.addStretch(1)
        outer.addLayout(top)
        outer.addLayout(column, 1)

    def show_person(self, one: Supporter) -> None:
        name = words.short(one.name)
        self._avatar.show_person(one.name, one.kind, one.support)
        self._name.setText(name)
        for kind, tick in self.ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(kind in one.support)
            tick.setAccessibleName(
                tr("Gives", "{name}: {support}").format(name=name, support=words.support(kind))
            )

    def chosen(self) -> frozenset[Support]:
        return frozenset(kind for kind, tick in self.ticks.items() if tick.isChecked())
