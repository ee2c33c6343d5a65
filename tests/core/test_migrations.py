"""Files of earlier versions: opened with everything in them, copied first, and left alone where that fails."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from supportnet_gui.clock import FixedClock
from supportnet_gui.core import schema
from supportnet_gui.core.model import Supporter
from supportnet_gui.core.paths import Places
from supportnet_gui.core.sqlite import Database, Migrations, connect
from supportnet_gui.core.store import CheckInFilter, PeopleFilter, Store, View
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.vault import open_vault
from tests import saved
from tests.core.store_kit import Dump, assert_sound, content, dump, run_python, start_python
from tests.saved import foundation, today

Migration = Callable[[Database], None]


@pytest.fixture(params=saved.ALL, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    """The saved database of each released shape."""
    return Path(request.param)


@pytest.fixture
def old(places: Places, file: Path) -> Places:
    """A folder with a copy of a saved database."""
    places.root.mkdir()
    shutil.copyfile(file, places.database)
    return places


def what_is_in(path: Path) -> Dump:
    db = connect(path)
    found = dump(db)
    db.close()
    return found


def later_version(monkeypatch: pytest.MonkeyPatch, *added: Migration) -> None:
    """Make this app a later one, with more migrations than it has."""
    later = Migrations("supportnet")
    later._migrations = list(schema.migrations._migrations)
    for number, migration in enumerate(added):
        later(name=f"9{number:03}_later")(migration)
    monkeypatch.setattr(schema, "migrations", later)


def add_column(db: Database) -> None:
    db.execute("ALTER TABLE supporter ADD COLUMN later TEXT NOT NULL DEFAULT 'new'")


# -- the saved database ------------------------------------------------------------------------------------------


def test_a_released_shape_never_changes(file: Path) -> None:
    """What is released is never edited: later shapes are migrations of their own."""

    def shape(db: Database) -> list[tuple[str, ...]]:
        return db.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        ).fetchall()

    made, kept = connect(":memory:"), connect(file)
    later = schema.known_names()[saved.ALL.index(file) + 1 :]
    schema.migrations.apply(made, stop_before=later[0] if later else None)
    assert shape(made) == shape(kept)
    made.close()
    kept.close()


def test_everything_in_a_saved_database_is_still_there(old: Places, file: Path, clock: FixedClock) -> None:
    has_today = file != saved.FOUNDATION
    vault = open_vault(old)
    store = Store(vault, clock)
    assert_sound(store.db)
    assert_people_are_there(store, today.PEOPLE if has_today else foundation.PEOPLE)
    check_ins = today.CHECK_INS if has_today else foundation.CHECK_INS
    for check_in in check_ins:
        kept = store.check_ins.get(check_in.id)
        assert kept is not None
        assert kept == replace(check_in, created=kept.created, trashed_at=kept.trashed_at)
        assert (kept.trashed_at is not None) == (check_in.id == foundation.TRASHED_CHECK_IN)
    assert store.imports.answered() == set(foundation.NOT_THE_SAME)
    assert store.settings.get("welcome_done") is True
    history = store.db.execute("SELECT status FROM supporter_history WHERE supporter = 'p-2' ORDER BY seq")
    assert [row[0] for row in history.fetchall()] == ["active", "drifted", "active"]
    assert tuple(store.expectations.all()) == (today.EXPECTATIONS if has_today else ())
    assert store.drafts.all() == (today.DRAFTS if has_today else ())
    put_off = store.db.execute("SELECT supporter, until FROM put_off").fetchall()
    assert put_off == ([today.PUT_OFF] if has_today else [])
    vault.close()


def assert_people_are_there(store: Store, people: tuple[Supporter, ...]) -> None:
    for person in people:
        found = store.people.get(person.id)
        assert found is not None
        assert found == replace(
            person,
            has_photo=person.id == "p-1",
            archived_at=found.archived_at,
            trashed_at=found.trashed_at,
            created=found.created,
            changed=found.changed,
        )
        assert (found.archived_at is not None) == (person.id == foundation.ARCHIVED)
        assert (found.trashed_at is not None) == (person.id == foundation.TRASHED)
        assert found.created.startswith("2026-11-22T12:")
    assert store.people.photo("p-1") == foundation.PHOTO


def test_a_saved_database_goes_on(old: Places, clock: FixedClock) -> None:
    vault = open_vault(old)
    store = Store(vault, clock)
    assert [row.id for row in store.people.rows(PeopleFilter(text="neigh"))] == ["p-1"]
    assert [entry.check_in.id for entry in store.check_ins.page(CheckInFilter(text="canal"), 9)] == ["c-1"]
    assert store.people.last_contact()["p-4"] == "2026-11-20T18:30"
    before = content(store.db)
    new = store.people.add(Supporter(name="Zebedee", note="found again"))
    assert [row.id for row in store.people.rows(PeopleFilter(text="found"))] == [new]
    store.people.merge("p-1", "p-4")
    store.undo()
    store.undo()
    assert content(store.db) == before
    store.empty_trash()
    assert store.people.count(View.TRASH) == 0
    assert_sound(store.db)
    vault.close()


def test_a_file_that_is_up_to_date_is_not_copied(old: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    later_version(monkeypatch, add_column)
    open_vault(old).close()
    [copy] = old.backups.iterdir()
    open_vault(old).close()
    assert list(old.backups.iterdir()) == [copy]


# -- from any shape to a later one -------------------------------------------------------------------------------


def test_a_new_database_has_every_migration_in_order(places: Places) -> None:
    vault = open_vault(places)
    assert tuple(migration.name for migration in schema.migrations.applied(vault.db)) == schema.known_names()
    assert list(schema.known_names()) == sorted(schema.known_names())
    vault.close()
    assert not places.backups.exists()


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_each_earlier_shape_comes_up_to_date(
    places: Places, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    def more(db: Database) -> None:
        db.execute("CREATE TABLE later (a TEXT) STRICT")

    with monkeypatch.context() as earlier:
        later_version(earlier, *(add_column, more)[:steps])
        vault = open_vault(places)
        Store(vault, clock).people.add(Supporter(name="Ann", note="stays"))
        vault.close()
    later_version(monkeypatch, add_column, more)
    vault = open_vault(places)
    assert vault.db.execute("SELECT name, note, later FROM supporter").fetchall() == [("Ann", "stays", "new")]
    assert vault.db.execute("SELECT count(*) FROM later").fetchone() == (0,)
    assert_sound(vault.db)
    vault.close()
    assert len(list(places.backups.iterdir()) if places.backups.exists() else []) == (steps < 2)


def test_a_copy_is_kept_of_the_file_as_it_was(old: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    before = what_is_in(old.database)
    later_version(monkeypatch, add_column)
    open_vault(old).close()
    [copy] = old.backups.iterdir()
    assert what_is_in(copy) == before
    assert what_is_in(old.database) != before
    if os.name == "posix":
        assert stat.S_IMODE(old.backups.stat().st_mode) == 0o700
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_an_earlier_copy_is_never_written_over(
    old: Places, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later_version(monkeypatch, add_column)
    open_vault(old).close()
    [first] = old.backups.iterdir()
    kept = first.read_bytes()
    shutil.copyfile(file, old.database)
    open_vault(old).close()
    assert len(list(old.backups.iterdir())) == 2
    assert first.read_bytes() == kept


def test_this_app_refuses_what_a_later_one_made(old: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later_version(later, add_column)
        open_vault(old).close()
    before = what_is_in(old.database)
    with pytest.raises(Trouble) as trouble:
        open_vault(old)
    assert trouble.value.code is Code.FILE_NEWER
    assert what_is_in(old.database) == before


def test_two_processes_bring_one_file_up_to_date(old: Places, file: Path) -> None:
    code = """
from supportnet_gui.core.sqlite import Migrations
@schema.migrations(name="9000_later")
def later(db):
    db.execute("ALTER TABLE supporter ADD COLUMN later TEXT")
print("ready", flush=True)
sys.stdin.readline()
open_vault(places).close()
"""
    processes = [start_python(code, old.root) for _ in range(4)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        _, err = process.communicate("go\n", timeout=120)
        assert process.returncode == 0, err
    copies = list(old.backups.iterdir())
    assert copies
    before = what_is_in(file)
    assert any(what_is_in(copy) == before for copy in copies)
    assert len(what_is_in(old.database)["supporter"]) == len(foundation.PEOPLE)


# -- where it fails ----------------------------------------------------------------------------------------------


def add_table(db: Database) -> None:
    db.execute("CREATE TABLE earlier (a TEXT) STRICT")


def bad_statement(db: Database) -> None:
    add_column(db)
    db.execute("INSERT INTO nowhere VALUES (1)")


def bad_python(db: Database) -> None:
    add_column(db)
    raise KeyError("later")


def bad_reference(db: Database) -> None:
    db.execute("INSERT INTO offer (supporter, support) VALUES ('nobody', 'emotional')")


def bad_data(db: Database) -> None:
    db.execute("UPDATE supporter SET id = 'the same'")


def disk_full(db: Database) -> None:
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count={pages + 2}").fetchall()
    db.execute("CREATE TABLE later (a BLOB) STRICT")
    db.execute("INSERT INTO later VALUES (zeroblob(100000))")


@pytest.mark.parametrize(
    ("migration", "code"),
    [
        (bad_statement, Code.MIGRATION_FAILED),
        (bad_python, Code.MIGRATION_FAILED),
        (bad_reference, Code.MIGRATION_FAILED),
        (bad_data, Code.MIGRATION_FAILED),
        (disk_full, Code.DISK_FULL),
    ],
)
@pytest.mark.parametrize("earlier_ones", [(), (add_table,)])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    old: Places,
    monkeypatch: pytest.MonkeyPatch,
    migration: Migration,
    code: Code,
    earlier_ones: tuple[Migration, ...],
) -> None:
    before = what_is_in(old.database)
    with monkeypatch.context() as later:
        later_version(later, *earlier_ones, migration)
        for _ in range(2):
            with pytest.raises(Trouble) as trouble:
                open_vault(old)
            assert trouble.value.code is code
            assert what_is_in(old.database) == before
            assert not any(old.backups.iterdir()), "copies of a file that is as it was pile up"
    open_vault(old).close()


def test_without_a_place_for_the_copy_nothing_is_brought_up_to_date(
    old: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    old.backups.write_text("a file in the folder's place")
    before = what_is_in(old.database)
    later_version(monkeypatch, add_column)
    with pytest.raises(Trouble) as trouble:
        open_vault(old)
    assert trouble.value.code is Code.FOLDER_UNWRITABLE
    assert what_is_in(old.database) == before


def test_a_copy_that_does_not_fit_on_the_disk_stops_the_update(old: Places, file: Path) -> None:
    size = old.database.stat().st_size
    out = (
        run_python(
            """
import resource
@schema.migrations(name="9000_later")
def later(db):
    db.execute("ALTER TABLE supporter ADD COLUMN later TEXT")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    open_vault(places)
except Trouble as trouble:
    print(trouble.code.value, end="")
""",
            old.root,
            size // 2,
        )
        if os.name == "posix"
        else "disk_full"
    )
    assert out == "disk_full"
    assert what_is_in(old.database) == what_is_in(file)
    assert not any(old.backups.iterdir())
