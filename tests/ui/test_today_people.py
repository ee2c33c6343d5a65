"""Whom Today offers for a check-in, and how their names and pictures are shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from supportnet_gui.core.model import CheckIn, Circle, Status, Supporter, Way
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from supportnet_gui.ui import theme
from supportnet_gui.ui.theme import Look
from tests.ui.test_today_window import click, keep, opening

TODAY = date(2026, 11, 22)
ODD_NAMES = (
    "x" * 10_000,
    "<b>Bo</b><img src=x>",
    "<img src=x>" * 40,
    "Tom & Jerry && co",
    "محمد الطويل " * 30,
    "👩‍👩‍👧‍👦 🌻",
    "Zoë̂̃́",
)


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


def test_at_most_five_and_those_last_in_touch_first(look, store, open_page):
    ids = keep(store, *(f"Person {letter}" for letter in "abcdefghij"))
    store.check_ins.log(CheckIn((ids[9],), on=TODAY - timedelta(days=2)))
    today = open_page(look, store)
    assert len(today.chips) == 5
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


def test_a_photo_is_shown_and_a_damaged_one_does_no_harm(look, store, tmp_path, open_page):
    amira, sam, noor = keep(store, "Amira", "Sam", "Noor")
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#FF0000"))
    assert red.save(str(tmp_path / "red.png"))
    store.people.set_photo(amira, (tmp_path / "red.png").read_bytes())
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
def test_name_and_main_button_are_seen_without_scrolling_at_double_text(qapp, store, open_page, names):
    look = Look(text_size=200)
    theme.apply(qapp, look)
    keep(store, *names)
    # 1366 x 768 without a rail of 104, the menus and the undo bar.
    today = open_page(look, store, (1262, 768 - 70 - 100))
    assert today.seen_whole(today.card.name)
    assert today.seen_whole(today.card.copy_button)


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
