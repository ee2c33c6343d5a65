"""Supportnet as it starts without arguments, with its own folder (XDG_DATA_HOME); prints when it was painted.

ours.py window             the first painted window
ours.py today|people [settle]   that page with names in it; "settle" waits, and prints the memory it uses
"""

import os
import sys
import traceback

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from watch import SETTLE_MILLISECONDS, AfterPaint, resident_mib, stamp, tell

from supportnet_gui import app, start


class WatchedApp(app.App):
    """Notes moments between the steps of the real one, and changes none of them."""

    def _open(self) -> None:
        stamp("window")
        if wanted == "window":
            QApplication.quit()
            return
        if wanted == "people":
            # As if Ctrl+2 had been pressed at the first sight of the window.
            self._window.show_page("people")
        super()._open()

    def _attach(self, outcome: object) -> None:
        super()._attach(outcome)
        self.watcher = AfterPaint(content(self._window), self._content_painted)

    def _fault(self, kind: type[BaseException], error: BaseException, trace: object) -> None:
        traceback.print_exception(error)
        os._exit(1)

    def _content_painted(self) -> None:
        stamp(wanted)
        assert names_seen(self._window) >= 3, "no names were seen"
        QTimer.singleShot(SETTLE_MILLISECONDS if "settle" in sys.argv else 0, QApplication.quit)


def content(window: app.MainWindow) -> QWidget:
    """The widget that shows the names."""
    page = window.pages[wanted]
    return page.one_place.part if wanted == "today" else page.findChild(QAbstractItemView).viewport()


def names_seen(window: app.MainWindow) -> int:
    page = window.pages[wanted]
    if wanted == "people":
        return page.findChild(QAbstractItemView).model().rowCount()
    texts = {
        button.text() for button in page.one_place.part.findChildren(QAbstractButton) if button.isVisible()
    }
    return len(texts & {"Amira", "Mum", "Sam", "Jo", "Thursday group", "Dr Lee"})


wanted = sys.argv[1]
app.App = WatchedApp
code = start.window()
tell(memory=resident_mib())
sys.exit(code)
