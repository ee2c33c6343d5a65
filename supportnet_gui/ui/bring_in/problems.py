"""What did not come in of a file, and other words that several steps use."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ... import words
from ...core.exchange.importing import FileProblem
from ...core.exchange.vcard import CardChannel
from ...core.model import Channel, Protocol
from ..theme import Look
from ..widgets.card import Fold
from ..widgets.text import Text

tr = QCoreApplication.translate

_MOST_PROBLEMS = 2000
"""Lines of the list of problems. A file that is one long mistake gets no more."""
_ENDING = 4
"""Digits that tell two numbers apart."""


def people(count: int) -> str:
    """How many people, in words."""
    return tr("BringIn", "one person") if count == 1 else tr("BringIn", "%n people", "", count)


def told_apart(channels: Sequence[Channel | CardChannel]) -> str:
    """What tells one of two people of one name from the other: the end of a number, or a mail address."""
    for one in channels:
        digits = [letter for letter in one.value if letter.isdecimal()]
        if one.protocol in (Protocol.CALL, Protocol.TEXT) and len(digits) >= _ENDING:
            return tr("BringIn", "number ends in {digits}").format(digits="".join(digits[-_ENDING:]))
    mails = (one.value for one in channels if one.protocol is Protocol.EMAIL)
    return words.short(next(mails, ""))


class ProblemsFold(Fold):
    """What did not come in, by file and line, folded away. Hidden where there is nothing to say.

    Opened, it takes the place of `instead`: two long things below each other would need two scroll bars.
    """

    def __init__(self, look: Look, instead: QWidget) -> None:
        super().__init__(look, tr("BringIn", "What does not come in"), tr("BringIn", "Hide"))
        self._problems: Sequence[FileProblem] = ()
        self._instead = instead
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(tr("BringIn", "What does not come in"))
        self.lines.setMinimumHeight(look.px(56))
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
        self._instead.setVisible(not opened)
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
