"""Two clicks to a check-in: who it was, and Save."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ...core.model import CheckIn, PersonRow
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .chips import PeopleChips
from .frame import GAP
from .telling import kept

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core.store import Store

tr = QCoreApplication.translate

MOST_PEOPLE = 8


class QuickLog(Card):
    """Asks who one was in touch with, and logs it for today. Nothing is chosen beforehand."""

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        log_with: Callable[[tuple[str, ...]], None],
        edit_check_in: Callable[[str], None],
    ) -> None:
        super().__init__(look)
        self._look, self._store, self._clock = look, store, clock
        self._log_with, self._edit_check_in = log_with, edit_check_in
        self._logged = ""
        self.chips = PeopleChips(look, store.people.photo)
        self.chips.setAccessibleName(tr("QuickLog", "People"))
        self.save_button = Button(look, tr("QuickLog", "Save"), "primary")
        self.save_button.setAccessibleDescription(tr("QuickLog", "Saves a check-in for today"))
        self.else_button = Button(look, tr("QuickLog", "Someone else…"))
        self.saved = _Saved(look)
        self.more_button = Button(look, tr("QuickLog", "Add more"), "quiet")
        self.body.setSpacing(look.px(GAP))
        self.body.addWidget(Text(look, tr("QuickLog", "Were you in touch with someone?"), "heading"))
        self.body.addWidget(self.chips)
        self.body.addWidget(
            Flow(self.save_button, self.else_button, self.saved, self.more_button, gap=look.px(10))
        )
        self.chips.changed.connect(self._choice_changed)
        self.chips.entered.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.else_button.clicked.connect(self._someone_else)
        self.more_button.clicked.connect(self._add_more)
        self._show_saved("")
        self._choice_changed()

    def refresh(self, people: list[PersonRow]) -> None:
        """Offer these people; a check-in that was taken back is no longer spoken of."""
        self.chips.show_people(people)
        if self._logged:
            found = self._store.check_ins.get(self._logged)
            if found is None or found.trashed_at is not None:
                self._show_saved("")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        return (*self.chips.chips, self.save_button, self.else_button, self.more_button)

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
            self._show_saved(logged[0])
            if from_button or self.save_button.hasFocus():
                self.more_button.setFocus()

    def _choice_changed(self) -> None:
        anyone = bool(self.chips.chosen())
        self.save_button.setEnabled(anyone)
        if anyone:
            self._show_saved("")

    def _show_saved(self, check_in_id: str) -> None:
        self._logged = check_in_id
        self.saved.setVisible(bool(check_in_id))
        self.more_button.setVisible(bool(check_in_id))

    def _someone_else(self) -> None:
        """Hand over whom was chosen: the dialog has them from here on."""
        chosen = self.chips.chosen()
        self.chips.choose_nobody()
        self._log_with(chosen)

    def _add_more(self) -> None:
        self._edit_check_in(self._logged)


class _Saved(QWidget):
    """A tick and one word."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        tick = QLabel()
        tick.setPixmap(look.pixmap("check", "accent", 18))
        word = Text(look, tr("QuickLog", "Saved."), "quiet")
        word.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, 0, 0)
        row.setSpacing(look.px(6))
        row.addWidget(tick)
        row.addWidget(word)
