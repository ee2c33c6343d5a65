"""A database of 2,000 people and 200,000 check-ins, made once with plain bulk statements and kept in build/bench/."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from .names import FAMILY, GIVEN, NOTES, ROLES
from .processes import WORK

PEOPLE = 2_000
CHECK_INS = 200_000
NOW = "2026-11-22T12:00:00.000+00:00"
LAST_DAY = date(2026, 11, 22)
DAYS = 10 * 365


def folder() -> Path:
    """The data folder that holds the database, made now if it is not there or was made otherwise."""
    from supportnet_gui.core import schema

    recipe = Path(__file__).read_bytes() + Path(schema.__file__).read_bytes()
    made = WORK / f"large-{hashlib.sha256(recipe).hexdigest()[:12]}"
    if not made.exists():
        for old in WORK.glob("large-*"):
            shutil.rmtree(old)
        beside = WORK / "being-made"
        shutil.rmtree(beside, ignore_errors=True)
        _fill(beside)
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
    check_ins = list(_check_ins(chance))
    connection.executemany(
        "INSERT INTO check_in (id, happened, zone, precision, way, felt, note, created, changed) "
        "VALUES (?, ?, 'Europe/Dublin', 'day', ?, ?, ?, ?, ?)",
        check_ins,
    )
    # Some people are met far more often than others, as in life.
    often = [min(int(chance.expovariate(1 / 250)), PEOPLE - 1) for _ in range(CHECK_INS)]
    connection.executemany(
        "INSERT OR IGNORE INTO check_in_supporter (check_in, supporter) VALUES (?, ?)",
        [(check_in[0], ids[number]) for check_in, number in zip(check_ins, often, strict=True)]
        + [(check_in[0], chance.choice(ids)) for check_in in check_ins if chance.random() < 0.15],
    )
    connection.execute("INSERT INTO setting VALUES ('welcome_done', 'true')")
    connection.execute("COMMIT")
    vault.close()


def _people(ids: list[str], chance: Random) -> Iterator[tuple[str, ...]]:
    for person in ids:
        name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
        circle = chance.choice(("closest", "close", "around", "around", "could_grow"))
        status = chance.choices(("active", "resting", "drifted", "ended", "died"), (88, 4, 4, 2, 2))[0]
        yield person, name, "person", circle, status, _note(chance, 0.5), NOW, NOW


def _check_ins(chance: Random) -> Iterator[tuple[str | None, ...]]:
    # Oldest first, as they are written in life.
    days = sorted(chance.randint(0, DAYS) for _ in range(CHECK_INS))
    for day in days:
        happened = (LAST_DAY - timedelta(days=DAYS - day)).isoformat()
        way = chance.choice(("call", "message", "in_person", "group", None))
        felt = chance.choice(("lighter", "lighter", "same", "heavier", None))
        check_in = str(UUID(int=chance.getrandbits(128), version=4))
        yield check_in, happened, way, felt, _note(chance, 0.6), NOW, NOW


def _note(chance: Random, share: float) -> str:
    if chance.random() > share:
        return ""
    return " ".join(chance.choice(NOTES) for _ in range(chance.randint(1, 3)))
