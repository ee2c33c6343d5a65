"""Every command of the window, in one table: menus, keys and the shortcut sheet are drawn from it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate

HELP_ACTION = "help-right-now"
"""The object name of the window's action that opens help; dialogs find it by this name."""


class ActionSpec(NamedTuple):
    """One command: `name` is also the name of the window's method that does it, with "-" as "_"."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    separator_before: bool = False


def table() -> tuple[ActionSpec, ...]:
    """All commands, in the order of the menus, in the present language."""
    notebook, edit, go, about = (
        tr("actions", "&Notebook"),
        tr("actions", "&Edit"),
        tr("actions", "&Go to"),
        tr("actions", "&About"),
    )
    return (
        ActionSpec("log-check-in", notebook, tr("actions", "&Log a check-in…"), ("Ctrl+L",), "check-ins"),
        ActionSpec(
            "copy-message", notebook, tr("actions", "&Copy the message on Today"), ("Ctrl+Shift+C",), "copy"
        ),
        ActionSpec(
            "we-talked", notebook, tr("actions", "&We talked: who is on Today"), ("Ctrl+Shift+L",), "check"
        ),
        ActionSpec("add-person", notebook, tr("actions", "&Add a person…"), ("Ctrl+N",), "plus"),
        ActionSpec("bring-in", notebook, tr("actions", "&Bring in an address book…"), ("Ctrl+I",), "people"),
        ActionSpec("quit", notebook, tr("actions", "&Quit"), ("Ctrl+Q",), separator_before=True),
        ActionSpec("undo", edit, tr("actions", "&Undo"), ("Ctrl+Z",), "undo"),
        ActionSpec("redo", edit, tr("actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        ActionSpec("search", edit, tr("actions", "&Search on this page"), ("Ctrl+F",), "search", True),
        ActionSpec("go-today", go, tr("actions", "&Today"), ("Ctrl+1",), "today"),
        ActionSpec("go-people", go, tr("actions", "&People"), ("Ctrl+2",), "people"),
        ActionSpec("go-check-ins", go, tr("actions", "&Check-ins"), ("Ctrl+3",), "check-ins"),
        ActionSpec("go-resources", go, tr("actions", "&Resources"), ("Ctrl+4",), "resources"),
        ActionSpec("go-journal", go, tr("actions", "&Reflections"), ("Ctrl+J",), "edit"),
        ActionSpec("go-around", go, tr("actions", "&For the people around me"), ("Ctrl+Shift+A",), "heart"),
        ActionSpec("go-plan", go, tr("actions", "&My plan"), ("Ctrl+5",), "plan"),
        ActionSpec("go-settings", go, tr("actions", "&Settings"), ("Ctrl+,",), "settings"),
        ActionSpec(HELP_ACTION, go, tr("actions", "&Help right now"), ("F1", "Ctrl+Shift+H"), "help", True),
        ActionSpec("go-back", go, tr("actions", "&Back to where I was"), ("Alt+Left",), "back"),
        ActionSpec("guide", about, tr("actions", "&How Supportnet works")),
        ActionSpec("shortcuts", about, tr("actions", "&Keyboard shortcuts"), ("Ctrl+/",)),
        ActionSpec("about", about, tr("actions", "&About Supportnet")),
    )
