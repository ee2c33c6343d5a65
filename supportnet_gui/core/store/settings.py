"""Small remembered choices: key and value as JSON, each with its default and its check in one place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .store import Store

DEFAULTS: dict[str, Any] = {
    "welcome_done": False,
    "first_step_hidden_on": "",
    # What would help, how much energy there is, and the day this was chosen on.
    "today_choices": [],
    # Whether a suggestion asks how it might go.
    "ask_how_it_may_go": False,
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
        if type(value) is not type(DEFAULTS[key]):
            raise TypeError(key)
        with self._store.quiet():
            self._store.db.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, json.dumps(value)],
            )
