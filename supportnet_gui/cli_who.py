"""The terminal's `who`: whom one could reach out to, by the same rules as the window."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from . import suggestion_words, words
from .core import content
from .core.days import civil_day
from .core.model import Kind

if TYPE_CHECKING:
    from .core.model import Energy, Need, Supporter
    from .core.store import Store
    from .core.suggestions import Suggestion

tr = QCoreApplication.translate


def run_who(store: Store, need: Need, energy: Energy, *, as_json: bool) -> int:
    """Print at most three suggestions; where nobody fits, one small step that needs nobody one knows."""
    today = civil_day(store.clock.now())
    found = [_as_json(store, one, need, energy, today) for one in store.today.suggestions(need, energy)]
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    elif found:
        print("\n\n".join(_as_text(one) for one in found))
    else:
        print(_first_step(today))
    return 0


def _as_json(store: Store, one: Suggestion, need: Need, energy: Energy, today: date) -> dict[str, Any]:
    """One suggestion with the fields of docs/terminal.md."""
    person = store.people.get(one.supporter) if one.supporter is not None else None
    name = words.short(person.name) if person else ""
    return {
        "id": one.supporter,
        "name": person.name if person else None,
        "act": one.act,
        "reasons": [words.reason(reason, name, today) for reason in one.reasons],
        "draft": _draft(person, one, need, energy),
    }


def _draft(person: Supporter | None, one: Suggestion, need: Need, energy: Energy) -> str:
    """What could be sent; nothing where there is nobody who reads."""
    if person is not None and person.kind in (Kind.PLACE, Kind.ANIMAL):
        return ""
    by_name = person is not None and person.kind in (Kind.PERSON, Kind.PROFESSIONAL)
    name = content.first_name(person.name) if person and by_name else ""
    return content.message(one.situation, need, energy, one.act, name, person.code_word if person else "")


def _as_text(one: dict[str, Any]) -> str:
    name = words.short(one["name"]) if one["name"] else suggestion_words.old_friend()
    heading = tr("cli", "{name}: {act}").format(name=name, act=suggestion_words.act_in_short(one["act"]))
    lines = [heading, *one["reasons"], *one["draft"].splitlines()]
    return "\n  ".join(lines)


def _first_step(today: date) -> str:
    """A step that stays the same all day, and is another one tomorrow."""
    steps = content.first_steps()
    if not steps:  # The file cannot be read.
        return tr("cli", "One small step is enough, and so is none.")
    step = steps[today.toordinal() % len(steps)]
    return f"{step.title}\n  {step.text}"
