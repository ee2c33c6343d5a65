"""sqlite-utils has to know the exceptions of the SQLite it is given, or later writes are lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3
import sqlite_utils.db
import sqlite_utils.utils
from sqlcipher3 import dbapi2

from supportnet_gui.core.sqlite import Error, connect, trouble_from
from supportnet_gui.core.trouble import Code


def test_sqlite_utils_sees_the_same_exceptions() -> None:
    for module in (sqlite_utils.db.sqlite3, sqlite_utils.utils.sqlite3):
        assert module is sqlcipher3
    assert issubclass(sqlite_utils.db.sqlite3.OperationalError, Error)
    assert sqlite_utils.db.sqlite3.OperationalError is dbapi2.OperationalError


@pytest.mark.parametrize("first", ["store", "schema", "vault", "sqlite", "exchange.vcard"])
def test_the_alias_stands_whatever_is_imported_first(first: str) -> None:
    code = (
        f"import supportnet_gui.core.{first}, supportnet_gui.core.sqlite, sqlite_utils.db, sqlcipher3; "
        "assert sqlite_utils.db.sqlite3 is sqlcipher3"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, cwd=Path(__file__).parents[2])


def test_a_failed_statement_leaves_no_transaction_open(tmp_path: Path) -> None:
    db = connect(tmp_path / "some.db")
    db.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT")
    failures = (
        lambda: db.execute("INSERT INTO t VALUES (1, NULL)"),
        lambda: db.execute("INSERT INTO nowhere VALUES (1)"),
        lambda: db.execute("not SQL at all"),
        lambda: db.table("t").insert({"a": 1, "b": None}),
        lambda: db.table("t").insert({"a": "word", "b": "x"}),
        lambda: list(db.query("SELECT * FROM nowhere")),
        lambda: db.table("t").insert_all([{"a": 5, "b": "x"}, {"a": 5, "b": "y"}]),
    )
    for number, fail in enumerate(failures):
        with pytest.raises(Error):
            fail()
        assert not db.conn.in_transaction
        db.table("t").insert({"a": 100 + number, "b": "later"})
    db.close()
    again = connect(tmp_path / "some.db")
    assert [row[0] for row in again.execute("SELECT a FROM t").fetchall()] == list(range(100, 107))
    again.close()


def test_a_fault_of_ours_is_no_trouble_of_theirs(tmp_path: Path) -> None:
    db = connect(tmp_path / "some.db")
    with pytest.raises(Error) as failure:
        db.execute("SELECT * FROM nowhere")
    assert trouble_from(failure.value) is None
    assert trouble_from(ValueError("SQLITE_FULL")) is None
    db.close()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_NOTADB", Code.FILE_UNREADABLE),
        ("SQLITE_CORRUPT", Code.FILE_UNREADABLE),
        ("SQLITE_CORRUPT_VTAB", Code.FILE_UNREADABLE),
        ("SQLITE_FULL", Code.DISK_FULL),
        ("SQLITE_IOERR_WRITE", Code.DISK_FULL),
        ("SQLITE_BUSY", Code.BUSY),
        ("SQLITE_BUSY_RECOVERY", Code.BUSY),
        ("SQLITE_LOCKED", Code.BUSY),
        ("SQLITE_READONLY", Code.FOLDER_UNWRITABLE),
        ("SQLITE_READONLY_DBMOVED", Code.FILE_GONE),
        ("SQLITE_CANTOPEN", Code.FOLDER_UNWRITABLE),
    ],
)
def test_what_sqlite_says_becomes_what_a_person_can_be_told(name: str, code: Code) -> None:
    error = dbapi2.OperationalError("text of SQLite's own")
    error.sqlite_errorname = name
    trouble = trouble_from(error, "/a/path")
    assert trouble is not None
    assert (trouble.code, trouble.path, str(trouble)) == (code, "/a/path", code.value)
