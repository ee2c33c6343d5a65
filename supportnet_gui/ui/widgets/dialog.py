"""The frame of a dialog: what it holds, help right now, and its buttons. Esc closes it, F1 always helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ..actions import HELP_ACTION
from .buttons import Button
from .text import Text

if TYPE_CHECKING:
    from ..theme import Look


class Dialog(QDialog):
    """A modal dialog with a heading. Add to `body`, which scrolls; add buttons with `add_button`.

    A subclass offers `ask() -> value | None`, which tests replace.
    """

    def __init__(self, look: Look, title: str, parent: QWidget | None, width: int = 560) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setModal(True)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 22, 24, 18)
        outer.setSpacing(look.px(14))
        self.heading = Text(look, title, "heading")
        outer.addWidget(self.heading)
        self._area, self._inside, self.body = _scrolling()
        outer.addWidget(self._area, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(look.px(10))
        outer.addLayout(self._buttons)
        self._add_help()
        self._buttons.addStretch(1)
        self.resize(min(look.px(width), self._widest()), self.sizeHint().height())

    def add_button(self, text: str, style: str = "plain", *, default: bool = False) -> Button:
        """A button in the bottom row, the main one last; `default` is the one Enter presses."""
        button = Button(self.look, text, style)
        button.setDefault(default)
        self._buttons.addWidget(button)
        return button

    def fit(self) -> None:
        """Take the height its content asks for, as far as the screen has room."""
        margins = self._outer.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        inside = self._inside.heightForWidth(width) if self._inside.hasHeightForWidth() else -1
        parts = (
            self.heading.heightForWidth(width),
            inside if inside >= 0 else self._inside.sizeHint().height(),
            self._buttons.sizeHint().height(),
        )
        # Two pixels more than asked for: rounding must not make a scroll bar.
        wanted = sum(parts) + 2 * self._outer.spacing() + margins.top() + margins.bottom() + 2
        self.resize(self.width(), min(wanted, self._tallest()))

    def _widest(self) -> int:
        return max(self.screen().availableGeometry().width() - 40, 400)

    def _tallest(self) -> int:
        return max(self.screen().availableGeometry().height() - 60, 400)

    def _add_help(self) -> None:
        """The window's help action, here too: a modal dialog would keep its keys from reaching it."""
        action = self._help_action()
        if action is None:
            return
        text = QCoreApplication.translate("Dialog", "Help right now")
        button = Button(self.look, text, "crisis-quiet", "help")
        button.setToolTip(QCoreApplication.translate("Dialog", "Help right now (F1)"))
        button.clicked.connect(action.trigger)
        self._buttons.addWidget(button)
        for keys in action.shortcuts():
            QShortcut(QKeySequence(keys), self, action.trigger)

    def _help_action(self) -> QAction | None:
        window = self.parentWidget()
        while window is not None:
            found = window.findChild(QAction, HELP_ACTION, Qt.FindChildOption.FindDirectChildrenOnly)
            if found is not None:
                return found
            window = window.parentWidget()
        return None


def _scrolling() -> tuple[QScrollArea, QWidget, QVBoxLayout]:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    inside.setProperty("look", "page")
    body = QVBoxLayout(inside)
    # Room for focus rings at the edge.
    body.setContentsMargins(2, 2, 10, 2)
    body.setSpacing(12)
    area.setWidget(inside)
    return area, inside, body
