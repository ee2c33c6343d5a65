"""Words for the people around somebody: a page to read, and suggestions for "How to support me".

They are in resources/support/, one file a language. Nothing here raises because the file is missing or damaged.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..paths import resources
from ..resource_model import CardPart, SupportCard
from .files import _File, _read
from .model import ContentError

if TYPE_CHECKING:
    from pathlib import Path

_ENGLISH = "en"


class PagePart(_File, frozen=True):
    """A heading and short paragraphs under it. `items` are what of the source documents it carries."""

    title: str
    text: tuple[str, ...]
    items: tuple[str, ...] = ()


class Page(_File, frozen=True):
    title: str
    intro: str = ""
    part: tuple[PagePart, ...] = ()


class CardPartWords(_File, frozen=True):
    """A heading of the card, what asks for the words under it, and words to choose from and change."""

    id: CardPart
    title: str
    ask: str
    suggestions: tuple[str, ...] = ()


class CardWords(_File, frozen=True):
    """`lead` goes before a card that is sent. {number} is the emergency number of where the person is."""

    title: str = "How to support me"
    title_for: str = "How to support {name}"
    lead: str = "I wrote down what helps me. Nothing to do now."
    can_say_no: str = "You can say no to any of this."
    in_danger: str = "If you think I am in danger, call {number}. You do not have to handle it alone."
    in_danger_nowhere: str = (
        "If you think I am in danger, call the local emergency number. You do not have to handle it alone."
    )
    part: tuple[CardPartWords, ...] = (
        CardPartWords(CardPart.HELPS, "What helps", "What helps you?"),
        CardPartWords(CardPart.HELPS_NOT, "What does not help", "What does not help you?"),
        CardPartWords(CardPart.HOW_I_SAY, "How I say that I am struggling", "How do you say it?"),
        CardPartWords(CardPart.NOT_ASKING, "What I am not asking of you", "What are you not asking?"),
    )


class SupportWords(_File, frozen=True):
    page: Page = Page("For the people around me")
    card: CardWords = CardWords()


def support_words(language: str = _ENGLISH, folder: Path | None = None) -> SupportWords:
    """The page and the card's words in a language, else in English, else only the card's headings."""
    place = resources() if folder is None else folder
    for one in dict.fromkeys((language, _ENGLISH)):
        try:
            return read_support(place, one)
        except ContentError:
            continue
    return SupportWords()


@cache
def read_support(folder: Path, language: str) -> SupportWords:
    """Raises ContentError."""
    name = f"support/{language}.toml"
    words = _read(folder, name, SupportWords)
    if tuple(part.id for part in words.card.part) != tuple(CardPart):
        raise ContentError(name, "card.part: has not each part once, in order")
    if "{number}" not in words.card.in_danger:
        raise ContentError(name, "card.in_danger: has no {number}")
    return words


def closing(card: SupportCard, words: CardWords, number: str | None) -> tuple[str, ...]:
    """The removable lines that stand on a card. `number` is the country's emergency number, None where unknown."""
    danger = words.in_danger.replace("{number}", number) if number else words.in_danger_nowhere
    return (*([words.can_say_no] if card.can_say_no else []), *([danger] if card.in_danger else []))


def card_as_text(card: SupportCard, words: CardWords, number: str | None, *, lead: bool = True) -> str:
    """A card to copy: plain text with nothing in it but the person's words, headings and the closing lines."""
    blocks = [words.lead] if lead else []
    blocks += [
        "\n".join((part.title, *(f"- {line}" for line in lines)))
        for part in words.part
        if (lines := card.lines(part.id))
    ]
    blocks += closing(card, words, number)
    return "\n\n".join(blocks) + "\n"
