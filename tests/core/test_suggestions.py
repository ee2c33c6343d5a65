"""The rule of suggestions on single, made-up cases: who, what, and why."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from supportnet_gui.core.evidence import quiet_until
from supportnet_gui.core.model import Act, Circle, Energy, Kind, Meeting, Need, Repeats, Status, Support
from supportnet_gui.core.suggestions import ReasonKind, Suggestion, suggest
from tests.core.suggestion_kit import (
    NOW,
    TODAY,
    contacts,
    felt_each_week,
    first,
    kinds,
    named,
    reason,
    someone,
)

E, P, R = Support.EMOTIONAL, Support.PRACTICAL, Support.RELATIONAL
THURSDAYS = Meeting(Repeats.WEEKLY, weekday=4, at=time(18, 30))
TUESDAYS = Meeting(Repeats.WEEKLY, weekday=2, at=time(18, 30))
"""Two days from the Sunday these tests are on; Thursdays are four."""


def every_day(days: int = 365) -> list[datetime]:
    return [NOW + timedelta(days=number) for number in range(days)]


def alone(energy: Energy = Energy.LITTLE, need: Need = Need.ANYTHING, **more: Any) -> Suggestion | None:
    """What is suggested where there is one person only."""
    found = suggest([someone("one", **more)], need, energy, NOW)
    return found[0] if found else None


# -- who -----------------------------------------------------------------------------------------------------------


def test_nobody_gives_nothing() -> None:
    assert suggest([], Need.ANYTHING, Energy.MORE, NOW) == ()


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.ACTIVE])
def test_only_who_is_in_touch_is_named(status: Status) -> None:
    assert alone() is not None
    assert alone(status=status) is None


def test_a_rest_ends_on_its_last_day_and_one_without_an_end_stays() -> None:
    assert alone(status="resting", resting_until="2026-11-23") is None
    assert alone(status="resting", resting_until="2026-11-22") is not None
    # A day that was left over from a rest says nothing about somebody who drifted away since.
    assert alone(status="drifted", resting_until="2026-11-01") is None


def test_who_was_put_off_comes_back_on_the_day() -> None:
    assert alone(put_off_until="2026-11-23") is None
    assert alone(put_off_until="2026-11-22") is not None


@pytest.mark.parametrize(("need", "support"), [(Need.LISTENS, E), (Need.HAND, P), (Need.COMPANY, R)])
def test_who_gives_what_is_wanted_comes_before_everyone_else(need: Need, support: Support) -> None:
    others = [kind for kind in Support if kind is not support]
    people = [
        someone("gives", [support], contacts=contacts(*((day, "h") for day in range(20)))),
        someone("unknown", circle=Circle.CLOSEST, easy_on_low_day=True, offered="anything"),
        someone("gives others", others, circle=Circle.CLOSEST, easy_on_low_day=True),
    ]
    for energy in Energy:
        assert named(suggest(people, need, energy, NOW)) == ["gives", "unknown"]


def test_where_nobody_fits_there_is_none() -> None:
    assert suggest([someone("a", [P]), someone("b", [R])], Need.LISTENS, Energy.MORE, NOW) == ()


def test_a_good_record_comes_before_a_poor_one() -> None:
    poor, good = (
        someone("poor", contacts=felt_each_week("hhhhhh")),
        someone("good", contacts=felt_each_week("llllll")),
    )
    firsts = [suggest([poor, good], Need.ANYTHING, Energy.LITTLE, now)[0] for now in every_day(5)]
    assert named(firsts) == ["good"] * 5


def test_one_note_proves_little() -> None:
    """Chance moves more than a single note does."""
    one, none = (
        someone("one note", contacts=felt_each_week("h")),
        someone("none", contacts=felt_each_week("-")),
    )
    firsts = {suggest([one, none], Need.ANYTHING, Energy.LITTLE, now)[0].supporter for now in every_day(30)}
    assert firsts == {"one note", "none"}


def test_whoever_was_in_touch_today_has_a_rest() -> None:
    people = [someone(name, circle=Circle.CLOSEST) for name in "abc"]
    before = first(people).supporter
    again = [one._replace(contacts=contacts((0, "l"))) if one.id == before else one for one in people]
    assert first(again).supporter != before


def test_nobody_is_ranked_by_how_long_ago_it_was() -> None:
    """From a fortnight to a year, more time makes no difference, and after a year neither."""
    rested = [someone("a", contacts=contacts((ago, "-"))) for ago in (200, 250, 300, 364)]
    longer = [
        someone("a"),
        someone("a", contacts=contacts((400, "h"))),
        someone("a", contacts=contacts((9000, "-"))),
    ]
    rival = someone("b", contacts=contacts((190, "-")))
    assert len({first([one, rival]).supporter for one in rested}) == 1
    assert len({first([one, rival]).supporter for one in longer}) == 1


def test_maybe_later_is_for_days_with_more_energy() -> None:
    assert alone(Energy.LITTLE, circle="could_grow") is None
    assert alone(Energy.SOME, circle="could_grow") is None
    assert alone(Energy.MORE, circle="could_grow") is not None


def test_easy_on_a_low_day_counts_on_a_low_day() -> None:
    people = [someone("easy", easy_on_low_day=True), *(someone(f"other {number}") for number in range(6))]

    def times(energy: Energy) -> int:
        return sum(suggest(people, Need.HAND, energy, now)[0].supporter == "easy" for now in every_day(60))

    assert times(Energy.LITTLE) > 40
    assert times(Energy.SOME) < 20


def test_a_doctor_is_no_first_choice_for_a_hello() -> None:
    tired = [someone(f"f{n}", contacts=contacts(*((day, "h") for day in range(24)))) for n in range(3)]
    doctor = someone("doctor", kind=Kind.PROFESSIONAL)
    assert "doctor" not in named(suggest([*tired, doctor], Need.ANYTHING, Energy.LITTLE, NOW))
    assert first([doctor]).situation == "professional"
    assert named(suggest([doctor._replace(support="emotional")], Need.LISTENS, Energy.SOME, NOW)) == [
        "doctor"
    ]


def test_a_help_line_is_for_listening() -> None:
    line = {"kind": Kind.SERVICE, "protocols": "call"}
    assert alone(Energy.MORE, Need.ANYTHING, **line) is None
    assert alone(Energy.MORE, Need.COMPANY, **line) is None
    called = alone(Energy.SOME, Need.LISTENS, **line)
    assert called is not None
    assert called.act is Act.CALL
    assert alone(Energy.LITTLE, Need.LISTENS, **line) is None
    assert alone(Energy.LITTLE, Need.LISTENS, kind=Kind.SERVICE, protocols="call,text") is not None


@pytest.mark.parametrize(
    "other", [{"circle": "closest"}, {"support": "practical"}, {"kind": "online_community"}]
)
def test_the_three_differ_where_they_can(other: dict[str, Any]) -> None:
    """Of nine, the one who is not like the others is among the three on most days, and first on few."""
    people = [someone(f"friend {number}", [E]) for number in range(8)]
    people.append(someone("other", [E])._replace(**other))
    days = [named(suggest(people, Need.ANYTHING, Energy.SOME, now)) for now in every_day(60)]
    assert sum("other" in day for day in days) > 30
    assert sum(day[0] == "other" for day in days) < 20


# -- two tries without an answer -------------------------------------------------------------------------------------


def tries(*days_ago: int | tuple[int, bool]) -> list[tuple[date, bool]]:
    """Newest first; a number alone is a try without an answer."""
    pairs = [(entry, True) if isinstance(entry, int) else entry for entry in days_ago]
    return [(TODAY - timedelta(days=ago), is_try) for ago, is_try in pairs]


@pytest.mark.parametrize(
    ("newest", "quiet"),
    [
        ([], None),
        (tries(1), None),
        (tries(1, 9), TODAY + timedelta(days=55)),
        (tries(1, 1), TODAY + timedelta(days=55)),
        (tries(1, 300, 400), TODAY + timedelta(days=55)),
        (tries(1, (5, False), 9), None),
        (tries((0, False), 1, 9), None),
        # In touch on the day of the last try, at an hour that may not have been noted.
        (tries(1, 1, (1, False)), None),
        (tries(1, 2, (2, False)), TODAY + timedelta(days=55)),
    ],
)
def test_quiet_after_two_tries(newest: list[tuple[date, bool]], quiet: date | None) -> None:
    assert quiet_until(newest) == quiet


def test_who_is_left_in_peace_comes_back_on_the_day() -> None:
    assert alone(quiet_until="2026-11-23") is None
    assert alone(quiet_until="2026-11-22") is not None


# -- what ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("energy", "need", "more", "act", "situation"),
    [
        (Energy.LITTLE, Need.ANYTHING, {}, Act.TEXT, "hello"),
        (Energy.LITTLE, Need.LISTENS, {"protocols": "call"}, Act.TEXT, "listen"),
        (Energy.LITTLE, Need.ANYTHING, {"has_code_word": 1}, Act.CODE_WORD, "code_word"),
        (Energy.LITTLE, Need.LISTENS, {"has_code_word": 1}, Act.CODE_WORD, "code_word"),
        # A word cannot say what a hand is needed with.
        (Energy.LITTLE, Need.HAND, {"has_code_word": 1}, Act.TEXT, "hand"),
        (Energy.SOME, Need.LISTENS, {"protocols": "call", "has_code_word": 1}, Act.CALL, "listen"),
        (Energy.SOME, Need.COMPANY, {"protocols": "email"}, Act.TEXT, "company"),
        (Energy.SOME, Need.COMPANY, {}, Act.TEXT, "company"),
        (Energy.MORE, Need.COMPANY, {}, Act.MEET, "company"),
        (Energy.MORE, Need.ANYTHING, {"protocols": "address"}, Act.MEET, "hello"),
        (Energy.MORE, Need.HAND, {"kind": "online_community", "protocols": "web,call"}, Act.TEXT, "hand"),
        (
            Energy.MORE,
            Need.LISTENS,
            {"kind": "online_community", "protocols": "web,call"},
            Act.TEXT,
            "online",
        ),
        (Energy.MORE, Need.ANYTHING, {"kind": "group", "protocols": "call"}, Act.TEXT, "group"),
        (Energy.MORE, Need.ANYTHING, {"kind": "group", "meetings": (TUESDAYS,)}, Act.MEET, "group"),
        (Energy.LITTLE, Need.ANYTHING, {"kind": "group", "meetings": (TUESDAYS,)}, Act.TEXT, "group"),
        (Energy.MORE, Need.ANYTHING, {"kind": "professional", "protocols": "call"}, Act.CALL, "professional"),
        (Energy.MORE, Need.COMPANY, {"kind": "animal"}, Act.MEET, "company"),
        # Where it was noted that it is easy on a low day, somebody's own word counts for more.
        (Energy.LITTLE, Need.ANYTHING, {"kind": "place", "easy_on_low_day": 1}, Act.MEET, "company"),
    ],
)
def test_the_highest_rung_that_is_possible(
    energy: Energy, need: Need, more: dict[str, Any], act: Act, situation: str
) -> None:
    found = alone(energy, need, **more)
    assert found is not None
    assert (found.act, found.situation) == (act, situation)


@pytest.mark.parametrize(
    ("energy", "need", "more"),
    [
        (Energy.LITTLE, Need.ANYTHING, {"protocols": "address"}),
        (Energy.SOME, Need.ANYTHING, {"kind": "animal"}),
        (Energy.LITTLE, Need.ANYTHING, {"kind": "place"}),
        (Energy.MORE, Need.LISTENS, {"kind": "animal"}),
    ],
)
def test_nothing_is_suggested_that_cannot_be_done(energy: Energy, need: Need, more: dict[str, Any]) -> None:
    assert alone(energy, need, **more) is None


def test_ideas_are_steps_of_different_size() -> None:
    people = [someone(name, protocols="call") for name in "abc"]
    acts = [one.act for one in suggest(people, Need.LISTENS, Energy.MORE, NOW)]
    assert acts == [Act.MEET, Act.CALL, Act.TEXT]
    acts = [one.act for one in suggest(people, Need.ANYTHING, Energy.LITTLE, NOW)]
    assert acts == [Act.TEXT, Act.HEART, Act.TEXT]


# -- an old friend ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 2, 3, 8])
@pytest.mark.parametrize("need", [Need.ANYTHING, Need.COMPANY])
def test_now_and_then_the_last_one_is_an_old_friend_without_a_name(size: int, need: Need) -> None:
    people = [someone(f"{number}") for number in range(size)]
    found = [suggest(people, need, Energy.SOME, now) for now in every_day()]
    with_one = [day for day in found if None in named(day)]
    assert 25 < len(with_one) < 50
    for day in with_one:
        assert len(day) == min(3, size + 1)
        assert named(day).index(None) == len(day) - 1
        assert (day[-1].act, day[-1].situation, kinds(day[-1])) == (
            Act.TEXT,
            "old_friend",
            [ReasonKind.OLD_FRIEND],
        )


def test_no_old_friend_with_little_energy_nor_for_a_hand_nor_alone() -> None:
    people = [someone("a"), someone("b")]
    for now in every_day():
        assert None not in named(suggest(people, Need.ANYTHING, Energy.LITTLE, now))
        assert None not in named(suggest(people, Need.HAND, Energy.MORE, now))
        assert suggest([], Need.ANYTHING, Energy.MORE, now) == ()


# -- why -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("lllll", True),
        ("lllss", True),
        ("lllsh-----", True),
        ("llss-h", False),
        ("llll", False),
        ("llll" + "-" * 12, False),
        ("hhhhhh", False),
    ],
)
def test_lighter_is_said_only_from_five_notes_of_which_most_were(notes: str, said: bool) -> None:
    assert (ReasonKind.LIGHTER in kinds(first([someone("a", contacts=felt_each_week(notes))]))) is said


def test_notes_of_more_than_a_year_ago_say_nothing() -> None:
    old = contacts(*((366 + number, "l") for number in range(9)), (100, "l"))
    assert kinds(first([someone("a", contacts=old)])) == []
    edge = contacts(*((365, "l") for _ in range(5)))
    assert kinds(first([someone("a", contacts=edge)])) == [ReasonKind.LIGHTER]


@pytest.mark.parametrize("kind", [Kind.PLACE, Kind.ANIMAL])
def test_nobody_felt_lighter_after_talking_with_a_place(kind: Kind) -> None:
    found = first([someone("a", kind=kind, easy_on_low_day=True, contacts=felt_each_week("llllll"))])
    assert kinds(found) == []


def test_an_offer_is_said_where_it_fits() -> None:
    offers = someone("a", [P], offered="A lift on Thursdays")
    assert kinds(first([offers])) == [ReasonKind.OFFERED, ReasonKind.GIVES]
    assert reason(first([offers]), ReasonKind.OFFERED).text == "A lift on Thursdays"
    assert kinds(first([offers], Need.HAND)) == [ReasonKind.OFFERED, ReasonKind.GIVES]
    assert kinds(first([offers._replace(support=None)], Need.LISTENS)) == []
    assert kinds(first([offers._replace(offered=" \n")])) == [ReasonKind.GIVES]


def test_what_they_give_is_what_was_asked_for() -> None:
    both = someone("a", [E, R])
    assert reason(first([both], Need.COMPANY), ReasonKind.GIVES).support is R
    assert reason(first([both]), ReasonKind.GIVES).support is E


def test_a_meeting_that_is_near_is_the_first_reason() -> None:
    group = someone(
        "a",
        [E],
        kind="group",
        meetings=(THURSDAYS, TUESDAYS),
        offered="Tea",
        contacts=felt_each_week("l" * 9),
    )
    found = first([group])
    assert kinds(found) == [ReasonKind.MEETS, ReasonKind.OFFERED]
    meets = reason(found, ReasonKind.MEETS)
    assert (meets.meeting, meets.on) == (TUESDAYS, date(2026, 11, 24))
    assert kinds(first([group._replace(meetings=(THURSDAYS,))])) == [ReasonKind.OFFERED, ReasonKind.LIGHTER]


def test_a_meeting_that_has_begun_is_no_occasion_any_more() -> None:
    tonight = Meeting(Repeats.WEEKLY, weekday=7, at=time(18, 30))
    group = [someone("a", kind="group", meetings=(tonight,))]

    def at(hour: int, minute: int, day: int = 22) -> list[ReasonKind]:
        now = datetime(2026, 11, day, hour, minute)
        return kinds(suggest(group, Need.ANYTHING, Energy.LITTLE, now)[0])

    assert at(18, 30) == [ReasonKind.MEETS]
    assert at(18, 31) == []
    # After midnight it is still the same day, and the meeting still over.
    assert at(2, 0, day=23) == []


def test_a_day_gone_by_is_no_occasion() -> None:
    for zone in ("", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        past = Meeting(Repeats.ONCE, on=date(2026, 11, 19), at=time(10), zone=zone)
        for kind in ("group", "person"):
            [found] = suggest(
                [someone("a", kind=kind, meetings=(past,))],
                Need.ANYTHING,
                Energy.MORE,
                NOW,
                "Europe/Dublin",
            )
            assert kinds(found) == []


def test_a_birthday_is_said_a_week_before() -> None:
    def why(month: int, day: int, kind: Kind = Kind.PERSON) -> list[ReasonKind]:
        return kinds(first([someone("a", kind=kind, birthdays=((month, day),))]))

    assert why(11, 22) == why(11, 29) == [ReasonKind.BIRTHDAY]
    assert why(11, 30) == why(11, 21) == []
    assert why(11, 22, Kind.GROUP) == []


def test_a_birthday_message_is_for_the_day_itself() -> None:
    def situation(day: int, need: Need = Need.ANYTHING) -> str:
        return first([someone("a", birthdays=((11, day),))], need).situation

    assert (situation(22), situation(23)) == ("birthday", "hello")
    assert situation(22, Need.LISTENS) == "listen"


@pytest.mark.parametrize("kind", ["group", "online_community"])
@pytest.mark.parametrize("felt", ["l", "-"])
def test_a_group_one_was_in_touch_with_gets_no_newcomers_message(kind: str, felt: str) -> None:
    group = someone("a", kind=kind, meetings=(TUESDAYS,))
    for energy in Energy:
        assert first([group], energy=energy).situation == "group"
        known = group._replace(contacts=contacts((500, felt)))
        assert first([known], energy=energy).situation == "group_known"
    # An online community without days of its own is always there.
    assert first([someone("a", kind="online_community", contacts=contacts((9, felt)))]).situation == "online"


@pytest.mark.parametrize(
    ("kind", "meeting", "situation"),
    [
        ("professional", Meeting(Repeats.ONCE, on=TODAY, at=time(12, 1)), "appointment"),
        ("professional", Meeting(Repeats.ONCE, on=TODAY, at=time(11, 59)), "professional"),
        ("professional", Meeting(Repeats.ONCE, on=TODAY + timedelta(days=40)), "appointment"),
        ("professional", Meeting(Repeats.ONCE, on=TODAY - timedelta(days=1)), "professional"),
        ("professional", Meeting(Repeats.WEEKLY, weekday=6), "appointment"),
        ("service", Meeting(Repeats.ONCE, on=TODAY), "appointment"),
        ("service", Meeting(Repeats.ONCE, on=TODAY - timedelta(days=1)), "help_line"),
        ("person", Meeting(Repeats.ONCE, on=TODAY), "listen"),
    ],
)
def test_who_has_an_appointment_does_not_ask_for_one(kind: str, meeting: Meeting, situation: str) -> None:
    one = someone("a", [E], kind=kind, meetings=(meeting,), protocols="text")
    assert first([one], Need.LISTENS).situation == situation


def test_a_suggestion_may_have_no_reason_and_has_two_at_most() -> None:
    assert first([someone("a")]).reasons == ()
    much = someone(
        "a",
        [E],
        offered="Tea",
        birthdays=((11, 22),),
        meetings=(TUESDAYS,),
        contacts=felt_each_week("llllll"),
    )
    assert kinds(first([much])) == [ReasonKind.MEETS, ReasonKind.BIRTHDAY]
