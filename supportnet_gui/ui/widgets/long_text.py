"""Showing what a person wrote, however long: it wraps anywhere, and very long texts open on demand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Look
from .buttons import Button
from .soft import softened
from .text import Text

tr = QCoreApplication.translate

__all__ = ["LongText", "beginning", "softened"]

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


def beginning(text: str, longest: int) -> str:
    """The first `longest` characters, with an ellipsis where more follows."""
    return text if len(text) <= longest else text[:longest].rstrip() + "…"


class LongText(QWidget):
    """Text in one of `Text`'s styles. Of more than `longest` characters the beginning is shown at first."""

    def __init__(
        self, look: Look, text: str, style: str = "body", longest: int = 1000, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._longest = text, longest
        self.text = Text(look, "", style)
        self.button = Button(look, "", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._toggle)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._text = text
        self.button.setVisible(len(text) > self._longest)
        self._show(whole=False)

    def _toggle(self) -> None:
        self._show(whole=not self._whole)

    def _show(self, whole: bool) -> None:
        self._whole = whole
        shown = self._text if whole else beginning(self._text, self._longest)
        soft = softened(shown)
        self.text.setText(soft)
        # A copy of softened text would carry the invisible breaks along.
        self.text.setTextInteractionFlags(
            _SELECTABLE if soft == shown else Qt.TextInteractionFlag.NoTextInteraction
        )
        words = tr("People", "Show less") if whole else tr("People", "Show all of it")
        self.button.setText(words)
        self.button.setAccessibleName(words)
