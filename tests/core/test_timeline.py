"""The soft headings of the timeline: which day stands under which, whatever today is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core.timeline import Heading, Span, heading

SUNDAY = 7
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ago = st.integers(0, 3000).map(lambda number: timedelta(days=number))
weekdays = st.integers(1, 7)


@pytest.mark.parametrize(
    ("today", "day", "span"),
    [
        # 22 November 2026 is a Sunday: the week began on Monday the 16th.
        (date(2026, 11, 22), date(2026, 11, 23), Span.LATER),
        (date(2026, 11, 22), date(2026, 11, 22), Span.TODAY),
        (date(2026, 11, 22), date(2026, 11, 21), Span.YESTERDAY),
        (date(2026, 11, 22), date(2026, 11, 20), Span.THIS_WEEK),
        (date(2026, 11, 22), date(2026, 11, 16), Span.THIS_WEEK),
        (date(2026, 11, 22), date(2026, 11, 15), Span.LAST_WEEK),
        (date(2026, 11, 22), date(2026, 11, 9), Span.LAST_WEEK),
        (date(2026, 11, 22), date(2026, 11, 8), Span.THIS_MONTH),
        (date(2026, 11, 22), date(2026, 11, 1), Span.THIS_MONTH),
        (date(2026, 11, 22), date(2026, 10, 31), Span.MONTH),
        # A Monday: yesterday was last week, and nothing is left of this one.
        (date(2026, 11, 23), date(2026, 11, 22), Span.YESTERDAY),
        (date(2026, 11, 23), date(2026, 11, 21), Span.LAST_WEEK),
        (date(2026, 11, 23), date(2026, 11, 15), Span.THIS_MONTH),
        # The first of a month: last week reaches into the month before.
        (date(2027, 1, 1), date(2026, 12, 31), Span.YESTERDAY),
        (date(2027, 1, 1), date(2026, 12, 28), Span.THIS_WEEK),
        (date(2027, 1, 1), date(2026, 12, 21), Span.LAST_WEEK),
        (date(2027, 1, 1), date(2026, 12, 20), Span.MONTH),
    ],
)
def test_a_day_stands_under_its_heading(today: date, day: date, span: Span) -> None:
    assert heading(day, today).span is span


def test_a_month_is_named_with_its_year() -> None:
    assert heading(date(2025, 2, 28), date(2026, 11, 22)) == Heading(Span.MONTH, 2025, 2)
    assert heading(date(2026, 11, 21), date(2026, 11, 22)) == Heading(Span.YESTERDAY, 0, 0)


def test_a_week_may_begin_on_sunday() -> None:
    # Sunday 22 November begins a week there, so Friday belongs to the last one.
    assert heading(date(2026, 11, 20), date(2026, 11, 22), SUNDAY).span is Span.LAST_WEEK
    assert heading(date(2026, 11, 22), date(2026, 11, 24), SUNDAY).span is Span.THIS_WEEK


@given(today=days, gap=ago, weekday=weekdays)
def test_older_days_never_stand_higher(today: date, gap: timedelta, weekday: int) -> None:
    """In a list that is sorted by day, no heading comes twice and none before an earlier one."""
    order = list(Span)

    def place(value: Heading) -> tuple[int, int, int]:
        return order.index(value.span), -value.year, -value.month

    day = today - gap
    assert place(heading(day, today, weekday)) <= place(heading(day - timedelta(days=1), today, weekday))


@given(today=days, gap=ago, weekday=weekdays)
def test_a_heading_says_what_is_so(today: date, gap: timedelta, weekday: int) -> None:
    day = today - gap
    found = heading(day, today, weekday)
    began = today - timedelta(days=(today.isoweekday() - weekday) % 7)
    assert (found.year, found.month) == ((day.year, day.month) if found.span is Span.MONTH else (0, 0))
    match found.span:
        case Span.THIS_WEEK:
            assert began <= day < today
        case Span.LAST_WEEK:
            assert began - timedelta(days=7) <= day < began
        case Span.THIS_MONTH:
            assert (day.year, day.month) == (today.year, today.month)
            assert day < began - timedelta(days=7)
        case Span.MONTH:
            assert day < began - timedelta(days=7)
            assert (day.year, day.month) != (today.year, today.month)
