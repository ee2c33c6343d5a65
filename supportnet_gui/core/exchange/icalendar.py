"""Entries as iCalendar text (RFC 5545), for phones and calendar programs. Pure; docs/decisions/0009."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from .ical_zones import timezone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icalendar import Alarm, Calendar, Event

    from ..calendar_entries import Entry

_PRODUCT = "-//Supportnet//Supportnet//EN"
_LASTS = timedelta(minutes=15)
_YEARS_AFTER = 3
"""Some calendars keep the rules of the first file for good."""


def as_text(entries: Sequence[Entry], now: datetime) -> bytes:
    """The file of these entries, made at `now`. The same entries at the same moment give the same bytes."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    _add_zones(calendar, [_local(one.starts) for one in entries])
    for one in entries:
        calendar.add_component(_event(one, now))
    return bytes(calendar.to_ical())


def is_calendar(beginning: bytes) -> bool:
    """Whether a file that begins so is a calendar."""
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper() == b"BEGIN:VCALENDAR"


def _event(one: Entry, now: datetime) -> Event:
    from icalendar import Event

    starts = _local(one.starts)
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", one.sequence)
    event.add("dtstart", starts)
    event.add("dtend", _local((starts.astimezone(UTC) + _LASTS).astimezone(starts.tzinfo)))
    event.add("summary", one.title)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    # It takes nobody's time, and whoever sees a shared calendar is asked not to see what it says.
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if not one.cancelled:
        event.add_component(_alarm(one.title))
    return event


def _alarm(title: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(0))
    return alarm


def _local(moment: datetime) -> datetime:
    """Civil time in a named zone; else, and in an hour that comes twice, the moment in UTC.

    iCalendar cannot say which of two equal hours is meant, and knows no zone that is only an offset.
    """
    zone = moment.tzinfo
    named = isinstance(zone, ZoneInfo) and not zone.key.endswith("UTC")
    twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    return moment if named and not twice else moment.astimezone(UTC)


def _add_zones(calendar: Calendar, moments: Sequence[datetime]) -> None:
    """What each zone's clock does in the years around: not every calendar knows zones by name."""
    zones = {one.tzinfo.key: one.tzinfo for one in moments if isinstance(one.tzinfo, ZoneInfo)}
    years = [one.year for one in moments]
    for name in sorted(zones):
        first, last = (
            max(min(years) - 1, date.min.year + 1),
            min(max(years) + _YEARS_AFTER, date.max.year - 1),
        )
        calendar.add_component(timezone(zones[name], first, last))
