"""What tests of the window share: a look, a clock that stands still, and a real store in a temporary folder."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale

from supportnet_gui import language
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from supportnet_gui.ui import theme
from supportnet_gui.ui.theme import Look


@pytest.fixture
def look(qapp):
    """The light look at 100 % text, applied to the application."""
    look = Look()
    theme.apply(qapp, look)
    return look


@pytest.fixture(autouse=True, scope="session")
def english(qapp):
    """Plurals as the app says them."""
    language.install(qapp)


@pytest.fixture(autouse=True)
def locale():
    """Dates and times in one form, whatever the machine is set to."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(autouse=True)
def gone_windows(qapp):
    """Free what a test closed: widgets waiting to be deleted would be painted anew with every later look."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 11, 22, 12, 0))


@pytest.fixture
def store(tmp_path, clock):
    store = Store(open_vault(places(tmp_path / "data")), clock)
    yield store
    store.close()
