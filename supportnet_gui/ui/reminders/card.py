"""Reminders in Settings: the essential line and one switch; the rest is folded away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox

from ... import reminder_words, words
from ...core.easing import Step
from ...core.trouble import Trouble
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.messages import Notice
from ..widgets.text import Text
from .parts import Part, Section

if TYPE_CHECKING:
    from ...core.pace import Pace
    from ...core.store import Store

tr = QCoreApplication.translate


class RemindersCard(Card):
    """Each choice is kept at once, as one step to undo; `refresh` shows what is kept."""

    def __init__(self, look: Look, store: Store) -> None:
        super().__init__(look)
        self._look, self._store, self._reminders = look, store, store.reminders
        self.preview = Text(look, "", "strong")
        self.switch = QCheckBox(tr("Reminders", "Reminders are on"))
        self.switch.setMinimumHeight(look.px(32))
        self.switch.clicked.connect(self._switch)
        self.state = Text(look, "")
        self.again = Button(look, tr("Reminders", "Start again"))
        self.again.clicked.connect(self._start_again)
        self.sections = [
            Section(look, words_, make)
            for words_, make in (
                (tr("Reminders", "When they come"), self._make_how),
                (tr("Reminders", "How often, by circle"), self._make_circles),
                (tr("Reminders", "Rest for a while"), self._make_rest),
                (tr("Reminders", "What may come"), self._make_month),
                (tr("Reminders", "For your phone"), self._make_calendar),
            )
        ]
        self.body.addWidget(Text(look, tr("Reminders", "Reminders"), "heading"))
        self.body.addWidget(self.preview)
        self.body.addWidget(self.switch)
        self.body.addWidget(self.state)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        for section in self.sections:
            self.body.addWidget(section)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept now."""
        pace = self._reminders.pace()
        self.preview.setText(reminder_words.preview(pace))
        sentence, can_start, on = self._stands(pace)
        self.switch.setChecked(on)
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))
        self.again.setVisible(can_start)
        for section in self.sections:
            section.refresh()

    def _stands(self, pace: Pace) -> tuple[str, bool, bool]:
        """What to say where reminders do not simply come as chosen; whether they can start again; whether they come."""
        today = self._today()
        if not pace.on:
            return tr("Reminders", "They rest until you switch them on."), False, False
        if pace.rest_until is not None and pace.rest_until > today:
            return reminder_words.rest_until(pace.rest_until, today), True, False
        step = self._reminders.stands().step
        if step is Step.RESTING:
            sentence = tr("Reminders", "Reminders are resting by themselves, so as not to get in your way.")
            return sentence, True, False
        if self._reminders.is_low_day:
            return tr("Reminders", "Today is a low day. Nothing more comes until tomorrow."), False, True
        if step is Step.ONE_A_WEEK:
            sentence = tr("Reminders", "For now, one a week comes at most, so as not to get in your way.")
            return sentence, True, True
        return "", False, True

    # -- changes ---------------------------------------------------------------------------------------------

    def _switch(self, on: bool) -> None:
        if on:
            self._start_again()
        else:
            self._try(self._reminders.rest, None)

    def _start_again(self) -> None:
        self._try(self._reminders.start_again)

    def _try(self, change: Callable[..., Any], *values: object) -> None:
        """Do it; where it cannot be written, say so and show what is kept."""
        try:
            change(*values)
        except Trouble as trouble:
            Notice(self._look, tr("Reminders", "Not saved"), words.trouble(trouble), self).show_it()
        self.refresh()

    # -- what is folded away ---------------------------------------------------------------------------------

    def _make_how(self) -> Part:
        from .how import HowTheyCome

        return HowTheyCome(self._look, self._reminders.pace, partial(self._try, self._reminders.set_pace))

    def _make_circles(self) -> Part:
        from .circles import Circles

        choose = partial(self._try, self._reminders.set_rhythm_of_circle)
        return Circles(self._look, self._reminders.of_circles, choose)

    def _make_rest(self) -> Part:
        from .rest import Rest

        return Rest(
            self._look,
            self._today,
            partial(self._try, self._reminders.rest),
            self._is_low,
            partial(self._try, self._reminders.set_low_day),
        )

    def _make_month(self) -> Part:
        from .month import Month

        return Month(self._look, self._store)

    def _make_calendar(self) -> Part:
        from .calendar_part import CalendarPart

        return CalendarPart(self._look, self._store)

    def _is_low(self) -> bool:
        return self._reminders.is_low_day

    def _today(self) -> date:
        return self._store.clock.now().date()
