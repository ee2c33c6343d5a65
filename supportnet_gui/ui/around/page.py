"""For the people around me: the page to read, and in its place a card that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ... import words
from ...core.content import panel
from ...core.content.support_words import support_words
from ...core.trouble import Trouble
from .people import CardPeople
from .reading import ReadingView

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.store import Store
    from ..theme import Look
    from .card_view import CardView

tr = QCoreApplication.translate


class AroundPage(QStackedWidget):
    """`place` gives country and nation, `choose_person` asks for somebody, `choose_country` goes where one can."""

    def __init__(
        self,
        look: Look,
        store: Store,
        place: Callable[[], tuple[str | None, str | None]],
        choose_person: Callable[[], str | None],
        choose_country: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._store, self._place = look, store, place
        self._choose_country = choose_country
        self._support = support_words()
        self._people = CardPeople(store, choose_person)
        self._view: CardView | None = None
        self.reading = ReadingView(look, self._support, self._people, self)
        self.addWidget(self.reading)
        self.reading.new_wanted.connect(self.write_card)
        self.reading.open_wanted.connect(self._open)
        self.reading.restore_wanted.connect(self._restore)
        self.reading.purge_wanted.connect(self._purge)

    def refresh(self) -> None:
        """Read everything anew; a card that is being written stays open."""
        cards, trash = self._store.cards.all(), self._store.cards.all(trash=True)
        self.reading.show_cards(self._people.shown(cards), self._people.shown(trash))
        if self._view is not None and self.currentWidget() is self._view:
            self._view.refresh()

    def open_page(self) -> None:
        """Show the page to read."""
        self._close()

    def card_for(self, supporter: str) -> None:
        """Show the card for somebody, a new one where there is none yet."""
        found = self._store.cards.of(supporter)
        if found:
            self._open(found[0].id)
        else:
            self._show(None, supporter)

    def write_card(self) -> None:
        """Begin a card for anybody; whom it is for can be chosen on it."""
        self._show(None, None)

    @property
    def view(self) -> CardView:
        """Where a card is written, made when one first is."""
        if self._view is None:
            from .card_view import CardView

            self._view = CardView(
                self._look,
                self._store,
                self._support.card,
                self._people,
                self._number,
                self._choose_country,
                self,
            )
            self._view.closed.connect(self._close)
            self.addWidget(self._view)
        return self._view

    def _number(self) -> str | None:
        """The emergency number of the chosen country; where none is chosen, none is guessed."""
        emergency = panel(*self._place()).emergency
        return emergency.ways[0].number if emergency is not None else None

    def _open(self, card_id: str) -> None:
        self._show(card_id, None)

    def _show(self, card_id: str | None, supporter: str | None) -> None:
        view = self.view
        self.setCurrentWidget(view)
        if card_id is None:
            view.open_new(supporter)
        else:
            view.open_card(card_id)
        view.order_tabs()
        view.composer.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self.currentWidget() is self.reading:
            return
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.setCurrentWidget(self.reading)
        if had_keyboard:
            self.reading.write.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the trash -------------------------------------------------------------------------------------------

    def _restore(self, card_id: str) -> None:
        self._do(lambda: self._store.cards.restore(card_id))

    def _purge(self, card_id: str) -> None:
        from ..widgets.messages import Question

        sure = Question(
            self._look,
            tr("Around", "Remove this card for good?"),
            tr("Around", "It cannot come back, by Undo either. Everything else stays as it is."),
            tr("Around", "Remove for good"),
            tr("Around", "Keep it"),
            self.window(),
        )
        if sure.ask():
            self._do(lambda: self._store.cards.purge([card_id]))

    def _do(self, act: Callable[[], None]) -> None:
        from ..widgets.messages import Notice

        try:
            act()
        except Trouble as trouble:
            title = tr("Around", "That did not work")
            Notice(self._look, title, words.trouble(trouble), self.window()).show_it()
        else:
            self.reading.write.setFocus(Qt.FocusReason.OtherFocusReason)
