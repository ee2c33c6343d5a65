"""A real window on a real file, inside this process, for what is measured between a key and the paint."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from supportnet_gui.clock import Clock
from supportnet_gui.core.paths import places
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from supportnet_gui.ui import theme
from supportnet_gui.ui.main_window import MainWindow


class Painted(QObject):
    """Knows whether a widget was painted since `forget`."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.seen = True
        return False


def open_window(folder: Path, text_size: int = 100) -> tuple[QApplication, MainWindow, Store]:
    """The window at its usual size with its store attached, shown and at rest; help is not warmed."""
    sys.excepthook = _fault
    application = QApplication(["bench", "-style", "fusion"])
    look = theme.Look(theme.tokens_for("light"), text_size)
    theme.apply(application, look)
    store = Store(open_vault(places(folder)), Clock())
    window = MainWindow(look, PreferencesFile(places(folder).preferences), Clock())
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 5000)
    window.attach(store)
    rest(200)
    return application, window, store


def rest(milliseconds: int) -> None:
    """Let everything come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until_painted(act: Callable[[], object], what: Callable[[], QWidget]) -> float:
    """Milliseconds from `act` to the end of the paint of `what()`, which need not be there before."""
    began = perf_counter()
    act()
    painted = Painted(what())
    while not painted.seen:
        QApplication.processEvents()
    took = (perf_counter() - began) * 1000
    painted.deleteLater()
    return took


def _fault(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    """A fault in a slot would otherwise only be printed, and the measuring go on without it."""
    traceback.print_exception(error)
    os._exit(1)
