"""Photos made ready: to be kept, as a small upright JPEG; to be shown, as a smaller square."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter, QPixmap

SMALL_SIDE = 160
"""Pixels of a photo kept in memory: enough for the page of one person on a dense screen."""

KEPT_SIDE = 512
"""Pixels of the longer side of a photo on disk."""

_QUALITY = 88


def small_photo(image: bytes) -> QPixmap | None:
    """A small square picture, upright, from the bytes of an image file; None if they hold none."""
    picture = _read(image, SMALL_SIDE, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if picture is None:
        return None
    side = min(picture.width(), picture.height())
    middle = QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
    return QPixmap.fromImage(picture.copy(middle))


def shrink(image: bytes) -> bytes | None:
    """A photo as an upright JPEG of at most `KEPT_SIDE` pixels; None where it cannot be read.

    What else the file holds (place, camera, time) is left behind.
    """
    if _ends_too_soon(image):
        return None
    picture = _read(image, KEPT_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
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
    writer.setQuality(_QUALITY)
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


def _read(image: bytes, side: int, mode: Qt.AspectRatioMode) -> QImage | None:
    """Decode at about the size wanted, which for a camera's photo is many times faster than all of it."""
    source = QBuffer()
    source.setData(QByteArray(image))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size, wanted = reader.size(), QSize(side, side)
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(wanted, mode).expandedTo(QSize(1, 1)))
    picture = reader.read()
    if picture.isNull():
        return None
    if max(picture.width(), picture.height()) > side and not size.isValid():
        picture = picture.scaled(wanted, mode, Qt.TransformationMode.SmoothTransformation)
    return picture
