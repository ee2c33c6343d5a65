"""Reflections: writing, finding, changing, the trash."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from supportnet_gui.core.model import Status, Supporter
from supportnet_gui.core.resource_model import Reflection
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui import theme
from supportnet_gui.ui.journal import JournalPage
from supportnet_gui.ui.journal.page import AT_ONCE
from supportnet_gui.ui.journal.write_dialog import WriteDialog
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.messages import Notice, Question

from ..never_words import found
from .check_ins_kit import press

HOSTILE = "<b>Tim</b> & <img src=x> " + "x" * 3000


class Opened:
    """The page, shown, that follows every change as the window makes it do."""

    def __init__(self, qtbot, look, store, clock):
        self.store, self.chosen = store, None
        self.gone_to: list[str] = []
        self.page = JournalPage(look, store, clock, lambda: self.chosen, self.gone_to.append)
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)
        store.listeners.append(lambda _done: self.page.refresh())
        self.page.refresh()

    @property
    def texts(self):
        return [card.entry.text for card in self.page.cards]

    def type(self, text):
        self.page.write()
        QTest.keyClicks(self.page.writing.field, text)

    def press(self, number, text):
        button = next(b for b in self.page.cards[number].buttons if b.text() == text)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        QApplication.processEvents()


@pytest.fixture
def journal(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


def written(store, *texts, month=10):
    return [
        store.reflections.write(Reflection(text, date(2026, month, n + 1))) for n, text in enumerate(texts)
    ]


# -- writing -------------------------------------------------------------------------------------------------


def test_words_are_kept_with_the_day_and_the_time(journal):
    assert not journal.page.writing.keep.isEnabled()
    journal.type("The heron was there.")
    QTest.keyClick(journal.page.writing.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = journal.store.reflections.page()
    assert (entry.text, entry.on, entry.at) == ("The heron was there.", date(2026, 11, 22), time(12, 0))
    assert journal.page.writing.field.toPlainText() == ""
    assert journal.page.writing.field.hasFocus()
    assert journal.texts == ["The heron was there."]


def test_what_is_being_written_survives_a_refresh_and_a_new_page(journal, qtbot, look, clock):
    journal.type("Not done yet")
    written(journal.store, "older")
    assert journal.page.writing.field.toPlainText() == "Not done yet"
    journal.page.hide()
    assert journal.store.can_undo.change == "reflection_kept"
    again = JournalPage(look, journal.store, clock, lambda: None, lambda _id: None)
    qtbot.addWidget(again)
    assert again.writing.field.toPlainText() == "Not done yet"
    assert [entry.text for entry in journal.store.reflections.page()] == ["older"]


def test_what_was_kept_is_begun_no_longer(journal):
    journal.type("Kept")
    journal.page.writing.put_by()
    journal.page.writing.keep.click()
    assert journal.store.settings.get("journal_begun") == ""


def test_a_pause_is_enough_to_have_it_on_disk(journal, qtbot):
    journal.type("A pause")
    qtbot.waitUntil(lambda: journal.store.settings.get("journal_begun") == "A pause", timeout=5000)


def test_words_that_cannot_be_kept_stay_in_the_field(journal, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(
        Notice, "show_it", lambda self: said.extend(x.text() for x in self.findChildren(QLabel))
    )

    def full(_entry):
        raise Trouble(Code.DISK_FULL)

    monkeypatch.setattr(journal.store.reflections, "write", full)
    journal.type("Words")
    journal.page.writing.keep.click()
    assert any("no room left" in text for text in said)
    assert journal.page.writing.field.toPlainText() == "Words"


def test_it_may_be_about_somebody(journal):
    amira = journal.store.people.add(Supporter(name="Tom & Amira"))
    journal.chosen = amira
    about = journal.page.writing.about
    about.button.click()
    assert about.button.accessibleName() == "About Tom & Amira"
    journal.type("She laughed.")
    journal.page.writing.keep.click()
    assert journal.store.reflections.page()[0].supporter == amira
    assert not about.nobody.isVisible()
    journal.press(0, "About Tom && Amira")
    assert journal.gone_to == [amira]


def test_choosing_nobody_takes_the_person_away(journal):
    journal.chosen = journal.store.people.add(Supporter(name="Amira"))
    about = journal.page.writing.about
    about.button.click()
    about.nobody.click()
    assert about.supporter is None
    assert about.button.text() == "About someone…"


@pytest.mark.parametrize(
    ("status", "named"), [(Status.UNSAFE, False), (Status.ENDED, False), (Status.DIED, True)]
)
def test_whom_lists_leave_out_is_not_named_and_the_words_stay(journal, status, named):
    amira = journal.store.people.add(Supporter(name="Amira"))
    journal.store.reflections.write(Reflection("About her.", date(2026, 11, 1), supporter=amira))
    journal.store.people.set_status(amira, status)
    assert journal.texts == ["About her."]
    assert any("Amira" in button.text() for button in journal.page.cards[0].buttons) is named


# -- reading and finding -------------------------------------------------------------------------------------


def test_the_newest_stand_first_and_older_ones_come_when_wanted(journal):
    written(journal.store, *(f"day {number}" for number in range(20)))
    assert journal.texts == [f"day {number}" for number in range(19, 19 - AT_ONCE, -1)]
    journal.page.older.click()
    assert len(journal.texts) == 20
    assert not journal.page.older.isVisible()
    assert journal.page.cards[AT_ONCE].isAncestorOf(QApplication.focusWidget())


def test_searching_as_one_types(journal):
    written(journal.store, "The heron", "Tea with Sam", "A café, and a heron")
    journal.page.focus_search()
    QTest.keyClicks(journal.page.search, "her")
    assert journal.texts == ["A café, and a heron", "The heron"]
    QTest.keyClicks(journal.page.search, " cafe")
    assert journal.texts == ["A café, and a heron"]
    QTest.keyClicks(journal.page.search, "xyz")
    assert journal.texts == []
    assert journal.page.nothing.text() == "Nothing here fits what you are looking for."
    QTest.keyClick(journal.page.search, Qt.Key.Key_Escape)
    assert len(journal.texts) == 3


def test_an_empty_journal_is_a_place_to_write_and_nothing_else(journal):
    assert not journal.page.search.isVisible()
    assert not journal.page.trash.isVisible()
    assert not journal.page.nothing.isVisible()


def test_what_was_written_is_plain_and_breaks_anywhere(journal):
    journal.store.reflections.write(Reflection(HOSTILE, date(2026, 11, 1)))
    card = journal.page.cards[0]
    assert card.text.text.textFormat() is Qt.TextFormat.PlainText
    assert card.text.text.text().startswith("<b>Tim</b> & <img")
    QApplication.processEvents()
    assert journal.page.inside.width() <= journal.page.viewport().width()


# -- changing and the trash ----------------------------------------------------------------------------------


def dialog(journal, qtbot, look, number=0):
    entry = journal.page.cards[number].entry
    opened = WriteDialog(
        look,
        journal.store,
        entry,
        date(2026, 11, 22),
        lambda: journal.chosen,
        lambda one: "Amira" if one else "",
        None,
    )
    qtbot.addWidget(opened, before_close_func=lambda left: left.done(0))
    opened.show()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    return opened


def test_words_and_day_can_be_changed(journal, qtbot, look):
    written(journal.store, "before")
    opened = dialog(journal, qtbot, look)
    opened.field.selectAll()
    QTest.keyClicks(opened.field, "after")
    opened.day.setDate(QDate(2026, 10, 14))
    QTest.keyClick(opened.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = journal.store.reflections.page()
    assert (entry.text, entry.on) == ("after", date(2026, 10, 14))
    journal.store.undo()
    assert journal.texts == ["before"]


def test_no_day_to_come_can_be_chosen(journal, qtbot, look):
    written(journal.store, "before")
    opened = dialog(journal, qtbot, look)
    opened.day.setDate(QDate(2027, 1, 1))
    assert opened.day.day == date(2026, 11, 22)


def test_the_time_stays_with_its_day(journal, qtbot, look):
    journal.store.reflections.write(Reflection("x", date(2026, 11, 1), time(9, 30)))
    opened = dialog(journal, qtbot, look)
    QTest.keyClicks(opened.field, "y")
    opened.keep.click()
    assert journal.store.reflections.page()[0].at == time(9, 30)
    opened = dialog(journal, qtbot, look)
    opened.day.setDate(QDate(2026, 11, 2))
    opened.keep.click()
    assert journal.store.reflections.page()[0].at is None


@pytest.mark.parametrize("leave", [True, False])
def test_leaving_with_changed_words_asks_first(journal, qtbot, look, monkeypatch, leave):
    written(journal.store, "before")
    opened = dialog(journal, qtbot, look)
    QTest.keyClicks(opened.field, " more")
    monkeypatch.setattr(Question, "ask", lambda _self: leave)
    QTest.keyClick(opened.field, Qt.Key.Key_Escape)
    assert opened.isVisible() is not leave
    assert journal.texts == ["before"]


def test_nothing_changed_is_no_step_to_undo(journal, qtbot, look):
    written(journal.store, "before\r\n ")
    journal.store.forget_undo()
    opened = dialog(journal, qtbot, look)
    opened.keep.click()
    assert not opened.isVisible()
    assert journal.store.can_undo is None


def test_to_the_trash_and_back(journal):
    written(journal.store, "one", "two")
    journal.press(0, "Move to trash")
    assert journal.texts == ["one"]
    assert journal.page.cards[0].isAncestorOf(QApplication.focusWidget())
    journal.page.trash.click()
    assert journal.texts == ["two"]
    journal.press(0, "Put back")
    assert not journal.page.trash.isVisible()
    assert journal.texts == ["two", "one"]


@pytest.mark.parametrize("sure", [True, False])
def test_for_good_only_after_a_yes(journal, monkeypatch, sure):
    (entry,) = written(journal.store, "one")
    journal.store.reflections.trash(entry)
    journal.page.trash.click()
    monkeypatch.setattr(Question, "ask", lambda _self: sure)
    journal.press(0, "Remove for good")
    assert (journal.store.reflections.get(entry) is None) is sure


# -- access --------------------------------------------------------------------------------------------------


def test_tab_goes_through_the_page_as_it_is_read(journal):
    written(journal.store, "one", "two")
    page = journal.page
    page.write()
    QTest.keyClicks(page.writing.field, "x")
    writing = page.writing
    wanted = [
        *(writing.field, writing.keep, writing.about.button, page.search),
        *(button for card in page.cards for button in card.buttons),
    ]
    reached = [QApplication.focusWidget()]
    while len(reached) < len(wanted):
        press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if not isinstance(now, QLabel):
            reached.append(now)
    assert reached == wanted


def test_every_button_says_which_entry_it_is_about(journal):
    written(journal.store, "one")
    assert {b.accessibleDescription() for b in journal.page.cards[0].buttons} == {"1 October"}


def test_nothing_said_here_hurries_or_scolds(journal):
    written(journal.store, "one")
    assert [word for label in journal.page.findChildren(QLabel) for word in found(label.text())] == []


@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_sticks_out_of_a_narrow_page(qtbot, qapp, store, clock, text_size):
    look = Look(text_size=text_size)
    theme.apply(qapp, look)
    written(store, HOSTILE, "two")
    journal = Opened(qtbot, look, store, clock)
    journal.page.resize(560, 500)
    QApplication.processEvents()
    assert journal.page.inside.width() <= journal.page.viewport().width()
    theme.apply(qapp, Look())
