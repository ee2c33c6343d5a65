"""Shown in place of a page while the database cannot be opened: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .. import words
from .widgets.buttons import Button
from .widgets.card import Card
from .widgets.flow import Flow
from .widgets.page import Page
from .widgets.path_line import PathLine
from .widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.trouble import Trouble
    from .theme import Look

tr = QCoreApplication.translate


class TroublePage(Page):
    """`try_again` opens the database once more."""

    def __init__(self, look: Look, trouble: Trouble, try_again: Callable[[], None]) -> None:
        super().__init__(look, tr("TroublePage", "Your notes are not open"))
        self._try_again = try_again
        card = Card(look)
        card.body.addWidget(Text(look, words.trouble(trouble)))
        if trouble.path:
            card.body.addWidget(PathLine(trouble.path, tr("TroublePage", "The file or folder")))
        again = Button(look, tr("TroublePage", "Try again"), "primary")
        again.clicked.connect(self._clicked)
        card.body.addWidget(Flow(again))
        self.body.addWidget(card)
        self.body.addWidget(
            Text(
                look, tr("TroublePage", "Help right now works without them, with F1 or its button."), "quiet"
            )
        )
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Nothing on this page changes by itself."""

    def _clicked(self) -> None:
        self._try_again()
