"""The Resources page: its parts, search as one types, filters, the country, and the keyboard."""

from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportnet_gui.core.content.library import library
from supportnet_gui.core.resource_model import MarkState, Section, Tag
from supportnet_gui.ui.resources.filters import View
from supportnet_gui.ui.resources.list import EntryModel, EntryRow
from tests.never_words import found
from tests.ui.people_kit import button, click, words
from tests.ui.resources_kit import Opened


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


def test_the_model_keeps_qts_rules(qtmodeltester):
    model = EntryModel()
    qtmodeltester.check(model)
    rows = [EntryRow(str(n), "x" * 10_000 if n else "<b>Bold</b>", "below", "Saved") for n in range(5)]
    assert model.set_rows(rows)
    qtmodeltester.check(model)
    assert not model.set_rows(list(rows))
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "<b>Bold</b>. Saved. below"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_it_begins_with_the_parts(opened):
    offers = opened.page.front.offers
    assert list(offers) == list(Section)
    assert all(offer.isVisible() for offer in offers.values())
    assert not opened.page.list.isVisible()
    click_on = offers[Section.GROUPS]
    QTest.mouseClick(click_on, Qt.MouseButton.LeftButton)
    assert set(opened.ids) == {one.id for one in library().of(Section.GROUPS) if not one.countries - {"GB"}}
    assert "Groups" in words(opened.page)
    click(opened.page, "All parts")
    assert offers[Section.GROUPS].hasFocus()
    assert not opened.page.list.isVisible()


def test_search_is_ranked_and_says_what_it_found(opened):
    opened.type("walk")
    assert opened.ids[0] == "a-walk"
    opened.type("xyzzy")
    assert opened.ids == []
    assert "Nothing here has “xyzzy” in it." in words(opened.page)
    click(opened.page, "Clear search")
    assert opened.page.front.isVisible()
    assert opened.page.filters.search.hasFocus()


def test_search_looks_everywhere_from_inside_a_part(opened):
    opened.page.filters.show_all(Section.THERAPY)
    opened.type("walk")
    assert {opened.entry(one).section for one in opened.ids} - {Section.THERAPY}


def test_accents_and_case_do_not_matter(opened):
    opened.type("samaritans")
    found = opened.ids
    opened.type("SÁMARITANS")
    assert found
    assert opened.ids == found


@pytest.mark.parametrize("text", ['"', "*", "' OR 1=1", "a" * 5000, "<b>", "مرحبا"])
def test_anything_can_be_typed(opened, text):
    opened.page.filters.search.setText(text)
    QApplication.processEvents()
    assert opened.page.isVisible()


def test_a_key_costs_little(opened):
    """On an idle machine a key takes under a millisecond; the limit leaves room for a busy one."""
    opened.page.shelf.warm()
    took = []
    for _ in range(5):
        opened.page.filters.search.clear()
        for letter in "group walk":
            began = perf_counter()
            QTest.keyClicks(opened.page.filters.search, letter)
            took.append(perf_counter() - began)
    assert median(took) < 0.02


def test_only_the_country_chosen_is_listed_and_others_on_request(opened):
    opened.page.filters.show_all(Section.TALK)
    assert opened.countries == {"GB"}
    opened.page.filters.fold.button.click()
    place = opened.page.filters.narrowing.place
    place.setCurrentIndex(place.findText("Ireland"))
    assert opened.countries == {"IE"}
    opened.page.filters.fold.button.click()
    assert opened.page.filters.fold.button.text() == "Filter: Ireland"
    place.setCurrentIndex(place.findText("Any country"))
    assert len(opened.countries) > 5


def test_every_row_of_a_country_names_it(opened):
    opened.page.filters.fold.button.click()
    place = opened.page.filters.narrowing.place
    place.setCurrentIndex(place.findText("Any country"))
    for row in opened.page.list.entries.rows:
        if opened.entry(row.id).countries:
            assert row.below.split(" · ")[0]


def test_without_a_country_nothing_is_guessed_and_one_may_choose(qtbot, look, store, clock):
    opened = Opened(qtbot, look, store, clock, None)
    opened.page.filters.show_all(Section.TALK)
    assert not opened.countries
    click(opened.page, "Choose a country")
    assert button(opened.page, "Australia").hasFocus()
    click(opened.page, "Ireland")
    assert opened.place == ("IE", None)
    assert not opened.page.ask.isVisible()
    assert opened.countries == {"IE"}


def test_a_country_of_nations_asks_for_one(qtbot, look, store, clock):
    opened = Opened(qtbot, look, store, clock, None)
    click(opened.page, "Choose a country")
    click(opened.page, "United Kingdom")
    click(opened.page, "Scotland")
    assert opened.place == ("GB", "GB-SCT")
    opened.page.filters.show_all(Section.TALK)
    regions = {r for id_ in opened.ids for r in opened.entry(id_).regions}
    assert regions == {"GB-SCT"}


def test_tags_narrow_together(opened):
    filters = opened.page.filters
    filters.fold.button.click()
    for tag in (Tag.FREE, Tag.NO_SPEAKING):
        click(opened.page, filters.narrowing.chips[tag].text())
    assert opened.ids
    assert all({Tag.FREE, Tag.NO_SPEAKING} <= opened.entry(id_).tags for id_ in opened.ids)
    filters.fold.button.click()
    assert filters.fold.button.text() == "Filter: Free, No speaking needed"
    assert button(opened.page, "All parts").isVisible()
    click(opened.page, "All parts")
    assert opened.page.front.isVisible()
    assert not filters.tags


def test_what_is_not_for_me_comes_last_and_views_show_marks(opened, store):
    opened.page.filters.show_all(Section.GROUPS)
    first, second = opened.ids[:2]
    store.resources.set_state(first, MarkState.NOT_FOR_ME)
    store.resources.set_state(second, MarkState.SAVED)
    assert opened.ids[-1] == first
    assert opened.page.list.entries.rows[-1].faint
    opened.page.filters.view_actions[View.SAVED].trigger()
    assert opened.ids == [second]
    opened.page.filters.view_actions[View.TRIED].trigger()
    assert opened.ids == []
    assert "What you mark this way is listed here." in words(opened.page)


def test_the_keyboard_goes_from_search_to_an_entry_and_back(opened):
    opened.type("walk")
    opened.press(Qt.Key.Key_Down)
    assert opened.page.list.hasFocus()
    assert opened.page.open_entry_id == opened.ids[0]
    opened.press(Qt.Key.Key_Down)
    assert opened.page.open_entry_id == opened.ids[1]
    opened.press(Qt.Key.Key_Return)
    assert opened.panel.isAncestorOf(QApplication.focusWidget())
    opened.press(Qt.Key.Key_Escape)
    assert opened.page.list.hasFocus()
    opened.press(Qt.Key.Key_Escape)
    assert opened.page.open_entry_id is None
    opened.press(Qt.Key.Key_Escape)
    assert opened.page.front.isVisible()


def test_tab_reaches_everything_as_it_is_read(opened):
    opened.page.open_entry("support-group")
    opened.page.add.setFocus()
    seen = []
    for _ in range(40):
        opened.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused in seen:
            break
        seen.append(focused)
    wanted = [
        opened.page.filters.search,
        opened.page.filters.all_parts,
        opened.page.list,
        opened.panel.plan,
        opened.panel.copy,
        opened.panel.map,
        *opened.panel.marking.chips.values(),
        opened.panel.marking.note,
    ]
    assert [one for one in seen if one in wanted] == wanted


def test_in_a_narrow_window_list_and_entry_take_turns(opened):
    opened.page.resize(560, 700)
    opened.page.filters.show_all(Section.GROUPS)
    row = opened.page.list.visualRect(opened.page.list.entries.index(1)).center()
    QTest.mouseClick(opened.page.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert opened.panel.isVisible()
    assert not opened.page.list.isVisible()
    assert opened.panel.back_button.hasFocus()
    opened.press(Qt.Key.Key_Space)
    assert opened.page.list.hasFocus()


def test_nothing_to_begin_with_needs_anybody(opened):
    opened.page.show_beginnings()
    assert set(opened.ids) == {one.id for one in library().beginnings}
    assert all(opened.entry(id_).begin for id_ in opened.ids)
    assert "Small beginnings" in words(opened.page)


def test_no_word_here_scolds(opened):
    opened.page.open_entry("support-group")
    assert found(words(opened.page)) == []
