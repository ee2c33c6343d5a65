"""Questions about check-ins. Nothing here changes anything."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..model import NOT_SUGGESTED, CheckIn, Felt, Status, Support, Way
from . import rows
from .check_in_search import CheckInSearch, Place
from .search import words

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..sqlite import Database

_AT_ONCE = 200
"""Of the check-ins a search finds, so many are read at once."""


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
    """A check-in as a list shows it: `names` of those it may show, and their ids in `people`.

    The record itself holds everyone's id.
    """

    check_in: CheckIn
    names: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class There:
    """Someone who was there, as far as a list needs to know."""

    id: str
    name: str
    status: str
    trashed: bool


_THERE = "s.id, s.name, s.status, s.trashed_at IS NOT NULL"


def shown(
    there: list[There], hidden: Collection[Status] = NOT_SUGGESTED, asked_for: str | None = None
) -> list[There]:
    """Whom a list names unasked: nobody hidden or in the trash, unless nobody else was there."""
    seen = [one for one in there if one.id == asked_for or not (one.trashed or one.status in hidden)]
    return seen or there


class CheckInQueries:
    def __init__(self, db: Database) -> None:
        self._db = db
        self._search = CheckInSearch(db)

    def get(self, check_in_id: str) -> CheckIn | None:
        """Everything about one check-in, wherever it is; None if there is none."""
        found = self.entry(check_in_id)
        return found.check_in if found else None

    def entry(self, check_in_id: str) -> Entry | None:
        """One check-in with the names a list may show: those not suggested only where nobody else was there."""
        found = self._entries("c.id = ?", [check_in_id], 1)
        return found[0] if found else None

    def is_empty(self) -> bool:
        """Whether no check-in was ever kept, in the trash or out of it."""
        return self._db.execute("SELECT 1 FROM check_in LIMIT 1").fetchone() is None

    def there(self, people: Collection[str]) -> list[There]:
        """Those of these people that there are, in the given order."""
        found = self._db.execute(
            f"SELECT {_THERE} FROM supporter AS s WHERE s.id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(people))],
        ).fetchall()
        by_id = {row[0]: There(row[0], row[1], row[2], bool(row[3])) for row in found}
        return [by_id[one] for one in dict.fromkeys(people) if one in by_id]

    def latest(self, limit: int) -> list[Entry]:
        """The newest contacts for "Lately": nobody who died, ended or is unsafe is named, nobody put away."""
        return self._entries(
            """c.trashed_at IS NULL AND EXISTS (SELECT 1 FROM check_in_supporter AS p JOIN supporter AS s
            ON s.id = p.supporter WHERE p.check_in = c.id AND s.status NOT IN ('died', 'ended', 'unsafe')
            AND s.trashed_at IS NULL AND s.archived_at IS NULL)""",
            [],
            limit,
            hidden=(Status.DIED, Status.ENDED, Status.UNSAFE),
        )

    def page(self, wanted: CheckInFilter, limit: int, after: str = "") -> list[Entry]:
        """Check-ins, newest first; a day without a time counts as its beginning.

        With `after`, the id of the last one had so far, those that follow it; none if it is no longer there.
        """
        where, values = ["c.trashed_at IS NOT NULL" if wanted.trash else "c.trashed_at IS NULL"], []
        for column in ("way", "felt"):
            if (value := getattr(wanted, column)) is not None:
                where.append(f"c.{column} = ?")
                values.append(value)
        if wanted.person is None and not (wanted.with_not_suggested or wanted.trash):
            where.append(_NAMES_SOMEONE)
        place = self._place(after) if after else None
        if after and place is None:
            return []
        if words(wanted.text):
            return self._found(wanted, limit, place, where, values)
        if wanted.person is not None:
            return self._with(wanted, limit, place, where, values)
        if place is not None:
            where.append("(c.happened, c.seq) < (?, ?)")
            values += place
        return self._entries(" AND ".join(where), values, limit, everyone=wanted.with_not_suggested)

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

    # -- building entries ------------------------------------------------------------------------------------

    def _place(self, check_in_id: str) -> Place | None:
        row = self._db.execute("SELECT happened, seq FROM check_in WHERE id = ?", [check_in_id]).fetchone()
        return (row[0], row[1]) if row else None

    def _found(
        self, wanted: CheckInFilter, limit: int, place: Place | None, where: list[str], values: list[Any]
    ) -> list[Entry]:
        """A page of what a search finds."""
        if wanted.person is not None:
            where = [*where, "c.id IN (SELECT check_in FROM check_in_supporter WHERE supporter = ?)"]
            values = [*values, wanted.person]
        entries: list[Entry] = []
        for numbers in self._search.found(
            wanted.text,
            place,
            trash=wanted.trash,
            not_suggested=wanted.with_not_suggested,
            person=wanted.person,
        ):
            for start in range(0, len(numbers), _AT_ONCE):
                entries += self._entries(
                    " AND ".join([*where, "c.seq IN (SELECT value FROM json_each(?))"]),
                    [*values, json.dumps(numbers[start : start + _AT_ONCE])],
                    limit - len(entries),
                    everyone=wanted.with_not_suggested,
                    asked_for=wanted.person,
                )
                if len(entries) >= limit:
                    return entries
        return entries

    def _with(
        self, wanted: CheckInFilter, limit: int, place: Place | None, where: list[str], values: list[Any]
    ) -> list[Entry]:
        """A page of one person's check-ins, in the order of that person's own index."""
        where = [*where, "k.supporter = ? AND k.trashed = ?"]
        values = [*values, wanted.person, int(wanted.trash)]
        if place is not None:
            where.append("(k.happened, c.seq) < (?, ?)")
            values += place
        return self._entries(
            " AND ".join(where),
            values,
            limit,
            source="check_in_supporter AS k JOIN check_in AS c ON c.id = k.check_in",
            order="k.happened DESC, c.seq DESC",
            everyone=wanted.with_not_suggested,
            asked_for=wanted.person,
        )

    def _entries(
        self,
        where: str,
        values: list[Any],
        limit: int,
        *,
        source: str = "check_in AS c",
        order: str = "c.happened DESC, c.seq DESC",
        everyone: bool = False,
        asked_for: str | None = None,
        hidden: Collection[Status] = NOT_SUGGESTED,
    ) -> list[Entry]:
        """Entries that name whom they may: everyone, or all but the hidden and who was asked for."""
        found = list(
            self._db.query(
                f"SELECT c.* FROM {source} WHERE {where} ORDER BY {order} LIMIT ?", [*values, limit]
            )
        )
        ids = json.dumps([row["id"] for row in found])
        people, support = self._people_of(ids), self._support_of(ids)
        entries = []
        for row in found:
            there = people[row["id"]]
            named = there if everyone else shown(there, hidden, asked_for)
            entries.append(
                Entry(
                    rows.check_in_from(row, tuple(one.id for one in there), support[row["id"]]),
                    tuple(one.name for one in named),
                    tuple(one.id for one in named),
                )
            )
        return entries

    def _people_of(self, ids: str) -> dict[str, list[There]]:
        """Who was there, by check-in. `ids` is a JSON list."""
        people: dict[str, list[There]] = defaultdict(list)
        for row in self._db.execute(
            f"""SELECT p.check_in, {_THERE} FROM check_in_supporter AS p JOIN supporter AS s ON s.id = p.supporter
            WHERE p.check_in IN (SELECT value FROM json_each(?)) ORDER BY p.rowid""",
            [ids],
        ).fetchall():
            people[row[0]].append(There(row[1], row[2], row[3], bool(row[4])))
        return people

    def _support_of(self, ids: str) -> dict[str, tuple[Support, ...]]:
        support: dict[str, tuple[Support, ...]] = defaultdict(tuple)
        for row in self._db.execute(
            """SELECT check_in, support FROM check_in_support
            WHERE check_in IN (SELECT value FROM json_each(?)) ORDER BY support""",
            [ids],
        ).fetchall():
            support[row[0]] += (Support(row[1]),)
        return support


_NAMES_SOMEONE = """EXISTS (SELECT 1 FROM check_in_supporter AS p JOIN supporter AS s ON s.id = p.supporter
    WHERE p.check_in = c.id AND s.status NOT IN ('ended', 'unsafe') AND s.trashed_at IS NULL)"""
