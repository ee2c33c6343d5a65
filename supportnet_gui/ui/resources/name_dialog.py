"""What somebody, or something, is called on the map."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ... import words
from ...core.trouble import Code, Trouble
from ..theme import Look
from ..widgets.dialog import Dialog
from ..widgets.fields import Labelled, line

tr = QCoreApplication.translate


class NameDialog(Dialog):
    """Begins with a name. `save` keeps it, or raises Trouble."""

    def __init__(self, look: Look, name: str, save: Callable[[str], object], parent: QWidget | None) -> None:
        super().__init__(look, tr("resources", "Add to my map"), parent, 460)
        self._save = save
        self.name_field = line(look, name)
        hint = tr("resources", "It can be changed at any time.")
        self.name = Labelled(look, tr("resources", "What do you call them, or it?"), self.name_field, hint)
        self.body.addWidget(self.name)
        self.body.addStretch(1)
        self.cancel = self.add_button(tr("resources", "Not now"))
        self.add = self.add_button(tr("resources", "Add"), "primary", default=True)
        self.cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self.accept)
        self.name_field.setFocus()
        self.name_field.selectAll()
        self.fit()

    def ask(self) -> None:
        self.exec()

    def accept(self) -> None:
        try:
            self._save(self.name_field.text())
        except Trouble as trouble:
            if trouble.code is Code.NAME_EMPTY:
                self.name.say(words.trouble(trouble))
                self.fit()
            else:
                from ..widgets.messages import Notice

                Notice(self.look, tr("resources", "Not saved"), words.trouble(trouble), self).show_it()
            return
        super().accept()
