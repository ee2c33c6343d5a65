"""The other ideas, folded away: who, what could be done, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from ... import suggestion_words
from ..widgets.card import Fold

if TYPE_CHECKING:
    from ..theme import Look
    from ..widgets.offer import Offer
    from .idea import Idea

tr = QCoreApplication.translate

PICTURE = 34
"""The side of the picture, in pixels at 100 % text."""


class MoreIdeas(Fold):
    """Emits `wanted` with the one that is to take the place of the first."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", tr("Ideas", "Hide ideas"))
        self.buttons: list[Offer] = []
        self._offered: list[Idea] = []

    def show_ideas(self, others: list[Idea]) -> None:
        """Offer these; the buttons are made when they are first seen."""
        self.button.setVisible(bool(others))
        text = tr("Ideas", "One more idea") if len(others) == 1 else tr("Ideas", "Two more ideas")
        self.set_closed_text(text)
        if not (others and self.is_open) or others == self._offered:
            return
        self._offered = others
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = [self._offer(idea) for idea in others]
        for button in self.buttons:
            self.body.addWidget(button)
            # At once, and not with the next event: what is shown in two steps flickers.
            button.show()

    def _offer(self, idea: Idea) -> Offer:
        from ..widgets.avatar import Avatar
        from ..widgets.offer import Offer

        act = suggestion_words.act_in_short(idea.suggestion.act, idea.kind)
        picture = None
        if idea.person is not None:
            picture = Avatar(self._look, size=PICTURE)
            picture.show_person(idea.person.name, idea.kind, idea.gives)
        said = tr("Ideas", "{name}: {act}").format(name=idea.name, act=act)
        texts = [(said, "strong"), (idea.reasons, "quiet")] if idea.reasons else [(said, "strong")]
        button = Offer(self._look, said, *texts, picture=picture, parent=self.content)
        button.setAccessibleDescription(idea.reasons)
        button.clicked.connect(partial(self.wanted.emit, idea.suggestion.supporter))
        return button
