"""How somebody wants to be reminded: hours, weekdays, how many, and rest. Pure."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from .nudge_numbers import A_DAY, A_WEEK, BEGINS, ENDS, HOURS_BETWEEN, MOST_A_DAY, MOST_A_WEEK

EVERY_DAY = frozenset(range(1, 8))


class Pace(NamedTuple):
    """`weekdays` are 1 for Monday to 7 for Sunday. Reminders come from `begins` until before `ends`, the same day.

    `rest_until` is the first day after a rest. `low_day` is the day that was marked as one (a civil day, which ends
    at four). `started` is the moment, in UTC, when somebody last said how they want reminders: what was left
    alone before does not count.
    """

    on: bool = True
    begins: time = BEGINS
    ends: time = ENDS
    weekdays: frozenset[int] = EVERY_DAY
    a_day: int = A_DAY
    a_week: int = A_WEEK
    hours_between: int = HOURS_BETWEEN
    rest_until: date | None = None
    low_day: date | None = None
    started: datetime | None = None

    def allows(self, day: date) -> bool:
        """Whether a reminder may come on such a day of the week."""
        return day.isoweekday() in self.weekdays

    @property
    def is_possible(self) -> bool:
        """Whether it is what somebody can choose."""
        return (
            self.begins < self.ends
            and bool(self.weekdays)
            and self.weekdays <= EVERY_DAY
            and 1 <= self.a_day <= MOST_A_DAY
            and 1 <= self.a_week <= MOST_A_WEEK
            and 1 <= self.hours_between <= 24
        )
