"""Rest from reminders: until a day, or until they are switched on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ...clock import Clock

tr = QCoreApplication.translate


class RestMenu(QMenu):
    """`rest` is handed the day on which reminders may come again, None for when they are switched on."""

    def __init__(self, clock: Clock, rest: Callable[[date | None], None]) -> None:
        super().__init__()
        today = clock.now().date()
        for text, until in (
            (tr("Rest", "Until tomorrow"), today + timedelta(days=1)),
            (tr("Rest", "For a week"), today + timedelta(weeks=1)),
            (tr("Rest", "For four weeks"), today + timedelta(weeks=4)),
            (tr("Rest", "Until I switch them on"), None),
        ):
            # Whether the action is ticked, which the signal says too, is of no use here.
            self.addAction(text).triggered.connect(lambda _ticked=False, until=until: rest(until))
