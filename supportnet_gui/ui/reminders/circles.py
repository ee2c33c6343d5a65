"""A rhythm for each circle, changed in one place for everyone who goes as their circle does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import words
from ...core.model import Circle, Rhythm, RhythmMode, Unit
from ..theme import Look
from ..widgets.choice import Choice, numbers, units
from ..widgets.flow import Flow
from ..widgets.text import Text
from .parts import Part

tr = QCoreApplication.translate


class Circles(Part):
    """`now` gives the rhythms that are kept; `choose` keeps another for a circle, None for no rhythm."""

    def __init__(
        self,
        look: Look,
        now: Callable[[], dict[Circle, Rhythm]],
        choose: Callable[[Circle, Rhythm | None], None],
    ) -> None:
        super().__init__()
        self._now = now
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(
            Text(
                look,
                tr(
                    "Reminders",
                    "It counts for everyone who goes “As often as their circle”. That is chosen for each, under Edit.",
                ),
                "quiet",
            )
        )
        self.rows = {circle: CircleRow(look, circle, partial(choose, circle)) for circle in Circle}
        for row in self.rows.values():
            column.addWidget(row)

    def refresh(self) -> None:
        kept = self._now()
        for circle, row in self.rows.items():
            row.show_rhythm(kept.get(circle))


class CircleRow(QWidget):
    """One circle: no rhythm, or every so many days, weeks or months."""

    def __init__(self, look: Look, circle: Circle, choose: Callable[[Rhythm | None], None]) -> None:
        super().__init__()
        self._choose = choose
        self._kept: Rhythm | None = None
        name = words.circle(circle)
        modes = ((False, tr("Reminders", "No rhythm")), (True, tr("Reminders", "About every …")))
        self.mode = Choice(look, name, modes)
        self.every = Choice(look, tr("Reminders", "{circle}: how many").format(circle=name), numbers(1, 31))
        days = tr("Reminders", "{circle}: days, weeks or months").format(circle=name)
        self.unit = Choice(look, days, units())
        self.mode.setMinimumContentsLength(12)
        self.every.setMinimumContentsLength(4)
        label = Text(look, name, "strong")
        label.setBuddy(self.mode)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(label)
        column.addWidget(Flow(self.mode, self.every, self.unit, gap=look.px(8)))
        for choice in (self.mode, self.every, self.unit):
            choice.activated.connect(self._chosen)

    def show_rhythm(self, rhythm: Rhythm | None) -> None:
        self._kept = rhythm
        shown = rhythm or Rhythm(every=1, unit=Unit.MONTH)
        self.mode.choose(rhythm is not None)
        self.every.offer(numbers(shown.every, 31))
        self.every.choose(shown.every)
        self.unit.choose(shown.unit)
        self.every.setVisible(rhythm is not None)
        self.unit.setVisible(rhythm is not None)

    def _chosen(self) -> None:
        every, unit = self.every.value, self.unit.value
        assert isinstance(every, int)
        assert isinstance(unit, Unit)
        # Another number goes on from the day the rhythm began.
        began = self._kept.began if self._kept is not None else None
        wanted = Rhythm(RhythmMode.OWN, every, unit, began) if self.mode.value else None
        if wanted != self._kept:
            self._choose(wanted)
