"""The place to write in. What is begun stays, on another page and until another day, and is no entry yet."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ... import words
from ...core.resource_model import Reflection
from ...core.trouble import Trouble
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.messages import Notice
from ..widgets.words_field import WordsField
from .about import About

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...clock import Clock
    from ...core.store import Store
    from ..theme import Look

tr = QCoreApplication.translate

_PAUSE = 700
"""Milliseconds without a key after which what is begun is put by."""


class Writing(Card):
    """Keeps an entry of now with Keep, or Ctrl+Enter."""

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        choose: Callable[[], str | None],
        name: Callable[[str | None], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self._look, self._store, self._clock = look, store, clock
        self._put_by = store.settings.get("journal_begun")
        self.field = WordsField(look, tr("Journal", "Your words"), 4, parent=self)
        self.field.setPlaceholderText(tr("Journal", "A word, a line, or more. Whatever comes."))
        self.field.setPlainText(self._put_by)
        self.keep = Button(look, tr("Journal", "Keep"), "primary", parent=self)
        self.about = About(look, choose, name, self, first=self.keep)
        self.body.addWidget(self.field)
        self.body.addWidget(self.about)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.put_by)
        self.field.textChanged.connect(self._typed)
        self.keep.clicked.connect(self._keep)
        enter = QShortcut(QKeySequence("Ctrl+Return"), self.field, self._keep)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._typed()

    def put_by(self) -> None:
        """Have what is begun on disk, without a step to undo. Where that cannot be, it is still in the field."""
        self._pause.stop()
        text = self.field.toPlainText()
        if text != self._put_by:
            with suppress(Trouble):
                self._store.settings.set("journal_begun", text)
                self._put_by = text

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._pause.isActive():
            self.put_by()

    def _typed(self) -> None:
        self.keep.setEnabled(bool(self.field.toPlainText().strip()))
        if self.field.toPlainText() != self._put_by:
            self._pause.start()

    def _keep(self) -> None:
        now, text = self._clock.now(), self.field.toPlainText().strip()
        if not text:
            return
        at = now.time().replace(second=0, microsecond=0)
        try:
            self._store.reflections.write(Reflection(text, now.date(), at, supporter=self.about.supporter))
        except Trouble as trouble:
            title = tr("Journal", "That did not work")
            Notice(self._look, title, words.trouble(trouble), self.window()).show_it()
            return
        self.field.setPlainText("")
        self.about.set_supporter(None)
        self.put_by()
        self.field.setFocus()
