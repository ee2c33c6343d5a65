"""The texts of the library: whole, plain, our own, and with every item of the source documents in them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from supportnet_gui.core.content import digits
from supportnet_gui.core.content.library import library
from supportnet_gui.core.content.library_links import links
from supportnet_gui.core.content.library_model import Entry
from supportnet_gui.core.content.model import ChannelType
from supportnet_gui.core.content.support_words import SupportWords, read_support
from supportnet_gui.core.paths import resources
from supportnet_gui.core.resource_model import CardPart, Section
from tests.core import library_kit
from tests.core.library_kit import FILES, copied, grade, sentences, texts

SHIPPED = library()
ITEMS = tomllib.loads((resources() / "library" / "items.toml").read_text(encoding="utf-8"))["item"]
NEVER = (
    r"\b(should|must|have to do|ought|don't forget|remember to|overdue|failed|failure|struggling with|battle\w*|"
    r"fight\w*|suffer\w*|victim\w*|commit\w*|burden\w*|promise\w*|guarantee\w*|cure you|healing|get better|"
    r"well done|proud|journey|resilien\w+|mentally ill|too late|streak|so much to live for)\b|!"
)

READ = [file for file in FILES if file.parent.name != "library"]
"""The files that hold sentences; the others hold facts."""

written = pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")


def entries() -> list[Entry]:
    return list(SHIPPED.entries)


def test_every_file_is_sound_and_every_entry_is_there() -> None:
    assert SHIPPED.left_out == ()
    assert [one.section for one in SHIPPED.sections] == list(Section)
    assert all(one.title != one.section and one.intro for one in SHIPPED.sections)
    assert all(SHIPPED.of(section) for section in Section)
    assert len({one.title for one in entries() if not one.services}) == sum(
        not one.services for one in entries()
    )


def test_words_and_facts_have_each_other() -> None:
    for section in Section:
        facts = tomllib.loads((resources() / "library" / f"{section}.toml").read_text(encoding="utf-8"))
        words = tomllib.loads(
            (resources() / "library" / "en" / f"{section}.toml").read_text(encoding="utf-8")
        )
        assert [one["id"] for one in facts["entry"]] == list(words["entry"]), section
    facts = tomllib.loads((resources() / "library" / "services.toml").read_text(encoding="utf-8"))
    words = tomllib.loads((resources() / "library" / "en" / "services.toml").read_text(encoding="utf-8"))
    assert [one["id"] for one in facts["service"]] == list(words["service"])


def test_every_item_of_the_two_documents_is_carried_by_an_entry() -> None:
    assert Counter(key[0] for key in ITEMS) == {"A": 68, "B": 56}
    carried = {source.id for one in entries() for source in one.sources}
    assert sorted(set(ITEMS) - carried) == []
    for one in entries():
        for source in one.sources:
            assert source.document in ("000", "002")
            assert re.fullmatch(r"\d+([-,] ?\d+)?", source.line)
            assert source.about


def test_every_service_named_in_the_documents_is_there_with_its_facts() -> None:
    for item, service in {
        "A21": "doc-7cups", "A22": "doc-the-mighty", "A23": "doc-r-depression", "A31": "doc-meetup", "A38": "doc-blurt",
        "A39": "doc-nami-social", "A40": "doc-facebook-groups", "A51": "doc-betterhelp", "A52": "doc-talkspace",
        "A53": "doc-psychology-today", "A60": "us-crisis-text-line", "A61": "us-988", "A67": "us-nami-helpline",
        "A68": "doc-the-mighty", "B24": "gb-nhs-depression", "B45": "gb-nhs-urgent-guidance", "B46": "gb-eng-nhs111",
        "B47": "any-gp", "B48": "gb-emergency",
    }.items():  # fmt: skip
        [one] = [one for one in entries() if item in {source.id for source in one.sources}]
        assert service in {found.id for found in one.services}, item


@written
def test_no_sentence_of_a_document_is_copied(file: Path) -> None:
    assert [row for text in texts(file) for row in copied(text)] == []


def test_a_copied_sentence_would_be_found() -> None:
    # Short enough to quote: the test of the test.
    assert copied("They told me that support does not need to be perfect to be helpful, and more.")
    assert not copied("Nothing like that stands in either of the two, I think.")


@pytest.mark.parametrize("file", READ, ids=lambda file: file.name)
def test_words_are_plain_short_and_kind(file: Path) -> None:
    for text in texts(file):
        assert not re.search(NEVER, text, re.IGNORECASE), text
        assert text == text.strip()
        for sentence in sentences(text):
            assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("file", READ, ids=lambda file: file.name)
def test_texts_read_easily(file: Path) -> None:
    assert grade(texts(file)) <= 6


def test_an_entry_says_what_it_is_how_it_starts_and_the_first_step() -> None:
    for one in entries():
        assert one.title
        assert one.what, one.id
        assert one.starts, one.id
        assert one.first_step, one.id
        assert len(one.what.split()) <= 45, one.id
        assert bool(one.when) == bool(one.then), one.id
        assert not one.when or re.match(r"(When|If) ", one.when), one.id
        assert not one.then or re.match(r"I ", one.then), one.id


def test_where_nobody_is_yet_there_are_first_real_steps_that_need_nobody() -> None:
    found = SHIPPED.beginnings
    assert 4 <= len(found) <= 7
    assert len({one.section for one in found}) >= 3
    for one in found:
        assert not one.countries
        assert not re.search(r"\b(friend|family|partner)s?\b", f"{one.starts} {one.first_step} {one.then}")


def test_links_are_only_https_tel_and_sms_and_say_what_is_shown() -> None:
    for one in entries():
        for link in links(one):
            assert re.fullmatch(r"https://\S+|(tel|sms):\d+", link.uri), (one.id, link)
            if link.uri.startswith(("tel:", "sms:")):
                assert link.uri.partition(":")[2] == digits(link.shown)


def test_what_may_not_be_shown_yet_has_no_link_and_no_number() -> None:
    held_back = {"the-mighty", "blurt", "facebook-groups", "nhs-groups", "gb-emergency-sms"}
    for one in entries():
        if one.id in held_back:
            assert not [link for link in links(one) if one.id != "gb-emergency-sms"], one.id
            assert not [c for service in one.services for c in service.channels], one.id
    assert {"gb-samaritans-welsh", "eu-116123"}.isdisjoint(s.id for one in entries() for s in one.services)


def test_every_service_has_a_country_a_day_it_was_gathered_on_and_says_whom_it_is_for() -> None:
    for one in entries():
        for service in one.services:
            assert date(2026, 11, 22) <= service.gathered_on <= (service.confirmed_on or date.max), service.id
            assert service.country
            assert service.cost in ("free", "paid", "unknown")
            assert service.for_whom or service.kind == "emergency", service.id


def test_paid_services_say_so_and_stand_after_the_free_ones() -> None:
    paid = [one for one in entries() if any(service.cost == "paid" for service in one.services)]
    assert {one.id for one in paid} == {"betterhelp", "talkspace"}
    assert all("costs money" in one.title and one.caution for one in paid)
    assert SHIPPED.of(Section.THERAPY)[-2:] == tuple(paid)
    for one in entries():
        assert not ("free" in one.tags and any(service.cost == "paid" for service in one.services))


def test_help_lines_are_named_once_and_never_doubled() -> None:
    own = tomllib.loads((resources() / "library" / "services.toml").read_text(encoding="utf-8"))["service"]
    crisis = {
        service["id"]
        for file in resources().glob("crisis/*.toml")
        for service in tomllib.loads(file.read_text(encoding="utf-8"))["service"]
    }
    assert crisis.isdisjoint(one["id"] for one in own)
    shown = Counter(one.id for one in entries())
    lines = {
        service.id
        for one in entries()
        for service in one.services
        if any(c.type in (ChannelType.CALL, ChannelType.TEXT) for c in service.channels)
    }
    assert all(shown[line] == 1 for line in lines if "emergency" not in line)
    assert {one for one in crisis if "emergency" not in one} <= set(shown)


def support() -> SupportWords:
    return read_support(resources(), "en")


def test_the_page_and_the_card_are_whole() -> None:
    words = support()
    assert len(words.page.part) >= 5
    assert {item for part in words.page.part for item in part.items} <= set(ITEMS)
    assert {f"B{number}" for number in range(25, 33)} <= {i for part in words.page.part for i in part.items}
    assert [part.id for part in words.card.part] == list(CardPart)
    assert all(len(part.suggestions) >= 5 for part in words.card.part)
    assert words.card.can_say_no == "You can say no to any of this."
    assert words.card.in_danger == (
        "If you think I am in danger, call {number}. You do not have to handle it alone."
    )
    assert words.card.lead == "I wrote down what helps me. Nothing to do now."


def test_the_card_takes_no_relative_partner_or_gender_for_granted() -> None:
    found = " ".join(
        text for file in library_kit.FILES if file.parent.name == "support" for text in texts(file)
    )
    assert not re.search(
        r"\b(mother|father|mum|dad|wife|husband|partner|he|she|him|her)\b", found, re.IGNORECASE
    )
    assert "Supportnet" not in found
