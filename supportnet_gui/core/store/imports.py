"""Bringing in many people at once: all or nothing, one step to undo, the same card never twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from ..model import Change, Done, Supporter
from . import rows

if TYPE_CHECKING:
    from .store import Store

BATCH = 50
"""People written between two reports, so that a window can breathe in between."""


class ImportStore:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    def known_uids(self) -> dict[str, str]:
        """Supporter ids by the address-book UID they came from."""
        found = self._db.execute("SELECT source_uid, id FROM supporter WHERE source_uid <> ''").fetchall()
        return {row[0]: row[1] for row in found}

    def reach_index(self) -> list[tuple[str, str, str]]:
        """(supporter id, name, way-to-reach value) of everyone not in the trash, to find likely duplicates.

        Someone with no way to reach them comes once, with an empty value.
        """
        found = self._db.execute(
            """SELECT s.id, s.name, coalesce(c.value, '') FROM supporter AS s LEFT JOIN channel AS c
            ON c.supporter = s.id AND c.protocol IN ('call', 'text', 'email', 'signal', 'whatsapp')
            WHERE s.trashed_at IS NULL"""
        ).fetchall()
        return [(row[0], row[1], row[2]) for row in found]

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
    ) -> Iterator[int]:
        """Keep many people with their photos, in one transaction; yields how many are written so far.

        The change is on disk when the iterator ends. Closing it earlier, or any failure, leaves everything as
        it was. `not_same` holds pairs for `not_duplicate`. The new ids are appended to `ids`.
        Raises Trouble where the file cannot be written.
        """
        names = tuple(rows.one_line(one.name) for one, _ in newcomers[:3])
        change = Change.ADDED if len(newcomers) == 1 else Change.ADDED_MANY
        with self._store.action(Done(change, names, len(newcomers))):
            for start in range(0, len(newcomers), BATCH):
                made = self._insert(newcomers[start : start + BATCH])
                if ids is not None:
                    ids.extend(made)
                yield start + len(made)
            self._db.conn.executemany("INSERT OR IGNORE INTO not_duplicate VALUES (?, ?)", not_same)

    def _insert(self, newcomers: Sequence[tuple[Supporter, bytes | None]]) -> list[str]:
        """Plain bulk statements: an address book may hold ten thousand cards."""
        now = self._store.clock.utc_text()
        ids = [one.id or str(uuid4()) for one, _ in newcomers]
        whole = [
            {"id": new_id, **rows.supporter_columns(one), "created": now, "changed": now}
            for new_id, (one, _) in zip(ids, newcomers, strict=True)
        ]
        columns = ", ".join(whole[0])
        marks = ", ".join(f":{column}" for column in whole[0])
        run = self._db.conn.executemany
        run(f"INSERT INTO supporter ({columns}) VALUES ({marks})", whole)
        pairs = list(zip(ids, newcomers, strict=True))
        parts = [(i, rows.parts(one)) for i, (one, _) in pairs]
        for table, names in rows.PARTS.items():
            run(
                f"INSERT INTO {table} (supporter, {', '.join(names)}) VALUES (?{', ?' * len(names)})",
                [(i, *values) for i, lists in parts for values in lists[table]],
            )
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
