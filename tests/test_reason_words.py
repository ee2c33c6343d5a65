"""Reasons in words: plain, kind, and never about what was not done."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings

from supportnet_gui import words
from supportnet_gui.core.days import civil_day
from supportnet_gui.core.model import Energy, Meeting, Need, Repeats, Support
from supportnet_gui.core.suggestions import Candidate, Reason, ReasonKind, suggest
from tests.core.suggestion_kit import TODAY, energies, moments, needs, networks
from tests.never_words import found


def meets(meeting: Meeting, on: date = TODAY) -> Reason:
    return Reason(ReasonKind.MEETS, meeting=meeting, on=meeting.on or on)


def birthday(on: date) -> Reason:
    return Reason(ReasonKind.BIRTHDAY, on=on)


def offered(text: str) -> Reason:
    return Reason(ReasonKind.OFFERED, text=text)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Reason(ReasonKind.GIVES, support=Support.EMOTIONAL), "You noted that Amira listens."),
        (Reason(ReasonKind.GIVES, support=Support.PRACTICAL), "You noted that Amira gives a hand."),
        (Reason(ReasonKind.GIVES, support=Support.RELATIONAL), "You noted that Amira keeps you company."),
        (
            Reason(ReasonKind.LIGHTER),
            "Most times you noted it, you felt lighter after time with Amira.",
        ),
        (
            Reason(ReasonKind.OLD_FRIEND),
            "An old friend you miss might like to hear from you, whenever you like.",
        ),
        (meets(Meeting(Repeats.WEEKLY, weekday=4, at=time(18, 30))), "You noted: Thursdays, 18:30."),
        (meets(Meeting(Repeats.WEEKLY, weekday=7)), "You noted: Sundays."),
        (
            meets(Meeting(Repeats.MONTHLY, weekday=5, nth=-1, at=time(19)), on=date(2026, 11, 27)),
            "You noted: Friday, 19:00.",
        ),
        (meets(Meeting(Repeats.MONTHLY, weekday=1, nth=-1), on=date(2026, 11, 23)), "You noted: tomorrow."),
        (
            meets(Meeting(Repeats.MONTHLY, weekday=7, nth=-1), on=date(2026, 11, 29)),
            "You noted: the last Sunday of the month.",
        ),
        (meets(Meeting(Repeats.ONCE, on=date(2026, 12, 3), at=time(10))), "You noted: 3 December, 10:00."),
        (meets(Meeting(Repeats.ONCE, on=TODAY, at=time(10))), "You noted: today, 10:00."),
        (meets(Meeting(Repeats.ONCE, on=date(2026, 11, 23))), "You noted: tomorrow."),
        (birthday(date(2026, 11, 22)), "Amira has a birthday today."),
        (birthday(date(2026, 11, 23)), "Amira has a birthday tomorrow."),
        (birthday(date(2026, 11, 27)), "Amira has a birthday on Friday."),
        # In a week it is the same weekday as today, so the weekday would mislead.
        (birthday(date(2026, 11, 29)), "Amira has a birthday on 29 November."),
        (offered("To listen, most evenings"), "Amira offered: To listen, most evenings."),
        (offered("A lift.\n\n On  Thursdays."), "Amira offered: A lift. On Thursdays."),
        (offered("a" * 90), f"Amira offered: {'a' * 79}…"),
        (offered("Any time?"), "Amira offered: Any time?"),
    ],
)
def test_reasons_in_words(reason: Reason, sentence: str) -> None:
    assert words.reason(reason, "Amira", TODAY) == sentence


def test_a_reason_that_says_nothing_is_a_fault() -> None:
    with pytest.raises(ValueError, match="no such reason"):
        words.reason(Reason(ReasonKind.GIVES), "Amira", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Sam is overdue",
        "It is late.",
        "You should call",
        "3 weeks ago",
        "Well done",
        "Hello!",
        "Don’t forget",
    ],
)
def test_the_list_finds_what_is_never_said(text: str) -> None:
    assert found(text)


@settings(max_examples=200)
@given(networks(), needs, energies, moments)
def test_no_reason_says_what_is_never_said(
    people: list[Candidate], need: Need, energy: Energy, now: datetime
) -> None:
    for one in suggest(people, need, energy, now):
        for reason in one.reasons:
            sentence = words.reason(reason, "Amira", civil_day(now))
            assert found(sentence) == []
            assert sentence.endswith(".")
            assert "\n" not in sentence
