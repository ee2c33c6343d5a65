"""The small file beside the database: read whatever is in it, and never half written."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core.paths import Places
from supportnet_gui.core.preferences import LANGUAGES, THEMES, Preferences, PreferencesFile
from tests.core.store_kit import BECOME_NOBODY, run_python, shared

KEYS = Preferences._fields
posix = pytest.mark.skipif(os.name != "posix", reason="permissions of the POSIX kind")

CHOSEN = Preferences(
    country="GB",
    nation="GB-SCT",
    language="en",
    theme="dark",
    text_size=150,
    reduced_motion=True,
    window=(-20, 40, 1200, 800),
    maximized=True,
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def path(places: Places) -> Path:
    places.root.mkdir()
    return places.preferences


def test_without_a_file_there_are_defaults_and_no_file_is_made(places: Places) -> None:
    file = PreferencesFile(places.preferences)
    assert file.now == Preferences()
    assert not file.damaged
    assert not places.root.exists()


def test_what_was_chosen_is_there_next_time(places: Places) -> None:
    file = PreferencesFile(places.preferences)
    assert file.change(**CHOSEN._asdict()) == file.now == CHOSEN
    again = PreferencesFile(places.preferences)
    assert again.now == CHOSEN
    again.change(country="")
    assert PreferencesFile(places.preferences).now.country == ""
    assert PreferencesFile(places.preferences).now.theme == "dark"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_can_be_kept(path: Path, theme: str, language: str) -> None:
    PreferencesFile(path).change(theme=theme, language=language)
    assert (PreferencesFile(path).now.theme, PreferencesFile(path).now.language) == (theme, language)


@posix
def test_only_the_owner_can_read_it(places: Places) -> None:
    before = os.umask(0)
    try:
        PreferencesFile(places.preferences).change(country="IE")
    finally:
        os.umask(before)
    assert stat.S_IMODE(places.root.stat().st_mode) == 0o700
    assert stat.S_IMODE(places.preferences.stat().st_mode) == 0o600
    places.preferences.chmod(0o644)
    PreferencesFile(places.preferences).change(country="GB")
    assert stat.S_IMODE(places.preferences.stat().st_mode) == 0o600


def test_nothing_else_is_left_in_the_folder(path: Path) -> None:
    PreferencesFile(path).change(country="IE")
    PreferencesFile(path).change(country="GB")
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"dark"',
        b"\xff\xfe\x00",
        b'{"theme": "dark"',
        b"\0" * 200,
        os.urandom(500),
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"text_size": ' + b"9" * 5000 + b"}",
    ],
    ids=range(12),
)
def test_a_damaged_file_means_defaults_and_is_set_aside_only_when_something_is_chosen(
    path: Path, damage: bytes
) -> None:
    path.write_bytes(damage)
    file = PreferencesFile(path)
    assert (file.damaged, file.now) == (True, Preferences())
    assert path.read_bytes() == damage
    file.change(theme="dark")
    again = PreferencesFile(path)
    assert (file.damaged, again.damaged, again.now) == (False, False, Preferences(theme="dark"))
    [aside] = [each for each in path.parent.iterdir() if each != path]
    assert aside.read_bytes() == damage


def test_an_earlier_damaged_file_is_never_written_over(path: Path) -> None:
    for number in range(3):
        path.write_text(f"damage {number}")
        PreferencesFile(path).change(theme="dark")
    aside = sorted(each.read_text() for each in path.parent.iterdir() if each != path)
    assert aside == ["damage 0", "damage 1", "damage 2"]


def test_a_byte_order_mark_is_no_damage(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbf{"theme": "dark"}')
    file = PreferencesFile(path)
    assert (file.now.theme, file.damaged) == ("dark", False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"country": 1},
        {"country": "IRL"},
        {"country": None},
        {"nation": ["GB-SCT"]},
        {"nation": "GB-SCOTLAND"},
        {"language": "tlh"},
        {"language": []},
        {"theme": "pink"},
        {"theme": {}},
        {"text_size": 99},
        {"text_size": 201},
        {"text_size": "150"},
        {"text_size": 150.0},
        {"text_size": True},
        {"reduced_motion": 1},
        {"reduced_motion": "yes"},
        {"window": [1, 2, 3]},
        {"window": [1, 2, 3, "4"]},
        {"window": [1, 2, 3, 1_000_000]},
        {"window": [1, 2, 3, True]},
        {"window": "1234"},
        {"maximized": 0},
    ],
    ids=str,
)
def test_a_value_of_the_wrong_kind_means_the_default_and_spares_the_rest(
    path: Path, wrong: dict[str, Any]
) -> None:
    [key] = wrong
    path.write_text(json.dumps(CHOSEN._asdict() | wrong))
    file = PreferencesFile(path)
    assert not file.damaged
    assert file.now._asdict() == CHOSEN._asdict() | {key: getattr(Preferences(), key)}


@shared
@given(kept=st.dictionaries(st.sampled_from([*KEYS, "later", ""]), json_values))
def test_whatever_is_in_the_file_it_is_read(places: Places, kept: dict[str, Any]) -> None:
    places.root.mkdir(exist_ok=True)
    path = places.preferences
    path.write_text(json.dumps(kept))
    file = PreferencesFile(path)
    assert not file.damaged
    for key in KEYS:
        assert type(getattr(file.now, key)) is type(getattr(Preferences(), key))
    before = file.now
    file.change(country="IE")
    again = PreferencesFile(path)
    assert again.now._asdict() == before._asdict() | {"country": "IE"}
    raw = json.loads(path.read_text())
    for key in kept.keys() - {*KEYS}:
        assert repr(raw[key]) == repr(kept[key])  # nan is not nan


def test_what_a_newer_version_keeps_stays(path: Path) -> None:
    path.write_text('{"theme": "dark", "later": {"a": [1, "\\ud800", null]}}')
    PreferencesFile(path).change(theme="light")
    kept = json.loads(path.read_text())
    assert kept["later"] == {"a": [1, "\ud800", None]}
    assert kept["theme"] == "light"


def test_a_key_that_is_none_is_a_fault_and_changes_nothing(path: Path) -> None:
    file = PreferencesFile(path)
    file.change(theme="dark")
    before = path.read_bytes()
    with pytest.raises((TypeError, ValueError)):
        file.change(colour="pink")
    assert path.read_bytes() == before
    assert file.now == Preferences(theme="dark")


def test_an_unwritable_place_is_an_error_and_the_choice_counts_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("stays")
    file = PreferencesFile(tmp_path / "file" / "preferences.json")
    assert file.now == Preferences()
    with pytest.raises(OSError, match="file"):
        file.change(theme="dark")
    assert file.now.theme == "dark"
    assert (tmp_path / "file").read_text() == "stays"


def test_a_folder_in_the_file_s_place_is_set_aside_with_what_is_in_it(path: Path) -> None:
    path.mkdir()
    (path / "inside").write_text("stays")
    file = PreferencesFile(path)
    assert (file.now, file.damaged) == (Preferences(), True)
    file.change(theme="dark")
    assert PreferencesFile(path).now.theme == "dark"
    assert [each.read_text() for each in path.parent.rglob("inside")] == ["stays"]


@posix
def test_a_disk_that_is_full_leaves_the_old_file(path: Path) -> None:
    PreferencesFile(path).change(theme="dark", country="IE")
    before = path.read_bytes()
    out = run_python(
        """
import resource
file = PreferencesFile(places.preferences)
for size in (0, 1, 20, 100):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        file.change(theme="light")
        print("written")
    except OSError:
        assert PreferencesFile(places.preferences).now.theme == "dark"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert file.now.theme == "light"
""",
        path.parent,
    )
    assert out == ""
    assert path.read_bytes() == before
    PreferencesFile(path).change(theme="light")
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


@posix
def test_a_folder_only_for_reading_is_an_error(tmp_path: Path) -> None:
    out = run_python(
        """
import tempfile
folder = Path(tempfile.mkdtemp())
PreferencesFile(folder / "preferences.json").change(theme="dark")
if os.getuid() == 0:
    folder.chmod(0o755); (folder / "preferences.json").chmod(0o644)
"""
        + BECOME_NOBODY
        + """
else:
    folder.chmod(0o500)
file = PreferencesFile(folder / "preferences.json")
assert file.now.theme == "dark"
try:
    file.change(theme="light")
except OSError:
    print(PreferencesFile(folder / "preferences.json").now.theme, file.now.theme, folder, end="")
""",
        tmp_path,
    )
    on_disk, for_now, folder = out.split(" ", 2)
    assert (on_disk, for_now) == ("dark", "light")
    Path(folder).chmod(0o700)
    for each in Path(folder).iterdir():
        each.unlink()
    Path(folder).rmdir()
