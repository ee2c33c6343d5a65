"""Choosing people: a field to type in, a list to tick in, and those chosen as chips to take away again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

from ... import words
from ...core.store.rows import one_line
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.flow import Flow
from ..widgets.search_field import SearchField
from .picker_list import ADD, PICK, Index, PickDelegate, PickModel
from .picks import Pick, Picks

tr = QCoreApplication.translate

_WIDEST_NAME = 220
"""Pixels at 100 % text that a name on a button takes at most."""
_ROWS_SEEN, _ROWS_SEEN_LARGE = 5, 3
_LARGE_TEXT = 150
"""Per cent, from which on fewer rows are seen at once."""


def has_focus_inside(widget: QWidget) -> bool:
    """Whether the keyboard is on something inside a widget."""
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def on_button(look: Look, name: str) -> str:
    """As much of a name as a button has room for, in a narrow window and at large text too."""
    metrics = QFontMetrics(look.font(semibold=True))
    return metrics.elidedText(words.short(name), Qt.TextElideMode.ElideRight, look.px(_WIDEST_NAME))


class PeoplePicker(QWidget):
    """Emits `changed` when somebody was chosen or taken away.

    With `single` a choice ends it: `picked` carries the id, there are no ticks, and nobody is added.
    """

    changed = Signal()
    picked = Signal(str)

    def __init__(self, look: Look, picks: Picks, *, single: bool = False) -> None:
        super().__init__()
        self._look, self._picks, self._single = look, picks, single
        self._chosen: dict[str, Pick] = {}
        self.search = SearchField(look, tr("CheckIns", "Search by name"))
        self.model = PickModel(look, self._chosen, ticks=not single, parent=self)
        self.list = _PickList(look, self.model)
        self.list.setAccessibleName(tr("CheckIns", "People"))
        self.chips = Flow(gap=look.px(6))
        self.chips.setAccessibleName(tr("CheckIns", "Chosen"))
        self.chips.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        # Below the list: no row moves away from under the mouse when somebody is chosen.
        for part in (self.search, self.list, self.chips):
            column.addWidget(part)
        self.search.textChanged.connect(self._show_offered)
        self.search.enter.connect(self._take_first)
        self.search.down.connect(self._go_to_list)
        self.list.taken.connect(self._take_row)
        self._show_offered()

    # -- who is chosen ---------------------------------------------------------------------------------------

    def people(self) -> tuple[str, ...]:
        """The ids of those chosen, in the order in which they were chosen."""
        return tuple(pick.id for pick in self._chosen.values() if pick.id)

    def newcomers(self) -> tuple[str, ...]:
        """The names of those chosen who are not kept yet."""
        return tuple(pick.name for pick in self._chosen.values() if not pick.id)

    def choose(self, people: Sequence[str]) -> None:
        """Choose these people; ids that are not known are passed over."""
        for person in people:
            if (pick := self._picks.by_id(person)) is not None:
                self._chosen[pick.key] = pick
        self._after_choice()

    def take_typed(self) -> bool:
        """Take what is typed but not chosen: the one of that name or, where nobody is found, somebody new.

        False where it could mean several people.
        """
        text = self.search.text()
        if not one_line(text):
            return True
        exact = self._picks.exactly(text)
        if len(exact) > 1 or (not exact and self._picks.offered(text)):
            return False
        self._take(exact[0] if exact else self._picks.add(text))
        return True

    # -- choosing --------------------------------------------------------------------------------------------

    def _show_offered(self) -> None:
        text = self.search.text()
        name = one_line(text)
        addable = bool(name) and not self._single and not self._picks.exactly(text)
        self.model.show(self._picks.offered(text), name if addable else "")
        self.list.scrollToTop()

    def _go_to_list(self) -> None:
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_first(self) -> None:
        if self.model.rowCount():
            index = self.model.index(0)
            pick = index.data(PICK)
            if self._single or pick is None or pick.key not in self._chosen:
                self._take_row(index)
            self.search.clear()

    def _take_row(self, index: Index) -> None:
        """Tick or untick the person of a row, or add the name that was typed."""
        pick = index.data(PICK)
        if self._single:
            self.picked.emit(pick.id)
        elif index.data(ADD):
            self._take(self._picks.add(self.search.text()))
        elif pick.key in self._chosen:
            self._drop(pick.key)
        else:
            self._take(pick)

    def _take(self, pick: Pick) -> None:
        self._chosen[pick.key] = pick
        self._after_choice()
        announce(self, tr("CheckIns", "{name}, chosen").format(name=words.short(pick.name)))
        self.search.clear()
        self._mark(pick.key)

    def _drop(self, key: str) -> None:
        pick = self._chosen.pop(key)
        had_focus = has_focus_inside(self.chips)
        self._after_choice()
        announce(self, tr("CheckIns", "{name}, no longer chosen").format(name=words.short(pick.name)))
        if had_focus:
            self.search.setFocus()

    def _mark(self, key: str) -> None:
        """Put the list's cursor on somebody, so that the keyboard goes on from there."""
        row = self.model.row_of(key)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _after_choice(self) -> None:
        self.chips.clear()
        before: QWidget = self.list
        for key, pick in self._chosen.items():
            chip = Button(self._look, on_button(self._look, pick.name), "chip", "close")
            chip.setChecked(True)
            # What is chosen is semibold, and wider than it says; unpolished it says even less.
            chip.ensurePolished()
            chip.setMinimumWidth(chip.sizeHint().width() + self._wider(chip.text()))
            chip.setAccessibleName(tr("CheckIns", "Take {name} away").format(name=words.short(pick.name)))
            chip.clicked.connect(partial(self._drop, key))
            self.chips.add(chip)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip
        self.chips.setVisible(bool(self._chosen))
        self.model.ticks_changed()
        self.changed.emit()

    def _wider(self, text: str) -> int:
        """What a semibold name needs beyond what Qt thinks: it centres the icon as if the name were regular."""
        regular, semibold = QFontMetrics(self._look.font()), QFontMetrics(self._look.font(semibold=True))
        return 2 * (semibold.horizontalAdvance(text) - regular.horizontalAdvance(text)) + self._look.px(2)


class _PickList(QListView):
    """`taken` carries the row that was clicked, or on which Space or Enter was pressed."""

    taken = Signal(object)

    def __init__(self, look: Look, model: PickModel) -> None:
        super().__init__()
        self.setModel(model)
        delegate = PickDelegate(look, self)
        delegate.taken.connect(self.taken)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        rows = _ROWS_SEEN if look.text_size < _LARGE_TEXT else _ROWS_SEEN_LARGE
        self.setFixedHeight(delegate.height * rows + look.px(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if plain and enter and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
