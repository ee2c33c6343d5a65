"""The first start, whole: names, what they give, nobody, looking around; by clicks and by keys."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from supportnet_gui.core import content
from supportnet_gui.core.model import CheckIn, Status, Support, Supporter
from supportnet_gui.core.store import Store, View
from supportnet_gui.core.vault import open_vault
from supportnet_gui.ui import theme
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.today import TodayPage
from supportnet_gui.ui.today.first_step import FirstStep
from supportnet_gui.ui.today.gives import Gives
from supportnet_gui.ui.today.help_number import line_to_keep
from supportnet_gui.ui.today.one_place import OnePlace
from supportnet_gui.ui.today.welcome import Welcome
from supportnet_gui.ui.widgets.messages import Notice
from supportnet_gui.ui.widgets.qr import ShowOnPhone

QUESTION = "Who comes to mind?"
PRIVACY = "This stays on this computer. Someone who can use your account can open it."
NEVER = re.compile(
    r"\b(should|must|don't forget|overdue|late|missed|streak|supporters?|great|well done|promise)\b|!",
    re.IGNORECASE,
)


@dataclass
class Opened:
    """A page in a window, everywhere it asked to go, and the place chosen for help."""

    window: QWidget = field(default_factory=QWidget)
    place: tuple[str | None, str | None] = (None, None)
    went: list[str] = field(default_factory=list)
    page: TodayPage = field(init=False)

    @property
    def one(self) -> OnePlace:
        assert self.page.one_place is not None
        return self.page.one_place

    @property
    def welcome(self) -> Welcome:
        assert self.one.welcome is not None
        return self.one.welcome

    @property
    def gives(self) -> Gives:
        assert self.one.gives is not None
        return self.one.gives

    @property
    def step(self) -> FirstStep:
        assert self.one.first_step is not None
        return self.one.first_step

    def texts(self) -> list[str]:
        """Every word a person could see or hear on the page now."""
        seen = [w for w in self.page.findChildren(QWidget) if w.isVisible()]
        found = [w.text() for w in seen if isinstance(w, QLabel | QPushButton)]
        found += [w.placeholderText() for w in seen if isinstance(w, QLineEdit)]
        return [text for text in (*found, *(w.accessibleName() for w in seen)) if text]

    def seen_whole(self, widget: QWidget) -> bool:
        """Whether all of a widget is on the screen without scrolling."""
        viewport = self.page.viewport()
        corner = widget.mapTo(viewport, QPoint(0, 0))
        return widget.isVisible() and viewport.rect().contains(widget.rect().translated(corner))


@pytest.fixture
def open_page(qtbot, clock):
    def make(look: Look, store: Store, size: tuple[int, int] = (912, 760)) -> Opened:
        opened = Opened()

        def go(where):
            return lambda *_: opened.went.append(where)

        opened.page = TodayPage(
            look,
            store,
            clock,
            place=lambda: opened.place,
            log_with=go("log"),
            edit_check_in=go("edit"),
            bring_in=go("bring in"),
            go_to_people=go("people"),
            go_to_check_ins=go("check-ins"),
            open_help=go("help"),
        )
        row = QHBoxLayout(opened.window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(opened.page)
        opened.window.resize(*size)
        store.listeners.append(lambda _: opened.page.refresh())
        qtbot.addWidget(opened.window)
        opened.window.show()
        qtbot.waitExposed(opened.window)
        QApplication.processEvents()
        return opened

    return make


def click(qtbot, widget) -> None:
    assert widget.isVisible()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(qtbot, *keys) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def type_in(qtbot, words: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)


def names(store: Store) -> list[str]:
    return sorted(one.name for one in store.people.all())


# -- the names -----------------------------------------------------------------------------------------------


def test_the_whole_first_start_by_clicks(qtbot, look, store, open_page):
    today = open_page(look, store)
    assert {QUESTION, PRIVACY, "A first name is enough. You can change everything later."} <= set(
        today.texts()
    )
    for box, name in zip(today.welcome.fields, ("Amira", "Sam", "Mum"), strict=True):
        click(qtbot, box)
        qtbot.keyClicks(box, name)
    click(qtbot, today.welcome.keep_button)

    assert names(store) == ["Amira", "Mum", "Sam"]
    assert store.can_undo.count == 3
    assert {"What do they give?", "You can leave this empty.", "Amira", "Sam", "Mum"} <= set(today.texts())
    rows = today.gives.rows
    click(qtbot, rows[0].ticks[Support.EMOTIONAL])
    click(qtbot, rows[0].ticks[Support.RELATIONAL])
    click(qtbot, rows[2].ticks[Support.PRACTICAL])
    gives = {one.name: one.support for one in store.people.all()}
    assert gives == {
        "Amira": (Support.EMOTIONAL, Support.RELATIONAL),
        "Sam": (),
        "Mum": (Support.PRACTICAL,),
    }

    click(qtbot, today.gives.done_button)
    assert today.one.part is today.one.quick_log
    assert {chip.text() for chip in today.one.quick_log.chips.chips} == {"Amira", "Sam", "Mum"}
    assert QUESTION not in today.texts()
    assert not today.page.lately.isVisible()


def test_the_whole_first_start_by_keys(qtbot, look, store, open_page):
    today = open_page(look, store)
    assert QApplication.focusWidget() is today.welcome.fields[0]
    type_in(qtbot, "Amira")
    press(qtbot, Qt.Key.Key_Return)
    type_in(qtbot, "Sam")
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is today.welcome.fields[2]
    assert names(store) == []
    press(qtbot, Qt.Key.Key_Enter)
    assert QApplication.focusWidget() is today.welcome.keep_button
    assert names(store) == []
    press(qtbot, Qt.Key.Key_Return)

    assert names(store) == ["Amira", "Sam"]
    assert QApplication.focusWidget() is today.gives.rows[0].ticks[Support.EMOTIONAL]
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert {one.name: one.support for one in store.people.all()}["Amira"] == (Support.PRACTICAL,)
    assert QApplication.focusWidget() is today.gives.rows[0].ticks[Support.PRACTICAL]
    press(qtbot, *[Qt.Key.Key_Tab] * 5)
    assert QApplication.focusWidget() is today.gives.done_button
    press(qtbot, Qt.Key.Key_Return)
    assert today.one.part is today.one.quick_log
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert len(store.check_ins.latest(5)) == 1


def test_one_name_is_enough_and_none_cannot_be_kept(qtbot, look, store, open_page):
    today = open_page(look, store)
    assert not today.welcome.keep_button.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is today.welcome.fields[1]
    type_in(qtbot, "   ")
    assert not today.welcome.keep_button.isEnabled()
    today.welcome.keep()
    assert names(store) == []
    type_in(qtbot, "Amira ")
    click(qtbot, today.welcome.keep_button)
    assert names(store) == ["Amira"]


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "<b>Bo</b><img src=x>", "Tom & Jerry && co", "محمد", "👩‍👩‍👧‍👦 🌻", "Zoë̂̃́"]
)
def test_odd_names_are_kept_and_shown_as_typed(qtbot, look, store, open_page, name):
    today = open_page(look, store, (616, 600))
    today.welcome.fields[0].insert(name)
    click(qtbot, today.welcome.keep_button)
    assert names(store) == [name]
    row = today.gives.rows[0]
    label = next(one for one in row.findChildren(QLabel) if one.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert name.startswith(label.text().rstrip("…"))
    assert row.ticks[Support.EMOTIONAL].accessibleName().endswith(": Listens")
    assert today.page.inside.width() <= today.page.viewport().width()


def test_a_name_that_is_none_gets_a_sentence_and_stays_to_be_changed(
    qtbot, monkeypatch, look, store, open_page
):
    said = []
    monkeypatch.setattr(Notice, "show_it", said.append)
    today = open_page(look, store)
    today.welcome.fields[0].insert("Amira")
    today.welcome.fields[1].insert("\u200b")
    click(qtbot, today.welcome.keep_button)
    assert len(said) == 1
    assert names(store) == []
    assert today.one.part is today.welcome
    assert today.welcome.fields[0].text() == "Amira"


def test_keeping_is_undone_as_one_and_the_names_are_still_in_the_fields(qtbot, look, store, open_page):
    today = open_page(look, store)
    for box, name in zip(today.welcome.fields, ("Amira", "Sam"), strict=False):
        qtbot.keyClicks(box, name)
    click(qtbot, today.welcome.keep_button)
    store.undo()
    assert names(store) == []
    assert today.one.part is today.welcome
    assert today.welcome.names() == ["Amira", "Sam"]

    store.redo()
    assert names(store) == ["Amira", "Sam"]
    assert today.one.part is today.one.quick_log


def test_ticks_are_undone_one_by_one(qtbot, look, store, open_page):
    today = open_page(look, store)
    qtbot.keyClicks(today.welcome.fields[0], "Amira")
    click(qtbot, today.welcome.keep_button)
    ticks = today.gives.rows[0].ticks
    click(qtbot, ticks[Support.EMOTIONAL])
    click(qtbot, ticks[Support.PRACTICAL])
    store.undo()
    assert [kind for kind, tick in ticks.items() if tick.isChecked()] == [Support.EMOTIONAL]
    assert store.people.all()[0].support == (Support.EMOTIONAL,)


def test_one_can_note_more_about_them(qtbot, look, store, open_page):
    today = open_page(look, store)
    qtbot.keyClicks(today.welcome.fields[0], "Amira")
    click(qtbot, today.welcome.keep_button)
    click(qtbot, today.gives.people_button)
    assert today.went == ["people"]
    assert today.one.part is today.one.quick_log


def test_what_is_being_written_stays_when_someone_is_added_elsewhere(qtbot, look, store, clock, open_page):
    today = open_page(look, store)
    qtbot.keyClicks(today.welcome.fields[0], "Ami")
    other = Store(open_vault(store.vault.places), clock)
    other.people.add(Supporter(name="Noor"))
    other.close()
    store.poll()
    assert today.one.part is today.welcome
    qtbot.keyClicks(today.welcome.fields[0], "ra")
    click(qtbot, today.welcome.keep_button)
    assert names(store) == ["Amira", "Noor"]


# -- the other ways to begin ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(912, 760), (616, 500)])
def test_the_other_ways_are_of_equal_size(look, store, open_page, size):
    today = open_page(look, store, size)
    ways = [today.welcome.bring_in_button, today.welcome.nobody_button, today.welcome.around_button]
    assert [way.text() for way in ways] == ["Bring in an address book", "Nobody right now", "Look around"]
    assert len({(way.width(), way.height()) for way in ways}) == 1
    assert all(way.width() >= way.sizeHint().width() for way in ways)
    wide = size[0] > 700
    assert len({way.y() for way in ways}) == (1 if wide else 3)
    assert len({way.x() for way in ways}) == (3 if wide else 1)


def test_bring_in_an_address_book(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.bring_in_button)
    assert today.went == ["bring in"]
    store.people.add_many([Supporter(name="Amira"), Supporter(name="Sam")])
    assert today.one.part is today.one.quick_log


def test_nobody_is_fine_and_gets_one_thing_to_do(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    texts = today.texts()
    assert {"That is fine.", "Keep a help line's number on your phone", "Show on phone"} <= set(texts)
    assert {"Another idea", "Nothing today"} <= set(texts)
    assert "Keep these names" not in texts
    assert QApplication.focusWidget() is today.step.phone_button


def test_another_idea_goes_round_the_six(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    seen, places = [], []
    for _ in range(7):
        seen.append(today.step.shown.id)
        assert today.step.shown.title in today.texts()
        assert today.step.phone_button.isVisible() == (today.step.shown.action == "show_number")
        places.append(today.step.another_button.mapTo(today.page, QPoint(0, 0)))
        click(qtbot, today.step.another_button)
    assert len(set(seen)) == 6
    assert seen[6] == seen[0] == "keep-a-number"
    assert len(set(places)) == 1, "the button moved away under the hand"


def test_nothing_today_is_for_today(qtbot, look, store, clock, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    click(qtbot, today.step.nothing_button)
    assert today.one.part is None
    assert QUESTION in today.texts()
    assert QApplication.focusWidget() is today.one.open_line.button

    again = open_page(look, store)
    assert again.one.part is None
    clock.move(timedelta(days=1))
    again.page.refresh()
    assert again.one.part is again.step
    assert "One small step, if you like" in again.texts()
    assert "That is fine." not in again.texts()


def test_nobody_is_answered_also_on_a_day_when_nothing_was_wanted(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    click(qtbot, today.step.nothing_button)
    click(qtbot, today.one.open_line.button)
    click(qtbot, today.welcome.nobody_button)
    assert "That is fine." in today.texts()


def test_show_on_phone_without_a_country_leads_to_where_it_is_chosen(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    assert today.step.country_hint.isVisible()
    click(qtbot, today.step.phone_button)
    assert today.went == ["help"]


def test_show_on_phone_shows_a_line_of_the_country_chosen(qtbot, look, store, open_page):
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    today.place = ("GB", "GB-ENG")
    today.page.refresh()
    assert not today.step.country_hint.isVisible()
    to_keep = line_to_keep("GB", "GB-ENG")
    assert to_keep is not None
    line, channel = to_keep
    found = []

    def look_and_close():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShowOnPhone)
        found.append((dialog.picture.payload, [label.text() for label in dialog.findChildren(QLabel)]))
        dialog.accept()

    QTimer.singleShot(0, look_and_close)
    click(qtbot, today.step.phone_button)
    ((payload, texts),) = found
    assert payload == "tel:" + channel.value.replace(" ", "")
    assert channel.value in texts
    assert any(line.name in text for text in texts)
    assert today.went == []


@pytest.mark.parametrize("country", content.countries())
def test_the_number_to_keep_is_a_day_and_night_line_of_that_country(country):
    found = line_to_keep(country, None)
    if found is None:
        assert content.panel(country).talk_now == () or all(
            channel.type not in (content.ChannelType.CALL, content.ChannelType.TEXT)
            for line in content.panel(country).talk_now
            for channel in line.channels
        )
        return
    line, _ = found
    assert line.day_and_night
    assert line.country == country


@pytest.mark.parametrize("place", [(None, None), ("XX", None)])
def test_no_number_is_guessed(place):
    assert line_to_keep(*place) is None


def test_look_around_closes_the_card_for_good_and_leaves_a_way_back(qtbot, look, store, open_page):
    today = open_page(look, store)
    qtbot.keyClicks(today.welcome.fields[0], "Ami")
    click(qtbot, today.welcome.around_button)
    assert today.one.part is None
    assert QUESTION in today.texts()
    assert store.people.count(View.NOT_TRASHED) == 0

    click(qtbot, today.one.open_line.button)
    assert today.one.part is today.welcome
    assert QApplication.focusWidget() is today.welcome.fields[0]
    assert today.welcome.names() == ["Ami"]
    assert open_page(look, store).one.welcome is None


def test_every_choice_by_keys(qtbot, look, store, open_page):
    today = open_page(look, store)
    press(qtbot, *[Qt.Key.Key_Tab] * 3)
    assert QApplication.focusWidget() is today.welcome.bring_in_button
    press(qtbot, Qt.Key.Key_Return)
    assert today.went == ["bring in"]
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert today.one.part is None
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, *[Qt.Key.Key_Tab] * 4, Qt.Key.Key_Return)
    assert today.one.part is today.step
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is today.step.another_button
    assert today.step.shown.id != "keep-a-number"
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert today.one.part is None


# -- whoever is left -----------------------------------------------------------------------------------------


def test_when_the_only_person_died_there_is_one_step_and_no_word_about_it(look, store, clock, open_page):
    amira = store.people.add(Supporter(name="Amira"))
    store.check_ins.log(CheckIn((amira,), on=clock.now().date()))
    today = open_page(look, store)
    store.people.set_status(amira, Status.DIED)
    assert today.one.part is today.step
    assert "One small step, if you like" in today.texts()
    assert not any("Amira" in text or "Save" in text for text in today.texts())


def test_without_the_steps_file_there_is_still_a_calm_page(monkeypatch, qtbot, look, store, open_page):
    # What `first_steps` gives where the file cannot be read.
    monkeypatch.setattr(content, "first_steps", tuple)
    today = open_page(look, store)
    click(qtbot, today.welcome.nobody_button)
    assert today.one.part is None
    assert QUESTION in today.texts()


def test_no_word_that_is_never_used(qtbot, look, store, open_page):
    today = open_page(look, store)
    heard = today.texts()
    click(qtbot, today.welcome.nobody_button)
    for _ in range(6):
        heard += today.texts()
        click(qtbot, today.step.another_button)
    click(qtbot, today.step.nothing_button)
    heard += today.texts()
    click(qtbot, today.one.open_line.button)
    qtbot.keyClicks(today.welcome.fields[0], "Amira")
    click(qtbot, today.welcome.keep_button)
    heard += today.texts()
    click(qtbot, today.gives.done_button)
    heard += today.texts()
    assert len(set(heard)) > 30
    assert [text for text in heard if NEVER.search(text)] == []


# -- room ----------------------------------------------------------------------------------------------------


def test_first_name_and_main_button_are_seen_without_scrolling_at_double_text(qapp, qtbot, store, open_page):
    look = Look(text_size=200)
    theme.apply(qapp, look)
    # 1366 x 768 without a rail of 104 and the menus.
    today = open_page(look, store, (1262, 768 - 70))
    assert today.seen_whole(today.welcome.fields[0])
    assert today.seen_whole(today.welcome.keep_button)
    click(qtbot, today.welcome.nobody_button)
    assert today.seen_whole(today.step.phone_button)


@pytest.mark.parametrize("size", [100, 200])
def test_every_card_fits_a_narrow_window(qapp, qtbot, store, open_page, size):
    look = Look(text_size=size)
    theme.apply(qapp, look)
    # 720 x 540 without a rail of 74 and the menus.
    today = open_page(look, store, (646, 500))

    def fits() -> bool:
        QApplication.processEvents()
        inside = today.page.inside
        ends = [
            w.mapTo(inside, QPoint(w.width(), 0)).x() for w in inside.findChildren(QWidget) if w.isVisible()
        ]
        return max(ends) <= today.page.viewport().width()

    assert fits()
    assert (len({box.x() for box in today.welcome.fields}) == 1) == (size == 200)
    today.welcome.nobody_button.click()
    assert fits()
    today.step.nothing_button.click()
    assert fits()
    today.one.open_line.button.click()
    qtbot.keyClicks(today.welcome.fields[0], "Amira")
    today.welcome.keep_button.click()
    assert fits()
    today.gives.done_button.click()
    assert fits()
