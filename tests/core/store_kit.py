"""What the tests of the core share: whole-database dumps, hostile text, records by chance, other processes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from supportnet_gui.core.model import (
    Began,
    Channel,
    CheckIn,
    Circle,
    DateKind,
    Felt,
    Kind,
    Meeting,
    Offer,
    Protocol,
    Repeats,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Support,
    Supporter,
    Unit,
    Way,
)
from supportnet_gui.core.sqlite import Database
from supportnet_gui.core.store import CheckInFilter, Store

ROOT = Path(__file__).parent.parent.parent
INDEXES = ("supporter_search", "supporter_role_search", "check_in_search", "reflection_search")
TODAY = date(2026, 11, 22)

# Every field filled, with something else in each.
WHOLE = Supporter(
    name="Aoife Ní Bhriain",
    kind=Kind.PROFESSIONAL,
    circle=Circle.CLOSE,
    map_angle=12.5,
    status=Status.RESTING,
    status_since=date(2026, 10, 1),
    resting_until=date(2026, 12, 1),
    pronouns="she/her",
    helps="listens without fixing",
    helps_not="advice",
    offered="a lift on Thursdays",
    available="evenings",
    not_for="money",
    not_in_crisis=True,
    easy_on_low_day=True,
    hard_moment=2,
    asked_on=date(2026, 9, 30),
    code_word="pineapple",
    rhythm=Rhythm(RhythmMode.OWN, 3, Unit.MONTH, date(2026, 1, 31)),
    source_uid="urn:uuid:1",
    note="met at the choir",
    roles=("doctor", "friend of Máire"),
    offers=(Offer(Support.EMOTIONAL, "any time"), Offer(Support.RELATIONAL)),
    channels=(
        Channel(Protocol.CALL, "+353 (0)87-123 4567", "mobile", True),
        Channel(Protocol.ADDRESS, "1 Main St\nDublin", "home"),
    ),
    dates=(
        SpecialDate(DateKind.BIRTHDAY, None, 2, 29, notice=True),
        SpecialDate(DateKind.REMEMBRANCE, 2001, None, None),
    ),
    meetings=(
        Meeting(Repeats.MONTHLY, weekday=5, nth=-1, at=time(19, 0), zone="Europe/Dublin", place="Town hall"),
        Meeting(Repeats.ONCE, date(2026, 12, 3), at=time(10, 0), note="bring the letter", notice=True),
    ),
)

Dump = dict[str, list[tuple[Any, ...]]]


def dump(db: Database) -> Dump:
    """Every row of every table with its row number, and every word of every search index with its place."""
    names = [
        row[0]
        for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        if "_search" not in row[0] and not row[0].startswith("sqlite_")
    ]
    found: Dump = {}
    for name in names:
        found[name] = db.execute(f"SELECT rowid, * FROM {name} ORDER BY rowid").fetchall()
    for index in _indexes(db):
        db.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_{index} "
            f"USING fts5vocab (main, {index}, instance)"
        )
        found[index] = db.execute(
            f'SELECT * FROM words_of_{index} ORDER BY term, doc, col, "offset"'
        ).fetchall()
    return found


def _indexes(db: Database) -> list[str]:
    """The search indexes there are: a file of an earlier shape has fewer."""
    there = {row[0] for row in db.execute("SELECT name FROM main.sqlite_master").fetchall()}
    return [index for index in INDEXES if index in there]


def content(db: Database) -> Dump:
    """A dump without what undo does not touch: settings, and the notes of what was migrated."""
    return {name: rows for name, rows in dump(db).items() if name not in {"setting", "_sqlite_migrations"}}


def assert_sound(db: Database) -> None:
    """Nothing points nowhere, every page and search index is whole, every copied column is what it copies."""
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for index in _indexes(db):
        # Rank 1 compares the index with the table it is about.
        db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    wrong_copies = db.execute(
        """SELECT p.check_in FROM check_in_supporter AS p JOIN check_in AS c ON c.id = p.check_in
        WHERE p.happened IS NOT c.happened OR p.felt IS NOT c.felt OR p.trashed <> (c.trashed_at IS NOT NULL)"""
    ).fetchall()
    assert wrong_copies == []
    assert not db.conn.in_transaction


def kept(text: str) -> str:
    """What the database can hold of a text: everything but NUL and halves of surrogate pairs."""
    return "".join(c for c in text if c != "\0" and not 0xD800 <= ord(c) <= 0xDFFF)


def everyone(store: Store) -> list[str]:
    """Ids of all entries, trash included, oldest first."""
    return [row[0] for row in store.db.execute("SELECT id FROM supporter ORDER BY seq").fetchall()]


def all_check_ins(store: Store) -> list[str]:
    return [row[0] for row in store.db.execute("SELECT id FROM check_in ORDER BY seq").fetchall()]


def found(store: Store, limit: int = 99, **wanted: Any) -> list[str]:
    """Ids of the check-ins of a page of the timeline."""
    return [entry.check_in.id for entry in store.check_ins.page(CheckInFilter(**wanted), limit)]


HOSTILE = (
    "",
    " ",
    "\0",
    "a\0b",
    "\U0001f98a" * 3,
    "\U0001f469\u200d\U0001f467 family",
    "\u202eevil\u202c",
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
    "\u0645\u0631\u062d\u0628\u0627",
    "Ame\u0301lie",
    "\u0301\u0302",
    "<b>bold</b> <img src='file:///etc/passwd'>",
    "Robert'); DROP TABLE supporter;--",
    "'\"`;\\",
    '" OR *',
    "NEAR(a b, 5)",
    "name:x* AND NOT ^y",
    "50% _under_ 100%",
    "line one\r\nline two\ttab",
    "\ud800 half",
    "\ufeffmark",
    "\u5c71\u7530\u592a\u90ce",
    "nan",
    "1e999",
)
long_texts = st.sampled_from("xé🦊").map(lambda c: c * 10_000)
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), long_texts)
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
"""For a property over one store that all its examples fill."""

hostile_names = texts.filter(lambda text: any(c.isalnum() for c in text))

some_days = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
past_days = st.dates(date(2026, 1, 1), date(2026, 11, 21))
minutes = st.one_of(st.none(), st.times().map(lambda t: time(t.hour, t.minute)))
supports = st.frozensets(st.sampled_from(Support))
offers = supports.flatmap(
    lambda kinds: st.tuples(*(st.builds(Offer, st.just(kind), texts) for kind in Support if kind in kinds))
)
channels = st.builds(
    Channel,
    st.sampled_from(Protocol),
    st.one_of(texts, st.sampled_from(("+353 87 123 4567", "a@example.org", "087 123"))),
    texts,
    st.booleans(),
)
special_dates = st.builds(
    SpecialDate,
    st.sampled_from(DateKind),
    st.one_of(st.none(), st.integers(1, 9999)),
    st.one_of(st.none(), st.integers(1, 12)),
    st.one_of(st.none(), st.integers(1, 31)),
    st.booleans(),
)
zones = st.sampled_from(("", "Europe/Dublin", "Asia/Tokyo"))
meetings = st.sampled_from(Repeats).flatmap(
    lambda repeats: st.builds(
        Meeting,
        st.just(repeats),
        on=st.dates() if repeats is Repeats.ONCE else st.none(),
        weekday=st.none() if repeats is Repeats.ONCE else st.integers(1, 7),
        nth=st.sampled_from((1, 2, 3, 4, -1)) if repeats is Repeats.MONTHLY else st.none(),
        at=minutes,
        zone=zones,
        place=texts,
        note=texts,
        notice=st.booleans(),
    )
)
rhythms = st.builds(
    Rhythm, st.sampled_from(RhythmMode), st.integers(1, 999), st.sampled_from(Unit), some_days
)


def supporters(names: st.SearchStrategy[str] = hostile_names) -> st.SearchStrategy[Supporter]:
    """Any supporter that may be kept."""
    return st.builds(
        Supporter,
        name=names,
        kind=st.sampled_from(Kind),
        circle=st.sampled_from(Circle),
        map_angle=st.one_of(st.none(), st.floats(0, 360)),
        status=st.sampled_from(Status),
        status_since=some_days,
        resting_until=some_days,
        pronouns=texts,
        helps=texts,
        helps_not=texts,
        offered=texts,
        available=texts,
        not_for=texts,
        not_in_crisis=st.booleans(),
        easy_on_low_day=st.booleans(),
        hard_moment=st.one_of(st.none(), st.integers(1, 9)),
        asked_on=some_days,
        code_word=texts,
        rhythm=rhythms,
        source_uid=st.one_of(st.just(""), st.uuids().map(str)),
        note=texts,
        roles=st.lists(texts, max_size=3).map(tuple),
        offers=offers,
        channels=st.lists(channels, max_size=3).map(tuple),
        dates=st.lists(special_dates, max_size=2).map(tuple),
        meetings=st.lists(meetings, max_size=2).map(tuple),
    )


def check_ins(people: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[CheckIn]:
    """Any check-in with the given people that may be kept."""
    return st.builds(
        CheckIn,
        people=people,
        on=past_days,
        at=minutes,
        zone=zones,
        way=st.one_of(st.none(), st.sampled_from(Way)),
        began=st.one_of(st.none(), st.sampled_from(Began)),
        answered=st.one_of(st.none(), st.booleans()),
        support=supports.map(tuple),
        gave_support=st.one_of(st.none(), st.booleans()),
        felt=st.one_of(st.none(), st.sampled_from(Felt)),
        note=texts,
        next_note=texts,
    )


PRELUDE = """
import os, signal, sys
from datetime import date, datetime, UTC
from pathlib import Path
from supportnet_gui.clock import FixedClock
from supportnet_gui.core import schema
from supportnet_gui.core.model import CheckIn, Supporter
from supportnet_gui.core.paths import Places
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.core.store import CheckInFilter, Store
from supportnet_gui.core.trouble import Trouble
from supportnet_gui.core.vault import open_vault
clock = FixedClock(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
places = Places(Path(sys.argv[1]))
"""
# Root may write anywhere, so what a person may not do is tried as somebody else.
BECOME_NOBODY = """
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
"""


def start_python(code: str, *args: object) -> subprocess.Popen[str]:
    """Another process with the core imported; its first argument is its data folder."""
    return subprocess.Popen(
        [sys.executable, "-c", PRELUDE + code, *map(str, args)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def run_python(code: str, *args: object, returns: int = 0) -> str:
    """What another process prints; it has to end with `returns`."""
    process = start_python(code, *args)
    out, err = process.communicate(timeout=120)
    assert process.returncode == returns, err
    return out
