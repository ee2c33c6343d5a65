"""The page one starts on: a hello, one thing one could do, and who one was in touch with lately."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ..theme import Look
from ..widgets.page import Page, settle_layout
from .frame import Opening
from .going import Going, Place

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core.resource_model import SmallStep
    from ...core.store import Store
    from .guess import HowItWent
    from .idea_card import IdeaCard
    from .lately import Lately
    from .one_place import OnePlace
    from .planned import Planned
    from .quick_log import QuickLog
    from .resting import Resting

tr = QCoreApplication.translate

AWAY = timedelta(days=28)
"""After this long without a contact noted, the hello says that nothing is waiting."""


class TodayPage(Page):
    """Without a store it paints the hello, and keeps room in the very place that `set_store` fills."""

    def __init__(  # noqa: PLR0913, PLR0917 - all but three are `Going`, taken apart for whoever makes the page
        self,
        look: Look,
        store: Store | None,
        clock: Clock,
        place: Place,
        log_with: Callable[[tuple[str, ...]], None],
        edit_check_in: Callable[[str], None],
        bring_in: Callable[[], None],
        go_to_people: Callable[[], None],
        go_to_check_ins: Callable[[], None],
        open_help: Callable[[], None],
        open_resource: Callable[[str], None],
    ) -> None:
        super().__init__(look, tr("Today", "Hello"), tr("Today", "One small step is enough, and so is none."))
        self._clock = clock
        self._going = Going(
            place, log_with, edit_check_in, bring_in, go_to_people, go_to_check_ins, open_help, open_resource
        )
        self._store: Store | None = None
        self.one_place: OnePlace | None = None
        self.quick_log: QuickLog | None = None
        self.how_it_went: HowItWent | None = None
        self.resting: Resting | None = None
        self.planned: Planned | None = None
        self.lately: Lately | None = None
        self.opening = Opening(look)
        self.body.addSpacing(look.px(8))
        self.body.addWidget(self.opening)
        self.body.addStretch(1)
        if store is not None:
            self.set_store(store)

    def set_store(self, store: Store) -> None:
        """Fill the page from a store, which may be open only after the first paint."""
        # The window is painted before any of these is needed.
        from .lately import Lately
        from .one_place import OnePlace

        for old in (
            self.one_place,
            self.resting,
            self.planned,
            self.how_it_went,
            self.quick_log,
            self.lately,
        ):
            if old is not None:
                old.hide()
                old.deleteLater()
        self.how_it_went = self.quick_log = self.resting = self.planned = None
        self._store = store
        self.one_place = OnePlace(self._look, store, self._clock, self._going)
        self.one_place.changed.connect(self.refresh)
        self.lately = Lately(self._look, store, self._going.to_check_ins)
        self._add(self.one_place, 1)
        self._add(self.lately, 2)
        self._read()
        self.opening.hide()
        if (
            self.one_place.part is not None
            and self.one_place.part is self.one_place.welcome
            and self.isVisible()
        ):
            # On the first day one can type at once.
            self.one_place.begin()

    @property
    def card(self) -> IdeaCard | None:
        """The suggestion, where one is shown."""
        ideas = self.one_place.ideas if self.one_place is not None else None
        return ideas.card if ideas is not None and ideas.shown is not None else None

    def refresh(self) -> None:
        """Re-read everything. What is being written or was chosen stays."""
        self._read()
        if self.isVisible():
            settle_layout(self)

    def _read(self) -> None:
        if self._store is None or self.one_place is None or self.lately is None:
            return
        today = self._clock.now().date()
        if _was_away(self._store, today):
            self.title.setText(tr("Today", "Hello. Nothing is waiting."))
        else:
            self.title.setText(tr("Today", "Hello"))
        step = self._offered_step()
        self._refresh_places(has_step=step is not None)
        self._refresh_resting()
        self._refresh_planned(step)
        self._refresh_how_it_went()
        self.lately.refresh(today)
        # Parts and chips are made when they are wanted: Tab goes as one reads all the same.
        log = self.quick_log.stops if self.quick_log else ()
        went = self.how_it_went.stops if self.how_it_went else ()
        resting = self.resting.stops if self.resting else ()
        planned = self.planned.stops if self.planned else ()
        first = (*planned, *self.one_place.stops) if self._step_first else (*self.one_place.stops, *planned)
        for before, after in pairwise((*first, *resting, *went, *log, self.lately.all_button)):
            QWidget.setTabOrder(before, after)

    def _refresh_places(self, *, has_step: bool) -> None:
        """The one place, and below it whom one may have been in touch with, where there is anybody."""
        assert self._store is not None
        assert self.one_place is not None
        from .quick_log import MOST_PEOPLE, QuickLog

        people = self._store.people.usual(MOST_PEOPLE)
        self.one_place.refresh(bool(people), has_step=has_step)
        if people and self.quick_log is None:
            going = self._going
            self.quick_log = QuickLog(
                self._look, self._store, self._clock, going.log_with, going.edit_check_in
            )
            self._add(self.quick_log, 2)
        if self.quick_log is not None:
            # Who is just being written down is asked about one thing at a time.
            self.quick_log.setVisible(bool(people) and not self.one_place.is_asking)
            if people:
                self.quick_log.refresh(people)

    def _refresh_resting(self) -> None:
        """Reminders that went to rest by themselves ask once whether they may begin again."""
        assert self._store is not None
        if self.resting is None and self._store.today.may_have_reminder:
            from .resting import Resting

            self.resting = Resting(self._look, self._store)
            self._add(self.resting, 2)
        if self.resting is not None:
            self.resting.refresh()

    def _offered_step(self) -> SmallStep | None:
        assert self._store is not None
        if not self._store.today.may_have_step:
            return None
        step = self._store.steps.offered()
        is_enough = step is not None and self.planned is not None and self.planned.is_enough(step)
        return None if is_enough else step

    def _refresh_planned(self, step: SmallStep | None) -> None:
        """A small step somebody planned, while nothing else is asked."""
        assert self._store is not None
        assert self.one_place is not None
        asks = self.one_place.is_asking or (self.resting is not None and not self.resting.isHidden())
        step = None if asks else step
        if step is not None and self.planned is None:
            from .planned import Planned

            self.planned = Planned(
                self._look, self._store, self._civil_day, self._going.to_resource, self.inside
            )
        if self.planned is not None:
            self._place_planned()
            had_keyboard = any(one.hasFocus() for one in self.planned.stops)
            self.planned.show_step(step)
            if self.planned.isHidden() and had_keyboard:
                self.one_place.begin()

    def _place_planned(self) -> None:
        """Under what the one place shows, or before it."""
        assert self.planned is not None
        assert self.one_place is not None
        now = self.body.indexOf(self.planned)
        if now < 0 or (now < self.body.indexOf(self.one_place)) is not self._step_first:
            self.body.removeWidget(self.planned)
            self._add(self.planned, 1 if self._step_first else 2)

    @property
    def _step_first(self) -> bool:
        """Whether the one place holds no more than a way to write somebody down: then a step stands before it."""
        return self.one_place is not None and self.one_place.part is None

    def _civil_day(self) -> date:
        from ...core.days import civil_day

        return civil_day(self._clock.now())

    def _refresh_how_it_went(self) -> None:
        """A question for who switched it on; nothing is made for who did not."""
        assert self._store is not None
        if self.how_it_went is None and self._store.settings.get("ask_how_it_may_go"):
            from .guess import HowItWent

            self.how_it_went = HowItWent(self._look, self._store)
            self._add(self.how_it_went, 2)
        if self.how_it_went is not None:
            self.how_it_went.refresh()

    def _add(self, widget: QWidget, below: int) -> None:
        """Put a part of the page below the hello: 1 for the one place, or before it, 2 for under it."""
        there = self.body.indexOf(self.one_place) if self.one_place is not None else -1
        first = there if there >= 0 else self.body.indexOf(self.opening) + 1
        self.body.insertWidget(first + below - 1, widget)


def _was_away(store: Store, today: date) -> bool:
    latest = store.check_ins.latest(1)
    return bool(latest) and today - latest[0].check_in.on >= AWAY
