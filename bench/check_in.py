"""A logged check-in beside the same rows written without our layers."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import uuid4

from .figures import Figure, Section
from .processes import WORK
from .start_up import demo_home

TIMES = 300


def measure() -> Section:
    """One after the other, on two copies of one file on the same disk."""
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        ours, bare, fsync = _both(Path(folder))
    figures = (
        Figure("a logged check-in, on disk", ours, bare, most=2),
        Figure("the disk alone: 4 KiB written and synced", fsync),
    )
    note = (
        "A check-in: `store.check_ins.log`, with its look at who it is and its note of how to undo, beside the same "
        "two rows through sqlcipher3 alone: BEGIN IMMEDIATE, INSERT check_in, INSERT check_in_supporter, COMMIT. "
        "Both with WAL, synchronous=FULL, foreign keys, and the file's own triggers (search index, copies)."
    )
    return Section(figures, (note,))


def _both(folder: Path) -> tuple[list[float], list[float], list[float]]:
    from supportnet_gui.clock import Clock
    from supportnet_gui.core.model import CheckIn
    from supportnet_gui.core.paths import places
    from supportnet_gui.core.store import Store
    from supportnet_gui.core.vault import open_vault

    home = demo_home(folder)
    (beside := folder / "beside.db").write_bytes((home / "supportnet" / "supportnet.db").read_bytes())
    store = Store(open_vault(places(home / "supportnet")), Clock())
    bare = _bare(beside, store.db.conn)
    today = datetime.now().astimezone().date()
    person = store.people.rows()[0].id
    zone = Clock().zone()
    ours_took, bare_took, fsync_took = [], [], []
    with (folder / "fsync").open("wb", buffering=0) as file:
        for _ in range(TIMES):
            ours_took.append(_timed(store.check_ins.log, CheckIn(people=(person,), on=today)))
            bare_took.append(_timed(_write, bare, person, today.isoformat(), zone))
            fsync_took.append(_timed(_sync, file))
    bare.close()
    store.close()
    return ours_took, bare_took, fsync_took


def _bare(path: Path, like: Any) -> Any:
    """A plain connection, with the same settings as `like`."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in (
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "secure_delete",
        "temp_store",
        "cache_size",
    ):
        value = like.execute(f"PRAGMA {pragma}").fetchone()[0]
        connection.execute(f"PRAGMA {pragma}={value}").fetchall()
        assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    # What "durable" rests on: 2 is FULL.
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    return connection


def _write(connection: Any, person: str, day: str, zone: str) -> None:
    now = datetime.now().astimezone().isoformat()
    check_in = str(uuid4())
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO check_in (id, happened, zone, precision, way, began, answered, gave_support, felt, note, "
        "next_note, created, changed) VALUES (?, ?, ?, 'day', NULL, NULL, NULL, NULL, NULL, '', '', ?, ?)",
        [check_in, day, zone, now, now],
    )
    connection.execute(
        "INSERT INTO check_in_supporter (check_in, supporter) VALUES (?, ?)", [check_in, person]
    )
    connection.execute("COMMIT")


def _sync(file: Any) -> None:
    from os import fsync

    file.seek(0)
    file.write(bytes(4096))
    fsync(file.fileno())


def _timed(call: Any, *arguments: Any) -> float:
    began = perf_counter()
    call(*arguments)
    return (perf_counter() - began) * 1000
