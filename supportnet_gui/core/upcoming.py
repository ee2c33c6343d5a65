"""What may come on each of the next days: for a month's picture and for a calendar file. Pure.

It says what may come, not what will: limits and turns are not looked at, and a contact changes all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .easing import Step
from .nudge_model import NudgeKind
from .nudges import Look
from .rhythm import window

if TYPE_CHECKING:
    from datetime import datetime

    from .model import Meeting, SpecialDate
    from .nudges import State
    from .waiting import Turn


@dataclass(frozen=True, slots=True)
class MayCome:
    """Something that may be told on a day.

    `for_day` is the date, the day of the meeting, or the day the window opened: with `supporter` and `kind` it
    stays the same from one look to the next. `openness`, above 0 and up to 1, grows while a window widens.
    """

    kind: NudgeKind
    supporter: str
    for_day: date
    openness: float = 1.0
    special: SpecialDate | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day; `quiet` says that no reminder comes on it, whatever there is."""

    day: date
    quiet: bool
    items: tuple[MayCome, ...] = ()


def ahead(state: State, now: datetime, days: int) -> tuple[DayAhead, ...]:
    """The next days, today first."""
    found = Look(state, now)
    return tuple(_day(found, found.today + number) for number in range(days))


def _day(found: Look, number: int) -> DayAhead:
    on = date.fromordinal(number)
    pace = found.pace
    quiet = (
        not pace.on
        or not pace.allows(on)
        or (pace.rest_until is not None and on < pace.rest_until)
        or on == pace.low_day
        or found.overall(number).step is Step.RESTING
    )
    items = [
        MayCome(one.kind, one.who.id, one.on, special=one.special, meeting=one.meeting)
        for one in found.waiting.occasions_on(number)
    ]
    items += [item for turn in found.waiting.turns if (item := _turn(turn, number, found.today)) is not None]
    return DayAhead(on, quiet, tuple(items))


def _turn(turn: Turn, number: int, today: int) -> MayCome | None:
    """Somebody on a day of their next window; one that is open already is drawn from today on."""
    opens, full = window(turn.opens, turn.rhythm)
    if number < opens or number > max(full, today + full - opens):
        return None
    openness = min(1.0, (number - opens + 1) / (full - opens + 1))
    return MayCome(NudgeKind.RHYTHM, turn.who.id, date.fromordinal(opens), openness)
