"""What a person chose on a steadier day, on help right now: shown as written, reached by keys, and never more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from supportnet_gui.ui import theme
from supportnet_gui.ui.crisis.number import NumberLine
from supportnet_gui.ui.crisis.own import Acts, Near, NearCard, Own, PersonOnPhone, Reach, ReachLine
from supportnet_gui.ui.crisis.phone import NumberOnPhone
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.buttons import Button
from supportnet_gui.ui.widgets.card import Card
from tests.ui.crisis_kit import PLACES, Opener, button, height_of, open_others, shown, words
from tests.ui.test_crisis_access import next_box, tab_through
from tests.ui.test_crisis_phone import modules, read

MESSAGE = "I am having a very hard time and do not want to be alone with it. Can you call me?"
AMIRA = Near("Amira", (Reach("Phone", "+1 555 0134", "call"), Reach("Email", "amira@example.org")))
JO = Near("Jo <b>", (Reach("Text message", "087 123 4567", "text"),))
GARDEN = Near("The garden", (), writes=False)
PLAN = (("What I can do on my own", ("tea & <i>toast</i>", "a walk")), ("What matters to me", ("the sea",)))
OWN = Own((AMIRA, JO, GARDEN), PLAN)


@pytest.fixture
def open_page(qtbot, look):
    return Opener(qtbot, look)


def link(way):
    return {"call": "tel:", "text": "SMSTO:"}[way.code] + way.value.replace(" ", "")


def with_own(open_page, own=OWN, place=("US", None), acts=None, **more):
    page = open_page(*place, **more)
    page.show_own(own, acts or Acts(link))
    page.focus_first()
    return page


def test_people_stand_below_the_numbers_in_their_order_with_a_message(open_page):
    page = with_own(open_page)
    assert [card.near.name for card in shown(page, NearCard)] == ["Amira", "Jo <b>", "The garden"]
    lowest = max(height_of(page, line) for line in shown(page, NumberLine))
    assert all(height_of(page, card) > lowest for card in shown(page, NearCard))
    for name in ("Amira", "Jo <b>"):
        QGuiApplication.clipboard().clear()
        button(page, f"Copy message for {name}").click()
        assert QGuiApplication.clipboard().text() == MESSAGE
    assert not [one for one in shown(page, Button) if "garden" in one.accessibleName()]
    assert any(MESSAGE in text for text in words(page))


def test_the_plan_stands_below_the_people_and_all_is_plain_text(open_page):
    page = with_own(open_page)
    assert "•  tea & <i>toast</i>\n•  a walk" in words(page)
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    foot = words(page)[-1]
    assert "It is not a medical device" in foot


def test_an_empty_plan_and_nobody_chosen_say_nothing(open_page):
    bare, empty = open_page("US"), open_page("US")
    assert not empty.show_own(Own(), Acts())
    assert words(empty) == words(bare)
    for heading in ("My plan", "People you chose"):
        assert heading not in words(empty)


def test_a_locked_notebook_is_said_once(open_page):
    page = with_own(open_page, Own(locked=True))
    said = "Your people and plan are in your locked notebook. These numbers need no unlocking."
    assert words(page).count(said) == 1
    assert said not in words(with_own(open_page))


@pytest.mark.parametrize("place", [*PLACES, (None, None)])
def test_tab_goes_through_numbers_people_and_plan_as_they_are_read(open_page, place):
    page = with_own(open_page, place=place, acts=Acts(link, print, print))
    open_others(page)
    stops = tab_through(page)
    for wanted in (*shown(page, NumberLine), *shown(page, ReachLine), *shown(page, Button)):
        assert wanted in stops, wanted.accessibleName()
    inside = [stop for stop in stops if page.inside.isAncestorOf(stop) and stop is not page.place]
    heights = [height_of(page, next_box(page, stop)) for stop in inside]
    assert heights == sorted(heights)


def test_their_numbers_are_read_digit_by_digit_and_copied(open_page):
    page = with_own(open_page)
    number = shown(page, ReachLine)[0]
    assert number.accessibleName() == "Amira, Phone: + 1, 5 5 5, 0 1 3 4"
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "+1 555 0134"
    button(page, "Copy amira@example.org").click()
    assert QGuiApplication.clipboard().text() == "amira@example.org"


@pytest.mark.parametrize(
    ("near", "payload", "name"),
    [(AMIRA, "tel:+15550134", "QR code, calls "), (JO, "SMSTO:0871234567", "QR code, texts ")],
)
def test_a_phone_reads_their_number(open_page, qapp, near, payload, name):
    page = with_own(open_page, Own((near,)))
    show_button(page).click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PersonOnPhone) and w.isVisible())
    picture = dialog.picture
    assert read(modules(picture.grab().toImage())) == payload
    assert picture.accessibleName().startswith(name)
    assert picture.focusPolicy() is Qt.FocusPolicy.NoFocus
    dialog.accept()


def show_button(page):
    return next(
        b for b in shown(page, Button) if b.text() == "Show on phone" and isinstance(_card_of(b), NearCard)
    )


def _card_of(widget):
    while widget is not None and not isinstance(widget, Card):
        widget = widget.parentWidget()
    return widget


def test_what_is_no_one_number_is_said(open_page):
    page = with_own(open_page, Own((AMIRA,)), acts=Acts(lambda _: None))
    show_button(page).click()
    assert "This could not be read as one number. You could copy it instead." in words(page)


@pytest.mark.parametrize("works", [True, False])
def test_calling_from_this_computer_comes_last_and_says_what_came_of_it(open_page, monkeypatch, works):
    opened = []

    def open_url(url):
        opened.append(url)
        return works

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page = open_page("US")
    button(page, "Show on phone: Call 9 1 1").click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, NumberOnPhone) and w.isVisible())
    here = next(b for b in dialog.findChildren(Button) if b.text() == "Call from this computer")
    assert here.y() > dialog.picture.y()
    assert opened == []
    here.click()
    assert opened == [QUrl("tel:911")]
    said = dialog.said.text()
    assert said == (
        "Another program may be opening. If it does not call, please use a phone."
        if works
        else "Nothing opened on this computer. Please use a phone."
    )
    assert dialog.said.isVisible()
    dialog.accept()


def test_the_quiet_line_leads_to_the_guide_and_the_plan_opens(open_page):
    went = []
    acts = Acts(link, lambda: went.append("plan"), lambda: went.append("guide"))
    page = with_own(open_page, acts=acts)
    button(page, "Open my plan").click()
    button(page, "How Supportnet works").click()
    assert went == ["plan", "guide"]
    assert not [b for b in shown(open_page("US"), Button) if b.text() == "How Supportnet works"]


def test_another_place_keeps_people_and_plan(open_page):
    page = with_own(open_page)
    page.set_place("NZ", None)
    assert [card.near.name for card in shown(page, NearCard)] == ["Amira", "Jo <b>", "The garden"]
    assert "•  the sea" in words(page)


def test_handed_the_same_again_nothing_is_made_anew(open_page):
    page = with_own(open_page)
    cards = shown(page, NearCard)
    assert page.show_own(Own((AMIRA, JO, GARDEN), PLAN), Acts(link)) is False
    assert shown(page, NearCard) == cards


@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_of_it_is_cut_off_at_the_side(open_page, qapp, text_size):
    large = Look(text_size=text_size)
    theme.apply(qapp, large)
    word = "Donaudampfschifffahrtsgesellschaft" * 4
    near = Near(word, (Reach("Phone", "+353 87 123 4567", "call"), Reach(word, f"{word}@example.org")))
    page = with_own(open_page, Own((near,), (("What matters to me", (word,)),)), size=(520, 700), look=large)
    qapp.processEvents()
    assert page.inside.width() <= page.viewport().width()


def test_the_emergency_number_keeps_the_focus_when_people_come(open_page):
    page = open_page("US")
    page.show_own(OWN, Acts(link))
    assert QApplication.focusWidget() is page.emergency.heading
