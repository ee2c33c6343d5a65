"""The window: sidebar, pages, undo bar. It hands each page what the page uses, and re-reads the one that is seen."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from . import actions
from .commands import Commands
from .sidebar import Sidebar
from .today import TodayPage
from .undo_bar import UndoBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..clock import Clock
    from ..core.preferences import PreferencesFile
    from ..core.store import Store
    from ..core.trouble import Trouble
    from .crisis import CrisisPage
    from .reminders_on_desktop import AtLogin
    from .theme import Look

tr = QCoreApplication.translate

REREAD_MILLISECONDS = 30
NARROW = 760
"""Below this width in pixels at 100 % text the sidebar shows icons only."""


class MainWindow(Commands):
    """`rebuild` is emitted when theme, text size or language changed and the window is to be made anew;
    `try_again` when a person asks to open the database once more; `painted` once, after the first paint;
    `came_or_went` when it is shown or hidden.

    `may_close` says whether closing it ends it, and otherwise what happens is its matter. `at_login` gives the switch
    for starting with the computer, None where there is none.
    """

    rebuild = Signal()
    try_again = Signal()
    painted = Signal()
    came_or_went = Signal()

    def __init__(self, look: Look, preferences: PreferencesFile, clock: Clock) -> None:
        super().__init__()
        self.look, self.preferences, self.clock = look, preferences, clock
        self.store: Store | None = None
        self.trouble: Trouble | None = None
        self._was_painted = False
        self._before_help = "today"
        self.may_close: Callable[[], bool] = lambda: True
        self.at_login: Callable[[], AtLogin | None] = lambda: None
        self.setWindowTitle(tr("MainWindow", "Supportnet"))
        self.setMinimumSize(480, 420)
        self.pages: dict[str, QWidget] = {}
        self.current = ""
        self.sidebar = Sidebar(look, self._page_words())
        self.sidebar.chosen.connect(self.show_page)
        self.sidebar.help_wanted.connect(self.help_right_now)
        self.stack = QStackedWidget()
        self.undo_bar = UndoBar(look, self.undo, self.redo)
        self._lay_out()
        self.actions_by_name: dict[str, QAction] = {}
        self._add_actions()
        self._restore_place()
        self.show_page("today")

    # -- pages -----------------------------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        """Show a page, making it when it is first wanted, and bring it up to date."""
        if name not in self.pages:
            self.pages[name] = self._build(name)
            self.stack.addWidget(self.pages[name])
        self._came_from_help = self.current == "help"
        self.current = name
        self.stack.setCurrentWidget(self.pages[name])
        self.sidebar.set_current(name)
        self.refresh()

    def refresh(self) -> None:
        """Re-read the page that is seen."""
        refresh = getattr(self.pages[self.current], "refresh", None)
        if self.store is not None and refresh is not None:
            refresh()
        self._update_undo()

    def attach(self, store: Store) -> None:
        """The database is open: from now on pages show what is in it."""
        self.store = store
        self.trouble = None
        store.listeners.append(self._after_change)
        store.card.lost = self.tell_card_lost
        self.own_changed()
        # Only the page that is seen is filled now; the others are made when they are wanted.
        self._drop_pages(keep=(self.current, "help") if self.current == "today" else ("help",))
        today = self.pages.get("today")
        if isinstance(today, TodayPage):
            # It reads itself; to read it again would only take time from the first sight of it.
            today.set_store(store)
            self._update_undo()
        else:
            self.show_page(self.current)

    def show_trouble(self, trouble: Trouble) -> None:
        """The database could not be opened: say so on every page that needs it; help works as ever."""
        self.trouble = trouble
        self.own_changed()
        self._drop_pages(keep=("help", "settings"))
        self.show_page(self.current)

    def detach(self) -> None:
        """Stop listening: this window is about to go."""
        if self.store is not None and self._after_change in self.store.listeners:
            self.store.listeners.remove(self._after_change)
            self.store.card.lost = None

    def warm(self) -> None:
        """Make the help page while nothing else is wanted, so that it opens at once."""
        if "help" not in self.pages:
            page = self._build_help()
            self.pages["help"] = page
            self.stack.addWidget(page)
            page.when_painted = None
            self.show_own()
            page.prepare(self.stack.size())

    def _drop_pages(self, keep: tuple[str, ...]) -> None:
        for name in [name for name in self.pages if name not in keep]:
            page = self.pages.pop(name)
            self.stack.removeWidget(page)
            page.deleteLater()

    def _build(self, name: str) -> QWidget:
        if self.trouble is not None and name in (
            "today",
            "people",
            "check-ins",
            "resources",
            "around",
            "journal",
            "plan",
        ):
            from .trouble_page import TroublePage

            return TroublePage(self.look, self.trouble, self.try_again.emit)
        return {
            "today": self._build_today,
            "people": self._build_people,
            "check-ins": self._build_check_ins,
            "resources": self._build_resources,
            "around": self._build_around,
            "journal": self._build_journal,
            "plan": self._build_plan,
            "settings": self._build_settings,
            "help": self._build_help,
        }[name]()

    def _build_today(self) -> QWidget:
        return TodayPage(
            self.look,
            self.store,
            self.clock,
            place=self.place,
            log_with=self.log_with,
            edit_check_in=self.edit_check_in,
            bring_in=self.bring_in,
            go_to_people=partial(self.show_page, "people"),
            go_to_check_ins=partial(self.show_page, "check-ins"),
            open_help=self.help_right_now,
            open_resource=self.open_resource,
        )

    def _build_people(self) -> QWidget:
        if self.store is None:
            return QWidget()
        from .people import PeoplePage

        page = PeoplePage(
            self.look,
            self.store,
            self.clock,
            self.log_with,
            self.bring_in,
            self.country,
            parent=self.stack,
        )
        page.card_wanted.connect(self.card_for)
        return page

    def _build_check_ins(self) -> QWidget:
        if self.store is None:
            return QWidget()
        from .check_ins import CheckInsPage

        return CheckInsPage(
            self.look, self.store, self.clock, self.log_with, self.edit_check_in, self.open_person
        )

    def _build_resources(self) -> QWidget:
        if self.store is None:
            return QWidget()
        from .resources import ResourcesPage

        return ResourcesPage(
            self.look,
            self.store,
            self.clock,
            self.place,
            self.choose_place,
            self.open_person,
            parent=self.stack,
        )

    def _build_around(self) -> QWidget:
        if self.store is None:
            return QWidget()
        from .around import AroundPage

        return AroundPage(
            self.look, self.store, self.place, self.choose_person, self.help_right_now, self.stack
        )

    def _build_journal(self) -> QWidget:
        if self.store is None:
            return QWidget()
        from .journal import JournalPage

        return JournalPage(
            self.look, self.store, self.clock, self.choose_person, self.open_person, self.stack
        )

    def _build_plan(self) -> QWidget:
        if self.store is None:
            return QWidget()
        from .plan import PlanPage

        return PlanPage(self.look, self.store, self.clock, self.place, self.is_calm, parent=self.stack)

    def _build_settings(self) -> QWidget:
        from .settings import SettingsPage

        return SettingsPage(
            self.look,
            self.preferences,
            self.store,
            self.rebuild.emit,
            self.help_right_now,
            self.bring_in,
            self.at_login,
        )

    def _build_help(self) -> CrisisPage:
        from .crisis import CrisisPage

        page = CrisisPage(self.look, *self.place(), self.choose_place, self.clock.now)
        page.when_painted = self.show_own
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page, self.go_back)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return page

    def _page_words(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("today", tr("MainWindow", "Today"), "today"),
            ("people", tr("MainWindow", "People"), "people"),
            ("check-ins", tr("MainWindow", "Check-ins"), "check-ins"),
            ("resources", tr("MainWindow", "Resources"), "resources"),
            ("plan", tr("MainWindow", "My plan"), "plan"),
            ("settings", tr("MainWindow", "Settings"), "settings"),
        )

    # -- the frame -------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setProperty("look", "ground")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 0, 18, 0)
        foot.addWidget(self.undo_bar)
        column.addLayout(foot)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        self.sidebar.order_tabs()
        # Nothing is marked as chosen at the start; the first Tab goes to help.
        self.setFocus()

    def _add_actions(self) -> None:
        """Make menus and keys from the one table."""
        menus: dict[str, QMenu] = {}
        for spec in actions.table():
            menu = menus.get(spec.menu) or menus.setdefault(spec.menu, self.menuBar().addMenu(spec.menu))
            if spec.separator_before:
                menu.addSeparator()
            action = QAction(spec.text, self)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.triggered.connect(getattr(self, spec.name.replace("-", "_")))
            menu.addAction(action)
            self.actions_by_name[spec.name] = action

    def _restore_place(self) -> None:
        """The size of last time, and the place where the platform allows it and a screen is still there."""
        kept = self.preferences.now
        wanted = QRect(*kept.window) if len(kept.window) == 4 else QRect(0, 0, 1120, 760)
        screen = QGuiApplication.screenAt(wanted.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.resize(wanted.size().boundedTo(room.size()))
        if kept.window and room.contains(wanted.topLeft()):
            self.move(wanted.topLeft())
        if kept.maximized:
            self.showMaximized()

    def keep_place(self) -> None:
        """Remember size and place for next time."""
        place = self.normalGeometry() if self.isMaximized() else self.geometry()
        # A size that cannot be kept is no reason to disturb anybody on the way out.
        with suppress(OSError):
            self.preferences.change(
                window=(place.x(), place.y(), place.width(), place.height()), maximized=self.isMaximized()
            )

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            self.painted.emit()
        if event.type() is QEvent.Type.WindowUnblocked and self._stale:
            self._stale = False
            # A moment later, so that a dialog with ten thousand names is gone before a page with them is read.
            QTimer.singleShot(REREAD_MILLISECONDS, self, self.refresh)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.set_narrow(event.size().width() < self.look.px(NARROW))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_place()
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_or_went.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.came_or_went.emit()
