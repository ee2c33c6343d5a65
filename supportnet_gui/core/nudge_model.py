"""What a reminder is about, what is answered, and why it is not sooner: the words for it. Pure.

`reminder_words.py` turns them into sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class NudgeKind(StrEnum):
    """What a reminder is about: somebody's rhythm, a date, a meeting, or reminders that came to rest."""

    RHYTHM = "rhythm"
    DATE = "date"
    MEETING = "meeting"
    RESTING = "resting"


class Answer(StrEnum):
    """What a person did with a reminder. START is for RESTING alone: reminders begin again."""

    LOGGED = "logged"
    LATER = "later"
    SKIP = "skip"
    PAUSE = "pause"
    START = "start"


class How(StrEnum):
    """Where a reminder was shown first."""

    TODAY = "today"
    NOTIFICATION = "notification"


class WhyKind(StrEnum):
    """Settings and rests, then limits and hours, then what is so for whoever comes next."""

    OFF = "off"
    REST_UNTIL = "rest_until"
    RESTING = "resting"
    NOBODY = "nobody"
    LOW_DAY = "low_day"
    WEEKDAY = "weekday"
    DAY_LIMIT = "day_limit"
    WEEK_LIMIT = "week_limit"
    EASED = "eased"
    HOURS = "hours"
    PUT_OFF = "put_off"
    MORE_RARELY = "more_rarely"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason. `on` is for REST_UNTIL, `number` for the limits."""

    kind: WhyKind
    on: date | None = None
    number: int = 0
