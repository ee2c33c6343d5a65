"""The lines of one part of a card: what was chosen, what is on offer, one's own words. Each keeps its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Line:
    """`on` says whether it stands on the card, `own` whether the person wrote it."""

    text: str
    on: bool = False
    own: bool = False


class Lines:
    """Suggestions first, then one's own words in the order in which they came.

    What is taken out stays in its place, so that it can be put back there.
    """

    def __init__(self, suggestions: Iterable[str]) -> None:
        self._suggestions = tuple(Line(text) for text in suggestions)
        self.all: tuple[Line, ...] = self._suggestions

    def clear(self) -> None:
        """As for a card nobody has written on."""
        self.all = self._suggestions

    def take(self, chosen: Iterable[str]) -> None:
        """What stands on the card now; anything not known yet is the person's own, and comes last."""
        wanted = tuple(chosen)
        known = {line.text for line in self.all}
        self.all = (
            *(replace(line, on=line.text in wanted) for line in self.all),
            *(Line(text, on=True, own=True) for text in dict.fromkeys(wanted) if text not in known),
        )

    def chosen(self) -> tuple[str, ...]:
        """What stands on the card, in order."""
        return tuple(line.text for line in self.all if line.on)

    def put(self, text: str, *, on: bool) -> None:
        """Put a line on the card, or take it out."""
        self.all = tuple(replace(line, on=on) if line.text == text else line for line in self.all)

    def add(self, text: str) -> None:
        """A line in the person's own words; one that is there already is put on the card."""
        if any(line.text == text for line in self.all):
            self.put(text, on=True)
        else:
            self.all = (*self.all, Line(text, on=True, own=True))

    def change(self, old: str, new: str) -> None:
        """Other words in the place of some of one's own."""
        if new != old and any(line.text == new for line in self.all):
            self.all = tuple(line for line in self.all if line.text != old)
            self.put(new, on=True)
        else:
            self.all = tuple(Line(new, on=True, own=True) if line.text == old else line for line in self.all)
