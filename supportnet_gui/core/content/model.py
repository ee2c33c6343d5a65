"""The records of what ships with the app. A number is text, stored once, exactly as a person reads it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct, field

from .hours import Open, OpenState, Row, state

GB_NATIONS = ("GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR")
"""ISO 3166-2 codes of the nations whose lines differ."""

OLD_AFTER = timedelta(days=180)
"""Facts nobody has looked at for longer are shown with a word of care."""

CRISIS_KINDS = ("crisis-line", "crisis-text-line", "urgent-nhs")


class ChannelType(StrEnum):
    CALL = "call"
    TEXT = "text"
    WHATSAPP = "whatsapp"
    CHAT = "chat"
    WEB = "web"


NUMBERS = (ChannelType.CALL, ChannelType.TEXT, ChannelType.WHATSAPP)
"""Channels whose value is a number; that of the others is an address."""


class ContentError(Exception):
    """A file of resources/ cannot be used. `file` is its path in there, `what` says what is wrong where."""

    def __init__(self, file: str, what: str) -> None:
        super().__init__(f"{file}: {what}")
        self.file = file
        self.what = what


class Channel(Struct, frozen=True):
    """One way to reach a service. `label` is a few words on it, like "for the police", and may be empty."""

    type: ChannelType
    value: str
    keyword: str | None = None
    label: str = ""


class Way(Struct, frozen=True):
    """One line on a card: a number to call, to text or both. `channels` holds one, or those two."""

    channels: tuple[Channel, ...]

    @property
    def number(self) -> str:
        return self.channels[0].value

    @property
    def keyword(self) -> str | None:
        return self.channels[0].keyword

    @property
    def label(self) -> str:
        return self.channels[0].label

    @property
    def types(self) -> tuple[ChannelType, ...]:
        return tuple(channel.type for channel in self.channels)

    def also(self, channel: Channel) -> Way | None:
        """This way with the same number for texts too; None where that would not say all of both."""
        same = (channel.type, channel.value, channel.keyword, channel.label)
        if self.types == (ChannelType.CALL,) and same == (ChannelType.TEXT, self.number, None, self.label):
            return Way((*self.channels, channel))
        return None


class Service(Struct, frozen=True):
    """A help line, an emergency service or a list of lines.

    `hours` is prose as gathered; `open` says the same in rows where it is complete. `cost` is free, paid or
    unknown. `menu` (what to choose after calling), `hours_text`, `for_whom` and `expect` are in the reader's
    language and may be empty. `beside` is the id of the line to name with one that is not for a crisis.
    """

    id: str
    name: str
    country: str
    kind: str
    channels: tuple[Channel, ...]
    hours: str
    gathered_on: date
    confirmed_on: date | None = None
    region: str | None = None
    cost: str = "unknown"
    url: str = ""
    open: tuple[Row, ...] = ()
    for_some: bool = False
    beside: str | None = None
    menu: str = ""
    hours_text: str = ""
    for_whom: str = ""
    expect: str = ""

    @property
    def day_and_night(self) -> bool:
        """Whether it is a crisis service that answers at every hour, by no old source and no hearsay."""
        sure = "older" not in self.hours and "reported" not in self.hours
        return self.kind in CRISIS_KINDS and self.hours.startswith("24/7") and sure

    @property
    def ways(self) -> tuple[Way, ...]:
        """Its numbers in order; one that takes calls and texts alike stands once."""
        found: list[Way] = []
        for channel in self.channels:
            if channel.type not in NUMBERS:
                continue
            both = next(((way, also) for way in found if (also := way.also(channel))), None)
            if both:
                found[found.index(both[0])] = both[1]
            else:
                found.append(Way((channel,)))
        return tuple(found)

    @property
    def chat(self) -> Channel | None:
        return next((channel for channel in self.channels if channel.type is ChannelType.CHAT), None)

    @property
    def page(self) -> str:
        """The address of the page about it; empty without one, or where the chat is on that page."""
        web = next((channel.value for channel in self.channels if channel.type is ChannelType.WEB), self.url)
        return "" if self.chat and self.chat.value == web else web


class Panel(Struct, frozen=True):
    """What help right now shows for a place.

    Without an emergency service, say "your local emergency number". `go_to` is the country's own word for
    where to go instead of calling. `elsewhere` is for words only, never a button. `complete` is False where a
    file could not be read.
    """

    country: str | None
    region: str | None
    emergency: Service | None
    talk_now: tuple[Service, ...]
    others: tuple[Service, ...]
    directories: tuple[Service, ...]
    go_to: str = ""
    elsewhere: Service | None = None
    complete: bool = True

    @property
    def lines(self) -> tuple[Service, ...]:
        """Everything, in screen order."""
        first = (self.emergency,) if self.emergency else ()
        return (*first, *self.talk_now, *self.others, *self.directories)

    def find(self, service_id: str | None) -> Service | None:
        return next((line for line in self.lines if line.id == service_id), None)


class Names(Struct, frozen=True):
    """Countries and nations by code, in the reader's language. A code without a name stands for itself."""

    countries: dict[str, str] = field(default_factory=dict)
    nations: dict[str, str] = field(default_factory=dict)

    def country(self, code: str) -> str:
        return self.countries.get(code, code)

    def nation(self, code: str) -> str:
        return self.nations.get(code, code)


class FirstStep(Struct, frozen=True):
    """A small thing to do that needs nobody. `action` is "show_number" or None."""

    id: str
    title: str
    text: str
    action: str | None = None


class Situation(Struct, frozen=True):
    """What a message may be for. `when` says in a line when it fits."""

    id: str
    title: str
    when: str


def open_state(service: Service, now: datetime) -> OpenState:
    """Whether a line is open at a moment, as far as that is known for certain."""
    return OpenState(Open.ALWAYS) if service.day_and_night else state(service.open, now)


def is_old(service: Service, today: date) -> bool:
    """Whether nobody has looked at the facts for so long that a number may have changed."""
    return today - (service.confirmed_on or service.gathered_on) > OLD_AFTER
