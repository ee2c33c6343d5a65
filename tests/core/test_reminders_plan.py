"""The plan of a calendar file: the rule of reminders holds in it, whoever there is and whenever it is."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest

from supportnet_gui.core.calendar_entries import entries
from supportnet_gui.core.exchange.icalendar import _local, as_text
from supportnet_gui.core.model import Unit
from supportnet_gui.core.nudge_model import NudgeKind
from supportnet_gui.core.nudges import Nudge, State, next_nudge
from supportnet_gui.core.pace import Pace
from supportnet_gui.core.upcoming import plan
from tests.core.reminder_kit import (
    DAY,
    NOON,
    ZONES,
    every,
    later,
    made_up_date,
    made_up_meeting,
    made_up_pace,
    shown,
    someone,
    state,
)
from tests.core.test_calendar_file import read

DAYS = 92


def made_up(seed: int) -> tuple[State, datetime]:
    """People with rhythms, dates and meetings, on some day near a change of the clocks or a leap day."""
    chance = Random(seed)
    zone = chance.choice(ZONES)
    day = chance.choice(
        ((2027, 3, 14), (2027, 3, 28), (2027, 10, 31), (2028, 2, 1), (2028, 9, 24), (2027, 12, 30))
    )
    moment = (
        datetime(*day, chance.randint(0, 23), chance.randint(0, 59), tzinfo=UTC) - chance.randint(0, 20) * DAY
    )
    now = moment.astimezone(ZoneInfo(zone))
    people = []
    for number in range(chance.randint(0, 8)):
        rhythm = every(chance.randint(1, 10), chance.choice(tuple(Unit))) if chance.random() < 0.7 else None
        contacts = tuple(now.date() - chance.randint(0, 200) * DAY for _ in range(chance.randint(0, 4)))
        dates = tuple(made_up_date(chance) for _ in range(chance.randint(0, 2)))
        meetings = tuple(made_up_meeting(chance, now.date()) for _ in range(chance.randint(0, 2)))
        people.append(someone(f"p{number}", rhythm, contacts, dates=dates, meetings=meetings))
    return state(*people, pace=made_up_pace(chance), zone=zone), now


@pytest.mark.parametrize("seed", range(120))
def test_every_limit_holds(seed):
    given, now = made_up(seed)
    pace = given.pace
    found = list(plan(given, now, DAYS))
    assert found == list(plan(given, now, DAYS))
    assert found[:1] == [
        one for one in [next_nudge(given, now)] if one and one.at.date() <= now.date() + DAYS * DAY
    ]
    for one in found:
        assert now.astimezone(UTC) <= one.at.astimezone(UTC)
        assert one.at.date() <= now.date() + DAYS * DAY
        assert pace.begins <= one.at.time().replace(fold=0) < pace.ends
        assert one.at.isoweekday() in pace.weekdays
        assert one.kind is not NudgeKind.RESTING
    moments = [one.at.astimezone(UTC) for one in found]
    for before, after in pairwise(moments):
        assert after - before >= timedelta(hours=pace.hours_between)
    a_day = Counter(one.at.date() for one in found)
    assert all(many <= pace.a_day for many in a_day.values())
    for first in a_day:
        assert sum(many for day, many in a_day.items() if first <= day < first + 7 * DAY) <= pace.a_week
    gaps(given, found)


def gaps(given: State, found: list[Nudge]) -> None:
    """Nobody's rhythm comes up sooner than it says, nor any date or meeting twice."""
    rhythms = {one.id: one.rhythm for one in given.people}
    last: dict[str, Nudge] = {}
    for one in found:
        if one.kind is not NudgeKind.RHYTHM or one.supporter is None:
            continue
        if (before := last.get(one.supporter)) is not None:
            assert one.at.date() >= later(before.at.date(), rhythms[one.supporter])
        last[one.supporter] = one
    told = [(one.kind, one.supporter, one.for_day) for one in found if one.kind is not NudgeKind.RHYTHM]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("seed", range(0, 120, 4))
def test_the_whole_plan_is_read_back(seed):
    given, now = made_up(seed)
    found = list(plan(given, now, DAYS))
    made = entries([(one, "A note") for one in found], {}, now, "A note")
    assert len({one.uid for one in made}) == len(made) == len(found)
    # As it is written: this reader takes zones by name from tables of its own.
    told = sorted(one.dtstart.value.replace(tzinfo=None) for one in read(as_text(made, now)).values())
    assert told == sorted(_local(one.at).replace(tzinfo=None) for one in found)


def test_while_reminders_rest_there_is_no_plan():
    amira = someone("amira", every(1))
    assert list(plan(state(amira), NOON, DAYS))
    assert list(plan(state(amira, pace=Pace(on=False)), NOON, DAYS)) == []
    left_alone = [shown(NOON.date() - days * DAY, "amira") for days in range(70, 1, -7)]
    assert list(plan(state(amira, deliveries=left_alone), NOON, DAYS)) == []


def test_a_rest_until_a_day_leaves_the_days_after_it():
    until = NOON.date() + 30 * DAY
    found = list(plan(state(someone("amira", every(1)), pace=Pace(rest_until=until)), NOON, DAYS))
    assert found
    assert found[0].at.date() == until


def test_quiet_by_itself_stays_quiet():
    """At most one a week for now: in the file too."""
    people = [someone(name, every(2, Unit.DAY)) for name in "abcd"]
    alone = [shown(NOON.date() - days * DAY, "a", at=time(11)) for days in (6, 4, 2)]
    found = [one.at.date() for one in plan(state(*people, deliveries=alone), NOON, DAYS)]
    assert len(found) >= 10
    assert all(after - before >= 7 * DAY for before, after in pairwise(found))
