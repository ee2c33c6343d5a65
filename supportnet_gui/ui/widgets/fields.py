"""What dialogs share: a field under its name, fields for words, and Tab in the order of reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ..theme import Look
from .text import Text


class Labelled(QWidget):
    """A field under its name, with room for a sentence when something about it needs saying."""

    def __init__(self, look: Look, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self.label = Text(look, label, "strong")
        self.label.setBuddy(field)
        column.addWidget(self.label)
        if hint:
            column.addWidget(Text(look, hint, "small"))
        column.addWidget(field)
        self.problem = Text(look, "")
        self.problem.hide()
        column.addWidget(self.problem)
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)

    def say(self, sentence: str) -> None:
        """Show a sentence beside the field and go there; an empty one takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        if sentence:
            self.field.setFocus()


def tab_in_order(first: QWidget, *parts: QWidget) -> None:
    """Let Tab go from `first` through what can be reached in each part, in the order it was put there.

    Qt puts what is added to a window later at the end of the way, wherever it stands.
    """
    window = first.window()
    for part in parts:
        for widget in (part, *part.findChildren(QWidget)):
            reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
            # A choice's list and a calendar are windows of their own.
            if reached and widget.window() is window:
                QWidget.setTabOrder(first, widget)
                first = widget


def line(look: Look, text: str = "", name: str = "", placeholder: str = "") -> QLineEdit:
    """A field for a few words."""
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setMinimumHeight(look.px(34))
    field.setCursorPosition(0)
    return field


def paragraph(look: Look, text: str = "", lines: int = 2) -> QPlainTextEdit:
    """A field for a few sentences. Tab leaves it."""
    field = QPlainTextEdit(text)
    field.setTabChangesFocus(True)
    field.setFixedHeight(look.px(22) + lines * field.fontMetrics().lineSpacing())
    return field
