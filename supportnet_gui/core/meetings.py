"""When a meeting comes next: by its own calendar, and as it falls for a reader in another time zone. Pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .model import Meeting, Repeats

if TYPE_CHECKING:
    from datetime import time, tzinfo

_WEEK = 7
_FURTHEST_DAYS = timedelta(days=2)
"""Two clocks may show days so far apart: from Kiribati to an island of the United States it is 26 hours."""


class Seen(NamedTuple):
    """A meeting as it falls for a reader: the day, and the meeting in the reader's civil time."""

    on: date
    meeting: Meeting


def next_seen(meeting: Meeting, day: date, here: str, now: datetime | None = None) -> Seen | None:
    """The next meeting on a day or later by the clock of the zone `here`; None where none is left.

    With `now`, civil time in that zone, one that has begun is left out. A meeting of which no zone is known, or
    no time, is where the reader is; so is every one where `here` is empty.
    """
    try:
        on = next_on(meeting, day if _is_here(meeting, here) else day - _FURTHEST_DAYS)
        while on is not None:
            found = seen(meeting, on, here)
            at = found.meeting.at
            begun = now is not None and at is not None and datetime.combine(found.on, at) < now
            if found.on >= day and not begun:
                return found
            on = next_on(meeting, on + timedelta(days=1))
    except OverflowError:  # Before the year 1 and after 9999 there are no days.
        pass
    return None


def seen(meeting: Meeting, on: date, here: str) -> Seen:
    """A meeting on a day of its own zone, by the clock of the zone `here`.

    The day of the week may be another. A weekday of each month that falls on another day has no name of its own
    there, so it is told as the one day.
    """
    day, at = on, meeting.at
    if at is None or _is_here(meeting, here):
        return Seen(on, meeting)
    day, at = _moved(on, at, meeting.zone, here)
    meeting = replace(meeting, at=at, zone=here)
    if meeting.repeats is Repeats.WEEKLY:
        return Seen(day, replace(meeting, weekday=day.isoweekday()))
    if meeting.repeats is Repeats.ONCE or day != on:
        return Seen(day, replace(meeting, repeats=Repeats.ONCE, on=day, weekday=None, nth=None))
    return Seen(day, meeting)


def _is_here(meeting: Meeting, here: str) -> bool:
    """Whether there is nothing to work out. A name that this computer does not know is of no use."""
    return meeting.at is None or meeting.zone == here or _zone(meeting.zone) is None or _zone(here) is None


def _moved(on: date, at: time, there: str, here: str) -> tuple[date, time]:
    try:
        moment = datetime.combine(on, at, _zone(there)).astimezone(_zone(here))
    except OverflowError:
        return on, at
    return moment.date(), moment.time()


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


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
