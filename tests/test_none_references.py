"""PySide6 6.12.0 on Python 3.11 loses a reference to None at each of these calls, until the program aborts.

docs/decisions/0001 tells the story. From Python 3.12 on None is never freed and its count stands still, so
there this test only shows that nothing is amiss.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

# All three kinds together: more losses than that would abort the run before it can say what is wrong.
CALLS = 5_000
# Ordinary work takes and gives back a few references in between; the fault loses one a call.
NOISE = 100


def test_calls_give_back_their_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS // 3):
        label.setText("Ada")
        label.parent()
        label.setToolTip("Ada")
    lost = before - sys.getrefcount(None)
    assert abs(lost) < NOISE, f"{lost} references to None lost in {CALLS} calls"
