"""What a person wrote, however long a word in it is: it wraps anywhere."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from .text import Text

if TYPE_CHECKING:
    from ..theme import Look

LONGEST_WORD = 20
"""Characters without a space that are left whole; in longer runs a line may break."""
_STEP = 12
_BREAK = "\u200b"
_JOINERS = "\u200c\u200d"


def softened(text: str) -> str:
    """The same text to look at, with invisible places to break a line inside very long runs.

    A label breaks lines between words only, and one endless word would make the whole page as wide as itself.
    """
    kept: list[str] = []
    run: list[str] = []
    for character in text:
        if character.isspace():
            kept += [*_broken(run), character]
            run = []
        else:
            run.append(character)
    return "".join([*kept, *_broken(run)])


def _broken(run: list[str]) -> list[str]:
    if len(run) <= LONGEST_WORD:
        return run
    made: list[str] = []
    since = 0
    for character in run:
        # Never between a letter and its accents, nor inside a joined picture.
        starts = not unicodedata.category(character).startswith("M") and character not in _JOINERS
        if since >= _STEP and starts and made[-1] not in _JOINERS:
            made.append(_BREAK)
            since = 0
        made.append(character)
        since += 1
    return made


def soft_text(look: Look, text: str, style: str = "body") -> Text:
    """A text that wraps anywhere. It can be marked where a copy would hold just what was written."""
    soft = softened(text)
    made = Text(look, soft, style)
    return made.selectable() if soft == text else made
