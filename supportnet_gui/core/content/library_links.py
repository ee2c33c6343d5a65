"""What of an entry can be opened, after a click: https, tel, sms and mailto, and nothing else. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Protocol
from ..phones import dialled
from ..phones import tel_link as person_tel_link
from .library_model import Entry, Link, LinkKind
from .model import ChannelType, Service
from .numbers import digits, tel_link

if TYPE_CHECKING:
    from ..resource_model import OwnChannel

_MAIL = re.compile(r"[^\s@<>?&]+@[^\s@<>?&]+\.[^\s@<>?&]+")
_HOST = re.compile(r"(https://)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?", re.ASCII)


def service_links(one: Service) -> tuple[Link, ...]:
    """The links of a service, built from the numbers as shown. The page about it comes last, each address once."""
    found = []
    for channel in one.channels:
        match channel.type:
            case ChannelType.CALL:
                found.append(Link(LinkKind.CALL, channel.value, tel_link(channel), label=channel.label))
            case ChannelType.TEXT:
                uri = f"sms:{digits(channel.value)}"
                found.append(Link(LinkKind.TEXT, channel.value, uri, channel.keyword or "", channel.label))
            case ChannelType.CHAT | ChannelType.WEB:
                found.append(Link(LinkKind.WEB, channel.value, channel.value, label=channel.label))
    if one.url and one.url not in {link.uri for link in found}:
        found.append(Link(LinkKind.WEB, one.url, one.url))
    return tuple(found)


def own_link(one: OwnChannel, region: str | None = None) -> Link | None:
    """The link of a channel of one's own, None where there is nothing to open: it is then words to read.

    `region` is the country whose numbers are written without a country code.
    """
    value = one.value.strip()
    match one.protocol:
        case Protocol.CALL:
            uri = person_tel_link(value, region)
            return Link(LinkKind.CALL, value, uri, label=one.label) if uri else None
        case Protocol.TEXT:
            number = dialled(value, region)
            return Link(LinkKind.TEXT, value, f"sms:{number}", label=one.label) if number else None
        case Protocol.EMAIL:
            return (
                Link(LinkKind.MAIL, value, f"mailto:{value}", label=one.label)
                if _MAIL.fullmatch(value)
                else None
            )
        case Protocol.WEB if _HOST.fullmatch(value):
            uri = value if value.startswith("https://") else f"https://{value}"
            return Link(LinkKind.WEB, value, uri, label=one.label)
    return None


def links(entry: Entry, region: str | None = None) -> tuple[Link, ...]:
    """All links of an entry, in order, each once."""
    if entry.own:
        found = [link for one in entry.own.channels if (link := own_link(one, region))]
    else:
        found = [link for one in entry.services for link in service_links(one)]
    return tuple({link.uri: link for link in reversed(found)}.values())[::-1]
