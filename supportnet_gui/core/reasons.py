"""What is coming for somebody, and why they are suggested: only what was noted, and is good to read. Pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from .days import next_yearly
from .evidence import mostly_lighter
from .meetings import next_seen
from .model import Kind, Need, Support
from .weights import A_YEAR, BIRTHDAY_WITHIN, MEETING_WITHIN

if TYPE_CHECKING:
    from .candidate import Candidate
    from .meetings import Seen
    from .model import Meeting

MOST = 2
"""Reasons beside one suggestion."""

_TALKED_WITH = (Kind.PERSON, Kind.GROUP, Kind.ONLINE_COMMUNITY, Kind.PROFESSIONAL)


class ReasonKind(StrEnum):
    """Why somebody is suggested. Never time gone by, load or a gap."""

    OFFERED = "offered"
    GIVES = "gives"
    LIGHTER = "lighter"
    MEETS = "meets"
    BIRTHDAY = "birthday"
    OLD_FRIEND = "old_friend"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `support` is for GIVES, `text` for OFFERED, `meeting` for MEETS, `on` for MEETS and BIRTHDAY."""

    kind: ReasonKind
    support: Support | None = None
    text: str = ""
    meeting: Meeting | None = None
    on: date | None = None


class Coming(NamedTuple):
    """What is coming within the next days."""

    meeting: Meeting | None = None
    meets_on: date | None = None
    birthday: date | None = None


NOTHING = Coming()


def birthdays_near(day: date) -> frozenset[tuple[int, int]]:
    """The months and days of all birthdays that are near: a quick way to see who has none."""
    found = set()
    for days in range(BIRTHDAY_WITHIN + 1):
        on = day + timedelta(days=days)
        last = monthrange(on.year, on.month)[1]
        # What a month does not have, like 29 February, falls on its last day.
        found |= {(on.month, number) for number in range(on.day, 32 if on.day == last else on.day + 1)}
    return frozenset(found)


def coming(one: Candidate, day: date, now: datetime, here: str = "") -> Coming:
    """The next meeting and the next birthday, where they are near.

    `now` is civil time without an offset, by the clock of the zone `here`; meetings are told by that clock too.
    """
    meets = min(
        (found for meeting in one.meetings if (found := _near(meeting, day, now, here)) is not None),
        key=lambda found: (found.on, found.meeting.at is None, found.meeting.at),
        default=None,
    )
    birthday = min(
        (
            on
            for month, month_day in one.birthdays
            if one.kind == Kind.PERSON
            and (on := next_yearly(month, month_day, day)) is not None
            and (on - day).days <= BIRTHDAY_WITHIN
        ),
        default=None,
    )
    if meets is None and birthday is None:
        return NOTHING
    on, meeting = meets or (None, None)
    return Coming(meeting, on, birthday)


def meets_again(one: Candidate, day: date, now: datetime, here: str = "") -> bool:
    """Whether any meeting is still to come, near or not."""
    return any(next_seen(meeting, day, here, now) is not None for meeting in one.meetings)


def _near(meeting: Meeting, day: date, now: datetime, here: str) -> Seen | None:
    """A meeting that is near and has not begun: one that was tonight is no longer an occasion."""
    found = next_seen(meeting, day, here, now)
    return found if found is not None and (found.on - day).days <= MEETING_WITHIN else None


def reasons(one: Candidate, what_is_coming: Coming, need: Need, day: date) -> tuple[Reason, ...]:
    """At most two, the best first: what is coming, what they said, how it felt, what they give."""
    found = []
    given = [kind for kind in Support if kind in (one.support or "")]
    if what_is_coming.meeting is not None:
        found.append(Reason(ReasonKind.MEETS, meeting=what_is_coming.meeting, on=what_is_coming.meets_on))
    if what_is_coming.birthday is not None:
        found.append(Reason(ReasonKind.BIRTHDAY, on=what_is_coming.birthday))
    if one.offered.strip() and (need.support is None or need.support in given):
        found.append(Reason(ReasonKind.OFFERED, text=one.offered))
    if one.kind in _TALKED_WITH and mostly_lighter(one.contacts.letters_since(day.toordinal() - A_YEAR)):
        found.append(Reason(ReasonKind.LIGHTER))
    if given:
        found.append(Reason(ReasonKind.GIVES, support=need.support or given[0]))
    return tuple(found[:MOST])
