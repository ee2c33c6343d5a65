"""Reminders to words: with and without names, for Today, notices and the terminal; and why not sooner."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from . import meeting_words, words
from .core.model import DateKind, Kind
from .core.nudge_model import NudgeKind
from .core.nudges import Why, WhyKind

if TYPE_CHECKING:
    from .core.model import Meeting, SpecialDate
    from .core.pace import Pace

tr = QCoreApplication.translate

A_WEEK = 7  # days


def discreet(kind: NudgeKind) -> str:
    """A reminder as anyone may read it: no name, no date, no place."""
    return {
        NudgeKind.RHYTHM: tr("reminder_words", "You could say hello to a friend, if you like."),
        NudgeKind.DATE: tr("reminder_words", "There is a day in your notebook, if you like to look."),
        NudgeKind.MEETING: tr("reminder_words", "There is something in your notebook, if you like to look."),
        NudgeKind.RESTING: resting(),
    }[kind]


def notice_title() -> str:
    """Over a notice of the system, whatever it is about."""
    return tr("reminder_words", "A small note from your notebook")


def with_name(
    kind: NudgeKind,
    name: str,
    who: Kind,
    for_day: date,
    today: date,
    special: SpecialDate | None = None,
    meeting: Meeting | None = None,
) -> str:
    """A reminder in full. `name` as `words.short` gives it; "" says the discreet one."""
    if not name or kind is NudgeKind.RESTING:
        return discreet(kind)
    if kind is NudgeKind.DATE and special is not None:
        return _date(name, special, for_day, today)
    if kind is NudgeKind.MEETING and meeting is not None:
        return tr("reminder_words", "{name}: {day}.").format(name=name, day=_meets(meeting, for_day, today))
    return _hello(name, who)


def resting() -> str:
    return tr("reminder_words", "Reminders are resting. Start again?")


def pace(value: Pace) -> str:
    """How reminders come, in one sentence: "At most 3 a week, between 10:00 and 19:00"."""
    return tr("reminder_words", "{how_many}, between {begins} and {ends}").format(
        how_many=tr("reminder_words", "At most %n a week", "", value.a_week),
        begins=words.clock(value.begins),
        ends=words.clock(value.ends),
    )


def why(value: Why, today: date, chosen: Pace, name: str = "") -> str:
    """Why a reminder is not sooner, or none comes. `name` is who comes next."""
    if value.kind is WhyKind.REST_UNTIL and value.on is not None:
        return tr("reminder_words", "Reminders rest until {day}.").format(day=_day(value.on, today))
    if value.kind is WhyKind.HOURS:
        return tr("reminder_words", "Reminders come between {begins} and {ends}.").format(
            begins=words.clock(chosen.begins), ends=words.clock(chosen.ends)
        )
    name = name or tr("reminder_words", "Someone")
    return {
        WhyKind.OFF: tr("reminder_words", "Reminders rest until you switch them on."),
        WhyKind.RESTING: tr("reminder_words", "Reminders are resting. You can start them again."),
        WhyKind.NOBODY: tr("reminder_words", "There is nobody and nothing that reminders are chosen for."),
        WhyKind.LOW_DAY: tr("reminder_words", "It is a low day, so nothing comes today."),
        WhyKind.WEEKDAY: tr("reminder_words", "No reminders come on that day of the week."),
        WhyKind.DAY_LIMIT: tr("reminder_words", "At most %n a day", "", value.number) + ".",
        WhyKind.WEEK_LIMIT: tr("reminder_words", "At most %n a week", "", value.number) + ".",
        WhyKind.EASED: tr("reminder_words", "For now, reminders come once a week at most."),
        WhyKind.PUT_OFF: tr("reminder_words", "{name} was left for another time.").format(name=name),
        WhyKind.MORE_RARELY: tr("reminder_words", "{name} comes up more rarely for now.").format(name=name),
    }[value.kind]


def because(kind: NudgeKind, name: str, for_day: date, today: date) -> str:
    """What a reminder that comes is about."""
    if kind is NudgeKind.RHYTHM:
        sentence = tr("reminder_words", "{name} comes round in the rhythm you chose, from {day} on.")
    elif kind is NudgeKind.RESTING:
        return tr("reminder_words", "It asks once whether reminders may begin again.")
    else:
        sentence = tr("reminder_words", "You wanted a reminder about {name} for {day}.")
    return sentence.format(name=name, day=_day(for_day, today))


def _hello(name: str, who: Kind) -> str:
    sentence = {
        Kind.GROUP: tr("reminder_words", "You could look in at {name}, if you like."),
        Kind.ONLINE_COMMUNITY: tr("reminder_words", "You could look in at {name}, if you like."),
        Kind.PROFESSIONAL: tr("reminder_words", "You could get in touch with {name}, if you like."),
        Kind.SERVICE: tr("reminder_words", "You could get in touch with {name}, if you like."),
        Kind.PLACE: tr("reminder_words", "You could spend a moment there, if you like: {name}."),
        Kind.ANIMAL: tr("reminder_words", "You could spend a moment with {name}, if you like."),
    }.get(who, tr("reminder_words", "You could say hello to {name}, if you like."))
    return sentence.format(name=name)


def _date(name: str, special: SpecialDate, for_day: date, today: date) -> str:
    if special.day is None:
        sentence = {
            DateKind.BIRTHDAY: tr("reminder_words", "{name} has a birthday in {day}."),
            DateKind.ANNIVERSARY: tr("reminder_words", "{name} has an anniversary in {day}."),
        }.get(special.kind, tr("reminder_words", "{day} is a month you noted for {name}."))
        month = QLocale().standaloneMonthName(for_day.month, QLocale.FormatType.LongFormat)
        return sentence.format(name=name, day=month)
    if for_day == today:
        sentence = {
            DateKind.BIRTHDAY: tr("reminder_words", "{name} has a birthday today."),
            DateKind.ANNIVERSARY: tr("reminder_words", "{name} has an anniversary today."),
        }.get(special.kind, tr("reminder_words", "Today is a day you noted for {name}."))
        return sentence.format(name=name)
    sentence = {
        DateKind.BIRTHDAY: tr("reminder_words", "{name} has a birthday: {day}."),
        DateKind.ANNIVERSARY: tr("reminder_words", "{name} has an anniversary: {day}."),
    }.get(special.kind, tr("reminder_words", "A day you noted for {name}: {day}."))
    return sentence.format(name=name, day=_day(for_day, today))


def _meets(meeting: Meeting, for_day: date, today: date) -> str:
    """ "today, 18:30"; the time as it was noted."""
    day = _day(for_day, today)
    if meeting.at is None:
        return day
    return tr("reminder_words", "{day}, {time}").format(day=day, time=words.clock(meeting.at))


def _day(value: date, today: date) -> str:
    """A day to come, inside a sentence."""
    if value == today:
        return tr("reminder_words", "today")
    if value == today + timedelta(days=1):
        return tr("reminder_words", "tomorrow")
    if today < value < today + timedelta(days=A_WEEK):
        return meeting_words.weekday(value.isoweekday())
    if value.year == today.year:
        return QLocale().toString(QDate(value.year, value.month, value.day), tr("words", "d MMMM"))
    return words.day(value)
