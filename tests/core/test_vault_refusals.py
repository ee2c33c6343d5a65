"""Files and places that cannot be used are refused, and stay as they are."""

from __future__ import annotations

import hashlib
import os
import shutil
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
from supportnet_gui.core.vault import open_vault
from tests.core.store_kit import BECOME_NOBODY, TODAY, assert_sound, run_python

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of the POSIX kind")


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
