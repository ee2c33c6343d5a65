"""Help right now as a person sees it: every place, at every hour, with any file broken."""

import re
import shutil
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from supportnet_gui.core import content
from supportnet_gui.core.paths import resources
from supportnet_gui.ui.crisis import CrisisPage
from supportnet_gui.ui.crisis.cards import LineCard
from supportnet_gui.ui.crisis.number import NumberLine
from tests.ui.crisis_kit import (
    AUCKLAND,
    GLASGOW,
    PLACES,
    Opener,
    button,
    card,
    catch_pages,
    height_of,
    open_others,
    shown,
    words,
)


@pytest.fixture
def open_page(qtbot, look):
    return Opener(qtbot, look)


def ways_of(lines):
    return [way for line in lines for way in line.ways]


@pytest.mark.parametrize(("country", "nation"), PLACES)
def test_every_line_of_every_place_is_shown(open_page, country, nation):
    page = open_page(country, nation)
    open_others(page)
    numbers = [line.number for line in shown(page, NumberLine)]
    first, *more = page.panel.emergency.ways
    before, after = (
        (page.panel.talk_now, page.panel.others) if page.panel.talk_now else (page.panel.others, ())
    )
    ways = [first, *ways_of(before), *ways_of(after), *more]
    assert numbers == [way.number for way in ways]
    for line in shown(page, NumberLine):
        assert line.number in line.text()
        assert line.textFormat() is Qt.TextFormat.PlainText
    everything = "\n".join(words(page))
    for line in page.panel.lines[1:]:
        assert line.name in everything
        for part in (line.menu, line.for_whom, line.expect):
            assert part in everything
    assert "22 November 2026" in everything
    assert "cannot call for help for you" in everything
    assert "Needs the internet." in everything


def test_glasgow_on_a_tuesday_at_three(open_page):
    page = open_page("GB", "GB-SCT", GLASGOW)
    assert shown(page, NumberLine)[0].text() == "Call 999"
    now = [one.service.id for one in shown(page, LineCard)]
    assert now == ["gb-samaritans", "gb-sct-nhs24", "gb-shout"]
    assert "Want to talk now?" in words(page)
    page.others.toggle()
    assert "Closed now, opens at 6 pm." in words(page)


def test_auckland_at_three(open_page):
    page = open_page("NZ", None, AUCKLAND)
    assert [one.service.id for one in shown(page, LineCard)] == ["nz-1737"]
    page.others.toggle()
    assert "Closed now, opens at 7 am." in words(page)


def test_hours_are_told_in_the_lines_own_zone(open_page):
    in_sydney = GLASGOW.astimezone(ZoneInfo("Australia/Sydney"))
    page = open_page("GB", "GB-SCT", in_sydney)
    page.others.toggle()
    assert "Closed now, opens at 6 pm there." in words(page)


def test_what_is_open_is_asked_anew_each_time_the_page_is_shown(qtbot, look):
    moments = [GLASGOW]
    page = CrisisPage(look, "GB", "GB-SCT", print, lambda: moments[-1])
    qtbot.addWidget(page)
    page.show()
    page.others.toggle()
    page.hide()
    moments.append(GLASGOW.replace(hour=19))
    page.show()
    assert "Open now, until 2 am." in words(page)


def test_the_first_box_names_every_emergency_number(open_page):
    box = open_page("ZA").emergency
    when = next(label for label in box.findChildren(QLabel) if "if:" in label.text())
    assert when.text().startswith("from a mobile phone, or call 10177 (for an ambulance), or call 10111")
    assert "or call 1 0 1 7 7 (for an ambulance)" in when.accessibleName()


def test_northern_ireland_has_no_111(open_page):
    page = open_page("GB", "GB-NIR")
    page.others.toggle()
    assert "111" not in [line.number for line in shown(page, NumberLine)]
    assert "Call 0808 808 8000" in words(page)


def test_a_country_without_a_sure_line_shows_what_it_has(open_page):
    """The hours of France's one line are partly hearsay: it stands there with them, never folded away."""
    page = open_page("FR")
    assert [one.service.id for one in shown(page, LineCard)] == ["fr-3114"]
    assert "Want to talk now?" not in words(page)
    assert not hasattr(page, "others")


def test_the_menu_choice_stands_beside_the_number(open_page):
    veterans = card(open_page("US"), "us-veterans-crisis-line")
    assert {"Call 988", "Then press 1.", "Text 838255"} <= {
        label.text() for label in veterans.findChildren(QLabel)
    }


def test_a_line_that_is_not_for_a_crisis_names_one_that_is(open_page):
    page = open_page("US")
    page.others.toggle()
    assert "Not for a crisis. In a crisis, 988 Suicide & Crisis Lifeline: Call or text 988." in words(page)


def test_number_hours_and_buttons_stand_before_what_explains_them(open_page):
    page = open_page("US")
    one = card(page, "us-988")
    explained = next(label for label in one.findChildren(QLabel) if "automatic" in label.text())
    copy = button(page, "Copy number 9 8 8")
    order = [label for label in one.findChildren(QLabel) if label.text() == "United States. Day and night."]
    heights = [height_of(page, widget) for widget in (*order, copy, explained)]
    assert heights == sorted(set(heights))
    assert "veteran" not in explained.text()


def test_further_numbers_are_quieter_each_on_one_line(open_page):
    page = open_page("DE", size=(920, 900))
    first, *more = card(page, "de-telefonseelsorge").findChildren(NumberLine)
    assert [line.number for line in more] == ["0800 111 0 222", "116 123"]
    for line in more:
        assert line.font().pixelSize() < first.font().pixelSize()
        copy = button(page, f"Copy number {content.spoken(line.number)}")
        assert copy.text() == "Copy"
        assert abs(middle_of(page, copy) - middle_of(page, line)) <= 2


def middle_of(page, widget):
    return height_of(page, widget) + widget.height() // 2


def test_the_day_of_the_facts_is_said_once_for_all(open_page):
    page = open_page("US")
    page.others.toggle()
    dated = [text for text in words(page) if "2026" in text]
    assert len(dated) == 1
    assert dated[0].startswith(
        "All numbers and pages shown here were gathered from public sources on 22 November 2026."
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("gathered_on = 2026-11-22\n\n", "gathered_on = 2026-12-01\n\n", "Gathered 1 December 2026"),
        (
            "gathered_on = 2026-11-22\n\n",
            "gathered_on = 2026-11-22\nconfirmed_on = 2026-12-01\n\n",
            "Confirmed 1 December 2026",
        ),
    ],
)
def test_a_day_of_its_own_stands_on_each_card(open_page, folder, old, new, said):
    file = folder / "crisis" / "us.toml"
    text = file.read_text(encoding="utf-8")
    changed = text.count(old)  # all but the last, which is of the lines folded away
    file.write_text(text.replace(old, new), encoding="utf-8")
    page = open_page("US", folder=folder)
    assert changed == 4
    assert words(page).count(said) == changed
    foot = "Numbers and pages with no date beside them were gathered from public sources on 22 November 2026."
    assert words(page)[-1].startswith(foot)


def test_old_facts_come_with_a_word_of_care(open_page):
    care = "If a number does not connect"
    young, old = open_page("US"), open_page("US", now=GLASGOW.replace(year=2027))
    assert not any(care in text for text in words(young))
    assert any(care in text for text in words(old))


def test_nothing_is_built_for_lines_nobody_asked_for(open_page):
    page = open_page("GB", "GB-SCT")
    assert len(page.findChildren(LineCard)) == 3
    page.others.toggle()
    assert len(page.findChildren(LineCard)) == 8
    page.others.toggle()
    assert len(shown(page, LineCard)) == 3


# Choosing a place.


def test_without_a_country_there_is_no_digit_but_the_date(open_page):
    page = open_page()
    assert "Call your local emergency number" in words(page)
    assert shown(page, NumberLine) == []
    for text in words(page):
        assert not re.search(r"\d", text.replace("22 November 2026", "")), text
    for country in content.countries():
        assert button(page, content.names().country(country)).isVisible()


def test_another_country_is_told_what_can_be_told(open_page):
    page = open_page()
    button(page, "Another country").click()
    assert any("In the European Union this is 112." in text for text in words(page))
    assert shown(page, NumberLine) == []
    assert open_page.chosen == []


def test_choosing_a_country_by_keys_shows_its_numbers(open_page):
    page = open_page()
    ireland = button(page, "Ireland")
    ireland.setFocus()
    QTest.keyClick(ireland, Qt.Key.Key_Space)
    assert open_page.chosen == [("IE", None)]
    assert shown(page, NumberLine)[0].text() == "Call 112"
    assert QApplication.focusWidget() is page.emergency.heading


def test_great_britain_is_asked_for_its_nation_with_its_numbers_in_sight(open_page):
    page = open_page()
    button(page, "United Kingdom").click()
    assert open_page.chosen == [("GB", None)]
    assert [line.number for line in shown(page, NumberLine)] == ["999", "116 123", "85258", "112"]
    assert [one.service.id for one in shown(page, LineCard)] == ["gb-samaritans", "gb-shout"]
    assert "Which part of the United Kingdom?" in words(page)
    page.set_place("GB", None)  # as a window does that keeps the choice and tells it to the page again
    button(page, "Scotland").click()
    assert open_page.chosen == [("GB", None), ("GB", "GB-SCT")]
    assert page.place.text() == "United Kingdom (Scotland) · change"
    assert "Which part of the United Kingdom?" not in words(page)


def test_not_sure_is_an_answer(open_page):
    page = open_page()
    button(page, "United Kingdom").click()
    button(page, "Not sure, or all of it").click()
    assert open_page.chosen == [("GB", None), ("GB", None)]
    assert "111" not in [line.number for line in shown(page, NumberLine)]
    assert "Which part of the United Kingdom?" not in words(page)


def test_the_place_can_be_changed_on_the_page(open_page):
    page = open_page("US")
    page.place.click()
    assert shown(page, NumberLine)[0].text() == "Call 911"
    assert button(page, "United States").isChecked()
    button(page, "New Zealand").click()
    assert open_page.chosen == [("NZ", None)]
    assert shown(page, NumberLine)[0].text() == "Call 111"


def test_set_place_shows_another_place_and_tells_nobody(open_page):
    page = open_page("US")
    page.set_place("ZA", None)
    assert [line.number for line in shown(page, NumberLine)] == ["112", "0800 567 567", "10177", "10111"]
    page.set_place(None, None)
    assert shown(page, NumberLine) == []
    assert open_page.chosen == []


@pytest.fixture
def folder(tmp_path):
    """A copy of resources/ to break."""
    shutil.copytree(resources() / "crisis", tmp_path / "crisis")
    return tmp_path


@pytest.mark.parametrize("junk", [None, b"", b"\x00\xff[[", b"country = 'GB'\nservice = 'none'\n"])
def test_a_broken_file_leaves_the_numbers_that_are_built_in(open_page, folder, junk):
    file = folder / "crisis" / "gb.toml"
    file.unlink()
    if junk is not None:
        file.write_bytes(junk)
    page = open_page("GB", "GB-SCT", folder=folder)
    assert [line.number for line in shown(page, NumberLine)] == ["999", "116 123", "111", "85258", "112"]
    assert any("Part of the list could not be read." in text for text in words(page))
    assert "or call 112 (reaches the same service), or go to A&E now if:" in "\n".join(words(page))
    assert "Find A Helpline" in words(page)
    page.place.click()
    button(page, "United States").click()
    assert shown(page, NumberLine)[0].text() == "Call 911"
    assert not any("could not be read" in text for text in words(page))


def test_a_country_that_is_not_built_in_shows_no_guessed_number(open_page, folder):
    names = folder / "crisis" / "en" / "names.toml"
    text = names.read_text(encoding="utf-8")
    names.write_text(text.replace("[countries]", '[countries]\nPT = "Portugal"'), encoding="utf-8")
    page = open_page("PT", None, folder=folder)
    assert "Call your local emergency number" in words(page)
    assert any("The list of numbers for Portugal could not be read." in text for text in words(page))
    assert shown(page, NumberLine) == []


@pytest.mark.parametrize(("country", "nation"), PLACES)
def test_without_any_file_it_opens_with_the_numbers_that_count(
    open_page, tmp_path, monkeypatch, country, nation
):
    opened = catch_pages(monkeypatch)
    page = open_page(country, nation, folder=tmp_path / "nowhere")
    with_files = open_page(country, nation)
    for panel_page in (page, with_files):
        open_others(panel_page)
    numbers = [line.text() for line in shown(page, NumberLine)]
    assert numbers[0] == shown(with_files, NumberLine)[0].text()
    assert set(numbers) <= {line.text() for line in shown(with_files, NumberLine)}
    assert all(way.number in "\n".join(numbers) for way in ways_of(with_files.panel.talk_now))
    button(page, "Open the page, Find A Helpline, opens in your browser").click()
    assert opened == ["https://findahelpline.com/"]


def test_words_of_a_file_are_never_markup(open_page, folder):
    file = folder / "crisis" / "en" / "us.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('menu = "Then press 1."', 'menu = "<b>1</b> & <img src=x>"'), encoding="utf-8"
    )
    page = open_page("US", folder=folder)
    assert "<b>1</b> & <img src=x>" in words(page)
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_it_starts_at_its_top(open_page):
    page = open_page("US", size=(520, 400))
    page.verticalScrollBar().setValue(300)
    page.focus_first()
    assert page.verticalScrollBar().value() == 0
