"""A field for as many words as somebody likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from ..theme import Look


class WordsField(QPlainTextEdit):
    """As high as its words, between `least` and `most` lines. Tab leaves it.

    With nothing of its own to undo, Ctrl+Z is left to the window.
    """

    def __init__(
        self, look: Look, name: str, least: int = 3, most: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._least, self._most = look, least, most
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            for keys, own in (
                (QKeySequence.StandardKey.Undo, document.isUndoAvailable()),
                (QKeySequence.StandardKey.Redo, document.isRedoAvailable()),
            ):
                if event.matches(keys) and not own:
                    event.ignore()
                    return False
        return super().event(event)

    def _fit(self, *_: object) -> None:
        # The document of a plain field is as high as its lines are many.
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        self.setFixedHeight(self._look.px(26) + lines * self.fontMetrics().lineSpacing())
