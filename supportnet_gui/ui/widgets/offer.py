"""A button as large as what it offers: words on several lines, with a picture beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from .buttons import Button
from .text import Text

if TYPE_CHECKING:
    from ..theme import Look


class Offer(Button):
    """Something to choose. `texts` stand below each other, each with its style; the labels lie over the button."""

    def __init__(
        self,
        look: Look,
        name: str,
        *texts: tuple[str, str],
        picture: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "", "choice", parent=parent)
        self.setAccessibleName(name)
        # Not the one line a button would keep to: as high as its words are at the width there is.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), look.px(9), look.px(14), look.px(9))
        row.setSpacing(look.px(12))
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        if picture is not None:
            picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        for text, style in texts:
            label = Text(look, text, style)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # A name that is one long word is cut at the edge rather than widening the page.
            label.setMinimumWidth(look.px(60))
            column.addWidget(label)
        row.addLayout(column, 1)
