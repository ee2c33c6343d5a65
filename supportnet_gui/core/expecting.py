"""What somebody thought before, beside how it went: a person's own evidence, and only theirs.

People who live with depression often expect a colder answer than they get. Seeing that in one's own notes may help;
seeing the opposite would hurt. So it is shown unasked only while it is good to read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .model import Expected

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

FEWEST = 3
"""Pairs before anything is shown unasked: one or two prove nothing."""

_WARMTH = {Expected.NOT_WELL: 0, Expected.SO_SO: 1, Expected.WARMLY: 2}


class Expectation(NamedTuple):
    """What was thought of one contact. `went` is None until it is said; `check_in` is its id once there is one."""

    id: str
    supporter: str
    day: date
    expected: Expected
    went: Expected | None
    check_in: str | None


def went_better(one: Expectation) -> bool | None:
    """Whether it went better than thought; None where there is nothing to compare."""
    if one.went is None or one.expected not in _WARMTH:
        return None
    return _WARMTH[one.went] > _WARMTH[one.expected]


def mostly_better(notes: Iterable[Expectation]) -> bool:
    """Whether most of what can be compared went better than thought, and there is enough of it."""
    compared = [better for better in map(went_better, notes) if better is not None]
    return len(compared) >= FEWEST and 2 * sum(compared) > len(compared)
