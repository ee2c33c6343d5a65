"""The hello and the latest contacts: soft words, no gap, no count."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core.model import CheckIn, Way
from supportnet_gui.ui.today.lately import soft_when
from tests.ui.test_today_window import click, keep, logged, opening

TODAY = date(2026, 11, 22)


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


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
