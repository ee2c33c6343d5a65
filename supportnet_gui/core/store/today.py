"""What Today asks and does: whom one could reach out to, and another time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ..days import civil_day
from ..model import Change, Done
from ..suggestions import about, suggest
from ..trouble import Code, Trouble

if TYPE_CHECKING:
    from ..model import Energy, Need
    from ..suggestions import Suggestion
    from .store import Store

ANOTHER_TIME = timedelta(days=3)
"""How long "another time" lasts: long enough not to be asked again tomorrow, short enough to be no goodbye."""


class TodayStore:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._candidates = store.candidates

    def read_ahead(self) -> None:
        """Read what suggestions are made of, which takes 0.1 s of a very large notebook: not in a window's way."""
        self._candidates.all()

    # Asked at each look at Today, and at its first sight: so they do without what reminders and steps are made of.

    @property
    def is_low_day(self) -> bool:
        """Whether today was marked as a low day. It ends by itself at four in the morning."""
        return bool(self._store.settings.get("low_day") == civil_day(self._store.clock.now()).isoformat())

    @property
    def may_have_reminder(self) -> bool:
        """Whether a reminder was shown today and has no answer; `reminders.shown` says whether it still fits."""
        row = self._store.db.execute(
            "SELECT 1 FROM nudge WHERE day = ? AND answer IS NULL LIMIT 1",
            [self._store.clock.now().date().isoformat()],
        ).fetchone()
        return row is not None

    @property
    def may_have_step(self) -> bool:
        """Whether any small step is planned; `steps.offered` says which of them, if any, comes now."""
        row = self._store.db.execute("SELECT 1 FROM small_step WHERE state = 'planned' LIMIT 1").fetchone()
        return row is not None

    def suggestions(self, need: Need, energy: Energy) -> tuple[Suggestion, ...]:
        """At most three things that could be done now, the best first; none where nobody fits."""
        clock = self._store.clock
        return suggest(self._candidates.all(), need, energy, clock.now(), clock.zone())

    def about(self, supporter_id: str, need: Need, energy: Energy) -> Suggestion | None:
        """What could be done with one person, suggested or not; None where they are in no list."""
        clock = self._store.clock
        one = next((one for one in self._candidates.all() if one.id == supporter_id), None)
        return about(one, need, energy, clock.now(), clock.zone()) if one is not None else None

    def put_off(self, supporter_id: str) -> None:
        """Another time: not suggested for three days, today the first of them. Raises Trouble(NOT_THERE)."""
        with self._store.action(Done(Change.PUT_OFF, (self._name(supporter_id),))):
            self._put_off(supporter_id)

    def not_in_crisis(self, supporter_id: str) -> None:
        """Not for a hard moment, and not suggested for a few days either. Raises Trouble(NOT_THERE)."""
        with self._store.action(Done(Change.EDITED, (self._name(supporter_id),))):
            self._store.db.execute(
                "UPDATE supporter SET not_in_crisis = 1, hard_moment = NULL, changed = ? WHERE id = ?",
                [self._store.clock.utc_text(), supporter_id],
            )
            self._put_off(supporter_id)

    def _name(self, supporter_id: str) -> str:
        name = self._store.people.names([supporter_id]).get(supporter_id)
        if name is None:
            raise Trouble(Code.NOT_THERE)
        return name

    def _put_off(self, supporter_id: str) -> None:
        until = civil_day(self._store.clock.now()) + ANOTHER_TIME
        # Nobody needs to know later how often somebody was put off.
        self._store.db.execute("DELETE FROM put_off WHERE supporter = ?", [supporter_id])
        self._store.db.execute(
            "INSERT INTO put_off (supporter, until, created) VALUES (?, ?, ?)",
            [supporter_id, until.isoformat(), self._store.clock.utc_text()],
        )
