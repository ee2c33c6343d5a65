"""The journal: dated entries that nothing but the person reads. No suggestion, no reminder, no count uses them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..model import Change, Done
from ..resource_model import Reflection
from ..trouble import Code, Trouble
from . import rows
from .search import prefix_query, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .store import Store

PAGE = 50


class ReflectionStore:
    """One method for each thing a person does to their journal. Changes raise Trouble where they cannot be written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    def page(
        self,
        text: str = "",
        *,
        supporter: str | None = None,
        trash: bool = False,
        after: Reflection | None = None,
        limit: int = PAGE,
    ) -> tuple[Reflection, ...]:
        """Entries with every word of `text` (or a beginning of it), the newest first, from `after` on."""
        where, values = [f"trashed_at IS {'NOT ' if trash else ''}NULL"], list[Any]()
        if typed := words(text):
            where.append("seq IN (SELECT rowid FROM reflection_search WHERE reflection_search MATCH ?)")
            values.append(" ".join(prefix_query(word) for word in typed))
        if supporter:
            where.append("supporter = ?")
            values.append(supporter)
        if after is not None:
            where.append("(happened, seq) < (SELECT happened, seq FROM reflection WHERE id = ?)")
            values.append(after.id)
        return self._read(f"{' AND '.join(where)} ORDER BY happened DESC, seq DESC LIMIT ?", *values, limit)

    def get(self, reflection_id: str) -> Reflection | None:
        found = self._read("id = ?", reflection_id)
        return found[0] if found else None

    def write(self, one: Reflection) -> str:
        """Keep an entry; returns its id. Raises Trouble (MESSAGE_EMPTY, FUTURE, NOT_THERE)."""
        columns, now = self._columns(one, None), self._store.clock.utc_text()
        reflection_id = one.id or str(uuid4())
        row = {"id": reflection_id, **columns, "created": now, "changed": now}
        with self._store.action(Done(Change.REFLECTION_KEPT)):
            marks = ", ".join(f":{column}" for column in row)
            self._db.execute(f"INSERT INTO reflection ({', '.join(row)}) VALUES ({marks})", row)
        return reflection_id

    def save(self, one: Reflection) -> None:
        """Replace an entry's words, day and whom it is about. Raises as `write` does."""
        before = self.get(one.id)
        if before is None:
            raise Trouble(Code.NOT_THERE)
        columns = self._columns(one, before)
        with self._store.action(Done(Change.REFLECTION_KEPT)):
            self._update(one.id, **columns)

    def trash(self, reflection_id: str) -> None:
        with self._store.action(Done(Change.REFLECTION_TRASHED)):
            self._update(reflection_id, trashed_at=self._store.clock.utc_text())

    def restore(self, reflection_id: str) -> None:
        with self._store.action(Done(Change.REFLECTION_RESTORED)):
            self._update(reflection_id, trashed_at=None)

    def purge(self, reflection_ids: Sequence[str]) -> None:
        """Remove entries for good. Cannot be undone; say so before."""
        with self._store.purge():
            self.delete_rows(reflection_ids)

    def trashed_ids(self) -> list[str]:
        found = self._db.execute("SELECT id FROM reflection WHERE trashed_at IS NOT NULL").fetchall()
        return [row[0] for row in found]

    def delete_rows(self, reflection_ids: Sequence[str]) -> None:
        """What a purge does, inside the caller's."""
        marks = ", ".join("?" for _ in reflection_ids)
        self._db.execute(f"DELETE FROM reflection WHERE id IN ({marks})", list(reflection_ids))

    # -- the rows --------------------------------------------------------------------------------------------

    def _read(self, rest: str, *values: Any) -> tuple[Reflection, ...]:
        found = self._db.execute(
            f"SELECT id, happened, text, supporter, trashed_at FROM reflection WHERE {rest}", list(values)
        ).fetchall()
        return tuple(_reflection(row) for row in found)

    def _columns(self, one: Reflection, before: Reflection | None) -> dict[str, Any]:
        text = rows.kept(one.text)
        if not rows.one_line(text):
            raise Trouble(Code.MESSAGE_EMPTY)
        # A day that was noted further east may be tomorrow here; it stays when something else is edited.
        as_it_was = before is not None and before.on == one.on
        if not as_it_was and one.on > self._store.clock.now().date():
            raise Trouble(Code.FUTURE)
        if one.supporter and not self._store.people.names([one.supporter]):
            raise Trouble(Code.NOT_THERE)
        return {"happened": rows.happened(one.on, one.at), "text": text, "supporter": one.supporter or None}

    def _update(self, reflection_id: str, **columns: Any) -> None:
        columns["changed"] = self._store.clock.utc_text()
        assignments = ", ".join(f"{column} = ?" for column in columns)
        if not self._db.execute(
            f"UPDATE reflection SET {assignments} WHERE id = ?", [*columns.values(), reflection_id]
        ).rowcount:
            raise Trouble(Code.NOT_THERE)


def _reflection(row: tuple[Any, ...]) -> Reflection:
    reflection_id, happened, text, supporter, trashed_at = row
    day, _, clock = happened.partition("T")
    one = Reflection(
        text, date.fromisoformat(day), id=reflection_id, supporter=supporter, trashed_at=trashed_at
    )
    return replace(one, at=time.fromisoformat(clock)) if clock else one
