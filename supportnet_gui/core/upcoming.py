"""What may come on each of the next days, for a month's picture; and a plan of them, for a calendar file. Pure.

`ahead` says what may come, not what will: limits and turns are not looked at, and a contact changes all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from .easing import Delivery, Step
from .nudge_model import Answer, NudgeKind
from .nudges import Look, next_nudge
from .rhythm import window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from .model import Meeting, SpecialDate
    from .nudges import Nudge, State
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
    rhythms: list[list[MayCome]] = [[] for _ in range(days)]
    for turn in found.waiting.turns:
        _draw(turn, found.today, rhythms)
    return tuple(_day(found, found.today + number, coming) for number, coming in enumerate(rhythms))


def plan(state: State, now: datetime, days: int) -> Iterator[Nudge]:
    """The reminders of the next days, in their order, by the one rule: as they would come if each were set aside.

    So hours, weekdays and limits hold in it too. While reminders rest there are none.
    """
    last = now.date() + timedelta(days=days)
    deliveries = list(state.deliveries)
    while True:
        nudge = next_nudge(state._replace(deliveries=deliveries), now)
        if nudge is None or nudge.kind is NudgeKind.RESTING or nudge.at.date() > last:
            return
        yield nudge
        now = nudge.at
        day, for_day = now.date().toordinal(), nudge.for_day.toordinal()
        deliveries.append(
            Delivery(now.astimezone(UTC), day, for_day, nudge.kind, nudge.supporter, Answer.SKIP)
        )


def _day(found: Look, number: int, rhythms: list[MayCome]) -> DayAhead:
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
    return DayAhead(on, quiet, (*items, *rhythms))


def _draw(turn: Turn, today: int, days: list[list[MayCome]]) -> None:
    """Somebody's next window, on each of its days from today on; one that is open already is drawn from today."""
    opens, full = window(turn.opens, turn.rhythm)
    for number in range(max(opens, today), min(max(full, today + full - opens) + 1, today + len(days))):
        openness = min(1.0, (number - opens + 1) / (full - opens + 1))
        days[number - today].append(MayCome(NudgeKind.RHYTHM, turn.who.id, date.fromordinal(opens), openness))
