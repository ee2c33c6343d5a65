"""Writing somebody down: a first name is enough."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ... import words
from ...core.model import Offer, Supporter
from ...core.trouble import Code, Trouble
from ..theme import Look
from ..widgets.dialog import Dialog
from ..widgets.fields import Labelled, line
from ..widgets.messages import Notice
from .fields import Ticks, give_heading, give_hint

tr = QCoreApplication.translate


class AddDialog(Dialog):
    """Asks for a name and, if one likes, how they could be there. `save` keeps it: the id, or Trouble."""

    def __init__(self, look: Look, save: Callable[[Supporter], str], parent: QWidget | None) -> None:
        super().__init__(look, tr("People", "Add a person"), parent, 480)
        self._save = save
        self._made: str | None = None
        self.name_field = line(look)
        self.name = Labelled(look, tr("People", "Their first name, or what you call them"), self.name_field)
        self.ticks = Ticks(look)
        self.body.addWidget(self.name)
        self.body.addWidget(Labelled(look, give_heading(), self.ticks, give_hint()))
        self.body.addStretch(1)
        self.cancel = self.add_button(tr("People", "Not now"))
        self.add = self.add_button(tr("People", "Add"), "primary", default=True)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.accept)
        self.name_field.setFocus()
        self.fit()

    def ask(self) -> str | None:
        """The id of the person that was added; None for nobody."""
        self.exec()
        return self._made

    def accept(self) -> None:
        name = self.name_field.text()
        try:
            self._made = self._save(
                Supporter(name=name, offers=tuple(Offer(support) for support in self.ticks.ticked()))
            )
        except Trouble as trouble:
            if trouble.code is Code.NAME_EMPTY:
                self.name.say(words.trouble(trouble))
                self.fit()
            else:
                Notice(self.look, tr("People", "Not saved"), words.trouble(trouble), self).show_it()
            return
        super().accept()
