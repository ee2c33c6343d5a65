"""How reminders grow quieter when they are left alone, for one person and for all. Pure.

All of it follows from what was shown, what was answered and which days had a contact.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from .nudge_model import Answer, NudgeKind
from .nudge_numbers import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


class Delivery(NamedTuple):
    """A reminder that was shown. `day` and `for_day` are numbers of days, `shown` is the moment in UTC."""

    shown: datetime
    day: int
    for_day: int
    kind: NudgeKind
    supporter: str | None = None
    answer: Answer | None = None
    id: str = ""

    def left_alone(self, today: int) -> bool:
        """Whether its day is over without an answer."""
        return self.answer is None and self.day < today


class Step(IntEnum):
    """How often reminders come: as chosen, at most one a week, or not at all."""

    AS_CHOSEN = 0
    ONE_A_WEEK = 1
    RESTING = 2


class Overall(NamedTuple):
    """Where things stand for all reminders.

    `since` is the day they came to rest; `rests_on` the day they will, if nothing at all is noted until then.
    """

    step: Step = Step.AS_CHOSEN
    since: int = 0
    rests_on: int | None = None


class Personal(NamedTuple):
    """Where things stand for one person's rhythm: how many times their gap, and whether their reminder rests."""

    times: int = 1
    rests: bool = False
    put_off_last: bool = False


_TO_THE_NEXT = (NUMBERS.unanswered_to_one_a_week, NUMBERS.unanswered_to_rest)


def personal(shown: Sequence[Delivery], counted_from: int) -> Personal:
    """From the reminders about somebody, oldest first, after the day their rhythm is counted from.

    One that still waits for its answer counts as left alone: until there is one, that is what follows.
    """
    alone = put_off = 0
    for one in shown:
        if one.kind is not NudgeKind.RHYTHM or one.day <= counted_from:
            continue
        if one.answer is None:
            alone, put_off = alone + 1, 0
        else:
            alone, put_off = 0, put_off + 1 if one.answer is Answer.LATER else 0
    return Personal(
        times=min(1 + alone, NUMBERS.longest_gap),
        rests=put_off >= NUMBERS.put_off_to_rest,
        put_off_last=put_off > 0,
    )


class _Fold:
    """Goes through the days in order."""

    def __init__(self) -> None:
        self.step, self.since = Step.AS_CHOSEN, 0
        self.alone = 0
        self.first: int | None = None

    def pass_time(self, day: int) -> None:
        """Up to a day, with nothing noted on the way."""
        if self.rests_on is not None and day >= self.rests_on:
            self._rest(self.rests_on)

    @property
    def rests_on(self) -> int | None:
        return None if self.first is None else self.first + NUMBERS.quiet_weeks_to_rest

    def left_alone(self, day: int, kind: NudgeKind) -> None:
        if self.step is Step.RESTING:
            return
        # Whoever is told of a birthday once a year has nothing to say to that: eight weeks later it is no silence.
        if self.first is None and kind is NudgeKind.RHYTHM:
            self.first = day
        self.alone += 1
        if self.alone >= _TO_THE_NEXT[self.step]:
            if self.step is Step.ONE_A_WEEK:
                self._rest(day + 1)
            else:
                self.step, self.alone = Step.ONE_A_WEEK, 0

    def answered(self) -> None:
        self.alone, self.first = 0, None

    def contact(self) -> None:
        """Any contact gives one step back."""
        self.answered()
        if self.step is not Step.AS_CHOSEN:
            self.step = Step(self.step - 1)

    def _rest(self, day: int) -> None:
        self.step, self.since = Step.RESTING, day
        self.alone, self.first = 0, None


def overall(shown: Sequence[Delivery], contact_days: Iterable[int], today: int) -> Overall:
    """From all reminders since the person last said how they want them, oldest first.

    `contact_days` are days with a contact. Of those between two reminders the first two are enough. On one day
    what was shown comes before the contact: it may have led to it.
    """
    newest = [one for one in shown if one.kind is not NudgeKind.RESTING][-NUMBERS.looked_at :]
    if not newest:
        return Overall()
    began = newest[0].day
    events: list[tuple[int, int, Delivery | None]] = [
        (one.day, number, one) for number, one in enumerate(newest)
    ]
    events += [(day, len(newest), None) for day in set(contact_days) if began <= day <= today]
    fold = _Fold()
    for day, _, one in sorted(events):
        fold.pass_time(day)
        if one is None:
            fold.contact()
        elif one.answer is not None:
            fold.answered()
        elif one.left_alone(today):
            fold.left_alone(day, one.kind)
    fold.pass_time(today)
    return Overall(fold.step, fold.since, fold.rests_on)
