"""Bringing in many people at once: all or nothing, one step to undo, the same card never twice."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from ..model import Change, Channel, Done, SpecialDate, Supporter
from ..sqlite import Error
from ..trouble import Code, Trouble
from . import rows, undo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .store import Store

BATCH = 50
"""People written between two reports, so that a window can breathe in between."""
ON_DISK = -1
"""The last report of bringing in: it is written for good, and can no longer be called off."""
PAGE = 500
"""People read at once, for the same reason."""
_SPREAD_OUT = {"wal_autocheckpoint": 0, "cache_size": -4096}
"""A small cache (KiB) is written out along the way, and the next small change folds the log into the file:
else the commit at the end would be one long wait."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What somebody kept lacks. It is added to what is there and never takes its place."""

    supporter_id: str
    name: str
    channels: tuple[Channel, ...] = ()
    dates: tuple[SpecialDate, ...] = ()
    note: str = ""
    source_uid: str = ""
    photo: bytes | None = None

    def and_also(self, more: Addition) -> Addition:
        """Both additions as one; `more` holds what is still missing after this one."""
        return replace(
            self,
            channels=self.channels + more.channels,
            dates=self.dates + more.dates,
            note=self.note or more.note,
            source_uid=self.source_uid or more.source_uid,
            photo=self.photo if self.photo is not None else more.photo,
        )


class ImportStore:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    def known_uids(self) -> dict[str, str]:
        """Supporter ids by the address-book UID they came from, those in the trash too."""
        found = self._db.execute(
            "SELECT source_uid, id FROM supporter WHERE source_uid <> '' ORDER BY trashed_at IS NULL"
        ).fetchall()
        # Who was merged came from more than one card: one UID a line.
        return {uid: row[1] for row in found for uid in row[0].split("\n")}

    def reach_index(self) -> Iterator[tuple[str, str, str, str]]:
        """(supporter id, name, protocol, value) of everyone not in the trash, to find likely duplicates.

        Someone with no way to reach them comes once, with an empty value. Read a page at a time.
        """
        after = 0
        while True:
            found = self._db.execute(
                """SELECT s.seq, s.id, s.name, coalesce(c.protocol, ''), coalesce(c.value, '')
                FROM (SELECT seq, id, name FROM supporter WHERE seq > ? AND trashed_at IS NULL
                    ORDER BY seq LIMIT ?) AS s
                LEFT JOIN channel AS c ON c.supporter = s.id ORDER BY s.seq, c.seq""",
                [after, PAGE],
            ).fetchall()
            if not found:
                return
            for row in found:
                yield row[1], row[2], row[3], row[4]
            after = found[-1][0]

    def gaps(self, supporter_id: str) -> tuple[bool, bool, frozenset[str]]:
        """Whether somebody has no note, no photo, and of which kinds there are dates."""
        note, photo, kinds = self._db.conn.execute(
            """SELECT trim(note) = '', NOT EXISTS (SELECT 1 FROM supporter_photo WHERE supporter = s.id),
            (SELECT group_concat(kind) FROM special_date WHERE supporter = s.id)
            FROM supporter AS s WHERE id = ?""",
            [supporter_id],
        ).fetchone()
        return bool(note), bool(photo), frozenset((kinds or "").split(","))

    def answered(self) -> set[tuple[str, str]]:
        """Pairs (supporter id, other's id or card UID) known to be different people."""
        return {
            (row[0], row[1])
            for row in self._db.execute("SELECT supporter, other FROM not_duplicate").fetchall()
        }

    def bring_in(
        self,
        newcomers: Sequence[tuple[Supporter, bytes | None]],
        not_same: Sequence[tuple[str, str]] = (),
        ids: list[str] | None = None,
        additions: Sequence[Addition] = (),
    ) -> Iterator[int]:
        """Keep many people with their photos, in one transaction; yields how many are written so far.

        The last report is `ON_DISK`; the listeners hear of it after that. Closing the iterator earlier, or any
        failure, leaves everything as it was. `not_same` holds pairs for `not_duplicate`; `additions` go to
        people kept already. The new ids are appended to `ids`. Raises Trouble where the file cannot be written,
        NAME_EMPTY where somebody new has no name, NOT_THERE where somebody to add to is gone.
        """
        names = tuple(rows.one_line(one.name) for one, _ in newcomers) + tuple(one.name for one in additions)
        if not all(names[: len(newcomers)]):
            raise Trouble(Code.NAME_EMPTY)
        change = Change.ADDED_MANY if len(names) > 1 else Change.ADDED if newcomers else Change.EDITED
        done = Done(change, names[:3], len(names))
        with self._spread_out(), self._store.action(done, announce=False) as undoing:
            for start in range(0, len(newcomers), BATCH):
                made = self._insert(newcomers[start : start + BATCH])
                if ids is not None:
                    ids.extend(made)
                undoing.append(undo.collect(self._db))
                yield start + len(made)
            for number, addition in enumerate(additions, len(newcomers) + 1):
                self._complete(addition)
                if number % BATCH == 0:
                    yield number
            self._db.conn.executemany("INSERT OR IGNORE INTO not_duplicate VALUES (?, ?)", not_same)
        try:
            yield ON_DISK
        finally:
            if any(undoing):
                self._store.announce(done)

    @contextmanager
    def _spread_out(self) -> Iterator[None]:
        usual = {name: self._db.execute(f"PRAGMA {name}").fetchone()[0] for name in _SPREAD_OUT}
        try:
            for name, value in _SPREAD_OUT.items():
                self._db.execute(f"PRAGMA {name}={value}").fetchall()
            yield
        finally:
            with suppress(Error):  # The file may be closed by now: a window can be closed in the middle.
                for name, value in usual.items():
                    self._db.execute(f"PRAGMA {name}={value}").fetchall()

    def _complete(self, more: Addition) -> None:
        """Add what somebody kept lacks. What was filled in meanwhile stays."""
        run = self._db.conn.execute
        touched = run(
            """UPDATE supporter SET changed = ?, note = CASE WHEN trim(note) = '' THEN ? ELSE note END,
            source_uid = CASE WHEN source_uid = '' THEN ? ELSE source_uid END WHERE id = ?""",
            [
                self._store.clock.utc_text(),
                rows.kept(more.note),
                rows.kept(more.source_uid),
                more.supporter_id,
            ],
        )
        if touched.rowcount != 1:
            raise Trouble(Code.NOT_THERE)
        lacking = Supporter(name=more.name, channels=more.channels, dates=more.dates)
        self._insert_parts([(more.supporter_id, lacking)])
        if more.photo is not None:
            run("INSERT OR IGNORE INTO supporter_photo VALUES (?, ?)", [more.supporter_id, more.photo])

    def _insert(self, newcomers: Sequence[tuple[Supporter, bytes | None]]) -> list[str]:
        """Plain bulk statements: an address book may hold ten thousand cards."""
        now = self._store.clock.utc_text()
        ids = [one.id or str(uuid4()) for one, _ in newcomers]
        whole = [
            {"id": new_id, **rows.supporter_columns(one), "created": now, "changed": now}
            for new_id, (one, _) in zip(ids, newcomers, strict=True)
        ]
        run = self._db.conn.executemany
        run(
            f"INSERT INTO supporter ({', '.join(whole[0])}) VALUES ({', '.join('?' for _ in whole[0])})",
            [tuple(row.values()) for row in whole],
        )
        pairs = list(zip(ids, newcomers, strict=True))
        self._insert_parts([(i, one) for i, (one, _) in pairs])
        run(
            "INSERT INTO supporter_photo VALUES (?, ?)",
            [(i, image) for i, (_, image) in pairs if image is not None],
        )
        run(
            "INSERT INTO supporter_history (supporter, since, circle, status, offers) VALUES (?, ?, ?, ?, ?)",
            [
                (i, now, one.circle, one.status, ",".join(sorted(offer.support for offer in one.offers)))
                for i, (one, _) in pairs
            ],
        )
        return ids

    def _insert_parts(self, people: Sequence[tuple[str, Supporter]]) -> None:
        """The lists of people, by their ids."""
        parts = [(i, rows.parts(one)) for i, one in people]
        for table, names in rows.PARTS.items():
            self._db.conn.executemany(
                f"INSERT INTO {table} (supporter, {', '.join(names)}) VALUES (?{', ?' * len(names)})",
                [(i, *values) for i, lists in parts for values in lists[table]],
            )
