"""A QR code on the screen, for a phone to read. Nothing is sent: the person's phone asks before it does anything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from .announce import announce
from .buttons import Button
from .dialog import Dialog
from .text import Text

if TYPE_CHECKING:
    from ..theme import Look

_QUIET_ZONE = 4
"""Modules of white around the code (ISO/IEC 18004)."""
_LEAST = 160
"""The smallest side of a picture, in pixels, and of a module: what a phone's camera reads with ease."""
_LEAST_MODULE = 3


class QrPicture(QWidget):
    """A QR code, always dark on white. `name` is what a screen reader says; it is no stop for Tab."""

    def __init__(self, payload: str, name: str, side: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import segno

        self.payload = payload
        self._matrix = segno.make(payload, error="m", micro=False).matrix
        self.setAccessibleName(name)
        self.setFixedSize(QSize(side, side))

    def least(self) -> int:
        """The smallest side that a camera reads with ease, in pixels: a long text has many modules."""
        return max(_LEAST, _LEAST_MODULE * (len(self._matrix) + 2 * _QUIET_ZONE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        count = len(self._matrix) + 2 * _QUIET_ZONE
        # Whole pixels only: blurred edges are hard to read for a camera.
        step = max(1, int(self.width() * self.devicePixelRatioF()) // count) / self.devicePixelRatioF()
        start = (self.width() - step * len(self._matrix)) / 2
        for y, row in enumerate(self._matrix):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(
                        QRectF(start + x * step, start + y * step, step, step), QColor("#000000")
                    )
        painter.end()


class ShowOnPhone(Dialog):
    """A QR code with what it holds in words. `shown` is the number or address, `what` says what the phone will do.

    With `call`, a tel: link, the last thing offered is to call from this computer, which few can.
    """

    def __init__(
        self,
        look: Look,
        payload: str,
        shown: str,
        what: str,
        name: str,
        parent: QWidget | None,
        call: str = "",
    ) -> None:
        title = QCoreApplication.translate("ShowOnPhone", "Show on phone")
        super().__init__(look, title, parent, 420)
        self.picture = QrPicture(payload, name, _LEAST)
        number = Text(look, shown, "number").selectable()
        number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = Text(look, what, "quiet")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        # Number and words first: with little room it is the picture that gives way.
        self.body.addWidget(number)
        self.body.addWidget(words)
        self.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        if call:
            self._add_call(call)
        close = self.add_button(QCoreApplication.translate("ShowOnPhone", "Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self._fit_picture(look.px(240))

    def _add_call(self, link: str) -> None:
        here = Button(
            self.look, QCoreApplication.translate("ShowOnPhone", "Call from this computer"), "quiet"
        )
        here.clicked.connect(partial(self._call, link))
        self.said = Text(self.look, "", "small").selectable()
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.said.hide()
        self.body.addWidget(here, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.said)

    def _call(self, link: str, _checked: bool = False) -> None:
        tr = QCoreApplication.translate
        if QDesktopServices.openUrl(QUrl(link)):
            text = tr(
                "ShowOnPhone", "Another program may be opening. If it does not call, please use a phone."
            )
        else:
            text = tr("ShowOnPhone", "Nothing opened on this computer. Please use a phone.")
        self.said.setText(text)
        self.said.show()
        announce(self.said, text)
        self.fit()

    def _fit_picture(self, side: int) -> None:
        """As large as asked for, or as the height of the screen leaves, but never too small for a camera."""
        least = self.picture.least()
        self.picture.setFixedSize(least, least)
        self.fit()
        spare = self._tallest() - self.height()
        side = max(least, min(side, least + spare))
        self.picture.setFixedSize(side, side)
        self.fit()
