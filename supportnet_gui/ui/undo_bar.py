"""One line at the foot of the window: what was just done, and the way back. It stays until the next action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from .widgets.buttons import Button
from .widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from .theme import Look

tr = QCoreApplication.translate


class UndoBar(QFrame):
    """Hidden until something was done. `undo` and `redo` are called by its one button."""

    def __init__(
        self, look: Look, undo: Callable[[], None], redo: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self._look, self._undo, self._redo = look, undo, redo
        self._act = undo
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(7), look.px(8), look.px(7))
        row.setSpacing(look.px(10))
        self.text = Text(look, "")
        self.button = Button(look, tr("UndoBar", "Undo"))
        self.close_button = Button(look, "", "quiet")
        self.close_button.setAccessibleName(tr("UndoBar", "Close this line"))
        self.close_button.setToolTip(tr("UndoBar", "Close this line"))
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self._clicked)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def show_done(self, sentence: str) -> None:
        """Say what was done, with Undo."""
        self._show(sentence, tr("UndoBar", "Undo"), self._undo)
        self._say(tr("UndoBar", "{sentence} Undo with Control Z.").format(sentence=sentence))

    def show_undone(self, sentence: str) -> None:
        """Say that something was taken back, with the way to put it back."""
        self._show(sentence, tr("UndoBar", "Put it back"), self._redo)
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        from .widgets.announce import announce

        announce(self, sentence)

    def _show(self, sentence: str, action: str, act: Callable[[], None]) -> None:
        self.text.setText(sentence)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self._act = act
        # Only now: the bar is not seen at the start, and drawing icons takes time there.
        for button in (self.button, self.close_button):
            button.setIconSize(self._look.icon_size())
        self.button.setIcon(self._look.icon("undo"))
        self.close_button.setIcon(self._look.icon("close"))
        self.show()

    def _clicked(self) -> None:
        self._act()
