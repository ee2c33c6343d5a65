"""What the timeline shows, whom its entries name, and the trash."""

from __future__ import annotations

from typing import Any

import pytest

from supportnet_gui.core.model import CheckIn, Felt, Status, Way
from supportnet_gui.core.store import CheckInFilter, Store, View
from tests.core.store_kit import TODAY, found

# -- whom entries name -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hidden", ["Ended", "Unsafe", "Trashed"])
def test_who_is_hidden_is_named_only_when_asked_for(store: Store, who: dict[str, str], hidden: str) -> None:
    both = store.check_ins.log(CheckIn((who[hidden], who["Ann"]), TODAY))
    alone = store.check_ins.log(CheckIn((who[hidden],), TODAY))

    def named(**wanted: Any) -> dict[str, tuple[str, ...]]:
        entries = store.check_ins.page(CheckInFilter(**wanted), 9)
        return {entry.check_in.id: entry.names for entry in entries}

    assert named() == {both: ("Ann",)}
    assert {entry.check_in.id: entry.names for entry in store.check_ins.latest(9)} == {both: ("Ann",)}
    assert named(with_not_suggested=True) == {both: (hidden, "Ann"), alone: (hidden,)}
    assert named(person=who["Ann"]) == {both: ("Ann",)}
    assert named(person=who[hidden]) == {both: (hidden, "Ann"), alone: (hidden,)}
    assert named(text=hidden) == {}
    assert named(text=hidden, with_not_suggested=True) == {both: (hidden, "Ann"), alone: (hidden,)}
    entry = store.check_ins.entry(both)
    assert entry is not None
    assert (entry.names, entry.people) == (("Ann",), (who["Ann"],))
    assert entry.check_in.people == (who[hidden], who["Ann"])


def test_who_died_is_not_in_lately_and_stays_in_the_timeline(store: Store, who: dict[str, str]) -> None:
    alone = store.check_ins.log(CheckIn((who["Died"],), TODAY))
    both = store.check_ins.log(CheckIn((who["Died"], who["Ann"]), TODAY))
    assert [(e.check_in.id, e.names) for e in store.check_ins.latest(9)] == [(both, ("Ann",))]
    assert found(store) == [both, alone]
    assert store.check_ins.page(CheckInFilter(), 1)[0].names == ("Died", "Ann")


def test_who_is_archived_stays_in_the_timeline(store: Store, who: dict[str, str]) -> None:
    store.check_ins.log(CheckIn((who["Archived"],), TODAY))
    assert [entry.names for entry in store.check_ins.page(CheckInFilter(), 9)] == [("Archived",)]


def test_a_change_of_status_hides_and_shows_at_once(store: Store, who: dict[str, str]) -> None:
    store.check_ins.log(CheckIn((who["Ann"],), TODAY))
    store.people.set_status(who["Ann"], Status.UNSAFE)
    assert (store.check_ins.latest(9), found(store)) == ([], [])
    store.undo()
    assert len(store.check_ins.latest(9)) == len(found(store)) == 1


# -- narrowing ---------------------------------------------------------------------------------------------------


def test_the_timeline_narrows_to_what_is_asked_for(store: Store, who: dict[str, str]) -> None:
    call = store.check_ins.log(CheckIn((who["Ann"],), TODAY, way=Way.CALL, felt=Felt.LIGHTER))
    visit = store.check_ins.log(
        CheckIn((who["Ann"], who["Ben"]), TODAY, way=Way.IN_PERSON, felt=Felt.LIGHTER)
    )
    plain = store.check_ins.log(CheckIn((who["Ben"],), TODAY))
    assert found(store) == [plain, visit, call]
    assert found(store, way=Way.CALL) == [call]
    assert found(store, felt=Felt.LIGHTER) == [visit, call]
    assert found(store, felt=Felt.HEAVIER) == []
    assert found(store, person=who["Ben"]) == [plain, visit]
    assert found(store, person=who["Ben"], felt=Felt.LIGHTER) == [visit]
    assert found(store, text="ann", way=Way.IN_PERSON) == [visit]
    assert found(store, text="ben", person=who["Ann"]) == [visit]
    assert found(store, 1) == [plain]


# -- trash -------------------------------------------------------------------------------------------------------


def test_the_trash_has_everything_thrown_away_and_nothing_else(store: Store, who: dict[str, str]) -> None:
    stays = store.check_ins.log(CheckIn((who["Ann"],), TODAY, note="walk"))
    thrown = [
        store.check_ins.log(CheckIn((who[name],), TODAY, note="walk")) for name in ("Ann", "Ended", "Trashed")
    ]
    for check_in_id in thrown:
        store.check_ins.trash(check_in_id)
    assert {*found(store, trash=True)} == {*thrown} == {*store.check_ins.trashed_ids()}
    assert {*found(store, trash=True, text="walk")} == {*thrown}
    assert found(store, trash=True, person=who["Ann"]) == [thrown[0]]
    assert store.check_ins.count_trash() == 3
    assert found(store) == found(store, text="walk") == [stays]
    assert [entry.check_in.id for entry in store.check_ins.latest(9)] == [stays]
    trashed = store.check_ins.get(thrown[0])
    assert trashed is not None
    assert trashed.trashed_at == "2026-11-22T12:00:00.000+00:00"
    store.check_ins.restore(thrown[0])
    assert found(store) == [thrown[0], stays]


def test_an_edit_leaves_the_trash_alone(store: Store, who: dict[str, str]) -> None:
    check_in_id = store.check_ins.log(CheckIn((who["Ann"],), TODAY))
    store.check_ins.trash(check_in_id)
    store.check_ins.save(CheckIn((who["Ann"],), TODAY, id=check_in_id, note="edited"))
    edited = store.check_ins.get(check_in_id)
    assert edited is not None
    assert (edited.note, edited.trashed_at is not None) == ("edited", True)


def test_whether_there_is_any_at_all(store: Store, who: dict[str, str]) -> None:
    assert store.check_ins.is_empty()
    check_in_id = store.check_ins.log(CheckIn((who["Ann"],), TODAY))
    store.check_ins.trash(check_in_id)
    assert not store.check_ins.is_empty()
    store.empty_trash()
    assert store.check_ins.is_empty()
    assert store.people.count(View.TRASH) == 0


def test_someone_put_away_leaves_lately(store: Store, who: dict[str, str]) -> None:
    alone = store.check_ins.log(CheckIn((who["Archived"],), TODAY))
    assert store.check_ins.latest(9) == []
    assert [entry.check_in.id for entry in store.check_ins.page(CheckInFilter(), 9)] == [alone]
