"""An address book in one action, and answers remembered."""

from __future__ import annotations

import pytest

from supportnet_gui.core.model import Channel, PersonRow, Protocol, Status, Supporter
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.imports import ON_DISK
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.store_kit import assert_sound, content


def names(rows: list[PersonRow]) -> list[str]:
    return [row.name for row in rows]


def test_an_address_book_comes_in_whole(store: Store) -> None:
    cards = [
        (Supporter(name=f"Card {n}", source_uid=f"uid-{n}"), b"p" if n % 3 == 0 else None) for n in range(333)
    ]
    ids: list[str] = []
    *seen, last = store.imports.bring_in(cards, ids=ids)
    assert last == ON_DISK
    assert seen[-1] == 333
    assert seen == sorted(set(seen))
    assert len(set(ids)) == 333
    assert store.imports.known_uids() == {f"uid-{n}": ids[n] for n in range(333)}
    assert store.people.photo(ids[3]) == b"p"
    assert store.people.photo(ids[4]) is None
    done = store.can_undo
    assert done is not None
    assert (done.names, done.count) == (("Card 0", "Card 1", "Card 2"), 333)


def test_an_import_stopped_halfway_brought_in_nothing(store: Store) -> None:
    before = content(store.db)
    work = store.imports.bring_in([(Supporter(name=f"Card {n}"), None) for n in range(200)])
    next(work)
    next(work)
    work.close()  # type: ignore[attr-defined]
    assert content(store.db) == before
    assert store.can_undo is None
    store.people.add(Supporter(name="Ann"))
    assert names(store.people.rows()) == ["Ann"]


def test_another_change_during_an_import_is_refused_and_the_import_goes_on(store: Store) -> None:
    store.people.add(Supporter(name="Ann"))
    work = store.imports.bring_in([(Supporter(name=f"Card {n}"), None) for n in range(120)])
    next(work)
    for attempt in (
        lambda: store.people.add(Supporter(name="Ben")),
        store.undo,
        lambda: store.settings.set("welcome_done", True),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.BUSY
    list(work)
    assert store.people.count() == 121
    assert_sound(store.db)


def test_different_people_are_remembered(store: Store) -> None:
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    store.people.not_the_same(ann, ben)
    store.people.not_the_same(ann, ben)
    list(store.imports.bring_in([(Supporter(name="Cleo"), None)], [(ann, "card-uid"), (ann, ben)]))
    assert store.imports.answered() == {(ann, ben), (ann, "card-uid")}


def test_the_reach_index_has_everyone_who_is_not_in_the_trash(store: Store) -> None:
    ann = store.people.add(
        Supporter(
            name="Ann",
            channels=(
                Channel(Protocol.CALL, "1"),
                Channel(Protocol.EMAIL, "a@example.org"),
                Channel(Protocol.WEB, "https://example.org"),
            ),
        )
    )
    ben = store.people.add(Supporter(name="Ben", status=Status.ENDED))
    store.people.trash(store.people.add(Supporter(name="Cleo")))
    assert list(store.imports.reach_index()) == [
        (ann, "Ann", "call", "1"),
        (ann, "Ann", "email", "a@example.org"),
        (ann, "Ann", "web", "https://example.org"),
        (ben, "Ben", "", ""),
    ]
