"""Somebody on the desktop's message bus, as text alone: this is read on systems without such a bus, too."""

from __future__ import annotations

from typing import NamedTuple


class Whom(NamedTuple):
    """An object of a program, and the part of it that is meant: by its own name where `interface` is empty."""

    path: str
    bus_name: str
    interface: str = ""
