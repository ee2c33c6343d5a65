"""Address books in vCard 2.1, 3.0 and 4.0: read card by card, and write as 4.0. No database, no screen.

Whatever a file holds, these functions raise nothing but `VCardError`. Every call does its checks at once; the
cards then come one at a time, so that a caller can work in slices, show how far it is, and stop.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from supportnet_gui.core.exchange.vcard_card import read_card
from supportnet_gui.core.exchange.vcard_model import (
    MAX_FILE,
    MAX_PHOTO,
    MAX_TEXT,
    Card,
    CardChannel,
    CardDate,
    Problem,
    ProblemCode,
    VCardError,
    VCardErrorCode,
)
from supportnet_gui.core.exchange.vcard_split import begins, normalised, split_cards
from supportnet_gui.core.exchange.vcard_write import write_cards

__all__ = [
    "MAX_FILE",
    "MAX_PHOTO",
    "MAX_TEXT",
    "Card",
    "CardChannel",
    "CardDate",
    "Problem",
    "ProblemCode",
    "VCardError",
    "VCardErrorCode",
    "count_cards",
    "load",
    "read_bytes",
    "read_file",
    "write_cards",
]


def read_file(path: Path) -> Iterator[Card | Problem]:
    """The cards of a file, as `read_bytes` gives them. Raises VCardError at once, not while iterating."""
    return read_bytes(load(path))


def load(path: Path) -> bytes:
    """A file's bytes, for `count_cards` and `read_bytes`. Raises VCardError: unreadable, too_big."""
    try:
        if not path.is_file():  # a folder, or a pipe that would never end
            raise VCardError(VCardErrorCode.UNREADABLE)
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1) if path.stat().st_size <= MAX_FILE else None
    except (OSError, ValueError) as error:
        raise VCardError(VCardErrorCode.UNREADABLE) from error
    if data is None or len(data) > MAX_FILE:
        raise VCardError(VCardErrorCode.TOO_BIG)
    return data


def read_bytes(data: bytes) -> Iterator[Card | Problem]:
    """The cards in `data` in their order, each followed by what of it did not come in.

    Of a card that is left out only the problems come; what stands between or inside cards comes in its place.
    Raises VCardError at once, not while iterating: empty, not_a_vcard, too_big.
    """
    if len(data) > MAX_FILE:
        raise VCardError(VCardErrorCode.TOO_BIG)
    text = normalised(data)
    if not text.strip():
        raise VCardError(VCardErrorCode.EMPTY)
    if next(begins(text), None) is None:
        raise VCardError(VCardErrorCode.NOT_A_VCARD)
    return _read(text)


def _read(text: bytes) -> Iterator[Card | Problem]:
    for part in split_cards(text):
        if isinstance(part, Problem):
            yield part
            continue
        card, problems = read_card(part)
        if card is not None:
            yield card
        yield from problems


def count_cards(data: bytes) -> int:
    """How many cards begin in `data`, good or bad, one inside another included; for showing progress."""
    return sum(1 for _ in begins(normalised(data)))
