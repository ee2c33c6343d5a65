"""Things in one row where there is room, otherwise one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

UNBOUNDED = 1 << 24
"""A width no window has: always one below the other."""


class Beside(QWidget):
    """Widgets side by side from `wide` pixels on; without one, as soon as they fit, kept to where reading begins.

    A `Flow` would do the same, but asks Python for every height: forty rows of it take a tenth of a second.
    """

    def __init__(self, widgets: Sequence[QWidget], wide: int = 0, gap: int = 8) -> None:
        super().__init__()
        self._wide = wide or sum(widget.sizeHint().width() + gap for widget in widgets)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for widget in widgets:
            if wide:
                self._box.addWidget(widget, 1)
            else:
                self._box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        if not wide:
            self._box.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: they can stand below one another."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = event.size().width() >= self._wide
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
