"""The first start by names: typed, kept as one, and what each person gives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from supportnet_gui.core.model import Support, Supporter
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from supportnet_gui.ui.widgets.messages import Notice
from tests.ui.test_today_window import QUESTION, click, opening, press, type_in

PRIVACY = "This stays on this computer. Someone who can use your account can open it."


def names(store: Store) -> list[str]:
    return sorted(one.name for one in store.people.all())


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def test_the_whole_first_start_by_clicks(qtbot, look, store, open_page):
    today = open_page(look, store)
    assert {QUESTION, PRIVACY, "A first name is enough. You can change everything later."} <= set(
        today.texts()
    )
    for box, name in zip(today.welcome.fields, ("Amira", "Sam", "Mum"), strict=True):
        click(qtbot, box)
        qtbot.keyClicks(box, name)
    click(qtbot, today.welcome.keep_button)

    assert names(store) == ["Amira", "Mum", "Sam"]
    assert store.can_undo.count == 3
    asked = {"How could they be there for you?", "You can leave this empty.", "Amira", "Sam", "Mum"}
    assert asked <= set(today.texts())
    assert today.gives.done_button.text() == "Done"
    rows = today.gives.rows
    click(qtbot, rows[0].ticks[Support.EMOTIONAL])
    click(qtbot, rows[0].ticks[Support.RELATIONAL])
    click(qtbot, rows[2].ticks[Support.PRACTICAL])
    assert today.gives.done_button.text() == today.gives.done_button.accessibleName() == "Done"
    gives = {one.name: one.support for one in store.people.all()}
    assert gives == {
        "Amira": (Support.EMOTIONAL, Support.RELATIONAL),
        "Sam": (),
        "Mum": (Support.PRACTICAL,),
    }

    click(qtbot, today.gives.done_button)
    assert today.holds(today.ideas)
    assert {chip.text() for chip in today.chips} == {"Amira", "Sam", "Mum"}
    assert QUESTION not in today.texts()
    assert not today.lately.isVisible()


def test_the_whole_first_start_by_keys(qtbot, look, store, open_page):
    today = open_page(look, store)
    today.first.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is today.welcome.fields[0]
    type_in(qtbot, "Amira")
    press(qtbot, Qt.Key.Key_Return)
    type_in(qtbot, "Sam")
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is today.welcome.fields[2]
    assert names(store) == []
    press(qtbot, Qt.Key.Key_Enter)
    assert QApplication.focusWidget() is today.welcome.keep_button
    assert names(store) == []
    press(qtbot, Qt.Key.Key_Return)

    assert names(store) == ["Amira", "Sam"]
    assert QApplication.focusWidget() is today.gives.rows[0].ticks[Support.EMOTIONAL]
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert {one.name: one.support for one in store.people.all()}["Amira"] == (Support.PRACTICAL,)
    assert QApplication.focusWidget() is today.gives.rows[0].ticks[Support.PRACTICAL]
    press(qtbot, *[Qt.Key.Key_Tab] * 5)
    assert QApplication.focusWidget() is today.gives.done_button
    press(qtbot, Qt.Key.Key_Return)
    assert today.holds(today.ideas)
    assert QApplication.focusWidget() is today.card.copy_button
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert len(store.check_ins.latest(5)) == 1


def test_one_name_is_enough_and_none_cannot_be_kept(qtbot, look, store, open_page):
    today = open_page(look, store)
    assert not today.welcome.keep_button.isEnabled()
    today.welcome.begin()
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is today.welcome.fields[1]
    type_in(qtbot, "   ")
    assert not today.welcome.keep_button.isEnabled()
    today.welcome.keep()
    assert names(store) == []
    type_in(qtbot, "Amira ")
    click(qtbot, today.welcome.keep_button)
    assert names(store) == ["Amira"]


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "<b>Bo</b><img src=x>", "Tom & Jerry && co", "محمد", "👩‍👩‍👧‍👦 🌻", "Zoë̂̃́"]
)
def test_odd_names_are_kept_and_shown_as_typed(qtbot, look, store, open_page, name):
    today = open_page(look, store, (616, 600))
    today.welcome.fields[0].insert(name)
    click(qtbot, today.welcome.keep_button)
    assert names(store) == [name]
    row = today.gives.rows[0]
    label = next(one for one in row.findChildren(QLabel) if one.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert name.startswith(label.text().strip("\u2068\u2069").rstrip("…"))
    assert row.ticks[Support.EMOTIONAL].accessibleName().endswith(": Listens")
    assert today.page.inside.width() <= today.page.viewport().width()


def test_a_name_that_is_none_gets_a_sentence_and_stays_to_be_changed(
    qtbot, monkeypatch, look, store, open_page
):
    said: list[str] = []
    monkeypatch.setattr(Notice, "show_it", lambda notice: said.append(notice.windowTitle()))
    today = open_page(look, store)
    today.welcome.fields[0].insert("Amira")
    today.welcome.fields[1].insert("\u200b")
    click(qtbot, today.welcome.keep_button)
    assert said == ["That did not work"]
    assert names(store) == []
    assert today.holds(today.welcome)
    assert today.welcome.fields[0].text() == "Amira"


def test_keeping_is_undone_as_one_and_the_names_are_still_in_the_fields(qtbot, look, store, open_page):
    today = open_page(look, store)
    for box, name in zip(today.welcome.fields, ("Amira", "Sam"), strict=False):
        qtbot.keyClicks(box, name)
    click(qtbot, today.welcome.keep_button)
    store.undo()
    assert names(store) == []
    assert today.holds(today.welcome)
    assert today.welcome.names() == ["Amira", "Sam"]

    store.redo()
    assert names(store) == ["Amira", "Sam"]
    assert today.holds(today.ideas)


def test_ticks_are_undone_one_by_one(qtbot, look, store, open_page):
    today = open_page(look, store)
    qtbot.keyClicks(today.welcome.fields[0], "Amira")
    click(qtbot, today.welcome.keep_button)
    ticks = today.gives.rows[0].ticks
    click(qtbot, ticks[Support.EMOTIONAL])
    click(qtbot, ticks[Support.PRACTICAL])
    store.undo()
    assert [kind for kind, tick in ticks.items() if tick.isChecked()] == [Support.EMOTIONAL]
    assert today.gives.done_button.text() == "Done"
    assert store.people.all()[0].support == (Support.EMOTIONAL,)
    store.undo()
    assert today.gives.done_button.text() == "Done"


def test_one_can_go_on_to_people(qtbot, look, store, open_page):
    today = open_page(look, store)
    qtbot.keyClicks(today.welcome.fields[0], "Amira")
    click(qtbot, today.welcome.keep_button)
    click(qtbot, today.gives.people_button)
    assert today.went == [("people",)]
    assert today.holds(today.ideas)


def test_what_is_being_written_stays_when_someone_is_added_elsewhere(qtbot, look, store, clock, open_page):
    today = open_page(look, store)
    qtbot.keyClicks(today.welcome.fields[0], "Ami")
    other = Store(open_vault(store.vault.places), clock)
    other.people.add(Supporter(name="Noor"))
    other.close()
    store.poll()
    assert today.holds(today.welcome)
    qtbot.keyClicks(today.welcome.fields[0], "ra")
    click(qtbot, today.welcome.keep_button)
    assert names(store) == ["Amira", "Noor"]
