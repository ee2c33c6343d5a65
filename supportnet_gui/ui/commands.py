"""What the window's commands do. Each is one small method, named after its line in `actions.table()`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ..core.trouble import Trouble
from .help_commands import HelpCommands

if TYPE_CHECKING:
    from ..core.model import Done
    from .undo_bar import UndoBar

tr = QCoreApplication.translate

LONG_UNDO = 400
"""Above this many rows undo shows its progress."""


class Commands(HelpCommands):
    """The window's commands, apart from its frame, which `MainWindow` adds."""

    undo_bar: UndoBar
    actions_by_name: dict[str, Any]
    _stale = False

    # -- people and check-ins --------------------------------------------------------------------------------

    def log_check_in(self) -> None:
        """Log a contact with anybody; on a person's page, with that person ticked already."""
        opened = getattr(self.pages.get(self.current), "open_id", None)
        self.log_with((opened,) if isinstance(opened, str) and opened else ())

    def log_with(self, people: tuple[str, ...]) -> None:
        """Log a contact, with these people ticked already."""
        if self.store is not None:
            from .check_ins import LogDialog

            LogDialog(self.look, self.store, self.clock, people, parent=self).ask()

    def edit_check_in(self, check_in_id: str) -> None:
        """Change what is noted about a contact."""
        if self.store is not None and (check_in := self.store.check_ins.get(check_in_id)) is not None:
            from .check_ins import LogDialog

            LogDialog(self.look, self.store, self.clock, check_in=check_in, parent=self).ask()

    def copy_message(self) -> None:
        """Copy the message that Today suggests, from anywhere; where there is none, show Today."""
        if (card := self._suggestion()) is not None:
            card.copy_wanted.emit()

    def we_talked(self) -> None:
        """Note a contact with whom Today suggests, from anywhere; where there is nobody, show Today."""
        if (card := self._suggestion()) is not None:
            card.talked.emit()

    def _suggestion(self) -> Any:
        """Show Today; the card of its suggestion, None where there is none."""
        self.show_page("today")
        return getattr(self.pages["today"], "card", None)

    def add_person(self) -> None:
        if self.store is not None:
            self.show_page("people")
            self.pages["people"].add_person()

    def open_person(self, supporter_id: str) -> None:
        self.show_page("people")
        self.pages["people"].open_person(supporter_id)

    def open_resource(self, entry_id: str = "") -> None:
        """Show an entry of Resources, or what one can begin with on one's own."""
        self.show_page("resources")
        if self.store is not None:
            page = self.pages["resources"]
            if entry_id:
                page.open_entry(entry_id)
            else:
                page.show_beginnings()

    def choose_person(self) -> str | None:
        """Ask for one person; None for nobody."""
        if self.store is None:
            return None
        from .check_ins.choose_person import ChoosePerson

        return ChoosePerson(self.look, self.store, self, tr("Commands", "Choose a person")).ask()

    def open_around(self) -> None:
        """Show the page for the people around, from its beginning."""
        self.show_page("around")
        if self.store is not None:
            self.pages["around"].open_page()

    def card_for(self, supporter_id: str) -> None:
        """Show how to support the person themself, written for somebody."""
        if self.store is not None:
            self.show_page("around")
            self.pages["around"].card_for(supporter_id)

    def bring_in(self) -> None:
        """Bring in an address book."""
        if self.store is not None:
            from .bring_in import BringInDialog

            BringInDialog(self.look, self.store, self.clock, self).exec()

    # -- undo ------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        self._go_back_or_forth(forth=False)

    def redo(self) -> None:
        self._go_back_or_forth(forth=True)

    def _go_back_or_forth(self, *, forth: bool) -> None:
        if self.store is None:
            return
        rows = self.store.rows_to_redo if forth else self.store.rows_to_undo
        if rows > LONG_UNDO:
            self._go_slowly(forth=forth)
            return
        try:
            done = self.store.redo() if forth else self.store.undo()
        except Trouble as trouble:
            self.tell(trouble)
            return
        self._say_undone(done, forth=forth)

    def _go_slowly(self, *, forth: bool) -> None:
        """A large import is taken back row by row, with progress, and can be called off."""
        from .progress import ProgressDialog

        assert self.store is not None
        steps = self.store.redo_slices() if forth else self.store.undo_slices()
        title = tr("Commands", "Putting it back") if forth else tr("Commands", "Taking it back")
        try:
            done = ProgressDialog(self.look, title, steps, self).ask()
        except Trouble as trouble:
            self.tell(trouble)
            return
        self._say_undone(done, forth=forth)

    def _say_undone(self, done: Done | None, *, forth: bool) -> None:
        from .. import words

        if done is None:
            return
        if forth:
            self.undo_bar.show_done(words.done(done))
        else:
            self.undo_bar.show_undone(words.undone(done))

    def _after_change(self, done: Done | None) -> None:
        """Called by the store after every commit; `done` is None for what was not a new action here."""
        from .. import words

        if done is not None:
            self.undo_bar.show_done(words.done(done))
        elif self.store is not None and self.store.can_undo is None:
            self.undo_bar.hide()
        self.own_changed()
        self.read_again()

    def read_again(self) -> None:
        """Something changed that the page may show. Behind a dialog nobody sees it: it is read when that is gone."""
        self._stale = QApplication.activeModalWidget() is not None
        if not self._stale:
            self.refresh()

    def _update_undo(self) -> None:
        self.actions_by_name["undo"].setEnabled(self.store is not None and self.store.can_undo is not None)
        self.actions_by_name["redo"].setEnabled(self.store is not None and self.store.can_redo is not None)

    def tell(self, trouble: Trouble) -> None:
        """Say in a sentence what went wrong."""
        from .. import words

        self.say(tr("Commands", "That did not work"), words.trouble(trouble))

    def tell_preferences_damaged(self) -> None:
        """The small file of choices could not be understood; it stays as it is until something is chosen."""
        self.say(
            tr("Commands", "Your choices could not be read"),
            tr(
                "Commands",
                "The small file that keeps colours, text size and country is damaged. Your people and notes are "
                "kept elsewhere and are not touched. Supportnet uses its usual look for now. If you choose something "
                "in Settings, the damaged file is put aside, and a new one is made.",
            ),
        )

    # -- places in the window --------------------------------------------------------------------------------

    def go_today(self) -> None:
        self.show_page("today")

    def go_people(self) -> None:
        self.show_page("people")

    def go_check_ins(self) -> None:
        self.show_page("check-ins")

    def go_resources(self) -> None:
        self.show_page("resources")

    def go_around(self) -> None:
        self.show_page("around")

    def go_journal(self) -> None:
        self.show_page("journal")

    def go_plan(self) -> None:
        self.show_page("plan")

    def go_settings(self) -> None:
        self.show_page("settings")

    def go_back(self) -> None:
        """From help back to where the person was."""
        if self.current == "help":
            self.show_page(self._before_help)

    def search(self) -> None:
        """Put the keyboard into the page's search field; on a page without one, into that of People."""
        if not hasattr(self.pages.get(self.current), "focus_search"):
            self.show_page("people")
        focus = getattr(self.pages[self.current], "focus_search", None)
        if callable(focus):
            focus()

    def shortcuts(self) -> None:
        from .shortcuts import ShortcutSheet

        ShortcutSheet(self.look, self).exec()

    def about(self) -> None:
        from .about import AboutDialog

        AboutDialog(self.look, self).exec()

    def quit(self) -> None:
        """End the app, whether or not it would go on without its window."""
        QApplication.quit()
