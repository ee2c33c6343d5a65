"""Choosing somebody, and changing a line."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QListView, QPlainTextEdit

from ... import words
from ..widgets.dialog import Dialog
from ..widgets.search_field import SearchField
from ..widgets.soft import softened
from ..widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ..theme import Look

tr = QCoreApplication.translate


class ChoosePerson(Dialog):
    """A click or Enter on somebody chooses them. `people` holds id and name, in order."""

    def __init__(self, look: Look, people: Sequence[tuple[str, str]], parent: QWidget | None) -> None:
        super().__init__(look, tr("Plan", "Who is it?"), parent, 440)
        self._people, self._offered = tuple(people), tuple(people)
        self._picked: str | None = None
        self.search = SearchField(look, tr("Plan", "Search by name"))
        self.model = QStringListModel(self)
        self.list = _Names(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Plan", "People"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFixedHeight(look.px(220))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        if not people:
            self.search.hide()
            self.list.hide()
            self.body.addWidget(
                Text(look, tr("Plan", "Nobody else is kept here yet. You could add somebody in People."))
            )
        self.search.textChanged.connect(self._narrow)
        self.search.enter.connect(self._take_first)
        self.search.down.connect(self._go_to_list)
        self.list.clicked.connect(self.take)
        self.add_button(tr("Plan", "Cancel")).clicked.connect(self.reject)
        self._narrow()
        self.search.setFocus()
        self.fit()

    def ask(self) -> str | None:
        """The id of whom was chosen, None for nobody."""
        return self._picked if self.exec() == self.DialogCode.Accepted else None

    def take(self, index: QModelIndex) -> None:
        if index.isValid():
            self._picked = self._offered[index.row()][0]
            self.accept()

    def _narrow(self) -> None:
        wanted = _folded(self.search.text()).split()
        self._offered = tuple(one for one in self._people if all(word in _folded(one[1]) for word in wanted))
        self.model.setStringList([words.short(name) for _, name in self._offered])

    def _take_first(self) -> None:
        if self._offered:
            self.take(self.model.index(0))

    def _go_to_list(self) -> None:
        if self._offered:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)


class _Names(QListView):
    def __init__(self, dialog: ChoosePerson) -> None:
        super().__init__()
        self._dialog = dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._dialog.take(self.currentIndex())
        else:
            super().keyPressEvent(event)


class EditLine(Dialog):
    """Other words in a line. About a person the words may be empty."""

    def __init__(self, look: Look, text: str, name: str, parent: QWidget | None) -> None:
        super().__init__(look, tr("Plan", "Change this line"), parent, 480)
        if name:
            about = tr("Plan", "{name}, and what you would like to say or remember:")
            self.body.addWidget(Text(look, softened(about.format(name=words.short(name))), "quiet"))
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(tr("Plan", "Your words"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(look.px(22) + 4 * self.field.fontMetrics().lineSpacing())
        self.body.addWidget(self.field)
        self.problem = Text(look, "")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self._needed = not name
        self.add_button(tr("Plan", "Cancel")).clicked.connect(self.reject)
        self.save = self.add_button(tr("Plan", "Save"), "primary", default=True)
        self.save.clicked.connect(self.accept)
        self.field.setFocus()
        self.fit()

    def ask(self) -> str | None:
        """The words, None where nothing is to be changed."""
        return self.field.toPlainText().strip() if self.exec() == self.DialogCode.Accepted else None

    def accept(self) -> None:
        if self._needed and not self.field.toPlainText().strip():
            self.problem.setText(tr("Plan", "There are no words yet. To take the line out, use its cross."))
            self.problem.show()
            self.field.setFocus()
            return
        super().accept()


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()
