"""Made-up people for the tests of suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from supportnet_gui.core.evidence import MOST, Contacts
from supportnet_gui.core.model import Circle, Energy, Kind, Meeting, Need, Protocol, Repeats, Status, Support
from supportnet_gui.core.suggestions import Candidate, Reason, ReasonKind, Suggestion, suggest

NOW = datetime(2026, 11, 22, 12, 0)
TODAY = NOW.date()


def someone(name: str, support: Iterable[Support] = (), **more: Any) -> Candidate:
    return Candidate(name, support=",".join(support) or None, **more)


def contacts(*days_ago_and_felt: tuple[int, str], today: date = TODAY) -> Contacts:
    """Contacts by how many days ago they were, with a letter each."""
    noted = sorted((today.toordinal() - ago, felt) for ago, felt in days_ago_and_felt)[-MOST:]
    return Contacts(tuple(day for day, _ in noted), "".join(felt for _, felt in noted))


def felt_each_week(letters: str) -> Contacts:
    """One contact a week, the last of them rested from."""
    return contacts(*((15 + 7 * number, letter) for number, letter in enumerate(letters)))


def named(found: Sequence[Suggestion]) -> list[str | None]:
    return [one.supporter for one in found]


def first(
    people: Iterable[Candidate], need: Need = Need.ANYTHING, energy: Energy = Energy.LITTLE
) -> Suggestion:
    return suggest(people, need, energy, NOW)[0]


def kinds(one: Suggestion) -> list[ReasonKind]:
    return [reason.kind for reason in one.reasons]


def reason(one: Suggestion, kind: ReasonKind) -> Reason:
    return next(reason for reason in one.reasons if reason.kind is kind)


# -- by chance ---------------------------------------------------------------------------------------------------

needs = st.sampled_from(Need)
energies = st.sampled_from(Energy)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31))
near_days = st.integers(-70, 70).map(lambda days: TODAY + timedelta(days=days))
maybe_days = st.one_of(st.none(), near_days.map(date.isoformat))
_joined = {
    enum: st.frozensets(st.sampled_from(enum)).map(lambda found: ",".join(sorted(found)) or None)
    for enum in (Support, Protocol)
}
minutes = st.times().map(lambda clock: time(clock.hour, clock.minute))
meetings = st.one_of(
    st.builds(Meeting, st.just(Repeats.ONCE), on=near_days, at=st.none() | minutes),
    st.builds(Meeting, st.just(Repeats.WEEKLY), weekday=st.integers(1, 7), at=st.none() | minutes),
    st.builds(
        Meeting,
        st.just(Repeats.MONTHLY),
        weekday=st.integers(1, 7),
        nth=st.sampled_from((1, 2, 3, 4, -1)),
        at=st.none() | minutes,
    ),
)
logs = st.lists(st.tuples(st.integers(0, 500), st.sampled_from("lsh-")), max_size=MOST).map(
    lambda noted: contacts(*noted)
)


def candidates(**fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Candidate]:
    """Anyone in the lists, as the database would tell of them."""
    parts: dict[str, st.SearchStrategy[Any]] = {
        "id": st.uuids().map(str),
        "kind": st.sampled_from([kind.value for kind in Kind]),
        "circle": st.sampled_from([circle.value for circle in Circle]),
        "status": st.sampled_from([status.value for status in (*Status, *[Status.ACTIVE] * 6)]),
        "resting_until": maybe_days,
        "has_code_word": st.booleans(),
        "easy_on_low_day": st.booleans(),
        "offered": st.sampled_from(("", "", " ", "To listen, most evenings", "A lift on Thursdays.")),
        "support": _joined[Support],
        "protocols": _joined[Protocol],
        "put_off_until": st.one_of(st.none(), st.none(), maybe_days),
        "quiet_until": st.one_of(st.none(), st.none(), maybe_days),
        "contacts": logs,
        "meetings": st.lists(meetings, max_size=2).map(tuple),
        "birthdays": st.lists(st.tuples(st.integers(1, 12), st.integers(1, 31)), max_size=1).map(tuple),
    }
    return st.builds(Candidate, **(parts | fixed))


def networks(most: int = 9, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Candidate]]:
    return st.lists(candidates(**fixed), max_size=most, unique_by=lambda one: one.id)
