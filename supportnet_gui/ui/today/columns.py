"""A few things of equal size, beside each other, or one below another where there is less room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QSizePolicy, QWidget

from ..widgets.flow import FlowLayout


class _EqualLayout(FlowLayout):
    """All in one row, or all in one column: two and one would make the one look less."""

    def sizeHint(self) -> QSize:
        size = self._largest()
        count = len(self._shown())
        return QSize(size.width() * count + self._gap * max(count - 1, 0), size.height())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _largest(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.sizeHint())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Give every item its place in `rect`; returns the height that takes."""
        shown, largest = self._shown(), self._largest()
        if not shown:
            return 0
        columns = len(shown) if self.sizeHint().width() <= rect.width() else 1
        width = (rect.width() - self._gap * (columns - 1)) // columns
        height = largest.height()
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for index, item in enumerate(shown if move else ()):
            row, column = divmod(index, columns)
            if mirrored:
                column = columns - 1 - column
            x, y = column * (width + self._gap), row * (height + self._gap)
            item.setGeometry(QRect(rect.x() + x, rect.y() + y, width, height))
        rows = len(shown) // columns
        return rows * height + (rows - 1) * self._gap


class Columns(QWidget):
    """Holds its widgets in equal columns; below each other in a narrow window or at large text."""

    def __init__(self, *widgets: QWidget, gap: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = _EqualLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            layout.addWidget(widget)
