"""The terminal's `next`: as JSON with its fields, as text, and nothing counted as shown."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from supportnet_gui import cli
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import DateKind, Rhythm, RhythmMode, SpecialDate, Status, Supporter, Unit
from supportnet_gui.core.nudge_model import How
from supportnet_gui.core.pace import Pace
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from tests.never_words import found

NOW = "2026-11-22T15:00"
TODAY = date(2026, 11, 22)
WEEKLY = Rhythm(RhythmMode.OWN, 1, Unit.WEEK, date(2026, 9, 1))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def clock():
    return FixedClock(datetime.fromisoformat(NOW))


@pytest.fixture
def store(folder, clock):
    store = Store(open_vault(places(folder)), clock)
    yield store
    store.close()


@pytest.fixture
def comes(qapp, folder, capsys):
    """Ask; returns what was printed. It never complains."""

    def comes(*arguments: str, now: str = NOW) -> str:
        assert cli.run(["--data-dir", str(folder), "--now", now, "next", *arguments]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return comes


def test_json_has_the_fields_that_are_described(store, comes):
    ann = store.people.add(Supporter(name="Ann", rhythm=WEEKLY))
    one = json.loads(comes("--json"))
    why = one.pop("why")
    at = datetime.fromisoformat(one.pop("at"))
    assert one == {"id": ann, "name": "Ann", "kind": "rhythm"}
    assert at.utcoffset() is not None
    assert at.astimezone() == datetime.fromisoformat(NOW).astimezone()
    assert why == ["Ann comes round in the rhythm you chose, from 8 September on."]
    assert [list(json.loads(comes("--json")))] == [["id", "name", "kind", "at", "why"]]


def test_nothing_comes(store, comes):
    assert json.loads(comes("--json")) is None
    store.people.add(Supporter(name="Ann"))
    assert json.loads(comes("--json")) is None
    assert comes() == ("No reminder comes.\n  There is nobody and nothing that reminders are chosen for.\n")


def test_looking_counts_for_nothing(store, comes):
    store.people.add(Supporter(name="Ann", rhythm=WEEKLY))
    assert comes() == comes()
    assert store.reminders.deliver(How.TODAY) is not None


def test_why_not_sooner(store, comes):
    store.people.add(Supporter(name="Ann", rhythm=WEEKLY))
    store.reminders.set_pace(Pace(weekdays=frozenset({2})))
    store.reminders.rest(date(2026, 11, 23))
    one = json.loads(comes("--json"))
    assert one["at"].startswith("2026-11-24T")
    assert one["why"][1:] == [
        "Reminders rest until tomorrow.",
        "No reminders come on that day of the week.",
    ]
    assert "No reminders come on that day of the week." in comes()
    store.reminders.rest(None)
    assert json.loads(comes("--json")) is None
    assert "Reminders rest until you switch them on." in comes()


def test_a_date_and_one_who_is_left_out(store, comes):
    birthday = SpecialDate(DateKind.BIRTHDAY, None, 11, 25, notice=True)
    ann = store.people.add(Supporter(name="Ann", dates=(birthday,)))
    one = json.loads(comes("--json"))
    assert (one["kind"], one["why"]) == ("date", ["You wanted a reminder about Ann for Wednesday."])
    store.people.set_status(ann, Status.DIED)
    assert json.loads(comes("--json")) is None
    assert "Ann" not in comes()


def test_a_question_about_no_one_has_no_name(store, comes, clock):
    store.people.add_many([Supporter(name=name, rhythm=WEEKLY) for name in "abcde"])
    for _ in range(30):
        if (nudge := store.reminders.next()) is None or nudge.supporter is None:
            break
        store.reminders.deliver(How.TODAY)
        clock.move(timedelta(days=1))
    now = clock.now().astimezone(UTC).isoformat()
    one = json.loads(comes("--json", now=now))
    assert (one["id"], one["name"], one["kind"]) == (None, None, "resting")
    assert "Reminders are resting. Start again?" in comes(now=now)


def test_nothing_printed_is_ever_about_what_was_not_done(store, comes, clock):
    store.people.add_many([Supporter(name=name, rhythm=WEEKLY) for name in ("Ann", "Ben")])
    for _ in range(60):
        assert found(comes(now=clock.now().isoformat())) == []
        store.reminders.deliver(How.TODAY)
        clock.move(timedelta(days=2))


def test_the_made_up_network_has_one(qapp, capsys):
    assert cli.run(["--demo", "--now", NOW, "next", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["name"]
