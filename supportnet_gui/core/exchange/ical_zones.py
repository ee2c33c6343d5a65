"""What a zone's clock does over some years, as iCalendar's VTIMEZONE. Pure; docs/decisions/0009.

Not the library's own: it tells the moment of a change by the clock after it, and calls Dublin's winter its summer time,
which confuses calendars that go by this instead of by the zone's name.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from icalendar import Timezone

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


def timezone(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """The zone from the beginning of one year to the end of another."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    start = datetime(first, 1, 1, tzinfo=UTC)
    found = {(_offset(start, zone), _offset(start, zone)): [start]}
    for moment in _changes(zone, start, datetime(last, 12, 31, tzinfo=UTC)):
        before, after = _offset(moment - _MINUTE, zone), _offset(moment, zone)
        found.setdefault((before, after), []).append(moment)
    lowest = min(after for _, after in found)
    made = Timezone()
    made.add("tzid", zone.key)
    for (before, after), moments in found.items():
        part = TimezoneStandard() if after == lowest else TimezoneDaylight()
        # By the clock that was right until then.
        onsets = [(moment + before).replace(tzinfo=None) for moment in moments]
        part.add("dtstart", onsets[0])
        for onset in onsets[1:]:
            part.add("rdate", onset)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", moments[0].astimezone(zone).tzname() or zone.key)
        made.add_component(part)
    return made


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The first minute of each new offset, in UTC."""
    day = start
    while day < end:
        low, high = day, day + _DAY
        if _offset(low, zone) != _offset(high, zone):
            while high - low > _MINUTE:
                middle = low + (high - low) // _MINUTE // 2 * _MINUTE
                low, high = (middle, high) if _offset(middle, zone) == _offset(day, zone) else (low, middle)
            yield high
        day += _DAY


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)
