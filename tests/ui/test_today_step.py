"""A small step on Today: offered once, seen before it counts, answered in one click, never two at a time."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supportnet_gui.core.resource_model import SmallStep, StepState
from tests.never_words import found
from tests.ui.test_today_window import click, keep, opening

STEP = SmallStep("I send one hello", "When I next pick up my phone", resource="send-one-message")


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def test_it_stands_under_the_suggestion(look, store, open_page):
    keep(store, "Amira")
    store.steps.add(STEP)
    today = open_page(look, store)
    assert today.ideas.isVisible()
    assert "When I next pick up my phone, I send one hello" in today.texts()
    assert found(" ".join(today.texts())) == []


def test_without_a_step_nothing_is_made(look, store, open_page):
    keep(store, "Amira")
    assert open_page(look, store).page.planned is None


def test_it_takes_the_place_of_a_step_of_ours(look, store, open_page):
    store.settings.set("welcome_done", True)
    store.steps.add(STEP)
    today = open_page(look, store)
    assert today.page.planned.isVisible()
    assert today.one.part is None
    assert not today.one.open_line.isVisible()
    assert today.one.mind_button.isVisible()


def test_who_is_being_asked_for_names_is_offered_nothing(look, store, open_page):
    store.steps.add(STEP)
    today = open_page(look, store)
    assert today.welcome.isVisible()
    assert today.page.planned is None


def test_only_what_was_painted_counts_as_shown(qtbot, look, store, open_page):
    keep(store, "Amira")
    step = store.steps.add(STEP)
    assert store.steps.get(step).shown == 0
    open_page(look, store)
    qtbot.waitUntil(lambda: store.steps.get(step).shown == 1)
    assert store.can_undo is not None


@pytest.mark.parametrize(
    ("name", "state"), [("done_button", StepState.DONE), ("not_for_me_button", StepState.NOT_FOR_ME)]
)
def test_an_answer_is_one_click_and_undone(qtbot, look, store, open_page, name, state):
    keep(store, "Amira")
    step = store.steps.add(STEP)
    other = store.steps.add(SmallStep("I drink a glass of water"))
    today = open_page(look, store)
    click(qtbot, getattr(today.page.planned, name))
    assert store.steps.get(step).state is state
    assert not today.page.planned.isVisible()
    assert store.steps.get(other).state is StepState.PLANNED
    store.undo()
    assert today.page.planned.isVisible()
    assert today.page.planned.step.id == step


def test_another_time_keeps_it_for_a_few_days(qtbot, look, store, clock, open_page):
    keep(store, "Amira")
    step = store.steps.add(STEP)
    today = open_page(look, store)
    click(qtbot, today.page.planned.later_button)
    assert store.steps.get(step).state is StepState.PLANNED
    assert not today.page.planned.isVisible()
    clock.move(timedelta(days=4))
    today.page.refresh()
    assert today.page.planned.isVisible()


def test_the_keyboard_goes_on_after_an_answer(qtbot, look, store, open_page):
    keep(store, "Amira")
    store.steps.add(STEP)
    today = open_page(look, store)
    today.window.activateWindow()
    today.page.planned.done_button.setFocus()
    today.page.planned.done_button.click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_it_leads_to_its_entry_and_names_the_person(qtbot, look, store, open_page):
    (amira,) = keep(store, "Amira")
    store.steps.add(SmallStep("I call", resource="send-one-message", supporter=amira))
    today = open_page(look, store)
    assert "With Amira" in today.texts()
    click(qtbot, today.page.planned.open_button)
    assert today.went == [("resource", "send-one-message")]


def test_nobody_right_now_leads_to_first_ideas(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    click(qtbot, today.step.more_button)
    assert today.went == [("resource", "")]


def test_one_of_a_person_in_no_list_is_not_offered(look, store, open_page):
    amira, _ = keep(store, "Amira", "Sam")
    store.steps.add(SmallStep("I call", supporter=amira))
    store.people.trash(amira)
    assert open_page(look, store).page.planned is None


def test_alone_it_stands_first_and_tab_goes_as_one_reads(qtbot, look, store, open_page):
    store.settings.set("welcome_done", True)
    store.steps.add(STEP)
    today = open_page(look, store)
    today.page.refresh()
    assert today.page.planned.y() < today.one.y()
    today.window.activateWindow()
    qtbot.waitUntil(today.window.isActiveWindow)
    today.page.planned.open_button.setFocus()
    qtbot.keyClick(today.page.planned.open_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is today.one.mind_button
    keep(store, "Amira")
    today.page.refresh()
    QApplication.processEvents()
    assert today.page.planned.y() > today.one.y()
