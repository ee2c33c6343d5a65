"""A card's lines to ways of reaching somebody. The label is always the file's own word."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from supportnet_gui.core.exchange.vcard_lines import Line, cleaned, fields, one_line, unescaped
from supportnet_gui.core.model import Protocol

OWN_PROTOCOL = "X-SUPPORTNET-PROTOCOL"
"""The parameter our own export adds where the property alone would be read as another protocol."""

SERVICES = {
    "X-AIM": "AIM",
    "X-FACEBOOK": "Facebook",
    "X-GADUGADU": "Gadu-Gadu",
    "X-GOOGLE-TALK": "Google Talk",
    "X-GROUPWISE": "GroupWise",
    "X-GTALK": "Google Talk",
    "X-ICQ": "ICQ",
    "X-JABBER": "Jabber",
    "X-MATRIX": "Matrix",
    "X-MS-IMADDRESS": "IM",
    "X-KADDRESSBOOK-X-IMADDRESS": "IM",
    "X-MSN": "MSN",
    "X-QQ": "QQ",
    "X-SIGNAL": "Signal",
    "X-SKYPE": "Skype",
    "X-SKYPE-USERNAME": "Skype",
    "X-TELEGRAM": "Telegram",
    "X-THREEMA": "Threema",
    "X-TWITTER": "Twitter",
    "X-WHATSAPP": "WhatsApp",
    "X-YAHOO": "Yahoo",
}

_PROTOCOLS = {protocol.value: protocol for protocol in Protocol}
_RECOGNISED = {
    "signal": Protocol.SIGNAL,
    "sgnl": Protocol.SIGNAL,
    "whatsapp": Protocol.WHATSAPP,
}
_NOT_FOR_TALK = frozenset(
    {"fax", "pager", "bbs", "modem", "tlx", "telex", "textphone", "tty", "tty-tdd", "ttytdd"}
)
_SAYS_NOTHING = frozenset(
    {"", "internet", "x400", "voice", "msg", "text", "video", "postal", "parcel", "intl", "dom", "uri"}
)
_SIP = ("sip:", "sips:")
_PLACES = frozenset({"home", "work", "mobile", "cell", "other"})
_SCHEMES = frozenset("aim gtalk icq im jabber msnim sgnl signal sip sips skype whatsapp xmpp ymsgr".split())
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://)?(.+)", re.DOTALL)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)


class Found(NamedTuple):
    protocol: Protocol
    value: str
    label: str


def label_text(value: str) -> str:
    """The words of an X-ABLabel; Apple wraps its own in _$!<Mobile>!$_."""
    text = one_line(unescaped(value))
    wrapped = _APPLE_LABEL.fullmatch(text)
    return wrapped[1].strip() if wrapped else text


def channel_of(line: Line, own_label: str) -> Found | None:
    """What the line gives to reach somebody by, or None if it is blank.

    `own_label` is the X-ABLabel of the line's group, or empty.
    """
    label = own_label or one_line(line.params.get("X-LABEL", "")) or _types_label(line)
    if line.name == "ADR":
        found = _address(line, label)
    elif line.name == "LABEL":
        found = Found(Protocol.ADDRESS, unescaped(line.value).strip(), label)
    else:
        value = one_line(unescaped(line.value))
        if OWN_PROTOCOL in line.params:
            found = _own(line, value, own_label)
        elif line.name in ("TEL", "X-MS-TEL"):
            found = _telephone(line, value, label)
        elif line.name == "EMAIL":
            found = Found(Protocol.EMAIL, _without(value, "mailto:"), label)
        elif line.name == "URL":
            found = _page(value, label)
        else:
            found = _service(line, value, own_label)
    return found if found.value else None


def _types_label(line: Line) -> str:
    return ", ".join(dict.fromkeys(kind for kind in line.types if kind not in _SAYS_NOTHING))


def _without(value: str, scheme: str) -> str:
    return value[len(scheme) :].strip() if value[: len(scheme)].lower() == scheme else value


def _own(line: Line, value: str, own_label: str) -> Found:
    protocol = _PROTOCOLS.get(line.params[OWN_PROTOCOL].lower(), Protocol.OTHER)
    return Found(protocol, value, own_label or _types_label(line))


def _telephone(line: Line, value: str, label: str) -> Found:
    """Numbers nobody answers by voice are kept under "other"; a label alone may say so too."""
    number = _number_of(value)
    types = line.types
    words = types if "voice" in types else (*types, *label.lower().split())
    if any(word in _NOT_FOR_TALK or "fax" in word for word in words) or value.lower().startswith(_SIP):
        return Found(Protocol.OTHER, number, label)
    if "text" in types and not {"voice", "cell", "video"}.intersection(types):
        return Found(Protocol.TEXT, number, label)
    return Found(_RECOGNISED.get(label.lower(), Protocol.CALL), number, label)


def _number_of(value: str) -> str:
    """A tel: address as it would be written: "tel:+1-418-555;ext=102" is "+1-418-555 ext. 102" (RFC 3966)."""
    if value[:4].lower() != "tel:":
        return value
    number, *parameters = value[4:].split(";")
    number = _unquoted(number)
    for parameter in parameters:
        name, _, text = parameter.partition("=")
        if number and name.strip().lower() == "ext" and text.strip():
            return f"{number} ext. {_unquoted(text)}"
    return number


def _unquoted(text: str) -> str:
    return one_line(cleaned(unquote(text)))


def _address(line: Line, label: str) -> Found:
    """One readable block: box, further words, street; then town, region and code; then country."""
    parts = [part.strip() for part in fields(line.value)[:7]]
    box, extended, street, town, region, code, country = parts + [""] * (7 - len(parts))
    place = " ".join(filter(None, (", ".join(filter(None, (town, region))), code)))
    text = "\n".join(filter(None, (box, extended, street, place, country)))
    return Found(Protocol.ADDRESS, text or unescaped(line.params.get("LABEL", "")).strip(), label)


def _page(value: str, label: str) -> Found:
    on_the_web = value[:8].lower().startswith(("http://", "https://"))
    return Found(Protocol.WEB if on_the_web else Protocol.OTHER, value, label)


def _service(line: Line, value: str, own_label: str) -> Found:
    """Messengers and the like, whose label is the service: X-SKYPE, IMPP with its many dialects, profiles."""
    scheme, rest = "", value
    address = _SCHEME.fullmatch(value)
    # A colon may also be part of a name: X-SKYPE:live:ana.
    if address and (line.name not in SERVICES or address[1].lower() in _SCHEMES):
        scheme, rest = address[1].lower(), address[2]
    service = (
        SERVICES.get(line.name)
        or one_line(line.params.get("X-SERVICE-TYPE") or line.params.get("SERVICE-TYPE") or "")
        or next((kind for kind in line.types if kind not in _PLACES and kind not in _SAYS_NOTHING), "")
        or own_label
        or (scheme if not scheme.startswith(("http", "x-")) else "")
    )
    if scheme in ("http", "https"):
        return Found(Protocol.WEB, value, service)
    protocol = _RECOGNISED.get(service.lower()) or _RECOGNISED.get(scheme)
    if protocol is not None:
        return Found(protocol, rest.strip(), "" if service.lower() in _RECOGNISED else service)
    return Found(Protocol.OTHER, rest.strip(), service)
