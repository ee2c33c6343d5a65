"""How it may go, beside how it went: kept, asked about once, and shown unasked only while it is good to read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.expecting import FEWEST, Expectation, mostly_better, went_better
from supportnet_gui.core.model import CheckIn, Expected, Status, Supporter
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.expectations import ASKED_FOR
from supportnet_gui.core.trouble import Code, Trouble

WENT = [Expected.WARMLY, Expected.SO_SO, Expected.NOT_WELL]
ANYTHING = st.sampled_from(list(Expected))
WAYS = st.one_of(st.none(), st.sampled_from(WENT))


def note(expected: Expected, went: Expected | None) -> Expectation:
    return Expectation("e", "p", date(2026, 11, 1), expected, went, None)


NOTES = st.lists(st.builds(note, ANYTHING, WAYS))


@pytest.mark.parametrize(
    ("expected", "went", "better"),
    [
        (Expected.NOT_WELL, Expected.WARMLY, True),
        (Expected.NOT_WELL, Expected.SO_SO, True),
        (Expected.WARMLY, Expected.WARMLY, False),
        (Expected.WARMLY, Expected.NOT_WELL, False),
        (Expected.NO_IDEA, Expected.WARMLY, None),
        (Expected.NOT_WELL, None, None),
    ],
)
def test_better_is_warmer_than_thought(expected, went, better):
    assert went_better(note(expected, went)) is better


@given(NOTES)
def test_unasked_only_when_most_went_better_and_there_is_enough(notes):
    compared = [better for better in map(went_better, notes) if better is not None]
    better = compared.count(True)
    assert mostly_better(notes) is (len(compared) >= FEWEST and better > len(compared) - better)


@given(NOTES)
def test_one_more_that_went_worse_never_begins_the_showing(notes):
    enough = sum(went_better(one) is not None for one in notes) >= FEWEST
    if enough and not mostly_better(notes):
        assert not mostly_better([*notes, note(Expected.WARMLY, Expected.NOT_WELL)])


@pytest.fixture
def amira(store: Store) -> str:
    return store.people.add(Supporter("Amira"))


def test_a_second_thought_on_the_same_day_takes_the_place_of_the_first(store: Store, amira: str) -> None:
    first = store.expectations.expect(amira, Expected.NOT_WELL)
    assert store.expectations.expect(amira, Expected.SO_SO) == first
    (only,) = store.expectations.all()
    assert only.expected is Expected.SO_SO
    store.undo()
    assert store.expectations.all()[0].expected is Expected.NOT_WELL
    store.undo()
    assert store.expectations.all() == []


def test_a_contact_of_the_day_is_the_one_that_was_thought_of(
    store: Store, amira: str, clock: FixedClock
) -> None:
    store.expectations.expect(amira, Expected.NOT_WELL)
    assert store.expectations.to_ask() is None
    logged = store.check_ins.log(CheckIn((amira,), on=clock.now().date()))
    assert store.expectations.now(amira) is None
    assert store.expectations.to_ask() is None, "not on the day itself"
    clock.move(timedelta(days=1))
    asked = store.expectations.to_ask()
    assert asked is not None
    assert asked.check_in == logged
    store.undo()
    assert store.expectations.to_ask() is None
    clock.move(-timedelta(days=1))
    assert store.expectations.now(amira) is not None


def test_what_was_said_is_kept_and_asked_no_more(store: Store, amira: str, clock: FixedClock) -> None:
    store.expectations.expect(amira, Expected.NOT_WELL)
    store.check_ins.log(CheckIn((amira,), on=clock.now().date()))
    clock.move(timedelta(days=1))
    asked = store.expectations.to_ask()
    assert asked is not None
    store.expectations.say_how_it_went(asked.id, Expected.WARMLY)
    assert store.expectations.to_ask() is None
    assert store.expectations.all()[0].went is Expected.WARMLY
    store.undo()
    assert store.expectations.to_ask() is not None
    with pytest.raises(ValueError, match="no_idea"):
        store.expectations.say_how_it_went(asked.id, Expected.NO_IDEA)


def test_the_question_ends_by_itself(store: Store, amira: str, clock: FixedClock) -> None:
    store.expectations.expect(amira, Expected.SO_SO)
    store.check_ins.log(CheckIn((amira,), on=clock.now().date()))
    clock.move(ASKED_FOR)
    assert store.expectations.to_ask() is not None
    clock.move(timedelta(days=1))
    assert store.expectations.to_ask() is None


@pytest.mark.parametrize("status", [Status.DIED, Status.ENDED, Status.UNSAFE])
def test_nothing_is_asked_or_shown_of_somebody_who_left(
    store: Store, amira: str, clock: FixedClock, status: Status
) -> None:
    store.expectations.expect(amira, Expected.SO_SO)
    store.check_ins.log(CheckIn((amira,), on=clock.now().date()))
    store.people.set_status(amira, status)
    assert store.expectations.to_ask() is None
    assert store.expectations.all() == []


def test_a_note_can_be_taken_away_and_brought_back(store: Store, amira: str) -> None:
    made = store.expectations.expect(amira, Expected.SO_SO)
    store.expectations.forget(made)
    assert store.expectations.all() == []
    store.undo()
    assert [one.id for one in store.expectations.all()] == [made]


def test_somebody_who_is_gone_gets_a_sentence(store: Store) -> None:
    with pytest.raises(Trouble) as trouble:
        store.expectations.expect("nobody", Expected.WARMLY)
    assert trouble.value.code is Code.NOT_THERE
    with pytest.raises(Trouble):
        store.expectations.forget("nothing")


def test_two_who_are_one_keep_their_notes(store: Store, amira: str) -> None:
    other = store.people.add(Supporter("Amy"))
    store.expectations.expect(other, Expected.WARMLY)
    store.people.merge(amira, other)
    assert [one.supporter for one in store.expectations.all()] == [amira]
