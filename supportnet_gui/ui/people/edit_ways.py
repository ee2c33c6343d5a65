"""Ways to reach somebody, in the dialog: one row each, added and removed as one likes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from ... import words
from ...core.model import Channel, Protocol
from ..theme import Look
from ..widgets.choice import Choice
from ..widgets.fields import line, paragraph
from ..widgets.flow import Flow
from .edit_rows import Row, RowsEditor
from .fields import tick

tr = QCoreApplication.translate


class WayRow(Row):
    """One way: what it is, the number or address, a word for it, and whether it is the best way."""

    def __init__(self, look: Look, channel: Channel) -> None:
        super().__init__(look)
        protocols = [(protocol, words.protocol(protocol)) for protocol in Protocol]
        self.protocol = self.first = Choice(look, tr("People", "Kind of way"), protocols, channel.protocol)
        name = tr("People", "Number or address")
        # A field of one line would quietly join the lines of an address.
        one_line = "" if "\n" in channel.value else channel.value
        self.value = line(look, one_line, name, name)
        self.lines = paragraph(look, channel.value, 3)
        self.lines.setAccessibleName(name)
        word = tr("People", "A word for it, like home or work")
        self.label = line(look, channel.label, word, word)
        self.best = tick(look, tr("People", "Best way"), channel.preferred)
        top = QHBoxLayout()
        top.setSpacing(look.px(8))
        top.addWidget(self.protocol, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.value, 1)
        top.addWidget(self.lines, 1)
        self.body.addLayout(top)
        self.label.setMinimumWidth(look.px(250))
        self.body.addWidget(Flow(self.label, self.best, self.remove, gap=look.px(8)))
        self.protocol.currentIndexChanged.connect(self._show_field)
        self._long = "\n" in channel.value or channel.protocol is Protocol.ADDRESS
        self._show_field()

    def channel(self) -> Channel:
        protocol = self.protocol.value
        assert isinstance(protocol, Protocol)
        value = self.lines.toPlainText() if self._long else self.value.text()
        return Channel(protocol, value.strip(), self.label.text().strip(), self.best.isChecked())

    def _show_field(self) -> None:
        """An address has room for several lines; what was typed goes along."""
        long = self.protocol.value is Protocol.ADDRESS or "\n" in self.lines.toPlainText()
        if long and not self._long:
            self.lines.setPlainText(self.value.text())
        elif self._long and not long:
            self.value.setText(self.lines.toPlainText())
        self._long = long
        self.value.setVisible(not long)
        self.lines.setVisible(long)


class WaysEditor(RowsEditor[WayRow]):
    """All ways to reach somebody."""

    def __init__(self, look: Look, channels: tuple[Channel, ...]) -> None:
        super().__init__(look, tr("People", "Add a way"))
        for channel in channels:
            self._add(WayRow(look, channel))

    def channels(self) -> tuple[Channel, ...]:
        """The ways that hold something."""
        return tuple(channel for row in self.rows if (channel := row.channel()).value)

    def _empty(self) -> WayRow:
        return WayRow(self._look, Channel(Protocol.CALL, ""))

    def _add(self, row: WayRow) -> None:
        super()._add(row)
        row.best.clicked.connect(partial(self._best_clicked, row))

    def _best_clicked(self, row: WayRow) -> None:
        """There is one best way."""
        for other in self.rows:
            if row.best.isChecked() and other is not row:
                other.best.setChecked(False)
