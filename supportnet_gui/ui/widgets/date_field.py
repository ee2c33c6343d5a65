"""A day to choose. A calendar is slow to bring in, so it stands alone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from ..theme import Look

tr = QCoreApplication.translate


class DateField(QDateEdit):
    """A day, typed or chosen from a calendar."""

    def __init__(self, look: Look, name: str, day: date, earliest: date | None, latest: date | None) -> None:
        super().__init__()
        self.setDisplayFormat(tr("People", "d MMMM yyyy"))
        self.setMaximumWidth(look.px(260))
        self.setCalendarPopup(True)
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        # Qt's own calendar has weekends in red.
        ink = QTextCharFormat()
        ink.setForeground(look.colour("ink"))
        for weekday in Qt.DayOfWeek:
            calendar.setWeekdayTextFormat(weekday, ink)
        self.setMinimumDate(to_qt(earliest or date(1900, 1, 1)))
        if latest is not None:
            self.setMaximumDate(to_qt(latest))
        self.setDate(to_qt(day))
        self.setAccessibleName(name)
        self.setMinimumHeight(look.px(34))

    @property
    def day(self) -> date:
        return self.date().toPython()  # type: ignore[return-value]

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
