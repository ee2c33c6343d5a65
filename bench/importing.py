"""An address book of ten thousand cards, beside the parser's own time; and how long the window stands still."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path

from .cards import address_book
from .figures import Figure, Section
from .processes import WORK, run

TIMES = 3
UNDO = "undo"
"""What the watcher calls the time after the import, when it is taken back."""


def measure() -> Section:
    """The core alone in turns with the parser on the same file, in one process; then the dialog in a window."""
    book = address_book()
    told = run("import_cards", book, WORK / "imported", str(TIMES))
    whole: list[float] = []
    blocked: dict[str, list[float]] = defaultdict(list)
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory(dir=WORK) as folder:
            seen = run("import_window", book, Path(folder) / "empty")
        whole.append(seen["reading"] + seen["writing"])
        for doing, longest in seen["longest"].items():
            blocked[doing].append(longest)
    undoing = blocked.pop(UNDO)
    figures = (
        Figure("10,000 cards, file to database", told["ours"], told["parser"], most=1.5),
        Figure("10,000 cards, reading and comparing", told["reading"]),
        Figure("10,000 cards, writing", told["writing"]),
        Figure("10,000 cards through the dialog", whole),
        Figure(
            "window blocked at most in that",
            [max(once) for once in zip(*blocked.values(), strict=True)],
            most=50,
        ),
        *(Figure(f"window blocked at most: {doing}", longest) for doing, longest in blocked.items()),
        Figure("window blocked at most while all that is undone", undoing),
    )
    notes = (
        f"""Cards: {told["cards"]} cards of the made-up address book, {told["people"]} people kept, beside
        `vobject.readComponents(text, allowQP=True, ignoreUnreadable=True)` over the same file.""",
        """Blocked: a timer of 0 ms in the event loop, from the choice of the file through the real dialog over the
        People page until it has closed and the page is at rest; the longest time between two beats, commit
        included.""",
    )
    return Section(figures, notes)
