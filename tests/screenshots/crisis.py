"""Help right now, for several places."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from supportnet_gui.clock import FixedClock

from . import plan
from .stage import NARROW, Scene, Stage, page, settle

AT_NIGHT = datetime(2026, 11, 24, 3, 0, tzinfo=ZoneInfo("Pacific/Auckland"))


def with_own(country: str, nation: str, stage: Stage, *, size: QSize | None = None) -> QPixmap:
    """With people and plan, seen from where they begin."""
    window = stage.window(country=country, nation=nation, size=size)
    assert window.store is not None
    plan.fill(window.store)
    window.help_right_now()
    settle(100)
    window.undo_bar.hide()
    settle()
    own = page(window)._of_own
    page(window).verticalScrollBar().setValue(own.y() - 40)
    return stage.picture(window)


def at_night(stage: Stage) -> QPixmap:
    stage.clock = FixedClock(AT_NIGHT)
    window = stage.window(country="NZ")
    window.help_right_now()
    page(window).others.toggle()
    settle()
    return stage.picture(window)


def locked(stage: Stage) -> QPixmap:
    """The notebook waits for its password: the numbers need none."""
    window = stage.window(None, country="GB", nation="GB-SCT")
    window.locked = True
    window.help_right_now()
    bar = page(window).verticalScrollBar()
    settle()
    bar.setValue(bar.maximum())
    return stage.picture(window)


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
    "help/nz-night": at_night,
    "help/own": partial(with_own, "US", ""),
    "help/own-narrow": partial(with_own, "GB", "GB-SCT", size=NARROW),
    "help/locked": locked,
    "help/unset-narrow": partial(help_right_now, "", "", size=NARROW),
}
