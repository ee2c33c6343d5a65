"""When a meeting comes next. Pure date arithmetic; the clock time of a meeting is not looked at."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .model import Repeats

if TYPE_CHECKING:
    from .model import Meeting

_WEEK = 7


def next_on(meeting: Meeting, today: date) -> date | None:
    """The day of the next meeting, today or later; None where none is left or the record does not say when."""
    if meeting.repeats is Repeats.ONCE:
        return meeting.on if meeting.on is not None and meeting.on >= today else None
    if meeting.weekday is None:
        return None
    try:
        if meeting.repeats is Repeats.WEEKLY:
            return today + timedelta(days=(meeting.weekday - today.isoweekday()) % _WEEK)
        return _next_monthly(meeting.weekday, meeting.nth, today)
    except (OverflowError, ValueError):  # After the year 9999 there is none.
        return None


def _next_monthly(weekday: int, nth: int | None, today: date) -> date | None:
    if nth is None:
        return None
    year, month = today.year, today.month
    while True:
        on = _nth_weekday(year, month, weekday, nth)
        if on >= today:
            return on
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth of a weekday in a month, which has four of each at least; the last one for -1."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % _WEEK)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % _WEEK + _WEEK * (nth - 1))
