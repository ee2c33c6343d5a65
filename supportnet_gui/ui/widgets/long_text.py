"""Showing what a person wrote, however long: it wraps anywhere, and very long texts open on demand."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Look
from .buttons import Button
from .text import Text

tr = QCoreApplication.translate

LONGEST_WORD = 20
"""Characters without a space that are left whole; in longer runs a line may break."""
_STEP = 12
_BREAK = "\u200b"
_JOINERS = "\u200c\u200d"
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


def softened(text: str) -> str:
    """The same text to look at, with invisible places to break a line inside very long runs.

    A label breaks lines between words only, and one endless word would make the whole page as wide as itself.
    """
    kept: list[str] = []
    run: list[str] = []
    for character in text:
        if character.isspace():
            kept += [*_broken(run), character]
            run = []
        else:
            run.append(character)
    return "".join([*kept, *_broken(run)])


def _broken(run: list[str]) -> list[str]:
    if len(run) <= LONGEST_WORD:
        return run
    made: list[str] = []
    since = 0
    for character in run:
        # Never between a letter and its accents, nor inside a joined picture.
        starts = not unicodedata.category(character).startswith("M") and character not in _JOINERS
        if since >= _STEP and starts and made[-1] not in _JOINERS:
            made.append(_BREAK)
            since = 0
        made.append(character)
        since += 1
    return made


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
