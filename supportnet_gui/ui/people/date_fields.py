"""A day to choose, and a day that may be unknown. Apart from `fields`: a calendar is slow to bring in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QDateEdit, QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.flow import Flow

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


class MaybeDate(QWidget):
    """A tick, and a day beside it that counts only where it is ticked."""

    def __init__(
        self,
        look: Look,
        words_: str,
        name: str,
        day: date | None,
        today: date,
        earliest: date | None = None,
        latest: date | None = None,
    ) -> None:
        super().__init__()
        self.known = QCheckBox(words_)
        self.known.setMinimumHeight(look.px(32))
        self.field = DateField(look, name, day or today, earliest, latest)
        self.known.setChecked(day is not None)
        self.field.setEnabled(day is not None)
        self.known.toggled.connect(self.field.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(self.known, self.field, gap=look.px(8)))

    @property
    def day(self) -> date | None:
        return self.field.day if self.known.isChecked() else None

    def set_day(self, day: date | None) -> None:
        self.known.setChecked(day is not None)
        if day is not None:
            self.field.setDate(to_qt(day))


def to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
