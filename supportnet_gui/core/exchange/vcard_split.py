"""A file's bytes to cards of unfolded lines, before anything is parsed.

One damaged card can then never take the next with it. Works on bytes, because lines are folded by bytes and a
fold may stand inside a letter. Every step is linear in the size of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from supportnet_gui.core.exchange.vcard_model import Problem, ProblemCode

_BEGIN = b"BEGIN:VCARD"
_END = b"END:VCARD"
_MARKERS = {_BEGIN: _BEGIN, _END: _END}
_MARKER_STARTS = frozenset(b"BbEe")
_BLANKS = frozenset(b" \t")
_BEGIN_LINE = re.compile(rb"^begin[ \t]*:[ \t]*vcard[ \t]*$", re.IGNORECASE | re.MULTILINE)
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/=]+")
_BASE64_HEAD = re.compile(rb"[^:]*;(?:ENCODING=)?(?:B|BASE64)[;:]", re.IGNORECASE)
_QUOTED_HEAD = re.compile(rb"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_HEAD = 300  # bytes of a line in which its parameters are looked for
_UTF8_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
class RawCard:
    """The lines between BEGIN and END, unfolded, each with its number in the file; `line` is BEGIN's own."""

    line: int
    lines: list[tuple[int, bytes]] = field(default_factory=list)
    ended: bool = True


def normalised(data: bytes) -> bytes:
    """The same text with LF line ends, without byte order marks and NULs, and never in UTF-16."""
    encoding = _utf16(data)
    if encoding:
        data = data.decode(encoding, "replace").encode("utf-8", "replace")
    data = data.removeprefix(_UTF8_MARK)
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if b"\r" in data:
        # CR CR LF is what a careless copy between systems leaves: one line end, not two.
        data = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if _UTF8_MARK in data:
        data = data.replace(b"\n" + _UTF8_MARK, b"\n")  # several files put together
    return data


def _utf16(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data[1:2] == b"\0" and data[3:4] == b"\0" and data[:1] != b"\0":
        return "utf-16-le"
    if data[:1] == b"\0" and data[2:3] == b"\0" and data[1:2] != b"\0":
        return "utf-16-be"
    return ""


def begins(data: bytes) -> Iterator[re.Match[bytes]]:
    """Where cards begin in normalised `data`."""
    return _BEGIN_LINE.finditer(data)


def split_cards(data: bytes) -> Iterator[RawCard | Problem]:
    """The cards in normalised `data`, one at a time, and where something stands that is in no card."""
    card: RawCard | None = None
    nested = astray = False
    for number, line in _logical_lines(data):
        if line is _BEGIN:
            if card is not None and not nested and _waits_for_card(card):
                nested = True
                yield Problem(number, ProblemCode.NESTED_CARD, "AGENT")
                continue
            if card is not None:
                card.ended = False
                yield card
            card, nested, astray = RawCard(number), False, False
        elif line is _END and nested:
            nested = False
        elif line is _END and card is not None:
            yield card
            card = None
        elif card is not None and not nested:
            card.lines.append((number, line))
        elif card is None and not astray:
            astray = True
            yield Problem(number, ProblemCode.UNREADABLE_LINE)
    if card is not None:
        card.ended = False
        yield card


def _waits_for_card(card: RawCard) -> bool:
    """vCard 2.1 writes an assistant's card right after an empty AGENT line."""
    return bool(card.lines) and card.lines[-1][1].strip().upper() == b"AGENT:"


def _logical_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Unfolded lines with the number of their first physical line; `_BEGIN` and `_END` by identity."""
    parts: list[bytes] = []
    start = 0
    for number, raw in enumerate(BytesIO(data), 1):
        if parts and raw[0] in _BLANKS and not parts[-1].endswith(b"="):
            parts.append(raw[1:].rstrip(b"\n"))  # most lines of a photo: `_continuation` would say the same
            continue
        line = raw.rstrip(b"\n")
        marker = _marker(line) if line and line[0] in _MARKER_STARTS else None
        if parts and line and marker is None:
            more = _continuation(parts, line)
            if more is not None:
                parts.append(more)
                continue
        if parts:
            yield start, b"".join(parts)
            parts = []
        if marker is not None:
            yield number, marker
        elif line.strip():
            parts, start = [line], number
    if parts:
        yield start, b"".join(parts)


def _marker(line: bytes) -> bytes | None:
    """`_BEGIN` or `_END` if that is all the line says. Nothing folded or encoded may hide a card's edge."""
    return _MARKERS.get(line.translate(None, b" \t").upper()) if len(line) < _HEAD else None


def _continuation(parts: list[bytes], line: bytes) -> bytes | None:
    """What `line` adds to the logical line in `parts`, or None if it begins its own."""
    if parts[-1].endswith(b"=") and _QUOTED_HEAD.match(parts[0][:_HEAD]):
        parts[-1] = parts[-1][:-1]
        return line
    if line.startswith((b" ", b"\t")):
        return line[1:]
    if b":" not in line and _BASE64_LINE.fullmatch(line) and _BASE64_HEAD.match(parts[0][:_HEAD]):
        return line  # old phones leave out the blank that marks a fold
    return None
