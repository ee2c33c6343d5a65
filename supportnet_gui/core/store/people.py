"""People and everything kept about them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..model import Change, Done, Offer, Status, Support, Supporter
from ..trouble import Code, Trouble
from . import rows
from .people_queries import PeopleQueries

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from .store import Store


class PeopleStore(PeopleQueries):
    """One method for each thing a person does to the people they keep; the questions are in `PeopleQueries`.

    Every change raises Trouble where it cannot be written, and NOT_THERE where the person is gone meanwhile.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store.db)
        self._store = store

    def add(self, supporter: Supporter) -> str:
        """Keep someone new; returns the new id. Raises Trouble(NAME_EMPTY)."""
        return self.add_many([supporter])[0]

    def add_many(self, supporters: Sequence[Supporter]) -> list[str]:
        """Keep several people in one action. Raises Trouble(NAME_EMPTY), and keeps none, if one has no name."""
        names = tuple(rows.one_line(one.name) for one in supporters)
        if not all(names):
            raise Trouble(Code.NAME_EMPTY)
        change = Change.ADDED if len(names) == 1 else Change.ADDED_MANY
        with self._store.action(Done(change, names[:3], len(names))):
            return [self._insert(one) for one in supporters]

    def save(self, supporter: Supporter) -> None:
        """Replace everything kept about someone but identity, trash, archive and photo. Raises Trouble(NAME_EMPTY)."""
        if not rows.one_line(supporter.name):
            raise Trouble(Code.NAME_EMPTY)
        before = self._existing(supporter.id)
        with self._store.action(Done(Change.EDITED, (rows.one_line(supporter.name),))):
            self._update(supporter.id, **rows.supporter_columns(supporter))
            self._write_parts(supporter, before)
            self._remember(supporter.id)

    def set_support(self, supporter_id: str, support: Iterable[Support]) -> None:
        """Tick or untick the kinds of support someone gives; notes on kept ones stay."""
        self.set_support_of({supporter_id: frozenset(support)})

    def set_support_of(self, ticks: dict[str, frozenset[Support]]) -> None:
        """The same for several people, as one action."""
        before = [self._existing(supporter_id) for supporter_id in ticks]
        names = tuple(one.name for one in before[:3])
        with self._store.action(Done(Change.SUPPORT, names, len(ticks))):
            for one in before:
                wanted = ticks[one.id]
                kept = {offer.support: offer for offer in one.offers}
                offers = tuple(kept.get(kind, Offer(kind)) for kind in Support if kind in wanted)
                if offers != one.offers:
                    self._write_parts(replace(one, offers=offers), one)
                    self._touch(one.id)
                    self._remember(one.id)

    def set_status(
        self, supporter_id: str, status: Status, since: date | None = None, until: date | None = None
    ) -> None:
        """Change how things stand with someone. `until` counts for resting only."""
        one = self._existing(supporter_id)
        with self._store.action(Done(Change.STATUS, (one.name,))):
            self._update(
                supporter_id,
                status=status,
                status_since=since.isoformat() if since else None,
                resting_until=until.isoformat() if until and status is Status.RESTING else None,
            )
            self._remember(supporter_id)

    def set_archived(self, supporter_id: str, archived: bool) -> None:
        """Put someone away, or bring them back; nothing else about them changes."""
        one = self._existing(supporter_id)
        with self._store.action(Done(Change.ARCHIVED if archived else Change.UNARCHIVED, (one.name,))):
            self._update(supporter_id, archived_at=self._store.clock.utc_text() if archived else None)

    def trash(self, supporter_id: str) -> None:
        """Move someone to the trash, where they stay until it is emptied."""
        one = self._existing(supporter_id)
        with self._store.action(Done(Change.TRASHED, (one.name,))):
            self._update(supporter_id, trashed_at=self._store.clock.utc_text())

    def restore(self, supporter_id: str) -> None:
        """Take someone out of the trash."""
        one = self._existing(supporter_id)
        with self._store.action(Done(Change.RESTORED, (one.name,))):
            self._update(supporter_id, trashed_at=None)

    def purge(self, supporter_ids: Sequence[str]) -> None:
        """Remove people for good, with check-ins that were with nobody else. Cannot be undone; say so before."""
        with self._store.purge():
            self.delete_rows(supporter_ids)

    def delete_rows(self, supporter_ids: Sequence[str]) -> None:
        """What a purge does, inside the caller's."""
        marks = ", ".join("?" for _ in supporter_ids)
        self._db.execute(f"DELETE FROM not_duplicate WHERE other IN ({marks})", list(supporter_ids))
        self._db.execute(
            "DELETE FROM check_in WHERE id IN (SELECT check_in FROM check_in_supporter GROUP BY check_in "
            f"HAVING sum(supporter NOT IN ({marks})) = 0)",
            list(supporter_ids),
        )
        self._db.execute(f"DELETE FROM supporter WHERE id IN ({marks})", list(supporter_ids))

    def set_photo(self, supporter_id: str, image: bytes | None) -> None:
        """Keep a photo (the bytes of an image file), or none."""
        one = self._existing(supporter_id)
        with self._store.action(Done(Change.PHOTO, (one.name,))):
            self._db.execute("DELETE FROM supporter_photo WHERE supporter = ?", [supporter_id])
            if image is not None:
                self._db.execute("INSERT INTO supporter_photo VALUES (?, ?)", [supporter_id, image])
            self._touch(supporter_id)

    def merge(self, keep_id: str, other_id: str) -> None:
        """Make two entries one: `keep_id` stays, with what both had; the stricter status and limits win."""
        from . import merging  # Not in the way of the start.

        if keep_id == other_id:
            return
        keep, other = self._existing(keep_id), self._existing(other_id)
        with self._store.action(Done(Change.MERGED, (keep.name,))):
            merged = merging.merged(keep, other)
            self._update(keep_id, **rows.supporter_columns(merged), archived_at=merged.archived_at)
            self._write_parts(merged, keep)
            merging.move_everything(self._db, other_id, keep_id)
            self._db.execute("DELETE FROM supporter WHERE id = ?", [other_id])
            self._remember(keep_id)

    def not_the_same(self, supporter_id: str, other: str) -> None:
        """Remember that two entries, or an entry and an address-book card's UID, are different people."""
        one = self._existing(supporter_id)
        with self._store.action(Done(Change.NOT_SAME, (one.name,))):
            self._db.execute(
                "INSERT OR IGNORE INTO not_duplicate VALUES (?, ?)", [supporter_id, rows.kept(other)]
            )

    # -- the rows --------------------------------------------------------------------------------------------

    def _existing(self, supporter_id: str) -> Supporter:
        one = self.get(supporter_id)
        if one is None:
            raise Trouble(Code.NOT_THERE)
        return one

    def _insert(self, one: Supporter) -> str:
        supporter_id = one.id or str(uuid4())
        now = self._store.clock.utc_text()
        row = {"id": supporter_id, **rows.supporter_columns(one), "created": now, "changed": now}
        self._db.table("supporter").insert(row)
        self._write_parts(replace(one, id=supporter_id), Supporter(name=one.name))
        self._remember(supporter_id)
        return supporter_id

    def _update(self, supporter_id: str, **columns: Any) -> None:
        columns["changed"] = self._store.clock.utc_text()
        assignments = ", ".join(f"{column} = ?" for column in columns)
        self._db.execute(
            f"UPDATE supporter SET {assignments} WHERE id = ?", [*columns.values(), supporter_id]
        )

    def _touch(self, supporter_id: str) -> None:
        self._update(supporter_id)

    def _write_parts(self, one: Supporter, before: Supporter) -> None:
        """Write the lists that differ from `before`; what is the same is left alone."""
        wanted, had = rows.parts(one), rows.parts(before)
        for table, columns in rows.PARTS.items():
            if wanted[table] == had[table]:
                continue
            self._db.execute(f"DELETE FROM {table} WHERE supporter = ?", [one.id])
            self._db.conn.executemany(
                f"INSERT INTO {table} (supporter, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})",
                [(one.id, *values) for values in wanted[table]],
            )

    def _remember(self, supporter_id: str) -> None:
        """Note circle, status and offers in the history, if they are not what it says last."""
        self._db.execute(
            """INSERT INTO supporter_history (supporter, since, circle, status, offers)
            SELECT id, :now, circle, status, offers FROM (
                SELECT s.id, s.circle, s.status, coalesce((SELECT group_concat(support, ',') FROM
                    (SELECT support FROM offer WHERE supporter = s.id ORDER BY support)), '') AS offers
                FROM supporter AS s WHERE s.id = :id) AS now_is
            WHERE NOT EXISTS (SELECT 1 FROM supporter_history AS h WHERE h.seq =
                (SELECT max(seq) FROM supporter_history WHERE supporter = :id)
                AND h.circle = now_is.circle AND h.status = now_is.status AND h.offers = now_is.offers)""",
            {"id": supporter_id, "now": self._store.clock.utc_text()},
        )
