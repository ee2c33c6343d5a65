"""The window: help from everywhere, undo, places, looks, and what it says when the notes cannot be opened."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from supportnet_gui import words
from supportnet_gui.core.model import CheckIn, Supporter
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.core.resource_model import SmallStep
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui import actions
from supportnet_gui.ui.help_window import HelpWindow
from supportnet_gui.ui.main_window import MainWindow
from supportnet_gui.ui.shortcuts import ShortcutSheet
from supportnet_gui.ui.trouble_page import TroublePage
from supportnet_gui.ui.widgets.buttons import Button


@pytest.fixture
def preferences(tmp_path):
    return PreferencesFile(tmp_path / "data" / "preferences.json")


@pytest.fixture
def window(qtbot, look, preferences, clock, store):
    window = MainWindow(look, preferences, clock)
    qtbot.addWidget(window)
    window.attach(store)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.detach()


def press(qtbot, widget, keys: str) -> None:
    qtbot.keySequence(widget, QKeySequence(keys))


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("keys", ["F1", "Ctrl+Shift+H"])
@pytest.mark.parametrize("page", ["today", "people", "check-ins", "resources", "settings"])
def test_help_is_one_key_away_on_every_page(qtbot, window, page, keys):
    window.show_page(page)
    press(qtbot, window, keys)
    assert window.current == "help"
    press(qtbot, window, "Alt+Left")
    assert window.current == page


@pytest.mark.parametrize("page", ["today", "people", "check-ins", "resources", "settings"])
def test_help_is_one_click_away_on_every_page(qtbot, window, page):
    window.show_page(page)
    qtbot.mouseClick(window.sidebar.help, Qt.MouseButton.LeftButton)
    assert window.current == "help"


def test_escape_goes_from_help_to_where_the_person_was(qtbot, window):
    window.show_page("people")
    press(qtbot, window, "F1")
    press(qtbot, QApplication.focusWidget() or window, "Esc")
    assert window.current == "people"


@pytest.mark.parametrize("page", ["today", "people", "check-ins", "resources", "settings"])
def test_back_from_help_that_was_asked_for_by_its_button_the_keyboard_is_somewhere(
    qtbot, window, store, page
):
    store.people.add(Supporter(name="Amira"))
    window.show_page(page)
    window.sidebar.help.setFocus()
    press(qtbot, window.sidebar.help, "Space")
    assert window.current == "help"
    press(qtbot, QApplication.focusWidget(), "Esc")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()


def test_tab_comes_to_what_was_done_after_the_page(qtbot, window, store):
    amira = store.people.add(Supporter(name="Amira"))
    store.check_ins.log(CheckIn((amira,), on=date(2026, 11, 22)))
    last = window.pages["today"].lately.all_button
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.undo_bar.button
    qtbot.keyClick(window.undo_bar.button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.undo_bar.close_button


def test_help_comes_first_in_the_order_of_tab(window):
    order = []
    widget = window.sidebar.help
    for _ in range(3):
        order.append(widget)
        widget = widget.nextInFocusChain()
        while widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            widget = widget.nextInFocusChain()
    assert order == [window.sidebar.help, window.sidebar.buttons["today"], window.sidebar.buttons["people"]]


def test_help_opens_over_a_dialog(qtbot, window):
    sheet = ShortcutSheet(window.look, window)
    sheet.show()
    qtbot.waitExposed(sheet)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    seen = []

    def look_and_close():
        over = QApplication.activeModalWidget()
        seen.append(over)
        assert isinstance(over, QDialog)
        over.reject()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, window, look_and_close)
    press(qtbot, sheet, "F1")
    assert isinstance(seen[0], HelpWindow)
    sheet.reject()


def test_every_change_is_said_and_undone_by_one_key(qtbot, window, store):
    amira = store.people.add(Supporter(name="Amira"))
    assert window.undo_bar.isVisible()
    assert "Amira" in window.undo_bar.text.text()
    store.check_ins.log(CheckIn(people=(amira,), on=date(2026, 11, 22)))
    window.setFocus()
    press(qtbot, window, "Ctrl+Z")
    assert store.check_ins.latest(5) == []
    press(qtbot, window, "Ctrl+Z")
    assert store.people.count() == 0
    press(qtbot, window, "Ctrl+Shift+Z")
    assert store.people.get(amira).name == "Amira"


def test_the_undo_bar_stays_until_the_next_action(qtbot, window, store):
    store.people.add(Supporter(name="Amira"))
    window.show_page("settings")
    assert window.undo_bar.isVisible()
    qtbot.mouseClick(window.undo_bar.button, Qt.MouseButton.LeftButton)
    assert store.people.count() == 0
    assert window.undo_bar.isVisible()
    qtbot.mouseClick(window.undo_bar.button, Qt.MouseButton.LeftButton)
    assert store.people.count() == 1


def test_a_large_import_is_undone_with_progress(qtbot, window, store):
    newcomers = [(Supporter(name=f"Person {number}"), None) for number in range(400)]
    for _ in store.imports.bring_in(newcomers):
        pass
    window.undo()
    assert store.people.count() == 0


def test_what_another_process_writes_is_seen(window, store, tmp_path, clock):
    from supportnet_gui.core.paths import places
    from supportnet_gui.core.store import Store
    from supportnet_gui.core.vault import open_vault

    other = Store(open_vault(places(tmp_path / "data")), clock)
    other.people.add(Supporter(name="Nia"))
    other.close()
    window.show_page("people")
    assert store.poll()
    assert store.people.count() == 1


def test_every_command_in_the_table_does_something_of_its_own(window):
    for spec in actions.table():
        assert callable(getattr(window, spec.name.replace("-", "_")))
    keys = [key for spec in actions.table() for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_the_shortcut_sheet_names_every_key(qtbot, window):
    sheet = ShortcutSheet(window.look, window)
    qtbot.addWidget(sheet)
    sheet.show()
    shown = texts(sheet)
    for spec in actions.table():
        for key in spec.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in shown


def test_size_is_kept_and_a_place_off_the_screen_is_not(qtbot, look, preferences, clock, window):
    window.resize(700, 640)
    window.close()
    assert PreferencesFile(preferences.path).now.window[2:] == (700, 640)
    preferences.change(window=(90_000, 90_000, 700, 640))
    again = MainWindow(look, preferences, clock)
    qtbot.addWidget(again)
    assert again.size().width() == 700
    assert again.x() < 10_000


def test_a_narrow_window_keeps_help_and_names_every_page(qtbot, window):
    window.resize(560, 540)
    assert window.sidebar.buttons["people"].icon().isNull()
    assert window.sidebar.buttons["people"].text() == "People"
    assert window.sidebar.buttons["people"].accessibleName() == "People"
    assert window.sidebar.help.isVisible()
    assert "Help" in window.sidebar.help.text()
    window.resize(1100, 700)
    assert "People" in window.sidebar.buttons["people"].text()


@pytest.mark.parametrize(
    "code", [Code.FILE_UNREADABLE, Code.FILE_NEWER, Code.FOLDER_UNWRITABLE, Code.FILE_FOREIGN]
)
def test_notes_that_cannot_be_opened_are_explained_and_help_works(qtbot, look, preferences, clock, code):
    window = MainWindow(look, preferences, clock)
    qtbot.addWidget(window)
    window.show_trouble(Trouble(code, "/somewhere/supportnet.db"))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for page in ("today", "people", "check-ins", "resources"):
        window.show_page(page)
        assert isinstance(window.pages[page], TroublePage)
        assert words.trouble(Trouble(code)) in texts(window.pages[page])
        assert "/somewhere/supportnet.db" in [
            line.text() for line in window.pages[page].findChildren(QLineEdit)
        ]
    press(qtbot, window, "F1")
    assert window.current == "help"
    window.show_page("today")
    with qtbot.waitSignal(window.try_again):
        again = window.pages["today"].findChild(Button)
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)


def test_before_the_notes_are_open_every_page_can_be_looked_at(qtbot, look, preferences, clock, store):
    window = MainWindow(look, preferences, clock)
    qtbot.addWidget(window)
    window.show()
    for page in ("people", "check-ins", "resources", "settings", "today", "people"):
        window.show_page(page)
    window.attach(store)
    assert window.current == "people"
    assert type(window.pages["people"]).__name__ == "PeoplePage"
    window.detach()


def test_the_window_title_says_nothing_about_anybody(window, store):
    store.people.add(Supporter(name="Amira"))
    for page in ("today", "people", "check-ins", "resources", "settings", "help"):
        window.show_page(page)
        assert window.windowTitle() == "Supportnet"


def test_in_a_search_field_with_nothing_typed_undo_is_the_windows(qtbot, window, store):
    store.people.add(Supporter(name="Amira"))
    window.show_page("people")
    window.search()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    press(qtbot, field, "Ctrl+Z")
    assert store.people.count() == 0
    store.redo()
    qtbot.keyClicks(field, "am")
    press(qtbot, field, "Ctrl+Z")
    assert field.text() == ""
    assert store.people.count() == 1


def test_logging_from_a_persons_page_has_that_person_ticked(window, store, monkeypatch):
    amira, _sam = store.people.add_many([Supporter(name="Amira"), Supporter(name="Sam")])
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(window, "log_with", asked.append)
    window.log_check_in()
    window.open_person(amira)
    window.log_check_in()
    assert asked == [(), (amira,)]


def test_resources_are_read_only_when_they_are_first_shown():
    code = (
        "import sys; from supportnet_gui.ui import main_window; "
        "sys.exit(any(n.startswith('supportnet_gui.ui.resources') for n in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def test_a_planned_step_leads_from_today_to_its_entry(qtbot, window, store):
    store.people.add(Supporter(name="Amira"))
    store.steps.add(SmallStep("I send one hello", resource="send-one-message"))
    qtbot.mouseClick(window.pages["today"].planned.open_button, Qt.MouseButton.LeftButton)
    assert window.current == "resources"
    assert window.pages["resources"].open_entry_id == "send-one-message"
    press(qtbot, window, "Ctrl+1")
    window.open_resource()
    assert window.pages["resources"].open_entry_id is None
    press(qtbot, window, "Ctrl+F")
    assert window.pages["resources"].filters.search.hasFocus()
