"""A check-in from Today: two clicks or two keys, on disk at once, undone as easily."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from supportnet_gui.ui.widgets.messages import Notice
from tests.ui.test_today_window import click, keep, logged, opening, press

TODAY = date(2026, 11, 22)


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def test_two_clicks_from_launch_and_it_is_on_disk(qtbot, look, store, clock, open_page):
    amira, _ = keep(store, "Amira", "Sam")
    today = open_page(look, store)

    click(qtbot, next(chip for chip in today.chips if chip.text() == "Amira"))
    click(qtbot, today.log.save_button)

    other = Store(open_vault(store.vault.places), clock)
    (found,) = logged(other)
    other.close()
    assert (found.people, found.on, found.at) == ((amira,), TODAY, None)
    assert (found.way, found.felt, found.answered, found.note) == (None, None, None, "")


def test_two_keys_once_the_keyboard_is_on_a_person(qtbot, look, store, open_page):
    amira, sam = keep(store, "Amira", "Sam")
    today = open_page(look, store)
    today.chips[0].setFocus()
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Return)

    assert [one.people for one in logged(store)] == [(amira,)]
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Enter)
    assert [one.people for one in logged(store)] == [(sam,), (amira,)]


def test_nobody_is_chosen_beforehand_and_nothing_can_be_saved(look, store, open_page):
    keep(store, "Amira", "Sam")
    today = open_page(look, store)
    assert not any(chip.isChecked() for chip in today.chips)
    assert not today.log.save_button.isEnabled()
    today.log.save()
    assert logged(store) == []


def test_several_people_are_one_check_in(qtbot, look, store, open_page):
    ids = keep(store, "Amira", "Sam", "Noor")
    today = open_page(look, store)
    for chip in today.chips:
        click(qtbot, chip)
    click(qtbot, today.chips[1])
    click(qtbot, today.log.save_button)
    (found,) = logged(store)
    assert set(found.people) == {ids[0], ids[2]}


def test_enter_on_a_person_chooses_before_it_saves(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    today.chips[0].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert today.chips[0].isChecked()
    assert logged(store) == []
    press(qtbot, Qt.Key.Key_Return)
    assert len(logged(store)) == 1


def test_enter_presses_the_button_it_stands_on(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    today.log.save_button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert len(logged(store)) == 1


def test_a_note_can_be_added_to_what_was_just_saved(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    assert "Add a note" not in today.texts()
    today.chips[0].setFocus()
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)

    assert "Add a note" in today.texts()
    assert not today.chips[0].isChecked()
    assert QApplication.focusWidget() is today.log.note_button
    press(qtbot, Qt.Key.Key_Return)
    assert today.went == [("edit", logged(store)[0].id)]
    click(qtbot, today.chips[0])
    assert "Add a note" not in today.texts()


def test_saved_is_left_to_the_windows_own_line(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    assert not any("Saved" in text for text in today.texts())


def test_the_note_is_offered_until_something_else_was_done(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    today.page.refresh()
    assert today.log.note_button.isVisible()
    keep(store, "Sam")
    assert not today.log.note_button.isVisible()
    store.undo()
    assert not today.log.note_button.isVisible()


def test_undo_takes_it_back_and_offers_no_note(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    assert today.lately.isVisible()

    store.undo()

    assert logged(store) == []
    assert "Add a note" not in today.texts()
    assert not today.lately.isVisible()


def test_someone_else_takes_along_whom_one_chose(qtbot, look, store, open_page):
    (amira,) = keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.log.else_button)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.else_button)
    assert today.went == [("log", ()), ("log", (amira,))]
    assert not today.chips[0].isChecked()


def test_a_person_who_is_gone_meanwhile_gets_a_sentence(qtbot, monkeypatch, look, store, clock, open_page):
    amira, sam = keep(store, "Amira", "Sam")
    today = open_page(look, store)
    other = Store(open_vault(store.vault.places), clock)
    other.people.purge([amira])
    other.close()
    said: list[str] = []
    monkeypatch.setattr(Notice, "show_it", lambda notice: said.append(notice.windowTitle()))

    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)

    assert said == ["That did not work"]
    assert logged(store) == []
    today.page.refresh()
    assert [chip.person for chip in today.chips] == [sam]


def test_the_clock_is_asked_when_saving_not_when_opening(qtbot, look, tmp_path, open_page, clock):
    clock.move(datetime(2026, 11, 22, 23, 59).astimezone() - clock.now())
    store = Store(open_vault(places(tmp_path / "night")), clock)
    keep(store, "Amira")
    today = open_page(look, store)
    clock.move(timedelta(minutes=2))
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    assert logged(store)[0].on == TODAY + timedelta(days=1)
    assert isinstance(clock, FixedClock)
    store.close()
