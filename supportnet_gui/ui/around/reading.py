"""The page to read: what helps from the people around, what does not, and the cards that were written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import words
from ...core.resource_model import CardPart
from ..widgets.buttons import Button
from ..widgets.card import Card, Fold
from ..widgets.fields import tab_in_order
from ..widgets.flow import Flow
from ..widgets.offer import Offer
from ..widgets.page import Page
from ..widgets.text import Text
from .sheet import page_sheet, sheet_as_text
from .taking import TakeAlong

if TYPE_CHECKING:
    from ...core.content.support_words import Page as PageWords
    from ...core.content.support_words import PagePart, SupportWords
    from ...core.resource_model import SupportCard
    from ..theme import Look
    from .people import CardPeople

tr = QCoreApplication.translate

_FIRST_WORDS = 90
"""Characters of a card, at least its first line, that its button shows."""


class ReadingView(Page):
    """The signals carry a card's id."""

    new_wanted = Signal()
    open_wanted = Signal(str)
    restore_wanted = Signal(str)
    purge_wanted = Signal(str)

    def __init__(
        self, look: Look, support: SupportWords, people: CardPeople, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, support.page.title, "", parent)
        self._people = people
        self._shown: tuple[object, ...] | None = None
        self._stops: list[QWidget] = []
        self._add_cards(support.card.title)
        self._add_page(support.page)
        self.body.addStretch(1)

    def show_cards(self, cards: list[SupportCard], trash: list[SupportCard]) -> None:
        """List the cards that were written, and below them those in the trash."""
        now = (cards, trash, [self._people.name(card.supporter) for card in (*cards, *trash)])
        if now == self._shown:
            return
        self._shown = now
        self._stops = []
        self._empty(self._cards)
        self._empty(self.trash.body)
        for card in cards:
            self._cards.addWidget(self._offer(card))
        for card in trash:
            self.trash.body.addWidget(self._in_trash(card))
        self.trash.setVisible(bool(trash))
        self.order_tabs()

    def order_tabs(self) -> None:
        """Let Tab go through the page as it is read."""
        tab_in_order(self.write, *self._stops, self.trash, *self.taking.stops())

    # -- the cards -------------------------------------------------------------------------------------------

    def _add_cards(self, title: str) -> None:
        look = self._look
        box = Card(look, parent=self.inside)
        box.body.addWidget(Text(look, title, "heading", box))
        about = tr(
            "Around",
            "What helps you, written down once. You choose whether anybody gets it: on paper, as a picture, or "
            "in a message.",
        )
        box.body.addWidget(Text(look, about, "body", box))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look.px(8))
        box.body.addLayout(self._cards)
        self.write = Button(look, tr("Around", "Write a card"), "primary", "plus", box)
        self.write.clicked.connect(self.new_wanted)
        box.body.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        self.trash = Fold(look, tr("Around", "Cards in the trash"), tr("Around", "Close the trash"), box)
        self.trash.hide()
        box.body.addWidget(self.trash)
        self.body.addWidget(box)

    def _who(self, card: SupportCard) -> str:
        name = self._people.name(card.supporter)
        return tr("Around", "For {name}").format(name=name) if name else tr("Around", "For anybody")

    def _first_words(self, card: SupportCard) -> str:
        shown = ""
        for line in (line for part in CardPart for line in card.lines(part)):
            if shown and len(shown) + len(line) > _FIRST_WORDS:
                return f"{shown}\u00a0…"
            shown = words.short(f"{shown} {line}".strip(), 2 * _FIRST_WORDS)
        return shown or tr("Around", "Nothing on it yet")

    def _offer(self, card: SupportCard) -> Offer:
        who, first = self._who(card), self._first_words(card)
        button = Offer(self._look, f"{who}. {first}", (who, "strong"), (first, "quiet"), parent=self.inside)
        button.clicked.connect(partial(self.open_wanted.emit, card.id))
        self._stops.append(button)
        return button

    def _in_trash(self, card: SupportCard) -> QWidget:
        look = self._look
        box = Card(look, "quote", self.trash.content, 14)
        who = self._who(card)
        box.body.addWidget(Text(look, f"{who}: {self._first_words(card)}", "body", box))
        back = Button(look, tr("Around", "Put back"), "plain", "undo", box)
        gone = Button(look, tr("Around", "Remove for good"), "quiet", "trash", box)
        pairs: tuple[tuple[Button, SignalInstance], ...] = (
            (back, self.restore_wanted),
            (gone, self.purge_wanted),
        )
        for button, wanted in pairs:
            button.setAccessibleDescription(who)
            button.clicked.connect(partial(wanted.emit, card.id))
        box.body.addWidget(Flow(back, gone, gap=look.px(8), parent=box))
        return box

    @staticmethod
    def _empty(column: QVBoxLayout) -> None:
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    # -- the page --------------------------------------------------------------------------------------------

    def _add_page(self, page: PageWords) -> None:
        look = self._look
        box = Card(look, parent=self.inside)
        box.body.setSpacing(look.px(16))
        top = Text(look, tr("Around", "A page they could read"), "heading", box)
        box.body.addWidget(top)
        if page.intro:
            box.body.addWidget(Text(look, page.intro, "quiet", box))
        sheet = page_sheet(page)
        self.taking = TakeAlong(look, lambda: sheet, lambda: sheet_as_text(sheet), parent=box)
        box.body.addWidget(self.taking)
        for part in page.part:
            box.body.addWidget(self._part(part, box))
        self.body.addWidget(box)

    def _part(self, part: PagePart, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        column.addWidget(Text(self._look, part.title, "strong", box))
        for line in part.text:
            column.addWidget(Text(self._look, line, "body", box))
        return box
