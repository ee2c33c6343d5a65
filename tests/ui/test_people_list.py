"""The list of people: who is in it, how it is searched and narrowed, and how the keyboard moves in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportnet_gui.core.model import Circle, Kind, Offer, Status, Support, Supporter
from supportnet_gui.core.store import PeopleFilter, View
from supportnet_gui.ui import theme
from supportnet_gui.ui.people.list import PeopleModel, in_words, second_line
from supportnet_gui.ui.theme import Look
from tests.ui.people_kit import Opened, answering, click, image, words

LISTENS, HELPS, COMPANY = (Offer(support) for support in Support)
ODD_NAMES = [
    "x" * 10_000,
    "<b>Bold</b><img src=x>",
    "مريم الخطيب",
    "👩‍👩‍👧‍👦" * 200,
    "e\u0301\u0323" * 300,
    "Tom & Jerry",
    "Sam",
    "Sam",
]


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


def add(store, *people):
    return [store.people.add(one) for one in people]


def test_the_model_keeps_qts_rules(qtmodeltester, store):
    add(store, *(Supporter(name=name, offers=(LISTENS,)) for name in ODD_NAMES))
    model = PeopleModel()
    qtmodeltester.check(model)
    assert model.set_rows(store.people.rows())
    qtmodeltester.check(model)
    assert not model.set_rows(store.people.rows())


def test_a_row_in_words(store):
    add(
        store,
        Supporter(name="Amira", roles=("Friend",), offers=(LISTENS, COMPANY)),
        Supporter(name="Book club", kind=Kind.GROUP, status=Status.RESTING),
        Supporter(name="Nora", roles=("Gran",), status=Status.DIED, offers=(LISTENS,)),
        Supporter(name="Omar", roles=("Friend",), status=Status.DRIFTED),
    )
    rows = store.people.rows()
    assert [in_words(row) for row in rows] == [
        "Amira, Friend, Person, Listens, Keeps company",
        "Book club, Group",
        "Nora, Gran, Person",
        "Omar, Friend, Person",
    ]
    assert [second_line(row) for row in rows] == ["Friend", "", "Gran", "Friend"]


def test_a_screen_reader_hears_the_words_and_no_tool_tip_holds_a_name(opened, store):
    add(store, Supporter(name="<b>Amira</b>", offers=(LISTENS,)))
    index = opened.page.list.people.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "<b>Amira</b>, Person, Listens"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Listens"
    assert opened.page.list.accessibleName() == "People"


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_odd_names_are_painted_in_every_look(qtbot, qapp, store, clock, theme_name, size):
    add(store, *(Supporter(name=name, roles=(name,), offers=(LISTENS, HELPS, COMPANY)) for name in ODD_NAMES))
    look = Look(theme.tokens_for(theme_name), size)
    theme.apply(qapp, look)
    page = Opened(qtbot, look, store, clock).page
    plain = page.list.viewport().grab().toImage()
    page.list.setCurrentIndex(page.list.people.index(1))
    marked = page.list.viewport().grab().toImage()
    assert marked != plain
    assert marked.pixelColor(marked.width() // 2, 4) != look.colour("crisis")


def test_search_finds_names_roles_and_notes_as_one_types(opened, store):
    add(
        store,
        Supporter(name="Amira", note="Walks by the river"),
        Supporter(name="Zoë", roles=("Neighbour",)),
        Supporter(name="Sam"),
    )
    field = opened.page.filters.search
    opened.page.focus_search()
    assert field.hasFocus()
    QTest.keyClicks(field, "zoe")
    assert opened.names == ["Zoë"]
    field.selectAll()
    QTest.keyClicks(field, "neigh")
    assert opened.names == ["Zoë"]
    field.selectAll()
    QTest.keyClicks(field, "river")
    assert opened.names == ["Amira"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert opened.names == ["Amira", "Sam", "Zoë"]


def test_nothing_found_says_so_and_goes_back_by_one_click(opened, store):
    add(store, Supporter(name="Amira"))
    QTest.keyClicks(opened.page.filters.search, "xyz")
    assert opened.names == []
    assert not opened.page.list.isVisible()
    assert "No name, role or note here has “xyz” in it." in words(opened.page)
    click(opened.page, "Clear search")
    assert opened.names == ["Amira"]
    assert opened.page.filters.search.hasFocus()


def test_nothing_found_with_filters_says_that_they_are_on(opened, store):
    add(store, Supporter(name="Amira"))
    click(opened.page, "Filter")
    click(opened.page, "Listens")
    assert "With these filters, nobody is shown." in words(opened.page)
    opened.page.filters.search.setText(" xyz ")
    assert "With these filters, no name, role or note here has “xyz” in it." in words(opened.page)
    click(opened.page, "Clear filters")
    assert opened.names == ["Amira"]


def test_an_endless_search_leaves_the_page_as_wide_as_it_was(opened, store):
    add(store, Supporter(name="Amira"))
    opened.page.filters.search.setText("x" * 10_000)
    assert opened.page.empty_text.minimumSizeHint().width() < opened.page.list.window().width() // 2


def test_one_kind_of_support_at_a_time(opened, store):
    add(
        store,
        Supporter(name="Amira", offers=(LISTENS, COMPANY)),
        Supporter(name="Jo", offers=(HELPS,)),
        Supporter(name="Nora", offers=(LISTENS,), status=Status.DIED),
        Supporter(name="Sam"),
    )
    assert opened.names == ["Amira", "Jo", "Nora", "Sam"]
    click(opened.page, "Filter")
    click(opened.page, "Listens")
    assert opened.names == ["Amira"]
    click(opened.page, "Gives a hand")
    assert opened.names == ["Jo"]
    assert not opened.page.filters.narrowing.chips[Support.EMOTIONAL].isChecked()
    click(opened.page, "Gives a hand")
    assert opened.names == ["Amira", "Jo", "Nora", "Sam"]


def test_what_is_folded_away_goes_on_and_is_said_in_words(opened, store):
    add(
        store,
        Supporter(name="Amira", circle=Circle.CLOSEST),
        Supporter(name="Book club", kind=Kind.GROUP),
    )
    filters = opened.page.filters
    click(opened.page, "Filter")
    filters.narrowing.circle.choose(Circle.CLOSEST)
    assert opened.names == ["Amira"]
    filters.narrowing.circle.choose(None)
    filters.narrowing.kind.choose(Kind.GROUP)
    assert opened.names == ["Book club"]
    assert filters.fold.button.text() == "Fewer choices"
    click(opened.page, "Fewer choices")
    assert opened.names == ["Book club"]
    assert not filters.narrowing.kind.isVisible()
    click(opened.page, "Filter: Group")
    filters.narrowing.kind.choose(None)
    filters.narrowing.circle.choose(Circle.CLOSEST)
    click(opened.page, "Listens")
    click(opened.page, "Fewer choices")
    assert filters.fold.button.text() == "Filter: Listens, Closest"
    click(opened.page, "Clear filters")
    assert filters.fold.button.text() == "Filter"
    assert opened.names == ["Amira", "Book club"]


def test_many_filters_on_the_button_are_cut_in_a_small_window_and_heard_whole(opened, store):
    add(store, Supporter(name="Amira"))
    filters = opened.page.filters
    filters.narrowing.chips[Support.RELATIONAL].click()
    filters.narrowing.circle.choose(Circle.COULD_GROW)
    filters.narrowing.kind.choose(Kind.PROFESSIONAL)
    whole = filters.fold.button.text()
    assert "…" not in whole
    opened.page.resize(300, 700)
    assert filters.fold.button.text().endswith("…")
    assert filters.fold.button.accessibleName() == whole
    assert filters.fold.button.width() >= filters.fold.button.sizeHint().width()


def test_each_list_holds_its_own_and_only_the_first_is_shown_unasked(opened, store):
    ids = add(store, *(Supporter(name=name) for name in ("Amira", "Ben", "Cara", "Dan", "Eli", "Nora")))
    store.people.set_status(ids[1], Status.ENDED)
    store.people.set_status(ids[2], Status.UNSAFE)
    store.people.set_archived(ids[3], True)
    store.people.trash(ids[4])
    store.people.set_status(ids[5], Status.DIED)
    assert opened.names == ["Amira", "Nora"]
    expected = {
        View.NOT_SUGGESTED: ["Ben", "Cara"],
        View.ARCHIVED: ["Dan"],
        View.TRASH: ["Eli"],
        View.IN_LISTS: ["Amira", "Nora"],
    }
    for view, names in expected.items():
        opened.choose(view)
        assert opened.names == names
    assert opened.page.filters.show_button.text() == "Show: In use"


def test_an_empty_list_says_where_to_go(opened, store):
    (amira,) = add(store, Supporter(name="Amira"))
    opened.choose(View.ARCHIVED)
    assert "Nobody is here." in words(opened.page)
    click(opened.page, "Back to People")
    assert opened.names == ["Amira"]
    store.people.set_archived(amira, True)
    assert "Nobody is in this list." in words(opened.page)


def test_with_nobody_at_all_there_are_two_ways_to_begin(opened, store):
    assert "Nobody is written down here yet" in words(opened.page)
    assert not opened.page.filters.isVisible()
    click(opened.page, "Bring in an address book")
    assert opened.brought_in == [True]
    add(store, Supporter(name="Amira"))
    assert not opened.page.welcome.isVisible()
    assert opened.names == ["Amira"]


def test_the_arrow_keys_show_one_after_the_other(opened, store):
    add(store, *(Supporter(name=name) for name in ("Amira", "Ben", "Cara")))
    QTest.keyClick(opened.page.filters.search, Qt.Key.Key_Down)
    assert opened.page.list.hasFocus()
    assert opened.page.panel.shown.person.name == "Amira"
    QTest.keyClick(opened.page.list, Qt.Key.Key_Down)
    assert opened.page.panel.shown.person.name == "Ben"
    assert opened.page.list.hasFocus()
    QTest.keyClick(opened.page.list, Qt.Key.Key_Return)
    assert opened.page.panel.log.hasFocus()
    QTest.keyClick(opened.page.panel.log, Qt.Key.Key_Escape)
    assert opened.page.list.hasFocus()
    assert opened.page.panel.isVisible()


def test_the_list_has_all_the_room_until_somebody_is_opened_and_again_after(opened, store):
    add(store, *(Supporter(name=f"Person {number:02}") for number in range(40)))
    page = opened.page
    page.resize(1000, 700)
    people, alone = page.list, page.list.width()
    assert alone > 850
    assert not page.panel.isVisible()
    last = people.indexAt(people.viewport().rect().bottomLeft() - QPoint(-40, 60)).row()
    opened.press_row(last)
    QApplication.processEvents()
    assert page.panel.isVisible()
    assert people.width() < alone // 2
    assert people.hasFocus()
    assert page.open_id == people.chosen_id() == people.people.rows[last].id
    assert people.viewport().rect().contains(people.visualRect(people.currentIndex()))
    QTest.keyClick(people, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert page.open_id is None
    assert people.width() == alone
    assert people.hasFocus()
    QTest.keyClick(people, Qt.Key.Key_Return)
    assert page.open_id == people.people.rows[last].id
    assert page.panel.log.hasFocus()


@pytest.mark.parametrize("width", [560, 1000])
def test_a_double_click_on_a_name_presses_nothing_that_comes_to_stand_there(opened, store, qtbot, width):
    add(store, Supporter(name="Amira"))
    page = opened.page
    page.resize(width, 700)
    opened.press_row(0)
    assert page.panel.isVisible()
    QApplication.processEvents()
    button = page.panel.log
    there = button.mapTo(page, button.rect().center())
    assert page.childAt(there) is not button
    qtbot.waitUntil(lambda: page.childAt(there) is button)


def test_enter_in_the_search_opens_the_first_that_was_found(opened, store):
    add(store, Supporter(name="Amira"), Supporter(name="Ben"))
    QTest.keyClicks(opened.page.filters.search, "be")
    QTest.keyClick(opened.page.filters.search, Qt.Key.Key_Return)
    assert opened.page.panel.shown.person.name == "Ben"
    assert opened.page.panel.log.hasFocus()


def test_delete_takes_one_person_away_and_never_the_next_as_well(opened, store):
    add(store, *(Supporter(name=name) for name in ("Amira", "Ben", "Cara")))
    opened.page.list.setFocus()
    opened.press_row(1)
    assert opened.page.open_id is not None
    assert opened.page.list.hasFocus()
    QTest.keyClick(opened.page.list, Qt.Key.Key_Delete)
    QTest.keyClick(opened.page.list, Qt.Key.Key_Delete)
    assert opened.names == ["Amira", "Cara"]
    assert opened.page.open_id is None
    assert opened.page.list.hasFocus()
    QTest.keyClick(opened.page.list, Qt.Key.Key_Down)
    assert opened.page.panel.shown.person.name == "Cara"
    store.undo()
    assert opened.names == ["Amira", "Ben", "Cara"]


def test_two_people_of_one_name_stay_two(opened, store):
    first, second = add(store, Supporter(name="Sam", note="one"), Supporter(name="Sam", note="two"))
    opened.page.open_person(second)
    assert opened.page.list.chosen_id() == second
    assert "two" in words(opened.page.panel)
    store.people.trash(first)
    assert opened.page.open_id == second
    assert opened.names == ["Sam"]


def test_a_change_keeps_who_is_marked_and_where_one_reads(opened, store):
    ids = add(store, *(Supporter(name=f"Person {number:04}") for number in range(200)))
    opened.page.open_person(ids[150])
    place = opened.page.list.verticalScrollBar().value()
    assert place > 0
    store.people.add(Supporter(name="Aaron"))
    assert opened.page.list.chosen_id() == ids[150]
    assert opened.page.list.verticalScrollBar().value() == place
    assert opened.page.open_id == ids[150]


def test_someone_opened_from_elsewhere_is_shown_in_their_list(opened, store):
    ids = add(store, Supporter(name="Amira"), Supporter(name="Ben"))
    store.people.trash(ids[1])
    opened.page.filters.search.setText("zzz")
    opened.page.open_person(ids[0])
    assert opened.names == ["Amira"]
    assert opened.page.list.chosen_id() == ids[0]
    opened.page.open_person(ids[1])
    assert opened.page.filters.view is View.TRASH
    assert opened.page.list.chosen_id() == ids[1]
    opened.page.open_person("nobody")
    assert opened.page.open_id == ids[1]


def test_in_a_narrow_window_list_and_person_take_turns(opened, store):
    add(store, Supporter(name="Amira"), Supporter(name="Ben"))
    page = opened.page
    page.resize(560, 700)
    assert page.narrow
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.isVisible()
    assert not page.panel.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    click(page, "Back to the list")
    assert page.list.hasFocus()
    opened.press_row(0)
    assert page.panel.isVisible()
    assert page.panel.back_button.hasFocus()
    QTest.keyClick(page.panel.log, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    page.open_person(page.list.people.rows[1].id)
    page.focus_search()
    assert page.filters.search.hasFocus()
    page.resize(1000, 700)
    assert not page.narrow
    assert page.title.isVisible()


@pytest.mark.parametrize("size", [(560, 380), (560, 760), (1000, 760)])
def test_the_page_says_what_it_is_with_nobody_on_it(opened, size):
    opened.page.resize(*size)
    QApplication.processEvents()
    assert opened.page.title.isVisible()
    assert opened.page.title.mapTo(opened.page, QPoint()).y() < 40


def test_photos_come_after_the_rows_and_change_with_them(opened, store, qtbot):
    (amira,) = add(store, Supporter(name="Amira"))
    store.people.set_photo(amira, image(colour="#FF0000"))
    page = opened.page
    qtbot.waitUntil(lambda: page.photos.get(amira) is not None)
    assert page.photos.get(amira).toImage().pixelColor(5, 5).red() > 200
    page.list.viewport().grab()
    store.people.set_photo(amira, image(colour="#0000FF"))
    page.list.viewport().grab()
    qtbot.waitUntil(lambda: page.photos.get(amira).toImage().pixelColor(5, 5).blue() > 200)
    store.people.set_photo(amira, None)
    assert page.photos.now(amira) is None


def test_delete_in_the_trash_asks_first(opened, store):
    from supportnet_gui.ui.widgets.messages import Question

    (amira,) = add(store, Supporter(name="Amira"))
    store.people.trash(amira)
    opened.choose(View.TRASH)
    QTest.keyClick(opened.page.filters.search, Qt.Key.Key_Down)
    with answering((Question, lambda dialog: click(dialog, "Keep"))):
        QTest.keyClick(opened.page.list, Qt.Key.Key_Delete)
    assert store.people.get(amira) is not None


def test_asking_for_ids_finds_whom_asking_for_rows_finds(store):
    ids = add(
        store,
        Supporter(name="Amira", circle=Circle.CLOSEST, offers=(LISTENS,)),
        Supporter(name="Book club", kind=Kind.GROUP, roles=("amiable",), note="+ tea"),
        Supporter(name="Cara", status=Status.ENDED),
    )
    filters = [
        PeopleFilter(),
        PeopleFilter("ami"),
        PeopleFilter("+"),
        PeopleFilter(support=Support.EMOTIONAL),
        PeopleFilter(circle=Circle.CLOSEST),
        PeopleFilter(kind=Kind.GROUP),
        PeopleFilter(view=View.NOT_SUGGESTED),
    ]
    found = [store.people.ids(wanted) for wanted in filters]
    assert found == [{row.id for row in store.people.rows(wanted)} for wanted in filters]
    assert found[1] == set(ids[:2])
