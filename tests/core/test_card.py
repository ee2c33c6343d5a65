"""The small card outside the database: only where asked for, true after every change, removed and said where not."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from supportnet_gui.core import card_file
from supportnet_gui.core.model import Channel, Protocol, Status, Supporter
from supportnet_gui.core.plan import ALONE, SAFER, TELL, HardMoment
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.card import KEY
from supportnet_gui.core.trouble import Code, Trouble

NUMBER = Channel(Protocol.CALL, "087 123 4567")


@pytest.fixture
def amira(store: Store) -> str:
    amira = store.people.add(Supporter("Amira", channels=(NUMBER,), note="private"))
    store.plan.choose([amira])
    store.plan.add(ALONE, "tea")
    store.plan.add(SAFER, "secret")
    store.plan.add(TELL, "", amira)
    return amira


def names(store: Store) -> list[str]:
    return [near.name for near in card_file.read(store.card.path).people]


def test_there_is_none_until_it_is_asked_for(store: Store, amira: str) -> None:
    assert store.card.is_on is False
    assert not store.card.path.exists()
    store.card.switch(True)
    assert store.settings.get(KEY) is True
    store.card.switch(False)
    assert not store.card.path.exists()
    store.people.set_status(amira, Status.RESTING)
    assert not store.card.path.exists()


def test_it_holds_what_help_shows_and_no_more(store: Store, amira: str) -> None:
    store.card.switch(True)
    shown = card_file.read(store.card.path)
    assert shown.people == store.plan.near()
    assert [(item.part, item.text, item.name) for item in shown.plan] == [
        (ALONE, "tea", ""),
        (TELL, "", "Amira"),
    ]
    text = store.card.path.read_text(encoding="utf-8")
    assert "secret" not in text
    assert "private" not in text
    assert amira not in text
    assert stat.S_IMODE(store.card.path.stat().st_mode) == 0o600
    assert [file.name for file in store.card.path.parent.glob("*card*")] == [card_file.NAME]


CHANGES: dict[str, Callable[[Store, str], object]] = {
    "name": lambda store, who: store.people.save(Supporter("Zed", id=who, hard_moment=1)),
    "number": lambda store, who: store.people.save(Supporter("Amira", id=who, hard_moment=1)),
    "status": lambda store, who: store.people.set_status(who, Status.UNSAFE),
    "not in a crisis": lambda store, who: store.people.save(
        Supporter("Amira", id=who, hard_moment=1, not_in_crisis=True, channels=(NUMBER,))
    ),
    "archive": lambda store, who: store.people.set_archived(who, True),
    "trash": lambda store, who: store.people.trash(who),
    "chosen": lambda store, _who: store.plan.choose([]),
    "plan": lambda store, _who: store.plan.add(ALONE, "a walk"),
    "plan line out": lambda store, _who: store.plan.remove(store.plan.items()[0].id),
    "order": lambda store, _who: store.plan.move(store.plan.add(ALONE, "b"), 0),
    "merge": lambda store, who: store.people.merge(store.people.add(Supporter("Other")), who),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_written_anew_in_the_same_action_undo_included(store: Store, amira: str, change: str) -> None:
    store.card.switch(True)
    heard: list[HardMoment] = []
    # When listeners hear of it, the card is true already.
    store.listeners.append(lambda _done: heard.append(card_file.read(store.card.path)))
    CHANGES[change](store, amira)
    now = _as_kept(store)
    assert heard[-1] == card_file.read(store.card.path) == now
    store.undo()
    assert card_file.read(store.card.path) == _as_kept(store) != now


def _as_kept(store: Store) -> HardMoment:
    shown = store.plan.hard_moment()
    path = store.card.path.with_name("expected.json")
    card_file.write(path, shown)
    return card_file.read(path)


def test_a_change_that_fails_leaves_the_card_as_it_was(store: Store, amira: str) -> None:
    store.card.switch(True)
    before = store.card.path.read_bytes()

    def fail_after_writing() -> None:
        with store.quiet():
            store.db.execute("UPDATE supporter SET name = 'Zed' WHERE id = ?", [amira])
            store.card.keep_true()
            assert names(store) == ["Zed"]
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_writing()
    assert store.card.path.read_bytes() == before


def test_a_card_that_cannot_be_written_is_removed_and_said(
    store: Store, amira: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.card.switch(True)
    said: list[bool] = []
    store.card.lost = said.append
    monkeypatch.setattr(card_file, "write", _refuse)
    store.people.set_status(amira, Status.UNSAFE)
    assert said == [True]
    assert not store.card.path.exists()
    assert not store.card.is_on
    store.undo()
    assert not store.card.is_on
    assert said == [True]


def test_a_card_that_can_neither_be_written_nor_removed_is_said(
    store: Store, amira: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.card.switch(True)
    said: list[bool] = []
    store.card.lost = said.append
    monkeypatch.setattr(card_file, "write", _refuse)
    monkeypatch.setattr(card_file, "remove", _refuse)
    store.people.set_status(amira, Status.UNSAFE)
    assert said == [False]
    assert store.people.get(amira).status is Status.UNSAFE  # type: ignore[union-attr]


def test_switching_says_what_cannot_be_done(
    store: Store, amira: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(card_file, "write", _refuse)
        with pytest.raises(Trouble) as trouble:
            store.card.switch(True)
    assert trouble.value.code is Code.FOLDER_UNWRITABLE
    assert store.settings.get(KEY) is False
    store.card.switch(True)
    monkeypatch.setattr(card_file, "remove", _refuse)
    with pytest.raises(Trouble) as trouble:
        store.card.switch(False)
    assert trouble.value.code is Code.CARD_LEFT
    assert store.card.is_on
    assert names(store) == ["Amira"]


def _refuse(*_: object) -> None:
    raise OSError


@pytest.mark.parametrize(
    "junk", [b"", b"\x00\xff", b"[]", b'{"people": 3}', b'{"people": [{"name": 1}]}', b"[" * 10_000]
)
def test_what_is_no_card_is_none(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "card.json"
    path.write_bytes(junk)
    assert card_file.read(path) == HardMoment()


def test_no_file_and_a_huge_one_are_none(tmp_path: Path) -> None:
    assert card_file.read(tmp_path / "none") == HardMoment()
    (tmp_path / "huge").write_bytes(b" " * (card_file.LARGEST + 1))
    assert card_file.read(tmp_path / "huge") == HardMoment()


def test_a_card_that_was_given_more_shows_no_more(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    plan = [{"part": SAFER, "text": "secret"}, {"part": ALONE, "text": "tea", "later": 1}]
    path.write_text(json.dumps({"plan": plan, "later": []}), encoding="utf-8")
    assert [item.text for item in card_file.read(path).plan] == ["tea"]
