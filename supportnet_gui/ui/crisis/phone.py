"""The dialog that shows a help line's number to a phone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ...core.content import Way, phone_payload
from .. import crisis_words
from ..theme import Look
from ..widgets.qr import QrPicture, ShowOnPhone
from ..widgets.text import Text


class NumberOnPhone(ShowOnPhone):
    """A picture for each thing the number takes: one to call, one to text."""

    def __init__(self, look: Look, way: Way, place: str, parent: QWidget | None) -> None:
        first = way.channels[0]
        super().__init__(
            look,
            phone_payload(first) or "",
            crisis_words.line(Way((first,))),
            crisis_words.phone_does(way, first, place),
            crisis_words.picture_name(first),
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pictures = [self.picture]
        for channel in way.channels[1:]:
            picture = QrPicture(
                phone_payload(channel) or "", crisis_words.picture_name(channel), self.picture.width()
            )
            self.pictures.append(picture)
            self.body.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
            for text, style in (
                (crisis_words.line(Way((channel,))), "number"),
                (crisis_words.phone_does(way, channel, place), "quiet"),
            ):
                words = Text(look, text, style)
                words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                self.body.addWidget(words)
        self.fit()
