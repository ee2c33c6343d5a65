"""My plan, line by line; and the people chosen for a hard moment.

Who died, ended, is unsafe, archived or in the trash is left out at once, without a change to what is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..model import Change, Channel, Done, Kind, Protocol
from ..plan import ONLY_ON_ITS_PAGE, PARTS, HardMoment, Near, PlanItem
from ..trouble import Code, Trouble
from . import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .store import Store

_SHOWN = "s.trashed_at IS NULL AND s.archived_at IS NULL AND s.status NOT IN ('died', 'ended', 'unsafe')"
_MAY_BE_NEAR = f"{_SHOWN} AND s.not_in_crisis = 0"


class PlanStore:
    """One method for each thing a person does. Changes raise Trouble where they cannot be written."""

    def __init__(self, store: Store) -> None:
        self._store, self._db = store, store.db

    # -- the plan --------------------------------------------------------------------------------------------

    def items(self) -> tuple[PlanItem, ...]:
        """Every line that is shown, by part and in the person's order."""
        return self._items(f"p.supporter IS NULL OR ({_SHOWN})")

    def add(self, part: int, text: str, supporter: str | None = None) -> str:
        """A new line at the end of a part; returns its id. Raises Trouble(MESSAGE_EMPTY), and NOT_THERE."""
        if part not in PARTS:
            raise ValueError(part)
        text = self._checked(text, supporter)
        item_id, now = str(uuid4()), self._store.clock.utc_text()
        with self._store.action(Done(Change.PLAN)):
            self._db.execute(
                "INSERT INTO plan_item (id, part, place, text, supporter, created, changed) VALUES (:id, :part, "
                "(SELECT coalesce(max(place), 0) + 1 FROM plan_item WHERE part = :part), :text, :who, :now, :now)",
                {"id": item_id, "part": part, "text": text, "who": supporter, "now": now},
            )
        return item_id

    def edit(self, item_id: str, text: str, supporter: str | None) -> None:
        """Other words in a line, or somebody else. Raises Trouble(MESSAGE_EMPTY, NOT_THERE)."""
        text = self._checked(text, supporter)
        with self._store.action(Done(Change.PLAN)):
            changed = self._db.execute(
                "UPDATE plan_item SET text = ?, supporter = ?, changed = ? WHERE id = ?",
                [text, supporter, self._store.clock.utc_text(), item_id],
            )
            if changed.rowcount == 0:
                raise Trouble(Code.NOT_THERE)

    def move(self, item_id: str, index: int) -> None:
        """Put a line at `index` among those of its part that are shown. Raises Trouble(NOT_THERE)."""
        part = self._part(item_id)
        everything = [row[0] for row in self._rows("id", "part = ? ORDER BY place, seq", part)]
        shown = [item.id for item in self.items() if item.part == part and item.id != item_id]
        everything.remove(item_id)
        index = max(0, min(index, len(shown)))
        # A line that is hidden keeps its place after the one that it followed.
        at = everything.index(shown[index]) if index < len(shown) else len(everything)
        everything.insert(at, item_id)
        with self._store.action(Done(Change.PLAN)):
            for place, one in enumerate(everything, 1):
                self._db.execute(
                    "UPDATE plan_item SET place = ? WHERE id = ? AND place <> ?", [place, one, place]
                )

    def remove(self, *item_ids: str) -> None:
        """Take lines out of the plan; undo brings them back. Raises Trouble(NOT_THERE)."""
        marks = ", ".join("?" for _ in item_ids)
        with self._store.action(Done(Change.PLAN_REMOVED)):
            if self._db.execute(f"DELETE FROM plan_item WHERE id IN ({marks})", item_ids).rowcount == 0:
                raise Trouble(Code.NOT_THERE)

    def to_ask(self) -> tuple[PlanItem, ...]:
        """Lines about somebody who died, ended or is unsafe, as long as nobody was asked what becomes of them."""
        gone = "s.trashed_at IS NULL AND s.status IN ('died', 'ended', 'unsafe') AND p.asked <> s.status"
        return self._items(gone)

    def was_asked(self, *item_ids: str) -> None:
        """The question was seen. It comes again only where things change again with that person."""
        marks = ", ".join("?" for _ in item_ids)
        with self._store.quiet():
            self._db.execute(
                "UPDATE plan_item SET asked = (SELECT status FROM supporter WHERE id = plan_item.supporter) "
                f"WHERE supporter IS NOT NULL AND id IN ({marks})",
                item_ids,
            )

    def last_changed(self) -> str | None:
        """When words in it were last written: UTC as text; None where there are none."""
        return str(found) if (found := self._rows("max(changed)", "1")[0][0]) else None

    # -- people for a hard moment ----------------------------------------------------------------------------

    def near(self) -> tuple[Near, ...]:
        """The people chosen, in their order."""
        found = self._db.execute(
            f"""SELECT s.id, s.name, s.kind FROM supporter AS s WHERE s.hard_moment IS NOT NULL AND {_MAY_BE_NEAR}
            ORDER BY s.hard_moment, s.seq"""
        ).fetchall()
        channels = self._channels([row[0] for row in found])
        return tuple(Near(row[1], Kind(row[2]), channels.get(row[0], ())) for row in found)

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Id and name of those whom `near` gives."""
        return tuple(
            (row[0], row[1])
            for row in self._db.execute(
                f"""SELECT s.id, s.name FROM supporter AS s WHERE s.hard_moment IS NOT NULL AND {_MAY_BE_NEAR}
                ORDER BY s.hard_moment, s.seq"""
            ).fetchall()
        )

    def may_be_chosen(self) -> tuple[tuple[str, str], ...]:
        """Id and name of everybody who may be chosen, by name."""
        found = self._db.execute(f"SELECT s.id, s.name FROM supporter AS s WHERE {_MAY_BE_NEAR}").fetchall()
        return tuple(sorted(((row[0], row[1]) for row in found), key=lambda one: one[1].casefold()))

    def choose(self, supporter_ids: Sequence[str]) -> None:
        """These people, in this order, and nobody else.

        Whom `near` leaves out for now keeps their place for later.
        """
        marks = ", ".join("?" for _ in supporter_ids)
        with self._store.action(Done(Change.HARD_MOMENT)):
            self._db.execute(
                f"""UPDATE supporter SET hard_moment = NULL WHERE hard_moment IS NOT NULL AND id IN
                (SELECT s.id FROM supporter AS s WHERE {_MAY_BE_NEAR}) AND id NOT IN ({marks})""",
                supporter_ids,
            )
            for place, one in enumerate(supporter_ids, 1):
                self._db.execute(
                    "UPDATE supporter SET hard_moment = ? WHERE id = ? AND hard_moment IS NOT ?",
                    [place, one, place],
                )

    def hard_moment(self) -> HardMoment:
        """What help right now shows."""
        plan = tuple(item for item in self.items() if item.part not in ONLY_ON_ITS_PAGE)
        return HardMoment(self.near(), plan)

    # -- rows ------------------------------------------------------------------------------------------------

    def _items(self, where: str) -> tuple[PlanItem, ...]:
        found = self._db.execute(
            f"""SELECT p.part, p.text, p.id, p.supporter, coalesce(s.name, '') FROM plan_item AS p
            LEFT JOIN supporter AS s ON s.id = p.supporter WHERE {where} ORDER BY p.part, p.place, p.seq"""
        ).fetchall()
        channels = self._channels([row[3] for row in found if row[3]])
        return tuple(
            PlanItem(part, text, item_id, who, name, channels.get(who, ()))
            for part, text, item_id, who, name in found
        )

    def _channels(self, supporters: Sequence[str]) -> dict[str, tuple[Channel, ...]]:
        """Ways to reach each of these people, the best one first."""
        if not supporters:
            return {}
        marks = ", ".join("?" for _ in supporters)
        found: dict[str, tuple[Channel, ...]] = {}
        for row in self._db.execute(
            f"""SELECT supporter, protocol, value, label, preferred FROM channel WHERE supporter IN ({marks})
            ORDER BY preferred DESC, seq""",
            supporters,
        ).fetchall():
            channel = Channel(Protocol(row[1]), row[2], row[3], bool(row[4]))
            found[row[0]] = (*found.get(row[0], ()), channel)
        return found

    def _rows(self, what: str, where: str, *values: object) -> list[Any]:
        return self._db.execute(f"SELECT {what} FROM plan_item WHERE {where}", values).fetchall()

    def _part(self, item_id: str) -> int:
        found = self._rows("part", "id = ?", item_id)
        if not found:
            raise Trouble(Code.NOT_THERE)
        return int(found[0][0])

    def _checked(self, text: str, supporter: str | None) -> str:
        text = rows.kept(text).strip()
        if supporter is None and not rows.one_line(text):
            raise Trouble(Code.MESSAGE_EMPTY)
        if supporter is not None and not self._store.people.names([supporter]):
            raise Trouble(Code.NOT_THERE)
        return text


def move_lines(db: Any, source: str, target: str) -> None:
    """When two entries become one: the lines are about the one that stays, and none says only what another says."""
    db.execute("UPDATE plan_item SET supporter = ? WHERE supporter = ?", [target, source])
    db.execute(
        """DELETE FROM plan_item WHERE supporter = :who AND EXISTS (SELECT 1 FROM plan_item AS other WHERE
        other.supporter = :who AND other.part = plan_item.part AND other.id <> plan_item.id AND
        (other.text = plan_item.text AND other.seq < plan_item.seq OR plan_item.text = '' AND other.text <> ''))""",
        {"who": target},
    )
