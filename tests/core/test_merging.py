"""Two entries made one: the stricter status and limits win, and nothing either said is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import (
    Change,
    Channel,
    CheckIn,
    Offer,
    Protocol,
    Rhythm,
    RhythmMode,
    Status,
    Support,
    Supporter,
)
from supportnet_gui.core.store import PeopleFilter, Store, View
from supportnet_gui.core.store.merging import STRICTNESS, merged
from supportnet_gui.core.store.search import folded
from tests.core.store_kit import TODAY, assert_sound, content, dump, supporters

TEXTS = ("helps", "helps_not", "offered", "available", "not_for", "note")
slow_but_sound = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)


def lines(text: str) -> set[str]:
    return {*text.splitlines()} - {""}


# -- what the one that stays holds -------------------------------------------------------------------------------


@pytest.mark.parametrize("mine", Status)
@pytest.mark.parametrize("theirs", Status)
def test_the_stricter_status_wins_with_its_date(mine: Status, theirs: Status) -> None:
    keep = Supporter(name="Ann", status=mine, status_since=date(2026, 1, 1))
    other = Supporter(name="Ann", status=theirs, status_since=date(2026, 2, 2))
    one = merged(keep, other)
    assert STRICTNESS.index(one.status) == max(STRICTNESS.index(mine), STRICTNESS.index(theirs))
    assert one.status_since == (keep if one.status is mine else other).status_since
    assert merged(other, keep).status is one.status


def test_strictness_orders_every_status_and_not_suggested_above_all() -> None:
    assert {*STRICTNESS} == {*Status}
    assert STRICTNESS[0] is Status.ACTIVE
    assert {*STRICTNESS[-2:]} == {Status.ENDED, Status.UNSAFE}
    assert STRICTNESS[-1] is Status.UNSAFE


def test_a_known_date_of_the_same_status_stays() -> None:
    undated = Supporter(name="Ann", status=Status.ENDED)
    dated = replace(undated, status_since=date(2026, 2, 2))
    assert merged(undated, dated).status_since == merged(dated, undated).status_since == date(2026, 2, 2)


@pytest.mark.parametrize(
    ("mine", "theirs", "until"),
    [
        (date(2026, 12, 1), date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2026, 12, 1), date(2027, 1, 1)),
        (None, date(2026, 12, 1), None),
        (date(2026, 12, 1), None, None),
        (None, None, None),
    ],
)
def test_the_longer_rest_wins(mine: date | None, theirs: date | None, until: date | None) -> None:
    keep, other = (Supporter(name="Ann", status=Status.RESTING, resting_until=day) for day in (mine, theirs))
    assert merged(keep, other).resting_until == until


def test_a_rest_beside_no_rest_keeps_its_end() -> None:
    resting = Supporter(name="Ann", status=Status.RESTING, resting_until=date(2026, 12, 1))
    active = Supporter(name="Ann")
    assert merged(active, resting).resting_until == merged(resting, active).resting_until == date(2026, 12, 1)
    assert merged(replace(active, status=Status.UNSAFE), resting).resting_until is None


@given(
    keep=supporters(), other=supporters(), archived=st.sampled_from([None, "2026-11-22T12:00:00.000+00:00"])
)
def test_the_stricter_limits_win(keep: Supporter, other: Supporter, archived: str | None) -> None:
    other = replace(other, archived_at=archived)
    one = merged(keep, other)
    both = (keep, other)
    assert one.not_in_crisis == any(each.not_in_crisis for each in both)
    if one.not_in_crisis:
        assert one.hard_moment is None
    else:
        chosen = [each.hard_moment for each in both if each.hard_moment is not None]
        assert one.hard_moment == min(chosen, default=None)
    assert (one.archived_at is None) == (archived is None)
    assert one.in_lists <= (keep.in_lists and other.in_lists)


@given(keep=supporters(), other=supporters())
def test_nothing_either_said_is_lost(keep: Supporter, other: Supporter) -> None:
    one = merged(keep, other)
    assert (one.id, one.name, one.kind, one.circle) == (keep.id, keep.name, keep.kind, keep.circle)
    for each in (keep, other):
        for text in TEXTS:
            assert lines(getattr(each, text)) <= lines(getattr(one, text))
        for text in ("pronouns", "code_word"):
            assert folded(getattr(each, text)) in folded(getattr(one, text))
        assert {*each.roles} <= {*one.roles}
        assert {*each.support} == {*each.support} & {*one.support}
        for offer in each.offers:
            [found] = [o for o in one.offers if o.support is offer.support]
            assert lines(offer.note) <= lines(found.note)
        # A reminder that either wanted is wanted still.
        assert all(date in one.dates or replace(date, notice=True) in one.dates for date in each.dates)
        assert all(
            kept in one.meetings or replace(kept, notice=True) in one.meetings for kept in each.meetings
        )
        for channel in each.channels:
            same = [
                c for c in one.channels if c.protocol is channel.protocol and alike(c.value, channel.value)
            ]
            assert any(folded(channel.label) in folded(c.label) for c in same)
            assert channel.preferred <= any(c.preferred for c in same)
        assert {*filter(None, each.source_uid.split("\n"))} <= {*one.source_uid.split("\n")}
    assert other.name in (one.name, *one.roles) or folded(other.name) == folded(one.name)
    if keep.rhythm.mode is RhythmMode.NONE:
        assert one.rhythm == other.rhythm
    else:
        assert one.rhythm == keep.rhythm


def alike(one: str, other: str) -> bool:
    """Whether two values have the same letters and digits, in the same order."""
    return [c for c in folded(one) if c.isalnum()] == [c for c in folded(other) if c.isalnum()]


@given(one=supporters())
def test_merging_with_a_twin_changes_nothing(one: Supporter) -> None:
    assume(not one.not_in_crisis)
    assume(one.status is Status.RESTING or one.resting_until is None)
    twin = merged(one, one)
    lists, same = (replace(each, channels=(), roles=(), dates=(), meetings=()) for each in (one, twin))
    assert same == lists


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        ("", "", ""),
        ("a", "", "a"),
        ("", "b", "b"),
        ("a", "b", "a\nb"),
        ("never at work", "work", "never at work\nwork"),  # part of a line says something else
        ("a\nb", "b", "a\nb"),
        ("a\nb", "b\nc", "a\nb\nb\nc"),
    ],
)
def test_texts_are_joined_by_whole_lines(mine: str, theirs: str, joined: str) -> None:
    keep, other = (
        Supporter(name="Ann", note=text, offers=(Offer(Support.EMOTIONAL, text),)) for text in (mine, theirs)
    )
    one = merged(keep, other)
    assert (one.note, one.offers) == (joined, (Offer(Support.EMOTIONAL, joined),))


@pytest.mark.parametrize(
    ("protocol", "mine", "theirs", "same"),
    [
        (Protocol.CALL, "+353 87 123-4567", "+353871234567", True),
        (Protocol.CALL, "+353 87 1234567", "087 1234567", False),
        (Protocol.TEXT, "(087) 123", "087123", True),
        (Protocol.CALL, "ext. 12", "ext 12", True),
        (Protocol.CALL, "*100#", "100", True),
        (Protocol.CALL, "*#", "#*", False),
        (Protocol.EMAIL, "Ann@Example.org", "ann@example.org", True),
        (Protocol.EMAIL, "a.nn@example.org", "ann@example.org", False),
        (Protocol.WEB, "https://example.org/a-b", "https://example.org/ab", False),
        (Protocol.WEB, "https://example.org/a", "https://example.org/A", True),
        (Protocol.ADDRESS, "1 Main St\nDublin", "1 Main St Dublin", True),
        (Protocol.ADDRESS, "1/2 Main St", "12 Main St", False),
    ],
)
def test_the_same_way_to_reach_someone_stands_once(
    protocol: Protocol, mine: str, theirs: str, same: bool
) -> None:
    keep = Supporter(name="Ann", channels=(Channel(protocol, mine, "home"),))
    other = Supporter(name="Ann", channels=(Channel(protocol, theirs, "work", True),))
    found = merged(keep, other).channels
    if same:
        assert found == (Channel(protocol, mine, "home / work", True),)
    else:
        assert found == keep.channels + other.channels


def test_the_same_number_for_calls_and_texts_is_two_ways() -> None:
    keep = Supporter(name="Ann", channels=(Channel(Protocol.CALL, "1"),))
    other = Supporter(name="Ann", channels=(Channel(Protocol.TEXT, "1"),))
    assert len(merged(keep, other).channels) == 2


def test_a_rhythm_of_one_s_own_stays() -> None:
    weekly = Supporter(name="Ann", rhythm=Rhythm(RhythmMode.OWN, 1))
    monthly = Supporter(name="Ann", rhythm=Rhythm(RhythmMode.OWN, 30))
    assert merged(weekly, monthly).rhythm == weekly.rhythm
    assert merged(Supporter(name="Ann"), monthly).rhythm == monthly.rhythm


# -- in the database ---------------------------------------------------------------------------------------------


@slow_but_sound
@given(keep=supporters(), other=supporters())
def test_what_is_kept_is_what_was_decided(store: Store, keep: Supporter, other: Supporter) -> None:
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    keep_id, other_id = store.people.add(replace(keep, source_uid="")), store.people.add(other)
    mine, theirs = store.people.get(keep_id), store.people.get(other_id)
    assert mine is not None
    assert theirs is not None
    before = dump(store.db)
    store.people.merge(keep_id, other_id)
    found = store.people.get(keep_id)
    assert found is not None
    wanted = merged(mine, theirs)
    assert found == replace(wanted, changed=found.changed, roles=found.roles)
    assert {*found.roles} == {*wanted.roles}
    assert store.people.get(other_id) is None
    assert_sound(store.db)
    store.undo()
    assert dump(store.db) == before
    store.people.purge([keep_id, other_id])


def test_check_ins_photo_and_answers_move(store: Store) -> None:
    keep, other, ben = (store.people.add(Supporter(name=name)) for name in ("Ann", "Annie", "Ben"))
    theirs = store.check_ins.log(CheckIn((other, ben), TODAY - timedelta(days=1), note="theirs"))
    both = store.check_ins.log(CheckIn((other, keep, ben), TODAY, note="both"))
    trashed = store.check_ins.log(CheckIn((other,), TODAY))
    store.check_ins.trash(trashed)
    store.people.set_photo(other, b"photo")
    store.people.not_the_same(other, "card")
    store.people.not_the_same(ben, other)
    store.people.not_the_same(ben, keep)
    store.people.not_the_same(keep, other)
    store.people.not_the_same(other, keep)
    store.people.merge(keep, other)
    assert [entry.check_in.id for entry in store.check_ins.with_person(keep, 9)] == [both, theirs]
    for check_in_id, people in ((theirs, {keep, ben}), (both, {keep, ben}), (trashed, {keep})):
        found = store.check_ins.get(check_in_id)
        assert found is not None
        assert {*found.people} == people
        assert len(found.people) == len(people)
    assert store.people.photo(keep) == b"photo"
    assert store.imports.answered() == {(keep, "card"), (ben, keep)}
    assert store.people.last_contact()[keep] == TODAY.isoformat()
    assert other not in repr(content(store.db))
    assert_sound(store.db)


def test_a_photo_of_one_s_own_stays(store: Store) -> None:
    keep, other = store.people.add(Supporter(name="Ann")), store.people.add(Supporter(name="Ann"))
    store.people.set_photo(keep, b"mine")
    store.people.set_photo(other, b"theirs")
    store.people.merge(keep, other)
    assert store.people.photo(keep) == b"mine"
    store.undo()
    assert store.people.photo(other) == b"theirs"


def test_neither_card_comes_in_again(store: Store) -> None:
    keep = store.people.add(Supporter(name="Ann", source_uid="uid one"))
    other = store.people.add(Supporter(name="Ann", source_uid="uid two"))
    third = store.people.add(Supporter(name="Ann", source_uid="uid three"))
    store.people.merge(keep, other)
    store.people.merge(third, keep)
    assert store.imports.known_uids() == dict.fromkeys(("uid one", "uid two", "uid three"), third)


def test_the_other_name_still_finds_them(store: Store) -> None:
    keep, other = store.people.add(Supporter(name="Ann")), store.people.add(Supporter(name="Zebedee"))
    store.people.merge(keep, other)
    assert [row.id for row in store.people.rows(PeopleFilter(text="zeb"))] == [keep]


@pytest.mark.parametrize("status", [Status.ENDED, Status.UNSAFE])
def test_who_was_not_suggested_does_not_come_back_by_a_merge(store: Store, status: Status) -> None:
    keep, other = (
        store.people.add(Supporter(name="Ann")),
        store.people.add(Supporter(name="Ann", status=status)),
    )
    store.people.merge(keep, other)
    assert store.people.rows() == []
    assert [row.id for row in store.people.rows(PeopleFilter(view=View.NOT_SUGGESTED))] == [keep]
    since = store.db.execute("SELECT status FROM supporter_history WHERE supporter = ? ORDER BY seq", [keep])
    assert [row[0] for row in since.fetchall()] == ["active", status]


def test_merging_someone_with_themselves_changes_nothing(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    before = content(store.db)
    store.people.merge(ann, ann)
    assert content(store.db) == before


def test_a_merge_is_said_and_undone_as_one(store: Store, clock: FixedClock) -> None:
    keep, other = store.people.add(Supporter(name="Ann")), store.people.add(Supporter(name="Ben"))
    before = dump(store.db)
    clock.move(timedelta(hours=1))
    store.people.merge(keep, other)
    done = store.can_undo
    assert done is not None
    assert (done.change, done.names) == (Change.MERGED, ("Ann",))
    store.undo()
    assert dump(store.db) == before
