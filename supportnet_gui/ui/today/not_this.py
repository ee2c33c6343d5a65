"""Not this person: four ways to say so, each of which holds everywhere at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from ...core.model import Status

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core.model import Supporter
    from ...core.store import Store

tr = QCoreApplication.translate

A_WHILE = timedelta(weeks=4)


class NotThisMenu(QMenu):
    """`do` is handed the change that was chosen, to make it."""

    def __init__(
        self, store: Store, person: Supporter, clock: Clock, do: Callable[[Callable[[], object]], None]
    ) -> None:
        super().__init__()
        self._do = do
        today = clock.now().date()
        people = store.people
        rest = partial(people.set_status, person.id, Status.RESTING, today, today + A_WHILE)
        choices: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("NotThis", "A rest for a while"), rest),
            (tr("NotThis", "Not in a crisis"), partial(store.today.not_in_crisis, person.id)),
            (tr("NotThis", "Do not suggest"), partial(people.set_status, person.id, Status.ENDED, today)),
            (
                tr("NotThis", "I do not feel safe with them"),
                partial(people.set_status, person.id, Status.UNSAFE, today),
            ),
        )
        for text, change in choices:
            self.addAction(text).triggered.connect(partial(self._chosen, change))

    def _chosen(self, change: Callable[[], object], _ticked: bool) -> None:
        self._do(change)
