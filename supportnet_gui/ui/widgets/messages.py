"""Short questions and notices, as dialogs of the app's own kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .dialog import Dialog
from .text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ..theme import Look


class Question(Dialog):
    """Asks before something that cannot be undone. Enter keeps things as they are."""

    def __init__(self, look: Look, title: str, text: str, yes: str, no: str, parent: QWidget | None) -> None:
        super().__init__(look, title, parent, 480)
        self.body.addWidget(Text(look, text))
        keep = self.add_button(no, default=True)
        go = self.add_button(yes)
        keep.clicked.connect(self.reject)
        go.clicked.connect(self.accept)
        keep.setFocus()
        self.fit()

    def ask(self) -> bool:
        """True for yes."""
        return self.exec() == self.DialogCode.Accepted


class Notice(Dialog):
    """Says one thing, and can be closed."""

    def __init__(self, look: Look, title: str, text: str, parent: QWidget | None) -> None:
        super().__init__(look, title, parent, 480)
        self.body.addWidget(Text(look, text).selectable())
        close = self.add_button(QCoreApplication.translate("Notice", "Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit()

    def show_it(self) -> None:
        """Show it until it is closed."""
        self.exec()
