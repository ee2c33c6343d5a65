"""The way between pages, with Help right now pinned below. Narrow windows show icons only."""

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
"""Width in pixels at 100 % text; with icons only it is as wide as its Help button."""


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
        self._words = {name: words for name, words, _ in pages}
        self._icons = {name: icon for name, _, icon in pages}
        self._narrow: bool | None = None
        self.help = Button(look, tr("Sidebar", "Help right now"), "crisis", "help")
        self.help.setToolTip(tr("Sidebar", "Help right now (F1)"))
        self.help.clicked.connect(self.help_wanted)
        self.brand = Text(look, tr("Sidebar", "Supportnet"), "strong")
        self.buttons: dict[str, Button] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 18, 12, 14)
        outer.setSpacing(look.px(8))
        outer.addWidget(self.brand)
        outer.addWidget(self._navigation(pages), 1)
        outer.addWidget(self.help)
        self.set_narrow(False)

    def set_current(self, name: str) -> None:
        """Mark the page that is shown; none of them while help is."""
        for page, button in self.buttons.items():
            button.setChecked(page == name)
            button.setIcon(self._look.icon(self._icons[page], "accent" if page == name else "ink2"))

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or icons and words."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.brand.setVisible(not narrow)
        for name, button in self.buttons.items():
            button.setText("" if narrow else self._words[name])
            button.setToolTip(self._words[name] if narrow else "")
        self.help.setText(tr("Sidebar", "Help") if narrow else tr("Sidebar", "Help right now  F1"))
        self.help.setIcon(QIcon() if narrow else self._look.icon("help", "crisis_ink"))
        needed = self.help.sizeHint().width() + 24
        self.setFixedWidth(needed if narrow else max(self._look.px(WIDE), needed))

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
        area = QScrollArea()
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
