"""The frame of the dialog: one step at a time, its buttons, and work that can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ..slices import Slices
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.card import Fold
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
        self._last: Callable[[], None] | None = None
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

    def follow(self, fold: Fold) -> None:
        """Scroll to what a fold shows when it is opened."""
        fold.toggled.connect(partial(self._opened, fold))

    def _opened(self, fold: Fold, opened: bool) -> None:
        if opened:
            QTimer.singleShot(0, self, partial(self._scroll_to, fold))

    def _scroll_to(self, fold: Fold) -> None:
        """Its button comes to the top, as far as there is anything below it."""
        inside, bar = self._area.widget(), self._area.verticalScrollBar()
        if inside is None:
            return
        top = fold.mapTo(inside, QPoint(0, 0)).y()
        if top + fold.height() - bar.value() > self._area.viewport().height():
            bar.setValue(top)

    # -- work that takes a while -----------------------------------------------------------------------------

    @property
    def working(self) -> bool:
        return self._slices is not None or self._last is not None

    def work(
        self,
        steps: Generator[Any, None, Any],
        words: tuple[str, str, str],
        finished: Callable[[Any], Callable[[], None] | None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
    ) -> None:
        """Run `steps`; `words` are the heading, what is being done, and what stopping would do.

        `finished` gets what the steps return, and may return what is to be done after it, in a turn of its own.
        """
        heading, doing, calm = words
        self.show_step(self.busy, heading, close=tr("BringIn", "Stop"))
        self.busy.begin(doing, calm)
        self.close_button.setFocus()
        self._stopped = stopped
        self._slices = Slices(steps, self)
        self._slices.progress.connect(self.busy.show_progress)
        self._slices.finished.connect(partial(self._work_ended, finished))
        self._slices.failed.connect(partial(self._work_ended, failed))
        self._slices.start()

    def stop_work(self) -> None:
        """Close the work, which puts everything back as it was, and say so; too late, it just ends."""
        if self.busy.too_late:
            return
        self._drop_work()
        if self._stopped is not None:
            self._stopped()

    def done(self, result: int) -> None:
        self._drop_work()
        super().done(result)

    def _work_ended(self, then: Callable[[Any], Callable[[], None] | None], outcome: object) -> None:
        """What comes next has a turn of its own: the last slice was long enough."""
        self.busy.too_late = True
        QTimer.singleShot(1, self, partial(self._go_on, then, outcome))

    def _go_on(self, then: Callable[[Any], Callable[[], None] | None], outcome: object) -> None:
        self._slices = None
        self._last = then(outcome)
        if self._last is not None:
            QTimer.singleShot(1, self, self._do_last)

    def _do_last(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            last()

    def _drop_work(self) -> None:
        slices, self._slices = self._slices, None
        if slices is not None:
            slices.cancel()
