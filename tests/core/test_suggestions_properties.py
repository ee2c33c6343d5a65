"""What holds of suggestions whoever there is, whatever is asked for and whenever."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import product
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from supportnet_gui.core.days import civil_day, next_yearly
from supportnet_gui.core.evidence import MOST, Contacts
from supportnet_gui.core.model import Act, Circle, Energy, Kind, Need, Protocol, Status, Support
from supportnet_gui.core.reasons import birthdays_near
from supportnet_gui.core.suggestions import Candidate, ReasonKind, Suggestion, suggest
from supportnet_gui.core.weights import BIRTHDAY_WITHIN
from tests.core.suggestion_kit import (
    NOW,
    TODAY,
    candidates,
    contacts,
    energies,
    kinds,
    moments,
    named,
    needs,
    networks,
)

SMALL = {Act.HEART, Act.CODE_WORD, Act.TEXT}
ALLOWED = {Energy.LITTLE: SMALL, Energy.SOME: SMALL | {Act.CALL}, Energy.MORE: set(Act)}
NOWHERE = 9
"""A place behind all that are shown."""


def must_not_be_named(one: Candidate, today: str) -> bool:
    """The rule once more, in other words."""
    at_rest = one.status == "resting" and (one.resting_until or "9999") > today
    gone = one.status in {"drifted", "ended", "unsafe", "died"}
    waits = any(day is not None and day > today for day in (one.put_off_until, one.quiet_until))
    return at_rest or gone or waits


def check(people: Sequence[Candidate], need: Need, energy: Energy, now: datetime) -> tuple[Suggestion, ...]:
    """Everything that holds of any answer."""
    found = suggest(people, need, energy, now)
    by_id = {one.id: one for one in people}
    who = [one for one in named(found) if one is not None]
    assert len(found) <= 3
    assert len(set(who)) == len(who)
    assert None not in named(found)[:-1]
    assert not found or found[0].supporter is not None
    for one in found:
        assert len(one.reasons) <= 2
        assert len(set(kinds(one))) == len(one.reasons)
        if one.supporter is not None:
            check_one(by_id[one.supporter], one, energy, now)
    check_first(people, found, need, energy, now)
    return found


def check_one(who: Candidate, one: Suggestion, energy: Energy, now: datetime) -> None:
    assert not must_not_be_named(who, civil_day(now).isoformat())
    assert one.act in ALLOWED[energy] or (who.kind in {"animal", "place"} and who.easy_on_low_day)
    assert who.circle != "could_grow" or energy is Energy.MORE
    assert one.act is not Act.CODE_WORD or who.has_code_word
    if one.act is Act.CALL:
        assert {"call", "text", "signal", "whatsapp"} & set((who.protocols or "").split(","))
    if ReasonKind.LIGHTER in kinds(one):
        year = civil_day(now).toordinal() - 365
        felt = [letter for day, letter in zip(*who.contacts, strict=True) if day >= year and letter != "-"]
        assert len(felt) >= 5
        assert felt.count("l") / len(felt) >= 0.6


def check_first(
    people: Sequence[Candidate], found: Sequence[Suggestion], need: Need, energy: Energy, now: datetime
) -> None:
    """The first one gives what was asked for when anyone able does."""
    if need.support is None:
        return
    able = [
        one for one in people if need.support in (one.support or "") and suggest([one], need, energy, now)
    ]
    if able:
        assert found[0].supporter in {one.id for one in people if need.support in (one.support or "")}


@settings(max_examples=250)
@given(networks(), needs, energies, moments)
def test_what_holds_of_any_answer(people: list[Candidate], need: Need, energy: Energy, now: datetime) -> None:
    check(people, need, energy, now)


def test_what_holds_of_thousands_of_lives() -> None:
    """Quicker than hypothesis makes them, so that there can be many."""
    chance = Random(11)
    answers = 0
    for _ in range(3000):
        people = [life(chance) for _ in range(chance.randint(0, 8))]
        now = NOW + timedelta(minutes=chance.randint(-600_000, 600_000))
        answers += bool(check(people, chance.choice(list(Need)), chance.choice(list(Energy)), now))
    assert answers > 1500


def life(chance: Random) -> Candidate:
    def some(words: Sequence[str]) -> str | None:
        return ",".join(word for word in words if chance.random() < 0.3) or None

    def day(likely: float) -> str | None:
        return (
            (TODAY + timedelta(days=chance.randint(-60, 60))).isoformat()
            if chance.random() < likely
            else None
        )

    return Candidate(
        f"{chance.getrandbits(60):x}",
        kind=chance.choice((*Kind, *[Kind.PERSON] * 5)).value,
        circle=chance.choice(list(Circle)).value,
        status=chance.choice((*Status, *[Status.ACTIVE] * 5)).value,
        resting_until=day(0.5),
        has_code_word=chance.random() < 0.2,
        easy_on_low_day=chance.random() < 0.2,
        support=some([kind.value for kind in Support]),
        protocols=some([protocol.value for protocol in Protocol]),
        put_off_until=day(0.2),
        quiet_until=day(0.2),
        contacts=contacts(
            *((chance.randint(0, 500), chance.choice("llsh-")) for _ in range(chance.randint(0, 30)))
        ),
    )


# -- notes -------------------------------------------------------------------------------------------------------


def place(people: Sequence[Candidate], who: str, need: Need, energy: Energy) -> int:
    found = named(suggest(people, need, energy, NOW))
    return found.index(who) if who in found else NOWHERE


def with_contacts(people: Sequence[Candidate], number: int, new: Contacts) -> list[Candidate]:
    return [one._replace(contacts=new) if place == number else one for place, one in enumerate(people)]


able = networks(
    kind=st.sampled_from(("person", "person", "group")),
    status=st.just("active"),
    circle=st.sampled_from(("closest", "close", "around")),
    put_off_until=st.none(),
    quiet_until=st.none(),
    meetings=st.just(()),
    support=st.sampled_from((None, "emotional", "emotional,relational")),
)


@settings(max_examples=250)
@given(able, st.data(), needs, energies)
def test_a_bad_note_never_raises_and_a_good_one_never_lowers(
    people: list[Candidate], data: st.DataObject, need: Need, energy: Energy
) -> None:
    noted = [number for number, one in enumerate(people) if one.contacts.days]
    assume(noted)
    number = data.draw(st.sampled_from(noted))
    who, log = people[number].id, people[number].contacts
    entry = data.draw(st.integers(0, len(log.days) - 1))

    def place_with(letter: str) -> int:
        letters = log.letters[:entry] + letter + log.letters[entry + 1 :]
        return place(with_contacts(people, number, Contacts(log.days, letters)), who, need, energy)

    assert place_with("l") <= place_with("-") <= place_with("h")
    assert place_with("l") <= place_with("s") <= place_with("h")


@settings(max_examples=150)
@given(able, st.data(), needs, energies, st.integers(0, 364))
def test_a_new_contact_that_felt_heavier_never_raises(
    people: list[Candidate], data: st.DataObject, need: Need, energy: Energy, days_ago: int
) -> None:
    assume(people)
    number = data.draw(st.integers(0, len(people) - 1))
    who, log = people[number].id, people[number].contacts
    noted = sorted([*zip(*log, strict=True), (TODAY.toordinal() - days_ago, "h")])[-MOST:]
    after = Contacts(tuple(day for day, _ in noted), "".join(letter for _, letter in noted))
    assert place(with_contacts(people, number, after), who, need, energy) >= place(people, who, need, energy)


# -- the same again ----------------------------------------------------------------------------------------------


@settings(max_examples=150)
@given(networks(meetings=st.just(())), needs, energies, st.integers(0, 86_399), st.randoms())
def test_the_same_all_day_in_whatever_order_they_come(
    people: list[Candidate], need: Need, energy: Energy, second: int, chance: Random
) -> None:
    began = datetime(2026, 11, 22, 4)
    shuffled = list(people)
    chance.shuffle(shuffled)
    later = began + timedelta(seconds=second)
    assert suggest(shuffled, need, energy, later) == suggest(people, need, energy, began)


@settings(max_examples=200)
@given(networks(), candidates(), needs, energies)
def test_somebody_who_is_not_named_changes_nothing(
    people: list[Candidate], more: Candidate, need: Need, energy: Energy
) -> None:
    assume(more.id not in {one.id for one in people})
    before = suggest(people, need, energy, NOW)
    after = suggest([*people, more], need, energy, NOW)
    if more.id not in named(after):
        assert after == before


def test_the_quick_look_at_birthdays_sees_the_same() -> None:
    """For each day of a year and of a leap year, and each day somebody may have noted."""
    for number in range(800):
        day = date(2027, 1, 1) + timedelta(days=number)
        near = birthdays_near(day)
        for month, month_day in product(range(1, 13), range(1, 32)):
            on = next_yearly(month, month_day, day)
            assert on is not None
            assert ((month, month_day) in near) is ((on - day).days <= BIRTHDAY_WITHIN)


def test_another_day_has_another_order() -> None:
    people = [Candidate(f"{number}") for number in range(6)]
    firsts = {
        suggest(people, Need.ANYTHING, Energy.LITTLE, NOW + timedelta(days=day))[0].supporter
        for day in range(60)
    }
    assert len(firsts) == 6
