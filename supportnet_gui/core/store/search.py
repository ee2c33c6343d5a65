"""What a person types into a search field, as a full-text query."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words of a search, at most eight; punctuation separates, so nothing typed is ever query syntax."""
    return _WORD.findall(text)[:8]


def prefix_query(word: str) -> str:
    """An FTS5 query for everything with a word that begins like `word`."""
    return f'"{word}"*'


def all_words_query(text: str) -> str:
    """An FTS5 query for everything in which each word typed begins a word; empty if nothing was typed."""
    return " ".join(prefix_query(word) for word in words(text))


def folded(text: str) -> str:
    """Text for comparing and sorting: no case, no accents, compatible forms made one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
