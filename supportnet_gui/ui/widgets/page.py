"""The frame of a page: a title, what it holds, scrolling where it is longer than the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from .text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ..theme import Look

_ROUNDS = 2
"""The second for the scroll bar, which may come or go with the first."""
WIDEST = 900
"""No line of a page is longer than this many pixels at 100 % text."""


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page a widget stands on so that it is seen, once what is being done here is done."""
    page = widget.parentWidget()
    while page is not None and not isinstance(page, Page):
        page = page.parentWidget()
    if page is not None:
        QTimer.singleShot(0, page, partial(_bring_into_sight, page, widget))


def _bring_into_sight(page: Page, widget: QWidget) -> None:
    settle_layout(page)
    page.ensureWidgetVisible(widget)


def settle_layout(whole: QWidget) -> None:
    """Let everything in a widget that asked for another place get it now, in one go.

    Qt does so one widget after another, from the outside in, by what layouts inside layouts remember of before, and
    paints what is only half in its place meanwhile.
    """
    for layout in whole.findChildren(QLayout):
        layout.invalidate()
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


class Page(QScrollArea):
    """A page with a title and an optional quieter line. Add to `body`. It scrolls up and down only."""

    def __init__(self, look: Look, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = look
        # Not made inside `self.viewport()`: to hand that out, PySide6 brings in every kind of widget there is (40 ms).
        self.inside = QWidget()
        self.inside.setProperty("look", "page")
        self.inside.setMaximumWidth(look.px(WIDEST))
        self.body = QVBoxLayout(self.inside)
        self.body.setSpacing(look.px(14))
        self.title = Text(look, title, "title", self.inside)
        self.subtitle = Text(look, subtitle, "quiet", self.inside)
        self.body.addWidget(self.title)
        self.body.addWidget(self.subtitle)
        # Not before: what has no place yet would be shown as a window of its own.
        self.subtitle.setVisible(bool(subtitle))
        self.setWidget(self.inside)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._fit_margins()

    def set_subtitle(self, text: str) -> None:
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_margins()

    def _fit_margins(self) -> None:
        """Wide pages get the design's 32 by 40 pixels, narrow ones less."""
        side = 40 if self.width() > self._look.px(580) else 18
        self.body.setContentsMargins(side, 32 if side == 40 else 20, side, 28)
