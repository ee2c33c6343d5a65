"""The card as it will look, and ways to give it away."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from ..widgets.buttons import Button
from ..widgets.text import Text
from .sheet import BODY, document
from .taking import TakeAlong

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..theme import Look
    from .sheet import Sheet

tr = QCoreApplication.translate

_STYLE = """QTextEdit {{ background: {surface}; border: 1px solid {line}; border-radius: 14px; padding: {room}px; }}
QTextEdit:focus {{ border: 2px solid {accent}; padding: {less}px; }}"""


class SheetView(QTextEdit):
    """A sheet to read, mark and copy, as high as its words."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        tokens, room = look.tokens, look.px(18)
        style = _STYLE.format(
            surface=tokens.surface, line=tokens.line, accent=tokens.accent, room=room, less=room - 1
        )
        self.setStyleSheet(style)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show it in the window's colours; what is marked stays as it is where nothing has changed."""
        laid = document(sheet, self._look.px(BODY), self._look.tokens)
        if laid.toHtml() == self.document().toHtml():
            return
        laid.setParent(self)
        self.setDocument(laid)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        edges = self.height() - self.viewport().height()
        self.setFixedHeight(ceil(self.document().size().height()) + edges + 2)


class Preview(QScrollArea):
    """`back` is wanted where this stands in place of what is written. `text` gives the words to copy."""

    back = Signal()

    def __init__(
        self, look: Look, sheet: Callable[[], Sheet], text: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._sheet = look, sheet
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self.viewport())
        inside.setProperty("look", "page")
        column = self._column = QVBoxLayout(inside)
        column.setSpacing(look.px(12))
        self.back_button = Button(look, tr("Around", "Back to the words"), "quiet", "back", inside)
        self.heading = Text(look, tr("Around", "The card as it will look"), "heading", inside)
        self.empty = Text(
            look, tr("Around", "Nothing stands on it yet. You could tick a line."), "quiet", inside
        )
        self.view = SheetView(look, tr("Around", "The card"), inside)
        self.taking = TakeAlong(look, sheet, text, "primary", inside)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        # Above a card of any length, so that giving it away is always seen.
        for part in (self.heading, self.empty, self.taking, self.view):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self.back_button.clicked.connect(self.back)

    def refresh(self, *, empty: bool) -> None:
        """Show what stands on the card now."""
        self.empty.setVisible(empty)
        self.view.show_sheet(self._sheet())
        self.taking.set_enabled(not empty)

    def set_alone(self, alone: bool) -> None:
        """Whether this takes the place of what is written, or stands beside it."""
        self.back_button.setVisible(alone)

    def set_margins(self, sides: int, top: int, left: int) -> None:
        self._column.setContentsMargins(left, top, sides, 28)

    def stops(self) -> list[QWidget]:
        return [self.back_button, *self.taking.stops(), self.view]
