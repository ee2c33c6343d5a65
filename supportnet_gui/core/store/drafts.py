"""The person's own messages, beside those that ship: kept by situation, with room for anybody's name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from ..model import Change, Done
from ..trouble import Code, Trouble
from . import rows

if TYPE_CHECKING:
    from .store import Store

_NAME, _CODE_WORD = "{name}", "{code_word}"
_PLACEHOLDER = re.compile(r"(\{name\}|\{code_word\})")

_ALSO_WORDS = frozenset("a april art august bill grace hope i joy june mark may rob sue will you".split())
"""Names that are everyday words too: only where somebody is spoken to are they a name."""
_GREETING = re.compile(
    r"\b(hi|hello|hey|dear|thanks|thank you|morning|evening|night|birthday),? $", re.IGNORECASE
)
_SENTENCE_BEGINS = re.compile(r"(^|[.?!\n]) *$")
_ADDRESS_ENDS = re.compile(r" ?([.,?!♥\n]|$)")
_NEAR = 24
"""How many letters beside a word are looked at: a whole greeting."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message of the person's own. `text` holds {name} and {code_word} where those go."""

    id: str
    situation: str
    text: str


class DraftStore:
    """One method for each thing a person does to their own messages.

    Changes raise Trouble where they cannot be written.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db

    def all(self, situation: str | None = None) -> tuple[Draft, ...]:
        """The drafts of a situation, or of all, the newest first."""
        found = self._db.execute(
            "SELECT id, situation, text FROM draft WHERE ?1 IS NULL OR situation = ?1 ORDER BY seq DESC",
            [situation],
        ).fetchall()
        return tuple(Draft(*row) for row in found)

    def keep(self, situation: str, text: str, name: str = "", code_word: str = "") -> str:
        """Keep a message for another time; returns its id. Raises Trouble(MESSAGE_EMPTY) where nothing is to be seen.

        `name` and `code_word` are what the message was filled in with. Where they stand as whole words, the
        placeholder is kept, so that the next person is called by their own name; nothing else is changed. Hand
        over a code word only where the message is about it: it may be an everyday word. A {name} or {code_word}
        typed by hand is the placeholder. The same text for a situation is kept once.
        """
        text = with_placeholders(rows.kept(text), rows.kept(name).strip(), rows.kept(code_word).strip())
        if not rows.one_line(text):
            raise Trouble(Code.MESSAGE_EMPTY)
        situation = rows.kept(situation)
        # Looked up inside, so that two windows do not keep it twice; without a row there is nothing to undo.
        with self._store.action(Done(Change.DRAFT_KEPT)):
            same = self._db.execute(
                "SELECT id FROM draft WHERE situation = ? AND text = ?", [situation, text]
            ).fetchone()
            draft_id = str(same[0]) if same else str(uuid4())
            if same is None:
                self._db.execute(
                    "INSERT INTO draft (id, situation, text, created) VALUES (?, ?, ?, ?)",
                    [draft_id, situation, text, self._store.clock.utc_text()],
                )
        return draft_id

    def remove(self, draft_id: str) -> None:
        """Keep a message no longer. Raises Trouble(NOT_THERE)."""
        with self._store.action(Done(Change.DRAFT_REMOVED)):
            if self._db.execute("DELETE FROM draft WHERE id = ?", [draft_id]).rowcount == 0:
                raise Trouble(Code.NOT_THERE)


def with_placeholders(text: str, name: str, code_word: str = "") -> str:
    """The text with {name} and {code_word} where the name and the code word stand as whole words."""
    words = {word: mark for word, mark in ((code_word, _CODE_WORD), (name, _NAME)) if word}
    if not words:
        return text
    # The longer one first: a code word may begin with the name.
    wanted = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))

    def replaced(found: re.Match[str]) -> str:
        mark = words[found[0]]
        start, end = found.span()
        before, after = found.string[max(0, start - _NEAR) : start], found.string[end : end + _NEAR]
        meant = _is_whole(before, after) and (mark != _NAME or _is_name(found[0], before, after))
        return mark if meant else found[0]

    # What stands between placeholders; those are kept as they are, even for somebody called "name".
    parts = _PLACEHOLDER.split(text)
    return "".join(part if number % 2 else wanted.sub(replaced, part) for number, part in enumerate(parts))


def _is_whole(before: str, after: str) -> bool:
    """Whether a word ends on both sides. "Jean" is no word of its own in "Jean-Luc"; "Ann" is one in "Ann's"."""
    return not (
        _in_word(before[-1:])
        or _in_word(after[:1])
        or (before[-1:] in ("-", "'", "’") and _in_word(before[-2:-1]))
        or (after[:1] == "-" and _in_word(after[1:2]))
    )


def _in_word(letter: str) -> bool:
    """Accents and joiners belong to the letter before them."""
    return bool(letter) and (letter in {"_", "\u200d"} or unicodedata.category(letter)[0] in {"L", "N", "M"})


def _is_name(word: str, before: str, after: str) -> bool:
    """Whether a word is said as a name: "Hi May", "Thinking of you, May.", "May, are you free?", not "May I"."""
    if word.casefold() not in _ALSO_WORDS or _GREETING.search(before):
        return True
    if before.endswith(", "):
        return _ADDRESS_ENDS.match(after) is not None
    return after.startswith(",") and _SENTENCE_BEGINS.search(before) is not None
