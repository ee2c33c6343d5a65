"""Supportnet as it starts without arguments, with its own folder (XDG_DATA_HOME); prints when it was painted.

ours.py window                  the first painted window
ours.py today|people [settle]   that page with names in it; "settle" waits, and prints the memory it uses
"""

import os
import sys
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bench.children.watch import SETTLE_MILLISECONDS, AfterPaint, resident_mib, stamp, tell
from supportnet_gui import app, start

NAMES = {"Amira", "Mum", "Sam", "Jo", "Thursday group", "Dr Lee"}
"""Some of those whom the demo network shows on Today."""


class WatchedApp(app.App):
    """Notes moments between the steps of the real one, and changes none of them."""

    _window: Any

    def _open(self) -> None:
        stamp("window")
        if wanted == "window":
            QApplication.quit()
            return
        if wanted == "people":
            # As if its key had been pressed at the first sight of the window.
            self._window.show_page("people")
        super()._open()

    def _attach(self, store: Any) -> None:
        super()._attach(store)
        self.watcher = AfterPaint(content(self._window.pages[wanted]), self._content_painted)

    def _fault(self, _kind: type[BaseException], error: BaseException, _trace: object) -> None:
        import traceback

        traceback.print_exception(error)
        os._exit(1)

    def _content_painted(self) -> None:
        stamp(wanted)
        assert names_seen(self._window.pages[wanted]) >= 3, "no names were seen"
        QTimer.singleShot(SETTLE_MILLISECONDS if "settle" in sys.argv else 0, QApplication.quit)


def content(page: Any) -> QWidget:
    """The widget that shows the names."""
    return page.one_place.part if wanted == "today" else page.list.viewport()


def names_seen(page: Any) -> int:
    if wanted == "people":
        return page.list.model().rowCount()
    buttons = page.findChildren(QAbstractButton)
    return len({button.text() for button in buttons if button.isVisible()} & NAMES)


wanted = sys.argv[1]
app.App = WatchedApp  # type: ignore[misc]
code = start.window()
tell(memory=resident_mib())
sys.exit(code)
