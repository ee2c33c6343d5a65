"""A reminder in Today's one place: what it says, each answer, and the day it ends with; low days and rest."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from supportnet_gui.core.easing import Step
from supportnet_gui.core.model import (
    CheckIn,
    Circle,
    Energy,
    Need,
    Rhythm,
    RhythmMode,
    Status,
    Supporter,
    Unit,
    Way,
)
from supportnet_gui.core.nudge_model import How, NudgeKind
from supportnet_gui.ui.today.rest import RestMenu
from tests.ui.test_today_window import choose, click, keep, logged, opening

WEEKLY = Rhythm(RhythmMode.OWN, 1, Unit.WEEK)
HOUR = timedelta(hours=1)


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def until_shown(store, clock):
    """Let hours pass until a reminder comes; what was shown."""
    for _ in range(24 * 60):
        clock.move(HOUR)
        shown = store.reminders.deliver(How.TODAY)
        if shown is not None:
            return shown
    raise AssertionError("no reminder came")


@pytest.fixture
def amira(store, clock):
    """Somebody with a rhythm, about whom there is a reminder now; another one would be suggested first."""
    (amira,) = keep(store, "Amira Khan")
    store.reminders.set_rhythm(amira, WEEKLY)
    until_shown(store, clock)
    # By more than the day's chance could move.
    keep(store, "Sam", easy_on_low_day=True, circle=Circle.CLOSEST)
    store.forget_undo()
    return amira


def test_a_reminder_stands_first_with_a_message(qtbot, look, store, open_page, amira):
    today = open_page(look, store)
    card = today.card
    assert card.name.text() == "Amira Khan"
    assert card.reasons.text() == "You could say hello to Amira Khan, if you like."
    assert today.ideas.more.button.text() == "One more idea"
    shown = [button.text() for button in card.stops if button.isVisible()]
    assert shown[:3] == ["Copy message", "Show on phone", "We talked"]
    assert shown[3:6] == ["Another time", "Not this time", "Rest from reminders"]
    click(qtbot, card.copy_button)
    assert "Amira" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("button", ["talked_button", "later_button", "skip_button"])
def test_an_answer_is_one_step_and_enough(qtbot, look, store, open_page, amira, button):
    today = open_page(look, store)
    click(qtbot, getattr(today.card, button))
    assert store.reminders.shown() is None
    assert not today.card.isVisible()
    assert "Nothing" in today.ideas.left.text.text()
    assert [one.people for one in logged(store)] == ([(amira,)] if button == "talked_button" else [])
    click(qtbot, today.ideas.left.another_button)
    assert today.card.name.text() == "Sam"
    store.undo()
    assert store.reminders.shown() is not None
    assert today.card.name.text() == "Amira Khan"
    assert logged(store) == []


def test_what_was_copied_and_sent_answers_it(qtbot, look, store, open_page, amira):
    today = open_page(look, store)
    click(qtbot, today.card.copy_button)
    click(qtbot, today.card.sent_button)
    (noted,) = logged(store)
    assert (noted.people, noted.way) == ((amira,), Way.MESSAGE)
    assert store.reminders.shown() is None


@pytest.mark.parametrize(("line", "until"), [("For a week", 7), ("Until I switch them on", None)])
def test_a_rest_from_all_of_it(qtbot, monkeypatch, look, store, clock, open_page, amira, line, until):
    def choose_line(menu, *_):
        next(action for action in menu.actions() if action.text() == line).trigger()

    monkeypatch.setattr(RestMenu, "exec", choose_line)
    today = open_page(look, store)
    click(qtbot, today.card.rest_button)
    pace = store.reminders.pace()
    assert pace.on is (until is not None)
    assert pace.rest_until == (clock.now().date() + timedelta(days=until) if until else None)
    assert "Reminders are resting. Nothing is waiting." in today.texts()
    store.undo()
    assert today.card.name.text() == "Amira Khan"


def test_it_is_gone_at_midnight_and_with_the_person(look, store, clock, open_page, amira):
    today = open_page(look, store)
    store.people.set_status(amira, Status.UNSAFE)
    assert today.card.name.text() == "Sam"
    store.undo()
    assert today.card.name.text() == "Amira Khan"
    store.check_ins.log(CheckIn((amira,), on=clock.now().date()))
    assert today.card.name.text() == "Sam"
    store.undo()
    clock.move(timedelta(days=1))
    today.page.refresh()
    assert today.card.name.text() == "Sam"


def test_another_idea_can_take_its_place(qtbot, look, store, open_page, amira):
    today = open_page(look, store)
    click(qtbot, today.ideas.more.button)
    click(qtbot, today.ideas.more.buttons[0])
    assert today.card.name.text() == "Sam"
    assert not today.card.skip_button.isVisible()
    assert today.card.not_this_button.isVisible()
    assert today.ideas.more.button.text() == "One more idea"


def test_a_low_day_brings_no_reminder_and_only_the_smallest_steps(
    qtbot, look, store, clock, open_page, amira
):
    today = open_page(look, store)
    choose(qtbot, today, Energy.MORE)
    choices = today.one.choices
    click(qtbot, choices.low_day)
    assert today.card.name.text() == "Sam"
    assert store.reminders.shown() is None
    assert today.ideas.energy is Energy.LITTLE
    assert [one for one, button in choices.energies.items() if button.isEnabled()] == [Energy.LITTLE]
    click(qtbot, choices.button)
    assert choices.button.text() == "A low day"
    clock.move(timedelta(hours=16))
    today.page.refresh()
    assert not choices.low_day.isChecked()
    assert choices.need is None


def test_a_low_day_is_undone_by_the_key_and_by_the_box(qtbot, look, store, open_page, amira):
    today = open_page(look, store)
    choose(qtbot, today, Need.ANYTHING)
    click(qtbot, today.one.choices.low_day)
    store.undo()
    assert not today.one.choices.low_day.isChecked()
    click(qtbot, today.one.choices.low_day)
    click(qtbot, today.one.choices.low_day)
    assert not store.reminders.is_low_day


@pytest.fixture
def resting(store, clock):
    """Every reminder was left alone, until one asks whether to go on."""
    people = store.people.add_many([Supporter(name) for name in ("Amira", "Sam", "Noor")])
    for person in people:
        store.reminders.set_rhythm(person, WEEKLY)
    while until_shown(store, clock).kind is not NudgeKind.RESTING:
        pass
    assert store.reminders.stands().step is Step.RESTING
    store.forget_undo()


def test_resting_is_asked_about_once_beside_the_suggestion(qtbot, look, store, clock, open_page, resting):
    today = open_page(look, store)
    asks = today.page.resting
    assert [label.text() for label in asks.findChildren(QLabel)] == ["Reminders are resting. Start again?"]
    assert asks.isVisible()
    assert today.card.isVisible()
    assert not today.card.skip_button.isVisible()
    click(qtbot, asks.not_now_button)
    assert not asks.isVisible()
    assert store.reminders.stands().step is Step.RESTING
    store.undo()
    assert asks.isVisible()
    click(qtbot, asks.start_button)
    assert not asks.isVisible()
    assert store.reminders.stands().step is Step.AS_CHOSEN
    QApplication.processEvents()
    clock.move(timedelta(days=1))
    today.page.refresh()
    assert not asks.isVisible()
