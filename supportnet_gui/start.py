"""Starting the window: whether there is a display, the folder, the clock, a made-up network if asked for."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime


def window(
    data_dir: str | None = None,
    *,
    demo: bool = False,
    now: datetime | None = None,
    page: str = "",
    hidden: bool = False,
) -> int:
    """Open the window, or with `hidden` start without it, or say in one line why not. Returns the exit code."""
    if not _display():
        from PySide6.QtCore import QCoreApplication

        text = QCoreApplication.translate(
            "start",
            "There is no screen to open a window on. What works here: supportnet-gui crisis, people, log, "
            "import (supportnet-gui --help tells more).",
        )
        print(text, file=sys.stderr)
        return 1
    # Nothing made before there is something to look at is garbage; looking for some takes time. `app` turns
    # it on again.
    gc.disable()
    _leave_sources_unread()
    from .app import run_window
    from .clock import Clock
    from .core.paths import places

    if not demo or data_dir is not None:
        return run_window(places(data_dir), Clock(now), demo, page, hidden)
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="supportnet-demo-", ignore_cleanup_errors=True) as folder:
        return run_window(places(folder), Clock(now), demo, page, hidden)


def _leave_sources_unread() -> None:
    """Keep PySide6 from reading the source of every module that is imported after it: docs/decisions/0008.

    It looks for its own name in them, for the sake of `from __feature__ import …`, which nothing here uses.
    """
    import PySide6  # noqa: F401  (brings the module below)

    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_feature


def _uses_no_feature(_module: object) -> bool:
    return False


def _display() -> bool:
    """Whether Qt will find a screen; on Linux it would end the program without one."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
