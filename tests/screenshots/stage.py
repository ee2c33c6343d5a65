"""Where pictures are made: one application, and for each picture a real window on a notebook of its own."""

from __future__ import annotations

import faulthandler
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from supportnet_gui import language
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.paths import places
from supportnet_gui.core.preferences import PreferencesFile
from supportnet_gui.core.store import Store
from supportnet_gui.core.trouble import Trouble
from supportnet_gui.core.vault import open_vault
from supportnet_gui.ui import theme
from supportnet_gui.ui.main_window import MainWindow

from . import made_up
from .cut_off import cut_off

NOON = datetime(2026, 11, 22, 12, 0)
USUAL, LARGE, NARROW = QSize(1120, 760), QSize(1366, 768), QSize(720, 540)
"""Sizes of the window in pixels: at 100 % text, at 200 %, and the smallest that everything is made for."""
LONGEST = 30
"""Seconds after which a picture is taken to hang; then the program ends and says where."""
HARMLESS = ("This plugin does not support",)


class Stage:
    """What a scene works with. `faults` fail a picture, `remarks` are only said."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.application = application
        self.faults: list[str] = []
        self.remarks: list[str] = []
        self.folder = folder
        self._made: dict[str, Path] = {}
        self._number = 0
        self._stores: list[Store] = []
        self._windows: list[QWidget] = []
        sys.excepthook = self._raised
        qInstallMessageHandler(self._warned)

    def begin(self, theme_name: str, scale: int) -> None:
        """A new picture, in a look."""
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        self.faults, self.remarks = [], []
        self.look = theme.Look(theme.tokens_for(theme_name), scale, reduced_motion=True)
        theme.apply(self.application, self.look)
        self.clock = FixedClock(NOON)

    def end(self) -> None:
        """Take everything down."""
        for store in self._stores:
            store.listeners.clear()
        for window in self._windows:
            window.hide()
            window.deleteLater()
        settle()
        for store in self._stores:
            store.close()
        self._stores.clear()
        self._windows.clear()
        faulthandler.cancel_dump_traceback_later()

    def store(self, kind: str) -> Store:
        """A notebook of one of `made_up.KINDS`, as new."""
        if kind not in self._made:
            filled = Store(open_vault(places(self.folder / kind)), FixedClock(NOON))
            made_up.KINDS[kind](filled)
            filled.close()
            self._made[kind] = self.folder / kind
        self._number += 1
        own = self.folder / f"own-{self._number}"
        shutil.copytree(self._made[kind], own)
        store = Store(open_vault(places(own)), self.clock)
        self._stores.append(store)
        return store

    def window(
        self,
        kind: str | None = "few",
        *,
        country: str = "GB",
        nation: str = "",
        size: QSize | None = None,
        trouble: Trouble | None = None,
    ) -> MainWindow:
        """The window with a notebook in it, shown and settled; without one where `kind` is None."""
        self._number += 1
        preferences = PreferencesFile(self.folder / f"preferences-{self._number}" / "preferences.json")
        preferences.change(country=country, nation=nation, text_size=self.look.text_size)
        # Pictures are the same wherever they are made: the page of settings shows this path.
        preferences.path = Path("/home/you/.local/share/supportnet/preferences.json")
        window = MainWindow(self.look, preferences, self.clock)
        self._windows.append(window)
        window.resize(size or (LARGE if self.look.text_size > 150 else USUAL))
        window.show()
        window.activateWindow()
        if kind is not None:
            window.attach(self.store(kind))
        if trouble is not None:
            window.show_trouble(trouble)
        settle()
        return window

    def picture(self, window: QWidget) -> QPixmap:
        """The window as it is seen now."""
        settle()
        self.remarks += cut_off(window)
        return window.grab()

    def dialog(
        self, act: Callable[[], object], prepare: Callable[[QWidget], object] | None = None
    ) -> QPixmap:
        """The dialog that `act` opens, after `prepare` has done what it likes in it."""
        taken: list[QPixmap] = []

        def take() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                self.faults.append("no dialog opened")
                return
            try:
                settle()
                if prepare is not None:
                    prepare(dialog)
                taken.append(self.picture(dialog))
            finally:
                QDialog.done(dialog, 0)

        QTimer.singleShot(0, self.application, take)
        act()
        settle()
        return taken[0] if taken else QPixmap()

    def _raised(self, _kind: type[BaseException], error: BaseException, _trace: object) -> None:
        self.faults.append("".join(traceback.format_exception(error)))

    def _warned(self, _kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if not text.startswith(HARMLESS):
            self.faults.append(f"Qt: {text}")


Scene = Callable[[Stage], QPixmap]


def page(window: MainWindow) -> Any:
    """The page that is seen; a scene knows which one it is."""
    return window.pages[window.current]


def open_stage(folder: Path) -> Stage:
    """Make the application. Without a display it has a screen of 1366 by 768 pixels."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        screen = {"name": "Screen", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1}
        (folder / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={folder / 'screen.json'}"
    application = QApplication(["supportnet-pictures", "-style", "fusion"])
    language.install(application)
    return Stage(application, folder)


def settle(milliseconds: int = 20) -> None:
    """Let layouts, paints and what was put off happen."""
    end = monotonic() + milliseconds / 1000
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if monotonic() >= end:
            return
