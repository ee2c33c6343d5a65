"""The timeline's list: check-ins, newest first, read from the store as far as one scrolls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ...core.store import CheckInFilter, Entry
from ...core.timeline import heading
from ..theme import Look
from . import wording
from .entry_painter import ENTRY, HEADING, MOMENT, EntryDelegate, Index

tr = QCoreApplication.translate

NO_PARENT = QModelIndex()

FIRST, AT_ONCE = 30, 60
"""Check-ins read at first, which fill a tall window, and then at a time."""
LOWEST = 220
"""Pixels, at every text size: where a window has fewer left for the list, the whole page scrolls."""

Read = Callable[[CheckInFilter, int, str], list[Entry]]


class TimelineModel(QAbstractListModel):
    """Rows read as they are wanted. `read(wanted, limit, after)` is the store's `page`."""

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._wanted = CheckInFilter()
        self._today = date.min
        self._entries: list[Entry] = []
        self._headings: list[str] = []
        self._all_read = True

    def show(self, wanted: CheckInFilter, today: date) -> bool:
        """Read anew; of the same timeline as far as it was read before. False where nothing has changed."""
        far = max(FIRST, len(self._entries)) if wanted == self._wanted else FIRST
        entries = self._read(wanted, far, "")
        if (wanted.trash, today) == (self._wanted.trash, self._today) and entries == self._entries:
            self._wanted, self._all_read = wanted, len(entries) < far
            return False
        self.beginResetModel()
        self._wanted, self._today = wanted, today
        self._entries, self._headings = [], []
        self._append(entries)
        self._all_read = len(entries) < far
        self.endResetModel()
        return True

    def row_of(self, check_in_id: str) -> int:
        """The row of a check-in, -1 where it is not among those read."""
        return next((row for row, entry in enumerate(self._entries) if entry.check_in.id == check_in_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: Index = NO_PARENT) -> bool:
        return not parent.isValid() and not self._all_read

    def fetchMore(self, parent: Index = NO_PARENT) -> None:
        if not self.canFetchMore(parent):
            return
        after = self._entries[-1].check_in.id if self._entries else ""
        entries = self._read(self._wanted, AT_ONCE, after)
        self._all_read = len(entries) < AT_ONCE
        if entries:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self._append(entries)
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return wording.spoken(entry, self._today)
        if role == ENTRY:
            return entry
        if role == MOMENT:
            return wording.moment(entry.check_in, self._today)
        return self._headings[index.row()] if role == HEADING else None

    def _append(self, entries: list[Entry]) -> None:
        """Add entries; the first of each group carries the group's heading."""
        weekday = wording.first_weekday()
        last = self._entries[-1].check_in.on if self._entries else None
        before = heading(last, self._today, weekday) if last else None
        for entry in entries:
            own = heading(entry.check_in.on, self._today, weekday)
            self._headings.append("" if own == before else wording.heading(own))
            before = own
        self._entries += entries


class TimelineList(QListView):
    """The list. `chosen` when the keyboard or mouse moves to another check-in; the rest are asked for by key.

    `opened` is Space, `touched` a click, `edit_wanted` Enter or a double click, `remove_wanted` Delete.
    All carry an id.
    """

    chosen = Signal(str)
    opened = Signal(str)
    touched = Signal(str)
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, look: Look, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = TimelineModel(read, self)
        self.setModel(self.timeline)
        self.delegate = EntryDelegate(look, self)
        self.setItemDelegate(self.delegate)
        self.timeline.modelReset.connect(self.delegate.forget)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar's room is always kept: rows do not change their height when it comes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(LOWEST)
        self.setAccessibleName(tr("CheckIns", "Check-ins"))
        self._quiet = False
        self.clicked.connect(self._touch)
        self.doubleClicked.connect(self._edit)

    def show_entries(self, wanted: CheckInFilter, today: date, chosen: str, *, keep_place: bool) -> None:
        """Show a timeline and mark a check-in, without telling anybody.

        With `keep_place` what is seen stays where it is; where the marked one is gone, the next is marked.
        """
        position = self.verticalScrollBar().value()
        row_before = self.currentIndex().row() if chosen else -1
        self._quiet = True
        if self.timeline.show(wanted, today):
            row = self.timeline.row_of(chosen) if chosen else -1
            if row < 0 and keep_place and row_before >= 0:
                row = min(row_before, self.timeline.rowCount() - 1)
            if row >= 0:
                self._mark(row)
            if keep_place:
                # The place is known once the rows are laid out; otherwise that can wait until they are painted.
                self.doItemsLayout()
            self.verticalScrollBar().setValue(position if keep_place else 0)
        self._quiet = False

    def entry(self) -> Entry | None:
        """The check-in that is marked."""
        index = self.currentIndex()
        return index.data(ENTRY) if index.isValid() else None

    def _mark(self, row: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.timeline.index(row), flag)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.chosen.emit(current.data(ENTRY).check_in.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # A list view does not know that a row's height hangs on its width.
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.entry()
        wanted = {
            Qt.Key.Key_Return: self.edit_wanted,
            Qt.Key.Key_Enter: self.edit_wanted,
            Qt.Key.Key_Delete: self.remove_wanted,
            Qt.Key.Key_Space: self.opened,
        }.get(Qt.Key(event.key()))
        if (
            entry is not None
            and wanted is not None
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            wanted.emit(entry.check_in.id)
        else:
            super().keyPressEvent(event)

    def _touch(self, index: QModelIndex) -> None:
        self.touched.emit(index.data(ENTRY).check_in.id)

    def _edit(self, index: QModelIndex) -> None:
        self.edit_wanted.emit(index.data(ENTRY).check_in.id)
