"""What stands above the timeline: search, and the quieter ways to narrow it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ... import words
from ...core.model import Felt, Way
from ...core.store import CheckInFilter, Store
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Fold
from ..widgets.flow import Flow
from ..widgets.search_field import SearchField
from ..widgets.text import Text
from .choice import Answers, Choice
from .people_picker import on_button

tr = QCoreApplication.translate


class Filters(QWidget):
    """Emits `changed` when the timeline is to show something else. `choose_person` asks for somebody's id."""

    changed = Signal()

    def __init__(self, look: Look, store: Store, choose_person: Callable[[], str | None]) -> None:
        super().__init__()
        self._look, self._store, self._ask_for_person = look, store, choose_person
        self._person: str | None = None
        self._trash = False
        self.search = SearchField(look, tr("CheckIns", "Search notes and names"))
        self.search.textChanged.connect(self._emit)
        self._make_fold()
        self._make_show()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Flow(self.fold.button, self.show_button, gap=look.px(6)))
        column.addWidget(self.fold)

    def wanted(self) -> CheckInFilter:
        """What the timeline is narrowed to."""
        way, felt = self.way.value, self.felt.value
        return CheckInFilter(
            text=self.search.text(),
            person=self._person,
            way=way if isinstance(way, Way) else None,
            felt=felt if isinstance(felt, Felt) else None,
            trash=self._trash,
            with_not_suggested=self.not_suggested.value is True,
        )

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order, after the search field."""
        chips = (*self.way.answers.chips, *self.felt.answers.chips, *self.not_suggested.chips)
        return (self.fold.button, self.show_button, self.person, self.anyone, *chips)

    @property
    def narrowed(self) -> bool:
        """Whether anything but check-ins or trash is chosen."""
        return self.wanted() != CheckInFilter(trash=self._trash)

    def clear(self) -> None:
        """Show everything of the view again."""
        self.blockSignals(True)
        self.search.clear()
        self._clear_fold()
        self.blockSignals(False)
        self.changed.emit()

    def show_trash(self, trash: bool) -> None:
        """Show what is in the trash, or what is not."""
        self._trash = trash
        self.view_actions[trash].setChecked(True)
        text = tr("CheckIns", "Show: {view}").format(view=self.view_actions[trash].text())
        self.show_button.setText(text)
        self.show_button.setAccessibleName(text)
        self.changed.emit()

    def _make_fold(self) -> None:
        look = self._look
        self.fold = Fold(look, tr("CheckIns", "Filter"), tr("CheckIns", "Fewer choices"))
        self.person = Button(look, "", "plain", "person")
        self.person.clicked.connect(self._person_clicked)
        self.anyone = Button(look, tr("CheckIns", "Anyone"), "quiet", "close")
        self.anyone.setAccessibleName(tr("CheckIns", "With anyone again"))
        self.anyone.clicked.connect(partial(self._set_person, None))
        self.way = Choice(look, tr("CheckIns", "How"), [(way, words.way(way)) for way in Way])
        self.felt = Choice(look, tr("CheckIns", "How it felt"), [(felt, words.felt(felt)) for felt in Felt])
        self.not_suggested = Answers(
            look,
            tr("CheckIns", "Other check-ins"),
            [(True, tr("CheckIns", "Also with people not suggested"))],
        )
        who = QVBoxLayout()
        who.setSpacing(look.px(5))
        who.addWidget(Text(look, tr("CheckIns", "Who"), "strong"))
        who.addWidget(Flow(self.person, self.anyone, gap=look.px(6)))
        self.fold.body.addLayout(who)
        for part in (self.way, self.felt, self.not_suggested):
            self.fold.body.addWidget(part)
        self._name_person()
        self.way.answers.changed.connect(self._emit)
        self.felt.answers.changed.connect(self._emit)
        self.not_suggested.changed.connect(self._emit)
        self.fold.toggled.connect(self._fold_toggled)
        self.fold.hide()

    def _make_show(self) -> None:
        self.show_button = Button(self._look, "", "quiet", "down")
        menu = QMenu(self.show_button)
        group = QActionGroup(menu)
        self.view_actions: dict[bool, QAction] = {}
        for trash, text in ((False, tr("CheckIns", "Check-ins")), (True, tr("CheckIns", "Trash"))):
            action = menu.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._view_chosen, trash))
            self.view_actions[trash] = action
        self.show_button.setMenu(menu)
        self.show_trash(False)

    def _view_chosen(self, trash: bool) -> None:
        self.show_trash(trash)

    def _person_clicked(self) -> None:
        person = self._ask_for_person()
        if person is not None:
            self._set_person(person)

    def _set_person(self, person: str | None) -> None:
        had_focus = self.anyone.hasFocus()
        self._person = person
        self._name_person()
        if had_focus and person is None:
            self.person.setFocus()
        self.changed.emit()

    def _name_person(self) -> None:
        names = self._store.people.names([self._person]) if self._person else {}
        name = on_button(self._look, names.get(self._person or "", ""))
        text = tr("CheckIns", "With {name}").format(name=name) if name else tr("CheckIns", "With anyone…")
        self.person.setText(text.replace("&", "&&"))
        self.person.setAccessibleName(text)
        self.anyone.setVisible(bool(self._person))

    def _fold_toggled(self, opened: bool) -> None:
        """What is folded away narrows nothing."""
        self.fold.setVisible(opened)
        if not opened:
            before = self.wanted()
            self._clear_fold()
            if self.wanted() != before:
                self.changed.emit()

    def _clear_fold(self) -> None:
        blocked = self.blockSignals(True)
        self._set_person(None)
        self.way.choose(None)
        self.felt.choose(None)
        self.not_suggested.choose(None)
        self.blockSignals(blocked)

    def _emit(self) -> None:
        self.changed.emit()
