"""Long work with its progress, and a way to call it off that leaves everything as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QWidget

from .slices import Slices
from .widgets.dialog import Dialog
from .widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Generator

    from .theme import Look

tr = QCoreApplication.translate


class ProgressDialog(Dialog):
    """Runs a generator that yields (done, in all). `ask` returns what the generator returns, None if called off."""

    def __init__(
        self, look: Look, title: str, work: Generator[tuple[int, int], None, Any], parent: QWidget | None
    ) -> None:
        super().__init__(look, title, parent, 420)
        self._outcome: Any = None
        self._error: Exception | None = None
        self.bar = QProgressBar()
        self.bar.setAccessibleName(title)
        self.body.addWidget(self.bar)
        self.body.addWidget(Text(look, tr("ProgressDialog", "Calling it off changes nothing."), "quiet"))
        cancel = self.add_button(tr("ProgressDialog", "Call it off"))
        cancel.clicked.connect(self.reject)
        self._slices = Slices(work, self)
        self._slices.progress.connect(self._show)
        self._slices.finished.connect(self._finish)
        self._slices.failed.connect(self._fail)
        self.fit()

    def ask(self) -> Any:
        """Run to the end. Raises what the work raises."""
        self._slices.start()
        self.exec()
        self._slices.cancel()
        if self._error is not None:
            raise self._error
        return self._outcome

    def _show(self, progress: tuple[int, int]) -> None:
        self.bar.setMaximum(progress[1])
        self.bar.setValue(progress[0])

    def _finish(self, outcome: Any) -> None:
        self._outcome = outcome
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._error = error
        self.reject()
