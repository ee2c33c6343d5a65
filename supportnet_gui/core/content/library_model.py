"""The records of the library: entries, the documents they come from, and what an entry can be opened with."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ..model import Kind, Support
from ..resource_model import OwnResource, Section, Tag

if TYPE_CHECKING:
    from .model import ContentError, Service


_ANYWHERE = "any"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing a source document names or advises: where it stands there, and what it is in a few words."""

    id: str
    document: str
    line: str
    about: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to find support.

    `starts` is how it begins, `first_step` the smallest first thing to do, `caution` what is good to know before.
    `when` and `then` are a small step to begin from. Empty texts are not shown. `kind` and `support` are what it
    becomes on the map; without a kind it is nothing for the map. `services` are facts, in the order to show them.
    `sources` is where it comes from, empty for what was gathered elsewhere. `begin`: it needs nobody one knows.
    `own` is the person's entry, where this is one.
    """

    id: str
    section: Section
    title: str
    what: str = ""
    starts: str = ""
    first_step: str = ""
    caution: str = ""
    when: str = ""
    then: str = ""
    also: tuple[str, ...] = ()
    tags: frozenset[Tag] = frozenset()
    kind: Kind | None = None
    support: tuple[Support, ...] = ()
    services: tuple[Service, ...] = ()
    sources: tuple[Source, ...] = ()
    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    begin: bool = False
    own: OwnResource | None = None

    def here(self, country: str | None, region: str | None = None) -> tuple[Service, ...]:
        """The services of one country and nation, with those of everywhere; all of them where none is chosen.

        Other countries' numbers may mean something else here, and 111 is no line for a hard time in every nation.
        """
        return tuple(
            one
            for one in self.services
            if country is None
            or one.country == _ANYWHERE
            or (one.country == country and (region is None or one.region in (None, region)))
        )


@dataclass(frozen=True, slots=True)
class SectionWords:
    """A part of the library as it is shown."""

    section: Section
    title: str
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """All entries in order, by section. `left_out` says what could not be read; the rest is there all the same.

    `services` are all facts there are, those of no entry too, like emergency numbers.
    """

    sections: tuple[SectionWords, ...] = ()
    entries: tuple[Entry, ...] = ()
    left_out: tuple[ContentError, ...] = ()
    services: tuple[Service, ...] = ()
    _by_id: dict[str, Entry] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_id.update((one.id, one) for one in self.entries)

    def find(self, entry_id: str) -> Entry | None:
        return self._by_id.get(entry_id)

    @property
    def beginnings(self) -> tuple[Entry, ...]:
        """What one can begin with where nobody is on the map yet."""
        return tuple(one for one in self.entries if one.begin)

    def of(self, section: Section) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.section is section)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a filter asks for. An entry has all of `tags`, and is in the country (and nation), or everywhere."""

    section: Section | None = None
    tags: frozenset[Tag] = frozenset()
    country: str | None = None
    region: str | None = None

    def fits(self, one: Entry) -> bool:
        return (
            (self.section is None or one.section is self.section)
            and self.tags <= one.tags
            and (self.country is None or not one.countries or self.country in one.countries)
            and (self.region is None or not one.regions or self.region in one.regions)
        )


ANYTHING = Wanted()
"""What asks for nothing: all fits."""


class LinkKind(StrEnum):
    CALL = "call"
    TEXT = "text"
    MAIL = "mail"
    WEB = "web"


@dataclass(frozen=True, slots=True)
class Link:
    """Something to open, only after a click. `shown` is what a person reads; `uri` is https, tel, sms or mailto.

    `keyword` is the word to send, which stands beside the number and never in the link.
    """

    kind: LinkKind
    shown: str
    uri: str
    keyword: str = ""
    label: str = ""
