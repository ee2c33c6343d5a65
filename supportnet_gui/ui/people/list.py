"""The list of people: a picture, a name, roles, and which kinds of support somebody gives."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ... import words
from ...core.model import PersonRow, Status, Support
from ..theme import Look
from ..widgets.avatar import paint_avatar
from .photos import Photos

tr = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The role under which an item's `PersonRow` is found."""

_LONGEST = 200
"""Characters of a name or of roles that could ever be seen in a row."""


def gives(row: PersonRow) -> tuple[Support, ...]:
    """The kinds of support a list shows: none for someone who died."""
    return () if row.status is Status.DIED else row.support


def second_line(row: PersonRow) -> str:
    """Roles. How things stand is said on somebody's own page, never beside a name in a list."""
    return ", ".join(row.roles)[:_LONGEST]


def in_words(row: PersonRow) -> str:
    """What a screen reader says for a row."""
    said = [words.short(row.name, _LONGEST), *row.roles[:3], words.kind(row.kind)]
    said += [words.support(one) for one in gives(row)]
    return ", ".join(said)


class PeopleModel(QStringListModel):
    """The rows of one list, re-read as a whole.

    Qt asks how many there are once for each of them: it has a list of its own to count.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PersonRow] = []

    def set_rows(self, rows: list[PersonRow]) -> bool:
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
                return words.short(row.name, _LONGEST)
            case Qt.ItemDataRole.AccessibleTextRole:
                return in_words(row)
            case Qt.ItemDataRole.ToolTipRole:
                # Our own words only: a tool tip guesses markup.
                return ", ".join(words.support(one) for one in gives(row)) or None
        return row if role == ROW else None

    def position(self, person_id: str) -> int:
        """The row of someone, -1 if they are not in the list."""
        return next((number for number, row in enumerate(self.rows) if row.id == person_id), -1)

    def photo_changed(self, person_id: str) -> None:
        number = self.position(person_id)
        if number >= 0:
            place = self.index(number)
            self.dataChanged.emit(place, place, [Qt.ItemDataRole.DecorationRole])


class PersonDelegate(QStyledItemDelegate):
    """Paints one person. Kinds of support are drawings, each in its own colour.

    The list itself is asked what is chosen and where the mouse is: `QStyle`, through which Qt would tell it, has so
    many enums that bringing it in takes a tenth of the time to the first sight of the page.
    """

    def __init__(self, look: Look, photos: Photos, view: PeopleList) -> None:
        super().__init__(view)
        self._look, self._photos, self._view = look, photos, view
        self._name_font, self._small_font = look.font(1.0, semibold=True), look.font(0.93)
        heights = QFontMetrics(self._name_font).height() + QFontMetrics(self._small_font).height()
        self._height = max(heights, look.px(40)) + look.px(18)
        self._drawings: dict[Support, QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PersonRow = index.data(ROW)
        look, px = self._look, self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(px(4), px(2), -px(4), -px(2))
        self._paint_ground(painter, place, index)
        painter.setLayoutDirection(option.direction)
        side = px(40)
        inner = place.adjusted(px(10), 0, -px(10), 0)
        avatar = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
        photo = self._photos.get(row.id) if row.has_photo else None
        paint_avatar(
            painter, look, self._seen(avatar, place, option), row.name[:_LONGEST], row.kind, gives(row), photo
        )
        if self._view.is_chosen(index):
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._seen(avatar, place, option))
        right = inner.right() + 1
        for support in reversed(gives(row)):
            right -= px(26)
            badge = QRect(right, inner.center().y() - px(12), px(24), px(24))
            self._paint_support(painter, self._seen(badge, place, option), support)
        text = QRect(avatar.right() + px(12), place.top(), 0, place.height())
        text.setRight(right - px(8))
        self._paint_words(painter, self._seen(text, place, option), row, option)
        painter.restore()

    @staticmethod
    def _seen(part: QRect, whole: QRect, option: QStyleOptionViewItem) -> QRect:
        """Where a part stands once the reading direction is taken into account."""
        if option.direction is Qt.LayoutDirection.LeftToRight:
            return part
        return part.translated(whole.left() + whole.right() - part.left() - part.right(), 0)

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

    def _paint_support(self, painter: QPainter, place: QRect, support: Support) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"{support}_soft"))
        painter.drawEllipse(place)
        if support not in self._drawings:
            self._drawings[support] = self._look.pixmap(str(support), str(support), 16)
        margin = (place.width() - self._look.px(16)) // 2
        painter.drawPixmap(place.adjusted(margin, margin, -margin, -margin), self._drawings[support])

    def _paint_words(
        self, painter: QPainter, place: QRect, row: PersonRow, option: QStyleOptionViewItem
    ) -> None:
        below = second_line(row)
        name = QFontMetrics(self._name_font)
        small = QFontMetrics(self._small_font)
        top = place.center().y() - (name.height() + (small.height() if below else 0)) // 2
        line = QRect(place.left(), top, place.width(), name.height())
        self._paint_line(painter, line, row.name, self._name_font, "ink", option)
        if below:
            line = QRect(place.left(), line.bottom() + 1, place.width(), small.height())
            self._paint_line(painter, line, below, self._small_font, "ink2", option)

    def _paint_line(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        font: QFont,
        token: str,
        option: QStyleOptionViewItem,
    ) -> None:
        shown = QFontMetrics(font).elidedText(
            text[:_LONGEST], Qt.TextElideMode.ElideRight, max(place.width(), 0)
        )
        painter.setFont(font)
        painter.setPen(self._look.colour(token))
        # The painter was told the reading direction: there, left is where a line begins.
        leading = Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, leading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class PeopleList(QListView):
    """`chosen` when the selection moves, `opened` on a click, `enter_pressed`; each carries an id."""

    chosen = Signal(str)
    opened = Signal(str)
    enter_pressed = Signal(str)
    remove_wanted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, look: Look, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.under_mouse = False
        self.people = PeopleModel(self)
        self.setModel(self.people)
        self.setItemDelegate(PersonDelegate(look, photos, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(look.px(200))
        self.setAccessibleName(tr("People", "People"))
        photos.changed.connect(self.people.photo_changed)
        self.clicked.connect(self._open)

    def set_rows(self, rows: list[PersonRow], chosen: str | None) -> None:
        """Show rows and mark someone, without telling anybody. Where one reads stays where it was."""
        position = self.verticalScrollBar().value()
        before = self.currentIndex().row()
        self._quiet = True
        if self.people.set_rows(rows):
            self.doItemsLayout()
            self._mark(chosen, before)
            self.verticalScrollBar().setValue(position)
        elif self.chosen_id() != chosen:
            self._mark(chosen, before)
        self._quiet = False

    def chosen_id(self) -> str | None:
        indexes = self.selectedIndexes()
        return indexes[0].data(ROW).id if indexes else None

    def current_id(self) -> str | None:
        """Whose row the keyboard is on."""
        index = self.currentIndex()
        return index.data(ROW).id if index.isValid() else None

    def is_chosen(self, index: Index) -> bool:
        return self.selectionModel().isSelected(index)

    def is_under_mouse(self, index: Index) -> bool:
        viewport = self.viewport()
        return viewport.underMouse() and self.indexAt(viewport.mapFromGlobal(QCursor.pos())) == index

    def choose_first(self) -> None:
        """Mark the first person, unless somebody is marked."""
        if self.people.rows and self.chosen_id() is None:
            self._choose(self.people.index(0))

    def reveal(self) -> None:
        """Scroll to the row the keyboard is on."""
        self.scrollTo(self.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _mark(self, person_id: str | None, before: int) -> None:
        """Mark someone; otherwise only keep the keyboard where it was, with nobody marked."""
        number = self.people.position(person_id) if person_id else -1
        if number >= 0:
            self._choose(self.people.index(number))
            return
        self.selectionModel().clearSelection()
        if before >= 0 and self.people.rows:
            there = self.people.index(min(before, len(self.people.rows) - 1))
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
        """A row that is chosen and seen stays in sight when a person's page takes room beside the list."""
        row = self.visualRect(self.currentIndex())
        seen = row.isValid() and row.top() >= 0 and row.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        if seen:
            self.reveal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current_id()
        if current and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit(current)
        elif event.key() == Qt.Key.Key_Delete:
            # Only somebody marked: pressing twice by accident takes one person away, not two.
            if (chosen := self.chosen_id()) is not None:
                self.remove_wanted.emit(chosen)
        elif current and self.chosen_id() is None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            # Somebody was just taken away: the row that took their place comes first.
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            where = event.globalPos() if by_mouse else self._beside(index)
            self.menu_wanted.emit(index.data(ROW).id, where)

    def _beside(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW).id)
