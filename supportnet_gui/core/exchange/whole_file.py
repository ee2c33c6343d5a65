"""Writing a file that somebody asked for: all of it, or what was there before."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile


class NotWritten(StrEnum):
    """Why a file was not written."""

    NOT_ALLOWED = "not_allowed"
    NO_ROOM = "no_room"
    NO_FOLDER = "no_folder"
    OTHER = "other"


_WHY = {
    errno.EACCES: NotWritten.NOT_ALLOWED,
    errno.EPERM: NotWritten.NOT_ALLOWED,
    errno.EROFS: NotWritten.NOT_ALLOWED,
    errno.ENOSPC: NotWritten.NO_ROOM,
    errno.EDQUOT: NotWritten.NO_ROOM,
    errno.EFBIG: NotWritten.NO_ROOM,
    errno.ENOENT: NotWritten.NO_FOLDER,
    errno.ENOTDIR: NotWritten.NO_FOLDER,
}


def write_whole(path: Path, data: bytes) -> NotWritten | None:
    """Write a file in one move; says why where that failed, and then nothing has changed."""
    beside = None
    try:
        # Only the owner may read it while it is made, and afterwards too: it is about them.
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()
        return _WHY.get(error.errno or 0, NotWritten.OTHER)
    return None
