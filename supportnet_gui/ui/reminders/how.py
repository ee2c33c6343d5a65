"""When reminders come: hours, days of the week, how many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout

from ... import words
from ...core.nudge_numbers import MOST_A_DAY, MOST_A_WEEK
from ...core.pace import Pace
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.choice import Choice, numbers
from ..widgets.flow import Flow
from ..widgets.text import Text
from .parts import Part, named

tr = QCoreApplication.translate

A_DAY_OF_HOURS = 24


class HowTheyCome(Part):
    """`now` gives what is kept, `choose` keeps something else."""

    def __init__(self, look: Look, now: Callable[[], Pace], choose: Callable[[Pace], None]) -> None:
        super().__init__()
        self._look, self._now, self._choose = look, now, choose
        kept = now()
        self.begins = Choice(look, tr("Reminders", "From"), _times(kept.begins), kept.begins)
        self.ends = Choice(look, tr("Reminders", "Until"), _times(kept.ends), kept.ends)
        self.a_day = Choice(look, tr("Reminders", "At most a day"), numbers(kept.a_day, MOST_A_DAY))
        self.a_week = Choice(look, tr("Reminders", "At most a week"), numbers(kept.a_week, MOST_A_WEEK))
        hours = numbers(kept.hours_between, A_DAY_OF_HOURS)
        self.between = Choice(look, tr("Reminders", "Hours between two"), hours)
        self.days = {day: self._chip(day) for day in _week()}
        self.note = Text(look, "")
        self._lay_out()
        self.refresh()
        for choice, field in (
            (self.begins, "begins"),
            (self.ends, "ends"),
            (self.a_day, "a_day"),
            (self.a_week, "a_week"),
            (self.between, "hours_between"),
        ):
            choice.activated.connect(partial(self._chosen, choice, field))

    def refresh(self) -> None:
        """Show what is kept, and let nothing be chosen that does not go with it."""
        kept = self._now()
        self.begins.offer(_times(kept.begins))
        self.ends.offer(_times(kept.ends))
        for choice, value in (
            (self.begins, kept.begins),
            (self.ends, kept.ends),
            (self.a_day, kept.a_day),
            (self.a_week, kept.a_week),
            (self.between, kept.hours_between),
        ):
            choice.choose(value)
        _allow(self.begins, lambda value: value < kept.ends)
        _allow(self.ends, lambda value: value > kept.begins)
        for day, chip in self.days.items():
            chip.setChecked(day in kept.weekdays)
        self._between_part.setVisible(kept.a_day > 1)
        self._say(_fewer(kept))

    def _chosen(self, choice: Choice, field: str, _row: int) -> None:
        kept = self._now()
        changed: dict[str, Any] = {field: choice.value}
        wanted = kept._replace(**changed)
        # More a day than a week cannot be: the other number follows.
        if field == "a_day":
            wanted = wanted._replace(a_week=max(wanted.a_week, wanted.a_day))
        if field == "a_week":
            wanted = wanted._replace(a_day=min(wanted.a_week, wanted.a_day))
        self._keep(wanted, tr("Reminders", "“Until” comes after “From”."))

    def _day_clicked(self) -> None:
        wanted = frozenset(day for day, chip in self.days.items() if chip.isChecked())
        self._keep(
            self._now()._replace(weekdays=wanted),
            tr("Reminders", "One day of the week stays. To have none at all, reminders can rest."),
        )

    def _keep(self, wanted: Pace, why_not: str) -> None:
        if not wanted.is_possible:
            self.refresh()
            self._say(why_not)
            announce(self, why_not)
        elif wanted != self._now():
            self._choose(wanted)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _chip(self, day: int) -> Button:
        form = QLocale.FormatType
        chip = Button(self._look, QLocale().standaloneDayName(day, form.ShortFormat), "chip")
        chip.setAccessibleName(QLocale().standaloneDayName(day, form.LongFormat))
        chip.clicked.connect(self._day_clicked)
        return chip

    def _lay_out(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        gap = look.px(12)
        for choice in (self.begins, self.ends, self.a_day, self.a_week, self.between):
            choice.setMinimumContentsLength(7)
        self._between_part = named(look, self.between.accessibleName(), self.between)
        column.addWidget(
            Flow(
                named(look, self.begins.accessibleName(), self.begins),
                named(look, self.ends.accessibleName(), self.ends),
                gap=gap,
            )
        )
        column.addWidget(
            named(look, tr("Reminders", "On these days"), Flow(*self.days.values(), gap=look.px(6)))
        )
        column.addWidget(
            Flow(
                named(look, self.a_day.accessibleName(), self.a_day),
                named(look, self.a_week.accessibleName(), self.a_week),
                self._between_part,
                gap=gap,
            )
        )
        column.addWidget(self.note)


def _week() -> list[int]:
    """The days of a week, from the one with which the country's weeks begin."""
    first = QLocale().firstDayOfWeek().value
    return [(first - 1 + step) % 7 + 1 for step in range(7)]


def _times(kept: time) -> list[tuple[object, str]]:
    """Every half hour, and what is chosen already."""
    halves = {time(hour, minute) for hour in range(24) for minute in (0, 30)}
    return [(value, words.clock(value)) for value in sorted({*halves, kept})]


def _allow(choice: Choice, fits: Callable[[time], bool]) -> None:
    """Only what fits can be chosen from a list of times."""
    model = choice.model()
    assert isinstance(model, QStandardItemModel)
    for row, value in enumerate(choice.values):
        assert isinstance(value, time)
        model.item(row).setEnabled(fits(value))


def _fewer(kept: Pace) -> str:
    """What to say where the hours have no room for as many as are allowed on a day."""
    hours = kept.ends.hour - kept.begins.hour + (kept.ends.minute - kept.begins.minute) / 60
    if (kept.a_day - 1) * kept.hours_between < hours:
        return ""
    return tr("Reminders", "With so many hours between two, fewer than that come in a day.")
