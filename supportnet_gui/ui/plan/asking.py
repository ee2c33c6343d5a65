"""A question asked once, on a calm opening: what becomes of a line whose person is no longer shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ... import plan_words
from ...core.plan import PlanItem
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.soft import softened
from ..widgets.text import Text

tr = QCoreApplication.translate


class AskCard(Card):
    """One question for each line. Unanswered ones go with the page, and nothing is changed."""

    def __init__(self, look: Look, take_out: Callable[[str], None], leave: Callable[[str], None]) -> None:
        super().__init__(look, "quote", padding=16)
        self._look, self._take_out, self._leave = look, take_out, leave
        self._questions: dict[str, QWidget] = {}
        self._buttons: dict[str, list[Button]] = {}
        self.hide()

    def show_items(self, items: tuple[PlanItem, ...]) -> None:
        self.done_with(*self._questions)
        for item in items:
            question = Card(self._look, "quiet-card", padding=0)
            question.body.addWidget(Text(self._look, softened(plan_words.asked_about(item))))
            out = Button(self._look, tr("Plan", "Take it out"))
            leave = Button(self._look, tr("Plan", "Leave it for now"), "quiet")
            out.clicked.connect(partial(self._clicked, self._take_out, item.id))
            leave.clicked.connect(partial(self._clicked, self._leave, item.id))
            question.body.addWidget(Flow(out, leave))
            self.body.addWidget(question)
            question.show()
            self._questions[item.id], self._buttons[item.id] = question, [out, leave]
        self.setVisible(bool(self._questions))

    def done_with(self, *item_ids: str) -> None:
        for item_id in item_ids:
            if (question := self._questions.pop(item_id, None)) is not None:
                del self._buttons[item_id]
                question.hide()
                question.deleteLater()
        self.setVisible(bool(self._questions))

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        return [button for both in self._buttons.values() for button in both]

    def _clicked(self, act: Callable[[str], None], item_id: str, _checked: bool = False) -> None:
        act(item_id)
