"""The ladder of acts: which of them are possible with whom, at how much energy. Pure."""

from __future__ import annotations

from functools import lru_cache

from .model import BEING_THERE, Act, Energy, Kind, Need, Protocol

HIGHEST = {Energy.LITTLE: Act.TEXT, Energy.SOME: Act.CALL, Energy.MORE: Act.MEET}
"""The highest rung at each energy. A heart and a code word are the lowest, side by side."""

RUNG = {Act.HEART: 0, Act.CODE_WORD: 0, Act.TEXT: 1, Act.CALL: 2, Act.MEET: 3}

_SPOKEN = frozenset({Protocol.CALL, Protocol.TEXT, Protocol.SIGNAL, Protocol.WHATSAPP})
"""Each is a number that can be called."""
_WRITTEN = frozenset(Protocol) - {Protocol.ADDRESS}
"""Most numbers can be texted too; a postal address alone takes a letter, which is more than a few words."""
_LINE_WRITTEN = frozenset({Protocol.TEXT, Protocol.EMAIL, Protocol.SIGNAL, Protocol.WHATSAPP, Protocol.WEB})
"""A help line's number may answer calls alone."""

_HEARTS = (Need.ANYTHING, Need.COMPANY)


def is_written_to(kind: str) -> bool:
    """Whether a suggestion comes with a message: not where there is nobody to read it."""
    return kind not in BEING_THERE


@lru_cache(maxsize=4096)
def possible(
    kind: str,
    protocols: str | None,
    has_code_word: bool,
    easy_on_low_day: bool,
    meets_soon: bool,
    need: Need,
    energy: Energy,
) -> tuple[Act, ...]:
    """What can be done with somebody at this energy, the best first; empty where there is nothing.

    `protocols` are those of the known channels, joined by commas. Where no channel is known, writing is
    still possible: they may well have one that was never noted.
    """
    known = frozenset((protocols or "").split(",")) - {""}
    if not is_written_to(kind):
        # Where somebody noted that it is easy on a low day, their own word counts for more than the ladder.
        return (Act.MEET,) if energy is Energy.MORE or easy_on_low_day else ()
    able = {
        Act.MEET: _can_meet(kind, meets_soon),
        Act.CALL: bool(known & _SPOKEN) and kind not in (Kind.GROUP, Kind.ONLINE_COMMUNITY),
        Act.TEXT: bool(known & _LINE_WRITTEN)
        if kind == Kind.SERVICE
        else not known or bool(known & _WRITTEN),
        # A word that was agreed on says all there is to say, but not what a hand is needed with.
        Act.CODE_WORD: has_code_word and need is not Need.HAND,
        # A heart asks for nothing, so it is no way to ask for an ear or a hand.
        Act.HEART: kind == Kind.PERSON and need in _HEARTS and (not known or bool(known & _WRITTEN)),
    }
    highest = RUNG[HIGHEST[energy]]
    return tuple(act for act in _order(energy) if able[act] and RUNG[act] <= highest)


def _can_meet(kind: str, meets_soon: bool) -> bool:
    """People can be met any day; a group, a doctor or a line only at a time that was noted."""
    return kind == Kind.PERSON or meets_soon


def _order(energy: Energy) -> tuple[Act, ...]:
    """The highest rung first. With little energy the word that was agreed for such days goes before."""
    if energy is Energy.LITTLE:
        return Act.CODE_WORD, Act.TEXT, Act.HEART
    return Act.MEET, Act.CALL, Act.TEXT, Act.CODE_WORD, Act.HEART
