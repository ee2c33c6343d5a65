"""When somebody's rhythm comes round: from the last contact, or from the day it began. Pure.

Days are numbers (`date.toordinal`) where there are thousands of them. What is due is never kept: it follows from
the log each time.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .model import Rhythm, RhythmMode, Unit
from .nudge_numbers import NUMBERS

NEVER = date.max.toordinal() + 1
"""A day that does not come."""

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


class Window(NamedTuple):
    """When it would be good to be in touch: not on a day, but from a day on, more and more. Numbers of days."""

    opens: int
    full: int


def counts(rhythm: Rhythm, of_circle: Rhythm | None) -> Rhythm | None:
    """The rhythm that counts for somebody: their own, or their circle's; None where there is none.

    A circle's rhythm begins for somebody when both the circle and they have it.
    """
    if rhythm.mode is RhythmMode.OWN:
        return rhythm
    if rhythm.mode is RhythmMode.NONE or of_circle is None:
        return None
    begun = [began for began in (rhythm.began, of_circle.began) if began is not None]
    return Rhythm(RhythmMode.OWN, of_circle.every, of_circle.unit, max(begun, default=None))


def later(day: int, rhythm: Rhythm, times: int = 1) -> int:
    """The day one rhythm, or several, after a day. A month that is too short ends on its last day."""
    many = rhythm.every * times
    if rhythm.unit is Unit.MONTH:
        return _months_later(day, many)
    return min(day + many * _DAYS[rhythm.unit], NEVER)


def counted_from(rhythm: Rhythm, last_contact: int | None) -> int:
    """The day a rhythm is counted from: the last contact, or the day it began where that is later.

    So nobody is due on the day a rhythm is chosen, whatever was before.
    """
    began = rhythm.began.toordinal() if rhythm.began is not None else 1
    return began if last_contact is None else max(began, last_contact)


def window(opens: int, rhythm: Rhythm) -> Window:
    """The window that opens on a day. It never closes by itself: only a contact closes it."""
    width = (later(opens, rhythm) - opens) // NUMBERS.window_part
    return Window(opens, min(opens + min(max(width, 1), NUMBERS.window_most), NEVER))


@lru_cache(maxsize=2048)
def _months_later(day: int, months: int) -> int:
    on = date.fromordinal(min(day, NEVER - 1))
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    if year > date.max.year:
        return NEVER
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1])).toordinal()
