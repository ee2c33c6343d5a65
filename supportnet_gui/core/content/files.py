"""Reading resources/: what may stand in each file, and the file and place where something else does.

    crisis/gb.toml          facts: [[service]] with id, name, kind, channels, hours … (`ServiceFacts`)
    crisis/en/gb.toml       words about them in one language: go_to and [service.ID] (`ServiceWords`)
    crisis/en/names.toml    what countries and nations are called
    crisis/any.toml         lists of lines for all countries
    first_steps/en.toml     [[step]]

A country is a facts file, a words file and a name. A language is a folder of words: what it lacks is read in
English, and without words a line still shows its number.
"""

from __future__ import annotations

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from .hours import Row
from .model import GB_NATIONS, NUMBERS, Channel, ChannelType, ContentError, FirstStep, Names, Service

_ENGLISH = "en"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a file: a key it does not name is an error."""


class ChannelFacts(_File, frozen=True):
    type: ChannelType
    value: str
    keyword: str | None = None


class RowFacts(_File, frozen=True, rename={"start": "from", "end": "to"}):
    """`to` not after `from` is on the next day."""

    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...]
    start: time
    end: time
    zone: str


class ServiceFacts(_File, frozen=True):
    """What is known of a service.

    `hours` is prose as gathered; `open` says it in rows, only where it is complete. `for_some` marks what is
    not for everyone in the country. `show` is link-only where the number is not sure (then none stands here),
    and text-only for words without a button. `confirmed_on` is the day a person last read the official page.
    """

    id: str
    name: str
    kind: Literal[
        "emergency",
        "emergency-fallback",
        "crisis-line",
        "crisis-text-line",
        "urgent-nhs",
        "listening-line",
        "support-line",
        "information-line",
        "youth-line",
        "directory",
    ]
    channels: tuple[ChannelFacts, ...]
    hours: str
    gathered_on: date
    confirmed_on: date | None = None
    region: str | None = None
    cost: Literal["free", "paid", "unknown"] = "unknown"
    url: str = ""
    show: Literal["yes", "link-only", "text-only"] = "yes"
    open: tuple[RowFacts, ...] = ()
    for_some: bool = False
    beside: str | None = None


class CountryFacts(_File, frozen=True):
    country: str
    service: tuple[ServiceFacts, ...]


class ServiceWords(_File, frozen=True):
    """`channels` are a few words on each channel, in the order of the facts, "" for none."""

    menu: str = ""
    hours: str = ""
    for_whom: str = ""
    expect: str = ""
    channels: tuple[str, ...] = ()


class CountryWords(_File, frozen=True):
    go_to: str = ""
    service: dict[str, ServiceWords] = {}


class NameWords(_File, frozen=True):
    countries: dict[str, str]
    nations: dict[str, str] = {}


class StepWords(_File, frozen=True):
    id: str
    title: str
    text: str
    action: Literal["show_number"] | None = None


class StepsWords(_File, frozen=True):
    step: tuple[StepWords, ...]


_T = TypeVar("_T", bound=_File)


def read_country(folder: Path, code: str, language: str = _ENGLISH) -> tuple[tuple[Service, ...], str]:
    """A country's services in the order of the file, and its word for where to go in an emergency.

    Raises ContentError where the facts cannot be used; words that cannot be used are left out.
    """
    name = f"crisis/{code.lower()}.toml"
    facts = _read(folder, name, CountryFacts)
    for place, fault in faults(facts, code):
        raise ContentError(name, f"{place}: {fault}")
    try:
        words = read_words(folder, code, language)
    except ContentError:
        words = CountryWords()
    return tuple(_service(one, code, words.service.get(one.id)) for one in facts.service), words.go_to


def read_words(folder: Path, code: str, language: str = _ENGLISH) -> CountryWords:
    """The words about a country's services. Raises ContentError."""
    return _read(folder, _in(folder, "crisis/{}/" + f"{code.lower()}.toml", language), CountryWords)


def read_names(folder: Path, language: str = _ENGLISH) -> Names:
    """What countries and nations are called. Raises ContentError."""
    words = _read(folder, _in(folder, "crisis/{}/names.toml", language), NameWords)
    return Names(words.countries, words.nations)


def read_first_steps(folder: Path, language: str = _ENGLISH) -> tuple[FirstStep, ...]:
    """Raises ContentError."""
    words = _read(folder, _in(folder, "first_steps/{}.toml", language), StepsWords)
    return tuple(FirstStep(step.id, step.title, step.text, step.action) for step in words.step)


def faults(facts: CountryFacts, code: str) -> list[tuple[str, str]]:
    """What is wrong with facts that have the right shape: (place, fault)."""
    found = [] if facts.country == code else [("country", f"is not {code}")]
    ids = [one.id for one in facts.service]
    emergencies = 0
    for index, one in enumerate(facts.service):
        place = f"service[{index}]"
        found += [(f"{place}.{key}", fault) for key, fault in _service_faults(one, code)]
        if ids.count(one.id) > 1:
            found.append((f"{place}.id", "stands twice"))
        if one.beside is not None and one.beside not in ids:
            found.append((f"{place}.beside", "names no service of this file"))
        emergencies += one.kind == "emergency" and any(c.type is ChannelType.CALL for c in one.channels)
        if one.kind == "emergency" and one.region is not None:
            found.append((f"{place}.region", "is set, and an emergency number is for the whole country"))
    if code != "any" and emergencies != 1:
        found.append(("service", "needs one emergency service with a number to call"))
    return found


def _service_faults(one: ServiceFacts, code: str) -> list[tuple[str, str]]:
    found = []
    if not one.id.startswith(f"{code.lower()}-"):
        found.append(("id", f"does not begin with {code.lower()}-"))
    if not one.channels:
        found.append(("channels", "is empty"))
    if one.region is not None and (one.region not in GB_NATIONS or code != "GB"):
        found.append(("region", "is no part of the country"))
    if one.url and not one.url.startswith("https://"):
        found.append(("url", "does not begin with https://"))
    if one.show == "link-only" and any(channel.type in NUMBERS for channel in one.channels):
        found.append(("channels", "has a number, and show is link-only"))
    if one.show == "text-only" and code != "any":
        found.append(("show", "is text-only for a line"))
    for index, channel in enumerate(one.channels):
        if fault := _channel_fault(channel):
            found.append((f"channels[{index}]", fault))
    return found


def _channel_fault(channel: ChannelFacts) -> str:
    if channel.type not in NUMBERS:
        return "" if channel.value.startswith("https://") else "is no https address"
    letters = channel.value.replace(" ", "").replace("-", "")
    if not (letters.isascii() and letters.isdigit()):
        return "is not digits with spaces or hyphens, as a person reads it"
    if channel.keyword is not None and not (channel.type is ChannelType.TEXT and channel.keyword.isalnum()):
        return "has a keyword that is not one word for a text"
    return ""


def _service(facts: ServiceFacts, code: str, words: ServiceWords | None) -> Service:
    words = words or ServiceWords()
    labels = (*words.channels, *[""] * len(facts.channels))
    return Service(
        id=facts.id,
        name=facts.name,
        country=code,
        kind=facts.kind,
        channels=tuple(
            Channel(channel.type, channel.value, channel.keyword, label)
            for channel, label in zip(facts.channels, labels, strict=False)
        ),
        hours=facts.hours,
        gathered_on=facts.gathered_on,
        confirmed_on=facts.confirmed_on,
        region=facts.region,
        cost=facts.cost,
        url=facts.url,
        open=tuple(Row(row.days, row.start, row.end, row.zone) for row in facts.open),
        for_some=facts.for_some,
        beside=facts.beside,
        menu=words.menu,
        hours_text=words.hours,
        for_whom=words.for_whom,
        expect=words.expect,
    )


def _in(folder: Path, name: str, language: str) -> str:
    """The file in the language where there is one, else the English one."""
    wanted = name.format(language)
    return wanted if (folder / wanted).is_file() else name.format(_ENGLISH)


def _read(folder: Path, name: str, shape: type[_T]) -> _T:
    try:
        table: dict[str, Any] = tomllib.loads((folder / name).read_text(encoding="utf-8"))
        return msgspec.convert(table, shape)
    except OSError as error:
        raise ContentError(name, f"cannot be read ({type(error).__name__})") from error
    except (ValueError, msgspec.ValidationError) as error:
        # TOMLDecodeError and UnicodeDecodeError are ValueErrors; both say where.
        raise ContentError(name, str(error)) from error
