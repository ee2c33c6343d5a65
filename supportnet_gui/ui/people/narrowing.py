"""Ways to narrow the list: a kind of support, a circle, a kind of supporter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import words
from ...core.model import Circle, Kind, Support
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.choice import Choice
from ..widgets.flow import Flow

tr = QCoreApplication.translate


class _Chip(Button):
    """A kind of support. On, its letters are bolder: the room for that is kept, so that nothing moves."""

    def __init__(self, look: Look, support: Support) -> None:
        super().__init__(look, words.support(support), "chip", str(support))
        self._fonts = (look.font(1.0), look.font(1.0, semibold=True))
        self.ensurePolished()
        plain, bold = (QFontMetrics(font).horizontalAdvance(self.text()) for font in self._fonts)
        self.setMinimumWidth(self.sizeHint().width() + max(bold - plain, 0))
        self.toggled.connect(self._set_weight)

    def _set_weight(self, on: bool) -> None:
        # The style sheet's own weight alone would paint wide letters into the room of narrow ones.
        self.setFont(self._fonts[on])


class Narrowing(QWidget):
    """Emits `changed` when something else was chosen."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[Support, Button] = {}
        for support in Support:
            self.chips[support] = _Chip(look, support)
            self.chips[support].clicked.connect(partial(self._chip_clicked, support))
        circles: list[tuple[object, str]] = [(None, tr("People", "Any circle"))]
        circles += [(circle, words.circle(circle)) for circle in Circle]
        kinds: list[tuple[object, str]] = [(None, tr("People", "Any kind"))]
        kinds += [(kind, words.kind(kind)) for kind in Kind]
        self.circle = Choice(look, tr("People", "Circle"), circles)
        self.kind = Choice(look, tr("People", "Kind"), kinds)
        for choice in (self.circle, self.kind):
            choice.setMinimumContentsLength(13)
            choice.currentIndexChanged.connect(self._emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(Flow(*self.chips.values(), gap=look.px(6)))
        column.addWidget(Flow(self.circle, self.kind, gap=look.px(8)))

    @property
    def chosen(self) -> tuple[Support | None, Circle | None, Kind | None]:
        """What the list is narrowed to."""
        support = next((one for one, chip in self.chips.items() if chip.isChecked()), None)
        circle, kind = self.circle.value, self.kind.value
        return (
            support,
            circle if isinstance(circle, Circle) else None,
            kind if isinstance(kind, Kind) else None,
        )

    def in_order(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        return [*self.chips.values(), self.circle, self.kind]

    def clear(self) -> None:
        """Choose nothing, without telling anybody."""
        self.blockSignals(True)
        for chip in self.chips.values():
            chip.setChecked(False)
        self.circle.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.blockSignals(False)

    def _chip_clicked(self, support: Support) -> None:
        """One kind at a time; a second click shows everyone again."""
        for other, chip in self.chips.items():
            if other is not support:
                chip.setChecked(False)
        self.changed.emit()

    def _emit(self) -> None:
        self.changed.emit()
