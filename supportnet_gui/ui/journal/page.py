"""Reflections: a place to write in, and what was written, newest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ... import words
from ...core.trouble import Trouble
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.fields import tab_in_order
from ..widgets.messages import Notice, Question
from ..widgets.page import Page
from ..widgets.search_field import SearchField
from ..widgets.text import Text
from .entry import EntryCard
from .people import name_of
from .writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ...clock import Clock
    from ...core.resource_model import Reflection
    from ...core.store import Store
    from ..theme import Look

tr = QCoreApplication.translate

AT_ONCE = 10
"""Entries read at a time."""
_KEPT = 60
"""Cards kept at hand while others are looked for: to make one takes far longer than to show it again."""


class JournalPage(Page):
    """`choose_person` asks for somebody, `open_person` goes to them."""

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        choose_person: Callable[[], str | None],
        open_person: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        about = tr("Journal", "Your own words, for you alone. No reminder and no suggestion uses them.")
        super().__init__(look, tr("Journal", "Reflections"), about, parent)
        self._store, self._clock = store, clock
        self._choose, self._open_person = choose_person, open_person
        self._entries: tuple[Reflection, ...] = ()
        self._shown: object = None
        self._far = AT_ONCE
        self.cards: list[EntryCard] = []
        self._made: dict[tuple[object, ...], EntryCard] = {}
        self.writing = Writing(look, store, clock, choose_person, partial(name_of, store), self.inside)
        self.search = SearchField(look, tr("Journal", "Search your words"))
        self.trash = Button(look, tr("Journal", "Trash"), "chip", "trash", self.inside)
        self.nothing = Text(look, "", "quiet", self.inside)
        self.older = Button(look, tr("Journal", "Show older ones"), parent=self.inside)
        self._lay_out()
        self.search.textChanged.connect(self._searched)
        self.search.down.connect(self._to_first)
        self.search.enter.connect(self._to_first)
        self.trash.clicked.connect(self._searched)
        self.older.clicked.connect(self._show_older)

    def refresh(self) -> None:
        """Read the entries anew; what is being written stays as it is."""
        in_trash = bool(self._store.reflections.trashed_ids())
        if not in_trash:
            self.trash.setChecked(False)
        found = self._store.reflections.page(
            self.search.text(), trash=self.trash.isChecked(), limit=self._far + 1
        )
        self._entries = found[: self._far]
        any_kept = bool(found) or bool(self._store.reflections.page(limit=1))
        self.search.setVisible(any_kept or bool(self.search.text()))
        self.trash.setVisible(in_trash)
        self.older.setVisible(len(found) > self._far)
        self._say_nothing(any_kept=any_kept)
        self._show_entries()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        if self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def write(self) -> None:
        """Put the keyboard where one writes."""
        self.writing.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is shown ---------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self._look
        self.search.setParent(self.inside)
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addWidget(self.search, 1)
        row.addWidget(self.trash)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(12))
        self.body.addWidget(self.writing)
        self.body.addSpacing(look.px(8))
        self.body.addLayout(row)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self._list)
        self.body.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _say_nothing(self, *, any_kept: bool) -> None:
        text = ""
        if not self._entries and self.search.text().strip():
            text = tr("Journal", "Nothing here fits what you are looking for.")
        elif not self._entries and any_kept:
            text = tr("Journal", "Nothing is here right now.")
        self.nothing.setVisible(bool(text))
        if text and text != self.nothing.text():
            announce(self, text)
        self.nothing.setText(text)

    def _show_entries(self) -> None:
        """Show a card for each entry, as far as there is anything new; the keyboard stays where it was."""
        today = self._clock.now().date()
        names = [name_of(self._store, entry.supporter) for entry in self._entries]
        now = (self._entries, names, today)
        if now == self._shown:
            return
        self._shown = now
        focused = self._focused()
        self.cards = [
            self._card(entry, name, today) for entry, name in zip(self._entries, names, strict=True)
        ]
        self._put_away()
        for card in self.cards:
            # To the end, one after another: that is their order.
            self._list.addWidget(card)
            card.show()
        tab_in_order(
            self.writing.field,
            *(self.writing.keep, self.writing.about.button, self.writing.about.nobody),
            *(self.search, self.trash),
            *(stop for card in self.cards for stop in card.stops()),
            self.older,
        )
        if focused is not None:
            self._focus_again(focused)

    def _card(self, entry: Reflection, name: str, today: date) -> EntryCard:
        """The card of an entry as it is now, made where there is none yet."""
        key = (entry, name, today)
        # Taken out and put back: what was used last stands last.
        card = self._made.pop(key, None) or self._new_card(entry, name, today)
        self._made[key] = card
        return card

    def _put_away(self) -> None:
        """Hide the cards that are not shown now, and let go of those that were not for longest."""
        shown = set(self.cards)
        others = [(key, card) for key, card in self._made.items() if card not in shown]
        for number, (key, card) in enumerate(others):
            self._list.removeWidget(card)
            card.hide()
            if number < len(others) - _KEPT:
                del self._made[key]
                card.deleteLater()

    def _new_card(self, entry: Reflection, name: str, today: date) -> EntryCard:
        card = EntryCard(self._look, entry, today, name, self.inside)
        card.change_wanted.connect(self._change)
        card.trash_wanted.connect(self._to_trash)
        card.restore_wanted.connect(self._restore)
        card.purge_wanted.connect(self._purge)
        card.person_wanted.connect(self._open_person)
        return card

    def _focused(self) -> int | None:
        """The number of the entry on which the keyboard is."""
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        return next((n for n, card in enumerate(self.cards) if card.isAncestorOf(focused)), None)

    def _focus_again(self, number: int) -> None:
        if self.cards:
            self.cards[min(number, len(self.cards) - 1)].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.writing.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _searched(self) -> None:
        self._far = AT_ONCE
        self.refresh()

    def _to_first(self) -> None:
        if self.cards:
            self.cards[0].buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self.cards[0])

    def _show_older(self) -> None:
        first_new = len(self.cards)
        self._far += AT_ONCE
        self.refresh()
        if len(self.cards) > first_new:
            self.cards[first_new].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is done ----------------------------------------------------------------------------------------

    def _change(self, entry_id: str) -> None:
        from .write_dialog import WriteDialog

        entry = self._store.reflections.get(entry_id)
        if entry is not None:
            WriteDialog(
                self._look,
                self._store,
                entry,
                self._clock.now().date(),
                self._choose,
                partial(name_of, self._store),
                self.window(),
            ).ask()

    def _to_trash(self, entry_id: str) -> None:
        self._do(lambda: self._store.reflections.trash(entry_id))

    def _restore(self, entry_id: str) -> None:
        self._do(lambda: self._store.reflections.restore(entry_id))

    def _purge(self, entry_id: str) -> None:
        sure = Question(
            self._look,
            tr("Journal", "Remove these words for good?"),
            tr("Journal", "They cannot come back, by Undo either. Everything else stays as it is."),
            tr("Journal", "Remove for good"),
            tr("Journal", "Keep them"),
            self.window(),
        )
        if sure.ask():
            self._do(lambda: self._store.reflections.purge([entry_id]))

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Trouble as trouble:
            title = tr("Journal", "That did not work")
            Notice(self._look, title, words.trouble(trouble), self.window()).show_it()
