"""Dates and photos, one property at a time."""

from base64 import b64encode

import pytest

from supportnet_gui.core.exchange.vcard import MAX_PHOTO, CardChannel, CardDate, ProblemCode
from supportnet_gui.core.model import Protocol
from tests.core.vcard_reading import card, read

JPEG = b"\xff\xd8\xff\xe0 made up"


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
