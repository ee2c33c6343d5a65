"""The Resources page: the library to look around and search in, and one entry in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QWidget

from ... import resource_words, words
from ...clock import Clock
from ...core import content
from ...core.content.library_model import Entry
from ...core.resource_model import Mark, MarkState, Section, StepState
from ...core.store import Store
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.long_text import softened
from ..widgets.page import settle_layout
from .doing import EntryActions
from .filters import View
from .frame import ResourcesFrame
from .shelf import Place, Shelf

if TYPE_CHECKING:
    from .panel import EntryPanel

tr = QCoreApplication.translate

_PAUSE = 400
"""Milliseconds without a letter typed after which is said how many were found."""


class ResourcesPage(ResourcesFrame):
    """`place` gives country and nation as chosen for help, `choose_place` keeps them, `open_person` goes to the map.

    `open_url` hands a link to the operating system and says whether anything took it.
    """

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        place: Place,
        choose_place: Callable[[str | None, str | None], None],
        open_person: Callable[[str], None],
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
    ) -> None:
        self._store, self._clock, self._place = store, clock, place
        self._open_person, self._open_url = open_person, open_url
        self.shelf = Shelf(store, place)
        self._open: str | None = None
        super().__init__(look, self.shelf.sections, choose_place, parent)
        # Once somebody stops typing, rather than at each letter.
        self._say_found = QTimer(self, singleShot=True, interval=_PAUSE)
        self._say_found.timeout.connect(self._found_said)
        self.entry_actions = EntryActions(look, store, self._today, self)
        self._connect()
        self._read()
        self._fill()
        self.arrange(opened=False)

    # -- what the window calls -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Re-read list and entry; what one looks at, and a note being written, stay."""
        self._read()
        self._fill()
        self._fill_panel()
        self._arrange_now()

    def focus_search(self) -> None:
        """Bring the keyboard to the search field."""
        if self.narrow and self._open is not None:
            self._back()
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def open_entry(self, entry_id: str) -> None:
        """Show an entry in its part of the library."""
        entry = self.shelf.find(entry_id)
        if entry is None:
            return
        self._open = entry_id
        self.filters.show_all(entry.section)
        self.refresh()
        self.list.reveal()
        if self.narrow:
            self.panel.focus_back()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_beginnings(self) -> None:
        """What one can begin with on one's own, for who has nobody to turn to just now."""
        self._open = None
        self.filters.show_all()
        self.filters.show_view(View.BEGIN)
        self.arrange(opened=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def open_entry_id(self) -> str | None:
        """The entry that is shown."""
        return self._open

    def is_open(self) -> bool:
        return self._open is not None

    def _today(self) -> date:
        from ...core.days import civil_day

        return civil_day(self._clock.now())

    def _read(self) -> None:
        """Marks, one's own entries and where one is."""
        if self.shelf.read():
            # While nothing else is wanted: the first letter typed need not wait for it.
            QTimer.singleShot(0, self, self.shelf.warm)
        country = self._place()[0] or ""
        self.filters.set_country(country if country in content.countries() else "")

    # -- what is shown ---------------------------------------------------------------------------------------

    @property
    def _at_front(self) -> bool:
        filters = self.filters
        return filters.view is View.ALL and filters.section is None and not filters.narrowed

    def _fill(self) -> None:
        front = self._at_front
        found = () if front else self.shelf.found(self.filters)
        self.list.set_rows([self.shelf.row(one) for one in found], self._open)
        self.show_parts(
            front=front,
            head=self._head(),
            empty="" if found or front else self._nothing(),
            clear=tr("resources", "Clear search") if self.filters.text else self._clear_words(),
            ask=self.filters.country == "" and self._place()[0] is None and self.filters.view is View.ALL,
        )

    def _head(self) -> tuple[str, str]:
        """What stands above the list: the part of the library, while nothing is searched in all of it."""
        section = self.filters.section
        if self.filters.view is View.BEGIN and not self.filters.narrowed:
            intro = tr("resources", "None of these needs somebody you know. One is enough.")
            return tr("resources", "Small beginnings"), intro
        if section is None or self.filters.text or self.filters.view is not View.ALL:
            return "", ""
        about = next((one for one in self.shelf.sections if one.section is section), None)
        return (about.title, "" if self.filters.narrowed else about.intro) if about else ("", "")

    def _clear_words(self) -> str:
        return tr("resources", "Clear filters") if self.filters.narrowed else ""

    def _nothing(self) -> str:
        """What is said where nothing is left, plainly."""
        typed = self.filters.text
        if typed:
            text = tr("resources", "Nothing here has “{typed}” in it. Another word may find it.")
            return softened(text.format(typed=words.short(typed)))
        if self.filters.narrowed:
            return tr("resources", "Nothing fits all of these choices together.")
        return {
            View.TRASH: tr("resources", "The trash is empty."),
            View.OWN: tr(
                "resources", "What you add yourself is listed here, like a local group or a doctor."
            ),
        }.get(self.filters.view, tr("resources", "What you mark this way is listed here."))

    def _fill_panel(self) -> None:
        entry = self.shelf.find(self._open) if self._open is not None else None
        if entry is None:
            self._open = None
            return
        from .panel import Shown

        section = next((one.title for one in self.shelf.sections if one.section is entry.section), "")
        steps = self._store.steps.all(StepState.PLANNED)
        mark = self._store.resources.mark(entry.id)
        mapped = mark.supporter is not None and self._store.people.get(mark.supporter) is not None
        shown = Shown(
            entry,
            section,
            tuple((one, self.shelf.line_beside(one)) for one in self.shelf.services(entry)),
            mark if mapped else Mark(mark.resource, mark.state, mark.since, mark.note),
            tuple(step for step in steps if step.resource == entry.id),
            self._place()[0],
            self._clock.now(),
        )
        self.panel.show_entry(shown)

    # -- moving about ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.add.clicked.connect(self._add_own)
        self.filters.changed.connect(self._filter_changed)
        self.filters.search.down.connect(self._search_down)
        self.filters.search.enter.connect(self._search_enter)
        self.front.section_chosen.connect(self._section_chosen)
        self.filters.all_parts.clicked.connect(self._to_front)
        self.clear_search.clicked.connect(self._clear_search)
        self.ask.asked.connect(self._asked)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._clicked)
        self.list.enter_pressed.connect(self._entered)

    def make_panel(self) -> EntryPanel:
        from .panel import EntryPanel

        panel = EntryPanel(self._look, self.shelf.names, self._open_url, self)
        panel.back.connect(self._back)
        panel.wanted.connect(self._do)
        panel.step_done.connect(self.entry_actions.step_done)
        panel.step_removed.connect(self.entry_actions.remove_step)
        panel.marking.state_chosen.connect(self._mark)
        panel.marking.note_written.connect(self._note)
        return panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from an entry to the list, closes the entry, then goes back to all parts."""
        if event.key() != Qt.Key.Key_Escape or (self._open is None and self._at_front):
            super().keyPressEvent(event)
        elif self._open is None:
            self._to_front()
        elif self.narrow or self.list.hasFocus():
            self._back()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter_changed(self) -> None:
        if self._at_front and not self.narrow:
            self._open = None
        self._fill()
        self.arrange(self.is_open())
        self._say_found.start()

    def _found_said(self) -> None:
        if not self._at_front and self.filters.narrowed:
            announce(self.list, tr("resources", "%n found", "", len(self.list.entries.rows)))

    def _section_chosen(self, section: Section) -> None:
        self.filters.show_all(section)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.scrollToTop()

    def _to_front(self) -> None:
        section = self.filters.section
        self._open = None
        self.filters.show_all()
        first = self.front.offers.get(section) if section else None
        (first or self.filters.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, entry_id: str) -> None:
        """The selection moved. Beside the list that shows an entry; in a narrow window it only moves."""
        if self.narrow:
            return
        if self._open is None and self.list.under_mouse:
            self.panel.let_click_end()
        self._show(entry_id)

    def _clicked(self, entry_id: str) -> None:
        if self.narrow:
            self.panel.let_click_end()
        self._show(entry_id)
        if self.narrow:
            self.panel.focus_back()

    def _entered(self, entry_id: str) -> None:
        self._show(entry_id)
        self.panel.take_focus()

    def _show(self, entry_id: str) -> None:
        self._open = entry_id
        self._fill_panel()
        self._arrange_now()

    def _arrange_now(self) -> None:
        """Everything in its place before the next paint: an entry has many layers."""
        self.arrange(self.is_open())
        if self.isVisible() and self.is_open():
            settle_layout(self)

    def _search_enter(self) -> None:
        """Enter in the search field opens the first that was found."""
        if self.list.entries.rows:
            self.list.choose_first()
            self._entered(self.list.entries.rows[0].id)

    def _search_down(self) -> None:
        if self._at_front:
            next(iter(self.front.offers.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.choose_first()

    def _back(self) -> None:
        """To the list, with the keyboard on what one looked at."""
        self._open = None
        self.arrange(opened=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.reveal()

    def _clear_search(self) -> None:
        self.filters.clear()
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked(self) -> None:
        self.refresh()
        self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is done ----------------------------------------------------------------------------------------

    def _mark(self, entry_id: str, state: MarkState | None) -> None:
        if not self.entry_actions.set_state(entry_id, state):
            self._fill_panel()

    def _note(self, entry_id: str, note: str) -> None:
        if not self.entry_actions.set_note(entry_id, note):
            self.panel.marking.not_kept()

    def _add_own(self) -> None:
        made = self.entry_actions.add_own(self.shelf.sections, self.filters.section)
        if made is not None:
            self._read()
            self.open_entry(made)

    def _do(self, what: str, entry_id: str) -> None:
        entry = self.shelf.find(entry_id)
        if entry is None:
            return
        actions = self.entry_actions
        if what == "plan":
            actions.plan(entry)
        elif what == "copy":
            actions.copy(resource_words.as_text(entry, self.shelf.services(entry), self.shelf.names))
            self.panel.say(tr("resources", "Copied. Nothing of your own marks or notes is in it."))
        elif what == "map":
            self._to_map(entry)
        elif what == "edit" and entry.own is not None:
            actions.edit_own(entry.own, self.shelf.sections)
        elif what == "trash":
            actions.trash_own(entry_id)
            self._leave()
        elif what == "restore":
            actions.restore_own(entry_id)
            self._leave()
        elif what == "remove" and actions.remove_own(entry_id):
            self._leave()

    def _leave(self) -> None:
        """What one looked at went to another list."""
        self._open = None
        self.refresh()
        (self.filters.search if self._at_front else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_map(self, entry: Entry) -> None:
        made = self.entry_actions.add_to_map(entry)
        if made is not None:
            self._open_person(made)
