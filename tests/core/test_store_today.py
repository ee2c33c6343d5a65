"""Suggestions from a real database: who is left out, how it follows every change, and another time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import (
    Act,
    Began,
    Change,
    Channel,
    CheckIn,
    DateKind,
    Done,
    Energy,
    Felt,
    Meeting,
    Need,
    Offer,
    Protocol,
    Repeats,
    SpecialDate,
    Status,
    Support,
    Supporter,
)
from supportnet_gui.core.paths import Places
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.candidates import Candidates
from supportnet_gui.core.suggestions import ReasonKind
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.vault import open_vault
from tests.core.store_kit import TODAY, all_check_ins, everyone, run_python
from tests.core.suggestion_kit import kinds

DAY = timedelta(days=1)


def named(store: Store, need: Need = Need.ANYTHING, energy: Energy = Energy.LITTLE) -> set[str]:
    return {
        store.people.names([one.supporter])[one.supporter]
        for one in found(store, need, energy)
        if one.supporter
    }


def found(store: Store, need: Need = Need.ANYTHING, energy: Energy = Energy.LITTLE) -> Any:
    return store.today.suggestions(need, energy)


def log(store: Store, who: str, days_ago: int, **more: Any) -> str:
    return store.check_ins.log(CheckIn((who,), TODAY - days_ago * DAY, **more))


# -- who -----------------------------------------------------------------------------------------------------------


def test_only_who_may_be_named_is(store: Store, who: dict[str, str]) -> None:
    assert named(store) == {"Ann", "Ben", "Cleo"}


@pytest.mark.parametrize(
    "leave_out",
    [
        lambda store, one: store.people.set_status(one, Status.ENDED),
        lambda store, one: store.people.set_status(one, Status.UNSAFE),
        lambda store, one: store.people.set_status(one, Status.DIED),
        lambda store, one: store.people.set_status(one, Status.DRIFTED),
        lambda store, one: store.people.set_status(one, Status.RESTING),
        lambda store, one: store.people.set_status(one, Status.RESTING, TODAY, TODAY + DAY),
        lambda store, one: store.people.set_archived(one, True),
        lambda store, one: store.people.trash(one),
        lambda store, one: store.today.put_off(one),
    ],
)
def test_who_is_left_out_is_gone_in_the_same_action_and_back_with_undo(
    store: Store, who: dict[str, str], leave_out: Callable[[Store, str], None]
) -> None:
    before = found(store)
    leave_out(store, who["Ann"])
    assert named(store) == {"Ben", "Cleo"}
    store.undo()
    assert found(store) == before
    store.redo()
    assert named(store) == {"Ben", "Cleo"}


def test_who_is_removed_for_good_is_gone(store: Store, who: dict[str, str]) -> None:
    log(store, who["Ann"], 3)
    named(store)
    store.people.purge([who["Ann"]])
    assert named(store) == {"Ben", "Cleo"}


def test_a_rest_ends_by_itself(store: Store, clock: FixedClock) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    store.people.set_status(ann, Status.RESTING, TODAY, TODAY + 2 * DAY)
    assert named(store) == set()
    clock.move(DAY)
    assert named(store) == set()
    clock.move(DAY)
    assert named(store) == {"Ann"}


def test_a_meeting_elsewhere_is_near_and_told_by_the_clock_here(store: Store, clock: FixedClock) -> None:
    late = Meeting(Repeats.WEEKLY, weekday=2, at=time(20, 0), zone="America/New_York")
    store.people.add(Supporter(name="Old friends", meetings=(late,)))
    clock.move(DAY)
    (one,) = found(store)
    assert [(why.kind, why.on) for why in one.reasons] == [(ReasonKind.MEETS, date(2026, 11, 25))]
    assert one.reasons[0].meeting == replace(late, weekday=3, at=time(1, 0), zone="Europe/Dublin")
    clock.move(2 * DAY)  # Noon on Wednesday: it was in the night, and the next one is not near.
    assert found(store)[0].reasons == ()


# -- another time --------------------------------------------------------------------------------------------------


def test_another_time_is_three_days_that_begin_at_four(store: Store, clock: FixedClock) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    clock.move(timedelta(hours=14))  # Two in the morning of Monday: Sunday still.
    store.today.put_off(ann)
    clock.move(timedelta(days=2))
    assert named(store) == set()
    clock.move(timedelta(hours=1, minutes=59))
    assert named(store) == set()
    clock.move(timedelta(minutes=1))
    assert named(store) == {"Ann"}


def test_putting_off_is_an_action_and_leaves_no_history(store: Store, who: dict[str, str]) -> None:
    store.today.put_off(who["Ann"])
    store.today.put_off(who["Ann"])
    assert store.can_undo == Done(Change.PUT_OFF, ("Ann",))
    assert store.db.execute("SELECT supporter, until FROM put_off").fetchall() == [(who["Ann"], "2026-11-25")]
    store.people.purge([who["Ann"]])
    assert store.db.execute("SELECT count(*) FROM put_off").fetchone() == (0,)


def test_nobody_can_be_put_off_who_is_not_there(store: Store) -> None:
    with pytest.raises(Trouble) as raised:
        store.today.put_off("nobody")
    assert raised.value.code is Code.NOT_THERE


# -- two tries without an answer -------------------------------------------------------------------------------------


def test_after_two_tries_there_is_quiet_for_eight_weeks(store: Store, clock: FixedClock) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    log(store, ann, 20, answered=True)
    log(store, ann, 10, answered=False)
    assert named(store) == {"Ann"}
    last = log(store, ann, 1, answered=False)
    assert named(store) == set()
    clock.move(54 * DAY)
    assert named(store) == set()
    clock.move(DAY)
    assert named(store) == {"Ann"}
    clock.move(-55 * DAY)
    assert named(store) == set()
    store.check_ins.save(replace(store.check_ins.get(last) or CheckIn((), TODAY), answered=True))
    assert named(store) == {"Ann"}
    store.undo()
    assert named(store) == set()
    store.check_ins.trash(last)
    assert named(store) == {"Ann"}


@pytest.mark.parametrize(
    ("newest", "is_named"),
    [
        ({"answered": None}, True),
        ({"answered": True}, True),
        # They tried, and it was not them who did not answer.
        ({"answered": False, "began": Began.THEM}, True),
        ({"answered": False, "began": Began.ME}, False),
        ({"answered": False, "began": Began.BOTH}, False),
    ],
)
def test_what_counts_as_a_try(store: Store, newest: dict[str, Any], is_named: bool) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    log(store, ann, 9, answered=False)
    log(store, ann, 1, **newest)
    assert bool(named(store)) is is_named


def test_who_answered_on_the_day_of_the_last_try_has_answered(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    log(store, ann, 1, answered=False, at=time(9, 0))
    log(store, ann, 1, answered=False, at=time(12, 0))
    assert named(store) == set()
    # Noted without a time, which elsewhere counts as the beginning of the day.
    log(store, ann, 1, felt=Felt.LIGHTER)
    assert named(store) == {"Ann"}


# -- what is known of them -------------------------------------------------------------------------------------------


def test_contacts_without_anything_noted_count_as_contacts(store: Store) -> None:
    """Whoever was talked with today comes after the other one, on whichever day."""
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    before = found(store)[0].supporter
    log(store, before, 0)
    assert found(store)[0].supporter == (ben if before == ann else ann)
    store.undo()
    assert found(store)[0].supporter == before


def test_everything_that_counts_is_read(store: Store) -> None:
    ann = store.people.add(
        Supporter(
            name="Ann",
            offered="A lift",
            code_word="pineapple",
            offers=(Offer(Support.EMOTIONAL), Offer(Support.PRACTICAL)),
            channels=(Channel(Protocol.CALL, "1"),),
            dates=(
                SpecialDate(DateKind.BIRTHDAY, 1990, 11, 24),
                SpecialDate(DateKind.REMEMBRANCE, 2001, 11, 23),
            ),
            meetings=(Meeting(Repeats.WEEKLY, weekday=1),),
        )
    )

    def why(need: Need = Need.ANYTHING) -> list[ReasonKind]:
        return kinds(found(store, need)[0])

    assert why() == [ReasonKind.MEETS, ReasonKind.BIRTHDAY]
    assert found(store)[0].reasons[1].on == date(2026, 11, 24)
    assert found(store)[0].act is Act.CODE_WORD
    assert found(store, Need.HAND, Energy.SOME)[0].act is Act.CALL
    assert found(store, Need.COMPANY) == ()
    one = store.people.get(ann)
    assert one is not None
    store.people.save(replace(one, meetings=(), dates=(), code_word="", channels=()))
    assert why() == [ReasonKind.OFFERED, ReasonKind.GIVES]
    assert found(store)[0].act is Act.TEXT
    assert found(store, Need.HAND, Energy.SOME)[0].act is Act.TEXT
    for week in range(5):
        log(store, ann, 20 + week, felt=Felt.LIGHTER)
    assert why() == [ReasonKind.OFFERED, ReasonKind.LIGHTER]
    store.people.set_support(ann, [Support.RELATIONAL])
    assert why(Need.COMPANY) == [ReasonKind.OFFERED, ReasonKind.LIGHTER]
    assert found(store, Need.LISTENS) == ()


def test_a_merge_moves_what_is_known(store: Store) -> None:
    ann, twin, ben = store.people.add_many([Supporter(name=name) for name in ("Ann", "Anne", "Ben")])
    for week in range(5):
        log(store, twin, 20 + week, felt=Felt.LIGHTER)
    store.today.put_off(ben)
    assert {one.supporter: kinds(one) for one in found(store)} == {ann: [], twin: [ReasonKind.LIGHTER]}
    store.people.merge(ann, twin)
    assert {one.supporter: kinds(one) for one in found(store)} == {ann: [ReasonKind.LIGHTER]}
    store.undo()
    assert {one.supporter: kinds(one) for one in found(store)} == {ann: [], twin: [ReasonKind.LIGHTER]}
    store.undo()
    store.people.merge(ann, ben)
    assert {one.supporter for one in found(store)} == {ann, twin}


# -- kept at hand, and always as it is now -----------------------------------------------------------------------------


def kept_and_fresh(store: Store) -> tuple[set[Any], set[Any]]:
    return set(store.today._candidates.all()), set(Candidates(store.db)._read().values())


WRITES = {
    "supporter": "UPDATE supporter SET circle = 'closest' WHERE id = :ann",
    "offer": "INSERT INTO offer (supporter, support) VALUES (:ann, 'practical')",
    "channel": "INSERT INTO channel (supporter, protocol, value) VALUES (:ann, 'call', '1')",
    "put_off": "INSERT INTO put_off (supporter, until, created) VALUES (:ann, '2026-12-01', '')",
    "meeting": "INSERT INTO meeting (supporter, repeats, weekday) VALUES (:ann, 'weekly', 1)",
    "special_date": "INSERT INTO special_date (supporter, kind, month, day) VALUES (:ann, 'birthday', 11, 24)",
    "check_in_supporter": "UPDATE check_in_supporter SET supporter = :ann WHERE supporter = :ben",
    "removal": "DELETE FROM check_in_supporter WHERE supporter = :ben",
    "day": "UPDATE check_in SET happened = '2026-11-01'",
    "feeling": "UPDATE check_in SET felt = 'heavier'",
    "answer": "UPDATE check_in SET answered = 1",
    "who began": "UPDATE check_in SET began = 'them'",
    "trash": "UPDATE check_in SET trashed_at = 'now'",
}


@pytest.mark.parametrize("write", WRITES.values(), ids=list(WRITES))
def test_every_table_that_counts_is_watched_by_itself(store: Store, write: str) -> None:
    """Most actions write several; each alone is enough."""
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    for days_ago in (1, 2):
        log(store, ben, days_ago, answered=False)
    before, _ = kept_and_fresh(store)
    store.db.execute(write, {"ann": ann, "ben": ben})
    kept, fresh = kept_and_fresh(store)
    assert kept == fresh != before


def test_what_another_process_wrote_is_seen(store: Store, places: Places) -> None:
    ann, _ = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    assert named(store) == {"Ann", "Ben"}
    code = "Store(open_vault(places), clock).people.set_archived(sys.argv[2], True)"
    run_python(code, places.root, ann)
    assert named(store) == {"Ben"}


def test_what_was_begun_and_taken_back_leaves_nothing(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    assert named(store) == {"Ann"}

    def stumble() -> None:
        with store.action(Done(Change.ADDED)):
            store.db.execute("UPDATE supporter SET status = 'ended' WHERE id = ?", [ann])
            assert named(store) == set()
            raise KeyError

    with pytest.raises(KeyError):
        stumble()
    assert named(store) == {"Ann"}
    assert kept_and_fresh(store)[0] == kept_and_fresh(store)[1]


def test_nothing_is_read_again_where_nothing_changed(store: Store, who: dict[str, str]) -> None:
    before = {one.id: one for one in store.today._candidates.all()}
    log(store, who["Ann"], 0)
    after = {one.id: one for one in store.today._candidates.all()}
    assert {one for one in before if after[one] is not before[one]} == {who["Ann"]}


def change_check_in(store: Store, check_in: str, who: str, days: int) -> None:
    kept = store.check_ins.get(check_in)
    assert kept is not None
    answered, felt = (None, True, False)[days % 3], list(Felt)[days % 3]
    store.check_ins.save(
        replace(kept, on=TODAY - days * DAY, felt=felt, people=(who,), answered=answered, at=None)
    )


def rewrite(store: Store, who: str, days: int) -> None:
    store.people.save(
        Supporter(
            name="New",
            id=who,
            code_word="x" * (days % 2),
            channels=(Channel(Protocol.CALL, "1"),),
            meetings=(Meeting(Repeats.ONCE, on=TODAY + days * DAY),),
            dates=(SpecialDate(DateKind.BIRTHDAY, None, 11, 1 + days % 28),),
        )
    )


WITH_PEOPLE: tuple[Callable[[Store, str, str, int], object], ...] = (
    lambda store, one, other, days: store.check_ins.log(
        CheckIn(tuple({one, other}), TODAY - days * DAY, felt=Felt.HEAVIER)
    ),
    lambda store, one, _, days: log(store, one, days, answered=False),
    lambda store, one, _, days: log(store, one, days),
    lambda store, one, other, _: store.people.merge(one, other),
    lambda store, one, _, days: store.people.set_status(one, list(Status)[days % len(Status)]),
    lambda store, one, *_: store.today.put_off(one),
    lambda store, one, other, _: store.people.set_support_of(
        {one: frozenset({Support.EMOTIONAL}), other: frozenset()}
    ),
    lambda store, one, _, days: store.people.set_archived(one, days % 2 == 0),
    lambda store, one, *_: store.people.trash(one),
    lambda store, one, *_: store.people.restore(one),
    lambda store, one, *_: store.people.purge([one]),
    lambda store, one, _, days: rewrite(store, one, days),
    lambda store, *_: store.people.add(Supporter(name="More")),
    lambda store, *_: store.undo(),
    lambda store, *_: store.undo(),
    lambda store, *_: store.redo(),
)
WITH_CHECK_INS: tuple[Callable[[Store, str, str, int], object], ...] = (
    change_check_in,
    change_check_in,
    lambda store, check_in, *_: store.check_ins.trash(check_in),
    lambda store, check_in, *_: store.check_ins.restore(check_in),
    lambda store, check_in, *_: store.check_ins.purge([check_in]),
)


def act(store: Store, number: int, days: int) -> None:
    """One of the things a person does, to whomever there is."""
    people = everyone(store) or [store.people.add(Supporter(name="z"))]
    one, other = people[days % len(people)], people[days // 3 % len(people)]
    if number < len(WITH_PEOPLE):
        WITH_PEOPLE[number](store, one, other, days)
    elif check_ins := all_check_ins(store):
        WITH_CHECK_INS[number - len(WITH_PEOPLE)](store, check_ins[days % len(check_ins)], one, days)


some_steps = st.tuples(
    st.integers(0, len(WITH_PEOPLE) + len(WITH_CHECK_INS) - 1), st.integers(0, 60), st.booleans()
)


@settings(max_examples=40)
@given(steps=st.lists(some_steps, min_size=5, max_size=25))
def test_what_is_kept_at_hand_is_what_is_there(
    steps: list[tuple[int, int, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    vault = open_vault(Places(tmp_path_factory.mktemp("today") / "data"))
    store = Store(vault, FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC)))
    store.people.add_many([Supporter(name=name) for name in "abcd"])
    for number, days, looked_at in (*steps, (0, 0, True)):
        act(store, number, days)
        if looked_at:
            kept, fresh = kept_and_fresh(store)
            assert kept == fresh
    vault.close()
