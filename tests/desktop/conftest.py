"""What tests of the desktop share: a notebook with somebody in it, and a clock that stands still."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from supportnet_gui import language
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import Rhythm, RhythmMode, Supporter, Unit
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from tests.desktop import desk


@pytest.fixture(autouse=True, scope="session")
def english(qapp):
    language.install(qapp)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture
def clock():
    """A Tuesday, before the hours in which reminders may come."""
    return FixedClock(datetime(2026, 11, 24, 8, 0, tzinfo=ZoneInfo("Europe/Dublin")))


@pytest.fixture
def store(tmp_path, clock):
    store = Store(open_vault(places(tmp_path / "data")), clock)
    yield store
    store.close()


@pytest.fixture
def amira(store):
    """Somebody with a rhythm, about whom a reminder is due in the hours of this day."""
    return store.people.add(
        Supporter(name="Amira", rhythm=Rhythm(RhythmMode.OWN, 1, Unit.WEEK, date(2026, 10, 1)))
    )


@pytest.fixture(scope="session")
def programs():
    """Skips where a desktop cannot be put together. In CI that would hide a fault, so there it fails instead."""
    if missing := desk.missing():
        reason = f"not installed: {', '.join(missing)} (.ci/setup.sh installs them as root)"
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)


@pytest.fixture(scope="module")
def bare_desk(programs, tmp_path_factory):
    """A screen and a message bus, with nobody on it."""
    found = desk.Desk(tmp_path_factory.mktemp("bare"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def whole_desk(programs, tmp_path_factory):
    """With notices and a tray."""
    found = desk.Desk(tmp_path_factory.mktemp("desk"))
    found.start_dunst()
    found.start_tray()
    yield found
    found.close()
