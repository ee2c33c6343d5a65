"""When a help line is open, in the line's own time zone. Pure: the moment is an argument."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

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

    try:
        spans = _merged(_spans(rows, now))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return OpenState(Open.UNKNOWN)
    moment = now.astimezone(UTC)
    for start, end in spans:
        if start.astimezone(UTC) <= moment < end.astimezone(UTC):
            return OpenState(Open.NOW, end)
    later = [start for start, _ in spans if start.astimezone(UTC) > moment]
    return OpenState(Open.LATER, later[0]) if later else OpenState(Open.UNKNOWN)


def _spans(rows: Iterable[Row], now: datetime) -> list[tuple[datetime, datetime]]:
    """Every opening from the day before to eight days ahead, in order."""
    from zoneinfo import ZoneInfo

    found = []
    for row in rows:
        zone = ZoneInfo(row.zone)
        today = now.astimezone(zone).date()
        for day in (today + timedelta(days=n) for n in range(-1, 9)):
            if DAYS[day.weekday()] in row.days:
                last = day if row.end > row.start else day + timedelta(days=1)
                found.append((datetime.combine(day, row.start, zone), datetime.combine(last, row.end, zone)))
    # Two times of one zone compare by their clocks, which run backwards once a year: order by UTC.
    return sorted(found, key=_in_utc)


def _in_utc(span: tuple[datetime, datetime]) -> datetime:
    return span[0].astimezone(UTC)


def _merged(spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Openings that touch, as one: open through a weekend does not close at midnight."""
    merged: list[tuple[datetime, datetime]] = []
    for start, end in spans:
        if merged and start.astimezone(UTC) <= merged[-1][1].astimezone(UTC):
            longer = max(merged[-1][1], end, key=_moment)
            merged[-1] = (merged[-1][0], longer)
        else:
            merged.append((start, end))
    return merged


def _moment(when: datetime) -> datetime:
    return when.astimezone(UTC)
