"""The only import of sqlite_utils and of SQLite itself.

sqlite-utils catches the exceptions of the SQLite module it finds first, and looks for `pysqlite3`. Without the
alias below a failed statement would leave a transaction open and later writes would be lost, so the alias stands
before its first import, and everything else imports from here.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2


def _later(package: str, part: str) -> None:
    """Have a part of a package run only when something of it is first used."""
    name = f"{package}.{part}"
    spec = find_spec(name)
    if spec is not None and spec.loader is not None and name not in sys.modules:
        spec.loader = LazyLoader(spec.loader)
        module = sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(module)
        # Found here, `from package import part` looks no further, and so does not run it.
        setattr(import_module(package), part, module)


# sqlite-utils imports it for recipes that are not used here: a fifth of the time its own import takes.
_later("dateutil", "parser")

from sqlite_utils import Database, Migrations  # noqa: E402  (the alias has to come first)

from .trouble import Code, Trouble  # noqa: E402

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BUSY_MILLISECONDS", "Database", "Error", "Migrations", "connect", "trouble_from"]

Error = dbapi2.Error
BUSY_MILLISECONDS = 5000
STATEMENTS = 600
"""Prepared statements that are kept. Once the driver has as many, it forgets the newest of them each time, so that
whatever comes then is prepared anew: with the usual 128, which the triggers of undo alone fill, a check-in takes half
as long again."""

_CODES = {
    "SQLITE_NOTADB": Code.FILE_UNREADABLE,
    "SQLITE_CORRUPT": Code.FILE_UNREADABLE,
    "SQLITE_FULL": Code.DISK_FULL,
    "SQLITE_IOERR": Code.DISK_FULL,
    "SQLITE_BUSY": Code.BUSY,
    "SQLITE_LOCKED": Code.BUSY,
    "SQLITE_READONLY_DBMOVED": Code.FILE_GONE,
    "SQLITE_READONLY": Code.FOLDER_UNWRITABLE,
    "SQLITE_CANTOPEN": Code.FOLDER_UNWRITABLE,
}


def connect(path: Path | str) -> Database:
    """Open a database file as it is; nothing in it is read or changed yet."""
    connection: Any = dbapi2.connect(
        str(path), timeout=BUSY_MILLISECONDS / 1000, check_same_thread=False, cached_statements=STATEMENTS
    )
    connection.execute("PRAGMA cipher_log_level=NONE")
    return Database(connection, execute_plugins=False)


def trouble_from(error: BaseException, path: str = "") -> Trouble | None:
    """What a failed statement means to a person; None when it means a fault in this program."""
    if not isinstance(error, Error):
        return None
    name = str(getattr(error, "sqlite_errorname", "") or "")
    for start, code in _CODES.items():
        if name.startswith(start):
            return Trouble(code, path)
    return None
