"""Bringing in address books. No screen; all that is stored goes through the store.

`prepare` and `bring_in` are generators that yield their progress: a window runs them in slices and may close
them at any point, a command runs them through with `run`. Only `bring_in` writes, and all or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from supportnet_gui.core.exchange.import_match import Match, Why, name_key, shares, way_of
from supportnet_gui.core.exchange.import_plan import (
    EVERY,
    Candidate,
    FileProblem,
    NoPermission,
    Plan,
    Progress,
    prepare,
)
from supportnet_gui.core.exchange.vcard import Card, CardChannel, ProblemCode
from supportnet_gui.core.model import Channel, DateKind, SpecialDate, Supporter
from supportnet_gui.core.store.imports import ON_DISK, Addition
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.unswept import unswept

if TYPE_CHECKING:
    from supportnet_gui.core.store import Store

__all__ = [
    "MAX_KEPT_PHOTO",
    "Answer",
    "Candidate",
    "Decision",
    "FileProblem",
    "Match",
    "NoPermission",
    "Plan",
    "Progress",
    "Result",
    "Why",
    "bring_in",
    "prepare",
    "run",
]

MAX_KEPT_PHOTO = 1_000_000
"""Bytes of a photo that is kept as it is where nothing can make it smaller."""

T = TypeVar("T")


class Decision(StrEnum):
    """What to do with a card that looks like somebody kept."""

    ADD = "add"
    """Add what is missing to the one that is kept; nothing there is replaced."""
    NEW = "new"
    """They are two people: keep both, and remember that."""
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision; `supporter_id` says to whom what is missing is added."""

    decision: Decision
    supporter_id: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. `ids` are new people, `completed` those who got what they lacked.

    `already` and `left_out` are UIDs of chosen cards: there before, or looking like somebody and not answered
    for.
    """

    ids: tuple[str, ...] = ()
    completed: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    problems: tuple[FileProblem, ...] = ()


def run(work: Generator[object, None, T]) -> T:
    """Run a generator to its end; returns what it returns."""
    try:
        while True:
            next(work)
    except StopIteration as stop:
        outcome: T = stop.value
        return outcome


def bring_in(
    plan: Plan,
    chosen: Collection[str],
    answers: Mapping[str, Answer],
    store: Store,
    shrink: Callable[[bytes], bytes | None] | None = None,
) -> Generator[Progress, None, Result]:
    """Keep the people whose UIDs are `chosen`, as one action to undo; closed early it changes nothing.

    Once a report has `done == total`, everything is on disk and closing comes too late.

    `answers` holds, by UID, what was decided for those who look like somebody kept. Without an answer such a
    card is left out, unless only a first name is the same. `shrink` makes a photo small; None from it means
    that the photo is damaged: it is reported, and the person comes in without.
    Raises Trouble where the file cannot be written, or somebody to add to is gone; nothing has changed then.
    """
    with unswept():
        work = _Work(store, answers, shrink)
        wanted = [one for one in plan.candidates if one.uid in chosen]
        total = 2 * len(wanted) + 1
        for number, candidate in enumerate(wanted):
            work.take(candidate)
            if number % EVERY == 0 or candidate.card.photo:
                yield Progress(number, total, 0)
        ids: list[str] = []
        if work.newcomers or work.additions:
            additions = list(work.additions.values())
            count = len(work.newcomers) + len(additions)
            for written in store.imports.bring_in(work.newcomers, work.not_same, ids, additions):
                on_disk = written == ON_DISK
                yield Progress(
                    total if on_disk else len(wanted) + written, total, count if on_disk else written
                )
        return Result(
            tuple(ids), tuple(work.additions), tuple(work.already), tuple(work.left_out), tuple(work.problems)
        )


class _Work:
    """Chosen cards sorted into what is to be written."""

    def __init__(
        self,
        store: Store,
        answers: Mapping[str, Answer],
        shrink: Callable[[bytes], bytes | None] | None,
    ) -> None:
        self._store, self._answers, self._shrink = store, answers, shrink
        # Asked again: the terminal may have brought the same file in meanwhile.
        self._known = store.imports.known_uids()
        self._existing: dict[str, Supporter] = {}
        self.newcomers: list[tuple[Supporter, bytes | None]] = []
        self.additions: dict[str, Addition] = {}
        self.not_same: list[tuple[str, str]] = []
        self.already: list[str] = []
        self.left_out: list[str] = []
        self.problems: list[FileProblem] = []

    def take(self, candidate: Candidate) -> None:
        uid = candidate.uid
        answer = self._answers.get(uid)
        if candidate.already or uid in self._known:
            self.already.append(uid)
        elif candidate.likely and answer is not None and answer.decision is Decision.ADD:
            self._add_to(answer.supporter_id, candidate)
        elif (answer is None and candidate.looks_known) or (answer and answer.decision is Decision.LEAVE):
            self.left_out.append(uid)
        else:
            self.newcomers.append((_supporter(candidate.card), self._photo(candidate)))
            if answer is not None:
                self.not_same += [(match.supporter_id, uid) for match in candidate.likely]

    def _add_to(self, supporter_id: str, candidate: Candidate) -> None:
        """What somebody kept lacks of a card. Two cards may be added to one person."""
        existing = self._existing.get(supporter_id) or self._store.people.get(supporter_id)
        if existing is None:
            raise Trouble(Code.NOT_THERE)
        photo = None if existing.has_photo else self._photo(candidate)
        addition, self._existing[supporter_id] = _missing(existing, candidate.card, photo)
        before = self.additions.get(supporter_id)
        if addition == Addition(supporter_id, existing.name):
            self.already.append(candidate.uid)
        else:
            self.additions[supporter_id] = before.and_also(addition) if before else addition

    def _photo(self, candidate: Candidate) -> bytes | None:
        photo, code = candidate.card.photo, ProblemCode.BAD_PHOTO
        if photo is None:
            return None
        if self._shrink is not None:
            small = self._shrink(photo)
        else:
            small = photo if len(photo) <= MAX_KEPT_PHOTO else None
            code = ProblemCode.PHOTO_TOO_BIG
        if small is None:
            self.problems.append(FileProblem(candidate.file, candidate.card.line, code, "PHOTO"))
        return small


def _supporter(card: Card) -> Supporter:
    known_by = {name_key(card.name), name_key(card.given)}
    alias = (card.nickname,) if card.nickname and name_key(card.nickname) not in known_by else ()
    return Supporter(
        name=card.name,
        kind=card.kind,
        source_uid=card.uid,
        note=_note(card),
        roles=tuple(dict.fromkeys(card.roles + alias)),
        channels=tuple(map(_channel, card.channels)),
        dates=_dates(card),
    )


def _note(card: Card) -> str:
    return "\n".join(filter(None, (card.note, card.about)))


def _channel(way: CardChannel) -> Channel:
    return Channel(way.protocol, way.value, way.label, way.preferred)


def _dates(card: Card) -> tuple[SpecialDate, ...]:
    return tuple(SpecialDate(DateKind(one.kind), one.year, one.month, one.day) for one in card.dates)


def _missing(kept: Supporter, card: Card, photo: bytes | None) -> tuple[Addition, Supporter]:
    """What `kept` lacks of a card, and `kept` with it. Nothing that is there gives way to the card."""
    ways = {way_of(one.protocol, one.value) for one in kept.channels}
    settled = any(one.preferred for one in kept.channels)
    channels = tuple(
        replace(_channel(one), preferred=one.preferred and not settled)
        for one in card.channels
        if not shares(way_of(one.protocol, one.value), ways)
    )
    kinds = {one.kind for one in kept.dates}
    dates = tuple(one for one in _dates(card) if one.kind not in kinds)
    note = "" if kept.note.strip() else _note(card)
    uid = "" if kept.source_uid else card.uid
    completed = replace(
        kept,
        channels=kept.channels + channels,
        dates=kept.dates + dates,
        note=note or kept.note,
        source_uid=uid or kept.source_uid,
        has_photo=kept.has_photo or photo is not None,
    )
    return Addition(kept.id, kept.name, channels, dates, note, uid, photo), completed
