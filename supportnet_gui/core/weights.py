"""How suggestions weigh one thing against another: every number of the rule, each with its reason."""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """How much each thing counts, in one table. One is about what the day's chance moves."""

    # What was asked for goes before everything else together, so that the first one gives it if anyone does.
    gives_what_is_wanted: float = 100.0
    # How it felt, from mostly heavier to mostly lighter. Made-up notes stand beside the real ones, so that few
    # notes prove little.
    felt_lighter: float = 1.6
    # A fortnight's rest in full, less the nearer the last contact: nobody is written to day after day.
    rested: float = 2.0
    # Contacts of the last half year: the first few count most, so that everyone able has a turn.
    load: float = -3.2
    # Contacts of the last month: among two or three people it keeps one of them from carrying all.
    load_lately: float = -2.0
    # What is coming gives an occasion that nobody needs to think of.
    meets_or_has_birthday_soon: float = 0.8
    # Somebody who offered would like to be asked.
    offered: float = 0.3
    # With little energy: whom one noted to be easy on such days, and whom one is close to.
    easy_on_low_day: float = 0.8
    close: float = 0.4
    # "Maybe later" is for days with more energy, and seldom even then.
    maybe_later: float = -1.5
    # A group is easiest near the day it meets, and a call to a surgery is a larger step than one to a friend.
    group_on_other_days: float = -1.0
    no_appointment: float = -1.5
    # With very little energy one person is easier than several.
    group_with_little_energy: float = -3.0
    # Without an appointment, and not asked for what they give, a doctor or a help line comes after everyone.
    not_asked_for: float = -20.0
    # The day's own order among people who are much alike.
    chance: float = 1.0
    # For each one already chosen who is alike: other circles, other kinds of support, other kinds of entry.
    same_circle: float = -0.5
    same_support: float = -0.5
    same_kind: float = -0.5
    # A dog, a garden and a forum are good company, and one of them among three ideas is enough.
    nobody_to_talk_to_either: float = -2.5


WEIGHTS = Weights()

MADE_UP_NOTES = 2
"""Of each of lighter and heavier, beside the real notes."""

A_YEAR = 365
"""Days: notes of how it felt count for so long."""
FULLY_RESTED = 14
"""Days after which rest makes no difference any more: nobody is ranked by how long ago it was."""
LOAD_DAYS, LATELY_DAYS = 182, 30

BIRTHDAY_WITHIN = 7
"""Days. A birthday further off is no reason yet."""
MEETING_WITHIN = 3
"""Days. A meeting further off is nothing to get ready for."""
OLD_FRIEND_EVERY = 10
"""Days, more or less, from one unnamed old friend to the next."""
