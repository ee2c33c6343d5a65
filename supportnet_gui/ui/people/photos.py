"""Photos: small ones for the list, read when a row is first painted, and files made ready to be kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

LARGEST_FILE = 100_000_000
"""Bytes. A larger file is not opened."""

_IN_MEMORY = 300


def prepared(path: Path) -> bytes | None:
    """The picture in a file, made ready to be kept; None if it cannot be read as one."""
    from ..widgets.photo import shrink

    try:
        return shrink(path.read_bytes()) if path.stat().st_size <= LARGEST_FILE else None
    except OSError:
        return None


class Photos(QObject):
    """Small photos by id, read one at a time in quiet moments. `changed` names who has a new one."""

    changed = Signal(str)

    def __init__(self, read: Callable[[str], bytes | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._kept: OrderedDict[str, tuple[int, QPixmap | None]] = OrderedDict()
        self._stale: set[str] = set()
        self._wanted: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_one)

    def get(self, person_id: str) -> QPixmap | None:
        """The photo as far as it is known; a photo not yet read is on its way."""
        known = self._kept.get(person_id)
        if (known is None or person_id in self._stale) and person_id not in self._wanted:
            self._wanted.append(person_id)
            self._timer.start()
        return known[1] if known else None

    def now(self, person_id: str) -> QPixmap | None:
        """The photo, read at once where it is not known."""
        if person_id not in self._kept or person_id in self._stale:
            self._look(person_id)
        return self._kept[person_id][1]

    def look_again(self) -> None:
        """Something was changed: what is shown stays until it was read again."""
        self._stale = set(self._kept)

    def _read_one(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        # The newest wish first: while somebody scrolls fast, older ones are out of sight.
        self._look(self._wanted.pop())

    def _look(self, person_id: str) -> None:
        image = self._read(person_id)
        print_of_it = hash(image)
        known = self._kept.get(person_id)
        self._stale.discard(person_id)
        if known is not None and known[0] == print_of_it:
            return
        from ..widgets.photo import small_photo  # Brought in with the first photo.

        self._kept[person_id] = (print_of_it, small_photo(image) if image else None)
        if len(self._kept) > _IN_MEMORY:
            self._kept.popitem(last=False)
        self.changed.emit(person_id)
