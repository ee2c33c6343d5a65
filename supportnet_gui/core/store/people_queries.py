"""Questions about people. Nothing here changes anything."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ..model import Circle, Kind, PersonRow, Support, Supporter
from . import rows
from .search import folded, prefix_query, signs, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..sqlite import Database
from ..unswept import unswept

_IN_LISTS = "s.trashed_at IS NULL AND s.archived_at IS NULL AND s.status NOT IN ('ended', 'unsafe')"


class View(StrEnum):
    """Which entries a list is about. Only the first is ever shown without being asked for."""

    IN_LISTS = "in_lists"
    NOT_SUGGESTED = "not_suggested"
    ARCHIVED = "archived"
    TRASH = "trash"
    NOT_TRASHED = "not_trashed"


_VIEWS = {
    View.IN_LISTS: _IN_LISTS,
    View.NOT_SUGGESTED: "s.trashed_at IS NULL AND s.archived_at IS NULL AND s.status IN ('ended', 'unsafe')",
    View.ARCHIVED: "s.trashed_at IS NULL AND s.archived_at IS NOT NULL",
    View.TRASH: "s.trashed_at IS NOT NULL",
    View.NOT_TRASHED: "s.trashed_at IS NULL",
}


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What a list of people is narrowed to. None and "" narrow nothing."""

    text: str = ""
    support: Support | None = None
    circle: Circle | None = None
    kind: Kind | None = None
    view: View = View.IN_LISTS


class PeopleQueries:
    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, supporter_id: str) -> Supporter | None:
        """Everything about one entry (the photo aside), wherever it is; None if there is none."""
        found = self._supporters("s.id = ?", [supporter_id])
        return found[0] if found else None

    def all(self, view: View = View.IN_LISTS) -> list[Supporter]:
        """Everything about every entry of a view, by name."""
        return sorted(self._supporters(_VIEWS[view], []), key=lambda one: folded(one.name))

    def rows(self, wanted: PeopleFilter = PeopleFilter()) -> list[PersonRow]:
        """The entries a list shows, by name, accents and case aside."""
        with unswept():
            return self._rows(*_condition(wanted))

    def ids(self, wanted: PeopleFilter) -> set[str]:
        """The ids of the entries `rows` gives; many times quicker, for whoever has the rows already."""
        where, values = _condition(wanted)
        found = self._db.execute(f"SELECT s.id FROM supporter AS s WHERE {where}", values).fetchall()
        return {row[0] for row in found}

    def usual(self, limit: int) -> list[PersonRow]:
        """The people a quick log offers: those last in touch first, then the closest. Nobody who died."""
        order = """ORDER BY (SELECT max(happened) FROM check_in_supporter WHERE supporter = s.id AND trashed = 0)
            DESC NULLS LAST, instr(' closest close around could_grow ', ' ' || s.circle || ' '), s.seq LIMIT ?"""
        return self._rows(f"{_IN_LISTS} AND s.status <> 'died'", [limit], order)

    def names(self, supporter_ids: Iterable[str]) -> dict[str, str]:
        """Names by id, of those of the given ids that there are."""
        ids = list(supporter_ids)
        marks = ", ".join("?" for _ in ids)
        found = self._db.execute(f"SELECT id, name FROM supporter WHERE id IN ({marks})", ids).fetchall()
        return {row[0]: row[1] for row in found}

    def count(self, view: View = View.IN_LISTS) -> int:
        return int(
            self._db.execute(f"SELECT count(*) FROM supporter AS s WHERE {_VIEWS[view]}").fetchone()[0]
        )

    def photo(self, supporter_id: str) -> bytes | None:
        """The bytes of the image file kept for someone."""
        row = self._db.execute(
            "SELECT image FROM supporter_photo WHERE supporter = ?", [supporter_id]
        ).fetchone()
        return bytes(row[0]) if row else None

    def find(self, text: str) -> list[PersonRow]:
        """Whom an id, an exact name or a beginning of a name means; several where it is not clear.

        An entry that lists leave out is found by its id or exact name only.
        """
        typed = rows.one_line(text)
        wanted = folded(typed)
        everyone = self._rows("s.trashed_at IS NULL", [])
        # Accents and case count only where they tell two people apart.
        for exact in (
            [one for one in everyone if one.id == text],
            [one for one in everyone if one.name == typed],
            [one for one in everyone if wanted and folded(one.name) == wanted],
        ):
            if exact:
                return exact
        listed = {
            row[0] for row in self._db.execute(f"SELECT id FROM supporter AS s WHERE {_IN_LISTS}").fetchall()
        }
        return [
            one for one in everyone if wanted and one.id in listed and folded(one.name).startswith(wanted)
        ]

    def last_contact(self) -> dict[str, str]:
        """The latest contact of each entry that had one, as kept ("2026-11-22" or "2026-11-22T18:30")."""
        found = self._db.execute(
            """SELECT s.id, (SELECT max(happened) FROM check_in_supporter
                WHERE supporter = s.id AND trashed = 0) AS latest
            FROM supporter AS s WHERE latest IS NOT NULL"""
        ).fetchall()
        return {row[0]: row[1] for row in found}

    # -- building records ------------------------------------------------------------------------------------

    def _rows(self, where: str, values: list[Any], order: str = "") -> list[PersonRow]:
        found = self._db.execute(
            f"""SELECT s.id, s.name, s.kind, s.circle, s.status,
                EXISTS (SELECT 1 FROM supporter_photo WHERE supporter = s.id),
                (SELECT group_concat(role, char(31) ORDER BY seq) FROM supporter_role WHERE supporter = s.id),
                (SELECT group_concat(support) FROM offer WHERE supporter = s.id)
            FROM supporter AS s WHERE {where} {order}""",
            values,
        ).fetchall()
        made = [PersonRow(row) for row in found]
        return made if order else sorted(made, key=lambda one: folded(one.name))

    def _supporters(self, where: str, values: list[Any]) -> list[Supporter]:
        ids = f"SELECT s.id FROM supporter AS s WHERE {where}"
        parts: dict[str, dict[str, Any]] = defaultdict(
            lambda: {
                "has_photo": False,
                "roles": (),
                "offers": (),
                "channels": (),
                "dates": (),
                "meetings": (),
            }
        )

        def gather(name: str, table: str, order: str, make: Any) -> None:
            for row in self._db.query(
                f"SELECT * FROM {table} WHERE supporter IN ({ids}) ORDER BY {order}", values
            ):
                parts[row["supporter"]][name] += (make(row),)

        gather("roles", "supporter_role", "seq", lambda row: row["role"])
        gather("offers", "offer", "support", rows.offer_from)
        gather("channels", "channel", "seq", rows.channel_from)
        gather("dates", "special_date", "seq", rows.special_date_from)
        gather("meetings", "meeting", "seq", rows.meeting_from)
        for row in self._db.query(
            f"SELECT supporter FROM supporter_photo WHERE supporter IN ({ids})", values
        ):
            parts[row["supporter"]]["has_photo"] = True
        found = list(self._db.query(f"SELECT s.* FROM supporter AS s WHERE {where}", values))
        return [rows.supporter_from(row, parts[row["id"]]) for row in found]


# A word may begin a word of the name, the note or a role; names written without spaces match anywhere.
_WORD_MATCHES = """(s.seq IN (SELECT rowid FROM supporter_search WHERE supporter_search MATCH ?)
    OR s.id IN (SELECT supporter FROM supporter_role WHERE seq IN
        (SELECT rowid FROM supporter_role_search WHERE supporter_role_search MATCH ?))
    OR s.name LIKE ?)"""

_SIGN_MATCHES = """(instr(s.name, ?) OR instr(s.note, ?)
    OR s.id IN (SELECT supporter FROM supporter_role WHERE instr(role, ?)))"""


def _condition(wanted: PeopleFilter) -> tuple[str, list[Any]]:
    """What follows WHERE, and its values."""
    where, values = [_VIEWS[wanted.view]], []
    for column in ("circle", "kind"):
        if (value := getattr(wanted, column)) is not None:
            where.append(f"s.{column} = ?")
            values.append(value)
    if wanted.support is not None:
        where.append("EXISTS (SELECT 1 FROM offer WHERE supporter = s.id AND support = ?)")
        values.append(wanted.support)
    for word in words(wanted.text):
        where.append(_WORD_MATCHES)
        values += [prefix_query(word), prefix_query(word), f"%{word}%"]
    for sign in signs(wanted.text):
        where.append(_SIGN_MATCHES)
        values += [sign] * 3
    return " AND ".join(where), values
