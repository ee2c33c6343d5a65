"""Who could be named in a reminder, from which day on, and whose turn it is. Pure."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from . import occasions, rhythm
from .easing import Delivery, personal
from .model import RhythmMode, Status
from .nudge_model import NudgeKind
from .nudge_numbers import NUMBERS
from .occasions import Occasion
from .rhythm import NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from .candidate import Candidate
    from .model import Rhythm
    from .moments import Clock
    from .nudges import State
    from .pace import Pace

    _Told = set[tuple[str, NudgeKind, int]]

_ACTIVE, _RESTING = Status.ACTIVE.value, Status.RESTING.value


class Turn(NamedTuple):
    """Somebody with a rhythm: the day its window opens, and the day of the last reminder about them.

    `times` says how many times longer than chosen their gap is, `put_off` that they were left for another time;
    then, often enough, their reminder `rests`.
    """

    who: Candidate
    rhythm: Rhythm
    opens: int
    last: int = 0
    times: int = 1
    put_off: bool = False
    rests: bool = False


class Waiting:
    """Everyone with a rhythm, and all dates and meetings that come."""

    def __init__(
        self, turns: list[Turn], coming: list[Occasion], told: _Told, pace: Pace, here: tzinfo
    ) -> None:
        self.turns = turns
        self._occasions, self._told, self._pace, self._here = coming, told, pace, here

    def is_empty_from(self, day: int) -> bool:
        """Whether there is nobody and nothing left that reminders could be about."""
        return not self.turns and not self._from(day)

    def turn_on(self, day: int) -> Turn | None:
        """Of those whose window is open, whoever was named longest ago, or never; then by the day's chance."""
        open_now = (one for one in self.turns if one.opens <= day)
        return min(open_now, key=lambda one: (one.last, chance(one.who.id, day), one.who.id), default=None)

    def occasions_on(self, day: int) -> list[Occasion]:
        """Those that may be told on a day, the ones that cannot wait first."""
        found = [one for one in self._from(day) if one.first.toordinal() <= day]
        return sorted(
            found, key=lambda one: (one.last, one.on, one.until, one.kind, one.who.id, occasions.what(one))
        )

    def occasions_within(self, first: int, last: int) -> int:
        """How many wait for a day between two."""
        return sum(1 for one in self._from(first) if first <= one.first.toordinal() <= last)

    def open_on(self, day: int) -> bool:
        return any(one.opens <= day for one in self.turns) or bool(self.occasions_on(day))

    def next_opening(self, day: int) -> int | None:
        """The next day on which anything may be told, where nothing may on a day; None where none comes."""
        days = [one.opens for one in self.turns if one.opens > day]
        days += [one.first.toordinal() for one in self._from(day) if one.first.toordinal() > day]
        first = min(days, default=NEVER)
        return first if first < NEVER else None

    def _from(self, day: int) -> list[Occasion]:
        """Each date and meeting as it comes on a day or later; what was told, or noted already, is passed over.

        Days are asked for in their order.
        """
        on = date.fromordinal(day)
        found: list[Occasion] = []
        for one in self._occasions:
            found += [one] if one.last >= on and not self._is_told(one) else self._following(one, on)
        self._occasions = found
        return found

    def _is_told(self, one: Occasion) -> bool:
        return (one.who.id, one.kind, one.on.toordinal()) in self._told or _was_in_touch(one)

    def _following(self, one: Occasion, on: date) -> list[Occasion]:
        """The next time of a date or meeting that is over, or was told."""
        person = one.who._replace(
            dates=(one.special,) if one.special is not None else (),
            meetings=(one.meeting,) if one.meeting is not None else (),
        )
        for _ in range(8):
            after = max(on, one.last + occasions.DAY) if one.last < date.max else date.max
            found = next(occasions.coming(person, after, self._pace, self._here), None)
            if found is None or not self._is_told(found):
                return [found._replace(who=one.who)] if found is not None else []
            one = found
        return []


def waiting(state: State, shown: Sequence[Delivery], clock: Clock) -> Waiting:
    """From the log and what was shown, oldest first."""
    by_person: dict[str, list[Delivery]] = defaultdict(list)
    for delivery in shown:
        if delivery.supporter is not None:
            by_person[delivery.supporter].append(delivery)
    today = clock.today.toordinal()
    turns, coming = [], []
    for one in state.people:
        has_rhythm = one.rhythm.mode is not RhythmMode.NONE
        if not (has_rhythm or one.dates or one.meetings):
            continue
        free = _free_from(one)
        if free is None:
            continue
        if has_rhythm and (counts := rhythm.counts(one.rhythm, state.circles.get(one.circle))) is not None:
            turns.append(_turn(one, counts, by_person.get(one.id, ()), free))
        if one.dates or one.meetings:
            first = date.fromordinal(max(free, today))
            coming += [
                found if found.first >= first else found._replace(first=first)
                for found in occasions.coming(one, first, state.pace, clock.zone)
            ]
    told = {(told.supporter, told.kind, told.for_day) for told in shown if told.supporter is not None}
    return Waiting(turns, coming, told, state.pace, clock.zone)


def _turn(one: Candidate, counts: Rhythm, shown: Sequence[Delivery], free: int) -> Turn:
    days = one.contacts.days
    counted = rhythm.counted_from(counts, days[-1] if days else None)
    opens = max(rhythm.later(counted, counts), free)
    if not shown:
        return Turn(one, counts, opens)
    stands = personal(shown, counted)
    last = max(delivery.day for delivery in shown)
    # What was told of them since is no reason to come back to their rhythm any sooner.
    put_off = stands.put_off_last and shown[-1].kind is NudgeKind.RHYTHM
    if stands.rests:
        opens = NEVER
    elif put_off:
        opens = max(opens, last + NUMBERS.another_time)
    else:
        opens = max(opens, rhythm.later(last, counts, stands.times))
    return Turn(one, counts, opens, last, stands.times, put_off, stands.rests)


def _free_from(one: Candidate) -> int | None:
    """The day from which somebody may be named, as `suggestions.may_be_named` says; None for no day."""
    if one.status == _ACTIVE and one.put_off_until is None and one.quiet_until is None:
        return 0
    days = [one.put_off_until, one.quiet_until]
    if one.status == _RESTING:
        if one.resting_until is None:
            return None
        days.append(one.resting_until)
    elif one.status != _ACTIVE:
        return None
    return max((date.fromisoformat(day).toordinal() for day in days if day), default=0)


def _was_in_touch(one: Occasion) -> bool:
    """Whether there was a contact on the very day: nothing needs to be told any more."""
    has_a_day = one.special is None or one.special.day is not None
    return has_a_day and one.on.toordinal() in one.who.contacts.days


def chance(of: str, day: int) -> int:
    """A number a day gives to somebody, the same whenever it is asked for."""
    return crc32(f"{of} {day}".encode())
