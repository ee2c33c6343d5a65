"""What stands above the list: search; which of one's own are shown; and folded away, ways to narrow the list."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ... import resource_words
from ...core.resource_model import MarkState, Section, Tag
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Fold
from ..widgets.flow import Flow
from ..widgets.search_field import SearchField

if TYPE_CHECKING:
    from .narrowing import Narrowing

tr = QCoreApplication.translate


class View(StrEnum):
    """Which entries are shown."""

    ALL = "all"
    BEGIN = "begin"
    SAVED = "saved"
    PLANNED = "planned"
    TRIED = "tried"
    NOT_FOR_ME = "not_for_me"
    OWN = "own"
    TRASH = "trash"

    @property
    def state(self) -> MarkState | None:
        """The mark that entries of this view have."""
        return MarkState(self.value) if self.value in set(MarkState) else None


def view_words(view: View) -> str:
    if view.state is not None:
        return resource_words.mark(view.state)
    return {
        View.ALL: tr("resources", "All"),
        View.BEGIN: tr("resources", "Small beginnings"),
        View.OWN: tr("resources", "Added by me"),
        View.TRASH: tr("resources", "Trash"),
    }[view]


class Filters(QWidget):
    """Emits `changed` when the list is to show something else. `section` is set from outside."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.view = View.ALL
        self.section: Section | None = None
        name = tr("resources", "Search resources")
        self.search = SearchField(look, name, tr("resources", "Search: group, walk, text, night…"))
        self.search.textChanged.connect(self._emit)
        self._narrowing: Narrowing | None = None
        self._country: str | None = None
        self.fold = Fold(look, tr("resources", "Filter"), tr("resources", "Fewer choices"), self)
        self.fold.toggled.connect(self._fold_toggled)
        self._make_show()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.search)
        # All in one row: in a small window the list needs the height.
        self.all_parts = Button(look, tr("resources", "All parts"), "quiet", "back", self)
        self.all_parts.setAccessibleName(tr("resources", "Back to all parts of Resources"))
        self.all_parts.hide()
        row = (self.all_parts, self.fold.button, self.show_button)
        column.addWidget(Flow(*row, gap=look.px(6), parent=self))
        column.addWidget(self.fold)
        self.fold.hide()

    @property
    def text(self) -> str:
        return self.search.text().strip()

    @property
    def tags(self) -> frozenset[Tag]:
        return self._narrowing.tags if self._narrowing is not None else frozenset()

    @property
    def country(self) -> str | None:
        """The country chosen here: "" for what is for everywhere, None for any."""
        return self._narrowing.country if self._narrowing is not None else self._country

    @property
    def narrowed(self) -> bool:
        """Whether less is listed than the view and section hold in the usual country."""
        return bool(self.text or self.tags) or self.country != self._country

    def set_country(self, country: str | None) -> None:
        """The country chosen for help, "" while unknown: the list begins with it."""
        before, self._country = self._country, country
        if self._narrowing is not None and self._narrowing.country == before:
            self._narrowing.set_country(country)

    def in_order(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        narrowing = self._narrowing.in_order() if self._narrowing is not None else ()
        return [self.search, self.all_parts, self.fold.button, self.show_button, *narrowing]

    def clear(self) -> None:
        """Show everything of the section and view again."""
        self._clear_quietly()
        self.changed.emit()

    def show_all(self, section: Section | None = None) -> None:
        """Everything of a section, or of none, with nothing narrowed."""
        self._clear_quietly()
        self.section = section
        self._choose_view(View.ALL)
        self.changed.emit()

    def show_view(self, view: View) -> None:
        self._choose_view(view)
        self.changed.emit()

    def _clear_quietly(self) -> None:
        self.blockSignals(True)
        self.search.clear()
        if self._narrowing is not None:
            self._narrowing.clear(self._country)
        self.blockSignals(False)
        self._name_fold()

    @property
    def narrowing(self) -> Narrowing:
        """The choices under the fold, made when they are first wanted."""
        if self._narrowing is None:
            from .narrowing import Narrowing

            self._narrowing = Narrowing(self._look, self._country, self.fold.content)
            self._narrowing.changed.connect(self._emit)
            self.fold.body.addWidget(self._narrowing)
        return self._narrowing

    def _make_show(self) -> None:
        self.show_button = Button(self._look, "", "quiet", "down", self)
        menu = QMenu(self.show_button)
        group = QActionGroup(menu)
        self.view_actions: dict[View, QAction] = {}
        for view in View:
            if view in (View.SAVED, View.OWN):
                menu.addSeparator()
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
        text = tr("resources", "Show: {view}").format(view=view_words(view))
        self.show_button.setText(text)
        self.show_button.setAccessibleName(text)

    def _view_chosen(self, view: View) -> None:
        # What one marked is looked for everywhere, whatever section one came from.
        self.section = None
        self.show_view(view)

    def _fold_toggled(self, opened: bool) -> None:
        if opened:
            self.narrowing.show()
        self.fold.setVisible(opened)
        self._name_fold()

    def _name_fold(self) -> None:
        """What is chosen goes on narrowing the list while it is folded away: then the button says it."""
        chosen = [resource_words.tag(tag) for tag in Tag if tag in self.tags]
        if self._narrowing is not None and self.country != self._country:
            chosen.append(self._narrowing.country_words)
        if self.fold.is_open:
            text = tr("resources", "Fewer choices")
        elif chosen:
            text = tr("resources", "Filter: {chosen}").format(chosen=", ".join(chosen))
        else:
            text = tr("resources", "Filter")
        self.fold.button.setText(text.replace("&", "&&"))
        self.fold.button.setAccessibleName(text)

    def _emit(self) -> None:
        self._name_fold()
        self.changed.emit()
