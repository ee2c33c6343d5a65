"""One entry of the journal, to read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ... import words
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.long_text import LongText
from ..widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from ...core.resource_model import Reflection
    from ..theme import Look

tr = QCoreApplication.translate

_AT_ONCE = 600
"""Characters of an entry that are seen before somebody asks for all of it."""


class EntryCard(Card):
    """The signals carry the entry's id, or that of the person it is about."""

    change_wanted = Signal(str)
    trash_wanted = Signal(str)
    restore_wanted = Signal(str)
    purge_wanted = Signal(str)
    person_wanted = Signal(str)

    def __init__(
        self, look: Look, entry: Reflection, today: date, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self._look, self._moment = look, moment(entry, today)
        self.entry = entry
        self.body.addWidget(Text(look, self._moment, "strong", self))
        self.text = LongText(look, entry.text, longest=_AT_ONCE, parent=self)
        self.body.addWidget(self.text)
        row = Flow(gap=look.px(8), parent=self)
        self.buttons: list[Button] = []
        if name:
            about = tr("Journal", "About {name}").format(name=name)
            self._add(row, about, "person", self.person_wanted, entry.supporter or "")
        if entry.trashed_at is None:
            self._add(row, tr("Journal", "Change"), "edit", self.change_wanted, entry.id)
            self._add(row, tr("Journal", "Move to trash"), "trash", self.trash_wanted, entry.id)
        else:
            self._add(row, tr("Journal", "Put back"), "undo", self.restore_wanted, entry.id)
            self._add(row, tr("Journal", "Remove for good"), "trash", self.purge_wanted, entry.id)
        self.body.addWidget(row)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        return [self.text, *self.buttons]

    def _add(self, row: Flow, text: str, icon: str, wanted: SignalInstance, value: str) -> None:
        button = Button(self._look, text, "quiet", icon, row)
        button.setAccessibleDescription(self._moment)
        button.clicked.connect(partial(wanted.emit, value))
        self.buttons.append(button)
        row.add(button)


def moment(entry: Reflection, today: date) -> str:
    """When it was written: "Today, 9:30 am", "14 October"."""
    day = words.when(entry.on, today)
    if entry.at is None:
        return day
    return tr("Journal", "{day}, {time}").format(day=day, time=words.clock(entry.at))
