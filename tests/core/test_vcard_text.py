"""Names, text and identity, one property at a time."""

import pytest

from supportnet_gui.core.exchange.vcard import MAX_TEXT, ProblemCode
from supportnet_gui.core.model import Kind
from tests.core.vcard_reading import card, read, way


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
