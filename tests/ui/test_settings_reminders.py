"""Reminders in Settings: each choice is kept at once and undone as one step; what may come; the calendar file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QWidget

from supportnet_gui.core.model import (
    CheckIn,
    Circle,
    DateKind,
    Meeting,
    Repeats,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Supporter,
    Unit,
)
from supportnet_gui.core.nudge_model import How
from supportnet_gui.core.pace import Pace
from supportnet_gui.ui import theme
from supportnet_gui.ui.reminders import RemindersCard, calendar_part
from supportnet_gui.ui.reminders.calendar_part import CalendarDialog
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.tokens import DARK, LIGHT
from supportnet_gui.ui.widgets.messages import Notice, Question
from tests.never_words import found
from tests.ui.people_kit import answering, click, reading, shown, words

BEGAN = date(2026, 11, 1)
WEEKLY = Rhythm(RhythmMode.OWN, 1, Unit.WEEK, BEGAN)
WHEN, CIRCLES, REST, MONTH, PHONE = (
    "When they come",
    "How often, by circle",
    "Rest for a while",
    "What may come",
    "For your phone",
)


@pytest.fixture
def card(qtbot, look, store):
    made = RemindersCard(look, store)
    qtbot.addWidget(made)
    made.resize(820, 900)
    made.show()
    qtbot.waitExposed(made)
    store.listeners.append(lambda _done: made.refresh())
    return made


def opened(card, name):
    click(card, name)
    return next(one.part for one in card.sections if one.button.text() == name)


def choose(combo: QComboBox, text: str) -> None:
    """As a person does by keyboard: the list, an entry, Enter."""
    row = combo.findText(text)
    assert row >= 0, f"no {text!r}"
    assert combo.model().flags(combo.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled, (
        f"{text!r} is not allowed"
    )
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def one_step(store, before):
    """Whether one undo leads back."""
    changed = store.reminders.pace()
    assert changed != before
    store.undo()
    return store.reminders.pace() == before and store.can_undo is None


# -- the line and the switch -----------------------------------------------------------------------------------


def test_one_line_and_one_switch_and_the_rest_is_folded(card):
    assert words(card).splitlines() == ["Reminders", "At most 3 a week, between 10:00 and 19:00"]
    assert card.switch.isChecked()
    assert [one.text() for one in shown(card, QPushButton)] == [WHEN, CIRCLES, REST, MONTH, PHONE]


def test_switching_off_and_on_by_key(card, store):
    before = store.reminders.pace()
    card.switch.setFocus()
    QTest.keyClick(card.switch, Qt.Key.Key_Space)
    assert not store.reminders.pace().on
    assert "They rest until you switch them on." in words(card)
    store.undo()
    assert store.reminders.pace() == before
    assert card.switch.isChecked()
    QTest.keyClick(card.switch, Qt.Key.Key_Space)
    QTest.keyClick(card.switch, Qt.Key.Key_Space)
    assert store.reminders.pace().on


def test_reminders_that_came_to_rest_start_again(card, store, clock):
    store.people.add(Supporter(name="Amira", rhythm=Rhythm(RhythmMode.OWN, 1, Unit.DAY, BEGAN)))
    clock.move(timedelta(hours=4))
    for _ in range(70):
        store.reminders.deliver(How.TODAY)
        clock.move(timedelta(days=1))
    card.refresh()
    assert "Reminders are resting by themselves, so as not to get in your way." in words(card)
    assert not card.switch.isChecked()
    click(card, "Start again")
    assert card.switch.isChecked()
    assert "resting" not in words(card)
    store.undo()
    assert "resting by themselves" in words(card)


def test_one_a_week_for_now_is_said_and_can_be_as_before(card, store, clock):
    store.people.add(Supporter(name="Amira", rhythm=Rhythm(RhythmMode.OWN, 1, Unit.DAY, BEGAN)))
    store.people.add(Supporter(name="Sam", rhythm=Rhythm(RhythmMode.OWN, 1, Unit.DAY, BEGAN)))
    clock.move(timedelta(hours=4))
    for _ in range(8):
        store.reminders.deliver(How.TODAY)
        clock.move(timedelta(days=1))
    card.refresh()
    assert "For now, one a week comes at most" in words(card)
    assert card.switch.isChecked()
    click(card, "Start again")
    assert "one a week comes" not in words(card)


# -- how they come ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text", "wanted", "line"),
    [
        ("begins", "09:30", {"begins": time(9, 30)}, "At most 3 a week, between 09:30 and 19:00"),
        ("ends", "21:00", {"ends": time(21)}, "At most 3 a week, between 10:00 and 21:00"),
        ("a_week", "5", {"a_week": 5}, "At most 5 a week, between 10:00 and 19:00"),
        ("a_day", "2", {"a_day": 2}, "At most 3 a week, between 10:00 and 19:00 · up to 2 a day"),
    ],
)
def test_a_choice_is_kept_at_once_and_told_in_the_line(card, store, field, text, wanted, line):
    before = store.reminders.pace()
    part = opened(card, WHEN)
    choose(getattr(part, field), text)
    assert store.reminders.pace() == before._replace(**wanted)
    assert line in words(card).splitlines()
    assert one_step(store, before)
    assert "At most 3 a week, between 10:00 and 19:00" in words(card).splitlines()


def test_weekdays(card, store):
    part = opened(card, WHEN)
    part.days[7].click()
    assert store.reminders.pace().weekdays == frozenset({1, 2, 3, 4, 5, 6})
    assert "· Mon, Tue, Wed, Thu, Fri, Sat" in words(card)
    assert part.days[7].accessibleName() == "Sunday"


def test_the_last_weekday_stays_with_a_sentence(card, store):
    store.reminders.set_pace(Pace(weekdays=frozenset({3})))
    part = opened(card, WHEN)
    part.days[3].click()
    assert store.reminders.pace().weekdays == frozenset({3})
    assert part.days[3].isChecked()
    assert "One day of the week stays." in words(card)


def test_hours_that_end_before_they_begin_cannot_be_chosen(card):
    part = opened(card, WHEN)
    for choice, wrong, right in ((part.begins, "19:00", "18:30"), (part.ends, "10:00", "10:30")):
        model = choice.model()
        allowed = {choice.itemText(row): model.item(row).isEnabled() for row in range(choice.count())}
        assert allowed[right]
        assert not allowed[wrong]


def test_what_gets_chosen_all_the_same_is_refused_with_a_sentence(card, store):
    before = store.reminders.pace()
    part = opened(card, WHEN)
    row = part.begins.findText("20:00")
    part.begins.setCurrentIndex(row)
    part.begins.activated.emit(row)
    assert store.reminders.pace() == before
    assert part.begins.value == time(10)
    assert "“Until” comes after “From”." in words(card)


def test_never_more_on_a_day_than_in_a_week(card, store):
    part = opened(card, WHEN)
    choose(part.a_week, "1")
    choose(part.a_day, "3")
    assert (store.reminders.pace().a_day, store.reminders.pace().a_week) == (3, 3)
    choose(part.a_week, "2")
    assert (store.reminders.pace().a_day, store.reminders.pace().a_week) == (2, 2)


def test_hours_between_are_asked_for_where_there_can_be_two(card):
    part = opened(card, WHEN)
    assert not part.between.isVisible()
    choose(part.a_day, "3")
    QApplication.processEvents()
    assert part.between.isVisible()
    choose(part.between, "8")
    assert "With so many hours between two, fewer than that come in a day." in words(card)
    choose(part.between, "2")
    assert "fewer than that" not in words(card)


# -- circles ---------------------------------------------------------------------------------------------------


def test_a_rhythm_for_a_circle(card, store, clock):
    part = opened(card, CIRCLES)
    row = part.rows[Circle.CLOSE]
    choose(row.mode, "About every …")
    assert store.reminders.of_circles() == {
        Circle.CLOSE: Rhythm(RhythmMode.OWN, 1, Unit.MONTH, clock.now().date())
    }
    clock.move(timedelta(days=3))
    choose(row.every, "2")
    choose(row.unit, "weeks")
    began = clock.now().date() - timedelta(days=3)
    assert store.reminders.of_circles()[Circle.CLOSE] == Rhythm(RhythmMode.OWN, 2, Unit.WEEK, began)
    choose(row.mode, "No rhythm")
    assert store.reminders.of_circles() == {}
    for _ in range(4):
        store.undo()
    assert store.reminders.of_circles() == {}
    assert not row.every.isVisible()


def test_a_number_nobody_offers_is_shown_as_it_is(card, store):
    store.reminders.set_rhythm_of_circle(Circle.AROUND, Rhythm(RhythmMode.OWN, 45, Unit.DAY, BEGAN))
    part = opened(card, CIRCLES)
    assert part.rows[Circle.AROUND].every.currentText() == "45"


# -- rest ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("press", "until"), [("For a week", date(2026, 11, 29)), ("For a month", date(2026, 12, 22))]
)
def test_a_rest_for_a_while(card, store, press, until):
    before = store.reminders.pace()
    opened(card, REST)
    click(card, press)
    assert store.reminders.pace().rest_until == until
    assert "Reminders rest until" in words(card)
    assert not card.switch.isChecked()
    click(card, "Start again")
    assert store.reminders.pace().rest_until is None
    store.undo()
    store.undo()
    assert store.reminders.pace() == before


def test_a_rest_until_a_day(card, store):
    part = opened(card, REST)
    part.until.setFocus()
    QTest.keyClick(part.until, Qt.Key.Key_Up)
    click(card, "Rest until then")
    assert store.reminders.pace().rest_until == part.until.day
    assert part.until.minimumDate().toPython() == date(2026, 11, 23)


def test_a_low_day(card, store):
    part = opened(card, REST)
    part.low.setFocus()
    QTest.keyClick(part.low, Qt.Key.Key_Space)
    assert store.reminders.is_low_day
    assert "Today is a low day. Nothing more comes until tomorrow." in words(card)
    store.undo()
    assert not part.low.isChecked()


# -- what may come ---------------------------------------------------------------------------------------------


@pytest.fixture
def few(store):
    store.people.add(
        Supporter(
            name="Amira",
            rhythm=WEEKLY,
            dates=(SpecialDate(DateKind.BIRTHDAY, None, 12, 3, notice=True),),
        )
    )
    store.people.add(
        Supporter(
            name="Thursday group",
            meetings=(
                Meeting(Repeats.WEEKLY, weekday=4, at=time(18, 30), zone="Europe/Dublin", notice=True),
            ),
        )
    )


def spoken(view: QWidget, day: date) -> str:
    """What a screen reader is told about a day."""
    QApplication.processEvents()
    reader = QAccessible.queryAccessibleInterface(view)
    told = [reader.child(number).text(QAccessible.Text.Name) for number in range(reader.childCount())]
    wanted = f"{day:%A} {day.day} {day:%B}"
    (found,) = [one for one in told if one.startswith(wanted)]
    return str(found)


def test_a_day_tells_a_screen_reader_what_may_come(card, few):
    view = opened(card, MONTH).view
    assert spoken(view, date(2026, 11, 22)) == "Sunday 22 November: Amira may come up."
    assert spoken(view, date(2026, 11, 26)) == "Thursday 26 November: Thursday group: Thursday, 18:30."
    assert spoken(view, date(2026, 12, 3)) == (
        "Thursday 3 December: Thursday group: 3 December, 18:30. Amira has a birthday: 3 December."
    )
    assert spoken(view, date(2026, 12, 15)) == "Tuesday 15 December: Nothing comes by itself."


def test_arrow_keys_go_through_the_days_and_tell_them(card, few):
    part = opened(card, MONTH)
    part.view.setFocus()
    assert part.day.text() == "Sunday 22 November"
    QTest.keyClick(part.view, Qt.Key.Key_Left)
    QTest.keyClick(part.view, Qt.Key.Key_Up)
    assert part.day.text() == "Sunday 22 November"  # Days that are over have nothing to say.
    QTest.keyClick(part.view, Qt.Key.Key_Down)
    QTest.keyClick(part.view, Qt.Key.Key_Left)
    assert part.day.text() == "Saturday 28 November"
    QTest.keyClick(part.view, Qt.Key.Key_Tab)
    assert part.view.hasFocus() is False


def test_the_same_as_a_list(card, few):
    part = opened(card, MONTH)
    click(card, "The same as a list")
    lines = part.list.text().splitlines()
    assert lines[0] == "Amira: from now on"
    assert "Amira has a birthday: 3 December." in lines
    assert "Thursday group: Thursday, 18:30." in lines


def test_a_contact_moves_the_picture(card, few, store):
    view = opened(card, MONTH).view
    amira = next(row.id for row in store.people.all() if row.name == "Amira")
    store.check_ins.log(CheckIn(people=(amira,), on=date(2026, 11, 22)))
    assert spoken(view, date(2026, 11, 22)) == "Sunday 22 November: Nothing comes by itself."
    assert spoken(view, date(2026, 11, 29)) == "Sunday 29 November: Amira may come up."


def test_days_without_reminders_are_quiet(card, few, store):
    view = opened(card, MONTH).view
    store.reminders.set_pace(Pace(weekdays=frozenset({1, 2, 3})))
    assert spoken(view, date(2026, 11, 22)) == "Sunday 22 November: No reminders on this day."
    store.reminders.rest(None)
    assert "Reminders rest, so nothing comes in these weeks." in words(card)


def test_nothing_yet_is_said_kindly(card):
    part = opened(card, MONTH)
    assert "Nothing comes by itself yet." in words(card)
    assert not part.legend.isVisible()


def test_a_hundred_people_on_one_day(card, store):
    store.people.add_many([Supporter(name="Ann", rhythm=WEEKLY) for _ in range(100)])
    part = opened(card, MONTH)
    assert part.said.text().endswith("And others.")
    assert not any(letter.isdigit() for letter in part.said.text())
    part.view.grab()


# -- the calendar file -----------------------------------------------------------------------------------------


@pytest.fixture
def to(monkeypatch, tmp_path):
    """Where the file goes."""
    path = tmp_path / "reminders.ics"
    monkeypatch.setattr(calendar_part, "choose_file", lambda _parent: path)
    return path


@pytest.mark.parametrize("names", [False, True])
def test_a_calendar_file_is_saved(card, few, to, names):
    opened(card, PHONE)
    assert "If this calendar is shared, others may see it." in words(card)

    def say(dialog):
        assert not dialog.names.isChecked()
        if names:
            QTest.keyClick(dialog.names, Qt.Key.Key_Space)
        click(dialog, "Choose where")

    with answering((CalendarDialog, say)):
        click(card, "Save a calendar file")
    text = to.read_text(encoding="utf-8")
    assert ("Amira" in text) is names
    assert ("A small note from your notebook" in text) is not names
    assert "Saved: reminders.ics." in words(card)


def test_not_now_saves_nothing(card, few, to):
    opened(card, PHONE)
    with answering((CalendarDialog, lambda dialog: click(dialog, "Not now"))):
        click(card, "Save a calendar file")
    assert not to.exists()


@pytest.mark.parametrize(("answer", "kept"), [("Keep that file", True), ("Put it there", False)])
def test_a_file_that_is_no_calendar_is_asked_about(card, few, to, answer, kept):
    to.write_text("Dear all", encoding="utf-8")
    opened(card, PHONE)
    with answering(
        (CalendarDialog, lambda dialog: click(dialog, "Choose where")),
        (Question, lambda dialog: click(dialog, answer)),
    ):
        click(card, "Save a calendar file")
    assert (to.read_text(encoding="utf-8") == "Dear all") is kept


def test_a_folder_that_cannot_be_written_is_said(card, few, monkeypatch, tmp_path):
    monkeypatch.setattr(calendar_part, "choose_file", lambda _parent: tmp_path / "nowhere" / "a.ics")
    opened(card, PHONE)
    said: list[str] = []
    with answering(
        (CalendarDialog, lambda dialog: click(dialog, "Choose where")),
        (Notice, reading(said, "Close")),
    ):
        click(card, "Save a calendar file")
    assert "may not write the file there" in said[0]
    assert "Saved" not in words(card)


def test_the_file_dialog_proposes_a_discreet_name(card, few, monkeypatch):
    asked = []

    def look_at(dialog):
        asked.append((dialog.selectedFiles(), dialog.defaultSuffix(), dialog.acceptMode()))
        return False

    monkeypatch.setattr(calendar_part.QFileDialog, "exec", look_at)
    assert calendar_part.choose_file(card) is None
    ((files, suffix, mode),) = asked
    assert Path(files[0]).name == "reminders.ics"
    assert suffix == "ics"
    assert mode is calendar_part.QFileDialog.AcceptMode.AcceptSave


# -- for everybody ---------------------------------------------------------------------------------------------


def test_a_choice_that_cannot_be_written_is_said_and_taken_back(card, store, monkeypatch):
    from supportnet_gui.core.trouble import Code, Trouble

    def full(_until):
        raise Trouble(Code.DISK_FULL)

    said = []
    monkeypatch.setattr(store.reminders, "rest", full)
    monkeypatch.setattr(Notice, "show_it", lambda self: said.append(self.heading.text()))
    card.switch.click()
    assert said == ["Not saved"]
    assert card.switch.isChecked()


def test_everything_has_a_name_and_is_high_enough(card, few):
    for section in card.sections:
        section.set_open(True)
    for one in shown(card, QWidget):
        if isinstance(one, QPushButton | QCheckBox | QComboBox) and one.isEnabled():
            name = one.accessibleName() or ("" if isinstance(one, QComboBox) else one.text())
            assert name, one
            assert one.height() >= 32, name


@pytest.mark.parametrize(("tokens", "size"), [(LIGHT, 200), (DARK, 100), (DARK, 200)])
def test_it_fits_a_narrow_window(qtbot, qapp, store, few, tokens, size):
    look = Look(tokens, size)
    theme.apply(qapp, look)
    made = RemindersCard(look, store)
    qtbot.addWidget(made)
    made.resize(504, 800)
    for section in made.sections:
        section.set_open(True)
    made.show()
    qtbot.waitExposed(made)
    assert made.minimumSizeHint().width() <= 504
    made.grab()
    theme.apply(qapp, Look())


def test_no_word_scolds_or_counts(card, few):
    for section in card.sections:
        section.set_open(True)
    assert found(words(card)) == []
    assert "overdue" not in words(card).lower()


def test_a_notice_that_is_taken_away_takes_its_day_along(store, few):
    amira = next(one for one in store.people.all() if one.name == "Amira")
    store.people.save(replace(amira, dates=(replace(amira.dates[0], notice=False),)))
    days = {day.day for day in store.reminders.ahead(31) for item in day.items if item.kind.value == "date"}
    assert days == set()
