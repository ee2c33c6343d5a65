"""When a card and somebody already kept look like one person. Numbers, mail addresses and names; no database.

These are likenesses to ask about, never proof: a couple shares a number, two people share a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from supportnet_gui.core.exchange.vcard_model import Card
from supportnet_gui.core.store.search import folded

NUMBER_TAIL = 7
"""Digits without which two spellings of a number say nothing: the longest local part in wide use."""
NATIONAL = 10
"""Digits that two numbers of one country share where one has a trunk prefix in front (8 in Russia)."""
FEWEST_DIGITS = 5
"""Shorter numbers are extensions and service codes, which many people share."""
MOST_MATCHES = 5
"""Nobody compares more than a few."""
MOST_SHARING = 20
"""What more people than this share (a switchboard's number) says nothing about any of them."""

_NUMBERS = frozenset({"call", "text", "signal", "whatsapp"})
_EXTENSION = re.compile(r"\s*(?:ext|x|#|;|,).*", re.IGNORECASE | re.DOTALL)
_NOT_DIGITS = {code: None for code in range(128) if not chr(code).isdigit()}

Way = tuple[str, str]
"""One way to reach somebody for comparing: ("number", digits), ("mail", address) or (protocol, text)."""


class Why(StrEnum):
    """What is shared, the strongest first."""

    SAME_NUMBER = "same_number"
    SAME_MAIL = "same_mail"
    SAME_NAME = "same_name"
    SAME_FIRST_NAME = "same_first_name"


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody kept who may be the person on a card, and the strongest thing that says so."""

    supporter_id: str
    name: str
    why: Why


def digits_of(value: str) -> str:
    """The digits of a number without extension and leading zeros: "+353 (0)86 123 4567" is "353861234567"."""
    text = _EXTENSION.sub("", value).replace("(0)", "")
    if text.isascii():
        digits = text.translate(_NOT_DIGITS)
    else:
        digits = "".join(str(unicodedata.digit(c)) for c in text if unicodedata.digit(c, None) is not None)
    return digits.lstrip("0")


def same_number(one: str, other: str) -> bool:
    """Whether two numbers, as `digits_of` gives them, may be one: with and without country or area code."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return len(short) >= FEWEST_DIGITS
    if len(short) < NUMBER_TAIL:
        return False
    return long.endswith(short) or (len(short) >= NATIONAL and short[-NATIONAL:] == long[-NATIONAL:])


def way_of(protocol: str, value: str) -> Way:
    """A channel for comparing."""
    if protocol == "email":
        return "mail", value.strip().casefold()
    if protocol in _NUMBERS:
        digits = digits_of(value)
        if len(digits) >= FEWEST_DIGITS:
            return "number", digits
    return protocol, "".join(folded(value).split())


def name_key(name: str) -> str:
    """A name for comparing and sorting: case, accents and spacing aside."""
    return " ".join(name.casefold().split()) if name.isascii() else " ".join(folded(name).split())


def shares(way: Way, ways: Iterable[Way]) -> bool:
    """Whether `ways` hold a way already, in whatever spelling."""
    if way[0] != "number":
        return way in ways
    return any(kind == "number" and same_number(way[1], digits) for kind, digits in ways)


class Index:
    """Everyone kept, by what a card may share with them."""

    def __init__(self, not_same: Container[tuple[str, str]] = ()) -> None:
        """`not_same` holds pairs (supporter id, card UID) of people known to be two."""
        self._not_same = not_same
        self._shown: dict[str, str] = {}
        self._names: dict[str, list[str]] = defaultdict(list)
        self._numbers: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._others: dict[Way, list[str]] = defaultdict(list)

    def add(self, supporter_id: str, name: str, protocol: str, value: str) -> None:
        """Take in one way to reach somebody; an empty value for somebody who has none."""
        if supporter_id not in self._shown:
            self._shown[supporter_id] = name
            self._names[name_key(name)].append(supporter_id)
        if not value:
            return
        way = way_of(protocol, value)
        if way[0] == "number":
            self._numbers[way[1][-NUMBER_TAIL:]].append((way[1], supporter_id))
        else:
            self._others[way].append(supporter_id)

    def matches(self, card: Card, key: str, ways: Collection[Way]) -> tuple[Match, ...]:
        """Who may be the person on a card, likeliest first. `key` is the card's `name_key`."""
        found: dict[str, Why] = {}
        for kind, why in (("number", Why.SAME_NUMBER), ("mail", Why.SAME_MAIL)):
            for way in ways:
                if way[0] == kind:
                    self._note(found, self._having(way), why, card.uid)
        self._note(found, self._names.get(key, ()), Why.SAME_NAME, card.uid)
        # People are often written down by the one name they go by.
        for short in (card.given, card.nickname):
            if short:
                self._note(found, self._names.get(name_key(short), ()), Why.SAME_FIRST_NAME, card.uid)
        return tuple(Match(one, self._shown[one], why) for one, why in found.items())

    def holds(self, card: Card, key: str, ways: Collection[Way]) -> str | None:
        """Somebody of the same name who has all of these ways already, at least one; None if nobody has."""
        same = self._names.get(key)
        if not same or not ways:
            return None
        left = set(same)
        for way in ways:
            left.intersection_update(self._having(way))
        return next((one for one in same if one in left and (one, card.uid) not in self._not_same), None)

    def _note(self, found: dict[str, Why], ids: Iterable[str], why: Why, uid: str) -> None:
        for one in ids:
            if len(found) >= MOST_MATCHES:
                return
            if (one, uid) not in self._not_same:
                found.setdefault(one, why)

    def _having(self, way: Way) -> list[str]:
        if way[0] == "number":
            near = self._numbers.get(way[1][-NUMBER_TAIL:], [])
            if len(near) > MOST_SHARING:
                return []
            return [one for digits, one in near if same_number(way[1], digits)]
        others = self._others.get(way, [])
        return others if len(others) <= MOST_SHARING else []
