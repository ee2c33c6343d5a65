"""The side of a card on which its words are chosen and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.page import Page
from ..widgets.text import Text
from ..widgets.tick_line import TickLine
from .part import PartEditor

if TYPE_CHECKING:
    from ...core.content.support_words import CardWords
    from ...core.resource_model import CardPart, SupportCard
    from ..theme import Look

tr = QCoreApplication.translate


class Composer(Page):
    """It keeps nothing itself: it says what has changed, and shows what is kept."""

    changed = Signal()
    made_anew = Signal()
    anybody_wanted = Signal()
    somebody_wanted = Signal()
    preview_wanted = Signal()
    trash_wanted = Signal()
    back_wanted = Signal()
    country_wanted = Signal()

    def __init__(self, look: Look, card_words: CardWords, parent: QWidget | None = None) -> None:
        about = tr("Around", "Tick what is true for you. A line or two is enough.")
        super().__init__(look, card_words.title, about, parent)
        self._words = card_words
        self.back = Button(look, tr("Around", "Back"), "quiet", "back", self.inside)
        self.back.setAccessibleDescription(tr("Around", "To the page for the people around me"))
        self.body.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_who()
        self.parts = {one.id: PartEditor(look, one, self.inside) for one in card_words.part}
        for part in self.parts.values():
            self.body.addWidget(part)
            part.changed.connect(self.changed)
            part.made_anew.connect(self.made_anew)
        self._add_closing()
        self.see_card = Button(look, tr("Around", "See the card"), "primary", parent=self.inside)
        self.trash = Button(look, tr("Around", "Move to trash"), "quiet", "trash", self.inside)
        self.body.addWidget(Flow(self.see_card, self.trash, gap=look.px(10), parent=self.inside))
        self.body.addStretch(1)
        self.back.clicked.connect(self.back_wanted)
        self.see_card.clicked.connect(self.preview_wanted)
        self.trash.clicked.connect(self.trash_wanted)

    def _add_who(self) -> None:
        look = self._look
        label = Text(look, tr("Around", "For"), "quiet", self.inside)
        label.setWordWrap(False)
        self.anybody = Button(look, tr("Around", "Anybody"), "chip", parent=self.inside)
        self.somebody = Button(look, tr("Around", "One person…"), "chip", "person", self.inside)
        self.anybody.clicked.connect(self.anybody_wanted)
        self.somebody.clicked.connect(self.somebody_wanted)
        self.body.addWidget(Flow(label, self.anybody, self.somebody, gap=look.px(8), parent=self.inside))

    def _add_closing(self) -> None:
        look = self._look
        card = Card(look, parent=self.inside)
        card.body.setSpacing(look.px(4))
        card.body.addWidget(Text(look, tr("Around", "At the end of the card"), "heading", card))
        self.say_no = TickLine(look, self._words.can_say_no, True, card)
        self.danger = TickLine(look, self._words.in_danger_nowhere, True, card)
        self.no_country = Text(
            look,
            tr(
                "Around",
                "Once a country is chosen, its emergency number stands here. You could also leave it so.",
            ),
            "quiet",
            card,
        )
        self.country = Button(look, tr("Around", "Choose a country"), "quiet", "place", card)
        for part in (self.say_no, self.danger, self.no_country):
            card.body.addWidget(part)
        card.body.addWidget(self.country, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(card)
        self.say_no.clicked.connect(self.changed)
        self.danger.clicked.connect(self.changed)
        self.country.clicked.connect(self.country_wanted)

    # -- what the card's view uses ---------------------------------------------------------------------------

    def start(self) -> None:
        """Begin with another card."""
        for part in self.parts.values():
            part.start()
        self.verticalScrollBar().setValue(0)

    def show_card(self, card: SupportCard, name: str, number: str | None, *, kept: bool) -> None:
        """Show what stands on a card for somebody called `name`, "" for anybody."""
        self.anybody.setChecked(card.supporter is None)
        self.somebody.setChecked(card.supporter is not None)
        text = name or tr("Around", "One person…")
        self.somebody.setText(text.replace("&", "&&"))
        self.somebody.setAccessibleName(text)
        for part_id, part in self.parts.items():
            part.show_chosen(card.lines(part_id))
        danger = (
            self._words.in_danger.replace("{number}", number) if number else self._words.in_danger_nowhere
        )
        self.danger.set_text(danger)
        self.say_no.box.setChecked(card.can_say_no)
        self.danger.box.setChecked(card.in_danger)
        self.no_country.setVisible(number is None)
        self.country.setVisible(number is None)
        self.trash.setVisible(kept)

    def chosen(self, part: CardPart) -> tuple[str, ...]:
        return self.parts[part].chosen

    def closing(self) -> tuple[bool, bool]:
        """Whether the two lines at the end stand on the card."""
        return self.say_no.box.isChecked(), self.danger.box.isChecked()

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the card is a page of its own."""
        self.see_card.setVisible(narrow)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        return [
            *(self.back, self.anybody, self.somebody),
            *(stop for part in self.parts.values() for stop in part.stops()),
            *(self.say_no.box, self.danger.box, self.country, self.see_card, self.trash),
        ]
