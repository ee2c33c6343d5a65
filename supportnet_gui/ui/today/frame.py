"""What stands in the one place before the notes are open, and measures the parts of the page share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.text import Text

tr = QCoreApplication.translate

PICTURE = 28
"""The side of the picture on a chip, in pixels at 100 % text."""

CLOSE = 4
"""Between a heading and the quiet line that belongs to it, in pixels at 100 % text."""

_SOON = 500
"""Milliseconds. Notes that open sooner need no word: it would only flash by."""


def picture_size(look: Look) -> QSize:
    """The size of the picture on a chip, with a little room on the side of the name."""
    return QSize(look.px(PICTURE + 4), look.px(PICTURE))


def gap(look: Look) -> int:
    """Between heading, people and buttons of the quick log: less at large text, so that Save stays in sight."""
    return look.px(14 if look.text_size < 150 else 8)


class Opening(QWidget):
    """Empty at first. Says that the notes are being opened, if that takes long."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self.setFixedHeight(look.px(24))
        QTimer.singleShot(_SOON, self, self._say)

    def _say(self) -> None:
        if not self.isHidden():
            self._column.insertWidget(0, Text(self._look, tr("Today", "Opening your notes…"), "quiet"))
