"""Rows of the tables to records and back. No queries here."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time
from typing import TYPE_CHECKING, Any

from ..model import (
    Began,
    Channel,
    CheckIn,
    Circle,
    DateKind,
    Felt,
    Kind,
    Meeting,
    Offer,
    Protocol,
    Repeats,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Support,
    Supporter,
    Unit,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

SUPPORTER_TEXTS = ("pronouns", "helps", "helps_not", "offered", "available", "not_for", "code_word", "note")
"""The columns that hold the person's own words, other than the name."""


PARTS = {
    "supporter_role": ("role",),
    "offer": ("support", "note"),
    "channel": ("protocol", "value", "label", "preferred"),
    "special_date": ("kind", "year", "month", "day", "notice"),
    "meeting": ("repeats", "day", "weekday", "nth", "clock", "zone", "place", "note", "notice"),
}
"""The tables of lists that belong to a supporter, and their columns."""

_NOT_KEPT = re.compile("[\0\ud800-\udfff]")
# What turns the text around it, and the byte order mark: in a list they would scramble other people's names.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_BREAKS = {"Cc", "Cs", "Zl", "Zp"}


def kept(text: str) -> str:
    """Text as the database holds it: as typed, without NUL and halves of characters, which no file can hold."""
    return _NOT_KEPT.sub("", text)


def one_line(text: str) -> str:
    """A name as kept: no line breaks, no control characters, no space around it; nothing else changed.

    Empty where nothing of it could be seen.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    found = _TURNING.sub("", text)
    found = "".join(" " if unicodedata.category(c) in _BREAKS else c for c in found)
    seen = any(unicodedata.category(c) not in {"Cf", "Zs"} for c in found)
    return " ".join(found.split()) if seen else ""


def day_from(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _text(value: date | None) -> str | None:
    return value.isoformat() if value else None


def supporter_columns(one: Supporter) -> dict[str, Any]:
    """What a supporter's own row holds, without its identity, times and trash marks."""
    return {
        "name": one_line(one.name),
        "kind": one.kind,
        "circle": one.circle,
        "map_angle": one.map_angle,
        "status": one.status,
        "status_since": _text(one.status_since),
        "resting_until": _text(one.resting_until),
        **{column: kept(getattr(one, column)) for column in SUPPORTER_TEXTS},
        "not_in_crisis": int(one.not_in_crisis),
        "easy_on_low_day": int(one.easy_on_low_day),
        "hard_moment": one.hard_moment,
        "asked_on": _text(one.asked_on),
        "rhythm_mode": one.rhythm.mode,
        "rhythm_every": one.rhythm.every,
        "rhythm_unit": one.rhythm.unit,
        "rhythm_began": _text(one.rhythm.began),
        "source_uid": kept(one.source_uid),
    }


def parts(one: Supporter) -> dict[str, list[tuple[Any, ...]]]:
    """What the tables of `PARTS` hold of a supporter: blank ones left out, each role and kind of support once."""
    return {
        "supporter_role": [(role,) for role in dict.fromkeys(map(one_line, one.roles)) if role],
        "offer": list({offer.support: kept(offer.note) for offer in one.offers}.items()),
        "channel": [
            (c.protocol, value, kept(c.label), int(c.preferred))
            for c in one.channels
            if (value := kept(c.value).strip())
        ],
        "special_date": [(d.kind, d.year, d.month, d.day, int(d.notice)) for d in one.dates],
        "meeting": [_meeting_values(meeting) for meeting in one.meetings],
    }


def supporter_from(row: Mapping[str, Any], parts: Mapping[str, Any]) -> Supporter:
    """A whole supporter. `parts` holds has_photo, roles, offers, channels, dates and meetings."""
    return Supporter(
        id=row["id"],
        name=row["name"],
        kind=Kind(row["kind"]),
        circle=Circle(row["circle"]),
        map_angle=row["map_angle"],
        status=Status(row["status"]),
        status_since=day_from(row["status_since"]),
        resting_until=day_from(row["resting_until"]),
        **{column: row[column] for column in SUPPORTER_TEXTS},
        not_in_crisis=bool(row["not_in_crisis"]),
        easy_on_low_day=bool(row["easy_on_low_day"]),
        hard_moment=row["hard_moment"],
        asked_on=day_from(row["asked_on"]),
        rhythm=Rhythm(
            RhythmMode(row["rhythm_mode"]),
            row["rhythm_every"],
            Unit(row["rhythm_unit"]),
            day_from(row["rhythm_began"]),
        ),
        source_uid=row["source_uid"],
        archived_at=row["archived_at"],
        trashed_at=row["trashed_at"],
        created=row["created"],
        changed=row["changed"],
        **parts,
    )


def offer_from(row: Mapping[str, Any]) -> Offer:
    return Offer(Support(row["support"]), row["note"])


def channel_from(row: Mapping[str, Any]) -> Channel:
    return Channel(Protocol(row["protocol"]), row["value"], row["label"], bool(row["preferred"]))


def special_date_from(row: Mapping[str, Any]) -> SpecialDate:
    return SpecialDate(DateKind(row["kind"]), row["year"], row["month"], row["day"], bool(row["notice"]))


def _meeting_values(one: Meeting) -> tuple[Any, ...]:
    """Only what its way of repeating needs."""
    return (
        one.repeats,
        _text(one.on) if one.repeats is Repeats.ONCE else None,
        None if one.repeats is Repeats.ONCE else one.weekday,
        one.nth if one.repeats is Repeats.MONTHLY else None,
        one.at.strftime("%H:%M") if one.at else None,
        one.zone,
        one_line(one.place),
        kept(one.note),
        int(one.notice),
    )


def meeting_from(row: Mapping[str, Any]) -> Meeting:
    return Meeting(
        Repeats(row["repeats"]),
        day_from(row["day"]),
        row["weekday"],
        row["nth"],
        time.fromisoformat(row["clock"]) if row["clock"] else None,
        row["zone"],
        row["place"],
        row["note"],
        bool(row["notice"]),
    )


def happened(on: date, at: time | None) -> str:
    """When a contact was, as kept: "2026-11-22", or "2026-11-22T18:30" where the time is known."""
    return on.isoformat() if at is None else f"{on.isoformat()}T{at.strftime('%H:%M')}"


def check_in_columns(one: CheckIn) -> dict[str, Any]:
    return {
        "happened": happened(one.on, one.at),
        "zone": one.zone,
        "precision": "day" if one.at is None else "minute",
        "way": one.way,
        "began": one.began,
        "answered": None if one.answered is None else int(one.answered),
        "gave_support": None if one.gave_support is None else int(one.gave_support),
        "felt": one.felt,
        "note": kept(one.note),
        "next_note": kept(one.next_note),
    }


def check_in_from(row: Mapping[str, Any], people: tuple[str, ...], support: tuple[Support, ...]) -> CheckIn:
    day, _, clock = row["happened"].partition("T")
    return CheckIn(
        people=people,
        on=date.fromisoformat(day),
        at=time.fromisoformat(clock) if clock else None,
        zone=row["zone"],
        id=row["id"],
        way=Way(row["way"]) if row["way"] else None,
        began=Began(row["began"]) if row["began"] else None,
        answered=None if row["answered"] is None else bool(row["answered"]),
        support=support,
        gave_support=None if row["gave_support"] is None else bool(row["gave_support"]),
        felt=Felt(row["felt"]) if row["felt"] else None,
        note=row["note"],
        next_note=row["next_note"],
        trashed_at=row["trashed_at"],
        created=row["created"],
    )
