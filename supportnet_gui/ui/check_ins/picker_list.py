"""The list of a people picker: its rows, and how one is painted."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ... import words
from ..theme import Look
from ..widgets.avatar import paint_avatar
from .picks import Pick

tr = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex

NO_PARENT = QModelIndex()

PICK = Qt.ItemDataRole.UserRole
"""The role under which a row's `Pick` is found; None in the row that adds somebody."""
ADD = Qt.ItemDataRole.UserRole + 1
"""The role under which the name is found that a row adds; empty in other rows."""

_LONGEST = 80


class PickModel(QAbstractListModel):
    """People to tick; the last row can offer to add a name. `chosen` holds the keys of those ticked."""

    def __init__(
        self, look: Look, chosen: Collection[str], *, ticks: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._plus = look.icon("plus", "accent")
        self._chosen, self._ticks = chosen, ticks
        self._picks: list[Pick] = []
        self._addable = ""

    def show(self, picks: list[Pick], addable: str) -> None:
        """Show these people, and the offer to add a name where one is given."""
        self.beginResetModel()
        self._picks, self._addable = picks, addable
        self.endResetModel()

    def ticks_changed(self) -> None:
        """Who is chosen has changed."""
        if self._picks:
            last = self.index(len(self._picks) - 1)
            self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])

    def row_of(self, key: str) -> int:
        """The row of somebody, -1 where they are not shown."""
        return next((row for row, pick in enumerate(self._picks) if pick.key == key), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._picks) + bool(self._addable)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        ticked = self._ticks and index.row() < len(self._picks)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if ticked else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        return self._of_offer(role) if index.row() == len(self._picks) else self._of(index.row(), role)

    def _of(self, row: int, role: int) -> object:
        pick = self._picks[row]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.short(pick.name, _LONGEST)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join([words.short(pick.name, _LONGEST), *pick.roles[:3]])
            case Qt.ItemDataRole.CheckStateRole if self._ticks:
                return Qt.CheckState.Checked if pick.key in self._chosen else Qt.CheckState.Unchecked
        return {PICK: pick, ADD: ""}.get(role)

    def _of_offer(self, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr("CheckIns", "Add “{name}”").format(name=words.short(self._addable))
            case Qt.ItemDataRole.DecorationRole:
                return self._plus
        return self._addable if role == ADD else None


class PickDelegate(QStyledItemDelegate):
    """A tick, a picture, a name and roles. A click anywhere on a row is `taken`."""

    taken = Signal(object)

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._font, self._small = look.font(), look.font(0.93)
        self.height = max(look.px(38), QFontMetrics(self._font).height() + look.px(16))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(QPersistentModelIndex(index))
            return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(px(3), px(1), -px(3), -px(1))
        self._paint_ground(painter, place, option.state)
        painter.setLayoutDirection(option.direction)
        left = place.left() + px(9)
        side = px(18)
        mark = QRect(left, place.center().y() - side // 2, side, side)
        pick: Pick | None = index.data(PICK)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            self._paint_tick(painter, self._seen(mark, place, option), state == Qt.CheckState.Checked)
            left = mark.right() + px(10)
        elif pick is None:
            icon = index.data(Qt.ItemDataRole.DecorationRole)
            icon.paint(painter, self._seen(mark, place, option))
            left = mark.right() + px(10)
        if pick is not None:
            side = px(26)
            picture = QRect(left, place.center().y() - side // 2, side, side)
            paint_avatar(
                painter,
                self._look,
                self._seen(picture, place, option),
                pick.name[:_LONGEST],
                pick.kind,
                pick.support,
            )
            left = picture.right() + px(10)
        words_place = QRect(left, place.top(), place.right() - px(10) - left, place.height())
        self._paint_words(painter, words_place, place, option, index)
        painter.restore()

    @staticmethod
    def _seen(part: QRect, whole: QRect, option: QStyleOptionViewItem) -> QRect:
        return QStyle.visualRect(option.direction, whole, part)

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        if focused or under_mouse:
            painter.setPen(QPen(self._look.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent_soft"))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 8, 8)

    def _paint_tick(self, painter: QPainter, place: QRect, ticked: bool) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("accent" if ticked else "control"), 1.5))
        painter.setBrush(look.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(place, 4, 4)
        if ticked:
            look.icon("check", "accent_ink").paint(painter, place.adjusted(1, 1, -1, -1))

    def _paint_words(
        self, painter: QPainter, place: QRect, row: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        look = self._look
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        flags = leading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        metrics = QFontMetrics(self._font)
        name = metrics.elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.setFont(self._font)
        painter.setPen(look.colour("accent" if index.data(ADD) else "ink"))
        painter.drawText(self._seen(place, row, option), flags, name)
        pick: Pick | None = index.data(PICK)
        rest = place.adjusted(metrics.horizontalAdvance(name) + look.px(12), 0, 0, 0)
        if pick is None or not pick.roles or rest.width() < look.px(40):
            return
        small = QFontMetrics(self._small)
        roles = ", ".join(pick.roles)[:_LONGEST]
        painter.setFont(self._small)
        painter.setPen(look.colour("ink2"))
        shown = small.elidedText(roles, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(self._seen(rest, row, option), flags, shown)
