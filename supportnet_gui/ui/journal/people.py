"""Whom an entry is about, as far as it may be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import words
from ...core.model import NOT_SUGGESTED

if TYPE_CHECKING:
    from ...core.store import Store

_LONGEST = 40


def name_of(store: Store, supporter: str | None) -> str:
    """A name, "" for nobody. Who died stays named; whom lists leave out unasked is not named here either."""
    person = store.people.get(supporter) if supporter else None
    if person is None or person.trashed_at is not None or person.status in NOT_SUGGESTED:
        return ""
    return words.short(person.name, _LONGEST)
