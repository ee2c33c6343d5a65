"""When one meets: written down in the dialog by mouse and by keys, and said on somebody's page."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportnet_gui.core.model import Meeting, Repeats, Status, Supporter
from supportnet_gui.core.store.rows import one_line
from supportnet_gui.ui import theme
from supportnet_gui.ui.people.edit import EditDialog
from supportnet_gui.ui.people.edit_meetings import MeetingsEditor
from supportnet_gui.ui.people.merge import MergeDialog
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.messages import Question
from tests.core.store_kit import meetings
from tests.ui.people_kit import EditKept, Opened, answering, click, words

TODAY = date(2026, 11, 22)
WEEKLY, MONTHLY, ONCE = Repeats.WEEKLY, Repeats.MONTHLY, Repeats.ONCE
THURSDAYS = Meeting(WEEKLY, weekday=4, at=time(18, 30), zone="Asia/Tokyo", place="Library", note="tea")
ROW = [
    *("How often", "Day of the week", "Time, if known", "Place, if known", "A note, if you like", "Remove"),
    "A reminder for this",
]


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


@pytest.fixture
def dialog(qtbot, look):
    """Makes the edit dialog of a group with these meetings, opened where they are."""

    def make(*kept, save=None):
        made = EditKept(qtbot, look, Supporter(name="Thursday group", meetings=kept), save)
        made.more.set_open(True)
        return made

    return make


def seen_whole(made, part):
    """Whether nothing of a part is scrolled out of sight."""
    QApplication.processEvents()
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


# -- writing one down ------------------------------------------------------------------------------------------


def test_a_weekly_meeting_by_keys(dialog):
    made = dialog()
    made.rest.meetings.add.setFocus()
    QTest.keyClick(made.rest.meetings.add, Qt.Key.Key_Space)
    (row,) = made.rest.meetings.rows
    assert made.focusWidget() is row.repeats
    QTest.keyClick(row.repeats, Qt.Key.Key_Tab)
    assert made.focusWidget() is row.weekday
    QTest.keyClicks(row.weekday, "thu")
    QTest.keyClick(row.weekday, Qt.Key.Key_Tab)
    QTest.keyClicks(row.time, "6:30 pm")
    QTest.keyClick(row.time, Qt.Key.Key_Tab)
    QTest.keyClicks(row.place, " Library ")
    QTest.keyClick(row.place, Qt.Key.Key_Return)
    assert made.saved == [
        {"meetings": (Meeting(WEEKLY, weekday=4, at=time(18, 30), zone="Europe/Dublin", place="Library"),)}
    ]


def test_a_monthly_meeting_and_an_appointment_by_mouse(dialog):
    made = dialog()
    click(made, "Add a meeting")
    click(made, "Add a meeting")
    monthly, once = made.rest.meetings.rows
    monthly.repeats.choose(MONTHLY)
    monthly.nth.choose(-1)
    monthly.weekday.choose(5)
    once.repeats.choose(ONCE)
    assert (once.weekday.isVisible(), once.on.isVisible(), once.on.day) == (False, True, TODAY)
    once.on.setDate(once.on.date().addDays(11))
    once.time.setText("10")
    click(made, "Save")
    assert made.saved[0]["meetings"] == (
        Meeting(MONTHLY, weekday=5, nth=-1, zone="Europe/Dublin"),
        Meeting(ONCE, date(2026, 12, 3), at=time(10, 0), zone="Europe/Dublin"),
    )


def test_the_fields_are_those_its_way_of_repeating_needs(dialog):
    made = dialog(THURSDAYS)
    (row,) = made.rest.meetings.rows
    for repeats, shown in (
        (MONTHLY, (True, True, False)),
        (ONCE, (False, False, True)),
        (WEEKLY, (False, True, False)),
    ):
        row.repeats.choose(repeats)
        assert (row.nth.isVisible(), row.weekday.isVisible(), row.on.isVisible()) == shown
    assert row.meeting() == THURSDAYS, "what was chosen waits while another way is looked at"


# -- changing and removing ---------------------------------------------------------------------------------------


def test_a_change_leaves_zone_note_and_every_other_meeting_alone(dialog):
    long_ago = Meeting(ONCE, date(1815, 6, 18), zone="", place="x" * 40_000, note="kept")
    made = dialog(THURSDAYS, long_ago)
    made.rest.meetings.rows[0].time.setText("19:00")
    click(made, "Save")
    assert made.saved == [{"meetings": (replace(THURSDAYS, at=time(19, 0)), long_ago)}]


def test_a_note_is_written_by_keys_and_seen_on_the_page(opened, store):
    group = opened.open(name="Thursday group", meetings=(replace(THURSDAYS, zone="", note=""),))

    def write(dialog):
        dialog.more.set_open(True)
        note = dialog.rest.meetings.rows[0].note
        note.setFocus()
        QTest.keyClicks(note, "The side door.")
        QTest.keyClick(note, Qt.Key.Key_Return)
        QTest.keyClicks(note, "<b>Bring</b> tea ")
        click(dialog, "Save")

    with answering((EditDialog, write)):
        click(opened.page.panel, "Edit")
    assert store.people.get(group.id).meetings[0].note == "The side door.\n<b>Bring</b> tea"
    said = words(opened.page.panel)
    assert "Thursdays, 18:30 · Library\nThe side door.\n<b>Bring</b> tea" in said


def test_a_note_nobody_touched_stays_to_the_letter(dialog):
    odd = replace(THURSDAYS, note=" a\u00a0b\r\nc\u2029 ")
    made = dialog(odd)
    made.rest.meetings.rows[0].time.setText("19:00")
    click(made, "Save")
    assert made.saved == [{"meetings": (replace(odd, at=time(19, 0)),)}]


def test_one_is_removed_by_keys(dialog):
    made = dialog(THURSDAYS, replace(THURSDAYS, weekday=5))
    first = made.rest.meetings.rows[0].remove
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert made.focusWidget() is made.rest.meetings.add
    click(made, "Save")
    assert made.saved == [{"meetings": (replace(THURSDAYS, weekday=5),)}]


def test_one_that_was_emptied_is_no_longer_kept(dialog):
    made = dialog(THURSDAYS)
    (row,) = made.rest.meetings.rows
    row.weekday.choose(None)
    row.time.clear()
    row.place.clear()
    row.note.clear()
    click(made, "Save")
    assert made.saved == [{"meetings": ()}]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(meetings, max_size=3))
def test_any_meeting_passes_through_the_fields_unchanged(qtbot, look, some):
    kept = tuple(replace(one, place=one_line(one.place)) for one in some)
    editor = MeetingsEditor(look, kept, TODAY, "Europe/Dublin")
    qtbot.addWidget(editor)
    assert editor.meetings() == kept
    assert editor.wrong() is None


@pytest.mark.parametrize("country", [QLocale.Country.UnitedStates, QLocale.Country.UnitedKingdom])
def test_weeks_and_times_are_those_of_the_country(dialog, country):
    QLocale.setDefault(QLocale(QLocale.Language.English, country))
    made = dialog(THURSDAYS)
    (row,) = made.rest.meetings.rows
    days = [row.weekday.itemText(number) for number in range(row.weekday.count())]
    american = country is QLocale.Country.UnitedStates
    assert days[:2] == ["Day", "Sunday" if american else "Monday"]
    assert row.weekday.currentText() == "Thursday"
    assert row.time.text().replace("\u202f", " ") == ("6:30 PM" if american else "18:30")
    assert row.meeting() == THURSDAYS


# -- what is not clear -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("repeats", "weekday", "at", "place", "sentence"),
    [
        (WEEKLY, None, "18:30", "", "Which day of the week"),
        (MONTHLY, None, "", "Library", "Which day of the week"),
        (WEEKLY, None, "soon", "", "Which day of the week"),
        (WEEKLY, 4, "soon", "", "A time could look like 18:30"),
        (ONCE, None, "25:00", "", "A time could look like 18:30"),
        (WEEKLY, None, "", " ", ""),
        (MONTHLY, None, " ", "", ""),
        (WEEKLY, 4, "", "", ""),
        (ONCE, None, "", "", ""),
    ],
)
def test_what_is_unclear_is_asked_beside_it(dialog, repeats, weekday, at, place, sentence):
    made = dialog()
    made.name_field.setText("Another name")
    made.rest.meetings.add.click()
    (row,) = made.rest.meetings.rows
    row.repeats.choose(repeats)
    row.weekday.choose(weekday)
    row.time.setText(at)
    row.place.setText(place)
    made.more.set_open(False)
    click(made, "Save")
    assert made.isVisible() is bool(sentence)
    if not sentence:
        kept = weekday is not None or repeats is ONCE
        assert len(made.saved[0].get("meetings", ())) == kept
        return
    assert made.saved == []
    assert made.more.is_open
    assert sentence in words(made)
    field = row.weekday if "day" in sentence else row.time
    assert made.focusWidget() is field
    assert sentence in field.accessibleDescription()
    for part in (field, row.problem):
        assert seen_whole(made, part)


def test_the_sentence_goes_when_it_is_answered(dialog):
    made = dialog()
    made.rest.meetings.add.click()
    (row,) = made.rest.meetings.rows
    row.time.setText("18:30")
    click(made, "Save")
    assert row.problem.isVisible()
    row.weekday.choose(4)
    assert not row.problem.isVisible()
    assert row.weekday.accessibleDescription() == ""
    row.time.setText("soon")
    click(made, "Save")
    assert row.problem.isVisible()
    row.time.clear()
    QTest.keyClicks(row.time, "7")
    assert not row.problem.isVisible()
    click(made, "Save")
    assert made.saved[0]["meetings"][0].at == time(7, 0)


@pytest.mark.parametrize("typed", ["time", "place", "note"])
def test_half_a_meeting_is_not_lost_by_escape(dialog, typed):
    made = dialog()
    made.rest.meetings.add.click()
    QTest.keyClicks(getattr(made.rest.meetings.rows[0], typed), "six")
    with answering((Question, lambda question: click(question, "Keep editing"))):
        QTest.keyClick(made, Qt.Key.Key_Escape)
    assert made.isVisible()


# -- keys, large letters, small windows --------------------------------------------------------------------------


def stops(made):
    """The names of what Tab reaches from "Add a meeting" backwards to the first row."""
    QApplication.processEvents()
    found, widget = [], made.rest.meetings.rows[0].repeats
    while widget is not made.rest.dates.add:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            found.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    return found


def test_tab_goes_through_a_meeting_as_it_is_read(dialog):
    made = dialog(THURSDAYS)
    made.rest.meetings.add.click()
    made.rest.meetings.rows[1].repeats.choose(MONTHLY)
    monthly = ["How often", "Which one in the month", *ROW[1:]]
    assert stops(made) == [*ROW, *monthly, "Add a meeting"]
    made.rest.meetings.rows[1].repeats.choose(ONCE)
    assert stops(made) == [*ROW, "How often", "The day", *ROW[2:], "Add a meeting"]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("width", [640, 720])
def test_every_field_stays_inside_a_narrow_window(qtbot, qapp, text_size, width):
    large = Look(text_size=text_size)
    theme.apply(qapp, large)
    made = EditKept(qtbot, large, Supporter(name="Thursday group", meetings=(THURSDAYS,)))
    made.more.set_open(True)
    made.resize(width, 540)
    made.rest.meetings.add.click()
    row = made.rest.meetings.rows[-1]
    for repeats in Repeats:
        row.repeats.choose(repeats)
        qtbot.waitUntil(lambda: row.place.width() > 0)
        QApplication.processEvents()
        for field in (row.repeats, row.nth, row.weekday, row.on, row.time, row.place, row.note, row.remove):
            if field.isVisible():
                assert field.mapTo(row, field.rect().bottomRight()).x() < row.width()
                assert field.height() >= 32
    assert row.mapTo(made, row.rect().topRight()).x() < made.width()


@pytest.mark.parametrize(("weekday", "at"), [(None, ""), (4, "soon")])
def test_a_question_is_seen_with_its_field_even_large_and_narrow(qtbot, qapp, weekday, at):
    large = Look(text_size=200)
    theme.apply(qapp, large)
    made = EditKept(qtbot, large, Supporter(name="Thursday group", meetings=(THURSDAYS,) * 2))
    made.more.set_open(True)
    made.resize(720, 540)
    QApplication.processEvents()
    row = made.rest.meetings.rows[0]
    row.weekday.choose(weekday)
    row.time.setText(at)
    click(made, "Save")
    field = made.focusWidget()
    assert field is (row.time if weekday else row.weekday)
    for part in (field, row.problem):
        assert seen_whole(made, part)


def test_a_new_row_is_scrolled_to(dialog):
    made = dialog(*[THURSDAYS] * 6)
    made.ensure_seen(made.rest.meetings.add)
    made.rest.meetings.add.click()
    assert seen_whole(made, made.rest.meetings.rows[-1])


# -- on the page -------------------------------------------------------------------------------------------------


def test_the_page_says_when_one_meets(opened):
    here = replace(THURSDAYS, zone="Europe/Dublin")
    opened.open(name="Thursday group", meetings=(here, Meeting(MONTHLY, weekday=5, nth=-1)))
    said = words(opened.page.panel)
    assert "When you meet\nThursdays, 18:30 · Library\ntea\nThe last Friday of the month" in said


def test_a_meeting_elsewhere_is_told_by_the_clock_here(opened, clock):
    """The page says when to be there; the dialog shows what was written down, and whose clock it is by."""
    late = replace(THURSDAYS, at=time(20, 0), zone="America/New_York")
    once = Meeting(ONCE, date(2026, 12, 3), at=time(0, 30), zone="Asia/Tokyo")
    opened.open(name="Old friends", meetings=(late, once))
    assert "When you meet\nFridays, 01:00 · Library\ntea\n2 December, 15:30" in words(opened.page.panel)

    def look_at(dialog):
        dialog.more.set_open(True)
        first, second = dialog.rest.meetings.rows
        assert (first.weekday.value, first.time.text(), second.on.day) == (4, "20:00", date(2026, 12, 3))
        assert first.time.accessibleDescription() == "The time is by the clock of New York."
        assert "The time is by the clock of Tokyo." in words(dialog)
        dialog.rest.meetings.add.click()
        assert dialog.rest.meetings.rows[2].elsewhere.isHidden()
        click(dialog, "Cancel")

    with answering((EditDialog, look_at)):
        click(opened.page.panel, "Edit")


def test_a_day_gone_by_stays_on_the_page_until_it_is_taken_away(opened, store, clock):
    once = Meeting(ONCE, TODAY, at=time(9, 0), place="Room 2")
    doctor = opened.open(name="Dr Lee", meetings=(once, Meeting(WEEKLY, weekday=4)))
    assert "When you meet\nToday, 09:00 · Room 2\nThursdays" in words(opened.page.panel)
    assert "Days gone by" not in words(opened.page.panel)
    clock.move(timedelta(days=1))
    opened.page.refresh()
    assert "When you meet\nThursdays\nDays gone by\n22 November, 09:00 · Room 2" in words(opened.page.panel)
    clock.move(timedelta(days=400))
    opened.page.refresh()
    assert "Days gone by\n22 November 2026, 09:00" in words(opened.page.panel)

    def take_away(dialog):
        assert dialog.rest.meetings.rows[0].on.day == TODAY
        dialog.more.set_open(True)
        dialog.rest.meetings.rows[0].remove.click()
        click(dialog, "Save")

    with answering((EditDialog, take_away)):
        click(opened.page.panel, "Edit")
    assert store.people.get(doctor.id).meetings == (Meeting(WEEKLY, weekday=4),)
    assert "Days gone by" not in words(opened.page.panel)


@pytest.mark.parametrize("status", [Status.DIED, Status.ENDED, Status.UNSAFE])
def test_with_whom_nobody_meets_any_more_nothing_is_said(opened, store, status):
    both = (THURSDAYS, Meeting(ONCE, date(2026, 2, 1)))
    someone = opened.open(meetings=both, status=status)
    said = words(opened.page.panel)
    assert not any(word in said for word in ("Thursdays", "Days gone by", "February"))
    assert store.people.get(someone.id).meetings == both


def test_the_page_keeps_a_long_place_inside(opened):
    opened.open(meetings=(replace(THURSDAYS, place="x" * 5000),))
    assert opened.page.panel.widget().minimumSizeHint().width() <= opened.page.panel.viewport().width()


def test_a_meeting_is_written_down_from_the_page_and_undone(opened, store):
    group = opened.open(name="Thursday group")

    def write(dialog):
        dialog.more.set_open(True)
        click(dialog, "Add a meeting")
        dialog.rest.meetings.rows[0].weekday.choose(4)
        click(dialog, "Save")

    with answering((EditDialog, write)):
        click(opened.page.panel, "Edit")
    assert store.people.get(group.id).meetings == (Meeting(WEEKLY, weekday=4, zone="Europe/Dublin"),)
    assert "When you meet\nThursdays" in words(opened.page.panel)
    store.undo()
    assert store.people.get(group.id).meetings == ()
    assert "Thursdays" not in words(opened.page.panel)


def test_one_changed_elsewhere_meanwhile_stays(opened, store):
    group = opened.open(name="Thursday group")

    def edit(dialog):
        store.people.save(replace(store.people.get(group.id), meetings=(THURSDAYS,)))
        dialog.note.setPlainText("typed here")
        click(dialog, "Save")

    with answering((EditDialog, edit)):
        click(opened.page.panel, "Edit")
    assert store.people.get(group.id).meetings == (THURSDAYS,)


def test_two_made_one_are_shown_with_the_meetings_of_both(opened, store):
    opened.open(name="Thursday group", meetings=(THURSDAYS,))
    other = store.people.add(Supporter(name="The library", meetings=(replace(THURSDAYS, weekday=1),)))

    def look_at(dialog):
        dialog.choose(other)
        assert "Thursdays, 09:30 · Library\ntea\nMondays, 09:30 · Library\ntea" in words(dialog)
        click(dialog, "Not now")

    with answering((MergeDialog, look_at)):
        opened.more("merge")
