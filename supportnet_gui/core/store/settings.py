"""Small remembered choices: key and value as JSON, each with its default and its check in one place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..nudge_numbers import A_DAY, A_WEEK, HOURS_BETWEEN

if TYPE_CHECKING:
    from .store import Store

DEFAULTS: dict[str, Any] = {
    "welcome_done": False,
    "first_step_hidden_on": "",
    # What would help, how much energy there is, and the day this was chosen on.
    "today_choices": [],
    # Whether a suggestion asks how it might go.
    "ask_how_it_may_go": False,
    # Reminders: docs/reminders.md. Days are ISO text, empty for none; 1 is Monday.
    "reminders_on": True,
    "reminders_begin": "10:00",
    "reminders_end": "19:00",
    "reminders_weekdays": [1, 2, 3, 4, 5, 6, 7],
    "reminders_a_day": A_DAY,
    "reminders_a_week": A_WEEK,
    "reminders_hours_between": HOURS_BETWEEN,
    "reminders_rest_until": "",
    # When somebody last said that they rest or begin again: a moment in UTC.
    "reminders_started": "",
    # As notices of the system too, and with names there: only after a yes.
    "reminders_as_notices": False,
    "reminders_with_names": False,
    "low_day": "",
    # Whether it was said that Supportnet goes on when its window is closed.
    "told_that_it_stays": False,
    # What somebody has begun to write in the journal, and not kept yet.
    "journal_begun": "",
    # A small card of people and plan outside the database: only after a yes.
    "hard_moment_card": False,
}
"""Every key there is. A value's type is the default's type."""


class SettingStore:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> Any:
        """The kept value, or the default where none is kept or what is kept has another type."""
        default = DEFAULTS[key]
        row = self._store.db.execute("SELECT value FROM setting WHERE key = ?", [key]).fetchone()
        if row is None:
            return default
        try:
            value = json.loads(row[0])
        except ValueError:
            return default
        return value if type(value) is type(default) else default

    def set(self, key: str, value: Any) -> None:
        """Keep a value, without a step to undo. Raises KeyError for an unknown key, TypeError for another type."""
        with self._store.quiet():
            self.write(key, value)

    def write(self, key: str, value: Any) -> None:
        """What `set` does, inside the caller's action: undone with it."""
        if type(value) is not type(DEFAULTS[key]):
            raise TypeError(key)
        self._store.db.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, json.dumps(value)],
        )
