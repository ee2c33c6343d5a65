"""My plan to words: what its parts are called and ask, and the whole of it as text. QtCore's translate only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from . import crisis_words, words
from .core.model import Channel, Protocol
from .core.plan import ALONE, AROUND, MATTERS, PARTS, SAFER, SIGNS, TELL, TRAINED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .core.content import Panel
    from .core.plan import PlanItem

tr = QCoreApplication.translate

_SPOKEN_TO = (Protocol.CALL, Protocol.TEXT, Protocol.SIGNAL, Protocol.WHATSAPP)


def title(part: int) -> str:
    return {
        SIGNS: tr("plan", "How I know it is starting"),
        ALONE: tr("plan", "What I can do on my own"),
        AROUND: tr("plan", "People and places that take me out of it"),
        TELL: tr("plan", "People I can tell"),
        TRAINED: tr("plan", "Professionals and lines"),
        SAFER: tr("plan", "Making my surroundings safer"),
        MATTERS: tr("plan", "What matters to me"),
    }[part]


def question(part: int) -> str:
    return {
        SIGNS: tr("plan", "What do I notice first?"),
        ALONE: tr("plan", "What helps me through the next ten minutes? The next hour?"),
        AROUND: tr("plan", "Where can I be around others without having to explain?"),
        TELL: tr("plan", "Who could I tell “I am not safe” or “I am struggling”? What would I say?"),
        TRAINED: tr("plan", "Who is trained to help me?"),
        SAFER: tr(
            "plan",
            "Is there anything I want out of reach for now? Who could look after it? Where could I go?",
        ),
        MATTERS: tr("plan", "What do I want to remember on a bad day?"),
    }[part]


def prompt(part: int) -> str:
    """A few things somebody may think of; none for the surroundings, where none is ever named."""
    return {
        SIGNS: tr("plan", "Thoughts, my body, sleep, what I stop doing, what others see"),
        ALONE: tr("plan", "Music, a walk, a shower, breathing, a film, writing"),
        AROUND: tr("plan", "A café, a class, a friend's kitchen, an online group"),
        TELL: tr("plan", "A name, a good time, a first sentence"),
        TRAINED: tr("plan", "A doctor, a therapist, a care team"),
        SAFER: tr("plan", "In your own words. Help right now never shows this part."),
        MATTERS: tr("plan", "People, animals, plans, words"),
    }[part]


def number(channels: Sequence[Channel]) -> str:
    """How to reach somebody, in one line: the way they like best, else the first number."""
    best = next((one for one in channels if one.preferred), None)
    chosen = best or next((one for one in channels if one.protocol in _SPOKEN_TO), None)
    return " ".join(chosen.value.split()) if chosen else ""


def line(item: PlanItem) -> str:
    """A line of the plan: "Amira, 087 123 4567. In the evening."."""
    about = ", ".join(filter(None, (item.name, number(item.channels))))
    if about and item.text:
        return tr("plan", "{person}: {words}").format(person=about, words=item.text)
    return about or item.text


def above(panel: Panel) -> str:
    """What always stands above the plan."""
    if panel.emergency is None:
        return tr(
            "plan",
            "If you might hurt yourself or cannot stay safe: call your local emergency number now. "
            "You do not need to do the steps first.",
        )
    text = tr(
        "plan",
        "If you might hurt yourself or cannot stay safe: call {number} now. You do not need to do the steps first.",
    )
    return text.format(number=panel.emergency.ways[0].number)


def help_lines(panel: Panel) -> list[str]:
    """The lines of the country that answer day and night: "Samaritans: Call 116 123"."""
    found = []
    for service in panel.talk_now:
        ways = ", ".join(crisis_words.line(way) for way in service.ways)
        found.append(f"{service.name}: {ways}. {service.menu}".strip())
    return found


def filled(items: Iterable[PlanItem], panel: Panel) -> list[tuple[int, list[str]]]:
    """The parts that hold something, with their lines; help lines stand with the professionals."""
    found: list[tuple[int, list[str]]] = []
    everything = tuple(items)
    for part in PARTS:
        lines = [line(item) for item in everything if item.part == part]
        if part == TRAINED:
            lines += help_lines(panel)
        if lines:
            found.append((part, lines))
    return found


def as_text(items: Iterable[PlanItem], panel: Panel) -> str:
    """The plan as plain text, to keep or send. It names no program."""
    parts = [tr("plan", "My plan"), above(panel)]
    for part, lines in filled(items, panel):
        parts.append("\n".join([title(part), *(f"- {one}".replace("\n", "\n  ") for one in lines)]))
    return "\n\n".join(parts) + "\n"


def asked_about(item: PlanItem) -> str:
    """The question about a line whose person is no longer shown. It says nothing of why."""
    return tr(
        "plan",
        "{name} is in “{part}”. The plan no longer shows this line. Would you like to take it out?",
    ).format(name=words.short(item.name), part=title(item.part))
