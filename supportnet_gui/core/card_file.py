"""The small card outside the database: whom a person chose for a hard moment, and their plan, in a plain file.

There is one only where the person said so (`store/card.py`): help right now shows it while the database is locked or
cannot be opened. Everyone who can use the account can read it, so it holds no more than the page shows.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import msgspec

from .paths import make_private_file, make_private_folder
from .plan import ONLY_ON_ITS_PAGE, HardMoment

NAME = "hard-moment-card.json"
LARGEST = 1_000_000
"""Bytes. A larger file is not ours."""


def beside(folder: Path) -> Path:
    """Where the card of a data folder is."""
    return folder / NAME


def read(path: Path) -> HardMoment:
    """What the card holds; nothing where there is none, or none that can be understood. Never raises."""
    try:
        if path.stat().st_size > LARGEST:
            return HardMoment()
        found = msgspec.json.decode(path.read_bytes(), type=HardMoment)
    except (OSError, ValueError, RecursionError):
        # msgspec's faults are ValueErrors.
        return HardMoment()
    return _without_what_stays(found)


def write(path: Path, shown: HardMoment) -> None:
    """Keep this, and nothing of before. Raises OSError; then the card is as it was."""
    make_private_folder(path.parent)
    # Written beside and moved into place, so that a power cut leaves the old card or the new one.
    new = path.with_name(path.name + ".new")
    make_private_file(new)
    try:
        with new.open("wb") as file:
            file.write(_text(shown))
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def remove(path: Path) -> None:
    """No card from now on. Raises OSError where it cannot be removed."""
    path.with_name(path.name + ".new").unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def holds(path: Path, shown: HardMoment) -> bool:
    """Whether the card says just this already."""
    try:
        return path.read_bytes() == _text(shown)
    except OSError:
        return False


def _text(shown: HardMoment) -> bytes:
    return msgspec.json.format(msgspec.json.encode(_without_what_stays(shown)))


def _without_what_stays(shown: HardMoment) -> HardMoment:
    """Without ids, which lead nowhere outside the database, and without what no other page shows."""
    plan = (replace(item, id="", supporter=None) for item in shown.plan if item.part not in ONLY_ON_ITS_PAGE)
    return HardMoment(shown.people, tuple(plan))
