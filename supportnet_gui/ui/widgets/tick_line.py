"""A tick with as many words beside it as there are: unlike a check box's own, they wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from .long_text import softened
from .text import Text

if TYPE_CHECKING:
    from ..theme import Look


class _Box(QCheckBox):
    """Qt keeps room for the space before words, where there are none as well."""

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSizeHint(self) -> QSize:
        return self.minimumSize()


class TickLine(QWidget):
    """`clicked` carries whether it is ticked now; a click on the words does the same.

    What belongs to it is added to `column`, below the words.
    """

    clicked = Signal(bool)

    def __init__(self, look: Look, text: str, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.box = _Box(self)
        self.box.setChecked(ticked)
        self.box.setAccessibleName(text)
        self.box.setFixedSize(look.px(30) + 6, look.px(34))
        self.label = Text(look, softened(text), parent=self)
        self.label.setMinimumHeight(self.box.height())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(2))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.column.addWidget(self.label)
        row.addLayout(self.column, 1)
        self.box.clicked.connect(self.clicked)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.text = text
        self.label.setText(softened(text))
        self.box.setAccessibleName(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Who takes the press hears of the release too.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()
