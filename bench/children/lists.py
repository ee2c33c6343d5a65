"""Pages over a large notebook: opening them, and searching as one types.

lists.py FOLDER
"""

import sys
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from bench.children.watch import tell
from bench.children.window import open_window, rest, until_painted

TEXTS = (
    "a", "s", "m", "e", "o", "w", "am", "ga", "wal", "friend", "amira", "amira kh", "garden", "river rain", "é", "伊",
    "zzzz", "'",
)  # fmt: skip
TIMES = 5

application, window, store = open_window(Path(sys.argv[1]))


def seen(page: str) -> Any:
    """A page that was shown."""
    return window.pages[page]


def viewport(page: str) -> QWidget:
    """Where the page's list is painted."""
    viewport: QWidget = seen(page).list.viewport()
    # Resources begin with the parts of the library, without a list.
    return viewport if viewport.isVisible() else seen(page).filters


def opened(page: str) -> list[float]:
    """The page made anew each time, as at its first opening: from the wish to its list's paint."""
    took = []
    for _ in range(TIMES):
        window.show_page("today")
        if page in window.pages:
            old = window.pages.pop(page)
            window.stack.removeWidget(old)
            old.deleteLater()
        rest(30)
        took.append(until_painted(partial(window.show_page, page), partial(viewport, page)))
    return took


def shown(page: str) -> list[float]:
    """From another page to this one, which was there before: read anew, and painted."""
    took = []
    for _ in range(TIMES * 2):
        window.show_page("today")
        rest(30)
        took.append(until_painted(partial(window.show_page, page), partial(viewport, page)))
    return took


def searched(page: str) -> dict[str, dict[str, list[float]]]:
    """Milliseconds of each text: until the list holds what was found, and until that is painted."""
    window.show_page(page)
    field = seen(page).filters.search
    seen(page).focus_search()
    found: dict[str, dict[str, list[float]]] = {}
    for text in TEXTS:
        took: dict[str, list[float]] = {"listed": [], "painted": []}
        for _ in range(TIMES):
            field.setText(text[:-1])
            rest(5)
            began = perf_counter()
            # What the last key of the text does.
            field.insert(text[-1])
            took["listed"].append((perf_counter() - began) * 1000)
            QApplication.processEvents()
            took["painted"].append((perf_counter() - began) * 1000)
        assert field.text() == text
        found[text] = took
    field.clear()
    rest(20)
    return found


people_opened = opened("people")
assert seen("people").list.model().rowCount() > 1500
check_ins_opened = opened("check-ins")
assert seen("check-ins").list.model().rowCount() >= 20
resources_opened = opened("resources")
result = {
    "people opened": people_opened,
    "people shown": shown("people"),
    "people searched": searched("people"),
    "check-ins opened": check_ins_opened,
    "check-ins shown": shown("check-ins"),
    "check-ins searched": searched("check-ins"),
    "resources opened": resources_opened,
    "resources shown": shown("resources"),
    "resources searched": searched("resources"),
}
store.close()
tell(**result)
