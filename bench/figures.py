"""What a figure is, and the table it stands in."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

LIBRARIES = (
    "PySide6-Essentials",
    "sqlcipher3",
    "sqlite-utils",
    "vobject",
    "msgspec",
    "segno",
    "phonenumberslite",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `ours` and `beside` hold every measured value, in `unit`.

    The goal is a ratio to `beside` where there is one (`most`), or a number in `unit`; without `most` the line only
    informs. `aim` is a wish beyond the goal, in the same measure.
    """

    name: str
    ours: Sequence[float]
    beside: Sequence[float] = ()
    unit: str = "ms"
    most: float | None = None
    aim: float | None = None

    @property
    def measure(self) -> float:
        """What the goal is about: the ratio, or our own median where nothing stands beside it."""
        return median(self.ours) / median(self.beside) if self.beside else median(self.ours)

    @property
    def holds(self) -> bool | None:
        return None if self.most is None else self.measure <= self.most

    def cells(self) -> tuple[str, ...]:
        mark = " ×" if self.beside else f" {self.unit}"
        goal = "–" if self.most is None else f"≤ {self.most:g}{mark}"
        if self.aim is not None:
            goal += f" (aim {self.aim:g}{mark}: {'yes' if self.measure <= self.aim else 'no'})"
        return (
            self.name,
            self._median(self.ours),
            self._median(self.beside) if self.beside else "–",
            f"{self.measure:.2f} ×" if self.beside else "–",
            goal,
            {None: "–", True: "yes", False: "**no**"}[self.holds],
        )

    def _median(self, values: Sequence[float]) -> str:
        middle = median(values)
        digits = 0 if middle >= 100 else 1 if middle >= 10 else 2
        return f"{middle:.{digits}f} {self.unit} ({len(values)})"


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that were measured together, and what to know about how."""

    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()


def table(sections: Sequence[Section]) -> str:
    """The whole page as markdown."""
    head = ("figure", "ours (runs)", "beside it (runs)", "ratio", "goal", "holds")
    lines = ["# Figures", "", "Medians; ours and what stands beside it take turns in the same run.", ""]
    lines += [_row(head), _row(("---",) * len(head))]
    lines += [_row(figure.cells()) for section in sections for figure in section.figures]
    lines += [
        "",
        *(f"- {' '.join(note.split())}" for section in sections for note in section.notes),
        "",
        *machine(),
    ]
    return "\n".join(lines) + "\n"


def machine() -> tuple[str, ...]:
    """What all this ran on."""
    from os import cpu_count, getloadavg

    from PySide6.QtCore import qVersion
    from sqlcipher3 import dbapi2

    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    system = f"{cpu_count()} cores, {platform.system()} {platform.release()}, load at the end {getloadavg()[0]:.1f}"
    return (
        f"Machine: {_processor()}, {system}.",
        f"Python {platform.python_version()}, Qt {qVersion()}, SQLite {dbapi2.sqlite_version}, {libraries}.",
    )


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
