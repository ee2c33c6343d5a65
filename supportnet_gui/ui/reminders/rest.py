"""A rest from all reminders: for today, for a while, until a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.date_field import DateField
from ..widgets.flow import Flow
from ..widgets.text import Text
from .parts import Part, named

tr = QCoreApplication.translate

A_DAY, A_WEEK, A_MONTH = timedelta(days=1), timedelta(days=7), timedelta(days=30)


class Rest(Part):
    """`rest` is told the first day after it; `is_low` and `set_low` are about today."""

    def __init__(
        self,
        look: Look,
        today: Callable[[], date],
        rest: Callable[[date], None],
        is_low: Callable[[], bool],
        set_low: Callable[[bool], None],
    ) -> None:
        super().__init__()
        self._today, self._rest, self._is_low, self._set_low = today, rest, is_low, set_low
        self.low = QCheckBox(tr("Reminders", "Today is a low day"))
        about = tr("Reminders", "Nothing more comes today. It ends by itself at four in the morning.")
        self.low.setAccessibleDescription(about)
        self.low.clicked.connect(self._low_clicked)
        self.week = Button(look, tr("Reminders", "For a week"))
        self.month = Button(look, tr("Reminders", "For a month"))
        day = today()
        self.until = DateField(look, tr("Reminders", "Or until a day"), day + A_WEEK, day + A_DAY, None)
        self.go = Button(look, tr("Reminders", "Rest until then"))
        self.week.clicked.connect(partial(self._rest_for, A_WEEK))
        self.month.clicked.connect(partial(self._rest_for, A_MONTH))
        self.go.clicked.connect(self._rest_until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.low)
        column.addWidget(Text(look, about, "quiet"))
        column.addSpacing(look.px(4))
        column.addWidget(Text(look, tr("Reminders", "Rest from all reminders"), "strong"))
        column.addWidget(Flow(self.week, self.month, gap=look.px(8)))
        column.addWidget(named(look, self.until.accessibleName(), Flow(self.until, self.go, gap=look.px(8))))

    def refresh(self) -> None:
        self.low.setChecked(self._is_low())

    def _low_clicked(self, low: bool) -> None:
        self._set_low(low)

    def _rest_for(self, span: timedelta) -> None:
        self._rest(self._today() + span)

    def _rest_until(self) -> None:
        # The day may have changed since the field was made.
        self._rest(max(self.until.day, self._today() + A_DAY))
