"""How somebody's reminders come: on their page, and chosen in the editor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from supportnet_gui.core.model import (
    Circle,
    DateKind,
    Meeting,
    Repeats,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Supporter,
    Unit,
)
from supportnet_gui.core.nudge_model import How
from tests.ui.people_kit import EditKept, Opened, click, words

BEGAN = date(2026, 11, 1)
OWN = Rhythm(RhythmMode.OWN, 2, Unit.WEEK, BEGAN)
AS_CIRCLE = Rhythm(RhythmMode.CIRCLE, began=BEGAN)


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


def line(opened) -> str:
    found = [one for one in words(opened.page.panel).splitlines() if one.startswith("Reminders")]
    assert len(found) <= 1
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("rhythm", "of_circle", "said"),
    [
        (OWN, None, "Reminders: every 2 weeks"),
        (Rhythm(RhythmMode.OWN, 1, Unit.MONTH, BEGAN), None, "Reminders: every month"),
        (Rhythm(), OWN, ""),
        (AS_CIRCLE, OWN, "Reminders: every 2 weeks, as their circle"),
        (AS_CIRCLE, None, "Reminders: as their circle, which has none yet"),
    ],
)
def test_the_page_says_how_reminders_come(opened, store, rhythm, of_circle, said):
    store.reminders.set_rhythm_of_circle(Circle.AROUND, of_circle)
    opened.open(rhythm=rhythm)
    assert line(opened) == said


@pytest.mark.parametrize("status", [Status.DIED, Status.ENDED, Status.UNSAFE, Status.DRIFTED])
def test_of_who_left_nothing_is_said(opened, store, status):
    amira = opened.open(rhythm=OWN)
    store.people.set_status(amira.id, status)
    opened.page.open_person(amira.id)
    assert line(opened) == ""


def test_a_change_of_the_circle_shows_and_is_undone(opened, store):
    opened.open(rhythm=AS_CIRCLE)
    store.reminders.set_rhythm_of_circle(Circle.AROUND, OWN)
    assert line(opened) == "Reminders: every 2 weeks, as their circle"
    store.undo()
    assert line(opened) == "Reminders: as their circle, which has none yet"


def test_one_that_rests_is_said_and_begins_again(opened, store, clock):
    amira = opened.open(rhythm=Rhythm(RhythmMode.OWN, 1, Unit.DAY, BEGAN))
    clock.move(timedelta(hours=4))
    for _ in range(3):
        clock.move(timedelta(days=4))
        shown = store.reminders.deliver(How.TODAY)
        assert shown is not None
        store.reminders.later(shown.id)
    clock.move(timedelta(days=1))
    opened.page.refresh()
    assert line(opened) == "Reminders: resting"
    click(opened.page.panel, "Start these reminders again")
    assert line(opened) == "Reminders: every day"
    assert store.people.get(amira.id).rhythm.began == clock.now().date()
    store.undo()
    assert line(opened) == "Reminders: resting"


# -- in the editor ---------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot, look):
    def make(**values):
        made = EditKept(qtbot, look, Supporter(name="Amira", **values))
        made.more.set_open(True)
        return made

    return make


def test_a_reminder_for_a_date_is_ticked_by_key(dialog):
    birthday = SpecialDate(DateKind.BIRTHDAY, None, 3, 14)
    made = dialog(dates=(birthday,))
    (row,) = made.rest.dates.rows
    row.notice.setFocus()
    QTest.keyClick(row.notice, Qt.Key.Key_Space)
    click(made, "Save")
    assert made.saved == [{"dates": (replace(birthday, notice=True),)}]


def test_a_date_without_a_month_can_have_none(dialog):
    made = dialog(dates=(SpecialDate(DateKind.BIRTHDAY, 1984),))
    (row,) = made.rest.dates.rows
    assert not row.notice.isEnabled()
    assert row.notice.accessibleDescription() == "A reminder needs at least the month."
    row.month.choose(2)
    assert row.notice.isEnabled()


def test_what_was_ticked_stays_while_something_else_changes(dialog):
    kept = SpecialDate(DateKind.BIRTHDAY, None, 3, 14, notice=True)
    made = dialog(dates=(kept,))
    made.rest.dates.rows[0].day.choose(15)
    assert made.changes() == {"dates": (replace(kept, day=15),)}


def test_a_reminder_for_a_meeting(dialog):
    weekly = Meeting(Repeats.WEEKLY, weekday=4, zone="Europe/Dublin")
    made = dialog(meetings=(weekly,))
    made.rest.meetings.rows[0].notice.click()
    click(made, "Save")
    assert made.saved == [{"meetings": (replace(weekly, notice=True),)}]
