"""Where things stand on the Resources page: side by side in a wide window, one at a time in a narrow one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...core.content.library_model import SectionWords
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.fields import tab_in_order
from ..widgets.page import settle_layout
from ..widgets.text import Text
from .filters import Filters
from .front import CountryAsk, Front
from .list import EntryList

if TYPE_CHECKING:
    from .panel import EntryPanel

tr = QCoreApplication.translate

NARROW = 48
"""Below this many times the size of the text, list and entry take turns."""
WIDEST = 1080
"""Pixels at 100 % text beyond which the page grows no wider."""


class ResourcesFrame(QWidget):
    """The widgets of the page and their places; what they do is the page's matter (see ui/people/frame.py)."""

    def __init__(
        self,
        look: Look,
        sections: tuple[SectionWords, ...],
        choose_place: Callable[[str | None, str | None], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._panel: EntryPanel | None = None
        self.narrow = False
        self._em = look.font().pixelSize()
        self._lay_out(sections, choose_place)
        self.order_tabs()
        self.filters.fold.toggled.connect(self.order_tabs)

    @property
    def panel(self) -> EntryPanel:
        """The entry, made when one is first looked at."""
        if self._panel is None:
            self._panel = self.make_panel()
            self._panel.hide()
            self._beside.addWidget(self._panel, 1)
            self._panel.filled.connect(self.order_tabs)
            self.order_tabs()
        return self._panel

    def make_panel(self) -> EntryPanel:
        """What the page puts there."""
        raise NotImplementedError

    def is_open(self) -> bool:
        """Whether an entry is shown."""
        raise NotImplementedError

    def arrange(self, opened: bool) -> None:
        """Show the list, and an entry beside it or, in a narrow window, instead of it."""
        margin = 40 if self.width() > self._look.px(580) else 18
        inner = min(self.width() - 2 * margin, self._look.px(WIDEST))
        self._outer.setContentsMargins(margin, 32 if margin == 40 else 20, margin, 20)
        self.narrow = inner < NARROW * self._em
        beside = not self.narrow
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        fits = title + self.add.sizeHint().width() + self._look.px(12) + 24 <= inner
        one_line = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._header_box.setDirection(one_line)
        self._place_header(beside)
        self._left.setVisible(beside or not opened)
        share = beside and opened
        width = max(self._look.px(300), min(self._look.px(380), round(inner * 0.4)))
        self._left.setMinimumWidth(width if share else 0)
        self._left.setMaximumWidth(width if share else 1 << 20)
        if opened or self._panel is not None:
            self.panel.setVisible(opened)
            self.panel.setMinimumWidth(self._look.px(260) if share else 0)
            self.panel.set_back_visible(self.narrow)

    def show_parts(self, *, front: bool, head: tuple[str, str], empty: str, clear: str, ask: bool) -> None:
        """The parts of the library or a list of entries, with title and a word above it, or why it is empty."""
        self.front.setVisible(front)
        self.filters.all_parts.setVisible(not front)
        title, intro = head
        self.section_head.setVisible(bool(title))
        self.section_title.setText(title)
        self.section_intro.setText(intro)
        self.section_intro.setVisible(bool(intro))
        self.list.setVisible(not front and not empty)
        self.empty.setVisible(not front and bool(empty))
        self.empty_text.setText(empty)
        self.clear_search.setVisible(bool(clear))
        self.clear_search.setText(clear)
        self.clear_search.setAccessibleName(clear)
        self.ask.setVisible(ask)

    def order_tabs(self) -> None:
        """Let Tab go through the page as it is read."""
        tab_in_order(
            self.add,
            *self.filters.in_order(),
            self.ask,
            *self.front.offers.values(),
            *(self.list, self.clear_search),
            *(self._panel.in_order() if self._panel is not None else ()),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.is_open())

    def _reveal_ask(self) -> None:
        """The question about the country needs more room than the line it was."""
        QTimer.singleShot(0, self, self._scroll_to_ask)

    def _scroll_to_ask(self) -> None:
        settle_layout(self)
        self._left.ensureWidgetVisible(self.ask)

    def _place_header(self, beside: bool) -> None:
        """Above both columns; in a narrow window it scrolls with the list."""
        wanted = self._column if beside else self._left_column
        if wanted.indexOf(self._header) < 0:
            wanted.insertWidget(0, self._header)
            self._header.show()

    def _lay_out(
        self, sections: tuple[SectionWords, ...], choose_place: Callable[[str | None, str | None], None]
    ) -> None:
        look = self._look
        inside = QWidget(self)
        inside.setMaximumWidth(look.px(WIDEST))
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        self._header = QWidget(inside)
        self._header_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._header)
        self._header_box.setContentsMargins(0, 0, 0, 0)
        self._header_box.setSpacing(look.px(12))
        self.title = Text(look, tr("resources", "Resources"), "title", self._header)
        self.add = Button(look, tr("resources", "Add your own"), "plain", "plus", self._header)
        self._header_box.addWidget(self.title, 1)
        self._header_box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        both = QWidget(inside)
        self._beside = QHBoxLayout(both)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(look.px(20))
        self._left = self._make_left(both, sections, choose_place)
        self._beside.addWidget(self._left, 1)
        column.addWidget(self._header)
        column.addWidget(both, 1)
        self._outer = QHBoxLayout(self)
        self._outer.addWidget(inside, 1)
        self._outer.addStretch(0)

    def _make_left(
        self,
        parent: QWidget,
        sections: tuple[SectionWords, ...],
        choose_place: Callable[[str | None, str | None], None],
    ) -> QScrollArea:
        """Search, filters, and the parts or the list. Where there is little height, it scrolls as a whole."""
        look = self._look
        area = QScrollArea(parent)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(area.viewport())
        inside.setProperty("look", "page")
        column = self._left_column = QVBoxLayout(inside)
        # Room for focus rings at the edge.
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(look.px(12))
        self.filters = Filters(look, inside)
        self.ask = CountryAsk(look, choose_place, inside)
        self.ask.grew.connect(self._reveal_ask)
        self.front = Front(look, sections, inside)
        self.list = EntryList(look, inside)
        column.addWidget(self.filters)
        column.addWidget(self._make_section_head(inside))
        column.addWidget(self.front)
        column.addWidget(self.list, 1)
        column.addWidget(self._make_empty(inside), 1)
        column.addWidget(self.ask)
        column.addStretch(0)
        area.setWidget(inside)
        return area

    def _make_section_head(self, parent: QWidget) -> QWidget:
        look = self._look
        self.section_head = QWidget(parent)
        column = QVBoxLayout(self.section_head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        self.section_title = Text(look, "", "heading", self.section_head)
        self.section_intro = Text(look, "", "quiet", self.section_head)
        column.addWidget(self.section_title)
        column.addWidget(self.section_intro)
        return self.section_head

    def _make_empty(self, parent: QWidget) -> QWidget:
        look = self._look
        self.empty = QWidget(parent)
        column = QVBoxLayout(self.empty)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(10))
        self.empty_text = Text(look, "", "quiet", self.empty)
        self.clear_search = Button(look, "", "plain", parent=self.empty)
        column.addWidget(self.empty_text)
        column.addWidget(self.clear_search, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return self.empty
