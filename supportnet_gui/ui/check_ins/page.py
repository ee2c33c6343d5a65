"""The Check-ins page: what was noted, newest first; search, filters, one check-in in full, the trash."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ... import words
from ...clock import Clock
from ...core.store import Store
from ...core.trouble import Trouble
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.messages import Notice, Question
from ..widgets.page import Page
from ..widgets.text import Text
from .choose_person import ChoosePerson
from .details import Details
from .filters import Filters
from .people_picker import has_focus_inside
from .timeline import TimelineList

tr = QCoreApplication.translate

_WIDEST = 1180
_NARROW = 700
"""Pixels at 100 % text; in less than this the list and one check-in take turns."""
_TIGHT = 420
"""Pixels at 100 % text; in less than this the button beside the search field says one word only."""


class CheckInsPage(Page):
    """`log_with` opens the dialog for people, `edit` for a check-in, `open_person` goes to somebody."""

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        log_with: Callable[[tuple[str, ...]], None],
        edit: Callable[[str], None],
        open_person: Callable[[str], None],
    ) -> None:
        super().__init__(look, tr("CheckIns", "Check-ins"))
        self._store, self._clock = store, clock
        self._log_with, self._edit, self._open_person = log_with, edit, open_person
        self._narrow = False
        self._reading = False
        self.inside.setMaximumWidth(look.px(_WIDEST))
        self.filters = Filters(look, store, self._choose_person)
        self.log_button = Button(look, tr("CheckIns", "Log a check-in"), "plain", "plus")
        self.list = TimelineList(look, store.check_ins.page)
        self.details = Details(look, self.list)
        self.nothing = _Nothing(look)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read everything anew; what is chosen stays chosen, and what is seen stays where it is."""
        self._show(keep_place=True)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._read(False)
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    # -- how it is laid out ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self._look
        top = QHBoxLayout()
        top.setSpacing(look.px(10))
        top.addWidget(self.filters.search, 1)
        top.addWidget(self.log_button)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(look.px(8))
        above.addLayout(top)
        above.addWidget(self.filters)
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(14))
        row.addWidget(self.list, 11)
        row.addWidget(self.details, 9)
        self.body.addWidget(self._above)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._both, 1)
        self.body.addStretch(0)
        stops = (self.filters.search, self.log_button, *self.filters.stops, self.list)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.log_button.clicked.connect(self._log)
        self.nothing.log.clicked.connect(self._log)
        self.nothing.clear.clicked.connect(self._clear)
        self.filters.changed.connect(self._search_changed)
        self.filters.search.down.connect(self._go_to_list)
        self.filters.search.enter.connect(self._go_to_list)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.touched.connect(self._touched)
        self.list.edit_wanted.connect(self._edit_wanted)
        self.list.remove_wanted.connect(self._remove_wanted)
        self.details.edit_wanted.connect(self._edit_wanted)
        self.details.trash_wanted.connect(self._to_trash)
        self.details.restore_wanted.connect(self._put_back)
        self.details.purge_wanted.connect(self._purge)
        self.details.person_wanted.connect(self._open_person)
        self.details.back_wanted.connect(self._back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < self._look.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()
        tight = self.viewport().width() < self._look.px(_TIGHT)
        self.log_button.setText(tr("CheckIns", "Log") if tight else tr("CheckIns", "Log a check-in"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and has_focus_inside(self.details):
            self._back()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """In a narrow window the list and one check-in take turns, in a wide one they are side by side."""
        entry = self.list.entry()
        reading = self._narrow and self._reading and entry is not None
        self.details.show_entry(entry, narrow=self._narrow)
        self.list.setVisible(not reading)
        self._above.setVisible(not reading)
        self.details.setVisible(reading or not self._narrow)

    # -- what is shown ---------------------------------------------------------------------------------------

    def _show(self, *, keep_place: bool) -> None:
        entry = self.list.entry()
        wanted, today = self.filters.wanted(), self._clock.now().date()
        self.list.show_entries(wanted, today, entry.check_in.id if entry else "", keep_place=keep_place)
        after = self.list.entry()
        if after is None or entry is None or after.check_in.id != entry.check_in.id:
            self._reading = False
        empty = self.list.timeline.rowCount() == 0
        self._both.setVisible(not empty)
        unused = empty and self._store.check_ins.is_empty()
        self._above.setVisible(not unused)
        self.nothing.setVisible(empty)
        if empty:
            self.nothing.say(unused=unused, narrowed=self.filters.narrowed, trash=wanted.trash)
        if not unused:
            self._arrange()

    def _search_changed(self) -> None:
        self._show(keep_place=False)

    def _clear(self) -> None:
        if self.filters.narrowed:
            self.filters.clear()
        else:
            self.filters.show_trash(False)
        self.filters.search.setFocus()

    def _chosen(self, check_in_id: str) -> None:
        self.details.show_entry(self.list.entry(), narrow=self._narrow)

    def _opened(self, check_in_id: str) -> None:
        self._read(True)
        self.details.focus_first()

    def _touched(self, check_in_id: str) -> None:
        if self._narrow:
            self._opened(check_in_id)

    def _back(self) -> None:
        self._read(False)
        self.list.setFocus()

    def _read(self, reading: bool) -> None:
        self._reading = reading
        self._arrange()

    def _go_to_list(self) -> None:
        if self.list.timeline.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.list.timeline.index(0))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    # -- what can be done ------------------------------------------------------------------------------------

    def _log(self) -> None:
        self._log_with(())

    def _choose_person(self) -> str | None:
        return ChoosePerson(self._look, self._store, self.window()).ask()

    def _edit_wanted(self, check_in_id: str) -> None:
        if not self.filters.wanted().trash:
            self._edit(check_in_id)

    def _remove_wanted(self, check_in_id: str) -> None:
        if self.filters.wanted().trash:
            self._purge(check_in_id)
        else:
            self._to_trash(check_in_id)

    def _to_trash(self, check_in_id: str) -> None:
        self._change(lambda: self._store.check_ins.trash(check_in_id))

    def _put_back(self, check_in_id: str) -> None:
        self._change(lambda: self._store.check_ins.restore(check_in_id))

    def _purge(self, check_in_id: str) -> None:
        sure = Question(
            self._look,
            tr("CheckIns", "Remove this check-in for good?"),
            tr("CheckIns", "It cannot come back, by Undo either. Everything else stays as it is."),
            tr("CheckIns", "Remove for good"),
            tr("CheckIns", "Keep it"),
            self.window(),
        )
        if sure.ask():
            self._change(lambda: self._store.check_ins.purge([check_in_id]))

    def _change(self, change: Callable[[], None]) -> None:
        """Do it, or say why it could not be done. The keyboard goes on in the list."""
        was_in_details = has_focus_inside(self.details)
        try:
            change()
        except Trouble as trouble:
            title = tr("CheckIns", "That did not work")
            Notice(self._look, title, words.trouble(trouble), self.window()).show_it()
            return
        self._read(False)
        if was_in_details:
            self.list.setFocus()


class _Nothing(Card):
    """What is said where there is nothing to list."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._text = Text(look)
        self.log = Button(look, tr("CheckIns", "Log a check-in"), "primary")
        self.clear = Button(look)
        self.body.addWidget(self._text)
        self.body.addWidget(self.log, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def say(self, *, unused: bool, narrowed: bool, trash: bool) -> None:
        """A first small step where nothing was ever noted; otherwise what is so, and the way back."""
        if unused:
            sentence = tr("CheckIns", "You could note a contact, if you like. Who is enough.")
        elif narrowed:
            sentence = tr("CheckIns", "Nothing here fits what you are looking for.")
        elif trash:
            sentence = tr("CheckIns", "The trash is empty.")
        else:
            sentence = tr("CheckIns", "Nothing is listed here right now.")
        button = tr("CheckIns", "Clear") if narrowed else tr("CheckIns", "Show check-ins")
        self.log.setVisible(unused or not (narrowed or trash))
        self.clear.setVisible(not unused and (narrowed or trash))
        self.clear.setText(button)
        self.clear.setAccessibleName(button)
        if self._text.text() != sentence:
            self._text.setText(sentence)
            announce(self, sentence)
