"""An import driven through the real dialog over the real window, with a watcher that looks for the event loop.

import_window.py CARDS FOLDER
"""

import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer

from bench.children.watch import tell
from bench.children.window import open_window, rest
from supportnet_gui.ui.bring_in import BringInDialog


class Watcher:
    """How long the event loop was away, at most, by what was going on."""

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}
        self.doing = "at rest"
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        away = (now - self._last) * 1000
        self.longest[self.doing] = max(self.longest.get(self.doing, 0.0), away)
        self._last = now

    def now(self, doing: str) -> None:
        """From here on something else is going on; what led here is not counted twice."""
        self._beat()
        self.doing = doing

    def forgive(self) -> None:
        """What this program did itself is nobody's waiting."""
        self._last = perf_counter()


application, window, store = open_window(Path(sys.argv[2]))
window.go_people()
rest(200)
dialog = BringInDialog(window.look, store, window.clock, window)
watcher = Watcher()
moments: dict[str, float] = {}


def step() -> None:
    """What a person does at each step, once the dialog is there."""
    if dialog.step is dialog.choose and "began" not in moments:
        moments["began"] = perf_counter()
        watcher.now("reading")
        dialog.read([Path(sys.argv[1])])
    elif dialog.step is dialog.preview and "read" not in moments:
        moments["read"] = perf_counter()
        watcher.now("showing everyone")
        dialog.preview.everyone.click()
        QTimer.singleShot(300, bring_everyone_in)
    elif dialog.step is dialog.gives and "written" not in moments:
        moments["written"] = perf_counter()
        QTimer.singleShot(300, close)


def bring_everyone_in() -> None:
    names = dialog.preview.list.names
    watcher.now("choosing")
    names.ticked = {one.uid for one in names._all}
    names.ticks_changed.emit()
    watcher.forgive()
    watcher.doing = "writing, the commit and the window behind"
    moments["chosen"] = perf_counter()
    dialog.go_button.click()


def close() -> None:
    watcher.now("closing")
    dialog.go_button.click()


timer = QTimer()
timer.timeout.connect(step)
timer.start(20)
dialog.exec()
timer.stop()
rest(300)
assert store.people.count() >= 10_000, f"only {store.people.count()} people came in"
watcher.now("undo")
watcher.forgive()
window.undo()
rest(300)
watcher.now("end")
assert store.people.count() == 0, "the import was not taken back"
store.close()
watcher.longest.pop("choosing", None)
tell(
    longest={what: longest for what, longest in watcher.longest.items() if what not in ("end", "at rest")},
    reading=(moments["read"] - moments["began"]) * 1000,
    writing=(moments["written"] - moments["chosen"]) * 1000,
)
