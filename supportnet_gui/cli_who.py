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
    found = [
        (one, store.people.get(one.supporter) if one.supporter is not None else None)
        for one in store.today.suggestions(need, energy)
    ]
    told = [_as_json(one, person, need, energy, today) for one, person in found]
    if as_json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    elif found:
        headings = [_heading(one, person) for one, person in found]
        print("\n\n".join(_as_text(*each) for each in zip(headings, told, strict=True)))
    else:
        print(_first_step(today))
    return 0


def _as_json(
    one: Suggestion, person: Supporter | None, need: Need, energy: Energy, today: date
) -> dict[str, Any]:
    """One suggestion with the fields of docs/terminal.md."""
    name = words.short(person.name) if person else ""
    return {
        "id": one.supporter,
        "name": person.name if person else None,
        "act": one.act,
        "reasons": [words.reason(reason, name, today) for reason in one.reasons],
        "draft": content.suggested(one, person, need, energy),
    }


def _heading(one: Suggestion, person: Supporter | None) -> str:
    name = words.short(person.name) if person else suggestion_words.old_friend()
    kind = person.kind if person else Kind.PERSON
    return tr("cli", "{name}: {act}").format(name=name, act=suggestion_words.act_in_short(one.act, kind))


def _as_text(heading: str, told: dict[str, Any]) -> str:
    return "\n  ".join((heading, *told["reasons"], *told["draft"].splitlines()))


def _first_step(today: date) -> str:
    """A step that stays the same all day, and is another one tomorrow."""
    steps = content.first_steps()
    if not steps:  # The file cannot be read.
        return tr("cli", "One small step is enough, and so is none.")
    step = steps[today.toordinal() % len(steps)]
    return f"{step.title}\n  {step.text}"
