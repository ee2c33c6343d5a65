"""How one check-in is painted in the timeline, with its group's heading above the first of a group."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ... import words
from ...core.model import Support, Way
from ...core.store import Entry
from ..theme import Look
from . import wording

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
"""The role under which a row's `Entry` is found."""
HEADING = Qt.ItemDataRole.UserRole + 1
"""The role under which the words above a group's first row are found; empty in other rows."""

MOMENT = Qt.ItemDataRole.UserRole + 2
"""The role under which the words for a row's time are found; they may be empty."""

_OUTSIDE, _INSIDE = 4, 12
"""Pixels at 100 % text left and right of a row's ground, and inside it."""
_NOTE_LINES = 2
_LONGEST_NOTE, _LONGEST_LINE = 300, 160
"""Characters of a note that are looked at, and of a line."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a row holds at one width, and how high that is."""

    names: str
    moment: str
    facts: str
    tags: tuple[tuple[Support, ...], ...]
    """Lines of kinds of support; the only one stands beside the facts if `beside`."""
    beside: bool
    note: str
    note_lines: int
    height: int


def first_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The first lines of a text at a width in pixels; the last ends in an ellipsis where more follows."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts in halves of four-byte characters, Python in whole ones.
    units = text.encode("utf-16-le", "ignore")
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = 2 * line.textStart()
        if len(lines) == most - 1:
            rest = units[start:].decode("utf-16-le", "ignore")
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(units[start : start + 2 * line.textLength()].decode("utf-16-le", "ignore"))
    layout.endLayout()
    return lines


class EntryDelegate(QStyledItemDelegate):
    """Names and moment, way and feeling, kinds of support, the note's first lines; all as plain text."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._strong, self._small = look.font(1.0, semibold=True), look.font(0.93)
        self._small_strong = look.font(0.93, semibold=True)
        self._tag_font = look.font(0.9)
        self._names = QFontMetrics(self._strong)
        self._quiet = QFontMetrics(self._small)
        self._tags = QFontMetrics(self._tag_font)
        self._tag_height = self._tags.height() + look.px(4)
        self._tag_widths = {
            one: self._tags.horizontalAdvance(words.support(one)) + look.px(20) for one in Support
        }
        self._heading_height = self._names.height() + look.px(15)
        self._plans: dict[tuple[str, int], _Plan] = {}
        self._sizes: dict[int, QSize] = {}
        self._sizes_for = -1
        self._icons: dict[Way, QPixmap] = {}

    def forget(self) -> None:
        """The rows are others now."""
        self._plans.clear()
        self._sizes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, width = index.row(), _width(option)
        if width != self._sizes_for:
            self._sizes, self._sizes_for = {}, width
        # A list view asks for all rows again whenever some are added at the end.
        if row not in self._sizes:
            heading = self._heading_height if index.data(HEADING) else 0
            self._sizes[row] = QSize(0, self._plan(index, width).height + heading)
        return self._sizes[row]

    # -- what goes where -------------------------------------------------------------------------------------

    def _plan(self, index: Index, width: int) -> _Plan:
        entry: Entry = index.data(ENTRY)
        key = (entry.check_in.id, width)
        if key not in self._plans:
            self._plans[key] = self._made(entry, index.data(MOMENT), self._inner_width(width))
        return self._plans[key]

    def _inner_width(self, width: int) -> int:
        return width - 2 * self._look.px(_OUTSIDE + _INSIDE)

    def _made(self, entry: Entry, moment: str, width: int) -> _Plan:
        px, check_in = self._look.px, entry.check_in
        names = words.people(tuple(words.short(name, _LONGEST_NAME) for name in entry.names))
        facts = wording.facts(check_in)
        if moment and self._quiet.horizontalAdvance(moment) > width * 0.4:
            # No room beside the names: below them.
            facts, moment = [moment, *facts], ""
        line = " · ".join(facts)
        room = width - px(36) - self._quiet.horizontalAdvance(line) if line else width
        beside = sum(map(self._with_gap, check_in.support)) <= room
        tags = (check_in.support,) if beside else self._wrapped(check_in.support, width)
        note = wording.begins(check_in.note, _LONGEST_NOTE)
        note_lines = self._lines_needed(note, width)
        height = px(22) + self._names.height()
        if line or (beside and check_in.support):
            height += px(5) + self._line_height(beside and bool(check_in.support))
        if not beside:
            height += len(tags) * (px(4) + self._tag_height)
        if note:
            height += px(5) + note_lines * self._quiet.lineSpacing()
        return _Plan(names, moment, line, tags, beside, note, note_lines, max(height, px(40)))

    def _wrapped(self, support: tuple[Support, ...], width: int) -> tuple[tuple[Support, ...], ...]:
        """Kinds of support in lines no wider than this, at least one in each."""
        lines: list[tuple[Support, ...]] = []
        left = 0
        for one in support:
            if lines and self._with_gap(one) <= left:
                lines[-1] += (one,)
            else:
                lines.append((one,))
                left = width
            left -= self._with_gap(one)
        return tuple(lines)

    def _with_gap(self, support: Support) -> int:
        return self._tag_widths[support] + self._look.px(6)

    def _lines_needed(self, note: str, width: int) -> int:
        """How many lines a note takes in a row; breaking it into them waits until it is painted."""
        if not note:
            return 0
        longer = len(note) > _LONGEST_LINE or self._quiet.horizontalAdvance(note) > width
        return _NOTE_LINES if longer else 1

    def _line_height(self, tags: bool) -> int:
        return max(self._quiet.height(), self._tag_height) if tags else self._quiet.height()

    # -- painting --------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        place = option.rect.adjusted(px(_OUTSIDE), 0, -px(_OUTSIDE), 0)
        heading = index.data(HEADING)
        if heading:
            self._paint_heading(painter, place, heading, option)
            place.setTop(place.top() + self._heading_height)
        elif index.row():
            painter.setPen(self._look.colour("line"))
            inside = px(_INSIDE)
            painter.drawLine(place.left() + inside, place.top(), place.right() - inside, place.top())
        self._paint_ground(painter, place, option)
        pen = _Pen(painter, place.adjusted(px(_INSIDE), px(11), -px(_INSIDE), -px(11)), option)
        self._paint_entry(pen, index, self._plan(index, _width(option)))
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, place: QRect, text: str, option: QStyleOptionViewItem
    ) -> None:
        px = self._look.px
        line = QRect(place.left(), place.top(), place.width(), self._heading_height)
        pen = _Pen(painter, line.adjusted(px(_INSIDE), px(14), -px(_INSIDE), 0), option)
        pen.line(text, self._small_strong, self._look.colour("ink2"), 0, self._names.height())

    def _paint_ground(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        state, look = option.state, self._look
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or focused or under_mouse):
            return
        painter.setPen(QPen(look.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent_soft" if chosen else "sunken" if under_mouse else "surface"))
        ground = place.adjusted(1, 2, -1, -2)
        painter.drawRoundedRect(ground, 10, 10)
        if chosen:
            # A bar at the edge: what is chosen is not told by colour alone.
            bar = QRect(ground.left() + 2, ground.top() + look.px(9), 3, ground.height() - look.px(18))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(QStyle.visualRect(option.direction, place, bar), 1.5, 1.5)

    def _paint_entry(self, pen: _Pen, index: Index, plan: _Plan) -> None:
        look, px = self._look, self._look.px
        check_in = index.data(ENTRY).check_in
        ink, quiet = look.colour("ink"), look.colour("ink2")
        height = self._names.height()
        taken = self._quiet.horizontalAdvance(plan.moment) + px(12) if plan.moment else 0
        pen.line(plan.names, self._strong, ink, 0, height, until=taken)
        if plan.moment:
            pen.end(plan.moment, self._small, quiet, height)
        top = height + px(5)
        tags_beside = plan.tags[0] if plan.beside else ()
        if plan.facts or tags_beside:
            height = self._line_height(bool(tags_beside))
            left = self._paint_facts(pen, plan.facts, check_in.way, top, height)
            self._paint_tags(pen, tags_beside, left, top + (height - self._tag_height) // 2)
            top += height + px(5)
        for tags in () if plan.beside else plan.tags:
            self._paint_tags(pen, tags, 0, top - px(1))
            top += self._tag_height + px(4)
        for line in first_lines(plan.note, self._small, pen.width, plan.note_lines) if plan.note else ():
            pen.line(line, self._small, ink, 0, self._quiet.height(), top=top)
            top += self._quiet.lineSpacing()

    def _paint_facts(self, pen: _Pen, facts: str, way: Way | None, top: int, height: int) -> int:
        """The line below the names; returns how far it reaches."""
        px, left = self._look.px, 0
        if way is not None:
            place = pen.at(0, top + (height - px(17)) // 2, px(17), px(17))
            pen.painter.drawPixmap(place, self._icon(way))
            left = px(24)
        pen.line(facts, self._small, self._look.colour("ink2"), left, height, top=top)
        return left + self._quiet.horizontalAdvance(facts) + px(12) if facts else left

    def _icon(self, way: Way) -> QPixmap:
        if way not in self._icons:
            self._icons[way] = self._look.pixmap(wording.WAY_ICONS[way], "ink2", 17)
        return self._icons[way]

    def _paint_tags(self, pen: _Pen, support: tuple[Support, ...], left: int, top: int) -> None:
        for one in support:
            width = self._tag_widths[one]
            place = pen.at(left, top, width, self._tag_height)
            pen.painter.setPen(Qt.PenStyle.NoPen)
            pen.painter.setBrush(self._look.colour(f"{one}_soft"))
            pen.painter.drawRoundedRect(place, self._tag_height / 2, self._tag_height / 2)
            pen.painter.setFont(self._tag_font)
            pen.painter.setPen(self._look.colour(str(one)))
            pen.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words.support(one))
            left += width + self._look.px(6)


def _width(option: QStyleOptionViewItem) -> int:
    """How wide the list is inside: a list view asks for a row's height without saying so."""
    view = option.widget
    assert isinstance(view, QAbstractItemView)
    return view.viewport().width()


class _Pen:
    """Writes into a place, from the side where reading begins. Left and top count from the place's corner."""

    def __init__(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        self.painter = painter
        self.width = place.width()
        self._place, self._direction = place, option.direction

    def at(self, left: int, top: int, width: int, height: int) -> QRect:
        """A part of the place, where it stands once the reading direction is taken into account."""
        part = QRect(self._place.left() + left, self._place.top() + top, width, height)
        return QStyle.visualRect(self._direction, self._place, part)

    def line(
        self,
        text: str,
        font: QFont,
        colour: QColor,
        left: int,
        height: int,
        *,
        top: int = 0,
        until: int = 0,
    ) -> None:
        """One line of text, cut where there is no more room; `until` pixels at its end stay free."""
        width = max(self._place.width() - left - until, 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
        self._write(shown, font, colour, self.at(left, top, width, height), Qt.AlignmentFlag.AlignLeft)

    def end(self, text: str, font: QFont, colour: QColor, height: int) -> None:
        """Text at the end of the first line."""
        place = self.at(0, 0, self._place.width(), height)
        self._write(text, font, colour, place, Qt.AlignmentFlag.AlignRight)

    def _write(self, text: str, font: QFont, colour: QColor, place: QRect, side: Qt.AlignmentFlag) -> None:
        self.painter.setFont(font)
        self.painter.setPen(colour)
        flags = QStyle.visualAlignment(self._direction, side) | Qt.AlignmentFlag.AlignAbsolute
        flags |= Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self.painter.drawText(place, flags, text)
