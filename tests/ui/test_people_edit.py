"""The dialogs: writing somebody down, changing what is written, and how nothing typed is lost by accident."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportnet_gui.core.model import (
    Channel,
    Circle,
    DateKind,
    Kind,
    Meeting,
    Offer,
    Protocol,
    Repeats,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Support,
    Supporter,
    Unit,
)
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui.people.add import AddDialog
from supportnet_gui.ui.people.edit import EditDialog, RoleCompleter
from supportnet_gui.ui.widgets.fields import line
from supportnet_gui.ui.widgets.messages import Notice, Question
from tests.ui.people_kit import EditKept, Opened, answering, button, click, reading, words

TODAY = date(2026, 11, 22)
FULL = Supporter(
    name="Amira",
    kind=Kind.PROFESSIONAL,
    circle=Circle.CLOSE,
    pronouns="she/her",
    helps="Walks",
    helps_not="Advice",
    offered="To listen",
    available="Evenings",
    not_for="Money",
    not_in_crisis=True,
    easy_on_low_day=True,
    hard_moment=12,
    asked_on=date(2026, 3, 1),
    code_word="Bluebell",
    rhythm=Rhythm(RhythmMode.OWN, 45, Unit.DAY, date(2026, 1, 1)),
    note="A note\nof two lines",
    roles=("Friend, old", "neighbour"),
    offers=(Offer(Support.EMOTIONAL, "after eight"), Offer(Support.RELATIONAL)),
    channels=(
        Channel(Protocol.CALL, "087 123 4567", "mobile", True),
        Channel(Protocol.ADDRESS, "12 Main Street\nDublin"),
        Channel(Protocol.OTHER, "first line\nsecond line", "desk", True),
    ),
    dates=(SpecialDate(DateKind.BIRTHDAY, None, 5, 4), SpecialDate(DateKind.OTHER, 1984)),
    meetings=(
        Meeting(Repeats.WEEKLY, weekday=4, at=time(18, 30), zone="Asia/Tokyo", place="Library", note="kept"),
        Meeting(Repeats.ONCE, date(1815, 6, 18)),
    ),
)


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


@pytest.fixture
def dialog(qtbot, look):
    """Makes the edit dialog of somebody."""

    def make(person=FULL, save=None):
        return EditKept(qtbot, look, person, save)

    return make


# -- writing somebody down -----------------------------------------------------------------------------------


def test_a_first_name_is_enough_by_keys(opened, store):
    def type_a_name(dialog):
        assert dialog.name_field.hasFocus()
        QTest.keyClicks(dialog.name_field, "Amira")
        QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)

    with answering((AddDialog, type_a_name)):
        QTest.keyClick(button(opened.page, "Add a first name"), Qt.Key.Key_Space)
    assert opened.names == ["Amira"]
    assert opened.page.panel.shown.person.name == "Amira"
    assert opened.page.focusWidget() is opened.page.list
    assert opened.page.list.chosen_id() == opened.page.open_id
    store.undo()
    assert opened.names == []
    assert opened.page.open_id is None


def test_a_name_and_ticks_by_clicks(opened, store):
    store.people.add(Supporter(name="Zoe"))
    opened.page.filters.search.setText("zoe")

    def fill(dialog):
        dialog.name_field.setText("Amira")
        QTest.mouseClick(dialog.ticks.boxes[Support.PRACTICAL], Qt.MouseButton.LeftButton)
        click(dialog, "Add")

    with answering((AddDialog, fill)):
        click(opened.page, "Add a person")
    assert opened.page.panel.shown.person.support == (Support.PRACTICAL,)
    assert opened.names == ["Amira", "Zoe"]


@pytest.mark.parametrize("name", ["", "   ", "\u2028\n\t"])
def test_no_name_gets_a_sentence_beside_the_field(opened, store, name):
    def try_it(dialog):
        dialog.name_field.setText(name)
        click(dialog, "Add")
        assert dialog.isVisible()
        assert "A name is all that is needed" in words(dialog)
        assert dialog.name_field.hasFocus()
        click(dialog, "Not now")

    with answering((AddDialog, try_it)):
        opened.page.add_person()
    assert store.people.count() == 0


def test_when_it_cannot_be_kept_what_was_typed_stays(opened, store):
    def fill(dialog):
        dialog.name_field.setText("Amira")
        click(dialog, "Add")

    def still_there(dialog):
        assert dialog.name_field.text() == "Amira"
        click(dialog, "Not now")

    store.vault.places.database.rename(store.vault.places.root / "elsewhere.db")
    with answering(
        (AddDialog, fill), (Notice, lambda notice: click(notice, "Close")), (AddDialog, still_there)
    ):
        opened.page.add_person()
    (store.vault.places.root / "elsewhere.db").rename(store.vault.places.database)
    assert store.people.count() == 0


# -- changing what is written --------------------------------------------------------------------------------


def test_saving_without_a_change_changes_nothing(dialog):
    made = dialog()
    assert made.changes() == {}
    made.accept()
    assert made.result() == EditDialog.DialogCode.Accepted
    assert made.saved == []


def test_a_name_stands_in_the_dialog_and_not_in_the_title_of_its_window(dialog):
    made = dialog(Supporter(name="Amira " + "x" * 10_000))
    assert made.heading.text().startswith("Edit Amira x")
    assert made.heading.minimumSizeHint().width() < made.width() // 2
    assert made.windowTitle() == "Edit"


def test_a_date_stands_on_one_line_with_its_year(dialog):
    made = dialog()
    made.more.set_open(True)
    QApplication.processEvents()
    row = made.rest.dates.rows[0]
    assert row.kind.y() == row.year.y()


def test_leaving_without_a_change_asks_nothing(dialog):
    made = dialog()
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


@pytest.mark.parametrize("by", ["escape", "button", "window"])
def test_leaving_with_a_change_asks_softly(dialog, by):
    made = dialog()
    made.note.setPlainText("Something new")
    leave = {
        "escape": lambda: QTest.keyClick(made, Qt.Key.Key_Escape),
        "button": lambda: click(made, "Cancel"),
        "window": made.close,
    }[by]
    with answering((Question, lambda question: click(question, "Keep editing"))):
        leave()
    assert made.isVisible()
    assert made.note.toPlainText() == "Something new"
    with answering((Question, lambda question: click(question, "Leave without saving"))):
        leave()
    assert not made.isVisible()
    assert made.saved == []


def test_every_field_is_saved(dialog):
    made = dialog(Supporter(name="A", id="1"))
    made.name_field.setText("Amira")
    made.roles_field.setText("Friend, , neighbour ,")
    made.ticks.boxes[Support.EMOTIONAL].click()
    made.note.setPlainText("A note")
    click(made, "Add a way")
    row = made.ways.rows[0]
    assert row.protocol.hasFocus()
    row.protocol.choose(Protocol.EMAIL)
    row.value.setText(" amira@example.org ")
    row.label.setText("home")
    row.best.click()
    click(made, "More")
    rest = made.rest
    rest.kind.choose(Kind.GROUP)
    rest.circle.choose(Circle.CLOSEST)
    rest.pronouns.setText("they")
    for field in (rest.helps, rest.helps_not, rest.offered, rest.available, rest.not_for):
        field.setPlainText(field.accessibleName())
    rest.not_in_crisis.click()
    rest.easy.click()
    rest.hard_moment.choose(2)
    rest.asked.known.click()
    rest.code_word.setText("Bluebell")
    rest.rhythm.mode.choose(RhythmMode.OWN)
    rest.rhythm.every.choose(3)
    rest.notes[Support.EMOTIONAL].setText("after eight")
    click(made, "Add a meeting")
    rest.meetings.rows[0].weekday.choose(4)
    click(made, "Add a date")
    rest.dates.rows[0].month.choose(5)
    rest.dates.rows[0].year.setText("1984")
    click(made, "Save")
    assert made.saved == [
        {
            "name": "Amira",
            "roles": ("Friend", "neighbour"),
            "channels": (Channel(Protocol.EMAIL, "amira@example.org", "home", True),),
            "note": "A note",
            "kind": Kind.GROUP,
            "circle": Circle.CLOSEST,
            "pronouns": "they",
            "helps": "What helps",
            "helps_not": "What does not",
            "offered": "What they offered",
            "available": "When they can",
            "not_for": "Not for",
            "not_in_crisis": True,
            "easy_on_low_day": True,
            "hard_moment": 2,
            "asked_on": TODAY,
            "code_word": "Bluebell",
            "rhythm": Rhythm(RhythmMode.OWN, 3, Unit.WEEK, TODAY),
            "meetings": (Meeting(Repeats.WEEKLY, weekday=4, zone="Europe/Dublin"),),
            "dates": (SpecialDate(DateKind.BIRTHDAY, 1984, 5),),
            "offers": (Offer(Support.EMOTIONAL, "after eight"),),
        }
    ]


def test_everything_can_be_taken_away_again(dialog):
    made = dialog()
    for row in list(made.ways.rows):
        row.remove.click()
    assert made.focusWidget() is made.ways.add
    for row in [*made.rest.dates.rows, *made.rest.meetings.rows]:
        row.remove.click()
    made.roles_field.clear()
    made.rest.rhythm.mode.choose(RhythmMode.NONE)
    made.rest.asked.known.click()
    made.rest.hard_moment.choose(None)
    made.ticks.boxes[Support.EMOTIONAL].click()
    made.accept()
    assert made.saved[0]["channels"] == ()
    assert made.saved[0]["dates"] == ()
    assert made.saved[0]["meetings"] == ()
    assert made.saved[0]["roles"] == ()
    assert made.saved[0]["rhythm"] == Rhythm(RhythmMode.NONE, 45, Unit.DAY)
    assert made.saved[0]["asked_on"] is None
    assert made.saved[0]["hard_moment"] is None
    assert made.saved[0]["offers"] == (Offer(Support.RELATIONAL),)


def test_a_name_that_is_emptied_keeps_the_dialog(dialog):
    made = dialog()
    made.note.setPlainText("Something new")
    made.name_field.setText("  ")
    click(made, "Save")
    assert made.isVisible()
    assert "A name is all that is needed" in words(made)
    assert made.name_field.hasFocus()
    made.name_field.setText("Amira B.")
    click(made, "Save")
    assert made.saved == [{"name": "Amira B.", "note": "Something new"}]


def test_trouble_while_saving_keeps_the_dialog(dialog):
    def fail(changes):
        raise Trouble(Code.DISK_FULL)

    made = dialog(save=fail)
    made.name_field.setText("Amira B.")
    said: list[str] = []
    with answering((Notice, reading(said, "Close"))):
        click(made, "Save")
    assert "no room left" in said[0]
    assert made.isVisible()
    assert made.name_field.text() == "Amira B."


@pytest.mark.parametrize(
    ("day", "month", "year", "sentence"),
    [
        (31, 4, "", "no such day"),
        (29, 2, "2023", "no such day"),
        (None, None, "soon", "four digits"),
        (None, None, "12345", "four digits"),
        (29, 2, "", ""),
        (29, 2, "2024", ""),
        (31, None, "1984", ""),
        (None, None, "٢٠٢٤", ""),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_it(dialog, day, month, year, sentence):
    made = dialog(Supporter(name="Amira"))
    made.rest.dates.add.click()
    row = made.rest.dates.rows[0]
    row.day.choose(day)
    row.month.choose(month)
    row.year.setText(year)
    click(made, "Save")
    assert made.isVisible() is bool(sentence)
    if sentence:
        assert made.more.is_open
        assert sentence in words(made)
        assert made.saved == []
    else:
        assert len(made.saved) == 1


def test_half_a_year_is_not_lost_by_escape(dialog):
    made = dialog(Supporter(name="Amira"))
    made.rest.dates.add.click()
    made.rest.dates.rows[0].year.setText("19x")
    with answering((Question, lambda question: click(question, "Keep editing"))):
        QTest.keyClick(made, Qt.Key.Key_Escape)
    assert made.isVisible()


def test_a_row_with_nothing_in_it_asks_nothing_on_leaving(dialog, monkeypatch):
    monkeypatch.setattr(Question, "ask", lambda _question: False)
    made = dialog()
    made.rest.dates.add.click()
    made.rest.meetings.add.click()
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_there_is_one_best_way(dialog):
    made = dialog(replace(FULL, channels=FULL.channels[:2]))
    made.ways.rows[1].best.click()
    assert [row.best.isChecked() for row in made.ways.rows] == [False, True]
    made.ways.rows[1].best.click()
    assert [row.best.isChecked() for row in made.ways.rows] == [False, False]


def test_what_was_typed_goes_along_when_the_kind_of_way_changes(dialog):
    made = dialog(Supporter(name="Amira"))
    made.ways.add.click()
    row = made.ways.rows[0]
    row.value.setText("12 Main Street")
    row.protocol.choose(Protocol.ADDRESS)
    assert row.value.isHidden()
    assert not row.lines.isHidden()
    assert row.lines.toPlainText() == "12 Main Street"
    row.protocol.choose(Protocol.CALL)
    assert row.value.text() == "12 Main Street"


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_roles_are_completed_word_by_word(qtbot, look):
    field = line(look, "Friend")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    completer = RoleCompleter(["Neighbour", "Nurse", "Friend"], field)
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, ", nei")
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Friend, Neighbour"


def test_tab_leaves_a_field_of_several_lines(dialog):
    made = dialog()
    made.note.setFocus()
    QTest.keyClick(made.note, Qt.Key.Key_Tab)
    assert made.focusWidget() is made.more.button
    assert made.note.toPlainText() == FULL.note


def tab_stops(made):
    """The names of what Tab reaches, from the name to Save."""
    QApplication.processEvents()
    stops, widget = [], made.name_field
    while widget is not made.save:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget.accessibleName() or widget.text())
        widget = widget.nextInFocusChain()
    return stops


def test_tab_goes_through_the_dialog_as_it_is_read(dialog):
    made = dialog(Supporter(name="Amira"))
    made.more.set_open(True)
    way = ["Kind of way", "Number or address", "A word for it, like home or work", "Best way", "Remove"]
    one_date = ["Kind of date", "Day, if known", "Month, if known", "Year, if known", "Remove"]
    made.ways.add.click()
    assert tab_stops(made)[2:12] == ["Listens", "Gives a hand", "Keeps company", *way, "Add a way", "Note"]
    made.rest.dates.add.click()
    assert tab_stops(made)[-9:] == ["Rhythm", "Add a meeting", *one_date, "Add a date", "Cancel"]


def test_the_wheel_changes_no_choice(dialog):
    made = dialog()
    made.more.set_open(True)
    before = made.values()
    for field in (made.rest.kind, made.rest.asked.field, made.ways.rows[0].protocol):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Shift)
        _turn_wheel(field)
    assert made.values() == before


def _turn_wheel(widget):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


# -- on the page ---------------------------------------------------------------------------------------------


def test_f2_edits_saves_and_is_undone(opened, store):
    amira = opened.open(**{field: getattr(FULL, field) for field in ("note", "roles", "channels", "offers")})

    def rename(dialog):
        dialog.name_field.setText("Amira B.")
        QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)

    with answering((EditDialog, rename)):
        QTest.keyClick(opened.page.panel.log, Qt.Key.Key_F2)
    assert store.people.get(amira.id) == replace(
        amira, name="Amira B.", changed=store.people.get(amira.id).changed
    )
    assert opened.names == ["Amira B."]
    store.undo()
    assert opened.names == ["Amira"]


def test_what_changes_elsewhere_meanwhile_is_neither_shown_nor_lost(opened, store):
    amira = opened.open(note="old", code_word="old")

    def edit(dialog):
        dialog.note.setPlainText("typed here")
        store.people.save(replace(store.people.get(amira.id), note="elsewhere", code_word="elsewhere"))
        assert dialog.note.toPlainText() == "typed here"
        click(dialog, "Save")

    with answering((EditDialog, edit)):
        click(opened.page.panel, "Edit")
    now = store.people.get(amira.id)
    assert now.note == "typed here"
    assert now.code_word == "elsewhere"


def test_someone_removed_meanwhile_is_said_and_nothing_breaks(opened, store):
    amira = opened.open()

    def edit(dialog):
        dialog.note.setPlainText("typed here")
        store.people.purge([amira.id])
        click(dialog, "Save")

    def leave(dialog):
        click(dialog, "Cancel")

    steps = (
        (EditDialog, edit),
        (Notice, lambda notice: click(notice, "Close")),
        (EditDialog, leave),
        (Question, lambda question: click(question, "Leave without saving")),
    )
    with answering(*steps):
        click(opened.page.panel, "Edit")
    assert store.people.count() == 0
