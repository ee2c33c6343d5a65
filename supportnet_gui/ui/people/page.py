"""The People page: who is written down, and one person's own page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ...clock import Clock
from ...core.model import NOT_SUGGESTED, PersonRow, Status, Support, Supporter
from ...core.resource_model import SmallStep, StepState
from ...core.store import PeopleFilter, Store, View
from ..theme import Look
from ..widgets.announce import announce
from .actions import PersonActions, fill_menu
from .frame import PeopleFrame
from .photos import Photos

if TYPE_CHECKING:
    from .panel import Contact, PersonPanel

tr = QCoreApplication.translate

LATELY = 5
"""Check-ins on a person's page."""


def view_of(person: Supporter) -> View:
    """The list in which somebody stands."""
    if person.trashed_at is not None:
        return View.TRASH
    if person.archived_at is not None:
        return View.ARCHIVED
    return View.NOT_SUGGESTED if person.status in NOT_SUGGESTED else View.IN_LISTS


class PeoplePage(PeopleFrame):
    """`log_with` opens the log with these ids chosen, `bring_in` the address book.

    `default_region` gives the country (ISO 3166) whose numbers are written without a country code; `open_url`
    hands a link to the operating system and says whether anything took it.
    `card_wanted` carries for whom somebody would like to write how to support them.
    """

    card_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        log_with: Callable[[tuple[str, ...]], None],
        bring_in: Callable[[], None],
        default_region: Callable[[], str | None],
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        self._store, self._clock = store, clock
        self._log_with = log_with
        self._open: str | None = None
        self._everyone: tuple[View, list[PersonRow]] | None = None
        photos = Photos(store.people.photo)
        self._region, self._open_url = default_region, open_url
        super().__init__(look, photos, parent)
        photos.setParent(self)
        self.photos = photos
        self.person_actions = PersonActions(look, store, self._today, photos, self)
        self._connect(bring_in)
        self.arrange(opened=False)

    # -- what the window calls -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Re-read list and person; whom one looks at stays."""
        self._everyone = None
        self.photos.look_again()
        self._close_if_elsewhere()
        self._fill_list()
        self._fill_panel()
        self.arrange(self.is_open())

    def open_person(self, person_id: str) -> None:
        """Show somebody, in whichever list they stand."""
        person = self._store.people.get(person_id)
        if person is None:
            return
        self._open = person_id
        listed = view_of(person) is self.filters.view and any(row.id == person_id for row in self._rows())
        if not listed:
            self.filters.show_view(view_of(person))
        self.refresh()
        self.list.reveal()
        if self.narrow:
            self.panel.focus_back()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Bring the keyboard to the search field."""
        if self.narrow and self._open is not None:
            self._back()
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def add_person(self) -> None:
        """Write somebody down, and show them."""
        made = self.person_actions.add()
        if made is not None:
            self.open_person(made)

    @property
    def open_id(self) -> str | None:
        """Whose page is shown."""
        return self._open

    def is_open(self) -> bool:
        return self._open is not None

    # -- what is shown ---------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._clock.now().date()

    def _rows(self) -> list[PersonRow]:
        """Whom the list shows. Everyone of a view is read once; a search only asks which of them."""
        wanted, people = self.filters.wanted(), self._store.people
        if self._everyone is None or self._everyone[0] is not wanted.view:
            self._everyone = (wanted.view, people.rows(PeopleFilter(view=wanted.view)))
        everyone = self._everyone[1]
        if not self.filters.narrowed:
            return everyone
        found = people.ids(wanted)
        # Someone who died is not offered to whoever looks for a kind of support.
        living = wanted.support is not None
        return [row for row in everyone if row[0] in found and not (living and row.died)]

    def _fill_list(self) -> None:
        rows = self._rows()
        view, narrowed = self.filters.view, self.filters.narrowed
        self.list.set_rows(rows, self._open)
        self.show_welcome(not rows and not narrowed and view is View.IN_LISTS and self._nobody_at_all())
        if rows:
            text = ""
        elif narrowed:
            text = self.filters.nothing_found()
        elif view is View.IN_LISTS:
            text = tr("People", "Nobody is in this list. Others stand under “Show”.")
        else:
            text = tr("People", "Nobody is here.")
        clear = self.filters.clear_words()
        self.show_empty(text, clear=clear, can_go_back=not narrowed and view is not View.IN_LISTS)
        self.empty_trash.setVisible(bool(rows) and view is View.TRASH and not narrowed)

    def _nobody_at_all(self) -> bool:
        people = self._store.people
        return not people.count(View.NOT_TRASHED) and not people.count(View.TRASH)

    def _close_if_elsewhere(self) -> None:
        """Someone who left the list one looks at is no longer shown beside it."""
        if self._open is None:
            return
        person = self._store.people.get(self._open)
        if person is not None and view_of(person) is self.filters.view:
            return
        focused = self.focusWidget()
        had_keyboard = focused is not None and self.panel.isAncestorOf(focused)
        self._open = None
        if had_keyboard and self.isVisible():
            self.arrange(opened=False)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_panel(self) -> None:
        person = self._store.people.get(self._open) if self._open is not None else None
        if person is None:
            self._open = None
            return
        from .panel import Shown

        self._show_reminders(person)
        photo = self.photos.now(person.id) if person.has_photo else None
        lately, zone = self._lately(person.id), self._clock.zone()
        self.panel.show_person(Shown(person, lately, self._today(), zone, self._steps(person)), photo)

    def _steps(self, person: Supporter) -> tuple[SmallStep, ...]:
        """What was planned with somebody, while they may be offered."""
        if view_of(person) is not View.IN_LISTS or person.status is Status.DIED:
            return ()
        steps = self._store.steps.of_supporter(person.id)
        return tuple(one for one in steps if one.state is StepState.PLANNED)

    def _show_reminders(self, person: Supporter) -> None:
        """Only of somebody about whom a reminder can come."""
        there = person.archived_at is None and person.trashed_at is None
        if not there or person.status not in (Status.ACTIVE, Status.RESTING):
            self.panel.show_reminders("", resting=False)
            return
        from ...reminder_words import of_person

        reminders = self._store.reminders
        counts, rests = reminders.rhythm_of(person), reminders.rests(person.id)
        self.panel.show_reminders(of_person(person.rhythm.mode, counts, rests), resting=rests)

    def _lately(self, person_id: str) -> tuple[Contact, ...]:
        """The newest check-ins, naming only those others whom Lately may name."""
        from .panel import Contact

        found = self._store.check_ins.with_person(person_id, LATELY)
        ids = {other for entry in found for other in entry.check_in.people if other != person_id}
        shown = {
            one.id: one.name
            for one in map(self._store.people.get, ids)
            if one is not None and one.in_lists and one.status is not Status.DIED
        }
        return tuple(
            Contact(entry.check_in, tuple(shown[one] for one in entry.check_in.people if one in shown))
            for entry in found
        )

    # -- moving about ----------------------------------------------------------------------------------------

    def _connect(self, bring_in: Callable[[], None]) -> None:
        for button in (self.add, self.first_add):
            button.clicked.connect(self.add_person)
        for button in (self.bring_in, self.first_bring_in):
            button.clicked.connect(bring_in)
        self.clear_search.clicked.connect(self._clear_search)
        self.back_to_people.clicked.connect(self._back_to_people)
        self.empty_trash.clicked.connect(self._remove_all)
        self.filters.changed.connect(self._filter_changed)
        self.filters.search.down.connect(self._search_down)
        self.filters.search.enter.connect(self._search_enter)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._clicked)
        self.list.enter_pressed.connect(self._entered)
        self.list.remove_wanted.connect(self._delete)
        self.list.menu_wanted.connect(self._show_menu)

    def make_panel(self) -> PersonPanel:
        from .panel import PersonPanel

        panel = PersonPanel(self._look, self._region, self._open_url, self._fill_menu)
        panel.back.connect(self._back)
        panel.log_wanted.connect(self._log)
        panel.edit_wanted.connect(self.person_actions.edit)
        panel.support_changed.connect(self._support_changed)
        panel.put_back_wanted.connect(self.person_actions.restore)
        panel.bring_back_wanted.connect(self._bring_back)
        panel.remove_wanted.connect(self._remove)
        panel.remind_again_wanted.connect(self.person_actions.remind_again)
        panel.step_done.connect(self.person_actions.step_done)
        panel.step_removed.connect(self.person_actions.remove_step)
        return panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits whom one looks at; Esc goes back to the list, and there closes the page beside it."""
        person_id = self._open or self.list.chosen_id()
        if event.key() == Qt.Key.Key_F2 and person_id is not None:
            self.person_actions.edit(person_id)
        elif event.key() == Qt.Key.Key_Escape and self._open is not None:
            if self.narrow or self.list.hasFocus():
                self._back()
            else:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _filter_changed(self) -> None:
        self._close_if_elsewhere()
        self._fill_list()
        self.arrange(self.is_open())
        if self.filters.narrowed:
            announce(self.list, tr("People", "%n found", "", len(self.list.people.rows)))

    def _chosen(self, person_id: str) -> None:
        """The selection moved. Beside the list that shows somebody; in a narrow window it only moves."""
        if self.narrow:
            return
        if self._open is None and self.list.under_mouse:
            self.panel.let_click_end()
        self._show(person_id)

    def _clicked(self, person_id: str) -> None:
        if self.narrow:
            self.panel.let_click_end()
        self._show(person_id)
        if self.narrow:
            self.panel.focus_back()

    def _entered(self, person_id: str) -> None:
        self._show(person_id)
        self.panel.take_focus()

    def _show(self, person_id: str) -> None:
        self._open = person_id
        self._fill_panel()
        self.arrange(self.is_open())

    def _search_enter(self) -> None:
        """Enter in the search field opens the first that was found."""
        if self.list.people.rows:
            self.list.choose_first()
            self._entered(self.list.people.rows[0].id)

    def _search_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.choose_first()

    def _back(self) -> None:
        """To the list, with the keyboard on whom one looked at."""
        self._open = None
        self.arrange(opened=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.reveal()

    def _clear_search(self) -> None:
        self.filters.clear()
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_people(self) -> None:
        self.filters.show_view(View.IN_LISTS)
        self._filter_changed()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is done ----------------------------------------------------------------------------------------

    def _fill_menu(self, menu: QMenu, person_id: str) -> None:
        person = self._store.people.get(person_id)
        if person is not None:
            fill_menu(menu, self._look, person, self._do)

    def _do(self, name: str, person_id: str) -> None:
        actions = self.person_actions
        {
            "edit": actions.edit,
            "log": self._log,
            "card": self.card_wanted.emit,
            "status": actions.change_status,
            "photo": actions.choose_photo,
            "remove-photo": actions.remove_photo,
            "merge": self._merge,
            "archive": actions.archive,
            "unarchive": self._bring_back,
            "trash": actions.trash,
            "restore": actions.restore,
            "remove": self._remove,
        }[name](person_id)

    def _merge(self, person_id: str) -> None:
        kept = self.person_actions.merge(person_id)
        if kept is not None:
            self.open_person(kept)

    def _log(self, person_id: str) -> None:
        self._log_with((person_id,))

    def _bring_back(self, person_id: str) -> None:
        self.person_actions.unarchive(person_id)

    def _support_changed(self, person_id: str, support: tuple[Support, ...]) -> None:
        if not self.person_actions.set_support(person_id, support):
            self._fill_panel()

    def _delete(self, person_id: str) -> None:
        if self.filters.view is View.TRASH:
            self._remove(person_id)
        else:
            self.person_actions.trash(person_id)

    def _remove(self, person_id: str) -> None:
        self.person_actions.remove_for_good([person_id])

    def _remove_all(self) -> None:
        self.person_actions.remove_for_good([row.id for row in self._rows()])

    def _show_menu(self, person_id: str, where: QPoint) -> None:
        menu = QMenu(self)
        self._fill_menu(menu, person_id)
        menu.exec(where)
        menu.deleteLater()
