"""The boxes of help right now: emergency services, a help line, a list of lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

from ...core.content import Names, Panel, Service, Way
from .. import crisis_words
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .number import Feedback, NumberLine, number_buttons, open_page

tr = QCoreApplication.translate

NARROWEST_COLUMN = 340
"""Cards stand side by side where each has at least this many pixels at 100 % text."""


class Columns(QWidget):
    """Cards in two columns where there is room, else in one."""

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
        self._arrange(2 if event.size().width() >= both else 1)

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // count, index % count)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < count))


class EmergencyCard(Card):
    """In danger now: one number, and when to call it. `heading` is where the focus starts."""

    def __init__(self, look: Look, panel: Panel, place: str) -> None:
        super().__init__(look, "crisis-card")
        self.setAccessibleName(tr("crisis", "In danger now"))
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.px(14))
        words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(look.px(4))
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)
        ways = panel.emergency.ways if panel.emergency else ()
        self.heading: Text = self._heading(ways)
        words.addWidget(self.heading)
        words.addWidget(Text(look, self._when(panel, ways)))
        if ways:
            self._feedback = Feedback(look)
            buttons = Flow(*number_buttons(look, ways[0], place, self._feedback))
            self._row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignVCenter)
            for way in ways[1:]:
                self.body.addWidget(_another_way(look, way, place, self._feedback))
            self.body.addWidget(self._feedback)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= self._look.px(620)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._row.direction():
            self._row.setDirection(direction)

    def _heading(self, ways: tuple[Way, ...]) -> Text:
        if ways:
            return NumberLine(self._look, ways[0], "crisis-number", tr("crisis", "In danger now:"))
        heading = Text(self._look, tr("crisis", "Call your local emergency number"), "crisis-number")
        return heading.selectable()

    def _when(self, panel: Panel, ways: tuple[Way, ...]) -> str:
        go_to = panel.go_to or tr("crisis", "the nearest emergency department")
        label = f"{ways[0].label}, " if ways and ways[0].label else ""
        lines = (
            tr("crisis", "{label}or go to {place} now if:").format(label=label, place=go_to),
            tr("crisis", "you have hurt yourself"),
            tr("crisis", "you might act on thoughts of ending your life"),
            tr("crisis", "you cannot keep yourself safe"),
        )
        return "\n•  ".join(lines)


class LineCard(Card):
    """A help line: how to reach it, when, for whom, what to expect. Built only when it is shown."""

    def __init__(self, look: Look, names: Names, service: Service, beside: Service | None = None) -> None:
        super().__init__(look)
        self.setAccessibleName(service.name)
        self.service = service
        self.body.setSpacing(look.px(6))
        self._opening = Text(look, "", "strong")
        self._opening.hide()
        place = crisis_words.where(names, service)
        feedback = Feedback(look)
        self.body.addWidget(Text(look, service.name, "heading"))
        ways = service.ways
        if ways:
            self.body.addWidget(NumberLine(look, ways[0], "number"))
        if service.menu:
            self.body.addWidget(Text(look, service.menu, "strong"))
        self.body.addWidget(self._opening)
        self._add_words(look, place, beside)
        self.body.addStretch(1)
        if ways:
            self.body.addWidget(Flow(*number_buttons(look, ways[0], place, feedback)))
        for way in ways[1:]:
            self.body.addWidget(_another_way(look, way, place, feedback))
        self.body.addWidget(_pages(look, service, feedback))
        self.body.addWidget(feedback)

    def show_opening(self, now: datetime) -> None:
        """Say whether the line is open, where that is known."""
        text = crisis_words.opening(self.service, now)
        self._opening.setText(text)
        self._opening.setVisible(bool(text))

    def _add_words(self, look: Look, place: str, beside: Service | None) -> None:
        service = self.service
        facts = " ".join(part for part in (crisis_words.hours(service), crisis_words.cost(service)) if part)
        self.body.addWidget(Text(look, f"{place}. {facts}", "quiet"))
        about = " ".join(part for part in (service.for_whom, service.expect) if part)
        if about:
            self.body.addWidget(Text(look, about, "quiet"))
        if beside is not None:
            text = tr("crisis", "Not for a crisis. In a crisis, {name}: {line}.")
            line = crisis_words.line(beside.ways[0])
            self.body.addWidget(Text(look, text.format(name=beside.name, line=line)))


class DirectoryCard(Card):
    """A page that lists help lines. It needs the internet, and says so."""

    def __init__(self, look: Look, service: Service) -> None:
        super().__init__(look)
        self.setAccessibleName(service.name)
        self.body.setSpacing(look.px(6))
        feedback = Feedback(look)
        needs = tr("crisis", "Needs the internet.")
        self.body.addWidget(Text(look, service.name, "heading"))
        self.body.addWidget(Text(look, f"{service.for_whom} {needs}".strip(), "quiet"))
        self.body.addStretch(1)
        self.body.addWidget(_pages(look, service, feedback))
        self.body.addWidget(feedback)


def _another_way(look: Look, way: Way, place: str, feedback: Feedback) -> QWidget:
    """A further number of the same service, on one line with its buttons."""
    line: list[QWidget] = [NumberLine(look, way, "heading")]
    if way.label:
        line.append(Text(look, way.label, "quiet"))
    for widget in line:
        _on_one_line(widget)
    return Flow(*line, *number_buttons(look, way, place, feedback))


def _on_one_line(widget: QWidget) -> None:
    if isinstance(widget, Text):
        widget.setWordWrap(False)


def _pages(look: Look, service: Service, feedback: Feedback) -> QWidget:
    """What opens in the browser, only when clicked, and the day the facts are from."""
    row: list[QWidget] = []
    if service.chat is not None:
        label = f" ({service.chat.label})" if service.chat.label else ""
        row.append(_page(look, tr("crisis", "Chat page") + label, service.chat.value, service, feedback))
    if service.page:
        text = tr("crisis", "Open page") if service.kind == "directory" else tr("crisis", "Official page")
        row.append(_page(look, text, service.page, service, feedback))
    date = Text(look, crisis_words.facts(service), "small")
    date.setWordWrap(False)
    return Flow(*row, date)


def _page(look: Look, text: str, address: str, service: Service, feedback: Feedback) -> Button:
    button = Button(look, text, "quiet", "web")
    button.setAccessibleName(
        tr("crisis", "{text}, {name}, opens in your browser").format(text=text, name=service.name)
    )
    button.setToolTip(address)
    button.clicked.connect(partial(_open, address, feedback))
    return button


def _open(address: str, feedback: Feedback, _checked: bool = False) -> None:
    open_page(address, feedback)


def take_out(layout: QLayout) -> None:
    """Remove every widget of a layout, to build it anew."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
