"""What may come in the next weeks: as a picture, a day at a time, and as a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ... import reminder_words, words
from ...core.model import Kind
from ...core.nudge_model import NudgeKind
from ..theme import Look
from ..widgets.card import Card, Fold
from ..widgets.flow import Flow
from ..widgets.text import Text
from .month_cells import WEEK, Cell, cells, key
from .month_view import MonthView, paint_mark
from .parts import Part

if TYPE_CHECKING:
    from ...core.store import Store
    from ...core.upcoming import DayAhead, MayCome

tr = QCoreApplication.translate

WEEKS = 5
SAID = 6
"""Names that are said of a day; and three times as many in the list."""


class Month(Part):
    """Today's week and the four after it."""

    def __init__(self, look: Look, store: Store) -> None:
        super().__init__()
        self._look, self._store = look, store
        self._names: dict[str, str] = {}
        self.about = Text(look, "", "quiet")
        self.view = MonthView(look, self._sentence, self._today, tr("Reminders", "What may come, day by day"))
        self.view.day_chosen.connect(self._show_day)
        self.day = Text(look, "", "strong")
        self.said = Text(look, "")
        self.list = Text(look, "")
        self.as_list = Fold(look, tr("Reminders", "The same as a list"), tr("Reminders", "Close the list"))
        self.as_list.body.addWidget(self.list)
        detail = Card(look, "quote", padding=14)
        detail.body.setSpacing(look.px(4))
        detail.body.addWidget(self.day)
        detail.body.addWidget(self.said)
        self.legend = Flow(
            Sign(look, NudgeKind.RHYTHM, tr("Reminders", "somebody may come up")),
            Sign(look, NudgeKind.DATE, tr("Reminders", "a date")),
            Sign(look, NudgeKind.MEETING, tr("Reminders", "a meeting")),
            gap=look.px(16),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        for part in (self.about, self.view, self.legend, detail, self.as_list):
            column.addWidget(part)

    def refresh(self) -> None:
        """Read again what may come."""
        first = QLocale().firstDayOfWeek().value
        passed = (self._today().isoweekday() - first) % WEEK
        days = self._store.reminders.ahead(WEEKS * WEEK - passed)
        ids = {item.supporter for day in days for item in day.items}
        self._names = {
            who: words.short(name, 40) for who, name in self._store.people.names(list(ids)).items()
        }
        self.view.show_cells(cells(days, self._names, first), first)
        lines = self._lines(days)
        self.about.setText(_about(lines, any(not day.quiet for day in days)))
        self.list.setText("\n".join(lines))
        for part in (self.legend, self.as_list):
            part.setVisible(bool(lines))

    def _show_day(self, cell: Cell) -> None:
        if cell.day is not None:
            self.day.setText(_long(cell.day))
            self.said.setText(self._what(cell))

    def _sentence(self, cell: Cell) -> str:
        assert cell.day is not None
        return tr("Reminders", "{day}: {what}").format(
            day=_long(cell.day), what=self._what(cell).replace("\n", " ")
        )

    def _what(self, cell: Cell) -> str:
        """What may come on a day."""
        if cell.quiet:
            return tr("Reminders", "No reminders on this day.")
        if not cell.items:
            return tr("Reminders", "Nothing comes by itself.")
        # Dates and meetings first: they have a day.
        items = sorted(cell.items, key=lambda one: one.kind is NudgeKind.RHYTHM)
        return _some((self._item(one) for one in items), SAID)

    def _item(self, item: MayCome) -> str:
        name = self._names.get(item.supporter, "")
        if item.kind is NudgeKind.RHYTHM:
            return tr("Reminders", "{name} may come up.").format(name=name)
        return self._occasion(item, name)

    def _occasion(self, item: MayCome, name: str) -> str:
        return reminder_words.with_name(
            item.kind, name, Kind.PERSON, item.for_day, self._today(), item.special, item.meeting
        )

    def _lines(self, days: Sequence[DayAhead]) -> list[str]:
        """Each window, date and meeting once, in the order in which they come."""
        found: dict[object, str] = {}
        for day in days:
            for item in () if day.quiet else day.items:
                if key(item) in found:
                    continue
                name = self._names.get(item.supporter, "")
                if item.kind is not NudgeKind.RHYTHM:
                    found[key(item)] = self._occasion(item, name)
                elif day.day == self._today():
                    found[key(item)] = tr("Reminders", "{name}: from now on").format(name=name)
                else:
                    found[key(item)] = tr("Reminders", "{name}: from {day} on").format(
                        name=name, day=_long(day.day)
                    )
        lines = list(found.values())
        return lines[: SAID * 3] + [tr("Reminders", "and others")] * (len(lines) > SAID * 3)

    def _today(self) -> date:
        return self._store.clock.now().date()


class Sign(QWidget):
    """What a sign in the picture means."""

    def __init__(self, look: Look, kind: NudgeKind, meaning: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        row.addWidget(_Drawing(look, kind))
        label = Text(look, meaning, "small")
        label.setWordWrap(False)
        row.addWidget(label)


class _Drawing(QWidget):
    def __init__(self, look: Look, kind: NudgeKind) -> None:
        super().__init__()
        self._look, self._kind = look, kind
        self.setFixedSize(QSize(look.px(26 if kind is NudgeKind.RHYTHM else 14), look.px(16)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kind is not NudgeKind.RHYTHM:
            paint_mark(painter, self._look, self._kind, QPointF(self.width() / 2, self.height() / 2))
            return
        box = self.rect().toRectF()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent_soft"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(self._look.colour("accent"))
        foot = box.bottom() - 2
        painter.drawPolygon(
            [QPointF(3, foot), QPointF(3, foot - 1), QPointF(box.right() - 3, foot - self._look.px(6)),
             QPointF(box.right() - 3, foot)]
        )  # fmt: skip


def _about(lines: Sequence[str], any_day: bool) -> str:
    if not any_day:
        return tr("Reminders", "Reminders rest, so nothing comes in these weeks.")
    if not lines:
        return tr(
            "Reminders",
            "Nothing comes by itself yet. A rhythm on somebody’s page, or for a circle, would bring a first one.",
        )
    return tr(
        "Reminders",
        "What may come, not what has to be. Whenever you were in touch, it moves along by itself.",
    )


def _some(sentences: Iterable[str], most: int) -> str:
    said = list(sentences)
    return "\n".join(said[:most] + [tr("Reminders", "And others.")] * (len(said) > most))


def _long(day: date) -> str:
    """A day with its weekday: "Thursday 26 November"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("Reminders", "dddd d MMMM"))
