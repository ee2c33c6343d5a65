"""Thousands of made-up years: what holds of every reminder, and that silence leads to rest and nobody is forgotten.

SUPPORTNET_YEARS=20000 goes through more of them than there is time for on every change.
"""

from __future__ import annotations

import os
from datetime import timedelta
from itertools import pairwise

import pytest

from supportnet_gui.core.easing import Step
from supportnet_gui.core.nudge_model import Answer, NudgeKind
from supportnet_gui.core.nudges import look
from supportnet_gui.core.pace import Pace
from tests.core.reminder_kit import DAY, Life, every, someone

YEARS = int(os.environ.get("SUPPORTNET_YEARS", "720"))
BATCHES = 12


@pytest.mark.parametrize("batch", range(BATCHES))
def test_what_holds_of_every_reminder_of_made_up_years(batch: int) -> None:
    told = 0
    for number in range(YEARS // BATCHES // 2):
        life = Life(1_000_000 * batch + number)
        life.live(2 * 365)
        told += len(life.deliveries)
    assert told > YEARS // BATCHES * 4


def always_there(life: Life, days: int, answer: Answer | None) -> None:
    """From reminder to reminder, on a computer that is never off."""
    life.habits.answers = (answer,)
    end = life.now + timedelta(days=days)
    while (nudge := look(life.state(), life.local).nudge) is not None and nudge.at <= end:
        life.now = max(life.now, nudge.at)
        life.seen = None
        life.deliver(nudge)
    life.now = end


@pytest.mark.parametrize("batch", range(4))
def test_leaving_everything_alone_leads_to_rest_within_two_months(batch: int) -> None:
    """However rare or many reminders are; it is asked once whether to start again, and then nothing comes at all."""
    rested = 0
    for number in range(YEARS // 12):
        life = Life(7_000_000 + 1000 * batch + number)
        always_there(life, 3 * 365, None)
        of_rhythms = [one.day for one in life.deliveries if one.kind is NudgeKind.RHYTHM]
        if not of_rhythms:
            continue
        *before, last = life.deliveries
        assert last.kind is NudgeKind.RESTING
        assert all(one.kind is not NudgeKind.RESTING for one in before)
        assert all(one.day - of_rhythms[0] < 61 for one in before)
        assert last.for_day - of_rhythms[0] <= 61
        assert last.day - last.for_day <= 14  # The next hour and day of the week that are allowed.
        assert life.rests
        rested += 1
    assert rested > YEARS // 24


@pytest.mark.parametrize("batch", range(4))
def test_nobody_with_a_rhythm_is_forgotten(batch: int) -> None:
    """Among any number of people, beside any dates and meetings, as long as each reminder gets some answer.

    A reminder about a meeting or a date of somebody is one about them.
    """
    for number in range(YEARS // 60):
        life = Life(8_000_000 + 1000 * batch + number)
        life.pace = life.pace._replace(begins=Pace().begins, ends=Pace().ends)
        for friend in life.friends:
            friend.base = friend.base._replace(
                status="active", rhythm=every(1 + number % 9, began=life.today)
            )
        began = life.today.toordinal()
        always_there(life, 3 * 365, Answer.SKIP)
        longest = 7 * (1 + number % 9) + 21 * len(life.friends) + 21
        for friend in life.friends:
            days = [one.day for one in life.deliveries if one.supporter == friend.base.id]
            days = [began, *days, life.today.toordinal()]
            assert max(after - before for before, after in pairwise(days)) <= longest


@pytest.mark.parametrize(
    "zone", ["Europe/Dublin", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca"]
)
def test_a_check_in_wakes_reminders_up_step_by_step(zone: str) -> None:
    life = Life(3, clock_jumps=False)
    life.zone, life.pace = zone, Pace()
    for friend in life.friends:
        friend.base = friend.base._replace(
            status="active", rhythm=every(1, began=life.today), dates=(), meetings=()
        )
    always_there(life, 120, None)
    steps = [look(life.state(), life.local).overall.step]
    for _ in range(2):
        life.friends[0].meet(life.today)
        life.contact_days.add(life.today.toordinal())
        steps.append(look(life.state(), life.local).overall.step)
        life.now += DAY
    assert steps == [Step.RESTING, Step.ONE_A_WEEK, Step.AS_CHOSEN]


def test_the_made_up_lives_are_worth_their_time() -> None:
    """They bring about what the rules are there for."""
    lives = [Life(number) for number in range(40)]
    for life in lives:
        life.live(365)
    kinds = {one.kind for life in lives for one in life.deliveries}
    answers = {one.answer for life in lives for one in life.deliveries}
    assert kinds == set(NudgeKind)
    assert {None, Answer.LATER, Answer.SKIP, Answer.LOGGED} <= answers
    assert any(life.returned_on for life in lives)
    assert len({life.zone for life in lives}) > 5
    assert someone("a").rhythm.mode == "none"
