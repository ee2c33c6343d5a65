"""The library put together: filters, search, links, one's own entries, and files that are damaged."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core.content.library import as_supporter, library, own_entry, with_own
from supportnet_gui.core.content.library_links import links, own_link
from supportnet_gui.core.content.library_model import ANYTHING, Library, LinkKind, Wanted
from supportnet_gui.core.content.library_search import LibrarySearch
from supportnet_gui.core.content.support_words import SupportWords, card_as_text, closing, support_words
from supportnet_gui.core.model import Circle, Kind, Protocol, Support
from supportnet_gui.core.paths import resources
from supportnet_gui.core.resource_model import (
    CardPart,
    MarkState,
    OwnChannel,
    OwnResource,
    Section,
    SupportCard,
    Tag,
)
from tests import check_content
from tests.core.store_kit import texts

SHIPPED = library()
SEARCH = LibrarySearch(SHIPPED)
CHOIR = OwnResource(
    "Café choir",
    id="own-1",
    section=Section.GROUPS,
    kind=Kind.GROUP,
    hours="Tuesday evenings",
    note="Ask for Zoë",
    tags=frozenset({Tag.NEAR}),
    channels=(OwnChannel(Protocol.CALL, "087 123 4567", "Zoë"), OwnChannel(Protocol.ADDRESS, "1 Main St")),
)


def ids(text: str, wanted: Wanted = ANYTHING, search: LibrarySearch = SEARCH) -> list[str]:
    return [one.id for one in search.found(text, wanted)]


# -- filters -----------------------------------------------------------------------------------------------------


def test_with_nothing_typed_all_that_fits_is_there_in_order() -> None:
    assert ids("") == ids("  ") == [one.id for one in SHIPPED.entries]
    talk = Wanted(section=Section.TALK)
    assert ids("", talk) == [one.id for one in SHIPPED.of(Section.TALK)]


@pytest.mark.parametrize("tag", Tag)
def test_each_filter_finds_something_and_only_what_it_asks_for(tag: Tag) -> None:
    found = SEARCH.found("", Wanted(tags=frozenset({tag})))
    assert 0 < len(found) < len(SHIPPED.entries)
    assert all(tag in one.tags for one in found)


def test_a_country_leaves_out_the_lines_of_others_and_keeps_what_is_everywhere() -> None:
    ireland = ids("", Wanted(country="IE"))
    assert "ie-samaritans" in ireland
    assert {"gb-samaritans", "us-988", "gb-emergency-sms", "talkspace"}.isdisjoint(ireland)
    assert {"a-walk", "any-findahelpline", "urgent-help", "betterhelp"} <= {*ireland}
    assert {"gb-samaritans", "us-988", "ie-samaritans"} <= {*ids("")}


def test_a_nation_has_its_own_lines_and_those_of_the_whole_country() -> None:
    scotland = ids("", Wanted(country="GB", region="GB-SCT"))
    assert {"gb-sct-breathing-space", "gb-samaritans", "nhs-urgent"} <= {*scotland}
    assert {"gb-nir-lifeline", "gb-eng-talking-therapies"}.isdisjoint(scotland)
    assert "gb-nir-lifeline" in ids("", Wanted(country="GB"))


def test_an_entry_of_a_country_shows_the_services_of_the_nation() -> None:
    urgent = SHIPPED.find("nhs-urgent")
    meetup = SHIPPED.find("meetup")
    assert urgent is not None
    assert meetup is not None
    northern = urgent.here("GB", "GB-NIR")
    assert "gb-nir-lifeline" in {one.id for one in northern}
    assert "111" not in {channel.value for one in northern for channel in one.channels}
    assert urgent.here("GB") == urgent.here(None) == urgent.services
    assert urgent.here("NZ") == ()
    assert meetup.here("NZ") == meetup.services


def test_a_line_with_texts_needs_no_speaking_and_one_without_does() -> None:
    silent = ids("", Wanted(section=Section.TALK, tags=frozenset({Tag.NO_SPEAKING})))
    assert {"gb-shout", "us-crisis-text-line", "us-988", "gb-hub-of-hope"} <= {*silent}
    assert {"gb-samaritans", "in-tele-manas", "gb-papyrus"}.isdisjoint(silent)


# -- search ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("walk", "a-walk"),
        ("wal", "a-walk"),
        ("WALK", "a-walk"),
        ("wälk", "a-walk"),
        ("gp", "a-doctor"),
        ("doctor", "a-doctor"),
        ("988", "us-988"),
        ("samaritans", "gb-samaritans"),
        ("book cl", "book-club"),
        ("betterh", "betterhelp"),
        ("7 cups", "7cups"),
        ("volunt", "volunteering"),
        ("journal", "journal"),
        ("diary", "journal"),
        ("church", "faith-community"),
        ("self-care", "one-small-thing"),
    ],
)
def test_what_is_meant_comes_first(typed: str, first: str) -> None:
    assert ids(typed)[0] == first


def test_every_entry_is_found_by_its_title() -> None:
    for one in SHIPPED.entries:
        assert one.id in ids(one.title)[:3], one.title


def test_where_no_entry_has_all_words_those_with_some_come() -> None:
    assert "a-walk" in ids("walk xyzzy")
    assert ids("xyzzy") == []
    assert ids("...") == []


def test_a_filter_narrows_a_search() -> None:
    assert ids("help", Wanted(section=Section.THERAPY)) == [
        one for one in ids("help") if (found := SHIPPED.find(one)) and found.section is Section.THERAPY
    ]


def test_own_entries_and_notes_are_found_and_stand_first() -> None:
    mine = with_own(SHIPPED, [CHOIR])
    search = LibrarySearch(mine, {"book-club": "the one with Fionnuala"})
    assert ids("cafe ch", search=search)[0] == "own-1"
    assert ids("zoe", search=search)[0] == "own-1"
    assert ids("fionn", search=search) == ["book-club"]
    assert mine.of(Section.GROUPS)[0].own == CHOIR
    assert [one for one in mine.entries if one.own is None] == list(SHIPPED.entries)


@given(
    text=texts, tags=st.frozensets(st.sampled_from(Tag)), country=st.sampled_from((None, "GB", "NZ", "XX"))
)
def test_nothing_typed_is_ever_an_error_and_the_filter_holds(
    text: str, tags: frozenset[Tag], country: str | None
) -> None:
    wanted = Wanted(tags=tags, country=country)
    found = SEARCH.found(text, wanted)
    assert all(wanted.fits(one) for one in found)
    assert len({one.id for one in found}) == len(found)


def test_a_key_press_takes_no_time() -> None:
    search = LibrarySearch(with_own(SHIPPED, [CHOIR] * 200))
    search.found("a")
    began = perf_counter()
    for end in range(1, 12):
        search.found("samaritans"[:end])
        search.found("group near me"[:end])
    assert (perf_counter() - began) / 22 < 0.05, "ten times what the figures ask for, for a busy machine"


# -- links and the map -------------------------------------------------------------------------------------------


def test_a_line_has_its_links_with_digits_as_shown_and_the_word_beside() -> None:
    line = SHIPPED.find("us-crisis-text-line")
    assert line is not None
    text, page = links(line)
    assert (text.kind, text.uri, text.shown, text.keyword) == (LinkKind.TEXT, "sms:741741", "741741", "HOME")
    assert (page.kind, page.uri) == (LinkKind.WEB, "https://www.crisistextline.org/")
    samaritans = SHIPPED.find("gb-samaritans")
    assert samaritans is not None
    assert links(samaritans)[0].uri == "tel:116123"


@pytest.mark.parametrize(
    ("protocol", "value", "uri"),
    [
        (Protocol.CALL, "087 123 4567", "tel:+353871234567"),
        (Protocol.TEXT, "087 123 4567", "sms:+353871234567"),
        (Protocol.CALL, "ask Zoë", None),
        (Protocol.EMAIL, "zoe@example.org", "mailto:zoe@example.org"),
        (Protocol.EMAIL, "zoe@example.org?cc=x@y.z", None),
        (Protocol.WEB, "https://example.org/a", "https://example.org/a"),
        (Protocol.WEB, "example.org/choir", "https://example.org/choir"),
        (Protocol.WEB, "http://example.org", None),
        (Protocol.WEB, "javascript:alert(1)", None),
        (Protocol.WEB, "file:///etc/passwd", None),
        (Protocol.WEB, "Zoë's page", None),
        (Protocol.ADDRESS, "1 Main St", None),
        (Protocol.OTHER, "example.org", None),
    ],
)
def test_ones_own_channels_open_only_what_is_safe(protocol: Protocol, value: str, uri: str | None) -> None:
    link = own_link(OwnChannel(protocol, value), "IE")
    assert (link.uri if link else None) == uri


@given(protocol=st.sampled_from(Protocol), value=texts)
def test_no_channel_of_ones_own_opens_anything_else(protocol: Protocol, value: str) -> None:
    link = own_link(OwnChannel(protocol, value), "IE")
    assert link is None or link.uri.startswith(("https://", "tel:", "sms:", "mailto:"))


def test_an_entry_becomes_somebody_of_a_fitting_kind() -> None:
    group = SHIPPED.find("support-group")
    line = SHIPPED.find("gb-shout")
    assert group is not None
    assert line is not None
    made = as_supporter(group, "Tuesday group")
    assert (made.name, made.kind, made.circle) == ("Tuesday group", Kind.GROUP, Circle.COULD_GROW)
    assert made.support == (Support.EMOTIONAL, Support.RELATIONAL)
    assert made.channels == ()
    person = SHIPPED.find("one-trusted-person")
    assert person is not None
    assert (as_supporter(person).name, as_supporter(person, "Ann").name) == ("", "Ann")
    assert as_supporter(group, state=MarkState.TRIED).circle is Circle.AROUND
    shout = as_supporter(line)
    assert (shout.kind, [(c.protocol, c.value, c.label) for c in shout.channels]) == (
        Kind.SERVICE,
        [(Protocol.TEXT, "85258", "SHOUT")],
    )
    own = as_supporter(own_entry(CHOIR))
    assert (own.name, own.kind, own.available) == ("Café choir", Kind.GROUP, "Tuesday evenings")
    assert [c.value for c in own.channels] == ["087 123 4567", "1 Main St"]


# -- damaged files -----------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of resources/ to break."""
    for name in ("crisis", "library", "support"):
        shutil.copytree(resources() / name, tmp_path / name)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> Library:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return library("en", folder)


def lost(broken: Library) -> set[str]:
    return {one.id for one in SHIPPED.entries} - {one.id for one in broken.entries}


@pytest.mark.parametrize(
    ("name", "old", "new", "missing", "place"),
    [
        ("library/groups.toml", 'id = "go-once"', "id = 3", {"go-once"}, "entry[2]"),
        ("library/groups.toml", 'id = "go-once"', 'id = "go-once"\nnew = 1', {"go-once"}, "entry[2]"),
        ("library/groups.toml", 'items = ["B52"]', 'items = ["B99"]', set(), "go-once: names item B99"),
        ("library/together.toml", '["doc-meetup"]', '["doc-meet"]', set(), "meetup: names service doc-meet"),
        ("library/talk.toml", '"ask-to-listen"', '"one-trusted-person"', {"ask-to-listen"}, "stands twice"),
        ("library/en/groups.toml", 'title = "Go once, and see"', "", {"go-once"}, "go-once"),
        ("library/en/groups.toml", "[entry.go-once]", "[entry.go-two]", {"go-once"}, "has no words"),
        ("library/services.toml", "gathered_on = 2026-11-22", "", set(), "service[0]"),
        ("library/services.toml", 'show = "link-after-check"', 'show = "no"', set(), "show"),
        ("library/services.toml", "https://www.meetup.com/", "http://www.meetup.com/", set(), "https"),
        ("library/services.toml", 'show = "link-after-check"', 'show = "soon"', set(), "show"),
    ],
)
def test_what_is_damaged_is_left_out_and_named_and_the_rest_is_there(
    folder: Path, name: str, old: str, new: str, missing: set[str], place: str
) -> None:
    broken = change(folder, name, old, new)
    assert lost(broken) == missing
    assert any(place in str(fault) for fault in broken.left_out), broken.left_out


@pytest.mark.parametrize(
    "bad", [b"", b"\xff\xfe\x00", b"title = ", b"entry = 3", b"service = {}", b"item = []"]
)
@pytest.mark.parametrize("file", sorted(path.name for path in resources().glob("library/*.toml")))
def test_no_file_can_keep_the_library_shut(folder: Path, file: str, bad: bytes) -> None:
    (folder / "library" / file).write_bytes(bad)
    broken = library("en", folder)
    assert len(broken.sections) == len(Section)
    assert len(broken.entries) > 60
    assert LibrarySearch(broken).found("a")


def test_without_any_file_there_are_sections_and_no_entry(tmp_path: Path) -> None:
    empty = library("en", tmp_path)
    assert empty.entries == ()
    assert [one.section for one in empty.sections] == list(Section)
    assert empty.left_out
    assert LibrarySearch(empty).found("walk") == ()


def test_a_fact_nobody_dated_keeps_its_service_away(folder: Path) -> None:
    broken = change(folder, "library/services.toml", "gathered_on = 2026-11-22", "")
    assert "gb-emergency-sms" not in {one.id for one in broken.services}


def test_a_link_held_back_comes_once_the_page_is_confirmed(folder: Path) -> None:
    old = 'show = "link-after-check"\ngathered_on = 2026-11-22'
    confirmed = change(folder, "library/services.toml", old, f"{old}\nconfirmed_on = 2026-12-01")
    entry = confirmed.find("nhs-groups")
    assert entry is not None
    assert [link.kind for link in links(entry)] == [LinkKind.WEB]


def test_a_language_in_part_is_filled_up_in_english(folder: Path) -> None:
    (folder / "library" / "xx").mkdir()
    (folder / "library" / "xx" / "groups.toml").write_text(
        'title = "Gruppen"\n[entry.go-once]\ntitle = "Einmal"\nwhat = "Ein Besuch."\n', encoding="utf-8"
    )
    shown = library("xx", folder)
    assert shown.left_out == ()
    assert lost(shown) == set()
    once = shown.find("go-once")
    assert once is not None
    assert once.title == "Einmal"
    assert next(one.title for one in shown.sections if one.section is Section.GROUPS) == "Gruppen"


# -- the card ----------------------------------------------------------------------------------------------------

CARD = SupportCard(helps=("Sit with me.",), not_asking=("To fix it.",))


def test_a_card_is_copied_with_its_closing_lines_and_without_empty_parts() -> None:
    text = card_as_text(CARD, support_words().card, "999")
    assert text == (
        "I wrote down what helps me. Nothing to do now.\n\n"
        "What helps\n- Sit with me.\n\n"
        "What I am not asking of you\n- To fix it.\n\n"
        "You can say no to any of this.\n\n"
        "If you think I am in danger, call 999. You do not have to handle it alone.\n"
    )
    assert "Supportnet" not in text


def test_without_a_country_no_number_is_guessed_and_removed_parts_are_gone() -> None:
    words = support_words().card
    assert not any(letter.isdigit() for letter in card_as_text(CARD, words, None))
    assert closing(SupportCard(can_say_no=False, in_danger=False), words, "112") == ()
    assert card_as_text(SupportCard(can_say_no=False, in_danger=False), words, None, lead=False) == "\n"


@pytest.mark.parametrize("bad", [None, b"", b"\xff", b"[card]\ntitle = 1", b"[[card.part]]\nid = 'helps'"])
def test_a_damaged_card_file_leaves_its_headings(folder: Path, bad: bytes | None) -> None:
    file = folder / "support" / "en.toml"
    file.unlink() if bad is None else file.write_bytes(bad)
    words = support_words("en", folder)
    assert words == SupportWords()
    assert [part.id for part in words.card.part] == list(CardPart)
    assert card_as_text(CARD, words.card, "112")


# -- make check-content ------------------------------------------------------------------------------------------


def test_old_facts_are_listed_after_180_days_with_their_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_content.old(SHIPPED, date(2027, 5, 21)) == []
    listed = check_content.old(SHIPPED, date(2027, 5, 22))
    assert {"gb-emergency", "doc-7cups", "us-988"} <= {one.id for one in listed}
    assert check_content.main(["--on", "2027-05-22"]) == 0
    assert "doc-7cups: gathered 2026-11-22  https://www.7cups.com/" in capsys.readouterr().out


def test_a_damaged_file_is_listed_too(folder: Path) -> None:
    broken = change(folder, "library/groups.toml", 'id = "go-once"', "id = 3")
    assert [line for line in check_content.lines(broken, date(2026, 12, 1)) if line.startswith("damaged: ")]
