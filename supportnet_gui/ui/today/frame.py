"""The empty card that is painted before the notes are open, of the size of what will stand there."""

from __future__ import annotations

from PySide6.QtCore import QSize

from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.text import Text

PICTURE = 28
"""The side of the picture on a chip, in pixels at 100 % text."""

GAP = 14
"""Between heading, people and buttons of the quick log, in pixels at 100 % text."""


def picture_size(look: Look) -> QSize:
    """The size of the picture on a chip, with a little room on the side of the name."""
    return QSize(look.px(PICTURE + 4), look.px(PICTURE))


def empty_frame(look: Look) -> Card:
    """A card as large as a quick log with one row of people."""
    frame = Card(look)
    chip = Button(look, "", "chip")
    chip.setIcon(look.icon("person"))
    chip.setIconSize(picture_size(look))
    parts = (Text(look, " ", "heading"), chip, Button(look, "", "primary"))
    frame.body.addSpacing(sum(part.sizeHint().height() for part in parts) + 2 * look.px(GAP))
    return frame
