"""Contacts: logging them takes only who; everything else can come later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from ..model import Change, CheckIn, Done, Supporter
from ..trouble import Code, Trouble
from . import rows
from .check_in_queries import CheckInQueries, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .store import Store


class CheckInStore(CheckInQueries):
    """One method for each thing a person does to check-ins; the questions are in `CheckInQueries`.

    Changes raise Trouble where they cannot be written.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store.db)
        self._store = store

    def log(self, check_in: CheckIn, newcomers: Sequence[str] = ()) -> str:
        """Keep a contact; returns its id. Raises Trouble (NOBODY_CHOSEN, FUTURE, NOT_THERE, NAME_EMPTY).

        `newcomers` are names of people not kept yet: they are added in the same action.
        """
        names = self._checked(check_in, newcomers)
        with self._store.action(Done(Change.CHECKED_IN, names)):
            return self._insert(check_in, newcomers)

    def save(self, check_in: CheckIn, newcomers: Sequence[str] = ()) -> None:
        """Replace what is kept of a check-in. Raises, and adds newcomers, as `log` does."""
        before = self._existing(check_in.id)
        names = self._checked(check_in, newcomers, before)
        with self._store.action(Done(Change.CHECK_IN_EDITED, names)):
            check_in = self._with_newcomers(check_in, newcomers)
            columns = rows.check_in_columns(check_in) | {
                "zone": check_in.zone or before.zone,
                "changed": self._store.clock.utc_text(),
            }
            assignments = ", ".join(f"{column} = ?" for column in columns)
            self._db.execute(
                f"UPDATE check_in SET {assignments} WHERE id = ?", [*columns.values(), check_in.id]
            )
            if set(check_in.people) != set(before.people) or check_in.support != before.support:
                for table in ("check_in_supporter", "check_in_support"):
                    self._db.execute(f"DELETE FROM {table} WHERE check_in = ?", [check_in.id])
                self._write_parts(check_in.id, check_in)

    def trash(self, check_in_id: str) -> None:
        """Move a check-in to the trash."""
        self._set_trashed(check_in_id, Change.CHECK_IN_TRASHED, self._store.clock.utc_text())

    def restore(self, check_in_id: str) -> None:
        """Take a check-in out of the trash."""
        self._set_trashed(check_in_id, Change.CHECK_IN_RESTORED, None)

    def purge(self, check_in_ids: Sequence[str]) -> None:
        """Remove check-ins for good. Cannot be undone; say so before."""
        with self._store.purge():
            self.delete_rows(check_in_ids)

    def delete_rows(self, check_in_ids: Sequence[str]) -> None:
        """What a purge does, inside the caller's."""
        marks = ", ".join("?" for _ in check_in_ids)
        self._db.execute(f"DELETE FROM check_in WHERE id IN ({marks})", list(check_in_ids))

    # -- the rows --------------------------------------------------------------------------------------------

    def _insert(self, check_in: CheckIn, newcomers: Sequence[str] = ()) -> str:
        """What `log` does, inside the caller's action and after `_checked`."""
        check_in_id = check_in.id or str(uuid4())
        now = self._store.clock.utc_text()
        columns = rows.check_in_columns(check_in) | {"zone": check_in.zone or self._store.clock.zone()}
        row = {"id": check_in_id, **columns, "created": now, "changed": now}
        marks = ", ".join(f":{column}" for column in row)
        self._db.execute(f"INSERT INTO check_in ({', '.join(row)}) VALUES ({marks})", row)
        check_in = self._with_newcomers(check_in, newcomers)
        self._write_parts(check_in_id, check_in)
        self._store.expectations.link(check_in_id, check_in.people)
        return check_in_id

    def _checked(
        self, check_in: CheckIn, newcomers: Sequence[str], before: CheckIn | None = None
    ) -> tuple[str, ...]:
        """The names to say when a check-in that can be kept is kept."""
        if not check_in.people and not newcomers:
            raise Trouble(Code.NOBODY_CHOSEN)
        # A day that was noted further east may be tomorrow here; it stays when something else is edited.
        as_it_was = before is not None and check_in.on == before.on
        if not as_it_was and check_in.on > self._store.clock.now().date():
            raise Trouble(Code.FUTURE)
        new_names = tuple(rows.one_line(name) for name in newcomers)
        if not all(new_names):
            raise Trouble(Code.NAME_EMPTY)
        return (*self._names_to_say(check_in.people), *new_names)

    def _names_to_say(self, people: Sequence[str]) -> tuple[str, ...]:
        """Names for the undo bar, as a list would show them. Raises Trouble(NOT_THERE) where somebody is gone."""
        there = self.there(people)
        if len(there) < len(set(people)):
            raise Trouble(Code.NOT_THERE)
        return tuple(one.name for one in shown(there))

    def _with_newcomers(self, check_in: CheckIn, newcomers: Sequence[str]) -> CheckIn:
        """The check-in with people added who were not kept yet. Inside an action."""
        added = tuple(self._store.people._insert(Supporter(name=name)) for name in newcomers)
        return replace(check_in, people=(*check_in.people, *added))

    def _existing(self, check_in_id: str) -> CheckIn:
        found = self.get(check_in_id)
        if found is None:
            raise Trouble(Code.NOT_THERE)
        return found

    def _set_trashed(self, check_in_id: str, change: Change, at: str | None) -> None:
        names = self._names_to_say(self._existing(check_in_id).people)
        with self._store.action(Done(change, names)):
            self._db.execute(
                "UPDATE check_in SET trashed_at = ?, changed = ? WHERE id = ?",
                [at, self._store.clock.utc_text(), check_in_id],
            )

    def _write_parts(self, check_in_id: str, check_in: CheckIn) -> None:
        for person in dict.fromkeys(check_in.people):
            self._db.execute(
                "INSERT INTO check_in_supporter (check_in, supporter) VALUES (?, ?)", [check_in_id, person]
            )
        for support in dict.fromkeys(check_in.support):
            self._db.execute("INSERT INTO check_in_support VALUES (?, ?)", [check_in_id, support])
