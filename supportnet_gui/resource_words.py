"""The library to words: tags, marks, where an entry is from, and an entry as text to send. Needs QtCore only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from . import crisis_words, words
from .core.content import Names, Service
from .core.content.library_model import LinkKind
from .core.resource_model import MarkState, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .core.content.library_model import Entry, Source

tr = QCoreApplication.translate

EVERYWHERE = "any"
"""The country of a service that is for everybody, wherever they are."""


def tag(value: Tag) -> str:
    return {
        Tag.FREE: tr("resources", "Free"),
        Tag.NEAR: tr("resources", "Near me"),
        Tag.ONLINE: tr("resources", "Online"),
        Tag.NO_SPEAKING: tr("resources", "No speaking needed"),
    }[value]


def mark(value: MarkState) -> str:
    return {
        MarkState.SAVED: tr("resources", "Saved"),
        MarkState.PLANNED: tr("resources", "Planned"),
        MarkState.TRIED: tr("resources", "Tried"),
        MarkState.NOT_FOR_ME: tr("resources", "Not for me"),
    }[value]


def where(names: Names, service: Service) -> str:
    """The country or nation of a service, "For everywhere" where it has none."""
    if service.country == EVERYWHERE:
        return tr("resources", "For everywhere")
    return crisis_words.where(names, service)


def countries(names: Names, entry: Entry) -> str:
    """Where an entry is for: "Scotland"; empty for everywhere."""
    if entry.regions:
        return ", ".join(sorted(map(names.nation, entry.regions)))
    return ", ".join(sorted(map(names.country, entry.countries)))


def costs(service: Service) -> str:
    """ "Free." or "Costs money.", nothing where it is not known."""
    return crisis_words.cost(service)


def shown_address(uri: str) -> str:
    """An address as a person reads it: without "https://"."""
    return uri.removeprefix("https://").removesuffix("/")


def gathered(service: Service) -> str:
    """How old the facts are, claiming no more than is known."""
    if service.confirmed_on is not None:
        text = tr("resources", "Confirmed on the official page on {date}.")
        return text.format(date=words.day(service.confirmed_on))
    text = tr("resources", "Gathered from public sources on {date}. Not yet confirmed on the official page.")
    return text.format(date=words.day(service.gathered_on))


def document(name: str) -> str:
    """What a source document is about, in our own words."""
    return {
        "000": tr("resources", "An article on support networks and communities"),
        "002": tr("resources", "An article on social support when living with depression"),
    }.get(name, name)


def sources(found: Iterable[Source]) -> list[tuple[str, list[str]]]:
    """Each document with what of it an entry stands for: "Line 13: a close friend"."""
    by_document: dict[str, list[str]] = {}
    for one in found:
        line = tr("resources", "Line {line}: {about}").format(line=one.line, about=one.about)
        by_document.setdefault(document(one.document), []).append(line)
    return list(by_document.items())


def as_text(entry: Entry, services: Iterable[Service], names: Names) -> str:
    """An entry to send to somebody: what it is, how it starts, how to reach it. Nothing of one's own notes."""
    parts = [entry.title, "\n".join(filter(None, (entry.what, entry.starts)))]
    if entry.first_step:
        parts.append(tr("resources", "A small first step: {step}").format(step=entry.first_step))
    if entry.own:
        ways = [words.short(one.value, 600) for one in entry.own.channels]
        parts.append("\n".join(filter(None, (*ways, entry.own.hours))))
    parts += [_service_text(one, entry.title, names) for one in services]
    if entry.caution:
        parts.append(tr("resources", "Good to know: {caution}").format(caution=entry.caution))
    return "\n\n".join(filter(None, parts))


def _service_text(one: Service, title: str, names: Names) -> str:
    from .core.content.library_links import service_links

    name = "" if one.name == title else one.name
    facts = " ".join(filter(None, (f"{where(names, one)}.", crisis_words.hours(one), costs(one))))
    ways = [crisis_words.line(way) for way in one.ways]
    pages = [each.uri for each in service_links(one) if each.kind is LinkKind.WEB]
    return "\n".join(filter(None, (name, *ways, one.menu, *pages, facts, one.expect)))
