"""When a group meets, or an appointment is, in words. Needs QtCore only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from . import words
from .core.model import Meeting, Repeats

if TYPE_CHECKING:
    from datetime import date

tr = QCoreApplication.translate

A_WEEK = 7  # days


def meeting(one: Meeting, today: date) -> str:
    """When and where: "Thursdays, 18:30 · Library"."""
    return " · ".join(filter(None, (when(one, today), words.short(one.place, len(one.place)))))


def when(one: Meeting, today: date) -> str:
    """When alone: "Thursdays, 18:30", "The last Friday of the month, 19:00", "3 December, 10:00"."""
    return _with_time(_days(one, today), one)


def when_inside(one: Meeting, today: date) -> str:
    """The same after other words of a sentence: "You noted: the last Friday of the month, 19:00."."""
    return _with_time(_days_inside(one, today), one)


def soon(one: Meeting, on: date, today: date) -> str:
    """When the next one is, inside a sentence, on a day of this week: "tomorrow, 19:00", "Friday, 19:00".

    A meeting of every week is told by its day as ever.
    """
    days = (on - today).days
    if one.repeats is Repeats.WEEKLY or not 0 <= days < A_WEEK:
        return when_inside(one, today)
    if days <= 1:
        return _with_time(tr("meetings", "tomorrow") if days else tr("meetings", "today"), one)
    return _with_time(QLocale().dayName(on.isoweekday(), QLocale.FormatType.LongFormat), one)


def _with_time(days: str, one: Meeting) -> str:
    if one.at is None:
        return days
    return tr("meetings", "{days}, {time}").format(days=days, time=words.clock(one.at))


def elsewhere(zone: str) -> str:
    """Whose clock a time is by, where that is not the reader's: "Asia/Tokyo" is Tokyo."""
    place = words.short(zone.rpartition("/")[2].replace("_", " "))
    return tr("meetings", "The time is by the clock of {place}.").format(place=place)


def repeats(value: Repeats) -> str:
    return {
        Repeats.WEEKLY: tr("meetings", "Every week"),
        Repeats.MONTHLY: tr("meetings", "Once a month"),
        Repeats.ONCE: tr("meetings", "On one day"),
    }[value]


def nth(value: int) -> str:
    """Which weekday of a month: 1 to 4, or -1 for the last."""
    return {
        1: tr("meetings", "The first"),
        2: tr("meetings", "The second"),
        3: tr("meetings", "The third"),
        4: tr("meetings", "The fourth"),
        -1: tr("meetings", "The last"),
    }[value]


def weekday(value: int) -> str:
    """The name of a day of the week, 1 for Monday, as it stands alone."""
    return QLocale().standaloneDayName(value, QLocale.FormatType.LongFormat)


def _days(one: Meeting, today: date) -> str:
    match one:
        case Meeting(repeats=Repeats.ONCE, on=day) if day is not None:
            return _one_day(day, today)
        case Meeting(repeats=Repeats.MONTHLY, weekday=number, nth=which) if number and which:
            return _every_month(which, number)
        case Meeting(repeats=Repeats.WEEKLY, weekday=number) if number:
            return _every_week(number)
    raise ValueError("no such meeting")


def _days_inside(one: Meeting, today: date) -> str:
    """As `_days`, without the capital of a sentence's beginning. A language writes its names of days as it likes."""
    match one:
        case Meeting(repeats=Repeats.ONCE, on=day) if day is not None and 0 <= (day - today).days <= 1:
            return tr("meetings", "today") if day == today else tr("meetings", "tomorrow")
        case Meeting(repeats=Repeats.MONTHLY, weekday=number, nth=which) if number and which:
            return _every_month_inside(which, number)
        case Meeting(repeats=Repeats.WEEKLY, weekday=number) if number:
            return _every_week_inside(number)
    return _days(one, today)


def _every_week(number: int) -> str:
    return {
        1: tr("meetings", "Mondays"),
        2: tr("meetings", "Tuesdays"),
        3: tr("meetings", "Wednesdays"),
        4: tr("meetings", "Thursdays"),
        5: tr("meetings", "Fridays"),
        6: tr("meetings", "Saturdays"),
        7: tr("meetings", "Sundays"),
    }[number]


def _every_month(which: int, number: int) -> str:
    sentence = {
        1: tr("meetings", "The first {weekday} of the month"),
        2: tr("meetings", "The second {weekday} of the month"),
        3: tr("meetings", "The third {weekday} of the month"),
        4: tr("meetings", "The fourth {weekday} of the month"),
        -1: tr("meetings", "The last {weekday} of the month"),
    }[which]
    return sentence.format(weekday=QLocale().dayName(number, QLocale.FormatType.LongFormat))


def _every_week_inside(number: int) -> str:
    return {
        1: tr("meetings", "Mondays", "inside a sentence"),
        2: tr("meetings", "Tuesdays", "inside a sentence"),
        3: tr("meetings", "Wednesdays", "inside a sentence"),
        4: tr("meetings", "Thursdays", "inside a sentence"),
        5: tr("meetings", "Fridays", "inside a sentence"),
        6: tr("meetings", "Saturdays", "inside a sentence"),
        7: tr("meetings", "Sundays", "inside a sentence"),
    }[number]


def _every_month_inside(which: int, number: int) -> str:
    sentence = {
        1: tr("meetings", "the first {weekday} of the month"),
        2: tr("meetings", "the second {weekday} of the month"),
        3: tr("meetings", "the third {weekday} of the month"),
        4: tr("meetings", "the fourth {weekday} of the month"),
        -1: tr("meetings", "the last {weekday} of the month"),
    }[which]
    return sentence.format(weekday=QLocale().dayName(number, QLocale.FormatType.LongFormat))


def _one_day(day: date, today: date) -> str:
    """A day to come or gone by. Never a weekday alone, which would read as the next one."""
    days = (day - today).days
    if days == 0:
        return tr("meetings", "Today")
    if days == 1:
        return tr("meetings", "Tomorrow")
    if day.year == today.year:
        return QLocale().toString(QDate(day.year, day.month, day.day), tr("meetings", "d MMMM"))
    return words.day(day)
