"""F1 until help is painted: the first time in a process, cold or warmed at idle, and again.

help_page.py FOLDER cold|warm
"""

import sys
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bench.children.watch import tell
from bench.children.window import open_window, rest, until_painted

AGAIN = 10

application, window, store = open_window(Path(sys.argv[1]))
if sys.argv[2] == "warm":
    window.warm()
    rest(200)
press = partial(QTest.keyClick, window, Qt.Key.Key_F1)


def emergency_number() -> QWidget:
    page: Any = window.pages["help"]
    number: QWidget = page.emergency
    return number


first = until_painted(press, emergency_number)
assert window.current == "help"
assert emergency_number().isVisible()
again = []
for _ in range(AGAIN):
    window.go_back()
    rest(30)
    assert window.current == "today"
    again.append(until_painted(press, emergency_number))
store.close()
tell(first=first, again=again)
