"""Ways to narrow the list: free, near me, online, no speaking needed, and for which country."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import resource_words
from ...core import content
from ...core.resource_model import Tag
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.choice import Choice
from ..widgets.flow import Flow

tr = QCoreApplication.translate

_ANY, _EVERYWHERE = "*", ""


class Narrowing(QWidget):
    """Emits `changed` when something else was chosen. Several tags at once ask for what has all of them."""

    changed = Signal()

    def __init__(self, look: Look, country: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {tag: Button(look, resource_words.tag(tag), "chip", parent=self) for tag in Tag}
        names = content.names()
        places: list[tuple[object, str]] = [
            (_EVERYWHERE, tr("resources", "For everywhere")),
            *((code, names.country(code)) for code in sorted(content.countries(), key=names.country)),
            (_ANY, tr("resources", "Any country")),
        ]
        self.place = Choice(look, tr("resources", "Country"), places)
        self.place.setMinimumContentsLength(15)
        self.set_country(country)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(4))
        column.setSpacing(look.px(10))
        column.addWidget(Flow(*self.chips.values(), gap=look.px(6), parent=self))
        column.addWidget(Flow(self.place, parent=self))
        for chip in self.chips.values():
            chip.clicked.connect(self._emit)
        self.place.currentIndexChanged.connect(self._emit)

    @property
    def tags(self) -> frozenset[Tag]:
        return frozenset(tag for tag, chip in self.chips.items() if chip.isChecked())

    @property
    def country(self) -> str | None:
        """A country's code, "" for what is for everywhere, None for any."""
        return None if self.place.value == _ANY else str(self.place.value)

    @property
    def country_words(self) -> str:
        return self.place.currentText()

    def set_country(self, country: str | None) -> None:
        """Choose a country without telling anybody."""
        self.place.blockSignals(True)
        self.place.choose(_ANY if country is None else country)
        self.place.blockSignals(False)

    def in_order(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        return [*self.chips.values(), self.place]

    def clear(self, country: str | None) -> None:
        """Choose nothing but the usual country, without telling anybody."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.set_country(country)

    def _emit(self) -> None:
        self.changed.emit()
