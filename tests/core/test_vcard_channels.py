"""Ways to reach somebody, one property at a time."""

import pytest

from supportnet_gui.core.exchange.vcard import CardChannel
from supportnet_gui.core.model import Protocol
from tests.core.vcard_reading import card, way


@pytest.mark.parametrize(
    ("line", "protocol", "value", "label"),
    [
        ("TEL:01 23", Protocol.CALL, "01 23", ""),
        ("TEL;TYPE=CELL:01", Protocol.CALL, "01", "cell"),
        ("TEL;CELL;VOICE:01", Protocol.CALL, "01", "cell"),
        ("TEL;TYPE=cell,text:01", Protocol.CALL, "01", "cell"),
        ("TEL;TYPE=text:01", Protocol.TEXT, "01", ""),
        ("TEL;TYPE=HOME,FAX:01", Protocol.OTHER, "01", "home, fax"),
        ("TEL;HOME;HOME:01", Protocol.CALL, "01", "home"),
        ("TEL;TYPE=PAGER:01", Protocol.OTHER, "01", "pager"),
        ("TEL;TYPE=x-mobil:01", Protocol.CALL, "01", "mobil"),
        ("TEL;X-Garden shed;HOME:01", Protocol.CALL, "01", "home"),
        ("TEL;;HOME:01", Protocol.CALL, "01", "home"),
        ("tel;type=home:01", Protocol.CALL, "01", "home"),
        ('TEL;VALUE=uri;TYPE="work,voice":tel:+1-418;ext=102', Protocol.CALL, "+1-418 ext. 102", "work"),
        ("TEL;VALUE=uri:tel:01;phone-context=example.com", Protocol.CALL, "01", ""),
        ("TEL;VALUE=uri:sip:a@example.com", Protocol.OTHER, "sip:a@example.com", ""),
        ("X-MS-TEL;VOICE;ASSISTANT:01", Protocol.CALL, "01", "assistant"),
        ("EMAIL;INTERNET:a@example.com", Protocol.EMAIL, "a@example.com", ""),
        ("EMAIL:mailto:a@example.com", Protocol.EMAIL, "a@example.com", ""),
        ("URL:HTTPS://example.com/a\\,b", Protocol.WEB, "HTTPS://example.com/a,b", ""),
        ("URL:www.example.com", Protocol.OTHER, "www.example.com", ""),
        ("URL:javascript:alert(1)", Protocol.OTHER, "javascript:alert(1)", ""),
        ("URL:httpx://example.com", Protocol.OTHER, "httpx://example.com", ""),
        ("URL:ftp://example.com", Protocol.OTHER, "ftp://example.com", ""),
        ("IMPP:xmpp:a@example.com", Protocol.OTHER, "a@example.com", "xmpp"),
        ("IMPP;X-SERVICE-TYPE=Signal;TYPE=home:x-apple:01", Protocol.SIGNAL, "01", ""),
        ("IMPP:sgnl://01", Protocol.SIGNAL, "01", ""),
        ("IMPP:whatsapp:01", Protocol.WHATSAPP, "01", ""),
        ("IMPP:https://matrix.example/a", Protocol.WEB, "https://matrix.example/a", ""),
        ("X-WHATSAPP:01", Protocol.WHATSAPP, "01", ""),
        ("X-SIGNAL:01", Protocol.SIGNAL, "01", ""),
        ("X-SKYPE:live:a", Protocol.OTHER, "live:a", "Skype"),
        ("X-SKYPE;TYPE=HOME:skype:live:a", Protocol.OTHER, "live:a", "Skype"),
        ("X-SOCIALPROFILE;TYPE=mastodon:@a@b.example", Protocol.OTHER, "@a@b.example", "mastodon"),
        ("ADR:Just one text", Protocol.ADDRESS, "Just one text", ""),
        ("ADR;TYPE=dom,home:;;1 Way\\, Flat 2;Ys;;29;", Protocol.ADDRESS, "1 Way, Flat 2\nYs 29", "home"),
        ("ADR:1;2;3;4;5;6;7;8;9", Protocol.ADDRESS, "1\n2\n3\n4, 5 6\n7", ""),
        ('ADR;LABEL="1 Way\\nYs":;;;;;;', Protocol.ADDRESS, "1 Way\nYs", ""),
        ("LABEL;HOME:1 Way\\nYs", Protocol.ADDRESS, "1 Way\nYs", "home"),
    ],
)  # fmt: skip
def test_ways_to_reach_somebody(line: str, protocol: Protocol, value: str, label: str) -> None:
    assert way(line) == CardChannel(protocol, value, label)


@pytest.mark.parametrize(
    ("label", "expected", "protocol"),
    [
        ("_$!<Mobile>!$_", "Mobile", Protocol.CALL),
        ("Mum\\, mornings", "Mum, mornings", Protocol.CALL),
        ("_$!<OtherFAX>!$_", "OtherFAX", Protocol.OTHER),
        ("old pager", "old pager", Protocol.OTHER),
        ("WhatsApp", "WhatsApp", Protocol.WHATSAPP),
        ("Signal", "Signal", Protocol.SIGNAL),
        ("", "cell", Protocol.CALL),
    ],
)
def test_the_files_own_label(label: str, expected: str, protocol: Protocol) -> None:
    for lines in (
        ["item1.TEL;TYPE=CELL:01", f"item1.X-ABLabel:{label}"],
        [f"ITEM1.X-ABLABEL:{label}", "Item1.TEL;CELL:01"],
    ):
        assert way(*lines) == CardChannel(protocol, "01", expected)


def test_labels_stay_with_their_group() -> None:
    found = card("a.TEL:01", "b.TEL:02", "TEL:03", "b.X-ABLabel:Two", "a.X-ABLabel:One", "X-ABLabel:None")
    assert [(channel.value, channel.label) for channel in found.channels] == [
        ("01", "One"),
        ("02", "Two"),
        ("03", ""),
    ]


def test_preference_is_the_best_rank_of_a_property() -> None:
    found = card(
        "TEL;PREF=2:01",
        "TEL;PREF=1:02",
        "TEL:03",
        "EMAIL;PREF=50:a@example.com",
        "EMAIL;PREF=51:b@example.com",
        "URL;TYPE=home,pref:http://example.com",
        "TEL;PREF=x:04",
        version="4.0",
    )
    preferred = [channel.value for channel in found.channels if channel.preferred]
    assert preferred == ["02", "a@example.com", "http://example.com"]


def test_what_is_there_twice_comes_once() -> None:
    found = card("TEL;CELL:01", "TEL;CELL;PREF:01", "TEL;CELL:01", "TEL;WORK:01", "TEL:", "TEL: ")
    assert found.channels == (
        CardChannel(Protocol.CALL, "01", "cell", preferred=True),
        CardChannel(Protocol.CALL, "01", "work"),
    )
