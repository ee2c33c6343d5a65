"""When on a day a reminder can come, by the clock of the place: daylight saving, hours, rest between two. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zlib import crc32

from .days import DAY_BEGINS, civil_day
from .nudge_numbers import NUMBERS
from .occasions import zone_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from .pace import Pace

_FOUR = (datetime.min + DAY_BEGINS).time()


class Clock:
    """A moment, and the zone it is in."""

    def __init__(self, now: datetime, zone: str) -> None:
        self.now = now.astimezone(UTC)
        self.zone: tzinfo = _zone(now, zone)
        self.today: date = now.date()

    def may_have_been(self, shown: datetime) -> bool:
        """Whether something can have been shown then. Otherwise the clock was wrong at that time."""
        return shown <= self.now + NUMBERS.clock_may_be_off

    def moment(
        self, on: date, pace: Pace, until: time, not_before: datetime | None
    ) -> tuple[datetime | None, bool]:
        """The first moment on a day, or None, and whether that is because it is a low day."""
        for start in (_wanted(on, pace), pace.begins):
            at, low = self._at(datetime.combine(on, start), pace, until, not_before)
            if at is not None or low:
                return at, low
        return None, False

    def _at(
        self, start: datetime, pace: Pace, until: time, not_before: datetime | None
    ) -> tuple[datetime | None, bool]:
        wanted = start.replace(tzinfo=self.zone).astimezone(UTC)
        moment = max(one for one in (wanted, self.now, not_before) if one is not None)
        at = moment.astimezone(self.zone).replace(microsecond=0)
        if at.date() != start.date() or not pace.begins <= at.time().replace(fold=0) < until:
            return None, False
        if pace.low_day is not None and civil_day(at) == pace.low_day:
            # At four a low day ends by itself.
            if at.time() < _FOUR and start.time() < _FOUR:
                return self._at(datetime.combine(start.date(), _FOUR), pace, until, not_before)
            return None, True
        return at, False


def _wanted(on: date, pace: Pace) -> time:
    """The minute a day would like: somewhere in the first half of the hours, another one each day."""
    begins, ends = (datetime.combine(date.min, clock) for clock in (pace.begins, pace.ends))
    minutes = int(min((ends - begins) / 2, NUMBERS.spread_over) / timedelta(minutes=1))
    return (begins + timedelta(minutes=crc32(on.isoformat().encode()) % (minutes + 1))).time()


def _zone(now: datetime, name: str) -> tzinfo:
    """The named zone where it tells the same time as the clock; else the clock's own offset."""
    zone = zone_of(name)
    if zone is not None and now.astimezone(zone).utcoffset() == now.utcoffset():
        return zone
    assert now.tzinfo is not None
    return now.tzinfo
