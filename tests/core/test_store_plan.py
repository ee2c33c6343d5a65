"""My plan and whom one chose for a hard moment, in a real database: order, people, undo, merging, the trash."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from supportnet_gui.core.model import Change, Channel, Protocol, Status, Supporter
from supportnet_gui.core.plan import ALONE, MATTERS, PARTS, SAFER, SIGNS, TELL, PlanItem
from supportnet_gui.core.store import Store
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.store_kit import assert_sound, dump

NUMBER = Channel(Protocol.CALL, "087 123 4567")


def texts(store: Store, part: int) -> list[str]:
    return [item.text or item.name for item in store.plan.items() if item.part == part]


@pytest.fixture
def amira(store: Store) -> str:
    return store.people.add(Supporter("Amira", channels=(NUMBER,)))


def test_it_begins_empty_and_every_part_is_optional(store: Store) -> None:
    assert store.plan.items() == ()
    assert store.plan.last_changed() is None
    store.plan.add(MATTERS, "The sea")
    assert texts(store, MATTERS) == ["The sea"]
    assert store.plan.last_changed() is not None


def test_lines_stand_by_part_and_in_the_order_they_came(store: Store) -> None:
    for part in reversed(PARTS):
        for text in ("one", "two"):
            store.plan.add(part, f"{part} {text}")
    assert [item.text for item in store.plan.items()] == [f"{p} {t}" for p in PARTS for t in ("one", "two")]


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b"])
def test_a_line_without_words_is_not_kept(store: Store, text: str) -> None:
    with pytest.raises(Trouble) as trouble:
        store.plan.add(SIGNS, text)
    assert trouble.value.code is Code.MESSAGE_EMPTY
    assert store.can_undo is None


def test_a_part_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="8"):
        store.plan.add(8, "x")


def test_words_are_kept_as_written(store: Store) -> None:
    store.plan.add(ALONE, "<b>tea</b> & “slow” list\nby the window")
    assert texts(store, ALONE) == ["<b>tea</b> & “slow” list\nby the window"]


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, ["c", "a", "b"]),
        (1, ["a", "c", "b"]),
        (2, ["a", "b", "c"]),
        (9, ["a", "b", "c"]),
        (-1, ["c", "a", "b"]),
    ],
)
def test_a_line_is_moved_within_its_part(store: Store, index: int, expected: list[str]) -> None:
    ids = [store.plan.add(ALONE, text) for text in "abc"]
    store.plan.add(SIGNS, "stays")
    store.plan.move(ids[2], index)
    assert texts(store, ALONE) == expected
    assert texts(store, SIGNS) == ["stays"]


def test_what_is_hidden_keeps_its_place_when_others_move(store: Store, amira: str) -> None:
    first = store.plan.add(TELL, "first")
    store.plan.add(TELL, "", amira)
    last = store.plan.add(TELL, "last")
    store.people.set_status(amira, Status.DIED)
    store.plan.move(last, 0)
    assert texts(store, TELL) == ["last", "first"]
    store.people.set_status(amira, Status.ACTIVE)
    assert texts(store, TELL) == ["last", "first", "Amira"]
    store.plan.move(first, 9)
    assert texts(store, TELL) == ["last", "Amira", "first"]


def test_a_number_changed_there_changes_here(store: Store, amira: str) -> None:
    store.plan.add(TELL, "In the evening.", amira)
    (item,) = store.plan.items()
    assert (item.name, item.text, item.channels) == ("Amira", "In the evening.", (NUMBER,))
    best = Channel(Protocol.SIGNAL, "+353 86 000", preferred=True)
    store.people.save(Supporter("Amira K", id=amira, channels=(NUMBER, best)))
    (item,) = store.plan.items()
    assert (item.name, item.channels) == ("Amira K", (best, NUMBER))


def test_nobody_who_is_gone_is_linked(store: Store) -> None:
    with pytest.raises(Trouble) as trouble:
        store.plan.add(TELL, "", "nobody")
    assert trouble.value.code is Code.NOT_THERE


@pytest.mark.parametrize("status", [Status.DIED, Status.UNSAFE, Status.ENDED])
def test_who_died_or_is_unsafe_is_hidden_at_once_and_asked_about_once(
    store: Store, amira: str, status: Status
) -> None:
    item_id = store.plan.add(TELL, "", amira)
    assert store.plan.to_ask() == ()
    store.people.set_status(amira, status)
    assert store.plan.items() == ()
    assert [item.id for item in store.plan.to_ask()] == [item_id]
    store.plan.was_asked(item_id)
    assert store.plan.to_ask() == ()
    assert store.can_undo is not None
    assert store.can_undo.change is Change.STATUS
    store.people.set_status(amira, Status.ACTIVE)
    assert [item.id for item in store.plan.items()] == [item_id]
    store.people.set_status(amira, Status.DRIFTED)
    assert store.plan.to_ask() == ()
    other = Status.UNSAFE if status is Status.DIED else Status.DIED
    store.people.set_status(amira, other)
    assert [item.id for item in store.plan.to_ask()] == [item_id]


def test_archive_and_trash_hide_without_a_question(store: Store, amira: str) -> None:
    store.plan.add(TELL, "", amira)
    store.people.set_archived(amira, True)
    assert (store.plan.items(), store.plan.to_ask()) == ((), ())
    store.people.set_archived(amira, False)
    store.people.trash(amira)
    assert (store.plan.items(), store.plan.to_ask()) == ((), ())
    store.people.restore(amira)
    assert len(store.plan.items()) == 1


CHANGES: dict[str, Callable[[Store, str, str], object]] = {
    "add": lambda store, _item, _who: store.plan.add(SIGNS, "x"),
    "add somebody": lambda store, _item, who: store.plan.add(TELL, "", who),
    "edit": lambda store, item, _who: store.plan.edit(item, "other", None),
    "move": lambda store, item, _who: store.plan.move(item, 1),
    "remove": lambda store, item, _who: store.plan.remove(item),
    "choose": lambda store, _item, who: store.plan.choose([who]),
    "merge": lambda store, _item, who: store.people.merge(store.people.add(Supporter("A")), who),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_can_be_taken_back_and_put_back(store: Store, amira: str, change: str) -> None:
    item = store.plan.add(TELL, "one", amira)
    store.plan.add(TELL, "two")
    before = dump(store.db)
    steps = 2 if change == "merge" else 1
    CHANGES[change](store, item, amira)
    after = dump(store.db)
    assert after != before
    for _ in range(steps):
        store.undo()
    assert dump(store.db) == before
    for _ in range(steps):
        store.redo()
    assert dump(store.db) == after
    assert_sound(store.db)


def test_a_line_that_is_gone_is_said(store: Store) -> None:
    for act in (
        lambda: store.plan.remove("x"),
        lambda: store.plan.edit("x", "y", None),
        lambda: store.plan.move("x", 0),
    ):
        with pytest.raises(Trouble) as trouble:
            act()
        assert trouble.value.code is Code.NOT_THERE


def test_merging_keeps_the_lines_of_both_and_says_nothing_twice(store: Store, amira: str) -> None:
    twin = store.people.add(Supporter("Amira K"))
    store.plan.add(TELL, "", amira)
    store.plan.add(TELL, "Say the word.", twin)
    store.plan.add(TELL, "", twin)
    store.plan.add(SAFER, "", twin)
    store.people.merge(amira, twin)
    assert [(item.part, item.text, item.name) for item in store.plan.items()] == [
        (TELL, "Say the word.", "Amira"),
        (SAFER, "", "Amira"),
    ]


def test_removing_for_good_takes_the_lines_about_them_along(store: Store, amira: str) -> None:
    store.plan.add(TELL, "Say the word pineapple.", amira)
    store.plan.add(TELL, "somebody else")
    store.people.trash(amira)
    store.empty_trash()
    assert texts(store, TELL) == ["somebody else"]
    assert b"pineapple" not in store.vault.places.database.read_bytes()


# -- people for a hard moment ------------------------------------------------------------------------------------


def test_people_are_chosen_in_an_order(store: Store, who: dict[str, str]) -> None:
    store.plan.choose([who["Cleo"], who["Ann"]])
    assert [near.name for near in store.plan.near()] == ["Cleo", "Ann"]
    store.plan.choose([who["Ann"], who["Ben"]])
    assert [near.name for near in store.plan.near()] == ["Ann", "Ben"]
    store.plan.choose([])
    assert store.plan.near() == ()


def test_nobody_is_shown_who_may_not_be(store: Store, who: dict[str, str]) -> None:
    for number, supporter_id in enumerate(who.values(), 1):
        store.db.execute("UPDATE supporter SET hard_moment = ? WHERE id = ?", [number, supporter_id])
    store.db.execute("UPDATE supporter SET not_in_crisis = 1 WHERE id = ?", [who["Ben"]])
    assert [near.name for near in store.plan.near()] == ["Ann", "Cleo"]
    assert [name for _, name in store.plan.may_be_chosen()] == ["Ann", "Cleo"]
    # Whom the list cannot show keeps their place for later.
    store.plan.choose([who["Cleo"]])
    store.people.restore(who["Trashed"])
    assert [near.name for near in store.plan.near()] == ["Cleo", "Trashed"]


def test_what_help_shows_is_without_the_surroundings(store: Store, amira: str) -> None:
    store.plan.add(SAFER, "secret")
    store.plan.add(ALONE, "tea")
    store.plan.choose([amira])
    shown = store.plan.hard_moment()
    assert [(near.name, near.channels) for near in shown.people] == [("Amira", (NUMBER,))]
    assert [item.text for item in shown.plan] == ["tea"]
    assert isinstance(shown.plan[0], PlanItem)
