"""What a person thinks of entries of the library, entries of their own, and the way from there to the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..days import civil_day
from ..model import Change, Done, Kind, Protocol
from ..resource_model import Mark, MarkState, OwnChannel, OwnResource, Section, Tag
from ..trouble import Code, Trouble
from . import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Supporter
    from .store import Store

_NEWLY_PLANNED = (None, MarkState.SAVED)
"""What a planned step turns into "planned": nobody who tried something, or said no to it, is overruled."""


class ResourceStore:
    """One method for each thing a person does to the library. Changes raise Trouble where they cannot be written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    # -- what is thought of an entry -------------------------------------------------------------------------

    def marks(self) -> dict[str, Mark]:
        """What is kept about entries, by the entry's id."""
        found = self._db.execute(
            "SELECT resource, state, since, note, supporter FROM resource_mark"
        ).fetchall()
        return {row[0]: _mark(row) for row in found}

    def mark(self, resource: str) -> Mark:
        """What is kept about one entry; an empty mark where nothing is."""
        row = self._db.execute(
            "SELECT resource, state, since, note, supporter FROM resource_mark WHERE resource = ?", [resource]
        ).fetchone()
        return _mark(row) if row else Mark(resource)

    def set_state(self, resource: str, state: MarkState | None) -> None:
        """Saved, planned, tried, not for me; None for none of them. Note and place on the map stay."""
        with self._store.action(Done(Change.MARKED)):
            self._set(resource, state=state, since=self._today() if state else None)

    def set_note(self, resource: str, note: str) -> None:
        """A note of one's own about an entry; an empty one is none."""
        note = rows.kept(note)
        with self._store.action(Done(Change.MARKED)):
            self._set(resource, note=note if note.strip() else "")

    def plan(self, resource: str) -> None:
        """What planning a step does to its entry, inside the caller's action."""
        if self.mark(resource).state in _NEWLY_PLANNED:
            self._set(resource, state=MarkState.PLANNED, since=self._today())

    def add_to_map(self, resource: str, supporter: Supporter) -> str:
        """Make somebody, or something, on the map of an entry, once; returns the id.

        Where that was done before, whoever it made is brought out of trash and archive, and otherwise left as they
        are now. Raises Trouble(NAME_EMPTY). `content.library.as_supporter` makes the supporter.
        """
        made = self.mark(resource).supporter
        one = self._store.people.get(made) if made else None
        name = rows.one_line(one.name if one else supporter.name)
        if not name:
            raise Trouble(Code.NAME_EMPTY)
        with self._store.action(Done(Change.MAPPED, (name,))):
            if one is None:
                made = self._store.people._insert(supporter)
                self._set(resource, supporter=made)
            elif one.trashed_at or one.archived_at:
                self._store.people._update(one.id, trashed_at=None, archived_at=None)
        return str(made)

    # -- entries of one's own --------------------------------------------------------------------------------

    def own(self, *, trash: bool = False) -> tuple[OwnResource, ...]:
        """The person's own entries, the newest first; with `trash` those in the trash."""
        cursor = self._db.execute(
            f"SELECT * FROM own_resource WHERE trashed_at IS {'NOT ' if trash else ''}NULL ORDER BY seq DESC"
        )
        names = [column[0] for column in cursor.description]
        channels = self._channels()
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return tuple(_own(row, tuple(channels.get(row["id"], ()))) for row in found)

    def add_own(self, one: OwnResource) -> str:
        """Keep an entry of one's own; returns its id. Raises Trouble(NAME_EMPTY)."""
        own_id, now = one.id or str(uuid4()), self._store.clock.utc_text()
        row = {"id": own_id, **_own_columns(one), "created": now, "changed": now}
        with self._store.action(Done(Change.ADDED, (row["name"],))):
            marks = ", ".join(f":{column}" for column in row)
            self._db.execute(f"INSERT INTO own_resource ({', '.join(row)}) VALUES ({marks})", row)
            self._write_channels(own_id, one)
        return own_id

    def save_own(self, one: OwnResource) -> None:
        """Replace what an entry of one's own says. Raises Trouble (NAME_EMPTY, NOT_THERE)."""
        columns = _own_columns(one)
        with self._store.action(Done(Change.EDITED, (columns["name"],))):
            self._update_own(one.id, **columns)
            self._db.execute("DELETE FROM own_resource_channel WHERE own_resource = ?", [one.id])
            self._write_channels(one.id, one)

    def trash_own(self, own_id: str) -> None:
        """Move an entry of one's own to the trash; what was noted about it waits there with it."""
        with self._store.action(Done(Change.TRASHED, (self._own_name(own_id),))):
            self._update_own(own_id, trashed_at=self._store.clock.utc_text())

    def restore_own(self, own_id: str) -> None:
        with self._store.action(Done(Change.RESTORED, (self._own_name(own_id),))):
            self._update_own(own_id, trashed_at=None)

    def purge_own(self, own_ids: Sequence[str]) -> None:
        """Remove entries of one's own for good. Cannot be undone; say so before."""
        with self._store.purge():
            self.delete_rows(own_ids)

    def trashed_ids(self) -> list[str]:
        found = self._db.execute("SELECT id FROM own_resource WHERE trashed_at IS NOT NULL").fetchall()
        return [row[0] for row in found]

    def delete_rows(self, own_ids: Sequence[str]) -> None:
        """What a purge does, inside the caller's: marks go too, and a step stays without the entry it came from."""
        marks = ", ".join("?" for _ in own_ids)
        for statement in (
            "DELETE FROM resource_mark WHERE resource IN ({})",
            "UPDATE small_step SET resource = NULL WHERE resource IN ({})",
            "DELETE FROM own_resource WHERE id IN ({})",
        ):
            self._db.execute(statement.format(marks), list(own_ids))

    # -- the rows --------------------------------------------------------------------------------------------

    def _today(self) -> str:
        return civil_day(self._store.clock.now()).isoformat()

    def _set(self, resource: str, **columns: Any) -> None:
        """Write into an entry's mark. A mark that says nothing any more is removed."""
        now = self._store.clock.utc_text()
        self._db.execute(
            "INSERT OR IGNORE INTO resource_mark (resource, created, changed) VALUES (?, ?, ?)",
            [resource, now, now],
        )
        assignments = ", ".join(f"{column} = ?" for column in columns)
        self._db.execute(
            f"UPDATE resource_mark SET {assignments}, changed = ? WHERE resource = ?",
            [*columns.values(), now, resource],
        )
        self._db.execute(
            "DELETE FROM resource_mark WHERE resource = ? AND state IS NULL AND note = '' AND supporter IS NULL",
            [resource],
        )

    def _own_name(self, own_id: str) -> str:
        row = self._db.execute("SELECT name FROM own_resource WHERE id = ?", [own_id]).fetchone()
        if row is None:
            raise Trouble(Code.NOT_THERE)
        return str(row[0])

    def _update_own(self, own_id: str, **columns: Any) -> None:
        columns["changed"] = self._store.clock.utc_text()
        assignments = ", ".join(f"{column} = ?" for column in columns)
        if not self._db.execute(
            f"UPDATE own_resource SET {assignments} WHERE id = ?", [*columns.values(), own_id]
        ).rowcount:
            raise Trouble(Code.NOT_THERE)

    def _channels(self) -> dict[str, list[OwnChannel]]:
        found: dict[str, list[OwnChannel]] = {}
        for own_id, protocol, value, label in self._db.execute(
            "SELECT own_resource, protocol, value, label FROM own_resource_channel ORDER BY seq"
        ).fetchall():
            found.setdefault(own_id, []).append(OwnChannel(Protocol(protocol), value, label))
        return found

    def _write_channels(self, own_id: str, one: OwnResource) -> None:
        self._db.conn.executemany(
            "INSERT INTO own_resource_channel (own_resource, protocol, value, label) VALUES (?, ?, ?, ?)",
            [
                (own_id, channel.protocol, value, rows.one_line(channel.label))
                for channel in one.channels
                if (value := rows.kept(channel.value).strip())
            ],
        )


def _mark(row: tuple[Any, ...]) -> Mark:
    resource, state, since, note, supporter = row
    return Mark(resource, MarkState(state) if state else None, rows.day_from(since), note, supporter)


def _own_columns(one: OwnResource) -> dict[str, Any]:
    name = rows.one_line(one.name)
    if not name:
        raise Trouble(Code.NAME_EMPTY)
    return {
        "name": name,
        "section": one.section,
        "kind": one.kind,
        "hours": rows.one_line(one.hours),
        "country": rows.one_line(one.country),
        "note": rows.kept(one.note),
        **{tag.value: int(tag in one.tags) for tag in Tag},
    }


def _own(row: dict[str, Any], channels: tuple[OwnChannel, ...]) -> OwnResource:
    return OwnResource(
        name=row["name"],
        id=row["id"],
        section=Section(row["section"]),
        kind=Kind(row["kind"]),
        hours=row["hours"],
        country=row["country"],
        note=row["note"],
        tags=frozenset(tag for tag in Tag if row[tag.value]),
        channels=channels,
        trashed_at=row["trashed_at"],
    )
