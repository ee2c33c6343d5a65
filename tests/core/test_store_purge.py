"""What is removed for good is gone from everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from supportnet_gui.core.model import (
    Channel,
    CheckIn,
    Meeting,
    Offer,
    PersonRow,
    Protocol,
    Repeats,
    Support,
    Supporter,
)
from supportnet_gui.core.store import PeopleFilter, Store, View
from tests.core.store_kit import HOSTILE, TODAY, WHOLE, assert_sound, content, kept


def names(rows: list[PersonRow]) -> list[str]:
    return [row.name for row in rows]


def test_purging_takes_what_was_theirs_alone(store: Store) -> None:
    ann, ben = store.people.add_many([replace(WHOLE, name="Ann"), Supporter(name="Ben")])
    alone = store.check_ins.log(CheckIn((ann,), TODAY))
    alone_trashed = store.check_ins.log(CheckIn((ann,), TODAY))
    store.check_ins.trash(alone_trashed)
    together = store.check_ins.log(CheckIn((ann, ben), TODAY))
    store.people.not_the_same(ben, ann)
    store.people.set_photo(ann, b"x")
    store.people.purge([ann])
    assert store.people.get(ann) is None
    assert store.people.photo(ann) is None
    assert content(store.db)["meeting"] == []
    assert store.check_ins.get(alone) is None
    assert store.check_ins.get(alone_trashed) is None
    found = store.check_ins.get(together)
    assert found is not None
    assert found.people == (ben,)
    assert ann not in repr(content(store.db))
    assert_sound(store.db)


def test_purging_nobody_changes_nothing(store: Store) -> None:
    store.check_ins.log(CheckIn((store.people.add(Supporter(name="Ann")),), TODAY))
    before = content(store.db)
    store.people.purge([])
    store.people.purge(["nobody"])
    store.check_ins.purge([])
    assert content(store.db) == before


def test_emptying_the_trash_takes_people_and_check_ins(store: Store) -> None:
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    kept_one = store.check_ins.log(CheckIn((ann,), TODAY))
    thrown = store.check_ins.log(CheckIn((ann,), TODAY))
    store.check_ins.log(CheckIn((ben,), TODAY))
    store.check_ins.trash(thrown)
    store.people.trash(ben)
    store.empty_trash()
    assert names(store.people.rows(PeopleFilter(view=View.NOT_TRASHED))) == ["Ann"]
    assert [entry.check_in.id for entry in store.check_ins.latest(9)] == [kept_one]
    assert store.people.count(View.TRASH) == store.check_ins.count_trash() == 0
    assert store.can_undo is None
    assert store.can_redo is None


def test_emptying_an_empty_trash_leaves_undo_alone(store: Store) -> None:
    store.people.add(Supporter(name="Ann"))
    store.empty_trash()
    assert store.can_undo is not None


@pytest.mark.parametrize("word", ["qwzzyx", "\u05e9\u05dc\u05d5\u05dd", "\u5c71\u7530"])
def test_purged_words_are_nowhere_in_the_files(store: Store, word: str) -> None:
    other = store.people.add(Supporter(name="Ann", note="stays", roles=("friend",)))
    who = store.people.add(
        Supporter(
            name=word,
            note=f"{word} note",
            roles=(f"{word} role",),
            offers=(Offer(Support.EMOTIONAL, word),),
            channels=(Channel(Protocol.EMAIL, word, word),),
            meetings=(Meeting(Repeats.WEEKLY, weekday=1, place=word, note=word),),
        )
    )
    store.people.save(Supporter(name=f"{word} again", id=who))
    store.people.set_photo(who, word.encode())
    store.check_ins.log(CheckIn((who,), TODAY, note=f"with {word}", next_note=word))
    both = store.check_ins.log(CheckIn((who, other), TODAY, note="a walk"))
    store.check_ins.save(CheckIn((who, other), TODAY, id=both, note="a longer walk"))
    assert word.encode() in b"".join(file.read_bytes() for file in store.vault.places.root.glob("*.db*"))
    store.people.trash(who)
    store.empty_trash()
    files = [file for file in store.vault.places.root.rglob("*") if file.is_file()]
    assert files
    for file in files:
        assert word.encode() not in file.read_bytes(), file.name


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_of_ids_are_no_error(store: Store, text: str) -> None:
    assert store.people.get(kept(text)) is None
    assert store.people.names([kept(text)]) == {}
