"""The coming reminders as a file for a phone's calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from ... import reminder_words, words
from ...core.trouble import Trouble
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.dialog import Dialog
from ..widgets.messages import Notice, Question
from ..widgets.text import Text
from .parts import Part

if TYPE_CHECKING:
    from ...core.store import Store

tr = QCoreApplication.translate

NAME = "reminders.ics"


class CalendarPart(Part):
    """A button, and beside it what to know before the file goes anywhere."""

    def __init__(self, look: Look, store: Store) -> None:
        super().__init__()
        self._look, self._store = look, store
        self.save = Button(look, tr("Reminders", "Save a calendar file"))
        self.save.clicked.connect(self._save)
        self.save.setAccessibleDescription(reminder_words.about_calendar())
        self.saved = Text(look, "")
        self.saved.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        about = tr(
            "Reminders", "If you would rather be reminded by your phone, its calendar can take this file."
        )
        column.addWidget(Text(look, about))
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(Text(look, reminder_words.about_calendar(), "quiet"))
        column.addWidget(self.saved)

    def refresh(self) -> None:
        """Nothing here changes by itself."""

    def _save(self) -> None:
        with_names = CalendarDialog(self._look, self).ask()
        if with_names is None:
            return
        path = choose_file(self)
        if path is not None and self._may_write(path):
            self._write(path, with_names)

    def _may_write(self, path: Path) -> bool:
        from ...core.exchange import calendar_file

        return (
            not calendar_file.holds_something_else(path)
            or Question(
                self._look,
                tr("Reminders", "Put the calendar in its place?"),
                tr("Reminders", "There is a file of that name, and it is no calendar. It would be gone."),
                tr("Reminders", "Put it there"),
                tr("Reminders", "Keep that file"),
                self,
            ).ask()
        )

    def _write(self, path: Path, with_names: bool) -> None:
        from ...core.exchange import calendar_file

        discreet = reminder_words.notice_title()
        try:
            calendar_file.save(self._store, path, reminder_words.in_calendar, discreet, with_names=with_names)
        except Trouble as trouble:
            self.saved.hide()
            Notice(self._look, tr("Reminders", "Not saved"), words.trouble(trouble), self).show_it()
            return
        sentence = tr("Reminders", "Saved: {file}. Open it on your phone to bring it in.").format(
            file=words.short(path.name)
        )
        self.saved.setText(sentence)
        self.saved.show()
        announce(self, sentence)


class CalendarDialog(Dialog):
    """Asks whether the file may say names."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, tr("Reminders", "Save a calendar file"), parent, 520)
        holds = tr(
            "Reminders",
            "The file holds the reminders of the next three months, at the hours you chose. "
            "Each one says only “{title}”.",
        ).format(title=reminder_words.notice_title())
        self.body.addWidget(Text(look, holds))
        self.names = QCheckBox(tr("Reminders", "Say names in it"))
        self.names.setMinimumHeight(look.px(32))
        about = tr("Reminders", "Then whoever sees the calendar can read who it is about.")
        self.names.setAccessibleDescription(about)
        self.body.addWidget(self.names)
        self.body.addWidget(Text(look, about, "quiet"))
        self.body.addStretch(1)
        cancel = self.add_button(tr("Reminders", "Not now"))
        go = self.add_button(tr("Reminders", "Choose where"), "primary", default=True)
        cancel.clicked.connect(self.reject)
        go.clicked.connect(self.accept)
        go.setFocus()
        self.fit()

    def ask(self) -> bool | None:
        """Whether with names; None for no file."""
        return self.names.isChecked() if self.exec() == self.DialogCode.Accepted else None


def choose_file(parent: QWidget) -> Path | None:
    """Where to; the system's own dialog asks before it names a file that is there already."""
    dialog = QFileDialog(parent, tr("Reminders", "Save a calendar file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(tr("Reminders", "Calendar files (*.ics)"))
    dialog.setDefaultSuffix("ics")
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(NAME)
    found = dialog.selectedFiles() if dialog.exec() else []
    return Path(found[0]) if found else None
