"""The plan to take along: printed, or saved as a PDF or as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from ... import plan_words
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.flow import Flow
from ..widgets.text import Text

if TYPE_CHECKING:
    from ...core.content import Panel
    from ...core.plan import PlanItem
    from ..theme import Look

tr = QCoreApplication.translate


class TakeAlong(QWidget):
    """`plan` gives what is to be taken. `ask_file` and `ask_printer` are what tests replace."""

    def __init__(self, look: Look, plan: Callable[[], tuple[tuple[PlanItem, ...], Panel]]) -> None:
        super().__init__()
        self._plan = plan
        self.print = Button(look, tr("Plan", "Print"))
        self.save_pdf = Button(look, tr("Plan", "Save as PDF"))
        self.save_text = Button(look, tr("Plan", "Save as text"))
        self.print.clicked.connect(self._print)
        self.save_pdf.clicked.connect(self._save_pdf)
        self.save_text.clicked.connect(self._save_text)
        self.said = Text(look, "", "small").selectable()
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Text(look, tr("Plan", "To take along"), "heading"))
        about = tr("Plan", "Everything above in one place, “Making my surroundings safer” as well.")
        column.addWidget(Text(look, about, "quiet"))
        column.addWidget(Flow(self.print, self.save_pdf, self.save_text))
        column.addWidget(self.said)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        return [self.print, self.save_pdf, self.save_text]

    def ask_file(self, ending: str, kind: str) -> str:
        """Where to save, "" for nowhere."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(folder) / (tr("Plan", "My plan") + ending))
        return QFileDialog.getSaveFileName(self, tr("Plan", "Save my plan"), name, kind)[0]

    def ask_printer(self) -> object | None:
        """The printer chosen, None for none."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        return printer if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted else None

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from . import paper

        printer = self.ask_printer()
        if not isinstance(printer, QPrinter):
            return
        printer.setDocName(tr("plan", "My plan"))
        printer.setCreator("")
        paper.document(*self._plan()).print_(printer)
        self._say(tr("Plan", "Sent to the printer."))

    def _save_pdf(self) -> None:
        from . import paper

        if path := self.ask_file(".pdf", tr("Plan", "PDF files (*.pdf)")):
            self._write(path, paper.pdf(*self._plan()))

    def _save_text(self) -> None:
        if path := self.ask_file(".txt", tr("Plan", "Text files (*.txt)")):
            self._write(path, plan_words.as_text(*self._plan()).encode())

    def _write(self, path: str, data: bytes) -> None:
        try:
            Path(path).write_bytes(data)
        except OSError:
            self._say(
                tr("Plan", "It could not be saved there. Your plan is as it was. Another folder may work.")
            )
        else:
            self._say(tr("Plan", "Saved."))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        announce(self, text)
