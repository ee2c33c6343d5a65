"""Dates to remember, of which any part may be unknown."""

from __future__ import annotations

import calendar

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from ... import words
from ...core.model import DateKind, SpecialDate
from ..theme import Look
from ..widgets.choice import Choice
from ..widgets.fields import line
from ..widgets.flow import Flow
from ..widgets.text import Text
from .edit_rows import Row, RowsEditor

tr = QCoreApplication.translate

_ANY_LEAP_YEAR = 2000


class DateRow(Row):
    """One date: what it is, and as much of it as is known."""

    def __init__(self, look: Look, one: SpecialDate) -> None:
        super().__init__(look)
        self._notice = one.notice
        kinds = [(kind, words.date_kind(kind)) for kind in DateKind]
        days: list[tuple[object, str]] = [(None, tr("People", "Day"))]
        days += [(day, str(day)) for day in range(1, 32)]
        months: list[tuple[object, str]] = [(None, tr("People", "Month"))]
        long = QLocale.FormatType.LongFormat
        months += [(month, QLocale().standaloneMonthName(month, long)) for month in range(1, 13)]
        self.kind = self.first = Choice(look, tr("People", "Kind of date"), kinds, one.kind)
        self.day = Choice(look, tr("People", "Day, if known"), days, one.day)
        self.month = Choice(look, tr("People", "Month, if known"), months, one.month)
        year = tr("People", "Year, if known")
        self.year = line(look, str(one.year) if one.year else "", year, tr("People", "Year"))
        self.year.setFixedWidth(look.px(76))
        self.kind.setMinimumContentsLength(11)
        self.day.setMinimumContentsLength(3)
        self.problem = Text(look, "")
        self.problem.hide()
        self.body.addWidget(Flow(self.kind, self.day, self.month, self.year, self.remove, gap=look.px(8)))
        self.body.addWidget(self.problem)

    def special_date(self) -> SpecialDate:
        kind, day, month = self.kind.value, self.day.value, self.month.value
        assert isinstance(kind, DateKind)
        return SpecialDate(
            kind,
            self._year(),
            month if isinstance(month, int) else None,
            day if isinstance(day, int) else None,
            self._notice,
        )

    def check(self) -> bool:
        """Whether there is such a day; otherwise a sentence says so, and the keyboard goes there."""
        sentence = self._sentence()
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.year.setFocus(Qt.FocusReason.OtherFocusReason)
            self.year.setAccessibleDescription(sentence)
        return not sentence

    def _year(self) -> int | None:
        """The year typed, in any script's digits; None for nothing and for what is no year."""
        text = self.year.text().strip()
        number = int(text) if text.isdecimal() and len(text) <= 4 else 0
        return number or None

    def _sentence(self) -> str:
        one = self.special_date()
        if self.year.text().strip() and one.year is None:
            return tr("People", "A year is up to four digits, like 1984. It can also stay empty.")
        if one.day and one.month:
            year = one.year or _ANY_LEAP_YEAR
            if one.day > calendar.monthrange(year, one.month)[1]:
                return tr(
                    "People", "That month has no such day. You could change the day, or leave it unknown."
                )
        return ""


class DatesEditor(RowsEditor[DateRow]):
    """All dates to remember about somebody."""

    def __init__(self, look: Look, dates: tuple[SpecialDate, ...]) -> None:
        super().__init__(look, tr("People", "Add a date"))
        for one in dates:
            self._add(DateRow(look, one))

    def dates(self) -> tuple[SpecialDate, ...]:
        """The dates of which something is known."""
        found = (row.special_date() for row in self.rows)
        return tuple(one for one in found if one.day or one.month or one.year)

    def wrong(self) -> Text | None:
        """The sentence about the first date that cannot be, shown now; its field has the keyboard."""
        return next((row.problem for row in self.rows if not row.check()), None)

    def typed(self) -> tuple[object, ...]:
        """What stands in the fields for years, understood or not."""
        return tuple(row.year.text() for row in self.rows if row.year.text())

    def _empty(self) -> DateRow:
        return DateRow(self._look, SpecialDate(DateKind.BIRTHDAY))
