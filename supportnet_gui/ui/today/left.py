"""What stands in the one place after something was done there: that it is enough, and a way to go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.page import bring_into_sight
from ..widgets.text import Text

if TYPE_CHECKING:
    from datetime import date

    from ...core.model import Done
    from ...core.store import Store

tr = QCoreApplication.translate


class Left(Card):
    """Stays until another idea is asked for, the day ends, or what was done is taken back."""

    another = Signal()

    def __init__(self, look: Look, store: Store, edit_check_in: Callable[[str], None]) -> None:
        super().__init__(look)
        self._store, self._edit_check_in = store, edit_check_in
        self._done: Done | None = None
        self._check_in = ""
        self._on: date | None = None
        self.said = False
        self.text = Text(look)
        self.another_button = Button(look, tr("Left", "Another idea"))
        self.note_button = Button(look, tr("Left", "Add a note"), "quiet", "edit")
        self.note_button.setAccessibleDescription(tr("Left", "To the check-in that was just saved"))
        self.body.addWidget(self.text)
        self.body.addWidget(Flow(self.another_button, self.note_button, gap=look.px(10)))
        self.another_button.clicked.connect(self._another)
        self.note_button.clicked.connect(self._note)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        return (self.another_button, self.note_button)

    def say(self, sentence: str, on: date, check_in: str = "") -> None:
        """Show a sentence. `check_in` is the id of one that was just logged, to which a note may be added."""
        self._done, self._on, self._check_in = self._store.can_undo, on, check_in
        self.text.setText(sentence)
        self.note_button.setVisible(bool(check_in))
        self.said = True
        self.show()

    def refresh(self, today: date) -> None:
        """Go, where what was done was taken back or another day has begun."""
        taken_back = self._done is not None and self._store.can_redo is self._done
        if taken_back or today != self._on:
            self._end()

    def begin(self) -> None:
        self.another_button.setFocus()
        bring_into_sight(self.another_button)

    def _another(self) -> None:
        self._end()
        self.another.emit()

    def _end(self) -> None:
        self.said = False
        self.hide()

    def _note(self) -> None:
        self._edit_check_in(self._check_in)
