"""`python -m tests.screenshots [FILTER]`: paint every page and dialog into build/pictures/.

Names are PAGE-THEME-SCALE[-VARIANT].png; with a FILTER only those whose name holds it are painted. Ends with 1
where a page raised, Qt warned, or something could not be painted; what seems cut off is said, and no fault.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import traceback
from pathlib import Path
from time import perf_counter

from . import (
    around,
    bring_in,
    cards,
    check_ins,
    crisis,
    desktop,
    dialogs,
    ideas,
    pages,
    people,
    plan,
    reminders,
    resources,
    today_reminders,
)
from .stage import Scene, Stage, open_stage

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / "build" / "pictures"
FOR_DOCS = {"today-light-100": "today", "people-light-100-panel": "people", "help-light-100": "help"}
"""Pictures that the user guide shows; they are kept with the source."""
SCENES = (
    *(pages, ideas, cards, today_reminders, people, check_ins),
    *(bring_in, crisis, dialogs, reminders, desktop, resources, around, plan),
)
THEMES = ("light", "dark")
SCALES = (100, 200)
SLOW = 1.5
"""Seconds after which a picture is named as slow."""


def main(wanted: str) -> int:
    """Paint all pictures whose name holds `wanted`. Returns the exit code."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    scenes: dict[str, Scene] = {}
    for module in SCENES:
        scenes |= module.SCENES
    failures, count, began = 0, 0, perf_counter()
    with tempfile.TemporaryDirectory(prefix="supportnet-pictures-") as folder:
        stage = open_stage(Path(folder))
        for theme in THEMES:
            for scale in SCALES:
                for scene_name, scene in scenes.items():
                    page, _, variant = scene_name.partition("/")
                    name = "-".join(filter(None, (page, theme, str(scale), variant)))
                    if wanted in name:
                        count += 1
                        failures += not paint(stage, name, scene, theme, scale)
    print(f"{count} pictures in {perf_counter() - began:.0f} s, {failures} failed: {PICTURES}")
    return 1 if failures or not count else 0


def paint(stage: Stage, name: str, scene: Scene, theme: str, scale: int) -> bool:
    """Paint one picture; says what went wrong, and whether nothing did."""
    began = perf_counter()
    path = PICTURES / f"{name}.png"
    path.unlink(missing_ok=True)
    try:
        stage.begin(theme, scale)
        picture = scene(stage)
        if picture.isNull() or not picture.save(str(path)):
            stage.faults.append("nothing was painted")
    except Exception:  # noqa: BLE001 - whatever a page raises is this picture's fault
        stage.faults.append(traceback.format_exc())
    finally:
        stage.end()
    took = perf_counter() - began
    for line in (*stage.faults, *stage.remarks):
        print(f"{name}: {line}", file=sys.stderr)
    if took > SLOW:
        print(f"{name}: took {took:.1f} s", file=sys.stderr)
    if not stage.faults and name in FOR_DOCS:
        kept = ROOT / "docs" / "pictures" / f"{FOR_DOCS[name]}.png"
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, kept)
    return not stage.faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
