"""A time of day as people type it. Two pages ask for one."""

from __future__ import annotations

import re
from datetime import time

from ... import words

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(?:([ap])\.?\s?m?\.?)?", re.IGNORECASE)


def read_time(text: str) -> time | None:
    """A time of day as people write it: 18:30, 18.30, 1830, 18h30, 18, 6pm, 6:30 p.m. None for nothing.

    Raises ValueError for what is no time.
    """
    if not text.strip():
        return None
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError("no time of day")
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise ValueError("no hour of twelve")
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return time(hour, minute)


def typed_time(at: time | None) -> str:
    """A time for a field to begin with: as the language writes it where that reads back, else "18:30"."""
    if at is None:
        return ""
    usual = words.clock(at)
    try:
        return usual if read_time(usual) == at else at.strftime("%H:%M")
    except ValueError:
        return at.strftime("%H:%M")
