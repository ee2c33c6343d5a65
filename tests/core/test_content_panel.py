"""What stands where on help right now, and what other programs are told."""

import json
import re

import pytest

from supportnet_gui.core import content
from supportnet_gui.core.content import Channel, ChannelType, Panel, Service

COUNTRIES = ("AU", "CA", "DE", "ES", "FR", "GB", "IE", "IN", "NL", "NZ", "US", "ZA")
PLACES = [
    *((country, None) for country in COUNTRIES),
    *(("GB", nation) for nation in content.GB_NATIONS),
]
NUMBERS = (ChannelType.CALL, ChannelType.TEXT, ChannelType.WHATSAPP)


def ids(services: tuple[Service, ...]) -> list[str]:
    return [service.id for service in services]


def numbers(shown: Panel) -> list[Channel]:
    return [channel for line in shown.lines for channel in line.channels if channel.type in NUMBERS]


def test_great_britain_without_a_nation_has_no_111() -> None:
    shown = content.panel("GB")
    assert shown.region is None
    assert ids(shown.talk_now) == ["gb-samaritans", "gb-shout"]
    assert "111" not in [channel.value for channel in numbers(shown)]


@pytest.mark.parametrize(
    ("nation", "urgent"),
    [
        ("GB-ENG", "gb-eng-nhs111"),
        ("GB-WLS", "gb-wls-nhs111"),
        ("GB-SCT", "gb-sct-nhs24"),
        ("GB-NIR", "gb-nir-lifeline"),
    ],
)
def test_each_nation_has_its_own_urgent_line_and_no_other(nation: str, urgent: str) -> None:
    shown = content.panel("GB", nation)
    assert shown.region == nation
    assert set(ids(shown.talk_now)) == {"gb-samaritans", "gb-shout", urgent}
    assert {line.region for line in shown.lines} <= {None, nation}
    assert ("111" in [channel.value for channel in numbers(shown)]) is (nation != "GB-NIR")


def test_the_video_relay_is_a_page_under_other_lines() -> None:
    relay = content.panel("GB", "GB-NIR").others[0]
    assert relay.id == "gb-emergency-bsl"
    assert [channel.type for channel in relay.channels] == [ChannelType.WEB]


def test_new_zealand_has_one_line_at_every_hour() -> None:
    shown = content.panel("NZ")
    assert ids(shown.talk_now) == ["nz-1737"]
    assert ids(shown.others) == ["nz-lifeline", "nz-suicide-crisis"]


@pytest.mark.parametrize("place", PLACES)
def test_screen_order(place: tuple[str, str | None]) -> None:
    shown = content.panel(*place)
    assert shown.lines[0].kind == "emergency"
    assert ids(shown.lines[-2:]) == ["any-findahelpline", "any-befrienders"]
    for lines in (shown.talk_now, shown.others):
        best = [
            (line.kind != "emergency", line.kind == "directory", line.for_some, _first_way(line))
            for line in lines
        ]
        assert best == sorted(best)


def _first_way(line: Service) -> int:
    return min(list(ChannelType).index(channel.type) for channel in line.channels)


def test_lines_for_everyone_stand_before_those_for_some() -> None:
    assert ids(content.panel("US").talk_now) == ["us-988", "us-crisis-text-line", "us-veterans-crisis-line"]
    assert ids(content.panel("GB").others)[-1] == "gb-hub-of-hope"


@pytest.mark.parametrize("place", [(None, None), ("", None), ("XX", None), ("gb", None), (None, "GB-SCT")])
def test_without_a_country_there_is_no_number(place: tuple[str | None, str | None]) -> None:
    shown = content.panel(*place)
    assert (shown.country, shown.region, shown.emergency) == (None, None, None)
    assert numbers(shown) == []
    assert ids(shown.lines) == ["any-findahelpline", "any-befrienders"]
    assert not re.search(
        r"\d", json.dumps([line["channels"] for line in content.panel_as_json(shown)["lines"]])
    )


def test_a_nation_of_another_country_is_none() -> None:
    assert content.panel("US", "GB-SCT").region is None
    assert content.panel("GB", "GB-XXX").region is None
    assert content.nations("US") == ()


def test_the_number_for_elsewhere_is_for_words_only() -> None:
    shown = content.panel(None)
    assert shown.elsewhere is not None
    assert [way.number for way in shown.elsewhere.ways] == ["112"]
    assert shown.elsewhere not in shown.lines


def test_one_number_that_takes_calls_and_texts_stands_once() -> None:
    ways = [[(w.number, w.types) for w in line.ways] for line in content.panel("US").talk_now]
    call, text = ChannelType.CALL, ChannelType.TEXT
    assert ways == [
        [("988", (call, text))],
        [("741741", (text,))],
        [("988", (call,)), ("838255", (text,))],
    ]


def test_as_json() -> None:
    shown = content.panel_as_json(content.panel("GB", "GB-SCT"))
    assert json.loads(json.dumps(shown)) == shown
    assert list(shown) == ["country", "region", "lines"]
    assert (shown["country"], shown["region"]) == ("GB", "GB-SCT")
    for line in shown["lines"]:
        assert list(line) == ["id", "name", "kind", "channels", "hours", "gathered_on", "confirmed_on"]
        assert all(list(channel) == ["type", "value", "keyword"] for channel in line["channels"])
    assert [line["id"] for line in shown["lines"]][:4] == [
        "gb-emergency", "gb-samaritans", "gb-sct-nhs24", "gb-shout",
    ]  # fmt: skip
    assert shown["lines"][3] == {
        "id": "gb-shout",
        "name": "Shout 85258",
        "kind": "crisis-text-line",
        "channels": [{"type": "text", "value": "85258", "keyword": "SHOUT"}],
        "hours": "24/7",
        "gathered_on": "2026-11-22",
        "confirmed_on": None,
    }
