"""A database of 2,000 people and 200,000 check-ins, made once with plain bulk statements and kept in build/bench/.

Another one beside it has ten times the check-ins with the same people.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from .names import FAMILY, GIVEN, NOTES, ROLES
from .processes import WORK

PEOPLE = 2_000
CHECK_INS = 200_000
NOW = "2026-11-22T12:00:00.000+00:00"
LAST_DAY = date(2026, 11, 22)
DAYS = 10 * 365
SHOWN_BEFORE = 500
"""Reminders, every fourth day one."""


def folder() -> Path:
    """The data folder that holds the database, made now if it is not there or was made otherwise."""
    return _kept("large", _fill)


def folder_of_ten_times() -> Path:
    """The data folder of the database with ten times the check-ins. It takes a minute and 1.2 GB when it is made."""
    large = folder()

    def multiply(where: Path) -> None:
        shutil.copytree(large, where)
        _multiply(where)

    return _kept("ten-times-large", multiply)


def _kept(name: str, make: Callable[[Path], None]) -> Path:
    from supportnet_gui.core import schema

    recipe = Path(__file__).read_bytes() + Path(schema.__file__).read_bytes()
    made = WORK / f"{name}-{hashlib.sha256(recipe).hexdigest()[:12]}"
    if not made.exists():
        for old in WORK.glob(f"{name}-*"):
            shutil.rmtree(old)
        beside = WORK / "being-made"
        shutil.rmtree(beside, ignore_errors=True)
        make(beside)
        beside.rename(made)
    return made


def _fill(where: Path) -> None:
    from supportnet_gui.core.paths import places
    from supportnet_gui.core.vault import open_vault

    vault = open_vault(places(where))
    connection = vault.db.conn
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN IMMEDIATE")
    chance = Random(7)
    ids = [str(UUID(int=chance.getrandbits(128), version=4)) for _ in range(PEOPLE)]
    people = list(_people(ids, chance))
    connection.executemany(
        "INSERT INTO supporter (id, name, kind, circle, status, note, created, changed) VALUES (?,?,?,?,?,?,?,?)",
        people,
    )
    connection.executemany(
        "INSERT INTO supporter_role (supporter, role) VALUES (?, ?)",
        [(person, chance.choice(ROLES)) for person in ids for _ in range(chance.randint(0, 2))],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO offer (supporter, support) VALUES (?, ?)",
        [
            (person, chance.choice(("emotional", "practical", "relational")))
            for person in ids
            for _ in range(chance.randint(0, 3))
        ],
    )
    connection.executemany(
        "INSERT INTO channel (supporter, protocol, value) VALUES (?, 'call', ?)",
        [(person, f"01632 {chance.randint(960000, 960999)}") for person in ids],
    )
    connection.executemany(
        "INSERT INTO special_date (supporter, kind, month, day) VALUES (?, 'birthday', ?, ?)",
        [(person, chance.randint(1, 12), chance.randint(1, 28)) for person in ids if chance.random() < 0.5],
    )
    connection.executemany(
        "INSERT INTO meeting (supporter, repeats, weekday) VALUES (?, 'weekly', ?)",
        [(person, chance.randint(1, 7)) for person in ids if chance.random() < 0.02],
    )
    check_ins = list(_check_ins(chance))
    connection.executemany(
        "INSERT INTO check_in (id, happened, zone, precision, way, felt, answered, note, created, changed) "
        "VALUES (?, ?, 'Europe/Dublin', 'day', ?, ?, ?, ?, ?, ?)",
        check_ins,
    )
    # Some people are met far more often than others, as in life.
    often = [min(int(chance.expovariate(1 / 250)), PEOPLE - 1) for _ in range(CHECK_INS)]
    connection.executemany(
        "INSERT OR IGNORE INTO check_in_supporter (check_in, supporter) VALUES (?, ?)",
        [(check_in[0], ids[number]) for check_in, number in zip(check_ins, often, strict=True)]
        + [(check_in[0], chance.choice(ids)) for check_in in check_ins if chance.random() < 0.15],
    )
    _reminders(connection, ids)
    connection.execute("INSERT INTO setting VALUES ('welcome_done', 'true')")
    connection.execute("COMMIT")
    vault.close()


def _reminders(connection: Any, ids: list[str]) -> None:
    """A rhythm for everyone, notices of birthdays, and what was shown over the years, most of it answered."""
    connection.execute(
        """UPDATE supporter SET rhythm_mode = 'own', rhythm_every = 1 + seq % 9, rhythm_began = '2020-01-31',
        rhythm_unit = CASE seq % 3 WHEN 0 THEN 'day' WHEN 1 THEN 'week' ELSE 'month' END"""
    )
    connection.execute("UPDATE special_date SET notice = 1")
    connection.executemany(
        """INSERT INTO nudge (id, supporter, kind, day, for_day, shown, how, answer)
        VALUES (?, ?, 'rhythm', ?, ?, ?, 'today', ?)""",
        [
            (
                f"n{number}",
                ids[number],
                day,
                day,
                f"{day}T11:00:00.000+00:00",
                (None, "later", "skip")[number % 3],
            )
            for number in range(SHOWN_BEFORE)
            if (day := (LAST_DAY - timedelta(days=4 * number + 8)).isoformat())
        ],
    )


def _people(ids: list[str], chance: Random) -> Iterator[tuple[str, ...]]:
    for person in ids:
        name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
        circle = chance.choice(("closest", "close", "around", "around", "could_grow"))
        status = chance.choices(("active", "resting", "drifted", "ended", "died"), (88, 4, 4, 2, 2))[0]
        yield person, name, "person", circle, status, _note(chance, 0.5), NOW, NOW


def _multiply(where: Path) -> None:
    """Nine more of each check-in, on the days before, without its note. Indexes and triggers come afterwards."""
    from supportnet_gui.core.paths import places
    from supportnet_gui.core.vault import open_vault

    vault = open_vault(places(where))
    connection = vault.db.conn
    for pragma in ("synchronous=OFF", "cache_size=-400000", "foreign_keys=OFF"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    later = []
    for kind in ("index", "trigger"):
        for name, statement in connection.execute(
            """SELECT name, sql FROM sqlite_master
            WHERE type = ? AND tbl_name IN ('check_in', 'check_in_supporter') AND sql IS NOT NULL""",
            [kind],
        ).fetchall():
            later.append(statement)
            connection.execute(f"DROP {kind} {name}")
    for table, columns, values in (
        (
            "check_in",
            "id, happened, zone, precision, way, felt, answered, created, changed",
            "id || n, date(happened, -n || ' days'), zone, precision, way, felt, answered, created, changed",
        ),
        (
            "check_in_supporter",
            "check_in, supporter, happened, felt, trashed",
            "check_in || n, supporter, date(happened, -n || ' days'), felt, trashed",
        ),
    ):
        connection.execute(
            f"""INSERT INTO {table} ({columns}) SELECT {values}
            FROM (SELECT value AS n FROM json_each('[9, 8, 7, 6, 5, 4, 3, 2, 1]')), {table}"""
        )
    for statement in later:
        connection.execute(statement)
    connection.execute("COMMIT")
    vault.close()


def _check_ins(chance: Random) -> Iterator[tuple[str | int | None, ...]]:
    # Oldest first, as they are written in life.
    days = sorted(chance.randint(0, DAYS) for _ in range(CHECK_INS))
    for day in days:
        happened = (LAST_DAY - timedelta(days=DAYS - day)).isoformat()
        way = chance.choice(("call", "message", "in_person", "group", None))
        felt = chance.choice(("lighter", "lighter", "same", "heavier", None))
        check_in = str(UUID(int=chance.getrandbits(128), version=4))
        answered = chance.choices((None, 1, 0), (70, 20, 10))[0]
        yield check_in, happened, way, felt, answered, _note(chance, 0.6), NOW, NOW


def _note(chance: Random, share: float) -> str:
    if chance.random() > share:
        return ""
    return " ".join(chance.choice(NOTES) for _ in range(chance.randint(1, 3)))
