"""How it may go, and how it went."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..days import civil_day
from ..expecting import Expectation
from ..model import Change, Done, Expected
from ..trouble import Code, Trouble

if TYPE_CHECKING:
    from .store import Store

ASKED_FOR = timedelta(days=3)
"""So long after a contact "How did it go?" is asked; then it is left alone."""

_COLUMNS = "e.id, e.supporter, e.day, e.expected, e.went, e.check_in"
# Nobody is asked about, and nothing is shown of, whom lists leave out.
_SHOWN = """FROM expectation AS e JOIN supporter AS s ON s.id = e.supporter
    WHERE s.trashed_at IS NULL AND s.archived_at IS NULL AND s.status NOT IN ('died', 'ended', 'unsafe')"""


class ExpectationStore:
    """One method for each thing a person says. Changes raise Trouble where they cannot be written."""

    def __init__(self, store: Store) -> None:
        self._store, self._db = store, store.db

    def expect(self, supporter_id: str, expected: Expected) -> str:
        """Note how it may go today with somebody; said again on the same day, it takes the place of the first.

        Returns its id. Raises Trouble(NOT_THERE).
        """
        names = self._names(supporter_id)
        today = self._store.clock.now().date().isoformat()
        found = self._db.execute(
            "SELECT id FROM expectation WHERE supporter = ? AND day = ? AND check_in IS NULL AND went IS NULL",
            [supporter_id, today],
        ).fetchone()
        expectation_id = str(found[0]) if found else str(uuid4())
        with self._store.action(Done(Change.EXPECTED, names)):
            if found:
                self._db.execute(
                    "UPDATE expectation SET expected = ? WHERE id = ?", [expected, expectation_id]
                )
            else:
                self._db.execute(
                    "INSERT INTO expectation (id, supporter, day, expected, created) VALUES (?, ?, ?, ?, ?)",
                    [expectation_id, supporter_id, today, expected, self._store.clock.utc_text()],
                )
        return expectation_id

    def say_how_it_went(self, expectation_id: str, went: Expected) -> None:
        """Note how it went. Raises Trouble(NOT_THERE), ValueError for "no idea"."""
        if went is Expected.NO_IDEA:
            raise ValueError(went)
        self._change(expectation_id, "went", went)

    def forget(self, expectation_id: str) -> None:
        """Take a note back for good, as far as the person is concerned; undo brings it back."""
        row = self._row(expectation_id)
        with self._store.action(Done(Change.EXPECTED, self._names(row[0]))):
            self._db.execute("DELETE FROM expectation WHERE id = ?", [expectation_id])

    def all(self) -> list[Expectation]:
        """Every note about those whom lists show, newest first."""
        found = self._db.execute(f"SELECT {_COLUMNS} {_SHOWN} ORDER BY e.day DESC, e.seq DESC").fetchall()
        return [_expectation(row) for row in found]

    def now(self, supporter_id: str) -> Expectation | None:
        """What was thought today of somebody, with no contact since."""
        row = self._db.execute(
            f"SELECT {_COLUMNS} {_SHOWN} AND e.supporter = ? AND e.day = ? AND e.check_in IS NULL AND e.went IS NULL",
            [supporter_id, self._store.clock.now().date().isoformat()],
        ).fetchone()
        return _expectation(row) if row else None

    def to_ask(self) -> Expectation | None:
        """The newest note to ask "How did it go?" about: a contact was logged on a day before, not long ago.

        On the day itself a message has no answer yet, and enough was asked.
        """
        today = civil_day(self._store.clock.now())
        row = self._db.execute(
            f"""SELECT {_COLUMNS} {_SHOWN} AND e.went IS NULL AND e.day BETWEEN ? AND ? AND EXISTS (SELECT 1
            FROM check_in AS c WHERE c.id = e.check_in AND c.trashed_at IS NULL) ORDER BY e.day DESC, e.seq DESC""",
            [(today - ASKED_FOR).isoformat(), (today - timedelta(days=1)).isoformat()],
        ).fetchone()
        return _expectation(row) if row else None

    def link(self, check_in_id: str, people: tuple[str, ...]) -> None:
        """Inside the action that logs a contact: it is the one that was thought of today."""
        marks = ", ".join("?" for _ in people)
        self._db.execute(
            f"UPDATE expectation SET check_in = ? WHERE supporter IN ({marks}) AND day = ? AND check_in IS NULL "
            "AND went IS NULL",
            [check_in_id, *people, self._store.clock.now().date().isoformat()],
        )

    def _change(self, expectation_id: str, column: str, value: str) -> None:
        row = self._row(expectation_id)
        with self._store.action(Done(Change.EXPECTED, self._names(row[0]))):
            self._db.execute(f"UPDATE expectation SET {column} = ? WHERE id = ?", [value, expectation_id])

    def _row(self, expectation_id: str) -> Any:
        row = self._db.execute("SELECT supporter FROM expectation WHERE id = ?", [expectation_id]).fetchone()
        if row is None:
            raise Trouble(Code.NOT_THERE)
        return row

    def _names(self, supporter_id: str) -> tuple[str, ...]:
        found = self._store.people.names([supporter_id])
        if not found:
            raise Trouble(Code.NOT_THERE)
        return (found[supporter_id],)


def _expectation(row: Any) -> Expectation:
    return Expectation(
        row[0],
        row[1],
        date.fromisoformat(row[2]),
        Expected(row[3]),
        Expected(row[4]) if row[4] else None,
        row[5],
    )
