"""The database file: private, durable, shared between processes and closed tidily."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path

import pytest

from supportnet_gui.clock import FixedClock
from supportnet_gui.core import schema
from supportnet_gui.core.model import Supporter
from supportnet_gui.core.paths import Places
from supportnet_gui.core.sqlite import STATEMENTS
from supportnet_gui.core.store import Store
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.vault import Vault, open_vault
from tests.core.store_kit import assert_sound, content, run_python, start_python

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of the POSIX kind")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


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


def test_there_is_room_to_keep_every_statement_prepared(store: Store) -> None:
    """Each table, index and trigger took one statement; what is asked later has to find as much room again."""
    store.people.add(Supporter(name="Ann"))
    store.today.read_ahead()
    made = sum(
        store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("sqlite_master", "sqlite_temp_master")
    )
    assert 2 * made <= STATEMENTS
