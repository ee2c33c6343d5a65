"""The way between pages, with Help right now pinned below. Narrow windows show small words only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from .widgets.buttons import Button
from .widgets.text import Text

if TYPE_CHECKING:
    from .theme import Look

tr = QCoreApplication.translate
WIDE = 208
"""Width in pixels at 100 % text; in a narrow window it is as wide as its longest word."""


class Sidebar(QFrame):
    """Emits `chosen` with a page's name and `help_wanted`."""

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(
        self, look: Look, pages: tuple[tuple[str, str, str], ...], parent: QWidget | None = None
    ) -> None:
        """`pages` holds name, words and icon of each page."""
        super().__init__(parent)
        self.setProperty("look", "sidebar")
        self._look = look
        self._icons = {name: icon for name, _, icon in pages}
        self._narrow: bool | None = None
        self._current = ""
        self.help = Button(look, tr("Sidebar", "Help right now"), "crisis", "help")
        self.help.setToolTip(tr("Sidebar", "Help right now (F1)"))
        self.help.clicked.connect(self.help_wanted)
        self.brand = Text(look, tr("Sidebar", "Supportnet"), "strong")
        self.buttons: dict[str, Button] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 18, 12, 14)
        outer.setSpacing(look.px(8))
        self.brand.setContentsMargins(look.px(12), 0, 0, 0)
        outer.addWidget(self.brand)
        outer.addWidget(self._navigation(pages), 1)
        outer.addWidget(self.help)
        self.set_narrow(False)

    def set_current(self, name: str) -> None:
        """Mark the page that is shown; none of them while help is."""
        self._current = name
        for page, button in self.buttons.items():
            button.setChecked(page == name)
        self._draw_icons()

    def _draw_icons(self) -> None:
        """Beside the words where there is room; alone they would have to be guessed."""
        for page, button in self.buttons.items():
            colour = "accent" if page == self._current else "ink2"
            button.setIcon(QIcon() if self._narrow else self._look.icon(self._icons[page], colour))

    def set_narrow(self, narrow: bool) -> None:
        """Small words only, or icons and words."""
        if narrow == self._narrow:
            return
        changed, self._narrow = self._narrow is not None, narrow
        self.brand.setVisible(not narrow)
        for button in self.buttons.values():
            button.setProperty("look", "rail" if narrow else "nav")
            if changed:
                button.style().polish(button)
                # Last: polishing gives a widget the application's font.
                button.setFont(self._look.font(0.82 if narrow else 1.0))
        self._draw_icons()
        self.help.setText(tr("Sidebar", "Help\nnow") if narrow else tr("Sidebar", "Help right now  F1"))
        self.help.setIcon(QIcon() if narrow else self._look.icon("help", "crisis_ink"))
        widest = max(button.sizeHint().width() for button in (self.help, *self.buttons.values())) + 24
        # In a low window the words scroll: the bar needs its room beside them.
        bar = self._area.verticalScrollBar().sizeHint().width() if changed else 0
        self.setFixedWidth(widest + bar if narrow else max(self._look.px(WIDE), widest))

    def _navigation(self, pages: tuple[tuple[str, str, str], ...]) -> QWidget:
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(self._look.px(4))
        for name, words, _ in pages:
            button = Button(self._look, words, "nav")
            button.setIconSize(self._look.icon_size())
            button.clicked.connect(partial(self.chosen.emit, name))
            self.buttons[name] = button
            column.addWidget(button)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(self._look.px(60))
        area.setWidget(inside)
        return area

    def order_tabs(self) -> None:
        """Help first, then the pages. To be called once this stands in its window: moving there sorts anew."""
        before: QWidget = self.help
        for button in self.buttons.values():
            QWidget.setTabOrder(before, button)
            before = button
