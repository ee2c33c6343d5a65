"""What every measured window uses to say when it was painted. Small, because its import is measured too."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

SETTLE_MILLISECONDS = 1500
"""Until nothing moves any more: ours makes the help page 400 ms after the content."""

moments: dict[str, float] = {}


class AfterPaint(QObject):
    """Calls once, when a widget's first paint and the window's with it are over."""

    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The loop comes round again when everything in the window is painted.
            QTimer.singleShot(0, self._call)
        return False


def stamp(name: str) -> None:
    """Note a moment, once."""
    moments.setdefault(name, monotonic())


def tell(**more: object) -> None:
    """Print everything noted, for the process that waits."""
    import json

    print(json.dumps({**moments, **more}))
    sys.stdout.flush()


def resident_mib() -> float:
    """Memory of this process that is in use now, in MiB; 0 where the system does not say (only Linux does)."""
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:  # noqa: PTH123
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    except OSError:
        return 0.0
