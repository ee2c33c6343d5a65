"""Make the saved database of the newest shape: `python -m tests.saved`. See the package."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from supportnet_gui.clock import FixedClock
from supportnet_gui.core import schema
from supportnet_gui.core.paths import Places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from tests import saved
from tests.saved import today

NEWEST, SHAPE, FILL = saved.TODAY, "0002_today", today.fill
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def main() -> None:
    if schema.known_names()[-1] != SHAPE:
        raise SystemExit(f"{SHAPE} is not the newest shape any more: {NEWEST.name} stays as it is.")
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder))
        shutil.copyfile(saved.ALL[saved.ALL.index(NEWEST) - 1], places.database)
        vault = open_vault(places)
        clock = FixedClock(NOW, "Europe/Dublin")
        FILL(Store(vault, clock), clock)
        # What is not the clock's: when the migration ran. Fixed, the file says the same each time.
        vault.db.execute(
            "UPDATE _sqlite_migrations SET applied_at = ? WHERE name = ?",
            ["2026-11-25 12:00:00+00:00", SHAPE],
        )
        vault.db.execute("VACUUM")
        vault.close()
        shutil.copyfile(places.database, NEWEST)
    print(f"{NEWEST.name}: {NEWEST.stat().st_size} bytes")


if __name__ == "__main__":
    main()
