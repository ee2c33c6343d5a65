"""Civil days: where one ends, and when a day of the year comes round again. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta

DAY_BEGINS = timedelta(hours=4)
"""A day lasts until four in the morning: who is awake at two is still living the day before. At four the choices
and the energy of Today are unset again."""


def civil_day(now: datetime) -> date:
    """The day a moment belongs to, by the clock of its own place."""
    return (now.replace(tzinfo=None) - DAY_BEGINS).date()


def next_yearly(month: int, day: int, today: date) -> date | None:
    """When a day of the year comes next: today or later; None after the last year there is.

    A day the month does not have falls on its last one: 29 February on the 28th, where there is no 29th.
    """
    from calendar import monthrange  # Not in the way of the start: hardly any day has a birthday.

    for year in (today.year, today.year + 1):
        if year > date.max.year:
            return None
        on = date(year, month, min(day, monthrange(year, month)[1]))
        if on >= today:
            return on
    return None
