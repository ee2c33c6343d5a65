"""When one meets: a group every week, an appointment on one day. A time and a place only if they are known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QWidget

from ... import meeting_words
from ...core.model import Meeting, Repeats
from ..theme import Look
from ..widgets.choice import Choice
from ..widgets.date_field import DateField
from ..widgets.fields import line, paragraph
from ..widgets.flow import Flow
from ..widgets.text import Text
from ..widgets.times import read_time, typed_time
from .edit_rows import Row, RowsEditor

tr = QCoreApplication.translate


class MeetingRow(Row):
    """One meeting. What it is kept with and shows no field for, like its time zone, stays as it is."""

    def __init__(self, look: Look, one: Meeting, today: date, zone: str) -> None:
        super().__init__(look)
        self._kept = one
        often = [
            (each, meeting_words.repeats(each)) for each in (Repeats.WEEKLY, Repeats.MONTHLY, Repeats.ONCE)
        ]
        which = [(number, meeting_words.nth(number)) for number in (1, 2, 3, 4, -1)]
        self.repeats = self.first = Choice(look, tr("People", "How often"), often, one.repeats)
        self.nth = Choice(look, tr("People", "Which one in the month"), which, one.nth or 1)
        self.weekday = Choice(look, tr("People", "Day of the week"), _weekdays(), one.weekday)
        self.on = DateField(look, tr("People", "The day"), one.on or today, None, None)
        name = tr("People", "Time, if known")
        self.time = line(look, typed_time(one.at), name, tr("People", "Time, like 18:30"))
        self.place = line(look, one.place, tr("People", "Place, if known"), tr("People", "Place"))
        self.note = paragraph(look, one.note)
        self.note.setAccessibleName(tr("People", "A note, if you like"))
        self.note.setPlaceholderText(tr("People", "Note"))
        self._first_note = self.note.toPlainText()
        self.problem = Text(look, "")
        self.elsewhere = Text(look, "", "small")
        if one.zone not in ("", zone):
            self.elsewhere.setText(meeting_words.elsewhere(one.zone))
        self.elsewhere.setVisible(bool(self.elsewhere.text()))
        self._first_day = self.on.day
        self._lay_out(look)
        self.repeats.currentIndexChanged.connect(self._show_fields)
        self.weekday.currentIndexChanged.connect(self._forget_problem)
        self.time.textEdited.connect(self._forget_problem)
        self._show_fields()

    def meeting(self) -> Meeting | None:
        """What stands here; None where nothing does, or not enough to know the day."""
        repeats, weekday, nth = self.repeats.value, self.weekday.value, self.nth.value
        assert isinstance(repeats, Repeats)
        once, monthly = repeats is Repeats.ONCE, repeats is Repeats.MONTHLY
        if not once and weekday is None:
            return None
        return replace(
            self._kept,
            repeats=repeats,
            on=self._on() if once else None,
            weekday=weekday if not once and isinstance(weekday, int) else None,
            nth=nth if monthly and isinstance(nth, int) else None,
            at=self._at(),
            place=self.place.text().strip(),
            note=self._note(),
        )

    @property
    def empty(self) -> bool:
        """Whether nothing was said yet but how often. A day is seen, and so it counts."""
        if self.repeats.value is Repeats.ONCE or self.weekday.value is not None:
            return False
        return not any(
            text.strip() for text in (self.time.text(), self.place.text(), self.note.toPlainText())
        )

    def check(self) -> bool:
        """Whether it can be kept, or is empty; otherwise a sentence says what is unclear and has the keyboard."""
        field, sentence = self._unclear()
        self._forget_problem()
        if field is not None:
            self.problem.setText(sentence)
            self.problem.show()
            field.setAccessibleDescription(sentence)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is None

    def typed(self) -> tuple[object, ...]:
        """What stands in every field, understood or not."""
        chosen = (self.repeats.value, self.nth.value, self.weekday.value, self.on.day)
        return (*chosen, self.time.text(), self.place.text(), self.note.toPlainText())

    def _unclear(self) -> tuple[QWidget | None, str]:
        """The field that does not say enough, and what to say about it."""
        if self.meeting() is None and not self.empty:
            return self.weekday, tr(
                "People", "Which day of the week is it? You could choose one, or remove this meeting."
            )
        try:
            read_time(self.time.text())
        except ValueError:
            return self.time, tr("People", "A time could look like 18:30. It can also stay empty.")
        return None, ""

    def _on(self) -> date:
        """The day; one the field cannot show stays as it is until another is chosen."""
        kept, shown = self._kept.on, self.on.day
        return kept if kept is not None and shown == self._first_day else shown

    def _note(self) -> str:
        """The note; one that nobody touched stays to the letter, where a field would even out its spaces."""
        shown = self.note.toPlainText()
        return self._kept.note if shown == self._first_note else shown.strip()

    def _at(self) -> time | None:
        """The time; what is no time yet counts as none, until `check` asks about it."""
        try:
            return read_time(self.time.text())
        except ValueError:
            return None

    def _forget_problem(self) -> None:
        self.problem.hide()
        self.weekday.setAccessibleDescription("")
        self.time.setAccessibleDescription(self.elsewhere.text())

    def _show_fields(self) -> None:
        """Only what this way of repeating needs; what was chosen for another one waits there."""
        once = self.repeats.value is Repeats.ONCE
        self.nth.setVisible(self.repeats.value is Repeats.MONTHLY)
        self.weekday.setVisible(not once)
        self.on.setVisible(once)
        self._forget_problem()

    def _lay_out(self, look: Look) -> None:
        for choice, letters in ((self.repeats, 12), (self.nth, 9), (self.weekday, 10)):
            choice.setMinimumContentsLength(letters)
        self.time.setFixedWidth(look.px(150))
        for field in (self.place, self.note):
            field.setMinimumWidth(look.px(250))
        # No wider by itself than the place beside it.
        self.note.setMaximumWidth(look.px(250))
        gap = look.px(8)
        self.body.addWidget(Flow(self.repeats, self.nth, self.weekday, self.on, gap=gap))
        # Beside either field it may be about: with large letters in a small window a row is longer than the view.
        self.body.addWidget(self.problem)
        self.body.addWidget(Flow(self.time, self.place, self.note, self.remove, gap=gap))
        self.body.addWidget(self.elsewhere)


class MeetingsEditor(RowsEditor[MeetingRow]):
    """All meetings with somebody, or of a group. New ones are in `zone`, where the reader is."""

    def __init__(self, look: Look, meetings: tuple[Meeting, ...], today: date, zone: str) -> None:
        super().__init__(look, tr("People", "Add a meeting"))
        self._today, self._zone = today, zone
        for one in meetings:
            self._add(MeetingRow(look, one, today, zone))

    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of which the day is known."""
        return tuple(one for row in self.rows if (one := row.meeting()) is not None)

    def wrong(self) -> Text | None:
        """The sentence about the first meeting that is unclear, shown now; its field has the keyboard."""
        return next((row.problem for row in self.rows if not row.check()), None)

    def typed(self) -> tuple[object, ...]:
        """What stands in the fields, understood or not. A row with nothing in it is nothing typed."""
        return tuple(row.typed() for row in self.rows if not row.empty)

    def _empty(self) -> MeetingRow:
        return MeetingRow(self._look, Meeting(Repeats.WEEKLY, zone=self._zone), self._today, self._zone)


def _weekdays() -> list[tuple[object, str]]:
    """The days of a week, from the one with which the country's weeks begin."""
    first = QLocale().firstDayOfWeek().value
    days = [(first - 1 + step) % 7 + 1 for step in range(7)]
    return [(None, tr("People", "Day")), *((day, meeting_words.weekday(day)) for day in days)]
