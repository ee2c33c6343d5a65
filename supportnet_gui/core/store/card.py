"""The small card outside the database: kept true in the same change that alters what it says, or removed and said."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from ..trouble import Code, Trouble
from . import undo

if TYPE_CHECKING:
    from pathlib import Path

    from .store import Store

KEY = "hard_moment_card"


class CardStore:
    """`lost` is called where the card could not be written: True where it was removed, False where one is left."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.lost: Callable[[bool], None] | None = None
        self._was_lost: bool | None = None

    @property
    def path(self) -> Path:
        from .. import card_file

        return card_file.beside(self._store.vault.places.root)

    @property
    def is_on(self) -> bool:
        return bool(self._store.settings.get(KEY))

    def switch(self, on: bool) -> None:
        """Keep a card from now on, or remove it. Raises Trouble where that cannot be done; then all is as before."""
        from .. import card_file

        try:
            if on:
                card_file.write(self.path, self._store.plan.hard_moment())
            else:
                card_file.remove(self.path)
        except OSError:
            raise Trouble(Code.FOLDER_UNWRITABLE if on else Code.CARD_LEFT, str(self.path.parent)) from None
        self._store.settings.set(KEY, on)

    def keep_true(self) -> None:
        """Inside a change, before it is final: write what the card then says, if it says something else now.

        Where that fails the card goes, and with it the choice to have one: an old card could name somebody unsafe.
        """
        if not self.is_on:
            return
        from .. import card_file

        shown = self._store.plan.hard_moment()
        if card_file.holds(self.path, shown):
            return
        try:
            card_file.write(self.path, shown)
        except OSError:
            self._was_lost = False
            with suppress(OSError):
                card_file.remove(self.path)
                self._was_lost = True
            self._store.settings.write(KEY, False)
            # No part of what the person did: undo does not bring it back.
            undo.collect(self._store.db)

    def after_failure(self) -> None:
        """The change did not come to be: the card says again what it said."""
        self._was_lost = None
        with suppress(Exception):  # The notebook may be gone: then there is nothing to say it from.
            if self.is_on:
                from .. import card_file

                shown = self._store.plan.hard_moment()
                if not card_file.holds(self.path, shown):
                    card_file.write(self.path, shown)

    def say_if_lost(self) -> None:
        """After a change."""
        if (removed := self._was_lost) is not None:
            self._was_lost = None
            if self.lost is not None:
                self.lost(removed)
