"""A raised piece of a page, and a part that folds away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from .buttons import Button

if TYPE_CHECKING:
    from ..theme import Look


class Card(QFrame):
    """A card; `style` is card, crisis-card, quote or bar. Add to `body`."""

    def __init__(
        self, look: Look, style: str = "card", parent: QWidget | None = None, padding: int = 20
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", style)
        self.body = QVBoxLayout(self)
        side = look.px(padding)
        self.body.setContentsMargins(side, round(side * 0.85), side, round(side * 0.85))
        self.body.setSpacing(look.px(10))


class Fold(QWidget):
    """A quiet button that shows and hides what belongs to it. Add to `body`."""

    toggled = Signal(bool)

    def __init__(self, look: Look, closed: str, opened: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._closed, self._opened = look, closed, opened
        self.button = Button(look, closed, "quiet", "right", self)
        self.content = QWidget(self)
        self.content.hide()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(look.px(12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        outer.addWidget(self.content)
        self.button.clicked.connect(self.toggle)

    @property
    def is_open(self) -> bool:
        return not self.content.isHidden()

    def toggle(self) -> None:
        self.set_open(not self.is_open)

    def set_closed_text(self, text: str) -> None:
        """What the button says while the content is hidden."""
        self._closed = text
        if not self.is_open:
            self.button.setText(text)
            self.button.setAccessibleName(text)

    def set_open(self, opened: bool) -> None:
        """Show or hide the content; the button says which it does next."""
        if opened == self.is_open:
            return
        self.content.setVisible(opened)
        text = self._opened if opened else self._closed
        self.button.setText(text)
        self.button.setAccessibleName(text)
        self.button.setIcon(self._look.icon("down" if opened else "right"))
        self.toggled.emit(opened)
