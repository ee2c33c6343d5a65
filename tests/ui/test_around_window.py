"""The page for the people around, and the journal, inside the window: reached by key, by menu, and from a person."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from supportnet_gui.core.model import Status, Supporter
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.core.resource_model import OwnResource, Reflection, SupportCard
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui.check_ins.choose_person import ChoosePerson
from supportnet_gui.ui.main_window import MainWindow
from supportnet_gui.ui.people.actions import fill_menu
from supportnet_gui.ui.settings import SettingsPage
from supportnet_gui.ui.trouble_page import TroublePage
from supportnet_gui.ui.widgets.buttons import Button
from supportnet_gui.ui.widgets.messages import Question

from .check_ins_kit import write
from .people_kit import answering


@pytest.fixture
def window(qtbot, look, tmp_path, clock, store):
    window = MainWindow(look, PreferencesFile(tmp_path / "data" / "preferences.json"), clock)
    qtbot.addWidget(window)
    window.attach(store)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.detach()


@pytest.mark.parametrize(("keys", "page"), [("Ctrl+J", "journal"), ("Ctrl+Shift+A", "around")])
def test_a_key_leads_there_and_help_leads_back(qtbot, window, keys, page):
    qtbot.keySequence(window, QKeySequence(keys))
    assert window.current == page
    qtbot.keySequence(window, QKeySequence("F1"))
    assert window.current == "help"
    qtbot.keySequence(window, QKeySequence("Alt+Left"))
    assert window.current == page


def test_what_is_being_written_is_there_after_another_page(qtbot, window):
    window.go_journal()
    window.pages["journal"].write()
    write("Half a thought")
    window.go_today()
    window.go_journal()
    assert window.pages["journal"].writing.field.toPlainText() == "Half a thought"


def test_what_is_being_written_is_there_in_a_new_look(qtbot, window, look, store, clock):
    window.go_journal()
    window.pages["journal"].write()
    write("Half a thought")
    window.hide()
    window.detach()
    again = MainWindow(look, window.preferences, clock)
    qtbot.addWidget(again)
    again.attach(store)
    again.go_journal()
    page: Any = again.pages["journal"]
    assert page.writing.field.toPlainText() == "Half a thought"
    again.detach()


def test_undo_takes_back_what_was_just_kept_while_one_stands_in_the_field(qtbot, window, store):
    window.go_journal()
    window.pages["journal"].write()
    write("Kept")
    window.pages["journal"].writing.keep.click()
    assert QApplication.focusWidget() is window.pages["journal"].writing.field
    qtbot.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+Z"))
    assert store.reflections.page() == ()


def test_a_card_that_is_being_written_is_there_after_another_page(window):
    window.go_around()
    window.pages["around"].write_card()
    window.go_today()
    window.go_around()
    page = window.pages["around"]
    assert page.currentWidget() is page.view
    window.open_around()
    assert page.currentWidget() is page.reading


def test_from_a_persons_menu_to_their_card(window, store):
    amira = store.people.add(Supporter(name="Amira"))
    window.open_person(amira)
    panel = window.pages["people"].panel
    panel.menu.aboutToShow.emit()
    next(one for one in panel.menu.actions() if one.objectName() == "card").trigger()
    assert window.current == "around"
    assert window.pages["around"].view.card.supporter == amira
    assert store.cards.all() == ()


@pytest.mark.parametrize("status", [Status.DIED, Status.ENDED, Status.UNSAFE])
def test_no_card_is_offered_for_whom_one_lost(qtbot, look, status):
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, look, Supporter(name="Uma", status=status), lambda _name, _id: None)
    assert "card" not in [one.objectName() for one in menu.actions()]


def test_a_person_is_chosen_by_typing_a_name(window, store):
    amira = store.people.add(Supporter(name="Amira"))
    window.go_around()
    window.pages["around"].write_card()
    composer = window.pages["around"].view.composer

    def choose(dialog):
        QTest.keyClicks(dialog.picker.search, "ami")
        QTest.keyClick(dialog.picker.search, Qt.Key.Key_Return)

    with answering((ChoosePerson, choose)):
        composer.somebody.click()
    assert window.pages["around"].view.card.supporter == amira


def test_with_notes_that_cannot_be_opened_they_say_so(window):
    window.show_trouble(Trouble(Code.FILE_UNREADABLE))
    for page in ("around", "journal"):
        window.show_page(page)
        assert isinstance(window.pages[page], TroublePage)


def test_before_the_notes_are_open_nothing_breaks(qtbot, look, tmp_path, clock):
    window = MainWindow(look, PreferencesFile(tmp_path / "preferences.json"), clock)
    qtbot.addWidget(window)
    for act in (window.go_journal, window.go_around, window.open_around):
        act()
    assert window.choose_person() is None
    window.card_for("nobody")


# -- the trash in Settings -----------------------------------------------------------------------------------


def throw_away(store, what):
    if what == "card":
        store.cards.trash(store.cards.keep(SupportCard(helps=("x",))))
    elif what == "reflection":
        store.reflections.trash(store.reflections.write(Reflection("x", store.clock.now().date())))
    else:
        store.resources.trash_own(store.resources.add_own(OwnResource("x")))


@pytest.mark.parametrize("what", ["card", "reflection", "own"])
def test_settings_empty_these_too(qtbot, look, tmp_path, store, monkeypatch, what):
    throw_away(store, what)
    preferences = PreferencesFile(tmp_path / "data" / "preferences.json")
    page = SettingsPage(look, preferences, store, lambda: None, lambda: None, lambda: None)
    qtbot.addWidget(page)
    button = next(one for one in page.findChildren(Button) if one.text() == "Empty the trash")
    assert not button.isHidden()
    monkeypatch.setattr(Question, "ask", lambda _self: True)
    button.click()
    page.refresh()
    assert button.isHidden()
