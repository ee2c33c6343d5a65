"""One of several values to choose from a list; numbers, and days, weeks or months, for one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from ...core.model import Unit
from ..theme import Look

tr = QCoreApplication.translate


class Choice(QComboBox):
    """One of several values. The wheel scrolls the page instead of changing what is chosen."""

    def __init__(
        self, look: Look, name: str, values: Iterable[tuple[object, str]], chosen: object = None
    ) -> None:
        super().__init__()
        self._values = []
        for value, text in values:
            self._values.append(value)
            self.addItem(text)
        self.setAccessibleName(name)
        self.setMinimumHeight(look.px(34))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        self.choose(chosen)

    @property
    def value(self) -> object:
        return self._values[self.currentIndex()]

    def choose(self, value: object) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def numbers(now: int, highest: int) -> list[tuple[object, str]]:
    """1 to `highest` to choose from, and the number that is chosen already."""
    return [(number, str(number)) for number in sorted({*range(1, highest + 1), now})]


def units() -> tuple[tuple[object, str], ...]:
    return (
        (Unit.DAY, tr("Choice", "days")),
        (Unit.WEEK, tr("Choice", "weeks")),
        (Unit.MONTH, tr("Choice", "months")),
    )
