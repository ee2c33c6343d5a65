"""Single actions taken back and put back; what was purged does not come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import (
    Change,
    Channel,
    DateKind,
    Done,
    Offer,
    Protocol,
    SpecialDate,
    Support,
    Supporter,
)
from supportnet_gui.core.sqlite import Error
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.imports import Addition
from supportnet_gui.core.store.undo import DEPTH
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.store_kit import assert_sound, content

FULL = Supporter(
    name="Full",
    note="a note",
    roles=("friend", "neighbour"),
    offers=(Offer(Support.EMOTIONAL, "any time"),),
    channels=(Channel(Protocol.CALL, "087 123", "mobile", True), Channel(Protocol.EMAIL, "a@example.org")),
    dates=(SpecialDate(DateKind.BIRTHDAY, None, 2, 29),),
)


def test_with_nothing_done_there_is_nothing_to_undo(store: Store) -> None:
    assert (store.undo(), store.redo(), store.can_undo, store.can_redo) == (None, None, None, None)
    assert (store.rows_to_undo, store.rows_to_redo) == (0, 0)


def test_an_address_book_is_undone_and_redone_as_one(store: Store, clock: FixedClock) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    before = content(store.db)
    cards = [
        (replace(FULL, name=f"Card {n}", source_uid=f"u{n}"), b"photo" if n % 2 else None) for n in range(600)
    ]
    addition = Addition(ann, "Ann", FULL.channels, FULL.dates, "new note", "uid", b"photo")
    clock.move(timedelta(minutes=1))
    list(store.imports.bring_in(cards, [(ann, "card")], additions=[addition]))
    after = content(store.db)
    assert store.can_undo == Done(Change.ADDED_MANY, ("Card 0", "Card 1", "Card 2"), 601)
    assert store.rows_to_undo > 600
    for _ in range(2):
        store.undo()
        assert content(store.db) == before
        assert_sound(store.db)
        store.redo()
        assert content(store.db) == after
        assert_sound(store.db)


def test_a_long_undo_says_how_far_it_is_and_can_be_cancelled(store: Store) -> None:
    list(store.imports.bring_in([(replace(FULL, source_uid=str(n)), None) for n in range(200)]))
    before, rows = content(store.db), store.rows_to_undo
    work = store.undo_slices()
    seen = [next(work) for _ in range(3)]
    assert seen == sorted(seen)
    assert {whole for _, whole in seen} == {rows}
    work.close()
    assert (content(store.db), store.rows_to_undo, store.can_redo) == (before, rows, None)
    store.people.add(Supporter(name="Ann"))
    store.undo()
    for done, whole in store.undo_slices():
        assert 0 < done <= whole == rows
    assert store.people.count() == 0
    assert store.can_undo is None


def test_another_change_during_a_long_undo_is_refused_and_it_goes_on(store: Store) -> None:
    list(store.imports.bring_in([(FULL, None) for _ in range(100)]))
    work = store.undo_slices()
    next(work)
    for attempt in (lambda: store.people.add(Supporter(name="Ann")), store.undo):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.BUSY
    for _ in work:
        pass
    assert store.people.count() == 0
    assert store.can_undo is None
    assert store.can_redo is not None


def test_a_new_action_ends_redo(store: Store) -> None:
    store.people.add(Supporter(name="Ann"))
    assert store.undo() == store.can_redo == Done(Change.ADDED, ("Ann",))
    store.people.add(Supporter(name="Ben"))
    assert (store.can_redo, store.redo()) == (None, None)
    assert [row.name for row in store.people.rows()] == ["Ben"]


def test_a_failed_action_leaves_undo_and_redo_as_they_were(store: Store) -> None:
    store.people.add(Supporter(name="Ann"))
    store.people.add(Supporter(name="Ben"))
    store.undo()
    steps = store.can_undo, store.can_redo
    with pytest.raises(Trouble):
        store.people.add_many([Supporter(name="Cleo"), Supporter(name="")])
    with pytest.raises(Error):
        store.people.add(Supporter(name="Cleo", dates=(SpecialDate(DateKind.OTHER, 1, 13),)))
    assert (store.can_undo, store.can_redo) == steps
    store.redo()
    assert [row.name for row in store.people.rows()] == ["Ann", "Ben"]


def test_what_was_purged_does_not_come_back(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    store.people.add(Supporter(name="Ben"))
    store.undo()
    store.people.purge([ann])
    assert (store.can_undo, store.can_redo, store.undo(), store.redo()) == (None, None, None, None)
    assert store.people.rows() == []


def test_the_last_hundred_actions_can_be_undone(store: Store) -> None:
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    for number in range(DEPTH + 20):
        store.people.add(Supporter(name=f"{number:03}"))
    undone = 0
    while store.undo():
        undone += 1
    assert undone == DEPTH
    assert store.people.count() == 20


def test_listeners_hear_of_undo_after_it_is_done(store: Store) -> None:
    seen: list[tuple[Done | None, int]] = []
    store.listeners.append(lambda done: seen.append((done, store.people.count())))
    store.people.add(Supporter(name="Ann"))
    store.undo()
    store.redo()
    assert seen == [(Done(Change.ADDED, ("Ann",)), 1), (None, 0), (None, 1)]


@pytest.mark.parametrize(
    "text", ["it's", '"quoted"', "semi;colon", "--", "\\", "a\nb", "%s ?1 :a @b $c", "\u2028", "x" * 200_000]
)
def test_what_looks_like_sql_comes_back_as_it_was(store: Store, text: str) -> None:
    ann = store.people.add(replace(FULL, note=text, channels=(Channel(Protocol.OTHER, text, text),)))
    before = content(store.db)
    store.people.save(Supporter(name="Ann", id=ann))
    store.undo()
    assert content(store.db) == before


@pytest.mark.parametrize("image", [b"", b"\0\1'\xff", bytes(range(256)) * 8000])
def test_a_photo_comes_back_byte_by_byte(store: Store, image: bytes) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    store.people.set_photo(ann, image)
    store.people.set_photo(ann, None)
    store.undo()
    assert store.people.photo(ann) == image


@pytest.mark.parametrize("angle", [0.1, 1e-300, 359.99999999999994, 1 / 3, -0.0, 5e-324])
def test_numbers_come_back_to_the_last_digit(store: Store, angle: float) -> None:
    ann = store.people.add(Supporter(name="Ann", map_angle=angle))
    store.people.save(Supporter(name="Ann", id=ann))
    store.undo()
    found = store.people.get(ann)
    assert found is not None
    assert found.map_angle == angle
