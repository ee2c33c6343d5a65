"""The first start without names: an address book, nobody right now, looking around."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from supportnet_gui.core import content
from supportnet_gui.core.model import CheckIn, Status, Supporter
from supportnet_gui.core.store import View
from supportnet_gui.ui import theme
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.today.help_number import line_to_keep
from supportnet_gui.ui.widgets.qr import ShowOnPhone
from tests.ui.test_today_window import QUESTION, click, opening, press

NEVER = re.compile(
    r"\b(should|must|don't forget|overdue|late|missed|streak|supporters?|great|well done|promise)\b|!",
    re.IGNORECASE,
)


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


@pytest.mark.parametrize("size", [(912, 760), (616, 500)])
def test_the_other_ways_are_of_equal_size(look, store, open_page, size):
    today = open_page(look, store, size)
    ways = [today.welcome.bring_in_button, today.welcome.nobody_button, today.welcome.around_button]
    assert [way.text() for way in ways] == ["Bring in an address book", "Nobody right now", "Look around"]
    assert len({(way.width(), way.height()) for way in ways}) == 1
    assert all(way.width() >= way.sizeHint().width() for way in ways)
    wide = size[0] > 700
    assert len({way.y() for way in ways}) == (1 if wide else 3)
    assert len({way.x() for way in ways}) == (3 if wide else 1)


def test_bring_in_an_address_book(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.bring_in_button)
    assert today.went == [("bring in",)]
    store.people.add_many([Supporter(name="Amira"), Supporter(name="Sam")])
    assert today.holds(today.ideas)


def test_nobody_is_fine_and_gets_one_thing_to_do(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    texts = today.texts()
    assert {"That is fine.", "Keep a help line's number on your phone", "Show on phone"} <= set(texts)
    assert {"Another idea", "Nothing today"} <= set(texts)
    assert "Keep these names" not in texts
    assert QApplication.focusWidget() is today.step.phone_button


def test_another_idea_goes_round_the_six(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    seen, places = [], []
    for _ in range(7):
        seen.append(today.step.shown.id)
        assert today.step.shown.title in today.texts()
        assert today.step.phone_button.isVisible() == (today.step.shown.action == "show_number")
        places.append(today.step.another_button.mapTo(today.page, QPoint(0, 0)))
        click(qtbot, today.step.another_button)
    assert len(set(seen)) == 6
    assert seen[6] == seen[0] == "keep-a-number"
    assert len(set(places)) == 1, "the button moved away under the hand"


def test_nothing_today_is_for_today(qtbot, look, store, clock, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    click(qtbot, today.step.nothing_button)
    assert today.holds(None)
    assert QUESTION in today.texts()
    assert not today.one.open_line.around.isVisible()
    assert QApplication.focusWidget() is today.one.open_line.button

    again = open_page(look, store)
    assert again.holds(None)
    clock.move(timedelta(days=1))
    again.page.refresh()
    assert again.holds(again.step)
    assert "One small step, if you like" in again.texts()
    assert "That is fine." not in again.texts()


def test_nobody_is_answered_also_on_a_day_when_nothing_was_wanted(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    click(qtbot, today.step.nothing_button)
    click(qtbot, today.one.open_line.button)
    click(qtbot, today.welcome.nobody_button)
    assert "That is fine." in today.texts()


def test_show_on_phone_without_a_country_leads_to_where_it_is_chosen(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    assert today.step.country_hint.isVisible()
    click(qtbot, today.step.phone_button)
    assert today.went == [("help",)]


def test_show_on_phone_shows_a_line_of_the_country_chosen(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    today.place = ("GB", "GB-ENG")
    today.page.refresh()
    assert not today.step.country_hint.isVisible()
    to_keep = line_to_keep("GB", "GB-ENG")
    assert to_keep is not None
    line, channel = to_keep
    found = []

    def look_and_close():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShowOnPhone)
        found.append((dialog.picture.payload, [label.text() for label in dialog.findChildren(QLabel)]))
        dialog.accept()

    QTimer.singleShot(0, look_and_close)
    click(qtbot, today.step.phone_button)
    ((payload, texts),) = found
    assert payload == "tel:" + channel.value.replace(" ", "")
    said = " ".join(texts)
    for word in (
        channel.value,
        line.name,
        "Day and night.",
        "United Kingdom",
        "Nothing is called until you tap it",
    ):
        assert word in said
    assert today.went == []


@pytest.mark.parametrize("country", content.countries())
def test_every_country_has_a_line_to_keep_and_day_and_night_comes_first(country):
    found = line_to_keep(country, None)
    assert found is not None
    line, channel = found
    panel = content.panel(country)
    assert line in (panel.talk_now or panel.others)
    assert line.country == country
    assert not line.for_some
    assert line.kind == "crisis-line"
    assert channel.type is content.ChannelType.CALL


@pytest.mark.parametrize("place", [(None, None), ("XX", None)])
def test_no_number_is_guessed(place):
    assert line_to_keep(*place) is None


def test_look_around_closes_the_card_for_good_and_leaves_a_way_back(qtbot, look, store, open_page):
    today = open_page(look, store)
    qtbot.keyClicks(today.welcome.fields[0], "Ami")
    click(qtbot, today.welcome.around_button)
    assert today.holds(None)
    assert QUESTION in today.texts()
    for page in ("People", "Check-ins"):
        assert any(text.startswith(f"{page} is for ") for text in today.texts())
    assert store.people.count(View.NOT_TRASHED) == 0

    click(qtbot, today.one.open_line.button)
    assert today.holds(today.welcome)
    assert QApplication.focusWidget() is today.welcome.fields[0]
    assert today.welcome.names() == ["Ami"]
    assert open_page(look, store).one.welcome is None


def test_every_choice_by_keys(qtbot, look, store, open_page):
    today = open_page(look, store)
    today.first.setFocus()
    press(qtbot, *[Qt.Key.Key_Tab] * 4)
    assert QApplication.focusWidget() is today.welcome.bring_in_button
    press(qtbot, Qt.Key.Key_Return)
    assert today.went == [("bring in",)]
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert today.holds(None)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, *[Qt.Key.Key_Tab] * 4, Qt.Key.Key_Return)
    assert today.holds(today.step)
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is today.step.another_button
    assert today.step.shown.id != "keep-a-number"
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert today.went[-1] == ("resource", "")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert today.holds(None)


def test_when_the_only_person_died_there_is_one_step_and_no_word_about_it(look, store, clock, open_page):
    amira = store.people.add(Supporter(name="Amira"))
    store.check_ins.log(CheckIn((amira,), on=clock.now().date()))
    today = open_page(look, store)
    store.people.set_status(amira, Status.DIED)
    assert today.holds(today.step)
    assert "One small step, if you like" in today.texts()
    assert not any("Amira" in text or "Save" in text for text in today.texts())


def test_without_the_steps_file_there_is_still_a_calm_page(monkeypatch, qtbot, look, store, open_page):
    # What `first_steps` gives where the file cannot be read.
    monkeypatch.setattr(content, "first_steps", tuple)
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    assert today.holds(None)
    assert QUESTION in today.texts()


def test_no_word_that_is_never_used(qtbot, look, store, open_page):
    today = open_page(look, store)
    heard = today.texts()
    click(qtbot, today.welcome.nobody_button)
    for _ in range(6):
        heard += today.texts()
        click(qtbot, today.step.another_button)
    click(qtbot, today.step.nothing_button)
    heard += today.texts()
    click(qtbot, today.one.open_line.button)
    qtbot.keyClicks(today.welcome.fields[0], "Amira")
    click(qtbot, today.welcome.keep_button)
    heard += today.texts()
    click(qtbot, today.gives.done_button)
    heard += today.texts()
    assert len(set(heard)) > 30
    assert [text for text in heard if NEVER.search(text)] == []


def test_first_name_and_main_button_are_seen_without_scrolling_at_double_text(qapp, qtbot, store, open_page):
    look = Look(text_size=200)
    theme.apply(qapp, look)
    # 1366 x 768 without a rail of 104 and the menus.
    today = open_page(look, store, (1262, 768 - 70))
    assert today.seen_whole(today.welcome.fields[0])
    assert today.seen_whole(today.welcome.keep_button)
    click(qtbot, today.welcome.nobody_button)
    assert today.seen_whole(today.step.phone_button)


@pytest.mark.parametrize("size", [100, 200])
def test_every_card_fits_a_narrow_window(qapp, qtbot, store, open_page, size):
    look = Look(text_size=size)
    theme.apply(qapp, look)
    # 720 x 540 without a rail of 74 and the menus.
    today = open_page(look, store, (646, 500))

    def fits() -> bool:
        QApplication.processEvents()
        inside = today.page.inside
        ends = [
            w.mapTo(inside, QPoint(w.width(), 0)).x() for w in inside.findChildren(QWidget) if w.isVisible()
        ]
        return max(ends) <= today.page.viewport().width()

    assert fits()
    assert (len({box.x() for box in today.welcome.fields}) == 1) == (size == 200)
    today.welcome.nobody_button.click()
    assert fits()
    today.step.nothing_button.click()
    assert fits()
    today.one.open_line.button.click()
    qtbot.keyClicks(today.welcome.fields[0], "Amira")
    today.welcome.keep_button.click()
    assert fits()
    today.gives.done_button.click()
    assert fits()
