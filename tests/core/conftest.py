"""A real database in a folder of its own, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import Status, Supporter
from supportnet_gui.core.paths import Places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import Vault, open_vault


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data")


@pytest.fixture
def clock() -> FixedClock:
    """Noon on Sunday, 22 November 2026, in Dublin."""
    return FixedClock(datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Europe/Dublin")), "Europe/Dublin")


@pytest.fixture
def vault(places: Places) -> Iterator[Vault]:
    opened = open_vault(places)
    yield opened
    opened.close()


@pytest.fixture
def store(vault: Vault, clock: FixedClock) -> Store:
    return Store(vault, clock)


@pytest.fixture
def who(store: Store) -> dict[str, str]:
    """Ids of a few people by name."""
    names = ("Ann", "Ben", "Cleo", "Ended", "Unsafe", "Died", "Trashed", "Archived")
    ids = dict(zip(names, store.people.add_many([Supporter(name=name) for name in names]), strict=True))
    for status in (Status.ENDED, Status.UNSAFE, Status.DIED):
        store.people.set_status(ids[status.capitalize()], status)
    store.people.trash(ids["Trashed"])
    store.people.set_archived(ids["Archived"], True)
    return ids
