"""Which reminder comes next, and when; and why not sooner. docs/reminders.md.

Pure: what was noted, what was shown and the moment in; the next reminder or none out. Nothing moves itself on: the
same log and the same deliveries give the same future. A reminder is due once its moment is not after now.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from . import moments
from .easing import Delivery, Overall, Step, overall
from .nudge_model import NudgeKind, Why, WhyKind
from .nudge_numbers import NUMBERS
from .occasions import Occasion
from .rhythm import NEVER
from .waiting import Waiting, waiting

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from .candidate import Candidate
    from .model import Meeting, Rhythm, SpecialDate
    from .pace import Pace

__all__ = ["Delivery", "Nudge", "Outlook", "State", "Why", "WhyKind", "look", "next_nudge"]


class State(NamedTuple):
    """All that reminders follow from. `people` are those in the lists; `circles` the rhythms of circles.

    `contact_days` are numbers of days with a contact, with anybody; the first two after each delivery are enough.
    `zone` is the name of the computer's time zone.
    """

    people: Collection[Candidate]
    circles: Mapping[str, Rhythm]
    deliveries: Collection[Delivery]
    contact_days: Collection[int]
    pace: Pace
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Nudge:
    """One reminder. `supporter` is an id, None for RESTING; `at` is civil time with its offset.

    `for_day` is the day it is about: the date, the day of the meeting, the day the window of the rhythm opened.
    """

    kind: NudgeKind
    supporter: str | None
    at: datetime
    for_day: date
    special: SpecialDate | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The next reminder, or None, and why it is not sooner, or not at all: in the order in which it was met."""

    nudge: Nudge | None
    why: tuple[Why, ...]
    overall: Overall


def next_nudge(state: State, now: datetime) -> Nudge | None:
    """The next reminder, due now or later, if nothing is noted until then. `now` has an offset."""
    return look(state, now).nudge


def look(state: State, now: datetime) -> Outlook:
    """The next reminder, and why not sooner."""
    return Look(state, now).outlook()


class Look:
    """Works out one answer."""

    def __init__(self, state: State, now: datetime) -> None:
        self.pace = state.pace
        self.clock = moments.Clock(now, state.zone)
        self.today = self.clock.today.toordinal()
        # Sorted by what they are, so that it does not matter in which order they were read.
        self.shown = sorted(
            (one for one in state.deliveries if self.clock.may_have_been(one.shown)),
            key=lambda one: (one.shown, one.supporter or "", one.kind, one.for_day),
        )
        self._days = [one.day for one in self.shown]
        started = state.pace.started
        self._since_started = [one for one in self.shown if started is None or one.shown > started]
        self._contact_days = frozenset(state.contact_days)
        # The days on which what waits for an answer now would count as left alone; and contacts of tomorrow, noted
        # further east.
        self._changes_on = {one.day + 1 for one in self.shown if one.answer is None and one.day >= self.today}
        self._changes_on |= {day for day in self._contact_days if day > self.today}
        self._stands: tuple[int, int, Overall | None] = (0, 0, None)
        self.waiting: Waiting = waiting(state, self.shown, self.clock)
        self.why: list[Why] = []

    def outlook(self) -> Outlook:
        now_is = self.overall(self.today)
        if not self.pace.on or not self.pace.weekdays:
            return Outlook(None, (Why(WhyKind.OFF),), now_is)
        nudge = self._find()
        return Outlook(nudge, tuple(dict.fromkeys(self.why)), now_is)

    def overall(self, day: int) -> Overall:
        """How quiet reminders are on a day, if nothing is noted until then."""
        first, last, stands = self._stands
        if stands is None or not first <= day < last:
            stands = overall(self._since_started, self._contact_days, day)
            changes = (stands.rests_on or NEVER, *self._changes_on)
            self._stands = (day, min((one for one in changes if one > day), default=NEVER), stands)
        return stands

    def _find(self) -> Nudge | None:
        day = self.today
        if (until := self.pace.rest_until) is not None and until > self.clock.today:
            self.why.append(Why(WhyKind.REST_UNTIL, on=until))
            day = until.toordinal()
        for _ in range(NUMBERS.looked_ahead):
            if day > date.max.toordinal():
                return None
            stands = self.overall(day)
            if stands.step is Step.RESTING:
                is_empty = self.waiting.is_empty_from(day)
                self.why.append(Why(WhyKind.NOBODY if is_empty else WhyKind.RESTING))
                if is_empty or self._has_asked(stands):
                    return None
            elif not self.waiting.open_on(day):
                changes = [self.waiting.next_opening(day), stands.rests_on, *self._changes_on]
                following = min((one for one in changes if one is not None and one > day), default=None)
                if following is None:
                    self.why.append(Why(WhyKind.NOBODY))
                    return None
                day = following
                continue
            found = self._on(day, stands)
            if found is not None:
                return found
            day += 1
        return None

    def _has_asked(self, stands: Overall) -> bool:
        """Whether it was said that reminders rest: once is enough."""
        return any(one.kind is NudgeKind.RESTING and one.day >= stands.since for one in self.shown)

    def _on(self, day: int, stands: Overall) -> Nudge | None:
        """What comes on a day, or None, with the reason noted."""
        on = date.fromordinal(day)
        by_week = 1 if stands.step is Step.ONE_A_WEEK else self.pace.a_week
        left = by_week - self._shown_since(day - 6)
        if (why := self._too_many(day, left, by_week)) is not None:
            self.why.append(why)
            return None
        if stands.step is Step.RESTING:
            at = self._moment(on)
            return Nudge(NudgeKind.RESTING, None, at, date.fromordinal(stands.since)) if at else None
        return self._choose(on, left, by_week)

    def _too_many(self, day: int, left: int, by_week: int) -> Why | None:
        """Why nothing comes on a day at any hour."""
        if not self.pace.allows(date.fromordinal(day)):
            return Why(WhyKind.WEEKDAY)
        if self._shown_since(day) >= (limit := self._most_on(day)):
            return Why(WhyKind.DAY_LIMIT, number=limit)
        if left > 0:
            return None
        return Why(WhyKind.WEEK_LIMIT, number=by_week) if by_week == self.pace.a_week else Why(WhyKind.EASED)

    def _choose(self, on: date, left: int, by_week: int) -> Nudge | None:
        """A date or a meeting first; then whoever's turn it is."""
        day = on.toordinal()
        turn = self.waiting.turn_on(day)
        too_many = turn is not None and self._only_occasions_lately()
        for one in [] if too_many else self.waiting.occasions_on(day):
            if (at := self._moment(on, one)) is not None:
                return Nudge(one.kind, one.who.id, at, one.on, one.special, one.meeting)
        if turn is None:
            return None
        # What has its day within a week finds room; but one a week at least is left for rhythms.
        kept = 0 if too_many else min(self.waiting.occasions_within(day + 1, day + 6), by_week - 1)
        if left <= kept:
            self.why.append(Why(WhyKind.WEEK_LIMIT, number=by_week))
            return None
        if (at := self._moment(on)) is None:
            return None
        if turn.put_off or turn.times > 1:
            self.why.append(Why(WhyKind.PUT_OFF if turn.put_off else WhyKind.MORE_RARELY))
        return Nudge(NudgeKind.RHYTHM, turn.who.id, at, date.fromordinal(turn.opens))

    def _only_occasions_lately(self) -> bool:
        lately = [one.kind for one in self.shown if one.kind is not NudgeKind.RESTING]
        lately = lately[-NUMBERS.occasions_in_a_row :]
        return len(lately) == NUMBERS.occasions_in_a_row and NudgeKind.RHYTHM not in lately

    def _moment(self, on: date, occasion: Occasion | None = None) -> datetime | None:
        """When on a day something can come, or None, with the reason noted."""
        until = self.pace.ends
        if occasion is not None and occasion.last == on:
            until = min(until, occasion.until)
        not_before = None
        if self.shown:
            not_before = self.shown[-1].shown + timedelta(hours=self.pace.hours_between)
        at, low = self.clock.moment(on, self.pace, until, not_before)
        if at is None:
            self.why.append(Why(WhyKind.LOW_DAY if low else WhyKind.HOURS))
        return at

    def _shown_since(self, day: int) -> int:
        """How many were shown on a day and later: later ones too, for who has travelled west."""
        return sum(1 for one in self._days if one >= day)

    def _most_on(self, day: int) -> int:
        """More than one a day only where one came the day before: after any absence there is one at most."""
        return self.pace.a_day if day - 1 in self._days else 1
