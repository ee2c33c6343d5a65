"""Whom a check-in could be with: which people a picker offers, in which order, and whom typing leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ...core.model import Kind, PersonRow, Status, Support
from ...core.store import PeopleFilter, Store, View
from ...core.store.rows import one_line
from ...core.store.search import folded

_WORD = re.compile(r"\w+")


def _folded(text: str) -> str:
    """As `folded`, and quicker for most names: a list folds thousands of them at the first letter typed."""
    return text.casefold() if text.isascii() else folded(text)


@dataclass(frozen=True)
class Pick:
    """Somebody to choose. `id` is empty for a name that is not kept yet."""

    name: str
    id: str = ""
    kind: Kind = Kind.PERSON
    support: tuple[Support, ...] = ()
    roles: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.id or f"new {self.name}"

    @cached_property
    def folded_name(self) -> str:
        return _folded(self.name)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What typing is compared with: the words of the name and of the roles."""
        return tuple(_WORD.findall(_folded(" ".join((self.name, *self.roles)))))

    def fits(self, typed: Iterable[str]) -> bool:
        """Whether each word typed begins one of ours; names in scripts without spaces match anywhere."""
        return all(
            any(own.startswith(word) for own in self.words)
            or (not word.isascii() and word in self.folded_name)
            for word in typed
        )


class Picks:
    """Everyone there is to choose from, as the store has them now."""

    def __init__(self, store: Store) -> None:
        self._store = store
        last = store.people.last_contact()
        listed = store.people.rows()
        # Sorting keeps the order by name among those with no contact, or with one at the same time.
        listed.sort(key=lambda row: last.get(row.id, ""), reverse=True)
        self._at_first = [_pick(row) for row in listed if row.status is not Status.DIED]
        self._when_typed = [*self._at_first, *(_pick(row) for row in listed if row.status is Status.DIED)]
        self._newcomers: list[Pick] = []

    @cached_property
    def _left_out(self) -> list[Pick]:
        """Whom lists leave out unasked. They are found by their whole name only."""
        views = (View.NOT_SUGGESTED, View.ARCHIVED)
        return [_pick(row) for view in views for row in self._store.people.rows(PeopleFilter(view=view))]

    def offered(self, text: str) -> list[Pick]:
        """Whom a list shows while this is typed: at first those last in touch, then by name."""
        typed = _WORD.findall(folded(text))
        if not typed:
            return [*self._newcomers, *self._at_first]
        found = [one for one in (*self._newcomers, *self._when_typed) if one.fits(typed)]
        return [*found, *self._named(text, self._left_out)]

    def exactly(self, text: str) -> list[Pick]:
        """Everyone of just this name."""
        return self._named(text, [*self._newcomers, *self._when_typed, *self._left_out])

    def by_id(self, person: str) -> Pick | None:
        return next((one for one in (*self._when_typed, *self._left_out) if one.id == person), None)

    def add(self, text: str) -> Pick:
        """Somebody not kept yet; offered first from now on."""
        newcomer = Pick(one_line(text))
        self._newcomers.insert(0, newcomer)
        return newcomer

    @staticmethod
    def _named(text: str, among: Iterable[Pick]) -> list[Pick]:
        name = folded(one_line(text))
        return [one for one in among if name and one.folded_name == name]


def _pick(row: PersonRow) -> Pick:
    support = () if row.status is Status.DIED else row.support
    return Pick(row.name, row.id, row.kind, support, row.roles)
