"""A full disk changes nothing that was kept, and the next action works."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from supportnet_gui.core.model import CheckIn, Supporter
from supportnet_gui.core.paths import Places
from supportnet_gui.core.store import Store
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.vault import open_vault
from tests.core.store_kit import TODAY, assert_sound, content, dump, run_python

BIG = "m" * 100_000
Act = Callable[[Store, str, str], None]


def add(store: Store, _ann: str, _tea: str) -> None:
    store.people.add(Supporter(name="Ben", note=BIG))


def add_many(store: Store, _ann: str, _tea: str) -> None:
    store.people.add_many([Supporter(name="Ben", note=BIG)] * 3)


def save(store: Store, ann: str, _tea: str) -> None:
    store.people.save(Supporter(name="Ann", id=ann, note=BIG))


def set_photo(store: Store, ann: str, _tea: str) -> None:
    store.people.set_photo(ann, b"x" * 200_000)


def log(store: Store, ann: str, _tea: str) -> None:
    store.check_ins.log(CheckIn((ann,), TODAY, note=BIG))


def edit_check_in(store: Store, ann: str, tea: str) -> None:
    store.check_ins.save(CheckIn((ann,), TODAY, id=tea, note=BIG, next_note=BIG))


def bring_in(store: Store, _ann: str, _tea: str) -> None:
    list(store.imports.bring_in([(Supporter(name=f"Card {n}", note=BIG), None) for n in range(60)]))


@pytest.fixture
def ann(store: Store) -> str:
    return store.people.add(Supporter(name="Ann", note="n" * 500))


@pytest.fixture
def tea(store: Store, ann: str) -> str:
    return store.check_ins.log(CheckIn((ann,), TODAY, note="tea"))


@pytest.mark.parametrize("action", [add, add_many, save, set_photo, log, edit_check_in, bring_in])
@pytest.mark.parametrize("free_pages", [0, 1, 7, 20])
def test_a_full_disk_changes_nothing(store: Store, ann: str, tea: str, action: Act, free_pages: int) -> None:
    heard: list[object] = []
    store.listeners.append(heard.append)
    before, step = dump(store.db), store.can_undo
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count={pages + free_pages}").fetchall()
    with pytest.raises(Trouble) as trouble:
        action(store, ann, tea)
    assert trouble.value.code is Code.DISK_FULL
    assert trouble.value.path == str(store.vault.places.database)
    assert (dump(store.db), store.can_undo, heard) == (before, step, [])
    assert_sound(store.db)
    store.db.execute("PRAGMA max_page_count=1000000000").fetchall()
    action(store, ann, tea)
    store.undo()
    assert dump(store.db) == before


def test_a_full_disk_stops_undo_and_redo_and_both_work_later(store: Store, ann: str) -> None:
    def fill_up() -> None:
        pages = store.db.execute("PRAGMA page_count").fetchone()[0]
        store.db.execute(f"PRAGMA max_page_count={pages}").fetchall()

    def make_room() -> None:
        store.db.execute("PRAGMA max_page_count=1000000000").fetchall()

    store.people.save(Supporter(name="Ann", id=ann, note=BIG))
    long = content(store.db)
    store.people.save(Supporter(name="Ann", id=ann))
    short = content(store.db)
    # What the long note held is free; use it up, so that it has to grow again.
    store.db.execute("CREATE TABLE filler (a BLOB)")
    while store.db.execute("PRAGMA freelist_count").fetchone()[0]:
        store.db.execute("INSERT INTO filler VALUES (zeroblob(4000))")
    del short["supporter_history"], long["supporter_history"]

    def now_is() -> object:
        found = content(store.db)
        del found["filler"], found["supporter_history"]
        return found

    fill_up()
    with pytest.raises(Trouble) as trouble:
        store.undo()
    assert trouble.value.code is Code.DISK_FULL
    assert now_is() == short
    make_room()
    store.undo()
    assert now_is() == long
    store.redo()
    assert now_is() == short


@pytest.mark.skipif(os.name != "posix", reason="no limits on file sizes here")
def test_a_disk_that_fills_up_at_any_byte_loses_nothing(places: Places) -> None:
    """Writes that fail halfway, by a limit on the size of files."""
    out = run_python(
        """
import resource
def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
store = Store(open_vault(places), clock)
log = places.root / "supportnet.db-wal"
store.people.add(Supporter(name="Ann"))
failed = kept = 1
for extra in range(0, 130_000, 1_500):
    limit(log.stat().st_size + extra)
    try:
        store.people.add(Supporter(name=f"Ben {extra}", note="n " * 20_000))
        kept += 1
    except Trouble as trouble:
        assert trouble.code.value == "disk_full", trouble
        failed += 1
    limit(resource.RLIM_INFINITY)
    assert store.people.count() == kept, (store.people.count(), kept)
    assert not store.db.conn.in_transaction
assert failed > 20 and kept > 20, (failed, kept)
store.people.add(Supporter(name="last"))
store.close()
store = Store(open_vault(places), clock)
assert store.people.count() == kept + 1
assert store.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
print("ok", end="")
""",
        places.root,
    )
    assert out == "ok"


@pytest.mark.skipif(os.name != "posix", reason="no limits on file sizes here")
def test_a_disk_that_is_full_at_the_first_start_can_be_tried_again(tmp_path: Path) -> None:
    out = run_python(
        """
import resource
codes = set()
for size in [*range(0, 9_000, 500), *range(10_000, 600_000, 20_000)]:
    places = Places(Path(sys.argv[1]) / str(size))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        open_vault(places).close()
        codes.add("opened")
    except Trouble as trouble:
        codes.add(trouble.code.value)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store = Store(open_vault(places), clock)
    store.people.add(Supporter(name="Ann"))
    store.close()
print(*sorted(codes), end="")
""",
        tmp_path,
    )
    assert out == "disk_full opened"


def test_a_purge_that_cannot_fold_its_log_is_a_purge(store: Store, ann: str) -> None:
    reader = open_vault(store.vault.places)
    reader.db.execute("BEGIN")
    reader.db.execute("SELECT count(*) FROM supporter").fetchall()
    store.db.execute("PRAGMA busy_timeout=50").fetchall()
    store.people.purge([ann])
    assert store.people.get(ann) is None
    reader.close()
