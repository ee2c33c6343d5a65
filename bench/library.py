"""Searching the library as it is typed, with 500 entries of one's own and a note on every other one."""

from __future__ import annotations

from statistics import median

from .figures import Figure, Section
from .processes import run

ROUNDS = 5


def measure() -> Section:
    found: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, took in run("library").items():
            if isinstance(took, list):
                found.setdefault(name, []).extend(took)
    # Of each key its middle time: a machine that does something else for a moment is no slow search.
    each = len(found["keys"]) // ROUNDS
    slowest = [max(median(found["keys"][key::each]) for key in range(each))]
    figures = (
        Figure("Search in the library, each key pressed", found["keys"], most=5),
        Figure("The slowest of those keys, its median", slowest, most=5),
        Figure("Each key pressed in the library alone, nothing of one's own", found["shipped"], most=5),
        Figure("A filter chosen, nothing typed", found["filter"], most=5),
        Figure("The index made, at the first key", found["index"]),
        Figure("All files of the library read, the first time in a process", found["read"]),
        Figure("Search in a journal of 20,000 entries, each key pressed", found["journal"], most=5),
    )
    note = (
        "Library: eleven searches typed letter by letter, some of which nothing answers; what is timed is the whole "
        "answer with entries in order. The index is in memory and made again when something is noted."
    )
    return Section(figures, (note,))
