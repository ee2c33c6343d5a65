"""Buttons of one family. At least 32 pixels high, with a ring where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from ..theme import Look

_FILLED = {"primary": "accent_ink", "crisis": "crisis_ink"}
_INK = {**_FILLED, "crisis-quiet": "crisis"}


class Button(QPushButton):
    """A button; `style` is plain, primary, quiet, chip, choice, nav, crisis or crisis-quiet.

    A chip or nav button can be on or off. `icon` names a line drawing. Text a person wrote keeps its "&".
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "plain",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.set_style(style)
        self._is_chip = style == "chip"
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(style in ("chip", "nav"))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(look.px(34))
        if icon:
            on = "accent" if style == "chip" else ""
            self.setIcon(look.icon(icon, _INK.get(style, "ink2"), on))
            self.setIconSize(look.icon_size())

    def set_style(self, style: str) -> None:
        """Look like another kind of button from now on. Not to or from a chip."""
        self._ring = self._look.colour(_FILLED[style]) if style in _FILLED else None
        if style != self.property("look"):
            self.setProperty("look", style)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """A chip keeps room for the heavier letters it has while it is on."""
        size = super().sizeHint()
        if self._is_chip and self.isCheckable():
            bold = QFont(self.font())
            bold.setWeight(QFont.Weight.DemiBold)
            heavier = QFontMetrics(bold).horizontalAdvance(self.text())
            size.setWidth(size.width() + max(0, heavier - self.fontMetrics().horizontalAdvance(self.text())))
        return size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does, and not a dialog's main one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled button shows focus as a ring inside its edge, where it stands out from the fill."""
        super().paintEvent(event)
        if self._ring is not None and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._ring, 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 6, 6)
