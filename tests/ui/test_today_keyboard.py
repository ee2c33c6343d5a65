"""The keyboard on Today: where Tab goes with everything open, and where it is when something goes away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supportnet_gui.core.model import Energy, Need
from tests.ui.test_today_window import choose, click, keep, opening, press


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def test_tab_finds_what_opens_in_its_place(qtbot, look, store, open_page):
    keep(store, "Amira", "Sam", "Noor")
    today = open_page(look, store)
    choices, more = today.one.choices, today.ideas.more
    click(qtbot, choices.button)
    choose(qtbot, today, Need.COMPANY)
    choose(qtbot, today, Energy.SOME)
    click(qtbot, more.button)
    more.button.setFocus()
    stops = []
    for _ in range(8):
        press(qtbot, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    ideas = today.ideas.more.buttons
    asked = [choices.needs[Need.COMPANY], choices.energies[Energy.SOME], choices.low_day]
    assert stops == [*ideas, choices.button, *asked, choices.clear_button, today.chips[0]]


def test_questions_opened_by_keyboard_are_the_next_stop(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    today.one.choices.button.setFocus()
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in today.one.choices.needs.values()


@pytest.mark.parametrize("button", ["talked_button", "later_button"])
def test_taking_back_leaves_the_keyboard_on_the_suggestion(qtbot, look, store, open_page, button):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, getattr(today.card, button))
    assert QApplication.focusWidget() is today.ideas.left.another_button
    store.undo()
    assert QApplication.focusWidget() is today.card.copy_button


def test_taking_back_a_quick_log_leaves_the_keyboard_there(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    today.chips[0].setFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    today.log.note_button.setFocus()
    store.undo()
    assert QApplication.focusWidget() is today.chips[0]


def test_on_the_first_day_one_can_type_at_once(qtbot, look, store, open_page):
    today = open_page(look, None)
    today.page.set_store(store)
    assert QApplication.focusWidget() is today.welcome.fields[0]


def test_what_came_of_a_choice_is_said_beside_it(qtbot, look, store, open_page):
    keep(store, "Amira", "Sam", "Noor")
    today = open_page(look, store)
    choose(qtbot, today, Need.COMPANY)
    assert today.one.choices.said.text() == "Three ideas"
    assert today.one.choices.said.isVisible()


@pytest.mark.parametrize("name", ["Book club", "Jo", "José Fischer", "W" * 200, "W" * 20 + " " + "M" * 90])
def test_a_name_takes_the_lines_it_needs_and_no_more(qtbot, look, store, open_page, name):
    keep(store, name)
    label = open_page(look, store).card.name
    QApplication.processEvents()
    line = label.fontMetrics().lineSpacing()
    assert label.height() < line * (2.5 if len(name) > 60 else 1.5)
    widest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split())
    assert widest <= label.width()
    assert label.accessibleName().startswith(name[:40])
