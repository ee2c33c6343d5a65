"""One line at the foot of the window: what was just done, and the way back. It stays until the next action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from .widgets.buttons import Button
from .widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from .theme import Look

NARROW = 400
"""Below this width in pixels at 100 % text the buttons stand below the words."""

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
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(look.px(16), look.px(7), look.px(8), look.px(7))
        row.setSpacing(look.px(10))
        self.text = Text(look, "")
        self.button = Button(look, tr("UndoBar", "Undo"))
        self.close_button = Button(look, "", "quiet")
        self.close_button.setAccessibleName(tr("UndoBar", "Close this line"))
        self.close_button.setToolTip(tr("UndoBar", "Close this line"))
        row.addWidget(self.text, 1)
        # A row of their own: where there is little room, it stands below the text.
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(10))
        buttons.addWidget(self.button)
        buttons.addWidget(self.close_button)
        row.addLayout(buttons)
        row.setAlignment(buttons, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() > self._look.px(NARROW)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

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
        self._come_last()

    def _come_last(self) -> None:
        """Tab comes here after the page, below which this stands: pages are made later than this is."""
        last = self.window().previousInFocusChain()
        if last is not None and last is not self.close_button:
            QWidget.setTabOrder(last, self.button)
            QWidget.setTabOrder(self.button, self.close_button)

    def _clicked(self) -> None:
        self._act()
