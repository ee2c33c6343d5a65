"""When a meeting or a birthday comes next, and where a day ends."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportnet_gui.core.days import civil_day, next_yearly
from supportnet_gui.core.meetings import next_on, next_seen, seen
from supportnet_gui.core.model import Meeting, Repeats

SUNDAY = date(2026, 11, 22)
days = st.dates(date(1, 1, 1), date(9998, 1, 1))
weekdays = st.integers(1, 7)


def weekly(weekday: int) -> Meeting:
    return Meeting(Repeats.WEEKLY, weekday=weekday)


def monthly(weekday: int, nth: int) -> Meeting:
    return Meeting(Repeats.MONTHLY, weekday=weekday, nth=nth)


@pytest.mark.parametrize(
    ("meeting", "on"),
    [
        (weekly(7), SUNDAY),
        (weekly(1), date(2026, 11, 23)),
        (weekly(6), date(2026, 11, 28)),
        (monthly(7, 4), SUNDAY),
        (monthly(5, -1), date(2026, 11, 27)),
        (monthly(7, -1), date(2026, 11, 29)),
        (monthly(7, 1), date(2026, 12, 6)),
        (monthly(6, 4), date(2026, 11, 28)),
        (Meeting(Repeats.ONCE, on=SUNDAY), SUNDAY),
        (Meeting(Repeats.ONCE, on=date(2026, 11, 21)), None),
        (Meeting(Repeats.ONCE, on=date(2030, 2, 1)), date(2030, 2, 1)),
        # What the database cannot hold, a half-filled form can.
        (Meeting(Repeats.ONCE), None),
        (Meeting(Repeats.WEEKLY), None),
        (Meeting(Repeats.MONTHLY, weekday=2), None),
    ],
)
def test_the_next_day(meeting: Meeting, on: date | None) -> None:
    assert next_on(meeting, SUNDAY) == on


@given(weekdays, days)
def test_a_weekly_meeting_is_within_the_week_on_its_weekday(weekday: int, today: date) -> None:
    on = next_on(weekly(weekday), today)
    assert on is not None
    assert (0 <= (on - today).days < 7, on.isoweekday()) == (True, weekday)


@given(weekdays, st.sampled_from((1, 2, 3, 4, -1)), days)
def test_a_monthly_meeting_is_the_first_such_day_from_today(weekday: int, nth: int, today: date) -> None:
    def is_it(day: date) -> bool:
        in_month = (day.day - 1) // 7 + 1
        is_last = day.day > monthrange(day.year, day.month)[1] - 7
        return day.isoweekday() == weekday and (is_last if nth == -1 else in_month == nth)

    expected = next(day for number in range(63) if is_it(day := date.fromordinal(today.toordinal() + number)))
    assert next_on(monthly(weekday, nth), today) == expected


def test_at_the_end_of_time_there_is_none() -> None:
    assert next_on(weekly(1), date.max) is None  # A Friday.
    assert next_on(monthly(1, 1), date.max) is None
    assert next_yearly(1, 1, date.max) is None


# -- in another time zone ------------------------------------------------------------------------------------------

DUBLIN, NEW_YORK, KIRIBATI, SAMOA = (
    "Europe/Dublin",
    "America/New_York",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)
ZONES = (DUBLIN, NEW_YORK, KIRIBATI, SAMOA, "Asia/Tokyo", "Australia/Lord_Howe", "Asia/Kolkata")


def thursdays(at: time, zone: str = NEW_YORK) -> Meeting:
    return Meeting(Repeats.WEEKLY, weekday=4, at=at, zone=zone, place="Library")


def dublin(meeting: Meeting, day: date, now: datetime | None = None) -> tuple[date, time | None] | None:
    found = next_seen(meeting, day, DUBLIN, now)
    return (found.on, found.meeting.at) if found else None


@pytest.mark.parametrize(
    ("day", "on", "at"),
    [
        # The clocks change three weeks apart in spring, one in autumn.
        (date(2026, 3, 1), date(2026, 3, 5), time(23, 30)),
        (date(2026, 3, 8), date(2026, 3, 12), time(22, 30)),
        (date(2026, 3, 28), date(2026, 4, 2), time(23, 30)),
        (date(2026, 10, 28), date(2026, 10, 29), time(22, 30)),
        (date(2026, 11, 2), date(2026, 11, 5), time(23, 30)),
    ],
)
def test_a_meeting_elsewhere_is_told_by_the_clock_here_summer_time_and_all(
    day: date, on: date, at: time
) -> None:
    assert dublin(thursdays(time(18, 30)), day) == (on, at)


def test_the_day_here_may_be_another_one() -> None:
    late = thursdays(time(20, 0))
    found = next_seen(late, SUNDAY, DUBLIN)
    assert found is not None
    assert found.on == date(2026, 11, 27)
    assert found.meeting == replace(late, weekday=5, at=time(1, 0), zone=DUBLIN)
    # On Friday itself it is still to come, until it has begun.
    assert dublin(late, found.on, datetime(2026, 11, 27, 1, 0)) == (found.on, time(1, 0))
    assert dublin(late, found.on, datetime(2026, 11, 27, 1, 1)) == (date(2026, 12, 4), time(1, 0))


def test_one_day_elsewhere_is_one_day_here() -> None:
    once = Meeting(Repeats.ONCE, on=date(2026, 11, 23), at=time(0, 30), zone=KIRIBATI, note="tea")
    found = next_seen(once, date(2026, 11, 21), SAMOA)
    assert found is not None
    assert found.meeting == replace(once, on=date(2026, 11, 21), at=time(23, 30), zone=SAMOA)
    assert next_seen(once, date(2026, 11, 22), SAMOA) is None
    assert seen(once, date(2026, 11, 23), SAMOA) == found


def test_a_weekday_of_each_month_that_falls_on_another_day_is_told_as_the_one_day() -> None:
    last_friday = Meeting(Repeats.MONTHLY, weekday=5, nth=-1, at=time(18, 30), zone=NEW_YORK)
    near = next_seen(last_friday, SUNDAY, DUBLIN)
    assert near is not None
    assert near.meeting == replace(last_friday, at=time(23, 30), zone=DUBLIN)
    late = next_seen(replace(last_friday, at=time(21, 0)), SUNDAY, DUBLIN)
    assert late is not None
    assert late.meeting == Meeting(Repeats.ONCE, on=date(2026, 11, 28), at=time(2, 0), zone=DUBLIN)


@pytest.mark.parametrize("zone", ["", "Nowhere/At all", "Europe", "../etc/passwd", DUBLIN])
@pytest.mark.parametrize("here", ["", "Nowhere/At all", DUBLIN])
def test_where_no_other_zone_is_known_a_meeting_is_here(zone: str, here: str) -> None:
    one = thursdays(time(18, 30), zone)
    assert next_seen(one, SUNDAY, here) == (date(2026, 11, 26), one)


def test_without_a_time_the_day_is_the_day() -> None:
    one = Meeting(Repeats.WEEKLY, weekday=1, zone=KIRIBATI)
    assert next_seen(one, SUNDAY, SAMOA) == (date(2026, 11, 23), one)


def test_a_time_the_clocks_leave_out_is_somewhen() -> None:
    gap = Meeting(Repeats.ONCE, on=date(2026, 3, 29), at=time(2, 30), zone="Europe/Berlin")
    assert dublin(gap, date(2026, 3, 1)) == (date(2026, 3, 29), time(2, 30))


def test_at_the_ends_of_time_there_is_none_elsewhere() -> None:
    for day in (date.min, date.max, date.max - timedelta(days=1)):
        next_seen(thursdays(time(23, 59)), day, KIRIBATI)
    once = Meeting(Repeats.ONCE, on=date.max, at=time(23, 59), zone=SAMOA)
    assert seen(once, date.max, KIRIBATI).on == date.max


@settings(max_examples=500)
@given(
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    weekdays,
    st.sampled_from((None, 1, 4, -1)),
    st.times().map(lambda at: time(at.hour, at.minute)),
    st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)),
)
def test_it_is_the_first_moment_of_all(
    there: str, here: str, weekday: int, nth: int | None, at: time, now: datetime
) -> None:
    repeats = Repeats.WEEKLY if nth is None else Repeats.MONTHLY
    meeting = Meeting(repeats, weekday=weekday, nth=nth, at=at, zone=there)
    day = now.date()
    every = [day + timedelta(days=number) for number in range(-4, 70)]
    moments = [datetime.combine(on, at, ZoneInfo(there)) for on in every if next_on(meeting, on) == on]
    if there == here:
        told = [moment.replace(tzinfo=None) for moment in moments]
    else:
        told = [moment.astimezone(ZoneInfo(here)).replace(tzinfo=None) for moment in moments]
    expected = min(moment for moment in told if moment >= now)
    found = next_seen(meeting, day, here, now)
    assert found is not None
    assert datetime.combine(found.on, found.meeting.at or time.min) == expected


# -- days of the year and of the notebook --------------------------------------------------------------------------


@given(st.integers(1, 12), st.integers(1, 31), days)
def test_a_day_of_the_year_comes_within_a_year(month: int, day: int, today: date) -> None:
    on = next_yearly(month, day, today)
    assert on is not None
    assert 0 <= (on - today).days <= 366
    assert on.month == month
    assert on.day == min(day, monthrange(on.year, month)[1])


def test_the_29th_of_february_is_kept_on_the_28th_where_there_is_none() -> None:
    assert next_yearly(2, 29, date(2027, 1, 1)) == date(2027, 2, 28)
    assert next_yearly(2, 29, date(2028, 1, 1)) == date(2028, 2, 29)
    assert next_yearly(2, 29, date(2027, 2, 28)) == date(2027, 2, 28)
    assert next_yearly(2, 29, date(2027, 3, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("clock", "day"),
    [(time(4), SUNDAY), (time(3, 59, 59), SUNDAY - timedelta(days=1)), (time(0), SUNDAY - timedelta(days=1))],
)
@pytest.mark.parametrize("zone", [None, UTC, timezone(timedelta(hours=13)), timezone(timedelta(hours=-11))])
def test_a_day_begins_at_four_by_the_clock_of_its_place(
    clock: time, day: date, zone: timezone | None
) -> None:
    assert civil_day(datetime.combine(SUNDAY, clock, zone)) == day
