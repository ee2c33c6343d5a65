"""What was thought before, beside how it went. Opened by the person, never shown by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ... import words
from ...core.expecting import Expectation
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.dialog import Dialog
from ..widgets.text import Text
from .guess import in_words
from .telling import kept

if TYPE_CHECKING:
    from ...core.store import Store

tr = QCoreApplication.translate

MOST = 60
"""Notes shown, the newest first."""


class GuessNotes(Dialog):
    """The notes, newest first, each with a way to take it away."""

    def __init__(self, look: Look, store: Store, parent: QWidget | None) -> None:
        super().__init__(look, tr("Guess", "How I thought it might go, and how it went"), parent, 560)
        self._store = store
        note = tr("Guess", "These are notes about some days. They cannot tell what anyone thinks of you.")
        self.body.addWidget(Text(look, note))
        self.empty = Text(look, tr("Guess", "Nothing is noted here."), "quiet")
        self.body.addWidget(self.empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(8))
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.rows: list[QWidget] = []
        close = self.add_button(tr("Guess", "Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        self.refresh()
        close.setFocus()
        self.fit()

    def refresh(self) -> None:
        """Read the notes again."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        notes = [one for one in self._store.expectations.all() if one.went is not None][:MOST]
        names = self._store.people.names({one.supporter for one in notes})
        for one in notes:
            self._add(one, words.short(names.get(one.supporter, "")))
        self.empty.setVisible(not notes)

    def _add(self, one: Expectation, name: str) -> None:
        look = self.look
        row = Card(look, "quote", padding=12)
        line = QHBoxLayout()
        line.addWidget(Text(look, in_words(one, name)), 1)
        remove = Button(look, tr("Guess", "Remove"), "quiet")
        remove.setAccessibleName(tr("Guess", "Remove: {note}").format(note=in_words(one, name)))
        remove.clicked.connect(partial(self._remove, one.id))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        row.body.addLayout(line)
        self._list.addWidget(row)
        self.rows.append(row)

    def _remove(self, note_id: str) -> None:
        if kept(self.look, self, partial(self._store.expectations.forget, note_id)):
            self.refresh()
            self.setFocus()
