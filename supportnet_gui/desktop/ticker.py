"""Looks now and then whether a reminder is due.

A timer only wakes it: what counts is the wall clock, so that a sleeping laptop, a clock that is set and a journey to
another time zone need nothing of their own. What was shown stands in the database. A look that cannot find
anything new asks for the time, and compares.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ..core.nudge_model import How

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from ..core.model import Done
    from ..core.nudge_model import NudgeKind
    from ..core.store import Store
    from ..core.store.reminder_queries import Shown

LOOK_MILLISECONDS = 30_000
WOKEN_SECONDS = 120.0
"""Looks this far apart by the clock have a sleep between them, or a clock that was set."""
LONGEST = timedelta(hours=1)
"""How long to trust what was worked out: the time zone may change, or another program may note something that comes
sooner. What speaks against a reminder is seen in any case, because none is shown without reading anew."""


class Ticker(QObject):
    """`way` says how a reminder of a kind could be shown now, None for not at all; `ask_quiet` calls what it is given
    with whether the screen wants quiet; `shown` gets each reminder that this window is to show. `new_day` is emitted
    after midnight: what was shown is over then.
    """

    new_day = Signal()

    def __init__(
        self,
        store: Store,
        way: Callable[[NudgeKind], How | None],
        ask_quiet: Callable[[Callable[[bool], None]], None],
        shown: Callable[[Shown], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._way, self._ask_quiet, self._shown = store, way, ask_quiet, shown
        self._day: date | None = None
        self._looked = self._until = 0.0
        self._seconds = store.clock.seconds
        self._asking = False
        self._timer = QTimer(self)
        # To the second is enough, and lets the computer do several things in one waking up.
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and from now on."""
        self._store.listeners.append(self._changed)
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()
        if self._changed in self._store.listeners:
            self._store.listeners.remove(self._changed)

    def look_anew(self) -> None:
        """Something that bears on how a reminder may be shown has changed: the window came or went, say."""
        self._until = 0.0
        self.look()

    def look(self) -> None:
        """Show what is due. Where the clock went on by more than a look, or back, the computer slept or it was set."""
        before, self._looked = self._looked, self._seconds()
        if not before <= self._looked < self._until or self._looked - before > WOKEN_SECONDS:
            with self._once():
                self._look_closely()

    @contextmanager
    def _once(self) -> Iterator[None]:
        """What a full disk or a busy notebook hinders is tried again at the next look, without a word.

        A fault of the program's own is told, and not twice a minute.
        """
        try:
            yield
        except Exception as error:
            from ..core.vault import explain

            if explain(error) is None:
                self._timer.stop()
                raise

    def _look_closely(self) -> None:
        clock = self._store.clock
        clock.notice_zone()
        now = clock.now()
        day, self._day = self._day, now.date()
        if day not in (None, self._day):
            self.new_day.emit()
        if self._asking:
            return
        self._until = 0.0
        nudge = self._store.reminders.next()
        if nudge is not None and nudge.at <= now:
            self._due(nudge.kind, now)
        else:
            self._rest(now, LONGEST if nudge is None else min(LONGEST, nudge.at - now))

    def _rest(self, now: datetime, span: timedelta) -> None:
        """Nothing can be due before then. A new day is a look's matter, too."""
        midnight = timedelta(days=1) - timedelta(hours=now.hour, minutes=now.minute, seconds=now.second)
        self._until = self._looked + min(span, midnight).total_seconds()

    def _due(self, kind: NudgeKind, now: datetime) -> None:
        how = self._way(kind)
        if how is None:
            self._rest(now, LONGEST)
        elif how is How.TODAY:
            self._deliver(how)
        else:
            self._asking = True
            self._ask_quiet(self._answered)

    def _answered(self, quiet: bool) -> None:
        """The screen wants quiet, or not. If it does, the next look asks again: nothing is kept as shown."""
        self._asking = False
        if not quiet:
            with self._once():
                self._deliver(How.NOTIFICATION)

    def _deliver(self, how: How) -> None:
        shown = self._store.reminders.deliver(how)
        if shown is not None:
            self._shown(shown)

    def _changed(self, _done: Done | None) -> None:
        self._until = 0.0
