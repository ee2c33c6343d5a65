"""Somebody who may be suggested, as far as suggestions need to know. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .evidence import NO_CONTACTS, Contacts
from .model import Circle, Kind, Rhythm, Status

if TYPE_CHECKING:
    from .model import Meeting, SpecialDate

NO_RHYTHM = Rhythm()


class Candidate(NamedTuple):
    """Somebody in the lists: a row of the database.

    `kind`, `circle` and `status` are values of the enums; `support` and `protocols` such values joined by commas;
    days are ISO text. `quiet_until` is what `evidence.quiet_until` says. `birthdays` are months and days.
    `dates` are those of which a reminder is wanted.
    """

    id: str
    kind: str = Kind.PERSON
    circle: str = Circle.AROUND
    status: str = Status.ACTIVE
    resting_until: str | None = None
    has_code_word: bool | int = False
    easy_on_low_day: bool | int = False
    offered: str = ""
    support: str | None = None
    protocols: str | None = None
    put_off_until: str | None = None
    quiet_until: str | None = None
    contacts: Contacts = NO_CONTACTS
    meetings: tuple[Meeting, ...] = ()
    birthdays: tuple[tuple[int, int], ...] = ()
    rhythm: Rhythm = NO_RHYTHM
    dates: tuple[SpecialDate, ...] = ()
