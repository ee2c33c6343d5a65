"""Help right now, for several places."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from .stage import NARROW, Scene, Stage, page, settle


def help_right_now(
    country: str, nation: str, stage: Stage, *, size: QSize | None = None, down: bool = False
) -> QPixmap:
    window = stage.window(country=country, nation=nation, size=size)
    window.help_right_now()
    settle()
    if down:
        bar = page(window).verticalScrollBar()
        bar.setValue(bar.maximum())
    return stage.picture(window)


SCENES: dict[str, Scene] = {
    "help": partial(help_right_now, "US", ""),
    "help/gb": partial(help_right_now, "GB", ""),
    "help/gb-sct": partial(help_right_now, "GB", "GB-SCT"),
    "help/nz": partial(help_right_now, "NZ", ""),
    "help/de": partial(help_right_now, "DE", ""),
    "help/unset": partial(help_right_now, "", ""),
    "help/us-down": partial(help_right_now, "US", "", down=True),
    "help/narrow": partial(help_right_now, "US", "", size=NARROW),
    "help/unset-narrow": partial(help_right_now, "", "", size=NARROW),
}
