"""A sheet to take along or give away: copied, printed, or saved as a PDF or a picture."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from ...core.exchange.whole_file import NotWritten, write_whole
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.flow import Flow
from ..widgets.long_text import softened
from ..widgets.text import Text
from . import sheet as made

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..theme import Look
    from .sheet import Sheet

tr = QCoreApplication.translate
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
"""What some system does not allow in the name of a file."""
_LONGEST_NAME = 80


class TakeAlong(QWidget):
    """`sheet` gives what is taken, `text` the words to copy. `ask_file` and `ask_printer` are what tests replace."""

    def __init__(
        self,
        look: Look,
        sheet: Callable[[], Sheet],
        text: Callable[[], str],
        style: str = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet, self._text = sheet, text
        self.copy = Button(look, tr("Around", "Copy as text"), style, "copy", self)
        self.print = Button(look, tr("Around", "Print"), parent=self)
        self.pdf = Button(look, tr("Around", "Save as PDF"), parent=self)
        self.picture = Button(look, tr("Around", "Save as picture"), parent=self)
        self.said = Text(look, "", "quiet", self)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Flow(*self.stops(), gap=look.px(8), parent=self))
        column.addWidget(self.said)
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)
        self.pdf.clicked.connect(self._save_pdf)
        self.picture.clicked.connect(self._save_picture)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        return [self.copy, self.print, self.pdf, self.picture]

    def set_enabled(self, enabled: bool) -> None:
        """Whether there is anything to take."""
        for button in (self.copy, self.print, self.pdf, self.picture):
            button.setEnabled(enabled)
        self.hush()

    def hush(self) -> None:
        """What was said is about something that has changed meanwhile."""
        self.said.hide()

    def ask_file(self, suggested: str, kind: str) -> str:
        """Where to save, "" for nowhere."""
        return QFileDialog.getSaveFileName(self, tr("Around", "Save"), suggested, kind)[0]

    def ask_printer(self) -> object | None:
        """The printer chosen, None for none."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.on_paper(printer)
        return printer if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted else None

    # -- what the buttons do ---------------------------------------------------------------------------------

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self._say(tr("Around", "Copied. You could paste it into a message."))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        printer = self.ask_printer()
        if not isinstance(printer, QPrinter):
            return
        sheet = self._sheet()
        printer.setDocName(sheet.title)
        printer.setCreator("")
        made.print_sheet(sheet, printer)
        failed = printer.printerState() is QPrinter.PrinterState.Error
        self._say(
            tr("Around", "The printer did not take it. You could save it as a PDF and print that.")
            if failed
            else tr("Around", "Sent to the printer.")
        )

    def _save_pdf(self) -> None:
        self._save(".pdf", tr("Around", "PDF files (*.pdf)"), made.pdf)

    def _save_picture(self) -> None:
        self._save(".png", tr("Around", "Pictures (*.png)"), made.picture)

    def _save(self, ending: str, kind: str, make: Callable[[Sheet], bytes]) -> None:
        sheet = self._sheet()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = self.ask_file(str(Path(folder) / (file_name(sheet.title) + ending)), kind)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != ending and not path.exists():
            path = path.with_name(path.name + ending)
        why = write_whole(path, make(sheet))
        self._say(not_saved(why) if why else tr("Around", "Saved: {path}").format(path=path))

    def _say(self, text: str) -> None:
        self.said.setText(softened(text))
        self.said.show()
        announce(self, text)


def file_name(title: str) -> str:
    """A title as the name of a file, on any system."""
    return _NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME].strip(" .") or tr("Around", "Card")


def not_saved(why: NotWritten) -> str:
    """What happened, what is safe, what to do."""
    safe = tr("Around", "Your own words here are as they were.")
    return {
        NotWritten.NOT_ALLOWED: tr(
            "Around", "It could not be saved there: writing in that folder is not allowed. {safe} "
            "You could choose another folder."
        ),
        NotWritten.NO_ROOM: tr(
            "Around", "It could not be saved: there is no room left on that disk. {safe} "
            "You could choose another place."
        ),
        NotWritten.NO_FOLDER: tr(
            "Around", "It could not be saved: that folder is not there. {safe} You could choose another one."
        ),
        NotWritten.OTHER: tr(
            "Around", "It could not be saved there. {safe} You could choose another place."
        ),
    }[why].format(safe=safe)  # fmt: skip
