"""Text on a page. Always plain: what a person or a file wrote is never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from ..theme import Look

_SIZES = {
    "title": (1.7, True),
    "heading": (1.13, True),
    "body": (1.0, False),
    "strong": (1.0, True),
    "quiet": (1.0, False),
    "small": (0.93, False),
    "number": (1.75, True),
    "crisis-number": (2.0, True),
}


class Text(QLabel):
    """A label of one style: title, heading, body, strong, quiet, small, number or crisis-number. It wraps."""

    def __init__(
        self, look: Look, text: str = "", style: str = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        size, semibold = _SIZES[style]
        self.setProperty("look", style)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(look.font(size, semibold))
        self.setText(text)

    def selectable(self) -> Text:
        """Let the text be marked and copied, by mouse and by keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self


class Tag(QLabel):
    """A small rounded label; `kind` is emotional, practical, relational or plain."""

    def __init__(self, look: Look, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", f"tag-{kind}")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(0.9))
        self.setText(text)
