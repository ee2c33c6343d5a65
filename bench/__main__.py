"""`python -m bench [--strict] [--only WORD]`: measure, print the table, write build/bench.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from time import monotonic

from . import check_in, help_page, importing, library, lists, reminders, start_up, suggestions
from .figures import Section, table
from .processes import ROOT, WORK

SECTIONS: dict[str, Callable[[], Section]] = {
    "start": start_up.measure,
    "check-in": check_in.measure,
    "help": help_page.measure,
    "lists": lists.measure,
    "suggestions": suggestions.measure,
    "reminders": reminders.measure,
    "library": library.measure,
    "import": importing.measure,
}


def main() -> int:
    """Returns 0, or 1 where --strict was asked for and a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--strict", action="store_true", help="end with 1 where a goal is missed")
    parser.add_argument(
        "--only", choices=SECTIONS, action="append", help="measure this alone; bench.md is left"
    )
    wanted = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    began = monotonic()
    sections = []
    for name in wanted.only or SECTIONS:
        print(f"measuring: {name}", file=sys.stderr)
        sections.append(SECTIONS[name]())
    text = table(sections) + f"\nMeasured in {monotonic() - began:.0f} s.\n"
    print(text)
    if not wanted.only:
        (ROOT / "build" / "bench.md").write_text(text, encoding="utf-8")
    missed = [figure.name for section in sections for figure in section.figures if figure.holds is False]
    if missed:
        print("Missed: " + "; ".join(missed), file=sys.stderr)
    return 1 if missed and wanted.strict else 0


if __name__ == "__main__":
    sys.exit(main())
