"""Choosing one person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ...core.store import Store
from ..theme import Look
from ..widgets.dialog import Dialog
from .people_picker import PeoplePicker
from .picks import Picks

tr = QCoreApplication.translate


class ChoosePerson(Dialog):
    """A click or Enter on somebody chooses them."""

    def __init__(self, look: Look, store: Store, parent: QWidget | None, title: str = "") -> None:
        super().__init__(look, title or tr("CheckIns", "Who was there"), parent, 460)
        self._picked: str | None = None
        self.picker = PeoplePicker(look, Picks(store), single=True)
        self.picker.picked.connect(self._take)
        self.body.addWidget(self.picker)
        self.add_button(tr("CheckIns", "Cancel")).clicked.connect(self.reject)
        self.picker.search.setFocus()
        self.fit()

    def ask(self) -> str | None:
        """The id of whom was chosen, None for nobody."""
        return self._picked if self.exec() == self.DialogCode.Accepted else None

    def _take(self, person: str) -> None:
        self._picked = person
        self.accept()
