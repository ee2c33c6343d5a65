"""The small plain file beside the database. Nothing personal stands in it, and it is never encrypted.

Help right now and the first paint need it while the database is locked, damaged or missing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from .paths import make_private_file, make_private_folder

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en")


class Preferences(NamedTuple):
    """`country` and `nation` are ISO 3166 codes ("GB", "GB-SCT"), empty while unknown; `text_size` is in per cent;
    `window` is x, y, width, height in pixels, empty where it was never kept."""

    country: str = ""
    nation: str = ""
    language: str = "system"
    theme: str = "system"
    text_size: int = 100
    reduced_motion: bool = False
    window: tuple[int, ...] = ()
    maximized: bool = False


class PreferencesFile:
    """Reads and writes one preferences file. `damaged` is True while the file on disk cannot be understood."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damaged = False
        self._others: dict[str, Any] = {}
        self.now = self._read()

    def change(self, **values: Any) -> Preferences:
        """Keep changed values. Raises OSError where the file cannot be written; `now` has them all the same.

        A damaged file is set aside under another name first, never overwritten.
        """
        import json

        self.now = self.now._replace(**values)
        make_private_folder(self.path.parent)
        if self.damaged:
            self._set_aside()
        text = json.dumps(self._others | self.now._asdict(), indent=2)
        # Written beside and moved into place, so that a power cut leaves the old file or the new one.
        beside = self.path.with_name(self.path.name + ".new")
        make_private_file(beside)
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.path)
        return self.now

    def _read(self) -> Preferences:
        try:
            text = self.path.read_text(encoding="utf-8").removeprefix("\ufeff")
        except FileNotFoundError:
            return Preferences()
        except (OSError, ValueError):
            self.damaged = True
            return Preferences()
        import json

        try:
            kept = json.loads(text)
        except (ValueError, RecursionError):
            kept = None
        if not isinstance(kept, dict):
            self.damaged = True
            return Preferences()
        # What a newer version keeps here stays in the file.
        self._others = {key: value for key, value in kept.items() if key not in Preferences._fields}
        return Preferences(**{key: value for key, value in _checked(kept).items() if value is not None})

    def _set_aside(self) -> None:
        number = 1
        while (aside := self.path.with_name(f"preferences-damaged-{number}.json")).exists():
            number += 1
        self.path.replace(aside)
        self.damaged = False


def _checked(kept: dict[str, Any]) -> dict[str, Any]:
    """The values of `kept` that make sense; None for those that do not."""

    def text(key: str, longest: int) -> str | None:
        value = kept.get(key)
        return value if isinstance(value, str) and len(value) <= longest else None

    size, window, motion, maximized = (
        kept.get(k) for k in ("text_size", "window", "reduced_motion", "maximized")
    )
    whole = (
        isinstance(window, list)
        and len(window) == 4
        and all(type(n) is int and abs(n) < 100_000 for n in window)
    )
    return {
        "country": text("country", 2),
        "nation": text("nation", 6),
        "language": kept.get("language") if kept.get("language") in LANGUAGES else None,
        "theme": kept.get("theme") if kept.get("theme") in THEMES else None,
        "text_size": size if type(size) is int and 100 <= size <= 200 else None,
        "reduced_motion": motion if isinstance(motion, bool) else None,
        "window": tuple(window) if whole and isinstance(window, list) else None,
        "maximized": maximized if isinstance(maximized, bool) else None,
    }
