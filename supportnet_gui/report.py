"""What happens when something goes wrong inside: a line in a log on this computer, nothing anywhere else.

A log line holds the kind of error and the places in the code. The error's own text is left out: it may carry
a name or a note.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType

from .core.paths import make_private_file, make_private_folder

LARGEST_LOG = 200_000
"""Bytes in a log file before it is put by; one earlier file is kept."""


def details(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The error's type and where it happened, innermost last: no message, no values, no folder names."""
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([kind.__name__, *places])


def write(path: Path, text: str) -> None:
    """Add a report to the log. Where it cannot be written there is none: that must not make things worse."""
    import logging
    from logging.handlers import RotatingFileHandler

    try:
        make_private_folder(path.parent)
        make_private_file(path)
        handler = RotatingFileHandler(path, maxBytes=LARGEST_LOG, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    handler.emit(logging.LogRecord("supportnet", logging.ERROR, "", 0, text, None, None))
    handler.close()
    path.chmod(0o600)
