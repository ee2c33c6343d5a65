"""Small parts the dialogs of this page share: the three kinds of support to tick, a tick, what stands over them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QVBoxLayout,
    QWidget,
)

from ... import words
from ...core.model import Support
from ..theme import Look
from ..widgets.flow import Flow

tr = QCoreApplication.translate


def give_heading() -> str:
    """What stands over the three kinds of support where somebody is written down."""
    return tr("People", "How could they be there for you?")


def give_hint() -> str:
    return tr("People", "You can leave this empty.")


class Ticks(QWidget):
    """The three kinds of support, each to tick."""

    def __init__(self, look: Look, ticked: Iterable[Support] = ()) -> None:
        super().__init__()
        self.boxes: dict[Support, QCheckBox] = {}
        flow = Flow(gap=look.px(8))
        for support in Support:
            box = QCheckBox(words.support(support))
            box.setProperty("look", str(support))
            box.setMinimumHeight(look.px(34))
            box.setCursor(Qt.CursorShape.PointingHandCursor)
            self.boxes[support] = box
            flow.add(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        self.set_ticked(ticked)

    def ticked(self) -> tuple[Support, ...]:
        return tuple(support for support, box in self.boxes.items() if box.isChecked())

    def set_ticked(self, ticked: Iterable[Support]) -> None:
        """Tick these and no others, without a signal that somebody clicked."""
        wanted = set(ticked)
        for support, box in self.boxes.items():
            box.setChecked(support in wanted)


def tick(look: Look, text: str, ticked: bool) -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(ticked)
    box.setMinimumHeight(look.px(32))
    return box
