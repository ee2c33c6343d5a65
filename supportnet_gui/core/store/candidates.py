"""Whom Today could suggest, kept at hand: reading 2,000 people and the newest of 200,000 check-ins takes 0.1 s.

Kept is what was noted, not an answer made of it. Temporary triggers note about whom anything changes on this
connection, and only they are read again; where another process wrote, everyone is. Undo notes its changes in
the same way.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from .. import evidence
from ..candidate import NO_RHYTHM, Candidate
from ..evidence import NO_CONTACTS, Contacts
from ..model import Rhythm, RhythmMode, Unit
from . import rows

if TYPE_CHECKING:
    from collections.abc import Collection, Generator

    from ..sqlite import Database

_TRIES_LOOKED_AT = 4
"""Two that count, and room for what else happened on their day."""

_SLICE = 100
"""People read at once where a window waits: 5 ms."""

_READ = f"""SELECT s.id, s.kind, s.circle, s.status, s.resting_until, s.code_word <> '', s.easy_on_low_day, s.offered,
    (SELECT group_concat(support) FROM offer WHERE supporter = s.id),
    (SELECT group_concat(protocol) FROM channel WHERE supporter = s.id),
    (SELECT max(until) FROM put_off WHERE supporter = s.id),
    (SELECT group_concat(day || is_try, ' ' ORDER BY day DESC, noted DESC) FROM (
        SELECT substr(k.happened, 1, 10) AS day, k.rowid AS noted, c.answered IS 0 AND c.began IS NOT 'them' AS is_try
        FROM check_in_supporter AS k JOIN check_in AS c ON c.id = k.check_in
        WHERE k.supporter = s.id AND k.trashed = 0 ORDER BY k.happened DESC LIMIT {_TRIES_LOOKED_AT})),
    (SELECT group_concat(day || letter, ' ' ORDER BY day) FROM (
        SELECT substr(happened, 1, 10) AS day, coalesce(substr(felt, 1, 1), '{evidence.NOT_NOTED}') AS letter
        FROM check_in_supporter WHERE supporter = s.id AND trashed = 0 ORDER BY happened DESC LIMIT {evidence.MOST})),
    s.rhythm_mode, s.rhythm_every, s.rhythm_unit, coalesce(s.rhythm_began, substr(s.created, 1, 10))
    FROM supporter AS s
    WHERE s.trashed_at IS NULL AND s.archived_at IS NULL AND s.status IN ('active', 'resting')"""
"""Those in the lists whom `suggestions.may_be_named` could name at all; the contacts of each as text."""

_OF_SOMEBODY = ("offer", "channel", "put_off", "meeting", "special_date", "check_in_supporter")
"""The tables with a column `supporter` that a candidate is made of. Whatever else is read belongs in `_WATCH` too."""

_NOTE = "BEGIN INSERT INTO changed_people SELECT {} EXCEPT SELECT id FROM changed_people; END"


def _trigger(name: str, event: str, who: str) -> str:
    return f"CREATE TEMP TRIGGER IF NOT EXISTS changed_{name} AFTER {event} {_NOTE.format(who)}"


_WATCH = (
    "CREATE TEMP TABLE IF NOT EXISTS changed_people (id TEXT PRIMARY KEY)",
    *(
        _trigger(f"{table}_{name}", f"{event} ON main.{table}", f"{row}.{column}")
        for table, column in (("supporter", "id"), *((table, "supporter") for table in _OF_SOMEBODY))
        for name, event, row in (
            ("in", "INSERT", "NEW"),
            ("out", "DELETE", "OLD"),
            # A merge hands rows on from one to another: both have changed.
            ("from", "UPDATE", "OLD"),
            ("to", "UPDATE", "NEW"),
        )
    ),
    # The day, the feeling and the trash mark are copied to check_in_supporter, which is watched.
    _trigger(
        "answer",
        "UPDATE OF answered, began ON main.check_in",
        "supporter FROM check_in_supporter WHERE check_in = NEW.id",
    ),
)


class Candidates:
    """Reads them, and reads again no more than it has to."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._kept: dict[str, Candidate] | None = None
        self.version = 0

    def all(self) -> Collection[Candidate]:
        """Everyone as they are now, in no order. Not to be changed."""
        if self._db.conn.in_transaction:
            # What is halfway through may yet be taken back, and the notes of who changed with it.
            return self._read().values()
        version = self.version_now()
        if self._kept is None or version != self.version:
            self._watch()
            self._kept, self.version = self._read(), version
        else:
            self._read_again(self._kept)
        return self._kept.values()

    def warm(self) -> Generator[tuple[int, int], None, None]:
        """Read everyone in slices, before they are asked for: yields (read, to be read)."""
        if self._kept is not None:
            return
        version = self.version_now()
        self._watch()
        ids = [row[0] for row in self._db.execute("SELECT id FROM supporter").fetchall()]
        kept: dict[str, Candidate] = {}
        for start in range(0, len(ids), _SLICE):
            kept.update(self._read(ids[start : start + _SLICE]))
            yield start, len(ids)
        # Who was added or changed meanwhile on this connection is noted, and read again by `all`.
        if self._kept is None and version == self.version_now():
            self._kept, self.version = kept, version

    def version_now(self) -> int:
        """A number that changes when another process writes. Kept is what was read at `version`."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _watch(self) -> None:
        for statement in _WATCH:
            self._db.execute(statement)
        self._forget_changes()

    def _read_again(self, kept: dict[str, Candidate]) -> None:
        changed = [row[0] for row in self._db.execute("SELECT id FROM changed_people").fetchall()]
        if changed:
            for who in changed:
                kept.pop(who, None)
            kept.update(self._read(changed))
            self._forget_changes()

    def _forget_changes(self) -> None:
        self._db.execute("DELETE FROM changed_people")

    def _read(self, ids: list[str] | None = None) -> dict[str, Candidate]:
        """Everyone, or those of the given ids who are candidates."""
        where, values = (
            ("", []) if ids is None else ("AND {} IN (SELECT value FROM json_each(?))", [json.dumps(ids)])
        )
        meetings: dict[str, tuple[Any, ...]] = defaultdict(tuple)
        for row in self._db.query(
            f"SELECT * FROM meeting WHERE true {where.format('supporter')} ORDER BY seq", values
        ):
            meetings[row["supporter"]] += (rows.meeting_from(row),)
        dates: dict[str, tuple[Any, ...]] = defaultdict(tuple)
        for row in self._db.query(
            f"SELECT * FROM special_date WHERE notice = 1 {where.format('supporter')} ORDER BY seq", values
        ):
            dates[row["supporter"]] += (rows.special_date_from(row),)
        birthdays: dict[str, tuple[Any, ...]] = defaultdict(tuple)
        for who, *month_and_day in self._db.execute(
            f"""SELECT supporter, month, day FROM special_date WHERE kind = 'birthday' AND month IS NOT NULL
            AND day IS NOT NULL {where.format("supporter")}""",
            values,
        ).fetchall():
            birthdays[who] += (tuple(month_and_day),)
        return {
            who: Candidate._make(
                (
                    who,
                    *row,
                    *_contacts(newest, older),
                    meetings.get(who, ()),
                    birthdays.get(who, ()),
                    _rhythm(mode, every, unit, began),
                    dates.get(who, ()),
                )
            )
            for who, *row, newest, older, mode, every, unit, began in self._db.execute(
                f"{_READ} {where.format('s.id')}", values
            ).fetchall()
        }


def _rhythm(mode: str, every: int, unit: str, began: str) -> Rhythm:
    if mode == RhythmMode.NONE:
        return NO_RHYTHM
    return Rhythm(RhythmMode(mode), every, Unit(unit), date.fromisoformat(began))


def _contacts(newest: str | None, contacts: str | None) -> tuple[str | None, Contacts]:
    """Until when to be quiet, and the contacts: from "2026-11-22l 2026-11-23-", a day and a letter each."""
    if newest is None or contacts is None:
        return None, NO_CONTACTS
    quiet = evidence.quiet_until(
        [(date.fromisoformat(entry[:10]), entry[10:] == "1") for entry in newest.split()]
    )
    entries = contacts.split()
    days = tuple(date.fromisoformat(entry[:10]).toordinal() for entry in entries)
    return quiet.isoformat() if quiet else None, Contacts(days, "".join(entry[10:] for entry in entries))
