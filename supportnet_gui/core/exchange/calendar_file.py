"""Putting the coming reminders into a calendar file: whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from ..paths import make_private_file
from ..trouble import Code, Trouble
from .icalendar import as_text, is_calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from ..calendar_entries import Entry
    from ..model import Kind
    from ..nudges import Nudge
    from ..store import Store

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def save(
    store: Store, path: Path, say: Callable[[Nudge, str, Kind], str], discreet: str, *, with_names: bool
) -> None:
    """Write the file, in the place of one that may be there. Raises Trouble; nothing has changed then."""
    write = partial(_write, path, store.clock.now())
    store.calendar.export(say, discreet, write, with_names=with_names)


def holds_something_else(path: Path) -> bool:
    """Whether there is a file that is no calendar, which must not be written over without asking."""
    try:
        with path.open("rb") as file:
            beginning = file.read(64)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return bool(beginning) and not is_calendar(beginning)


def _write(path: Path, now: datetime, entries: Sequence[Entry]) -> None:
    """Beside it first and then moved into place, so that there is always the old file or the new one."""
    # A long name beside a long name would be too long.
    beside = path.with_name(f".{path.name[:80]}.new-{os.getpid()}")
    try:
        make_private_file(beside)
        with beside.open("wb") as file:
            file.write(as_text(entries, now))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        code = Code.PLACE_FULL if error.errno in _FULL else Code.PLACE_UNWRITABLE
        raise Trouble(code, str(path)) from None
