"""What somebody can answer to an idea: each is kept at once, as one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ...core.model import Began, CheckIn, Kind, Way
from .telling import kept

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QMenu, QPushButton, QWidget

    from ...clock import Clock
    from ...core.store import Store
    from ..theme import Look
    from .idea import Idea

tr = QCoreApplication.translate


class Answers(QObject):
    """`enough` says that something was done, with the id of a check-in that was noted, or ""; `next_one` that the
    next idea may take the place."""

    enough = Signal(str, str)
    next_one = Signal()

    def __init__(self, look: Look, store: Store, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._store, self._clock, self._parent = look, store, clock, parent

    def talked(self, idea: Idea) -> None:
        if idea.person is not None:
            way = Way.GROUP if idea.person.kind is Kind.GROUP else None
            self._log(idea, CheckIn((idea.person.id,), on=self._today(), way=way))

    def sent(self, idea: Idea) -> None:
        """Sent to the person the idea is about."""
        if idea.person is not None:
            message = CheckIn((idea.person.id,), on=self._today(), way=Way.MESSAGE, began=Began.ME)
            self._log(idea, message)

    def later(self, idea: Idea) -> None:
        later: Callable[[], object] | None = None
        if idea.reminder:
            later = partial(self._store.reminders.later, idea.reminder)
        elif idea.person is not None:
            later = partial(self._store.today.put_off, idea.person.id)
        if later is None or self._kept(later):
            self.enough.emit(tr("Ideas", "Another time, then. Nothing is waiting."), "")

    def skip(self, idea: Idea) -> None:
        if self._kept(partial(self._store.reminders.skip, idea.reminder)):
            self.enough.emit(tr("Ideas", "Not this time, then. Nothing is waiting."), "")

    def rest(self, below: QPushButton) -> None:
        from .rest import RestMenu

        _open(RestMenu(self._clock, self._rest_until), below)

    def not_this(self, idea: Idea, below: QPushButton) -> None:
        from .not_this import NotThisMenu

        if idea.person is not None:
            _open(NotThisMenu(self._store, idea.person, self._clock, self._leave_out, self._is_unsafe), below)

    def _log(self, idea: Idea, check_in: CheckIn) -> None:
        store = self._store
        log = partial(store.reminders.logged, idea.reminder) if idea.reminder else store.check_ins.log
        logged: list[str] = []
        if self._kept(lambda: logged.append(log(check_in))):
            self.enough.emit(tr("Ideas", "That is noted. Nothing else is waiting."), logged[0])

    def _rest_until(self, day: date | None) -> None:
        if self._kept(partial(self._store.reminders.rest, day)):
            self.enough.emit(tr("Ideas", "Reminders are resting. Nothing is waiting."), "")

    def _leave_out(self, change: Callable[[], object]) -> None:
        if self._kept(change):
            self.next_one.emit()

    def _is_unsafe(self, change: Callable[[], object]) -> None:
        """Not straight on to the next one."""
        if self._kept(change):
            self.enough.emit(tr("Ideas", "That is noted. They will not be suggested."), "")

    def _kept(self, change: Callable[[], object]) -> bool:
        return kept(self._look, self._parent, change)

    def _today(self) -> date:
        """The day a check-in is noted for, by the calendar."""
        return self._clock.now().date()


def _open(menu: QMenu, below: QPushButton) -> None:
    menu.exec(below.mapToGlobal(below.rect().bottomLeft()))
    menu.deleteLater()
