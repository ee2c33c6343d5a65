"""Photos: small ones for the list, read when a row is first painted, and files made ready to be kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter, QPixmap

SMALL_SIDE = 160
"""Pixels of a photo kept in memory: enough for the page of one person on a dense screen."""

KEPT_SIDE = 512
"""Pixels of the longer side of a photo on disk."""

LARGEST_FILE = 100_000_000
"""Bytes. A larger file is not opened."""

_IN_MEMORY = 300


def small_photo(image: bytes) -> QPixmap | None:
    """A small square picture, upright, from the bytes of an image file; None if they hold none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(image))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    picture = _read(QImageReader(buffer), SMALL_SIDE, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if picture is None:
        return None
    side = min(picture.width(), picture.height())
    middle = QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
    return QPixmap.fromImage(picture.copy(middle))


def prepared(path: Path) -> bytes | None:
    """The picture in a file as JPEG, upright, at most `KEPT_SIDE` pixels; None if it cannot be read as one.

    What else the file holds (place, camera, time) is left behind.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None
        image = path.read_bytes()
    except OSError:
        return None
    if _ends_too_soon(image):
        return None
    source = QBuffer()
    source.setData(QByteArray(image))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    picture = _read(QImageReader(source), KEPT_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    if picture is None:
        return None
    # JPEG has no see-through parts: they become white.
    flat = QImage(picture.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, picture)
    painter.end()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, QByteArray(b"jpeg"))
    writer.setQuality(88)
    return bytes(target.data().data()) if writer.write(flat) else None


def _ends_too_soon(image: bytes) -> bool:
    """Whether this is a JPEG file whose end is missing: it would decode, with a grey lower part (ITU-T T.81, B.1)."""
    if not image.startswith(b"\xff\xd8"):
        return False
    place = 2
    while image[place : place + 1] == b"\xff" and image[place + 1 : place + 2] != b"\xda":
        length = int.from_bytes(image[place + 2 : place + 4], "big")
        place += 2 + max(length, 2)
    return image.find(b"\xff\xd9", place) < 0


def _read(reader: QImageReader, side: int, mode: Qt.AspectRatioMode) -> QImage | None:
    """Decode at about the size wanted, which for a camera's photo is many times faster than all of it."""
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    wanted = QSize(side, side)
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(wanted, mode).expandedTo(QSize(1, 1)))
    picture = reader.read()
    if picture.isNull():
        return None
    if max(picture.width(), picture.height()) > side and not size.isValid():
        picture = picture.scaled(wanted, mode, Qt.TransformationMode.SmoothTransformation)
    return picture


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
        self._kept[person_id] = (print_of_it, small_photo(image) if image else None)
        if len(self._kept) > _IN_MEMORY:
            self._kept.popitem(last=False)
        self.changed.emit(person_id)
