"""The words of a message: change them, choose others, keep one's own for another time."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from ...core import content
from ...core.model import Act, Energy, Need
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.dialog import Dialog
from ..widgets.flow import Flow
from ..widgets.offer import Offer
from ..widgets.text import Text
from .telling import kept

if TYPE_CHECKING:
    from ...core.store import Store
    from .idea_card import Idea

tr = QCoreApplication.translate

LINES = 4
MOST_OWN = 20
"""Own messages offered at once, the newest first."""


class WordsDialog(Dialog):
    """Starts from the message as it is. `ask` returns the words to use, or None."""

    def __init__(
        self,
        look: Look,
        store: Store,
        idea: Idea,
        message: str,
        wanted: tuple[Need, Energy],
        parent: QWidget | None,
    ) -> None:
        super().__init__(look, tr("WordsDialog", "The message"), parent, 620)
        self._store, self._idea, self._wanted = store, idea, wanted
        self._name = content.called(idea.person)
        self._code_word = idea.person.code_word if idea.person else ""
        self.field = QPlainTextEdit(message)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(tr("WordsDialog", "The message"))
        self.field.setFixedHeight(look.px(26) + LINES * self.field.fontMetrics().lineSpacing())
        self.keep_button = Button(look, tr("WordsDialog", "Keep these words for another time"), "quiet")
        self.said = Text(look, "", "small")
        self.body.addWidget(self.field)
        self.body.addWidget(Flow(self.keep_button))
        self.body.addWidget(self.said)
        self.said.hide()
        self._make_situations()
        self._others = QVBoxLayout()
        self._others.setSpacing(look.px(6))
        self.body.addLayout(self._others)
        self.body.addStretch(1)
        self.others: list[Button] = []
        self.cancel_button = self.add_button(tr("WordsDialog", "Cancel"))
        self.use_button = self.add_button(tr("WordsDialog", "Use these words"), "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.use_button.clicked.connect(self.accept)
        self.keep_button.clicked.connect(self._keep)
        self.field.textChanged.connect(self._changed)
        self._fill()
        self._changed()
        self.field.setFocus()
        self.fit()

    def ask(self) -> str | None:
        """Show it; the words to use from now on, None where nothing is to change."""
        text = self.field.toPlainText() if self.exec() else None
        return text if text and text.strip() else None

    @property
    def written(self) -> str:
        """What stands in the field, chosen or not."""
        return self.field.toPlainText()

    @property
    def situation(self) -> str:
        """What one wants to say, as chosen."""
        return str(self.situations.currentData())

    def _make_situations(self) -> None:
        label = Text(self.look, tr("WordsDialog", "Other words for"), "strong")
        self.situations = QComboBox()
        self.situations.setAccessibleName(label.text())
        self.situations.setMinimumHeight(self.look.px(34))
        self.situations.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.situations.setMinimumContentsLength(18)
        for one in content.situations():
            self.situations.addItem(one.title, one.id)
        self.situations.setCurrentIndex(max(0, self.situations.findData(self._idea.suggestion.situation)))
        self.situations.currentIndexChanged.connect(self._fill)
        self.body.addSpacing(self.look.px(6))
        self.body.addWidget(label)
        self.body.addWidget(self.situations)

    def _fill(self, *_: int) -> None:
        """Offer what fits the situation: the person's own words first."""
        for old in self.others:
            old.hide()
            old.deleteLater()
        self.others = []
        for draft in self._store.drafts.all(self.situation)[:MOST_OWN]:
            self._add(content.fill_message(draft.text, self._name, self._code_word), draft.id)
        need, energy = self._wanted
        shipped = content.messages(self.situation, need, energy, self._act(), self._name, self._code_word)
        for text in shipped:
            self._add(text)
        self._order_tabs()
        self.fit()
        # Once more when the buttons know how high their words are.
        QTimer.singleShot(0, self, self.fit)

    def _order_tabs(self) -> None:
        """Let Tab go through the dialog as it is read: what is offered now was made after everything else."""
        stops = (
            self.field,
            self.keep_button,
            self.situations,
            *self.others,
            self.cancel_button,
            self.use_button,
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _act(self) -> Act:
        """The suggestion's own act for its situation; for another one, a text."""
        same = self.situation == self._idea.suggestion.situation
        return self._idea.suggestion.act if same else Act.TEXT

    def _add(self, text: str, own: str = "") -> None:
        if not text.strip():
            return
        button = Offer(self.look, text, (text, "body"))
        button.clicked.connect(partial(self._take, text))
        self._others.addWidget(button)
        button.show()
        self.others.append(button)
        if own:
            remove = Button(self.look, tr("WordsDialog", "Keep these words no longer"), "quiet", "trash")
            remove.setAccessibleDescription(text)
            remove.clicked.connect(partial(self._remove, own))
            self._others.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
            remove.show()
            self.others.append(remove)

    def _take(self, text: str) -> None:
        self.field.setPlainText(text)
        self.field.setFocus()

    def _changed(self) -> None:
        anything = bool(self.field.toPlainText().strip())
        self.keep_button.setEnabled(anything)
        self.use_button.setEnabled(anything)
        self.said.hide()

    def _keep(self) -> None:
        text = self.field.toPlainText()
        keep = partial(self._store.drafts.keep, self.situation, text, self._name, self._code_word)
        if kept(self.look, self, keep):
            self._fill()
            self.said.setText(tr("WordsDialog", "Kept. They are the first on offer here from now on."))
            self.said.show()
            from ..widgets.announce import announce

            announce(self, self.said.text())

    def _remove(self, draft_id: str) -> None:
        if kept(self.look, self, partial(self._store.drafts.remove, draft_id)):
            self._fill()
            self.situations.setFocus()
