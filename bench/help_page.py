"""From F1 to help on the screen."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from .figures import Figure, Section
from .processes import WORK, run
from .start_up import demo_home

ROUNDS = 7
PLACES = (("US", ""), ("GB", ""), ("", ""))
"""Countries with many and with few lines, and none chosen."""


def measure() -> Section:
    """Every round is a new process, so that cold is cold."""
    cold, warm, again = [], [], []
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        notes = demo_home(Path(folder)) / "supportnet"
        for number in range(ROUNDS):
            country, nation = PLACES[number % len(PLACES)]
            choices = json.dumps({"country": country, "nation": nation})
            (notes / "preferences.json").write_text(choices, encoding="utf-8")
            cold.append(run("help_page", notes, "cold")["first"])
            told = run("help_page", notes, "warm")
            warm.append(told["first"])
            again += told["again"]
    figures = (
        Figure("F1 to painted, warmed at idle", warm, most=16),
        Figure("F1 to painted, cold", cold, most=80),
        Figure("F1 to painted, once seen", again, most=16),
    )
    note = (
        "F1: inside the process, from the key to the end of the paint, on Today with the demo network, in turns for "
        "the United States, the United Kingdom and no country chosen. Each first time is a new process."
    )
    return Section(figures, (note,))
