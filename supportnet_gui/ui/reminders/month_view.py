"""The picture itself: a table of days, so that arrow keys and screen readers find their way in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...core.nudge_model import NudgeKind
from ..theme import Look
from .month_cells import LANES, WEEK, Bar, Cell

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ROOM_FOR_NAMES, ROOM_FOR_WEEKDAYS = 72, 42
"""Pixels at 100 % text that a day has to be wide for names to stand in it, and for more than a weekday's letter."""


class MonthModel(QAbstractTableModel):
    """Rows are weeks. `say` puts a day into a sentence, for screen readers."""

    def __init__(self, say: Callable[[Cell], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self.cells: list[Cell] = []
        self.first_weekday = 1
        self.weekdays = QLocale.FormatType.ShortFormat

    def show_cells(self, cells: list[Cell], first_weekday: int) -> None:
        self.beginResetModel()
        self.cells, self.first_weekday = cells, first_weekday
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        return self.cells[index.row() * WEEK + index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.cells) // WEEK

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else WEEK

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.cell(index).day is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.day.day) if cell.day else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._say(cell) if cell.day else ""
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        day = (self.first_weekday - 1 + section) % WEEK + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().standaloneDayName(day, self.weekdays)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return QLocale().standaloneDayName(day, QLocale.FormatType.LongFormat)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None


class DayPainter(QStyledItemDelegate):
    """A day: its number, and soft bars that grow. A window has no day on which it ends."""

    def __init__(self, look: Look, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._today = look, today
        self.with_names = True
        self.number, self.small = look.font(0.93), look.font(0.79)

    def lane_height(self) -> int:
        return self._look.px(19 if self.with_names else 9)

    def top(self) -> int:
        return self._look.px(28)

    def height(self) -> int:
        return self.top() + LANES * (self.lane_height() + self._look.px(3)) + self._look.px(4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL)
        # Each week begins with a line across; it is only there to look at.
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), self._look.colour("line")
        )
        if cell.day is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        place: QRect = option.rect
        self._paint_number(painter, place, cell)
        for bar in cell.bars:
            self._paint_bar(painter, place, bar)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            pen = QPen(self._look.colour("accent" if focused else "control"), 2 if focused else 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(place).adjusted(2, 2, -2, -2), 7, 7)
        painter.restore()

    def _paint_number(self, painter: QPainter, place: QRect, cell: Cell) -> None:
        look = self._look
        assert cell.day is not None
        side = look.px(22)
        box = QRectF(place.left() + look.px(5), place.top() + look.px(4), side, side)
        is_today = cell.day == self._today()
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(box)
        painter.setFont(self.number)
        painter.setPen(look.colour("accent_ink" if is_today else "ink" if cell.bars else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cell.day.day))

    def _paint_bar(self, painter: QPainter, place: QRect, bar: Bar) -> None:
        look, height = self._look, self.lane_height()
        top = place.top() + self.top() + bar.lane * (height + look.px(3))
        inset = look.px(4)
        left = place.left() + (inset if bar.starts else 0)
        right = place.right() + 1 - (inset if bar.ends else 0)
        box = QRectF(left, top, right - left, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        painter.setClipPath(_rounded(box, look.px(5), bar.starts, bar.ends), Qt.ClipOperation.IntersectClip)
        painter.fillRect(box, look.colour("accent_soft"))
        if bar.kind is NudgeKind.RHYTHM:
            self._paint_wedge(painter, box, bar)
        painter.restore()
        mark = 0
        if bar.kind is not NudgeKind.RHYTHM:
            mark = paint_mark(painter, look, bar.kind, QPointF(box.left() + look.px(9), box.center().y()))
        if self.with_names and bar.starts:
            self._paint_name(painter, box.adjusted(look.px(6) + mark, 0, -look.px(4), 0), bar)

    def _paint_wedge(self, painter: QPainter, box: QRectF, bar: Bar) -> None:
        """A line at the foot that grows thicker as the window widens."""
        least, most = self._look.px(1.5), self._look.px(4 if self.with_names else 7)
        before, now = (least + (most - least) * part for part in (bar.before, bar.openness))
        foot = box.bottom()
        painter.setBrush(self._look.colour("accent"))
        points = (
            QPointF(box.left(), foot), QPointF(box.left(), foot - before),
            QPointF(box.right(), foot - now), QPointF(box.right(), foot),
        )  # fmt: skip
        painter.drawPolygon(QPolygonF(points))

    def _paint_name(self, painter: QPainter, box: QRectF, bar: Bar) -> None:
        painter.setFont(self.small)
        painter.setPen(self._look.colour("ink"))
        name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


class MonthView(QTableView):
    """The days. `day_chosen` tells which one is looked at."""

    day_chosen = Signal(object)

    def __init__(self, look: Look, say: Callable[[Cell], str], today: Callable[[], date], name: str) -> None:
        super().__init__()
        self._look = look
        self.days = MonthModel(say, self)
        self.painter_of_days = DayPainter(look, today, self)
        self.setProperty("look", "month")
        self.setModel(self.days)
        self.setItemDelegate(self.painter_of_days)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(look.px(20))
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setFont(look.font(0.86))
        self.setMinimumWidth(look.px(200))
        self._fit()

    def show_cells(self, cells: list[Cell], first_weekday: int) -> None:
        """Other days; the one that is looked at stays, where it is still there."""
        chosen = self.chosen.day if self.chosen is not None else None
        self.days.show_cells(cells, first_weekday)
        places = [number for number, cell in enumerate(cells) if cell.day is not None]
        number = next((one for one in places if cells[one].day == chosen), places[0])
        self.setCurrentIndex(self.days.index(*divmod(number, WEEK)))
        self._fit()

    @property
    def chosen(self) -> Cell | None:
        index = self.currentIndex()
        return self.days.cell(index) if index.isValid() else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.day_chosen.emit(self.days.cell(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its weeks, so that only the page scrolls; names where there is room for them."""
        room = self.width() / WEEK * 100 / self._look.text_size
        self.painter_of_days.with_names = room > ROOM_FOR_NAMES
        form = QLocale.FormatType
        self.days.weekdays = form.ShortFormat if room > ROOM_FOR_WEEKDAYS else form.NarrowFormat
        height = self.painter_of_days.height()
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        head = self.horizontalHeader().sizeHint().height()
        wanted = head + self.days.rowCount() * height + 2 * self.frameWidth() + 2
        if self.height() != wanted:
            self.setFixedHeight(wanted)


def paint_mark(painter: QPainter, look: Look, kind: NudgeKind, middle: QPointF) -> int:
    """A diamond for a date, a ring for a meeting; returns the room it takes."""
    half = look.px(4)
    painter.save()
    if kind is NudgeKind.DATE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        corners: Sequence[tuple[float, float]] = ((0, -half), (half, 0), (0, half), (-half, 0))
        painter.drawPolygon(QPolygonF([middle + QPointF(*corner) for corner in corners]))
    else:
        painter.setPen(QPen(look.colour("accent"), look.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, half - 0.5, half - 0.5)
    painter.restore()
    return look.px(11)


def _rounded(box: QRectF, radius: float, left: bool, right: bool) -> QPainterPath:
    """A bar with round ends where it begins and ends, and straight ones where it goes on."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    half = box.width() / 2
    if not left:
        path.addRect(QRectF(box.left(), box.top(), half, box.height()))
    if not right:
        path.addRect(QRectF(box.left() + half, box.top(), half, box.height()))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
