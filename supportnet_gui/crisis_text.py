"""Help right now as plain text, for the terminal: the same content in the same order as the page."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from . import crisis_words
from .core.content import Names, Panel, Service

tr = QCoreApplication.translate


def panel_text(panel: Panel, names: Names, now: datetime) -> str:
    """The whole panel. Where no country is chosen it shows no number, and says how to choose one."""
    usual = crisis_words.usual_day(panel)
    lines = [*_emergency(panel, names, usual), ""]
    if panel.talk_now:
        lines += [
            tr("crisis", "Want to talk now? You can call even if you are not sure it is bad enough."),
            "",
            *_services(panel.talk_now, names, now, usual),
        ]
    if panel.others:
        lines += [tr("crisis", "Other lines, with hours"), "", *_services(panel.others, names, now, usual)]
    lines += _services(panel.directories, names, now, usual)
    if panel.country is None:
        lines += [tr("crisis", "For numbers, name a country: supportnet-gui crisis --country IE"), ""]
    lines += filter(None, (crisis_words.sources(panel), crisis_words.what_this_is_not()))
    return "\n".join(lines)


def _emergency(panel: Panel, names: Names, usual: date | None) -> list[str]:
    if panel.emergency is None:
        first = tr("crisis", "In danger now, or you have hurt yourself: call your local emergency number.")
        return [first, *(filter(None, [panel.elsewhere.expect if panel.elsewhere else ""]))]
    numbers = [crisis_words.line(way) for way in panel.emergency.ways]
    labels = [f" ({way.label})" if way.label else "" for way in panel.emergency.ways]
    both = "; ".join(number + label for number, label in zip(numbers, labels, strict=True))
    place = crisis_words.where(names, panel.emergency)
    first = tr("crisis", "In danger now, or you have hurt yourself ({place}): {what}")
    return [first.format(place=place, what=both), *filter(None, [crisis_words.facts(panel.emergency, usual)])]


def _services(services: tuple[Service, ...], names: Names, now: datetime, usual: date | None) -> list[str]:
    lines = []
    for service in services:
        lines.append(f"{service.name} ({crisis_words.where(names, service)})")
        lines += ["  " + ", ".join(filter(None, (crisis_words.line(way), way.label))) for way in service.ways]
        details = (
            service.menu,
            crisis_words.hours(service) if service.ways else "",
            crisis_words.opening(service, now),
            service.for_whom,
            service.expect,
            service.chat.value if service.chat else "",
            service.page,
            crisis_words.facts(service, usual),
        )
        lines += [f"  {detail}" for detail in details if detail]
        lines.append("")
    return lines
