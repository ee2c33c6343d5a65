"""The dialog that shows a help line's number to a phone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ... import crisis_words
from ...core.content import ChannelType, Way, phone_payload
from ..theme import Look
from ..widgets.qr import ShowOnPhone

tr = QCoreApplication.translate


class NumberOnPhone(ShowOnPhone):
    """One picture at a time, so that a camera has no choice: to call, or after a button to text instead."""

    def __init__(self, look: Look, way: Way, place: str, parent: QWidget | None) -> None:
        first, *others = way.channels
        payload = phone_payload(first) or ""
        super().__init__(
            look,
            payload,
            crisis_words.line(Way((first,))),
            crisis_words.phone_does(way, first, place),
            crisis_words.picture_name(first),
            parent,
            call=payload if first.type is ChannelType.CALL else "",
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._place = place
        self._others = Way((*others, first))
        if others:
            text = others[0].type is ChannelType.TEXT
            turn = self.add_button(tr("crisis", "Text instead") if text else tr("crisis", "Call instead"))
            turn.clicked.connect(self._turn)

    def _turn(self) -> None:
        other = NumberOnPhone(self.look, self._others, self._place, self.parentWidget())
        self.accept()
        other.open()
