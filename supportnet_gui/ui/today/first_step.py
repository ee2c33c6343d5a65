"""One small thing to do that needs nobody one knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ...core import content
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .going import Place
from .help_number import show_help_number

tr = QCoreApplication.translate


class FirstStep(Card):
    """Shows one of `steps` (there is at least one). `nothing_today` is emitted by the button of that name."""

    nothing_today = Signal()

    def __init__(
        self,
        look: Look,
        steps: tuple[content.FirstStep, ...],
        place: Place,
        open_help: Callable[[], None],
        open_resource: Callable[[str], None],
    ) -> None:
        super().__init__(look)
        self._look, self._steps, self._place, self._open_help = look, steps, place, open_help
        self.heading = Text(look, "", "heading")
        self.country_hint = Text(
            look,
            tr("FirstStep", "The help page asks for your country first, so that the number fits."),
            "small",
        )
        self.phone_button = Button(look, tr("FirstStep", "Show on phone"), "primary", "phone")
        self.another_button = Button(look, tr("FirstStep", "Another idea"))
        self.more_button = Button(look, tr("FirstStep", "More ideas in Resources"))
        self.nothing_button = Button(look, tr("FirstStep", "Nothing today"), "quiet")
        self._stack = QStackedLayout()
        for step in steps:
            self._stack.addWidget(self._step(step))
        quote = Card(look, "quote", padding=18)
        quote.body.addLayout(self._stack)
        self.body.addWidget(self.heading)
        self.body.addWidget(
            Text(look, tr("FirstStep", "Here is one thing you could do on your own."), "quiet")
        )
        self.body.addWidget(quote)
        self.body.addWidget(Flow(*self.stops[1:], gap=look.px(10)))
        self.phone_button.clicked.connect(self._show_number)
        self.another_button.clicked.connect(self._another)
        self.more_button.clicked.connect(partial(open_resource, ""))
        self.nothing_button.clicked.connect(self.nothing_today)
        self.set_answer(False)

    @property
    def shown(self) -> content.FirstStep:
        """The step that is seen."""
        return self._steps[self._stack.currentIndex()]

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        return (self.phone_button, self.another_button, self.more_button, self.nothing_button)

    def set_answer(self, to_nobody: bool) -> None:
        """Whether this answers somebody who said that nobody comes to mind."""
        if to_nobody:
            self.heading.setText(tr("FirstStep", "That is fine."))
        else:
            self.heading.setText(tr("FirstStep", "One small step, if you like"))

    def refresh(self) -> None:
        self.country_hint.setVisible(self._place()[0] is None)

    def begin(self) -> None:
        """Put the keyboard on the first button, and have the step read out."""
        first = self.phone_button if self.shown.action == "show_number" else self.another_button
        first.setFocus()
        announce(self, f"{self.heading.text()} {self.shown.title}. {self.shown.text}")

    def _step(self, step: content.FirstStep) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        # Every step has the same room, so that the buttons below stay where they are.
        column.addStretch(1)
        column.addWidget(Text(self._look, step.title, "strong"))
        column.addWidget(Text(self._look, step.text))
        if step.action == "show_number":
            column.addSpacing(self._look.px(4))
            column.addWidget(self.phone_button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self.country_hint)
        column.addStretch(1)
        return page

    def _another(self) -> None:
        """The next idea; after the last the first again."""
        self._stack.setCurrentIndex((self._stack.currentIndex() + 1) % len(self._steps))
        announce(self, f"{self.shown.title}. {self.shown.text}")

    def _show_number(self) -> None:
        if not show_help_number(self._look, *self._place(), self.window()):
            self._open_help()
