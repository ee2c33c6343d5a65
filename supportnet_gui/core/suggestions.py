"""Whom one could reach out to, and how: at most three suggestions, each with reasons. docs/suggestions.md.

Pure: people and their newest contacts in, suggestions out; the moment is an argument. Nobody is ranked by how
long ago it was: rest counts for two weeks and no further, and load is spread without a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING
from zlib import crc32

from . import acts, evidence, reasons
from .candidate import Candidate
from .days import civil_day
from .model import BEING_THERE, Act, Circle, Energy, Kind, Need, Status, Support
from .reasons import Reason, ReasonKind
from .weights import A_YEAR, FULLY_RESTED, LATELY_DAYS, LOAD_DAYS, MADE_UP_NOTES, OLD_FRIEND_EVERY, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from .evidence import Contacts
    from .reasons import Coming

__all__ = ["Candidate", "Reason", "ReasonKind", "Suggestion", "may_be_named", "suggest"]

MOST = 3
"""Suggestions at once: one to do, two more ideas."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that could be done. `supporter` is an id, None for an old friend whom only the reader knows.

    `situation` says which draft fits. At most two reasons, the best first; there may be none.
    """

    supporter: str | None
    act: Act
    reasons: tuple[Reason, ...]
    situation: str


_RESTED = tuple(WEIGHTS.rested * (1 - (1 - days / FULLY_RESTED) ** 2) for days in range(FULLY_RESTED + 1))
_LOAD = tuple(log1p(count) / log1p(evidence.MOST) for count in range(evidence.MOST + 1))
"""By number of contacts, from 0 to 1."""
_NEAR = {Circle.CLOSEST: WEIGHTS.close, Circle.CLOSE: WEIGHTS.close / 2}

# Plain text, as a row has it: over thousands of people comparing enums takes as long as all the rest.
_ACTIVE, _RESTING = Status.ACTIVE.value, Status.RESTING.value
_COULD_GROW, _SERVICE = Circle.COULD_GROW.value, Kind.SERVICE.value
_EMOTIONAL, _RELATIONAL = Support.EMOTIONAL.value, Support.RELATIONAL.value
_GROUP = Kind.GROUP.value
_NOBODY_TO_TALK_TO = frozenset({*BEING_THERE, Kind.ONLINE_COMMUNITY.value, Kind.SERVICE.value})
_BY_KIND = {
    Kind.PROFESSIONAL.value: "professional",
    Kind.SERVICE.value: "help_line",
    Kind.ONLINE_COMMUNITY.value: "online",
}
"""The situation of entries one does not write to as to a friend."""
_ON_A_DAY = (_GROUP, Kind.PROFESSIONAL.value, _SERVICE)
_LIGHT_NEEDS = (Need.ANYTHING, Need.COMPANY)

_Choice = tuple[Candidate, tuple[Act, ...]]


def suggest(
    candidates: Iterable[Candidate], need: Need, energy: Energy, now: datetime, here: str = ""
) -> tuple[Suggestion, ...]:
    """At most three suggestions, the best first, of people in the lists; empty where nobody fits.

    `now` is civil time in the zone `here`, by whose clock meetings are told. All through a day, which begins at
    four, the same question has the same answer, as long as nothing is noted and no meeting has begun.
    """
    question = _Question(need, energy, now, here)
    rated = [(score, one) for one in candidates if (score := question.score(one)) is not None]
    # By score, and then by id: whatever order they came in.
    rated.sort(reverse=True)
    chosen: list[Suggestion] = []
    used: set[Act] = set()
    for one, possible in _varied(rated, question):
        # The same act again only where there is no other: two smaller or larger steps to choose from.
        act = next((act for act in possible if act not in used), possible[0])
        used.add(act)
        chosen.append(question.suggestion(one, act))
    if chosen and question.has_old_friend:
        reason = Reason(ReasonKind.OLD_FRIEND)
        chosen[MOST - 1 :] = [Suggestion(None, Act.TEXT, (reason,), "old_friend")]
    return tuple(chosen)


def about(one: Candidate, need: Need, energy: Energy, now: datetime, here: str = "") -> Suggestion:
    """What could be done with somebody who was chosen otherwise; a short message where the rule knows of nothing."""
    question = _Question(need, energy, now, here)
    possible = question.possible(one)
    without = Act.MEET if one.kind in BEING_THERE else Act.TEXT
    return question.suggestion(one, possible[0] if possible else without)


def may_be_named(one: Candidate, today: str) -> bool:
    """Whether somebody in the lists may be suggested on a day (ISO text), whatever is asked for.

    A rest or an "another time" that ends on a day ends as that day begins. Without an end a rest stays.
    """
    if one.status != _ACTIVE and not (
        one.status == _RESTING and one.resting_until is not None and one.resting_until <= today
    ):
        return False
    return (one.put_off_until or "") <= today and (one.quiet_until or "") <= today


def _varied(rated: list[tuple[float, Candidate]], question: _Question) -> list[_Choice]:
    """The best, then twice the best of the rest that is not too much like those before."""
    chosen: list[_Choice] = []
    while len(chosen) < MOST and (best := _best(rated, chosen, question)) is not None:
        chosen.append(best)
    return chosen


def _best(rated: list[tuple[float, Candidate]], chosen: list[_Choice], question: _Question) -> _Choice | None:
    best, best_score = None, float("-inf")
    for score, one in rated:
        if score <= best_score:  # Likeness only takes away, so nobody further down comes before.
            break
        varied = score + sum(_likeness(one, other) for other, _ in chosen)
        if varied <= best_score or any(one is other for other, _ in chosen):
            continue
        if possible := question.possible(one):
            best, best_score = (one, possible), varied
    return best


def _likeness(one: Candidate, other: Candidate) -> float:
    return (
        WEIGHTS.same_circle * (one.circle == other.circle)
        + WEIGHTS.same_support * (one.support == other.support)
        + WEIGHTS.same_kind * (one.kind == other.kind)
        + WEIGHTS.nobody_to_talk_to_either
        * (one.kind in _NOBODY_TO_TALK_TO and other.kind in _NOBODY_TO_TALK_TO)
    )


class _Question:
    """What is asked on a day, with all that is the same for everyone worked out once."""

    def __init__(self, need: Need, energy: Energy, now: datetime, here: str) -> None:
        self.need, self.energy, self.here = need, energy, here
        self.wanted = need.support.value if need.support else None
        self.low, self.much = energy is Energy.LITTLE, energy is Energy.MORE
        self.near = {
            circle.value: _NEAR.get(circle, 0.0) * self.low + WEIGHTS.maybe_later * (circle == _COULD_GROW)
            for circle in Circle
        }
        self.now = now.replace(tzinfo=None)
        self.day = civil_day(now)
        self.today, self.number = self.day.isoformat(), self.day.toordinal()
        self.load_since, self.lately_since = self.number - LOAD_DAYS, self.number - LATELY_DAYS
        self.a_year_ago = self.number - A_YEAR
        self.birthdays_near = reasons.birthdays_near(self.day)

    @property
    def has_old_friend(self) -> bool:
        """About one day in ten, where company is welcome and energy is not little."""
        return (
            not self.low
            and self.need in _LIGHT_NEEDS
            and _chance(crc32(b"an old friend"), self.number) * OLD_FRIEND_EVERY < 1
        )

    def score(self, one: Candidate) -> float | None:
        """How well somebody fits, or None where they may not be named or do not fit."""
        if not (may_be_named(one, self.today) and self._fits(one)):
            return None
        return (
            self._asked_for(one)
            + self._by_contacts(one.contacts)
            + WEIGHTS.chance * _chance(crc32(one.id.encode()), self.number)
        )

    def possible(self, one: Candidate) -> tuple[Act, ...]:
        """What can be done with somebody today, the best first."""
        return acts.possible(
            one.kind,
            one.protocols,
            bool(one.has_code_word),
            bool(one.easy_on_low_day),
            self._coming(one).meeting is not None,
            self.need,
            self.energy,
        )

    def _fits(self, one: Candidate) -> bool:
        """Who gives what is wanted. Someone with nothing ticked fits everything; a place or an animal, company."""
        if one.circle == _COULD_GROW and not self.much:
            return False
        if one.kind == _SERVICE and self.wanted != _EMOTIONAL:
            return False
        if self.wanted is None:
            return True
        if one.support:
            return self.wanted in one.support
        return self.wanted == _RELATIONAL or one.kind not in BEING_THERE

    def _asked_for(self, one: Candidate) -> float:
        """What they give and what is coming, and how near they are on a day with little energy."""
        score = self.near[one.circle]
        meets = False
        gives = self.wanted is not None and one.support
        if gives:
            score += WEIGHTS.gives_what_is_wanted
        if one.offered:
            score += WEIGHTS.offered
        if self.low and one.easy_on_low_day:
            score += WEIGHTS.easy_on_low_day
        if one.meetings or not self.birthdays_near.isdisjoint(one.birthdays):
            coming = self._coming(one)
            meets = coming.meeting is not None
            if coming is not reasons.NOTHING:
                score += WEIGHTS.meets_or_has_birthday_soon
        if self.low and one.kind == _GROUP:
            score += WEIGHTS.group_with_little_energy
        if one.kind in _ON_A_DAY and not meets:
            if one.kind == _GROUP:
                score += WEIGHTS.group_on_other_days
            else:
                score += WEIGHTS.no_appointment if gives else WEIGHTS.not_asked_for
        return score

    def _by_contacts(self, contacts: Contacts) -> float:
        """How it felt, smoothed, and the rest and the load of the last weeks."""
        days = contacts.days
        if not days or days[-1] < self.a_year_ago:
            return WEIGHTS.rested + WEIGHTS.felt_lighter / 2
        letters = contacts.letters_since(self.a_year_ago)
        lighter, same = letters.count(evidence.LIGHTER), letters.count(evidence.SAME)
        notes = lighter + same + letters.count(evidence.HEAVIER)
        good = (lighter + same / 2 + MADE_UP_NOTES) / (notes + 2 * MADE_UP_NOTES)
        rest = min(max(0, self.number - days[-1]), FULLY_RESTED)
        return (
            WEIGHTS.felt_lighter * good
            + _RESTED[rest]
            + WEIGHTS.load * _LOAD[contacts.count_since(self.load_since)]
            + WEIGHTS.load_lately * _LOAD[contacts.count_since(self.lately_since)]
        )

    def _coming(self, one: Candidate) -> Coming:
        return reasons.coming(one, self.day, self.now, self.here)

    def suggestion(self, one: Candidate, act: Act) -> Suggestion:
        """The finished suggestion of somebody who was chosen, for an act that is possible."""
        coming = self._coming(one)
        why = reasons.reasons(one, coming, self.need, self.day)
        return Suggestion(one.id, act, why, self._situation(one, coming, act))

    def _situation(self, one: Candidate, coming: Coming, act: Act) -> str:
        """Which draft fits: by what the day is first, then by who it is, then by what is wanted."""
        if act is Act.CODE_WORD:
            return "code_word"
        if coming.birthday == self.day and self.need in _LIGHT_NEEDS:
            return "birthday"
        if act is Act.HEART:
            return "heart"
        if by_kind := self._situation_by_kind(one, coming):
            return by_kind
        return {
            Need.LISTENS: "listen",
            Need.HAND: "hand",
            Need.COMPANY: "company",
            Need.ANYTHING: "company" if one.kind in BEING_THERE else "hello",
        }[self.need]

    def _situation_by_kind(self, one: Candidate, coming: Coming) -> str:
        """For whom one does not write to as to a friend; "" for everyone else."""
        if one.kind == Kind.GROUP or (one.kind == Kind.ONLINE_COMMUNITY and coming.meeting is not None):
            # Where anything was noted with them, it is no first visit.
            return "group_known" if one.contacts.days else "group"
        # An appointment in some weeks is no occasion yet, but nobody asks for another one.
        if one.kind in (Kind.PROFESSIONAL, Kind.SERVICE) and reasons.meets_again(
            one, self.day, self.now, self.here
        ):
            return "appointment"
        # A hand is asked for in the same words wherever one asks.
        return (
            "" if one.kind == Kind.ONLINE_COMMUNITY and self.need is Need.HAND else _BY_KIND.get(one.kind, "")
        )


def _chance(of: int, day: int) -> float:
    """A number from 0 to 1 that a day gives to somebody, the same whenever it is asked for."""
    mixed = (of * 0x9E3779B1 + day * 0x85EBCA77) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 12)) * 0x297A2D39) & 0xFFFFFFFF
    return (mixed ^ (mixed >> 15)) / 2**32
