"""Files that are broken, hostile, or no address book at all: the rest comes in, nothing else is raised."""

import logging
import os
from pathlib import Path

import pytest

from supportnet_gui.core.exchange.vcard import (
    MAX_FILE,
    Card,
    Problem,
    ProblemCode,
    VCardError,
    VCardErrorCode,
    count_cards,
    load,
    read_bytes,
    read_file,
)

WHOLE = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nTEL:01632 960000\nEND:VCARD\n"


def read(text: str | bytes) -> tuple[list[str], list[tuple[int, ProblemCode]]]:
    """The names that came in, and what did not, with its line."""
    items = list(read_bytes(text if isinstance(text, bytes) else text.encode()))
    names = [item.name for item in items if isinstance(item, Card)]
    return names, [(item.line, item.code) for item in items if isinstance(item, Problem)]


def refused(data: bytes) -> VCardErrorCode:
    with pytest.raises(VCardError) as caught:
        read_bytes(data)
    return caught.value.code


# Whole files


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0\0"])
def test_an_empty_file(data: bytes) -> None:
    assert refused(data) is VCardErrorCode.EMPTY


@pytest.mark.parametrize(
    "data",
    [
        b"hello",
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        b"Name,Phone\nAna,1\n",
        b"<html>BEGIN:VCARD</html>",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"END:VCARD",
        b"NOTE:x\n BEGIN:VCARD\n",
        bytes(range(256)),
    ],
)
def test_a_file_that_is_no_address_book(data: bytes) -> None:
    assert refused(data) is VCardErrorCode.NOT_A_VCARD


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.vcf"
    with path.open("wb") as file:
        file.write(WHOLE.encode())
        file.truncate(MAX_FILE + 1)
    with pytest.raises(VCardError) as caught:
        read_file(path)
    assert caught.value.code is VCardErrorCode.TOO_BIG
    assert refused(bytes(MAX_FILE + 1)) is VCardErrorCode.TOO_BIG
    with path.open("r+b") as file:
        file.truncate(MAX_FILE)
    assert len(load(path)) == MAX_FILE


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path / "none.vcf", tmp_path, tmp_path / "none.vcf" / "deeper", Path("nul\0.vcf")):
        with pytest.raises(VCardError) as caught:
            read_file(path)
        assert caught.value.code is VCardErrorCode.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.vcf"
    os.mkfifo(pipe)
    with pytest.raises(VCardError, match="unreadable"):
        read_file(pipe)


def test_the_error_says_its_code_alone(tmp_path: Path) -> None:
    with pytest.raises(VCardError, match=r"^unreadable$"):
        read_file(tmp_path / "Ana Private.vcf")


# Cards


@pytest.mark.parametrize(
    ("middle", "names", "problems"),
    [
        ("BEGIN:VCARD\nVERSION:3.0\nFN:No End\n", ["No End"], [(6, ProblemCode.NO_END)]),
        ("BEGIN:VCARD\n", [], [(6, ProblemCode.BAD_CARD)]),
        ("BEGIN:VCARD\nEND:VCARD\n", [], [(6, ProblemCode.BAD_CARD)]),
        ("BEGIN:VCARD\nVERSION:3.0\n", [], [(6, ProblemCode.NO_NAME), (6, ProblemCode.NO_END)]),
        ("END:VCARD\nEND:VCARD\n", [], [(6, ProblemCode.UNREADABLE_LINE)]),
        ("FN:Lost\nTEL:1\n\nmore\n", [], [(6, ProblemCode.UNREADABLE_LINE)]),
        ("begin : vcard\r\nfn:Small\r\nend:VCard \r\n", ["Small"], []),
        (" BEGIN:VCARD\nFN:Indented\nEND:VCARD\n", [], [(6, ProblemCode.UNREADABLE_LINE)]),
        ("BEGIN:VCARD\nFN:A\rTEL:1\r\n\r\nNOTE:x\n\nEND:VCARD\r", ["A"], []),
        ("BEGIN:VCARD\nFN:A\nNOTE;QUOTED-PRINTABLE:never ends=\nEND:VCARD\n", ["A"], []),
        ("BEGIN:VCARD\nFN:A\nTEL\nTEL\nEMAIL\nEND:VCARD\n", ["A"], [(8, ProblemCode.UNREADABLE_LINE)]),
        (
            "BEGIN:VCARD\nFN:A\nx\nTEL:1\ny\nEND:VCARD\n",
            ["A"],
            [(8, ProblemCode.UNREADABLE_LINE), (10, ProblemCode.UNREADABLE_LINE)],
        ),
        (
            "BEGIN:VCARD\nFN:A\nPHOTO:!\nBDAY:?\nx\nEND:VCARD\n",
            ["A"],
            [(8, ProblemCode.BAD_PHOTO), (9, ProblemCode.BAD_DATE), (10, ProblemCode.UNREADABLE_LINE)],
        ),
        (
            "BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEND:VCARD\n",
            ["A"],
            [(9, ProblemCode.NESTED_CARD)],
        ),
        (
            "BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nBEGIN:VCARD\nFN:C\nEND:VCARD\n",
            ["A", "C"],
            [(9, ProblemCode.NESTED_CARD), (6, ProblemCode.NO_END)],
        ),
        (
            "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n",
            ["A", "B"],
            [(6, ProblemCode.NO_END), (11, ProblemCode.UNREADABLE_LINE)],
        ),
        ("BEGIN:VCARD\nAGENT:BEGIN:VCARD\\nFN:B\\nEND:VCARD\nFN:A\nEND:VCARD\n", ["A"], []),
        ("BEGIN:VCARD\nBEGIN:VEVENT\nFN:A\nEND:VEVENT\nEND:VCARD\n", ["A"], []),
        ("BEGIN:VCARD\nF\0N:A\0\nTEL\0:1\nEND:VCARD\0\n", ["A"], []),
    ],
)
def test_a_broken_card_leaves_its_neighbours_alone(
    middle: str, names: list[str], problems: list[tuple[int, ProblemCode]]
) -> None:
    assert read(WHOLE.format("Before") + middle + WHOLE.format("After")) == (
        ["Before", *names, "After"],
        problems,
    )


def test_the_last_card_may_end_with_the_file() -> None:
    assert read(WHOLE.format("A").removesuffix("\n")) == (["A"], [])
    assert read(WHOLE.format("A").removesuffix("END:VCARD\n")) == (["A"], [(1, ProblemCode.NO_END)])
    assert read("BEGIN:VCARD") == ([], [(1, ProblemCode.BAD_CARD)])


@pytest.mark.parametrize(
    "line",
    [
        "TEL;TYPE=" + "a," * 5000,  # vobject's own pattern needs exponential time for these two
        "X;a" + "=" * 5000,
        "TEL;TYPE=" + "a," * 5000 + ';b"c:1',
        "TEL;" * 5000,
        'TEL;TYPE="' + "x" * 5000,
        "TEL" + ";X-CUSTOM(" * 5000 + ":1",
        "TEL;X-CUSTOM(" + "a," * 5000 + ":1",
        "a." * 5000 + "TEL:1",
        "BDAY:" + "1" * 5000,
        "BDAY:3 " + "may" * 5000,
        "PHOTO:data:" + ";base64" * 5000,
        "N:" + ";" * 100_000,
        "N:" + "\\" * 99_999,
        "X-ABLABEL:_$!<" + ">!$_" * 5000 + "x",
        "NOTE;QUOTED-PRINTABLE:" + "=\n" * 5000,
    ],
)
def test_no_line_takes_forever(line: str) -> None:
    names, _ = read(
        WHOLE.format("Before") + f"BEGIN:VCARD\nFN:A\n{line}\nEND:VCARD\n" + WHOLE.format("After")
    )
    assert names == ["Before", "A", "After"]


def test_a_long_folded_value_takes_time_in_proportion() -> None:
    folded = "\n ".join(["NOTE:", *["x" * 70] * 14_000])
    (card,) = read_bytes(f"BEGIN:VCARD\nFN:A\n{folded}\nEND:VCARD\n".encode())
    assert isinstance(card, Card)
    assert len(card.note) == 980_000


# Reading in slices


def test_cards_come_one_at_a_time() -> None:
    items = read_bytes((WHOLE.format("A") + WHOLE.format("B")).encode())
    first = next(items)
    assert isinstance(first, Card)
    assert first.name == "A"
    assert len(list(items)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (WHOLE.format("A") * 3, 3),
        ("BEGIN:VCARD\n" * 4, 4),
        (WHOLE.format("NOTE:BEGIN:VCARD"), 1),
        (WHOLE.format("A").replace("\n", "\r"), 1),
        (WHOLE.format("A\n BEGIN:VCARD"), 1),
        (WHOLE.format("A").lower(), 1),
        ("", 0),
        ("nothing", 0),
    ],
)
def test_cards_are_counted(text: str, count: int) -> None:
    assert count_cards(text.encode()) == count
    assert count_cards(text.encode("utf-16")) == count


# Nobody's data leaves


def test_nothing_is_logged_or_printed(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = "BEGIN:VCARD\nFN:Private\nsecret words\nTEL;secret\nPHOTO:secret\nBDAY:secret\nEND:VCARD\n"
    names, problems = read(broken)
    assert (names, len(problems)) == (["Private"], 3)
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("vobject.base").disabled


def test_problems_hold_no_data() -> None:
    for item in read_bytes(b"BEGIN:VCARD\nFN:Private\nsecret;x\nBDAY:secret\nX-SECRET:1\nEND:VCARD\n"):
        if isinstance(item, Problem):
            assert "secret" not in repr(item).lower()
