"""From the start of the process to a painted window, and the memory a window takes."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from .figures import Figure, Section
from .processes import WORK, milliseconds, run

ROUNDS = 20
MEMORY_ROUNDS = 3


def measure() -> Section:
    """Starts of ours and of what stands beside it, in turns, each round in another order."""
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        home = demo_home(Path(folder))
        database = home / "supportnet" / "supportnet.db"
        moments = _start_ups(home, database)
        memory = _memory(home, database)
    figures = (
        Figure(
            "first painted window, nothing kept yet", moments["empty"], moments["label"], most=1.6, aim=1.4
        ),
        Figure("first painted window, demo network", moments["window"], moments["label"], most=1.6, aim=1.4),
        Figure("Today with names painted", moments["today"], moments["names"], most=1.4),
        Figure("People with names painted", moments["people"], moments["names"], most=1.4),
        Figure("memory with Today, settled", memory["today"], memory["names"], "MiB", most=1.3),
        Figure("memory with People, settled", memory["people"], memory["names"], "MiB", most=1.3),
    )
    notes = (
        """First window: from the start of the process to the end of the first paint, beside a PySide6 window of the
        same size with one label.""",
        """Today and People: to the end of the paint that shows names, beside a window that imports sqlite-utils over
        sqlcipher3, opens the same file and shows three names. People is as if its key were pressed at the first
        sight of the window.""",
        "Memory: resident, 1.5 s after that paint, when help is warmed; beside the same window with three names.",
    )
    return Section(tuple(figure for figure in figures if any(figure.ours)), notes)


def demo_home(folder: Path) -> Path:
    """A folder to use as XDG_DATA_HOME, with the made-up network in it."""
    from supportnet_gui.clock import Clock
    from supportnet_gui.core.demo import fill
    from supportnet_gui.core.paths import places
    from supportnet_gui.core.store import Store
    from supportnet_gui.core.vault import open_vault

    store = Store(open_vault(places(folder / "home" / "supportnet")), Clock())
    fill(store)
    store.close()
    return folder / "home"


def _start_ups(home: Path, database: Path) -> dict[str, list[float]]:
    moments: dict[str, list[float]] = defaultdict(list)

    def label() -> None:
        moments["label"].append(milliseconds(run("label"), "window"))

    def names() -> None:
        moments["names"].append(milliseconds(run("names", database), "names"))

    def empty() -> None:
        nowhere = home.parent / "empty"
        moments["empty"].append(milliseconds(run("ours", "window", data_home=nowhere), "window"))
        shutil.rmtree(nowhere, ignore_errors=True)

    def page(wanted: str) -> None:
        told = run("ours", wanted, data_home=home)
        moments[wanted].append(milliseconds(told, wanted))
        if wanted == "today":
            moments["window"].append(milliseconds(told, "window"))

    turns: list[tuple[Callable[..., None], tuple[Any, ...]]] = [
        (label, ()), (empty, ()), (names, ()), (page, ("today",)), (page, ("people",)),
    ]  # fmt: skip
    for turn, arguments in turns:
        turn(*arguments)  # Once, so that the disk and compiled files are warm for all.
    moments.clear()
    for number in range(ROUNDS):
        # Another order each round: who comes after whom makes no difference in the end.
        Random(number).shuffle(turns)
        for turn, arguments in turns:
            turn(*arguments)
    return moments


def _memory(home: Path, database: Path) -> dict[str, list[float]]:
    memory: dict[str, list[float]] = defaultdict(list)
    for _ in range(MEMORY_ROUNDS):
        memory["names"].append(run("names", database, "settle")["memory"])
        for page in ("today", "people"):
            memory[page].append(run("ours", page, "settle", data_home=home)["memory"])
    return memory
