"""Which small step Today offers: at most one, and never a second time in a row. Pure.

A step is offered on two days at most, a few days apart. Then it is left alone: it stays where it was written, and
nothing is said about it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .resource_model import SmallStep, StepState

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

TIMES = 2
"""On so many days a step is offered."""
BETWEEN = timedelta(days=3)
"""As long as "another time" lasts."""


def offered(
    steps: Iterable[SmallStep], today: date, welcome: Container[str] | None = None
) -> SmallStep | None:
    """The step to offer today, None for none.

    What was offered earlier today stays until the day is over. `welcome` holds the ids of people a step may be
    about; without it, anybody. Steps are handed over oldest first.
    """
    fitting = [one for one in steps if _fits(one, today, welcome)]
    return min(fitting, key=lambda one: _order(one, today), default=None)


def _fits(one: SmallStep, today: date, welcome: Container[str] | None) -> bool:
    if one.state is not StepState.PLANNED or (one.day is not None and one.day > today):
        return False
    if one.supporter is not None and welcome is not None and one.supporter not in welcome:
        return False
    if one.shown_on == today:
        return True
    # A clock that was set back makes a showing lie ahead: then it waits no longer than usual.
    waited = one.shown_on is None or abs(today - one.shown_on) >= BETWEEN
    return one.shown < TIMES and waited


def _order(one: SmallStep, today: date) -> tuple[bool, bool, int, int]:
    """What stands there already; then what was meant for a day, the last such day first; then what was shown least."""
    ahead = (today - one.day).days if one.day else 0
    return one.shown_on != today, one.day is None, ahead, one.shown
