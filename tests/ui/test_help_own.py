"""Help right now in the window, with a real notebook: always as things are now, and without leaving a trace."""

from __future__ import annotations

import os

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from supportnet_gui.core import card_file, phones
from supportnet_gui.core.model import Channel, Kind, Protocol, Status, Supporter
from supportnet_gui.core.plan import ALONE, SAFER, TELL
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui.check_ins import LogDialog
from supportnet_gui.ui.crisis.own import NearCard
from supportnet_gui.ui.guide import GuideDialog
from supportnet_gui.ui.help_window import HelpWindow
from supportnet_gui.ui.main_window import MainWindow
from tests.core.store_kit import dump
from tests.ui.crisis_kit import button, shown

NUMBER = Channel(Protocol.CALL, "087 123 4567")


@pytest.fixture
def preferences(tmp_path):
    file = PreferencesFile(tmp_path / "data" / "preferences.json")
    file.change(country="IE")
    return file


@pytest.fixture
def amira(store):
    return store.people.add(Supporter("Amira", channels=(NUMBER,), hard_moment=1))


@pytest.fixture
def make(qtbot, look, preferences, clock):
    made = []

    def make_window():
        window = MainWindow(look, preferences, clock)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        made.append(window)
        return window

    yield make_window
    for window in made:
        window.detach()


@pytest.fixture
def window(make, store, amira):
    window = make()
    window.attach(store)
    return window


def help_in(qtbot, window):
    """Help after F1, with the person's own part, which comes right after the first paint."""
    qtbot.keySequence(window, QKeySequence("F1"))
    page = window.pages["help"]
    qtbot.waitUntil(lambda: page.when_painted is None and (not page._own_waits or not page._has_own))
    return page


def names(page):
    return [card.near.name for card in shown(page, NearCard)]


def texts(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_people_and_plan_are_there_and_the_surroundings_are_not(qtbot, window, store, amira):
    store.plan.add(ALONE, "tea by the window")
    store.plan.add(SAFER, "secret")
    store.plan.add(TELL, "say the word", amira)
    page = help_in(qtbot, window)
    assert names(page) == ["Amira"]
    assert "tea by the window" in texts(page)
    assert "Amira, 087 123 4567: say the word" in texts(page)
    assert "secret" not in texts(page)
    assert "safer" not in texts(page)


@pytest.mark.parametrize("status", [Status.UNSAFE, Status.ENDED, Status.DIED])
@pytest.mark.parametrize("warmed", [True, False])
def test_who_is_unsafe_ended_or_died_is_gone_at_once(qtbot, window, store, amira, status, warmed):
    store.plan.add(TELL, "say the word", amira)
    if warmed:
        window.warm()
    store.people.set_status(amira, status)
    page = help_in(qtbot, window)
    assert names(page) == []
    assert "Amira" not in texts(page)
    window.undo()
    qtbot.waitUntil(lambda: names(page) == ["Amira"])


@pytest.mark.parametrize("warmed", [True, False])
def test_no_number_is_squeezed_when_people_and_plan_come(qtbot, window, store, amira, warmed):
    for number in range(20):
        store.plan.add(ALONE, f"line {number}")
    if warmed:
        window.warm()
    page = help_in(qtbot, window)
    for _ in range(2):
        for label in (label for label in page.findChildren(QLabel) if label.isVisible() and label.text()):
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        window.go_back()
        page = help_in(qtbot, window)


def test_not_in_a_crisis_archived_and_trashed_are_left_out(qtbot, window, store):
    for change in (
        lambda who: store.people.set_archived(who, True),
        store.people.trash,
        lambda who: store.people.save(Supporter("B", id=who, hard_moment=2, not_in_crisis=True)),
    ):
        change(store.people.add(Supporter("B", hard_moment=2)))
    assert names(help_in(qtbot, window)) == ["Amira"]


def test_a_number_changed_shows_while_help_is_open(qtbot, window, store, amira):
    page = help_in(qtbot, window)
    other = Channel(Protocol.CALL, "01 999 0000")
    store.people.save(Supporter("Amira", id=amira, hard_moment=1, channels=(other,)))
    qtbot.waitUntil(lambda: "01 999 0000" in texts(page))
    assert "087 123 4567" not in texts(page)


def test_what_another_process_wrote_is_seen(qtbot, window, store, amira):
    page = help_in(qtbot, window)
    store.db.execute("UPDATE supporter SET name = 'Zoë'")
    window._after_change(None)
    qtbot.waitUntil(lambda: names(page) == ["Zoë"])


def test_a_place_or_an_animal_gets_no_message(qtbot, window, store):
    store.people.add(Supporter("Biscuit", kind=Kind.ANIMAL, hard_moment=2))
    page = help_in(qtbot, window)
    assert names(page) == ["Amira", "Biscuit"]
    assert [card.near.writes for card in shown(page, NearCard)] == [True, False]


def test_a_number_is_dialled_as_their_country_writes_it(window):
    way = window._own().people[0].ways[0]
    assert window._link(way) == phones.tel_link("087 123 4567", "IE") == "tel:+353871234567"


def test_opening_copying_and_going_back_leave_no_trace(qtbot, window, store, amira, tmp_path):
    window.warm()
    before, files = dump(store.db), snapshot(tmp_path)
    for _ in range(3):
        page = help_in(qtbot, window)
        button(page, "Copy message for Amira").click()
        button(page, "Copy number 1 1 2").click()
        window.go_back()
    assert dump(store.db) == before
    assert snapshot(tmp_path) == files
    assert store.can_undo is not None
    assert store.can_undo.names == ("Amira",)


def snapshot(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


def test_over_a_dialog_people_and_plan_are_there_too(qtbot, window, store, amira, monkeypatch):
    seen = []

    def look_at(dialog):
        dialog.show()
        seen.extend(names(dialog.page))
        assert not [
            b for b in dialog.page.findChildren(type(dialog.page.guide)) if b.text() == "Open my plan"
        ]

    monkeypatch.setattr(HelpWindow, "exec", look_at)
    log = LogDialog(window.look, store, window.clock, parent=window)
    qtbot.addWidget(log)
    log.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is log)
    window.help_right_now()
    assert seen == ["Amira"]
    log.reject()


def test_the_plan_opens_from_help_and_the_guide_too(qtbot, window, store, monkeypatch):
    store.plan.add(ALONE, "tea")
    opened = []
    monkeypatch.setattr(GuideDialog, "exec", lambda _: opened.append("guide"))
    page = help_in(qtbot, window)
    button(page, "How Supportnet works").click()
    assert opened == ["guide"]
    button(page, "Open my plan").click()
    assert window.current == "plan"


# -- while the notebook is not open ------------------------------------------------------------------------------


def test_before_the_notebook_is_open_the_card_is_shown_and_then_what_is_kept(
    qtbot, make, store, amira, clock
):
    store.plan.add(ALONE, "tea")
    store.card.switch(True)
    window = make()
    page = help_in(qtbot, window)
    assert names(page) == ["Amira"]
    assert "•  tea" in texts(page)
    assert "Open my plan" not in [b.text() for b in shown(page, type(page.guide))]
    store.plan.choose([])
    window.attach(store)
    qtbot.waitUntil(lambda: names(page) == [])


@pytest.mark.parametrize("code", [Code.FILE_UNREADABLE, Code.FOLDER_UNWRITABLE, Code.FILE_NEWER])
def test_while_the_notebook_cannot_be_opened_the_card_helps(qtbot, make, store, amira, code):
    store.card.switch(True)
    window = make()
    window.show_trouble(Trouble(code))
    assert names(help_in(qtbot, window)) == ["Amira"]


def test_without_a_card_nothing_is_said_unless_it_is_locked(qtbot, make, store, amira):
    said = "Your people and plan are in your locked notebook."
    window = make()
    window.show_trouble(Trouble(Code.FILE_UNREADABLE))
    assert said not in texts(help_in(qtbot, window))
    locked = make()
    locked.locked = True
    page = help_in(qtbot, locked)
    assert said in texts(page)
    assert "Call 112" in texts(page)


def test_with_a_card_the_lock_needs_no_word(qtbot, make, store, amira):
    store.card.switch(True)
    window = make()
    window.locked = True
    page = help_in(qtbot, window)
    assert names(page) == ["Amira"]
    assert "locked" not in texts(page)


def test_a_card_of_junk_is_none(qtbot, make, preferences):
    card_file.beside(preferences.path.parent).write_bytes(os.urandom(400))
    page = help_in(qtbot, make())
    assert names(page) == []
    assert "Call 112" in texts(page)


def test_whatever_becomes_of_the_file_help_opens(qtbot, window, store):
    store.vault.db.close()
    window._own_is_stale = True
    page = help_in_without_reading(window)
    assert "Call 112" in texts(page)
    assert names(page) == []


def help_in_without_reading(window):
    window.help_right_now()
    return window.pages["help"]


@pytest.mark.parametrize("removed", [True, False])
def test_a_card_that_is_lost_is_said(window, store, monkeypatch, removed):
    told = []
    monkeypatch.setattr(window, "say", lambda title, text: told.append((title, text)))
    assert store.card.lost is not None
    store.card.lost(removed)
    ((title, text),) = told
    assert title == ("The small card is gone" if removed else "The small card is old")
    assert (card_file.NAME in text) is not removed
