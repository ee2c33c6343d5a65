"""Today once people are kept: a check-in in two clicks, lately in soft words, a hello without a clock."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import CheckIn, Circle, Kind, Status, Supporter, Way
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import CheckInFilter, Store
from supportnet_gui.core.vault import open_vault
from supportnet_gui.ui import theme
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.today import TodayPage
from supportnet_gui.ui.today.chips import PersonChip
from supportnet_gui.ui.today.lately import Lately, soft_when
from supportnet_gui.ui.today.quick_log import QuickLog
from supportnet_gui.ui.widgets.messages import Notice

TODAY = date(2026, 11, 22)
ODD_NAMES = (
    "x" * 10_000,
    "<b>Bo</b><img src=x>",
    "Tom & Jerry && co",
    "محمد الطويل " * 30,
    "👩‍👩‍👧‍👦 🌻",
    "Zoë̂̃́",
)


@dataclass
class Opened:
    """A page in a window with a button before and after it, and everywhere it asked to go."""

    window: QWidget
    page: TodayPage
    first: QPushButton
    went: list[tuple] = field(default_factory=list)

    @property
    def log(self) -> QuickLog:
        assert self.page.one_place is not None
        assert self.page.one_place.quick_log is not None
        return self.page.one_place.quick_log

    @property
    def lately(self) -> Lately:
        assert self.page.lately is not None
        return self.page.lately

    @property
    def chips(self) -> list[PersonChip]:
        return self.log.chips.chips

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
    def make(look: Look, store: Store | None, size: tuple[int, int] = (912, 760)) -> Opened:
        window, first = QWidget(), QPushButton("first")
        went: list[tuple] = []

        def go(where):
            return lambda *what: went.append((where, *what))

        page = TodayPage(
            look,
            store,
            clock,
            place=lambda: (None, None),
            log_with=go("log"),
            edit_check_in=go("edit"),
            bring_in=go("bring in"),
            go_to_people=go("people"),
            go_to_check_ins=go("check-ins"),
            open_help=go("help"),
        )
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(first)
        row.addWidget(page, 1)
        first.setFixedWidth(20)
        window.resize(size[0] + 20, size[1])
        if store is not None:
            store.listeners.append(lambda _: page.refresh())
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        QApplication.processEvents()
        return Opened(window, page, first, went)

    return make


def keep(store: Store, *names: str, **more) -> list[str]:
    return store.people.add_many([Supporter(name=name, **more) for name in names])


def click(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(qtbot, *keys) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def logged(store: Store) -> list[CheckIn]:
    return [entry.check_in for entry in store.check_ins.page(CheckInFilter(), 100)]


# -- a check-in in two clicks --------------------------------------------------------------------------------


def test_two_clicks_from_launch_and_it_is_on_disk(qtbot, look, store, clock, open_page):
    amira, _ = keep(store, "Amira", "Sam")
    today = open_page(look, store)

    click(qtbot, next(chip for chip in today.chips if chip.text() == "Amira"))
    click(qtbot, today.log.save_button)

    other = Store(open_vault(store.vault.places), clock)
    (found,) = logged(other)
    other.close()
    assert (found.people, found.on, found.at) == ((amira,), TODAY, None)
    assert (found.way, found.felt, found.answered, found.note) == (None, None, None, "")


def test_two_keys_once_the_keyboard_is_on_a_person(qtbot, look, store, open_page):
    amira, sam = keep(store, "Amira", "Sam")
    today = open_page(look, store)
    today.first.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is today.chips[0]

    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Return)

    assert [one.people for one in logged(store)] == [(amira,)]
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Enter)
    assert [one.people for one in logged(store)] == [(sam,), (amira,)]


def test_nobody_is_chosen_beforehand_and_nothing_can_be_saved(look, store, open_page):
    keep(store, "Amira", "Sam")
    today = open_page(look, store)
    assert not any(chip.isChecked() for chip in today.chips)
    assert not today.log.save_button.isEnabled()
    today.log.save()
    assert logged(store) == []


def test_several_people_are_one_check_in(qtbot, look, store, open_page):
    ids = keep(store, "Amira", "Sam", "Noor")
    today = open_page(look, store)
    for chip in today.chips:
        click(qtbot, chip)
    click(qtbot, today.chips[1])
    click(qtbot, today.log.save_button)
    (found,) = logged(store)
    assert set(found.people) == {ids[0], ids[2]}


def test_enter_on_a_person_chooses_before_it_saves(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    today.chips[0].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert today.chips[0].isChecked()
    assert logged(store) == []
    press(qtbot, Qt.Key.Key_Return)
    assert len(logged(store)) == 1


def test_enter_presses_the_button_it_stands_on(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    today.log.save_button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert len(logged(store)) == 1


def test_saved_is_said_in_place_and_more_can_be_added(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    assert "Saved." not in today.texts()
    today.chips[0].setFocus()
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)

    assert "Saved." in today.texts()
    assert not today.chips[0].isChecked()
    assert QApplication.focusWidget() is today.log.more_button
    press(qtbot, Qt.Key.Key_Return)
    assert today.went == [("edit", logged(store)[0].id)]
    click(qtbot, today.chips[0])
    assert "Saved." not in today.texts()


def test_undo_takes_it_back_and_says_no_longer_saved(qtbot, look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    assert today.lately.isVisible()

    store.undo()

    assert logged(store) == []
    assert "Saved." not in today.texts()
    assert not today.lately.isVisible()


def test_someone_else_takes_along_whom_one_chose(qtbot, look, store, open_page):
    (amira,) = keep(store, "Amira")
    today = open_page(look, store)
    click(qtbot, today.log.else_button)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.else_button)
    assert today.went == [("log", ()), ("log", (amira,))]
    assert not today.chips[0].isChecked()


def test_a_person_who_is_gone_meanwhile_gets_a_sentence(qtbot, monkeypatch, look, store, clock, open_page):
    amira, sam = keep(store, "Amira", "Sam")
    today = open_page(look, store)
    other = Store(open_vault(store.vault.places), clock)
    other.people.purge([amira])
    other.close()
    said = []
    monkeypatch.setattr(Notice, "show_it", said.append)

    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)

    assert len(said) == 1
    assert logged(store) == []
    today.page.refresh()
    assert [chip.person for chip in today.chips] == [sam]


# -- who is offered ------------------------------------------------------------------------------------------


def test_at_most_eight_and_those_last_in_touch_first(look, store, open_page):
    ids = keep(store, *(f"Person {letter}" for letter in "abcdefghij"))
    store.check_ins.log(CheckIn((ids[9],), on=TODAY - timedelta(days=2)))
    today = open_page(look, store)
    assert len(today.chips) == 8
    assert today.chips[0].person == ids[9]


def test_nobody_changes_place_while_one_looks(qtbot, look, store, open_page):
    keep(store, "Amira", "Sam", "Noor")
    today = open_page(look, store)
    before = [chip.person for chip in today.chips]
    click(qtbot, today.chips[2])
    click(qtbot, today.log.save_button)
    assert [chip.person for chip in today.chips] == before


def test_what_is_chosen_and_the_keyboard_stay_when_someone_is_added_elsewhere(look, store, clock, open_page):
    keep(store, "Amira", "Sam")
    today = open_page(look, store)
    today.chips[1].click()
    today.chips[0].setFocus()
    chosen, focused = today.chips[1].person, today.chips[0].person
    other = Store(open_vault(store.vault.places), clock)
    keep(other, "Noor", circle=Circle.CLOSEST)
    other.close()

    assert store.poll()

    assert len(today.chips) == 3
    assert today.log.chips.chosen() == (chosen,)
    assert [chip.person for chip in today.chips if chip.hasFocus()] == [focused]
    assert today.log.save_button.isEnabled()


@pytest.mark.parametrize("status", [Status.DIED, Status.ENDED, Status.UNSAFE])
def test_who_died_or_is_not_suggested_is_gone_in_the_same_action(look, store, open_page, status):
    amira, sam = keep(store, "Amira", "Sam")
    store.check_ins.log(CheckIn((amira,), on=TODAY, way=Way.CALL))
    store.check_ins.log(CheckIn((amira, sam), on=TODAY))
    today = open_page(look, store)
    assert "Amira, a call" in today.texts()

    store.people.set_status(amira, status)

    assert [chip.person for chip in today.chips] == [sam]
    assert not any("Amira" in text for text in today.texts())
    assert "Sam" in today.texts()


def test_two_of_one_name_are_told_apart_by_a_role(look, store, open_page):
    store.people.add_many(
        [Supporter(name="Sam", roles=("neighbour",)), Supporter(name="sam"), Supporter(name="Noor")]
    )
    today = open_page(look, store)
    assert {chip.accessibleName() for chip in today.chips} == {"Sam (neighbour)", "sam", "Noor"}


def test_a_photo_is_shown_and_a_damaged_one_does_no_harm(look, store, open_page):
    amira, sam, noor = keep(store, "Amira", "Sam", "Noor")
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#FF0000"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    red.save(buffer, b"PNG")
    store.people.set_photo(amira, buffer.data().data())
    store.people.set_photo(sam, b"no picture")
    today = open_page(look, store)
    colours = {
        chip.person: chip.icon().pixmap(30, 30).toImage().pixelColor(15, 8).name() for chip in today.chips
    }
    assert colours[amira] == "#ff0000"
    assert colours[sam] == colours[noor] != "#ff0000"


def test_chosen_is_told_by_more_than_colour(look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    chip = today.chips[0]
    before = chip.grab().toImage()
    size = chip.size()
    chip.setChecked(True)
    QApplication.processEvents()
    grey = [
        image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (before, chip.grab().toImage())
    ]
    differ = sum(
        abs(grey[0].pixelColor(x, y).value() - grey[1].pixelColor(x, y).value()) > 60
        for x in range(chip.width())
        for y in range(chip.height())
    )
    assert differ > 100
    assert chip.size() == size == chip.sizeHint()


# -- names as they were typed --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_shown_as_typed(qtbot, look, store, open_page, name):
    keep(store, name)
    kept = store.people.all()[0].name
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)

    shown = today.chips[0].text().replace("&&", "&").rstrip("…\u200d")
    assert shown
    assert kept.startswith(shown)
    assert kept.startswith(today.chips[0].accessibleName())
    assert "<b>" not in today.chips[0].toolTip()
    assert "<img" not in today.chips[0].toolTip()
    row = today.lately.rows[0][1]
    assert row.textFormat() is Qt.TextFormat.PlainText
    assert kept.startswith(row.text().strip("\u2068\u2069").rstrip("…"))


def test_ordinary_names_are_not_cut(look, store, open_page):
    names = {"Amira", "Benedikta von Hohenstein", "Mum", "Sam & Jo"}
    keep(store, *names)
    today = open_page(look, store)
    assert {chip.text().replace("&&", "&") for chip in today.chips} == names


@pytest.mark.parametrize("size", [100, 200])
def test_no_name_makes_the_page_wider_than_the_window(qapp, store, open_page, size):
    look = Look(text_size=size)
    theme.apply(qapp, look)
    ids = keep(store, *ODD_NAMES)
    for one in ids[:5]:
        store.check_ins.log(CheckIn((one,), on=TODAY, way=Way.MESSAGE))
    today = open_page(look, store, (616, 500))
    width = today.page.viewport().width()
    assert today.page.inside.width() <= width
    for widget in today.page.inside.findChildren(QWidget):
        if widget.isVisible():
            right = widget.mapTo(today.page.inside, QPoint(widget.width(), 0)).x()
            assert right <= width, (widget, right)


@pytest.mark.parametrize("names", [["Amira"], ["Amira", "Sam", "Noor"], ["Benedikta von Hohenstein"] * 12])
def test_people_and_save_are_seen_without_scrolling_at_double_text(qapp, store, open_page, names):
    look = Look(text_size=200)
    theme.apply(qapp, look)
    keep(store, *names)
    # 1366 x 768 without a rail of 104, the menus and the undo bar.
    today = open_page(look, store, (1262, 768 - 70 - 80))
    assert today.seen_whole(today.chips[0])
    assert today.seen_whole(today.log.save_button)


def test_whoever_is_chosen_is_never_folded_away(qapp, store, open_page):
    look = Look(text_size=200)
    theme.apply(qapp, look)
    keep(store, *(f"Benedikta von Hohenstein {n}" for n in range(8)))
    today = open_page(look, store, (1262, 700))
    hidden = [chip for chip in today.chips if not chip.isVisible()]
    assert hidden
    today.window.resize(3400, 700)
    QApplication.processEvents()
    hidden[-1].click()
    today.window.resize(700, 700)
    QApplication.processEvents()
    assert hidden[-1].isVisible()


# -- lately --------------------------------------------------------------------------------------------------


def test_lately_is_at_most_five_newest_in_soft_words(look, store, open_page):
    amira, sam, noor, mum = keep(store, "Amira", "Sam", "Noor", "Mum")
    for days, people, way in (
        (40, (mum,), Way.LETTER),
        (8, (mum,), None),
        (9, (sam, noor), Way.GROUP),
        (3, (amira, sam, noor, mum), Way.IN_PERSON),
        (1, (amira,), Way.CALL),
        (1, (sam, noor, mum), Way.VIDEO),
        (0, (noor,), Way.OTHER),
    ):
        store.check_ins.log(CheckIn(people, on=TODAY - timedelta(days=days), way=way))
    today = open_page(look, store)
    rows = [(when.text(), what.text()) for when, what in today.lately.rows if what.isVisible()]
    assert rows == [
        ("Today", "Noor"),
        ("Yesterday", "Sam, Noor and Mum, a video call"),
        ("", "Amira, a call"),
        ("Thursday", "Amira, Sam and others, in person"),
        ("Last week", "Mum"),
    ]
    assert today.lately.rows[2][1].accessibleName() == "Yesterday: Amira, a call"


def test_nothing_lately_is_nothing_to_see(look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    assert not today.lately.isVisible()
    assert "Lately" not in today.texts()


def test_all_check_ins_goes_there(qtbot, look, store, open_page):
    (amira,) = keep(store, "Amira")
    store.check_ins.log(CheckIn((amira,), on=TODAY))
    today = open_page(look, store)
    click(qtbot, today.lately.all_button)
    assert today.went == [("check-ins",)]


@given(st.integers(0, 40_000))
def test_no_distance_can_be_read_off_a_day(days):
    words = soft_when(TODAY - timedelta(days=days), TODAY)
    assert words
    assert not any(letter.isdigit() for letter in words)
    assert days < 14 or words == soft_when(TODAY - timedelta(days=14), TODAY)


# -- the hello -----------------------------------------------------------------------------------------------


def test_hello_without_time_pressure(look, store, open_page):
    keep(store, "Amira")
    today = open_page(look, store)
    assert today.page.title.text() == "Hello"
    assert today.page.subtitle.text() == "One small step is enough, and so is none."


def test_after_a_long_absence_nothing_waits_and_nothing_is_counted(look, store, open_page):
    amira, sam = keep(store, "Amira", "Sam")
    for days, person in ((240, amira), (244, sam), (260, amira)):
        store.check_ins.log(CheckIn((person,), on=TODAY - timedelta(days=days), way=Way.CALL))
    today = open_page(look, store)
    assert today.page.title.text() == "Hello. Nothing is waiting."
    said = " ".join(today.texts()).casefold()
    assert not any(letter.isdigit() for letter in said)
    assert not re.search(
        r"\b(ago|since|days?|weeks?|months?|long|last|again|back|missed|overdue|late)\b", said
    )


def test_the_first_check_in_after_an_absence_brings_the_plain_hello(qtbot, look, store, clock, open_page):
    (amira,) = keep(store, "Amira")
    store.check_ins.log(CheckIn((amira,), on=TODAY))
    clock.move(timedelta(days=27))
    today = open_page(look, store)
    assert today.page.title.text() == "Hello"
    clock.move(timedelta(days=1))
    today.page.refresh()
    assert today.page.title.text() == "Hello. Nothing is waiting."
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    assert today.page.title.text() == "Hello"
    assert logged(store)[0].on == TODAY + timedelta(days=28)


# -- before the notes are open -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [100, 115, 150, 200])
def test_nothing_jumps_when_the_notes_open(qapp, store, open_page, size):
    look = Look(text_size=size)
    theme.apply(qapp, look)
    amira, *_ = keep(store, "Amira", "Sam")
    store.check_ins.log(CheckIn((amira,), on=TODAY))
    today = open_page(look, None, (1000, 1400))
    assert set(today.texts()) == {"Hello", "One small step is enough, and so is none."}
    before = [today.page.title.geometry(), today.page.subtitle.geometry(), today.page.frame.geometry()]

    today.page.set_store(store)
    QApplication.processEvents()

    place = today.page.one_place
    assert place.part is today.log
    assert today.log.size() == place.size()
    assert [today.page.title.geometry(), today.page.subtitle.geometry(), place.geometry()] == before
    assert not today.page.frame.isVisible()


def test_refresh_before_the_notes_are_open_does_nothing(look, open_page):
    today = open_page(look, None)
    today.page.refresh()
    assert today.page.frame.isVisible()


# -- by keyboard and to a screen reader ----------------------------------------------------------------------


def test_tab_goes_as_one_reads(qtbot, look, store, clock, open_page):
    (amira, *_) = keep(store, "Amira", "Sam")
    store.check_ins.log(CheckIn((amira,), on=TODAY))
    today = open_page(look, store)
    keep(store, "Noor")
    today.chips[1].click()
    stops, focus = [], today.first
    focus.setFocus()
    for _ in range(6):
        press(qtbot, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    log = today.log
    assert stops == [*today.chips, log.save_button, log.else_button, today.lately.all_button]


def test_arrows_move_between_people_and_stop_at_the_ends(qtbot, look, store, open_page):
    keep(store, "Amira", "Sam", "Noor")
    today = open_page(look, store)
    today.chips[0].setFocus()
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        press(qtbot, key)
        walked.append(today.chips.index(QApplication.focusWidget()))
    assert walked == [0, 1, 2, 2, 1]


def test_everything_that_can_be_pressed_has_a_name_and_is_large_enough(qtbot, look, store, open_page):
    keep(store, "Amira")
    store.people.add(Supporter(name="Thursday group", kind=Kind.GROUP))
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    buttons = [one for one in today.page.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) == 6
    for button in buttons:
        assert button.accessibleName()
        assert button.height() >= 32, button.text()


def test_the_cards_stand_below_each_other_without_touching(look, store, open_page):
    ids = keep(store, "Amira", "Sam")
    store.check_ins.log(CheckIn(tuple(ids), on=TODAY))
    today = open_page(look, store, (616, 500))
    page = today.page
    parts = [page.title, page.subtitle, page.one_place, page.lately]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
        assert above.geometry().left() == below.geometry().left()


def test_the_clock_is_asked_when_saving_not_when_opening(qtbot, look, tmp_path, open_page, clock):
    clock.move(datetime(2026, 11, 22, 23, 59).astimezone() - clock.now())
    store = Store(open_vault(places(tmp_path / "night")), clock)
    keep(store, "Amira")
    today = open_page(look, store)
    clock.move(timedelta(minutes=2))
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    assert logged(store)[0].on == TODAY + timedelta(days=1)
    assert isinstance(clock, FixedClock)
    store.close()
