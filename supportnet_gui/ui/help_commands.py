"""The window's commands around help right now: it opens from anywhere, with a person's own people and plan below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

if TYPE_CHECKING:
    from ..core.preferences import PreferencesFile
    from ..core.store import Store
    from .crisis.own import Own, Reach
    from .theme import Look

tr = QCoreApplication.translate

OWN_MILLISECONDS = 250
"""After a change, what help shows of it is made ready when nothing else is wanted."""


class HelpCommands(QMainWindow):
    """`locked`: whether the notebook is there and waits for its password."""

    look: Look
    store: Store | None
    clock: Any
    preferences: PreferencesFile
    pages: dict[str, Any]
    current: str
    locked = False
    _before_help: str
    _own_is_stale = True
    _came_from_help = False

    def show_page(self, name: str) -> None:
        """Show a page."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Re-read the page that is seen."""
        raise NotImplementedError

    def guide(self) -> None:
        """How the app works."""
        from .guide import GuideDialog

        GuideDialog(self.look, self).exec()

    def say(self, title: str, text: str) -> None:
        """Say one thing, until it is closed."""
        from .widgets.messages import Notice

        Notice(self.look, title, text, self).show_it()

    def help_right_now(self) -> None:
        """Show help, from anywhere: over a dialog that is open, in a window of its own above it."""
        over = QApplication.activeModalWidget()
        if isinstance(over, QDialog):
            from .crisis.own import Acts
            from .help_window import HelpWindow

            if not isinstance(over, HelpWindow):
                above = HelpWindow(self.look, *self.place(), self.choose_place, self.clock.now, over)
                above.page.show_own(self._own(), Acts(self._link))
                above.exec()
            return
        if self.current != "help":
            self._before_help = self.current
        if "help" in self.pages and self._own_is_stale:
            self.pages["help"].when_painted = self.show_own
        self.show_page("help")
        self.pages["help"].focus_first()

    def own_changed(self) -> None:
        """Something was written: while nothing else is wanted, see whether help shows something else now."""
        self._own_is_stale = True
        if "help" in self.pages:
            QTimer.singleShot(OWN_MILLISECONDS, self, self._show_own_when_idle)

    def show_own(self) -> bool:
        """Hand the help page the person's people and plan; returns whether it shows something else now."""
        self._own_is_stale = False
        from .crisis.own import Acts

        open_plan = self.open_plan_from_help if self.store is not None else None
        acts = Acts(self._link, open_plan, self.guide)
        changed: bool = self.pages["help"].show_own(self._own(), acts)
        return changed

    def _show_own_when_idle(self) -> None:
        page = self.pages.get("help")
        if page is not None and self._own_is_stale and self.show_own() and self.current != "help":
            page.prepare(page.size())

    def _own(self) -> Own:
        from . import hard_moment

        folder = self.preferences.path.parent
        return hard_moment.own(hard_moment.kept(self.store, folder), locked=self.locked)

    def _link(self, way: Reach) -> str | None:
        from . import hard_moment

        return hard_moment.link(way, self.country())

    def open_plan_from_help(self) -> None:
        self.show_page("plan")

    def is_calm(self) -> bool:
        """Whether this is a moment for a question: not for somebody who comes from help."""
        return not self._came_from_help

    def country(self) -> str | None:
        return self.preferences.now.country or None

    def place(self) -> tuple[str | None, str | None]:
        """Country and nation as chosen; None while unknown."""
        return self.preferences.now.country or None, self.preferences.now.nation or None

    def choose_place(self, country: str | None, nation: str | None) -> None:
        """Keep where the person is, for the help lines."""
        try:
            self.preferences.change(country=country or "", nation=nation or "")
        except OSError:
            self.say(
                tr("Commands", "Your choice holds for now"),
                tr(
                    "Commands",
                    "It could not be kept for next time, because Supportnet may not write in its folder. "
                    "Nothing else was changed.",
                ),
            )
        self.place_changed()

    def place_changed(self) -> None:
        """Tell the pages that show help lines where the person is now."""
        if "help" in self.pages:
            self.pages["help"].set_place(*self.place())
        if self.current == "today":
            self.refresh()

    def tell_card_lost(self, removed: bool) -> None:
        """The small card could not be kept true."""
        self.say(
            tr("Commands", "The small card is gone") if removed else tr("Commands", "The small card is old"),
            (
                tr(
                    "Commands",
                    "It could not be written anew, so it was removed. Help right now still shows your people and plan "
                    "while your notes are open. You could switch the card on again in My plan.",
                )
                if removed
                else tr(
                    "Commands",
                    "It could neither be written anew nor removed, so it may show what is no longer right. You could "
                    "delete the file yourself: {path}",
                ).format(path=str(self.preferences.path.with_name("hard-moment-card.json")))
            ),
        )
