"""Dates and meetings somebody wants to be told of: which comes next, and on which days it may be told. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from .days import next_yearly
from .meetings import next_on
from .nudge_model import NudgeKind
from .nudge_numbers import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from .candidate import Candidate
    from .model import Meeting, SpecialDate
    from .pace import Pace

DAY = timedelta(days=1)


class Occasion(NamedTuple):
    """A date or a meeting that comes. It may be told from `first` to `last`, and on `last` before `until`."""

    who: Candidate
    kind: NudgeKind
    on: date
    first: date
    last: date
    until: time = time.max
    special: SpecialDate | None = None
    meeting: Meeting | None = None


def coming(one: Candidate, day: date, pace: Pace, here: tzinfo | None) -> Iterator[Occasion]:
    """The next of each date and meeting of somebody that can still be told on a day or later."""
    for special in one.dates:
        if (found := _next_date(one, special, day, pace)) is not None:
            yield found
    for meeting in one.meetings:
        if meeting.notice and (found := _next_meeting(one, meeting, day, pace, here)) is not None:
            yield found


def what(one: Occasion) -> str:
    """A text to sort by, so that it does not matter in which order somebody's dates were noted."""
    return repr(one.special or one.meeting)


def about(
    one: Candidate, kind: NudgeKind, on: date, here: tzinfo | None
) -> tuple[SpecialDate | None, Meeting | None]:
    """The date or the meeting of somebody that a reminder for a day is about; nothing where it is gone since."""
    if kind is NudgeKind.DATE:
        return min((found for found in one.dates if _is_on(found, on)), key=repr, default=None), None
    for meeting in sorted(one.meetings, key=repr):
        for noted in (on - DAY, on, on + DAY):
            if meeting.notice and next_on(meeting, noted) == noted and _here(meeting, noted, here)[0] == on:
                return None, meeting
    return None, None


def _is_on(special: SpecialDate, on: date) -> bool:
    if special.month is None:
        return False
    if special.day is None:
        return on.month == special.month
    return next_yearly(special.month, special.day, on) == on


def _next_date(one: Candidate, special: SpecialDate, day: date, pace: Pace) -> Occasion | None:
    found = _yearly(special.year, special.month, special.day, day, pace)
    return Occasion(one, NudgeKind.DATE, *found, special=special) if found is not None else None


@lru_cache(maxsize=2048)
def _yearly(
    year: int | None, month: int | None, number: int | None, day: date, pace: Pace
) -> tuple[date, date, date] | None:
    """The next time of a date, and from which day to which it may be told: the same for all who share it.

    A date of which only the month is known may be told all through it; without a month it has no day.
    """
    if month is None:
        return None
    start = max(day, date(year, 1, 1)) if year is not None else day
    if number is None:
        first, last = _month(start, month)
        return first, first, last
    for _ in range(2):
        on = next_yearly(month, number, start)
        if on is None:
            return None
        days = _days(on, time.max, pace)
        if days is not None and days[1] >= day:
            return on, *days
        start = on + DAY
    return None


def _next_meeting(
    one: Candidate, meeting: Meeting, day: date, pace: Pace, here: tzinfo | None
) -> Occasion | None:
    """Told in good time: on its day, at least an hour before, or on a day before."""
    start = max(
        day - DAY, date.min
    )  # Where it is noted in a zone further west, its day may be one later here.
    for _ in range(4):
        noted = next_on(meeting, start)
        if noted is None or noted >= date.max:
            return None
        on, begins = _here(meeting, noted, here)
        until = _before(begins)
        days = _days(on, until, pace)
        if days is not None and days[1] >= day:
            limit = until if days[1] == on else time.max
            return Occasion(one, NudgeKind.MEETING, on, *days, limit, meeting=meeting)
        start = noted + DAY
    return None


def _days(on: date, until: time, pace: Pace) -> tuple[date, date] | None:
    """From which day to which something on a day may be told; None where that is on no day."""
    if pace.allows(on) and until >= min(pace.ends, _an_hour_later(pace.begins)):
        return on, on
    for days in range(1, NUMBERS.lead + 1):
        if pace.allows(before := on - days * DAY):
            return before, before
    return None


def _month(day: date, month: int) -> tuple[date, date]:
    """The month that is, or comes next."""
    year = day.year if month >= day.month else day.year + 1
    year = min(year, date.max.year)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _here(meeting: Meeting, on: date, here: tzinfo | None) -> tuple[date, time]:
    """The day and time of a meeting by the clock that is looked at; a meeting without a time has all day."""
    if meeting.at is None:
        return on, time.max
    zone = zone_of(meeting.zone)
    if zone is None or here is None:
        return on, meeting.at
    try:
        moment = datetime.combine(on, meeting.at, zone).astimezone(here)
    except OverflowError:
        return on, meeting.at
    return moment.date(), moment.time()


def _before(begins: time) -> time:
    """An hour earlier on the same day, or the day's beginning."""
    if begins == time.max:
        return time.max
    moment = datetime.combine(date(2000, 1, 2), begins) - NUMBERS.before_a_meeting
    return moment.time() if moment.day == 2 else time.min


def _an_hour_later(clock: time) -> time:
    return time.max if clock.hour == 23 else clock.replace(hour=clock.hour + 1)


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo | None:
    """The zone of a name; None for none, and for one this computer does not know."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError):
        return None
