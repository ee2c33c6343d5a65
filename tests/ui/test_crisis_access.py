"""Help right now by keyboard, by ear, in large letters and in little room; what its buttons do."""

import re

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from supportnet_gui.core import content
from supportnet_gui.ui import theme
from supportnet_gui.ui.crisis import CrisisPage
from supportnet_gui.ui.crisis.cards import LineCard
from supportnet_gui.ui.crisis.number import NumberLine
from supportnet_gui.ui.help_window import HelpWindow
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.buttons import Button
from supportnet_gui.ui.widgets.card import Card
from tests.ui.crisis_kit import (
    GLASGOW,
    PLACES,
    Opener,
    button,
    card,
    catch_pages,
    height_of,
    open_others,
    shown,
    words,
)


@pytest.fixture
def open_page(qtbot, look):
    return Opener(qtbot, look)


def tab_through(page):
    """Every widget Tab stops at, from the one with the focus until it comes round or leaves the page."""
    here = QApplication.focusWidget()
    stops = [here]
    while True:
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or here in stops:
            return stops
        stops.append(here)


@pytest.mark.parametrize(("country", "nation"), [*PLACES, (None, None)])
def test_tab_reaches_every_number_and_button_in_the_order_of_the_page(open_page, country, nation):
    page = open_page(country, nation)
    open_others(page)
    assert QApplication.focusWidget() is page.emergency.heading
    stops = tab_through(page)
    for wanted in (*shown(page, NumberLine), *shown(page, Button)):
        assert wanted in stops, wanted.accessibleName()
    inside = [stop for stop in stops if page.inside.isAncestorOf(stop) and stop is not page.place]
    heights = [height_of(page, next_box(page, stop)) for stop in inside]
    assert heights == sorted(heights)


def next_box(page, widget):
    """The card a widget stands in: Tab goes through one before the next, whatever their height."""
    while not isinstance(widget, Card) and widget.parentWidget() is not page.inside:
        widget = widget.parentWidget()
    return widget


@pytest.mark.parametrize(("country", "nation"), PLACES)
def test_numbers_are_read_digit_by_digit(open_page, country, nation):
    page = open_page(country, nation)
    for line in shown(page, NumberLine):
        name = QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name)
        assert content.spoken(line.number) in name
        assert not re.search(r"\d\d", name)


def test_the_emergency_number_is_said_to_be_one(open_page):
    heading = open_page("GB").emergency.heading
    assert heading.accessibleName() == "In danger now: Call 9 9 9"


@pytest.mark.parametrize("place", [("US", None), ("GB", "GB-SCT"), ("ZA", None), (None, None)])
def test_no_button_is_low_and_none_is_without_a_name(open_page, place):
    page = open_page(*place)
    names = [b.accessibleName() for b in shown(page, Button)]
    assert all(names)
    assert all(b.height() >= 32 for b in shown(page, Button))


# Copying, opening.


@pytest.mark.parametrize(("country", "nation"), PLACES)
def test_copy_number_copies_just_the_digits_shown(open_page, country, nation):
    page = open_page(country, nation)
    for line in shown(page, NumberLine):
        QGuiApplication.clipboard().clear()
        button(page, f"Copy number {content.spoken(line.number)}").click()
        assert QGuiApplication.clipboard().text() == line.number
        assert f"Copied: {line.number}" in words(page)


def test_copy_word(open_page):
    page = open_page("US")
    button(page, "Copy word HOME").click()
    assert QGuiApplication.clipboard().text() == "HOME"


def test_the_copy_keys_take_the_number_or_what_is_marked(open_page):
    line = shown(open_page("GB"), NumberLine)[1]
    assert line.text() == "Call 116 123"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "116 123"
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Call 116 123"


def test_copying_is_said_to_a_screen_reader(open_page, monkeypatch):
    said = []
    monkeypatch.setattr("supportnet_gui.ui.crisis.number.announce", lambda _, text: said.append(text))
    button(open_page("GB"), "Copy number 1 1 6, 1 2 3").click()
    assert said == ["Copied: 1 1 6, 1 2 3"]


def test_a_page_opens_only_when_clicked(open_page, monkeypatch):
    opened = catch_pages(monkeypatch)
    page = open_page("US")
    page.others.toggle()
    assert opened == []
    for one in shown(page, Button):
        if one.accessibleName().endswith("opens in your browser"):
            one.click()
            assert opened.pop() == one.toolTip()
            assert one.toolTip().startswith("https://")


def test_where_no_browser_opens_the_address_is_said(open_page, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page = open_page("US")
    button(page, "Open the page, Find A Helpline, opens in your browser").click()
    assert "Nothing opened. The address is https://findahelpline.com/" in words(page)


# Little room, large text, broken files.


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("place", [*PLACES, (None, None)])
def test_nothing_is_cut_off_at_the_side(open_page, qapp, text_size, place):
    large = Look(text_size=text_size)
    theme.apply(qapp, large)
    page = open_page(*place, size=(520, 700), look=large)
    open_others(page)
    page.place.click()
    qapp.processEvents()
    assert page.inside.width() <= page.viewport().width()
    for widget in (*shown(page, QLabel), *shown(page, Button)):
        right = widget.mapTo(page.viewport(), QPoint(widget.width(), 0)).x()
        assert right <= page.viewport().width(), widget.text()


@pytest.mark.parametrize("place", PLACES)
def test_no_number_is_broken_over_two_lines(open_page, qapp, place):
    large = Look(text_size=200)
    theme.apply(qapp, large)
    page = open_page(*place, size=(520, 700), look=large)
    qapp.processEvents()
    for line in shown(page, NumberLine):
        whole = line.fontMetrics().horizontalAdvance(line.text().split("\n")[-1])
        assert whole <= line.contentsRect().width(), line.text()
        assert line.height() >= line.fontMetrics().height() * len(line.text().split("\n"))


def test_at_double_size_the_two_first_numbers_need_no_scrolling(open_page, qapp):
    large = Look(text_size=200)
    theme.apply(qapp, large)
    for place in PLACES:
        # 1366 x 768 without a rail of 104 and the menus.
        page = open_page(*place, size=(1262, 768 - 70), look=large)
        qapp.processEvents()
        emergency = page.emergency.heading
        first = shown(page, LineCard)[0].findChild(NumberLine)
        for line in (emergency, first):
            bottom = line.mapTo(page.viewport(), QPoint(0, line.height())).y()
            assert bottom <= page.viewport().height(), (place, line.text())


def test_over_a_dialog_at_double_size_way_back_and_first_numbers_need_no_scrolling(qtbot, qapp):
    large = Look(text_size=200)
    theme.apply(qapp, large)
    for place in (*PLACES, (None, None)):
        window = HelpWindow(large, *place, print, lambda: GLASGOW, None)
        qtbot.addWidget(window)
        window.resize(1326, 708)  # what a screen of 1366 x 768 leaves
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        page = window.page
        assert QApplication.focusWidget() is page.emergency.heading
        back = button(page, "Back to where I was")
        numbers = [line for line in shown(page, LineCard)[:1] for line in [line.findChild(NumberLine)]]
        for seen in (back, page.emergency.heading, *numbers):
            bottom = seen.mapTo(page.viewport(), QPoint(0, seen.height())).y()
            assert bottom <= page.viewport().height(), (place, seen.text())
        left = {one.mapTo(page.inside, QPoint(0, 0)).x() for one in (back, page.emergency)}
        assert len(left) == 1
        assert back in tab_through(page)
        with qtbot.waitSignal(window.rejected):
            back.click()


def test_the_first_focus_is_a_ring_with_air_and_no_caret(open_page, look, qapp):
    for place in (("US", None), (None, None)):
        page = open_page(*place)
        box, heading = page.emergency, page.emergency.heading
        qapp.processEvents()
        with_focus, whole = heading.grab().toImage(), box.grab().toImage()
        corner = heading.mapTo(box, QPoint(0, 0))
        ground = whole.pixelColor(corner.x() + heading.width() // 2, corner.y() - 12)
        column = [whole.pixelColor(corner.x() + 20, corner.y() - n) for n in range(1, 7)]
        assert column[:4] == [ground] * 4
        assert column[4:] == [look.colour("accent")] * 2
        page.place.setFocus()
        button(page, "Open the page, Find A Helpline, opens in your browser").setFocus()
        assert not heading.hasFocus()
        assert heading.grab().toImage() == with_focus
        assert box.grab().toImage() != whole


def test_what_is_marked_by_keys_is_seen(open_page):
    heading = open_page("US").emergency.heading
    before = heading.grab().toImage()
    QTest.keyClick(heading, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert heading.selectedText() == "Call 911"
    assert heading.grab().toImage() != before


def test_resizing_changes_the_columns_and_loses_nothing(open_page, qapp):
    page = open_page("US", size=(920, 760))
    one, other = card(page, "us-988"), card(page, "us-crisis-text-line")
    qapp.processEvents()
    assert height_of(page, one) == height_of(page, other)
    page.resize(520, 760)
    qapp.processEvents()
    assert height_of(page, one) < height_of(page, other)
    assert one.isVisible()
    assert other.isVisible()


def test_what_was_prepared_unseen_is_what_is_shown(qtbot, look):
    page = CrisisPage(look, "GB", "GB-SCT", print, lambda: GLASGOW)
    qtbot.addWidget(page)
    size = QSize(920, 760)
    page.prepare(size)
    assert not page.isVisible()
    before = [(line.text(), line.mapTo(page.inside, QPoint(0, 0))) for line in page.findChildren(NumberLine)]
    with qtbot.waitExposed(page):
        page.show()
    assert page.size() == size
    assert before == [
        (line.text(), line.mapTo(page.inside, QPoint(0, 0))) for line in shown(page, NumberLine)
    ]
    assert len({place.y() for _, place in before}) > 2
