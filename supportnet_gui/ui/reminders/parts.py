"""Small parts of the card: a field under its name, and a part that is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.card import Fold
from ..widgets.page import bring_into_sight
from ..widgets.text import Text

tr = QCoreApplication.translate


class Part(QWidget):
    """What stands in a section."""

    def refresh(self) -> None:
        """Show what is kept now."""
        raise NotImplementedError


class Section(Fold):
    """A part that folds away, made when it is first opened and read again while it is seen."""

    def __init__(self, look: Look, words: str, make: Callable[[], Part]) -> None:
        super().__init__(look, words, words)
        self._make = make
        self.part: Part | None = None
        self.toggled.connect(self._toggled)
        self._describe(False)

    def refresh(self) -> None:
        if self.part is not None and self.is_open:
            self.part.refresh()

    def _toggled(self, opened: bool) -> None:
        self._describe(opened)
        if opened and self.part is None:
            self.part = self._make()
            self.body.addWidget(self.part)
        if opened:
            self.refresh()
            bring_into_sight(self)

    def _describe(self, opened: bool) -> None:
        self.button.setAccessibleDescription(
            tr("Reminders", "Opened. Press to close.") if opened else tr("Reminders", "Press to open.")
        )


def named(look: Look, name: str, field: QWidget) -> QWidget:
    """A field under its name."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(4))
    label = Text(look, name, "small")
    label.setWordWrap(False)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    if not field.accessibleName():
        field.setAccessibleName(name)
    return part
