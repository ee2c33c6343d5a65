"""What the library and the notes beside it are made of: frozen records and the words they may use.

Enum values are the values in the database and in resources/; they never change meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .model import Kind, Protocol

if TYPE_CHECKING:
    from datetime import date, time


class Section(StrEnum):
    """The parts of the library, in the order in which they are shown."""

    TALK = "talk"
    GROUPS = "groups"
    TOGETHER = "together"
    ONLINE = "online"
    THERAPY = "therapy"
    AROUND_ME = "around_me"
    HARD_TO_FIND = "hard_to_find"
    LOOKING_AFTER = "looking_after"
    SOCIAL_MEDIA = "social_media"


class Tag(StrEnum):
    """What a filter can ask for."""

    FREE = "free"
    NEAR = "near"
    ONLINE = "online"
    NO_SPEAKING = "no_speaking"


class MarkState(StrEnum):
    """What somebody thinks of an entry of the library."""

    SAVED = "saved"
    PLANNED = "planned"
    TRIED = "tried"
    NOT_FOR_ME = "not_for_me"


class StepState(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    DONE = "done"
    NOT_FOR_ME = "not_for_me"


class CardPart(StrEnum):
    """The parts of "How to support me" that hold words, in order."""

    HELPS = "helps"
    HELPS_NOT = "helps_not"
    HOW_I_SAY = "how_i_say"
    NOT_ASKING = "not_asking"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is kept about one entry. `supporter` is who, or what, was added to the map from it."""

    resource: str
    state: MarkState | None = None
    since: date | None = None
    note: str = ""
    supporter: str | None = None


@dataclass(frozen=True, slots=True)
class OwnChannel:
    protocol: Protocol
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class OwnResource:
    """An entry of the person's own: a local group, a doctor. Only the name is required.

    `kind` is what it becomes on the map; `hours` and `note` are free words, `country` an ISO code or "".
    """

    name: str
    id: str = ""
    section: Section = Section.TALK
    kind: Kind = Kind.SERVICE
    hours: str = ""
    country: str = ""
    note: str = ""
    tags: frozenset[Tag] = frozenset()
    channels: tuple[OwnChannel, ...] = ()
    trashed_at: str | None = None


@dataclass(frozen=True, slots=True)
class SmallStep:
    """If or when something is so, then one small thing.

    `day` is the first civil day it may be offered on, None for any. `shown` counts the days it was offered on,
    `shown_on` is the last of them. `since` is the day the state is from.
    """

    then: str
    when: str = ""
    id: str = ""
    supporter: str | None = None
    resource: str | None = None
    state: StepState = StepState.PLANNED
    day: date | None = None
    shown: int = 0
    shown_on: date | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Reflection:
    """An entry of the journal. Nothing reads it but the person: no suggestion, no reminder, no count."""

    text: str
    on: date
    at: time | None = None
    id: str = ""
    supporter: str | None = None
    trashed_at: str | None = None


@dataclass(frozen=True, slots=True)
class SupportCard:
    """ "How to support me": for one person (`supporter`) or for anybody, in the person's own words.

    `can_say_no` and `in_danger` say whether the two removable parts stand on it.
    """

    id: str = ""
    supporter: str | None = None
    helps: tuple[str, ...] = ()
    helps_not: tuple[str, ...] = ()
    how_i_say: tuple[str, ...] = ()
    not_asking: tuple[str, ...] = ()
    can_say_no: bool = True
    in_danger: bool = True
    changed: str = ""
    trashed_at: str | None = None

    def lines(self, part: CardPart) -> tuple[str, ...]:
        """What stands under one heading."""
        found: tuple[str, ...] = getattr(self, part.value)
        return found

    @property
    def is_empty(self) -> bool:
        return not any(self.lines(part) for part in CardPart)
