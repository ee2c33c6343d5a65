"""What a card in an address book says, and what can be wrong with it. Plain records, no parsing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from supportnet_gui.core.model import Kind, Protocol

MAX_FILE = 100_000_000
"""Bytes. A larger file is refused before it is read."""

MAX_PHOTO = 10_000_000
"""Bytes of a decoded photo."""

MAX_TEXT = 1_000_000
"""Bytes of one line that is not a photo. Far above any note somebody typed."""


class ProblemCode(StrEnum):
    BAD_CARD = "bad_card"
    """Nothing in the card can be used; it is left out."""
    NO_NAME = "no_name"
    """Nothing in the card could stand for a name; it is left out."""
    NO_END = "no_end"
    """The card never ends; what it holds is kept."""
    NESTED_CARD = "nested_card"
    """A card inside another (an assistant's); it is left out, the outer one is kept."""
    UNREADABLE_LINE = "unreadable_line"
    """One line, or the first of several in a row, that says nothing; the rest is kept."""
    TOO_LONG = "too_long"
    """One line over `MAX_TEXT`; left out, the card is kept."""
    BAD_DATE = "bad_date"
    """A date that could not be understood; left out, the card is kept."""
    BAD_PHOTO = "bad_photo"
    """A damaged photo; left out, the card is kept."""
    PHOTO_LINK = "photo_link"
    """A photo behind a link; never fetched, the card is kept."""
    PHOTO_TOO_BIG = "photo_too_big"
    """A photo over `MAX_PHOTO`; left out, the card is kept."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that did not come in. Holds a place in the file, never what the file says there.

    `line` counts from 1. `property` is the vCard property in capitals ("PHOTO"), or empty.
    """

    line: int
    code: ProblemCode
    property: str = ""


class VCardErrorCode(StrEnum):
    NOT_A_VCARD = "not_a_vcard"
    TOO_BIG = "too_big"
    EMPTY = "empty"
    UNREADABLE = "unreadable"


class VCardError(Exception):
    """A whole file that cannot be read. Its text is the code alone."""

    def __init__(self, code: VCardErrorCode) -> None:
        super().__init__(code.value)
        self.code = code


@dataclass(frozen=True, slots=True)
class CardChannel:
    """One way to reach somebody, as the file has it. `label` is the file's own word ("cell", "desk")."""

    protocol: Protocol
    value: str
    label: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class CardDate:
    """A date of which any part may be unknown. `kind` is "birthday" or "anniversary"."""

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of an address book.

    `name` is never empty. `about` holds job title, role and organisation, one to a line, since they say what
    somebody does and not who they are to the person reading. `roles` holds relation words; no common program
    writes any about the card's own person (related names are other people), so only our own export has them.
    `uid` is the file's UID, or a stable hash of name and channels after "vcard-hash:".
    `line` is the card's first line in its file, counted from 1.
    """

    name: str
    given: str = ""
    uid: str = ""
    kind: Kind = Kind.PERSON
    roles: tuple[str, ...] = ()
    about: str = ""
    note: str = ""
    channels: tuple[CardChannel, ...] = ()
    dates: tuple[CardDate, ...] = ()
    photo: bytes | None = None
    nickname: str = ""
    line: int = 1
