"""A made-up network of a dozen supporters and half a year of check-ins, for trying the app and for pictures."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from .model import (
    Began,
    Channel,
    CheckIn,
    Circle,
    DateKind,
    Felt,
    Kind,
    Meeting,
    Offer,
    Protocol,
    Repeats,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Support,
    Supporter,
    Unit,
    Way,
)

if TYPE_CHECKING:
    from .store import Store

E, P, R = Support.EMOTIONAL, Support.PRACTICAL, Support.RELATIONAL
SEED = 20


def _someone(name: str, circle: Circle, support: tuple[Support, ...], **more: object) -> Supporter:
    return Supporter(name=name, circle=circle, offers=tuple(Offer(kind) for kind in support), **more)  # type: ignore[arg-type]


def network(today: date, zone: str = "") -> tuple[Supporter, ...]:
    """The people of the made-up network. Numbers are from ranges set aside for films and books."""
    weekly, monthly, once = Repeats.WEEKLY, Repeats.MONTHLY, Repeats.ONCE
    call = Protocol.CALL
    begun = today - timedelta(days=60)
    return (
        _someone(
            "Amira",
            Circle.CLOSEST,
            (E, R),
            roles=("friend",),
            channels=(
                Channel(call, "+44 7700 900134", "mobile", True),
                Channel(Protocol.EMAIL, "amira@example.org"),
            ),
            offered="To listen, most evenings",
            helps="Long walks. No advice.",
            easy_on_low_day=True,
            hard_moment=1,
            rhythm=Rhythm(RhythmMode.OWN, 1, Unit.WEEK, begun),
            dates=(SpecialDate(DateKind.BIRTHDAY, None, 3, 14, notice=True),),
        ),
        _someone(
            "Mum",
            Circle.CLOSEST,
            (E, P),
            roles=("mother",),
            channels=(Channel(call, "01632 960178", "home", True),),
            note="Sunday afternoons are good.",
            hard_moment=2,
        ),
        _someone(
            "Sam",
            Circle.CLOSEST,
            (R,),
            roles=("neighbour", "friend"),
            channels=(
                Channel(call, "+44 7700 900121", "mobile"),
                Channel(Protocol.SIGNAL, "+44 7700 900121"),
            ),
            offered="A walk with the dog, any day",
            easy_on_low_day=True,
        ),
        _someone(
            "Jo",
            Circle.CLOSE,
            (P,),
            roles=("cousin",),
            channels=(Channel(call, "01632 960190"),),
            rhythm=Rhythm(RhythmMode.OWN, 1, Unit.MONTH, begun),
        ),
        _someone(
            "Thursday group",
            Circle.CLOSE,
            (E, R),
            kind=Kind.GROUP,
            roles=("peer group",),
            channels=(Channel(Protocol.ADDRESS, "Library, upstairs room"),),
            note="You can come and say nothing.",
            meetings=(Meeting(weekly, weekday=4, at=time(18, 30), zone=zone, place="Library", notice=True),),
        ),
        _someone(
            "Dr Lee",
            Circle.CLOSE,
            (E,),
            kind=Kind.PROFESSIONAL,
            roles=("GP",),
            channels=(Channel(call, "01632 960155", "surgery"),),
            meetings=(Meeting(once, on=_in_two_weeks(today), at=time(10, 20), zone=zone),),
        ),
        _someone(
            "Nia",
            Circle.CLOSE,
            (R,),
            roles=("old friend",),
            status=Status.RESTING,
            note="On leave until spring.",
        ),
        _someone(
            "Uncle Ray",
            Circle.AROUND,
            (P,),
            roles=("uncle",),
            channels=(Channel(call, "01632 960164"),),
            rhythm=Rhythm(RhythmMode.CIRCLE, began=begun),
        ),
        _someone(
            "Book club",
            Circle.AROUND,
            (R,),
            kind=Kind.GROUP,
            meetings=(Meeting(monthly, weekday=2, nth=-1, at=time(19, 30), zone=zone, place="Canal café"),),
        ),
        _someone(
            "The garden by the canal", Circle.AROUND, (R,), kind=Kind.PLACE, note="The bench on the left."
        ),
        _someone("Biscuit", Circle.CLOSEST, (R,), kind=Kind.ANIMAL, roles=("Sam's dog",)),
        _someone(
            "7 Cups",
            Circle.COULD_GROW,
            (E,),
            kind=Kind.ONLINE_COMMUNITY,
            channels=(Channel(Protocol.WEB, "https://www.7cups.com/"),),
        ),
    )


def _in_two_weeks(today: date) -> date:
    """A day on which a surgery is open."""
    day = today + timedelta(days=14)
    return day + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])


_HABITS: tuple[tuple[str, int, tuple[Way, ...]], ...] = (
    ("Amira", 8, (Way.CALL, Way.MESSAGE, Way.IN_PERSON)),
    ("Mum", 7, (Way.CALL,)),
    ("Sam", 10, (Way.IN_PERSON, Way.MESSAGE)),
    ("Jo", 24, (Way.MESSAGE, Way.CALL)),
    ("Thursday group", 14, (Way.GROUP,)),
    ("Dr Lee", 45, (Way.IN_PERSON,)),
    ("Uncle Ray", 50, (Way.CALL,)),
    ("Book club", 35, (Way.GROUP,)),
)
"""Who, about every how many days, and how."""

_NOTES = ("", "", "", "We laughed about the old car.", "Short, but good.", "Tired today. Still went.")


def fill(store: Store) -> None:
    """Put the made-up network into an empty store. It is for a throw-away folder: nothing waits for the disk."""
    if store.people.count():
        return
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    today = store.clock.now().date()
    people = network(today, store.clock.zone())
    ids = dict(zip((one.name for one in people), store.people.add_many(people), strict=True))
    chance = Random(SEED)
    contacts = [
        contact for name, days, ways in _HABITS for contact in _contacts(ids[name], days, ways, today, chance)
    ]
    for contact in sorted(contacts, key=lambda one: (one.on, one.at or time.min)):
        store.check_ins.log(contact)
    store.reminders.set_rhythm_of_circle(
        Circle.AROUND, Rhythm(RhythmMode.OWN, 2, Unit.MONTH, today - timedelta(days=60))
    )
    store.settings.set("welcome_done", True)
    store.forget_undo()


def _contacts(person: str, days: int, ways: tuple[Way, ...], today: date, chance: Random) -> list[CheckIn]:
    """Half a year of contacts with one person, more or less every `days` days."""
    found = []
    day = today - timedelta(days=chance.randint(1, days))
    while day > today - timedelta(days=182):
        found.append(
            CheckIn(
                people=(person,),
                on=day,
                at=time(chance.randint(10, 20), chance.choice((0, 15, 30)))
                if chance.random() < 0.4
                else None,
                way=chance.choice(ways),
                began=chance.choice((Began.ME, Began.THEM, Began.BOTH)),
                answered=chance.random() > 0.1,
                felt=chance.choice((Felt.LIGHTER, Felt.LIGHTER, Felt.LIGHTER, Felt.SAME, Felt.HEAVIER, None)),
                note=chance.choice(_NOTES),
            )
        )
        day -= timedelta(days=max(1, round(days * chance.uniform(0.6, 1.5))))
    return found
