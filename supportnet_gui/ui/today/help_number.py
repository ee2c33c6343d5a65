"""A help line's number as a QR code, for keeping it on a phone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ...core import content
from ..theme import Look

tr = QCoreApplication.translate


def line_to_keep(country: str | None, nation: str | None) -> tuple[content.Service, content.Channel] | None:
    """The first day-and-night line of a place that takes calls, else texts; None where there is none."""
    lines = content.panel(country, nation).talk_now
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
    from ..widgets.qr import ShowOnPhone

    line, channel = found
    if channel.type is content.ChannelType.CALL:
        payload, shown = content.tel_link(channel), channel.value
        what = tr(
            "HelpNumber",
            "{name}, day and night. Your phone's camera can read this and shows the number. "
            "You can keep it there; nothing is called unless you choose to.",
        )
    else:
        payload, shown = content.text_payload(channel), channel.value
        what = tr(
            "HelpNumber",
            "{name}, by text message, day and night. Your phone's camera can read this and shows the number. "
            "You can keep it there; nothing is sent unless you choose to.",
        )
    sentences = [what.format(name=line.name)]
    if channel.keyword:
        sentences.append(tr("HelpNumber", "The first text is the word {word}.").format(word=channel.keyword))
    if line.menu:
        sentences.append(line.menu)
    name = tr("HelpNumber", "QR code with the number of {name}: {number}").format(
        name=line.name, number=content.spoken(channel.value)
    )
    ShowOnPhone(look, payload, shown, " ".join(sentences), name, parent).exec()
    return True
