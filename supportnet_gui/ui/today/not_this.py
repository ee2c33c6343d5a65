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
    """`do` is handed the change that was chosen, to make it; `feel_unsafe` the one for who is not safe."""

    def __init__(
        self,
        store: Store,
        person: Supporter,
        clock: Clock,
        do: Callable[[Callable[[], object]], None],
        feel_unsafe: Callable[[Callable[[], object]], None],
    ) -> None:
        super().__init__()
        today = clock.now().date()
        people = store.people
        rest = partial(people.set_status, person.id, Status.RESTING, today, today + A_WHILE)
        ended = partial(people.set_status, person.id, Status.ENDED, today)
        unsafe = partial(people.set_status, person.id, Status.UNSAFE, today)
        for text, act in (
            (tr("NotThis", "A rest for four weeks"), partial(do, rest)),
            (
                tr("NotThis", "Not when I am in a crisis"),
                partial(do, partial(store.today.not_in_crisis, person.id)),
            ),
            (tr("NotThis", "Do not suggest"), partial(do, ended)),
            (tr("NotThis", "I do not feel safe with them"), partial(feel_unsafe, unsafe)),
        ):
            # Whether the action is ticked, which the signal says too, is of no use here.
            self.addAction(text).triggered.connect(lambda _ticked=False, act=act: act())
