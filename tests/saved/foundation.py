"""What tests/data/foundation.db holds: made-up people in the first released shape.

Its shape is not the newest any more, so the file stays as it is; what is here says what has to be found in it.
"""

from __future__ import annotations

from datetime import date, time

from supportnet_gui.core.model import (
    Began,
    Channel,
    CheckIn,
    Circle,
    DateKind,
    Felt,
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

PHOTO = bytes(range(256))

PEOPLE = (
    Supporter(
        id="p-1",
        name="Aoife Ní Bhriain",
        kind=Kind.PERSON,
        circle=Circle.CLOSEST,
        map_angle=12.5,
        status=Status.RESTING,
        status_since=date(2026, 10, 1),
        resting_until=date(2026, 12, 1),
        pronouns="she/her",
        helps="Listens, and makes tea",
        helps_not="Advice",
        offered="A lift on Thursdays",
        available="Evenings",
        not_for="Money",
        not_in_crisis=True,
        easy_on_low_day=True,
        hard_moment=1,
        asked_on=date(2026, 9, 30),
        code_word="pineapple",
        rhythm=Rhythm(RhythmMode.OWN, 3, Unit.MONTH, date(2026, 1, 31)),
        source_uid="urn:uuid:2f1d",
        note="Met at the choir.\nLikes the sea.",
        roles=("friend", "neighbour"),
        offers=(Offer(Support.EMOTIONAL, "any time"), Offer(Support.RELATIONAL)),
        channels=(
            Channel(Protocol.CALL, "+353 (0)87-000 0001", "mobile", True),
            Channel(Protocol.ADDRESS, "1 Main Street\nDublin", "home"),
        ),
        dates=(SpecialDate(DateKind.BIRTHDAY, None, 2, 29), SpecialDate(DateKind.ANNIVERSARY, 1999, 5, None)),
    ),
    Supporter(
        id="p-2",
        name="Choir of St. Anne’s",
        kind=Kind.GROUP,
        circle=Circle.AROUND,
        rhythm=Rhythm(RhythmMode.CIRCLE),
        offers=(Offer(Support.RELATIONAL, "singing"),),
        channels=(Channel(Protocol.WEB, "https://choir.example"), Channel(Protocol.OTHER, "notice board")),
    ),
    Supporter(
        id="p-3",
        name="\u05e9\u05dc\u05d5\u05dd \U0001f98a",
        kind=Kind.ONLINE_COMMUNITY,
        circle=Circle.COULD_GROW,
        note="<b>as typed</b> \"quotes\" 'and' ; --",
        channels=(Channel(Protocol.SIGNAL, "fox.01"), Channel(Protocol.WHATSAPP, "+353870000002")),
    ),
    Supporter(
        id="p-4",
        name="Dr. Lee",
        kind=Kind.PROFESSIONAL,
        circle=Circle.CLOSE,
        status=Status.DRIFTED,
        offers=(Offer(Support.PRACTICAL),),
        channels=(Channel(Protocol.EMAIL, "lee@practice.example"), Channel(Protocol.TEXT, "087 000 0003")),
    ),
    Supporter(id="p-5", name="Cleo", status=Status.ENDED, status_since=date(2025, 3, 3)),
    Supporter(id="p-6", name="Dov", status=Status.UNSAFE),
    Supporter(
        id="p-7",
        name="Émile",
        status=Status.DIED,
        status_since=date(2024, 1, 2),
        dates=(SpecialDate(DateKind.REMEMBRANCE, 2024, 1, 2), SpecialDate(DateKind.OTHER)),
    ),
    Supporter(id="p-8", name="Library", kind=Kind.PLACE),
    Supporter(id="p-9", name="Biscuit", kind=Kind.ANIMAL),
    Supporter(id="p-10", name="Night bus", kind=Kind.SERVICE),
)
ARCHIVED, TRASHED = "p-8", "p-10"

CHECK_INS = (
    CheckIn(
        id="c-1",
        people=("p-1", "p-4", "p-5"),
        on=date(2026, 11, 20),
        at=time(18, 30),
        zone="Europe/Dublin",
        way=Way.IN_PERSON,
        began=Began.BOTH,
        answered=True,
        support=(Support.EMOTIONAL, Support.PRACTICAL),
        gave_support=False,
        felt=Felt.LIGHTER,
        note="Tea, and a long walk by the canal.",
        next_note="Ask about the exam.",
    ),
    CheckIn(id="c-2", people=("p-2",), on=date(2026, 11, 1), zone="Asia/Tokyo", way=Way.GROUP, felt=Felt.SAME),
    CheckIn(id="c-3", people=("p-4",), on=date(2025, 12, 31), zone="Europe/Dublin", answered=False),
    CheckIn(id="c-4", people=("p-7",), on=date(2023, 6, 1), zone="Europe/Dublin", way=Way.LETTER, note="Émile wrote."),
    CheckIn(id="c-5", people=("p-1",), on=date(2026, 11, 2), zone="Europe/Dublin", felt=Felt.HEAVIER),
)  # fmt: skip
TRASHED_CHECK_IN = "c-5"
NOT_THE_SAME = (("p-1", "urn:uuid:other"), ("p-4", "p-1"))
