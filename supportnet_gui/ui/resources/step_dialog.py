"""Planning a small step: when something is so, then one small thing. A day and a person if one likes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import words
from ...core.model import PersonRow
from ...core.resource_model import SmallStep
from ...core.trouble import Code, Trouble
from ..theme import Look
from ..widgets.card import Fold
from ..widgets.choice import Choice
from ..widgets.dialog import Dialog
from ..widgets.fields import Labelled, line, paragraph
from ..widgets.text import Text

if TYPE_CHECKING:
    from ..widgets.date_field import DateField

tr = QCoreApplication.translate

_ANY, _TOMORROW, _WEEK, _ANOTHER = "any", "tomorrow", "week", "another"


class StepDialog(Dialog):
    """Begins with the words of `step`. `save` keeps it, or raises Trouble."""

    def __init__(
        self,
        look: Look,
        step: SmallStep,
        people: Sequence[PersonRow],
        today: date,
        save: Callable[[SmallStep], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(look, tr("resources", "Plan a small step"), parent, 520)
        self._step, self._people, self._today, self._save = step, people, today, save
        self._kept = False
        lead = tr("resources", "The smaller, the better. It can be changed, left, or done another way.")
        self.body.addWidget(Text(look, lead, "quiet"))
        hint = tr(
            "resources",
            "A moment that comes anyway, like: When I have had breakfast. You can leave it empty.",
        )
        self.when_field = line(look, step.when)
        self.when = Labelled(look, tr("resources", "If or when…"), self.when_field, hint)
        self.then_field = paragraph(look, step.then, 2)
        self.then = Labelled(look, tr("resources", "then…"), self.then_field)
        self.body.addWidget(self.when)
        self.body.addWidget(self.then)
        self._add_more()
        self.body.addStretch(1)
        self.cancel = self.add_button(tr("resources", "Not now"))
        self.keep = self.add_button(tr("resources", "Keep this step"), "primary", default=True)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        (self.then_field if step.when and not step.then else self.when_field).setFocus()
        self.fit()

    def ask(self) -> bool:
        """Whether a step was kept."""
        self.exec()
        return self._kept

    def _add_more(self) -> None:
        look, tomorrow = self.look, self._today + timedelta(days=1)
        self.more = Fold(look, tr("resources", "A day, or a person"), tr("resources", "Close"))
        days: list[tuple[object, str]] = [
            (_ANY, tr("resources", "Any day")),
            (_TOMORROW, tr("resources", "From tomorrow, {day}").format(day=words.day(tomorrow))),
            (_WEEK, tr("resources", "From next week on")),
            (_ANOTHER, tr("resources", "From another day…")),
        ]
        self.day_choice = Choice(look, tr("resources", "Day"), days)
        self.day_field: DateField | None = None
        self._day_place = QVBoxLayout()
        self.day_choice.currentIndexChanged.connect(self._day_chosen)
        nobody: list[tuple[object, str]] = [(None, tr("resources", "Nobody in particular"))]
        people: list[tuple[object, str]] = [(row.id, words.short(row.name)) for row in self._people]
        self.person = Choice(look, tr("resources", "Person"), nobody + people, self._step.supporter)
        day = Labelled(look, tr("resources", "When Today may offer it"), self.day_choice)
        self.more.body.addWidget(day)
        self.more.body.addLayout(self._day_place)
        if people:
            self.more.body.addWidget(Labelled(look, tr("resources", "With whom"), self.person))
        self.more.toggled.connect(self.fit)
        self.body.addWidget(self.more)

    def _day_chosen(self) -> None:
        another = self.day_choice.value == _ANOTHER
        if another and self.day_field is None:
            from ..widgets.date_field import DateField

            tomorrow = self._today + timedelta(days=1)
            name = tr("resources", "From which day")
            self.day_field = DateField(self.look, name, tomorrow, self._today, None)
            self._day_place.addWidget(self.day_field)
            QWidget.setTabOrder(self.day_choice, self.day_field)
        if self.day_field is not None:
            self.day_field.setVisible(another)
        self.fit()

    def _day(self) -> date | None:
        match self.day_choice.value:
            case "tomorrow":
                return self._today + timedelta(days=1)
            case "week":
                return self._today + timedelta(days=7 - self._today.weekday())
            case "another" if self.day_field is not None:
                return self.day_field.day
        return None

    def accept(self) -> None:
        person = self.person.value
        step = SmallStep(
            then=self.then_field.toPlainText(),
            when=self.when_field.text(),
            supporter=str(person) if person else None,
            resource=self._step.resource,
            day=self._day(),
        )
        try:
            self._save(step)
        except Trouble as trouble:
            if trouble.code is Code.MESSAGE_EMPTY:
                self.then.say(tr("resources", "A few words are enough."))
                self.fit()
            else:
                from ..widgets.messages import Notice

                Notice(self.look, tr("resources", "Not kept"), words.trouble(trouble), self).show_it()
            return
        self._kept = True
        super().accept()
