"""Photos from an address book, made small before they are kept."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

KEPT_SIDE = 512
"""Pixels of the longer side of a photo that is kept."""
_QUALITY = 88


def shrink(image: bytes) -> bytes | None:
    """A photo as an upright JPEG of at most `KEPT_SIDE` pixels; None where it cannot be read.

    What else the file holds (place, camera, time) is left behind.
    """
    source = QBuffer()
    source.setData(QByteArray(image))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    picture = _read(QImageReader(source))
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


def _read(reader: QImageReader) -> QImage | None:
    """Decode at the size wanted, which for a camera's photo is many times faster than all of it."""
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size, most = reader.size(), QSize(KEPT_SIDE, KEPT_SIDE)
    if size.isValid() and max(size.width(), size.height()) > KEPT_SIDE:
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    picture = reader.read()
    if picture.isNull():
        return None
    if max(picture.width(), picture.height()) > KEPT_SIDE:
        smooth = Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(most, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return picture
