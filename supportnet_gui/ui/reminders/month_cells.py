"""What a month's picture holds: for each day which bars run through it, and in which lane. No painting here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...core.nudge_model import NudgeKind
from ...core.upcoming import DayAhead, MayCome

LANES = 3
"""Bars above each other that a day has room for; whoever is left out is still named beside the picture."""
WEEK = 7

Key = tuple[str, NudgeKind, date]


@dataclass(frozen=True, slots=True)
class Bar:
    """One window, date or meeting on a day. It grows from `before` to `openness` from one side to the other."""

    kind: NudgeKind
    name: str
    lane: int
    before: float
    openness: float
    starts: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the picture; one without a day stands before the first or after the last."""

    day: date | None = None
    quiet: bool = False
    items: tuple[MayCome, ...] = ()
    bars: tuple[Bar, ...] = ()


def cells(days: Sequence[DayAhead], names: Mapping[str, str], first_weekday: int) -> list[Cell]:
    """Whole weeks of cells, beginning with a day of the week (1 is Monday)."""
    before = (days[0].day.isoweekday() - first_weekday) % WEEK
    lanes = _lanes(days)
    found = [Cell() for _ in range(before)]
    for number, one in enumerate(days):
        previous = days[number - 1] if number and (number + before) % WEEK else None
        following = days[number + 1] if number + 1 < len(days) and (number + 1 + before) % WEEK else None
        found.append(_cell(one, previous, following, lanes[number], names))
    return found + [Cell() for _ in range(-len(found) % WEEK)]


def key(item: MayCome) -> Key:
    """What stays the same of an item from day to day."""
    return item.supporter, item.kind, item.for_day


def _lanes(days: Sequence[DayAhead]) -> list[dict[Key, int]]:
    """For each day the lane of each item: the first that was free on the day it came."""
    found: list[dict[Key, int]] = []
    now: dict[Key, int] = {}
    for one in days:
        here = [key(item) for item in one.items]
        now = {each: lane for each, lane in now.items() if each in here}
        for each in here:
            if each not in now:
                taken = set(now.values())
                now[each] = next(lane for lane in range(len(here) + len(taken)) if lane not in taken)
        found.append(dict(now))
    return found


def _cell(
    one: DayAhead,
    previous: DayAhead | None,
    following: DayAhead | None,
    lanes: dict[Key, int],
    names: Mapping[str, str],
) -> Cell:
    if one.quiet:
        return Cell(one.day, quiet=True)
    yesterday, tomorrow = _openness(previous), _openness(following)
    bars = [
        Bar(
            item.kind,
            names.get(item.supporter, ""),
            lanes[key(item)],
            yesterday.get(key(item), 0.0),
            item.openness,
            key(item) not in yesterday,
            key(item) not in tomorrow,
        )
        for item in one.items
        if lanes[key(item)] < LANES
    ]
    return Cell(one.day, items=one.items, bars=tuple(sorted(bars, key=lambda bar: bar.lane)))


def _openness(one: DayAhead | None) -> dict[Key, float]:
    """How open the windows are on the day beside, as far as anything is drawn there."""
    return {key(item): item.openness for item in one.items} if one is not None and not one.quiet else {}
