"""When a help line is open, in the line's own time zone. Pure: the moment is an argument."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days of a row, as `date.weekday()` counts them."""


class Row(Struct, frozen=True):
    """On each of `days`, open from `start` until `end` by the clocks of `zone` (an IANA name).

    An end that is not after the start lies on the next day, so midnight to midnight is the whole day.
    """

    days: tuple[str, ...]
    start: time
    end: time
    zone: str


class Open(StrEnum):
    ALWAYS = "always"
    NOW = "now"
    LATER = "later"
    UNKNOWN = "unknown"


class OpenState(Struct, frozen=True):
    """Whether a line is open. `changes_at`: when it closes (NOW) or opens (LATER), in the line's own zone."""

    open: Open
    changes_at: datetime | None = None


def state(rows: Iterable[Row], now: datetime) -> OpenState:
    """What the rows say about `now` (aware, or naive in the computer's own zone).

    UNKNOWN without rows, and where this computer has no data for the rows' zone. Rows have to be complete: a
    line that also closes on holidays has none.
    """
    from zoneinfo import ZoneInfoNotFoundError

    moment = now.astimezone(UTC)
    try:
        spans = _merged(_spans(rows, moment))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return OpenState(Open.UNKNOWN)
    for span in spans:
        if span.start <= moment < span.end:
            return OpenState(Open.NOW, span.end.astimezone(span.zone))
        if span.start > moment:
            return OpenState(Open.LATER, span.start.astimezone(span.zone))
    return OpenState(Open.UNKNOWN)


class _Span(NamedTuple):
    """An opening. In UTC, because the clocks of a zone run backwards once a year."""

    start: datetime
    end: datetime
    zone: tzinfo


def _spans(rows: Iterable[Row], moment: datetime) -> list[_Span]:
    """Every opening from the day before to eight days ahead, in order."""
    from zoneinfo import ZoneInfo

    found = []
    for row in rows:
        zone = ZoneInfo(row.zone)
        today = moment.astimezone(zone).date()
        for day in (today + timedelta(days=n) for n in range(-1, 9)):
            if DAYS[day.weekday()] in row.days:
                last = day if row.end > row.start else day + timedelta(days=1)
                start, end = datetime.combine(day, row.start, zone), datetime.combine(last, row.end, zone)
                found.append(_Span(start.astimezone(UTC), end.astimezone(UTC), zone))
    return sorted(found, key=itemgetter(0))


def _merged(spans: list[_Span]) -> list[_Span]:
    """Openings that touch, as one: open through a weekend does not close at midnight."""
    merged: list[_Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
