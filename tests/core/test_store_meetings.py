"""When one meets: kept exactly, and no change of anything else takes it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core import demo
from supportnet_gui.core.model import (
    Channel,
    Meeting,
    Protocol,
    Repeats,
    SpecialDate,
    Status,
    Support,
    Supporter,
)
from supportnet_gui.core.model import DateKind as Kind
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.imports import Addition
from supportnet_gui.core.store.rows import one_line
from tests.core.store_kit import TODAY, assert_sound, content, kept, meetings

shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
THURSDAYS = Meeting(
    Repeats.WEEKLY, weekday=4, at=time(18, 30), zone="Europe/Dublin", place="Library", note="tea"
)
LAST_FRIDAY = Meeting(Repeats.MONTHLY, weekday=5, nth=-1)
ONCE = Meeting(Repeats.ONCE, date(2026, 12, 3), at=time(0, 0))
ALL = (THURSDAYS, LAST_FRIDAY, ONCE)


def meetings_of(store: Store, supporter_id: str) -> tuple[Meeting, ...]:
    found = store.people.get(supporter_id)
    assert found is not None
    return found.meetings


@pytest.fixture
def group(store: Store) -> str:
    return store.people.add(Supporter(name="Thursday group", meetings=ALL))


@shared
@given(wanted=st.lists(meetings, max_size=4).map(tuple))
def test_any_meeting_is_kept_in_the_order_of_the_dialog(store: Store, wanted: tuple[Meeting, ...]) -> None:
    who = store.people.add(Supporter(name="Ann", meetings=wanted))
    found = meetings_of(store, who)
    assert found == tuple(replace(one, place=one_line(one.place), note=kept(one.note)) for one in wanted)
    before = content(store.db)["meeting"]
    store.people.save(Supporter(name="Ann", id=who, meetings=found))
    assert content(store.db)["meeting"] == before, "saving what is there writes nothing anew"


def test_only_what_its_way_of_repeating_needs_is_kept(store: Store) -> None:
    everything = {"on": TODAY, "weekday": 4, "nth": 2, "at": time(9, 5, 59)}
    odd = tuple(Meeting(repeats, **everything) for repeats in Repeats)  # type: ignore[arg-type]
    who = store.people.add(Supporter(name="Ann", meetings=odd))
    at = time(9, 5)
    assert meetings_of(store, who) == (
        Meeting(Repeats.ONCE, on=TODAY, at=at),
        Meeting(Repeats.WEEKLY, weekday=4, at=at),
        Meeting(Repeats.MONTHLY, weekday=4, nth=2, at=at),
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda store, who: store.people.save(replace(store.people.get(who), name="Another name")),
        lambda store, who: store.people.set_support(who, [Support.EMOTIONAL]),
        lambda store, who: store.people.set_support_of({who: frozenset(Support)}),
        lambda store, who: store.people.set_status(who, Status.RESTING),
        lambda store, who: store.people.set_archived(who, True),
        lambda store, who: store.people.set_photo(who, b"photo"),
        lambda store, who: (store.people.trash(who), store.people.restore(who)),
        lambda store, who: store.people.merge(who, store.people.add(Supporter(name="Ben"))),
        lambda store, who: store.people.merge(store.people.add(Supporter(name="Ben", id="keep")), who),
        lambda store, who: list(
            store.imports.bring_in(
                [],
                additions=[
                    Addition(
                        who, "Ann", (Channel(Protocol.CALL, "1"),), (SpecialDate(Kind.OTHER, 1999),), "note"
                    )
                ],
            )
        ),
    ],
)
def test_no_other_change_touches_them(
    store: Store, group: str, change: Callable[[Store, str], object]
) -> None:
    change(store, group)
    [who] = {row[1] for row in store.db.execute("SELECT seq, supporter FROM meeting").fetchall()}
    assert who in (group, "keep")
    assert meetings_of(store, who) == ALL
    assert_sound(store.db)


def test_a_newcomer_brought_in_keeps_them(store: Store) -> None:
    ids: list[str] = []
    list(store.imports.bring_in([(Supporter(name="Ann", meetings=ALL), None)], ids=ids))
    assert meetings_of(store, ids[0]) == ALL


def test_two_made_one_meet_when_either_did_and_once_where_both_did(store: Store, group: str) -> None:
    other = store.people.add(
        Supporter(name="The Thursdays", meetings=(ONCE, replace(THURSDAYS, place="Café")))
    )
    before = content(store.db)
    store.people.merge(group, other)
    assert meetings_of(store, group) == (*ALL, replace(THURSDAYS, place="Café"))
    store.undo()
    assert content(store.db) == before
    assert meetings_of(store, other) == (ONCE, replace(THURSDAYS, place="Café"))


def test_changing_them_is_undone_and_redone(store: Store, group: str) -> None:
    before = content(store.db)
    now = store.people.get(group)
    assert now is not None
    store.people.save(replace(now, meetings=(replace(THURSDAYS, at=time(19, 0)), LAST_FRIDAY)))
    after = content(store.db)
    store.undo()
    assert content(store.db) == before
    assert meetings_of(store, group) == ALL
    store.redo()
    assert content(store.db) == after


def test_purging_takes_theirs_and_no_other(store: Store, group: str) -> None:
    other = store.people.add(Supporter(name="Ben", meetings=(ONCE,)))
    store.people.purge([group])
    assert [row[2] for row in content(store.db)["meeting"]] == [other]
    assert_sound(store.db)


@pytest.mark.parametrize("days", range(7))
def test_the_made_up_doctor_is_seen_on_a_working_day_about_two_weeks_ahead(
    store: Store, clock: FixedClock, days: int
) -> None:
    clock.move(timedelta(days=days))
    today = clock.now().date()
    demo.fill(store)
    meet = {name: meetings_of(store, who) for who, name in _names(store).items()}
    [appointment] = meet["Dr Lee"]
    assert appointment.on is not None
    assert 14 <= (appointment.on - today).days <= 16
    assert appointment.on.weekday() < 5
    assert meet["Thursday group"] == (replace(THURSDAYS, note="", notice=True),)


def _names(store: Store) -> dict[str, str]:
    return {row.id: row.name for row in store.people.rows()}
