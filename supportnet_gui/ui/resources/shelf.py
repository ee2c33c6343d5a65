"""What the page shows of the library: what fits the filters, in which order, and what a row says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ... import resource_words
from ...core import content
from ...core.content.library import library, own_entry, with_own
from ...core.content.library_model import Entry, SectionWords, Wanted
from ...core.content.library_search import LibrarySearch
from ...core.resource_model import Mark, MarkState
from .filters import Filters, View
from .list import EntryRow

if TYPE_CHECKING:
    from ...core.store import Store

Place = Callable[[], tuple[str | None, str | None]]
"""Asks for the country and nation chosen for help right now; None where none is chosen."""


class Shelf:
    """The library as it ships, one's own entries beside it, and one's marks."""

    def __init__(self, store: Store, place: Place) -> None:
        self._store, self._place = store, place
        self.names = content.names()
        self._shipped = self._library = library()
        self._marks: dict[str, Mark] = {}
        self._trash: tuple[Entry, ...] = ()
        self._search = LibrarySearch(self._library)
        self._searched: tuple[object, object] | None = None
        self._rows: dict[str, EntryRow] = {}

    @property
    def sections(self) -> tuple[SectionWords, ...]:
        return self._shipped.sections

    def read(self) -> bool:
        """Read marks and one's own entries. Returns whether what is searched has to be made anew."""
        resources = self._store.resources
        self._marks = resources.marks()
        self._rows.clear()
        own = resources.own()
        notes = {one.resource: one.note for one in self._marks.values() if one.note}
        changed = (own, notes) != self._searched
        if changed:
            self._searched = (own, notes)
            self._library = with_own(self._shipped, own)
            self._search = LibrarySearch(self._library, notes)
        self._trash = tuple(own_entry(one) for one in resources.own(trash=True))
        return changed

    def warm(self) -> None:
        """Make what is searched, before anybody types."""
        self._search.found("a")

    def find(self, entry_id: str) -> Entry | None:
        return self._library.find(entry_id) or next((one for one in self._trash if one.id == entry_id), None)

    def _wanted(self, filters: Filters) -> Wanted:
        country, region = self._place()
        own_country = filters.country == (country or "")
        # Who types looks for something wherever it stands.
        section = None if filters.text else filters.section
        return Wanted(section, filters.tags, filters.country, region if own_country else None)

    def found(self, filters: Filters) -> tuple[Entry, ...]:
        """What the list shows, in its order."""
        wanted = self._wanted(filters)
        if filters.view is View.TRASH:
            typed = filters.text.casefold()
            return tuple(one for one in self._trash if typed in one.title.casefold())
        if filters.view is not View.ALL and not filters.narrowed:
            # What one marked oneself is shown wherever it is for.
            wanted = Wanted()
        found = self._search.found(filters.text, wanted)
        state = filters.view.state
        if filters.view is View.BEGIN:
            return tuple(one for one in found if one.begin)
        if filters.view is View.OWN:
            return tuple(one for one in found if one.own is not None)
        if state is not None:
            return tuple(one for one in found if self._state(one) is state)
        return tuple(sorted(found, key=lambda one: self._state(one) is MarkState.NOT_FOR_ME))

    def _state(self, entry: Entry) -> MarkState | None:
        mark = self._marks.get(entry.id)
        return mark.state if mark is not None else None

    def row(self, entry: Entry) -> EntryRow:
        """An entry as the list shows it, kept until marks are read anew."""
        if entry.id not in self._rows:
            state = self._state(entry)
            mark = resource_words.mark(state) if state is not None else ""
            place = resource_words.countries(self.names, entry)
            what = entry.what or (entry.own.hours if entry.own else "")
            below = " · ".join(filter(None, (place, what)))
            self._rows[entry.id] = EntryRow(entry.id, entry.title, below, mark, state is MarkState.NOT_FOR_ME)
        return self._rows[entry.id]

    def services(self, entry: Entry) -> tuple[content.Service, ...]:
        """The services of an entry that are for where one is; of an entry for elsewhere, all."""
        country, region = self._place()
        return entry.here(country, region) or entry.services

    def line_beside(self, service: content.Service) -> content.Service | None:
        """The line to name with one that is not for a crisis."""
        return next((one for one in self._library.services if one.id == service.beside), None)
