"""Reminders in words: with and without names; nothing that hurries, counts or reveals."""

from __future__ import annotations

from datetime import date, time
from itertools import product

import pytest
from PySide6.QtCore import QLocale

from supportnet_gui import reminder_words, words
from supportnet_gui.core.model import Change, DateKind, Done, Kind, Meeting, Repeats, SpecialDate
from supportnet_gui.core.nudge_model import NudgeKind
from supportnet_gui.core.nudges import Why, WhyKind
from supportnet_gui.core.pace import Pace
from tests.never_words import found

TODAY = date(2026, 11, 22)
DAYS = (TODAY, date(2026, 11, 23), date(2026, 11, 26), date(2026, 12, 24), date(2027, 2, 28))


@pytest.fixture(autouse=True)
def english(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Ireland))
    yield
    QLocale.setDefault(before)


def everything() -> list[str]:
    """All that is ever said with the name Amira."""
    said = [reminder_words.discreet(kind) for kind in NudgeKind]
    meeting = Meeting(Repeats.WEEKLY, weekday=4, at=time(18, 30), place="Library")
    for on, who in product(DAYS, Kind):
        said.append(reminder_words.with_name(NudgeKind.RHYTHM, "Amira", who, on, TODAY))
        said.append(reminder_words.with_name(NudgeKind.MEETING, "Amira", who, on, TODAY, meeting=meeting))
        for kind, day in product(DateKind, (None, 5)):
            special = SpecialDate(kind, None, on.month, day)
            said.append(reminder_words.with_name(NudgeKind.DATE, "Amira", who, on, TODAY, special))
        said += [reminder_words.because(kind, "Amira", on, TODAY) for kind in NudgeKind]
    said += [reminder_words.why(Why(kind, DAYS[1], 2), TODAY, Pace(), "Amira") for kind in WhyKind]
    return [*said, reminder_words.notice_title(), reminder_words.pace(Pace())]


def test_nothing_scolds_hurries_or_counts_what_was_not_done() -> None:
    for sentence in everything():
        assert found(sentence) == [], sentence
        assert "{" not in sentence
        assert len(sentence) < 90


def test_without_names_nobody_learns_anything() -> None:
    said = {reminder_words.discreet(kind) for kind in NudgeKind} | {reminder_words.notice_title()}
    for sentence in said:
        assert not any(word in sentence.lower() for word in ("amira", "birthday", "meet", "depress", "group"))
    assert reminder_words.discreet(NudgeKind.RHYTHM) == "You could say hello to a friend, if you like."
    assert reminder_words.with_name(NudgeKind.DATE, "", Kind.PERSON, TODAY, TODAY) == (
        reminder_words.discreet(NudgeKind.DATE)
    )


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.PERSON, "You could say hello to Amira, if you like."),
        (Kind.GROUP, "You could look in at Amira, if you like."),
        (Kind.PLACE, "You could spend a moment there, if you like: Amira."),
    ],
)
def test_hello_as_it_fits(kind: Kind, sentence: str) -> None:
    assert reminder_words.with_name(NudgeKind.RHYTHM, "Amira", kind, TODAY, TODAY) == sentence


def test_dates_and_meetings() -> None:
    def said(special: SpecialDate, on: date) -> str:
        return reminder_words.with_name(NudgeKind.DATE, "Amira", Kind.PERSON, on, TODAY, special)

    birthday = SpecialDate(DateKind.BIRTHDAY, None, 11, 22)
    assert said(birthday, TODAY) == "Amira has a birthday today."
    assert said(birthday, DAYS[1]) == "Amira has a birthday: tomorrow."
    assert (
        said(SpecialDate(DateKind.BIRTHDAY, None, 12), date(2026, 12, 1))
        == "Amira has a birthday in December."
    )
    assert (
        said(SpecialDate(DateKind.REMEMBRANCE, 2001, 11, 22), TODAY) == "Today is a day you noted for Amira."
    )
    meeting = Meeting(Repeats.WEEKLY, weekday=4, at=time(18, 30))
    sentence = reminder_words.with_name(
        NudgeKind.MEETING, "Choir", Kind.GROUP, DAYS[2], TODAY, meeting=meeting
    )
    assert sentence == "Choir: Thursday, 18:30."


def test_pace_in_one_sentence() -> None:
    assert reminder_words.pace(Pace()) == "At most 3 a week, between 10:00 and 19:00"


def test_every_change_is_said() -> None:
    for change in Change:
        for names in ((), ("Ann",)):
            assert words.done(Done(change, names)).endswith(".")
            assert words.undone(Done(change, names)).startswith("Taken back")
            assert found(words.done(Done(change, names))) == []
