"""Asked once: reminders went to rest by themselves, and may begin again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ... import reminder_words
from ...core.nudge_model import NudgeKind
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .telling import kept

if TYPE_CHECKING:
    from ...core.store import Store

tr = QCoreApplication.translate


class Resting(Card):
    """One line and two answers; hidden as long as nothing is to be asked."""

    def __init__(self, look: Look, store: Store) -> None:
        super().__init__(look)
        self._look, self._store, self._reminder = look, store, ""
        self.start_button = Button(look, tr("Resting", "Start again"))
        self.not_now_button = Button(look, tr("Resting", "Not now"), "quiet")
        self.body.addWidget(Text(look, reminder_words.resting(), "strong"))
        self.body.addWidget(Flow(self.start_button, self.not_now_button, gap=look.px(10)))
        self.start_button.clicked.connect(self._start)
        self.not_now_button.clicked.connect(self._not_now)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        return (self.start_button, self.not_now_button)

    def refresh(self) -> None:
        """Ask, where that was shown today and has no answer."""
        shown = self._store.reminders.shown()
        self._reminder = shown.id if shown is not None and shown.kind is NudgeKind.RESTING else ""
        self.setVisible(bool(self._reminder))

    def _start(self) -> None:
        kept(self._look, self, self._store.reminders.start_again)

    def _not_now(self) -> None:
        kept(self._look, self, partial(self._store.reminders.skip, self._reminder))
