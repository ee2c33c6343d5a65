"""Coming reminders for a calendar file, and what earlier files held."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..calendar_entries import Entry, Kept, entries, mark
from ..model import Kind
from ..upcoming import plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..nudges import Nudge
    from .store import Store

DAYS = 92
"""How far a file looks ahead: three months. What is later would be moved by the next contact anyway."""


class CalendarStore:
    def __init__(self, store: Store) -> None:
        self._store, self._db = store, store.db

    def export(
        self,
        say: Callable[[Nudge, str, Kind], str],
        discreet: str,
        write: Callable[[Sequence[Entry]], None],
        *,
        with_names: bool,
    ) -> tuple[Entry, ...]:
        """Have `write` put the next file on the disk, and remember what went out; both, or neither.

        `say` makes a title of a reminder, a name ("" without `with_names`) and a kind. It is no step to undo: a file
        that went out cannot be called back, only changed by the next one.
        """
        planned = self._planned(say, with_names=with_names)
        now = self._store.clock.now()
        with self._store.quiet():
            found = entries(planned, self._kept(), now, discreet)
            self._remember(found)
            write(found)
        return found

    def _planned(
        self, say: Callable[[Nudge, str, Kind], str], *, with_names: bool
    ) -> list[tuple[Nudge, str]]:
        state = self._store.reminders.state()
        nudges = list(plan(state, self._store.clock.now(), DAYS))
        ids = {one.supporter for one in nudges if one.supporter is not None}
        names = self._store.people.names(list(ids)) if with_names else {}
        kinds = {one.id: Kind(one.kind) for one in state.people if one.id in ids}
        return [(one, say(one, names.get(who := one.supporter or "", ""), kinds[who])) for one in nudges]

    def _kept(self) -> dict[str, Kept]:
        found = self._db.execute(
            "SELECT uid, sequence, starts, mark, cancelled FROM calendar_entry"
        ).fetchall()
        return {
            uid: Kept(sequence, datetime.fromisoformat(starts), mark_, bool(cancelled))
            for uid, sequence, starts, mark_, cancelled in found
        }

    def _remember(self, found: Sequence[Entry]) -> None:
        for one in found:
            self._db.execute(
                """INSERT INTO calendar_entry (uid, sequence, starts, mark, cancelled) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (uid) DO UPDATE SET sequence = excluded.sequence, starts = excluded.starts,
                mark = excluded.mark, cancelled = excluded.cancelled""",
                [one.uid, one.sequence, one.starts.isoformat(), mark(one), one.cancelled],
            )
