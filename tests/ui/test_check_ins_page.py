"""The Check-ins page: what it shows when, search and filters, one check-in in full, edit, trash and undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from supportnet_gui.core.model import CheckIn, Felt, Status, Supporter, Way
from supportnet_gui.core.store import CheckInFilter
from supportnet_gui.ui import theme
from supportnet_gui.ui.check_ins import CheckInsPage
from supportnet_gui.ui.check_ins.choose_person import ChoosePerson
from supportnet_gui.ui.theme import Look
from tests.ui.check_ins_kit import (
    HOSTILE,
    TODAY,
    Opened,
    a_network,
    answer,
    click,
    click_row,
    key,
    log,
    logged,
    notices,
    people,
    press,
    shown,
    texts,
    wider_than_its_place,
    write,
)

ENTER, TAB, SPACE, DOWN, ESC, DELETE = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Delete,
)


@pytest.fixture
def network(store):
    return a_network(store)


@pytest.fixture
def opened(qtbot, look, store, clock, network):
    return Opened(qtbot, look, store, clock)


def choose_view(opened, trash):
    opened.filters.view_actions[trash].trigger()
    QApplication.processEvents()


# -- what is shown -------------------------------------------------------------------------------------------


def test_before_anything_was_noted_there_is_one_small_step(qtbot, look, store, clock):
    opened = Opened(qtbot, look, store, clock)
    assert texts(opened.page) == ["Check-ins", "You could note a contact, if you like. Who is enough."]
    assert not opened.filters.search.isVisible()
    click(opened.page.nothing.log)
    assert opened.logged_with == [()]
    [amira] = people(store, "Amira")
    log(store, amira)
    assert opened.rows() == ["Amira"]
    assert opened.filters.search.isVisible()
    assert not opened.page.nothing.isVisible()


def test_the_newest_come_first_under_soft_headings(opened):
    assert opened.rows() == ["Amira", "Mum, Sam", "Sam", "Group", "Dr Okafor", "Sam"]
    assert opened.headings() == [
        "Today",
        "Yesterday",
        "This week",
        "Last week",
        "October 2026",
        "October 2025",
    ]


def test_a_row_is_said_in_full_words(opened):
    assert opened.said(0) == "Today, 09:30, Amira, a call, felt lighter, Listens, About the week."
    assert opened.said(1) == "Yesterday, Mum, Sam, in person, felt the same, Dinner"
    assert opened.said(2) == "Thursday, Sam, a message, no answer yet"
    assert opened.said(5) == "18 October 2025, Sam, a video call"


def test_headings_follow_the_clock(opened, clock):
    clock.move(timedelta(days=1))
    opened.page.refresh()
    assert opened.headings()[:2] == ["Yesterday", "Last week"]


def test_the_button_logs_with_nobody_chosen(opened):
    click(opened.page.log_button)
    assert opened.logged_with == [()]


def test_everything_noted_is_in_the_details(opened):
    opened.choose(0)
    said = texts(opened.details)
    assert said[0] == "Sunday, 22 November 2026, 09:30"
    for text in ("A call", "Lighter", "Listens", "About the week.", "Ask about her course."):
        assert text in said
    click_row(opened.list, 2)
    said = texts(opened.details)
    assert "No answer yet" in said
    assert "Note" not in said


def test_who_is_not_suggested_is_in_no_row_and_no_details(opened):
    opened.choose(1)
    everything = [*texts(opened.page), *(opened.said(row) for row in range(len(opened.rows())))]
    buttons = [button.text() for button in opened.details.buttons.values()]
    assert not [text for text in (*everything, *buttons) if "Uma" in text]


def test_a_name_goes_to_the_person(opened, network):
    opened.choose(1)
    [button] = [b for b in opened.details.findChildren(type(opened.page.log_button)) if b.text() == "Sam"]
    click(button)
    assert opened.gone_to == [network["Sam"]]


def test_what_was_written_is_shown_as_written(qtbot, look, store, clock):
    [tim] = people(store, HOSTILE)
    log(store, tim, note=f"{HOSTILE}\n{'word ' * 3000}", next_note="x" * 20_000)
    opened = Opened(qtbot, look, store, clock)
    assert HOSTILE in opened.said(0)
    opened.choose(0)
    note, next_note = opened.details.findChildren(QPlainTextEdit)
    assert note.toPlainText().startswith(HOSTILE + "\n")
    assert next_note.toPlainText() == "x" * 20_000
    assert not wider_than_its_place(note)
    # The whole note can be scrolled to: it is not cut inside.
    assert next_note.verticalScrollBar().maximum() == 0
    assert note.verticalScrollBar().maximum() == 0


# -- search and filters --------------------------------------------------------------------------------------


def test_searching_while_typing(opened):
    opened.page.focus_search()
    write("din")
    assert opened.rows() == ["Mum, Sam"]
    press(ESC)
    assert len(opened.rows()) == 6
    write("sam mes")
    assert opened.rows() == []
    assert "Nothing here fits what you are looking for." in texts(opened.page)
    click(opened.page.nothing.clear)
    assert len(opened.rows()) == 6
    assert opened.filters.search.text() == ""
    assert opened.filters.search.hasFocus()


def test_from_the_search_into_the_list(opened):
    opened.page.focus_search()
    write("sam")
    press(DOWN)
    assert opened.list.hasFocus()
    press(DOWN)
    assert opened.said(opened.list.currentIndex().row()) == "Thursday, Sam, a message, no answer yet"


def test_a_hidden_name_finds_nothing_unasked(opened):
    opened.page.focus_search()
    write("uma")
    assert opened.rows() == []
    opened.filters.search.clear()
    click(opened.filters.fold.button)
    click(opened.filters.not_suggested.chips[0])
    opened.filters.search.setText("uma")
    assert opened.rows() == ["Mum, Sam, Uma", "Uma"]


def test_filters_narrow_together_and_can_be_unchosen(opened):
    click(opened.filters.fold.button)
    click(opened.filters.way.answers.chips[list(Way).index(Way.MESSAGE)])
    assert opened.rows() == ["Sam"]
    click(opened.filters.felt.answers.chips[list(Felt).index(Felt.HEAVIER)])
    assert opened.rows() == []
    click(opened.filters.way.answers.chips[list(Way).index(Way.MESSAGE)])
    assert opened.rows() == ["Group"]


def test_closing_the_filter_shows_everything_again(opened):
    click(opened.filters.fold.button)
    click(opened.filters.felt.answers.chips[0])
    assert opened.rows() == ["Amira"]
    click(opened.filters.fold.button)
    assert len(opened.rows()) == 6
    click(opened.filters.fold.button)
    assert opened.filters.felt.value is None


def test_check_ins_with_one_person(opened, network, monkeypatch):
    monkeypatch.setattr(ChoosePerson, "ask", lambda _self: network["Sam"])
    click(opened.filters.fold.button)
    click(opened.filters.person)
    assert opened.filters.person.text() == "With Sam"
    assert opened.rows() == ["Mum, Sam", "Sam", "Sam"]
    opened.filters.search.setText("din")
    assert opened.rows() == ["Mum, Sam"]
    opened.filters.search.clear()
    click(opened.filters.anyone)
    assert len(opened.rows()) == 6
    assert opened.filters.person.hasFocus()


def test_choosing_the_person_by_keys(qtbot, look, store, network):
    dialog = ChoosePerson(look, store, None)
    shown(qtbot, dialog)
    model = dialog.picker.list.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())][:2] == ["Amira", "Mum"]
    write("zz")
    assert model.rowCount() == 0
    press(ESC)
    write("sa")
    press(ENTER)
    assert not dialog.isVisible()
    assert dialog._picked == network["Sam"]


# -- changes -------------------------------------------------------------------------------------------------


def test_enter_and_double_click_edit(qtbot, opened, store):
    opened.choose(2)
    press(ENTER)
    click(opened.details.buttons["edit"])
    opened.choose(0)
    place = opened.list.visualRect(opened.list.model().index(0, 0)).center()
    qtbot.mouseDClick(opened.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    first, third = (store.check_ins.page(CheckInFilter(), 9)[row].check_in.id for row in (0, 2))
    assert opened.edited == [third, third, first]


def test_delete_moves_to_the_trash_and_goes_on_with_the_next(opened, store):
    opened.choose(1)
    gone = opened.chosen()
    press(DELETE)
    assert opened.rows() == ["Amira", "Sam", "Group", "Dr Okafor", "Sam"]
    assert opened.list.currentIndex().row() == 1
    assert opened.list.hasFocus()
    assert opened.details.entry.check_in.id == opened.chosen()
    assert store.check_ins.get(gone).trashed_at
    store.undo()
    assert opened.rows()[1] == "Mum, Sam"


def test_the_last_row_goes_and_the_one_before_is_chosen(opened):
    opened.choose(5)
    press(DELETE)
    assert opened.list.currentIndex().row() == 4


def test_put_back_from_the_trash(opened, store):
    opened.choose(0)
    click(opened.details.buttons["trash"])
    assert opened.list.hasFocus()
    choose_view(opened, trash=True)
    assert opened.filters.show_button.text() == "Show: Trash"
    assert opened.rows() == ["Amira"]
    opened.choose(0)
    assert set(opened.details.buttons) == {"restore", "purge"}
    press(ENTER)
    assert opened.edited == []
    click(opened.details.buttons["restore"])
    assert opened.rows() == []
    assert "The trash is empty." in texts(opened.page)
    click(opened.page.nothing.clear)
    assert opened.filters.show_button.text() == "Show: Check-ins"
    assert opened.rows()[0] == "Amira"
    store.undo()
    assert opened.rows()[0] == "Mum, Sam"


def test_removing_for_good_asks_first(opened, store, monkeypatch):
    opened.choose(0)
    gone = opened.chosen()
    press(DELETE)
    choose_view(opened, trash=True)
    opened.choose(0)
    asked = answer(monkeypatch, yes=False)
    press(DELETE)
    assert "Remove this check-in for good?" in asked
    assert store.check_ins.get(gone)
    answer(monkeypatch, yes=True)
    click(opened.details.buttons["purge"])
    assert store.check_ins.get(gone) is None
    assert opened.rows() == []
    assert store.can_undo is None


def test_a_trash_that_holds_all_there_is_can_be_reached(qtbot, look, store, clock):
    [amira] = people(store, "Amira")
    log(store, amira)
    opened = Opened(qtbot, look, store, clock)
    opened.choose(0)
    press(DELETE)
    assert "Nothing is listed here right now." in texts(opened.page)
    choose_view(opened, trash=True)
    assert opened.rows() == ["Amira"]


def test_what_cannot_be_written_is_said_and_changes_nothing(opened, store, monkeypatch):
    said = notices(monkeypatch)
    opened.choose(0)
    moved = store.vault.places.database.rename(store.vault.places.database.with_suffix(".away"))
    press(DELETE)
    moved.rename(store.vault.places.database)
    assert [sentence for sentence in said if "This change was not saved" in sentence]
    opened.page.refresh()
    assert opened.rows()[0] == "Amira"


# -- refreshing ----------------------------------------------------------------------------------------------


def test_a_refresh_keeps_who_is_chosen(opened, store, network):
    opened.choose(2)
    before = opened.chosen()
    log(store, network["Amira"], note="new")
    assert opened.chosen() == before
    assert opened.list.currentIndex().row() == 3
    assert opened.details.entry.check_in.id == before


def test_an_edit_shows_in_the_row_and_in_the_details(opened, store):
    opened.choose(0)
    edit_button = opened.details.buttons["edit"]
    edit_button.setFocus()
    entry = opened.details.entry
    store.check_ins.save(CheckIn(entry.check_in.people, TODAY, id=entry.check_in.id, note="quite another"))
    assert "quite another" in texts(opened.details)
    assert opened.said(0) == "Today, Amira, quite another"
    assert opened.details.buttons["edit"].hasFocus()


def test_what_is_shown_stays_untouched_where_nothing_changed(opened, store):
    opened.choose(0)
    note = opened.details.findChildren(QPlainTextEdit)[0]
    note.selectAll()
    store.people.add(Supporter(name="Nia"))
    assert opened.details.findChildren(QPlainTextEdit)[0] is note
    assert note.textCursor().selectedText() == "About the week."


def test_a_status_hides_and_shows_at_once(opened, store, network):
    store.people.set_status(network["Sam"], Status.ENDED)
    assert opened.rows() == ["Amira", "Mum", "Group", "Dr Okafor"]
    store.undo()
    assert opened.rows().count("Sam") == 2


# -- narrow windows ------------------------------------------------------------------------------------------


@pytest.fixture
def narrow(qtbot, look, store, clock, network):
    return Opened(qtbot, look, store, clock, size=(480, 540))


def test_in_a_narrow_window_one_thing_is_seen_at_a_time(narrow):
    assert narrow.list.isVisible()
    assert not narrow.details.isVisible()
    narrow.choose(0)
    assert not narrow.list.isVisible()
    assert narrow.details.isVisible()
    assert narrow.details.buttons["edit"].hasFocus()
    click(narrow.details.buttons["back"])
    assert narrow.list.isVisible()
    assert narrow.list.hasFocus()
    assert not narrow.details.isVisible()


def test_in_a_narrow_window_by_keys(narrow):
    narrow.page.focus_search()
    press(DOWN)
    press(DOWN)
    assert not narrow.details.isVisible()
    press(SPACE)
    assert "Dinner" in texts(narrow.details)
    press(ESC)
    assert narrow.list.hasFocus()
    assert narrow.list.currentIndex().row() == 1
    press(SPACE)
    narrow.page.focus_search()
    assert narrow.filters.search.hasFocus()


def test_what_is_read_goes_and_the_list_comes_back(narrow, store):
    narrow.choose(0)
    click(narrow.details.buttons["trash"])
    assert narrow.list.isVisible()
    assert narrow.list.hasFocus()
    store.undo()
    narrow.choose(0)
    store.check_ins.purge([narrow.chosen()])
    assert narrow.list.isVisible()
    assert not narrow.details.isVisible()


def test_a_window_made_wider_shows_both(narrow):
    narrow.choose(0)
    narrow.page.resize(1100, 700)
    QApplication.processEvents()
    assert narrow.list.isVisible()
    assert narrow.details.isVisible()
    assert "back" not in narrow.details.buttons


@pytest.mark.parametrize(("text_size", "width"), [(100, 480), (200, 720)])
def test_nothing_is_wider_than_the_window(qtbot, qapp, store, clock, text_size, width):
    look = Look(text_size=text_size)
    theme.apply(qapp, look)
    ids = people(store, "W" * 10_000, HOSTILE * 5)
    log(store, *ids, note="y" * 5000)
    narrow = Opened(qtbot, look, store, clock, size=(width, 540))
    click(narrow.filters.fold.button)
    narrow.filters._set_person(ids[0])
    QApplication.processEvents()
    assert not wider_than_its_place(narrow.page.title)
    click(narrow.filters.fold.button)
    narrow.choose(0)
    assert not wider_than_its_place(narrow.page.title)
    assert not wider_than_its_place(narrow.details.buttons["edit"])


# -- keys ----------------------------------------------------------------------------------------------------


def test_tab_goes_as_one_reads(opened):
    opened.page.focus_search()
    click(opened.filters.fold.button)
    opened.choose(0)
    opened.filters.search.setFocus()
    order = []
    while opened.page.focusWidget() is not opened.details.buttons["trash"]:
        press(TAB)
        order.append(opened.page.focusWidget())
        assert len(order) < 40
    filters = opened.filters
    assert order[:4] == [opened.page.log_button, filters.fold.button, filters.show_button, filters.person]
    place = order.index(opened.list)
    assert place > order.index(filters.not_suggested.chips[0])
    people_, *notes, edit, trash = order[place + 1 :]
    assert people_.text() == "Amira"
    assert [note.accessibleName() for note in notes] == ["Note", "For next time"]
    assert [edit, trash] == [opened.details.buttons["edit"], opened.details.buttons["trash"]]


def test_the_details_come_right_after_the_list(qtbot, look, store, clock, network):
    """In the window other things stand after the page, and were there before the details."""
    window = QWidget()
    page = CheckInsPage(look, store, clock, print, print, print)
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(QPushButton("Something below"))
    window.resize(1100, 760)
    page.refresh()
    shown(qtbot, window)
    click_row(page.list, 0)
    press(TAB)
    assert page.details.isAncestorOf(window.focusWidget())


def test_space_goes_to_the_details_and_escape_back(opened):
    opened.choose(0)
    assert opened.list.hasFocus()
    press(SPACE)
    assert opened.details.buttons["edit"].hasFocus()
    press(ESC)
    assert opened.list.hasFocus()


def test_keys_with_control_are_left_to_the_window(opened, store):
    opened.choose(0)
    key(opened.list, DELETE, Qt.KeyboardModifier.ControlModifier)
    assert len(logged(store)) == 7


def test_a_day_noted_further_east_stands_under_later(opened, store, clock, network):
    log(store, network["Amira"])
    clock.move(timedelta(days=-1))
    opened.page.refresh()
    assert opened.headings()[:2] == ["Later", "Today"]
    assert opened.said(0).startswith("22 November, ")
