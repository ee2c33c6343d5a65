"""Contacts as they are logged, edited and moved in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import Began, Change, CheckIn, Felt, Support, Supporter, Way
from supportnet_gui.core.store import CheckInFilter, Store
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.store_kit import TODAY, assert_sound, check_ins, content, found, kept, past_days, shared

WHOLE = CheckIn(
    people=(),
    on=date(2026, 11, 20),
    at=time(18, 30),
    zone="Asia/Tokyo",
    way=Way.IN_PERSON,
    began=Began.THEM,
    answered=False,
    support=(Support.EMOTIONAL, Support.RELATIONAL),
    gave_support=True,
    felt=Felt.LIGHTER,
    note="tea",
    next_note="ask about the exam",
)


# -- logging -----------------------------------------------------------------------------------------------------


def test_who_is_all_it_takes(store: Store, who: dict[str, str]) -> None:
    check_in_id = store.check_ins.log(CheckIn((who["Ann"],), TODAY))
    logged = store.check_ins.get(check_in_id)
    assert logged == CheckIn(
        people=(who["Ann"],),
        on=TODAY,
        zone="Europe/Dublin",
        id=check_in_id,
        created="2026-11-22T12:00:00.000+00:00",
    )


def test_everything_about_a_check_in_is_kept(store: Store, who: dict[str, str]) -> None:
    whole = replace(WHOLE, people=(who["Ben"], who["Ann"], who["Cleo"]), id="mine")
    assert store.check_ins.log(whole) == "mine"
    logged = store.check_ins.get("mine")
    assert logged is not None
    assert logged == replace(whole, created=logged.created)


@shared
@given(data=st.data())
def test_whatever_is_logged_or_edited_is_kept_as_typed(store: Store, data: st.DataObject) -> None:
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    ids = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    people = st.permutations(ids).flatmap(lambda order: st.sampled_from([tuple(order), tuple(order[:1])]))
    first, second = data.draw(check_ins(people)), data.draw(check_ins(people))
    check_in_id = store.check_ins.log(first)
    for wanted in (first, second):
        if wanted is second:
            store.check_ins.save(replace(second, id=check_in_id))
        now = store.check_ins.get(check_in_id)
        assert now is not None
        zone = wanted.zone or first.zone or "Europe/Dublin"
        assert now == replace(
            wanted,
            id=check_in_id,
            zone=zone,
            people=now.people,
            support=tuple(sorted(wanted.support)),
            note=kept(wanted.note),
            next_note=kept(wanted.next_note),
            created=now.created,
        )
        assert {*now.people} == {*wanted.people}
        assert len(now.people) == len(wanted.people)


def test_the_order_of_people_is_as_chosen(store: Store, who: dict[str, str]) -> None:
    store.check_ins.log(CheckIn((who["Cleo"], who["Ann"], who["Cleo"], who["Ben"]), TODAY))
    [entry] = store.check_ins.latest(5)
    assert entry.names == ("Cleo", "Ann", "Ben")
    done = store.can_undo
    assert done is not None
    assert (done.change, done.names) == (Change.CHECKED_IN, ("Cleo", "Ann", "Ben"))


def test_the_undo_bar_names_nobody_whom_lists_do_not_name(store: Store, who: dict[str, str]) -> None:
    check_in_id = store.check_ins.log(CheckIn((who["Ann"], who["Unsafe"]), TODAY))
    named = [store.can_undo]
    store.check_ins.trash(check_in_id)
    named.append(store.can_undo)
    assert [done.names for done in named if done] == [("Ann",), ("Ann",)]
    store.check_ins.log(CheckIn((who["Unsafe"],), TODAY))
    done = store.can_undo
    assert done is not None
    assert done.names == ("Unsafe",)


@pytest.mark.parametrize("people", [(), ("nobody",), ("Ann", "nobody")])
def test_somebody_has_to_be_there(store: Store, who: dict[str, str], people: tuple[str, ...]) -> None:
    before = content(store.db)
    with pytest.raises(Trouble) as trouble:
        store.check_ins.log(CheckIn(tuple(who.get(one, one) for one in people), TODAY))
    assert trouble.value.code is (Code.NOT_THERE if people else Code.NOBODY_CHOSEN)
    assert content(store.db) == before


def test_someone_new_comes_in_with_the_contact(store: Store, who: dict[str, str]) -> None:
    before = content(store.db)
    check_in_id = store.check_ins.log(CheckIn((who["Ann"],), TODAY), ["  Dov ", "Eve"])
    [entry] = store.check_ins.latest(5)
    assert (entry.check_in.id, entry.names) == (check_in_id, ("Ann", "Dov", "Eve"))
    done = store.can_undo
    assert done is not None
    assert done.names == ("Ann", "Dov", "Eve")
    store.undo()
    assert content(store.db) == before
    alone = store.check_ins.log(CheckIn((), TODAY), ["Dov"])
    store.check_ins.save(CheckIn((who["Ben"],), TODAY, id=alone), ["Eve"])
    assert store.check_ins.latest(5)[0].names == ("Ben", "Eve")
    assert_sound(store.db)


@pytest.mark.parametrize("name", ["", " \n", "\u200e"])
def test_someone_new_without_a_name_keeps_nothing(store: Store, who: dict[str, str], name: str) -> None:
    check_in_id = store.check_ins.log(CheckIn((who["Ann"],), TODAY))
    before = content(store.db)
    for attempt in (
        lambda: store.check_ins.log(CheckIn((who["Ann"],), TODAY), ["Dov", name]),
        lambda: store.check_ins.save(CheckIn((who["Ann"],), TODAY, id=check_in_id), [name]),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.NAME_EMPTY
        assert content(store.db) == before


def test_what_is_gone_is_not_there(store: Store, who: dict[str, str]) -> None:
    before = content(store.db)
    for attempt in (
        lambda: store.check_ins.save(CheckIn((who["Ann"],), TODAY, id="gone")),
        lambda: store.check_ins.trash("gone"),
        lambda: store.check_ins.restore("gone"),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.NOT_THERE
    assert store.check_ins.get("gone") is None
    assert store.check_ins.entry("gone") is None
    assert content(store.db) == before


# -- time --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [1, 2, 400])
def test_a_day_to_come_is_refused(store: Store, who: dict[str, str], days: int) -> None:
    check_in_id = store.check_ins.log(CheckIn((who["Ann"],), TODAY))
    before = content(store.db)
    later = TODAY + timedelta(days=days)
    for attempt in (
        lambda: store.check_ins.log(CheckIn((who["Ann"],), later)),
        lambda: store.check_ins.save(CheckIn((who["Ann"],), later, id=check_in_id)),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.FUTURE
        assert content(store.db) == before


def test_today_is_the_clock_s_own_day(store: Store, clock: FixedClock, who: dict[str, str]) -> None:
    """Half past midnight in Tokyo, where it is the 23rd already; in Dublin it is still the 22nd."""
    clock._moment = datetime(2026, 11, 23, 0, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    store.check_ins.log(CheckIn((who["Ann"],), date(2026, 11, 23)))
    clock._moment = clock.now().astimezone(ZoneInfo("Europe/Dublin"))
    with pytest.raises(Trouble):
        store.check_ins.log(CheckIn((who["Ann"],), date(2026, 11, 23)))


def test_a_day_noted_further_east_can_be_edited_before_it_is_here(
    store: Store, clock: FixedClock, who: dict[str, str]
) -> None:
    clock.move(timedelta(days=1))
    check_in_id = store.check_ins.log(CheckIn((who["Ann"],), TODAY + timedelta(days=1)))
    clock.move(timedelta(hours=-20))
    check_in = store.check_ins.get(check_in_id)
    assert check_in is not None
    store.check_ins.save(replace(check_in, note="noted on the plane"))
    with pytest.raises(Trouble) as trouble:
        store.check_ins.save(replace(check_in, on=check_in.on + timedelta(days=1)))
    assert trouble.value.code is Code.FUTURE


def test_the_newest_come_first_whenever_they_were_logged(store: Store, who: dict[str, str]) -> None:
    def log(days: int, at: time | None = None) -> str:
        return store.check_ins.log(CheckIn((who["Ann"],), TODAY - timedelta(days=days), at))

    day_before = log(1)
    evening, morning, long_ago = log(2, time(20)), log(2, time(8)), log(9)
    sometime, today, midnight = log(2), log(0), log(2, time(0))
    in_order = [today, day_before, evening, morning, midnight, sometime, long_ago]
    assert [entry.check_in.id for entry in store.check_ins.latest(9)] == in_order
    assert found(store) == in_order
    assert [entry.check_in.id for entry in store.check_ins.with_person(who["Ann"], 9)] == in_order
    assert found(store, person=who["Ben"]) == []


def test_of_one_moment_the_one_logged_last_comes_first(store: Store, who: dict[str, str]) -> None:
    ids = [store.check_ins.log(CheckIn((who["Ann"],), TODAY)) for _ in range(5)]
    assert found(store) == found(store, person=who["Ann"]) == ids[::-1]


@given(
    days=st.lists(st.tuples(past_days, st.one_of(st.none(), st.times())), min_size=1, max_size=30),
    size=st.integers(1, 7),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_page_by_page_there_is_everything_once(
    store: Store, days: list[tuple[date, time | None]], size: int
) -> None:
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    store.check_ins.purge(found(store))
    for number, (on, at) in enumerate(days):
        store.check_ins.log(CheckIn((ann,) if number % 3 else (ann, ben), on, at, note="walk"))
    for narrowed in ({}, {"person": ben}, {"text": "walk"}, {"text": "ben"}, {"text": "walk", "person": ben}):
        wanted = CheckInFilter(**narrowed)  # type: ignore[arg-type]
        whole = store.check_ins.page(wanted, 99)
        assert len(whole) == (
            len(days) if narrowed in ({}, {"text": "walk"}) else len(range(0, len(days), 3))
        )
        pages: list[Any] = []
        while page := store.check_ins.page(wanted, size, pages[-1].check_in.id if pages else ""):
            assert len(page) <= size
            pages += page
        assert pages == whole
    assert store.check_ins.page(CheckInFilter(), 5, "gone") == []


# -- last contact ------------------------------------------------------------------------------------------------


def test_last_contact_follows_every_change(store: Store, who: dict[str, str]) -> None:
    ann, ben = who["Ann"], who["Ben"]

    def last() -> tuple[str | None, str | None]:
        latest = store.people.last_contact()
        return latest.get(ann), latest.get(ben)

    assert last() == (None, None)
    old = store.check_ins.log(CheckIn((ann, ben), date(2026, 11, 1)))
    new = store.check_ins.log(CheckIn((ann,), date(2026, 11, 10), time(18, 30)))
    assert last() == ("2026-11-10T18:30", "2026-11-01")
    store.check_ins.log(CheckIn((ann,), date(2026, 10, 1)))
    assert last() == ("2026-11-10T18:30", "2026-11-01")
    store.check_ins.trash(new)
    assert last() == ("2026-11-01", "2026-11-01")
    store.check_ins.restore(new)
    store.check_ins.save(CheckIn((ben,), date(2026, 11, 11), id=new))
    assert last() == ("2026-11-01", "2026-11-11")
    store.check_ins.save(CheckIn((ben,), date(2026, 9, 1), id=new))
    assert last() == ("2026-11-01", "2026-11-01")
    store.undo()
    assert last() == ("2026-11-01", "2026-11-11")
    store.check_ins.purge([new])
    assert last() == ("2026-11-01", "2026-11-01")
    store.check_ins.trash(old)
    assert last() == ("2026-10-01", None)
    assert_sound(store.db)


def test_an_unanswered_try_is_a_contact(store: Store, who: dict[str, str]) -> None:
    store.check_ins.log(CheckIn((who["Ann"],), TODAY, answered=False))
    assert store.people.last_contact() == {who["Ann"]: "2026-11-22"}


def test_copies_follow_how_it_felt(store: Store, who: dict[str, str]) -> None:
    def copies() -> list[tuple[Any, ...]]:
        return store.db.execute(
            "SELECT happened, felt, trashed FROM check_in_supporter ORDER BY rowid"
        ).fetchall()

    both = (who["Ann"], who["Ben"])
    check_in_id = store.check_ins.log(CheckIn(both, TODAY, felt=Felt.LIGHTER))
    assert copies() == [("2026-11-22", "lighter", 0)] * 2
    store.check_ins.save(CheckIn(both, date(2026, 11, 1), time(7, 5), id=check_in_id))
    assert copies() == [("2026-11-01T07:05", None, 0)] * 2
    store.check_ins.save(CheckIn((who["Cleo"], *both), date(2026, 11, 1), id=check_in_id, felt=Felt.HEAVIER))
    assert copies() == [("2026-11-01", "heavier", 0)] * 3
    store.check_ins.trash(check_in_id)
    assert copies() == [("2026-11-01", "heavier", 1)] * 3
