"""Cards and the page as files: what is in them, and what is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from supportnet_gui.core.content.support_words import support_words
from supportnet_gui.core.resource_model import SupportCard
from supportnet_gui.ui.around.lines import Lines
from supportnet_gui.ui.around.sheet import (
    Sheet,
    card_sheet,
    document,
    page_sheet,
    pdf,
    picture,
    sheet_as_text,
)
from supportnet_gui.ui.around.taking import file_name

from .around_kit import everything_in, pdf_words, png_chunks

WORDS = support_words()
HOSTILE = "<b>Tea</b> & <img src='https://example.org/x.png'> \u202ecake"
CARD = SupportCard(
    helps=("Listen. I don't need advice.", HOSTILE),
    helps_not=("Long phone calls.",),
    how_i_say=("I send a heart and nothing else.",),
    not_asking=("To know what to say.",),
)


@pytest.fixture(autouse=True)
def named(qapp):
    """The names the program goes by, which must not find their way into a file."""
    before = QCoreApplication.applicationName()
    QCoreApplication.setApplicationName("Supportnet")
    yield
    QCoreApplication.setApplicationName(before)


def sheet(name: str = "Amira", number: str | None = "999") -> Sheet:
    return card_sheet(CARD, WORDS.card, name, number)


def test_a_pdf_names_no_program():
    everything = everything_in(pdf(sheet())).lower()
    for word in (
        b"supportnet",
        b"support\x00n\x00e\x00t",
        "supportnet".encode("utf-16-be"),
        b"pyside",
        b"pytest",
    ):
        assert word not in everything
    assert b"/creator ()" in everything
    assert "How to support me, for Amira".encode("utf-16-be") in pdf(sheet())


def test_a_pdf_says_what_stands_on_the_card(tmp_path):
    found = " ".join(pdf_words(pdf(sheet()), tmp_path).split())
    for line in ("How to support me, for Amira", "What helps", "Listen. I don't need advice.", "<b>Tea</b> &",
                 "What does not help", "Long phone calls.", "I send a heart and nothing else.",
                 "To know what to say.", "You can say no to any of this.", "call 999."):  # fmt: skip
        assert line in found


def test_the_page_to_read_fits_one_sheet_of_paper(tmp_path):
    made = pdf(page_sheet(WORDS.page))
    assert everything_in(made).count(b"/Type /Page\n") == 1
    assert "What often helps" in pdf_words(made, tmp_path)


def test_a_picture_holds_nothing_but_the_picture():
    data = picture(sheet())
    assert set(png_chunks(data)) <= {b"IHDR", b"pHYs", b"sBIT", b"sRGB", b"gAMA", b"IDAT", b"IEND"}
    assert b"supportnet" not in data.lower()
    image = QImage.fromData(data)
    assert image.width() == 1400
    assert image.pixelColor(2, 2).name() == "#ffffff"


def test_a_very_long_card_is_a_picture_all_the_same():
    card = SupportCard(helps=tuple(f"{number} {'word ' * 60}" for number in range(400)))
    image = QImage.fromData(picture(card_sheet(card, WORDS.card, "", None)))
    assert 10_000 < image.height() <= 16_001


def test_what_a_person_wrote_is_never_markup():
    text = document(sheet(name="<i>A</i>")).toPlainText()
    assert "<b>Tea</b> & <img" in text
    assert "for <i>A</i>" in text


def test_empty_parts_are_left_out_and_the_end_can_be_too():
    card = SupportCard(helps=("Listen.",), can_say_no=False, in_danger=False)
    made = card_sheet(card, WORDS.card, "", "999")
    assert [part.title for part in made.parts] == ["What helps"]
    assert made.closing == ()
    assert made.title == "How to support me"


def test_where_no_country_is_chosen_no_number_is_guessed():
    text = document(sheet(number=None)).toPlainText()
    assert "call the local emergency number" in text
    assert not any(letter.isdigit() for letter in text)


def test_the_page_as_text_begins_with_its_title():
    text = sheet_as_text(page_sheet(WORDS.page))
    assert text.startswith("For the people around me\n\n")
    assert "- Listen." in text


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("How to support me", "How to support me"),
        ("For A/B\\C: <x>?", "For A B C   x"),
        ("..", "Card"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_title_becomes_a_name_any_system_takes(title, name):
    assert file_name(title) == name


# -- the lines of a part -------------------------------------------------------------------------------------


def test_what_is_taken_out_comes_back_in_its_place():
    lines = Lines(("a", "b", "c"))
    lines.take(("a", "b", "mine"))
    lines.put("a", on=False)
    lines.put("mine", on=False)
    assert lines.chosen() == ("b",)
    lines.put("mine", on=True)
    lines.put("a", on=True)
    assert lines.chosen() == ("a", "b", "mine")


def test_ones_own_words_that_are_a_suggestion_are_that_suggestion():
    lines = Lines(("a", "b"))
    lines.add("b")
    assert [line.text for line in lines.all] == ["a", "b"]
    assert lines.chosen() == ("b",)


def test_words_changed_into_others_that_are_there_do_not_double():
    lines = Lines(("a",))
    lines.add("mine")
    lines.add("other")
    lines.change("mine", "a")
    assert lines.chosen() == ("a", "other")
    lines.change("other", "new")
    assert lines.chosen() == ("a", "new")
