"""Entries of one's own: added, changed, in the trash and back, removed for good."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from supportnet_gui.core.model import Kind, Protocol
from supportnet_gui.core.resource_model import OwnChannel, OwnResource, Section, Tag
from supportnet_gui.ui.resources.filters import View
from supportnet_gui.ui.resources.own_dialog import OwnDialog
from supportnet_gui.ui.widgets.messages import Question
from tests.ui.people_kit import answering, click, shown, words
from tests.ui.resources_kit import Opened
from tests.ui.test_resources_entry import named

WALKERS = OwnResource(
    "Walkers & talkers",
    section=Section.GROUPS,
    kind=Kind.GROUP,
    hours="Tuesdays",
    note="Starts at the library.",
    channels=(
        OwnChannel(Protocol.CALL, "01 496 0123", "Ruth"),
        OwnChannel(Protocol.WEB, "walkers.example.org"),
        OwnChannel(Protocol.EMAIL, "ruth@example.org"),
        OwnChannel(Protocol.WEB, "javascript:alert(1)"),
        OwnChannel(Protocol.ADDRESS, "Mill Lane"),
    ),
)


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock, "IE")


def test_a_name_is_enough(opened, store):
    def fill(dialog):
        dialog.keep.click()
        assert dialog.name.problem.isVisible()
        QTest.keyClicks(dialog.name_field, "Dr Lee")
        dialog.keep.click()

    with answering((OwnDialog, fill)):
        click(opened.page, "Add your own")
    (own,) = store.resources.own()
    assert (own.name, own.section) == ("Dr Lee", Section.TALK)
    assert opened.page.open_entry_id == own.id
    assert opened.ids[0] == own.id
    assert "added by you" in words(opened.panel)
    store.undo()
    assert store.resources.own() == ()
    assert opened.page.open_entry_id is None


def test_everything_can_be_written_down(opened, store):
    def fill(dialog):
        QTest.keyClicks(dialog.name_field, "Walkers")
        dialog.ways[0].value.setText("01 496 0123")
        click(dialog, "Add a way to reach it")
        assert dialog.ways[1].value.hasFocus()
        dialog.ways[1].value.setText("https://walkers.example.org")
        click(dialog, "Add a way to reach it")
        dialog.ways[2].remove.click()
        dialog.note.setPlainText("Starts at the library.")
        dialog.more.button.click()
        dialog.section.choose(Section.GROUPS)
        dialog.kind.choose(Kind.GROUP)
        dialog.hours.setText("Tuesdays")
        dialog.tags[Tag.FREE].click()
        dialog.keep.click()

    with answering((OwnDialog, fill)):
        click(opened.page, "Add your own")
    (own,) = store.resources.own()
    assert (own.section, own.kind, own.hours, own.tags) == (
        Section.GROUPS,
        Kind.GROUP,
        "Tuesdays",
        frozenset({Tag.FREE}),
    )
    assert [(one.protocol, one.value) for one in own.channels] == [
        (Protocol.CALL, "01 496 0123"),
        (Protocol.WEB, "https://walkers.example.org"),
    ]


def test_links_are_the_four_kinds_and_the_rest_is_to_read(opened, store):
    opened.page.open_entry(store.resources.add_own(WALKERS))
    said = words(opened.panel)
    for text in ("Walkers & talkers", "Ruth", "javascript:alert(1)", "Mill Lane", "Tuesdays"):
        assert text in said
    for name in ("Call from here", "Open the page", "Write an email"):
        named(opened.panel, name).click()
    assert opened.links == ["tel:+35314960123", "https://walkers.example.org", "mailto:ruth@example.org"]


def test_odd_words_are_shown_as_they_are(opened, store):
    odd = OwnResource("<b>Bold</b>", note="x" * 5000 + " <img src=x> &amp;")
    opened.page.open_entry(store.resources.add_own(odd))
    assert "<b>Bold</b>" in words(opened.panel)
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in shown(opened.panel, QLabel) if label.text()
    )


def test_it_is_changed_and_keeps_what_the_dialog_does_not_show(opened, store):
    own = store.resources.add_own(WALKERS)
    opened.page.open_entry(own)

    def fill(dialog):
        dialog.name_field.setText("Walkers")
        dialog.keep.click()

    with answering((OwnDialog, fill)):
        click(opened.panel, "Edit")
    (now,) = store.resources.own()
    assert now.name == "Walkers"
    assert now.channels == WALKERS.channels
    assert "Walkers" in words(opened.panel)


def test_to_the_trash_and_back(opened, store):
    own = store.resources.add_own(WALKERS)
    opened.page.open_entry(own)
    click(opened.panel, "Move to the trash")
    assert own not in opened.ids
    assert opened.page.list.hasFocus()
    opened.page.filters.view_actions[View.TRASH].trigger()
    assert opened.ids == [own]
    opened.page.list.choose_first()
    click(opened.panel, "Put back")
    assert opened.ids == []
    opened.page.filters.view_actions[View.OWN].trigger()
    assert opened.ids == [own]


def test_it_is_removed_for_good_after_a_question(opened, store):
    own = store.resources.add_own(WALKERS)
    store.resources.trash_own(own)
    opened.page.filters.view_actions[View.TRASH].trigger()
    opened.page.list.choose_first()
    with answering((Question, lambda dialog: click(dialog, "Keep it"))):
        click(opened.panel, "Remove for good…")
    assert opened.ids == [own]
    with answering((Question, lambda dialog: click(dialog, "Remove for good"))):
        click(opened.panel, "Remove for good…")
    assert opened.ids == []
    assert store.resources.own(trash=True) == ()


def test_it_is_searched_goes_to_the_map_and_is_copied(opened, store):
    own = store.resources.add_own(WALKERS)
    opened.type("talkers")
    assert opened.ids == [own]
    opened.press(Qt.Key.Key_Return)
    click(opened.panel, "Copy to send")
    assert "Mill Lane" in QGuiApplication.clipboard().text()
    click(opened.panel, "Add to my map")
    made = store.people.get(opened.people[0])
    assert (made.name, made.kind) == ("Walkers & talkers", Kind.GROUP)
