"""One property at a time: names, dates, photos, charsets, escapes, labels, services."""

from base64 import b64encode

import pytest

from supportnet_gui.core.exchange.vcard import (
    MAX_PHOTO,
    MAX_TEXT,
    Card,
    CardChannel,
    CardDate,
    Problem,
    ProblemCode,
    read_bytes,
)
from supportnet_gui.core.model import Kind, Protocol

JPEG = b"\xff\xd8\xff\xe0 made up"


def read(*lines: str | bytes, version: str = "3.0") -> tuple[Card | None, list[ProblemCode]]:
    """A card of these lines (its name is "A" unless they say otherwise), and what was wrong with it."""
    body = [line if isinstance(line, bytes) else line.encode() for line in lines]
    data = b"\r\n".join([b"BEGIN:VCARD", f"VERSION:{version}".encode(), *body, b"END:VCARD", b""])
    items = list(read_bytes(data))
    cards = [item for item in items if isinstance(item, Card)]
    assert len(cards) <= 1
    return next(iter(cards), None), [item.code for item in items if isinstance(item, Problem)]


def card(*lines: str | bytes, version: str = "3.0") -> Card:
    """The same, with the name "A" and nothing wrong."""
    found, problems = read("FN:A", *lines, version=version)
    assert problems == []
    assert found is not None
    return found


def way(*lines: str | bytes, version: str = "3.0") -> CardChannel:
    (channel,) = card(*lines, version=version).channels
    return channel


# Names


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ines Ferreira", "N:x;y"], "Ines Ferreira"),
        (["FN:", "N:Ferreira;Ines;Maria;Dra.;Jr."], "Dra. Ines Maria Ferreira Jr."),
        (["FN: ", "N: ; Ines ;;"], "Ines"),
        (["N:;;;;", "N:Ferreira;Ines"], "Ines Ferreira"),
        (["FN:", "NICKNAME:Nes", "EMAIL:ines@example.com"], "Nes"),
        (["EMAIL:ines@example.com", "ORG:Mill;Loft", "TEL:1"], "ines"),
        (["EMAIL:@", "ORG:Mill"], "@"),
        (["ORG:Mill;Loft", "TEL:1"], "Mill, Loft"),
        (["TEL;TYPE=FAX:2", "TEL:1"], "1"),
        (["URL:https://example.org"], "https://example.org"),
        (["ADR:;;Mill\\nLoft;;;;"], "Mill Loft"),
        (["FN:\\n", "FN:Second"], "Second"),
    ],
)
def test_a_name_is_found_where_there_is_one(lines: list[str], name: str) -> None:
    found, problems = read(*lines)
    assert found is not None
    assert found.name == name
    assert problems == []


@pytest.mark.parametrize("lines", [["NOTE:alone"], ["N:;;;;", "FN:\\n \\N"], ["BDAY:1990-01-01"], []])
def test_a_card_without_anything_to_be_called_by_is_left_out(lines: list[str]) -> None:
    found, problems = read(*lines)
    assert found is None
    assert problems == [ProblemCode.NO_NAME]


@pytest.mark.parametrize(
    "name",
    [
        "x" * 10_000,
        "<b>Bo</b> & <img src=x onerror=y>",
        "👩🏽‍🌾 Ana 🫶",
        "שִׁירָה‎ كريم",
        "Zoe\u0308 e\u0301",
        "\u202ereversed\u202c",
        "{name} %s %n \\x",
        "a\u2028b\u00a0c\u200bd",
    ],
)
def test_names_stay_as_typed(name: str) -> None:
    found, problems = read("FN:" + name.replace("\\", "\\\\"))
    assert found is not None
    assert found.name == name
    assert problems == []


def test_control_characters_go_and_line_breaks_in_a_name_become_blanks() -> None:
    found, problems = read("FN:A\x00n\x07a\x85 \\nLi\x1b[31m\x7f")
    assert found is not None
    assert found.name == "Ana  Li[31m"
    assert problems == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("KIND:individual", Kind.PERSON),
        ("KIND:group", Kind.GROUP),
        ("KIND:ORG", Kind.SERVICE),
        ("KIND:location", Kind.PLACE),
        ("KIND:application", Kind.PERSON),
        ("X-ABShowAs:COMPANY", Kind.SERVICE),
        ("X-ABShowAs:PERSON", Kind.PERSON),
        ("X-ADDRESSBOOKSERVER-KIND:group", Kind.GROUP),
        ("ORG:Only An Organisation", Kind.PERSON),
        ("TITLE:Psychologist", Kind.PERSON),
    ],
)
def test_a_kind_is_only_what_the_file_says(line: str, kind: Kind) -> None:
    assert card(line).kind is kind


def test_related_people_are_no_roles() -> None:
    found = card(
        "RELATED;TYPE=friend:urn:uuid:1", "X-SPOUSE:B", "i.X-ABRELATEDNAMES:C", "i.X-ABLabel:_$!<Friend>!$_"
    )
    assert (found.roles, found.note, found.about) == ((), "", "")


# Dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1985-02-03", (1985, 2, 3)),
        ("19850203", (1985, 2, 3)),
        ("1985-2-3", (1985, 2, 3)),
        ("19850203T101500Z", (1985, 2, 3)),
        ("1985-02-03T00:00:00+02:00", (1985, 2, 3)),
        ("1985-02-03 00:00:00", (1985, 2, 3)),
        ("1985/02/03", (1985, 2, 3)),
        ("--0203", (None, 2, 3)),
        ("--02-03", (None, 2, 3)),
        ("--02", (None, 2, None)),
        ("---03", (None, None, 3)),
        ("1985-05", (1985, 5, None)),
        ("1985", (1985, None, None)),
        ("1604-02-29", (None, 2, 29)),
        ("0000-02-29", (None, 2, 29)),
        ("--0229", (None, 2, 29)),
        ("1984-02-29", (1984, 2, 29)),
        ("---31", (None, None, 31)),
        ("3 February 1985", (1985, 2, 3)),
        ("February 3rd, 1985", (1985, 2, 3)),
        ("3 Sept", (None, 9, 3)),
        ("May 1985", (1985, 5, None)),
        ("03.02.1985", (1985, 2, 3)),
        ("3.2.", (None, 2, 3)),
    ],
)
def test_dates_of_which_any_part_may_be_unknown(text: str, date: tuple[int | None, ...]) -> None:
    assert card(f"BDAY:{text}").dates == (CardDate("birthday", *date),)


@pytest.mark.parametrize(
    "text",
    [
        "1985-02-30",
        "1985-13-01",
        "1985-02-29",
        "--0230",
        "--1301",
        "--0001",
        "1985-00-10",
        "1985-10-00",
        "2/3/1985",
        "850203",
        "circa 1800",
        "maybe 3",
        "T102200",
        "1604",
        "0000",
        "--",
        "٢٠٠١-٠١-٠١",
        "9" * 5000,
    ],
)
def test_a_date_that_means_nothing_or_two_things_is_reported(text: str) -> None:
    found, problems = read("FN:A", f"BDAY;VALUE=text:{text}")
    assert found is not None
    assert found.dates == ()
    assert problems == [ProblemCode.BAD_DATE]


def test_the_year_apple_leaves_out() -> None:
    assert card("BDAY;X-APPLE-OMIT-YEAR=1900:1900-07-08").dates == (CardDate("birthday", None, 7, 8),)
    assert card("BDAY;X-APPLE-OMIT-YEAR=1604:1984-07-08").dates == (CardDate("birthday", 1984, 7, 8),)
    assert card("BDAY:").dates == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["ANNIVERSARY:2001-05-06"],
        ["X-ANNIVERSARY:20010506"],
        ["X-EVOLUTION-ANNIVERSARY:2001-05-06"],
        ["X-MS-ANNIVERSARY:20010506"],
        ["a.X-ABLabel:_$!<Anniversary>!$_", "a.X-ABDATE:2001-05-06"],
        ["X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2001-05-06;1;;"],
        ["ANNIVERSARY:2001-05-06", "X-ANNIVERSARY:2001-05-06"],
    ],
)
def test_anniversaries(lines: list[str]) -> None:
    assert card(*lines).dates == (CardDate("anniversary", 2001, 5, 6),)


# Photos


@pytest.mark.parametrize(
    "picture",
    [
        JPEG,
        b"\x89PNG\r\n\x1a\n made up",
        b"GIF89a made up",
        b"GIF87a made up",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"BM made up",
        b"\xff\xd8\xff" + bytes(range(256)) * 40,
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        "PHOTO;ENCODING=b;TYPE=JPEG:",
        "PHOTO;ENCODING=BASE64;JPEG:",
        "PHOTO;BASE64:",
        "PHOTO;TYPE=JPEG;VALUE=binary;ENCODING=B:",
        "PHOTO;TYPE=JPEG:",
        "PHOTO:data:image/jpeg;base64,",
        "PHOTO;VALUE=uri:data:image/png;charset=x;base64,",
        "PHOTO:data:image/jpeg\\;base64\\,",
        "PHOTO:DATA:;BASE64,",
    ],
)
def test_photos_in_every_dialect(head: str, picture: bytes) -> None:
    text = head + b64encode(picture).decode()
    folded = "\r\n ".join(text[i : i + 70] for i in range(0, len(text), 70))
    assert card(text).photo == picture
    assert card(folded).photo == picture
    assert card(text.rstrip("=")).photo == picture


def test_base64_of_old_phones_is_not_indented() -> None:
    text = b64encode(JPEG * 20).decode()
    lines = [text[i : i + 60] for i in range(0, len(text), 60)]
    found = card("PHOTO;ENCODING=BASE64;JPEG:" + lines[0], *lines[1:], "", "TEL:1")
    assert found.photo == JPEG * 20
    assert len(found.channels) == 1


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("PHOTO;ENCODING=b:/9j/4AAQ*not base64*", ProblemCode.BAD_PHOTO),
        ("PHOTO;ENCODING=b:/9j/4A!!!!AQ", ProblemCode.BAD_PHOTO),
        ("PHOTO;ENCODING=b:/9j/4", ProblemCode.BAD_PHOTO),
        ("PHOTO;ENCODING=b:/9j/=4AA", ProblemCode.BAD_PHOTO),
        ("PHOTO;ENCODING=b:é", ProblemCode.BAD_PHOTO),
        ("PHOTO;ENCODING=b:" + b64encode(b"<svg onload=x>").decode(), ProblemCode.BAD_PHOTO),
        ("PHOTO:data:image/jpeg,plain", ProblemCode.BAD_PHOTO),
        ("PHOTO:data:", ProblemCode.BAD_PHOTO),
        ("PHOTO:https://example.com/a.jpg", ProblemCode.PHOTO_LINK),
        ("PHOTO;VALUE=URI:http\\://example.com/a.jpg", ProblemCode.PHOTO_LINK),
        ("PHOTO:file:///home/a.jpg", ProblemCode.PHOTO_LINK),
        ("PHOTO;VALUE=uri://example.com/a.jpg", ProblemCode.PHOTO_LINK),
        ("PHOTO;VALUE=URL:CID:1", ProblemCode.PHOTO_LINK),
    ],
)
def test_a_photo_that_cannot_come_in_is_reported_and_its_card_kept(line: str, code: ProblemCode) -> None:
    found, problems = read("FN:A", line, "TEL:1")
    assert found is not None
    assert found.photo is None
    assert found.channels == (CardChannel(Protocol.CALL, "1"),)
    assert problems == [code]


@pytest.mark.parametrize("more", [1, MAX_PHOTO])
def test_a_photo_over_the_limit_is_reported(more: int) -> None:
    fits = JPEG + bytes(MAX_PHOTO - len(JPEG))
    assert card(b"PHOTO;ENCODING=b:" + b64encode(fits)).photo == fits
    found, problems = read("FN:A", b"PHOTO;ENCODING=b:" + b64encode(fits + bytes(more)))
    assert found is not None
    assert found.photo is None
    assert problems == [ProblemCode.PHOTO_TOO_BIG]


def test_the_first_good_photo_is_taken() -> None:
    good = b64encode(JPEG).decode()
    found, problems = read("FN:A", "PHOTO:", "PHOTO:https://a.example/1", f"PHOTO:{good}", "PHOTO:Qk1v")
    assert found is not None
    assert found.photo == JPEG
    assert problems == [ProblemCode.PHOTO_LINK]


# Text


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("UTF-8", "Ærø ☕"),
        ("ISO-8859-1", "Ærøskøbing"),
        ("iso-8859-15", "10 €"),
        ("Windows-1251", "Привет"),
        ("KOI8-R", "Привет"),
        ("Shift_JIS", "佐藤さん"),
        ("ISO-2022-JP", "佐藤さん"),
        ("GBK", "联通"),  # the bytes of these two letters are UTF-8 for something else
        ("Big5", "陳先生"),
        ("EUC-KR", "김 선생님"),
        ("windows-1252", "– “quotes”"),
    ],
)
@pytest.mark.parametrize("quoted", [True, False])
def test_charsets(charset: str, text: str, quoted: bool) -> None:
    data = text.encode(charset)
    if quoted:
        data = b"".join(b"=%02X" % byte for byte in data)
    head = f"NOTE;CHARSET={charset}{';ENCODING=QUOTED-PRINTABLE' if quoted else ''}:".encode()
    assert card(head + data, version="2.1").note == text


@pytest.mark.parametrize(
    "charset", ["", "NO-SUCH", "unicode_escape", "zlib", "idna", "utf-7", "x" * 5000, "é"]
)
def test_a_charset_nobody_can_use_falls_back(charset: str) -> None:
    head = f"NOTE;CHARSET={charset};QUOTED-PRINTABLE:" if charset else "NOTE;QUOTED-PRINTABLE:"
    assert card(head + "caf=C3=A9 \\ud800", version="2.1").note == "café \\ud800"
    assert card(head + "caf=E9", version="2.1").note == "café"


def test_text_without_a_charset_is_utf_8_and_each_stray_byte_windows_1252() -> None:
    assert card("NOTE:Ærø ".encode() + b"caf\xe9 \x96").note == "Ærø café –"
    assert card(b"NOTE;CHARSET=UTF-8:" + "Ærø ".encode() + b"caf\xe9").note == "Ærø café"


def test_a_fold_may_cut_a_letter() -> None:
    data = "NOTE:1234567890 ☕".encode()
    assert card(data[:-2] + b"\r\n " + data[-2:]).note == "1234567890 ☕"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("a\\nb\\Nc", "a\nb\nc"),
        ("a\\, b\\; c\\: \\\\n", "a, b; c: \\n"),
        ("a, b; c: d", "a, b; c: d"),
        ("C:\\docs\\x", "C:\\docs\\x"),
        ("ends \\", "ends \\"),
        ("", ""),
        (" \\n ", ""),
        ("  kept  ", "  kept  "),
        ("fo\r\n lded\r\n\t on\r\n  and on", "folded on and on"),
        ("tab\there", "tab\there"),
    ],
)
def test_escapes_and_folds(text: str, note: str) -> None:
    assert card(f"NOTE:{text}").note == note


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        (["a=3Db=", "c =", " d"], "a=bc  d"),
        (["one=0D=0Atwo=0Athree=0D"], "one\ntwo\nthree\n"),
        (["ends ="], "ends "),
        (["ends =", "", "TEL:1"], "ends "),
        (["not=hex=G1"], "not=hex=G1"),
    ],
)
def test_quoted_printable(lines: list[str], note: str) -> None:
    assert card("NOTE;ENCODING=QUOTED-PRINTABLE:" + lines[0], *lines[1:], version="2.1").note == note


def test_only_a_parameter_makes_a_line_quoted_printable() -> None:
    assert card("NOTE:ENCODING=QUOTED-PRINTABLE =", " 3D").note == "ENCODING=QUOTED-PRINTABLE =3D"


def test_parameters_hold_no_control_characters() -> None:
    assert way("TEL;TYPE=ho\x07me,a\tb:1").label == "home, a b"
    assert way("TEL;VALUE=uri:tel:01%0A%0723").value == "01 23"


def test_a_soft_break_does_not_swallow_the_end_of_the_card() -> None:
    assert card("NOTE;QUOTED-PRINTABLE:ends =", version="2.1").note == "ends "


def test_several_notes_and_job_lines_are_all_kept() -> None:
    found = card("NOTE:one", "NOTE:two", "ROLE:Cook", "TITLE:Cook", "ORG:A\\;B;C", "ORG:A")
    assert found.note == "one\ntwo"
    assert found.about == "Cook\nA;B, C"  # one of the two jobs says it, and "A" is the name


def test_a_line_too_long_is_left_out_and_its_card_kept() -> None:
    found, problems = read("FN:A", "NOTE:" + "x" * MAX_TEXT, "TEL:1")
    assert found is not None
    assert (found.note, len(found.channels)) == ("", 1)
    assert problems == [ProblemCode.TOO_LONG]


# Ways to reach somebody


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


# Identity


def test_a_card_without_uid_gets_one_from_its_name_and_channels() -> None:
    first = card("TEL:01", "EMAIL:a@example.com", "NOTE:one")
    assert first.uid.startswith("vcard-hash:")
    assert len(first.uid) == len("vcard-hash:") + 64
    assert card("EMAIL:a@example.com", "NOTE:another", "TEL;HOME:01").uid == first.uid
    assert card("EMAIL:a@example.com").uid != first.uid
    assert card("UID:urn:uuid:1").uid == "urn:uuid:1"


def test_the_uid_forgives_case_blanks_and_composition() -> None:
    uids = {read(f"FN:{name}")[0] for name in ("Zoë  Á", "zoe\u0308 a\u0301 ", "ZOË\\nÁ")}
    assert len({found.uid for found in uids if found is not None}) == 1
