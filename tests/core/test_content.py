"""The numbers that ship: every trap met in real lists of help lines, for every country."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core import content
from supportnet_gui.core.content import Channel, ChannelType, Panel, Service, files
from supportnet_gui.core.content.panel import ANYWHERE
from supportnet_gui.core.paths import resources

COUNTRIES = ("AU", "CA", "DE", "ES", "FR", "GB", "IE", "IN", "NL", "NZ", "US", "ZA")
PLACES = [
    *((country, None) for country in COUNTRIES),
    *(("GB", nation) for nation in content.GB_NATIONS),
]
NUMBERS = (ChannelType.CALL, ChannelType.TEXT, ChannelType.WHATSAPP)


def everything() -> list[Service]:
    return [s for code in (*COUNTRIES, ANYWHERE) for s in files.read_country(resources(), code)[0]]


def numbers(shown: Panel) -> list[Channel]:
    return [channel for line in shown.lines for channel in line.channels if channel.type in NUMBERS]


NUMBERS_BY_ID = {
    "any-emergency-112": ["call 112"],
    "au-emergency": ["call 000"],
    "au-lifeline": ["call 13 11 14", "text 0477 13 11 14"],
    "au-suicide-call-back": ["call 1300 659 467"],
    "au-beyond-blue": ["call 1300 22 4636"],
    "ca-emergency": ["call 911"],
    "ca-988": ["call 988", "text 988"],
    "ca-kids-help-phone": ["call 1-800-668-6868", "text 686868 CONNECT"],
    "de-emergency": ["call 112"],
    "de-telefonseelsorge": ["call 0800 111 0 111", "call 0800 111 0 222", "call 116 123"],
    "es-emergency": ["call 112"],
    "es-024": ["call 024"],
    "fr-emergency": ["call 112", "call 15"],
    "fr-3114": ["call 3114"],
    "gb-emergency": ["call 999", "call 112"],
    "gb-samaritans": ["call 116 123"],
    "gb-eng-nhs111": ["call 111"],
    "gb-wls-nhs111": ["call 111"],
    "gb-sct-nhs24": ["call 111"],
    "gb-nir-lifeline": ["call 0808 808 8000"],
    "gb-shout": ["text 85258 SHOUT"],
    "gb-sct-breathing-space": ["call 0800 83 85 87"],
    "gb-mind": ["call 0300 102 1234"],
    "gb-childline": ["call 0800 1111"],
    "ie-emergency": ["call 112", "call 999"],
    "ie-samaritans": ["call 116 123"],
    "ie-pieta": ["call 1800 247 247", "text 51444 HELP"],
    "ie-50808": ["text 50808 HELLO"],
    "ie-hse-info": ["call 1800 111 888"],
    "in-emergency": ["call 112"],
    "in-tele-manas": ["call 14416", "call 1-800-891-4416"],
    "nl-emergency": ["call 112"],
    "nl-113": ["call 113"],
    "nz-emergency": ["call 111"],
    "nz-1737": ["call 1737", "text 1737"],
    "nz-lifeline": ["call 0800 543 354", "text 4357 HELP"],
    "nz-suicide-crisis": ["call 0508 828 865"],
    "us-emergency": ["call 911"],
    "us-988": ["call 988", "text 988"],
    "us-crisis-text-line": ["text 741741 HOME"],
    "us-veterans-crisis-line": ["call 988", "text 838255"],
    "us-nami-helpline": ["call 1-800-950-6264", "text 62640 NAMI"],
    "za-emergency": ["call 112", "call 10177", "call 10111"],
    "za-sadag-crisis": ["call 0800 567 567"],
    "za-sadag-cipla": ["call 0800 456 789", "text 31393", "whatsapp 076 882 2775"],
}
"""Every number that ships, written down a second time here alone: a slip of the hand changes one of the two."""


def test_every_number_is_the_one_gathered() -> None:
    found = {
        s.id: [f"{c.type} {c.value} {c.keyword or ''}".strip() for c in s.channels if c.type in NUMBERS]
        for s in everything()
    }
    assert {service: numbers for service, numbers in found.items() if numbers} == NUMBERS_BY_ID


@pytest.mark.parametrize("place", PLACES)
def test_a_phone_is_given_the_digits_shown_and_nothing_else(place: tuple[str, str | None]) -> None:
    for channel in numbers(content.panel(*place)):
        shown = re.sub(r"\D", "", channel.value)
        assert "+" not in channel.value
        if channel.type is ChannelType.CALL:
            assert content.tel_link(channel) == f"tel:{shown}" == content.phone_payload(channel)
        elif channel.type is ChannelType.TEXT:
            word = f":{channel.keyword}" if channel.keyword else ""
            assert content.text_payload(channel) == f"SMSTO:{shown}{word}" == content.phone_payload(channel)


@pytest.mark.parametrize(
    ("country", "link"),
    [
        ("US", "SMSTO:741741:HOME"),
        ("US", "tel:988"),
        ("US", "SMSTO:988"),
        ("GB", "tel:116123"),
        ("GB", "SMSTO:85258:SHOUT"),
        ("AU", "tel:000"),
        ("AU", "SMSTO:0477131114"),
        ("ES", "tel:024"),
        ("IE", "SMSTO:50808:HELLO"),
        ("DE", "tel:08001110111"),
        ("IN", "tel:18008914416"),
    ],
)
def test_links_that_are_often_wrong(country: str, link: str) -> None:
    assert link in [content.phone_payload(channel) for channel in numbers(content.panel(country))]


def test_a_link_is_only_made_of_the_right_kind_of_number() -> None:
    call, text = Channel(ChannelType.CALL, "988"), Channel(ChannelType.TEXT, "988")
    web = Channel(ChannelType.WEB, "https://example.org/")
    with pytest.raises(ValueError, match="not a number to call"):
        content.tel_link(text)
    with pytest.raises(ValueError, match="not a number to text"):
        content.text_payload(call)
    assert content.phone_payload(web) is None
    assert content.phone_payload(Channel(ChannelType.WHATSAPP, "076 882 2775")) is None


@pytest.mark.parametrize("place", PLACES)
def test_only_day_and_night_lines_stand_under_want_to_talk_now(place: tuple[str, str | None]) -> None:
    shown = content.panel(*place)
    for line in shown.talk_now:
        assert line.kind in ("crisis-line", "crisis-text-line", "urgent-nhs")
        assert line.hours.startswith("24/7")
        assert not re.search("older|reported", line.hours)
    for line in shown.others:
        assert not line.day_and_night


@pytest.mark.parametrize(
    ("kind", "hours", "expected"),
    [
        ("crisis-line", "24/7", True),
        ("crisis-text-line", "24/7", True),
        ("urgent-nhs", "24/7", True),
        ("crisis-line", "24/7 by phone; chat by booked slot", True),
        ("crisis-line", "24/7 (older copies)", False),
        ("crisis-line", "24/7 by phone; chat reported 9am to 10pm daily", False),
        ("crisis-line", "Reported 24/7 since 2024", False),
        ("crisis-line", "7am to midnight (NOT overnight)", False),
        ("information-line", "24/7", False),
        ("youth-line", "24/7", False),
        ("support-line", "24/7 for calls and chat", False),
        ("directory", "24/7", False),
    ],
)
def test_what_counts_as_day_and_night(kind: str, hours: str, expected: bool) -> None:
    channels = (Channel(ChannelType.CALL, "1"),)
    line = Service("x-1", "x", "X", kind, channels, hours, gathered_on=date(2026, 11, 22))
    assert line.day_and_night is expected


def test_information_lines_are_not_for_a_crisis_and_name_one_that_is() -> None:
    shown = [content.panel(*place) for place in PLACES]
    lines = [(panel, line) for panel in shown for line in panel.others if line.kind == "information-line"]
    assert {line.id for _, line in lines} == {"us-nami-helpline", "gb-mind", "ie-hse-info"}
    for panel, line in lines:
        beside = panel.find(line.beside)
        assert beside is not None
        assert beside in panel.talk_now


def test_a_short_code_of_one_country_is_in_no_other() -> None:
    for code, country in {"741741": "US", "85258": "GB", "50808": "IE", "3114": "FR", "1737": "NZ"}.items():
        assert {s.country for s in everything() if any(c.value == code for c in s.channels)} == {country}


def test_one_number_with_two_meanings_stays_with_its_country() -> None:
    found = {
        (number, s.country, s.kind)
        for s in everything()
        for number in ("111", "113", "988", "116 123")
        if any(c.value == number for c in s.channels)
    }
    assert found == {
        ("111", "GB", "urgent-nhs"),
        ("111", "NZ", "emergency"),
        ("113", "NL", "crisis-line"),
        ("988", "US", "crisis-line"),
        ("988", "CA", "crisis-line"),
        ("116 123", "GB", "crisis-line"),
        ("116 123", "IE", "crisis-line"),
        ("116 123", "DE", "crisis-line"),
    }


def test_what_ended_or_changed_or_was_never_sure_is_nowhere() -> None:
    shipped = "\n".join(file.read_text(encoding="utf-8") for file in resources().rglob("crisis/**/*.toml"))
    for gone in (
        "samaritans.ie", "jo@", "0800 068 4141", "0300 102 2470", "0808 164 0123", "087 163 2030",
        "0800-0113", "0300 123 3393", "800-273-8255", "HELPLINE\"", "press 3", "PRIDE",
    ):  # fmt: skip
        assert gone not in shipped, gone


def test_emergency_sms_is_no_way_to_reach_help_from_any_phone() -> None:
    for nation in (None, *content.GB_NATIONS):
        texts = [c.value for c in numbers(content.panel("GB", nation)) if c.type is ChannelType.TEXT]
        assert texts == ["85258"]


@pytest.mark.parametrize(
    ("country", "numbers_in_order"),
    [
        ("US", ["911"]),
        ("CA", ["911"]),
        ("GB", ["999", "112"]),
        ("IE", ["112", "999"]),
        ("AU", ["000"]),
        ("NZ", ["111"]),
        ("IN", ["112"]),
        ("ZA", ["112", "10177", "10111"]),
        ("DE", ["112"]),
        ("FR", ["112", "15"]),
        ("ES", ["112"]),
        ("NL", ["112"]),
    ],
)
def test_emergency_numbers(country: str, numbers_in_order: list[str]) -> None:
    emergency = content.panel(country).emergency
    assert emergency is not None
    assert [way.number for way in emergency.ways] == numbers_in_order


def test_menu_digits_are_words_and_in_no_link() -> None:
    veterans = content.panel("US").find("us-veterans-crisis-line")
    wales = content.panel("GB", "GB-WLS").find("gb-wls-nhs111")
    assert veterans is not None
    assert wales is not None
    assert "1" in veterans.menu
    assert "2" in wales.menu
    assert content.tel_link(veterans.channels[0]) == "tel:988"
    assert content.tel_link(wales.channels[0]) == "tel:111"


def test_a_page_is_linked_where_the_number_is_not_sure() -> None:
    papyrus = content.panel("GB").find("gb-papyrus")
    assert papyrus is not None
    assert papyrus.ways == ()
    assert papyrus.page.startswith("https://")


@pytest.mark.parametrize("service", everything(), ids=lambda service: service.id)
def test_every_entry_says_since_when_and_nothing_is_called_confirmed(service: Service) -> None:
    assert service.gathered_on == date(2026, 11, 22)
    assert service.confirmed_on is None


def test_old_facts_are_known_by_the_day_somebody_last_looked() -> None:
    line = content.panel("US").talk_now[0]
    assert not content.is_old(line, line.gathered_on + timedelta(days=180))
    assert content.is_old(line, line.gathered_on + timedelta(days=181))


@pytest.mark.parametrize(
    ("number", "aloud"),
    [
        ("988", "9 8 8"),
        ("116 123", "1 1 6, 1 2 3"),
        ("0800 83 85 87", "0 8 0 0, 8 3, 8 5, 8 7"),
        ("1-800-950-6264", "1, 8 0 0, 9 5 0, 6 2 6 4"),
    ],
)
def test_numbers_are_read_digit_by_digit(number: str, aloud: str) -> None:
    assert content.spoken(number) == aloud


@given(st.from_regex(r"[0-9]{1,5}([ -][0-9]{1,5}){0,4}", fullmatch=True))
def test_no_digit_is_lost_or_joined_aloud(number: str) -> None:
    aloud = content.spoken(number)
    assert content.digits(aloud) == content.digits(number) == re.sub(r"\D", "", number)
    assert not re.search(r"\d\d", aloud)
