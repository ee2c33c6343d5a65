"""Where things stand on the People page: side by side in a wide window, one at a time in a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.fields import tab_in_order
from ..widgets.flow import Flow
from ..widgets.text import Text
from .filters import Filters
from .list import PeopleList

if TYPE_CHECKING:
    from .panel import PersonPanel
    from .photos import Photos

tr = QCoreApplication.translate

NARROW = 46
"""Below this many times the size of the text, list and person take turns."""

LOW = 30
"""Below this many times the size of the text in height, the list comes before the address book."""

WIDEST = 1080
"""Pixels at 100 % text beyond which the page grows no wider."""


class PeopleFrame(QWidget):
    """The widgets of the page and their places. What they do is the page's matter.

    What holds others is made inside its parent from the beginning: to move a full page from one parent to the next
    takes as long as to make it.
    """

    def __init__(self, look: Look, photos: Photos, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._panel: PersonPanel | None = None
        self.narrow = False
        self._em = look.font().pixelSize()
        self.title = Text(look, tr("People", "People"), "title")
        self.add = Button(look, tr("People", "Add a person"), "plain", "plus")
        self.bring_in = Button(look, tr("People", "Bring in an address book"), "plain", "people")
        self._header_buttons = Flow(self.add, self.bring_in, gap=look.px(10))
        self._make_welcome()
        self._make_empty()
        self._lay_out(photos)
        self.order_tabs()
        self.filters.fold.toggled.connect(self.order_tabs)

    @property
    def panel(self) -> PersonPanel:
        """One person's own page, made when somebody is first looked at."""
        if self._panel is None:
            self._panel = self.make_panel()
            self._panel.hide()
            self._beside.addWidget(self._panel, 1)
            self._panel.filled.connect(self.order_tabs)
            self.order_tabs()
        return self._panel

    def make_panel(self) -> PersonPanel:
        """What the page puts there."""
        raise NotImplementedError

    def arrange(self, opened: bool) -> None:
        """Show the list, and somebody's page beside it or, in a narrow window, instead of it."""
        # The margins of every page, as in widgets/page.py.
        margin = 40 if self.width() > self._look.px(580) else 18
        inner = min(self.width() - 2 * margin, self._look.px(WIDEST))
        self._outer.setContentsMargins(margin, 32 if margin == 40 else 20, margin, 20)
        self.narrow = inner < NARROW * self._em
        beside, low = not self.narrow, self.height() < LOW * self._em
        # Also in the window's menu: in a small window the list matters more.
        self.bring_in.setVisible(beside or not low)
        one_line = beside or (low and self._header_fits(inner))
        self._header_box.setDirection(
            QBoxLayout.Direction.LeftToRight if one_line else QBoxLayout.Direction.TopToBottom
        )
        self._place_header(beside)
        self._left.setVisible(beside or not opened)
        share = beside and opened
        self._left.setMinimumWidth(self._left_width(inner) if share else 0)
        self._left.setMaximumWidth(self._left_width(inner) if share else 1 << 20)
        if opened or self._panel is not None:
            self.panel.setVisible(opened)
            self.panel.setMinimumWidth(self._look.px(260) if share else 0)
            self.panel.set_back_visible(self.narrow)

    def show_welcome(self, shown: bool) -> None:
        """With nobody written down there is one thing to look at: how to begin."""
        self.welcome.setVisible(shown)
        self._header_buttons.setVisible(not shown)
        self._both.setVisible(not shown)

    def show_empty(self, text: str, *, clear: str, can_go_back: bool) -> None:
        """Say why the list is empty; an empty text shows the list. `clear` are the words on the button."""
        self.list.setVisible(not text)
        self.empty.setVisible(bool(text))
        self.empty_text.setText(text)
        self.clear_search.setText(clear)
        self.clear_search.setAccessibleName(clear)
        self.clear_search.setVisible(bool(clear))
        self.back_to_people.setVisible(can_go_back)

    def order_tabs(self) -> None:
        """Let Tab go through the page as it is read."""
        tab_in_order(
            self.first_add,
            self.first_bring_in,
            self.add,
            self.bring_in,
            *self.filters.in_order(),
            self.list,
            *(self.clear_search, self.back_to_people, self.empty_trash),
            *(self._panel.in_order() if self._panel is not None else ()),
        )

    def _header_fits(self, inner: int) -> bool:
        """Whether title and button have room beside each other, and beside a scroll bar."""
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        return title + self.add.sizeHint().width() + self._look.px(12) + 24 <= inner

    def _place_header(self, beside: bool) -> None:
        """Above both columns; in a narrow window it scrolls with the list, where there is one."""
        wanted = self._column if beside or not self.welcome.isHidden() else self._left_column
        if wanted.indexOf(self._header) < 0:
            wanted.insertWidget(0, self._header)
            self._header.show()

    def _left_width(self, inner: int) -> int:
        px = self._look.px
        return max(px(300), min(px(380), round(inner * 0.42)))

    def _make_welcome(self) -> None:
        look = self._look
        self.welcome = Card(look)
        self.welcome.body.addWidget(
            Text(look, tr("People", "Nobody is written down here yet. That is fine."), "heading")
        )
        first = tr("People", "If someone comes to mind, a first name is enough. Everything else can wait.")
        self.welcome.body.addWidget(Text(look, first))
        self.first_add = Button(look, tr("People", "Add a first name"), "primary", "plus")
        self.first_bring_in = Button(look, tr("People", "Bring in an address book"), "plain", "people")
        self.welcome.body.addWidget(Flow(self.first_add, self.first_bring_in, gap=look.px(10)))
        self.welcome.hide()

    def _make_empty(self) -> None:
        look = self._look
        self.empty = QWidget()
        column = QVBoxLayout(self.empty)
        column.setContentsMargins(0, look.px(12), 0, 0)
        column.setSpacing(look.px(10))
        self.empty_text = Text(look, "", "quiet")
        self.clear_search = Button(look)
        self.back_to_people = Button(look, tr("People", "Back to People"), "plain", "back")
        column.addWidget(self.empty_text)
        column.addWidget(self.clear_search, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.back_to_people, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.empty.hide()

    def _lay_out(self, photos: Photos) -> None:
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
        self._header_box.addWidget(self.title, 1)
        self._header_box.addWidget(self._header_buttons)
        self._both = QWidget(inside)
        both = self._beside = QHBoxLayout(self._both)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(look.px(20))
        self._left = self._make_left(photos)
        both.addWidget(self._left, 1)
        column.addWidget(self._header)
        column.addWidget(self.welcome)
        column.addWidget(self._both, 1)
        column.addStretch(0)
        self._outer = QHBoxLayout(self)
        self._outer.addWidget(inside, 1)
        self._outer.addStretch(0)

    def _make_left(self, photos: Photos) -> QScrollArea:
        """Search, filters and the list. Where there is little height, it scrolls as a whole."""
        look = self._look
        area = QScrollArea(self._both)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(area.viewport())
        inside.setProperty("look", "page")
        column = self._left_column = QVBoxLayout(inside)
        # Room for focus rings at the edge.
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(look.px(10))
        self.filters = Filters(look, inside)
        self.list = PeopleList(look, photos, inside)
        self.empty_trash = Button(look, tr("People", "Remove all for good…"), "quiet", "trash")
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.empty_trash, 0, Qt.AlignmentFlag.AlignLeft)
        area.setWidget(inside)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.is_open())

    def is_open(self) -> bool:
        """Whether somebody's page is shown."""
        raise NotImplementedError
