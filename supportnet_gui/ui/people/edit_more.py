"""What else can be written down about somebody. All of it is folded away, and none of it is needed."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ... import words
from ...core.model import Circle, Kind, Offer, Rhythm, RhythmMode, Support, Supporter, Unit
from ..theme import Look
from ..widgets.choice import Choice, numbers, units
from ..widgets.date_field import DateField
from ..widgets.fields import Labelled, line, paragraph
from ..widgets.flow import Flow
from ..widgets.text import Text
from .date_fields import MaybeDate
from .edit_dates import DatesEditor
from .edit_meetings import MeetingsEditor
from .fields import Ticks, tick

tr = QCoreApplication.translate
Field = TypeVar("Field", bound=QWidget)


class RhythmEditor(QWidget):
    """How often to be in touch: without a plan, as often as the circle says, or every so often."""

    def __init__(self, look: Look, rhythm: Rhythm, today: date) -> None:
        super().__init__()
        modes = (
            (RhythmMode.NONE, tr("People", "No rhythm")),
            (RhythmMode.CIRCLE, tr("People", "As often as their circle")),
            (RhythmMode.OWN, tr("People", "About every …")),
        )
        self.mode = Choice(look, tr("People", "Rhythm"), modes, rhythm.mode)
        self.mode.setMinimumContentsLength(18)
        self.every = Choice(look, tr("People", "How many"), numbers(rhythm.every, 31), rhythm.every)
        self.every.setMinimumContentsLength(4)
        self.unit = Choice(look, tr("People", "Days, weeks or months"), units(), rhythm.unit)
        self.began = DateField(look, tr("People", "Starting"), rhythm.began or today, None, None)
        self._beginning = Text(look, tr("People", "Starting"), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Flow(self.mode, self.every, self.unit, gap=look.px(8)))
        column.addWidget(Flow(self._beginning, self.began, gap=look.px(8)))
        self.mode.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    def rhythm(self) -> Rhythm:
        mode, unit, every = self.mode.value, self.unit.value, self.every.value
        assert isinstance(mode, RhythmMode)
        assert isinstance(unit, Unit)
        assert isinstance(every, int)
        began = None if mode is RhythmMode.NONE else self.began.day
        return Rhythm(mode, every, unit, began)

    def _show_fields(self) -> None:
        mode = self.mode.value
        self.every.setVisible(mode is RhythmMode.OWN)
        self.unit.setVisible(mode is RhythmMode.OWN)
        self._beginning.setVisible(mode is not RhythmMode.NONE)
        self.began.setVisible(mode is not RhythmMode.NONE)


class MoreFields(QWidget):
    """The rest of what is kept about somebody."""

    def __init__(self, look: Look, one: Supporter, ticks: Ticks, today: date, zone: str) -> None:
        super().__init__()
        self._look, self._ticks = look, ticks
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(14))
        kinds = [(kind, words.kind(kind)) for kind in Kind]
        circles = [(circle, words.circle(circle)) for circle in Circle]
        self.kind = self._add(tr("People", "Who or what this is"), Choice(look, "", kinds, one.kind))
        self.circle = self._add(tr("People", "Circle"), Choice(look, "", circles, one.circle))
        self.pronouns = self._add(tr("People", "Pronouns"), line(look, one.pronouns))
        self.helps = self._paragraph(tr("People", "What helps"), one.helps)
        self.helps_not = self._paragraph(tr("People", "What does not"), one.helps_not)
        self.offered = self._paragraph(tr("People", "What they offered"), one.offered)
        self.available = self._paragraph(tr("People", "When they can"), one.available)
        self._add_notes(one)
        self.not_for = self._paragraph(tr("People", "Not for"), one.not_for)
        self.not_in_crisis = self._tick(tr("People", "Not in a crisis"), one.not_in_crisis)
        self.easy = self._tick(tr("People", "Easy to be with on a low day"), one.easy_on_low_day)
        self.hard_moment = self._add(
            tr("People", "For a hard moment"),
            Choice(look, "", self._order(one.hard_moment), one.hard_moment),
            tr("People", "1 comes first, then 2, and so on."),
        )
        self.asked = MaybeDate(
            look,
            tr("People", "I asked them for support on"),
            tr("People", "The day I asked"),
            one.asked_on,
            today,
            latest=max(today, one.asked_on or today),
        )
        self._column.addWidget(self.asked)
        self.code_word = self._add(
            tr("People", "Code word"),
            line(look, one.code_word),
            tr("People", "A word the two of you agreed on for when things are hard."),
        )
        self.rhythm = self._add(
            tr("People", "How often to be in touch"), RhythmEditor(look, one.rhythm, today)
        )
        self.meetings = self._add(
            tr("People", "When you meet"),
            MeetingsEditor(look, one.meetings, today, zone),
            tr("People", "A group, an appointment, or a walk the two of you take."),
        )
        self.dates = self._add(tr("People", "Dates"), DatesEditor(look, one.dates))

    def wrong(self) -> Text | None:
        """The sentence about the first thing that cannot be kept, shown now; its field has the keyboard."""
        return self.meetings.wrong() or self.dates.wrong()

    def typed(self) -> tuple[object, ...]:
        """What is no value yet, like half a year."""
        return self.meetings.typed() + self.dates.typed()

    def in_order(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        return [self, *self.meetings.in_order(), *self.dates.in_order()]

    def values(self) -> dict[str, Any]:
        """What stands in the fields now, by the names of `Supporter`'s fields."""
        notes = self.notes
        return {
            "kind": self.kind.value,
            "circle": self.circle.value,
            "pronouns": self.pronouns.text(),
            "helps": self.helps.toPlainText(),
            "helps_not": self.helps_not.toPlainText(),
            "offered": self.offered.toPlainText(),
            "available": self.available.toPlainText(),
            "not_for": self.not_for.toPlainText(),
            "not_in_crisis": self.not_in_crisis.isChecked(),
            "easy_on_low_day": self.easy.isChecked(),
            "hard_moment": self.hard_moment.value,
            "asked_on": self.asked.day,
            "code_word": self.code_word.text(),
            "rhythm": self.rhythm.rhythm(),
            "meetings": self.meetings.meetings(),
            "dates": self.dates.dates(),
            "offers": tuple(Offer(one, notes[one].text().strip()) for one in self._ticks.ticked()),
        }

    @staticmethod
    def _order(now: int | None) -> list[tuple[object, str]]:
        return [(None, tr("People", "Not chosen")), *numbers(now or 1, 9)]

    def _add_notes(self, one: Supporter) -> None:
        """A note for each kind of support, open to type in while that kind is ticked."""
        kept = {offer.support: offer.note for offer in one.offers}
        self.notes: dict[Support, QLineEdit] = {}
        for support in Support:
            label = tr("People", "About “{support}”").format(support=words.support(support))
            self.notes[support] = line(self._look, kept.get(support, ""))
            part = Labelled(self._look, label, self.notes[support])
            box = self._ticks.boxes[support]
            part.setVisible(box.isChecked())
            box.toggled.connect(part.setVisible)
            self._column.addWidget(part)

    def _add(self, label: str, field: Field, hint: str = "") -> Field:
        self._column.addWidget(Labelled(self._look, label, field, hint))
        return field

    def _paragraph(self, label: str, text: str) -> QPlainTextEdit:
        return self._add(label, paragraph(self._look, text))

    def _tick(self, label: str, ticked: bool) -> QCheckBox:
        box = tick(self._look, label, ticked)
        self._column.addWidget(box)
        return box
