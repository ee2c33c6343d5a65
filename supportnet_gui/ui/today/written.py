"""The message of each idea: the draft that fits best, or what was written here in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ...core.model import Energy, Need
    from ...core.store import Store
    from ..theme import Look
    from .idea import Idea

Place = tuple[str | None, str, str]


class Written:
    """Kept while the window is open, and nowhere else: what was copied leaves no trace."""

    def __init__(self, look: Look, store: Store) -> None:
        self._look, self._store = look, store
        self._chosen: dict[Place, str] = {}
        self._begun: dict[Place, str] = {}

    def message(self, idea: Idea, need: Need, energy: Energy) -> str:
        """What would be copied: what was chosen here, else the draft that fits best; "" where nobody reads."""
        from ...core.content import suggested

        return self._chosen.get(idea.place) or suggested(idea.suggestion, idea.person, need, energy)

    def choose(self, idea: Idea, need: Need, energy: Energy, parent: QWidget) -> str | None:
        """Let somebody change the words; the new ones, None where they stay."""
        from .words_dialog import WordsDialog

        message = self.message(idea, need, energy)
        # What somebody wrote and did not use is there again when they come back to it.
        begun = self._begun.pop(idea.place, message)
        dialog = WordsDialog(self._look, self._store, idea, begun, (need, energy), parent)
        chosen = dialog.ask()
        if chosen is not None:
            self._chosen[idea.place] = chosen
        elif dialog.written != message:
            self._begun[idea.place] = dialog.written
        return chosen
