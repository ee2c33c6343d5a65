"""The list of entries: a title, and under it in a few words what it is."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ..theme import Look

tr = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The role under which an item's `EntryRow` is found."""
_LONGEST = 200
"""Characters of a line that could ever be seen in a row."""


class EntryRow(NamedTuple):
    """An entry in the list. `mark` is what one thinks of it, in a word; `faint` for what is not for oneself."""

    id: str
    title: str
    below: str
    mark: str = ""
    faint: bool = False

    @property
    def second(self) -> str:
        return " · ".join(filter(None, (self.mark, self.below)))


class EntryModel(QStringListModel):
    """The rows of one list, replaced as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[EntryRow] = []

    def set_rows(self, rows: list[EntryRow]) -> bool:
        """Show other rows; False where they are the same as before."""
        if rows == self.rows:
            return False
        self.rows = rows
        self.setStringList([row.id for row in rows])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return usual if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title[:_LONGEST]
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(filter(None, (row.title[:_LONGEST], row.mark, row.below[:_LONGEST])))
        return row if role == ROW else None

    def position(self, entry_id: str) -> int:
        """The row of an entry, -1 where it is not in the list."""
        return next((number for number, row in enumerate(self.rows) if row.id == entry_id), -1)


class EntryDelegate(QStyledItemDelegate):
    """Paints one entry. The list itself is asked what is chosen and where the mouse is (see ui/people/list.py)."""

    def __init__(self, look: Look, view: EntryList) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._title_font, self._small_font = look.font(1.0, semibold=True), look.font(0.93)
        self._title, self._small = QFontMetrics(self._title_font), QFontMetrics(self._small_font)
        self._height = self._title.height() + self._small.height() + look.px(24)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EntryRow = index.data(ROW)
        px = self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(px(4), px(2), -px(4), -px(2))
        self._paint_ground(painter, place, index)
        painter.setLayoutDirection(option.direction)
        inner = place.adjusted(px(12), 0, -px(12), 0)
        below = row.second
        top = place.center().y() - (self._title.height() + (self._small.height() if below else 0)) // 2
        line = QRect(inner.left(), top, inner.width(), self._title.height())
        self._paint_line(painter, line, row.title, self._title_font, "ink2" if row.faint else "ink")
        line = QRect(inner.left(), line.bottom() + px(2), inner.width(), self._small.height())
        self._paint_line(painter, line, below, self._small_font, "ink2")
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, index: Index) -> None:
        view = self._view
        chosen, under_mouse = view.is_chosen(index), view.is_under_mouse(index)
        focused = view.hasFocus() and view.currentIndex() == index
        if not (chosen or under_mouse or focused):
            return
        painter.setPen(QPen(self._look.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        fill = self._look.colour("accent_soft") if chosen else self._look.colour("sunken")
        painter.setBrush(fill if chosen or under_mouse else QColor(0, 0, 0, 0))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 10, 10)

    def _paint_line(self, painter: QPainter, place: QRect, text: str, font: QFont, token: str) -> None:
        metrics = self._title if font is self._title_font else self._small
        one_line = " ".join(text[:_LONGEST].split())
        shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, max(place.width(), 0))
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        # The painter was told the reading direction: there, left is where a line begins.
        leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, leading | Qt.TextFlag.TextSingleLine, shown)


class EntryList(QListView):
    """`chosen` when the selection moves, `opened` on a click, `enter_pressed`; each carries an id."""

    chosen = Signal(str)
    opened = Signal(str)
    enter_pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.under_mouse = False
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(look.px(150))
        self.setAccessibleName(tr("resources", "Resources"))
        self.clicked.connect(self._open)

    def set_rows(self, rows: list[EntryRow], chosen: str | None) -> None:
        """Show these, with one of them marked; what is seen stays where it is."""
        self._quiet = True
        before, bar = self.currentIndex().row(), self.verticalScrollBar()
        place = bar.value()
        if self.entries.set_rows(rows) or chosen != self.chosen_id():
            self._mark(chosen, before)
            bar.setValue(place)
        self._quiet = False

    def chosen_id(self) -> str | None:
        indexes = self.selectedIndexes()
        return indexes[0].data(ROW).id if indexes else None

    def is_chosen(self, index: Index) -> bool:
        return self.selectionModel().isSelected(index)

    def is_under_mouse(self, index: Index) -> bool:
        viewport = self.viewport()
        return viewport.underMouse() and self.indexAt(viewport.mapFromGlobal(QCursor.pos())) == index

    def choose_first(self) -> None:
        """Mark the first entry, unless one is marked."""
        if self.entries.rows and self.chosen_id() is None:
            self._choose(self.entries.index(0))

    def reveal(self) -> None:
        """Scroll to the row the keyboard is on."""
        self.scrollTo(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _mark(self, entry_id: str | None, before: int) -> None:
        """Mark an entry; otherwise only keep the keyboard where it was, with none marked."""
        number = self.entries.position(entry_id) if entry_id else -1
        if number >= 0:
            self._choose(self.entries.index(number))
            return
        self.selectionModel().clearSelection()
        if before >= 0 and self.entries.rows:
            there = self.entries.index(min(before, len(self.entries.rows) - 1))
            self.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        chosen = self.chosen_id()
        if not self._quiet and chosen is not None:
            self.chosen.emit(chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """`under_mouse` says, while a signal of this press is dealt with, that the mouse caused it."""
        self.under_mouse = True
        super().mousePressEvent(event)
        self.under_mouse = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A row that is chosen and seen stays in sight when an entry takes room beside the list."""
        row = self.visualRect(self.currentIndex())
        seen = row.isValid() and row.top() >= 0 and row.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if seen:
            self.reveal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit(index.data(ROW).id)
        elif index.isValid() and self.chosen_id() is None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            # The row that took the place of one that went comes first.
            self._choose(index)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW).id)
