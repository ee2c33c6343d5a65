"""Said once, when the window is closed and Supportnet goes on: where it is then, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .widgets.dialog import Dialog
from .widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .theme import Look

tr = QCoreApplication.translate


class StayingDialog(Dialog):
    """Enter closes the window; Escape leaves it open."""

    def __init__(self, look: Look, has_tray: bool, parent: QWidget | None) -> None:
        super().__init__(look, tr("StayingDialog", "The window closes, Supportnet goes on"), parent, 480)
        self.body.addWidget(
            Text(look, tr("StayingDialog", "So a small note can come when it is time for one."))
        )
        self.body.addWidget(
            Text(
                look,
                tr("StayingDialog", "To come back, click its small round icon in the bar of your desktop.")
                if has_tray
                else tr("StayingDialog", "To come back, start Supportnet once more, as you do each time."),
            )
        )
        self.body.addWidget(
            Text(
                look,
                tr("StayingDialog", "Quit, in the menu of that icon, ends it. This is said only once.")
                if has_tray
                else tr("StayingDialog", "Quit, in the menu Notebook, ends it. This is said only once."),
                "quiet",
            )
        )
        self.quit = self.add_button(tr("StayingDialog", "Quit instead"))
        self.stay = self.add_button(tr("StayingDialog", "Close the window"), "primary", default=True)
        self._quits = False
        self.stay.clicked.connect(self.accept)
        self.quit.clicked.connect(self._quit)
        self.stay.setFocus()
        self.fit()

    def ask(self) -> bool | None:
        """True to go on without the window, False to quit, None to leave the window open."""
        if self.exec() == self.DialogCode.Accepted:
            return not self._quits
        return None

    def _quit(self) -> None:
        self._quits = True
        self.accept()
