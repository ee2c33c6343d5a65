"""What the card shows: a suggestion or a reminder, with the person it is about and the reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ... import suggestion_words, words
from ...core.days import civil_day
from ...core.model import Energy, Kind, Need, Status, Support, Supporter

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core.store import Store
    from ...core.store.reminder_queries import Shown
    from ...core.suggestions import Suggestion

LONGEST_NAME = 60


class Idea(NamedTuple):
    """`person` is None where nobody is named; `reminder` is the id of a reminder that was shown, "" for none."""

    suggestion: Suggestion
    person: Supporter | None
    reasons: str
    reminder: str = ""

    @property
    def kind(self) -> Kind:
        return self.person.kind if self.person else Kind.PERSON

    @property
    def gives(self) -> tuple[Support, ...]:
        """The kinds of support that are shown: none of someone who died."""
        return self.person.support if self.person and self.person.status is not Status.DIED else ()

    @property
    def name(self) -> str:
        """As the card and the list of ideas show it."""
        if self.person is None:
            return suggestion_words.old_friend()
        return words.short(self.person.name, LONGEST_NAME)

    @property
    def place(self) -> tuple[str | None, str, str]:
        """Whom the words are for, and what for: what was written for one idea is there with the same one again."""
        return self.suggestion.supporter, self.suggestion.act, self.suggestion.situation


def suggested(store: Store, clock: Clock, suggestion: Suggestion) -> Idea:
    """A suggestion as the card shows it."""
    person = store.people.get(suggestion.supporter) if suggestion.supporter is not None else None
    return Idea(suggestion, person, _reasons(suggestion, person, clock))


def reminded(store: Store, clock: Clock, shown: Shown, need: Need, energy: Energy) -> Idea | None:
    """A reminder as the card shows it, with a message as for a suggestion; None where it is about nobody."""
    from ... import reminder_words

    person = store.people.get(shown.supporter) if shown.supporter is not None else None
    suggestion = store.today.about(person.id, need, energy) if person is not None else None
    if person is None or suggestion is None:
        return None
    sentence = reminder_words.with_name(
        shown.kind,
        words.short(person.name),
        person.kind,
        shown.for_day,
        clock.now().date(),
        shown.special,
        shown.meeting,
    )
    return Idea(suggestion, person, sentence, shown.id)


def _reasons(suggestion: Suggestion, person: Supporter | None, clock: Clock) -> str:
    name = words.short(person.name) if person else ""
    # By the day the suggestions were made for, which lasts until four in the morning.
    day = civil_day(clock.now())
    return " ".join(words.reason(one, name, day) for one in suggestion.reasons)
