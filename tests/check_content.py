"""`python -m tests.check_content [--on 2027-06-01]`: facts nobody has looked at for 180 days, and damaged files.

Ends with 1 where a file is damaged. Old facts are listed, each with the page to compare it with: opening that and
writing the day into `confirmed_on` takes it off the list.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

from supportnet_gui.clock import Clock
from supportnet_gui.core.content import is_old
from supportnet_gui.core.content.library import library

if TYPE_CHECKING:
    from supportnet_gui.core.content import Service
    from supportnet_gui.core.content.library_model import Library


def old(shown: Library, today: date) -> list[Service]:
    """The services of all entries whose facts are old on a day, each once, the oldest first."""
    found = {
        service.id: service for one in shown.entries for service in one.services if is_old(service, today)
    }
    return sorted(found.values(), key=lambda one: (one.confirmed_on or one.gathered_on, one.id))


def lines(shown: Library, today: date) -> list[str]:
    """What to print."""
    damaged = [f"damaged: {fault}" for fault in shown.left_out]
    return damaged + [
        f"{one.id}: {f'confirmed {one.confirmed_on}' if one.confirmed_on else f'gathered {one.gathered_on}'}"
        f"  {one.url or 'no page known'}"
        for one in old(shown, today)
    ]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make check-content")
    parser.add_argument(
        "--on", type=date.fromisoformat, default=Clock().now().date(), help="as if on this day"
    )
    today = parser.parse_args(arguments).on
    shown = library()
    print("\n".join(lines(shown, today)) or "Nothing is damaged, and no fact is older than 180 days.")
    return 1 if shown.left_out else 0


if __name__ == "__main__":
    sys.exit(main())
