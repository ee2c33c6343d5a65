"""The frame of the dialog: one step at a time, its buttons, and work that can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ..slices import Slices
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.dialog import Dialog
from ..widgets.text import Text
from .busy import BusyStep

tr = QCoreApplication.translate


class Frame(Dialog):
    """Shows one step with its heading and up to three buttons: `back_button`, `close_button`, `go_button`."""

    def __init__(self, look: Look, title: str, parent: QWidget | None, *steps: QWidget) -> None:
        super().__init__(look, title, parent, 700)
        self.busy, self.message = BusyStep(look), Text(look, "")
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._steps = (*steps, self.busy, self.message)
        self.step: QWidget = steps[0]
        self._slices: Slices | None = None
        self._stopped: Callable[[], None] | None = None
        for step in self._steps:
            self.body.addWidget(step, 1)
        self.back_button = self.add_button(tr("BringIn", "Back"))
        self.close_button = self.add_button("")
        self.go_button = self.add_button("", "primary")
        self.close_button.clicked.connect(self.reject)
        self.resize(self.width(), min(look.px(620), self._tallest()))

    def show_step(
        self, step: QWidget, heading: str, *, back: bool = False, close: str = "", go: str = ""
    ) -> None:
        """Show one step. A button without words is hidden."""
        self.step = step
        for other in self._steps:
            other.setVisible(other is step)
        self.heading.setText(heading)
        self.back_button.setVisible(back)
        for button, text in ((self.close_button, close), (self.go_button, go)):
            button.setText(text)
            button.setAccessibleName(text)
            button.setVisible(bool(text))
        self.go_button.setEnabled(True)
        self._area.verticalScrollBar().setValue(0)
        announce(self, heading)

    def show_message(self, heading: str, sentence: str, *, back: bool) -> None:
        """Say how something ended; `back` offers the way back to the names."""
        self.message.setText(sentence)
        self.show_step(self.message, heading, back=back, close=tr("BringIn", "Close"))
        announce(self, sentence)
        (self.back_button if back else self.close_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the keyboard is on; held down it does not press through several steps."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            if not event.isAutoRepeat():
                focused.click()
        else:
            super().keyPressEvent(event)

    # -- work that takes a while -----------------------------------------------------------------------------

    @property
    def working(self) -> bool:
        return self._slices is not None

    def work(
        self,
        steps: Generator[Any, None, Any],
        words: tuple[str, str, str],
        finished: Callable[[Any], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
    ) -> None:
        """Run `steps`; `words` are the heading, what is being done, and what stopping would do."""
        heading, doing, calm = words
        self.show_step(self.busy, heading, close=tr("BringIn", "Stop"))
        self.busy.begin(doing, calm)
        self.close_button.setFocus()
        self._stopped = stopped
        self._slices = Slices(steps, self)
        self._slices.progress.connect(self.busy.show_progress)
        for signal in (self._slices.finished, self._slices.failed):
            signal.connect(self._work_ended)
        self._slices.finished.connect(finished)
        self._slices.failed.connect(failed)
        self._slices.start()

    def stop_work(self) -> None:
        """Close the work, which puts everything back as it was, and say so."""
        self._drop_work()
        if self._stopped is not None:
            self._stopped()

    def done(self, result: int) -> None:
        self._drop_work()
        super().done(result)

    def _work_ended(self) -> None:
        self._slices = None

    def _drop_work(self) -> None:
        slices, self._slices = self._slices, None
        if slices is not None:
            slices.cancel()
