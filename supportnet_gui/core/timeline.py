"""Which soft heading a day stands under. Dates in, a heading's parts out; its words are made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONDAY = 1
"""ISO weekday; 7 is Sunday."""


class Span(StrEnum):
    """Stretches of time, the newest first. LATER is for days to come, which another clock may have noted."""

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
    for span, furthest in (
        (Span.LATER, -1),
        (Span.TODAY, 0),
        (Span.YESTERDAY, 1),
        (Span.THIS_WEEK, since_week_began),
        (Span.LAST_WEEK, since_week_began + 7),
        (Span.THIS_MONTH, today.day - 1),
    ):
        if days_ago <= furthest:
            return Heading(span)
    return Heading(Span.MONTH, day.year, day.month)
