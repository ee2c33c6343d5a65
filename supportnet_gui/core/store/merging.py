"""Two entries that are one person: what the one that stays then holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..model import Channel, Meeting, Offer, Protocol, RhythmMode, SpecialDate, Status, Supporter
from .plan import move_lines
from .search import folded

if TYPE_CHECKING:
    from ..sqlite import Database


STRICTNESS = (Status.ACTIVE, Status.RESTING, Status.DRIFTED, Status.DIED, Status.ENDED, Status.UNSAFE)
"""From open to closed: when two entries differ, the one further along wins."""

_JOINED = ("helps", "helps_not", "offered", "available", "not_for", "note")
_BESIDE = ("pronouns", "code_word")
_NUMBERS = (Protocol.CALL, Protocol.TEXT, Protocol.SIGNAL, Protocol.WHATSAPP)


def merged(keep: Supporter, other: Supporter) -> Supporter:
    """What `keep` holds after taking `other` in. Nothing either said is lost; stricter status and limits win.

    `source_uid` then holds both UIDs, one a line, so that neither card comes in again.
    """
    stricter = max((keep, other), key=lambda one: STRICTNESS.index(one.status))
    since = [one.status_since for one in (keep, other) if one.status is stricter.status and one.status_since]
    texts: dict[str, Any] = {name: _join(getattr(keep, name), getattr(other, name)) for name in _JOINED}
    texts |= {name: _beside(getattr(keep, name), getattr(other, name)) for name in _BESIDE}
    uids = dict.fromkeys(filter(None, (*keep.source_uid.split("\n"), *other.source_uid.split("\n"))))
    alias = () if folded(other.name) == folded(keep.name) else (other.name,)
    rhythm = keep.rhythm if keep.rhythm.mode is not RhythmMode.NONE else other.rhythm
    moments = [one.hard_moment for one in (keep, other) if one.hard_moment is not None]
    not_in_crisis = keep.not_in_crisis or other.not_in_crisis
    resting = [one.resting_until for one in (keep, other) if one.resting_until is not None]
    # Resting with no end is stricter than resting until a day.
    endless = any(one.status is Status.RESTING and one.resting_until is None for one in (keep, other))
    return replace(
        keep,
        **texts,
        source_uid="\n".join(uids),
        status=stricter.status,
        status_since=since[0] if since else None,
        resting_until=max(resting) if resting and not endless and stricter.status is Status.RESTING else None,
        not_in_crisis=not_in_crisis,
        hard_moment=min(moments) if moments and not not_in_crisis else None,
        easy_on_low_day=keep.easy_on_low_day or other.easy_on_low_day,
        asked_on=keep.asked_on or other.asked_on,
        map_angle=keep.map_angle if keep.map_angle is not None else other.map_angle,
        rhythm=rhythm,
        archived_at=keep.archived_at or other.archived_at,
        roles=tuple(dict.fromkeys(keep.roles + other.roles + alias)),
        offers=_offers(keep, other),
        channels=_channels(keep.channels + other.channels),
        dates=_dates(keep.dates + other.dates),
        meetings=_meetings(keep.meetings, other.meetings),
    )


def move_everything(db: Database, source: str, target: str) -> None:
    """Point all that refers to one entry to another: check-ins, the photo (if the target has none), answers."""
    for statement in (
        "UPDATE OR IGNORE check_in_supporter SET supporter = :target WHERE supporter = :source",
        "UPDATE put_off SET supporter = :target WHERE supporter = :source",
        "UPDATE expectation SET supporter = :target WHERE supporter = :source",
        "UPDATE nudge SET supporter = :target WHERE supporter = :source",
        "UPDATE resource_mark SET supporter = :target WHERE supporter = :source",
        "UPDATE small_step SET supporter = :target WHERE supporter = :source",
        "UPDATE reflection SET supporter = :target WHERE supporter = :source",
        "UPDATE support_card SET supporter = :target WHERE supporter = :source",
        "UPDATE OR IGNORE supporter_photo SET supporter = :target WHERE supporter = :source",
        "UPDATE OR IGNORE not_duplicate SET supporter = :target WHERE supporter = :source AND other <> :target",
        "UPDATE OR IGNORE not_duplicate SET other = :target WHERE other = :source AND supporter <> :target",
        "DELETE FROM not_duplicate WHERE other = :source",
    ):
        db.execute(statement, {"source": source, "target": target})
    move_lines(db, source, target)


def _dates(found: tuple[SpecialDate, ...]) -> tuple[SpecialDate, ...]:
    """Each date once, with a reminder where either entry had one."""
    wanted = {replace(one, notice=False) for one in found if one.notice}
    return tuple(
        replace(one, notice=one in wanted)
        for one in dict.fromkeys(replace(one, notice=False) for one in found)
    )


def _join(mine: str, theirs: str) -> str:
    """Both texts, one below the other; not what the first says already, line by line."""
    if {*theirs.splitlines()} <= {*mine.splitlines(), ""}:
        return mine
    return f"{mine}\n{theirs}" if mine else theirs


def _beside(mine: str, theirs: str) -> str:
    """Both of two short texts, on one line."""
    if not theirs or folded(theirs) == folded(mine):
        return mine
    return f"{mine} / {theirs}" if mine else theirs


def _fuller(mine: str, theirs: str) -> str:
    """The one that says what the other does too, or both on one line."""
    if folded(theirs) in folded(mine):
        return mine
    return theirs if folded(mine) in folded(theirs) else _beside(mine, theirs)


def _meetings(mine: tuple[Meeting, ...], theirs: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """All of both. Of two at the same time by the same rhythm one stays, with the places and notes of both.

    Two that one entry had beside each other stay two: somebody meant them so.
    """
    kept, more = list(dict.fromkeys(mine)), []
    unmatched = list(range(len(kept)))
    # What is wholly alike first, so that it does not join another one of the same time.
    for one in sorted(dict.fromkeys(theirs), key=lambda one: one not in mine):
        same = [place for place in unmatched if _time(kept[place]) == _time(one)]
        if not same:
            more.append(one)
            continue
        place = next((place for place in same if kept[place] == one), same[0])
        unmatched.remove(place)
        first = kept[place]
        kept[place] = replace(
            first,
            zone=first.zone or one.zone,
            place=_fuller(first.place, one.place),
            note=_join(first.note, one.note),
            notice=first.notice or one.notice,
        )
    return (*kept, *more)


def _time(one: Meeting) -> tuple[object, ...]:
    return one.repeats, one.on, one.weekday, one.nth, one.at


def _offers(keep: Supporter, other: Supporter) -> tuple[Offer, ...]:
    found = {offer.support: offer for offer in other.offers}
    for offer in keep.offers:
        theirs = found.get(offer.support)
        found[offer.support] = Offer(offer.support, _join(offer.note, theirs.note if theirs else ""))
    return tuple(found[support] for support in sorted(found))


def _channels(channels: tuple[Channel, ...]) -> tuple[Channel, ...]:
    """Each way to reach someone once, with what either called it.

    Signs between digits make no other number, case and spaces no other address; a dot or a dash may.
    """
    kept: dict[tuple[str, str], Channel] = {}
    for channel in channels:
        same = "".join(folded(channel.value).split())
        if channel.protocol in _NUMBERS:
            same = "".join(c for c in same if c.isalnum() or c == "+") or same
        first = kept.get((channel.protocol, same), channel)
        kept[channel.protocol, same] = replace(
            first, label=_beside(first.label, channel.label), preferred=first.preferred or channel.preferred
        )
    return tuple(kept.values())
