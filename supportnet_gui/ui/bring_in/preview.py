"""The step that shows what a file holds. Nobody is ticked, and a name shows only once it is looked for."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ...core.exchange.importing import Candidate, Plan
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.text import Text
from .names import NamesList
from .problems import ProblemsFold, people

tr = QCoreApplication.translate


class PreviewStep(QWidget):
    """Search, names and ticks. `ticks_changed` after every change of who is chosen."""

    ticks_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._show_everyone = False
        self._count = 0
        outer = QVBoxLayout(self)
        names = QWidget()
        column = QVBoxLayout(names)
        for layout in (outer, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(look.px(10))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("BringIn", "Type a name, or part of one"))
        self.search.setAccessibleName(tr("BringIn", "Search the names in the file"))
        self.search.setMinimumHeight(look.px(36))
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        self.list = NamesList(look)
        self._nothing = Card(look, "quote")
        self._nothing_words = Text(look, "", "quiet")
        self._nothing_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.body.addWidget(self._nothing_words, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        self._said = Text(look, "", "quiet")
        self.everyone = Button(look, tr("BringIn", "Show everyone"), "quiet")
        line = QHBoxLayout()
        line.setSpacing(look.px(10))
        line.addWidget(self._said, 1)
        line.addWidget(self.everyone)
        column.addLayout(line)
        self.problems = ProblemsFold(look, names)
        outer.addWidget(names, 1)
        outer.addWidget(self.problems)
        self.search.textChanged.connect(self._show)
        self.everyone.clicked.connect(self._turn)
        self.list.names.ticks_changed.connect(self._ticked)

    def show_plan(self, plan: Plan, in_trash: Collection[str]) -> None:
        """Begin with other files: nothing typed, nobody ticked, no name to be seen."""
        self.list.names.set_all(plan.candidates, in_trash)
        self.problems.show_problems(plan.problems)
        self._count = len(plan.candidates)
        self.search.clear()
        self._show_everyone = False
        self._show()
        self._ticked()

    def forget(self) -> None:
        """Let go of all that was read."""
        self.list.names.set_all(())

    def chosen(self) -> list[Candidate]:
        return self.list.names.chosen()

    def repeats(self, name: str) -> bool:
        """Whether several in the file have this name."""
        return self.list.names.repeats(name)

    @property
    def ticked(self) -> frozenset[str]:
        """The UIDs of those chosen."""
        return frozenset(self.list.names.ticked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Down and Enter lead to the names, Esc clears what was typed."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.names.shown:
                    self.list.begin()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        self._show_everyone = not self._show_everyone
        self._show()

    def _show(self) -> None:
        names = self.list.names
        names.search(self.search.text(), self._show_everyone)
        words = tr("BringIn", "Hide the names") if self._show_everyone else tr("BringIn", "Show everyone")
        self.everyone.setText(words)
        self.everyone.setAccessibleName(words)
        self.list.setVisible(bool(names.shown))
        self._nothing.setVisible(not names.shown)
        if self.search.text().strip():
            self._nothing_words.setText(tr("BringIn", "Nobody in the file has this in their name."))
        else:
            self._nothing_words.setText(
                tr("BringIn", "%n name(s) in the file. They show here as you type.", "", self._count)
            )

    def _ticked(self) -> None:
        count = len(self.list.names.ticked)
        if count:
            self._said.setText(tr("BringIn", "Chosen: {people}").format(people=people(count)))
        else:
            self._said.setText(tr("BringIn", "Nobody is chosen. One person is enough."))
        self.ticks_changed.emit()
