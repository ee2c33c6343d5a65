"""The terminal's `who`: the rules of the window, as text and as JSON."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from supportnet_gui import cli
from supportnet_gui.clock import FixedClock
from supportnet_gui.core import content
from supportnet_gui.core.model import Channel, Circle, Kind, Offer, Protocol, Status, Support, Supporter
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from tests.never_words import found

NOW = "2026-11-22T12:00"
AMIRA = Supporter(
    name="Amira Khan",
    circle=Circle.CLOSEST,
    offers=(Offer(Support.EMOTIONAL),),
    channels=(Channel(Protocol.CALL, "01632 960134"),),
    offered="To listen, most evenings",
    code_word="pineapple",
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def store(folder):
    store = Store(open_vault(places(folder)), FixedClock(datetime.fromisoformat(NOW)))
    yield store
    store.close()


@pytest.fixture
def who(qapp, folder, capsys):
    """Ask; returns what was printed. It never complains."""

    def who(*arguments: str, now: str = NOW) -> str:
        assert cli.run(["--data-dir", str(folder), "--now", now, "who", *arguments]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return who


def test_json_has_the_fields_that_are_described(store, who):
    (amira,) = store.people.add_many([AMIRA])
    (one,) = json.loads(who("--json"))
    draft = one.pop("draft")
    assert one == {
        "id": amira,
        "name": "Amira Khan",
        "act": "code_word",
        "reasons": ["Amira Khan offered: To listen, most evenings.", "You noted that Amira Khan listens."],
    }
    assert "pineapple" in draft


def test_without_options_it_is_anything_with_little_energy(store, who):
    store.people.add_many([AMIRA, Supporter(name="Ben"), Supporter(name="Cleo")])
    assert who("--json") == who("--json", "--need", "anything", "--energy", "little")


def test_need_and_energy_are_heard(store, who):
    store.people.add_many([AMIRA, Supporter(name="Ben", offers=(Offer(Support.PRACTICAL),))])
    assert [(one["name"], one["act"]) for one in json.loads(who("--json", "--need", "hand"))] == [
        ("Ben", "text")
    ]
    (amira,) = json.loads(who("--json", "--need", "listens", "--energy", "some"))
    assert (amira["name"], amira["act"]) == ("Amira Khan", "call")
    assert json.loads(who("--json", "--need", "company", "--energy", "more")) == []


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ACTIVE])
def test_it_obeys_the_rules_of_the_window(store, who, status):
    ids = store.people.add_many([AMIRA, Supporter(name="Ben"), Supporter(name="Cleo"), Supporter(name="Dan")])
    store.people.set_status(ids[0], status)
    store.today.put_off(ids[1])
    store.people.trash(ids[2])
    assert [one["name"] for one in json.loads(who("--json"))] == ["Dan"]
    text = who()
    assert "Dan" in text
    assert not any(name in text for name in ("Amira", "Ben", "Cleo"))


def test_as_text_name_act_reasons_and_draft(store, who):
    store.people.add_many([AMIRA])
    lines = who().splitlines()
    assert lines[:3] == [
        "Amira Khan: the word you agreed on",
        "  Amira Khan offered: To listen, most evenings.",
        "  You noted that Amira Khan listens.",
    ]
    assert "pineapple" in lines[3]


def test_an_old_friend_has_no_name(store, who):
    store.people.add_many([Supporter(name="Ben")])
    days = [f"2026-12-{day:02}" for day in range(1, 31)]
    answers = {day: json.loads(who("--json", "--energy", "some", now=day)) for day in days}
    day, friend = next((day, one) for day, found in answers.items() for one in found if one["id"] is None)
    assert (friend["name"], friend["act"]) == (None, "text")
    assert friend["draft"].strip()
    assert "An old friend you miss: a short message" in who("--energy", "some", now=day)


@pytest.mark.parametrize(("kind", "said"), [(Kind.ANIMAL, "time together"), (Kind.PLACE, "going there")])
def test_there_is_nothing_to_send_to_an_animal_or_a_place(store, who, kind, said):
    store.people.add_many([Supporter(name="Biscuit", kind=kind, easy_on_low_day=True)])
    (one,) = json.loads(who("--json"))
    assert (one["name"], one["act"], one["draft"]) == ("Biscuit", "meet", "")
    assert who() == f"Biscuit: {said}\n"


def test_where_nobody_fits_there_is_one_first_step(store, who):
    assert json.loads(who("--json")) == []
    titles = [step.title for step in content.first_steps()]
    printed = {day: who(now=f"2026-11-{day}T12:00") for day in range(10, 24)}
    assert {text.splitlines()[0] for text in printed.values()} == set(titles)
    assert who(now="2026-11-23T03:59") == printed[22] != who(now="2026-11-23T04:00")
    assert "no one" not in "".join(printed.values()).lower()


def test_where_even_first_steps_cannot_be_read_there_is_a_kind_word(who, store, monkeypatch):
    monkeypatch.setattr(content, "first_steps", tuple)
    assert who() == "One small step is enough, and so is none.\n"


def test_nothing_printed_is_ever_about_what_was_not_done(who, store):
    kinds = [Supporter(name=f"{kind}", kind=kind, easy_on_low_day=True) for kind in Kind]
    store.people.add_many([AMIRA, *kinds])
    for need in ("anything", "listens", "hand", "company"):
        for energy in ("little", "some", "more"):
            assert found(who("--need", need, "--energy", energy)) == []


def test_an_unknown_need_is_a_usage_error(qapp, folder, capsys):
    assert cli.run(["--data-dir", str(folder), "who", "--need", "love"]) == 2
    assert "love" in capsys.readouterr().err
