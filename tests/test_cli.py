"""The terminal: what it prints, what it keeps, how it ends. A person never sees a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from supportnet_gui import __version__, cli
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import (
    Channel,
    Offer,
    Protocol,
    Rhythm,
    RhythmMode,
    Status,
    Support,
    Supporter,
    Unit,
)
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault

NOW = "2026-11-22T12:00"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def store(folder):
    store = Store(open_vault(places(folder)), FixedClock(datetime(2026, 11, 22, 12, 0)))
    yield store
    store.close()


@pytest.fixture
def run(qapp, folder, capsys):
    """Run a command on the folder; returns exit code, what it printed, and what it complained."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(["--data-dir", str(folder), "--now", NOW, *arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return run


def add(store, *names: str, **more) -> list[str]:
    return store.people.add_many([Supporter(name=name, **more) for name in names])


# -- people --------------------------------------------------------------------------------------------------


def test_people_as_json_have_exactly_the_documented_fields(run, store):
    amira = store.people.add(
        Supporter(
            name="Amira",
            roles=("friend",),
            offers=(Offer(Support.RELATIONAL), Offer(Support.EMOTIONAL)),
            channels=(Channel(Protocol.CALL, "+44 7700 900134", "mobile"),),
            rhythm=Rhythm(RhythmMode.OWN, 2, Unit.WEEK, date(2026, 1, 1)),
        )
    )
    assert run("log", "Amira", "--when", "2026-11-20T18:30")[0] == 0
    code, out, _ = run("people", "--json")
    assert code == 0
    assert json.loads(out) == [
        {
            "id": amira,
            "name": "Amira",
            "kind": "person",
            "circle": "around",
            "status": "active",
            "support": ["emotional", "relational"],
            "channels": [{"protocol": "call", "value": "+44 7700 900134", "label": "mobile"}],
            "roles": ["friend"],
            "rhythm": {"every": 2, "unit": "week"},
            "last_contact": "2026-11-20T18:30",
        }
    ]


def test_people_leaves_out_whom_lists_leave_out_until_asked(run, store):
    add(store, "Amira")
    (ended,) = add(store, "Old friend")
    (unsafe,) = add(store, "Someone")
    (archived,) = add(store, "From work")
    store.people.set_status(ended, Status.ENDED)
    store.people.set_status(unsafe, Status.UNSAFE)
    store.people.set_archived(archived, archived=True)
    assert [one["name"] for one in json.loads(run("people", "--json")[1])] == ["Amira"]
    assert len(json.loads(run("people", "--json", "--all")[1])) == 4
    assert "Old friend" not in run("people")[1]


def test_people_of_an_empty_notebook(run):
    code, out, _ = run("people")
    assert (code, out) == (0, "Nobody is written down here yet.\n")
    assert run("people", "--json")[1] == "[]\n"


# -- log -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "kept"),
    [
        (None, "2026-11-22"),
        ("2026-11-20", "2026-11-20"),
        ("2026-11-20T18:30", "2026-11-20T18:30"),
        ("2026-11-20T18:30:59", "2026-11-20T18:30"),
    ],
)
def test_log_keeps_when_it_was(run, store, when, kept):
    (amira,) = add(store, "Amira")
    code, out, _ = run("log", "Amira", *(["--when", when] if when else []))
    assert code == 0
    assert "Amira" in out
    assert store.people.last_contact() == {amira: kept}


def test_log_keeps_everything_it_is_told(run, store):
    amira, sam = add(store, "Amira", "Sam")
    code, _, _ = run("log", "Amira", "Sam", "--way", "call", "--felt", "lighter", "--note", "<b>hello</b>")
    assert code == 0
    check_in = store.check_ins.latest(1)[0].check_in
    assert set(check_in.people) == {amira, sam}
    assert (check_in.way, check_in.felt, check_in.note) == ("call", "lighter", "<b>hello</b>")


@pytest.mark.parametrize("name", ["amira", "AMIRA B", "ámira", "Amira"])
def test_log_takes_a_name_or_its_beginning_whatever_its_case_and_accents(run, store, name):
    (amira,) = add(store, "Amira B")
    assert run("log", name)[0] == 0
    assert amira in store.people.last_contact()


def test_an_exact_name_wins_over_a_longer_one(run, store):
    short, _long = add(store, "Sam", "Samira")
    assert run("log", "sam")[0] == 0
    assert set(store.people.last_contact()) == {short}


def test_log_with_an_unclear_name_keeps_nothing_and_gives_the_choices(run, store):
    add(store, "Sam", "Samira", "Jo")
    code, out, err = run("log", "Sa")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "Sam" in err
    assert "Samira" in err
    assert "Jo" not in err
    assert store.people.last_contact() == {}


def test_two_people_of_one_name_are_told_apart_by_id(run, store):
    first, second = add(store, "Sam", "Sam")
    code, _, err = run("log", "Sam")
    assert code == 1
    assert first in err
    assert second in err
    assert run("log", first)[0] == 0
    assert set(store.people.last_contact()) == {first}


def test_choices_never_name_someone_lists_leave_out(run, store):
    (unsafe,) = add(store, "Samuel")
    add(store, "Sam", "Samira")
    store.people.set_status(unsafe, Status.UNSAFE)
    assert "Samuel" not in run("log", "Sa")[2]


def test_one_unknown_name_among_many_keeps_nothing(run, store):
    add(store, "Amira")
    code, _, err = run("log", "Amira", "Nobody at all")
    assert code == 1
    assert len(err.splitlines()) == 1
    assert store.people.last_contact() == {}


def test_log_refuses_a_day_to_come(run, store):
    add(store, "Amira")
    code, _, err = run("log", "Amira", "--when", "2026-11-23")
    assert code == 1
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "Amira", "--when", "soon"),
        ("log", "Amira", "--way", "pigeon"),
        ("log",),
        ("unknown",),
        ("people", "--no-such-thing"),
        ("import",),
    ],
)
def test_what_cannot_be_understood_ends_with_two(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err


# -- import --------------------------------------------------------------------------------------------------

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Nia Example
TEL;TYPE=CELL:01632 960111
UID:card-1
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Ola Example
UID:card-2
END:VCARD
"""


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "people.vcf"
    path.write_text(CARDS, encoding="utf-8")
    return path


def test_import_only_looks_until_told_all(run, store, book):
    code, out, _ = run("import", str(book))
    assert code == 0
    assert "Nia Example" in out
    assert store.people.count() == 0


def test_import_brings_in_once(run, store, book):
    assert run("import", "--all", str(book))[0] == 0
    assert store.people.count() == 2
    before = store.people.all()
    assert run("import", "--all", str(book))[0] == 0
    assert store.people.all() == before


def test_import_lists_what_does_not_come_in_and_brings_the_rest(run, store, tmp_path):
    path = tmp_path / "people.vcf"
    path.write_text(CARDS + "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", encoding="utf-8")
    code, _, err = run("import", "--all", str(path))
    assert code == 0
    assert "12" in err
    assert store.people.count() == 2


@pytest.mark.parametrize("content", [b"", b"just some text\n", bytes(range(256)) * 20])
def test_a_file_that_is_no_address_book_ends_with_one(run, store, tmp_path, content):
    path = tmp_path / "people.vcf"
    path.write_bytes(content)
    code, _, err = run("import", "--all", str(path))
    assert code == 1
    assert "people.vcf" in err
    assert store.people.count() == 0


def test_a_missing_file_ends_with_one(run, tmp_path):
    code, _, err = run("import", str(tmp_path / "not-there.vcf"))
    assert code == 1
    assert len(err.splitlines()) == 1


# -- crisis --------------------------------------------------------------------------------------------------


def numbers(text: str) -> str:
    return re.sub(r"\D", "", text)


def test_crisis_as_json_has_exactly_the_documented_fields(run):
    code, out, _ = run("crisis", "--country", "US", "--json")
    assert code == 0
    panel = json.loads(out)
    assert set(panel) == {"country", "region", "lines"}
    assert panel["country"] == "US"
    for line in panel["lines"]:
        assert set(line) == {"id", "name", "kind", "channels", "hours", "gathered_on", "confirmed_on"}
        for channel in line["channels"]:
            assert set(channel) == {"type", "value", "keyword"}
    assert panel["lines"][0]["id"] == "us-emergency"


def test_crisis_opens_no_database_and_makes_no_folder(run, folder):
    assert run("crisis", "--country", "ie")[0] == 0
    assert not folder.exists()


def test_crisis_without_a_country_shows_no_number(run):
    _, out, _ = run("crisis")
    assert not re.search(r"\d{3}", out.replace("22 November 2026", "").replace("112", ""))
    assert "--country" in out


def test_crisis_remembers_the_country_chosen_in_the_window(run, folder):
    folder.mkdir()
    (folder / "preferences.json").write_text('{"country": "GB", "nation": "GB-SCT"}', encoding="utf-8")
    panel = json.loads(run("crisis", "--json")[1])
    assert (panel["country"], panel["region"]) == ("GB", "GB-SCT")


def test_crisis_for_a_nation(run):
    _, out, _ = run("crisis", "--country", "gb-nir")
    assert "0808 808 8000" in out
    assert "111" not in re.findall(r"\d+", out)


@pytest.mark.parametrize("place", ["XX", "GB-LON", "USA"])
def test_crisis_for_an_unknown_place_says_where_else_to_look(run, place):
    code, out, err = run("crisis", "--country", place)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("damage", ["random", "future", "missing"])
def test_crisis_works_whatever_became_of_the_notes(run, folder, damage):
    folder.mkdir()
    if damage == "random":
        (folder / "supportnet.db").write_bytes(os.urandom(4096))
    if damage == "future":
        (folder / "preferences.json").write_text("{{{", encoding="utf-8")
    code, out, _ = run("crisis", "--country", "NZ")
    assert code == 0
    assert "1737" in out


# -- faults --------------------------------------------------------------------------------------------------


def test_notes_that_cannot_be_read_are_left_alone_with_one_line(run, folder):
    folder.mkdir()
    damaged = os.urandom(8192)
    (folder / "supportnet.db").write_bytes(damaged)
    for command in (("people",), ("log", "Amira")):
        code, out, err = run(*command)
        assert (code, out) == (1, "")
        assert len(err.splitlines()) == 1
    assert (folder / "supportnet.db").read_bytes() == damaged


def test_a_folder_that_cannot_be_made_gets_one_line(qapp, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert cli.run(["--data-dir", str(tmp_path / "file" / "data"), "people"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_fault_inside_leaves_no_word_of_anybody_on_screen_or_in_the_log(run, store, folder, monkeypatch):
    add(store, "Amira Secret")

    def broken(*_):
        raise RuntimeError("Amira Secret")

    monkeypatch.setattr(Store, "check_ins", property(broken), raising=False)
    code, out, err = run("log", "Amira Secret")
    assert code == 1
    assert len(err.splitlines()) == 1
    log = (folder / "log" / "supportnet.log").read_text(encoding="utf-8")
    assert "Secret" not in out + err + log
    assert "Error" in log


# -- as a process --------------------------------------------------------------------------------------------


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "supportnet_gui", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )


def test_version():
    result = process("--version")
    assert (result.returncode, result.stdout.strip()) == (0, f"Supportnet {__version__}")


def test_the_made_up_network_is_a_dozen_people_and_leaves_nothing_behind(tmp_path):
    result = process("--demo", "--now", NOW, "people", "--json", TMPDIR=str(tmp_path))
    assert result.returncode == 0
    assert len(json.loads(result.stdout)) == 12
    assert list(Path(tmp_path).iterdir()) == []


def test_a_log_from_the_terminal_is_on_disk_when_it_ends(tmp_path):
    assert process("--data-dir", str(tmp_path / "d"), "--demo", "people").returncode == 0
    assert process("--data-dir", str(tmp_path / "d"), "log", "Mum", "--note", "after").returncode == 0
    assert not (tmp_path / "d" / "supportnet.db-wal").exists()
    later = Store(open_vault(places(tmp_path / "d")), FixedClock(datetime(2030, 1, 1)))
    assert later.check_ins.latest(1)[0].check_in.note == "after"
    later.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen to ask")
def test_help_in_a_window_without_a_screen_says_what_works(tmp_path):
    gone = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    result = process("--data-dir", str(tmp_path), "crisis", "--window", **gone)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1


def test_damage_in_the_middle_of_the_notes_gets_one_line(run, store, folder):
    add(store, *(f"Person {number} {'x' * 500}" for number in range(200)))
    store.close()
    path = folder / "supportnet.db"
    content = bytearray(path.read_bytes())
    for page in range(40, len(content) // 4096):
        content[page * 4096 : page * 4096 + 16] = b"\xff" * 16
    path.write_bytes(content)
    code, out, err = run("people", "--json")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "could not be read" in err


# -- calendar --------------------------------------------------------------------------------------------------


def test_a_calendar_file_is_saved_and_saved_anew(run, store, tmp_path):
    rhythm = Rhythm(RhythmMode.OWN, 1, Unit.WEEK, date(2026, 11, 1))
    add(store, "Amira", rhythm=rhythm)
    path = tmp_path / "reminders.ics"
    code, out, err = run("calendar", str(path))
    assert (code, err) == (0, "")
    assert f"Saved: {path}" in out
    assert "If this calendar is shared, others may see it." in out
    first = path.read_text(encoding="utf-8")
    assert "A small note from your notebook" in first
    assert "Amira" not in first
    assert run("calendar", str(path), "--names")[0] == 0
    assert "SUMMARY:You could say hello to Amira\\, if you like." in path.read_text(encoding="utf-8")


def test_a_file_that_is_no_calendar_is_left_alone(run, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear all", encoding="utf-8")
    code, out, err = run("calendar", str(path))
    assert (code, out) == (1, "")
    assert "was left alone" in err
    assert path.read_text(encoding="utf-8") == "Dear all"


def test_a_calendar_for_a_folder_that_is_not_there(run, tmp_path):
    code, out, err = run("calendar", str(tmp_path / "nowhere" / "a.ics"))
    assert (code, out) == (1, "")
    assert "may not write the file there" in err
