"""How to support me: cards a person writes, for somebody or for anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..model import Change, Done
from ..resource_model import CardPart, SupportCard
from ..trouble import Code, Trouble
from . import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .store import Store


class SupportCardStore:
    """One method for each thing a person does to their cards. Changes raise Trouble where they cannot be written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    def all(self, *, trash: bool = False) -> tuple[SupportCard, ...]:
        """All cards, the last changed first; with `trash` those in the trash."""
        return self._read(f"trashed_at IS {'NOT ' if trash else ''}NULL ORDER BY changed DESC, seq DESC")

    def get(self, card_id: str) -> SupportCard | None:
        found = self._read("id = ?", card_id)
        return found[0] if found else None

    def of(self, supporter_id: str | None) -> tuple[SupportCard, ...]:
        """The cards for somebody; for None the general ones. The last changed first."""
        rest = "supporter IS ? AND trashed_at IS NULL ORDER BY changed DESC, seq DESC"
        return self._read(rest, supporter_id)

    def keep(self, card: SupportCard) -> str:
        """Keep a new card, or, with its id, what it says now; returns the id. Raises Trouble(NOT_THERE)."""
        if card.supporter and not self._store.people.names([card.supporter]):
            raise Trouble(Code.NOT_THERE)
        card_id, now = card.id or str(uuid4()), self._store.clock.utc_text()
        columns: dict[str, Any] = {
            "supporter": card.supporter or None,
            "can_say_no": int(card.can_say_no),
            "in_danger": int(card.in_danger),
            "changed": now,
        }
        with self._store.action(Done(Change.CARD_KEPT)):
            if card.id:
                self._update(card_id, **columns)
                self._db.execute("DELETE FROM support_card_line WHERE card = ?", [card_id])
            else:
                row = {"id": card_id, **columns, "created": now}
                marks = ", ".join(f":{column}" for column in row)
                self._db.execute(f"INSERT INTO support_card ({', '.join(row)}) VALUES ({marks})", row)
            self._write_lines(card_id, card)
        return card_id

    def trash(self, card_id: str) -> None:
        with self._store.action(Done(Change.CARD_TRASHED)):
            self._update(card_id, trashed_at=self._store.clock.utc_text())

    def restore(self, card_id: str) -> None:
        with self._store.action(Done(Change.CARD_RESTORED)):
            self._update(card_id, trashed_at=None)

    def purge(self, card_ids: Sequence[str]) -> None:
        """Remove cards for good. Cannot be undone; say so before."""
        with self._store.purge():
            self.delete_rows(card_ids)

    def trashed_ids(self) -> list[str]:
        found = self._db.execute("SELECT id FROM support_card WHERE trashed_at IS NOT NULL").fetchall()
        return [row[0] for row in found]

    def delete_rows(self, card_ids: Sequence[str]) -> None:
        """What a purge does, inside the caller's."""
        marks = ", ".join("?" for _ in card_ids)
        self._db.execute(f"DELETE FROM support_card WHERE id IN ({marks})", list(card_ids))

    # -- the rows --------------------------------------------------------------------------------------------

    def _read(self, rest: str, *values: Any) -> tuple[SupportCard, ...]:
        found = self._db.execute(
            f"SELECT id, supporter, can_say_no, in_danger, changed, trashed_at FROM support_card WHERE {rest}",
            list(values),
        ).fetchall()
        lines: dict[str, dict[str, list[str]]] = {row[0]: {} for row in found}
        for card, part, text in self._db.execute(
            "SELECT card, part, text FROM support_card_line ORDER BY seq"
        ).fetchall():
            if card in lines:
                lines[card].setdefault(part, []).append(text)
        return tuple(
            SupportCard(
                id=card_id,
                supporter=supporter,
                **{part: tuple(texts) for part, texts in lines[card_id].items()},
                can_say_no=bool(can_say_no),
                in_danger=bool(in_danger),
                changed=changed,
                trashed_at=trashed_at,
            )
            for card_id, supporter, can_say_no, in_danger, changed, trashed_at in found
        )

    def _write_lines(self, card_id: str, card: SupportCard) -> None:
        self._db.conn.executemany(
            "INSERT INTO support_card_line (card, part, text) VALUES (?, ?, ?)",
            [
                (card_id, part, kept)
                for part in CardPart
                for text in card.lines(part)
                if rows.one_line(kept := rows.kept(text).strip())
            ],
        )

    def _update(self, card_id: str, **columns: Any) -> None:
        columns["changed"] = self._store.clock.utc_text()
        assignments = ", ".join(f"{column} = ?" for column in columns)
        if not self._db.execute(
            f"UPDATE support_card SET {assignments} WHERE id = ?", [*columns.values(), card_id]
        ).rowcount:
            raise Trouble(Code.NOT_THERE)
