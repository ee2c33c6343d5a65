"""Settings: what is chosen holds at once and is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from supportnet_gui.core.model import Supporter
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.core.store import View
from supportnet_gui.ui import theme
from supportnet_gui.ui.settings import SettingsPage
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.buttons import Button
from supportnet_gui.ui.widgets.messages import Notice, Question


class Called:
    """Counts calls."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1


@pytest.fixture
def preferences(tmp_path):
    return PreferencesFile(tmp_path / "data" / "preferences.json")


@pytest.fixture
def page(qtbot, look, preferences, store):
    page = SettingsPage(look, preferences, store, Called(), Called(), Called())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


def button(page, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.accessibleName() == text)


@pytest.mark.parametrize(("text", "key", "value"), [("Dark", "theme", "dark"), ("150 %", "text_size", 150)])
def test_a_choice_of_look_is_kept_and_makes_the_window_anew(qtbot, page, preferences, text, key, value):
    qtbot.mouseClick(button(page, text), Qt.MouseButton.LeftButton)
    assert getattr(PreferencesFile(preferences.path).now, key) == value
    assert page._rebuild.times == 1


def test_less_movement_is_kept_and_stops_what_moves(qtbot, page, preferences, qapp):
    page.motion.setFocus()
    qtbot.keyClick(page.motion, Qt.Key.Key_Space)
    assert PreferencesFile(preferences.path).now.reduced_motion
    before = qapp.cursorFlashTime()
    theme.apply(qapp, Look(reduced_motion=True))
    assert qapp.cursorFlashTime() == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    qapp.setCursorFlashTime(before)


def test_a_choice_that_cannot_be_kept_is_said_and_holds_for_now(qtbot, page, preferences, monkeypatch):
    said = []
    monkeypatch.setattr(Notice, "show_it", lambda self: said.append(self.heading.text()))
    preferences.path.parent.mkdir(exist_ok=True)
    (preferences.path.parent / "preferences.json.new").mkdir()
    qtbot.mouseClick(button(page, "Dark"), Qt.MouseButton.LeftButton)
    assert said == ["Your choice holds for now"]
    assert preferences.now.theme == "dark"
    assert page._rebuild.times == 1


@pytest.mark.parametrize("answer", [True, False])
def test_the_trash_is_emptied_only_after_a_yes(qtbot, page, store, monkeypatch, answer):
    amira = store.people.add(Supporter(name="Amira"))
    store.people.trash(amira)
    page.refresh()
    monkeypatch.setattr(Question, "ask", lambda _self: answer)
    qtbot.mouseClick(button(page, "Empty the trash"), Qt.MouseButton.LeftButton)
    assert store.people.count(View.TRASH) == (0 if answer else 1)
    assert (store.can_undo is None) == answer


def test_an_empty_trash_offers_nothing(page):
    assert not button(page, "Empty the trash").isVisible()


def test_the_question_keeps_things_when_enter_is_pressed(qtbot, look, page):
    question = Question(look, "Empty the trash?", "It is then gone.", "Empty it", "Keep it", page)
    qtbot.addWidget(question)
    question.show()
    qtbot.waitExposed(question)
    qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Return)
    assert question.result() == Question.DialogCode.Rejected
    assert not question.isVisible()


@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_sticks_out_of_a_narrow_page(qtbot, qapp, preferences, store, text_size):
    look = Look(text_size=text_size)
    theme.apply(qapp, look)
    page = SettingsPage(look, preferences, store, Called(), Called(), Called())
    qtbot.addWidget(page)
    page.resize(580, 500)
    page.show()
    qtbot.waitExposed(page)
    assert page.inside.width() <= page.viewport().width()
    theme.apply(qapp, Look())
