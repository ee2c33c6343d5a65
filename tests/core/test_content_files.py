"""The files of resources/: their words, and what happens when one is missing or damaged, or breaks a rule."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core import content
from supportnet_gui.core.content import Channel, ChannelType, ContentError, Panel, Service, files
from supportnet_gui.core.content.panel import ANYWHERE, FIND_A_HELPLINE
from supportnet_gui.core.paths import resources

COUNTRIES = ("AU", "CA", "DE", "ES", "FR", "GB", "IE", "IN", "NL", "NZ", "US", "ZA")
PLACES = [
    *((country, None) for country in COUNTRIES),
    *(("GB", nation) for nation in content.GB_NATIONS),
]
NUMBERS = (ChannelType.CALL, ChannelType.TEXT, ChannelType.WHATSAPP)


def ids(services: tuple[Service, ...]) -> list[str]:
    return [service.id for service in services]


def everything() -> list[Service]:
    return [s for code in (*COUNTRIES, ANYWHERE) for s in files.read_country(resources(), code)[0]]


def numbers(shown: Panel) -> list[Channel]:
    return [channel for line in shown.lines for channel in line.channels if channel.type in NUMBERS]


def test_these_countries_ship() -> None:
    assert content.countries() == COUNTRIES
    assert set(content.names().countries) == set(COUNTRIES)
    assert set(content.names().nations) == set(content.GB_NATIONS)


@pytest.mark.parametrize("code", [*COUNTRIES, ANYWHERE])
def test_every_service_has_words_and_words_have_their_service(code: str) -> None:
    services, go_to = files.read_country(resources(), code)
    words = files.read_words(resources(), code)
    lines = {s.id for s in services if not s.kind.startswith("emergency")}
    emergencies = {s.id for s in services if s.kind.startswith("emergency")}
    assert lines <= set(words.service) <= lines | emergencies
    assert bool(go_to) == (code != ANYWHERE)
    for service in services:
        about = words.service.get(service.id)
        assert about is None or len(about.channels) in (0, len(service.channels)), service.id
        if service.id in lines:
            assert service.for_whom, service.id
            assert service.hours_text or service.kind == "directory", service.id


def texts() -> list[str]:
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(inner)

    for file in (*resources().glob("crisis/en/*.toml"), *resources().glob("first_steps/*.toml")):
        walk(tomllib.loads(file.read_text(encoding="utf-8")))
    return found


def test_words_are_plain_and_short() -> None:
    never = r"\b(should|must|don't forget|commit\w*|victim|suffer\w*|crisis hotline|overdue|cry for help)\b|!"
    for text in texts():
        assert not re.search(never, text, re.IGNORECASE), text
        for sentence in re.split(r"(?<=[.?])\s+", text):
            assert len(sentence.split()) <= 20, sentence


def test_no_number_is_written_a_second_time_in_the_words() -> None:
    shipped = {content.digits(c.value) for s in everything() for c in s.channels if c.type in NUMBERS}
    for text in texts():
        for run in re.findall(r"[\d -]*\d", text):
            assert content.digits(run) not in shipped - {"15"}, text


def test_first_steps_need_nobody() -> None:
    steps = content.first_steps()
    assert len(steps) == len({step.id for step in steps}) == 6
    assert [step.id for step in steps if step.action == "show_number"] == ["keep-a-number"]
    assert not re.search(r"\b(friend|family|mother|partner)", " ".join(s.title + s.text for s in steps))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of resources/ to break."""
    for name in ("crisis", "first_steps"):
        shutil.copytree(resources() / name, tmp_path / name)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('value = "999"', "value = 999", "service[0].channels[0].value"),
        ('value = "999"', 'value = "+44999"', "service[0].channels[0]"),
        ('value = "999"', 'value = "call 999"', "service[0].channels[0]"),
        ('value = "999"', 'value = "٩٩٩"', "service[0].channels[0]"),
        ('value = "999"', 'value = ""', "service[0].channels[0]"),
        ('keyword = "SHOUT"', 'keyword = "SHOUT OUT"', "channels[0]"),
        ('id = "gb-shout"', 'id = "gb-samaritans"', "stands twice"),
        ('id = "gb-shout"', 'id = "us-shout"', "does not begin with gb-"),
        ('country = "GB"', 'country = "US"', "country"),
        ('hours = "24/7"', 'houres = "24/7"', "houres"),
        ("gathered_on = 2026-11-22\n", "", "gathered_on"),
        ("gathered_on = 2026-11-22", 'gathered_on = "soon"', "gathered_on"),
        ('kind = "crisis-line"', 'kind = "hotline"', "service[2].kind"),
        ('region = "GB-ENG"', 'region = "GB-XYZ"', "region"),
        ('beside = "gb-samaritans"', 'beside = "gb-nobody"', "beside"),
        ('show = "link-only"', 'show = "no"', "show"),
        ('kind = "emergency"', 'kind = "crisis-line"', "one emergency service"),
        ('"https://www.papyrus-uk.org/help-me', '"http://www.papyrus-uk.org/help-me', "https"),
        ('url = "https://giveusashout.org/"', 'url = "javascript:alert(1)"', "https"),
        ("[[service]]", "[[service", "line"),
        ('days = ["fri"]', 'days = ["friday"]', "days"),
    ],
)
def test_a_fault_names_its_file_and_place(folder: Path, old: str, new: str, where: str) -> None:
    change(folder, "crisis/gb.toml", old, new)
    with pytest.raises(ContentError) as caught:
        files.read_country(folder, "GB")
    assert caught.value.file == "crisis/gb.toml"
    assert where in str(caught.value)
    shown = content.panel("GB", "GB-SCT", folder)
    assert (shown.country, shown.region, shown.complete) == ("GB", "GB-SCT", False)
    assert ids(shown.talk_now) == ["gb-samaritans", "gb-sct-nhs24", "gb-shout"]


def test_a_number_stands_in_no_file_where_it_may_not_be_shown(folder: Path) -> None:
    page = '{ type = "web", value = "https://www.papyrus-uk.org/help-me/hopeline-24-7" }'
    change(folder, "crisis/gb.toml", page, page + ', { type = "call", value = "1" }')
    with pytest.raises(ContentError, match="link-only"):
        files.read_country(folder, "GB")


@pytest.mark.parametrize(
    "name", ["crisis/us.toml", "crisis/any.toml", "crisis/en/us.toml", "crisis/en/names.toml"]
)
@pytest.mark.parametrize("damage", ["gone", "empty", "bytes", "folder"])
def test_help_is_there_with_any_file_broken(folder: Path, name: str, damage: str) -> None:
    file = folder / name
    file.unlink()
    if damage == "empty":
        file.touch()
    elif damage == "bytes":
        file.write_bytes(bytes(range(256)))
    elif damage == "folder":
        file.mkdir()
    shown = content.panel("US", None, folder)
    whole = name not in ("crisis/us.toml", "crisis/any.toml")
    assert shown.country == "US"
    assert shown.complete is whole
    assert {"988", "741741", "838255", "911"} <= {channel.value for channel in numbers(shown)}
    assert "any-findahelpline" in ids(shown.lines)
    assert content.names(folder).country("US") == "United States"


def test_help_is_there_with_no_file_at_all(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        shown = content.panel(None, None, folder)
        assert numbers(shown) == []
        assert shown.lines == (FIND_A_HELPLINE,)
        assert not shown.complete
        assert content.countries(folder) == COUNTRIES
        assert content.first_steps(folder) == ()


@given(st.binary(max_size=400))
def test_whatever_a_file_holds_help_opens(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    folder = tmp_path_factory.mktemp("resources")
    (folder / "crisis").mkdir()
    for name in ("us", "any"):
        (folder / "crisis" / f"{name}.toml").write_bytes(junk)
    shown = content.panel("US", None, folder)
    assert shown.emergency is not None
    assert [way.number for way in shown.emergency.ways] == ["911"]
    assert shown.lines[-1] == FIND_A_HELPLINE


@pytest.mark.parametrize("place", PLACES)
def test_what_is_built_in_says_just_what_the_files_say(place: tuple[str, str | None], tmp_path: Path) -> None:
    """Emergency services, and every line that answers day and night, in their order."""
    shipped, left = content.panel(*place), content.panel(*place, tmp_path)
    assert left.emergency is not None
    assert shipped.emergency is not None
    assert left.go_to == shipped.go_to
    assert ids(left.talk_now) == ids(shipped.talk_now)
    known = {line.id: line for line in shipped.lines}
    for line in (left.emergency, *left.talk_now, *left.others):
        same = known[line.id]
        assert line.ways == same.ways, line.id
        assert (line.name, line.kind, line.region, line.for_some, line.menu, line.gathered_on) == (
            same.name, same.kind, same.region, same.for_some, same.menu, same.gathered_on
        )  # fmt: skip
        assert line.day_and_night is same.day_and_night
    assert numbers(left)
    assert content.names(tmp_path) == content.names()


def test_the_address_kept_for_the_worst_case_is_the_one_in_the_file() -> None:
    shipped = content.panel(None).directories[0]
    assert (shipped.id, shipped.name, shipped.hours, shipped.url, shipped.gathered_on) == (
        FIND_A_HELPLINE.id,
        FIND_A_HELPLINE.name,
        FIND_A_HELPLINE.hours,
        FIND_A_HELPLINE.url,
        FIND_A_HELPLINE.gathered_on,
    )
    assert shipped.page == FIND_A_HELPLINE.page


def test_another_language_is_a_folder_of_words(folder: Path) -> None:
    (folder / "crisis" / "cy").mkdir()
    words = '[service.gb-samaritans]\nfor_whom = "I unrhyw un."\n'
    (folder / "crisis" / "cy" / "gb.toml").write_text(words, encoding="utf-8")
    welsh, english = content.panel("GB", None, folder, "cy"), content.panel("GB", None, folder, "xx")
    assert welsh.talk_now[0].for_whom == "I unrhyw un."
    assert welsh.talk_now[0].channels == english.talk_now[0].channels
    assert english.talk_now[0].for_whom.startswith("For ")
    assert content.names(folder, "cy").country("GB") == "United Kingdom"


def test_a_country_is_two_files_and_a_name(folder: Path) -> None:
    facts = """country = "PT"
[[service]]
id = "pt-emergency"
name = "112"
kind = "emergency"
channels = [{ type = "call", value = "112" }]
hours = "24/7"
gathered_on = 2027-01-01
"""
    (folder / "crisis" / "pt.toml").write_text(facts, encoding="utf-8")
    assert "PT" in content.countries(folder)
    shown = content.panel("PT", None, folder)
    assert [way.number for way in shown.emergency.ways] == ["112"] if shown.emergency else False
    assert (shown.talk_now, shown.others, shown.complete) == ((), (), True)
