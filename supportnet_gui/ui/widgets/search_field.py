"""The field one searches with, the same on every page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ..theme import Look
from .line_field import LineField

tr = QCoreApplication.translate


class SearchField(LineField):
    """Search as one types. Down goes to the list, Enter takes the first found, Esc empties the field.

    `name` is what a screen reader calls it; `hint` stands in it while it is empty.
    """

    down = Signal()
    enter = Signal()

    def __init__(self, look: Look, name: str, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint or name)
        self.setAccessibleName(name)
        self.setMinimumHeight(look.px(36))
        sign = self.addAction(_sign(look, "search"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(tr("SearchField", "Search"))
        self._clear = QAction(_sign(look, "close"), tr("SearchField", "Clear search"), self)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._show_clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.down.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.text().strip():
                self.enter.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

    def _show_clear(self, text: str) -> None:
        if text and self._clear not in self.actions():
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        elif not text:
            self.removeAction(self._clear)


def _sign(look: Look, name: str) -> QIcon:
    """An icon that fills the little room a field has for it."""
    return QIcon(look.pixmap(name, "ink2", 18))
