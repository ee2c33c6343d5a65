"""One unfolded line of a card to its property, parameters and text.

vobject's line parser reads property, group and parameters. Its higher layers are not used: they cut 2.1 text
at the first comma, drop a whole card for one unknown charset or broken photo, need quadratic time for long
folded values, and log what they cannot read, which is somebody's data.
"""

from __future__ import annotations

import codecs
import logging
import re
from binascii import a2b_qp
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple, cast

from supportnet_gui.core.exchange.vcard_model import MAX_TEXT, ProblemCode

Parser = Callable[[str], tuple[str, list[list[str]], str, str | None]]

_VALUE = r'(?:"[^"]*+"|[^";:,]*+)'
# The shape of every line vobject accepts, without backtracking: its own pattern takes exponential time to
# refuse a line such as "TEL;TYPE=a,a,a,a,…", so only lines of this shape are handed over.
_SHAPE = re.compile(
    rf"(?:[\w-]++\.)?+(?P<name>[\w-]++)(?:;(?=[;:]))?+(?:;[\w-]++(?:[=,]{_VALUE})*+)*+:", re.ASCII
)
_PARAMETER = re.compile(rf"[\w-]++(?:[=,]{_VALUE})*+", re.ASCII)
# Some Android makers write a person's own label as ;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=89).
_CUSTOM_LABEL = re.compile(r";X-CUSTOM\((?:[^()]*,)?([^(),]*)\)", re.IGNORECASE)

_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "7BIT", "8BIT"})
_MULTI_BYTE = frozenset(
    "shift_jis shift_jis_2004 cp932 euc_jp iso2022_jp iso2022_jp_2 gb2312 gbk gb18030 hz "
    "big5 big5hkscs cp950 euc_kr cp949 johab iso2022_kr".split()
)
_SINGLE_BYTE = ("iso8859-", "cp125", "cp437", "cp85", "cp866", "cp874", "koi8-", "mac-", "tis-620", "kz1048")

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_STRAY_BYTE = re.compile("[\udc80-\udcff]")
_ESCAPE = re.compile(r"\\([\\,;:nN\"])")


class Line(NamedTuple):
    """`value` is decoded text, still with vCard's backslashes; for PHOTO as it stands in the file.

    `name` and the keys of `params` are in capitals, `types` in small letters without "x-" and "pref".
    `rank` is 1 for the preferred one, up to 100, or None. `group` is in small letters, or empty.
    """

    number: int
    group: str
    name: str
    types: tuple[str, ...]
    rank: int | None
    params: dict[str, str]
    value: str


class LineFault(Exception):
    """A line that cannot be used. `code` says why, `property` whose it is if that is known."""

    def __init__(self, code: ProblemCode, name: str = "") -> None:
        super().__init__(code.value)
        self.code = code
        self.property = name


@cache
def _parser() -> Parser:
    """vobject's line parser, imported when first used (29 ms), its logger silenced."""
    from vobject.base import parseLine

    logging.getLogger("vobject.base").disabled = True
    return cast("Parser", parseLine)


def read_line(number: int, raw: bytes, wanted: frozenset[str]) -> Line | None:
    """One logical line, or None if its property is not among `wanted`. Raises LineFault."""
    try:
        text, transport = raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        # Latin-1 maps every byte to one letter, so that the value's bytes can be had back below.
        text, transport = raw.decode("latin-1"), "latin-1"
    shape = _SHAPE.match(text)
    if shape is None:
        text = _mended(text)
        shape = _SHAPE.match(text)
        if shape is None:
            raise LineFault(ProblemCode.UNREADABLE_LINE)
    name = shape["name"].upper().replace("_", "-")
    if name not in wanted:
        return None
    if len(raw) > MAX_TEXT and name != "PHOTO":
        raise LineFault(ProblemCode.TOO_LONG, name)
    head = text[: shape.end()]
    if not head.isprintable():
        text = cleaned(head).replace("\t", " ") + text[shape.end() :]
    _, parameters, value, group = _parser()(text)
    types, rank, params = _sorted_parameters(parameters)
    if name != "PHOTO":
        value = _text(value, transport, params)
    return Line(number, (group or "").lower(), name, types, rank, params, value)


def _mended(text: str) -> str:
    """The line without parameters no grammar allows, or "" if nothing can be made of it."""
    head, colon, value = text.partition(":")
    label = ""
    custom = _CUSTOM_LABEL.search(head)
    if custom:
        label = a2b_qp(custom[1].encode("utf-8")).decode("utf-8", "replace").replace('"', "")
        head = head[: custom.start()] + head[custom.end() :]
    name, *parameters = head.split(";")
    kept = [part for part in parameters if _PARAMETER.fullmatch(part)]
    if label:
        kept.append(f'X-LABEL="{label}"')
    return ";".join([name.strip(), *kept]) + colon + value


def _sorted_parameters(parameters: list[list[str]]) -> tuple[tuple[str, ...], int | None, dict[str, str]]:
    """Types, preference and the rest; types come as TYPE=home, as 2.1's bare HOME, or as TYPE="home,work"."""
    types: list[str] = []
    params: dict[str, str] = {}
    for key, *values in parameters:
        upper = key.upper()
        if upper == "TYPE":
            types.extend(part for value in values for part in value.lower().split(","))
        elif values:
            params[upper] = values[0]
        elif upper in _ENCODINGS:
            params["ENCODING"] = upper
        else:
            types.append(key.lower())
    rank = 1 if "pref" in types else _number(params.get("PREF"))
    return tuple(kind.strip().removeprefix("x-") for kind in types if kind != "pref"), rank, params


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 4 else None


def _text(value: str, transport: str, params: dict[str, str]) -> str:
    charset = params.get("CHARSET", "")
    if params.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = _decoded(a2b_qp(value.encode(transport)), charset)
    elif charset or transport != "utf-8":
        value = _decoded(value.encode(transport), charset)
    return cleaned(value)


def _decoded(data: bytes, charset: str) -> str:
    """Text in the charset the line names, if it holds; many programs name one and write UTF-8.

    A name of one letter a byte fits any bytes, so UTF-8 is tried before it; hardly any other text is UTF-8 by
    accident. East Asian charsets do look like UTF-8 at times, and go first.
    """
    codec = _codec(charset)
    for name in (codec, "utf-8") if codec in _MULTI_BYTE else ("utf-8", codec):
        if name:
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
    # What is UTF-8 stays, and each byte that is not becomes the letter most old programs meant by it.
    text = data.decode("utf-8", "surrogateescape")
    return _STRAY_BYTE.sub(lambda byte: bytes([ord(byte[0]) & 0xFF]).decode("cp1252", "replace"), text)


@lru_cache(maxsize=64)
def _codec(charset: str) -> str:
    """Python's name for a charset an address book may be written in, or ""."""
    try:
        name = codecs.lookup(charset[:40]).name
    except (LookupError, ValueError):
        return ""
    return name if name in _MULTI_BYTE or name.startswith(_SINGLE_BYTE) else ""


def cleaned(text: str) -> str:
    """The same text with LF line ends and without control characters; anything else stays as typed."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """For names, numbers and labels: no line breaks or tabs inside, no blanks around."""
    return text.strip() if text.isprintable() else text.replace("\n", " ").replace("\t", " ").strip()


def unescaped(text: str) -> str:
    r"""Without vCard's backslashes: `\n` is a line break, `\,` a comma; one before anything else stays."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def fields(text: str) -> list[str]:
    """The parts of a structured value, unescaped. `text` holds no control characters."""
    if "\\" not in text:
        return text.split(";")
    # NUL and SOH cannot be in cleaned text, so they can stand for what must not split.
    guarded = text.replace("\\\\", "\0").replace("\\;", "\1")
    parts = (part.replace("\1", "\\;").replace("\0", "\\\\") for part in guarded.split(";"))
    return [unescaped(part) for part in parts]
