"""What the app knows about: frozen records and the words they may use.

Enum values are the values in the database and in the terminal's JSON; they never change meaning.
Times a person lived through are civil dates and times (no zone arithmetic); times the program acted are UTC text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date, time


class Kind(StrEnum):
    PERSON = "person"
    GROUP = "group"
    ONLINE_COMMUNITY = "online_community"
    PROFESSIONAL = "professional"
    SERVICE = "service"
    PLACE = "place"
    ANIMAL = "animal"


BEING_THERE = frozenset({Kind.PLACE, Kind.ANIMAL})
"""One is with them: there is nobody to read a message."""


class Circle(StrEnum):
    CLOSEST = "closest"
    CLOSE = "close"
    AROUND = "around"
    COULD_GROW = "could_grow"


class Status(StrEnum):
    ACTIVE = "active"
    RESTING = "resting"
    DRIFTED = "drifted"
    ENDED = "ended"
    UNSAFE = "unsafe"
    DIED = "died"


NOT_SUGGESTED = frozenset({Status.ENDED, Status.UNSAFE})
"""Both read "Not suggested" on screen and are left out of lists unless asked for."""


class Support(StrEnum):
    EMOTIONAL = "emotional"
    PRACTICAL = "practical"
    RELATIONAL = "relational"


class Protocol(StrEnum):
    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    SIGNAL = "signal"
    WHATSAPP = "whatsapp"
    WEB = "web"
    ADDRESS = "address"
    OTHER = "other"


class Way(StrEnum):
    MESSAGE = "message"
    CALL = "call"
    VIDEO = "video"
    IN_PERSON = "in_person"
    GROUP = "group"
    LETTER = "letter"
    OTHER = "other"


class Began(StrEnum):
    ME = "me"
    THEM = "them"
    BOTH = "both"


class Felt(StrEnum):
    LIGHTER = "lighter"
    SAME = "same"
    HEAVIER = "heavier"


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class RhythmMode(StrEnum):
    NONE = "none"
    OWN = "own"
    CIRCLE = "circle"


class DateKind(StrEnum):
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    REMEMBRANCE = "remembrance"
    OTHER = "other"


class Need(StrEnum):
    """What would help now. Anything includes everything."""

    LISTENS = "listens"
    HAND = "hand"
    COMPANY = "company"
    ANYTHING = "anything"

    @property
    def support(self) -> Support | None:
        """The kind of support that answers it; None for anything."""
        return _SUPPORT_FOR.get(self)


class Energy(StrEnum):
    """How much there is. Where nothing is said, it is little."""

    LITTLE = "little"
    SOME = "some"
    MORE = "more"


class Act(StrEnum):
    """How one reaches out, from the smallest to the largest."""

    HEART = "heart"
    CODE_WORD = "code_word"
    TEXT = "text"
    CALL = "call"
    MEET = "meet"


class Expected(StrEnum):
    """How somebody may answer, as thought of before; or, all but the last, as it went."""

    WARMLY = "warmly"
    SO_SO = "so_so"
    NOT_WELL = "not_well"
    NO_IDEA = "no_idea"


class Repeats(StrEnum):
    """How often a meeting comes: on one day, every week, or on one weekday of each month."""

    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


_SUPPORT_FOR = {
    Need.LISTENS: Support.EMOTIONAL,
    Need.HAND: Support.PRACTICAL,
    Need.COMPANY: Support.RELATIONAL,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One kind of support somebody gives."""

    support: Support
    note: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach somebody. `value` is kept as it was typed."""

    protocol: Protocol
    value: str
    label: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class SpecialDate:
    """A date of which any part may be unknown. `notice`: a reminder on the day is wanted."""

    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often somebody would like to be in touch: every `every` units, begun on a date.

    With CIRCLE the rhythm of the person's circle counts, and of this only the day it began.
    """

    mode: RhythmMode = RhythmMode.NONE
    every: int = 1
    unit: Unit = Unit.WEEK
    began: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """When a group meets, or an appointment. Times are civil times in `zone`.

    `on` counts for ONCE alone; `weekday` (1 is Monday, 7 is Sunday) for the others; `nth` for MONTHLY: 1 to 4, or
    -1 for the last. `notice`: a reminder before it is wanted.
    """

    repeats: Repeats
    on: date | None = None
    weekday: int | None = None
    nth: int | None = None
    at: time | None = None
    zone: str = ""
    place: str = ""
    note: str = ""
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Supporter:
    """Someone, or something, that gives support. Only the name is ever required."""

    name: str
    id: str = ""
    kind: Kind = Kind.PERSON
    circle: Circle = Circle.AROUND
    map_angle: float | None = None
    status: Status = Status.ACTIVE
    status_since: date | None = None
    resting_until: date | None = None
    pronouns: str = ""
    helps: str = ""
    helps_not: str = ""
    offered: str = ""
    available: str = ""
    not_for: str = ""
    not_in_crisis: bool = False
    easy_on_low_day: bool = False
    hard_moment: int | None = None
    asked_on: date | None = None
    code_word: str = ""
    rhythm: Rhythm = field(default_factory=Rhythm)
    source_uid: str = ""
    note: str = ""
    has_photo: bool = False
    archived_at: str | None = None
    trashed_at: str | None = None
    created: str = ""
    changed: str = ""
    roles: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    channels: tuple[Channel, ...] = ()
    dates: tuple[SpecialDate, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @property
    def support(self) -> tuple[Support, ...]:
        return tuple(offer.support for offer in self.offers)

    @property
    def in_lists(self) -> bool:
        """Whether lists show this entry without being asked for it."""
        return self.status not in NOT_SUGGESTED and self.archived_at is None and self.trashed_at is None


class PersonRow(tuple[Any, ...]):
    """As much of a supporter as a list shows: a row of the database, its words read when they are looked at.

    A list may hold ten thousand and show twenty. The row is id, name, kind, circle, status, has_photo (0 or 1),
    roles joined by U+001F or None, kinds of support joined by commas or None.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        return str(self[0])

    @property
    def name(self) -> str:
        return str(self[1])

    @property
    def kind(self) -> Kind:
        return Kind(self[2])

    @property
    def circle(self) -> Circle:
        return Circle(self[3])

    @property
    def status(self) -> Status:
        return Status(self[4])

    @property
    def died(self) -> bool:
        """Quicker than `status`, for a list of thousands."""
        return bool(self[4] == "died")

    @property
    def has_photo(self) -> bool:
        return bool(self[5])

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(self[6].split("\x1f")) if self[6] else ()

    @property
    def support(self) -> tuple[Support, ...]:
        given = (self[7] or "").split(",")
        return tuple(kind for kind in Support if kind in given)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A contact with one or many people. `on` and `at` are civil time in `zone`; without `at` only the day is known."""

    people: tuple[str, ...]
    on: date
    at: time | None = None
    zone: str = ""
    id: str = ""
    way: Way | None = None
    began: Began | None = None
    answered: bool | None = None
    support: tuple[Support, ...] = ()
    gave_support: bool | None = None
    felt: Felt | None = None
    note: str = ""
    next_note: str = ""
    trashed_at: str | None = None
    created: str = ""


class Change(StrEnum):
    """What an action did, for the undo bar. `words.py` turns it into a sentence."""

    ADDED = "added"
    ADDED_MANY = "added_many"
    EDITED = "edited"
    SUPPORT = "support"
    STATUS = "status"
    ARCHIVED = "archived"
    UNARCHIVED = "unarchived"
    TRASHED = "trashed"
    RESTORED = "restored"
    MERGED = "merged"
    NOT_SAME = "not_same"
    PHOTO = "photo"
    CHECKED_IN = "checked_in"
    CHECK_IN_EDITED = "check_in_edited"
    CHECK_IN_TRASHED = "check_in_trashed"
    CHECK_IN_RESTORED = "check_in_restored"
    PUT_OFF = "put_off"
    DRAFT_KEPT = "draft_kept"
    DRAFT_REMOVED = "draft_removed"
    EXPECTED = "expected"
    RHYTHM = "rhythm"
    CIRCLE_RHYTHM = "circle_rhythm"
    REMINDERS = "reminders"
    SKIPPED = "skipped"
    LOW_DAY = "low_day"
    LOW_DAY_OVER = "low_day_over"
    REST = "rest"
    REMINDERS_ON = "reminders_on"
    MARKED = "marked"
    MAPPED = "mapped"
    STEP_KEPT = "step_kept"
    STEP_STATE = "step_state"
    STEP_REMOVED = "step_removed"
    REFLECTION_KEPT = "reflection_kept"
    REFLECTION_TRASHED = "reflection_trashed"
    REFLECTION_RESTORED = "reflection_restored"
    CARD_KEPT = "card_kept"
    CARD_TRASHED = "card_trashed"
    CARD_RESTORED = "card_restored"
    PLAN = "plan"
    PLAN_REMOVED = "plan_removed"
    HARD_MOMENT = "hard_moment"


@dataclass(frozen=True, slots=True)
class Done:
    """One finished change: what it was, whom it named, how many entries it touched."""

    change: Change
    names: tuple[str, ...] = ()
    count: int = 1
