"""Reading resources/messages/: one file of drafts a language, and the file and place where it is not sound."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ..model import Act, Energy, Need
from .files import _File, _read
from .model import ContentError, Situation

_PLACEHOLDER = re.compile(r"\{name\}|\{code_word\}")


class DraftWords(_File, frozen=True):
    """One message. Without `need` or `energy` it suits each of them. `act` is what it is or leads to."""

    text: str
    need: tuple[Need, ...] = ()
    energy: tuple[Energy, ...] = tuple(Energy)
    act: tuple[Act, ...] = (Act.TEXT,)


class SituationWords(_File, frozen=True):
    id: str
    title: str
    when: str
    draft: tuple[DraftWords, ...]

    @property
    def shown(self) -> Situation:
        return Situation(self.id, self.title, self.when)


class MessagesFile(_File, frozen=True):
    situation: tuple[SituationWords, ...]


@cache
def read_messages(folder: Path, language: str) -> dict[str, SituationWords]:
    """A language's situations by id, in the order of the file. Read once; raises ContentError each time."""
    name = f"messages/{language}.toml"
    words = _read(folder, name, MessagesFile)
    for place, fault in faults(words):
        raise ContentError(name, f"{place}: {fault}")
    return {one.id: one for one in words.situation}


def faults(words: MessagesFile) -> list[tuple[str, str]]:
    """What is wrong with situations that have the right shape: (place, fault)."""
    found = []
    ids = [one.id for one in words.situation]
    for index, one in enumerate(words.situation):
        place = f"situation[{index}]"
        found += [(f"{place}.{key}", "is empty") for key in ("id", "title", "draft") if not getattr(one, key)]
        if one.id in ids[:index]:
            found.append((f"{place}.id", "stands twice"))
        for number, draft in enumerate(one.draft):
            found += [(f"{place}.draft[{number}].{key}", fault) for key, fault in _draft_faults(draft)]
    return found


def _draft_faults(draft: DraftWords) -> list[tuple[str, str]]:
    found = []
    if not draft.text or draft.text != draft.text.strip():
        found.append(("text", "is empty or has space around it"))
    if set("{}") & set(_PLACEHOLDER.sub("", draft.text)):
        found.append(("text", "has a placeholder other than {name} and {code_word}"))
    # It would never be chosen.
    found += [(key, "is empty") for key in ("energy", "act") if not getattr(draft, key)]
    return found
