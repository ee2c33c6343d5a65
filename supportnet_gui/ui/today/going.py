"""Where one can go from Today, as the page is told by whoever makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Place = Callable[[], tuple[str | None, str | None]]
"""Asks for the country and nation chosen for help right now; None where none is chosen."""


class Going(NamedTuple):
    """The place chosen for help, and what else the page asks of the window."""

    place: Place
    log_with: Callable[[tuple[str, ...]], None]
    edit_check_in: Callable[[str], None]
    bring_in: Callable[[], None]
    to_people: Callable[[], None]
    to_check_ins: Callable[[], None]
    to_help: Callable[[], None]
    to_resource: Callable[[str], None]
    """To an entry of the library, by id; to what one can begin with on one's own with an empty one."""
