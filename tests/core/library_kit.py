"""What the tests of the library share: all its texts, the source documents as hashes, and how hard a text reads."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from supportnet_gui.core.paths import resources

HASHES = frozenset(
    (Path(__file__).parents[1] / "data" / "document_shingles.txt").read_text(encoding="ascii").split()
)
"""Every six words in a row of the two source documents, as the beginning of a SHA-256. No text of them stands here."""
IN_A_ROW = 6

FILES = (
    *sorted(resources().glob("library/*.toml")),
    *sorted(resources().glob("library/en/*.toml")),
    *sorted(resources().glob("support/*.toml")),
)
NOT_READ = {
    "id",
    "url",
    "value",
    "document",
    "line",
    "kind",
    "show",
    "name",
    "hours",
    "region",
    "country",
    "also",
}
"""Keys whose text is a fact or a word to search for, not a sentence to read."""


def texts(file: Path) -> list[str]:
    """Every text of a file that a person reads."""
    return list(_walk("", tomllib.loads(file.read_text(encoding="utf-8"))))


def _walk(key: str, value: object) -> Iterator[str]:
    match value:
        case str() if key not in NOT_READ:
            yield value
        case dict():
            for name, inner in value.items():
                yield from _walk(name, inner)
        case list():
            for inner in value:
                yield from _walk(key, inner)


def copied(text: str) -> list[str]:
    """What of a text stands in a source document, six words in a row."""
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    rows = (" ".join(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1))
    return [row for row in rows if sha256(row.encode()).hexdigest()[:10] in HASHES]


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?:])\s+", text) if one.strip()]


def grade(found: list[str]) -> float:
    """About the school grade a text asks for (Flesch and Kincaid); grade 5 is ten years old. A hint, no more."""
    parts = [one for text in found for one in sentences(text)]
    words = [word for one in parts for word in re.findall(r"[A-Za-z']+", one)]
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / len(parts) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)
