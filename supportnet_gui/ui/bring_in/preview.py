"""The step that shows what a file holds. Nobody is ticked, and a name shows only once it is looked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ... import words
from ...core.exchange.importing import Candidate, FileProblem, Plan
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card, Fold
from ..widgets.text import Text
from .names import NamesList

tr = QCoreApplication.translate

_MOST_PROBLEMS = 2000
"""Lines of the list of problems. A file that is one long mistake gets no more."""


class PreviewStep(QWidget):
    """Search, names and ticks. `ticks_changed` after every change of who is chosen."""

    ticks_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("BringIn", "Type a name, or part of one"))
        self.search.setAccessibleName(tr("BringIn", "Search the names in the file"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(look.px(36))
        self.search.installEventFilter(self)
        self.everyone = Button(look, tr("BringIn", "Show everyone"), "chip")
        line = QHBoxLayout()
        line.setSpacing(look.px(10))
        line.addWidget(self.search, 1)
        line.addWidget(self.everyone)
        column.addLayout(line)
        self.list = NamesList(look)
        self._nothing = Card(look, "quote")
        self._nothing_words = Text(look, "", "quiet")
        self._nothing_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.body.addWidget(self._nothing_words, 1)
        self._nothing.setMinimumHeight(look.px(150))
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        self._said = Text(look, "", "quiet")
        column.addWidget(self._said)
        self.problems = ProblemsFold(look)
        column.addWidget(self.problems)
        self.search.textChanged.connect(self._show)
        self.everyone.toggled.connect(self._show)
        self.list.names.ticks_changed.connect(self._ticked)

    def show_plan(self, plan: Plan, in_trash: Collection[str]) -> None:
        """Begin with other files: nothing typed, nobody ticked, no name to be seen."""
        self.list.names.set_all(plan.candidates, in_trash)
        self.problems.show_problems(plan.problems)
        self._count = len(plan.candidates)
        self.search.clear()
        self.everyone.setChecked(False)
        self._show()
        self._ticked()

    def forget(self) -> None:
        """Let go of all that was read."""
        self.list.names.set_all(())

    def chosen(self) -> list[Candidate]:
        return self.list.names.chosen()

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

    def _show(self) -> None:
        names = self.list.names
        names.search(self.search.text(), self.everyone.isChecked())
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
            self._said.setText(tr("BringIn", "%n person(s) chosen", "", count))
        else:
            self._said.setText(tr("BringIn", "Nobody is chosen. One person is enough, or a few."))
        self.ticks_changed.emit()


class ProblemsFold(Fold):
    """What did not come in, by file and line, folded away. Hidden where there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            look, tr("BringIn", "What cannot come in as it is"), tr("BringIn", "Close what cannot come in")
        )
        self._problems: Sequence[FileProblem] = ()
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(tr("BringIn", "What cannot come in as it is"))
        self.lines.setFixedHeight(look.px(150))
        self.body.addWidget(Text(look, tr("BringIn", "Everything else can come in."), "quiet"))
        self.body.addWidget(self.lines)
        self.toggled.connect(self._fill)
        self.hide()

    def show_problems(self, problems: Sequence[FileProblem]) -> None:
        self._problems = problems
        self.set_open(False)
        self.lines.clear()
        self.setVisible(bool(problems))

    def _fill(self, opened: bool) -> None:
        """Written out only when somebody looks: there may be thousands."""
        if opened:
            self.lines.setPlainText("\n".join(map(said, self._problems[:_MOST_PROBLEMS])))


def said(problem: FileProblem) -> str:
    """One line: where, and why in plain words."""
    sentence = words.import_problem(problem.code)
    file = words.short(problem.file.name, 80)
    if not problem.line:
        return tr("BringIn", "{file}: {sentence}").format(file=file, sentence=sentence)
    return tr("BringIn", "{file}, line {line}: {sentence}").format(
        file=file, line=problem.line, sentence=sentence
    )
