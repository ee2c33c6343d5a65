"""A step that waits: what is being done, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ...core.exchange.importing import Progress
from ..theme import Look
from ..widgets.text import Text

tr = QCoreApplication.translate


class BusyStep(QWidget):
    """Progress, for reading and for writing alike."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(14))
        self.too_late = False
        """Whether all is done and nothing can be stopped any more."""
        self._words = Text(look, "")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._count = Text(look, "", "quiet")
        self._calm = Text(look, "", "quiet")
        for widget in (self._words, self.bar, self._count, self._calm):
            column.addWidget(widget)
        column.addStretch(1)

    def begin(self, words: str, calm: str) -> None:
        """Start from nothing. `calm` says what stopping would do."""
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self._calm.setText(calm)
        self._count.setText("")
        self.bar.setRange(0, 0)
        self.too_late = False

    def show_progress(self, progress: Progress) -> None:
        self.too_late = progress.done >= progress.total
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self._count.setText(tr("BringIn", "%n name(s) so far", "", progress.cards))
