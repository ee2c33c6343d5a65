"""Today's suggestion: what it shows, what each button does, and that two clicks are enough."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from supportnet_gui.core import content
from supportnet_gui.core.model import (
    Act,
    Channel,
    CheckIn,
    DateKind,
    Energy,
    Kind,
    Need,
    Offer,
    Protocol,
    SpecialDate,
    Status,
    Support,
    Supporter,
    Way,
)
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.ui.main_window import MainWindow
from supportnet_gui.ui.today.not_this import NotThisMenu
from tests.ui.test_today_window import TODAY, choose, click, keep, logged, opening, press


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def test_the_message_follows_the_first_sight(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    qtbot.waitUntil(lambda: "Hi Amira, just saying hello. No need to answer." in today.texts())


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def window(qtbot, look, store, clock, tmp_path):
    """The whole window on the store, as a person finds it after the start."""
    window = MainWindow(look, PreferencesFile(tmp_path / "preferences.json"), clock)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.attach(store)
    qtbot.waitActive(window)
    return window


# -- two clicks ------------------------------------------------------------------------------------------------


def returning(store, clock):
    """Somebody comes back on a bad day, after eight months."""
    (amira,) = keep(store, "Amira")
    store.check_ins.log(CheckIn((amira,), on=TODAY))
    clock.move(timedelta(days=240))
    return amira


def test_returning_on_a_bad_day_one_click_copies_the_message(qtbot, look, store, clock, open_page):
    returning(store, clock)
    QGuiApplication.clipboard().clear()
    today = open_page(look, store)
    assert "Hello. Nothing is waiting." in today.texts()
    assert today.card.name.text() == "Amira"
    click(qtbot, today.card.copy_button)
    assert clipboard() == today.card.message.text() != ""


def test_returning_on_a_bad_day_one_click_logs_a_check_in(qtbot, look, store, clock, open_page):
    amira = returning(store, clock)
    today = open_page(look, store)
    click(qtbot, today.card.talked_button)
    assert [one.people for one in logged(store)] == [(amira,), (amira,)]
    assert logged(store)[0].on == clock.now().date()


def test_by_keyboard_one_press_copies_and_one_logs(qtbot, store, clock, window):
    amira = returning(store, clock)
    window.refresh()
    qtbot.waitUntil(lambda: window.pages["today"].card.message.text() != "")
    QGuiApplication.clipboard().clear()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_C, modifiers)
    assert clipboard() == window.pages["today"].card.message.text() != ""
    window.show_page("check-ins")
    qtbot.keyClick(window, Qt.Key.Key_L, modifiers)
    assert window.current == "today"
    assert [one.people for one in logged(store)] == [(amira,), (amira,)]


def test_the_keys_with_nobody_written_down_only_show_today(qtbot, store, window):
    window.show_page("people")
    window.copy_message()
    window.we_talked()
    assert window.current == "today"
    assert logged(store) == []


# -- after a click ---------------------------------------------------------------------------------------------


def test_after_copy_it_asks_once_and_sent_logs_at_once(qtbot, look, store, open_page):
    (amira, _) = keep(store, "Amira", "Sam")
    store.people.set_status(_, Status.RESTING)
    today = open_page(look, store)
    click(qtbot, today.card.copy_button)
    shown = today.texts()
    assert "I sent it" in shown
    assert "Not now" in shown
    assert "Copy message" not in shown
    assert QApplication.focusWidget() is today.card.sent_button
    press(qtbot, Qt.Key.Key_Return)
    (found,) = logged(store)
    assert (found.people, found.way, found.answered, found.felt) == ((amira,), Way.MESSAGE, None, None)
    assert "That is noted. Nothing else is waiting." in today.texts()
    assert not today.card.isVisible()


def test_not_now_leaves_everything_as_it_was(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.card.copy_button)
    click(qtbot, today.card.not_now_button)
    assert "Copy message" in today.texts()
    assert logged(store) == []
    assert store.can_undo.names == ("Amira",)


def test_what_was_done_is_enough_until_another_idea_is_asked_for(qtbot, look, store, open_page):
    keep(store, "Amira", "Sam")
    today = open_page(look, store)
    first = today.card.name.text()
    click(qtbot, today.card.talked_button)
    assert not today.card.isVisible()
    today.page.refresh()
    assert not today.card.isVisible()
    assert today.ideas.left is not None
    click(qtbot, today.ideas.left.another_button)
    assert today.card.isVisible()
    assert today.card.name.text() != first


def test_undo_brings_the_suggestion_back(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.card.talked_button)
    store.undo()
    assert today.card.isVisible()
    assert logged(store) == []


def test_a_note_can_be_added_to_what_was_just_noted(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.card.talked_button)
    assert today.ideas.left is not None
    click(qtbot, today.ideas.left.note_button)
    assert today.went == [("edit", logged(store)[0].id)]


def test_another_time_leaves_no_mark_and_is_undone(qtbot, look, store, open_page):
    (amira,) = keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.card.later_button)
    assert "Another time, then. Nothing is waiting." in today.texts()
    assert store.today.suggestions(Need.ANYTHING, Energy.LITTLE) == ()
    store.undo()
    assert [one.supporter for one in store.today.suggestions(Need.ANYTHING, Energy.LITTLE)] == [amira]
    assert today.card.isVisible()


@pytest.mark.parametrize(
    ("line", "status", "in_crisis"),
    [
        ("A rest for four weeks", Status.RESTING, True),
        ("Not when I am in a crisis", Status.ACTIVE, False),
        ("Do not suggest", Status.ENDED, True),
        ("I do not feel safe with them", Status.UNSAFE, True),
    ],
)
def test_not_this_person_holds_everywhere_at_once_and_is_undone(
    qtbot, monkeypatch, look, store, open_page, line, status, in_crisis
):
    (amira,) = keep(store, "Amira")
    store.people.save(Supporter("Amira", id=amira, hard_moment=1))
    before = store.people.get(amira)
    today = open_page(look, store)

    def choose(menu: NotThisMenu, *_: object) -> None:
        next(action for action in menu.actions() if action.text() == line).trigger()

    monkeypatch.setattr(NotThisMenu, "exec", choose)
    click(qtbot, today.card.not_this_button)
    now = store.people.get(amira)
    assert now.status is status
    assert now.not_in_crisis is not in_crisis
    assert (now.hard_moment is None) is (not in_crisis)
    assert store.today.suggestions(Need.ANYTHING, Energy.LITTLE) == ()
    assert not today.card.isVisible()
    if status is Status.UNSAFE:
        # Not straight on to the next one.
        assert "That is noted. They will not be suggested." in today.texts()
        assert QApplication.focusWidget() is today.ideas.left.another_button
    else:
        assert today.one.first_step is not None
        assert today.one.first_step.isVisible()
    store.undo()
    after = store.people.get(amira)
    assert (after.status, after.not_in_crisis, after.hard_moment) == (
        before.status,
        before.not_in_crisis,
        before.hard_moment,
    )
    assert today.card.isVisible()


# -- two more ideas and the choices ------------------------------------------------------------------------------


# -- a place, an animal ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "act", "noted", "not_this"),
    [
        (Kind.PLACE, "You could go there, if you like.", "I was there", "Not this place"),
        (
            Kind.ANIMAL,
            "You could spend some time together, if you like.",
            "We spent time together",
            "Not this one",
        ),
    ],
)
def test_where_nobody_reads_there_is_no_message(qtbot, look, store, open_page, kind, act, noted, not_this):
    (who,) = keep(store, "Canal & bank", kind=kind, easy_on_low_day=True)
    QGuiApplication.clipboard().setText("from before")
    today = open_page(look, store)
    card = today.card
    shown = [button.text() for button in card.stops if button.isVisible()]
    assert shown == [noted, "Another time", not_this]
    assert not card.message.isVisible()
    assert act in today.texts()
    card.copy_wanted.emit()  # Its key, from anywhere.
    assert clipboard() == "from before"
    assert [button.text() for button in card.stops if button.isVisible()] == shown
    today.ideas.begin()
    assert today.window.focusWidget() is card.talked_button
    press(qtbot, Qt.Key.Key_Return)
    assert [one.people for one in logged(store)] == [(who,)]


def test_the_message_is_back_with_somebody_who_reads(qtbot, look, store, open_page):
    (place,) = keep(store, "Canal", kind=Kind.PLACE, easy_on_low_day=True)
    (ann,) = keep(store, "Ann")
    store.people.set_status(ann, Status.RESTING)
    today = open_page(look, store)
    assert today.card.talked_button.property("look") == "primary"
    store.people.set_status(ann, Status.ACTIVE)
    store.people.set_archived(place, True)
    card = today.card
    assert (card.copy_button.isVisible(), card.message.isVisible(), card.main_button) == (
        True,
        True,
        card.copy_button,
    )
    assert card.talked_button.property("look") == "plain"


@pytest.mark.parametrize("kind", list(Kind))
def test_window_and_terminal_have_the_same_message(qtbot, look, store, open_page, kind):
    (who,) = keep(store, "Sam Field", kind=kind, easy_on_low_day=True)
    today = open_page(look, store)
    found = store.today.suggestions(Need.ANYTHING, Energy.LITTLE)
    if found:
        person = store.people.get(who)
        draft = content.suggested(found[0], person, Need.ANYTHING, Energy.LITTLE)
        qtbot.waitUntil(lambda: today.card.message.text() == draft)
        assert today.card.message.isVisible() == bool(draft)


def test_two_more_ideas_are_folded_and_one_takes_the_place(qtbot, look, store, open_page):
    keep(store, "Amira", "Sam", "Noor", "Jo")
    today = open_page(look, store)
    first = today.card.name.text()
    assert today.ideas.more.button.text() == "Two more ideas"
    assert today.ideas.more.buttons == []
    click(qtbot, today.ideas.more.button)
    assert len(today.ideas.more.buttons) == 2
    QApplication.processEvents()
    other = today.ideas.more.buttons[1].accessibleName().split(":")[0]
    click(qtbot, today.ideas.more.buttons[1])
    assert today.card.name.text() == other != first
    assert QApplication.focusWidget() is today.card.copy_button


def test_one_person_has_no_more_ideas(look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    assert not today.ideas.more.button.isVisible()


def test_a_choice_changes_the_ideas_and_leaves_the_focus(qtbot, monkeypatch, look, store, open_page):
    store.people.add(Supporter("Amira", offers=(Offer(Support.EMOTIONAL),)))
    store.people.add(Supporter("Ray", offers=(Offer(Support.PRACTICAL),)))
    said: list[str] = []
    monkeypatch.setattr("supportnet_gui.ui.widgets.announce.announce", lambda _, text: said.append(text))
    today = open_page(look, store)
    choices = today.one.choices
    click(qtbot, choices.button)
    assert not any(button.isChecked() for button in (*choices.needs.values(), *choices.energies.values()))
    choose(qtbot, today, Need.HAND)
    assert today.card.name.text() == "Ray"
    assert QApplication.focusWidget() is choices.needs[Need.HAND]
    assert said[-1] == "One idea"
    choose(qtbot, today, Need.LISTENS)
    assert today.card.name.text() == "Amira"
    click(qtbot, choices.clear_button)
    assert choices.need is None
    assert not any(button.isChecked() for button in choices.needs.values())
    assert said[-1] == "Two ideas"


def test_more_energy_allows_a_larger_step(qtbot, look, store, open_page):
    store.people.add(Supporter("Amira", channels=(Channel(Protocol.CALL, "+44 7700 900134"),)))
    today = open_page(look, store)
    small = today.card.idea.suggestion.act
    choose(qtbot, today, Energy.MORE)
    acts = list(Act)
    assert acts.index(today.card.idea.suggestion.act) > acts.index(small)


def test_what_was_chosen_is_said_while_folded_and_ends_at_four(qtbot, look, store, clock, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    choose(qtbot, today, Need.COMPANY)
    choose(qtbot, today, Energy.SOME)
    choices = today.one.choices
    click(qtbot, choices.button)
    assert choices.button.text() == "Company · Energy: some"
    clock.move(timedelta(hours=15, minutes=59))  # From noon to one minute before four.
    today.page.refresh()
    assert choices.need is Need.COMPANY
    clock.move(timedelta(minutes=1))
    today.page.refresh()
    assert (choices.need, choices.energy) == (None, None)
    assert choices.button.text() == "What would help?"


def test_where_nobody_fits_there_is_a_first_step_and_no_word_about_it(qtbot, look, store, open_page):
    (amira,) = keep(store, "Amira")
    store.people.set_status(amira, Status.RESTING)
    today = open_page(look, store)
    assert today.holds(today.step)
    assert today.one.choices.button.isVisible()
    assert not any("no one" in text.lower() or "nobody fits" in text.lower() for text in today.texts())


def test_at_night_a_birthday_is_told_by_the_day_that_still_lasts(look, store, clock, open_page):
    store.people.add(
        Supporter("Amira", dates=(SpecialDate(DateKind.BIRTHDAY, None, TODAY.month, TODAY.day),))
    )
    clock.move(timedelta(hours=14))  # From noon to two in the morning.
    today = open_page(look, store)
    assert "today" in today.card.reasons.text()
