"""Small steps: when this, then that. Which one Today offers is told in `core/steps.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..days import civil_day
from ..model import Change, Done
from ..resource_model import SmallStep, StepState
from ..steps import offered
from ..trouble import Code, Trouble
from . import rows

if TYPE_CHECKING:
    from datetime import date

    from .store import Store

_COLUMNS = "id, when_text, then_text, supporter, resource, state, since, day, shown, shown_on"


class SmallStepStore:
    """One method for each thing a person does to their steps. Changes raise Trouble where they cannot be written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    def all(self, *states: StepState) -> tuple[SmallStep, ...]:
        """All steps, or those in one of the states; the newest first."""
        marks = ", ".join("?" for _ in states)
        where = f"WHERE state IN ({marks})" if states else ""
        return self._read(f"{where} ORDER BY seq DESC", *states)

    def get(self, step_id: str) -> SmallStep | None:
        found = self._read("WHERE id = ?", step_id)
        return found[0] if found else None

    def of_supporter(self, supporter_id: str) -> tuple[SmallStep, ...]:
        """The steps about somebody, the newest first."""
        return self._read("WHERE supporter = ? ORDER BY seq DESC", supporter_id)

    def offered(self) -> SmallStep | None:
        """The one step Today may offer now, None for none. Asking changes nothing; `was_shown` notes a showing.

        A step about somebody who is in no list, or who died, is not offered.
        """
        welcome = self._db.execute(
            "SELECT id FROM supporter WHERE status NOT IN ('ended', 'unsafe', 'died') "
            "AND trashed_at IS NULL AND archived_at IS NULL "
            "AND id IN (SELECT supporter FROM small_step WHERE state = 'planned')"
        ).fetchall()
        planned = self._read("WHERE state = ? ORDER BY seq", StepState.PLANNED)
        return offered(planned, self._today(), {row[0] for row in welcome})

    def was_shown(self, step_id: str) -> None:
        """Note that Today offered a step today: once a day, however often it is called. No action: nothing to undo."""
        today = self._today().isoformat()
        before = self.get(step_id)
        if before is None or before.shown_on == self._today():
            return
        with self._store.quiet():
            self._db.execute(
                "UPDATE small_step SET shown = shown + 1, shown_on = :today "
                "WHERE id = :id AND shown_on IS NOT :today",
                {"id": step_id, "today": today},
            )

    def add(self, step: SmallStep) -> str:
        """Keep a step; returns its id. Raises Trouble(MESSAGE_EMPTY) where it does not say what then.

        An entry of the library that it came from is then marked as planned.
        """
        columns, now = self._columns(step), self._store.clock.utc_text()
        step_id = step.id or str(uuid4())
        row = {"id": step_id, **columns, "state": step.state, "since": self._today().isoformat()}
        row |= {"created": now, "changed": now}
        with self._store.action(Done(Change.STEP_KEPT)):
            marks = ", ".join(f":{column}" for column in row)
            self._db.execute(f"INSERT INTO small_step ({', '.join(row)}) VALUES ({marks})", row)
            if step.resource and step.state is StepState.PLANNED:
                self._store.resources.plan(step.resource)
        return step_id

    def save(self, step: SmallStep) -> None:
        """Replace what a step says, whom it is about and its day. It may then be offered again.

        Raises Trouble (MESSAGE_EMPTY, NOT_THERE).
        """
        columns = self._columns(step)
        with self._store.action(Done(Change.STEP_KEPT)):
            self._update(step.id, **columns, shown=0, shown_on=None)

    def set_state(self, step_id: str, state: StepState) -> None:
        """Idea, planned, done, not for me. A step that is planned anew may be offered again. Raises NOT_THERE."""
        again = {"shown": 0, "shown_on": None} if state is StepState.PLANNED else {}
        with self._store.action(Done(Change.STEP_STATE)):
            self._update(step_id, state=state, since=self._today().isoformat(), **again)

    def remove(self, step_id: str) -> None:
        """Keep a step no longer. Raises Trouble(NOT_THERE)."""
        with self._store.action(Done(Change.STEP_REMOVED)):
            if not self._db.execute("DELETE FROM small_step WHERE id = ?", [step_id]).rowcount:
                raise Trouble(Code.NOT_THERE)

    # -- the rows --------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return civil_day(self._store.clock.now())

    def _read(self, rest: str, *values: str) -> tuple[SmallStep, ...]:
        found = self._db.execute(f"SELECT {_COLUMNS} FROM small_step {rest}", list(values)).fetchall()
        return tuple(_step(row) for row in found)

    def _columns(self, step: SmallStep) -> dict[str, Any]:
        then = rows.kept(step.then).strip()
        if not rows.one_line(then):
            raise Trouble(Code.MESSAGE_EMPTY)
        if step.supporter and not self._store.people.names([step.supporter]):
            raise Trouble(Code.NOT_THERE)
        return {
            "when_text": rows.kept(step.when).strip(),
            "then_text": then,
            "supporter": step.supporter or None,
            "resource": step.resource or None,
            "day": step.day.isoformat() if step.day else None,
        }

    def _update(self, step_id: str, **columns: Any) -> None:
        columns["changed"] = self._store.clock.utc_text()
        assignments = ", ".join(f"{column} = ?" for column in columns)
        if not self._db.execute(
            f"UPDATE small_step SET {assignments} WHERE id = ?", [*columns.values(), step_id]
        ).rowcount:
            raise Trouble(Code.NOT_THERE)


def _step(row: tuple[Any, ...]) -> SmallStep:
    step_id, when, then, supporter, resource, state, since, day, shown, shown_on = row
    return SmallStep(
        then=then,
        when=when,
        id=step_id,
        supporter=supporter,
        resource=resource,
        state=StepState(state),
        day=rows.day_from(day),
        shown=shown,
        shown_on=rows.day_from(shown_on),
        since=rows.day_from(since),
    )
