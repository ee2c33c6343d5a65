"""Help right now in a window of its own, for when a dialog is open. Esc goes back to the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from .crisis import CrisisPage
from .widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from .theme import Look

tr = QCoreApplication.translate


class HelpWindow(QDialog):
    """The same page as in the main window."""

    def __init__(
        self,
        look: Look,
        country: str | None,
        nation: str | None,
        on_place: Callable[[str | None, str | None], None],
        now: Callable[[], datetime],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("HelpWindow", "Help right now"))
        self._on_place = on_place
        back = Button(look, tr("HelpWindow", "Back"), "plain", "back")
        back.setAccessibleName(tr("HelpWindow", "Back to where I was"))
        back.setToolTip(tr("HelpWindow", "Back to where I was (Esc)"))
        back.clicked.connect(self.reject)
        self.page = CrisisPage(look, country, nation, self._choose, now, back=back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        room = self.screen().availableGeometry()
        self.resize(min(look.px(860), room.width() - 40), min(look.px(680), room.height() - 60))
        self.page.focus_first()

    def _choose(self, country: str | None, nation: str | None) -> None:
        self._on_place(country, nation)
        self.page.set_place(country, nation)
