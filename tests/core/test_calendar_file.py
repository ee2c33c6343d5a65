"""The calendar file: read back by another library, brought in twice, over clock changes and leap days."""

from __future__ import annotations

import io
import os
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.calendar_entries import Entry, Kept, entries, mark
from supportnet_gui.core.exchange import calendar_file
from supportnet_gui.core.exchange.icalendar import as_text, is_calendar
from supportnet_gui.core.model import (
    CheckIn,
    DateKind,
    Kind,
    Meeting,
    Repeats,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Supporter,
    Unit,
)
from supportnet_gui.core.nudge_model import NudgeKind
from supportnet_gui.core.nudges import Nudge
from supportnet_gui.core.store import Store
from supportnet_gui.core.trouble import Code, Trouble

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Europe/Dublin"))
DISCREET = "A small note"
WEEKLY = Rhythm(RhythmMode.OWN, 1, Unit.WEEK, date(2026, 11, 1))


def title(nudge: Nudge, name: str, _kind: Kind) -> str:
    return f"{nudge.kind.value}: {name}" if name else DISCREET


def save(store: Store, path: Path, *, with_names: bool = False) -> dict[str, Any]:
    """What another library reads in the file, by UID."""
    calendar_file.save(store, path, title, DISCREET, with_names=with_names)
    return read(path.read_bytes())


def read(data: bytes) -> dict[str, Any]:
    # This reader keeps the zones of the first file it ever read; `as_seen` below takes them from the file alone.
    vars(vobject.icalendar)["__tzidMap"].clear()
    calendar = vobject.readOne(data.decode())
    calendar.validate(raiseException=True)
    found = {one.uid.value: one for one in calendar.contents.get("vevent", [])}
    assert len(found) == len(calendar.contents.get("vevent", [])), "two entries of one UID"
    return found


def starts(found: dict[str, Any]) -> list[datetime]:
    return [one.dtstart.value for one in found.values()]


def earliest(found: dict[str, Any]) -> str:
    return min(found, key=lambda uid: found[uid].dtstart.value)


def bring_in(phone: dict[str, Any], found: dict[str, Any]) -> None:
    """What a calendar does with a file: the higher SEQUENCE wins, then the later DTSTAMP (RFC 5546, 2.1.5)."""
    for uid, one in found.items():
        there = phone.get(uid)
        if there is None or rank(one) > rank(there):
            phone[uid] = one


def rank(event: Any) -> tuple[int, datetime]:
    return int(event.sequence.value), event.dtstamp.value


def seen(phone: dict[str, Any], now: datetime) -> list[datetime]:
    """What a phone would still remind of."""
    return sorted(
        one.dtstart.value
        for one in phone.values()
        if one.status.value != "CANCELLED" and one.dtstart.value > now
    )


# -- what stands in it -----------------------------------------------------------------------------------------


def test_another_library_reads_the_coming_reminders(store, tmp_path):
    store.people.add(Supporter(name="Amira", rhythm=WEEKLY))
    found = save(store, tmp_path / "reminders.ics")
    assert found
    for event in found.values():
        assert event.summary.value == DISCREET
        assert event.status.value == "CONFIRMED"
        assert event.sequence.value == "0"
        assert getattr(event, "class").value == "PRIVATE"
        assert event.transp.value == "TRANSPARENT"
        assert event.dtend.value - event.dtstart.value == timedelta(minutes=15)
        alarm = event.valarm
        assert (alarm.action.value, alarm.description.value) == ("DISPLAY", DISCREET)
        assert alarm.trigger.value == timedelta(0)
    text = (tmp_path / "reminders.ics").read_bytes()
    assert b"Amira" not in text
    assert b"METHOD:PUBLISH" in text
    assert b"TZID:Europe/Dublin" in text
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))


def test_hours_weekdays_and_limits_hold_in_it(store, tmp_path):
    for number in range(12):
        store.people.add(Supporter(name=f"Person {number}", rhythm=WEEKLY))
    pace = store.reminders.pace()._replace(
        begins=time(18), ends=time(20), weekdays=frozenset({2, 4, 6}), a_week=2
    )
    store.reminders.set_pace(pace)
    days = sorted(starts(save(store, tmp_path / "reminders.ics")))
    assert len(days) >= 24
    assert all(time(18) <= at.time() < time(20) and at.isoweekday() in (2, 4, 6) for at in days)
    for at in days:
        assert sum(at.date() <= other.date() < at.date() + timedelta(7) for other in days) <= 2


def test_names_only_where_they_are_wanted(store, tmp_path):
    store.people.add(Supporter(name="Zoë, “the; one”", rhythm=WEEKLY))
    path = tmp_path / "reminders.ics"
    assert {one.summary.value for one in save(store, path, with_names=True).values()} == {
        "rhythm: Zoë, “the; one”"
    }
    found = save(store, path)
    assert {one.summary.value for one in found.values()} == {DISCREET}
    assert {one.sequence.value for one in found.values()} == {"1"}


@pytest.mark.parametrize("status", [Status.DIED, Status.UNSAFE, Status.ENDED, Status.DRIFTED])
def test_who_left_is_called_off_without_a_name(store, tmp_path, status):
    sam = store.people.add(Supporter(name="Sam", rhythm=WEEKLY))
    path = tmp_path / "reminders.ics"
    before = save(store, path, with_names=True)
    store.people.set_status(sam, status)
    after = save(store, path, with_names=True)
    assert after.keys() == before.keys()
    assert {one.status.value for one in after.values()} == {"CANCELLED"}
    assert {one.sequence.value for one in after.values()} == {"1"}
    assert all("valarm" not in one.contents for one in after.values())
    assert b"Sam" not in path.read_bytes()


def test_who_is_gone_for_good_leaves_nothing_but_numbers(store, tmp_path):
    sam = store.people.add(Supporter(name="Sam", rhythm=WEEKLY))
    save(store, tmp_path / "reminders.ics", with_names=True)
    store.people.trash(sam)
    store.empty_trash()
    rows = store.db.execute("SELECT * FROM calendar_entry").fetchall()
    assert rows
    assert "Sam" not in repr(rows)
    assert sam not in repr(rows)
    assert {one.status.value for one in save(store, tmp_path / "reminders.ics").values()} == {"CANCELLED"}


def test_resting_calls_off_and_starting_again_brings_back(store, tmp_path):
    store.people.add(Supporter(name="Amira", rhythm=WEEKLY))
    phone: dict[str, Any] = {}
    path = tmp_path / "reminders.ics"
    bring_in(phone, save(store, path))
    whole = seen(phone, NOW)
    store.reminders.rest(None)
    bring_in(phone, save(store, path))
    assert seen(phone, NOW) == []
    store.reminders.start_again()
    bring_in(phone, save(store, path))
    assert seen(phone, NOW) == whole


def test_a_contact_moves_what_is_there_already(store, clock, tmp_path):
    sam = store.people.add(Supporter(name="Sam", rhythm=WEEKLY))
    path = tmp_path / "reminders.ics"
    phone: dict[str, Any] = {}
    bring_in(phone, save(store, path))
    clock.move(timedelta(days=10))
    store.check_ins.log(CheckIn(people=(sam,), on=clock.now().date()))
    found = save(store, path)
    assert earliest(found) == earliest(phone)
    bring_in(phone, found)
    planned = sorted(one.dtstart.value for one in found.values() if one.status.value == "CONFIRMED")
    assert seen(phone, clock.now()) == planned
    assert planned[0] >= clock.now() + timedelta(days=6)


def test_the_same_file_again_changes_nothing(store, clock, tmp_path):
    store.people.add(Supporter(name="Sam", rhythm=WEEKLY))
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"
    save(store, first)
    save(store, second)
    assert first.read_bytes() == second.read_bytes()
    clock.move(timedelta(minutes=5))
    save(store, second)
    without = [
        b"\n".join(line for line in path.read_bytes().splitlines() if not line.startswith(b"DTSTAMP"))
        for path in (first, second)
    ]
    assert without[0] == without[1]


def test_a_date_and_a_meeting_have_their_own_day(store, tmp_path):
    store.people.add(
        Supporter(
            name="Ann",
            dates=(
                SpecialDate(DateKind.BIRTHDAY, None, 12, 3, notice=True),
                SpecialDate(DateKind.OTHER, None, 12, 9),
            ),
            meetings=(
                Meeting(Repeats.WEEKLY, weekday=2, at=time(18, 30), zone="Europe/Dublin", notice=True),
            ),
        )
    )
    found = save(store, tmp_path / "reminders.ics", with_names=True)
    by_title: dict[str, list[date]] = {}
    for one in found.values():
        by_title.setdefault(one.summary.value, []).append(one.dtstart.value.date())
    assert by_title["date: Ann"] == [date(2026, 12, 3)]
    assert date(2026, 11, 24) in by_title["meeting: Ann"]
    assert all(day.isoweekday() == 2 for day in by_title["meeting: Ann"])


def test_a_leap_day_is_told_on_the_28th_in_other_years(vault, tmp_path):
    for year, day in ((2027, 28), (2028, 29)):
        clock = FixedClock(datetime(year, 2, 1, 12, tzinfo=ZoneInfo("Europe/Dublin")))
        store = Store(vault, clock)
        if year == 2027:
            leap = SpecialDate(DateKind.BIRTHDAY, None, 2, 29, notice=True)
            store.people.add(Supporter(name="Ann", dates=(leap,)))
        found = save(store, tmp_path / "reminders.ics")
        assert [at.date() for at in starts(found)] == [date(year, 2, day)]


def test_no_reminder_at_all_is_a_calendar_too(store, tmp_path):
    path = tmp_path / "reminders.ics"
    assert save(store, path) == {}
    assert is_calendar(path.read_bytes())


# -- clocks ----------------------------------------------------------------------------------------------------

MOMENTS = (
    datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    datetime(2026, 4, 4, 15, 15, tzinfo=UTC),
    datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
)
ZONES = (
    "Europe/Dublin", "Europe/London", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Asia/Tokyo",
    "Pacific/Chatham", "UTC", "Africa/Casablanca", "America/Santiago", "Pacific/Kiritimati",
)  # fmt: skip


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_every_moment_is_read_back_as_that_moment(zone, moment):
    entry = Entry("one", moment.astimezone(ZoneInfo(zone)), DISCREET)
    assert as_seen(entry) == moment


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC)), st.sampled_from(ZONES)
)
def test_any_moment_is_read_back_as_that_moment(moment, zone):
    moment = moment.replace(microsecond=0, second=0)
    assert as_seen(Entry("one", moment.astimezone(ZoneInfo(zone)), DISCREET)) == moment


def as_seen(entry: Entry) -> datetime:
    """By a reader that knows of zones only what the file says."""
    lines = as_text([entry], NOW).decode().split("\r\n")
    name, _, value = next(line for line in lines if line.startswith("DTSTART") and len(line) > 23).partition(
        ":"
    )
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    zone = tzical(io.StringIO("\n".join(lines))).get(name.partition("TZID=")[2])
    return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=zone).astimezone(UTC)


def test_the_rules_of_a_zone_as_the_standard_wants_them():
    """By the clock before the change; summer time is the later clock, in Dublin too (RFC 5545, 3.6.5)."""
    entry = Entry("one", datetime(2026, 11, 26, 11, 5, tzinfo=ZoneInfo("Europe/Dublin")), DISCREET)
    text = as_text([entry], NOW).decode().replace("\r\n", "\n")
    assert "BEGIN:DAYLIGHT\nDTSTART:20250330T010000\nRDATE:20260329T010000\n" in text
    assert "TZNAME:IST\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nEND:DAYLIGHT\n" in text
    assert "BEGIN:STANDARD\nDTSTART:20251026T020000\nRDATE:20261025T020000\n" in text


# -- many states -----------------------------------------------------------------------------------------------

PLANS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from([NudgeKind.RHYTHM, NudgeKind.DATE, NudgeKind.MEETING]),
        st.integers(1, 90),
    ),
    max_size=8,
    unique_by=(lambda one: one[:2] + one[2:] if one[1] is not NudgeKind.RHYTHM else one,),
)


def planned(plan: list[tuple[str, NudgeKind, int]], now: datetime) -> list[tuple[Nudge, str]]:
    made = []
    for who, kind, days in sorted(set(plan), key=lambda one: one[2]):
        at = now + timedelta(days=days)
        made.append((Nudge(kind, who, at, at.date()), f"{kind.value} {who}"))
    return made


@given(st.lists(st.tuples(PLANS, st.integers(0, 40)), min_size=1, max_size=6))
def test_whatever_happens_between_files_a_phone_shows_the_plan(states):
    phone: dict[str, Any] = {}
    kept: dict[str, Kept] = {}
    now = NOW
    for plan, days in states:
        now += timedelta(days=days, minutes=1)
        made = entries(planned(plan, now), kept, now, DISCREET)
        again = entries(planned(plan, now), kept, now, DISCREET)
        assert as_text(made, now) == as_text(again, now)
        kept |= {one.uid: Kept(one.sequence, one.starts, mark(one), one.cancelled) for one in made}
        bring_in(phone, read(as_text(made, now)))
        assert seen(phone, now) == sorted(nudge.at for nudge, _ in planned(plan, now))


# -- the disk --------------------------------------------------------------------------------------------------


def test_a_folder_without_permission_is_said_and_nothing_is_remembered(store, tmp_path, monkeypatch):
    store.people.add(Supporter(name="Amira", rhythm=WEEKLY))

    def refuse(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(calendar_file, "make_private_file", refuse)
    with pytest.raises(Trouble) as caught:
        save(store, tmp_path / "reminders.ics")
    assert caught.value.code is Code.PLACE_UNWRITABLE
    assert store.db.execute("SELECT count(*) FROM calendar_entry").fetchone()[0] == 0
    assert list(tmp_path.glob("*ics*")) == []


def test_a_file_is_moved_into_place_and_nothing_is_left_beside_it(store, tmp_path, monkeypatch):
    path = tmp_path / "reminders.ics"
    save(store, path)
    before = path.stat().st_ino
    save(store, path)
    assert path.stat().st_ino != before
    assert [one.name for one in tmp_path.iterdir() if "ics" in one.name] == ["reminders.ics"]


def test_a_full_disk_leaves_the_old_file(store, tmp_path, monkeypatch):
    store.people.add(Supporter(name="Amira", rhythm=WEEKLY))
    path = tmp_path / "reminders.ics"
    save(store, path)
    before = path.read_bytes()
    store.reminders.rest(None)

    def full(_number: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble) as caught:
        calendar_file.save(store, path, title, DISCREET, with_names=False)
    assert caught.value.code is Code.PLACE_FULL
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if "ics" in one.name] == ["reminders.ics"]
    assert store.db.execute("SELECT max(cancelled) FROM calendar_entry").fetchone()[0] == 0


def test_a_folder_that_is_not_there(store, tmp_path):
    with pytest.raises(Trouble):
        save(store, tmp_path / "nowhere" / "reminders.ics")


@pytest.mark.parametrize(
    ("data", "other"),
    [
        (None, False),
        (b"", False),
        (b"BEGIN:VCALENDAR\r\n", False),
        (b"\xef\xbb\xbfbegin:vcalendar\n", False),
        (b"Dear all", True),
        (b"BEGIN:VCARD", True),
    ],
)
def test_what_is_no_calendar_is_known(tmp_path, data, other):
    path = tmp_path / "file"
    if data is not None:
        path.write_bytes(data)
    assert calendar_file.holds_something_else(path) is other


def test_it_is_no_step_to_undo(store, tmp_path):
    store.people.add(Supporter(name="Amira", rhythm=WEEKLY))
    store.forget_undo()
    save(store, tmp_path / "reminders.ics")
    assert store.can_undo is None
