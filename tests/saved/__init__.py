"""Saved databases: made-up people in a file of each released shape, which tests open a copy of ever after.

Each shape has a module that says what is in its file, made by its `fill` of the file of the shape before.
`python -m tests.saved` makes the newest; a file whose shape is not the newest any more stays as it is.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data"
FOUNDATION = FOLDER / "foundation.db"
TODAY = FOLDER / "today.db"
ALL = (FOUNDATION, TODAY)
"""Oldest first; each with one migration more than the one before."""
