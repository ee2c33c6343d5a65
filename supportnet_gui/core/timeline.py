"""Which soft heading a day stands under. Pure: dates in, a heading's parts out; the words are made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MONDAY = 1
"""ISO weekday; 7 is Sunday."""


class Span(StrEnum):
    """Stretches of time, the newest first. LATER is for days still to come, which another clock may have noted."""

    LATER = "later"
    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a day stands under. `year` and `month` (1 to 12) are known for MONTH only, and 0 otherwise."""

    span: Span
    year: int = 0
    month: int = 0


def heading(day: date, today: date, first_weekday: int = MONDAY) -> Heading:
    """The heading for a day, seen from today; weeks begin on an ISO weekday (1 Monday to 7 Sunday)."""
    days_ago = (today - day).days
    since_week_began = (today.isoweekday() - first_weekday) % 7
    if days_ago < 0:
        return Heading(Span.LATER)
    if days_ago == 0:
        return Heading(Span.TODAY)
    if days_ago == 1:
        return Heading(Span.YESTERDAY)
    if days_ago <= since_week_began:
        return Heading(Span.THIS_WEEK)
    if days_ago <= since_week_began + 7:
        return Heading(Span.LAST_WEEK)
    if (day.year, day.month) == (today.year, today.month):
        return Heading(Span.THIS_MONTH)
    return Heading(Span.MONTH, day.year, day.month)
