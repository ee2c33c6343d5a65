"""Undo for every change, by writing down the inverse of each row that changes.

Temporary triggers note, for each inserted, changed or deleted row, the statement that takes it back. Each action
collects its statements; undoing runs them in reverse in one transaction, and the same triggers note how to redo.
Nothing of it is ever written to disk. The idea is SQLite's own: https://www.sqlite.org/undoredo.html
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Done
    from ..sqlite import Database

TABLES = (
    "supporter",
    "supporter_photo",
    "supporter_history",
    "supporter_role",
    "offer",
    "channel",
    "special_date",
    "meeting",
    "put_off",
    "expectation",
    "draft",
    "not_duplicate",
    "check_in",
    "check_in_support",
    "check_in_supporter",
    "setting",
    "rhythm_of_circle",
    "nudge",
    "resource_mark",
    "own_resource",
    "own_resource_channel",
    "small_step",
    "reflection",
    "support_card",
    "support_card_line",
    "plan_item",
)
DEPTH = 100
"""How many actions can be taken back."""


BATCH = 8
"""Rows between two reports of a long undo."""


@dataclass(frozen=True, slots=True)
class Step:
    """One action and the statements that take it back, last change first."""

    done: Done
    statements: tuple[str, ...]


class UndoLog:
    """The actions that can be taken back and put back, newest last."""

    def __init__(self) -> None:
        self.undo: list[Step] = []
        self.redo: list[Step] = []

    def push(self, step: Step) -> None:
        """Remember a new action. What had been taken back before can no longer be put back."""
        if step.statements:
            self.undo.append(step)
            del self.undo[:-DEPTH]
            self.redo.clear()

    def clear(self) -> None:
        """Forget everything, so that what was removed for good cannot come back."""
        self.undo.clear()
        self.redo.clear()


def watch(db: Database) -> None:
    """Make the temporary table and triggers on this connection."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS undo_log (seq INTEGER PRIMARY KEY, sql TEXT NOT NULL)")
    for table in TABLES:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
        for statement in _triggers(table, columns):
            db.execute(statement)


def collect(db: Database) -> tuple[str, ...]:
    """Take what the triggers noted since the last call, in the order in which to run it."""
    rows = db.execute("SELECT sql FROM temp.undo_log ORDER BY seq DESC").fetchall()
    db.execute("DELETE FROM temp.undo_log")
    return tuple(row[0] for row in rows)


def run(db: Database, step: Step) -> Iterator[int]:
    """Run a step's statements inside the caller's transaction; yields how many are done, now and then."""
    # A child's row may come back before its parent's: what refers to what is checked at the end.
    db.execute("PRAGMA defer_foreign_keys=on")
    for number, statement in enumerate(step.statements, 1):
        db.conn.execute(statement)
        if number % BATCH == 0:
            yield number


def is_inverse(step: Step, inverse: Step) -> bool:
    """Whether a step made and removed just the rows it is about: not fewer, and none written elsewhere since.

    Removing a person removes what refers to them, which may be a contact logged from the terminal meanwhile.
    """
    wanted, done = (Counter(statement[:6] for statement in one.statements) for one in (step, inverse))
    return (wanted["INSERT"], wanted["DELETE"]) == (done["DELETE"], done["INSERT"])


def _triggers(table: str, columns: list[str]) -> tuple[str, ...]:
    # `seq` is the row's number itself; elsewhere the number is kept beside the columns.
    kept = columns if "seq" in columns else ["rowid", *columns]
    changes = " || ".join(
        f"CASE WHEN OLD.{c} IS NOT NEW.{c} THEN ', {c} = ' || quote(OLD.{c}) ELSE '' END" for c in columns
    )
    values = " || ', ' || ".join(f"quote(OLD.{c})" for c in kept)
    inverse = {
        "INSERT": f"'DELETE FROM {table} WHERE rowid = ' || NEW.rowid",
        "UPDATE": f"'UPDATE {table} SET rowid = ' || OLD.rowid || {changes} || ' WHERE rowid = ' || NEW.rowid",
        "DELETE": f"'INSERT INTO {table} ({', '.join(kept)}) VALUES (' || {values} || ')'",
    }
    return tuple(
        f"CREATE TEMP TRIGGER IF NOT EXISTS undo_{table}_{verb.lower()} AFTER {verb} ON main.{table} "
        f"BEGIN INSERT INTO undo_log (sql) VALUES ({expression}); END"
        for verb, expression in inverse.items()
    )
