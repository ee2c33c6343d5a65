"""The names of an address book, each with a tick. Ten thousand rows cost no more than the few in sight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ... import words
from ...core.exchange.import_match import name_key
from ...core.exchange.importing import Candidate
from ..theme import Look
from .problems import told_apart

tr = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()

BELOW = Qt.ItemDataRole.UserRole
"""The role of a row's second line."""

_LONGEST = 200
"""Characters of a line that could ever be seen in a row."""


class NamesModel(QAbstractListModel):
    """The cards a search finds. `ticked` holds the UIDs of the chosen ones, found or not."""

    ticks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticked: set[str] = set()
        self.shown: list[Candidate] = []
        self._all: tuple[Candidate, ...] = ()
        self._in_trash: Collection[str] = ()
        self._names: Counter[str] = Counter()

    def set_all(self, candidates: tuple[Candidate, ...], in_trash: Collection[str] = ()) -> None:
        """Take other cards, show none of them, tick none. `in_trash` holds ids of people in the trash."""
        self.beginResetModel()
        self._all, self._in_trash = candidates, in_trash
        self._names = Counter(name_key(one.card.name) for one in candidates)
        self.ticked, self.shown = set(), []
        self.endResetModel()

    def search(self, text: str, everyone: bool) -> None:
        """Show who has each word typed somewhere; with nothing typed everyone, or those ticked only."""
        typed = name_key(text).split()
        if typed:
            shown = [one for one in self._all if all(word in one.found_by for word in typed)]
        elif everyone:
            shown = list(self._all)
        else:
            shown = self.chosen()
        if shown != self.shown:
            self.beginResetModel()
            self.shown = shown
            self.endResetModel()

    def repeats(self, name: str) -> bool:
        """Whether several cards have this name."""
        return self._names[name_key(name)] > 1

    def chosen(self) -> list[Candidate]:
        return [one for one in self._all if one.uid in self.ticked] if self.ticked else []

    def toggle(self, index: Index) -> None:
        """Tick somebody, or take the tick away. Who is here already has none."""
        if not index.isValid():
            return
        one = self.shown[index.row()]
        if one.already is None:
            self.ticked ^= {one.uid}
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
            self.ticks_changed.emit()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.shown[index.row()].already is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A screen reader ticks this way."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if (self.shown[index.row()].uid in self.ticked) != (Qt.CheckState(value) is Qt.CheckState.Checked):
            self.toggle(index)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.shown):
            return None
        one = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.short(one.card.name, _LONGEST)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (words.short(one.card.name, _LONGEST), self.below(one))))
        if role == Qt.ItemDataRole.CheckStateRole and one.already is None:
            return Qt.CheckState.Checked if one.uid in self.ticked else Qt.CheckState.Unchecked
        return self.below(one) if role == BELOW else None

    def below(self, one: Candidate) -> str:
        """The second line: what is known of them, and what tells two people of one name apart."""
        known, card = self._known(one), one.card
        apart = told_apart(card.channels) if self.repeats(card.name) else ""
        # Of somebody without a role, the whole number or address is shown already.
        if apart and known and all(known != _line(way.value) for way in card.channels):
            return tr("BringIn", "{known}, {apart}").format(known=known, apart=apart)
        return known or apart

    def _known(self, one: Candidate) -> str:
        if one.already in self._in_trash:
            return tr("BringIn", "Here already, in the trash")
        if one.already is not None:
            return tr("BringIn", "Here already")
        if one.likely:
            like = one.likely[0]
            said = tr("BringIn", "{reason} as {name}, who is here").format(
                name=words.short(like.name, 40), reason=words.same(like.why)
            )
            return said[:1].upper() + said[1:]
        card = one.card
        return _line(card.about.split("\n")[0] or next((way.value for way in card.channels), ""))


def _line(text: str) -> str:
    return words.short(" ".join(text[:_LONGEST].split()), _LONGEST)


class NamesDelegate(QStyledItemDelegate):
    """Paints a box, a name and a quieter line. A click anywhere in the row ticks."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name_font, self._small_font = look.font(1.0, semibold=True), look.font(0.93)
        lines = QFontMetrics(self._name_font).height() + QFontMetrics(self._small_font).height()
        self._height = lines + look.px(16)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._height)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if (
            event.type() is QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
            and option.rect.contains(event.position().toPoint())
            and isinstance(model, NamesModel)
        ):
            model.toggle(index)
            return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        place = option.rect.adjusted(px(4), px(2), -px(4), -px(2))
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        ticked = state is Qt.CheckState.Checked
        self._paint_ground(painter, place, option.state, ticked)
        side = px(20)
        box = QRect(place.left() + px(10), place.center().y() - side // 2 + 1, side, side)
        if state is not None:
            self._paint_box(painter, QStyle.visualRect(option.direction, place, box), ticked)
        text = place.adjusted(px(10) + side + px(12), 0, -px(10), 0)
        name, below = str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(BELOW))
        text = QStyle.visualRect(option.direction, place, text)
        quiet = state is None
        self._paint_words(painter, text, (name, below), "ink2" if quiet else "ink", option)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag, ticked: bool) -> None:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (focused or under_mouse or ticked):
            return
        painter.setPen(QPen(self._look.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        fill = self._look.colour("accent_soft" if ticked else "sunken")
        painter.setBrush(fill if ticked or under_mouse else QColor(0, 0, 0, 0))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 10, 10)

    def _paint_box(self, painter: QPainter, place: QRect, ticked: bool) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("accent" if ticked else "control"), look.px(1.5)))
        painter.setBrush(look.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), look.px(5), look.px(5))
        if ticked:
            pen = QPen(look.colour("accent_ink"), look.px(2.2))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            unit, x, y = place.width() / 20, place.left(), place.top()
            corners = ((5.5, 10.5), (8.8, 13.8), (14.8, 7))
            painter.drawPolyline(QPolygonF([QPointF(x + a * unit, y + b * unit) for a, b in corners]))

    def _paint_words(
        self,
        painter: QPainter,
        place: QRect,
        lines: tuple[str, str],
        token: str,
        option: QStyleOptionViewItem,
    ) -> None:
        fonts = (self._name_font, self._small_font)
        heights = [
            QFontMetrics(font).height() if line else 0 for font, line in zip(fonts, lines, strict=True)
        ]
        top = place.center().y() - sum(heights) // 2
        for line, font, height, colour in zip(lines, fonts, heights, (token, "ink2"), strict=True):
            painter.setPen(self._look.colour(colour))
            self._paint_line(painter, QRect(place.left(), top, place.width(), height), line, font, option)
            top += height

    def _paint_line(
        self, painter: QPainter, place: QRect, line: str, font: QFont, option: QStyleOptionViewItem
    ) -> None:
        shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, max(place.width(), 0))
        painter.setFont(font)
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(place, leading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class NamesList(QListView):
    """The list itself. Space or Enter ticks the row the keyboard is on."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = NamesModel(self)
        self.setModel(self.names)
        self.setItemDelegate(NamesDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Small enough that the step around it never scrolls as well.
        self.setMinimumHeight(look.px(56))
        self.setAccessibleName(tr("BringIn", "Names in the file"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select):
            self.names.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Put the keyboard on a row."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid() and self.names.shown:
            self.setCurrentIndex(self.names.index(0))
