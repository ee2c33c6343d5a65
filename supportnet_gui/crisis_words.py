"""Help lines to words. Needs QtCore only; a number stands in a sentence exactly as it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from . import words
from .core import content
from .core.content import Channel, ChannelType, Names, Open, Panel, Service, Way, open_state, spoken

if TYPE_CHECKING:
    from datetime import date, datetime

tr = QCoreApplication.translate


def line(way: Way) -> str:
    """What to do with a number: "Call or text 988", "Text HOME to 741741"."""
    return _sentence(way).format(number=way.number, word=way.keyword)


def line_aloud(way: Way) -> str:
    """The same for a voice, digit by digit: "Call or text 9 8 8"."""
    return _sentence(way).format(number=spoken(way.number), word=way.keyword)


def _sentence(way: Way) -> str:
    if len(way.channels) > 1:
        return tr("crisis", "Call or text {number}")
    match way.types[0]:
        case ChannelType.TEXT if way.keyword:
            return tr("crisis", "Text {word} to {number}")
        case ChannelType.TEXT:
            return tr("crisis", "Text {number}")
        case ChannelType.WHATSAPP:
            return tr("crisis", "WhatsApp {number}")
    return tr("crisis", "Call {number}")


def place(names: Names, country: str, region: str | None) -> str:
    """ "United Kingdom (Scotland)"."""
    name = names.country(country)
    if region is None:
        return name
    return tr("crisis", "{country} ({nation})").format(country=name, nation=names.nation(region))


def place_name(country: str, region: str | None) -> str:
    """The same for codes alone. Reads the file of names; a code without a name stands for itself."""
    return place(content.names(), country, region)


def where(names: Names, service: Service) -> str:
    """The country or nation a line is for."""
    return names.nation(service.region) if service.region else names.country(service.country)


def hours(service: Service) -> str:
    """When a line answers, in words."""
    if service.hours_text:
        return service.hours_text
    return tr("crisis", "Day and night.") if service.day_and_night else service.hours


def opening(service: Service, now: datetime) -> str:
    """Whether a line is open at this moment; empty where that is not known, or always so.

    Times are the line's own; "there" says so where its clocks show another time than the computer's.
    """
    state = open_state(service, now)
    if state.changes_at is None:
        return ""
    when = _moment(state.changes_at, now)
    elsewhere = state.changes_at.utcoffset() != now.utcoffset()
    if state.open is Open.NOW:
        text = (
            tr("crisis", "Open now, until {time} there.")
            if elsewhere
            else tr("crisis", "Open now, until {time}.")
        )
    elif elsewhere:
        text = tr("crisis", "Closed now, opens at {time} there.")
    else:
        text = tr("crisis", "Closed now, opens at {time}.")
    return text.format(time=when)


def _moment(when: datetime, now: datetime) -> str:
    """ "6 pm", and with its day where that is more than a day away: "6 am on Monday"."""
    pattern = tr("crisis", "h:mm ap") if when.minute else tr("crisis", "h ap")
    midnight = when.hour == when.minute == 0
    clock = (
        tr("crisis", "midnight") if midnight else QLocale().toString(QTime(when.hour, when.minute), pattern)
    )
    if (when - now).total_seconds() < 24 * 3600:
        return clock
    day = QLocale().standaloneDayName(when.isoweekday(), QLocale.FormatType.LongFormat)
    return tr("crisis", "{time} on {day}").format(time=clock, day=day)


def cost(service: Service) -> str:
    """ "Free." where that is known; nothing where it is not."""
    return {"free": tr("crisis", "Free."), "paid": tr("crisis", "Costs money.")}.get(service.cost, "")


def usual_day(panel: Panel) -> date | None:
    """The day said once for the whole page: the oldest on which unconfirmed facts were gathered."""
    return min((line.gathered_on for line in panel.lines if line.confirmed_on is None), default=None)


def facts(service: Service, usual: date | None) -> str:
    """How old its facts are, claiming no more than is known; empty where the foot of the page says it."""
    if service.confirmed_on is not None:
        return tr("crisis", "Confirmed {date}").format(date=words.day(service.confirmed_on))
    if service.gathered_on == usual:
        return ""
    return tr("crisis", "Gathered {date}").format(date=words.day(service.gathered_on))


def sources(panel: Panel) -> str:
    """Where the facts of a page are from, and since when: all of them, or those without a day of their own."""
    usual = usual_day(panel)
    if usual is None:
        return ""
    if any(facts(line, usual) for line in panel.lines):
        text = tr(
            "crisis",
            "Numbers and pages with no date beside them were gathered from public sources on {date}.",
        )
    else:
        text = tr("crisis", "All numbers and pages shown here were gathered from public sources on {date}.")
    return text.format(date=words.day(usual))


def phone_does(way: Way, channel: Channel, place: str) -> str:
    """What a phone does with the picture, under it."""
    if channel.type is ChannelType.CALL:
        text = tr("crisis", "{place}. Your phone shows the number. Nothing is called until you tap it.")
    elif way.keyword:
        text = tr(
            "crisis",
            "{place}. Your phone begins a text with the word {word}. Nothing is sent until you send it.",
        )
    else:
        text = tr("crisis", "{place}. Your phone begins a text. Nothing is sent until you send it.")
    return text.format(place=place, word=way.keyword)


def picture_name(channel: Channel) -> str:
    """What a screen reader says of the picture."""
    if channel.type is ChannelType.CALL:
        text = tr("crisis", "QR code, calls {number}")
    elif channel.keyword:
        text = tr("crisis", "QR code, texts {word} to {number}")
    else:
        text = tr("crisis", "QR code, texts {number}")
    return text.format(number=spoken(channel.value), word=channel.keyword)


def old_facts() -> str:
    return tr(
        "crisis",
        "If a number does not connect, call your emergency number or try Find A Helpline (needs the internet).",
    )


def unreadable(place: str) -> str:
    """What stands where a country's lines would, when their file is missing or damaged."""
    return tr(
        "crisis",
        "The list of numbers for {place} could not be read. Your own notes are kept elsewhere. "
        "You could install the app again.",
    ).format(place=place)


def partly_unreadable() -> str:
    """What stands with the numbers that are left when a file is missing or damaged."""
    return tr(
        "crisis",
        "Part of the list could not be read. These numbers came with the app itself. Other lines may be missing here. "
        "You could install the app again.",
    )


def what_this_is_not() -> str:
    """Said once, at the end of the page."""
    return tr(
        "crisis",
        "Supportnet is a notebook with a list of numbers. It is not a medical device, and it does not treat "
        "or diagnose anything. Nobody watches what you write in it. It sends nothing to anyone, and it "
        "cannot call for help for you. A call or a text may stay in your phone's history, even when free.",
    )
