"""The path of a file or folder: to read and to copy. Too long for the page, it scrolls in its own line."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget


class PathLine(QLineEdit):
    """A path that cannot be changed; `name` is what a screen reader calls it."""

    def __init__(self, path: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(path, parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setCursorPosition(0)
