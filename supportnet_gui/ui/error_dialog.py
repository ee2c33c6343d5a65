"""Something went wrong inside: said once, with details to copy that hold no data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from .widgets.card import Fold
from .widgets.dialog import Dialog
from .widgets.text import Text

if TYPE_CHECKING:
    from .theme import Look

tr = QCoreApplication.translate


class ErrorDialog(Dialog):
    """`details` holds the kind of error and the places in the code."""

    def __init__(self, look: Look, details: str, parent: QWidget | None) -> None:
        super().__init__(look, tr("ErrorDialog", "Something in Supportnet did not work"), parent, 520)
        self.details = details
        self.body.addWidget(
            Text(
                look,
                tr(
                    "ErrorDialog",
                    "It is not your doing. What was saved before is still on the disk. You can go on, or close "
                    "Supportnet and open it again.",
                ),
            )
        )
        fold = Fold(look, tr("ErrorDialog", "Show the details"), tr("ErrorDialog", "Hide the details"))
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(tr("ErrorDialog", "Details"))
        fold.body.addWidget(text)
        fold.toggled.connect(self.fit)
        self.body.addWidget(fold)
        self.body.addWidget(
            Text(
                look,
                tr(
                    "ErrorDialog",
                    "The details say what kind of fault it was and where in the program. They hold nothing you "
                    "wrote, and they are sent to nobody.",
                ),
                "quiet",
            )
        )
        copy = self.add_button(tr("ErrorDialog", "Copy details"))
        close = self.add_button(tr("ErrorDialog", "Go on"), "primary", default=True)
        copy.clicked.connect(self.copy_details)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit()

    def copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
