"""Long work in slices on the window's own thread: it stays quick to answer, and can be cancelled at any slice.

A worker thread in Python would fight the window for the interpreter; a generator run for a few milliseconds at a
time does not.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Generator

SLICE_SECONDS = 0.012


class Slices(QObject):
    """Runs a generator to its end. What it yields comes as `progress`, what it returns as `finished`."""

    progress = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Generator[Any, None, Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Generator[Any, None, Any] | None = work
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._run_slice)

    def start(self) -> None:
        self._timer.start()

    def cancel(self) -> None:
        """Stop; the generator is closed, so that it can put things back as they were."""
        self._timer.stop()
        work, self._work = self._work, None
        if work is not None:
            work.close()

    def _run_slice(self) -> None:
        if self._work is None:
            return
        end = perf_counter() + SLICE_SECONDS
        latest: Any = None
        try:
            while perf_counter() < end:
                latest = next(self._work)
        except StopIteration as stop:
            self._end()
            self.finished.emit(stop.value)
            return
        except Exception as error:  # noqa: BLE001  (handed on to whoever listens)
            self._end()
            self.failed.emit(error)
            return
        self.progress.emit(latest)

    def _end(self) -> None:
        self._timer.stop()
        self._work = None
