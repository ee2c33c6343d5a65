"""Small steps somebody planned, shown quietly where they belong: done, or no longer kept."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import words
from .buttons import Button
from .card import Card
from .flow import Flow
from .long_text import LongText
from .text import Text

if TYPE_CHECKING:
    from ...core.resource_model import SmallStep
    from ..theme import Look

tr = QCoreApplication.translate

_LONGEST = 300


class SmallSteps(QWidget):
    """Emits `done` and `remove_wanted` with a step's id."""

    done = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, look: Look, steps: Iterable[SmallStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for step in steps:
            column.addWidget(self._row(look, step))

    def _row(self, look: Look, step: SmallStep) -> QWidget:
        card = Card(look, "quote", self, 12)
        card.body.setSpacing(look.px(4))
        sentence = words.small_step(step)
        card.body.addWidget(LongText(look, sentence, longest=_LONGEST))
        if step.day is not None:
            day = tr("SmallSteps", "From {day}").format(day=words.day(step.day))
            card.body.addWidget(Text(look, day, "small"))
        done = Button(look, tr("SmallSteps", "Done"), "quiet", "check")
        remove = Button(look, tr("SmallSteps", "Remove"), "quiet", "close")
        for button, signal in ((done, self.done), (remove, self.remove_wanted)):
            button.setAccessibleName(f"{button.text()}: {words.short(sentence)}")
            button.clicked.connect(partial(signal.emit, step.id))
        card.body.addWidget(Flow(done, remove, gap=look.px(4)))
        return card
