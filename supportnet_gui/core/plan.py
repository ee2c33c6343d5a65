"""A person's own plan for a hard moment, and whom they chose for one. Records alone.

The parts have numbers; what they are called is in `plan_words.py`. None of them has to be filled in.
"""

from __future__ import annotations

from dataclasses import dataclass

from .model import Channel, Kind

SIGNS, ALONE, AROUND, TELL, TRAINED, SAFER, MATTERS = PARTS = (1, 2, 3, 4, 5, 6, 7)
WITH_PEOPLE = (AROUND, TELL, TRAINED)
"""The parts whose lines may be about somebody who is kept."""
ONLY_ON_ITS_PAGE = frozenset({SAFER})
"""What is out of reach is not named where somebody looks for help."""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A line of the plan. With a `supporter`, name and channels are theirs as they are now, and `text` may be empty."""

    part: int
    text: str = ""
    id: str = ""
    supporter: str | None = None
    name: str = ""
    channels: tuple[Channel, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody chosen for a hard moment."""

    name: str
    kind: Kind = Kind.PERSON
    channels: tuple[Channel, ...] = ()


@dataclass(frozen=True, slots=True)
class HardMoment:
    """What help right now shows of a person's own: people in order, and the plan without what stays on its page."""

    people: tuple[Near, ...] = ()
    plan: tuple[PlanItem, ...] = ()
