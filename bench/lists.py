"""Lists and searches over 2,000 people and 200,000 check-ins."""

from __future__ import annotations

from statistics import median
from typing import Any

from .figures import Figure, Section
from .large import folder
from .processes import run


def measure() -> Section:
    """Pages of the real window, over a database made once."""
    told = run("lists", folder())
    figures: list[Figure] = []
    for page, what, most in (
        ("people", "People", 10),
        ("check-ins", "Check-ins", 10),
        ("resources", "Resources", 5),
    ):
        found = told[f"{page} searched"]
        figures += [
            _worst(f"{what}: search as one types, until listed", found, "listed", most=most),
            _worst(f"{what}: the same, until painted", found, "painted"),
        ]
    figures += [
        Figure("People list of 2,000, from click to painted", told["people shown"], most=50),
        Figure("People page, the first time, as above", told["people opened"]),
        Figure("Check-ins, from click to painted", told["check-ins shown"], most=50),
        Figure("Check-ins page, the first time, as above", told["check-ins opened"]),
        Figure("Resources, from click to painted", told["resources shown"], most=50),
        Figure("Resources page, the first time, as above", told["resources opened"]),
    ]
    note = (
        "Lists: the real pages in the real window, with 2,000 people and 200,000 check-ins. A search is what the "
        "last key of a text costs; of 18 texts, five of them one letter, the slowest is shown."
    )
    return Section(tuple(figures), (note,))


def _worst(name: str, found: dict[str, Any], until: str, most: float | None = None) -> Figure:
    """The text whose median is the longest stands for all."""
    text = max(found, key=lambda one: median(found[one][until]))
    return Figure(f"{name} (“{text}”)", found[text][until], most=most)
