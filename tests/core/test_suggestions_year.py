"""A year of taking the first suggestion: nobody able is forgotten, and nobody carries more than their share.

The bound: an even share is the suggestions taken, divided by the people able. Nobody has more than three even
shares and two more, and everybody has a quarter of one at least, less one. Among two people one may have more.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from supportnet_gui.core.evidence import MOST, Contacts
from supportnet_gui.core.model import Energy, Need
from supportnet_gui.core.suggestions import Candidate, suggest
from tests.core.suggestion_kit import NOW

CIRCLES = ("closest", "close", "around", "around")


class Life:
    """One person of the network; `good` of ten contacts with them feel lighter."""

    def __init__(self, number: int, chance: Random) -> None:
        self.good = chance.choice((3, 6, 9))
        self.candidate = Candidate(
            f"{chance.getrandbits(60):x}-{number}",
            circle=chance.choice(CIRCLES),
            support=chance.choice((None, "emotional", "practical", "emotional,relational")),
            easy_on_low_day=chance.random() < 0.2,
            offered="Tea" if chance.random() < 0.3 else "",
        )
        self.log: list[tuple[int, str]] = []

    def favour(self) -> None:
        """Everything that could speak for somebody."""
        self.good = 10
        self.candidate = self.candidate._replace(circle="closest", easy_on_low_day=True, offered="Tea")

    def disfavour(self) -> None:
        self.good = 0
        self.candidate = self.candidate._replace(circle="around", easy_on_low_day=False, offered="")

    def now(self) -> Candidate:
        newest = self.log[-MOST:]
        log = Contacts(tuple(day for day, _ in newest), "".join(felt for _, felt in newest))
        return self.candidate._replace(contacts=log)

    def meet(self, day: int, chance: Random) -> None:
        felt = (
            "-"
            if chance.random() < 0.4
            else "l"
            if chance.randint(1, 10) <= self.good
            else chance.choice("sh")
        )
        self.log.append((day, felt))


def year(
    size: int, days_a_week: int, energies: list[Energy], seed: int
) -> tuple[Counter[str], Counter[str], list[Life]]:
    """How often each was first, how often among the three, over a year in which the first one is always taken."""
    chance = Random(seed)
    people = [Life(number, chance) for number in range(size)]
    people[0].favour()
    people[-1].disfavour()
    by_id = {one.candidate.id: one for one in people}
    first: Counter[str] = Counter()
    among: Counter[str] = Counter()
    for number in range(365):
        now = NOW + timedelta(days=number)
        if chance.randint(1, 7) > days_a_week:
            continue
        found = suggest([one.now() for one in people], Need.ANYTHING, chance.choice(energies), now)
        among.update(one.supporter for one in found if one.supporter is not None)
        who = found[0].supporter
        assert who is not None
        first[who] += 1
        by_id[who].meet(now.date().toordinal(), chance)
    return first, among, people


@pytest.mark.parametrize("size", [3, 5, 8, 15, 40])
@pytest.mark.parametrize("days_a_week", [3, 7])
@pytest.mark.parametrize("energies", [[Energy.LITTLE], list(Energy)], ids=["little energy", "any energy"])
def test_nobody_is_forgotten_and_nobody_carries_too_much(
    size: int, days_a_week: int, energies: list[Energy]
) -> None:
    for seed in range(4):
        first, among, people = year(size, days_a_week, energies, seed)
        share = first.total() / size
        for one in people:
            who = one.candidate.id
            assert among[who] > 0
            assert share / 4 - 1 <= first[who] <= 3 * share + 2


def test_of_two_people_both_are_asked() -> None:
    first, _, people = year(2, 7, [Energy.LITTLE], 1)
    assert min(first[one.candidate.id] for one in people) >= 365 / 10


def test_a_good_record_still_counts() -> None:
    first, _, people = year(8, 7, [Energy.SOME], 1)
    good, poor = people[0].candidate.id, people[-1].candidate.id
    assert first[good] > 1.3 * first[poor]


def test_in_a_crowd_everyone_is_named_as_far_as_the_days_reach() -> None:
    """With a hundred people and one suggestion taken each day, each is still named within the year."""
    first, among, people = year(100, 7, list(Energy), 1)
    assert all(among[one.candidate.id] for one in people)
    assert max(first.values()) <= 3 * 3.65 + 2
