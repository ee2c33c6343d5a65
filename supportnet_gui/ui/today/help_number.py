"""A help line's number as a QR code, for keeping it on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ...core import content
from ..theme import Look

if TYPE_CHECKING:
    from ...core.content import Channel, Service

tr = QCoreApplication.translate


def line_to_keep(country: str | None, nation: str | None) -> tuple[Service, Channel] | None:
    """The place's first line for everyone, to call if there is one; day-and-night lines before others."""
    panel = content.panel(country, nation)
    others = tuple(line for line in panel.others if line.kind == "crisis-line" and not line.for_some)
    for lines in (panel.talk_now, others):
        for wanted in (content.ChannelType.CALL, content.ChannelType.TEXT):
            for line in lines:
                for channel in line.channels:
                    if channel.type is wanted:
                        return line, channel
    return None


def show_help_number(look: Look, country: str | None, nation: str | None, parent: QWidget | None) -> bool:
    """Show the place's line until it is closed; False where no line is known for the place."""
    found = line_to_keep(country, nation)
    if found is None:
        return False
    from ... import crisis_words
    from ..widgets.qr import ShowOnPhone

    line, channel = found
    way = content.Way((channel,))
    place = crisis_words.where(content.names(), line)
    words = (
        tr("HelpNumber", "{name}. {hours}").format(name=line.name, hours=crisis_words.hours(line)),
        line.menu,
        crisis_words.phone_does(way, channel, place),
        tr("HelpNumber", "You could save it there under any name you like."),
    )
    ShowOnPhone(
        look,
        content.phone_payload(channel) or "",
        crisis_words.line(way),
        " ".join(filter(None, words)),
        crisis_words.picture_name(channel),
        parent,
    ).exec()
    return True
