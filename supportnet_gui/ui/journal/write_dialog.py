"""Changing an entry: its words, its day, whom it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget

from ... import words
from ...core.trouble import Trouble
from ..widgets.date_field import DateField
from ..widgets.dialog import Dialog
from ..widgets.fields import Labelled
from ..widgets.messages import Notice, Question
from ..widgets.words_field import WordsField
from .about import About

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ...core.resource_model import Reflection
    from ...core.store import Store
    from ..theme import Look

tr = QCoreApplication.translate


class WriteDialog(Dialog):
    """It keeps the entry by itself, and stays open where that fails."""

    def __init__(
        self,
        look: Look,
        store: Store,
        entry: Reflection,
        today: date,
        choose: Callable[[], str | None],
        name: Callable[[str | None], str],
        parent: QWidget | None,
    ) -> None:
        super().__init__(look, tr("Journal", "Your words"), parent, 620)
        self._store, self._entry = store, entry
        self.field = WordsField(look, tr("Journal", "Your words"), 8, 16, self)
        self.field.setPlainText(entry.text)
        self._text_at_first = self.field.toPlainText()
        # A day that was noted further east may be tomorrow here.
        self.day = DateField(look, tr("Journal", "Day"), entry.on, None, max(today, entry.on))
        self.about = About(look, choose, name, self)
        self.about.set_supporter(entry.supporter)
        self.body.addWidget(self.field)
        self.body.addWidget(self.about)
        self.body.addWidget(Labelled(look, tr("Journal", "Day"), self.day))
        self.body.addStretch(1)
        self.cancel = self.add_button(tr("Journal", "Cancel"))
        self.keep = self.add_button(tr("Journal", "Keep"), "primary")
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._keep)
        self.field.textChanged.connect(self._typed)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.setFocus()
        self.fit()

    def ask(self) -> bool:
        """Whether anything was kept."""
        return self.exec() == self.DialogCode.Accepted

    def reject(self) -> None:
        """Close without keeping; words already written are not lost by one wrong key."""
        if self.field.toPlainText() == self._text_at_first or self._ask_to_leave():
            super().reject()

    def _typed(self) -> None:
        self.keep.setEnabled(bool(self.field.toPlainText().strip()))

    def _keep(self) -> None:
        if not self.keep.isEnabled():
            return
        now = self.field.toPlainText()
        # What was not touched stays exactly as it was; on another day the time means nothing.
        text = self._entry.text if now == self._text_at_first else now.strip()
        at = self._entry.at if self.day.day == self._entry.on else None
        changed = replace(self._entry, text=text, on=self.day.day, at=at, supporter=self.about.supporter)
        if changed == self._entry:
            super().reject()
            return
        try:
            self._store.reflections.save(changed)
        except Trouble as trouble:
            Notice(self.look, tr("Journal", "That did not work"), words.trouble(trouble), self).show_it()
            return
        self.accept()

    def _ask_to_leave(self) -> bool:
        return Question(
            self.look,
            tr("Journal", "Leave without keeping?"),
            tr("Journal", "What you changed here is not kept yet."),
            tr("Journal", "Leave it"),
            tr("Journal", "Keep writing"),
            self,
        ).ask()
