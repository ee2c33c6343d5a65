"""The system or the terminal asks the app to end."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable


class Ending(QObject):
    """Calls `end` when the program is asked to go.

    Python handles a signal when it next runs, which in the tray may be half a minute away: too long for a system that
    is shutting down. So the signal writes into a pipe that Qt watches.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, self._asked)
        if sys.platform != "win32":
            self._out, inside = os.pipe()
            os.set_blocking(inside, False)
            os.set_blocking(self._out, False)
            signal.set_wakeup_fd(inside)
            self._notifier = QSocketNotifier(self._out, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._woken)

    def _woken(self, *_: object) -> None:
        """Being called is what matters: Python looks at its signals now."""
        os.read(self._out, 64)

    def _asked(self, *_: object) -> None:
        self._end()
