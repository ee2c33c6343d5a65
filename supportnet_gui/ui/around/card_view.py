"""Writing a card: words to tick, one's own words, and beside them the card as it will look.

Each change is kept at once. In a narrow window the words and the card take turns.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ... import words
from ...core.content.support_words import card_as_text
from ...core.resource_model import CardPart, SupportCard
from ...core.trouble import Trouble
from ..widgets.fields import tab_in_order
from .composer import Composer
from .preview import Preview
from .sheet import card_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.content.support_words import CardWords
    from ...core.store import Store
    from ..theme import Look
    from .people import CardPeople
    from .sheet import Sheet

tr = QCoreApplication.translate

_NARROW = 760
"""Pixels at 100 % text; in less than this the words and the card take turns."""
_WIDEST = 1180


class CardView(QWidget):
    """`number` gives the emergency number of where the person is, None where that is not known."""

    closed = Signal()

    def __init__(
        self,
        look: Look,
        store: Store,
        card_words: CardWords,
        people: CardPeople,
        number: Callable[[], str | None],
        choose_country: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._store, self._words, self._people = look, store, card_words, people
        self._number = number
        self._id = ""
        self._blank = SupportCard()
        self._being_kept: SupportCard | None = None
        self._narrow = self._reading = False
        self.composer = Composer(look, card_words, self)
        self.preview = Preview(look, self._sheet, self._text, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.composer, 11)
        self._row.addWidget(self.preview, 10)
        self._row.addStretch(0)
        composer = self.composer
        composer.changed.connect(self._keep)
        composer.made_anew.connect(self.order_tabs)
        composer.anybody_wanted.connect(self._for_anybody)
        composer.somebody_wanted.connect(self._for_somebody)
        composer.preview_wanted.connect(self._show_preview)
        composer.trash_wanted.connect(self._trash)
        composer.back_wanted.connect(self.closed)
        composer.country_wanted.connect(choose_country)
        self.preview.back.connect(self._show_words)

    # -- which card ------------------------------------------------------------------------------------------

    def open_card(self, card_id: str) -> None:
        """Show a card that is kept."""
        self._start(card_id, SupportCard())

    def open_new(self, supporter: str | None) -> None:
        """Show an empty card. It is kept with the first word that stands on it."""
        self._start("", SupportCard(supporter=supporter))

    def _start(self, card_id: str, blank: SupportCard) -> None:
        self._id, self._blank, self._reading = card_id, blank, False
        self.composer.start()
        self.refresh()
        self._arrange()

    @property
    def card(self) -> SupportCard:
        """The card as it is kept, or the one that is not kept yet."""
        found = self._store.cards.get(self._id) if self._id else None
        return found or self._being_kept or self._blank

    def refresh(self) -> None:
        """Show what is kept now. A card that went to the trash, or whose person left, is closed."""
        card = self.card
        if card.trashed_at is not None or not self._people.may_stand(card.supporter):
            self.closed.emit()
            return
        self.composer.show_card(card, self._people.name(card.supporter), self._number(), kept=bool(card.id))
        self.preview.refresh(empty=card.is_empty)

    def _sheet(self) -> Sheet:
        card = self.card
        return card_sheet(card, self._words, self._people.called(card.supporter), self._number())

    def _text(self) -> str:
        return card_as_text(self.card, self._words, self._number())

    # -- what is done ----------------------------------------------------------------------------------------

    def _keep(self) -> None:
        chosen: dict[str, Any] = {part.value: self.composer.chosen(part) for part in CardPart}
        say_no, danger = self.composer.closing()
        self._change(replace(self.card, **chosen, can_say_no=say_no, in_danger=danger))

    def _for_anybody(self) -> None:
        self._change(replace(self.card, supporter=None))

    def _for_somebody(self) -> None:
        chosen = self._people.choose()
        if chosen is not None and self._people.may_stand(chosen):
            self._change(replace(self.card, supporter=chosen))
        else:
            self.refresh()

    def _change(self, card: SupportCard) -> None:
        """Keep a card as it is now; one with nothing on it only once it was kept before."""
        if card == self.card:
            self.refresh()
            return
        kept = bool(self._id) and self._store.cards.get(self._id) is not None
        if not kept and card.is_empty:
            self._blank = card
            self.refresh()
            return
        # Listeners show the card again before its id is known here.
        self._being_kept = card if kept else replace(card, id="")
        try:
            self._id = self._store.cards.keep(self._being_kept)
        except Trouble as trouble:
            self._tell(trouble)
        finally:
            self._being_kept = None
        self.refresh()

    def _trash(self) -> None:
        try:
            self._store.cards.trash(self._id)
        except Trouble as trouble:
            self._tell(trouble)
        self.refresh()

    def _tell(self, trouble: Trouble) -> None:
        from ..widgets.messages import Notice

        title = tr("Around", "That did not work")
        Notice(self._look, title, words.trouble(trouble), self.window()).show_it()

    # -- how it is laid out ----------------------------------------------------------------------------------

    def _show_preview(self) -> None:
        self._reading = True
        self._arrange()
        self.preview.verticalScrollBar().setValue(0)
        self.preview.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self) -> None:
        self._reading = False
        self._arrange()
        self.composer.see_card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        self.composer.set_narrow(self._narrow)
        self.composer.setVisible(not (self._narrow and self._reading))
        self.preview.setVisible(not self._narrow or self._reading)
        self.preview.set_alone(self._narrow)
        widest = self._look.px(_WIDEST)
        self.composer.setMaximumWidth(self.width() if self._narrow else round(widest * 0.53))
        self.preview.setMaximumWidth(self.width() if self._narrow else round(widest * 0.47))
        roomy = self.width() > self._look.px(580)
        side, top = (40, 32) if roomy else (18, 20)
        self.preview.set_margins(side, top, side if self._narrow else self._look.px(14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow = self.width() < self._look.px(_NARROW)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._narrow and self._reading:
            self._show_words()
        else:
            self.closed.emit()

    def order_tabs(self) -> None:
        """Let Tab go through the words and then the card, as they are read."""
        first, *others = [*self.composer.stops(), *self.preview.stops()]
        tab_in_order(first, *others)
