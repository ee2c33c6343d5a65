"""What tests/data/today.db holds beside what foundation.db does: meetings, another time, expectations, drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.expecting import Expectation
from supportnet_gui.core.model import CheckIn, Expected, Felt, Meeting, Repeats, Way
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.drafts import Draft
from tests.saved import foundation

MEETINGS = {
    "p-2": (
        Meeting(
            Repeats.WEEKLY,
            weekday=4,
            at=time(18, 30),
            zone="Europe/Dublin",
            place="Library, room 2",
            note="Bring the music.\nThe side door.",
        ),
        Meeting(Repeats.MONTHLY, weekday=5, nth=-1, zone="Asia/Tokyo", place="Café \u05e9\u05dc\u05d5\u05dd"),
        Meeting(Repeats.MONTHLY, weekday=1, nth=2, at=time(0, 0)),
    ),
    "p-4": (Meeting(Repeats.ONCE, on=date(2026, 12, 3), at=time(10, 15), zone="Europe/Dublin"),),
    "p-7": (Meeting(Repeats.ONCE, on=date(2024, 2, 29)),),
}
PEOPLE = tuple(replace(one, meetings=MEETINGS.get(one.id, ())) for one in foundation.PEOPLE)
PUT_OFF = ("p-3", "2026-11-28")
NEW_CHECK_IN = CheckIn(
    id="c-6",
    people=("p-1",),
    on=date(2026, 11, 25),
    zone="Europe/Dublin",
    way=Way.CALL,
    felt=Felt.LIGHTER,
    note="A short call.",
)
CHECK_INS = (*foundation.CHECK_INS, NEW_CHECK_IN)
EXPECTATIONS = (  # Newest first.
    Expectation("e-3", "p-9", date(2026, 11, 25), Expected.NO_IDEA, None, None),
    Expectation("e-2", "p-2", date(2026, 11, 25), Expected.NOT_WELL, None, None),
    Expectation("e-1", "p-1", date(2026, 11, 25), Expected.SO_SO, Expected.WARMLY, "c-6"),
)
DRAFTS = (  # Newest first.
    Draft("d-2", "code_word", "{code_word} ♥"),
    Draft("d-1", "hello", "Hi {name}, thinking of you.\nNo need to answer."),
)


def fill(store: Store, clock: FixedClock) -> None:
    """Add to a copy of foundation.db, brought up to date, what the new tables hold."""
    for person_id, meetings in MEETINGS.items():
        person = store.people.get(person_id)
        assert person is not None
        store.people.save(replace(person, meetings=meetings))
    store.today.put_off(PUT_OFF[0])
    for wanted in reversed(EXPECTATIONS):
        clock.move(timedelta(minutes=1))
        made = store.expectations.expect(wanted.supporter, wanted.expected)
        store.db.execute("UPDATE expectation SET id = ? WHERE id = ?", [wanted.id, made])
    store.check_ins.log(NEW_CHECK_IN)
    store.expectations.say_how_it_went("e-1", Expected.WARMLY)
    for draft in reversed(DRAFTS):
        clock.move(timedelta(minutes=1))
        made = store.drafts.keep(draft.situation, draft.text)
        store.db.execute("UPDATE draft SET id = ? WHERE id = ?", [draft.id, made])
