"""When a meeting or a birthday comes next, and where a day ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core.days import civil_day, next_yearly
from supportnet_gui.core.meetings import next_on
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
