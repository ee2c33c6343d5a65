"""One person's page: what it shows, how somebody is reached, and what stays away from it."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supportnet_gui.core.model import (
    Channel,
    CheckIn,
    Circle,
    DateKind,
    Kind,
    Offer,
    Protocol,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Support,
    Supporter,
    Unit,
    Way,
)
from supportnet_gui.ui.people import reach
from supportnet_gui.ui.people.reach import Way as WayCard
from supportnet_gui.ui.widgets.long_text import softened
from supportnet_gui.ui.widgets.qr import ShowOnPhone
from tests.ui.people_kit import Opened, answering, button, click, shown, words

CALL = Channel(Protocol.CALL, "087 123 4567", "mobile")
MAIL = Channel(Protocol.EMAIL, "amira@example.org", preferred=True)


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


def test_only_what_is_filled_in_is_shown(opened):
    opened.open(name="Amira")
    said = words(opened.page.panel).splitlines()
    assert said == ["Amira"]


def test_everything_that_is_filled_in_is_shown(opened):
    opened.open(
        name="Amira",
        pronouns="she/her",
        roles=("Friend", "neighbour"),
        kind=Kind.ANIMAL,
        circle=Circle.CLOSEST,
        note="Met at the allotment",
        helps="Long walks",
        helps_not="Advice",
        offered="To listen",
        available="Evenings",
        not_for="Money",
        not_in_crisis=True,
        easy_on_low_day=True,
        hard_moment=2,
        asked_on=date(2026, 3, 1),
        code_word="Bluebell",
        rhythm=Rhythm(RhythmMode.OWN, 2, Unit.WEEK, date(2026, 1, 1)),
        dates=(SpecialDate(DateKind.BIRTHDAY, None, 5, 4),),
        offers=(Offer(Support.EMOTIONAL, "after eight"),),
        status=Status.RESTING,
        resting_until=date(2026, 12, 3),
    )
    said = words(opened.page.panel).splitlines()
    for line in (
        "she/her",
        "Friend, neighbour",
        "Animal",
        "Closest",
        "Met at the allotment",
        "Long walks",
        "Advice",
        "To listen",
        "Evenings",
        "Money",
        "Not this person",
        "Easy to be with",
        "Chosen for a hard moment",
        "Second",
        "1 March 2026",
        "Bluebell",
        "4 May",
        "after eight",
        "Resting until 3 December 2026",
    ):
        assert line in said
    assert any(line.startswith("About every 2 week") for line in said)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (SpecialDate(DateKind.BIRTHDAY, 1984, 5, 4), "4 May 1984"),
        (SpecialDate(DateKind.BIRTHDAY, 1984, 5), "May 1984"),
        (SpecialDate(DateKind.BIRTHDAY, 1984), "1984"),
        (SpecialDate(DateKind.BIRTHDAY, None, 2, 29), "29 February"),
        (SpecialDate(DateKind.BIRTHDAY, 2023, 2, 29), "29 February 2023"),
        (SpecialDate(DateKind.BIRTHDAY, None, None, 4), "Day 4"),
    ],
)
def test_a_date_half_known_reads_as_far_as_it_is_known(opened, one, said):
    opened.open(dates=(one,))
    assert said in words(opened.page.panel).splitlines()


def test_a_tick_is_saved_at_once_can_be_undone_and_keeps_the_keyboard(opened, store):
    amira = opened.open(offers=(Offer(Support.RELATIONAL, "Sundays"),))
    box = opened.page.panel.ticks.boxes[Support.EMOTIONAL]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert store.people.get(amira.id).offers == (
        Offer(Support.EMOTIONAL),
        Offer(Support.RELATIONAL, "Sundays"),
    )
    assert box.hasFocus()
    store.undo()
    assert not box.isChecked()
    assert store.people.get(amira.id).support == (Support.RELATIONAL,)


def test_the_check_in_is_asked_for_this_person(opened):
    amira = opened.open()
    click(opened.page, "Log a check-in")
    assert opened.logged == [(amira.id,)]


def test_the_best_way_comes_first_and_a_call_from_here_comes_last(opened):
    opened.open(channels=(CALL, MAIL))
    ways = shown(opened.page.panel, WayCard)
    assert [way.value.text.text() for way in ways] == ["amira@example.org", "087 123 4567"]
    assert "best way" in words(ways[0])
    said = [one.text() for one in shown(ways[1], QAbstractButton)]
    assert said == ["Copy", "Show on phone", "Call from here"]


def test_copy_copies_what_was_typed_and_says_so(opened):
    opened.open(channels=(Channel(Protocol.OTHER, "ask at the desk, 2nd floor"),))
    copy = button(opened.page.panel, "Copy")
    copy.setFocus()
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "ask at the desk, 2nd floor"
    assert "Copied." in words(opened.page.panel)


def test_links_go_to_the_system(opened):
    web = Channel(Protocol.WEB, "https://example.org/a")
    opened.open(channels=(CALL, MAIL, web))
    click(opened.page.panel, "Call from here")
    click(opened.page.panel, "Write an email")
    click(opened.page.panel, "Open link")
    assert opened.links == ["tel:+353871234567", "mailto:amira@example.org", "https://example.org/a"]


def test_when_nothing_opens_it_says_what_to_do_instead(opened):
    opened.opens = False
    opened.open(channels=(MAIL,))
    click(opened.page.panel, "Write an email")
    assert "Nothing opened on this computer. You could copy it, or show it on your phone." in words(
        opened.page.panel
    )


@pytest.mark.parametrize(
    ("channel", "payload"),
    [
        (CALL, "tel:+353871234567"),
        (Channel(Protocol.TEXT, "087 123 4567"), "SMSTO:+353871234567:"),
        (MAIL, "mailto:amira@example.org"),
        (Channel(Protocol.WHATSAPP, "+44 7700 900123"), "tel:+447700900123"),
        (Channel(Protocol.WEB, "https://example.org"), "https://example.org"),
    ],
)
def test_a_phone_is_shown_a_code(opened, channel, payload):
    opened.open(channels=(channel,))
    seen: list[str] = []

    def look_at(dialog):
        seen.append(dialog.picture.payload)
        click(dialog, "Close")

    with answering((ShowOnPhone, look_at)):
        click(opened.page.panel, "Show on phone")
    assert seen == [payload]


def test_what_is_no_number_is_said_and_never_dialled(opened):
    opened.open(channels=(Channel(Protocol.CALL, "9" * 40),))
    click(opened.page.panel, "Call from here")
    click(opened.page.panel, "Show on phone")
    assert opened.links == []
    assert "could not be read as one number" in words(opened.page.panel)


@pytest.mark.parametrize(
    ("value", "link"),
    [
        ("https://example.org", "https://example.org"),
        ("  HTTP://example.org/x ", "HTTP://example.org/x"),
        ("example.org", None),
        ("ftp://example.org", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https://[", None),
        ("https://example.org/\u202egpj.exe", None),
        ("https://example.org/ a", None),
        ("https://example.org/" + "a" * 700, None),
    ],
)
def test_only_whole_web_links_open(value, link):
    assert reach.web_link(value) == link


@pytest.mark.parametrize(
    ("value", "link"),
    [
        ("amira@example.org", "mailto:amira@example.org"),
        ("a+b@example.org?bcc=x@y.z", "mailto:a%2Bb@example.org%3Fbcc%3Dx@y.z"),
        ("zoë@example.org", "mailto:zo%C3%AB@example.org"),
        ("amira", None),
        ("@example.org", None),
        ("a@b\nBcc: c@d", None),
        ("a b@c", None),
    ],
)
def test_a_mail_link_holds_an_address_and_nothing_else(value, link):
    assert reach.mail_link(value) == link


def test_what_is_too_long_for_a_code_is_not_offered_as_one(opened):
    opened.open(channels=(Channel(Protocol.EMAIL, "a" * 3000 + "@example.org"),))
    assert [one.text() for one in shown(opened.page.panel, QAbstractButton) if "phone" in one.text()] == []
    click(opened.page.panel, "Copy")
    assert len(QGuiApplication.clipboard().text()) == 3012


def test_lately_holds_five_and_names_nobody_whom_lists_leave_out(opened, store):
    amira = opened.open()
    ids = {name: store.people.add(Supporter(name=name)) for name in ("Sam", "Alex", "Nora", "Tilda")}
    store.people.set_status(ids["Alex"], Status.UNSAFE)
    store.people.set_status(ids["Nora"], Status.DIED)
    store.people.trash(ids["Tilda"])
    for day in range(1, 7):
        store.check_ins.log(CheckIn((amira.id,), date(2026, 9, day), way=Way.CALL))
    store.check_ins.log(CheckIn((amira.id, *ids.values()), date(2026, 11, 21), time(18, 0), note="Soup"))
    store.check_ins.log(CheckIn((amira.id,), date(2026, 11, 22), way=Way.MESSAGE, answered=False))
    said = words(opened.page.panel)
    assert "In touch, with Sam too\nSoup" in said
    assert "A message. No answer yet" in said
    assert "Yesterday" in said
    assert said.count("A call") == 3
    for name in ("Alex", "Nora", "Tilda"):
        assert name not in said


def test_who_died_stays_with_photo_and_words_and_is_asked_nothing(opened, store):
    nora = opened.open(name="Nora", offers=(Offer(Support.EMOTIONAL),), note="Her scones", channels=(CALL,))
    store.people.set_status(nora.id, Status.DIED, date(2024, 5, 4))
    assert opened.page.open_id == nora.id
    said = words(opened.page.panel)
    assert "Died 4 May 2024" in said
    assert "Her scones" in said
    assert "087" not in said
    assert not opened.page.panel.log.isVisible()
    assert not opened.page.panel.ticks.isVisible()
    click(opened.page.panel, "Ways to reach")
    assert "087 123 4567" in words(opened.page.panel)


@pytest.mark.parametrize("status", [Status.ENDED, Status.UNSAFE])
def test_which_reason_lies_behind_not_suggested_is_nowhere(opened, store, status):
    alex = opened.open(name="Alex")
    store.people.set_status(alex.id, status, date(2026, 1, 1))
    assert opened.page.open_id is None
    opened.page.open_person(alex.id)
    assert words(opened.page.panel).splitlines() == ["Alex", "Not suggested"]


def test_nothing_a_person_wrote_is_markup(opened):
    markup = "<b>bold</b><img src='file:///etc/passwd'>"
    opened.open(
        name=markup,
        pronouns=markup,
        roles=(markup,),
        note=markup,
        helps=markup,
        channels=(Channel(Protocol.OTHER, markup, markup),),
    )
    labels = shown(opened.page.panel, QLabel)
    holding = [label for label in labels if "img" in label.text().replace("\u200b", "")]
    assert len(holding) == 7
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in holding)
    assert all(one.toolTip() == "" for one in shown(opened.page.panel, QLabel))


@pytest.mark.parametrize("name", ["x" * 10_000, "é" * 10_000, "👩‍👩‍👧‍👦" * 2500, "ا" * 10_000])
def test_a_very_long_name_fits_and_can_be_read_whole(opened, name):
    opened.open(name=name, roles=(name,), note=name, channels=(Channel(Protocol.OTHER, name, name),))
    panel = opened.page.panel
    assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()
    said = panel.name.text.text()
    assert said.endswith("…")
    assert len(said) < 300
    panel.name.button.click()
    assert panel.name.text.text().replace("\u200b", "") == name
    panel.name.button.click()
    assert panel.name.text.text() == said


def test_breaks_never_part_a_letter_from_its_accent():
    text = "e\u0301\u0323" * 40
    soft = softened(text)
    assert soft.replace("\u200b", "") == text
    assert "\u200b\u0301" not in soft
    assert "\u200b\u0323" not in soft
    assert "\u200b" in soft
    family = "👩‍👩‍👧‍👦" * 10
    assert "\u200d\u200b" not in softened(family)
    assert "\u200b\u200d" not in softened(family)
    assert softened("Lebensgefährtin and more") == "Lebensgefährtin and more"


def test_a_note_is_copied_without_places_to_break(opened):
    opened.open(note="short words")
    label = next(one for one in shown(opened.page.panel, QLabel) if one.text() == "short words")
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_change_elsewhere_shows_and_keeps_the_keyboard_here(opened, store):
    amira = opened.open(channels=(CALL,))
    copy = button(opened.page.panel, "Copy")
    copy.setFocus()
    store.people.set_support(amira.id, {Support.EMOTIONAL})
    assert copy.hasFocus()
    assert opened.page.panel.ticks.ticked() == (Support.EMOTIONAL,)
    store.people.save(Supporter(name="Amira", id=amira.id, channels=(MAIL,)))
    assert "amira@example.org" in words(opened.page.panel)
    assert opened.page.panel.log.hasFocus()


def tab_stops(page):
    """The names of what Tab reaches, one after the other."""
    QApplication.processEvents()
    stops, widget = [], page.first_add
    while (widget := widget.nextInFocusChain()) is not page.first_add:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget.accessibleName() or widget.text())
    return stops


LEFT = ["Search names, roles and notes", "Filter", "Show: In use"]
FILTERS = ["Fewer choices", "Show: In use", "Listens", "Gives a hand", "Keeps company", "Circle", "Kind"]
PERSON = [
    "Log a check-in",
    "Edit",
    "More",
    "Listens",
    "Gives a hand",
    "Keeps company",
    "Copy: amira@example.org",
    "Write an email: amira@example.org",
    "Show on phone: amira@example.org",
    "Copy: 087 123 4567",
    "Show on phone: 087 123 4567",
    "Call from here: 087 123 4567",
    "Show all of it",
]


@pytest.fixture
def window(opened, qtbot):
    """The page in a window with something after it, as in the app; `size_page` gives the page its size."""

    class Window(QWidget):
        def size_page(self, width, height):
            self.resize(width, height + after.height())
            QApplication.processEvents()
            assert opened.page.height() == height

    made = Window()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    after = QPushButton("after")
    column.addWidget(opened.page)
    column.addWidget(after)
    qtbot.addWidget(made)
    made.show()
    return made


def test_tab_goes_through_the_page_as_it_is_read(opened, store, window):
    page = opened.page
    window.size_page(940, 760)
    amira = opened.open(channels=(CALL, MAIL), note="x" * 2000)
    header = ["Add a person", "Bring in an address book"]
    assert tab_stops(page) == [*header, *LEFT, "People", *PERSON, "after"]
    window.size_page(560, 760)
    assert tab_stops(page) == ["Back to the list", *PERSON, "after"]
    click(page, "Back to the list")
    assert sorted(tab_stops(page)) == sorted([*header, *LEFT, "People", "after"])
    assert tab_stops(page)[0] == "Add a person"
    window.size_page(560, 380)
    assert tab_stops(page)[:-1] == ["Add a person", *LEFT, "People"]
    click(page, "Filter")
    assert tab_stops(page)[:-1] == ["Add a person", LEFT[0], *FILTERS, "People"]
    window.size_page(940, 760)
    page.open_person(amira.id)
    store.people.save(Supporter(name="Amira", id=amira.id, channels=(MAIL,)))
    assert tab_stops(page)[:-1] == [
        *(*header, LEFT[0], *FILTERS, "People"),
        *PERSON[:9],
    ]


def test_every_button_has_a_name_and_room_for_a_finger(opened):
    opened.open(channels=(CALL, MAIL))
    for one in shown(opened.page, QPushButton) + shown(opened.page, QCheckBox):
        assert one.accessibleName() or one.text()
        assert one.height() >= 32, one.text()
    names = [one.accessibleName() for one in shown(opened.page.panel, QAbstractButton)]
    assert "Copy: 087 123 4567" in names


def test_in_the_smallest_window_with_the_largest_text_nothing_runs_past_the_edge(qtbot, qapp, store, clock):
    from supportnet_gui.ui import theme
    from supportnet_gui.ui.theme import Look

    look = Look(theme.tokens_for("light"), 200)
    theme.apply(qapp, look)
    opened = Opened(qtbot, look, store, clock)
    page, panel = opened.page, opened.page.panel
    page.resize(539, 480)
    mail = Channel(Protocol.EMAIL, "amira.okafor@example.org")
    opened.open(
        roles=("friend, from the choir",), circle=Circle.CLOSEST, channels=(CALL, mail), note="A note"
    )

    def reach(part):
        return part.mapTo(page, part.rect().topRight()).x()

    parts = [page.panel.widget(), *shown(panel, QLabel), *shown(panel, QAbstractButton)]
    assert max(map(reach, parts)) <= page.width() - 18
    click(page, "Back to the list")
    click(page, "Filter")
    parts = [
        page.title,
        page.add,
        *shown(page.filters, QAbstractButton),
        page.filters.narrowing.kind,
        page.list,
    ]
    assert max(map(reach, parts)) <= page.width() - 18
