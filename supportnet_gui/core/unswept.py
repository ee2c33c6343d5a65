"""Making thousands of records without Python stopping in between to look for cycles, of which they have none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Do without Python's search for cycles, which over ten thousand records takes 0.15 s at a time.

    Afterwards they count as old, so that the next search does not begin with them.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        if enabled:
            gc.enable()
