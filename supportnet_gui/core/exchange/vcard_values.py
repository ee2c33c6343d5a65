"""Dates and photos, which a file may half know, damage or only link to."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from calendar import monthrange

from supportnet_gui.core.exchange.vcard_lines import Line, LineFault, one_line, unescaped
from supportnet_gui.core.exchange.vcard_model import MAX_PHOTO, CardDate, ProblemCode

_NO_YEAR = frozenset({0, 1604})
"""What stands where a program had to write a year it did not know; 1604 is Apple's."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SHAPES = [
    re.compile(shape, re.ASCII)
    for shape in (
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"--(?P<month>\d\d)-?(?P<day>\d\d)",
        r"---(?P<day>\d\d)",
        r"--(?P<month>\d\d)",
        r"(?P<year>\d{4})-(?P<month>\d\d)",
        r"(?P<year>\d{4})",
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?[ -]{_MONTH}(?:,?[ -](?P<year>\d{{4}}))?",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?",
        rf"{_MONTH} (?P<year>\d{{4}})",
        rf"{_MONTH}",
    )
]
_TIME = re.compile(r"(?<=\d)[t ]\d\d:?\d\d.*", re.ASCII | re.DOTALL)

_LINK = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
_DATA = re.compile(r"data:[^,]{0,200}?;\s*base64\s*,", re.IGNORECASE)
_PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"BM": "image/bmp",
}


def date_of(line: Line, kind: str) -> CardDate | None:
    """The date in the line, or None if the line is blank. Raises LineFault for one that cannot be understood.

    Beside RFC 6350's forms, words that can mean one day only are read (3 February 1985, 03.02.1985). 2/3/1985
    is not: it is the second of March in one country and the third of February in another.
    """
    text = one_line(unescaped(line.value)).lower()
    if not text:
        return None
    text = _TIME.sub("", text)
    for shape in _SHAPES:
        match = shape.fullmatch(text)
        if match:
            return _date(match.groupdict(), line, kind)
    raise LineFault(ProblemCode.BAD_DATE, line.name)


def _date(found: dict[str, str | None], line: Line, kind: str) -> CardDate:
    year, month, day = (int(found.get(part) or 0) or None for part in ("year", "month", "day"))
    word = found.get("word")
    if word:
        month = _MONTHS.index(word[:3]) + 1
    omitted = line.params.get("X-APPLE-OMIT-YEAR", "")
    if year in _NO_YEAR or (year is not None and omitted == str(year)):
        year = None
    zero = any(int(found.get(part) or 1) == 0 for part in ("month", "day"))
    if zero or not _exists(year, month, day):
        raise LineFault(ProblemCode.BAD_DATE, line.name)
    return CardDate(kind, year, month, day)


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if year is None and month is None and day is None:
        return False
    if month is not None and month > 12:
        return False
    # 2000 has a 29 February and January 31 days: what is not known forbids nothing.
    return day is None or day <= monthrange(year or 2000, month or 1)[1]


def photo_of(line: Line) -> bytes | None:
    """The picture in the line, or None if the line is blank. Raises LineFault; never fetches anything."""
    value = line.value.strip()
    if not value:
        return None
    if value[:5].lower() == "data:":
        value = value.replace("\\", "")  # some programs escape the ; and , of the address
        data = _DATA.match(value)
        if data is None:
            raise LineFault(ProblemCode.BAD_PHOTO, line.name)
        value = value[data.end() :]
    elif _LINK.match(value[:40].replace("\\", "")) or line.params.get("VALUE", "").lower() in ("uri", "url"):
        raise LineFault(ProblemCode.PHOTO_LINK, line.name)
    if len(value) > MAX_PHOTO * 3 // 2:
        raise LineFault(ProblemCode.PHOTO_TOO_BIG, line.name)
    return _picture(value, line.name)


def _picture(base64: str, name: str) -> bytes:
    text = "".join(base64.split()).rstrip("=")
    try:
        picture = b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (Base64Error, ValueError) as error:
        raise LineFault(ProblemCode.BAD_PHOTO, name) from error
    if len(picture) > MAX_PHOTO:
        raise LineFault(ProblemCode.PHOTO_TOO_BIG, name)
    if not media_type(picture):
        raise LineFault(ProblemCode.BAD_PHOTO, name)
    return picture


def media_type(picture: bytes) -> str:
    """ "image/jpeg", png, gif, webp or bmp by the first bytes; "" for anything else."""
    if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _PICTURES.items() if picture.startswith(start)), "")
