"""Starting with the computer: one small entry where each system looks for those, made and taken away by one switch.

The entry itself is what is kept: nothing else notes whether it is there. What is written is made by plain functions.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ..core.paths import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.paths import Places

RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class AtLogin(Protocol):
    """Whether Supportnet starts when the person logs in. `set` raises OSError where it may not be kept."""

    def is_on(self) -> bool: ...

    def set(self, on: bool) -> None: ...


def command(places: Places, usual: bool) -> list[str]:
    """What starts this very program in the background; with its folder where it is not the usual one."""
    program = Path(sys.executable)
    if sys.platform == "win32" and (windowless := program.with_name("pythonw.exe")).exists():
        program = windowless
    start = [str(program)] if getattr(sys, "frozen", False) else [str(program), "-m", "supportnet_gui"]
    return [*start, *([] if usual else ["--data-dir", str(places.root)]), "--background"]


def at_login(places: Places) -> AtLogin:
    """The entry of this system, for this data folder."""
    from hashlib import sha256

    from ..core.paths import places as usual_places

    usual = places == usual_places()
    # A second notebook has an entry of its own, whose name does not tell where it lies.
    mark = "" if usual else "-" + sha256(str(places.root).encode()).hexdigest()[:8]
    name, start = APPLICATION_ID + mark, command(places, usual)
    if sys.platform == "win32":
        return RegistryEntry(name, windows_value(start))
    if sys.platform == "darwin":
        return FileEntry(mac_file(name), mac_entry(name, start))
    return FileEntry(linux_file(name), linux_entry(start).encode())


class FileEntry:
    """An entry that is a file."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path, self._content = path, content

    def is_on(self) -> bool:
        try:
            lines = self.path.read_bytes().splitlines()
        except OSError:
            return False
        # The desktop's own list of programs to start switches an entry off by such a line.
        return not {b"Hidden=true", b"X-GNOME-Autostart-enabled=false"} & set(lines)

    def set(self, on: bool) -> None:
        if not on:
            self.path.unlink(missing_ok=True)
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # Written beside and moved into place: a full disk leaves no half an entry.
        beside = self.path.with_name(self.path.name + ".new")
        try:
            beside.write_bytes(self._content)
            beside.replace(self.path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise


class RegistryEntry:
    """A value of the current user's Run key on Windows."""

    def __init__(self, name: str, value: str) -> None:
        self._name, self._value = name, value

    def is_on(self) -> bool:
        registry = _registry()
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN_KEY) as key:
                registry.QueryValueEx(key, self._name)
        except OSError:
            return False
        return True

    def set(self, on: bool) -> None:
        registry = _registry()
        with registry.CreateKey(registry.HKEY_CURRENT_USER, RUN_KEY) as key:
            if on:
                registry.SetValueEx(key, self._name, 0, registry.REG_SZ, self._value)
            else:
                with suppress(FileNotFoundError):
                    registry.DeleteValue(key, self._name)


# -- what is written -----------------------------------------------------------------------------------------


def linux_file(name: str) -> Path:
    """Where desktops look (the XDG autostart specification). A relative folder is none, it says."""
    given = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(given) if Path(given).is_absolute() else Path.home() / ".config"
    return folder / "autostart" / f"{name}.desktop"


def linux_entry(start: Sequence[str]) -> str:
    line = " ".join(_quoted(part) for part in start)
    return (
        "[Desktop Entry]\nType=Application\nVersion=1.5\nName=Supportnet\n"
        f"Exec={line}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    )


def _quoted(part: str) -> str:
    """An argument as desktop entries write them: quoted, then escaped as every value of theirs is."""
    if not set(part) & set(" \t\n\"'\\><~|&;$*?#()`%="):
        return part
    inside = "".join("\\" + letter if letter in '"`$\\' else letter for letter in part)
    return '"' + inside.replace("\\", "\\\\").replace("%", "%%").replace("\n", "\\n") + '"'


def mac_file(name: str) -> Path:
    return Path.home() / "Library" / "LaunchAgents" / f"{name}.plist"


def mac_entry(name: str, start: Sequence[str]) -> bytes:
    import plistlib

    return plistlib.dumps(
        {"Label": name, "ProgramArguments": list(start), "RunAtLoad": True, "ProcessType": "Interactive"}
    )


def windows_value(start: Sequence[str]) -> str:
    from subprocess import list2cmdline

    return list2cmdline(start)


def _registry() -> Any:
    import winreg

    return winreg
