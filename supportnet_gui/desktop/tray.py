"""The small icon in the desktop's bar, and its menu. Nothing in it tells about anybody."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ..core.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable

tr = QCoreApplication.translate

SIZES = (16, 22, 24, 32, 48, 64)
"""What panels ask for, in pixels."""
MESSAGE_MILLISECONDS = 10_000


class Tray(QObject):
    """`rests` says whether reminders rest now, `ready` whether the notebook is open. `rest` carries a number of days,
    0 for "until I say".
    """

    open_wanted = Signal()
    log_wanted = Signal()
    help_wanted = Signal()
    rest_wanted = Signal(int)
    start_again_wanted = Signal()
    quit_wanted = Signal()
    message_clicked = Signal()

    def __init__(
        self, ready: Callable[[], bool], rests: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ready, self._rests = ready, rests
        self.menu = QMenu()
        self._fill()
        self.menu.aboutToShow.connect(self.refresh)
        self._icon = QSystemTrayIcon(icon(), self)
        self._icon.setToolTip("Supportnet")
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.message_clicked)

    @property
    def is_there(self) -> bool:
        """Whether this desktop has a place for it, and it is shown there. It may come a while after the desktop."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def set_shown(self, shown: bool) -> None:
        self._icon.setVisible(shown)

    def message(self, title: str, text: str) -> None:
        """A notice without buttons, where the system shows those of icons."""
        if QSystemTrayIcon.supportsMessages():
            self._icon.showMessage(title, text, icon(), MESSAGE_MILLISECONDS)

    def refresh(self) -> None:
        """Offer what can be done now."""
        ready = self._ready()
        rests = ready and self._rests()
        self.log.setEnabled(ready)
        self.rest.menuAction().setVisible(not rests)
        self.rest.setEnabled(ready)
        self.start_again.setVisible(rests)

    def _fill(self) -> None:
        """Help stands first, as in the window."""
        self.help = self._add(self.menu, tr("tray", "Help right now"), self.help_wanted.emit)
        self.menu.addSeparator()
        self.log = self._add(self.menu, tr("tray", "Log a check-in…"), self.log_wanted.emit)
        self.rest = self.menu.addMenu(tr("tray", "Rest from reminders"))
        for words, days in (
            (tr("tray", "Until tomorrow"), 1),
            (tr("tray", "For a week"), 7),
            (tr("tray", "Until I say"), 0),
        ):
            self._add(self.rest, words, partial(self.rest_wanted.emit, days))
        self.start_again = self._add(
            self.menu, tr("tray", "Start reminders again"), self.start_again_wanted.emit
        )
        self.menu.addSeparator()
        self.open = self._add(self.menu, tr("tray", "Open"), self.open_wanted.emit)
        self.quit = self._add(self.menu, tr("tray", "Quit"), self.quit_wanted.emit)

    def _add(self, menu: QMenu, words: str, act: Callable[..., object]) -> QAction:
        action = QAction(words, menu)
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        return action

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On macOS a click shows the menu, and that is all it is for.
        if sys.platform != "darwin" and reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.open_wanted.emit()


def icon() -> QIcon:
    """A disc with its own light edge: it can be seen on light and dark panels, without asking which it is."""
    renderer = QSvgRenderer(str(resources() / "icons" / "supportnet.svg"))
    found = QIcon()
    for side in SIZES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        found.addPixmap(picture)
    return found
