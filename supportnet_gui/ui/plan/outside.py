"""The small card outside the database: a choice, said in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from ... import words
from ...core.trouble import Trouble
from ..widgets.announce import announce
from ..widgets.card import Card
from ..widgets.messages import Notice
from ..widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ...core.store import Store
    from ..theme import Look

tr = QCoreApplication.translate


class CardChoice(Card):
    def __init__(self, look: Look, store: Store) -> None:
        super().__init__(look, padding=16)
        self._look, self._store = look, store
        self.body.addWidget(Text(look, tr("Plan", "When your notes cannot be opened"), "heading"))
        self.box = QCheckBox(tr("Plan", "Keep a small card"))
        about = tr(
            "Plan",
            "Help right now can then show your people and plan even while your notes are locked or damaged. The card "
            "is a plain file with the people above, how to reach them, and your plan without “Making my surroundings "
            "safer”. Everyone who can use your account on this computer can read it.",
        )
        self.box.setAccessibleDescription(about)
        self.box.setMinimumHeight(look.px(32))
        self.body.addWidget(self.box)
        self.body.addWidget(Text(look, about, "quiet"))
        self.said = Text(look, "", "small")
        self.said.hide()
        self.body.addWidget(self.said)
        self.box.clicked.connect(self._switch)

    def refresh(self) -> None:
        self.box.setChecked(self._store.card.is_on)

    def stops(self) -> list[QWidget]:
        """What Tab stops at."""
        return [self.box]

    def _switch(self, on: bool) -> None:
        try:
            self._store.card.switch(on)
        except Trouble as trouble:
            title = tr("Plan", "That did not work")
            text = words.trouble(trouble) + (f"\n{trouble.path}" if trouble.path else "")
            Notice(self._look, title, text, self).show_it()
        else:
            said = tr("Plan", "The card is kept from now on.") if on else tr("Plan", "The card is removed.")
            self.said.setText(said)
            self.said.show()
            announce(self, said)
        self.refresh()
