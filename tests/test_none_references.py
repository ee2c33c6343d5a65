"""PySide6 6.12.0 on Python 3.11 loses a reference to None at each of these calls, until the interpreter aborts.

docs/decisions/0001 tells the story. From Python 3.12 on None is never freed and its count stands still, so there
this test only shows that nothing is amiss.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 5_000
# Ordinary work takes and gives back a few references in between; the fault loses one a call.
NOISE = 100

ACTIONS: dict[str, Callable[[QLabel], object]] = {
    "setText": lambda label: label.setText("Ada"),
    "parent": lambda label: label.parent(),
    "setToolTip": lambda label: label.setToolTip("Ada"),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_a_call_gives_back_its_references_to_none(name: str, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    action = ACTIONS[name]
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        action(label)
    assert abs(sys.getrefcount(None) - before) < NOISE
