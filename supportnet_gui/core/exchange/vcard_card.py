"""The lines of one card to a `Card`, and a `Problem` for each that did not come in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from supportnet_gui.core.exchange.vcard_channels import SERVICES, Found, channel_of, label_text
from supportnet_gui.core.exchange.vcard_lines import Line, LineFault, fields, one_line, read_line, unescaped
from supportnet_gui.core.exchange.vcard_model import Card, CardChannel, CardDate, Problem, ProblemCode
from supportnet_gui.core.exchange.vcard_split import RawCard
from supportnet_gui.core.exchange.vcard_values import date_of, photo_of
from supportnet_gui.core.model import Kind, Protocol

OWN_ROLE = "X-SUPPORTNET-ROLE"
"""Our own export's property for one relation word; vCard has none."""

HASH_PREFIX = "vcard-hash:"

_KINDS = {
    "group": Kind.GROUP,
    "org": Kind.SERVICE,
    "location": Kind.PLACE,
    **{f"x-{kind.value.replace('_', '-')}": kind for kind in Kind},
}


@dataclass(slots=True)
class Draft:
    """A card while its lines are read."""

    labels: dict[str, str]
    formatted: str = ""
    structured: list[str] = field(default_factory=list)
    nickname: str = ""
    uid: str = ""
    kind: Kind = Kind.PERSON
    organisation: str = ""
    roles: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    found: list[tuple[Line, Found]] = field(default_factory=list)
    address_labels: list[Line] = field(default_factory=list)
    dates: list[CardDate] = field(default_factory=list)
    photo: bytes | None = None


def read_card(raw: RawCard) -> tuple[Card | None, list[Problem]]:
    """The card, or None if it has nothing to be called by, with its problems in the order of their lines."""
    if not raw.lines:
        return None, [Problem(raw.line, ProblemCode.BAD_CARD)]
    lines, problems = _read_lines(raw)
    # A label may stand before or after the line it belongs to, so all are read first.
    draft = Draft({line.group: label_text(line.value) for line in lines if line.name == "X-ABLABEL"})
    for line in lines:
        reader = _READERS.get(line.name)
        if reader is None:
            continue
        try:
            reader(draft, line)
        except LineFault as fault:
            problems.append(Problem(line.number, fault.code, fault.property))
    problems.sort(key=lambda problem: problem.line)
    if not raw.ended:
        problems.insert(0, Problem(raw.line, ProblemCode.NO_END))
    card = _card(draft, raw.line)
    if card is None:
        problems.insert(0, Problem(raw.line, ProblemCode.NO_NAME))
    return card, problems


def _read_lines(raw: RawCard) -> tuple[list[Line], list[Problem]]:
    lines: list[Line] = []
    problems: list[Problem] = []
    astray = False  # several unreadable lines in a row are most often one broken text: one problem
    for number, data in raw.lines:
        try:
            line = read_line(number, data, _WANTED)
        except LineFault as fault:
            if not (astray and fault.code is ProblemCode.UNREADABLE_LINE):
                problems.append(Problem(number, fault.code, fault.property))
            astray = fault.code is ProblemCode.UNREADABLE_LINE
            continue
        astray = False
        if line is not None:
            lines.append(line)
    return lines, problems


def _card(draft: Draft, line: int) -> Card | None:
    if draft.address_labels and not any(found.protocol is Protocol.ADDRESS for _, found in draft.found):
        for label in draft.address_labels:
            _add_channel(draft, label)
    channels = _channels(draft.found)
    name = draft.formatted or _joined(draft.structured) or draft.nickname or _stand_in(draft, channels)
    if not name:
        return None
    return Card(
        name=name,
        given=one_line(draft.structured[1]) if len(draft.structured) > 1 else "",
        uid=draft.uid or HASH_PREFIX + _fingerprint(name, channels),
        kind=draft.kind,
        roles=tuple(dict.fromkeys(draft.roles)),
        about="\n".join(text for text in dict.fromkeys(draft.about) if text != name),
        note="\n".join(draft.notes),
        channels=channels,
        dates=tuple(dict.fromkeys(draft.dates)),
        photo=draft.photo,
        nickname=draft.nickname,
        line=line,
    )


def _joined(structured: list[str]) -> str:
    """The parts of N (family, given, additional, prefix, suffix) in the order they are spoken."""
    family, given, additional, prefix, suffix = (structured + [""] * 5)[:5]
    return one_line(" ".join(filter(None, map(one_line, (prefix, given, additional, family, suffix)))))


def _stand_in(draft: Draft, channels: tuple[CardChannel, ...]) -> str:
    """For a card without any name: mail name, then organisation, then number, then whatever reaches it."""
    mail = (channel.value for channel in channels if channel.protocol is Protocol.EMAIL)
    numbers = (channel.value for channel in channels if channel.protocol is Protocol.CALL)
    anything = (one_line(channel.value) for channel in channels)
    mail_name = next((address.partition("@")[0].strip() or address for address in mail), "")
    return mail_name or draft.organisation or next(numbers, "") or next(anything, "")


def _channels(found: list[tuple[Line, Found]]) -> tuple[CardChannel, ...]:
    """Each way once. Of several ranks in one property only the best is preferred (RFC 6350, 5.3)."""
    best: dict[str, int] = {}
    for line, _ in found:
        if line.rank is not None:
            best[line.name] = min(line.rank, best.get(line.name, line.rank))
    ways: dict[Found, bool] = {}
    for line, way in found:
        preferred = line.rank is not None and line.rank == best[line.name]
        ways[way] = ways.get(way, False) or preferred
    return tuple(CardChannel(*way, preferred) for way, preferred in ways.items())


def _fingerprint(name: str, channels: tuple[CardChannel, ...]) -> str:
    words = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    text = "\n".join([words, *sorted(channel.value for channel in channels)])
    return sha256(text.encode("utf-8")).hexdigest()


def _add_name(draft: Draft, line: Line) -> None:
    draft.formatted = draft.formatted or one_line(unescaped(line.value))


def _add_structured(draft: Draft, line: Line) -> None:
    if not _joined(draft.structured):
        draft.structured = fields(line.value)


def _add_nickname(draft: Draft, line: Line) -> None:
    draft.nickname = draft.nickname or one_line(unescaped(line.value))


def _add_uid(draft: Draft, line: Line) -> None:
    draft.uid = draft.uid or one_line(unescaped(line.value))


def _add_kind(draft: Draft, line: Line) -> None:
    draft.kind = _KINDS.get(line.value.strip().lower(), draft.kind)


def _add_shown_as(draft: Draft, line: Line) -> None:
    """Apple's way of saying KIND:org."""
    if line.value.strip().upper() == "COMPANY":
        draft.kind = Kind.SERVICE


def _add_organisation(draft: Draft, line: Line) -> None:
    text = ", ".join(filter(None, map(one_line, fields(line.value))))
    draft.organisation = draft.organisation or text
    if text:
        draft.about.append(text)


def _add_about(draft: Draft, line: Line) -> None:
    text = unescaped(line.value).strip()
    if text:
        draft.about.append(text)


def _add_role(draft: Draft, line: Line) -> None:
    text = one_line(unescaped(line.value))
    if text:
        draft.roles.append(text)


def _add_note(draft: Draft, line: Line) -> None:
    text = unescaped(line.value)
    if text.strip():
        draft.notes.append(text)


def _add_channel(draft: Draft, line: Line) -> None:
    found = channel_of(line, draft.labels.get(line.group, "") if line.group else "")
    if found is not None:
        draft.found.append((line, found))


def _add_address_label(draft: Draft, line: Line) -> None:
    draft.address_labels.append(line)


def _add_birthday(draft: Draft, line: Line) -> None:
    _add_date(draft, date_of(line, "birthday"))


def _add_anniversary(draft: Draft, line: Line) -> None:
    _add_date(draft, date_of(line, "anniversary"))


def _add_labelled_date(draft: Draft, line: Line) -> None:
    kind = draft.labels.get(line.group, "").lower()
    if kind in ("anniversary", "birthday"):
        _add_date(draft, date_of(line, kind))


def _add_date(draft: Draft, date: CardDate | None) -> None:
    if date is not None:
        draft.dates.append(date)


def _add_photo(draft: Draft, line: Line) -> None:
    photo = photo_of(line)
    if draft.photo is None:
        draft.photo = photo


def _add_android(draft: Draft, line: Line) -> None:
    """Android's own rows: "vnd.android.cursor.item/contact_event;1990-05-06;1;…", 1 being an anniversary."""
    kind, value, number = [*fields(line.value), "", "", ""][:3]
    match kind.strip().lower().removeprefix("vnd.android.cursor.item/"), number.strip():
        case "nickname", _:
            draft.nickname = draft.nickname or one_line(value)
        case "contact_event", "1":
            _add_anniversary(draft, line._replace(value=value))
        case "contact_event", "3":
            _add_birthday(draft, line._replace(value=value))


_READERS: dict[str, Callable[[Draft, Line], None]] = {
    **dict.fromkeys(
        ("TEL", "EMAIL", "URL", "IMPP", "ADR", "X-MS-TEL", "X-SOCIALPROFILE", "SOCIALPROFILE"), _add_channel
    ),
    **dict.fromkeys(SERVICES, _add_channel),
    **dict.fromkeys(
        (
            "ANNIVERSARY",
            "X-ANNIVERSARY",
            "X-EVOLUTION-ANNIVERSARY",
            "X-KADDRESSBOOK-X-ANNIVERSARY",
            "X-MS-ANNIVERSARY",
        ),
        _add_anniversary,
    ),
    "BDAY": _add_birthday,
    "FN": _add_name,
    "KIND": _add_kind,
    "LABEL": _add_address_label,
    "N": _add_structured,
    "NICKNAME": _add_nickname,
    "NOTE": _add_note,
    "ORG": _add_organisation,
    "PHOTO": _add_photo,
    "ROLE": _add_about,
    "TITLE": _add_about,
    "UID": _add_uid,
    "X-ABDATE": _add_labelled_date,
    "X-ABSHOWAS": _add_shown_as,
    "X-ADDRESSBOOKSERVER-KIND": _add_kind,
    "X-ANDROID-CUSTOM": _add_android,
    OWN_ROLE: _add_role,
}
_WANTED = frozenset({*_READERS, "X-ABLABEL"})
