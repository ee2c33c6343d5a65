"""What can be noted beside who: nothing is needed, nothing is preselected, and what was chosen can be unchosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from supportnet_gui.core.model import Began, CheckIn, Felt, Status, Support, Way
from supportnet_gui.ui.widgets.times import read_time, typed_time
from tests.ui.check_ins_kit import (
    HOSTILE,
    TODAY,
    Dialog,
    click,
    key,
    log,
    logged,
    people,
    press,
    texts,
    write,
)

SPACE, TAB, ENTER, UP = Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Up


@pytest.fixture
def amira(store):
    return people(store, "Amira")[0]


@pytest.fixture
def open_(qtbot, look, store, clock, amira):
    return Dialog(qtbot, look, store, clock, people=(amira,))


@pytest.fixture
def edit(qtbot, look, store, clock):
    def made(check_in_id):
        return Dialog(qtbot, look, store, clock, check_in=store.check_ins.get(check_in_id))

    return made


def chip(choice, text) -> QAbstractButton:
    [found] = [one for one in choice.findChildren(QAbstractButton) if one.text() == text]
    return found


def test_nothing_is_chosen_before_somebody_chooses(open_, store):
    more = open_.more()
    buttons = more.findChildren(QAbstractButton)
    assert [button.text() for button in buttons if button.isChecked()] == []
    open_.save()
    [entry] = logged(store)
    assert replace(entry.check_in, id="", created="", people=()) == CheckIn((), TODAY, zone="Europe/Dublin")


def test_everything_by_clicks(open_, store):
    more = open_.more()
    for choice, text in (
        (more.when, "Yesterday"),
        (more.way, "In person"),
        (more.felt, "Lighter"),
        (more.began, "They did"),
        (more.answered, "Answered"),
        (more.gave, "No"),
    ):
        chip(choice, text).click()
    more.support.boxes[Support.PRACTICAL].click()
    more.support.boxes[Support.EMOTIONAL].click()
    more.when.time.setText("6.30 pm")
    more.note.field.setPlainText(HOSTILE)
    more.next_note.field.setPlainText("Bring the book")
    open_.save()
    [entry] = logged(store)
    assert replace(entry.check_in, id="", created="", zone="", people=()) == CheckIn(
        (),
        TODAY - timedelta(days=1),
        time(18, 30),
        way=Way.IN_PERSON,
        began=Began.THEM,
        answered=True,
        support=(Support.EMOTIONAL, Support.PRACTICAL),
        gave_support=False,
        felt=Felt.LIGHTER,
        note=HOSTILE,
        next_note="Bring the book",
    )


def test_everything_by_keys(open_, store):
    """Down the whole form with Tab and Space, choosing the last of each."""
    open_.dialog.fold.button.setFocus()
    press(SPACE)
    more = open_.more()
    wanted = {
        *(chip(choice, text) for choice, text in ((more.way, "A letter"), (more.felt, "Heavier"))),
        *(
            chip(choice, text)
            for choice, text in ((more.began, "Both of us"), (more.answered, "No answer yet"))
        ),
        chip(more.gave, "Yes"),
        more.support.boxes[Support.RELATIONAL],
    }
    seen = []
    for _ in range(60):
        press(TAB)
        focused = open_.dialog.focusWidget()
        seen.append(focused)
        if focused in wanted:
            press(SPACE)
        if focused is more.note.field:
            write("by hand")
        if focused is open_.dialog.save:
            break
    assert wanted <= set(seen)
    press(ENTER)
    [entry] = logged(store)
    check_in = entry.check_in
    assert (check_in.way, check_in.felt, check_in.began) == (Way.LETTER, Felt.HEAVIER, Began.BOTH)
    assert (check_in.answered, check_in.gave_support) == (False, True)
    assert (check_in.support, check_in.note) == ((Support.RELATIONAL,), "by hand")


def test_what_is_chosen_can_be_unchosen_and_changed(open_, store):
    more = open_.more()
    for text in ("Lighter", "Heavier", "The same", "Heavier"):
        chip(more.felt, text).click()
        assert [one.text() for one in more.felt.findChildren(QAbstractButton) if one.isChecked()] == [text]
    chip(more.felt, "Heavier").click()
    for _ in range(2):
        more.support.boxes[Support.EMOTIONAL].click()
        chip(more.when, "Yesterday").click()
        key(chip(more.way, "A call"), SPACE)
    open_.save()
    [entry] = logged(store)
    assert (entry.check_in.felt, entry.check_in.support, entry.check_in.way) == (None, (), None)
    assert entry.check_in.on == TODAY


def test_skip_is_an_answer_that_notes_nothing(open_, store):
    more = open_.more()
    chip(more.felt, "Lighter").click()
    chip(more.felt, "Skip").click()
    assert chip(more.felt, "Skip").isChecked()
    open_.save()
    assert logged(store)[0].check_in.felt is None


def test_closing_more_keeps_what_was_noted(open_, store):
    chip(open_.more().way, "A call").click()
    click(open_.dialog.fold.button)
    open_.save()
    assert logged(store)[0].check_in.way is Way.CALL


# -- when ----------------------------------------------------------------------------------------------------


def test_another_day_is_two_keys_away(open_, store):
    more = open_.more()
    key(chip(more.when, "Another day"), SPACE)
    assert more.when.date.hasFocus()
    more.when.date.setDate(QDate(2026, 3, 1))
    open_.save()
    assert logged(store)[0].check_in.on == date(2026, 3, 1)


def test_no_day_to_come_can_be_reached(open_, store):
    more = open_.more()
    chip(more.when, "Another day").click()
    more.when.date.setDate(QDate(2030, 1, 1))
    for _ in range(40):
        key(more.when.date, UP)
    assert more.when.on == TODAY
    assert more.when.date.calendarWidget().maximumDate() == QDate(2026, 11, 22)
    open_.save()
    assert logged(store)[0].check_in.on == TODAY


def test_the_wheel_does_not_change_the_day(qtbot, open_):
    more = open_.more()
    chip(more.when, "Another day").click()
    before = more.when.on
    wheel = QWheelEvent(
        more.when.date.rect().center(),
        more.when.date.mapToGlobal(more.when.date.rect().center()),
        more.when.date.rect().center(),
        more.when.date.rect().center() * 10,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    more.when.date.wheelEvent(wheel)
    assert more.when.on == before


@pytest.mark.parametrize("typed", ["25:00", "half past", "18:3", "13pm", "0am", "18:60", "7.5.3"])
def test_what_is_no_time_gets_a_sentence(open_, store, typed):
    more = open_.more()
    more.when.time.setFocus()
    write(typed)
    open_.save()
    assert open_.is_open
    assert "A time could look like 18:30. You could also leave it out." in texts(open_.dialog)
    assert more.when.time.hasFocus()
    assert logged(store) == []
    write("9:05")
    open_.save()
    assert logged(store)[0].check_in.at == time(9, 5)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("18:30", time(18, 30)),
        (" 18.30 ", time(18, 30)),
        ("1830", time(18, 30)),
        ("730", time(7, 30)),
        ("18h30", time(18, 30)),
        ("18", time(18)),
        ("6pm", time(18)),
        ("6:30\u202fPM", time(18, 30)),
        ("12 a.m.", time(0)),
        ("12:15 p.m.", time(12, 15)),
        ("0:00", time(0)),
        ("", None),
        ("  ", None),
    ],
)
def test_times_are_read_as_people_write_them(typed, read):
    assert read_time(typed) == read


@given(at=st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_time_can_be_typed(at):
    for pattern in ("%H:%M", "%H.%M", "%H%M", "%I:%M %p", "%I.%M%p"):
        assert read_time(at.strftime(pattern)) == at


@pytest.mark.parametrize("name", ["en_GB", "en_US", "en_DK", "en_FI", "fr_CA", "ar_EG", "ko_KR", "C"])
def test_every_time_a_field_begins_with_is_read_back(name):
    QLocale.setDefault(QLocale(name))
    for minute in range(0, 24 * 60, 7):
        at = time(minute // 60, minute % 60)
        assert read_time(typed_time(at)) == at
    assert typed_time(None) == ""


@given(text=st.text(max_size=12))
def test_anything_typed_is_a_time_or_a_value_error(text):
    try:
        read = read_time(text)
        assert read is None or read.second == 0
    except ValueError:
        assert text.strip()


# -- editing -------------------------------------------------------------------------------------------------

FULL: dict[str, Any] = {
    "way": Way.LETTER,
    "began": Began.ME,
    "answered": False,
    "support": (Support.RELATIONAL,),
    "gave_support": True,
    "felt": Felt.SAME,
    "note": "  one\n\n two\u00a0three  ",
    "next_note": HOSTILE,
}


@pytest.mark.parametrize("ago", [0, 1, 2, 400])
@pytest.mark.parametrize("at", [None, time(0, 5), time(18, 30)])
def test_saving_without_a_change_changes_nothing(edit, store, amira, ago, at):
    check_in_id = log(store, amira, ago=ago, at=at, **FULL)
    before = store.check_ins.get(check_in_id)
    edited = edit(check_in_id)
    assert edited.dialog.windowTitle() == "Edit check-in"
    edited.save()
    assert not edited.is_open
    assert store.check_ins.get(check_in_id) == before


def test_a_change_is_saved_and_undone_as_one_step(edit, store, amira):
    check_in_id = log(store, amira, **FULL)
    before = store.check_ins.get(check_in_id)
    edited = edit(check_in_id)
    more = edited.dialog.more
    chip(more.way, "A letter").click()
    chip(more.felt, "Lighter").click()
    chip(more.when, "Yesterday").click()
    more.note.field.setPlainText("shorter")
    edited.search.setText("Nia")
    edited.save()
    after = store.check_ins.get(check_in_id)
    assert (after.way, after.felt, after.on, after.note) == (
        None,
        Felt.LIGHTER,
        date(2026, 11, 21),
        "shorter",
    )
    assert [store.people.get(one).name for one in after.people] == ["Amira", "Nia"]
    store.undo()
    assert store.check_ins.get(check_in_id) == before
    assert store.people.count() == 1


def test_who_is_not_suggested_is_neither_named_nor_lost(edit, store, amira):
    [uma] = people(store, "Uma")
    check_in_id = log(store, amira, uma, note="dinner")
    store.people.set_status(uma, Status.UNSAFE)
    edited = edit(check_in_id)
    assert [one.text() for one in edited.chips()] == ["Amira"]
    assert not [text for text in texts(edited.dialog) if "Uma" in text]
    edited.dialog.more.note.field.setPlainText("supper")
    edited.save()
    assert store.check_ins.get(check_in_id).people == (amira, uma)
    assert store.check_ins.get(check_in_id).note == "supper"


def test_where_nobody_else_was_there_they_are_named(edit, store):
    [uma] = people(store, "Uma")
    check_in_id = log(store, uma)
    store.people.set_status(uma, Status.ENDED)
    edited = edit(check_in_id)
    assert [one.text() for one in edited.chips()] == ["Uma"]
    edited.save()
    assert store.check_ins.get(check_in_id).people == (uma,)


def test_a_day_the_field_cannot_show_stays(edit, store, amira):
    early = store.check_ins.log(CheckIn((amira,), date(1850, 5, 1)))
    edit(early).save()
    assert store.check_ins.get(early).on == date(1850, 5, 1)
    edited = edit(early)
    key(edited.dialog.more.when.date, UP)
    edited.save()
    assert store.check_ins.get(early).on > date(1899, 12, 31)


def test_a_check_in_removed_meanwhile_gets_a_sentence(edit, store, amira, monkeypatch):
    from tests.ui.check_ins_kit import notices

    said = notices(monkeypatch)
    check_in_id = log(store, amira)
    edited = edit(check_in_id)
    store.check_ins.purge([check_in_id])
    edited.save()
    assert edited.is_open
    assert [sentence for sentence in said if "no longer there" in sentence]


def test_each_answer_says_what_it_answers(open_):
    more = open_.more()
    for button in more.findChildren(QAbstractButton):
        if isinstance(button, QCheckBox) or button.isCheckable():
            assert button.accessibleName() or button.text()
            assert button.accessibleDescription(), button.text()
