"""What a calendar file holds: the planned reminders, and what earlier files held and is no longer planned. Pure.

An entry keeps its `uid` for life, so that a calendar changes it in place: of somebody's rhythm the next reminder
is always the same entry, however its day moves. Each change of an entry makes its `sequence` higher (RFC 5545).
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5
from zlib import crc32

from .nudge_model import NudgeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from .nudges import Nudge

_OURS = UUID("6f0c2f3e-5a0e-4f5e-9a55-3f4d1c6b7e21")


class Entry(NamedTuple):
    """One entry. `starts` is civil time with its offset. One that is cancelled says nothing about anybody."""

    uid: str
    starts: datetime
    title: str
    sequence: int = 0
    cancelled: bool = False


class Kept(NamedTuple):
    """What is remembered of an entry that went out."""

    sequence: int
    starts: datetime
    mark: int
    cancelled: bool


def entries(
    planned: Iterable[tuple[Nudge, str]], kept: Mapping[str, Kept], now: datetime, discreet: str
) -> tuple[Entry, ...]:
    """The whole next file, in the order of time: each planned reminder with its title, then what is called off.

    What went out before and is over stays in calendars as it is. `discreet` is the title of what is called off.
    """
    found: list[Entry] = []
    places: Counter[str] = Counter()
    for nudge, title in planned:
        uid = _uid(nudge, places)
        found.append(_numbered(Entry(uid, nudge.at, title), kept.get(uid)))
    planned_now = {one.uid for one in found}
    for uid, before in kept.items():
        if uid not in planned_now and before.starts > now:
            found.append(
                _numbered(Entry(uid, before.starts.astimezone(UTC), discreet, cancelled=True), before)
            )
    return tuple(sorted(found, key=lambda one: (one.starts, one.uid)))


def mark(entry: Entry) -> int:
    """A checksum of what an entry says. The name in it cannot be read back."""
    return crc32(f"{entry.uid}\n{entry.starts.isoformat()}\n{entry.title}".encode())


def _numbered(entry: Entry, before: Kept | None) -> Entry:
    if before is None:
        return entry
    same = (before.mark, before.cancelled) == (mark(entry), entry.cancelled)
    return entry._replace(sequence=before.sequence if same else before.sequence + 1)


def _uid(nudge: Nudge, places: Counter[str]) -> str:
    """Of a rhythm, by its place among those to come; of a date or meeting, by its day."""
    key = f"{nudge.kind.value} {nudge.supporter}"
    if nudge.kind is NudgeKind.RHYTHM:
        places[key] += 1
        return str(uuid5(_OURS, f"{key} {places[key]}"))
    return str(uuid5(_OURS, f"{key} {nudge.for_day.isoformat()}"))
