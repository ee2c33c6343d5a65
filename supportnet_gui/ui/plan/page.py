"""The page: seven parts to fill in or leave, whom one chose for a hard moment, and the plan to take along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ... import plan_words, words
from ...core import content
from ...core.plan import PARTS, PlanItem
from ...core.store import PeopleFilter, Store
from ...core.trouble import Trouble
from ..theme import Look
from ..widgets.card import Card
from ..widgets.messages import Notice
from ..widgets.page import Page
from ..widgets.text import Text
from .asking import AskCard
from .dialogs import ChoosePerson, EditLine
from .outside import CardChoice
from .part import PartCard
from .people import PeopleCard
from .taking import TakeAlong

if TYPE_CHECKING:
    from ...clock import Clock

tr = QCoreApplication.translate


class PlanPage(Page):
    """`place` gives country and nation. `calm` says whether this is a moment for a question about the plan."""

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        place: Callable[[], tuple[str | None, str | None]],
        calm: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            look,
            tr("Plan", "My plan"),
            tr(
                "Plan",
                "For a hard moment, in your own words. One line is enough, and every part may stay empty.",
            ),
            parent,
        )
        self.store, self._clock, self._place, self._calm = store, clock, place, calm
        self._items: tuple[PlanItem, ...] = ()
        self.above = Card(look, "crisis-card", padding=16)
        self._above_words = Text(look, "", "strong").selectable()
        self.above.body.addWidget(self._above_words)
        self.body.addWidget(self.above)
        self.asking = AskCard(look, self._take_out, self._leave)
        self.body.addWidget(self.asking)
        self.parts = {part: PartCard(look, part) for part in PARTS}
        for card in self.parts.values():
            card.typed.connect(self._add)
            card.person_wanted.connect(self._add_person)
            card.rows.moved.connect(self._move)
            card.rows.edited.connect(self._edit)
            card.rows.taken_out.connect(self._take_out)
            self.body.addWidget(card)
        self.people = PeopleCard(look)
        self.people.wanted.connect(self._choose_person)
        self.people.ordered.connect(self._choose)
        self.body.addWidget(self.people)
        self.outside = CardChoice(look, store)
        self.body.addWidget(self.outside)
        self.taking = TakeAlong(look, self._what_to_take)
        self.body.addWidget(self.taking)
        self.changed = Text(look, "", "small")
        self.body.addWidget(self.changed)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept now."""
        self._items = self.store.plan.items()
        panel = self._panel()
        self._above_words.setText(plan_words.above(panel))
        for card in self.parts.values():
            card.show_items(self._items)
            card.show_help_lines(panel)
        self.people.show_people(self.store.plan.chosen())
        self.outside.refresh()
        changed = self.store.plan.last_changed()
        self.changed.setVisible(changed is not None)
        if changed is not None:
            zone = self._clock.now().tzinfo
            day = words.day(datetime.fromisoformat(changed).astimezone(zone).date())
            self.changed.setText(tr("Plan", "Last changed on {day}.").format(day=day))
        self._order_tabs()

    def showEvent(self, event: QShowEvent) -> None:
        """On a calm opening, ask once about lines whose person is no longer shown."""
        super().showEvent(event)
        if event.spontaneous():
            return
        asked = self.store.plan.to_ask() if self._calm() and not self.store.reminders.is_low_day else ()
        self.asking.show_items(asked)
        if asked:
            self.store.plan.was_asked(*(item.id for item in asked))
        self._order_tabs()

    # -- what a person does ----------------------------------------------------------------------------------

    def _add(self, part: int, text: str) -> None:
        if self._try(partial(self.store.plan.add, part, text)):
            # Not `clear()`, which Ctrl+Z in the field would take back before the line itself.
            self.parts[part].field.setText("")

    def _add_person(self, part: int) -> None:
        linked = {item.supporter for item in self._items if item.part == part}
        people = [(row.id, row.name) for row in self.store.people.rows(PeopleFilter()) if not row.died]
        who = ChoosePerson(self._look, [one for one in people if one[0] not in linked], self).ask()
        if who is not None:
            self._try(partial(self.store.plan.add, part, "", who))

    def _edit(self, item_id: str) -> None:
        item = next((item for item in self._items if item.id == item_id), None)
        if item is None:
            return
        text = EditLine(self._look, item.text, item.name, self).ask()
        if text is not None and text != item.text:
            self._try(partial(self.store.plan.edit, item_id, text, item.supporter))

    def _move(self, item_id: str, index: int) -> None:
        self._try(partial(self.store.plan.move, item_id, index))

    def _take_out(self, *item_ids: str) -> None:
        if self._try(partial(self.store.plan.remove, *item_ids)):
            self.asking.done_with(*item_ids)

    def _leave(self, item_id: str) -> None:
        self.asking.done_with(item_id)

    def _choose_person(self) -> None:
        chosen = self.store.plan.chosen()
        there = {one for one, _ in chosen}
        others = [one for one in self.store.plan.may_be_chosen() if one[0] not in there]
        who = ChoosePerson(self._look, others, self).ask()
        if who is not None:
            self._choose((*(one for one, _ in chosen), who))

    def _choose(self, people: tuple[str, ...]) -> None:
        self._try(partial(self.store.plan.choose, people))

    def _try(self, act: Callable[[], object]) -> bool:
        """Do it; where that is not possible say so, and show what is there."""
        try:
            act()
        except Trouble as trouble:
            Notice(self._look, tr("Plan", "That did not work"), words.trouble(trouble), self).show_it()
            self.refresh()
            return False
        return True

    # -- parts -----------------------------------------------------------------------------------------------

    def _panel(self) -> content.Panel:
        return content.panel(*self._place())

    def _what_to_take(self) -> tuple[tuple[PlanItem, ...], content.Panel]:
        return self._items, self._panel()

    def _order_tabs(self) -> None:
        parts = [stop for card in self.parts.values() for stop in card.stops()]
        stops = [*self.asking.stops(), *parts, *self.people.stops(), *self.outside.stops()]
        for before, after in pairwise([*stops, *self.taking.stops()]):
            self.setTabOrder(before, after)
