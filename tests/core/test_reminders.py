"""Each rule of reminders by example."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from supportnet_gui.core.easing import Delivery, Step
from supportnet_gui.core.model import DateKind, Meeting, Repeats, Rhythm, RhythmMode, SpecialDate, Unit
from supportnet_gui.core.nudge_model import Answer, NudgeKind
from supportnet_gui.core.nudges import Nudge, State, WhyKind, look, next_nudge
from supportnet_gui.core.pace import Pace
from tests.core.reminder_kit import DAY, NOON, every, shown, someone, state

TODAY = NOON.date()  # Sunday, 22 November 2026
WEEKDAYS = frozenset(range(1, 6))
SUNDAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - days * DAY


def coming(found: State, now: datetime = NOON) -> Nudge:
    nudge = next_nudge(found, now)
    assert nudge is not None
    return nudge


def on(found: State, now: datetime = NOON) -> date:
    return coming(found, now).at.date()


def whys(found: State, now: datetime = NOON) -> list[WhyKind]:
    return [why.kind for why in look(found, now).why]


# -- rhythm --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rhythm", "contacts", "wanted"),
    [
        (every(1, began=ago(3)), (), ago(-4)),
        (every(10, Unit.DAY, ago(90)), (ago(4),), ago(-6)),
        (every(2, began=ago(90)), (ago(30), ago(4)), ago(-10)),
        (every(2, began=ago(2)), (ago(300),), ago(-12)),
        (every(1, began=ago(-5)), (ago(300),), ago(-12)),
        (every(1, Unit.MONTH, ago(90)), (date(2026, 10, 31),), date(2026, 11, 30)),
        (every(4, Unit.MONTH, ago(90)), (date(2026, 10, 30),), date(2027, 2, 28)),
        (every(16, Unit.MONTH, ago(90)), (date(2026, 10, 30),), date(2028, 2, 29)),
        (every(1, began=ago(90)), (ago(40),), ago(0)),
    ],
)
def test_a_rhythm_is_counted_from_the_later_of_its_beginning_and_the_last_contact(
    rhythm: Rhythm, contacts: tuple[date, ...], wanted: date
) -> None:
    assert on(state(someone("a", rhythm, contacts))) == wanted


def test_no_rhythm_no_reminder() -> None:
    found = state(someone("a"), someone("b", Rhythm(RhythmMode.NONE, 1, Unit.DAY, ago(90))))
    assert next_nudge(found, NOON) is None
    assert whys(found) == [WhyKind.NOBODY]


def test_as_the_circle_goes() -> None:
    as_circle = Rhythm(RhythmMode.CIRCLE, began=ago(5))
    one = someone("a", as_circle, circle="close")
    assert next_nudge(state(one), NOON) is None
    assert on(state(one, circles={"close": every(1, began=ago(50))})) == ago(-2)
    # The circle's rhythm was chosen later.
    assert on(state(one, circles={"close": every(1, began=ago(1))})) == ago(-6)
    assert next_nudge(state(one, circles={"around": every(1, began=ago(50))}), NOON) is None


def test_deleting_and_dating_back_give_the_future_the_log_then_tells() -> None:
    rhythm = every(2, began=ago(60))
    assert on(state(someone("a", rhythm, (ago(20), ago(3))))) == ago(-11)
    assert on(state(someone("a", rhythm, (ago(20),)))) == ago(0)
    assert on(state(someone("a", rhythm, (ago(20), ago(12))))) == ago(-2)


def test_rhythms_that_never_come_round_in_this_calendar_are_no_fault() -> None:
    assert next_nudge(state(someone("a", every(999, Unit.MONTH, date(9990, 1, 1)))), NOON) is None
    far = coming(state(someone("a", every(999, Unit.MONTH, ago(0)))))
    assert far.at.date() == date(2110, 2, 22)


# -- who -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["drifted", "ended", "unsafe", "died", "resting"])
def test_who_is_left_out_is_never_named(status: str) -> None:
    birthday = SpecialDate(DateKind.BIRTHDAY, None, 11, 25, True)
    one = someone("a", every(1), status=status, dates=(birthday,))
    assert next_nudge(state(one), NOON) is None


def test_rests_and_another_time_end_by_themselves() -> None:
    for waits in ("resting_until", "put_off_until", "quiet_until"):
        status = "resting" if waits == "resting_until" else "active"
        until: dict[str, Any] = {waits: ago(-9).isoformat()}
        one = someone("a", every(1), status=status)._replace(**until)
        assert on(state(one)) == ago(-9)


def test_turns_go_to_whoever_was_named_longest_ago() -> None:
    people = [someone(name, every(1, Unit.DAY, ago(90))) for name in "abc"]
    deliveries = [
        shown(ago(20), "c", Answer.SKIP),
        shown(ago(30), "b", Answer.SKIP),
        shown(ago(10), "a", Answer.SKIP),
    ]
    assert coming(state(*people, deliveries=deliveries)).supporter == "b"
    deliveries.append(shown(ago(4), "b", Answer.SKIP))
    assert coming(state(*people, deliveries=deliveries)).supporter == "c"


def test_the_day_decides_among_those_never_named() -> None:
    people = [someone(name, every(1, Unit.DAY, ago(90))) for name in "abcdef"]
    firsts = {coming(state(*people), NOON + day * DAY).supporter for day in range(40)}
    assert len(firsts) == 6


# -- hours, days and limits ----------------------------------------------------------------------------------------


def due(**more: Any) -> State:
    """Three people whose windows are open."""
    return state(*(someone(name, every(1, began=ago(90))) for name in "abc"), **more)


def test_within_the_hours() -> None:
    early = coming(due(), NOON.replace(hour=1))
    assert early.at.date() == SUNDAY
    assert time(10) <= early.at.time() <= time(14)
    assert coming(due(), NOON.replace(hour=18, minute=59)).at == NOON.replace(hour=18, minute=59)
    late = coming(due(), NOON.replace(hour=19))
    assert late.at.date() == SUNDAY + DAY
    assert whys(due(), NOON.replace(hour=19)) == [WhyKind.HOURS]


def test_it_is_the_same_until_its_time_comes() -> None:
    at = coming(due(), NOON.replace(hour=1)).at
    assert coming(due(), at) == coming(due(), NOON.replace(hour=1))
    later = at + timedelta(minutes=17)
    assert coming(due(), later).at == later


def test_not_always_at_the_same_minute() -> None:
    minutes = {coming(due(), NOON.replace(hour=1) + day * DAY).at.time() for day in range(20)}
    assert len(minutes) > 10


def test_only_on_the_weekdays_that_are_allowed() -> None:
    found = due(pace=Pace(weekdays=WEEKDAYS))
    assert on(found) == SUNDAY + DAY
    assert whys(found) == [WhyKind.WEEKDAY]
    assert next_nudge(due(pace=Pace(weekdays=frozenset())), NOON) is None


def test_one_a_day() -> None:
    found = due(deliveries=[shown(TODAY, "a", Answer.SKIP, at=time(10, 5))])
    assert on(found) == SUNDAY + DAY
    assert whys(found)[0] is WhyKind.DAY_LIMIT


def test_more_a_day_with_hours_between() -> None:
    pace = Pace(a_day=2, a_week=7, hours_between=4)
    yesterday = shown(ago(1), "c", Answer.SKIP)
    found = due(pace=pace, deliveries=[yesterday, shown(TODAY, "a", Answer.SKIP, at=time(11, 30))])
    assert coming(found).at == NOON.replace(hour=15, minute=30)
    twice = [yesterday, *(shown(TODAY, who, Answer.SKIP, at=time(10, 5)) for who in "ab")]
    assert on(due(pace=pace, deliveries=twice)) > SUNDAY
    # Too late for today once the hours between have gone by.
    late = [yesterday, shown(TODAY, "a", Answer.SKIP, at=time(15, 30))]
    assert on(due(pace=pace, deliveries=late), NOON.replace(hour=16)) == SUNDAY + DAY


def test_after_an_absence_there_is_one_however_many_a_day() -> None:
    pace = Pace(a_day=3, a_week=7, hours_between=1)
    first = [shown(TODAY, "a", Answer.SKIP, at=time(10, 5))]
    assert on(due(pace=pace, deliveries=first)) == SUNDAY + DAY
    assert on(due(pace=pace, deliveries=[shown(ago(2), "c", Answer.SKIP), *first])) == SUNDAY + DAY
    assert on(due(pace=pace, deliveries=[shown(ago(1), "c", Answer.SKIP), *first])) == SUNDAY


def test_three_a_week() -> None:
    deliveries = [shown(ago(days), "d", Answer.SKIP) for days in (6, 5, 3)]
    found = due(deliveries=deliveries)
    assert on(found) == SUNDAY + DAY
    assert whys(found) == [WhyKind.WEEK_LIMIT]
    deliveries = [shown(ago(days), "d", Answer.SKIP) for days in (7, 5, 3)]
    assert on(due(deliveries=deliveries)) == SUNDAY


def test_who_has_flown_west_does_not_get_the_day_twice() -> None:
    """Shown on Monday in Kiritimati; it is Sunday still in Niue."""
    delivery = Delivery(
        datetime(2026, 11, 22, 20, 30, tzinfo=UTC),
        (SUNDAY + DAY).toordinal(),
        1,
        NudgeKind.RHYTHM,
        "a",
        Answer.SKIP,
    )
    now = datetime(2026, 11, 22, 14, 0, tzinfo=ZoneInfo("Pacific/Niue"))
    found = due(deliveries=[delivery], zone="Pacific/Niue", pace=Pace(a_week=7))
    assert on(found, now) == SUNDAY + 2 * DAY


def test_what_a_wrong_clock_showed_in_years_to_come_does_not_count() -> None:
    far = [shown(date(2031, 5, day), "a") for day in range(1, 10)]
    assert on(due(deliveries=far)) == SUNDAY


# -- rest and low days ---------------------------------------------------------------------------------------------


def test_off_is_off() -> None:
    assert next_nudge(due(pace=Pace(on=False)), NOON) is None
    assert whys(due(pace=Pace(on=False))) == [WhyKind.OFF]


def test_rest_until_a_day() -> None:
    found = due(pace=Pace(rest_until=ago(-12)))
    assert on(found) == ago(-12)
    assert whys(found) == [WhyKind.REST_UNTIL]
    assert on(due(pace=Pace(rest_until=TODAY))) == TODAY


def test_a_low_day_has_none_and_ends_at_four() -> None:
    low = Pace(low_day=SUNDAY, begins=time(0, 30), ends=time(23))
    assert coming(due(pace=low)).at.date() == SUNDAY + DAY
    at = coming(due(pace=low), NOON + timedelta(hours=13)).at
    assert (at.date(), at.time() >= time(4)) == (SUNDAY + DAY, True)
    assert whys(due(pace=low))[0] is WhyKind.LOW_DAY
    # Two in the morning is still the day before.
    assert on(due(pace=low), NOON - timedelta(hours=10)) == SUNDAY


def test_a_low_night_ends_at_four_at_night() -> None:
    night = Pace(low_day=SUNDAY, begins=time(0), ends=time(5))
    at = coming(due(pace=night), NOON.replace(hour=23)).at
    assert (at.date(), time(4) <= at.time() < time(5)) == (SUNDAY + DAY, True)


# -- easing off, one person ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("alone", "times"), [(1, 2), (2, 3), (3, 4), (4, 4)])
def test_left_alone_the_gap_grows_up_to_four_times(alone: int, times: int) -> None:
    deliveries = [shown(ago(200 - 30 * number), "a") for number in range(alone - 1)]
    deliveries.append(shown(ago(5), "a"))
    pace = Pace(started=NOON.astimezone(UTC))  # How all of them ease off is told below.
    found = state(someone("a", every(1, began=ago(300))), deliveries=deliveries, pace=pace)
    assert on(found) == ago(5 - 7 * times)
    assert whys(found) == [WhyKind.MORE_RARELY]


def test_an_answer_or_a_contact_sets_the_gap_back() -> None:
    before = [shown(ago(40), "a"), shown(ago(30), "a")]
    rhythm = every(1, began=ago(300))
    skipped = state(someone("a", rhythm), deliveries=[*before, shown(ago(3), "a", Answer.SKIP)])
    assert on(skipped) == ago(-4)
    in_touch = state(someone("a", rhythm, (ago(2),)), deliveries=[*before, shown(ago(3), "a")])
    assert on(in_touch) == ago(-5)


def test_after_another_time_it_comes_back_in_three_days() -> None:
    found = state(someone("a", every(2, began=ago(90))), deliveries=[shown(ago(1), "a", Answer.LATER)])
    assert on(found) == ago(-2)
    assert whys(found) == [WhyKind.PUT_OFF]


def test_put_off_three_times_in_a_row_the_reminder_rests() -> None:
    put_off = [shown(ago(days), "a", Answer.LATER) for days in (30, 20, 10)]
    rhythm = every(1, began=ago(300))
    assert next_nudge(state(someone("a", rhythm), deliveries=put_off), NOON) is None
    # Not in a row, a contact since, or the rhythm chosen anew.
    other = [*put_off[:2], shown(ago(15), "a", Answer.SKIP), put_off[2]]
    assert next_nudge(state(someone("a", rhythm), deliveries=other), NOON) is not None
    assert next_nudge(state(someone("a", rhythm, (ago(9),)), deliveries=put_off), NOON) is not None
    assert next_nudge(state(someone("a", every(1, began=ago(10))), deliveries=put_off), NOON) is not None


def test_the_reminder_of_one_rests_not_that_of_others() -> None:
    put_off = [shown(ago(days), "a", Answer.LATER) for days in (30, 20, 10)]
    people = (someone("a", every(1, began=ago(300))), someone("b", every(1, began=ago(300))))
    assert coming(state(*people, deliveries=put_off)).supporter == "b"


# -- easing off, all of them ---------------------------------------------------------------------------------------


def stands(deliveries: list[Delivery], *contacts: date, **more: Any) -> Step:
    days = {day.toordinal() for day in contacts}
    return look(due(deliveries=deliveries, contact_days=days, **more), NOON).overall.step


def alone(*days_ago: int) -> list[Delivery]:
    return [shown(ago(days), "d") for days in days_ago]


def test_three_left_alone_are_one_a_week_and_two_more_are_rest() -> None:
    assert stands(alone(20, 18)) is Step.AS_CHOSEN
    assert stands(alone(20, 18, 16)) is Step.ONE_A_WEEK
    assert stands(alone(20, 18, 16, 9)) is Step.ONE_A_WEEK
    assert stands(alone(20, 18, 16, 9, 2)) is Step.RESTING


def test_only_in_a_row() -> None:
    answered = [*alone(20, 18), shown(ago(17), "d", Answer.SKIP), *alone(16)]
    assert stands(answered) is Step.AS_CHOSEN
    assert stands(alone(20, 18, 16), ago(17)) is Step.AS_CHOSEN


def test_what_still_waits_for_an_answer_is_not_left_alone() -> None:
    waits = [*alone(4, 2), shown(TODAY, "d", at=time(10))]
    assert stands(waits) is Step.AS_CHOSEN
    assert look(due(deliveries=waits), NOON + DAY).overall.step is Step.ONE_A_WEEK


def test_a_contact_gives_one_step_back() -> None:
    all_alone = alone(20, 18, 16, 9, 5)
    assert stands(all_alone, ago(4)) is Step.ONE_A_WEEK
    assert stands(all_alone, ago(4), ago(3)) is Step.AS_CHOSEN
    # On the day of the last one: it may have led to it.
    assert stands(alone(20, 18, 16), ago(16)) is Step.AS_CHOSEN
    assert stands(alone(20, 18, 16), ago(20)) is Step.AS_CHOSEN
    assert stands(alone(20, 18, 16), ago(21)) is Step.ONE_A_WEEK


def test_one_a_week_is_one_in_seven_days() -> None:
    found = due(deliveries=alone(20, 18, 3), pace=Pace(a_week=5))
    assert on(found) == ago(-4)
    assert WhyKind.EASED in whys(found)


def test_eight_weeks_of_silence_are_rest_however_rare_reminders_are() -> None:
    assert stands(alone(55)) is Step.AS_CHOSEN
    assert stands(alone(56)) is Step.RESTING
    assert stands(alone(56), ago(30)) is Step.AS_CHOSEN
    assert stands([shown(ago(70), "d", kind=NudgeKind.DATE)]) is Step.AS_CHOSEN
    assert stands([*alone(70), shown(ago(56), "d", Answer.SKIP)]) is Step.AS_CHOSEN


def test_at_rest_it_is_asked_once_whether_to_start_again() -> None:
    found = due(deliveries=alone(20, 18, 16, 9, 2))
    asked = coming(found)
    assert (asked.kind, asked.supporter, asked.at.date()) == (NudgeKind.RESTING, None, TODAY)
    again = due(deliveries=[*alone(20, 18, 16, 9, 2), shown(ago(1), None, kind=NudgeKind.RESTING)])
    assert next_nudge(again, NOON) is None
    assert whys(again) == [WhyKind.RESTING]


def test_the_question_itself_is_nothing_that_can_be_left_alone() -> None:
    """A contact is dated back to before it: things stand as if it had never been asked."""
    asked = [*alone(20, 18, 16, 9, 5), shown(ago(3), None, kind=NudgeKind.RESTING), *alone(2)]
    assert stands(asked, ago(4)) is Step.ONE_A_WEEK


def test_it_is_not_asked_where_nothing_would_come_anyway() -> None:
    found = state(someone("a"), deliveries=alone(20, 18, 16, 9, 2))
    assert next_nudge(found, NOON) is None
    assert whys(found) == [WhyKind.NOBODY]


def test_starting_again_is_a_new_beginning() -> None:
    started = (NOON - DAY).astimezone(UTC)
    assert stands(alone(20, 18, 16, 9, 2), pace=Pace(started=started)) is Step.AS_CHOSEN
    assert (
        coming(due(deliveries=alone(20, 18, 16, 9, 2), pace=Pace(started=started))).kind is NudgeKind.RHYTHM
    )


def test_the_question_is_looked_for_in_the_future_too() -> None:
    """Where nobody comes round for long, it still comes when reminders come to rest."""
    found = state(
        someone("a", every(6, Unit.MONTH, ago(300))), deliveries=[shown(ago(50), "a")], contact_days=()
    )
    asked = coming(found)
    assert (asked.kind, asked.at.date()) == (NudgeKind.RESTING, ago(-6))


# -- dates and meetings --------------------------------------------------------------------------------------------


def dated(month: int | None, day: int | None, year: int | None = None, notice: bool = True) -> SpecialDate:
    return SpecialDate(DateKind.BIRTHDAY, year, month, day, notice)


@pytest.mark.parametrize(
    ("special", "wanted"),
    [
        (dated(11, 25), date(2026, 11, 25)),
        (dated(11, 22), date(2026, 11, 22)),
        (dated(11, 21), date(2027, 11, 21)),
        (dated(2, 29), date(2027, 2, 28)),
        (dated(11, 25, 1980), date(2026, 11, 25)),
        (dated(11, 25, 2027), date(2027, 11, 25)),
        (dated(12, None), date(2026, 12, 1)),
        (dated(11, None), date(2026, 11, 22)),
        (dated(10, None, 2030), date(2030, 10, 1)),
    ],
)
def test_a_date_is_told_on_its_day(special: SpecialDate, wanted: date) -> None:
    nudge = coming(state(someone("a", dates=(special,))))
    assert (nudge.kind, nudge.at.date(), nudge.special) == (NudgeKind.DATE, wanted, special)


def test_a_leap_day_is_told_on_it_where_there_is_one() -> None:
    now = datetime(2028, 2, 28, 12, 0, tzinfo=ZoneInfo("Europe/Dublin"))
    assert on(state(someone("a", dates=(dated(2, 29),))), now) == date(2028, 2, 29)


def test_a_date_without_a_month_has_no_day() -> None:
    assert next_nudge(state(someone("a", dates=(dated(None, 5), dated(None, None, 1980)))), NOON) is None


def test_a_date_is_told_once() -> None:
    one = someone("a", dates=(dated(11, 22),))
    told = [shown(TODAY, "a", Answer.SKIP, NudgeKind.DATE, at=time(10, 1))]
    assert on(state(one, deliveries=told)) == date(2027, 11, 22)
    month = someone("a", dates=(dated(11, None),))
    told = [shown(ago(9), "a", Answer.SKIP, NudgeKind.DATE, for_day=date(2026, 11, 1))]
    assert on(state(month, deliveries=told)) == date(2027, 11, 1)


def test_a_date_on_a_day_without_reminders_is_told_before() -> None:
    found = state(someone("a", dates=(dated(11, 29),)), pace=Pace(weekdays=WEEKDAYS))
    nudge = coming(found)
    assert (nudge.at.date(), nudge.for_day) == (date(2026, 11, 27), date(2026, 11, 29))
    only_mondays = state(someone("a", dates=(dated(11, 29),)), pace=Pace(weekdays=frozenset({1})))
    assert on(only_mondays) > date(2026, 11, 29)


def test_a_date_is_not_told_on_the_next_day() -> None:
    """Late in the evening, with hours to wait and reminders allowed all night."""
    pace = Pace(begins=time(0), ends=time(23, 59), a_day=2, a_week=7, hours_between=6)
    deliveries = [shown(ago(1), "b", Answer.SKIP), shown(TODAY, "b", Answer.SKIP, at=time(20))]
    found = state(someone("a", dates=(dated(11, 22),)), pace=pace, deliveries=deliveries)
    assert on(found, NOON.replace(hour=21)) == date(2027, 11, 22)


def test_who_was_in_touch_on_the_day_needs_no_reminder_of_it() -> None:
    one = someone("a", contacts=(TODAY,), dates=(dated(11, 22),))
    assert on(state(one)) == date(2027, 11, 22)


def meets(at: time | None, zone: str = "", weekday: int = 4, notice: bool = True) -> Meeting:
    return Meeting(Repeats.WEEKLY, weekday=weekday, at=at, zone=zone, notice=notice)


@pytest.mark.parametrize(
    ("meeting", "wanted"),
    [
        (meets(time(18, 30)), date(2026, 11, 26)),
        (meets(None), date(2026, 11, 26)),
        (meets(time(12, 0)), date(2026, 11, 26)),
        (meets(time(11, 30)), date(2026, 11, 25)),  # Half an hour is too little for it to come up.
        (meets(time(11, 0)), date(2026, 11, 25)),  # Nobody is told an hour before at ten.
        (meets(time(0, 30)), date(2026, 11, 25)),
        (meets(time(8, 0), "Asia/Tokyo"), date(2026, 11, 25)),  # That is 23:00 of the day before.
        (
            meets(time(22, 0), "America/New_York"),
            date(2026, 11, 26),
        ),  # And this three o'clock at night, after.
    ],
)
def test_a_meeting_is_told_in_good_time(meeting: Meeting, wanted: date) -> None:
    nudge = coming(state(someone("a", meetings=(meeting,))))
    assert (nudge.kind, nudge.at.date(), nudge.meeting) == (NudgeKind.MEETING, wanted, meeting)


def test_a_meeting_is_told_an_hour_before_at_the_latest() -> None:
    one = someone("a", meetings=(meets(time(14, 0), weekday=7),))
    assert coming(state(one), NOON.replace(hour=12, minute=59)).for_day == SUNDAY
    assert coming(state(one), NOON.replace(hour=13)).for_day == SUNDAY + 7 * DAY


def test_without_the_wish_nothing_is_told() -> None:
    one = someone("a", meetings=(meets(time(18), notice=False),))
    assert next_nudge(state(one), NOON) is None


def test_a_date_goes_before_a_rhythm_and_finds_room_in_the_week() -> None:
    birthday = someone("b", dates=(dated(11, 25),))
    rhythm = someone("a", every(1, began=ago(90)))
    today = someone("b", dates=(dated(11, 22),))
    assert coming(state(rhythm, today)).supporter == "b"
    two = [shown(ago(days), "c", Answer.SKIP) for days in (2, 1)]
    found = state(rhythm, birthday, deliveries=two)
    assert (coming(found).supporter, on(found)) == ("b", date(2026, 11, 25))
    one = state(rhythm, birthday, deliveries=two[:1])
    assert coming(one).supporter == "a"


def test_after_two_occasions_in_a_row_it_is_a_rhythms_turn() -> None:
    group = someone("g", meetings=tuple(meets(time(18), weekday=day) for day in (1, 3, 5, 7)))
    rhythm = someone("a", every(1, began=ago(90)))
    told = [shown(ago(days), "g", Answer.SKIP, NudgeKind.MEETING) for days in (4, 2)]
    assert coming(state(group, rhythm, deliveries=told)).supporter == "a"
    assert coming(state(group, rhythm, deliveries=told[1:])).supporter == "g"


def test_a_rhythm_waits_its_gap_after_a_date_of_the_same_person() -> None:
    one = someone("a", every(2, began=ago(90)))
    told = [shown(ago(3), "a", Answer.SKIP, NudgeKind.DATE)]
    assert on(state(one, deliveries=told)) == ago(-11)
