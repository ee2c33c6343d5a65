"""The terminal's `next`: which reminder comes next, when, and why not sooner."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from . import reminder_words, words

if TYPE_CHECKING:
    from .core.nudges import Nudge, Outlook
    from .core.store import Store

tr = QCoreApplication.translate


def run_next(store: Store, *, as_json: bool) -> int:
    """Print the next reminder, or that none comes. It is only looked at: nothing counts as shown."""
    outlook = store.reminders.outlook()
    found = _as_json(store, outlook.nudge, outlook) if outlook.nudge is not None else None
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    elif found is None or outlook.nudge is None:
        print("\n  ".join([tr("cli", "No reminder comes."), *_why(store, outlook, "")]))
    else:
        at = outlook.nudge.at
        when = tr("cli", "{day}, {time}").format(day=words.day(at.date()), time=words.clock(at.time()))
        name = words.short(found["name"]) if found["name"] else reminder_words.resting()
        print("\n  ".join([tr("cli", "{when}: {what}").format(when=when, what=name), *found["why"]]))
    return 0


def _as_json(store: Store, nudge: Nudge, outlook: Outlook) -> dict[str, Any]:
    """The reminder with the fields of docs/terminal.md."""
    who = nudge.supporter
    name = store.people.names([who]).get(who) if who is not None else None
    shown = words.short(name) if name else ""
    today = store.clock.now().date()
    about = reminder_words.because(nudge.kind, shown, nudge.for_day, today)
    return {
        "id": who,
        "name": name,
        "kind": nudge.kind,
        "at": nudge.at.isoformat(timespec="seconds"),
        "why": [about, *_why(store, outlook, shown)],
    }


def _why(store: Store, outlook: Outlook, name: str) -> list[str]:
    today, chosen = store.clock.now().date(), store.reminders.pace()
    return [reminder_words.why(one, today, chosen, name) for one in outlook.why]
