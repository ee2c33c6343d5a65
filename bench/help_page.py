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
    plain: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        notes = demo_home(Path(folder)) / "supportnet"
        for kind in ("plain", "own"):
            if kind == "own":
                run("help_own", notes)
            for number in range(ROUNDS):
                country, nation = PLACES[number % len(PLACES)]
                choices = json.dumps({"country": country, "nation": nation})
                (notes / "preferences.json").write_text(choices, encoding="utf-8")
                plain.setdefault(f"{kind} cold", []).append(run("help_page", notes, "cold")["first"])
                told = run("help_page", notes, "warm")
                plain.setdefault(f"{kind} warm", []).append(told["first"])
                plain.setdefault(f"{kind} again", []).extend(told["again"])
    figures = (
        Figure("F1 to painted, warmed at idle", plain["plain warm"], most=16),
        Figure("F1 to painted, cold", plain["plain cold"], most=80),
        Figure("F1 to painted, once seen", plain["plain again"], most=16),
        Figure("F1 with people and plan, warmed at idle", plain["own warm"], most=16),
        Figure("F1 with people and plan, cold", plain["own cold"], most=80),
        Figure("F1 with people and plan, once seen", plain["own again"], most=16),
    )
    note = (
        "F1: inside the process, from the key to the end of the paint, on Today with the demo network, in turns for "
        "the United States, the United Kingdom and no country chosen. Each first time is a new process. With people "
        "and plan: five people chosen, and four lines in each part."
    )
    return Section(figures, (note,))
