"""Logging a check-in: who, by clicks and by keys, and that is all; people added by name; nothing lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from supportnet_gui.core.model import CheckIn, Status, Supporter
from supportnet_gui.core.store import View
from supportnet_gui.ui import theme
from supportnet_gui.ui.check_ins import LogDialog
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.tokens import DARK
from tests.ui.check_ins_kit import (
    HOSTILE,
    ODD_NAMES,
    TODAY,
    Dialog,
    answer,
    click,
    click_row,
    key,
    log,
    logged,
    notices,
    people,
    press,
    texts,
    wider_than_its_place,
    write,
)

ENTER, TAB, SPACE, DOWN, ESC = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
)


@pytest.fixture
def dialog(qtbot, look, store, clock):
    def made(**values):
        return Dialog(qtbot, look, store, clock, **values)

    return made


# -- who is enough -------------------------------------------------------------------------------------------


def test_a_name_and_enter_twice(dialog, store):
    amira, _ = people(store, "Amira", "Sam")
    open_ = dialog()
    write("am")
    press(ENTER)
    assert open_.search.text() == ""
    assert open_.is_open
    press(ENTER)
    assert not open_.is_open
    [entry] = logged(store)
    assert entry.check_in == CheckIn(
        (amira,), TODAY, zone="Europe/Dublin", id=entry.check_in.id, created=entry.check_in.created
    )


def test_two_clicks(dialog, store):
    people(store, "Amira", "Sam")
    open_ = dialog()
    click_row(open_.list, 1)
    open_.save()
    assert not open_.is_open
    assert [entry.names for entry in logged(store)] == [("Sam",)]


def test_several_people_in_the_order_in_which_they_were_chosen(dialog, store):
    people(store, "Amira", "Mum", "Sam")
    open_ = dialog()
    for row in (2, 0):
        click_row(open_.list, row)
    assert open_.ticked() == ["Amira", "Sam"]
    open_.save()
    assert [entry.names for entry in logged(store)] == [("Sam", "Amira")]


def test_a_second_click_takes_somebody_away(dialog, store):
    people(store, "Amira", "Sam")
    open_ = dialog()
    for row in (0, 1, 0):
        click_row(open_.list, row)
    assert open_.ticked() == ["Sam"]
    open_.save()
    assert [entry.names for entry in logged(store)] == [("Sam",)]


def test_by_keys_alone_in_the_list(dialog, store):
    people(store, "Amira", "Mum", "Sam")
    open_ = dialog()
    press(DOWN)
    assert open_.list.hasFocus()
    press(SPACE)
    press(DOWN)
    press(DOWN)
    press(ENTER)
    assert open_.ticked() == ["Amira", "Sam"]
    assert open_.is_open
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert not open_.is_open
    assert [entry.names for entry in logged(store)] == [("Amira", "Sam")]


def test_ask_gives_the_id_of_what_was_logged(qtbot, look, store, clock):
    [amira] = people(store, "Amira")
    dialog = LogDialog(look, store, clock, (amira,))
    qtbot.addWidget(dialog)
    QTimer.singleShot(0, dialog, dialog.save.click)
    check_in_id = dialog.ask()
    assert store.check_ins.get(check_in_id).people == (amira,)
    again = LogDialog(look, store, clock, (amira,))
    qtbot.addWidget(again)
    QTimer.singleShot(0, again, again.cancel.click)
    assert again.ask() is None
    assert len(logged(store)) == 1


def test_from_a_person_one_key_is_enough(dialog, store):
    amira, _ = people(store, "Amira", "Sam")
    open_ = dialog(people=(amira,))
    assert open_.dialog.save.hasFocus()
    press(ENTER)
    assert [entry.names for entry in logged(store)] == [("Amira",)]


def test_somebody_who_is_gone_meanwhile_is_not_chosen(dialog, store):
    amira, sam = people(store, "Amira", "Sam")
    store.people.purge([sam])
    open_ = dialog(people=(sam, amira))
    open_.save()
    assert [entry.names for entry in logged(store)] == [("Amira",)]


def test_logging_is_one_step_to_undo(dialog, store):
    people(store, "Amira")
    open_ = dialog()
    click_row(open_.list, 0)
    open_.save()
    store.undo()
    assert logged(store) == []
    assert store.people.count() == 1
    store.redo()
    assert [entry.names for entry in logged(store)] == [("Amira",)]


def test_with_nobody_chosen_it_says_what_is_needed_and_stays(dialog, store):
    people(store, "Amira")
    open_ = dialog()
    open_.save()
    assert open_.is_open
    assert open_.search.hasFocus()
    assert "Please choose who it was. Nothing else is needed." in texts(open_.dialog)
    assert logged(store) == []
    click_row(open_.list, 0)
    assert "Please choose who it was. Nothing else is needed." not in texts(open_.dialog)


# -- whom the list offers ------------------------------------------------------------------------------------


def test_those_last_in_touch_come_first_then_by_name(dialog, store):
    _, sam, mum, _ = people(store, "Zoe", "Sam", "Mum", "amira")
    log(store, mum, ago=9)
    log(store, sam, ago=2)
    assert dialog().offered() == ["Sam", "Mum", "amira", "Zoe"]


def test_who_died_is_found_and_not_offered(dialog, store):
    _, gran = people(store, "Amira", "Gran")
    store.people.set_status(gran, Status.DIED)
    open_ = dialog()
    assert open_.offered() == ["Amira"]
    write("gra")
    assert open_.offered()[0] == "Gran"


@pytest.mark.parametrize("status", [Status.UNSAFE, Status.ENDED])
def test_who_is_not_suggested_is_found_by_the_whole_name_only(dialog, store, status):
    _, uma = people(store, "Amira", "Uma")
    store.people.set_status(uma, status)
    open_ = dialog()
    assert open_.offered() == ["Amira"]
    write("um")
    assert open_.offered() == ["Add “um”"]
    write("a")
    assert open_.offered() == ["Uma"]
    press(ENTER)
    press(ENTER)
    assert logged(store)[0].check_in.people == (uma,)


def test_who_is_archived_is_found_by_the_whole_name_and_who_is_in_the_trash_is_not(dialog, store):
    bea, cal = people(store, "Bea", "Cal")
    store.people.set_archived(bea, True)
    store.people.trash(cal)
    open_ = dialog()
    assert open_.offered() == []
    write("BEA")
    assert open_.offered() == ["Bea"]
    open_.search.clear()
    write("cal")
    assert open_.offered() == ["Add “cal”"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("JÖ", ["Jörg"]),
        ("jo", ["Jörg"]),
        ("neighbour j", ["Jörg"]),
        ("jö  neigh", ["Jörg"]),
        ("jörg frie", []),
    ],
)
def test_typing_looks_at_beginnings_of_words_in_names_and_roles(dialog, store, text, found):
    store.people.add(Supporter(name="Jörg", roles=("neighbour",)))
    people(store, "Major", "Amira")
    open_ = dialog()
    open_.search.setText(text)
    assert [name for name in open_.offered() if not name.startswith("Add")] == found


def test_names_without_spaces_are_found_anywhere(dialog, store):
    people(store, "山田太郎", "Amira")
    open_ = dialog()
    open_.search.setText("太郎")
    assert open_.offered() == ["山田太郎", "Add “太郎”"]


def test_enter_takes_the_first_and_never_unticks(dialog, store):
    people(store, "Amira", "Amos")
    open_ = dialog()
    for _ in range(2):
        write("ami")
        press(ENTER)
    assert open_.ticked() == ["Amira"]


def test_escape_empties_the_field_first(dialog, store):
    people(store, "Amira")
    open_ = dialog()
    write("zzz")
    press(ESC)
    assert open_.is_open
    assert open_.search.text() == ""
    assert open_.offered() == ["Amira"]
    press(ESC)
    assert not open_.is_open


# -- someone not there yet -----------------------------------------------------------------------------------


def test_someone_new_is_added_by_enter_and_undone_with_the_check_in(dialog, store):
    people(store, "Amira")
    open_ = dialog()
    write("Nia")
    assert open_.offered() == ["Add “Nia”"]
    press(ENTER)
    assert store.people.count() == 1
    assert open_.offered() == ["Nia", "Amira"]
    assert open_.ticked() == ["Nia"]
    press(ENTER)
    [entry] = logged(store)
    assert entry.names == ("Nia",)
    assert [row.name for row in store.people.rows()] == ["Amira", "Nia"]
    store.undo()
    assert logged(store) == []
    assert [row.name for row in store.people.rows()] == ["Amira"]


def test_someone_new_is_added_by_a_click_beside_others(dialog, store):
    people(store, "Nina")
    open_ = dialog()
    write("Ni")
    assert open_.offered() == ["Nina", "Add “Ni”"]
    click_row(open_.list, 1)
    click_row(open_.list, 1)
    assert open_.ticked() == ["Ni", "Nina"]
    open_.save()
    assert [entry.names for entry in logged(store)] == [("Nina", "Ni")]


def test_cancel_adds_nobody(dialog, store):
    open_ = dialog()
    write("Nia")
    press(ENTER)
    click(open_.dialog.cancel)
    assert store.people.count(View.NOT_TRASHED) == 0


@pytest.mark.parametrize("text", ["amira", " Amira  ", "AMIRA"])
def test_nobody_is_added_twice(dialog, store, text):
    people(store, "Amira")
    open_ = dialog()
    open_.search.setText(text)
    assert open_.offered() == ["Amira"]


@pytest.mark.parametrize(("typed", "name"), [("amira", "Amira"), ("Nia", "Nia"), ("  Nia\u2028 ", "Nia")])
def test_a_name_typed_and_not_chosen_is_taken_by_save(dialog, store, typed, name):
    people(store, "Amira", "Sam")
    open_ = dialog()
    open_.search.setText(typed)
    open_.save()
    assert [entry.names for entry in logged(store)] == [(name,)]


@pytest.mark.parametrize("typed", ["a", "Sam"])
def test_what_could_mean_several_people_is_asked_about(dialog, store, typed):
    people(store, "Amira", "Anna", "Sam", "Sam")
    open_ = dialog()
    click_row(open_.list, 0)
    open_.search.setText(typed)
    open_.save()
    assert open_.is_open
    assert "Several people could be meant. You could choose one, or clear the field." in texts(open_.dialog)
    open_.search.clear()
    open_.save()
    assert [entry.names for entry in logged(store)] == [("Amira",)]


# -- chips ---------------------------------------------------------------------------------------------------


def test_a_chip_takes_its_person_away(dialog, store):
    amira, sam = people(store, "Amira", "Sam")
    open_ = dialog(people=(amira, sam))
    assert [chip.text() for chip in open_.chips()] == ["Amira", "Sam"]
    click(open_.chips()[0])
    assert [chip.text() for chip in open_.chips()] == ["Sam"]
    assert open_.ticked() == ["Sam"]


def test_tab_goes_as_one_reads_and_a_chip_by_keyboard_goes_away(dialog, store):
    amira, _ = people(store, "Amira", "Sam")
    open_ = dialog(people=(amira,))
    open_.search.setFocus()
    order = [open_.search]
    while order[-1] is not open_.dialog.save:
        press(TAB)
        order.append(open_.dialog.focusWidget())
    [chip] = open_.chips()
    parts = open_.dialog
    assert order == [open_.search, open_.list, chip, parts.fold.button, parts.cancel, parts.save]
    assert chip.accessibleName() == "Take Amira away"
    chip.setFocus()
    press(SPACE)
    assert open_.chips() == []
    assert open_.search.hasFocus()


# -- what was noted for next time ----------------------------------------------------------------------------


def test_the_note_for_next_time_is_shown_for_one_person(dialog, store):
    amira, sam = people(store, "Amira", "Sam")
    log(store, amira, ago=9, next_note="older")
    log(store, amira, ago=2, next_note=f"Ask about her course. {HOSTILE}")
    log(store, sam, ago=1)
    open_ = dialog(people=(amira,))
    wanted = f"You noted for next time: Ask about her course. {HOSTILE}"
    assert wanted in texts(open_.dialog)
    click_row(open_.list, open_.offered().index("Sam"))
    assert wanted not in texts(open_.dialog)
    click(open_.chips()[1])
    assert wanted in texts(open_.dialog)


def test_a_note_for_next_time_holds_until_the_next_time(dialog, store):
    [amira] = people(store, "Amira")
    log(store, amira, ago=2, next_note="Ask about her course.")
    log(store, amira, ago=1)
    open_ = dialog(people=(amira,))
    assert not [text for text in texts(open_.dialog) if "next time" in text]


# -- when something goes wrong -------------------------------------------------------------------------------


def test_where_it_cannot_be_written_the_dialog_stays_with_all_that_is_in_it(dialog, store, monkeypatch):
    said = notices(monkeypatch)
    [amira] = people(store, "Amira")
    open_ = dialog(people=(amira,))
    open_.more().note.field.setPlainText("words")
    moved = store.vault.places.database.rename(store.vault.places.database.with_suffix(".away"))
    open_.save()
    assert open_.is_open
    assert [sentence for sentence in said if "This change was not saved" in sentence]
    assert open_.more().note.field.toPlainText() == "words"
    moved.rename(store.vault.places.database)
    open_.save()
    assert logged(store)[0].check_in.note == "words"


def test_someone_removed_meanwhile_gets_a_sentence(dialog, store, monkeypatch):
    said = notices(monkeypatch)
    amira, sam = people(store, "Amira", "Sam")
    open_ = dialog(people=(amira, sam))
    store.people.purge([sam])
    open_.save()
    assert open_.is_open
    assert [sentence for sentence in said if "no longer there" in sentence]
    assert logged(store) == []


def test_leaving_asks_only_where_words_would_be_lost(dialog, store, monkeypatch):
    asked = answer(monkeypatch, yes=False)
    [amira] = people(store, "Amira")
    open_ = dialog(people=(amira,))
    open_.more().note.field.setPlainText("long thoughts")
    press(ESC)
    assert open_.is_open
    assert "What you wrote here is not saved yet." in asked
    answer(monkeypatch, yes=True)
    press(ESC)
    assert not open_.is_open
    asked.clear()
    empty = dialog(people=(amira,))
    empty.more().when.days.chips[1].click()
    key(empty.dialog, ESC)
    assert not empty.is_open
    assert asked == []


@pytest.mark.parametrize("text_size", [100, 200])
def test_odd_names_are_shown_as_typed(qtbot, qapp, store, clock, text_size):
    look = Look(DARK, text_size)
    theme.apply(qapp, look)
    ids = people(store, *ODD_NAMES)
    open_ = Dialog(qtbot, look, store, clock, people=tuple(ids))
    names = open_.offered()
    assert HOSTILE in names
    assert all(len(name) <= 80 for name in names)
    assert "Tom && Jerry" in [chip.text() for chip in open_.chips()]
    assert open_.dialog.width() <= open_.dialog.screen().availableGeometry().width()
    assert not wider_than_its_place(open_.picker)
    assert not open_.dialog.grab().isNull()
    open_.save()
    assert len(logged(store)[0].check_in.people) == len(ODD_NAMES)


# -- access --------------------------------------------------------------------------------------------------


def test_everything_has_a_name_and_is_large_enough(dialog, store):
    [amira] = people(store, "Amira")
    open_ = dialog(people=(amira,))
    open_.more().when.days.chips[2].click()
    QApplication.processEvents()
    stops = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in open_.dialog.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.focusProxy()
    ]
    assert len(stops) > 20
    for widget in stops:
        said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert said, widget
        assert widget.height() >= 32, (said, widget.height())


def test_a_screen_reader_hears_who_is_ticked(dialog, store):
    amira = store.people.add(Supporter(name="Amira", roles=("friend",)))
    people(store, "Sam")
    open_ = dialog(people=(amira,))
    rows = QAccessible.queryAccessibleInterface(open_.list)
    assert [rows.child(row).text(QAccessible.Text.Name) for row in range(2)] == ["Amira, friend", "Sam"]
    assert [rows.child(row).state().checked for row in range(2)] == [1, 0]
    assert [rows.child(row).state().checkable for row in range(2)] == [1, 1]


def test_the_title_names_nobody(dialog, store):
    [amira] = people(store, "Amira")
    assert dialog(people=(amira,)).dialog.windowTitle() == "Log a check-in"


def test_the_list_keeps_qts_rules(qtmodeltester, look, store):
    from supportnet_gui.ui.check_ins.picker_list import PickModel
    from supportnet_gui.ui.check_ins.picks import Picks

    ids = people(store, *ODD_NAMES)
    model = PickModel(look, {ids[0]}, ticks=True)
    qtmodeltester.check(model)
    model.show(Picks(store).offered(""), "Nia")
    qtmodeltester.check(model)
    model.ticks_changed()
