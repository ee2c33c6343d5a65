"""Reading resources/library/: what may stand in each file. What is damaged is left out, the rest is read.

    library/items.toml        what the two source documents name or advise: id, document, line
    library/services.toml     [[service]] facts about services that are no help lines (those are in crisis/)
    library/talk.toml         [[entry]] one file a section: id, items, services, tags … (`EntryFacts`)
    library/en/talk.toml      words in one language: title, intro and [entry.ID] (`EntryWords`)
    library/en/services.toml  [service.ID] words about services
    library/en/lines.toml     [call], [text], [web]: how any help line starts

An entry is facts and words. A language may be in part: what it lacks is read in English.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from ..model import Kind, Support
from ..resource_model import Section, Tag
from .files import ChannelFacts, RowFacts, ServiceWords, _channel_fault, _File
from .model import GB_NATIONS, NUMBERS, ContentError

ENGLISH = "en"


class ItemFacts(_File, frozen=True):
    document: str
    line: str
    about: str


class OtherFacts(_File, frozen=True):
    """A service that is no help line. `show` says how much of it may be shown until it is confirmed:

    yes all; link-only no number; link-after-check no link before `confirmed_on`; setup-info-only, no-link and
    text-only words alone. What may not be shown at all does not stand here.
    """

    id: str
    name: str
    country: str
    kind: str
    gathered_on: date
    channels: tuple[ChannelFacts, ...] = ()
    hours: str = ""
    confirmed_on: date | None = None
    region: str | None = None
    cost: Literal["free", "paid", "unknown"] = "unknown"
    url: str = ""
    show: Literal["yes", "link-only", "link-after-check", "setup-info-only", "no-link", "text-only"] = "yes"
    open: tuple[RowFacts, ...] = ()
    for_some: bool = False

    @property
    def has_links(self) -> bool:
        """Whether anything of it may be opened."""
        return self.show in ("yes", "link-only") or (
            self.show == "link-after-check" and bool(self.confirmed_on)
        )


class EntryFacts(_File, frozen=True):
    """`begin`: it needs nobody one knows, and so is offered where nobody is on the map yet."""

    id: str
    items: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    kind: Kind | None = None
    support: tuple[Support, ...] = ()
    begin: bool = False


class EntryWords(_File, frozen=True, rename={"when": "if"}):
    title: str
    what: str
    starts: str = ""
    first_step: str = ""
    caution: str = ""
    when: str = ""
    then: str = ""
    also: tuple[str, ...] = ()


class LineWords(_File, frozen=True):
    starts: str
    first_step: str


class SectionFile(_File, frozen=True):
    title: str
    intro: str = ""


Shape = TypeVar("Shape", bound=_File)


class Reader:
    """Reads tables one by one and remembers in `left_out` what could not be used."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder / "library"
        self._languages = tuple(dict.fromkeys((ENGLISH, language)))
        self.left_out: list[ContentError] = []
        self._tables: dict[str, dict[str, Any]] = {}

    def items(self) -> dict[str, ItemFacts]:
        return self._each("items.toml", self._table("items.toml").get("item"), ItemFacts)

    def services(self) -> dict[str, OtherFacts]:
        found = self._rows("services.toml", "service", OtherFacts)
        return {one.id: one for one in found if self._sound("services.toml", one.id, service_fault(one))}

    def entries(self, section: Section) -> tuple[EntryFacts, ...]:
        return tuple(self._rows(f"{section}.toml", "entry", EntryFacts))

    def service_words(self) -> dict[str, ServiceWords]:
        return self._words("services.toml", "service", ServiceWords)

    def line_words(self) -> dict[str, LineWords]:
        found: dict[str, LineWords] = {}
        for language in self._languages:
            name = f"{language}/lines.toml"
            found |= self._each(name, self._table(name, language), LineWords)
        return found

    def section(self, section: Section) -> SectionFile:
        """Title and intro; the section's own id where no file can be read."""
        found = SectionFile(section.value)
        for language in self._languages:
            name = f"{language}/{section}.toml"
            table = {key: value for key, value in self._table(name, language).items() if key != "entry"}
            if table and (words := self._one(name, "title", table, SectionFile)):
                found = words
        return found

    def entry_words(self, section: Section) -> dict[str, EntryWords]:
        return self._words(f"{section}.toml", "entry", EntryWords)

    def leave_out(self, name: str, place: str, fault: str) -> None:
        self.left_out.append(ContentError(f"library/{name}", f"{place}: {fault}"))

    # -- tables ----------------------------------------------------------------------------------------------

    def _words(self, name: str, key: str, shape: type[Shape]) -> dict[str, Shape]:
        found: dict[str, Shape] = {}
        for language in self._languages:
            place = f"{language}/{name}"
            found |= self._each(place, self._table(place, language).get(key, {}), shape)
        return found

    def _rows(self, name: str, key: str, shape: type[Shape]) -> list[Shape]:
        rows = self._table(name).get(key, [])
        if not isinstance(rows, list):
            self.leave_out(name, key, "is no list of tables")
            return []
        found = [self._one(name, f"{key}[{index}]", row, shape) for index, row in enumerate(rows)]
        return [one for one in found if one is not None]

    def _each(self, name: str, table: object, shape: type[Shape]) -> dict[str, Shape]:
        if not isinstance(table, dict):
            self.leave_out(name, "file", "has not the tables it needs")
            return {}
        found = {key: self._one(name, key, value, shape) for key, value in table.items()}
        return {key: one for key, one in found.items() if one is not None}

    def _one(self, name: str, place: str, value: object, shape: type[Shape]) -> Shape | None:
        try:
            return msgspec.convert(value, shape)
        except msgspec.ValidationError as error:
            self.leave_out(name, place, str(error))
            return None

    def _table(self, name: str, language: str = ENGLISH) -> dict[str, Any]:
        if name not in self._tables:
            self._tables[name] = self._parsed(name, language)
        return self._tables[name]

    def _parsed(self, name: str, language: str) -> dict[str, Any]:
        path = self._folder / name
        if language != ENGLISH and not path.is_file():
            return {}
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            self.leave_out(name, "file", f"cannot be read ({type(error).__name__})")
        except ValueError as error:
            self.leave_out(name, "file", str(error))
        return {}

    def _sound(self, name: str, place: str, fault: str) -> bool:
        if fault:
            self.leave_out(name, place, fault)
        return not fault


def service_fault(one: OtherFacts) -> str:
    """What is wrong with a service's facts, "" for nothing."""
    if one.url and not one.url.startswith("https://"):
        return "url does not begin with https://"
    if one.region is not None and one.region not in GB_NATIONS:
        return "region is no part of the country"
    if one.show != "yes" and any(channel.type in NUMBERS for channel in one.channels):
        return f"has a number, and show is {one.show}"
    return next((f"channel {fault}" for channel in one.channels if (fault := _channel_fault(channel))), "")
