"""A small step somebody planned, offered in a quiet card: done, another time, not for me."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ... import words
from ...core.resource_model import StepState
from ...core.steps import BETWEEN
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.long_text import LongText
from ..widgets.text import Text
from .telling import kept

if TYPE_CHECKING:
    from datetime import date

    from ...core.resource_model import SmallStep
    from ...core.store import Store

tr = QCoreApplication.translate

_LONGEST = 400


class Planned(Card):
    """Shows what the store offers; `to_resource` opens the entry it came from."""

    def __init__(
        self,
        look: Look,
        store: Store,
        today: Callable[[], date],
        to_resource: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._look, self._store, self._today, self._to_resource = look, store, today, to_resource
        self.step: SmallStep | None = None
        self._noted: tuple[str, date] | None = None
        self._answered: tuple[str, date] | None = None
        self.sentence = LongText(look, "", "strong", _LONGEST, self)
        self.who = Text(look, "", "small", self)
        self.done_button = Button(look, tr("Planned", "Done"), "plain", "check", self)
        self.later_button = Button(look, tr("Planned", "Another time"), parent=self)
        self.not_for_me_button = Button(look, tr("Planned", "Not for me"), "quiet", parent=self)
        self.open_button = Button(look, tr("Planned", "Open in Resources"), "quiet", parent=self)
        self.body.setSpacing(look.px(6))
        self.body.addWidget(Text(look, tr("Planned", "A small step you planned"), "quiet", self))
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.who)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(Flow(*self.stops, gap=look.px(10), parent=self))
        self.done_button.clicked.connect(partial(self._set_state, StepState.DONE))
        self.later_button.clicked.connect(self._later)
        self.not_for_me_button.clicked.connect(partial(self._set_state, StepState.NOT_FOR_ME))
        self.open_button.clicked.connect(self._open)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        return (self.done_button, self.later_button, self.not_for_me_button, self.open_button)

    def is_enough(self, step: SmallStep) -> bool:
        """After an answer no other step comes until tomorrow; the same one comes back where that is undone."""
        if self._answered is None or self._answered[1] != self._today():
            return False
        return step.id != self._answered[0]

    def show_step(self, step: SmallStep | None) -> None:
        """Offer a step; None offers nothing."""
        self.setVisible(step is not None)
        if step is None or step == self.step:
            self.step = step
            return
        self.step = step
        self.sentence.set_text(words.small_step(step))
        name = self._store.people.names([step.supporter]).get(step.supporter, "") if step.supporter else ""
        self.who.setText(tr("Planned", "With {name}").format(name=words.short(name)) if name else "")
        self.who.setVisible(bool(name))
        self.open_button.setVisible(step.resource is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what was seen counts as shown: after two days of it a step is left alone."""
        super().paintEvent(event)
        if self.step is not None and self._noted != (self.step.id, self._today()):
            self._noted = (self.step.id, self._today())
            QTimer.singleShot(0, self, partial(self._note_shown, self.step.id))

    def _note_shown(self, step_id: str) -> None:
        from ...core.trouble import Trouble

        try:
            self._store.steps.was_shown(step_id)
        except Trouble:
            # Nothing a person did: where it cannot be written now, another showing will.
            self._noted = None

    def _set_state(self, state: StepState, _checked: bool = False) -> None:
        if self.step is not None:
            self._answered = self.step.id, self._today()
            kept(self._look, self, partial(self._store.steps.set_state, self.step.id, state))

    def _later(self) -> None:
        """It is kept, and may come up again in a few days."""
        if self.step is not None:
            self._answered = self.step.id, self._today()
            again = replace(self.step, day=self._today() + BETWEEN)
            kept(self._look, self, partial(self._store.steps.save, again))

    def _open(self) -> None:
        if self.step is not None and self.step.resource:
            self._to_resource(self.step.resource)
