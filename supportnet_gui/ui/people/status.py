"""How things stand with somebody, said softly. The reason behind "Not suggested" is never shown again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ...core.model import NOT_SUGGESTED, Status, Supporter
from ..theme import Look
from ..widgets.dialog import Dialog
from ..widgets.text import Text
from .date_fields import MaybeDate

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StatusChoice:
    """`until` counts for resting only."""

    status: Status
    since: date | None
    until: date | None


def _choices() -> tuple[tuple[Status, str, str], ...]:
    left_out = tr("People", "Left out of lists. Others only see “Not suggested”.")
    return (
        (Status.ACTIVE, tr("People", "In touch"), ""),
        (
            Status.RESTING,
            tr("People", "Resting"),
            tr("People", "A pause, for you or for them. No suggestions meanwhile."),
        ),
        (Status.DRIFTED, tr("People", "Drifted apart"), tr("People", "It happens. The page stays as it is.")),
        (Status.ENDED, tr("People", "Not suggested: it ended"), left_out),
        (Status.UNSAFE, tr("People", "Not suggested: I do not feel safe"), left_out),
        (
            Status.DIED,
            tr("People", "Died"),
            tr("People", "Their page, photo and notes stay. Suggestions leave them out from now on."),
        ),
    )


class StatusDialog(Dialog):
    """Asks how things stand; every date can stay unknown."""

    def __init__(self, look: Look, person: Supporter, today: date, parent: QWidget | None) -> None:
        super().__init__(look, tr("People", "How things stand"), parent, 560)
        self._person = person
        self.group = QButtonGroup(self)
        self.options: dict[Status, QRadioButton] = {}
        self.as_now: QRadioButton | None = None
        self.body.setSpacing(look.px(4))
        for status, text, about in _choices():
            if status is Status.ENDED and person.status in NOT_SUGGESTED:
                # One neutral choice stands for whichever it is, so that nobody looking on learns it.
                self.as_now = self._option(tr("People", "Not suggested, as it is"), "")
                self.as_now.setChecked(True)
            self.options[status] = self._option(text, about)
        if self.as_now is None:
            self.options[person.status].setChecked(True)
        self.until = MaybeDate(
            look,
            tr("People", "Resting until"),
            tr("People", "Resting until"),
            person.resting_until,
            today,
            earliest=min(today, person.resting_until or today),
        )
        self.since = MaybeDate(
            look,
            tr("People", "Since, if you know the day"),
            tr("People", "Since"),
            person.status_since,
            today,
            latest=max(today, person.status_since or today),
        )
        self.body.addSpacing(look.px(8))
        self.body.addWidget(self.until)
        self.body.addWidget(self.since)
        self.body.addStretch(1)
        self.group.buttonToggled.connect(self._fit_dates)
        self._fit_dates()
        self.cancel = self.add_button(tr("People", "Leave as it is"))
        self.save = self.add_button(tr("People", "Save"), "primary", default=True)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self.accept)
        self._checked().setFocus()
        self.fit()

    def ask(self) -> StatusChoice | None:
        """What was chosen; None for no change."""
        if self.exec() != self.DialogCode.Accepted:
            return None
        choice = self.choice()
        kept = StatusChoice(self._person.status, self._person.status_since, self._person.resting_until)
        return None if choice == kept else choice

    def choice(self) -> StatusChoice:
        status = self._status()
        return StatusChoice(
            status,
            None if status is Status.ACTIVE else self.since.day,
            self.until.day if status is Status.RESTING else None,
        )

    def _status(self) -> Status:
        chosen = self._checked()
        return next((one for one, button in self.options.items() if button is chosen), self._person.status)

    def _checked(self) -> QRadioButton:
        buttons = [*self.options.values(), *filter(None, (self.as_now,))]
        return next(button for button in buttons if button.isChecked())

    def _option(self, text: str, about: str) -> QRadioButton:
        button = QRadioButton(text)
        button.setMinimumHeight(self.look.px(32))
        button.setAccessibleDescription(about)
        self.group.addButton(button)
        column = QVBoxLayout()
        column.setSpacing(self.look.px(2))
        column.addWidget(button)
        if about:
            words = Text(self.look, about, "small")
            words.setContentsMargins(self.look.px(35), 0, 0, self.look.px(4))
            column.addWidget(words)
        self.body.addLayout(column)
        return button

    def _fit_dates(self) -> None:
        """Only the dates that mean something for the choice are there to fill in."""
        status = self._status()
        self.until.setVisible(status is Status.RESTING)
        self.since.setVisible(status is not Status.ACTIVE)
        if status is not self._person.status:
            self.since.set_day(None)
        else:
            self.since.set_day(self._person.status_since)
