"""Where one begins: the parts of the library; and a gentle question about the country."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ...core import content
from ...core.content.library_model import SectionWords
from ...core.resource_model import Section
from ..crisis.place import CountryChoice, NationChoice
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.offer import Offer
from ..widgets.text import Text

tr = QCoreApplication.translate

_COLUMN = 300
"""Parts stand side by side where each has at least this many pixels at 100 % text."""


class Front(QWidget):
    """Emits `section_chosen`."""

    section_chosen = Signal(object)

    def __init__(self, look: Look, sections: tuple[SectionWords, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = 0
        self.offers: dict[Section, Offer] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(12))
        for one in sections:
            name = f"{one.title}. {one.intro}"
            offer = Offer(look, name, (one.title, "strong"), (one.intro, "quiet"), parent=self)
            offer.clicked.connect(partial(self.section_chosen.emit, one.section))
            self.offers[one.section] = offer
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() + self._grid.horizontalSpacing()
        self._arrange(max(1, min(3, room // (self._look.px(_COLUMN) + self._grid.horizontalSpacing()))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, offer in enumerate(self.offers.values()):
            self._grid.addWidget(offer, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < columns))


class CountryAsk(Card):
    """Asks where one is, so that help lines of that country show. `choose` keeps it. Never in the way."""

    asked = Signal()
    grew = Signal()

    def __init__(
        self, look: Look, choose: Callable[[str | None, str | None], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "quote", parent, 16)
        self._look, self._choose_place = look, choose
        self._part: CountryChoice | NationChoice | None = None
        self._line = QWidget(self)
        column = QVBoxLayout(self._line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        text = tr(
            "resources",
            "These are for everywhere. If you choose your country, its help lines and services show here too.",
        )
        column.addWidget(Text(look, text, "quiet", self._line))
        self.button = Button(look, tr("resources", "Choose a country"), "plain", "place", self._line)
        column.addWidget(Flow(self.button, parent=self._line))
        self.body.addWidget(self._line)
        self.button.clicked.connect(self._ask)

    def begin_again(self) -> None:
        """Show the one line, with no question under it."""
        self._show(None)

    def _ask(self) -> None:
        names = content.names()
        choice = CountryChoice(
            self._look, names, content.countries(), None, content.panel(None, None).elsewhere
        )
        choice.chosen.connect(self._chosen)
        self._show(choice)
        choice.first.setFocus()

    def _chosen(self, code: str) -> None:
        if content.nations(code):
            choice = NationChoice(self._look, content.names(), code, None)
            choice.chosen.connect(partial(self._done, code))
            self._show(choice)
            choice.first.setFocus()
        else:
            self._done(code, "")

    def _done(self, country: str, nation: str) -> None:
        self._choose_place(country, nation or None)
        self.begin_again()
        self.asked.emit()

    def _show(self, part: CountryChoice | NationChoice | None) -> None:
        if self._part is not None:
            self._part.hide()
            self._part.deleteLater()
        self._part = part
        self._line.setVisible(part is None)
        # The question is a card of its own.
        self.setProperty("look", "quote" if part is None else "page")
        self.style().polish(self)
        if part is not None:
            self.body.addWidget(part)
            part.show()
            self.grew.emit()
