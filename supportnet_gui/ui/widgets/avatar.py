"""A round picture of someone: their photo, their initials, or a drawing of what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ...core.model import Kind, Support

if TYPE_CHECKING:
    from ..theme import Look


def initials(name: str) -> str:
    """Up to two letters that stand for a name: of two words the first of each, else its first two."""
    words = [word for word in name.split() if word[0].isalnum()] or name.split()
    if not words:
        return ""
    letters = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()


def paint_avatar(
    painter: QPainter,
    look: Look,
    place: QRect,
    name: str,
    kind: Kind = Kind.PERSON,
    support: tuple[Support, ...] = (),
    photo: QPixmap | None = None,
) -> None:
    """Paint an avatar into a square, in the colour of the first kind of support given."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    ground, ink = (f"{support[0]}_soft", str(support[0])) if support else ("accent_soft", "ink")
    circle = QPainterPath()
    circle.addEllipse(QRectF(place))
    if photo is not None:
        painter.setClipPath(circle)
        painter.drawPixmap(place, photo)
    else:
        painter.fillPath(circle, look.colour(ground))
        painter.setPen(look.colour(ink))
        letters = initials(name)
        if kind is Kind.PERSON and letters:
            font = look.font(1.0, semibold=True)
            font.setPixelSize(max(9, round(place.height() * 0.36)))
            painter.setFont(font)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letters)
        else:
            side = round(place.height() * 0.56)
            inner = QRect(0, 0, side, side)
            inner.moveCenter(place.center())
            painter.drawPixmap(inner, look.pixmap(str(kind).replace("_", "-"), ink, 24))
    painter.restore()


class Avatar(QWidget):
    """An avatar as a widget. It says nothing to a screen reader: the name beside it does."""

    def __init__(
        self,
        look: Look,
        name: str = "",
        kind: Kind = Kind.PERSON,
        support: tuple[Support, ...] = (),
        photo: QPixmap | None = None,
        size: int = 46,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = (name, kind, support, photo)
        self.setFixedSize(QSize(look.px(size), look.px(size)))

    def show_person(
        self, name: str, kind: Kind, support: tuple[Support, ...], photo: QPixmap | None = None
    ) -> None:
        """Show someone else."""
        self._shown = (name, kind, support, photo)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, self._look, self.rect(), *self._shown)
        painter.end()
