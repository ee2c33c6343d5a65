"""Several things of one kind in the dialog, a row for each: added and removed as one likes."""

from __future__ import annotations

from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card

tr = QCoreApplication.translate


class Row(Card):
    """One of them. `first` is where the keyboard begins; `remove` stands where the row says."""

    first: QWidget

    def __init__(self, look: Look) -> None:
        super().__init__(look, "quote", padding=12)
        self.body.setSpacing(look.px(8))
        self.remove = Button(look, tr("People", "Remove"), "quiet", "close")

    def take_focus(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)


R = TypeVar("R", bound=Row)


class RowsEditor(QWidget, Generic[R]):
    """All rows, and under them the button for one more. `added` tells of a new row."""

    added = Signal(Row)

    def __init__(self, look: Look, add: str) -> None:
        super().__init__()
        self._look = look
        self.rows: list[R] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(8))
        column.addLayout(self._rows)
        self.add = Button(look, add, "plain", "plus")
        self.add.clicked.connect(self._add_empty)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def in_order(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        return [*self.rows, self.add]

    def _empty(self) -> R:
        """A new row, with nothing in it."""
        raise NotImplementedError

    def _add(self, row: R) -> None:
        row.remove.clicked.connect(partial(self._remove, row))
        self._rows.addWidget(row)
        # A layout would show it only later, and until then neither keyboard nor scrolling reach it.
        row.show()
        self.rows.append(row)

    def _add_empty(self) -> None:
        row = self._empty()
        self._add(row)
        self.added.emit(row)
        row.take_focus()

    def _remove(self, row: R) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
