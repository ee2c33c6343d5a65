"""Which message fits, and the words filled in. The drafts are in resources/messages/, read when first asked for.

Nothing here raises because a file is missing or damaged: a plain hello is always there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..acts import is_written_to
from ..model import Kind
from ..paths import resources
from .model import ContentError, Situation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..model import Act, Energy, Need, Supporter
    from ..suggestions import Suggestion
    from .message_files import DraftWords, SituationWords

HELLO = "hello"
FALLBACK = Situation(
    HELLO, "A hello that needs no answer", "You would like to be in touch, and nothing more."
)
FALLBACK_TEXT = "Hi {name}, just saying hello. No need to answer."
"""What is there when no file can be read."""

_ENGLISH = "en"
_ENERGIES = ("little", "some", "more")
_ANYTHING = "anything"
_TEXT = "text"

# Texts, not compiled patterns: the window's start imports this module and needs none of them.
_PLACEHOLDER = r"\{name\}|\{code_word\}"
# With nobody's name, "Hi {name}, …" is "Hi, …", and "{name}, are you free?" begins with its second word.
_NAME_FIRST = r"(?m)^\s*\{name\}[,:]?\s*(\w?)"
_NAME_LATER = r",?[^\S\n]*\{name\}"
_WORD_AND_SPACE = r"\{code_word\}[^\S\n]*"

_NOT_ALONE = frozenset(
    "aunt auntie aunty brother coach cousin doctor dr father fr granny grandma grandpa imam lady lord miss mr mrs ms "
    "mx my nan nana nurse old our pastor prof professor rabbi rev reverend sir sister st the uncle".split()
)
"""First words that call nobody without the word after them."""
_AND = frozenset({"and", "&", "+"})
_INSIDE_A_NAME = str.maketrans("", "", "-'’")


def called(person: Supporter | None) -> str:
    """What a message calls somebody: a first name; nothing for a group, whose name would read oddly."""
    by_name = person is not None and person.kind in (Kind.PERSON, Kind.PROFESSIONAL)
    return first_name(person.name) if person is not None and by_name else ""


def suggested(one: Suggestion, person: Supporter | None, need: Need, energy: Energy) -> str:
    """The message that goes with a suggestion, "" where there is none: one rule for window and terminal."""
    if person is not None and not is_written_to(person.kind):
        return ""
    code_word = person.code_word if person is not None else ""
    return message(one.situation, need, energy, one.act, called(person), code_word)


def message(
    situation: str,
    need: Need,
    energy: Energy,
    act: Act,
    name: str,
    code_word: str = "",
    language: str = _ENGLISH,
    folder: Path | None = None,
) -> str:
    """The draft that fits best, filled in. `name` is what the message calls the other person, "" for nothing.

    An unknown situation is a hello. Without a code word no draft that needs one is taken. Never empty, and
    never raises because of a file. `folder` replaces resources/.
    """
    return messages(situation, need, energy, act, name, code_word, language, folder)[0]


def messages(
    situation: str,
    need: Need,
    energy: Energy,
    act: Act,
    name: str,
    code_word: str = "",
    language: str = _ENGLISH,
    folder: Path | None = None,
) -> tuple[str, ...]:
    """All drafts that fit, filled in, the best first and each once: at least one. Arguments as for `message`.

    Those for `act` come first, then the others that are simply a text; of alike ones those whose energy is
    nearest. Of those for one need only, the others' are left out.
    """
    found = _read(language, folder)
    for wanted in (situation, HELLO):
        words = found.get(wanted)
        fitting = _fitting(words.draft, need, energy, act, bool(code_word.strip())) if words else []
        if texts := _each_once(fill(draft.text, name, code_word) for draft in fitting):
            return texts
    return (fill(FALLBACK_TEXT, name, code_word),)


def own_first(own: Iterable[str], shipped: Iterable[str], name: str, code_word: str = "") -> tuple[str, ...]:
    """A chooser's list: the person's own drafts filled in, then `messages`, each text once.

    An own draft with a {code_word} is left out where none is agreed.
    """
    usable = (text for text in own if code_word.strip() or "{code_word}" not in text)
    return _each_once((*(fill(text, name, code_word) for text in usable), *shipped))


def situations(language: str = _ENGLISH, folder: Path | None = None) -> tuple[Situation, ...]:
    """What one may want to say, in the order of a chooser; the hello alone where no file can be read."""
    return tuple(words.shown for words in _read(language, folder).values()) or (FALLBACK,)


def fill(text: str, name: str, code_word: str = "") -> str:
    """A draft with its placeholders filled in, in one pass: what is filled in is never looked at again.

    Where the name or code word is blank, the placeholder goes, with the comma or space that led to it.
    """
    name, code_word = name.strip(), code_word.strip()
    if not name:
        text = re.sub(_NAME_FIRST, lambda first: first[1].upper(), text)
        text = re.sub(_NAME_LATER, "", text)
    if not code_word:
        text = re.sub(_WORD_AND_SPACE, "", text)
    return re.sub(_PLACEHOLDER, lambda found: name if found[0] == "{name}" else code_word, text)


def first_name(name: str) -> str:
    """What a message calls a person kept under `name`: the first word, or all of it where that is in doubt.

    "Aoife Ní Bhriain" is Aoife, "Sam (work)" is Sam; "Dr Patel", "Aunt Jo", "J. Smith", "Smith, Jo" and "Jo and
    Sam" stay. For people: a group's name is best left blank in a message.
    """
    words = name.split()
    letters = words[0].translate(_INSIDE_A_NAME) if words else ""
    in_doubt = (
        len(letters) < 2
        or not letters.isalpha()
        or letters.casefold() in _NOT_ALONE
        or "," in name
        or not _AND.isdisjoint(words)
    )
    return " ".join(words if in_doubt else words[:1])


def _read(language: str, folder: Path | None) -> dict[str, SituationWords]:
    """Situations by id: English, and over it the language, which may be in part. Empty where none can be read."""
    from . import message_files

    place = resources() if folder is None else folder
    found: dict[str, SituationWords] = {}
    for one in dict.fromkeys((_ENGLISH, language)):
        try:
            found |= message_files.read_messages(place, one)
        except ContentError:
            continue
    return found


def _fitting(
    drafts: Iterable[DraftWords], need: Need, energy: Energy, act: Act, has_code_word: bool
) -> list[DraftWords]:
    def fits(draft: DraftWords) -> bool:
        for_need = not draft.need or need == _ANYTHING or need in draft.need
        return for_need and (act in draft.act or _TEXT in draft.act) and _sayable(draft, has_code_word)

    def order(draft: DraftWords) -> tuple[bool, int, bool]:
        return act not in draft.act, _distance(draft, energy), need not in draft.need

    return sorted(filter(fits, drafts), key=order)


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text.strip()))


def _sayable(draft: DraftWords, has_code_word: bool) -> bool:
    return has_code_word or "{code_word}" not in draft.text


def _distance(draft: DraftWords, energy: Energy) -> int:
    """How far a draft is from the energy there is; one that asks for more is further than one for less."""
    here = _ENERGIES.index(energy)
    steps = (_ENERGIES.index(one) - here for one in draft.energy)
    return min(2 * step if step > 0 else -step for step in steps)
