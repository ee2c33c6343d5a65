"""The library put together: entries that ship, help lines from crisis/ by reference, and entries of one's own. Pure.

Nothing here raises because of a file: what is damaged is missing, and `Library.left_out` says so.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..model import Channel as PersonChannel
from ..model import Circle, Kind, Offer, Protocol, Supporter
from ..paths import resources
from ..resource_model import MarkState, OwnResource, Section, Tag
from .files import ServiceFacts, ServiceWords, _service, read_country
from .library_files import ENGLISH, EntryFacts, EntryWords, LineWords, OtherFacts, Reader
from .library_model import Entry, Library, SectionWords, Source
from .model import ChannelType, ContentError, Service
from .panel import ANYWHERE, countries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NO_LINE = ("emergency", "emergency-fallback")
_PROTOCOLS = {
    ChannelType.CALL: Protocol.CALL,
    ChannelType.TEXT: Protocol.TEXT,
    ChannelType.WHATSAPP: Protocol.WHATSAPP,
    ChannelType.CHAT: Protocol.WEB,
    ChannelType.WEB: Protocol.WEB,
}


def library(language: str = ENGLISH, folder: Path | None = None) -> Library:
    """Everything that ships. Read once; `folder` replaces resources/."""
    return _read(language, resources() if folder is None else folder)


def with_own(shipped: Library, own: Iterable[OwnResource]) -> Library:
    """The library with the person's own entries, each at the beginning of its section."""
    mine = [own_entry(one) for one in own]
    entries = tuple(
        one
        for section in Section
        for group in (mine, shipped.entries)
        for one in group
        if one.section is section
    )
    return Library(shipped.sections, entries, shipped.left_out, shipped.services)


def own_entry(own: OwnResource) -> Entry:
    """An entry of one's own as the library shows it: the note says what it is."""
    return Entry(
        id=own.id,
        section=own.section,
        title=own.name,
        what=own.note,
        tags=own.tags,
        kind=own.kind,
        countries=frozenset((own.country,) if own.country else ()),
        own=own,
    )


def as_supporter(entry: Entry, name: str = "", state: MarkState | None = None) -> Supporter:
    """Somebody, or something, for the map. What was tried stands in the ring of people around, all else further out.

    Without `name` it is called as the entry is; a person is not, and has no name before somebody gives one.
    """
    called = "" if entry.kind is Kind.PERSON and not entry.own else entry.title
    circle = Circle.AROUND if state is MarkState.TRIED else Circle.COULD_GROW
    return Supporter(
        name=name or called,
        kind=entry.kind or Kind.SERVICE,
        circle=circle,
        available=entry.own.hours if entry.own else "",
        offers=tuple(Offer(support) for support in entry.support),
        channels=_person_channels(entry),
    )


def _person_channels(entry: Entry) -> tuple[PersonChannel, ...]:
    if entry.own:
        return tuple(PersonChannel(one.protocol, one.value, one.label) for one in entry.own.channels)
    if len(entry.services) != 1:
        return ()
    return tuple(
        PersonChannel(_PROTOCOLS[one.type], one.value, one.keyword or one.label)
        for one in entry.services[0].channels
    )


@cache
def _read(language: str, folder: Path) -> Library:
    reader = Reader(folder, language)
    lines = _help_lines(reader, folder, language)
    words = reader.service_words()
    known = lines | {key: _other(one, words.get(key)) for key, one in reader.services().items()}
    items = {key: Source(key, one.document, one.line, one.about) for key, one in reader.items().items()}
    sections, entries = [], list[Entry]()
    for section in Section:
        about = reader.section(section)
        sections.append(SectionWords(section, about.title, about.intro))
        texts = reader.entry_words(section)
        for facts in reader.entries(section):
            if one := _entry(reader, section, facts, texts.get(facts.id), known, items):
                entries.append(one)
        if section is Section.TALK:
            shown = {one.id for one in entries}
            entries += _lines(reader.line_words(), [line for key, line in lines.items() if key not in shown])
    each_once = _each_once(reader, entries)
    return Library(tuple(sections), each_once, tuple(reader.left_out), tuple(known.values()))


def _help_lines(reader: Reader, folder: Path, language: str) -> dict[str, Service]:
    """The services of crisis/ by id."""
    found: dict[str, Service] = {}
    for code in (*countries(folder), ANYWHERE):
        try:
            services, _ = read_country(folder, code, language)
        except ContentError as error:
            reader.left_out.append(error)
            continue
        found |= {one.id: one for one in services}
    return found


def _other(facts: OtherFacts, words: ServiceWords | None) -> Service:
    """A service of the library's own file; what may not be opened has no channel and no page."""
    shown = facts.channels if facts.has_links else ()
    line = ServiceFacts(
        id=facts.id,
        name=facts.name,
        kind="directory",
        channels=shown,
        hours=facts.hours,
        gathered_on=facts.gathered_on,
        confirmed_on=facts.confirmed_on,
        region=facts.region,
        cost=facts.cost,
        url=facts.url if facts.has_links or facts.show == "setup-info-only" else "",
        open=facts.open,
        for_some=facts.for_some,
    )
    return _of_kind(_service(line, facts.country, words), facts.kind)


def _of_kind(one: Service, kind: str) -> Service:
    import msgspec

    return msgspec.structs.replace(one, kind=kind)


def _entry(
    reader: Reader,
    section: Section,
    facts: EntryFacts,
    words: EntryWords | None,
    known: dict[str, Service],
    items: dict[str, Source],
) -> Entry | None:
    """An entry of its facts and words; None, and said, where either is missing."""
    name = f"{section}.toml"
    if words is None:
        reader.leave_out(name, facts.id, "has no words")
        return None
    for what, ids, there in (("service", facts.services, known), ("item", facts.items, items)):
        for one in ids:
            if one not in there:
                reader.leave_out(name, facts.id, f"names {what} {one}, which there is not")
    services = tuple(known[one] for one in facts.services if one in known)
    return Entry(
        id=facts.id,
        section=section,
        title=words.title,
        what=words.what,
        starts=words.starts,
        first_step=words.first_step,
        caution=words.caution,
        when=words.when,
        then=words.then,
        also=words.also,
        tags=frozenset(facts.tags),
        kind=facts.kind,
        support=facts.support,
        begin=facts.begin,
        services=services,
        sources=tuple(items[one] for one in facts.items if one in items),
        countries=_places(services),
        regions=frozenset(one.region for one in services if one.region)
        if _all_regional(services)
        else frozenset(),
    )


def _places(services: tuple[Service, ...]) -> frozenset[str]:
    """The countries of an entry's services; none where one of them is everywhere."""
    found = frozenset(one.country for one in services)
    return frozenset() if ANYWHERE in found else found


def _all_regional(services: tuple[Service, ...]) -> bool:
    return bool(services) and all(one.region for one in services)


def _lines(words: dict[str, LineWords], lines: list[Service]) -> list[Entry]:
    """An entry for each help line and list of lines that no written one stands for."""
    found = []
    for one in lines:
        if one.kind in _NO_LINE or not one.channels:
            continue
        types = [channel.type for channel in one.channels]
        first = next((key for key in ("call", "text") if key in types), "web")
        about = words.get(first, LineWords("", ""))
        found.append(
            Entry(
                id=one.id,
                section=Section.TALK,
                title=one.name,
                what=one.for_whom,
                starts=about.starts,
                first_step=about.first_step,
                tags=_line_tags(one),
                kind=Kind.SERVICE,
                services=(one,),
                countries=_places((one,)),
                regions=frozenset((one.region,) if one.region else ()),
            )
        )
    return found


def _line_tags(one: Service) -> frozenset[Tag]:
    types = {channel.type for channel in one.channels}
    written = types & {ChannelType.TEXT, ChannelType.WHATSAPP, ChannelType.CHAT}
    tags = {Tag.FREE} if one.cost == "free" else set()
    # A page about a line that is called says nothing about writing to it.
    is_list = one.kind == "directory"
    if written or is_list:
        tags.add(Tag.NO_SPEAKING)
    if ChannelType.CHAT in types or is_list:
        tags.add(Tag.ONLINE)
    return frozenset(tags)


def _each_once(reader: Reader, entries: list[Entry]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for one in entries:
        if one.id in found:
            reader.leave_out(f"{one.section}.toml", one.id, "stands twice")
        else:
            found[one.id] = one
    return tuple(found.values())
