"""When one meets, in words."""

from datetime import date, time

import pytest
from hypothesis import given
from PySide6.QtCore import QLocale

from supportnet_gui import meeting_words
from supportnet_gui.core.model import Meeting, Repeats
from tests.core.store_kit import meetings

TODAY = date(2026, 11, 22)
WEEKLY, MONTHLY, ONCE = Repeats.WEEKLY, Repeats.MONTHLY, Repeats.ONCE


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (Meeting(WEEKLY, weekday=4, at=time(18, 30), place="Library"), "Thursdays, 18:30 · Library"),
        (Meeting(WEEKLY, weekday=4, at=time(18, 30)), "Thursdays, 18:30"),
        (Meeting(WEEKLY, weekday=7), "Sundays"),
        (Meeting(WEEKLY, weekday=1, place="Library"), "Mondays · Library"),
        (Meeting(MONTHLY, weekday=5, nth=-1, at=time(19, 0)), "The last Friday of the month, 19:00"),
        (Meeting(MONTHLY, weekday=1, nth=1), "The first Monday of the month"),
        (Meeting(MONTHLY, weekday=2, nth=4, place="Café"), "The fourth Tuesday of the month · Café"),
        (Meeting(ONCE, date(2026, 12, 3), at=time(10, 0)), "3 December, 10:00"),
        (Meeting(ONCE, date(2027, 1, 3)), "3 January 2027"),
        (Meeting(ONCE, date(2026, 11, 22), at=time(0, 0)), "Today, 00:00"),
        (Meeting(ONCE, date(2026, 11, 23)), "Tomorrow"),
        (Meeting(ONCE, date(2026, 11, 24)), "24 November"),
        (Meeting(ONCE, date(2026, 11, 21)), "21 November"),
        (Meeting(ONCE, date.max), "31 December 9999"),
    ],
)
def test_a_meeting_in_words(one, said):
    assert meeting_words.meeting(one, TODAY) == said


def test_a_time_is_written_as_the_country_does(qapp):
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    said = meeting_words.when(Meeting(WEEKLY, weekday=4, at=time(18, 30)), TODAY)
    assert said.replace("\u202f", " ") == "Thursdays, 6:30 PM"


def test_a_place_written_from_right_to_left_turns_nothing_around_it():
    one = Meeting(WEEKLY, weekday=4, at=time(18, 30), place="3 הספרייה")
    assert meeting_words.meeting(one, TODAY) == "Thursdays, 18:30 · \u20683 הספרייה\u2069"


@given(one=meetings)
def test_every_meeting_can_be_said(one):
    said = meeting_words.when(one, TODAY)
    assert said
    assert meeting_words.meeting(one, TODAY).startswith(said)
    assert "{" not in said
    inside = meeting_words.when_inside(one, TODAY)
    assert inside.casefold() == said.casefold()
    assert inside.split()[0] not in ("The", "Today", "Tomorrow", "Today,", "Tomorrow,")
