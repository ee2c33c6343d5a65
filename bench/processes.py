"""Running one measured program after another, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CHILDREN = Path(__file__).resolve().parent / "children"
WORK = ROOT / "build" / "bench"
"""Databases and address books that are made once and kept, on the disk where the project is."""

LONGEST_RUN = 120
"""Seconds after which a measured program is taken to hang."""


class ChildFailed(Exception):
    """A measured program ended with a fault; the text is what it printed."""


def run(name: str, *arguments: str | Path, data_home: Path | None = None) -> dict[str, Any]:
    """Run bench/children/NAME.py and return what it printed as JSON, with "began" added.

    Moments are seconds of the system's steady clock, so that a child's can be compared with `began`.
    Raises ChildFailed.
    """
    command = [sys.executable, str(CHILDREN / f"{name}.py"), *map(str, arguments)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}
    # Compiled files as an installed program has them, wherever this environment may not keep them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(WORK / "pycache")
    if data_home is not None:
        environment["XDG_DATA_HOME"] = str(data_home)
    began = monotonic()
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=LONGEST_RUN,
            check=False,
        )
    except subprocess.TimeoutExpired as hung:
        raise ChildFailed(f"{name} did not end in {LONGEST_RUN} s\n{hung.stderr!r}") from None
    if done.returncode != 0 or not done.stdout.strip():
        raise ChildFailed(
            f"{name} {' '.join(map(str, arguments))} ended with {done.returncode}\n{done.stderr}"
        )
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told | {"began": began}


def milliseconds(told: Mapping[str, Any], moment: str) -> float:
    """From the start of the process to one of the moments it told."""
    return (told[moment] - told["began"]) * 1000
