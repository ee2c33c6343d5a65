"""Lines in an order of one's own: moved by dragging or with Alt+Up and Alt+Down, changed with Enter, taken out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.soft import softened
from ..widgets.text import Text

if TYPE_CHECKING:
    from ..theme import Look

tr = QCoreApplication.translate


class Line(NamedTuple):
    """What a row shows: `text`, and quieter what is `about` it."""

    id: str
    text: str
    about: str = ""


class Row(QFrame):
    """One line. It takes the keyboard as a whole; its buttons come after it."""

    def __init__(self, look: Look, line: Line, place: str, *, can_edit: bool) -> None:
        super().__init__()
        self.line = line
        self._look, self._pressed, self._dragged = look, QPoint(), False
        self.setProperty("look", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        said = ", ".join(filter(None, (line.text, line.about)))
        self.setAccessibleName(f"{said}. {place}")
        self.setAccessibleDescription(tr("Plan", "Alt with the up or down key moves this line."))
        self.setToolTip(tr("Plan", "Drag it to another place, or use Alt with the up and down keys."))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(22), look.px(4), look.px(4), look.px(4))
        row.setSpacing(look.px(4))
        column = QVBoxLayout()
        column.setSpacing(0)
        self._words = Text(look, softened(line.text))
        column.addWidget(self._words)
        if line.about:
            column.addWidget(Text(look, softened(line.about), "quiet"))
        row.addLayout(column, 1)
        self.edit = self._button(tr("Plan", "Change"), "edit")

        self.out = self._button(tr("Plan", "Take out"), "close")
        for button in (self.edit, self.out):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.edit.setVisible(can_edit)

    def _button(self, text: str, icon: str) -> Button:
        look = self._look
        button = Button(look, "", "quiet")
        # Without the air that an icon has beside a word.
        button.setIcon(QIcon(look.pixmap(icon, "ink2", 18)))
        button.setIconSize(QSize(look.px(18), look.px(18)))
        button.setAccessibleName(tr("Plan", "{action}: {line}").format(action=text, line=self.line.text))
        button.setToolTip(text)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    @property
    def rows(self) -> Rows:
        rows = self.parentWidget()
        assert isinstance(rows, Rows)
        return rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.rows.step(self, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not self.edit.isHidden():
            self.edit.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.out.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and (
            self._dragged or far >= QApplication.startDragDistance()
        ):
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.rows.drag(self, self.mapTo(self.rows, event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._dragged and event.button() is Qt.MouseButton.LeftButton:
            self._dragged = False
            self.rows.drop(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With six dots to hold it by, and a ring where the keyboard is."""
        super().paintEvent(event)
        px, painter = self._look.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("control"))
        # Beside the first line of the words, which stand in the middle of a row no higher than its buttons.
        tall = self.height() > px(4) * 2 + self.out.height()
        middle = px(4) + self._words.fontMetrics().height() / 2 if tall else self.height() / 2
        for x in (px(8), px(13)):
            for y in (-px(5), 0, px(5)):
                painter.drawEllipse(QPoint(x, round(middle) + y), 1, 1)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class Rows(QWidget):
    """`moved` carries a line's id and its new place; `edited` and `taken_out` an id."""

    moved = Signal(str, int)
    edited = Signal(str)
    taken_out = Signal(str)

    def __init__(self, look: Look, *, can_edit: bool = True) -> None:
        super().__init__()
        self._look, self._can_edit = look, can_edit
        self._lines: tuple[Line, ...] = ()
        self.rows: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self.hide()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these; the keyboard stays on the line where it was, if that is still here."""
        if lines == self._lines:
            return
        self._lines = lines
        focused = next((row.line.id for row in self.rows if row.hasFocus() or _inside(row)), None)
        place_before = next((n for n, row in enumerate(self.rows) if row.line.id == focused), 0)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, line in enumerate(lines, 1):
            place = tr("Plan", "{number} of {count}").format(number=number, count=len(lines))
            row = Row(self._look, line, place, can_edit=self._can_edit)
            row.edit.clicked.connect(partial(self._emit_edited, line.id))
            row.out.clicked.connect(partial(self._emit_out, line.id))
            self._column.addWidget(row)
            row.show()
            self.rows.append(row)
        self.setVisible(bool(lines))
        if focused is not None and self.rows:
            same = next((row for row in self.rows if row.line.id == focused), None)
            (same or self.rows[min(place_before, len(self.rows) - 1)]).setFocus()

    def stops(self) -> list[QWidget]:
        """What Tab stops at, as it is read."""
        return [one for row in self.rows for one in (row, row.edit, row.out) if not one.isHidden()]

    def step(self, row: Row, by: int) -> None:
        """Move a line by one place, and say where it is now."""
        to = self.rows.index(row) + by
        if 0 <= to < len(self.rows):
            words = tr("Plan", "{line}: now {number} of {count}")
            announce(self, words.format(line=row.line.text, number=to + 1, count=len(self.rows)))
            self.moved.emit(row.line.id, to)

    def drag(self, row: Row, y: int) -> None:
        """Let a line stand where the mouse is, for now."""
        others = [one for one in self.rows if one is not row]
        to = sum(one.geometry().center().y() < y for one in others)
        if to != self.rows.index(row):
            self.rows = [*others[:to], row, *others[to:]]
            self._column.removeWidget(row)
            self._column.insertWidget(to, row)

    def drop(self, row: Row) -> None:
        row.setFocus()
        to = self.rows.index(row)
        if self._lines[to].id != row.line.id:
            self.moved.emit(row.line.id, to)

    def _emit_edited(self, line_id: str, _checked: bool = False) -> None:
        self.edited.emit(line_id)

    def _emit_out(self, line_id: str, _checked: bool = False) -> None:
        self.taken_out.emit(line_id)


def _inside(row: Row) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and row.isAncestorOf(focused)
