"""When something was: today, yesterday or another day; a time of day for whoever knows it."""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from ...core.paths import resources
from ..theme import Look
from ..widgets.text import Text
from ..widgets.times import read_time, typed_time
from .choice import Answers

tr = QCoreApplication.translate

EARLIEST = QDate(1900, 1, 1)
_ARROW = """QDateEdit::drop-down {{ border: none; width: {room}px; }}
QDateEdit::down-arrow {{ image: url("{arrow}"); width: {side}px; height: {side}px; }}"""


class Day(StrEnum):
    TODAY = "today"
    YESTERDAY = "yesterday"
    ANOTHER = "another"


class WhenField(QWidget):
    """Which day, and which time if known. With nothing chosen it is today. No day to come can be chosen."""

    changed = Signal()

    def __init__(self, look: Look, today: date, on: date | None = None, at: time | None = None) -> None:
        super().__init__()
        self._today = today
        self._given: date | None = None
        question = tr("LogDialog", "When")
        self.days = Answers(
            look,
            question,
            [
                (Day.TODAY, tr("LogDialog", "Today")),
                (Day.YESTERDAY, tr("LogDialog", "Yesterday")),
                (Day.ANOTHER, tr("LogDialog", "Another day")),
            ],
        )
        self.date = _DateField(look, today)
        self.time = QLineEdit()
        self.time.setPlaceholderText(tr("LogDialog", "Like 18:30"))
        self.time.setMaximumWidth(look.px(190))
        self.time.setMinimumHeight(look.px(34))
        self.time.setAccessibleName(tr("LogDialog", "Time, if you know it"))
        self.problem = Text(look, "")
        self.problem.hide()
        self._lay_out(look, question)
        self._fill(on, at)
        self.days.changed.connect(self._day_chosen)
        self.date.dateChanged.connect(self._date_chosen)
        self.time.textEdited.connect(self._time_typed)

    @property
    def on(self) -> date:
        """The day."""
        match self.days.value:
            case Day.YESTERDAY:
                return self._today - timedelta(days=1)
            case Day.ANOTHER:
                chosen = self.date.date()
                return self._given or date(chosen.year(), chosen.month(), chosen.day())
        return self._today

    def at(self) -> time | None:
        """The time of day, None where it is not known. Raises ValueError where what is typed is no time."""
        return read_time(self.time.text())

    def say_time(self) -> None:
        """Say how a time can be typed, and go there."""
        sentence = tr("LogDialog", "A time could look like 18:30. You could also leave it out.")
        self.problem.setText(sentence)
        self.problem.show()
        self.time.setAccessibleDescription(sentence)
        self.time.setFocus()
        self.time.selectAll()

    def _lay_out(self, look: Look, question: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(5))
        column.addWidget(Text(look, question, "strong"))
        column.addWidget(self.days)
        column.addWidget(self.date)
        label = Text(look, tr("LogDialog", "Time, if you know it"), "small")
        label.setBuddy(self.time)
        column.addSpacing(look.px(4))
        column.addWidget(label)
        column.addWidget(self.time)
        column.addWidget(self.problem)

    def _fill(self, on: date | None, at: time | None) -> None:
        self.date.hide()
        self.time.setText(typed_time(at))
        if on is None:
            return
        days_ago = (self._today - on).days
        self.days.choose({0: Day.TODAY, 1: Day.YESTERDAY}.get(days_ago, Day.ANOTHER))
        if self.days.value is Day.ANOTHER:
            self.date.setDate(QDate(on.year, on.month, on.day))
            self.date.show()
            # A day the field cannot show stays as it is until another is chosen.
            self._given = on

    def _day_chosen(self) -> None:
        another = self.days.value is Day.ANOTHER
        self.date.setVisible(another)
        if another:
            self.date.setFocus()
        self.changed.emit()

    def _date_chosen(self) -> None:
        self._given = None

    def _time_typed(self) -> None:
        self.problem.hide()
        self.time.setAccessibleDescription("")


class _DateField(QDateEdit):
    """A day up to today, by typing, arrow keys or calendar. The wheel scrolls the dialog, never the date."""

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        last = QDate(today.year, today.month, today.day)
        self.setDisplayFormat(tr("LogDialog", "d MMMM yyyy"))
        self.setDateRange(EARLIEST, last)
        self.setDate(last.addDays(-2))
        self.setMinimumHeight(look.px(34))
        self.setMaximumWidth(look.px(260))
        self.setAccessibleName(tr("LogDialog", "Which day"))
        self.setCalendarPopup(True)
        arrow = (resources() / "icons" / "down-arrow.svg").as_posix()
        self.setStyleSheet(_ARROW.format(arrow=arrow, room=look.px(24), side=look.px(14)))
        self._dress(look, self.calendarWidget())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @staticmethod
    def _dress(look: Look, calendar: QCalendarWidget) -> None:
        """The theme's colours: weekends would be red."""
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        ink = QTextCharFormat()
        ink.setForeground(look.colour("ink"))
        for weekday in Qt.DayOfWeek:
            calendar.setWeekdayTextFormat(weekday, ink)
