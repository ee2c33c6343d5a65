"""Saying that something could not be kept, in the app's own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ... import words
from ...core.trouble import Trouble
from ..theme import Look

tr = QCoreApplication.translate


def kept(look: Look, parent: QWidget, change: Callable[[], object]) -> bool:
    """Make a change to the store; False where it could not be kept, after saying so."""
    try:
        change()
    except Trouble as error:
        from ..widgets.messages import Notice

        Notice(look, tr("Today", "That did not work"), words.trouble(error), parent.window()).show_it()
        return False
    return True
