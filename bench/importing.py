"""An address book of ten thousand cards, beside the parser's own time; and how long the window stands still."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .cards import address_book
from .figures import Figure, Section
from .processes import WORK, run

TIMES = 3
IN_WINDOW = 3
BLOCKED = 50


def measure() -> Section:
    """The core alone in turns with the parser on the same file, in one process; then the dialog in a window."""
    book = address_book()
    told = run("import_cards", book, WORK / "imported", str(TIMES))
    figures = [
        Figure("10,000 cards, file to database", told["ours"], told["parser"], most=1.5),
        Figure("of that: reading and comparing", told["reading"]),
        Figure("of that: writing", told["writing"]),
    ]
    longest: dict[str, list[float]] = {}
    whole = []
    for _ in range(IN_WINDOW):
        with tempfile.TemporaryDirectory(dir=WORK) as folder:
            seen = run("import_window", book, Path(folder) / "empty")
        whole.append(seen["reading"] + seen["writing"])
        for what, away in seen["longest"].items():
            longest.setdefault(what, []).append(away)
    during = [
        max(column)
        for column in zip(*(away for what, away in longest.items() if what != "undo"), strict=True)
    ]
    figures.append(Figure("10,000 cards through the dialog", whole))
    figures.append(Figure("window blocked at most during that import", during, most=BLOCKED))
    figures += [
        Figure(
            f"of that: {what}" if what != "undo" else "window blocked at most while that import is undone",
            away,
        )
        for what, away in longest.items()
    ]
    notes = (
        f"Cards: {told['cards']} cards of the made-up address book, {told['people']} people kept, beside "
        "`vobject.readComponents(text, allowQP=True, ignoreUnreadable=True)` over the same file.",
        "Blocked: a timer of 0 ms in the event loop, from the choice of the file through the real dialog over the "
        "People page until it has closed and the page is at rest; the longest time between two beats, commit included.",
    )
    return Section(tuple(figures), notes)
