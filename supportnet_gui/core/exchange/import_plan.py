"""What address-book files hold, card by card, compared with everyone kept. Nothing here writes."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from supportnet_gui.core.exchange import vcard
from supportnet_gui.core.exchange.import_match import Index, Match, Way, Why, name_key, shares, way_of
from supportnet_gui.core.exchange.vcard import Card, Problem, ProblemCode, VCardError, VCardErrorCode
from supportnet_gui.core.store.rows import one_line
from supportnet_gui.core.unswept import unswept

if TYPE_CHECKING:
    from supportnet_gui.core.store import Store

_SCALE = 1000
_READING = 900
"""Of `_SCALE` parts of the work, so many go to reading, the rest to comparing."""
_CHUNK = 1_000_000
"""Bytes looked at between two reports."""
_LONGEST = 1000
"""Characters of nickname, title and organisation that a search looks through."""
EVERY = 20
"""Cards between two reports."""


class NoPermission(StrEnum):
    """A file that this person may not read."""

    NO_PERMISSION = "no_permission"


class Progress(NamedTuple):
    """How far a piece of work is: `done` of `total` parts; `cards` counts cards read or people written."""

    done: int
    total: int
    cards: int


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Something that did not come in; never what the file says there. `line` is 0 for a whole file."""

    file: Path
    line: int
    code: ProblemCode | VCardErrorCode | NoPermission
    property: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that could come in. `key` is its name for sorting, `found_by` what a search looks through.

    `already` is the supporter who came from this card or has all it says, `likely` who may be the same one.
    """

    card: Card
    file: Path
    key: str
    found_by: str
    already: str | None = None
    likely: tuple[Match, ...] = ()

    @property
    def uid(self) -> str:
        """Tells a plan's candidates apart, and is kept as the supporter's `source_uid`."""
        return self.card.uid

    @property
    def looks_known(self) -> bool:
        """Whether this is likely somebody kept already: more than a first name is the same."""
        return any(match.why is not Why.SAME_FIRST_NAME for match in self.likely)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the files hold, by name. `files` counts those that could be read."""

    candidates: tuple[Candidate, ...]
    problems: tuple[FileProblem, ...]
    files: int


def prepare(paths: Sequence[Path], store: Store) -> Generator[Progress, None, Plan]:
    """Read the files and compare them with everyone kept. Writes nothing, raises nothing a file can cause."""
    with unswept():
        gathered = _Gathered()
        for number, path in enumerate(paths):
            for part in _read(path, gathered):
                done = round(_READING * (number + part) / len(paths))
                yield Progress(done, _SCALE, len(gathered.cards))
        gathered.tell_apart()
        index = Index(store.imports.answered())
        for number, row in enumerate(store.imports.reach_index()):
            index.add(*row)
            if number % EVERY == 0:
                yield Progress(_READING, _SCALE, len(gathered.cards))
        candidates = yield from _compared(gathered.cards, index, store)
        del index  # forgetting ten thousand people takes a moment of its own
        yield Progress(_SCALE, _SCALE, len(candidates))
        candidates.sort(key=lambda one: one.key)
        return Plan(tuple(candidates), tuple(gathered.problems), gathered.files)


@dataclass(slots=True)
class _Entry:
    """A card while plans are made, with what it is compared by."""

    card: Card
    file: Path
    key: str
    ways: frozenset[Way]


@dataclass(slots=True)
class _Gathered:
    """Cards of all files; the same card twice is one."""

    cards: list[_Entry] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)
    files: int = 0
    _by_uid: dict[tuple[str, str], _Entry] = field(default_factory=dict)
    _by_content: dict[tuple[str, frozenset[Way]], _Entry] = field(default_factory=dict)

    def add(self, card: Card, file: Path) -> None:
        if not (card.name.isprintable() and card.name.strip()):
            # A name of nothing but invisible characters is none.
            name = one_line(card.name) or one_line(card.nickname)
            if not name:
                self.problems.append(FileProblem(file, card.line, ProblemCode.NO_NAME))
                return
            card = replace(card, name=name)
        key = name_key(card.name)
        ways = frozenset(way_of(channel.protocol, channel.value) for channel in card.channels)
        same = self._by_uid.get((card.uid, key)) or (self._by_content.get((key, ways)) if ways else None)
        if same is not None:
            same.card = _joined(same.card, card)
            same.ways |= ways
        else:
            same = _Entry(card, file, key, ways)
            self.cards.append(same)
        self._by_uid[card.uid, key] = self._by_content[key, same.ways] = same

    def tell_apart(self) -> None:
        """Some programs give everyone one UID: there the name is part of it."""
        seen: dict[str, int] = {}
        for uid, _ in self._by_uid:
            seen[uid] = seen.get(uid, 0) + 1
        for entry in self.cards:
            if seen[entry.card.uid] > 1:
                mark = sha256(entry.key.encode("utf-8", "replace")).hexdigest()[:16]
                entry.card = replace(entry.card, uid=f"{entry.card.uid}#{mark}")


def _read(path: Path, gathered: _Gathered) -> Iterator[float]:
    """Gather a file's cards; yields how much of the file is done, 0 to 1."""
    try:
        data = vcard.load(path)
        yield 0
        pieces = []
        for piece in _with_plain_line_ends(data):
            pieces.append(piece)
            yield 0
        data = b"".join(pieces)
        lines = sum(piece.count(b"\n") for piece in pieces)
        del pieces
        yield 0
        cards = vcard.read_bytes(data)
    except VCardError as error:
        no_permission = isinstance(error.__cause__, PermissionError)
        code = NoPermission.NO_PERMISSION if no_permission else error.code
        gathered.problems.append(FileProblem(path, 0, code))
        return
    del data
    gathered.files += 1
    for number, part in enumerate(cards):
        if isinstance(part, Problem):
            gathered.problems.append(FileProblem(path, part.line, part.code, part.property))
        else:
            gathered.add(part, path)
        if number % EVERY == 0 or (isinstance(part, Card) and part.photo):
            yield min(part.line / max(lines, part.line), 1)


def _with_plain_line_ends(data: bytes) -> Iterator[bytes]:
    """The same text in pieces, with LF line ends. The reader does this too, but all at once: 8 ms a megabyte."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + _CHUNK) + 1 or len(data)
        piece = data[start:end]
        # Zeros are UTF-16, whose bytes are left to the reader.
        if b"\r" in piece and b"\0" not in piece:
            piece = piece.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        yield piece
        start = end


def _joined(first: Card, second: Card) -> Card:
    """One card from two of the same person: what the first does not say, the second adds."""
    if replace(second, line=first.line, uid=first.uid) == first:
        return first
    ways = {way_of(one.protocol, one.value) for one in first.channels}
    more = (one for one in second.channels if not shares(way_of(one.protocol, one.value), ways))
    note = first.note
    if second.note not in first.note:
        note = "\n".join(filter(None, (first.note, second.note)))
    return replace(
        first,
        channels=(*first.channels, *more),
        dates=tuple(dict.fromkeys(first.dates + second.dates)),
        roles=tuple(dict.fromkeys(first.roles + second.roles)),
        about="\n".join(dict.fromkeys(filter(None, (*first.about.split("\n"), *second.about.split("\n"))))),
        note=note,
        photo=first.photo or second.photo,
        nickname=first.nickname or second.nickname,
        given=first.given or second.given,
    )


def _compared(
    entries: Sequence[_Entry], index: Index, store: Store
) -> Generator[Progress, None, list[Candidate]]:
    known = store.imports.known_uids()
    candidates = []
    for number, entry in enumerate(entries):
        candidates.append(_candidate(entry, index, known, store))
        if number % EVERY == 0:
            done = _READING + (_SCALE - _READING) * number // len(entries)
            yield Progress(done, _SCALE, len(entries))
    return candidates


def _candidate(entry: _Entry, index: Index, known: Mapping[str, str], store: Store) -> Candidate:
    card, key = entry.card, entry.key
    already = known.get(card.uid)
    if already is None:
        same = index.holds(card, key, entry.ways)
        if same is not None and _adds_nothing(card, *store.imports.gaps(same)):
            already = same
    likely = () if already else index.matches(card, key, entry.ways)
    more = " ".join(filter(None, (card.nickname, card.about)))
    found_by = f"{key} {name_key(more[:_LONGEST])}" if more else key
    return Candidate(card, entry.file, key, found_by, already, likely)


def _adds_nothing(card: Card, no_note: bool, no_photo: bool, kinds: frozenset[str]) -> bool:
    """Whether somebody who has a card's name and ways has the rest of it too."""
    return not (
        (no_note and (card.note or card.about))
        or (no_photo and card.photo)
        or any(one.kind not in kinds for one in card.dates)
    )
