"""A person's own part of help right now: from what is kept to what the page is handed.

The page itself knows no database. Whatever goes wrong here, it opens with its numbers.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from .. import plan_words, words
from ..core.model import BEING_THERE, Channel, Protocol
from ..core.plan import HardMoment
from .crisis.own import Near, Own, Reach

if TYPE_CHECKING:
    from pathlib import Path

    from ..core.store import Store

_CODES = {Protocol.CALL: "call", Protocol.TEXT: "text"}


def kept(store: Store | None, folder: Path) -> HardMoment:
    """From the open database; where there is none, or it cannot be read, from the small card, if there is one."""
    from ..core import card_file

    if store is not None:
        # Help opens whatever became of the file.
        with suppress(Exception):
            return store.plan.hard_moment()
    return card_file.read(card_file.beside(folder))


def own(shown: HardMoment, *, locked: bool = False) -> Own:
    """The same in words. `locked` is said only where nothing can be shown."""
    people = tuple(
        Near(near.name, _ways(near.channels), near.kind not in BEING_THERE) for near in shown.people
    )
    plan: dict[int, list[str]] = {}
    for item in shown.plan:
        plan.setdefault(item.part, []).append(plan_words.line(item))
    parts = tuple((plan_words.title(part), tuple(lines)) for part, lines in plan.items())
    return Own(people, parts, locked=locked and not (people or parts))


def link(way: Reach, region: str | None) -> str | None:
    """A number's link. The telephone library is only brought in when somebody asks for one."""
    from ..core import phones

    make = phones.tel_link if way.code == "call" else phones.sms_link
    return make(way.value, region)


def _ways(channels: tuple[Channel, ...]) -> tuple[Reach, ...]:
    """Each value once: a number to call that takes texts as well is called."""
    found: dict[str, Reach] = {}
    for channel in channels:
        value = " ".join(channel.value.split())
        about = channel.label or words.protocol(channel.protocol)
        code = _CODES.get(channel.protocol, "") if any(c.isdigit() for c in value) else ""
        if value not in found or code == "call":
            found[value] = Reach(about, value, code)
    return tuple(found.values())
