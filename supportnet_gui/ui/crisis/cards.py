"""The boxes of help right now: emergency services, a help line, a list of lines; and how they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ... import crisis_words
from ...core.content import Names, Panel, Service, Way, spoken
from ..theme import Look
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .number import RING, Feedback, Holder, NumberLine, Snug, Stop, number_buttons, page_button

tr = QCoreApplication.translate

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

NARROWEST_COLUMN = 340
"""Cards stand side by side where each has at least this many pixels at 100 % text."""


class Columns(QWidget):
    """Cards in two columns where there is room, else in one. A card alone takes all of it."""

    def __init__(self, look: Look, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._look = look
        self._cards = list(cards)
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(14))
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        both = 2 * self._look.px(NARROWEST_COLUMN) + self._grid.horizontalSpacing()
        self._arrange(2 if event.size().width() >= both and len(self._cards) > 1 else 1)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // count, index % count)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < count))


class Beside(QGridLayout):
    """Something, and to its right what goes with it; last of all where the two do not fit side by side."""

    def __init__(self, look: Look, first: QWidget, second: QWidget, below: QWidget | None = None) -> None:
        super().__init__()
        self._first, self._second = first, second
        self._side_by_side = True
        self.setHorizontalSpacing(look.px(10))
        self.setVerticalSpacing(look.px(5))
        self.setColumnStretch(0, 1)
        self.addWidget(first, 0, 0, _START)
        self.addWidget(second, 0, 1, _START)
        if below is not None:
            self.addWidget(below, 1, 0, 1, 2)

    def fit(self, width: int) -> bool:
        """Choose by the width there is; returns whether the two stand side by side."""
        asked = self._first.sizeHint().width() + self._second.sizeHint().width() + self.horizontalSpacing()
        if (asked <= width) is self._side_by_side:
            return self._side_by_side
        self._side_by_side = not self._side_by_side
        self.removeWidget(self._second)
        if self._side_by_side:
            self.addWidget(self._second, 0, 1, _START)
        else:
            self.addWidget(self._second, 2, 0, 1, 2, _START)
        return self._side_by_side


class EmergencyCard(Holder):
    """In danger now: one number, and when to call it. `heading` is where the focus starts."""

    def __init__(self, look: Look, panel: Panel, place: str) -> None:
        super().__init__(look, "crisis-card")
        self.setAccessibleName(tr("crisis", "In danger now"))
        self.body.setSpacing(look.px(4))
        self._beside: Beside | None = None
        self.heading: Stop
        ways = panel.emergency.ways if panel.emergency else ()
        when = Text(look, _when(panel, ways))
        when.setAccessibleName(_when(panel, ways, spoken))
        if not ways:
            self.heading = Stop(look, tr("crisis", "Call your local emergency number"), "crisis-number")
            self.body.addWidget(self.heading)
            self.body.addWidget(when)
            return
        feedback = Feedback(look)
        self.heading = NumberLine(look, ways[0], "crisis-number", tr("crisis", "In danger now:"))
        buttons = Flow(*number_buttons(look, ways[0], place, feedback))
        self._beside = Beside(look, self.heading, buttons, when)
        self.body.addLayout(self._beside)
        if panel.emergency and (day := crisis_words.facts(panel.emergency, crisis_words.usual_day(panel))):
            self.body.addWidget(Text(look, day, "small"))
        self.body.addWidget(feedback)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._beside is not None:
            self._beside.fit(self.contentsRect().width() - 2 * self.body.contentsMargins().left())


class MoreEmergencyNumbers(Holder):
    """The further numbers of the emergency service. The first box names them; here they can be copied."""

    def __init__(self, look: Look, service: Service, place: str) -> None:
        super().__init__(look, "quiet-card")
        title = tr("crisis", "Other emergency numbers")
        self.setAccessibleName(title)
        feedback = Feedback(look)
        self.body.setContentsMargins(0, 0, RING, 0)
        self.body.setSpacing(look.px(4))
        self.body.addWidget(Text(look, title, "strong"))
        rows = QVBoxLayout()
        rows.setContentsMargins(look.px(14), 0, 0, RING)
        for way in service.ways[1:]:
            rows.addWidget(_further(look, way, place, feedback))
        rows.addWidget(feedback)
        self.body.addLayout(rows)


class LineCard(Holder):
    """A help line: how to reach it and when; then for whom and what to expect. Built only when it is shown.

    `usual` is the day that the foot of the page says for all facts that have no other.
    """

    def __init__(
        self, look: Look, names: Names, service: Service, beside: Service | None, usual: date | None
    ) -> None:
        super().__init__(look)
        self.setAccessibleName(service.name)
        self.service = service
        self.body.setSpacing(look.px(6))
        self._opening: Text | None = None
        place = crisis_words.where(names, service)
        feedback = Feedback(look)
        self.body.addWidget(Text(look, service.name, "heading"))
        if service.ways:
            self.body.addWidget(NumberLine(look, service.ways[0], "number"), 0, Qt.AlignmentFlag.AlignLeft)
        if service.menu:
            self.body.addWidget(Text(look, service.menu, "strong"))
        if service.open:
            self._opening = Text(look, "", "strong")
            self.body.addWidget(self._opening)
        self._add_words(look, place, beside)
        self._add_buttons(look, place, feedback)
        self.body.addWidget(feedback)
        if about := " ".join(part for part in (service.for_whom, service.expect) if part):
            self.body.addSpacing(look.px(4))
            self.body.addWidget(Text(look, about, "quiet"))
        self.body.addStretch(1)
        if day := crisis_words.facts(service, usual):
            self.body.addWidget(Text(look, day, "small"))

    def show_opening(self, now: datetime) -> None:
        """Say whether the line is open, where that is known."""
        if self._opening is not None:
            text = crisis_words.opening(self.service, now)
            self._opening.setText(text)
            self._opening.setVisible(bool(text))

    def _add_words(self, look: Look, place: str, beside: Service | None) -> None:
        service = self.service
        facts = " ".join(part for part in (crisis_words.hours(service), crisis_words.cost(service)) if part)
        self.body.addWidget(Text(look, f"{place}. {facts}", "quiet"))
        if beside is not None:
            text = tr("crisis", "Not for a crisis. In a crisis, {name}: {line}.")
            line = crisis_words.line(beside.ways[0])
            self.body.addWidget(Text(look, text.format(name=beside.name, line=line)))

    def _add_buttons(self, look: Look, place: str, feedback: Feedback) -> None:
        ways = self.service.ways
        buttons: list[QWidget] = [*number_buttons(look, ways[0], place, feedback)] if ways else []
        if chat := self.service.chat:
            text = tr("crisis", "Chat page")
            buttons.append(page_button(look, text, "plain", chat.value, self.service.name, feedback))
            if chat.label:
                buttons.append(Snug(look, chat.label, "quiet"))
        if self.service.page:
            text = tr("crisis", "Official page")
            buttons.append(page_button(look, text, "quiet", self.service.page, self.service.name, feedback))
        if buttons:
            self.body.addWidget(Flow(*buttons))
        for way in ways[1:]:
            self.body.addWidget(_further(look, way, place, feedback))


class DirectoryCard(Card):
    """A page that lists help lines. It needs the internet, and says so."""

    def __init__(self, look: Look, service: Service, usual: date | None) -> None:
        super().__init__(look, padding=16)
        self.setAccessibleName(service.name)
        self.body.setSpacing(look.px(6))
        feedback = Feedback(look)
        needs = tr("crisis", "Needs the internet.")
        self.body.addWidget(Text(look, service.name, "heading"))
        self.body.addWidget(Text(look, f"{service.for_whom} {needs}".strip(), "quiet"))
        self.body.addStretch(1)
        text = tr("crisis", "Open the page")
        self.body.addWidget(Flow(page_button(look, text, "plain", service.page, service.name, feedback)))
        if day := crisis_words.facts(service, usual):
            self.body.addWidget(Text(look, day, "small"))
        self.body.addWidget(feedback)


def _when(panel: Panel, ways: tuple[Way, ...], number: Callable[[str], str] = str) -> str:
    """When to call: a heading that ends in "if:", and a short list. `number` writes one for eye or ear."""
    choices = [way.label for way in ways[:1] if way.label]
    for way in ways[1:]:
        text = tr("crisis", "or call {number} ({about})") if way.label else tr("crisis", "or call {number}")
        choices.append(text.format(number=number(way.number), about=way.label))
    place = panel.go_to or tr("crisis", "the nearest emergency department")
    choices.append(tr("crisis", "or go to {place} now if:").format(place=place))
    lines = (
        ", ".join(choices),
        tr("crisis", "you have hurt yourself"),
        tr("crisis", "you might act on thoughts of ending your life"),
        tr("crisis", "you cannot keep yourself safe"),
    )
    return "\n•  ".join(lines)


def _further(look: Look, way: Way, place: str, feedback: Feedback) -> Flow:
    """A further number of the same service, the words about it and its buttons, on one line if it can be."""
    line: list[QWidget] = [NumberLine(look, way, "strong")]
    if way.label:
        line.append(Snug(look, way.label, "quiet"))
    return Flow(*line, *number_buttons(look, way, place, feedback, "quiet"))
