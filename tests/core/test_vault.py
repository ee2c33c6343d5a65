"""The database file: private, durable, shared between processes, closed tidily, and never replaced."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from supportnet_gui.clock import FixedClock
from supportnet_gui.core import schema
from supportnet_gui.core.model import CheckIn, Supporter
from supportnet_gui.core.paths import Places
from supportnet_gui.core.store import Store
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.vault import Vault, open_vault
from tests.core.helpers import BECOME_NOBODY, TODAY, assert_sound, content, run_python, start_python

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of the POSIX kind")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def files(folder: Path) -> dict[str, str]:
    """What stands in a folder, by name, with a fingerprint of each file."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def open_code(places: Places) -> Code:
    with pytest.raises(Trouble) as trouble:
        open_vault(places)
    return trouble.value.code


# -- private ------------------------------------------------------------------------------------------------------


@posix
def test_only_the_owner_can_open_anything(places: Places, clock: FixedClock) -> None:
    before = os.umask(0)
    try:
        vault = open_vault(places)
        Store(vault, clock).people.add(Supporter(name="Ann"))
        assert {path.name for path in places.root.iterdir()} == {
            "supportnet.db", "supportnet.db-wal", "supportnet.db-shm"
        }  # fmt: skip
        assert mode(places.root) == 0o700
        for path in places.root.iterdir():
            assert mode(path) == 0o600, path.name
        vault.close()
        assert mode(places.database) == 0o600
    finally:
        os.umask(before)


@posix
def test_what_was_open_to_others_is_closed_to_them(places: Places) -> None:
    open_vault(places).close()
    places.root.chmod(0o755)
    places.database.chmod(0o644)
    vault = open_vault(places)
    vault.db.execute("BEGIN IMMEDIATE")
    vault.db.execute("ROLLBACK")
    assert [mode(path) for path in (places.root, *places.root.iterdir())] == [0o700] + [0o600] * 3
    vault.close()


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    places = Places(tmp_path / "some" / "where" / "with spaces, ? and # % é")
    vault = open_vault(places)
    assert places.database.exists()
    vault.close()
    open_vault(places).close()


# -- durable ------------------------------------------------------------------------------------------------------


def test_writes_are_on_disk_before_the_call_returns(vault: Vault) -> None:
    def setting(name: str) -> object:
        return vault.db.execute(f"PRAGMA {name}").fetchone()[0]

    assert setting("journal_mode") == "wal"
    assert setting("synchronous") == 2  # FULL
    assert setting("foreign_keys") == 1
    assert setting("secure_delete") == 1
    assert setting("temp_store") == 2  # memory: the undo log never touches a disk
    assert setting("application_id") == schema.APPLICATION_NUMBER


@pytest.mark.parametrize("end", ["os._exit(0)", "os.kill(os.getpid(), signal.SIGKILL)"])
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_check_in_survives_the_end_of_the_process(places: Places, clock: FixedClock, end: str) -> None:
    run_python(
        f"""
store = Store(open_vault(places), clock)
ann = store.people.add(Supporter(name="Ann"))
store.check_ins.log(CheckIn((ann,), date(2026, 11, 22), note="tea"))
{end}
""",
        places.root,
        returns=0 if "_exit" in end else -signal.SIGKILL,
    )
    assert (places.root / "supportnet.db-wal").exists(), (
        "the process closed its file: this test proves nothing"
    )
    vault = open_vault(places)
    [entry] = Store(vault, clock).check_ins.latest(9)
    assert (entry.names, entry.check_in.note) == (("Ann",), "tea")
    assert_sound(vault.db)
    vault.close()


def test_half_an_action_does_not_survive(places: Places, clock: FixedClock) -> None:
    run_python(
        """
store = Store(open_vault(places), clock)
store.people.add(Supporter(name="Ann"))
work = store.imports.bring_in([(Supporter(name=f"Card {n}"), None) for n in range(500)])
next(work)
next(work)
os._exit(0)
""",
        places.root,
    )
    vault = open_vault(places)
    assert [row.name for row in Store(vault, clock).people.rows()] == ["Ann"]
    assert_sound(vault.db)
    vault.close()


def test_closing_leaves_one_file(places: Places, clock: FixedClock) -> None:
    vault = open_vault(places)
    Store(vault, clock).people.add(Supporter(name="Ann"))
    vault.close()
    assert [path.name for path in places.root.iterdir()] == ["supportnet.db"]


def test_the_last_one_out_folds_the_log(places: Places, clock: FixedClock) -> None:
    first, second = open_vault(places), open_vault(places)
    Store(first, clock).people.add(Supporter(name="Ann"))
    first.close()
    Store(second, clock).people.add(Supporter(name="Ben"))
    second.close()
    assert [path.name for path in places.root.iterdir()] == ["supportnet.db"]
    third = open_vault(places)
    assert Store(third, clock).people.count() == 2
    third.close()


def test_closing_in_the_middle_of_long_work_leaves_what_was_there(places: Places, clock: FixedClock) -> None:
    vault = open_vault(places)
    store = Store(vault, clock)
    store.people.add(Supporter(name="Ann"))
    work = store.imports.bring_in([(Supporter(name=f"Card {n}"), None) for n in range(200)])
    next(work)
    vault.close()
    work.close()  # type: ignore[attr-defined]
    again = open_vault(places)
    assert [row.name for row in Store(again, clock).people.rows()] == ["Ann"]
    again.close()


# -- two processes ------------------------------------------------------------------------------------------------


def test_another_process_s_change_is_seen(store: Store) -> None:
    heard: list[object] = []
    store.listeners.append(heard.append)
    store.people.add(Supporter(name="Ann"))
    assert not store.poll(), "a change of one's own is no news"
    run_python("store = Store(open_vault(places), clock); store.people.add(Supporter(name='Ben'))",
               store.vault.places.root)  # fmt: skip
    heard.clear()
    assert store.poll()
    assert heard == [None]
    assert {row.name for row in store.people.rows()} == {"Ann", "Ben"}
    assert not store.poll()


def test_two_processes_write_in_turns_and_lose_nothing(store: Store) -> None:
    process = start_python(
        """
store = Store(open_vault(places), clock)
print("ready", flush=True)
for number in range(40):
    store.people.add(Supporter(name=f"theirs {number}"))
store.close()
""",
        store.vault.places.root,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    for number in range(40):
        store.people.add(Supporter(name=f"ours {number}"))
    _, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert {row.name for row in store.people.rows()} == {
        f"{whose} {number}" for whose in ("ours", "theirs") for number in range(40)
    }
    assert_sound(store.db)


def test_many_processes_making_the_file_at_once_make_one(places: Places, clock: FixedClock) -> None:
    code = """
print("ready", flush=True)
sys.stdin.readline()
store = Store(open_vault(places), clock)
store.people.add(Supporter(name=sys.argv[2]))
store.close()
"""
    processes = [start_python(code, places.root, f"p{number}") for number in range(6)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
    vault = open_vault(places)
    assert {row.name for row in Store(vault, clock).people.rows()} == {f"p{n}" for n in range(6)}
    assert len(schema.migrations.applied(vault.db)) == len(schema.known_names())
    assert_sound(vault.db)
    vault.close()


def test_another_writer_that_does_not_end_is_a_trouble(store: Store) -> None:
    store.db.execute("PRAGMA busy_timeout=50").fetchall()
    other = open_vault(store.vault.places)
    other.db.execute("BEGIN IMMEDIATE")
    before = content(store.db)
    with pytest.raises(Trouble) as trouble:
        store.people.add(Supporter(name="Ann"))
    assert trouble.value.code is Code.BUSY
    assert store.can_undo is None
    other.db.execute("ROLLBACK")
    other.close()
    assert content(store.db) == before
    store.people.add(Supporter(name="Ann"))


def test_reading_goes_on_while_another_writes(store: Store) -> None:
    store.people.add(Supporter(name="Ann"))
    other = open_vault(store.vault.places)
    other.db.execute("BEGIN IMMEDIATE")
    assert [row.name for row in store.people.rows()] == ["Ann"]
    other.close()


# -- files that are not ours, or not whole ------------------------------------------------------------------------


def sqlite_file(path: Path, *statements: str) -> None:
    connection = dbapi2.connect(str(path))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.fixture
def folder(places: Places) -> Path:
    places.root.mkdir()
    return places.root


@pytest.mark.parametrize("size", [1, 15, 16, 100, 4096, 20_000])
def test_random_bytes_are_refused_and_stay(places: Places, folder: Path, size: int) -> None:
    places.database.write_bytes(hashlib.shake_256(b"chance").digest(size))
    before = files(folder)
    assert open_code(places) is Code.FILE_UNREADABLE
    assert files(folder) == before


@pytest.mark.parametrize("text", [b"BEGIN:VCARD\r\nEND:VCARD\r\n", b"{}", b"SQLite format 3\0", b"\0" * 4096])
def test_other_kinds_of_file_are_refused_and_stay(places: Places, folder: Path, text: bytes) -> None:
    places.database.write_bytes(text)
    before = files(folder)
    assert open_code(places) is Code.FILE_UNREADABLE
    assert files(folder) == before


@pytest.mark.parametrize("left", [0.1, 0.5, 0.9])
def test_a_file_cut_short_is_refused_and_stays(places: Places, clock: FixedClock, left: float) -> None:
    vault = open_vault(places)
    store = Store(vault, clock)
    list(store.imports.bring_in([(Supporter(name=f"Card {n}", note="n" * 500), None) for n in range(300)]))
    vault.close()
    whole = places.database.read_bytes()
    places.database.write_bytes(whole[: int(len(whole) * left)])
    before = files(places.root)
    assert open_code(places) is Code.FILE_UNREADABLE
    assert files(places.root) == before


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE notes (text)",),
        ("CREATE TABLE notes (text)", f"PRAGMA application_id={schema.APPLICATION_NUMBER}"),
        ("CREATE TABLE _sqlite_migrations (migration_set TEXT, name TEXT, applied_at TEXT)",),
        ("PRAGMA application_id=1234", "PRAGMA user_version=3"),
    ],
)
def test_another_program_s_database_is_refused_and_stays(
    places: Places, folder: Path, statements: tuple[str, ...]
) -> None:
    sqlite_file(places.database, *statements)
    before = files(folder)
    assert open_code(places) is Code.FILE_FOREIGN
    assert files(folder) == before


def test_a_newer_app_s_database_is_refused_and_stays(places: Places, clock: FixedClock) -> None:
    vault = open_vault(places)
    Store(vault, clock).people.add(Supporter(name="Ann"))
    vault.close()
    sqlite_file(
        places.database,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('supportnet', '9999', 'later')",
        "ALTER TABLE supporter ADD COLUMN later TEXT",
    )
    before = files(places.root)
    assert open_code(places) is Code.FILE_NEWER
    assert files(places.root) == before


def test_an_empty_file_is_a_new_one(places: Places, folder: Path, clock: FixedClock) -> None:
    places.database.touch()
    vault = open_vault(places)
    Store(vault, clock).people.add(Supporter(name="Ann"))
    vault.close()


def test_a_folder_in_the_file_s_place_is_refused(places: Places, folder: Path) -> None:
    places.database.mkdir()
    (places.database / "inside").write_text("stays")
    assert open_code(places) is Code.FOLDER_UNWRITABLE
    assert (places.database / "inside").read_text() == "stays"


# -- places that cannot be written --------------------------------------------------------------------------------


def test_a_place_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("stays")
    assert open_code(Places(tmp_path / "file" / "data")) is Code.FOLDER_UNWRITABLE
    assert open_code(Places(tmp_path / "file")) is Code.FOLDER_UNWRITABLE
    assert (tmp_path / "file").read_text() == "stays"


@pytest.fixture
def anybody_s() -> Iterator[Path]:
    """A folder that somebody without rights can reach; what a test makes in it belongs to them."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    inside = root / "data"
    inside.mkdir()
    if os.getuid() == 0:
        os.chown(inside, 65534, 65534)
    yield inside
    for path in (inside, *inside.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(root)


TRY = (
    BECOME_NOBODY
    + """
try:
    store = Store(open_vault(places), clock)
    store.people.add(Supporter(name="Ann"))
    print("written")
except Trouble as trouble:
    print(trouble.code.value, end="")
"""
)


@posix
def test_a_folder_without_write_permission_is_refused(anybody_s: Path) -> None:
    outer = anybody_s / "outer"
    run_python(BECOME_NOBODY + "places.root.mkdir(); places.root.chmod(0o500)", outer)
    assert run_python(TRY, outer / "data") == "folder_unwritable"
    assert list(outer.iterdir()) == []


@posix
def test_somebody_else_s_folder_is_refused(anybody_s: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can make somebody else's folder")
    theirs = anybody_s / "theirs"
    theirs.mkdir(mode=0o755)
    assert run_python(TRY, theirs) == "folder_unwritable"
    assert list(theirs.iterdir()) == []


@posix
def test_a_file_that_is_only_for_reading_is_refused_and_stays(anybody_s: Path) -> None:
    run_python(BECOME_NOBODY + "open_vault(places).close(); places.database.chmod(0o400)", anybody_s)
    before = files(anybody_s)
    assert run_python(TRY, anybody_s) == "folder_unwritable"
    assert files(anybody_s) == before


@posix
def test_a_file_for_nobody_is_refused(anybody_s: Path) -> None:
    run_python(BECOME_NOBODY + "open_vault(places).close(); places.database.chmod(0)", anybody_s)
    assert run_python(TRY, anybody_s) == "folder_unwritable"


# -- gone while open ----------------------------------------------------------------------------------------------


def attempts(store: Store, ann: str) -> Iterator[Code]:
    for attempt in (
        lambda: store.people.add(Supporter(name="Ben")),
        lambda: store.check_ins.log(CheckIn((ann,), TODAY)),
        store.undo,
        store.redo,
        lambda: store.people.purge([ann]),
        lambda: store.settings.set("welcome_done", True),
        lambda: list(store.imports.bring_in([(Supporter(name="Ben"), None)])),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        yield trouble.value.code


@posix
@pytest.mark.parametrize("in_its_stead", [None, b"", b"restored from somewhere"])
def test_a_file_removed_while_open_is_not_made_again(
    places: Places, clock: FixedClock, in_its_stead: bytes | None
) -> None:
    vault = open_vault(places)
    store = Store(vault, clock)
    ann = store.people.add(Supporter(name="Ann"))
    store.people.trash(ann)
    store.undo()
    places.database.unlink()
    if in_its_stead is not None:
        places.database.write_bytes(in_its_stead)
    assert set(attempts(store, ann)) == {Code.FILE_GONE}
    assert (places.database.read_bytes() if places.database.exists() else None) == in_its_stead
    vault.close()
    assert (places.database.read_bytes() if places.database.exists() else None) == in_its_stead


@posix
def test_a_folder_removed_while_open_is_not_made_again(places: Places, clock: FixedClock) -> None:
    vault = open_vault(places)
    store = Store(vault, clock)
    ann = store.people.add(Supporter(name="Ann"))
    store.people.trash(ann)
    store.undo()
    shutil.rmtree(places.root)
    assert set(attempts(store, ann)) == {Code.FILE_GONE}
    vault.close()
    assert not places.root.exists()


@posix
def test_a_file_moved_away_and_back_goes_on(store: Store) -> None:
    path = store.vault.places.database
    aside = path.with_name("aside.db")
    path.rename(aside)
    with pytest.raises(Trouble):
        store.people.add(Supporter(name="Ann"))
    aside.rename(path)
    store.people.add(Supporter(name="Ann"))
    assert_sound(store.db)
