"""Which small step Today offers: at most one, on two days at most, never two days in a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core.resource_model import SmallStep, StepState
from supportnet_gui.core.steps import BETWEEN, TIMES, offered

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
near = st.dates(TODAY - 20 * DAY, TODAY + 20 * DAY)
steps = st.lists(
    st.builds(
        SmallStep,
        then=st.just("tea"),
        id=st.uuids().map(str),
        supporter=st.sampled_from((None, "ann", "ben")),
        state=st.sampled_from(StepState),
        day=st.none() | near,
        shown=st.integers(0, 3),
        shown_on=st.none() | near,
    ),
    max_size=6,
)


def step(name: str, **more: object) -> SmallStep:
    return SmallStep(then=name, id=name, **more)  # type: ignore[arg-type]


def test_nothing_is_offered_where_nothing_is_planned() -> None:
    assert offered([], TODAY) is None
    assert offered([step(state, state=state) for state in StepState if state != "planned"], TODAY) is None


def test_what_was_planned_first_comes_first_and_stays_for_the_day() -> None:
    first, second = step("first"), step("second")
    assert offered([first, second], TODAY) == first
    shown = replace(second, shown=1, shown_on=TODAY)
    assert offered([first, shown], TODAY) == shown


def test_a_step_for_a_day_waits_for_it_and_then_goes_first() -> None:
    any_day, on_a_day = step("any"), step("day", day=TODAY)
    assert offered([any_day, on_a_day], TODAY) == on_a_day
    assert offered([any_day, on_a_day], TODAY - DAY) == any_day
    assert offered([on_a_day], TODAY - DAY) is None
    assert offered([on_a_day], TODAY + 9 * DAY) == on_a_day


def test_shown_twice_it_is_left_alone() -> None:
    one = step("one")
    days = []
    for number in range(60):
        today = TODAY + number * DAY
        if offered([one], today):
            days.append(number)
            one = replace(one, shown=one.shown + 1, shown_on=today)
    assert days == [0, BETWEEN.days]


def test_of_two_the_one_shown_less_comes() -> None:
    seen = step("seen", shown=1, shown_on=TODAY - 9 * DAY)
    assert offered([seen, step("new")], TODAY) == step("new")


def test_nobody_who_is_not_welcome_is_in_a_step() -> None:
    about = step("ann", supporter="ann")
    assert offered([about], TODAY, set()) is None
    assert offered([about, step("tea")], TODAY, set()) == step("tea")
    assert offered([about], TODAY, {"ann"}) == about


def test_a_clock_set_back_does_not_keep_a_step_away_for_long() -> None:
    assert offered([step("one", shown=1, shown_on=TODAY + 400 * DAY)], TODAY) is not None


@given(found=steps, today=near)
def test_what_is_offered_is_one_of_them_and_may_be(found: list[SmallStep], today: date) -> None:
    one = offered(found, today, {"ann"})
    if one is None:
        return
    assert one in found
    assert one.state is StepState.PLANNED
    assert one.supporter in (None, "ann")
    assert one.day is None or one.day <= today
    assert one.shown < TIMES or one.shown_on == today


@given(found=steps)
def test_over_two_months_none_comes_more_often_than_twice(found: list[SmallStep]) -> None:
    kept = {one.id: replace(one, shown=0, shown_on=None) for one in found}
    days: dict[str, list[date]] = {key: [] for key in kept}
    for number in range(60):
        today = TODAY + number * DAY
        if one := offered(kept.values(), today):
            days[one.id].append(today)
            kept[one.id] = replace(one, shown=one.shown + 1, shown_on=today)
            assert offered(kept.values(), today) == kept[one.id], "it stays for the day"
    assert all(len(shown) <= TIMES for shown in days.values())
    assert all(shown[-1] - shown[0] >= BETWEEN for shown in days.values() if len(shown) == TIMES)
