"""A question with a few answers as chips. None is needed, and what was chosen can be unchosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.flow import Flow
from ..widgets.text import Text

_AROUND = 32
"""Pixels at 100 % text that a chip has around its words."""


class Answers(Flow):
    """The chips alone. `changed` tells that a person chose or unchose; `name` is what the chips answer."""

    changed = Signal()

    def __init__(self, look: Look, name: str, answers: Sequence[tuple[object, str]]) -> None:
        super().__init__(gap=look.px(6))
        self.setAccessibleName(name)
        self._values = [value for value, _ in answers]
        self.chips: list[Button] = []
        semibold = QFontMetrics(look.font(semibold=True))
        for number, (_, text) in enumerate(answers):
            chip = Button(look, text, "chip")
            chip.setAccessibleDescription(name)
            # What is chosen is semibold: with room for that, no chip moves when one is chosen.
            chip.setMinimumWidth(semibold.horizontalAdvance(text) + look.px(_AROUND))
            chip.clicked.connect(partial(self._clicked, number))
            self.chips.append(chip)
            self.add(chip)

    @property
    def chosen(self) -> int | None:
        """Which answer is chosen, None where none is."""
        return next((number for number, chip in enumerate(self.chips) if chip.isChecked()), None)

    @property
    def value(self) -> object:
        """What the chosen answer stands for; None where none is chosen."""
        return None if self.chosen is None else self._values[self.chosen]

    def choose(self, value: object) -> None:
        """Choose the answer that stands for a value; with None, none of them."""
        for chip, own in zip(self.chips, self._values, strict=True):
            chip.setChecked(value is not None and own == value)

    def _clicked(self, number: int) -> None:
        for other, chip in enumerate(self.chips):
            if other != number:
                chip.setChecked(False)
        self.changed.emit()


class Choice(QWidget):
    """A question above its answers."""

    def __init__(self, look: Look, question: str, answers: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.answers = Answers(look, question, answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(5))
        column.addWidget(Text(look, question, "strong"))
        column.addWidget(self.answers)

    @property
    def value(self) -> object:
        return self.answers.value

    def choose(self, value: object) -> None:
        self.answers.choose(value)
