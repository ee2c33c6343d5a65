"""The only place that asks what time it is. Everything else is handed a `Clock` or a moment."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """The computer's clock, or, with a start, a clock that runs on from there (for `--now`)."""

    def __init__(self, start: datetime | None = None) -> None:
        self._shift = timedelta(0) if start is None else start.astimezone() - datetime.now().astimezone()
        self._shift_seconds = self._shift.total_seconds()

    def now(self) -> datetime:
        """The moment, with the computer's own offset."""
        return datetime.now().astimezone() + self._shift

    def seconds(self) -> float:
        """The same moment as a bare number, which costs next to nothing: for comparing, twice a minute."""
        return time.time() + self._shift_seconds

    def utc_text(self) -> str:
        """The moment in UTC, as the database keeps the times at which the program acted."""
        return self.now().astimezone(UTC).isoformat(timespec="milliseconds")

    def notice_zone(self) -> None:
        """Take in that the computer's time zone was changed while this program runs: Python asks once otherwise."""
        if hasattr(time, "tzset"):
            time.tzset()

    def zone(self) -> str:
        """The name of the computer's time zone, like "Europe/Dublin"; empty where the system names none."""
        from PySide6.QtCore import QTimeZone

        return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "ignore")


class FixedClock(Clock):
    """A clock that stands still: for tests, pictures and made-up networks."""

    def __init__(self, moment: datetime, zone: str = "Europe/Dublin") -> None:
        self._moment = moment if moment.tzinfo else moment.astimezone()
        self._zone = zone

    def now(self) -> datetime:
        return self._moment

    def seconds(self) -> float:
        return self._moment.timestamp()

    def zone(self) -> str:
        return self._zone

    def move(self, step: timedelta) -> None:
        """Let time pass."""
        self._moment += step
