"""A check-in in words: for a row of the timeline, for its page, and for a screen reader."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from ... import words
from ...core.model import CheckIn, Felt, Way
from ...core.store import Entry
from ...core.timeline import Heading, Span

tr = QCoreApplication.translate

_MOST_NAMES = 12
_LONGEST_NAME = 80
_LONGEST_NOTE = 200

WAY_ICONS = {
    Way.MESSAGE: "message",
    Way.CALL: "call",
    Way.VIDEO: "video",
    Way.IN_PERSON: "in-person",
    Way.GROUP: "group",
    Way.LETTER: "mail",
    Way.OTHER: "other",
}


def heading(value: Heading) -> str:
    """The words above a group of days: Today, Last week, October 2026."""
    if value.span is Span.MONTH:
        month = QLocale().standaloneMonthName(value.month)
        return tr("CheckIns", "{month} {year}").format(month=month, year=value.year)
    return {
        Span.LATER: tr("CheckIns", "Later"),
        Span.TODAY: tr("CheckIns", "Today"),
        Span.YESTERDAY: tr("CheckIns", "Yesterday"),
        Span.THIS_WEEK: tr("CheckIns", "This week"),
        Span.LAST_WEEK: tr("CheckIns", "Last week"),
        Span.THIS_MONTH: tr("CheckIns", "Earlier this month"),
    }[value.span]


def first_weekday() -> int:
    """The ISO weekday on which the language's weeks begin."""
    return QLocale().firstDayOfWeek().value


def moment(check_in: CheckIn, today: date) -> str:
    """When it was, in a row under its heading: "18:30", "Monday", "14 October, 18:30"; it may be empty."""
    parts = [] if 0 <= (today - check_in.on).days <= 1 else [words.when(check_in.on, today)]
    if check_in.at is not None:
        parts.append(words.clock(check_in.at))
    return ", ".join(parts)


def whole_moment(check_in: CheckIn) -> str:
    """When it was, in full: "Sunday, 22 November 2026, 18:30"."""
    weekday = QLocale().standaloneDayName(check_in.on.isoweekday())
    parts = [weekday, words.day(check_in.on)]
    if check_in.at is not None:
        parts.append(words.clock(check_in.at))
    return ", ".join(parts)


def felt(value: Felt) -> str:
    return {
        Felt.LIGHTER: tr("CheckIns", "Felt lighter"),
        Felt.SAME: tr("CheckIns", "Felt the same"),
        Felt.HEAVIER: tr("CheckIns", "Felt heavier"),
    }[value]


def facts(check_in: CheckIn) -> list[str]:
    """What a row says beside names and kinds of support: the way, the answer, how it felt."""
    said = []
    if check_in.way is not None:
        said.append(words.way(check_in.way))
    if check_in.answered is False:
        said.append(tr("CheckIns", "No answer yet"))
    if check_in.felt is not None:
        said.append(felt(check_in.felt))
    return said


def begins(note: str, longest: int) -> str:
    """The beginning of a note on one line."""
    return words.short(" ".join(note[: longest * 2].split()), longest)


def spoken(entry: Entry, today: date) -> str:
    """What a screen reader says for a row: "Yesterday, Amira, a call, felt lighter"."""
    check_in = entry.check_in
    said = [words.when(check_in.on, today)]
    if check_in.at is not None:
        said.append(words.clock(check_in.at))
    said += [words.short(name, _LONGEST_NAME) for name in entry.names[:_MOST_NAMES]]
    if len(entry.names) > _MOST_NAMES:
        said.append(tr("CheckIns", "and %n other(s)", "", len(entry.names) - _MOST_NAMES))
    said += _spoken_facts(check_in)
    said += [words.support(one) for one in check_in.support]
    if check_in.note:
        said.append(begins(check_in.note, _LONGEST_NOTE))
    return ", ".join(said)


def _spoken_facts(check_in: CheckIn) -> list[str]:
    ways = {
        Way.MESSAGE: tr("CheckIns", "a message"),
        Way.CALL: tr("CheckIns", "a call"),
        Way.VIDEO: tr("CheckIns", "a video call"),
        Way.IN_PERSON: tr("CheckIns", "in person"),
        Way.GROUP: tr("CheckIns", "in a group"),
        Way.LETTER: tr("CheckIns", "a letter"),
        Way.OTHER: tr("CheckIns", "another way"),
    }
    feelings = {
        Felt.LIGHTER: tr("CheckIns", "felt lighter"),
        Felt.SAME: tr("CheckIns", "felt the same"),
        Felt.HEAVIER: tr("CheckIns", "felt heavier"),
    }
    said = []
    if check_in.way is not None:
        said.append(ways[check_in.way])
    if check_in.answered is False:
        said.append(tr("CheckIns", "no answer yet"))
    if check_in.felt is not None:
        said.append(feelings[check_in.felt])
    return said
