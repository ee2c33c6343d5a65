"""Starting with the computer: what would be written on each system, and the switch on this one."""

from __future__ import annotations

import plistlib
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest

from supportnet_gui.core.paths import places
from supportnet_gui.desktop import autostart

PARTS = [
    "/opt/it's here/100 %/py",
    "-m",
    "supportnet_gui",
    "--data-dir",
    '/home/you/a "b" $c \\d',
    "--background",
]


def exec_line(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("Exec=")).removeprefix("Exec=")


def test_a_desktop_reads_back_every_argument():
    """By the specification: first the value is unescaped, then it is quoted as in a shell, then come the % codes."""
    value = exec_line(autostart.linux_entry(PARTS)).replace("\\\\", "\\")
    done = subprocess.run(["sh", "-c", f"printf '%s\\n' {value}"], capture_output=True, text=True, check=True)
    assert [part.replace("%%", "%") for part in done.stdout.splitlines()] == PARTS


@pytest.mark.skipif(shutil.which("gio") is None, reason="gio is not installed")
def test_glib_takes_the_entry(tmp_path):
    touched = tmp_path / 'touched it\'s `50` % "of" $x \\d'
    path = tmp_path / "entry.desktop"
    path.write_text(autostart.linux_entry(["/bin/touch", str(touched)]), encoding="utf-8")
    subprocess.run(["gio", "launch", str(path)], check=True, timeout=30)
    assert touched.exists()


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
def test_the_entry_is_valid(tmp_path):
    path = tmp_path / "entry.desktop"
    path.write_text(autostart.linux_entry(PARTS), encoding="utf-8")
    done = subprocess.run(["desktop-file-validate", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_mac_gets_a_launch_agent():
    entry = plistlib.loads(autostart.mac_entry("app.supportnet.Supportnet", PARTS))
    assert entry["ProgramArguments"] == PARTS
    assert entry["RunAtLoad"] is True
    assert entry["Label"] == "app.supportnet.Supportnet"


def test_windows_gets_one_line():
    line = autostart.windows_value([r"C:\Program Files\Supportnet\supportnet.exe", "--background"])
    assert line == r'"C:\Program Files\Supportnet\supportnet.exe" --background'


class Registry(SimpleNamespace):
    """As much of Windows' registry as is used, with the same errors."""

    HKEY_CURRENT_USER, REG_SZ = "HKCU", 1

    def OpenKey(self, root, path):
        if (root, path) not in self.keys:
            raise FileNotFoundError
        return self.CreateKey(root, path)

    def CreateKey(self, root, path):
        from contextlib import nullcontext

        return nullcontext(self.keys.setdefault((root, path), {}))

    def QueryValueEx(self, key, name):
        if name not in key:
            raise FileNotFoundError
        return key[name], 1

    def SetValueEx(self, key, name, _reserved, kind, value):
        assert kind == self.REG_SZ
        key[name] = value

    def DeleteValue(self, key, name):
        if name not in key:
            raise FileNotFoundError
        del key[name]


def test_the_switch_on_windows(monkeypatch):
    registry = Registry(keys={})
    monkeypatch.setattr(autostart, "_registry", lambda: registry)
    entry = autostart.RegistryEntry("app", "a line")
    assert not entry.is_on()
    entry.set(False)
    assert not entry.is_on()
    entry.set(True)
    assert entry.is_on()
    assert list(registry.keys.values()) == [{"app": "a line"}]
    entry.set(False)
    assert not entry.is_on()


@pytest.fixture
def entry(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return file_entry(places())


def file_entry(of):
    entry = autostart.at_login(of)
    assert isinstance(entry, autostart.FileEntry)
    return entry


def test_the_switch_makes_one_file_and_takes_it_away(entry, tmp_path):
    assert not entry.is_on()
    assert not (tmp_path / "config").exists()
    entry.set(True)
    assert entry.is_on()
    assert [path.name for path in (tmp_path / "config" / "autostart").iterdir()] == [
        "app.supportnet.Supportnet.desktop"
    ]
    assert exec_line(entry.path.read_text(encoding="utf-8")).endswith("-m supportnet_gui --background")
    entry.set(False)
    assert not entry.is_on()
    assert list((tmp_path / "config" / "autostart").iterdir()) == []
    entry.set(False)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(entry, line):
    entry.set(True)
    text = entry.path.read_text(encoding="utf-8").replace("X-GNOME-Autostart-enabled=true", line)
    entry.path.write_text(text, encoding="utf-8")
    assert not entry.is_on()


def test_another_folder_has_an_entry_of_its_own_that_names_no_folder(entry, tmp_path):
    other = file_entry(places(tmp_path / "other notebook"))
    other.set(True)
    assert other.is_on()
    assert not entry.is_on()
    assert "notebook" not in other.path.name
    assert "other notebook" in exec_line(other.path.read_text(encoding="utf-8"))


def test_where_it_may_not_write_it_says_so_and_leaves_nothing(entry, monkeypatch):
    entry.path.parent.parent.mkdir()
    entry.path.parent.write_text("a file where the folder would be", encoding="utf-8")
    with pytest.raises(FileExistsError):
        entry.set(True)
    assert not entry.is_on()


def test_a_full_disk_leaves_no_half_an_entry(entry, monkeypatch):
    from pathlib import Path

    def full(_self, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        entry.set(True)
    assert list(entry.path.parent.iterdir()) == []


def test_a_program_that_was_packed_starts_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/supportnet/supportnet")
    assert autostart.command(places(tmp_path), usual=True) == ["/opt/supportnet/supportnet", "--background"]
