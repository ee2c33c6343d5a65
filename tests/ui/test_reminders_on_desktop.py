"""The switches in Settings, what is said when the window closes, and the menu of the icon."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from supportnet_gui.desktop.tray import Tray, icon
from supportnet_gui.ui.reminders_on_desktop import DesktopReminders
from supportnet_gui.ui.staying import StayingDialog
from supportnet_gui.ui.widgets.messages import Notice


class Login:
    """The entry that starts with the computer, which may refuse."""

    starts_at_login = False
    refuses = False

    def set_at_login(self, on):
        if self.refuses:
            raise PermissionError
        self.starts_at_login = on


@pytest.fixture
def login():
    return Login()


@pytest.fixture
def card(qtbot, look, store, login):
    card = DesktopReminders(look, store, login)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    return card


def press(qtbot, switch: QCheckBox) -> None:
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)


def test_all_is_off_until_it_is_asked_for(card, store):
    assert not any(switch.isChecked() for switch in card.findChildren(QCheckBox))
    assert not card.names.isEnabled()
    assert not store.settings.get("reminders_as_notices")


def test_notices_and_names_are_kept_and_can_be_undone(qtbot, card, store):
    press(qtbot, card.notices)
    assert store.settings.get("reminders_as_notices")
    assert not store.settings.get("reminders_with_names")
    press(qtbot, card.names)
    assert store.settings.get("reminders_with_names")
    store.undo()
    card.refresh()
    assert card.notices.isChecked()
    assert not card.names.isChecked()


def test_without_notices_there_are_no_names(qtbot, card, store):
    press(qtbot, card.notices)
    press(qtbot, card.names)
    press(qtbot, card.notices)
    assert not card.names.isChecked()
    assert not card.names.isEnabled()
    assert not store.settings.get("reminders_with_names")


def test_starting_with_the_computer_is_one_switch(qtbot, card, login):
    press(qtbot, card.login)
    assert login.starts_at_login
    press(qtbot, card.login)
    assert not login.starts_at_login


def test_where_it_may_not_be_kept_a_sentence_says_so(qtbot, card, login, monkeypatch):
    said = []
    monkeypatch.setattr(Notice, "show_it", lambda self: said.append(self.heading.text()))
    login.refuses = True
    press(qtbot, card.login)
    assert said == ["That could not be changed"]
    assert not card.login.isChecked()


def test_a_made_up_network_offers_no_start_with_the_computer(qtbot, look, store):
    card = DesktopReminders(look, store, None)
    qtbot.addWidget(card)
    assert card.login is None
    assert len(card.findChildren(QCheckBox)) == 2


def test_each_switch_tells_a_screen_reader_what_it_does(card):
    assert all(switch.accessibleDescription() for switch in card.findChildren(QCheckBox))


@pytest.mark.parametrize(("has_tray", "way"), [(True, "round icon"), (False, "start Supportnet once more")])
def test_closing_says_how_to_come_back(qtbot, look, has_tray, way):
    dialog = StayingDialog(look, has_tray, None)
    qtbot.addWidget(dialog)
    assert way in "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(("button", "answer"), [("stay", True), ("quit", False)])
def test_closing_can_be_quitting(qtbot, look, monkeypatch, button, answer):
    dialog = StayingDialog(look, True, None)
    qtbot.addWidget(dialog)

    def chosen():
        getattr(dialog, button).click()
        return dialog.result()

    monkeypatch.setattr(dialog, "exec", chosen)
    assert dialog.ask() is answer


def test_escape_leaves_the_window_open(qtbot, look, monkeypatch):
    dialog = StayingDialog(look, True, None)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(dialog, "exec", lambda: dialog.DialogCode.Rejected)
    assert dialog.ask() is None


@pytest.fixture
def tray(qapp):
    tray = Tray(lambda: tray.opened, lambda: tray.resting)  # type: ignore[attr-defined]
    tray.opened, tray.resting = True, False  # type: ignore[attr-defined]
    yield tray
    tray.menu.deleteLater()


def offered(tray) -> list[str]:
    tray.refresh()
    return [one.text() for one in tray.menu.actions() if one.isVisible() and one.isEnabled() and one.text()]


def test_the_menu_offers_what_can_be_done(tray):
    assert offered(tray) == ["Help right now", "Log a check-in…", "Rest from reminders", "Open", "Quit"]
    tray.resting = True
    assert offered(tray) == ["Help right now", "Log a check-in…", "Start reminders again", "Open", "Quit"]
    tray.opened = False
    assert offered(tray) == ["Help right now", "Open", "Quit"]


def test_every_line_of_the_menu_does_something(qtbot, tray):
    for action, signal in (
        (tray.help, tray.help_wanted),
        (tray.log, tray.log_wanted),
        (tray.start_again, tray.start_again_wanted),
        (tray.open, tray.open_wanted),
        (tray.quit, tray.quit_wanted),
    ):
        with qtbot.waitSignal(signal):
            action.trigger()
    days: list[int] = []
    tray.rest_wanted.connect(days.append)
    for action in tray.rest.actions():
        action.trigger()
    assert days == [1, 7, 0]


@pytest.mark.parametrize("panel", [255, 0])
def test_the_icon_can_be_seen_on_light_and_dark_panels(qapp, panel):
    """At its edge and in its middle there is enough of what differs from the panel."""
    picture = icon().pixmap(22, 22).toImage()
    differs = 0
    for x in range(22):
        for y in range(22):
            colour = picture.pixelColor(x, y)
            shown = colour.alphaF() * colour.lightnessF() * 255 + (1 - colour.alphaF()) * panel
            differs += abs(shown - panel) > 60
    assert differs > 60
