"""The terminal's `calendar`: the coming reminders as a file for a phone's calendar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from . import reminder_words
from .cli import Failure
from .core.exchange import calendar_file
from .core.store import Store

tr = QCoreApplication.translate


def run_calendar(store: Store, path: Path, *, with_names: bool) -> int:
    """Write the file, or write it anew. A file that is no calendar is left alone."""
    if calendar_file.holds_something_else(path):
        raise Failure(
            tr("cli", "{path} is there and is no calendar. It was left alone; another name would do.").format(
                path=path
            )
        )
    discreet = reminder_words.notice_title()
    calendar_file.save(store, path, reminder_words.in_calendar, discreet, with_names=with_names)
    print(tr("cli", "Saved: {path}").format(path=path))
    print(reminder_words.about_calendar())
    return 0
