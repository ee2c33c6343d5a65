"""Why a reminder comes, and why not sooner. Pure; `reminder_words.py` turns it into sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


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
