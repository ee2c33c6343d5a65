"""What the newest contacts with somebody show: how they felt, how many there were, tries without an answer. Pure."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LIGHTER, SAME, HEAVIER, NOT_NOTED = "l", "s", "h", "-"
"""How a contact felt, as the first letter of `Felt`, or that nothing was noted."""

MOST = 24
"""Contacts looked at for each person: the newest. More say little more, and would cost time without end."""

TRIES_IN_A_ROW = 2
QUIET_AFTER_TRIES = timedelta(weeks=8)
"""After so many tries in a row without an answer, somebody is not suggested for so long. Nothing says why."""

FEWEST_NOTES = 5
MOSTLY_LIGHTER = 0.6
"""From so many notes within a year, of which so many were lighter, it is said that talking felt lighter."""


class Contacts(NamedTuple):
    """The newest contacts with somebody, the oldest first: the number of each day, and a letter for each."""

    days: tuple[int, ...] = ()
    letters: str = ""

    def count_since(self, day: int) -> int:
        """How many there were since a day, that day included."""
        return len(self.days) - bisect_left(self.days, day)

    def letters_since(self, day: int) -> str:
        return self.letters[bisect_left(self.days, day) :]


NO_CONTACTS = Contacts()


def mostly_lighter(letters: str) -> bool:
    """Whether there is good evidence that contact with somebody makes lighter; one letter for each contact."""
    lighter = letters.count(LIGHTER)
    notes = lighter + letters.count(SAME) + letters.count(HEAVIER)
    return notes >= FEWEST_NOTES and lighter >= MOSTLY_LIGHTER * notes


def quiet_until(newest: Sequence[tuple[date, bool]]) -> date | None:
    """Until when somebody who did not answer is left in peace; None where nobody waits for an answer.

    `newest` are the newest contacts, those of one day in the order they were noted, the last one first: the day,
    and whether it was a try without an answer. Who was in touch on the very day of the last try has answered:
    the hours of that day may not have been noted.
    """
    if len(newest) < TRIES_IN_A_ROW or not all(is_try for _, is_try in newest[:TRIES_IN_A_ROW]):
        return None
    last, _ = newest[0]
    if any(day == last and not is_try for day, is_try in newest):
        return None
    return last + QUIET_AFTER_TRIES
