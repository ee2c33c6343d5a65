"""The words of a message: changed, chosen, kept, and on their way to a phone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from supportnet_gui.core.model import Channel, Energy, Need, Protocol, Supporter
from supportnet_gui.ui.today.message_on_phone import call_code, text_code
from supportnet_gui.ui.today.words_dialog import WordsDialog
from supportnet_gui.ui.widgets.page import settle_layout
from supportnet_gui.ui.widgets.qr import ShowOnPhone
from tests.ui.test_today_window import click, keep, opening

NUMBER = Channel(Protocol.CALL, "087 123 4567")


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_changed_words_are_what_is_copied(qtbot, monkeypatch, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)

    def write(dialog: WordsDialog) -> str:
        dialog.field.setPlainText("Hi you, <b>tea</b>?")
        dialog.accept()
        return dialog.field.toPlainText()

    monkeypatch.setattr(WordsDialog, "ask", write)
    click(qtbot, today.card.words_button)
    assert today.card.message.text() == "Hi you, <b>tea</b>?"
    today.page.refresh()
    click(qtbot, today.card.copy_button)
    assert clipboard() == "Hi you, <b>tea</b>?"


def words_dialog(qtbot, look, store, today) -> WordsDialog:
    card = today.card
    qtbot.waitUntil(lambda: bool(card.message.text()))
    dialog = WordsDialog(
        look, store, card.idea, card.message.text(), (Need.ANYTHING, Energy.LITTLE), today.window
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_own_words_are_kept_for_everybody_and_offered_first(qtbot, look, store, open_page):
    keep(store, "Amira Khan")
    today = open_page(look, store)
    dialog = words_dialog(qtbot, look, store, today)
    dialog.field.setPlainText("Amira, shall we look at the sea?")
    click(qtbot, dialog.keep_button)
    (draft,) = store.drafts.all()
    QApplication.processEvents()
    assert draft.text == "{name}, shall we look at the sea?"
    assert dialog.others[0].accessibleName() == "Amira, shall we look at the sea?"
    dialog.field.setPlainText("")
    assert not dialog.use_button.isEnabled()
    click(qtbot, dialog.others[0])
    assert dialog.field.toPlainText() == "Amira, shall we look at the sea?"
    click(qtbot, dialog.others[1])
    assert store.drafts.all() == ()
    store.undo()
    assert store.drafts.all() == (draft,)


def test_other_situations_offer_other_words(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    dialog = words_dialog(qtbot, look, store, today)
    before = [one.accessibleName() for one in dialog.others]
    dialog.situations.setCurrentIndex(dialog.situations.findData("cancel"))
    after = [one.accessibleName() for one in dialog.others]
    assert after != before
    assert any("ask me again" in text for text in after)


def test_tab_goes_through_the_dialog_as_it_is_read_whatever_is_offered(qtbot, look, store, open_page):
    keep(store, "Amira")
    dialog = words_dialog(qtbot, look, store, open_page(look, store))
    dialog.situations.setCurrentIndex(dialog.situations.findData("cancel"))
    dialog.field.setFocus()
    stops = []
    for _ in range(3 + len(dialog.others) + 1):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        stops.append(dialog.focusWidget())
    wanted = [dialog.keep_button, dialog.situations, *dialog.others, dialog.cancel_button, dialog.use_button]
    assert stops == wanted


def test_words_that_were_begun_are_there_again(qtbot, monkeypatch, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    qtbot.waitUntil(lambda: bool(today.card.message.text()))
    before = today.card.message.text()
    seen: list[str] = []

    def leave(dialog: WordsDialog) -> None:
        seen.append(dialog.written)
        dialog.field.setPlainText("Hi, I wanted to")

    monkeypatch.setattr(WordsDialog, "ask", leave)
    click(qtbot, today.card.words_button)
    assert today.card.message.text() == before
    click(qtbot, today.card.words_button)
    assert seen == [before, "Hi, I wanted to"]


def test_an_offer_is_as_high_as_its_words(qtbot, look, store, open_page):
    keep(store, "Amira")
    dialog = words_dialog(qtbot, look, store, open_page(look, store))
    dialog.resize(420, 700)
    for text in ("hello", "cancel", "accept"):
        dialog.situations.setCurrentIndex(max(0, dialog.situations.findData(text)))
        qtbot.waitUntil(lambda: all(one.height() > 0 for one in dialog.others))
        QApplication.processEvents()
        for offer in dialog.others:
            for label in offer.findChildren(QLabel):
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_codes_for_a_phone():
    person = Supporter("Amira", channels=(NUMBER,))
    assert text_code(person, "Hi: you; there", "IE") == "SMSTO:+353871234567:Hi: you; there"
    assert call_code(person, "IE") == "tel:+353871234567"
    assert text_code(Supporter("Sam"), "Hello", "IE") == "Hello"
    assert call_code(Supporter("Sam"), "IE") is None


def test_show_on_phone_holds_the_message_as_shown(qtbot, monkeypatch, look, store, open_page):
    store.people.add(Supporter("Amira", channels=(NUMBER,)))
    found: list[str] = []
    monkeypatch.setattr(ShowOnPhone, "exec", lambda dialog: found.append(dialog.picture.payload))
    today = open_page(look, store)
    today.place = ("IE", None)
    click(qtbot, today.card.phone_button)
    assert found == [f"SMSTO:+353871234567:{today.card.message.text()}"]


def test_a_long_message_gets_a_sentence(qtbot, monkeypatch, look, store, open_page):
    from supportnet_gui.ui.widgets.messages import Notice

    keep(store, "Amira")
    said: list[str] = []
    monkeypatch.setattr(Notice, "show_it", lambda notice: said.append(notice.windowTitle()))
    today = open_page(look, store)
    today.ideas._written._chosen[today.card.idea.place] = "x" * 5000
    today.page.refresh()
    click(qtbot, today.card.phone_button)
    assert said == ["This message is long"]


def test_after_the_phone_one_can_say_that_it_was_sent(qtbot, monkeypatch, look, store, open_page):
    store.people.add(Supporter("Amira", channels=(NUMBER,)))
    monkeypatch.setattr(ShowOnPhone, "exec", lambda _: 0)
    today = open_page(look, store)
    today.place = ("IE", None)
    click(qtbot, today.card.phone_button)
    assert today.card.sent_button.isVisible()
    assert QApplication.focusWidget() is today.card.sent_button


def test_a_message_of_several_lines_is_seen_whole_as_soon_as_it_is_there(qtbot, look, store, open_page):
    keep(store, "Amira")
    store.settings.set("today_choices", [Need.COMPANY, Energy.MORE, "2026-11-22"])
    today = open_page(look, store, (480, 700))
    label = today.card.message
    qtbot.waitUntil(lambda: bool(label.text()))
    settle_layout(today.page)
    assert label.heightForWidth(label.width()) > 2 * label.fontMetrics().lineSpacing()
    assert label.height() >= label.heightForWidth(label.width())
