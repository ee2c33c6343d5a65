"""A day that may be unknown. Apart from `fields`: a calendar is slow to bring in."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.date_field import DateField, to_qt
from ..widgets.flow import Flow


class MaybeDate(QWidget):
    """A tick, and a day beside it that counts only where it is ticked."""

    def __init__(
        self,
        look: Look,
        words_: str,
        name: str,
        day: date | None,
        today: date,
        earliest: date | None = None,
        latest: date | None = None,
    ) -> None:
        super().__init__()
        self.known = QCheckBox(words_)
        self.known.setMinimumHeight(look.px(32))
        self.field = DateField(look, name, day or today, earliest, latest)
        self.known.setChecked(day is not None)
        self.field.setEnabled(day is not None)
        self.known.toggled.connect(self.field.setEnabled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(self.known, self.field, gap=look.px(8)))

    @property
    def day(self) -> date | None:
        return self.field.day if self.known.isChecked() else None

    def set_day(self, day: date | None) -> None:
        self.known.setChecked(day is not None)
        if day is not None:
            self.field.setDate(to_qt(day))
