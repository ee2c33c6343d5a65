"""Whom a card can be for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import words
from ...core.content import called
from ...core.model import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.resource_model import SupportCard
    from ...core.store import Store

_LONGEST = 40


class CardPeople:
    """Somebody who died, or whom lists leave out, takes their card with them until that changes."""

    def __init__(self, store: Store, choose: Callable[[], str | None]) -> None:
        self._store = store
        self.choose = choose

    def may_stand(self, supporter: str | None) -> bool:
        """Whether a card for somebody is shown; one for anybody always is."""
        if supporter is None:
            return True
        person = self._store.people.get(supporter)
        return person is not None and person.in_lists and person.status is not Status.DIED

    def name(self, supporter: str | None) -> str:
        """What the page calls somebody, "" for anybody."""
        person = self._store.people.get(supporter) if supporter else None
        return words.short(person.name, _LONGEST) if person is not None else ""

    def called(self, supporter: str | None) -> str:
        """What the card calls somebody: a first name."""
        person = self._store.people.get(supporter) if supporter else None
        return "" if person is None else called(person) or person.name

    def shown(self, cards: tuple[SupportCard, ...]) -> list[SupportCard]:
        """Those cards that may be shown."""
        return [card for card in cards if self.may_stand(card.supporter)]
