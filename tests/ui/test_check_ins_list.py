"""The timeline's list: read as far as one scrolls, painted as plain text, heard in full words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from supportnet_gui.core.model import CheckIn, Felt, Support, Way
from supportnet_gui.core.store import CheckInFilter
from supportnet_gui.ui import theme
from supportnet_gui.ui.check_ins.entry_painter import ENTRY, HEADING, first_lines
from supportnet_gui.ui.check_ins.timeline import AT_ONCE, FIRST, TimelineModel
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.tokens import DARK
from tests.ui.check_ins_kit import HOSTILE, ODD_NAMES, TODAY, Opened, a_network, click, log, people

LONG_AGO = 2 * AT_ONCE + FIRST + 7


@pytest.fixture
def many(store):
    """One check-in a day, as many as are read in four goes; their ids, newest first."""
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    [amira] = people(store, "Amira")
    return [log(store, amira, ago=ago, note=f"number {ago}") for ago in range(LONG_AGO)]


def ids(model):
    return [model.index(row, 0).data(ENTRY).check_in.id for row in range(model.rowCount())]


def test_rows_are_read_as_they_are_wanted(store, many):
    model = TimelineModel(store.check_ins.page)
    assert model.rowCount() == 0
    assert not model.canFetchMore()
    model.show(CheckInFilter(), TODAY)
    assert ids(model) == many[:FIRST]
    read = [model.rowCount()]
    while model.canFetchMore():
        model.fetchMore()
        read.append(model.rowCount())
    assert ids(model) == many
    assert read[:3] == [FIRST, FIRST + AT_ONCE, FIRST + 2 * AT_ONCE]


def test_no_heading_comes_twice(store, many):
    model = TimelineModel(store.check_ins.page)
    model.show(CheckInFilter(), TODAY)
    while model.canFetchMore():
        model.fetchMore()
    headings = [h for row in range(model.rowCount()) if (h := model.index(row, 0).data(HEADING))]
    assert len(headings) == len(set(headings))
    assert headings[:5] == ["Today", "Yesterday", "This week", "Last week", "Earlier this month"]


def test_the_model_keeps_qts_rules(qtmodeltester, store, many):
    empty = TimelineModel(store.check_ins.page)
    qtmodeltester.check(empty, force_py=True)
    model = TimelineModel(store.check_ins.page)
    model.show(CheckInFilter(), TODAY)
    # Qt's own tester reads on while it is told of a reset, and then complains of it: no reset after this.
    qtmodeltester.check(model)


def test_the_model_keeps_qts_rules_when_rows_go_and_come(qtmodeltester, store):
    a_network(store)
    model = TimelineModel(store.check_ins.page)
    model.show(CheckInFilter(), TODAY)
    qtmodeltester.check(model)
    store.check_ins.trash(ids(model)[0])
    model.show(CheckInFilter(), TODAY)
    model.show(CheckInFilter(trash=True), TODAY)
    model.show(CheckInFilter(text="nothing of the kind"), TODAY)
    model.show(CheckInFilter(), TODAY)


def test_it_says_whether_anything_changed(store, many):
    model = TimelineModel(store.check_ins.page)
    assert model.show(CheckInFilter(), TODAY)
    assert not model.show(CheckInFilter(), TODAY)
    assert not model.show(CheckInFilter(text="number"), TODAY)
    assert model.show(CheckInFilter(text="number 3"), TODAY)
    assert model.show(CheckInFilter(text="number 3"), TODAY + timedelta(days=1))
    assert model.show(CheckInFilter(), TODAY)


def test_scrolling_reads_on_and_a_refresh_stays_there(qtbot, look, store, clock, many):
    opened = Opened(qtbot, look, store, clock)
    bar = opened.list.verticalScrollBar()
    for _ in range(6):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
        QApplication.processEvents()
    assert len(opened.rows()) == LONG_AGO
    seen = opened.list.indexAt(QPoint(40, 40)).data(ENTRY).check_in.id
    last = store.check_ins.get(many[-1])
    store.check_ins.save(replace(last, note="another note"))
    QApplication.processEvents()
    assert opened.said(LONG_AGO - 1).endswith("another note")
    assert opened.list.indexAt(QPoint(40, 40)).data(ENTRY).check_in.id == seen


def test_a_new_search_begins_at_the_top(qtbot, look, store, clock, many):
    opened = Opened(qtbot, look, store, clock)
    bar = opened.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    opened.filters.search.setText("number 1")
    QApplication.processEvents()
    assert bar.value() == 0


# -- painting ------------------------------------------------------------------------------------------------


def rows_apart(opened):
    """Whether no row is painted over another, and each has its height."""
    places = [opened.list.visualRect(opened.list.model().index(row, 0)) for row in range(len(opened.rows()))]
    return all(a.bottom() < b.top() and a.height() > 30 for a, b in pairwise(places))


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("width", [420, 1200])
def test_rows_of_every_kind_are_painted_at_every_size(qtbot, qapp, store, clock, text_size, width):
    look = Look(DARK, text_size)
    theme.apply(qapp, look)
    who = people(store, *ODD_NAMES)
    for number, person in enumerate(who):
        log(store, person, who[0], ago=number, way=list(Way)[number % 7], note=HOSTILE * number)
    log(store, *who, support=tuple(Support), felt=Felt.SAME, answered=False, note="👩‍👩‍👧‍👦" * 300)
    opened = Opened(qtbot, look, store, clock, size=(width, 700))
    assert rows_apart(opened)
    image = opened.list.viewport().grab().toImage()
    place = opened.list.visualRect(opened.list.model().index(0, 0)).intersected(image.rect())
    colours = {
        image.pixelColor(x, y).name()
        for y in range(place.top(), place.bottom(), 3)
        for x in range(place.left(), place.right(), 3)
    }
    # Names, the moment, and the three kinds of support.
    assert {
        look.colour(token).name() for token in ("ink", "ink2", *(f"{one}_soft" for one in Support))
    } <= colours


def test_a_longer_note_takes_two_lines_and_no_more(qtbot, look, store, clock):
    [amira] = people(store, "Amira")
    for ago, note in enumerate(("", "short", "two " * 40, "much longer " * 500)):
        log(store, amira, ago=2 + ago, note=note)
    opened = Opened(qtbot, look, store, clock)
    model = opened.list.model()
    heights = [opened.list.visualRect(model.index(row, 0)).height() for row in range(4)]
    line = QFontMetrics(look.font(0.93)).lineSpacing()
    heading = heights[0] - opened.list.delegate._plan(model.index(0, 0), 500).height
    assert heading > 0
    assert heights[2] - heights[1] == line
    assert heights[3] == heights[2]


def test_a_row_that_was_edited_is_painted_anew(qtbot, look, store, clock):
    [amira] = people(store, "Amira")
    check_in_id = log(store, amira)
    opened = Opened(qtbot, look, store, clock)
    index = opened.list.model().index(0, 0)
    before = opened.list.visualRect(index).height()
    store.check_ins.save(replace(store.check_ins.get(check_in_id), way=Way.CALL, note="a note"))
    assert opened.list.visualRect(opened.list.model().index(0, 0)).height() > before
    store.undo()
    assert opened.list.visualRect(opened.list.model().index(0, 0)).height() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(min_size=1, max_size=200).map(lambda t: " ".join(t.split())).filter(bool),
    width=st.integers(40, 400),
)
def test_first_lines_are_the_beginning_of_the_text(look, text, width):
    font = look.font()
    lines = first_lines(text, font, width, 2)
    assert 1 <= len(lines) <= 2
    kept = "".join(lines)
    whole = kept if not kept.endswith("…") or text.endswith("…") else kept[:-1]
    assert text.replace(" ", "").startswith(whole.replace(" ", "").rstrip("…"))


def test_a_longer_text_ends_in_an_ellipsis(look):
    font = look.font()
    for text in ("word " * 50, "x" * 300, "👩‍👩‍👧‍👦 " * 60, "كلمة " * 60):
        first, second = first_lines(text.strip(), font, 200, 2)
        assert text.startswith(first)
        assert second.endswith("…")
        assert QFontMetrics(font).horizontalAdvance(second) <= 200


# -- access --------------------------------------------------------------------------------------------------


def test_a_screen_reader_hears_the_rows(qtbot, look, store, clock):
    a_network(store)
    opened = Opened(qtbot, look, store, clock)
    assert QAccessible.queryAccessibleInterface(opened.list).text(QAccessible.Text.Name) == "Check-ins"
    row = QAccessible.queryAccessibleInterface(opened.list).child(1)
    assert row.text(QAccessible.Text.Name) == "Yesterday, Mum, Sam, in person, felt the same, Dinner"


@pytest.mark.parametrize("text_size", [100, 115, 200])
def test_everything_has_a_name_and_is_large_enough(qtbot, qapp, store, clock, text_size):
    look = Look(text_size=text_size)
    theme.apply(qapp, look)
    a_network(store)
    opened = Opened(qtbot, look, store, clock)
    click(opened.filters.fold.button)
    checked = set()
    for choose in (False, True):
        if choose:
            opened.choose(0)
        for kind in (QAbstractButton, QLineEdit):
            for widget in opened.page.findChildren(kind):
                if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                    assert said, widget
                    assert widget.height() >= 32, (said, widget.height())
                    checked.add(said)
    assert {
        "Search notes and names",
        "Log a check-in",
        "Fewer choices",
        "Lighter",
        "Amira",
        "Edit",
    } <= checked


def test_many_names_are_said_shortly(qtbot, look, store, clock):
    who = people(store, *(f"Person {number}" for number in range(30)))
    store.check_ins.log(CheckIn(tuple(who), TODAY))
    opened = Opened(qtbot, look, store, clock)
    assert opened.said(0).endswith("Person 10, Person 11, and 18 others")
