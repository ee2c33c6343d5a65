"""Why somebody is suggested, in one plain sentence. `words.reason` is the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from . import meeting_words, words
from .core.model import Support
from .core.suggestions import Reason, ReasonKind

if TYPE_CHECKING:
    from datetime import date

tr = QCoreApplication.translate

LONGEST_OFFER = 80
A_WEEK = 7  # days
ENDS = frozenset(".!?…。！？؟।")
"""What ends a sentence by itself."""


def reason(value: Reason, name: str, today: date) -> str:
    """See `words.reason`."""
    match value:
        case Reason(kind=ReasonKind.GIVES, support=support) if support is not None:
            return _gives(support, name)
        case Reason(kind=ReasonKind.MEETS, meeting=meeting, on=on) if meeting is not None and on is not None:
            return tr("words", "You noted: {when}.").format(when=meeting_words.soon(meeting, on, today))
        case Reason(kind=ReasonKind.BIRTHDAY, on=on) if on is not None:
            return _birthday(name, on, today)
        case Reason(kind=ReasonKind.OFFERED, text=text):
            return _offered(name, text)
        case Reason(kind=ReasonKind.LIGHTER):
            return tr("words", "Most times you noted it, you felt lighter after time with {name}.").format(
                name=name
            )
        case Reason(kind=ReasonKind.OLD_FRIEND):
            return tr("words", "An old friend you miss might like to hear from you, whenever you like.")
    raise ValueError("no such reason")


def _gives(support: Support, name: str) -> str:
    return {
        Support.EMOTIONAL: tr("words", "You noted that {name} listens."),
        Support.PRACTICAL: tr("words", "You noted that {name} gives a hand."),
        Support.RELATIONAL: tr("words", "You noted that {name} keeps you company."),
    }[support].format(name=name)


def _offered(name: str, text: str) -> str:
    """In the words that were noted, on one line; the sentence ends once, however they end."""
    noted = " ".join(text.split())
    ended = len(noted) > LONGEST_OFFER or noted[-1:] in ENDS
    sentence = tr("words", "{name} offered: {text}") if ended else tr("words", "{name} offered: {text}.")
    return sentence.format(name=name, text=words.short(noted, LONGEST_OFFER))


def _birthday(name: str, on: date, today: date) -> str:
    days = (on - today).days
    if days == 0:
        return tr("words", "{name} has a birthday today.").format(name=name)
    if days == 1:
        return tr("words", "{name} has a birthday tomorrow.").format(name=name)
    if 0 < days < A_WEEK:
        day = QLocale().dayName(on.isoweekday(), QLocale.FormatType.LongFormat)
    else:  # A weekday alone would read as today.
        day = QLocale().toString(QDate(on.year, on.month, on.day), tr("words", "d MMMM"))
    return tr("words", "{name} has a birthday on {day}.").format(name=name, day=day)
