"""Searching the library: an index in memory, made when somebody first types, over entries and one's own notes.

It is never written to disk: what a person noted stays in their database.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from .library_model import ANYTHING, Entry, Library, Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..sqlite import Database

_COLUMNS = ("title", "also", "note", "what", "start", "services")
_WEIGHTS = (10, 6, 6, 3, 1, 2)
"""How much a word counts where it stands: a title most."""
_MOST_WORDS = 8
_MOST_LETTERS = 800


class LibrarySearch:
    """The search of one library. `notes` are the person's own, by entry id. Made anew when either changes."""

    def __init__(self, library: Library, notes: Mapping[str, str] | None = None) -> None:
        self._library = library
        self._notes = notes or {}

    def found(self, text: str, wanted: Wanted = ANYTHING) -> tuple[Entry, ...]:
        """The entries that fit, the best first; with nothing typed, all that fit in their order.

        Every word typed begins a word of the entry, accents and case aside. Where no entry has them all, those
        that have some of them come instead.
        """
        typed = _words(text)
        if not typed:
            return tuple(one for one in self._library.entries if wanted.fits(one)) if not text.strip() else ()
        for joined in (" AND ", " OR ") if len(typed) > 1 else (" AND ",):
            if ranked := tuple(one for one in self._ranked(joined.join(typed)) if wanted.fits(one)):
                return ranked
        return ()

    def _ranked(self, query: str) -> list[Entry]:
        weights = ", ".join(map(str, _WEIGHTS))
        found = self._index.execute(
            f"SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, {weights}), rowid", [query]
        ).fetchall()
        return [self._library.entries[row[0]] for row in found]

    @cached_property
    def _index(self) -> Database:
        from ..sqlite import connect

        db = connect(":memory:")
        db.execute(
            f"CREATE VIRTUAL TABLE entry USING fts5 ({', '.join(_COLUMNS)}, "
            "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
        )
        sections = {one.section: one.title for one in self._library.sections}
        rows = (
            (number, *_texts(one, sections.get(one.section, ""), self._notes.get(one.id, "")))
            for number, one in enumerate(self._library.entries)
        )
        marks = ", ".join("?" for _ in _COLUMNS)
        db.conn.executemany(f"INSERT INTO entry (rowid, {', '.join(_COLUMNS)}) VALUES (?, {marks})", rows)
        return db


def _texts(one: Entry, section: str, note: str) -> tuple[str, ...]:
    """An entry as the index holds it, in the order of `_COLUMNS`."""
    own = " ".join(f"{channel.value} {channel.label}" for channel in one.own.channels) if one.own else ""
    services = " ".join(f"{service.name} {service.for_whom}" for service in one.services)
    steps = (one.starts, one.first_step, one.caution, one.when, one.then)
    return one.title, f"{' '.join(one.also)} {section}", note, one.what, " ".join(steps), f"{services} {own}"


def _words(text: str) -> list[str]:
    """What was typed as words of a query; signs separate, so nothing typed is query syntax."""
    text = text[:_MOST_LETTERS]
    parts = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text).split()
    return [f'"{part}"*' for part in parts if any(map(str.isalnum, part))][:_MOST_WORDS]
