"""Two clicks to a check-in: who it was, and Save."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...core.model import CheckIn, Done, PersonRow
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.flow import Flow
from ..widgets.text import Text
from .chips import PeopleChips
from .frame import CLOSE, gap
from .telling import kept

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core.store import Store

tr = QCoreApplication.translate

MOST_PEOPLE = 5


class QuickLog(QWidget):
    """Asks who one was in touch with, and logs it for today. Nothing is chosen beforehand."""

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        log_with: Callable[[tuple[str, ...]], None],
        edit_check_in: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._look, self._store, self._clock = look, store, clock
        self._log_with, self._edit_check_in = log_with, edit_check_in
        self._logged = ""
        self._last: Done | None = None
        self.chips = PeopleChips(look, store.people.photo)
        self.chips.setAccessibleName(tr("QuickLog", "People"))
        self.save_button = Button(look, tr("QuickLog", "Save"), "primary")
        self.save_button.setAccessibleDescription(tr("QuickLog", "Saves a check-in for today"))
        self.else_button = Button(look, tr("QuickLog", "Someone else…"))
        self.note_button = Button(look, tr("QuickLog", "Add a note"), "quiet", "edit")
        self.note_button.setAccessibleDescription(tr("QuickLog", "To the check-in that was just saved"))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, look.px(10), 0, 0)
        self.body.setSpacing(gap(look))
        head = QVBoxLayout()
        head.setSpacing(look.px(CLOSE))
        head.addWidget(Text(look, tr("QuickLog", "Were you in touch with someone?"), "heading"))
        head.addWidget(Text(look, tr("QuickLog", "Choose a name, then Save."), "quiet"))
        self.body.addLayout(head)
        self.body.addWidget(self.chips)
        self.body.addWidget(Flow(self.save_button, self.else_button, self.note_button, gap=look.px(10)))
        self.chips.changed.connect(self._choice_changed)
        self.chips.entered.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.else_button.clicked.connect(self._someone_else)
        self.note_button.clicked.connect(self._add_note)
        self._offer_note("")
        self._choice_changed()

    def refresh(self, people: list[PersonRow]) -> None:
        """Offer these people. The note to the last check-in is offered until something else was done."""
        self.chips.show_people(people)
        if self._store.can_undo is not self._last:
            self._offer_note("")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        return (*self.chips.chips, self.save_button, self.else_button, self.note_button)

    def begin(self) -> None:
        """Put the keyboard on the first person."""
        if self.chips.chips:
            self.chips.chips[0].setFocus()

    def save(self) -> None:
        """Log the chosen people for today."""
        people = self.chips.chosen()
        if not people:
            return
        check_in = CheckIn(people, on=self._clock.now().date())
        logged: list[str] = []
        if kept(self._look, self, lambda: logged.append(self._store.check_ins.log(check_in))):
            from_button = self.save_button.hasFocus()
            self.chips.choose_nobody()
            self._offer_note(logged[0])
            if from_button or self.save_button.hasFocus():
                self.note_button.setFocus()

    def _choice_changed(self) -> None:
        anyone = bool(self.chips.chosen())
        self.save_button.setEnabled(anyone)
        if anyone:
            self._offer_note("")

    def _offer_note(self, check_in_id: str) -> None:
        self._logged, self._last = check_in_id, self._store.can_undo
        if not check_in_id and self.note_button.hasFocus():
            # What was saved was taken back: the keyboard goes on here, and not to whatever is next in the window.
            self.begin()
        self.note_button.setVisible(bool(check_in_id))

    def _someone_else(self) -> None:
        """Hand over whom was chosen: the dialog has them from here on."""
        chosen = self.chips.chosen()
        self.chips.choose_nobody()
        self._log_with(chosen)

    def _add_note(self) -> None:
        self._edit_check_in(self._logged)
