"""What holds of reminders whoever there is and whenever it is: by chance, over every change of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportnet_gui.core import rhythm
from supportnet_gui.core.candidate import Candidate
from supportnet_gui.core.days import civil_day
from supportnet_gui.core.easing import Delivery
from supportnet_gui.core.model import Rhythm, RhythmMode, Unit
from supportnet_gui.core.nudge_model import Answer, NudgeKind
from supportnet_gui.core.nudges import State, look
from supportnet_gui.core.pace import Pace
from supportnet_gui.core.suggestions import may_be_named
from supportnet_gui.core.upcoming import ahead
from supportnet_gui.core.waiting import _free_from
from tests.core.reminder_kit import DAY, NOON, ZONES, Life, every, later, shown, someone, state

HOUR = timedelta(hours=1)
days = st.dates(date(2020, 1, 1), date(2033, 12, 31))
rhythms = st.builds(
    Rhythm, st.just(RhythmMode.OWN), st.integers(1, 999), st.sampled_from(Unit), st.dates(date(2020, 1, 1))
)


@settings(max_examples=400)
@given(st.dates(), rhythms, st.integers(1, 4))
def test_months_clamp_as_another_library_says(day: date, one: Rhythm, times: int) -> None:
    found = rhythm.later(day.toordinal(), one, times)
    assert min(found, date.max.toordinal()) == later(day, one, times).toordinal()


@given(days, rhythms)
def test_a_window_opens_and_widens(day: date, one: Rhythm) -> None:
    opens, full = rhythm.window(day.toordinal(), one)
    assert opens == day.toordinal()
    assert 1 <= full - opens <= 14


@given(
    st.sampled_from(("active", "resting", "drifted", "ended", "unsafe", "died")),
    *(st.none() | days.map(date.isoformat),) * 3,
    days,
)
def test_who_may_be_named_is_who_may_be_suggested(
    status: str, resting: str | None, put_off: str | None, quiet: str | None, today: date
) -> None:
    one = Candidate("a", status=status, resting_until=resting, put_off_until=put_off, quiet_until=quiet)
    free = _free_from(one)
    assert (free is not None and free <= today.toordinal()) == may_be_named(one, today.isoformat())


# -- the clock -----------------------------------------------------------------------------------------------------


def changes(zone: ZoneInfo, year: int) -> list[datetime]:
    """The hours of a year before the clocks change, in UTC."""
    hours = [datetime(year, 1, 1, tzinfo=UTC) + number * HOUR for number in range(366 * 24)]
    offsets = [hour.astimezone(zone).utcoffset() for hour in hours]
    return [hour for hour, before, after in zip(hours, offsets, offsets[1:], strict=False) if before != after]


@pytest.mark.parametrize("zone", ZONES)
def test_over_every_change_of_the_clocks(zone: str) -> None:
    """From days before to days after, with hours that lie across it: a moment that is there, and in time."""
    here = ZoneInfo(zone)
    paces = [Pace(begins=time(number), ends=time(number + 1, 30), a_week=7) for number in range(5)] + [
        Pace(a_week=7)
    ]
    for change in changes(here, 2027) + changes(here, 2028):
        for pace in paces:
            people = [someone(name, every(1, Unit.DAY)) for name in "abcdefgh"]
            now = (change - 2 * DAY).astimezone(here)
            deliveries: list[Delivery] = []
            while now.astimezone(UTC) < change + 3 * DAY:
                nudge = look(state(*people, pace=pace, zone=zone, deliveries=deliveries), now).nudge
                assert nudge is not None
                at = nudge.at
                assert at.astimezone(UTC) >= now.astimezone(UTC)
                assert at.astimezone(UTC).astimezone(here).replace(tzinfo=None) == at.replace(tzinfo=None)
                assert pace.begins <= at.time() < pace.ends
                assert not deliveries or deliveries[-1].day < at.date().toordinal()
                # No day is passed over, but one that has none of the hours.
                if deliveries and at.date().toordinal() - deliveries[-1].day > 1:
                    skipped = at.date() - DAY
                    assert not has_any(skipped, pace, here)
                deliveries.append(
                    shown(at.date(), nudge.supporter)._replace(shown=at.astimezone(UTC), answer=Answer.SKIP)
                )
                now = at + timedelta(minutes=1)


def has_any(day: date, pace: Pace, here: ZoneInfo) -> bool:
    """Whether the clock ever shows one of the hours on a day."""
    minutes = (datetime.combine(day, pace.begins) + timedelta(minutes=number) for number in range(89))
    return any(
        naive.replace(tzinfo=here).astimezone(UTC).astimezone(here).replace(tzinfo=None) == naive
        for naive in minutes
    )


@given(
    st.sampled_from(ZONES), st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1)), st.sampled_from(ZONES)
)
def test_a_zone_that_does_not_tell_the_clocks_time_gives_way_to_the_clock(
    zone: str, moment: datetime, other: str
) -> None:
    now = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    found = look(state(someone("a", every(1, Unit.DAY)), zone=other), now).nudge
    assert found is not None
    local = found.at.astimezone(now.tzinfo if other != zone else ZoneInfo(zone))
    if ZoneInfo(other).utcoffset(now.replace(tzinfo=None)) != now.utcoffset():
        assert time(10) <= local.time() < time(19)


# -- the same future -----------------------------------------------------------------------------------------------


@given(st.integers(0, 10**9), st.randoms())
def test_the_same_log_and_deliveries_give_the_same_future(seed: int, chance: Random) -> None:
    """In whatever order they are read; with more contact days than are needed; at any moment until it comes."""
    life = Life(seed)
    life.live(60)
    now = life.local
    wanted = look(life.state(), now)
    for _ in range(3):
        assert look(life.state(shuffled=True), now) == wanted
    if wanted.nudge is not None:
        part = (wanted.nudge.at.astimezone(UTC) - now.astimezone(UTC)) * chance.random()
        between = (now.astimezone(UTC) + part).astimezone(ZoneInfo(life.zone))
        if wanted.nudge.at > now:
            assert look(life.state(), between).nudge == wanted.nudge


@given(st.integers(0, 10**9))
def test_lives_by_chance_hold_it_all(seed: int) -> None:
    Life(seed).live(200)


@given(st.integers(0, 10**9))
def test_what_comes_next_is_in_the_picture_of_what_may_come(seed: int) -> None:
    life = Life(seed)
    life.live(40)
    nudge = look(life.state(), life.local).nudge
    picture = ahead(life.state(), life.local, 31)
    assert [one.day for one in picture] == [life.today + number * DAY for number in range(31)]
    for one in picture:
        keys = [(item.supporter, item.kind, item.for_day, item.special, item.meeting) for item in one.items]
        assert len(set(keys)) == len(keys)
        assert all(0 < item.openness <= 1 for item in one.items)
    if nudge is None or nudge.kind is NudgeKind.RESTING or (nudge.at.date() - life.today).days > 30:
        return
    on = picture[(nudge.at.date() - life.today).days]
    assert not on.quiet or civil_day(nudge.at) != on.day
    if nudge.kind is not NudgeKind.RHYTHM:
        assert (nudge.supporter, nudge.for_day) in [(item.supporter, item.for_day) for item in on.items]


# -- the picture ---------------------------------------------------------------------------------------------------


def test_the_picture_shows_windows_that_widen_and_quiet_days() -> None:
    found = state(
        someone("a", every(4, began=date(2026, 10, 30))), pace=Pace(weekdays=frozenset(range(1, 6)))
    )
    picture = ahead(found, NOON, 20)
    openness = [one.items[0].openness if one.items else 0 for one in picture]
    assert openness[:5] == [0] * 5
    assert openness[5:13] == [number / 8 for number in range(1, 9)]
    assert openness[13:] == [0] * 7
    assert [one.quiet for one in picture[:8]] == [True, *[False] * 5, True, True]


def test_a_window_that_is_open_already_is_drawn_from_today_on() -> None:
    picture = ahead(state(someone("a", every(1, began=date(2026, 1, 1)))), NOON, 5)
    assert [len(one.items) for one in picture] == [1, 1, 0, 0, 0]


def test_the_day_a_rest_ends_is_open() -> None:
    pace = Pace(rest_until=date(2026, 11, 24))
    found: State = state(someone("a", every(1)), pace=pace)
    assert [one.quiet for one in ahead(found, NOON, 3)] == [True, True, False]
    assert all(one.quiet for one in ahead(found._replace(pace=Pace(on=False)), NOON, 3))
    assert [one.quiet for one in ahead(found._replace(pace=Pace(low_day=NOON.date())), NOON, 2)] == [
        True,
        False,
    ]
