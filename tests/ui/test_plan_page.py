"""My plan, as a person uses it: real widgets on a real notebook."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from supportnet_gui import plan_words
from supportnet_gui.core import card_file, content
from supportnet_gui.core.days import civil_day
from supportnet_gui.core.model import Channel, Protocol, Status, Supporter
from supportnet_gui.core.plan import ALONE, AROUND, MATTERS, PARTS, SAFER, SIGNS, TELL, TRAINED, WITH_PEOPLE
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui import theme
from supportnet_gui.ui.main_window import MainWindow
from supportnet_gui.ui.plan import paper
from supportnet_gui.ui.plan.dialogs import ChoosePerson, EditLine
from supportnet_gui.ui.plan.rows import Row
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.buttons import Button
from supportnet_gui.ui.widgets.messages import Notice
from tests.never_words import NEVER

NUMBER = Channel(Protocol.CALL, "087 123 4567")


@pytest.fixture
def preferences(tmp_path):
    file = PreferencesFile(tmp_path / "data" / "preferences.json")
    file.change(country="GB", nation="GB-SCT")
    return file


@pytest.fixture
def amira(store):
    return store.people.add(Supporter("Amira", channels=(NUMBER,)))


@pytest.fixture
def window(qtbot, look, preferences, clock, store):
    window = MainWindow(look, preferences, clock)
    qtbot.addWidget(window)
    window.attach(store)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.detach()


@pytest.fixture
def page(window, amira):
    window.show_page("plan")
    return window.pages["plan"]


def lines(page, part):
    return [row.line.text for row in page.parts[part].rows.rows]


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def fill(store, part, *words):
    return [store.plan.add(part, text) for text in words]


# -- what is there -----------------------------------------------------------------------------------------------


def test_it_stands_in_the_sidebar_after_resources_and_has_keys(qtbot, window):
    names = list(window.sidebar.buttons)
    assert names.index("plan") == names.index("resources") + 1
    qtbot.keySequence(window, QKeySequence("Ctrl+5"))
    assert window.current == "plan"


def test_seven_parts_each_with_its_question_and_none_that_must_be_filled(page):
    everything = texts(page.inside)
    for part in PARTS:
        assert plan_words.title(part) in everything
        assert plan_words.question(part) in everything
        assert page.parts[part].field.placeholderText() == plan_words.prompt(part)
    said = "\n".join(everything).lower()
    for word in ("complete", "finished", "sign", "promise", "%", "reminder", "due", "stanley", "brown"):
        assert word not in said, word
    for pattern in NEVER:
        assert not pattern.search(said), pattern


def test_what_to_do_in_danger_always_stands_above(page, window):
    first = (
        "If you might hurt yourself or cannot stay safe: call 999 now. You do not need to do the steps first."
    )
    assert first in texts(page.above)
    window.preferences.change(country="", nation="")
    page.refresh()
    assert "call your local emergency number now" in texts(page.above)[0]


def test_the_lines_of_the_country_stand_with_the_professionals(page):
    shown = page.parts[TRAINED].lines
    assert shown.isVisible()
    assert "Samaritans: Call 116 123." in shown.text()
    assert not page.parts[TELL].lines.isVisible()


# -- writing -----------------------------------------------------------------------------------------------------


def test_typing_and_enter_keep_a_line_and_the_field_is_free_for_more(qtbot, page, store):
    field = page.parts[ALONE].field
    field.setFocus()
    for text in ("tea & <b>toast</b>", "a walk"):
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert lines(page, ALONE) == ["tea & <b>toast</b>", "a walk"]
    assert field.text() == ""
    assert focused() is field
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert not field.isUndoAvailable()
    qtbot.keySequence(field, QKeySequence("Ctrl+Z"))
    assert lines(page, ALONE) == ["tea & <b>toast</b>"]


def test_nothing_typed_keeps_nothing(page, store):
    page.parts[ALONE].add.click()
    assert store.plan.items() == ()


def test_what_is_half_typed_stays_when_something_else_changes(page, store):
    page.parts[MATTERS].field.setText("the s")
    fill(store, ALONE, "tea")
    assert page.parts[MATTERS].field.text() == "the s"
    assert lines(page, ALONE) == ["tea"]


@pytest.mark.parametrize("part", PARTS)
def test_people_can_be_linked_where_they_belong(page, store, amira, part, monkeypatch):
    card = page.parts[part]
    assert (card.person is not None) is (part in WITH_PEOPLE)
    if card.person is not None:
        answers = Answers(monkeypatch, amira, None)
        card.person.click()
        assert answers.offered == [{amira: "Amira"}]
        assert [(row.line.text, row.line.about) for row in card.rows.rows] == [("Amira", "087 123 4567")]
        store.people.save(Supporter("Amira", id=amira, channels=(Channel(Protocol.CALL, "01 2"),)))
        assert card.rows.rows[0].line.about == "01 2"
        card.person.click()
        assert answers.offered[-1] == {}


def test_a_line_is_changed_by_its_pencil_or_enter(page, store, monkeypatch):
    fill(store, ALONE, "tea")
    monkeypatch.setattr(EditLine, "ask", lambda self: self.field.toPlainText() + " and toast")
    row = page.parts[ALONE].rows.rows[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert lines(page, ALONE) == ["tea and toast"]
    page.parts[ALONE].rows.rows[0].edit.click()
    assert lines(page, ALONE) == ["tea and toast and toast"]
    store.undo()
    store.undo()
    assert lines(page, ALONE) == ["tea"]


def test_words_about_a_person_may_be_empty_and_others_may_not(qtbot, look):
    alone, about = EditLine(look, "tea", "", None), EditLine(look, "say it", "Amira", None)
    for dialog in (alone, about):
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.field.setPlainText("  ")
        dialog.save.click()
    assert alone.isVisible()
    assert alone.problem.isVisible()
    assert not about.isVisible()


def test_a_line_is_taken_out_by_its_cross_or_delete_and_comes_back(page, store):
    fill(store, ALONE, "a", "b", "c")
    rows = page.parts[ALONE].rows
    rows.rows[0].out.click()
    rows.rows[0].setFocus()
    QTest.keyClick(rows.rows[0], Qt.Key.Key_Delete)
    assert lines(page, ALONE) == ["c"]
    assert isinstance(focused(), Row)
    store.undo()
    store.undo()
    assert lines(page, ALONE) == ["a", "b", "c"]


def test_what_cannot_be_written_is_said(page, store, monkeypatch):
    told = []
    monkeypatch.setattr(Notice, "show_it", lambda self: told.append(texts_of(self)))

    def refuse(*_):
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(store.plan, "add", refuse)
    page.parts[ALONE].field.setText("tea")
    page.parts[ALONE].add.click()
    assert len(told) == 1
    assert page.parts[ALONE].field.text() == "tea"


def focused() -> Any:
    """Where the keyboard is; a test knows what that is."""
    return QApplication.focusWidget()


class Answers:
    """Takes the place of a dialog's question: gives one answer after another, and keeps who was offered."""

    def __init__(self, monkeypatch, *answers):
        self.answers: list[Any] = list(answers)
        self.offered: list[Any] = []

        def ask(dialog):
            self.offered.append(dict(dialog._people))
            return self.answers.pop(0)

        monkeypatch.setattr(ChoosePerson, "ask", ask)


def texts_of(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


# -- the order ---------------------------------------------------------------------------------------------------


def test_alt_and_an_arrow_move_a_line_and_keep_the_keyboard_on_it(page, store):
    fill(store, ALONE, "a", "b", "c")
    page.parts[ALONE].rows.rows[2].setFocus()
    for key, expected in (
        (Qt.Key.Key_Up, "a c b"),
        (Qt.Key.Key_Up, "c a b"),
        (Qt.Key.Key_Up, "c a b"),
        (Qt.Key.Key_Down, "a c b"),
    ):
        QTest.keyClick(focused(), key, Qt.KeyboardModifier.AltModifier)
        assert " ".join(lines(page, ALONE)) == expected
        assert focused().line.text == "c"
    assert [item.text for item in store.plan.items()] == ["a", "c", "b"]
    store.undo()
    assert lines(page, ALONE) == ["c", "a", "b"]


def test_the_place_of_a_line_is_said(page, store, monkeypatch):
    fill(store, ALONE, "a", "b")
    said = []
    monkeypatch.setattr("supportnet_gui.ui.plan.rows.announce", lambda _, text: said.append(text))
    row = page.parts[ALONE].rows.rows[0]
    assert row.accessibleName() == "a. 1 of 2"
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert said == ["a: now 2 of 2"]


@pytest.mark.parametrize(("start", "to", "expected"), [(0, 2, "b c a"), (2, 0, "c a b"), (1, 2, "a c b")])
def test_a_line_is_dragged_to_its_place(qtbot, page, store, start, to, expected):
    fill(store, ALONE, "a", "b", "c")
    page.ensureWidgetVisible(page.parts[ALONE])
    qtbot.wait(20)
    rows = page.parts[ALONE].rows.rows
    row, target = rows[start], rows[to]
    grip = QPoint(8, row.height() // 2)
    end = row.mapFromGlobal(target.mapToGlobal(QPoint(8, target.height() // 2 + (6 if to > start else -6))))
    QTest.mousePress(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
    move(row, grip + QPoint(0, (end - grip).y() // 2))
    move(
        row,
        row.mapFromGlobal(target.mapToGlobal(QPoint(8, target.height() // 2 + (6 if to > start else -6)))),
    )
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert " ".join(lines(page, ALONE)) == expected
    assert " ".join(item.text for item in store.plan.items()) == expected
    store.undo()
    assert " ".join(lines(page, ALONE)) == "a b c"


def move(row, place):
    """A move with the button held, which QTest does not do on all platforms."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(row.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(row, event)


def test_a_click_moves_nothing(page, store):
    fill(store, ALONE, "a", "b")
    done = store.can_undo
    QTest.mouseClick(page.parts[ALONE].rows.rows[0], Qt.MouseButton.LeftButton)
    assert store.can_undo is done


def test_tab_goes_through_the_page_as_it_is_read(qtbot, page, store, window):
    for part in PARTS:
        fill(store, part, f"{part} one", f"{part} two")
    qtbot.wait(50)
    page.parts[SIGNS].rows.rows[0].setFocus()
    stops = []
    while (here := focused()) not in stops and page.isAncestorOf(here):
        stops.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    heights = [stop.mapTo(page.inside, QPoint(0, stop.height() // 2)).y() for stop in stops]
    assert all(a <= b + 12 for a, b in pairwise(heights))
    wanted = [w for kind in (Button, QLineEdit, Row) for w in page.inside.findChildren(kind) if w.isVisible()]
    assert {*wanted} <= {*stops}
    assert all(w.accessibleName() for w in wanted)
    assert all(w.height() >= 32 for w in wanted)


# -- loss --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [Status.DIED, Status.UNSAFE, Status.ENDED])
def test_who_is_gone_is_hidden_at_once_and_asked_about_once(window, page, store, amira, status):
    store.plan.add(TELL, "say the word", amira)
    assert lines(page, TELL) == ["Amira"]
    store.people.set_status(amira, status)
    assert lines(page, TELL) == []
    assert not page.asking.isVisible()
    window.show_page("today")
    window.show_page("plan")
    assert texts(page.asking) == [
        "Amira is in “People I can tell”. The plan no longer shows this line. Would you like to take it out?"
    ]
    window.show_page("today")
    window.show_page("plan")
    assert not page.asking.isVisible()
    assert len(store.plan.items()) == 0


def test_the_question_is_never_asked_of_somebody_who_comes_from_help(window, page, store, amira):
    store.plan.add(TELL, "", amira)
    store.plan.add(ALONE, "tea")
    store.people.set_status(amira, Status.UNSAFE)
    window.help_right_now()
    assert "take it out" not in "\n".join(texts(window.pages["help"]))
    window.open_plan_from_help()
    assert not page.asking.isVisible()
    window.show_page("today")
    store.reminders.set_low_day(True)
    assert store.settings.get("low_day") == civil_day(window.clock.now()).isoformat()
    window.show_page("plan")
    assert not page.asking.isVisible()
    store.reminders.set_low_day(False)
    window.show_page("today")
    window.show_page("plan")
    assert page.asking.isVisible()


def test_the_answers(window, page, store, amira):
    def ask():
        window.show_page("today")
        window.show_page("plan")
        return {b.text(): b for b in page.asking.findChildren(Button) if b.isVisible()}

    store.plan.add(TELL, "say the word", amira)
    store.people.set_status(amira, Status.DIED)
    ask()["Leave it for now"].click()
    assert not page.asking.isVisible()
    store.people.set_status(amira, Status.UNSAFE)
    ask()["Take it out"].click()
    assert not page.asking.isVisible()
    store.people.set_status(amira, Status.ACTIVE)
    assert lines(page, TELL) == []
    store.undo()
    store.undo()
    store.people.set_status(amira, Status.ACTIVE)
    assert lines(page, TELL) == ["Amira"]


# -- people for a hard moment, and the card ----------------------------------------------------------------------


def chosen(page):
    return [row.line.text for row in page.people.rows.rows]


def test_people_for_a_hard_moment_are_chosen_ordered_and_taken_out(page, store, amira, monkeypatch):
    jo = store.people.add(Supporter("Jo"))
    never = store.people.add(Supporter("Never", not_in_crisis=True))
    answers = Answers(monkeypatch, amira, jo, None)
    for _ in range(3):
        page.people.add.click()
    assert [sorted(names.values()) for names in answers.offered] == [["Amira", "Jo"], ["Jo"], []]
    assert never not in answers.offered[0]
    assert chosen(page) == ["Amira", "Jo"]
    row = page.people.rows.rows[1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chosen(page) == ["Jo", "Amira"]
    assert [near.name for near in store.plan.near()] == ["Jo", "Amira"]
    page.people.rows.rows[0].out.click()
    assert chosen(page) == ["Amira"]
    store.undo()
    store.undo()
    assert chosen(page) == ["Amira", "Jo"]


def test_choosing_a_person_by_keys(qtbot, look):
    people = [("1", "Zoë"), ("2", "Amira"), ("3", "Åsa & <b>")]
    for typed, expected in (("zoe", "1"), ("as", "3"), ("am", "2")):
        dialog = ChoosePerson(look, people, None)
        qtbot.addWidget(dialog)
        dialog.show()
        QTest.keyClicks(dialog.search, typed)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
        assert dialog._picked == expected
    dialog = ChoosePerson(look, people, None)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog._picked == "2"
    empty = ChoosePerson(look, [], None)
    qtbot.addWidget(empty)
    empty.show()
    assert any("You could add somebody in People." in text for text in texts(empty))


def test_the_small_card_is_kept_only_after_a_yes_and_its_removal_is_said(page, store):
    box = page.outside.box
    assert not box.isChecked()
    box.click()
    path = card_file.beside(store.vault.places.root)
    assert path.is_file()
    assert "The card is kept from now on." in texts(page.outside)
    box.click()
    assert not path.exists()
    assert "The card is removed." in texts(page.outside)


def test_a_card_that_cannot_be_kept_is_said_and_stays_off(page, store, monkeypatch):
    told = []
    monkeypatch.setattr(Notice, "show_it", lambda self: told.append(self.heading.text()))

    def refuse(*_):
        raise OSError

    monkeypatch.setattr(card_file, "write", refuse)
    page.outside.box.click()
    assert len(told) == 1
    assert not page.outside.box.isChecked()


# -- to take along -----------------------------------------------------------------------------------------------


@pytest.fixture
def full(page, store, amira):
    for part in PARTS:
        fill(store, part, f"words {part} <b>&</b>")
    store.plan.add(TELL, "say\nthe word", amira)
    return page


def test_saved_as_text_it_is_all_there_and_names_no_program(full, tmp_path, monkeypatch):
    path = tmp_path / "plan.txt"
    monkeypatch.setattr(full.taking, "ask_file", lambda *_: str(path))
    full.taking.save_text.click()
    text = path.read_text(encoding="utf-8")
    assert text.startswith("My plan\n\nIf you might hurt yourself or cannot stay safe: call 999 now.")
    for part in PARTS:
        assert f"{plan_words.title(part)}\n- words {part} <b>&</b>" in text
    assert "- Amira, 087 123 4567: say\n  the word" in text
    assert "- Samaritans: Call 116 123." in text
    assert "supportnet" not in text.lower()
    assert "Saved." in texts(full.taking)


def test_parts_that_are_empty_are_not_in_it(page, store):
    fill(store, ALONE, "tea")
    text = plan_words.as_text(store.plan.items(), content.panel(None))
    assert text.split("\n\n")[2:] == ["What I can do on my own\n- tea\n"]


def test_saved_as_pdf_it_names_no_program_in_its_data(full, tmp_path, monkeypatch):
    path = tmp_path / "plan.pdf"
    monkeypatch.setattr(full.taking, "ask_file", lambda *_: str(path))
    full.taking.save_pdf.click()
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    for hidden in ("supportnet", "Supportnet"):
        assert hidden.encode() not in data
        assert hidden.encode("utf-16-be") not in data
    assert "My plan".encode("utf-16-be") in data or b"My plan" in data


def test_the_paper_holds_what_was_written_as_plain_text(full, store):
    text = paper.document(store.plan.items(), content.panel("GB", "GB-SCT")).toPlainText()
    assert "•  words 6 <b>&</b>" in text
    assert "•  Samaritans: Call 116 123." in text


def test_a_long_plan_takes_more_than_one_page(page, store):
    for number in range(60):
        store.plan.add(SIGNS, f"line {number} " * 12)
    data = paper.pdf(store.plan.items(), content.panel("US"))
    assert data.count(b"/Type /Page\n") >= 2


@pytest.mark.parametrize(
    ("country", "width"), [(QLocale.Country.UnitedStates, 612), (QLocale.Country.Ireland, 595)]
)
def test_the_paper_is_that_of_the_country(store, country, width):
    QLocale.setDefault(QLocale(QLocale.Language.English, country))
    data = paper.pdf((), content.panel("US"))
    assert f"/MediaBox [0 0 {width}".encode() in data


def test_printing_goes_to_the_printer_chosen(full, tmp_path, monkeypatch):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(full.taking, "ask_printer", lambda: printer)
    full.taking.print.click()
    data = (tmp_path / "printed.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"upportnet" not in data
    assert "Sent to the printer." in texts(full.taking)
    monkeypatch.setattr(full.taking, "ask_printer", lambda: None)
    full.taking.print.click()


def test_where_it_cannot_be_saved_that_is_said(full, tmp_path, monkeypatch):
    monkeypatch.setattr(full.taking, "ask_file", lambda *_: str(tmp_path / "no" / "plan.txt"))
    full.taking.save_text.click()
    assert any("It could not be saved there." in text for text in texts(full.taking))
    monkeypatch.setattr(full.taking, "ask_file", lambda *_: "")
    full.taking.save_pdf.click()


def test_when_it_was_last_changed_is_said_quietly_and_nothing_more(page, store):
    assert not page.changed.isVisible()
    fill(store, ALONE, "tea")
    assert page.changed.text() == "Last changed on 22 November 2026."


# -- little room -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_is_cut_off_at_the_side(qtbot, qapp, preferences, clock, store, amira, text_size):
    large = Look(text_size=text_size)
    theme.apply(qapp, large)
    word = "Donaudampfschifffahrtsgesellschaft" * 4
    for part in PARTS:
        fill(store, part, word)
    store.plan.add(AROUND, word, store.people.add(Supporter(word, hard_moment=1)))
    store.plan.add(SAFER, word, amira)
    window = MainWindow(large, preferences, clock)
    qtbot.addWidget(window)
    window.resize(720, 540)
    window.attach(store)
    window.show()
    window.show_page("plan")
    qapp.processEvents()
    page: Any = window.pages["plan"]
    assert page.inside.width() <= page.viewport().width()
    window.detach()
