"""What holds for any card and any bytes: hypothesis looks for the ones nobody thought of."""

import re
from calendar import monthrange
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from supportnet_gui.core.exchange.vcard import (
    Card,
    CardChannel,
    CardDate,
    Problem,
    VCardError,
    count_cards,
    read_bytes,
    write_cards,
)
from supportnet_gui.core.exchange.vcard_lines import _SHAPE, LineFault, _parser, read_line
from supportnet_gui.core.model import Kind, Protocol

FILES = Path(__file__).parent.parent / "data" / "vcards"
WHOLE = b"BEGIN:VCARD\nVERSION:3.0\nFN:%s\nTEL:01632 960000\nEND:VCARD\n"

# Cards as this program holds them: no control characters, no blanks around what stands on one line.
LETTERS = st.characters(exclude_categories=("Cc", "Cs"))
VCARD_LETTERS = st.sampled_from("\\,;:=\"'nN^ é☕")
one_line = st.text(st.one_of(LETTERS, VCARD_LETTERS), max_size=120).map(str.strip)
some_line = one_line.filter(bool)
lines = st.lists(one_line, max_size=4).map("\n".join)
label = st.one_of(
    st.sampled_from(["", "home", "work", "cell", "fax", "Signal", "WhatsApp", "text", "pref"]),
    one_line.filter(lambda text: not text.startswith("_$!<")),
)
URLS = st.sampled_from(["https://example.org/a,b;c", "HTTP://example.org/\\", "example.org", "tel:1;ext=2"])


@st.composite
def channels(draw: st.DrawFn) -> CardChannel:
    protocol = draw(st.sampled_from(Protocol))
    value = draw(lines.map(str.strip) if protocol is Protocol.ADDRESS else st.one_of(one_line, URLS))
    assume(value)
    return CardChannel(protocol, value, draw(label), draw(st.booleans()))


@st.composite
def dates(draw: st.DrawFn) -> CardDate:
    year = draw(st.none() | st.integers(1, 9999).filter(lambda year: year != 1604))
    month = draw(st.none() | st.integers(1, 12))
    days = monthrange(year or 2000, month or 1)[1]
    day = draw(st.none() | st.integers(1, days)) if month or year is None else None
    assume((year, month, day) != (None, None, None))
    return CardDate(draw(st.sampled_from(["birthday", "anniversary"])), year, month, day)


photos = st.builds(
    bytes.__add__,
    st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"BM"]),
    st.binary(max_size=200),
)
cards: SearchStrategy[Card] = st.builds(
    Card,
    name=some_line,
    given=one_line,
    uid=some_line,
    kind=st.sampled_from(Kind),
    roles=st.lists(some_line, unique=True, max_size=3).map(tuple),
    about=lines.map(str.strip),
    note=lines.filter(lambda text: not text or bool(text.strip())),
    channels=st.lists(channels(), unique_by=lambda way: (way.protocol, way.value, way.label), max_size=5).map(
        tuple
    ),
    dates=st.lists(dates(), unique=True, max_size=2).map(tuple),
    photo=st.none() | photos,
    nickname=one_line,
).filter(lambda card: card.about != card.name)


def as_read(data: bytes) -> tuple[list[Card], list[Problem]]:
    items = list(read_bytes(data))
    found = [replace(item, line=1) for item in items if isinstance(item, Card)]
    return found, [item for item in items if isinstance(item, Problem)]


# There and back


@given(st.lists(cards, min_size=1, max_size=4))
def test_what_is_written_reads_the_same(written: list[Card]) -> None:
    assert as_read(write_cards(written).encode()) == (written, [])


@given(cards)
def test_a_second_time_writes_the_same(card: Card) -> None:
    text = write_cards([card])
    assert write_cards(as_read(text.encode())[0]) == text


@given(cards, st.sampled_from(["x", "é", "☕", "👩🏽‍🌾", "\\", "= "]), st.integers(0, 300))
def test_written_lines_are_folded_by_octets(card: Card, letter: str, length: int) -> None:
    long = replace(card, note=letter * length + "end")
    text = write_cards([long])
    assert as_read(text.encode())[0] == [long]
    assert text.startswith("BEGIN:VCARD\r\nVERSION:4.0\r\n")
    assert text.endswith("END:VCARD\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("name", sorted(file.name for file in FILES.glob("*.vcf")))
def test_cards_of_other_programs_survive_there_and_back(name: str) -> None:
    found, _ = as_read((FILES / name).read_bytes())
    assert as_read(write_cards(found).encode()) == (found, [])


def test_nothing_to_write() -> None:
    assert write_cards([]) == ""


def test_written_for_other_programs_too() -> None:
    text = write_cards(
        [
            Card(
                name="Ines Ferreira",
                given="Ines",
                uid="1",
                channels=(
                    CardChannel(Protocol.CALL, "01", "cell", preferred=True),
                    CardChannel(Protocol.EMAIL, "i@example.com", "Mill"),
                    CardChannel(Protocol.ADDRESS, "1 Way\nYs"),
                ),
            )
        ]
    )
    plain = re.sub(r";X-SUPPORTNET-[A-Z]+=[a-z]+", "", text)
    assert "\r\nFN:Ines Ferreira\r\nN:Ferreira;Ines;;;\r\n" in plain
    assert "\r\nTEL;PREF=1;TYPE=cell:01\r\n" in plain
    assert "\r\nitem2.EMAIL:i@example.com\r\nitem2.X-ABLabel:Mill\r\n" in plain
    assert "\r\nADR:;;1 Way\\nYs;;;;\r\n" in plain


# Any bytes

WORDS = [
    *(b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"VERSION:4.0", b"FN", b"N", b"TEL", b"EMAIL", b"ADR"),
    *(b"NOTE", b"PHOTO", b"BDAY", b"IMPP", b"URL", b"LABEL", b"AGENT:", b"X-ABLabel", b"item1.", b"KIND:org"),
    *(b";ENCODING=QUOTED-PRINTABLE", b";CHARSET=", b"shift_jis", b"utf-16", b";BASE64", b";TYPE=", b"pref"),
    *(b";X-CUSTOM(", b")", b"data:image/png;base64,", b"http://", b"tel:", b"_$!<", b">!$_", b"1604-02-29"),
    *(b"\n", b"\r\n", b"\r", b"\n ", b"\n\t", b"=\n", b"=3D", b"=C3", b"\\n", b"\\", b":", b";", b",", b'"'),
    *(b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\x85", b"\xc3\xa9", b"\xe9", b"\x1b", b" ", b"=", b"a", b"0"),
    *(b"X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event", b"X-SUPPORTNET-PROTOCOL=other"),
]
soup = st.lists(st.one_of(st.sampled_from(WORDS), st.binary(max_size=3)), max_size=60).map(b"".join)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A file some program wrote, with a few pieces cut out, doubled, moved or overwritten."""
    data = (FILES / draw(st.sampled_from(sorted(file.name for file in FILES.glob("*.vcf"))))).read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 60)))
        data = data[:start] + draw(st.one_of(st.just(data[start:end] * 2), soup, st.just(b""))) + data[end:]
    return data


def holds(data: bytes) -> None:
    """What is true of reading any bytes at all."""
    total = count_cards(data)
    last_line = data.count(b"\n") + data.count(b"\r") + 1
    try:
        items = read_bytes(data)
    except VCardError:
        return
    read = 0
    for item in items:
        assert 1 <= item.line <= last_line
        if isinstance(item, Card):
            read += 1
            assert is_clean(item)
    assert 0 <= read <= total


def is_clean(card: Card) -> bool:
    on_one_line = [card.name, card.given, card.uid, card.nickname, *card.roles]
    on_one_line += [way.label for way in card.channels]
    on_one_line += [way.value for way in card.channels if way.protocol is not Protocol.ADDRESS]
    texts = [*on_one_line, card.note, card.about, *(way.value for way in card.channels)]
    return (
        bool(card.name)
        and all(way.value for way in card.channels)
        and all(text == text.strip() and "\n" not in text and "\t" not in text for text in on_one_line)
        and not any(re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text) for text in texts)
    )


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    holds(data)


@given(soup)
def test_any_soup_of_vcard_words(data: bytes) -> None:
    holds(data)
    holds(b"BEGIN:VCARD\nFN:A\n" + data + b"\nEND:VCARD\n")


@given(mutated())
def test_any_damaged_address_book(data: bytes) -> None:
    holds(data)


@given(mutated())
def test_what_comes_in_damaged_can_be_written_and_read_again(data: bytes) -> None:
    try:
        found, _ = as_read(data)
    except VCardError:
        return
    again, problems = as_read(write_cards(found).encode()) if found else ([], [])
    assert again == found
    assert problems == []


# Splitting


def without_markers(data: bytes) -> bool:
    flat = re.sub(rb"[\0 \t]", b"", data).lower()
    return b"begin:vcard" not in flat and b"end:vcard" not in flat


@given(
    soup.map(lambda data: data if without_markers(data) else b"x"), st.sampled_from([b"\n", b"\r\n", b"\r"])
)
def test_nothing_in_a_card_reaches_its_neighbours(inside: bytes, line_end: bytes) -> None:
    assume(b"\xff\xfe" not in inside)
    middle = b"BEGIN:VCARD\nFN:Middle\n" + inside + b"\nEND:VCARD\n"
    assume(b"agent:" not in inside.lower())
    data = (WHOLE % b"Before" + middle + WHOLE % b"After").replace(b"\n", line_end)
    found, _ = as_read(data)
    assert [(card.name, card.channels) for card in (found[0], found[-1])] == [
        ("Before", (CardChannel(Protocol.CALL, "01632 960000"),)),
        ("After", (CardChannel(Protocol.CALL, "01632 960000"),)),
    ]
    assert len(found) == 3


@given(st.lists(st.sampled_from(["A", "B", "Ç"]), min_size=1, max_size=20), st.integers(0, 3))
def test_every_card_comes_once_in_order_with_its_line(names: list[str], blank: int) -> None:
    data = b"".join(WHOLE % name.encode() + b"\n" * blank for name in names)
    items = list(read_bytes(data))
    assert [(item.name, item.line) for item in items if isinstance(item, Card)] == [
        (name, 1 + number * (5 + blank)) for number, name in enumerate(names)
    ]
    assert len(items) == len(names) == count_cards(data)


# The gate in front of the parser

NAMES = st.text(st.sampled_from("aB1-_"), min_size=1, max_size=3)
VALUES = st.one_of(
    st.text(st.sampled_from("a= é.("), max_size=3), st.sampled_from(['"a;b:c,d"', '""', '"="'])
)
PARAMETERS = st.builds(
    "{}{}{}".format, NAMES, st.sampled_from("=,"), st.lists(VALUES, min_size=1, max_size=3).map(",".join)
)
HEADS = st.builds(
    "{}{}{}{}".format,
    st.one_of(st.just(""), NAMES.map("{}.".format)),
    NAMES,
    st.sampled_from(["", ";"]),
    st.lists(st.one_of(NAMES, PARAMETERS).map(";{}".format), max_size=3).map("".join),
)
ANY_HEADS = st.text(st.sampled_from('ab-_.;:=,"é ('), max_size=14)


@given(HEADS, st.sampled_from(["", "1", ":", 'x;y="z:']))
def test_every_line_of_the_grammar_is_let_through_and_parsed(head: str, value: str) -> None:
    shape = _SHAPE.match(f"{head}:{value}")
    assume(head[-1:] != ";" or value != ":")
    assert shape is not None
    name, _, parsed, _ = _parser()(f"{head}:{value}")
    assert (name, parsed) == (shape["name"].replace("_", "-"), value)


@given(ANY_HEADS)
def test_no_line_is_let_through_that_the_parser_refuses(head: str) -> None:
    if _SHAPE.match(f"TEL{head}:"):
        assert _parser()(f"TEL{head}:")


@given(ANY_HEADS)
def test_a_line_is_read_or_refused(head: str) -> None:
    try:
        line = read_line(1, f"TEL{head}:1".encode(), frozenset({"TEL"}))
    except LineFault:
        return
    assert line is None or line.value.endswith("1")
