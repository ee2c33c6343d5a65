"""An address book of ten thousand cards, beside the parser's own time; and how long the window stands still."""

from __future__ import annotations

from .cards import address_book
from .figures import Figure, Section
from .processes import WORK, run

TIMES = 3


def measure() -> Section:
    """Both take turns on the same file, in one process."""
    book = address_book()
    told = run("import_cards", book, WORK / "imported", str(TIMES))
    figures = (
        Figure("10,000 cards, file to database", told["ours"], told["parser"], most=1.5),
        Figure("of that: reading and comparing", told["reading"]),
        Figure("of that: writing", told["writing"]),
    )
    notes = (
        f"Cards: {told['cards']} cards of the made-up address book, {told['people']} people kept, beside "
        "`vobject.readComponents(text, allowQP=True, ignoreUnreadable=True)` over the same file.",
    )
    return Section(figures, notes)
