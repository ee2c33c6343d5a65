"""An entry of one's own: a local group, a doctor. Only a name is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ... import resource_words, words
from ...core.content.library_model import SectionWords
from ...core.model import Kind, Protocol
from ...core.resource_model import OwnChannel, OwnResource, Section, Tag
from ...core.trouble import Code, Trouble
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card, Fold
from ..widgets.choice import Choice
from ..widgets.dialog import Dialog
from ..widgets.fields import Labelled, line, paragraph, tab_in_order
from ..widgets.flow import Flow

tr = QCoreApplication.translate

_KINDS = (Kind.SERVICE, Kind.PROFESSIONAL, Kind.GROUP, Kind.ONLINE_COMMUNITY, Kind.PLACE, Kind.PERSON)
_PROTOCOLS = (Protocol.CALL, Protocol.TEXT, Protocol.EMAIL, Protocol.WEB, Protocol.ADDRESS, Protocol.OTHER)


class _WayRow(Card):
    """One way to reach it: what it is, and the number or address."""

    def __init__(self, look: Look, channel: OwnChannel) -> None:
        super().__init__(look, "quote", padding=12)
        protocols = [(one, words.protocol(one)) for one in Protocol if one in {*_PROTOCOLS, channel.protocol}]
        self.protocol = Choice(look, tr("resources", "Kind of way"), protocols, channel.protocol)
        name = tr("resources", "Number or address")
        self.value = line(look, channel.value, name, name)
        self.value.setMinimumWidth(look.px(220))
        self.remove = Button(look, tr("resources", "Remove"), "quiet", "close")
        self._label = channel.label
        self.body.addWidget(Flow(self.protocol, self.value, self.remove, gap=look.px(8)))

    def channel(self) -> OwnChannel:
        return OwnChannel(Protocol(str(self.protocol.value)), self.value.text().strip(), self._label)


class OwnDialog(Dialog):
    """Writes an entry down, or changes one. `save` keeps it, or raises Trouble."""

    def __init__(
        self,
        look: Look,
        one: OwnResource,
        sections: Sequence[SectionWords],
        save: Callable[[OwnResource], object],
        parent: QWidget | None,
    ) -> None:
        title = tr("resources", "Edit what you added") if one.id else tr("resources", "Add your own")
        super().__init__(look, title, parent, 620)
        self._one, self._save = one, save
        self._kept = False
        self.name_field = line(look, one.name)
        hint = tr("resources", "A local group, a doctor, a café: anything that could help.")
        self.name = Labelled(look, tr("resources", "Name"), self.name_field, hint)
        self.section = Choice(
            look, tr("resources", "Part"), [(each.section, each.title) for each in sections], one.section
        )
        self.section.setMinimumContentsLength(20)
        self.kind = Choice(
            look,
            tr("resources", "Kind"),
            [(kind, words.kind(kind)) for kind in Kind if kind in {*_KINDS, one.kind}],
            one.kind,
        )
        self.kind.setMinimumContentsLength(15)
        self.body.addWidget(self.name)
        self._add_ways()
        self.note = paragraph(look, one.note, 3)
        self.body.addWidget(
            Labelled(look, tr("resources", "What it is, or what you want to remember"), self.note)
        )
        self._add_more()
        self.body.addStretch(1)
        self.cancel = self.add_button(tr("resources", "Not now"))
        self.keep = self.add_button(tr("resources", "Save"), "primary", default=True)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self.name_field.setFocus()
        self.fit()

    def ask(self) -> bool:
        """Whether it was kept."""
        self.exec()
        return self._kept

    def _add_ways(self) -> None:
        look = self.look
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(8))
        self.ways: list[_WayRow] = []
        self.add_way = Button(look, tr("resources", "Add a way to reach it"), "plain", "plus")
        self.add_way.clicked.connect(self._add_empty_way)
        column.addLayout(self._rows)
        column.addWidget(self.add_way, 0, Qt.AlignmentFlag.AlignLeft)
        for channel in self._one.channels or (OwnChannel(Protocol.CALL, ""),):
            self._add_way(channel)
        self.body.addWidget(Labelled(look, tr("resources", "How to reach it"), part))

    def _add_more(self) -> None:
        look, one = self.look, self._one
        self.more = Fold(
            look, tr("resources", "More: part of Resources, kind, hours"), tr("resources", "Close")
        )
        self.more.body.addWidget(
            Labelled(look, tr("resources", "Where it stands in Resources"), self.section)
        )
        self.more.body.addWidget(Labelled(look, tr("resources", "What it is on your map"), self.kind))
        self.hours = line(look, one.hours, placeholder=tr("resources", "Like: Tuesdays, 6 to 8"))
        self.more.body.addWidget(Labelled(look, tr("resources", "When it is open, or meets"), self.hours))
        self.tags = {tag: Button(look, resource_words.tag(tag), "chip") for tag in Tag}
        for tag, chip in self.tags.items():
            chip.setChecked(tag in one.tags)
        self.more.body.addWidget(
            Labelled(look, tr("resources", "What fits"), Flow(*self.tags.values(), gap=look.px(6)))
        )
        self.more.toggled.connect(self.fit)
        self.body.addWidget(self.more)

    def _add_way(self, channel: OwnChannel) -> _WayRow:
        row = _WayRow(self.look, channel)
        row.remove.clicked.connect(partial(self._remove_way, row))
        self._rows.addWidget(row)
        # A layout would show it only later, and until then the keyboard does not reach it.
        row.show()
        self.ways.append(row)
        if row.window() is self:
            tab_in_order(self.name_field, *self.ways, self.add_way)
        return row

    def _add_empty_way(self) -> None:
        self._add_way(OwnChannel(Protocol.WEB if self.ways else Protocol.CALL, "")).value.setFocus()
        self.fit()

    def _remove_way(self, row: _WayRow, _checked: bool = False) -> None:
        self.ways.remove(row)
        row.hide()
        row.deleteLater()
        self.add_way.setFocus()
        self.fit()

    def _written(self) -> OwnResource:
        return replace(
            self._one,
            name=self.name_field.text(),
            section=Section(str(self.section.value)),
            kind=Kind(str(self.kind.value)),
            hours=self.hours.text(),
            note=self.note.toPlainText(),
            tags=frozenset(tag for tag, chip in self.tags.items() if chip.isChecked()),
            channels=tuple(channel for row in self.ways if (channel := row.channel()).value),
        )

    def accept(self) -> None:
        try:
            self._save(self._written())
        except Trouble as trouble:
            if trouble.code is Code.NAME_EMPTY:
                self.name.say(words.trouble(trouble))
                self.fit()
            else:
                from ..widgets.messages import Notice

                Notice(self.look, tr("resources", "Not saved"), words.trouble(trouble), self).show_it()
            return
        self._kept = True
        super().accept()
