"""Cards to vCard 4.0 (RFC 6350), so that reading the text gives the same cards again."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator

from supportnet_gui.core.exchange.vcard_card import OWN_ROLE
from supportnet_gui.core.exchange.vcard_channels import OWN_PROTOCOL
from supportnet_gui.core.exchange.vcard_lines import cleaned
from supportnet_gui.core.exchange.vcard_model import Card, CardChannel, CardDate
from supportnet_gui.core.exchange.vcard_values import media_type
from supportnet_gui.core.model import Kind, Protocol

_KINDS = {Kind.PERSON: "individual", Kind.GROUP: "group", Kind.SERVICE: "org", Kind.PLACE: "location"}
_DATES = {"birthday": "BDAY", "anniversary": "ANNIVERSARY"}
_HEADS = {
    Protocol.CALL: "TEL",
    Protocol.TEXT: "TEL;TYPE=text",
    Protocol.EMAIL: "EMAIL",
    Protocol.SIGNAL: "IMPP;X-SERVICE-TYPE=Signal",
    Protocol.WHATSAPP: "IMPP;X-SERVICE-TYPE=WhatsApp",
    Protocol.WEB: "URL",
    Protocol.ADDRESS: "ADR",
    Protocol.OTHER: "IMPP",
}
_TYPES = frozenset({"home", "work", "cell"})
"""Labels other programs know as a TYPE; any other word goes into an X-ABLabel."""

_ESCAPED = re.compile(r"[\\,;\n]")
_LINE = 75  # octets


def write_cards(cards: Iterable[Card]) -> str:
    """One vCard 4.0 file, CRLF line ends, lines folded at 75 octets of UTF-8."""
    return "".join(_folded(line) for card in cards for line in _card_lines(card))


def _card_lines(card: Card) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"KIND:{_KINDS.get(card.kind) or 'x-' + card.kind.value.replace('_', '-')}"
    yield from _text("UID", card.uid)
    yield from _text("FN", card.name)
    if card.given:
        family = card.name.removeprefix(card.given).strip() if card.name.startswith(card.given) else ""
        yield f"N:{_escaped(family)};{_escaped(card.given)};;;"
    yield from _text("NICKNAME", card.nickname)
    yield from _text("TITLE", card.about)
    for role in card.roles:
        yield from _text(OWN_ROLE, role)
    for number, channel in enumerate(card.channels, 1):
        yield from _channel(channel, f"item{number}")
    for date in card.dates:
        yield from _date(date)
    yield from _text("NOTE", card.note)
    if card.photo:
        kind = media_type(card.photo) or "application/octet-stream"
        yield f"PHOTO:data:{kind};base64,{b64encode(card.photo).decode('ascii')}"
    yield "END:VCARD"


def _text(name: str, value: str) -> Iterator[str]:
    if value:
        yield f"{name}:{_escaped(value)}"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\\n" if match[0] == "\n" else "\\" + match[0], cleaned(text))


def _channel(channel: CardChannel, group: str) -> Iterator[str]:
    """The property other programs know, and our own parameter where that alone could be read otherwise."""
    head, value = _property(channel)
    if channel.preferred:
        head += ";PREF=1"
    if channel.label in _TYPES:
        yield f"{head};TYPE={channel.label}:{value}"
    elif channel.label:
        yield f"{group}.{head}:{value}"
        yield f"{group}.X-ABLabel:{_escaped(channel.label)}"
    else:
        yield f"{head}:{value}"


def _property(channel: CardChannel) -> tuple[str, str]:
    value = _escaped(channel.value)
    head = _HEADS[channel.protocol]
    if channel.protocol is Protocol.ADDRESS:
        return head, f";;{value};;;;"  # in the place of the street; it is one text to us
    return f"{head};{OWN_PROTOCOL}={channel.protocol.value}", value


def _date(date: CardDate) -> Iterator[str]:
    """What RFC 6350 can say of a date with parts unknown; a day and a year without a month leave the year."""
    match date.year, date.month, date.day:
        case None, None, None:
            return
        case None, None, day:
            text = f"---{day:02}"
        case None, month, None:
            text = f"--{month:02}"
        case None, month, day:
            text = f"--{month:02}{day:02}"
        case year, None, _:
            text = f"{year:04}"
        case year, month, None:
            text = f"{year:04}-{month:02}"
        case year, month, day:
            text = f"{year:04}{month:02}{day:02}"
    yield f"{_DATES[date.kind]}:{text}"


def _folded(line: str) -> str:
    """The line with CRLF, folded so that no letter is cut (RFC 6350, 3.2)."""
    data = line.encode("utf-8")
    if len(data) <= _LINE:
        return line + "\r\n"
    pieces = []
    start, room = 0, _LINE
    while start < len(data):
        end = min(start + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end].decode("utf-8"))
        start, room = end, _LINE - 1  # the blank counts
    return "\r\n ".join(pieces) + "\r\n"
