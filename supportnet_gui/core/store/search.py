"""What a person types into a search field, as a full-text query."""

from __future__ import annotations

import unicodedata

MOST = 8
"""Of so many words and signs a search takes note; of so many hundred characters, too."""


def words(text: str) -> list[str]:
    """The words of a search; punctuation separates, so nothing typed is ever query syntax.

    A word keeps its marks (accents, vowel signs): without them it would be cut in pieces.
    """
    text = text[: MOST * 100]
    parts = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text).split()
    return [part for part in parts if any(map(str.isalnum, part))][:MOST]


def signs(text: str) -> list[str]:
    """The pictures of a search (emoji), one by one. They are no words, and no full-text query finds them."""
    found = (c for c in text[: MOST * 100] if unicodedata.category(c) in {"So", "Cn", "Co"})
    return list(dict.fromkeys(found))[:MOST]


def prefix_query(word: str) -> str:
    """An FTS5 query for everything with a word that begins like `word`."""
    return f'"{word}"*'


def folded(text: str) -> str:
    """Text for comparing and sorting: no case, no accents, compatible forms made one."""
    if text.isascii():
        return text.lower()
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
