"""For the people around me: reading, writing a card, giving it away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel

from supportnet_gui.core.model import Status
from supportnet_gui.core.resource_model import CardPart, SupportCard
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui import theme
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.messages import Notice, Question

from ..never_words import found
from .around_kit import Opened, click, someone
from .check_ins_kit import press

LISTEN, SIT, HELLO = (
    "Listen. I don't need advice.",
    "Sit with me. We don't have to talk.",
    "Send me a hello. I may not answer.",
)
OWN = "Tea & <b>cake</b>"


@pytest.fixture
def around(qtbot, look, store):
    return Opened(qtbot, look, store)


# -- writing a card ------------------------------------------------------------------------------------------


def test_a_tick_keeps_a_card_and_shows_it(around):
    click(around.page.reading.write)
    assert around.is_writing()
    assert around.store.cards.all() == ()
    around.tick(LISTEN)
    assert around.card().helps == (LISTEN,)
    assert LISTEN in around.seen()


def test_a_click_on_the_words_ticks_them_too(around):
    around.page.write_card()
    click(around.line(LISTEN).label)
    assert around.card().helps == (LISTEN,)


def test_opening_and_leaving_keeps_nothing(around):
    around.page.write_card()
    QTest.keyClick(around.view.composer.back, Qt.Key.Key_Escape)
    assert not around.is_writing()
    assert around.store.cards.all() == ()


def test_lines_taken_out_and_put_back_keep_their_order(around):
    around.page.write_card()
    around.tick(HELLO)
    around.tick(LISTEN)
    around.write(OWN)
    around.tick(SIT)
    assert around.card().helps == (LISTEN, SIT, HELLO, OWN)
    around.tick(LISTEN)
    around.tick(OWN)
    assert around.card().helps == (SIT, HELLO)
    assert LISTEN not in around.seen()
    around.tick(OWN)
    around.tick(LISTEN)
    assert around.card().helps == (LISTEN, SIT, HELLO, OWN)


def test_ones_own_words_are_shown_as_written(around):
    around.page.write_card()
    around.write(OWN)
    assert OWN in around.seen()
    assert around.line(OWN).label.textFormat() is Qt.TextFormat.PlainText
    assert around.part().field.text() == ""
    assert around.part().field.hasFocus()


def test_ones_own_words_can_be_changed_in_their_place(around):
    around.page.write_card()
    around.write("one")
    around.write("two")
    change = around.line("one").findChildren(type(around.part().add))[0]
    change.setFocus()
    QTest.keyClick(change, Qt.Key.Key_Space)
    assert around.part().field.text() == "one"
    assert around.part().add.text() == "Keep"
    around.part().field.setText("first")
    QTest.keyClick(around.part().field, Qt.Key.Key_Return)
    assert around.card().helps == ("first", "two")
    assert around.part().add.text() == "Add"


def test_nothing_typed_adds_nothing(around):
    around.page.write_card()
    around.write("   ")
    assert around.store.cards.all() == ()


def test_each_part_holds_its_own_words(around):
    around.page.write_card()
    for part in CardPart:
        around.write(f"mine {part}", part)
    card = around.card()
    assert [card.lines(part) for part in CardPart] == [(f"mine {part}",) for part in CardPart]


def test_the_lines_at_the_end_can_be_taken_out(around):
    around.page.write_card()
    around.tick(LISTEN)
    assert "call 999" in around.seen()
    composer = around.view.composer
    for line, words in ((composer.danger, "call 999"), (composer.say_no, "You can say no")):
        line.box.setFocus()
        QTest.keyClick(line.box, Qt.Key.Key_Space)
        assert words not in around.seen()
    card = around.card()
    assert (card.can_say_no, card.in_danger) == (False, False)
    QTest.keyClick(composer.say_no.box, Qt.Key.Key_Space)
    assert around.card().can_say_no


def test_without_a_country_no_number_stands_there_and_one_can_be_chosen(qtbot, look, store):
    around = Opened(qtbot, look, store, (None, None))
    around.page.write_card()
    around.tick(LISTEN)
    assert "call the local emergency number" in around.seen()
    around.view.composer.country.click()
    assert around.country_wanted == 1
    around.place = ("US", None)
    around.page.refresh()
    assert "call 911." in around.seen()
    assert not around.view.composer.country.isVisible()


def test_every_change_is_undone_as_one(around):
    around.page.write_card()
    around.tick(LISTEN)
    around.write(OWN)
    around.store.undo()
    assert around.card().helps == (LISTEN,)
    assert OWN not in around.seen()
    around.store.undo()
    assert around.store.cards.all() == ()
    assert around.is_writing()
    assert not around.line(LISTEN).box.isChecked()
    assert LISTEN not in around.seen()
    around.store.redo()
    assert around.line(LISTEN).box.isChecked()
    assert around.card().helps == (LISTEN,)


def test_after_undoing_the_first_tick_a_new_card_can_begin(around):
    around.page.write_card()
    around.tick(LISTEN)
    around.store.undo()
    around.tick(SIT)
    assert around.card().helps == (SIT,)


def test_a_card_that_cannot_be_kept_says_so_and_keeps_the_words(around, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(
        Notice, "show_it", lambda self: said.extend(x.text() for x in self.findChildren(QLabel))
    )

    def full(_card):
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(around.store.cards, "keep", full)
    around.page.write_card()
    around.write(OWN)
    assert any("no room left" in text for text in said)
    assert around.line(OWN).box.isChecked() is False


# -- for whom ------------------------------------------------------------------------------------------------


def test_a_card_for_one_person_says_their_first_name(around):
    amira = someone(around.store)
    around.page.card_for(amira)
    assert around.view.composer.somebody.text() == "Amira Haddad"
    around.tick(LISTEN)
    assert around.card().supporter == amira
    assert around.seen().startswith("How to support me, for Amira\n")


def test_the_same_card_opens_again_for_somebody(around):
    amira = someone(around.store)
    around.page.card_for(amira)
    around.tick(LISTEN)
    around.page.open_page()
    around.page.card_for(amira)
    around.tick(SIT)
    assert around.card().helps == (LISTEN, SIT)


def test_whom_it_is_for_can_be_chosen_and_taken_back(around):
    around.page.write_card()
    around.tick(LISTEN)
    around.chosen = someone(around.store)
    click(around.view.composer.somebody)
    assert around.card().supporter == around.chosen
    click(around.view.composer.anybody)
    assert around.card().supporter is None
    around.chosen = None
    click(around.view.composer.somebody)
    assert around.card().supporter is None
    assert around.view.composer.anybody.isChecked()


@pytest.mark.parametrize("status", [Status.DIED, Status.ENDED, Status.UNSAFE])
def test_whom_one_lost_takes_their_card_along(around, status):
    amira = someone(around.store)
    around.page.card_for(amira)
    around.tick(LISTEN)
    around.store.people.set_status(amira, status)
    assert not around.is_writing()
    assert around.page.reading._stops == []
    around.store.people.set_status(amira, Status.ACTIVE)
    assert len(around.page.reading._stops) == 1


# -- the list and the trash ----------------------------------------------------------------------------------


def test_cards_are_listed_and_opened_with_the_keyboard(around):
    around.store.cards.keep(SupportCard(helps=(LISTEN,)))
    (offer,) = around.page.reading._stops
    assert offer.accessibleName() == f"For anybody. {LISTEN}"
    offer.setFocus()
    QTest.keyClick(offer, Qt.Key.Key_Return)
    assert around.is_writing()
    assert around.line(LISTEN).box.isChecked()


def test_a_card_goes_to_the_trash_and_comes_back(around, monkeypatch):
    around.page.write_card()
    around.tick(LISTEN)
    around.view.composer.trash.click()
    assert not around.is_writing()
    assert around.store.cards.all() == ()
    reading = around.page.reading
    click(reading.trash.button)
    buttons = {b.text(): b for b in reading.trash.content.findChildren(type(reading.write))}
    click(buttons["Put back"])
    assert around.card().helps == (LISTEN,)
    assert not reading.trash.isVisible()
    around.store.cards.trash(around.card().id)
    monkeypatch.setattr(Question, "ask", lambda _self: True)
    buttons = {b.text(): b for b in reading.trash.content.findChildren(type(reading.write)) if b.isVisible()}
    buttons["Remove for good"].click()
    assert around.store.cards.all(trash=True) == ()


def test_a_card_not_kept_yet_has_nothing_to_throw_away(around):
    around.page.write_card()
    assert not around.view.composer.trash.isVisible()


# -- giving it away ------------------------------------------------------------------------------------------


def test_copied_as_text_it_says_that_there_is_nothing_to_do(around):
    around.page.write_card()
    taking = around.view.preview.taking
    assert not taking.copy.isEnabled()
    around.tick(LISTEN)
    taking.copy.setFocus()
    QTest.keyClick(taking.copy, Qt.Key.Key_Return)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("I wrote down what helps me. Nothing to do now.\n\nWhat helps\n- " + LISTEN)
    assert "supportnet" not in text.lower()
    assert taking.said.text() == "Copied. You could paste it into a message."


@pytest.mark.parametrize(("name", "begins"), [("pdf", b"%PDF-"), ("picture", b"\x89PNG")])
def test_it_is_saved_under_the_name_chosen(around, monkeypatch, tmp_path, name, begins):
    around.page.write_card()
    around.tick(LISTEN)
    taking = around.view.preview.taking
    asked = []

    def choose(_parent, _title, suggested, _kind):
        asked.append(suggested)
        return str(tmp_path / "card"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    click(getattr(taking, name))
    (file,) = tmp_path.glob("card.*")
    assert file.read_bytes().startswith(begins)
    assert "How to support me" in asked[0]
    assert "Saved" in taking.said.text()


def test_a_folder_that_takes_nothing_gets_a_sentence(around, monkeypatch, tmp_path):
    around.page.write_card()
    around.tick(LISTEN)
    taking = around.view.preview.taking
    monkeypatch.setattr(taking, "ask_file", lambda *_: str(tmp_path / "gone" / "card.pdf"))
    click(taking.pdf)
    assert "that folder is not there" in taking.said.text()
    assert "as they were" in taking.said.text()


def test_calling_off_says_nothing(around, monkeypatch):
    around.page.write_card()
    around.tick(LISTEN)
    taking = around.view.preview.taking
    monkeypatch.setattr(taking, "ask_file", lambda *_: "")
    monkeypatch.setattr(taking, "ask_printer", lambda: None)
    click(taking.picture)
    click(taking.print)
    assert not taking.said.isVisible()


def test_it_goes_to_the_printer_chosen(around, monkeypatch, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    around.page.write_card()
    around.tick(LISTEN)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    taking = around.view.preview.taking
    monkeypatch.setattr(taking, "ask_printer", lambda: printer)
    click(taking.print)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert taking.said.text() == "Sent to the printer."
    assert printer.docName() == "How to support me"


def test_the_page_to_read_can_be_given_too(around):
    taking = around.page.reading.taking
    taking.copy.click()
    assert QGuiApplication.clipboard().text().startswith("For the people around me")


# -- access, words, room -------------------------------------------------------------------------------------


def test_tab_reaches_everything_in_the_order_of_reading(around):
    around.page.write_card()
    around.write(OWN)
    around.view.composer.back.setFocus()
    wanted = [
        stop
        for stop in (*around.view.composer.stops(), *around.view.preview.stops())
        if stop.isVisible() and stop.isEnabled()
    ]
    reached = [QApplication.focusWidget()]
    for _ in wanted[1:]:
        press(Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == wanted


def test_everything_has_a_name_for_a_screen_reader(around):
    around.page.write_card()
    around.write(OWN)
    view = around.view
    for stop in (*view.composer.stops(), *view.preview.stops()):
        assert stop.accessibleName().strip(), stop


def test_nothing_said_here_hurries_or_scolds(around):
    around.page.write_card()
    around.tick(LISTEN)
    said = [label.text() for label in around.page.findChildren(QLabel)]
    said += [button.text() for button in around.page.findChildren(type(around.page.reading.write))]
    # What one does not need is said with "have to" on the card itself.
    assert [word for text in said for word in found(text) if word.lower() != "have to"] == []


@pytest.mark.parametrize("text_size", [100, 200])
def test_in_a_narrow_window_words_and_card_take_turns(qtbot, qapp, store, text_size):
    look = Look(text_size=text_size)
    theme.apply(qapp, look)
    around = Opened(qtbot, look, store)
    around.page.resize(580, 500)
    around.page.write_card()
    QApplication.processEvents()
    around.write("x" * 3000)
    composer, preview = around.view.composer, around.view.preview
    assert not preview.isVisible()
    qtbot.waitUntil(lambda: composer.inside.width() <= composer.viewport().width())
    composer.see_card.setFocus()
    press(Qt.Key.Key_Space)
    assert not composer.isVisible()
    qtbot.waitUntil(lambda: preview.widget().width() <= preview.viewport().width())
    press(Qt.Key.Key_Escape)
    assert composer.isVisible()
    theme.apply(qapp, Look())


def test_ticks_are_large_enough_to_hit(around):
    around.page.write_card()
    assert all(box.height() >= 32 for box in around.view.findChildren(QCheckBox))
