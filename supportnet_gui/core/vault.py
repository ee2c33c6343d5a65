"""The database file: made private, opened, brought up to date, closed tidily. It never repairs and never replaces.

Several processes may have the file open (the window and the terminal); SQLite's own locks keep them apart, and
`changed_elsewhere` tells one what another wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import schema
from .paths import Places, make_private_file, make_private_folder
from .sqlite import Database, Error, connect, trouble_from
from .trouble import Code, Trouble


class Vault:
    """An open database file. Make one with `open_vault`."""

    def __init__(self, db: Database, places: Places) -> None:
        self.db = db
        self.places = places
        self._seen = self._data_version()

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One atomic change: on disk when the block ends, or as it was before if anything fails.

        Raises Trouble for what a person can be told (full disk, file gone, busy), anything else as it is.
        """
        path = str(self.places.database)
        if not self.places.database.exists():
            raise Trouble(Code.FILE_GONE, path)
        try:
            # IMMEDIATE waits for another writer here, where waiting is safe, not in the middle of the change.
            self.db.execute("BEGIN IMMEDIATE")
            yield self.db
            self.db.execute("COMMIT")
        except BaseException as error:
            if self.db.conn.in_transaction:
                self.db.execute("ROLLBACK")
            trouble = trouble_from(error, path)
            if trouble is not None:
                raise trouble from None
            raise

    def changed_elsewhere(self) -> bool:
        """Whether another process has written since the last call."""
        seen, self._seen = self._seen, self._data_version()
        return seen != self._seen

    def close(self) -> None:
        """Fold the write-ahead log into the file; the last one out removes it."""
        try:
            self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except Error:
            pass  # The file may be gone or on a full disk; what was committed is safe in the log beside it.
        self.db.close()

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
        path.chmod(0o600)
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
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
    if not tables:
        return
    number = db.execute("PRAGMA application_id").fetchone()[0]
    if number != schema.APPLICATION_NUMBER or "_sqlite_migrations" not in tables:
        raise Trouble(Code.FILE_FOREIGN, str(path))
    applied = {migration.name for migration in schema.migrations.applied(db)}
    if applied - set(schema.known_names()):
        raise Trouble(Code.FILE_NEWER, str(path))


def _prepare(db: Database) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "cache_size=-16384",
    ):
        db.execute(f"PRAGMA {pragma}").fetchall()


def _bring_up_to_date(db: Database, places: Places) -> None:
    """Apply what is missing, all or nothing, with one process at a time; keep a copy of an older file first."""
    db.execute("PRAGMA foreign_keys=off")
    if schema.migrations.pending(db):
        _keep_copy(db, places)
        db.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have been faster; what it applied is no longer pending here.
            schema.migrations.apply(db)
            db.execute(f"PRAGMA application_id={schema.APPLICATION_NUMBER}")
            if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise Trouble(Code.MIGRATION_FAILED, str(places.database))
            db.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
            raise
    db.execute("PRAGMA foreign_keys=on")


def _keep_copy(db: Database, places: Places) -> None:
    """Copy the file as it is before a migration, once for each shape it had."""
    applied = schema.migrations.applied(db)
    if not applied:
        return
    try:
        make_private_folder(places.backups)
    except OSError:
        raise Trouble(Code.FOLDER_UNWRITABLE, str(places.backups)) from None
    number = 1
    while (copy := places.backups / f"before-update-from-{applied[-1].name}-{number}.db").exists():
        number += 1
    make_private_file(copy)
    db.execute("VACUUM INTO ?", [str(copy)])
