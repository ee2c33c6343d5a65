"""Made-up notebooks for pictures. Numbers are from ranges set aside for films and books."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from supportnet_gui.core import demo
from supportnet_gui.core.model import (
    Channel,
    CheckIn,
    Circle,
    DateKind,
    Kind,
    Offer,
    Protocol,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Support,
    Supporter,
    Unit,
    Way,
)
from supportnet_gui.core.store import Store

GIVEN = (
    "Aisha Ben Chloé Dara Eilidh Farid Grace Hugo Inés José Kofi Lucía Mei Nadia Omar Priya Quinn Ravi Siobhán Tariq"
).split()
FAMILY = "Adams Byrne Costa Dubois Evans Fischer García Haddad Ito Jansen".split()
ODD_NAMES = (
    "Maximiliana-Alexandra von und zu Hohenfels-Braunschweig the Younger of Upper Lower Middleton",
    "محمد عبد الله الأحمد",
    "שירה כהן",
    "伊藤 さくら",
    "👩‍👩‍👧‍👦 The Okafors",
    "<b>Bold</b> & <img src=x>",
    "Tom &amp; Jerry",
    "A",
    "Łukasz Żółć",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "O’Brien, Seán-Pádraig",
    "ก้อง",
)


def few(store: Store) -> None:
    """The made-up network of the demo."""
    demo.fill(store)


def one(store: Store) -> None:
    person = store.people.add(
        Supporter(name="Amira", offers=(Offer(Support.EMOTIONAL),), circle=Circle.CLOSE)
    )
    store.check_ins.log(CheckIn(people=(person,), on=_today(store) - timedelta(days=1), way=Way.CALL))
    store.settings.set("welcome_done", True)
    store.forget_undo()


def many(store: Store) -> None:
    _crowd(store, 60, 400)


def very_many(store: Store) -> None:
    _crowd(store, 200, 1500)


def odd(store: Store) -> None:
    """Names that are hard to lay out."""
    demo.fill(store)
    ids = store.people.add_many(
        [
            Supporter(
                name=name,
                roles=("friend from the second-hand bookshop on the corner",) if number % 3 == 0 else (),
                offers=tuple(Offer(kind) for kind in tuple(Support)[: number % 4]),
            )
            for number, name in enumerate(ODD_NAMES)
        ]
    )
    for number, person in enumerate(ids):
        store.check_ins.log(
            CheckIn(people=(person,), on=_today(store) - timedelta(days=number // 3), note=ODD_NAMES[number])
        )
    store.check_ins.log(CheckIn(people=tuple(ids), on=_today(store), way=Way.GROUP))
    store.forget_undo()


def filled(store: Store) -> None:
    """The demo, with one person of whom everything is written down, and a photo."""
    demo.fill(store)
    person = next(row for row in store.people.rows() if row.name == "Amira")
    everything = store.people.get(person.id)
    assert everything is not None
    store.people.save(
        replace(
            everything,
            pronouns="she/her",
            roles=("friend", "from the choir"),
            offers=(
                Offer(Support.EMOTIONAL, "evenings"),
                Offer(Support.PRACTICAL),
                Offer(Support.RELATIONAL),
            ),
            channels=(
                Channel(Protocol.CALL, "+44 7700 900134", "mobile", True),
                Channel(Protocol.SIGNAL, "+44 7700 900134"),
                Channel(Protocol.WHATSAPP, "+44 7700 900134"),
                Channel(Protocol.EMAIL, "amira@example.org", "home"),
                Channel(Protocol.WEB, "https://example.org/amira"),
                Channel(Protocol.ADDRESS, "12 Mill Lane\nBristol\nBS1 4DJ", "home"),
            ),
            helps="Long walks. No advice.\nTea without talking.",
            helps_not="Phone calls before ten.",
            offered="To listen, most evenings",
            available="Evenings, and Sunday afternoons",
            not_for="Money",
            asked_on=date(2026, 9, 1),
            code_word="Blue scarf",
            rhythm=Rhythm(RhythmMode.OWN, 2, Unit.WEEK, date(2026, 9, 1)),
            dates=(
                SpecialDate(DateKind.BIRTHDAY, None, 3, 14),
                SpecialDate(DateKind.ANNIVERSARY, 2019, 8, 2),
            ),
            note="We met on the first day of college. She says what she thinks, and it is kind.\n"
            "Her brother has the key to my flat.",
        )
    )
    store.people.set_photo(person.id, photo())
    store.people.add(Supporter(name="Amira B.", channels=(Channel(Protocol.CALL, "+44 7700 900134"),)))
    store.forget_undo()


def trash(store: Store) -> None:
    demo.fill(store)
    for name in ("Jo", "Book club", "Uncle Ray"):
        store.people.trash(next(row.id for row in store.people.rows() if row.name == name))
    store.forget_undo()


def photo() -> bytes:
    """A picture of nobody: a field under an evening sky, as PNG."""
    image = QImage(240, 240, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, 0, 240)
    for place, colour in ((0.0, "#3E5C76"), (0.55, "#E8B98A"), (0.6, "#7A8B4F"), (1.0, "#3F5230")):
        sky.setColorAt(place, QColor(colour))
    painter = QPainter(image)
    painter.fillRect(image.rect(), sky)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs say bytes, which fail
    return bytes(data.data())


def _crowd(store: Store, size: int, contacts: int) -> None:
    """Many people of many kinds, and contacts with them over two years."""
    chance = Random(size)
    kinds = (*(Kind.PERSON,) * 8, Kind.GROUP, Kind.PROFESSIONAL, Kind.PLACE)
    people = [
        Supporter(
            name=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
            kind=chance.choice(kinds),
            circle=chance.choice(tuple(Circle)),
            status=chance.choice((*(Status.ACTIVE,) * 9, Status.RESTING, Status.DRIFTED)),
            roles=tuple(chance.sample(("friend", "neighbour", "cousin", "colleague"), chance.randint(0, 2))),
            offers=tuple(Offer(kind) for kind in Support if chance.random() < 0.4),
        )
        for _ in range(size)
    ]
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    ids = store.people.add_many(people)
    today = _today(store)
    for day in sorted((chance.randint(0, 730) for _ in range(contacts)), reverse=True):
        store.check_ins.log(
            CheckIn(
                people=tuple(chance.sample(ids, chance.choice((1, 1, 1, 2, 4)))),
                on=today - timedelta(days=day),
                way=chance.choice(tuple(Way)),
                note=chance.choice(("", "", "A walk along the river.", "Short, but good.")),
            )
        )
    store.settings.set("welcome_done", True)
    store.forget_undo()


def _today(store: Store) -> date:
    return store.clock.now().date()


def _nothing(store: Store) -> None:
    """As at the first start."""


KINDS: dict[str, Callable[[Store], None]] = {
    "empty": _nothing,
    "one": one,
    "few": few,
    "many": many,
    "very-many": very_many,
    "odd": odd,
    "filled": filled,
    "trash": trash,
}
