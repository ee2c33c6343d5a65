"""Contacts: logging them takes only who; everything else can come later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..model import Change, CheckIn, Done, Felt, Status, Support, Way
from ..trouble import Code, Trouble
from . import rows
from .search import all_words_query, words

if TYPE_CHECKING:
    from .store import Store

SEARCH_LIMIT = 2000
"""A search looks at no more than this many of the newest matches, so that one letter stays quick."""


@dataclass(frozen=True, slots=True)
class CheckInFilter:
    """What the timeline is narrowed to. None and "" narrow nothing."""

    text: str = ""
    person: str | None = None
    way: Way | None = None
    felt: Felt | None = None
    trash: bool = False
    with_not_suggested: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A check-in as a list shows it. `names` are those it may show; the record holds everyone's id."""

    check_in: CheckIn
    names: tuple[str, ...]


class CheckInStore:
    """One method for each thing a person does to check-ins. Changes raise Trouble where they cannot be written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    def log(self, check_in: CheckIn) -> str:
        """Keep a contact; returns its id. Raises Trouble(NOBODY_CHOSEN), Trouble(FUTURE), Trouble(NOT_THERE)."""
        names = self._checked(check_in)
        check_in_id = check_in.id or str(uuid4())
        now = self._store.clock.utc_text()
        zone = check_in.zone or self._store.clock.zone()
        with self._store.action(Done(Change.CHECKED_IN, names)):
            columns = rows.check_in_columns(check_in) | {"zone": zone}
            self._db.table("check_in").insert({"id": check_in_id, **columns, "created": now, "changed": now})
            self._write_parts(check_in_id, check_in)
        return check_in_id

    def save(self, check_in: CheckIn) -> None:
        """Replace what is kept of a check-in. Raises as `log` does."""
        names = self._checked(check_in)
        before = self._existing(check_in.id)
        with self._store.action(Done(Change.CHECK_IN_EDITED, names)):
            columns = rows.check_in_columns(check_in) | {"changed": self._store.clock.utc_text()}
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

    def get(self, check_in_id: str) -> CheckIn | None:
        found = self._entries("c.id = ?", [check_in_id], 1, everyone=True)
        return found[0].check_in if found else None

    def latest(self, limit: int) -> list[Entry]:
        """The newest contacts for "Lately": nobody who died, ended or is unsafe is named."""
        return self._entries(
            """c.trashed_at IS NULL AND EXISTS (SELECT 1 FROM check_in_supporter AS p JOIN supporter AS s
            ON s.id = p.supporter WHERE p.check_in = c.id AND s.status NOT IN ('died', 'ended', 'unsafe')
            AND s.trashed_at IS NULL)""",
            [],
            limit,
            hidden=(Status.DIED, Status.ENDED, Status.UNSAFE),
        )

    def page(self, wanted: CheckInFilter, limit: int, offset: int = 0) -> list[Entry]:
        """Check-ins, newest first; a day without a time counts as its beginning."""
        where, values = ["c.trashed_at IS NOT NULL" if wanted.trash else "c.trashed_at IS NULL"], []
        for column in ("way", "felt"):
            if (value := getattr(wanted, column)) is not None:
                where.append(f"c.{column} = ?")
                values.append(value)
        if wanted.person is not None:
            where.append("c.id IN (SELECT check_in FROM check_in_supporter WHERE supporter = ?)")
            values.append(wanted.person)
        elif not wanted.with_not_suggested:
            where.append(_NAMES_SOMEONE)
        if words(wanted.text):
            where.append("c.seq IN (SELECT value FROM json_each(?))")
            values.append(self._matches(wanted.text))
        everyone = wanted.with_not_suggested or wanted.person is not None or wanted.trash
        return self._entries(" AND ".join(where), values, limit, offset, everyone=everyone)

    def with_person(self, supporter_id: str, limit: int) -> list[Entry]:
        """The newest contacts with one person."""
        return self.page(CheckInFilter(person=supporter_id), limit)

    def count_trash(self) -> int:
        return int(
            self._db.execute("SELECT count(*) FROM check_in WHERE trashed_at IS NOT NULL").fetchone()[0]
        )

    def trashed_ids(self) -> list[str]:
        found = self._db.execute("SELECT id FROM check_in WHERE trashed_at IS NOT NULL").fetchall()
        return [row[0] for row in found]

    # -- the rows --------------------------------------------------------------------------------------------

    def _checked(self, check_in: CheckIn) -> tuple[str, ...]:
        """The names of the people of a check-in that can be kept."""
        if not check_in.people:
            raise Trouble(Code.NOBODY_CHOSEN)
        if check_in.on > self._store.clock.now().date():
            raise Trouble(Code.FUTURE)
        names = self._store.people.names(check_in.people)
        if any(person not in names for person in check_in.people):
            raise Trouble(Code.NOT_THERE)
        return tuple(names[person] for person in check_in.people)

    def _existing(self, check_in_id: str) -> CheckIn:
        found = self.get(check_in_id)
        if found is None:
            raise Trouble(Code.NOT_THERE)
        return found

    def _set_trashed(self, check_in_id: str, change: Change, at: str | None) -> None:
        names = self._store.people.names(self._existing(check_in_id).people)
        with self._store.action(Done(change, tuple(names.values()))):
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

    def _matches(self, text: str) -> str:
        """The numbers, as a JSON list, of the newest check-ins whose notes or people match a search."""
        in_notes = self._db.execute(
            "SELECT rowid FROM check_in_search WHERE check_in_search MATCH ? ORDER BY rowid DESC LIMIT ?",
            [all_words_query(text), SEARCH_LIMIT],
        ).fetchall()
        people = self._matching_people(text)
        with_people = self._db.execute(
            f"""SELECT c.seq FROM check_in_supporter AS p JOIN check_in AS c ON c.id = p.check_in
            WHERE p.supporter IN ({", ".join("?" for _ in people)}) LIMIT ?""",
            [*people, SEARCH_LIMIT],
        ).fetchall()
        return "[" + ",".join(str(row[0]) for row in (*in_notes, *with_people)) + "]"

    def _matching_people(self, text: str) -> list[str]:
        found = self._db.execute(
            "SELECT s.id FROM supporter_search AS f JOIN supporter AS s ON s.seq = f.rowid "
            "WHERE supporter_search MATCH ? LIMIT 50",
            [f"name : ({all_words_query(text)})"],
        ).fetchall()
        return [row[0] for row in found]

    def _entries(
        self,
        where: str,
        values: list[Any],
        limit: int,
        offset: int = 0,
        *,
        everyone: bool = False,
        hidden: tuple[Status, ...] = (Status.ENDED, Status.UNSAFE),
    ) -> list[Entry]:
        found = list(
            self._db.query(
                f"SELECT c.* FROM check_in AS c WHERE {where} "
                "ORDER BY c.happened DESC, c.seq DESC LIMIT ? OFFSET ?",
                [*values, limit, offset],
            )
        )
        ids = [row["id"] for row in found]
        people = self._people_of(ids)
        support = self._support_of(ids)
        return [
            Entry(
                rows.check_in_from(row, tuple(one[0] for one in people[row["id"]]), support[row["id"]]),
                tuple(
                    name
                    for _, name, status, trashed in people[row["id"]]
                    if everyone or (status not in hidden and not trashed)
                ),
            )
            for row in found
        ]

    def _people_of(self, ids: list[str]) -> dict[str, list[tuple[str, str, str, bool]]]:
        people: dict[str, list[tuple[str, str, str, bool]]] = {check_in_id: [] for check_in_id in ids}
        for row in self._db.execute(
            f"""SELECT p.check_in, s.id, s.name, s.status, s.trashed_at IS NOT NULL
            FROM check_in_supporter AS p JOIN supporter AS s ON s.id = p.supporter
            WHERE p.check_in IN ({", ".join("?" for _ in ids)}) ORDER BY p.rowid""",
            ids,
        ).fetchall():
            people[row[0]].append((row[1], row[2], row[3], bool(row[4])))
        return people

    def _support_of(self, ids: list[str]) -> dict[str, tuple[Support, ...]]:
        support: dict[str, tuple[Support, ...]] = dict.fromkeys(ids, ())
        for row in self._db.execute(
            "SELECT check_in, support FROM check_in_support WHERE check_in IN "
            f"({', '.join('?' for _ in ids)}) ORDER BY support",
            ids,
        ).fetchall():
            support[row[0]] += (Support(row[1]),)
        return support


_NAMES_SOMEONE = """EXISTS (SELECT 1 FROM check_in_supporter AS p JOIN supporter AS s ON s.id = p.supporter
    WHERE p.check_in = c.id AND s.status NOT IN ('ended', 'unsafe') AND s.trashed_at IS NULL)"""
