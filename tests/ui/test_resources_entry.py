"""One entry: what it says, links that open after a click only, marks, a note, a step, the map, a copy to send."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from supportnet_gui.core.content import numbers
from supportnet_gui.core.content.library import library
from supportnet_gui.core.model import Kind, Supporter
from supportnet_gui.core.resource_model import MarkState, SmallStep, StepState
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui.resources.name_dialog import NameDialog
from supportnet_gui.ui.resources.step_dialog import StepDialog
from supportnet_gui.ui.widgets.messages import Notice
from supportnet_gui.ui.widgets.qr import ShowOnPhone
from tests.ui.people_kit import answering, button, click, shown, words
from tests.ui.resources_kit import Opened

GROUP, MESSAGE, LINE = "support-group", "send-one-message", "gb-samaritans"


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


def named(parent, name):
    """The button a screen reader calls so."""
    return next(one for one in shown(parent, QPushButton) if one.accessibleName().startswith(name))


@pytest.mark.parametrize("entry", library().entries, ids=lambda one: one.id)
def test_every_entry_is_shown_whole_and_nothing_opens_by_itself(opened, entry):
    opened.page.filters.set_country(None)
    opened.page.open_entry(entry.id)
    said = words(opened.panel)
    for text in (entry.title, entry.what, entry.starts, entry.first_step, entry.caution):
        assert text in said
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in shown(opened.panel, QLabel) if label.text()
    )
    assert opened.links == []


@pytest.mark.parametrize("country", ["US", "GB", "IE", "NZ", "DE", "IN"])
def test_every_number_stands_with_its_country(qtbot, look, store, clock, country):
    opened = Opened(qtbot, look, store, clock, country)
    names = opened.page.shelf.names
    lines = [one for one in library().entries if country in one.countries and one.services]
    assert lines
    for entry in lines:
        opened.page.open_entry(entry.id)
        for service in opened.page.shelf.services(entry):
            place = names.nation(service.region) if service.region else names.country(service.country)
            assert place in words(opened.panel)
            for way in service.ways:
                heard = [label.accessibleName() for label in shown(opened.panel, QLabel)]
                assert any(f"{place}:" in one and numbers.spoken(way.number) in one for one in heard)


def test_a_page_opens_after_a_click_and_says_where_nothing_did(opened):
    opened.page.open_entry("any-findahelpline")
    named(opened.panel, "Open the page").click()
    assert [link.startswith("https://") for link in opened.links] == [True]
    assert "Another program is opening." in words(opened.panel)
    opened.opens = False
    named(opened.panel, "Open the page").click()
    assert "Nothing opened on this computer." in words(opened.panel)
    named(opened.panel, "Copy:").click()
    assert QGuiApplication.clipboard().text() == opened.links[0]
    payloads = []

    def look_at(dialog):
        payloads.append(dialog.picture.payload)
        dialog.accept()

    with answering((ShowOnPhone, look_at)):
        named(opened.panel, "Show on phone").click()
    assert payloads == [opened.links[0]]


def test_a_number_is_copied_as_shown(opened):
    opened.page.open_entry(LINE)
    click(opened.panel, "Copy number")
    assert QGuiApplication.clipboard().text() == "116 123"


def test_hours_are_told_by_the_clock_of_the_line(opened, clock):
    opened.place = ("GB", "GB-SCT")
    opened.page.open_entry("gb-sct-breathing-space")
    said = words(opened.panel)
    assert "Scotland" in said
    assert "Open now" in said or "opens at" in said


def test_a_weekday_line_names_the_line_for_a_crisis(opened):
    opened.page.open_entry("gb-mind")
    assert "Not for a crisis. In a crisis, Samaritans: Call 116 123." in words(opened.panel)


def test_where_it_comes_from_is_folded_and_claims_no_more_than_is_known(opened):
    opened.page.open_entry(GROUP)
    assert "Line 15" not in words(opened.panel)
    click(opened.panel, "Where this comes from")
    assert "Line 15: mental health support group" in words(opened.panel)
    opened.page.open_entry(LINE)
    click(opened.panel, "Where this comes from")
    assert "Gathered from public sources on 22 November 2026." in words(opened.panel)


@pytest.mark.parametrize("state", MarkState)
def test_a_mark_is_put_on_and_off_and_undone(opened, store, state):
    opened.page.open_entry(GROUP)
    chip = opened.panel.marking.chips[state]
    chip.setFocus()
    opened.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert opened.mark(GROUP).state is state
    assert chip.isChecked()
    assert chip.hasFocus()
    store.undo()
    assert opened.mark(GROUP).state is None
    assert not chip.isChecked()
    opened.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    opened.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert opened.mark(GROUP).state is None


def test_a_note_is_kept_as_one_goes_on_and_found_and_undone(opened, store):
    opened.page.open_entry(GROUP)
    note = opened.panel.marking.note
    note.setFocus()
    QTest.keyClicks(note, "Wednesdays at the zebra house")
    store.resources.set_state(MESSAGE, MarkState.SAVED)
    assert note.toPlainText() == "Wednesdays at the zebra house"
    opened.press(Qt.Key.Key_Tab)
    assert opened.mark(GROUP).note == "Wednesdays at the zebra house"
    opened.type("zebra")
    assert opened.ids == [GROUP]
    store.undo()
    assert opened.mark(GROUP).note == ""
    assert note.toPlainText() == ""
    assert opened.ids == []


def test_a_note_goes_to_the_entry_it_was_written_about(opened):
    opened.page.open_entry(GROUP)
    QTest.keyClicks(opened.panel.marking.note, "mine")
    opened.page.open_entry(MESSAGE)
    assert (opened.mark(GROUP).note, opened.mark(MESSAGE).note) == ("mine", "")
    assert opened.panel.marking.note.toPlainText() == ""
    opened.panel.marking.note.setFocus()
    QTest.keyClicks(opened.panel.marking.note, "hello")
    opened.page.hide()
    assert opened.mark(MESSAGE).note == "hello"


def test_a_note_that_cannot_be_kept_stays_in_the_field(opened, store, monkeypatch):
    opened.page.open_entry(GROUP)
    QTest.keyClicks(opened.panel.marking.note, "mine")

    def full(*_):
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(store.resources, "set_note", full)
    with answering((Notice, lambda dialog: dialog.accept())):
        opened.panel.marking.keep()
        QApplication.processEvents()
    monkeypatch.undo()
    assert opened.panel.marking.note.toPlainText() == "mine"
    opened.panel.marking.keep()
    assert opened.mark(GROUP).note == "mine"


def test_a_small_step_begins_with_the_words_of_the_entry(opened, store):
    opened.page.open_entry(MESSAGE)
    entry = opened.entry(MESSAGE)
    with answering((StepDialog, lambda dialog: dialog.keep.click())):
        click(opened.panel, "Plan a small step")
    (step,) = store.steps.all()
    assert (step.when, step.then, step.resource) == (entry.when, entry.then, MESSAGE)
    assert opened.mark(MESSAGE).state is MarkState.PLANNED
    assert opened.panel.marking.chips[MarkState.PLANNED].isChecked()
    assert f"{entry.when}, {entry.then}" in words(opened.panel)
    store.undo()
    assert store.steps.all() == ()
    assert opened.mark(MESSAGE).state is None


def test_a_step_may_have_a_day_and_a_person(opened, store):
    amira = store.people.add(Supporter(name="Amira"))
    opened.page.open_entry(MESSAGE)

    def fill(dialog):
        dialog.more.button.click()
        dialog.day_choice.setCurrentIndex(1)
        dialog.person.choose(amira)
        dialog.when_field.clear()
        dialog.then_field.setPlainText("I write to her")
        dialog.keep.click()

    with answering((StepDialog, fill)):
        click(opened.panel, "Plan a small step")
    (step,) = store.steps.all()
    assert (step.when, step.then) == ("", "I write to her")
    assert (step.supporter, step.day) == (amira, date(2026, 11, 23))


def test_a_step_needs_a_few_words_and_another_day_can_be_chosen(opened, store):
    opened.page.open_entry(MESSAGE)

    def fill(dialog):
        dialog.then_field.clear()
        dialog.keep.click()
        assert "A few words are enough." in words(dialog)
        assert dialog.then_field.hasFocus()
        dialog.then_field.setPlainText("I rest")
        dialog.more.set_open(True)
        dialog.day_choice.setCurrentIndex(3)
        assert dialog.day_field.isVisible()
        dialog.keep.click()

    with answering((StepDialog, fill)):
        click(opened.panel, "Plan a small step")
    assert store.steps.all()[0].day == date(2026, 11, 23)


def test_a_step_is_done_or_removed_where_it_was_planned(opened, store):
    for words_ in ("one", "two"):
        store.steps.add(SmallStep(words_, resource=GROUP))
    opened.page.open_entry(GROUP)
    named(opened.panel, "Done: two").click()
    assert {one.then: one.state for one in store.steps.all()} == {
        "two": StepState.DONE,
        "one": StepState.PLANNED,
    }
    named(opened.panel, "Remove: one").click()
    assert [one.then for one in store.steps.all()] == ["two"]
    store.undo()
    assert len(store.steps.all()) == 2


def test_a_line_goes_to_the_map_under_its_own_name(opened, store):
    opened.page.open_entry(LINE)
    click(opened.panel, "Add to my map")
    (person,) = opened.people
    made = store.people.get(person)
    assert (made.name, made.kind) == ("Samaritans", Kind.SERVICE)
    assert made.channels[0].value == "116 123"
    click(opened.panel, "Open on my map")
    assert opened.people == [person, person]
    assert len(store.people.rows()) == 1
    store.undo()
    assert store.people.rows() == []
    assert button(opened.panel, "Add to my map").isVisible()


def test_a_group_or_a_person_is_named_first(opened, store):
    opened.page.open_entry(GROUP)

    def name(dialog):
        dialog.name_field.clear()
        dialog.add.click()
        assert dialog.name.problem.isVisible()
        dialog.name_field.setText("Tuesday group")
        dialog.add.click()

    with answering((NameDialog, name)):
        click(opened.panel, "Add to my map")
    assert store.people.get(opened.people[0]).name == "Tuesday group"
    opened.page.open_entry("one-trusted-person")
    with answering((NameDialog, lambda dialog: dialog.cancel.click())):
        click(opened.panel, "Add to my map")
    assert len(opened.people) == 1


def test_what_is_copied_to_send_holds_nothing_of_ones_own(opened, store):
    store.resources.set_note(LINE, "my secret")
    store.resources.set_state(LINE, MarkState.TRIED)
    opened.page.open_entry(LINE)
    click(opened.panel, "Copy to send")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Samaritans")
    assert "Call 116 123" in text
    assert "United Kingdom" in text or "Ireland" in text
    assert "secret" not in text
    assert "Supportnet" not in text
    assert "Tried" not in text
