"""What stands above the list: search, and folded away beneath it the ways to narrow the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ... import words
from ...core.store import PeopleFilter, View
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Fold
from ..widgets.flow import Flow
from ..widgets.long_text import softened
from ..widgets.search_field import SearchField

if TYPE_CHECKING:
    from .narrowing import Narrowing

tr = QCoreApplication.translate

VIEWS = (View.IN_LISTS, View.NOT_SUGGESTED, View.ARCHIVED, View.TRASH)


def view_words(view: View) -> str:
    return {
        View.IN_LISTS: tr("People", "In use"),
        View.NOT_SUGGESTED: tr("People", "Not suggested"),
        View.ARCHIVED: tr("People", "Archive"),
        View.TRASH: tr("People", "Trash"),
    }[view]


class Filters(QWidget):
    """Emits `changed` when the list is to show something else."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.view = View.IN_LISTS
        self.search = SearchField(
            look, tr("People", "Search names, roles and notes"), tr("People", "Search names, roles, notes")
        )
        self.search.textChanged.connect(self._emit)
        self._narrowing: Narrowing | None = None
        self.fold = Fold(look, tr("People", "Filter"), tr("People", "Fewer choices"))
        self.fold.toggled.connect(self._fold_toggled)
        self._make_show()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self.search)
        column.addWidget(Flow(self.fold.button, self.show_button, gap=look.px(6)))
        column.addWidget(self.fold)
        self.fold.hide()
        self.changed.connect(self._name_fold)

    @property
    def narrowing(self) -> Narrowing:
        """The choices under the fold, made when they are first wanted."""
        if self._narrowing is None:
            from .narrowing import Narrowing

            self._narrowing = Narrowing(self._look, self.fold.content)
            self._narrowing.changed.connect(self.changed)
            self.fold.body.addWidget(self._narrowing)
        return self._narrowing

    def wanted(self) -> PeopleFilter:
        """What the list is narrowed to."""
        support, circle, kind = self._narrowing.chosen if self._narrowing is not None else (None, None, None)
        return PeopleFilter(
            text=self.search.text().strip(), support=support, circle=circle, kind=kind, view=self.view
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything but the view is chosen."""
        return self.wanted() != PeopleFilter(view=self.view)

    def in_order(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        narrowing = self._narrowing.in_order() if self._narrowing is not None else ()
        return [self.search, self.fold.button, self.show_button, *narrowing]

    def chosen_words(self) -> str:
        """What the list is narrowed to besides the search: "Listens, Close"; empty for nothing."""
        wanted = self.wanted()
        said = (
            words.support(wanted.support) if wanted.support else "",
            words.circle(wanted.circle) if wanted.circle else "",
            words.kind(wanted.kind) if wanted.kind else "",
        )
        return ", ".join(filter(None, said))

    def nothing_found(self) -> str:
        """What is said where nobody is left, plainly: what was searched, and whether filters are on."""
        typed = self.wanted().text
        if not typed:
            return tr("People", "With these filters, nobody is shown.")
        if self.chosen_words():
            said = tr("People", "With these filters, no name, role or note here has “{typed}” in it.")
        else:
            said = tr("People", "No name, role or note here has “{typed}” in it.")
        return softened(said.format(typed=words.short(typed)))

    def clear_words(self) -> str:
        """What the button says that shows everyone again; empty where everyone is shown."""
        if not self.narrowed:
            return ""
        return tr("People", "Clear filters") if self.chosen_words() else tr("People", "Clear search")

    def clear(self) -> None:
        """Show everyone of the view again."""
        self._set_quietly(View(self.view))
        self.changed.emit()

    def show_view(self, view: View) -> None:
        """Show everyone of another view, without telling anybody."""
        self._set_quietly(view)

    def _set_quietly(self, view: View) -> None:
        self.blockSignals(True)
        self.search.clear()
        if self._narrowing is not None:
            self._narrowing.clear()
        self._choose_view(view)
        self.blockSignals(False)
        self._name_fold()

    def _make_show(self) -> None:
        self.show_button = Button(self._look, "", "quiet", "down")
        menu = QMenu(self.show_button)
        group = QActionGroup(menu)
        self.view_actions: dict[View, QAction] = {}
        for view in VIEWS:
            action = menu.addAction(view_words(view))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._view_chosen, view))
            self.view_actions[view] = action
        self.show_button.setMenu(menu)
        self._choose_view(self.view)

    def _choose_view(self, view: View) -> None:
        self.view = view
        self.view_actions[view].setChecked(True)
        text = tr("People", "Show: {view}").format(view=view_words(view))
        self.show_button.setText(text)
        self.show_button.setAccessibleName(text)

    def _view_chosen(self, view: View) -> None:
        self._choose_view(view)
        self.changed.emit()

    def _fold_toggled(self, opened: bool) -> None:
        if opened:
            self.narrowing.show()
        self.fold.setVisible(opened)
        self._name_fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_fold()

    def _name_fold(self) -> None:
        """What is chosen goes on narrowing the list while it is folded away: then the button says it."""
        chosen = self.chosen_words()
        if self.fold.is_open or not chosen:
            text = tr("People", "Fewer choices") if self.fold.is_open else tr("People", "Filter")
            self.fold.button.setText(text)
        else:
            text = tr("People", "Filter: {chosen}").format(chosen=chosen)
            room = max(self.width() - self._look.px(60), self._look.px(120))
            shown = self.fold.button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            self.fold.button.setText(shown)
        self.fold.button.setAccessibleName(text)

    def _emit(self) -> None:
        self.changed.emit()
