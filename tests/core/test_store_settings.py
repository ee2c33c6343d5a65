"""Small choices: a default, a type, and no step to undo."""

from __future__ import annotations

from typing import Any

import pytest

from supportnet_gui.core.model import Supporter
from supportnet_gui.core.store import Store


def test_settings_have_defaults_and_keep_their_type(store: Store) -> None:
    assert store.settings.get("welcome_done") is False
    store.settings.set("welcome_done", True)
    assert store.settings.get("welcome_done") is True
    store.settings.set("welcome_done", False)
    assert store.settings.get("welcome_done") is False
    store.settings.set("first_step_hidden_on", "2026-11-22")
    assert store.settings.get("first_step_hidden_on") == "2026-11-22"


@pytest.mark.parametrize(
    ("key", "value"), [("welcome_done", 1), ("welcome_done", "yes"), ("first_step_hidden_on", None)]
)
def test_a_setting_of_another_type_is_refused(store: Store, key: str, value: Any) -> None:
    before = store.settings.get(key)
    with pytest.raises(TypeError):
        store.settings.set(key, value)
    assert store.settings.get(key) == before


def test_a_setting_there_is_none_of_is_refused(store: Store) -> None:
    for attempt in (lambda: store.settings.get("colour"), lambda: store.settings.set("colour", "pink")):
        with pytest.raises(KeyError):
            attempt()


@pytest.mark.parametrize("kept_value", ["", "{", '"yes"', "1", "null", "[" * 10, "\0"])
def test_a_setting_that_makes_no_sense_is_its_default(store: Store, kept_value: str) -> None:
    store.db.execute("INSERT INTO setting VALUES ('welcome_done', ?)", [kept_value])
    assert store.settings.get("welcome_done") is False
    store.settings.set("welcome_done", True)
    assert store.settings.get("welcome_done") is True


def test_a_setting_is_neither_undone_nor_announced(store: Store) -> None:
    heard: list[object] = []
    store.listeners.append(heard.append)
    store.people.add(Supporter(name="Ann"))
    store.settings.set("welcome_done", True)
    assert len(heard) == 1
    store.undo()
    assert store.settings.get("welcome_done") is True
    assert store.people.count() == 0
