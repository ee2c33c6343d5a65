"""The database file: made private, opened, brought up to date, closed tidily. It never repairs and never replaces.

Several processes may have the file open (the window and the terminal); SQLite's own locks keep them apart, and
`changed_elsewhere` tells one what another wrote.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from time import sleep
from typing import TYPE_CHECKING

from . import schema
from .paths import Places, make_private_file, make_private_folder
from .sqlite import BUSY_MILLISECONDS, Database, Error, connect, trouble_from
from .trouble import Code, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Vault:
    """An open database file. Make one with `open_vault`."""

    def __init__(self, db: Database, places: Places) -> None:
        self.db = db
        self.places = places
        self._file = places.database.stat()
        self._seen = self._data_version()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One atomic change: on disk when the block ends, or as it was before if anything fails.

        Raises Trouble for what a person can be told (full disk, file gone, busy), anything else as it is.
        """
        path = str(self.places.database)
        if not self._is_there():
            raise Trouble(Code.FILE_GONE, path)
        if self.db.conn.in_transaction:
            # Work in slices is under way on this connection. It goes on; what comes now has to wait for it.
            raise Trouble(Code.BUSY, path)
        try:
            # IMMEDIATE waits for another writer here, where waiting is safe, not in the middle of the change.
            self.db.execute("BEGIN IMMEDIATE")
            yield self.db
            self.db.execute("COMMIT")
        except BaseException as error:
            self._roll_back()
            trouble = trouble_from(error, path)
            if trouble is not None:
                raise trouble from None
            raise

    def changed_elsewhere(self) -> bool:
        """Whether another process has written since the last call."""
        seen, self._seen = self._seen, self._data_version()
        return seen != self._seen

    def fold_log(self) -> None:
        """Fold the write-ahead log into the file and empty it, or leave it for later if that cannot be done now."""
        with suppress(Error):  # The file may be gone or the disk full; what was committed is safe in the log.
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Fold the write-ahead log into the file; the last one out removes it."""
        self._roll_back()
        self.fold_log()
        self.db.close()

    def _roll_back(self) -> None:
        with suppress(Error):  # Closed meanwhile, which rolled it back.
            if self.db.conn.in_transaction:
                self.db.execute("ROLLBACK")

    def _is_there(self) -> bool:
        """Whether the file at our place is still the one that is open: not removed, not another in its stead."""
        try:
            return os.path.samestat(self._file, self.places.database.stat())
        except OSError:
            return False

    def _data_version(self) -> int:
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])


def open_vault(places: Places) -> Vault:
    """Open the folder's database, making it if there is none, and bring it up to date.

    Raises Trouble (FOLDER_UNWRITABLE, FILE_UNREADABLE, FILE_FOREIGN, FILE_NEWER, DISK_FULL, BUSY,
    MIGRATION_FAILED). Whatever is raised, a file that was there is left as it was.
    """
    path = places.database
    try:
        make_private_folder(places.root)
        if path.exists():
            path.open("r+b").close()
        else:
            make_private_file(path)
    except OSError:
        raise Trouble(Code.FOLDER_UNWRITABLE, str(places.root)) from None
    try:
        db = connect(path)
    except Error as error:
        raise trouble_from(error, str(path)) or error from None
    try:
        _check(db, path)
        for ours in (path, *(path.with_name(f"{path.name}-{end}") for end in ("wal", "shm"))):
            with suppress(FileNotFoundError):
                ours.chmod(0o600)
        _prepare(db)
        _bring_up_to_date(db, places)
        return Vault(db, places)
    except BaseException as error:
        db.close()
        trouble = trouble_from(error, str(path))
        if trouble is not None:
            raise trouble from None
        raise


def _check(db: Database, path: Path) -> None:
    """Read-only: is this our file, whole enough to open, and not newer than this app?"""
    # One transaction, so that a process making the file at this moment is seen before or after, not halfway.
    db.execute("BEGIN")
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master").fetchall()}
    number = db.execute("PRAGMA application_id").fetchone()[0]
    ours = number == schema.APPLICATION_NUMBER and "_sqlite_migrations" in tables
    applied = {migration.name for migration in schema.migrations.applied(db)} if ours else set()
    db.execute("ROLLBACK")
    if not tables and number == 0:
        # New, or left by a start that was cut off. SQLite takes a few odd bytes for an empty file, and would
        # write over them; a page of its own has 512 at least.
        if 0 < path.stat().st_size < 512:
            raise Trouble(Code.FILE_UNREADABLE, str(path))
        return
    if not ours:
        raise Trouble(Code.FILE_FOREIGN, str(path))
    if applied - set(schema.known_names()):
        raise Trouble(Code.FILE_NEWER, str(path))


def _prepare(db: Database) -> None:
    _keep_log(db)
    for pragma in (
        "synchronous=FULL",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "cache_size=-16384",
    ):
        db.execute(f"PRAGMA {pragma}").fetchall()


def _keep_log(db: Database) -> None:
    """Switch to a write-ahead log. SQLite does not wait here for another process that does so too: this does."""
    for waited in range(0, BUSY_MILLISECONDS, 10):
        try:
            db.execute("PRAGMA journal_mode=WAL").fetchall()
            return
        except Error as error:
            trouble = trouble_from(error)
            if trouble is None or trouble.code is not Code.BUSY or waited + 10 >= BUSY_MILLISECONDS:
                raise
        sleep(0.01)


def _bring_up_to_date(db: Database, places: Places) -> None:
    """Apply what is missing, all or nothing, with one process at a time; keep a copy of an older file first."""
    db.execute("PRAGMA foreign_keys=off")
    if schema.migrations.pending(db):
        copy = _keep_copy(db, places)
        try:
            db.execute("BEGIN IMMEDIATE")
            # Another process may have been faster; what it applied is no longer pending here.
            schema.migrations.apply(db)
            db.execute(f"PRAGMA application_id={schema.APPLICATION_NUMBER}")
            if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise Trouble(Code.MIGRATION_FAILED, str(places.database))
            db.execute("COMMIT")
        except BaseException as error:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
            if copy is not None:  # Of a file that is as it was. Each start would leave another one.
                copy.unlink(missing_ok=True)
            if (
                isinstance(error, Exception)
                and not isinstance(error, Trouble)
                and trouble_from(error) is None
            ):
                raise Trouble(Code.MIGRATION_FAILED, str(places.database)) from error
            raise
    db.execute("PRAGMA foreign_keys=on")


def _keep_copy(db: Database, places: Places) -> Path | None:
    """Copy the file as it is before a migration; None if it is new."""
    applied = schema.migrations.applied(db)
    if not applied:
        return None
    try:
        make_private_folder(places.backups)
        copy = _new_file(places.backups, f"before-update-from-{applied[-1].name}")
    except OSError:
        raise Trouble(Code.FOLDER_UNWRITABLE, str(places.backups)) from None
    try:
        db.execute("VACUUM INTO ?", [str(copy)])
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def _new_file(folder: Path, name: str) -> Path:
    """An empty private file under a name that no other has, not even one made at this moment."""
    number = 1
    while True:
        path = folder / f"{name}-{number}.db"
        try:
            path.touch(mode=0o600, exist_ok=False)
            return path
        except FileExistsError:
            number += 1


def explain(error: BaseException) -> Trouble | None:
    """What an error means to a person: damage met while reading, say. None for a fault in this program."""
    return error if isinstance(error, Trouble) else trouble_from(error)
