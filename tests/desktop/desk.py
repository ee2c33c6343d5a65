"""A desktop of its own for tests: an X server without a screen, a message bus, dunst for notices, trayer for icons."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
WIDEST_ICON = 40  # pixels
PROGRAMS = ("Xvfb", "dbus-daemon", "dunst", "dunstctl", "trayer", "xdotool")

# A session's bus as ever, but it starts nobody: who is on it is the test's matter.
BUS = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

DUNST = """
[global]
    font = DejaVu Sans 11
    width = (280, 420)
    origin = top-right
    offset = 20x60
    padding = 14
    horizontal_padding = 16
    frame_width = 1
    frame_color = "#857E72"
    markup = full
    format = "<b>%s</b>\\n%b"
    word_wrap = yes
    show_indicators = yes
    idle_threshold = 0
    dmenu = {menu}
[urgency_normal]
    background = "#FFFFFF"
    foreground = "#23302F"
    timeout = 60
"""


def missing() -> list[str]:
    """Programs that are not installed."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


def wait_until(
    condition: Callable[[], Any], seconds: float = 60.0, step: Callable[[], object] | None = None
) -> Any:
    """What `condition` gives, once it is true; the time is a limit, not a measure."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
        if step is None:
            time.sleep(0.03)
        else:
            step()
    return found


class Desk:
    """Everything that was started is ended by `close`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running: list[subprocess.Popen[Any]] = []
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("DBUS_", "WAYLAND_", "QT_"))
        }
        home = {
            f"XDG_{what}_HOME": str(folder / what.lower()) for what in ("CONFIG", "DATA", "CACHE", "RUNTIME")
        }
        self.environment = kept | home | {"QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        self.environment.pop("XDG_CURRENT_DESKTOP", None)
        self._start_screen()
        self._start_bus()

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=30, check=False
        )
        return done.stdout.strip()

    def start(self, *command: str, **more: Any) -> subprocess.Popen[Any]:
        more = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | more
        process = subprocess.Popen(command, env=self.environment, **more)
        self._running.append(process)
        return process

    def end(self, process: subprocess.Popen[Any]) -> None:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
        self._running.remove(process)

    def close(self) -> None:
        for process in reversed(list(self._running)):
            self.end(process)

    # -- notices ---------------------------------------------------------------------------------------------

    def start_dunst(self) -> subprocess.Popen[Any]:
        self._chosen = self.folder / "chosen"
        menu = self.folder / "menu"
        # Called with the buttons' lines on its input; says which was chosen.
        menu.write_text(
            f'#!/bin/sh\ntee {self.folder}/offered | grep -F "$(cat {self._chosen})"\n', encoding="utf-8"
        )
        menu.chmod(0o700)
        config = self.folder / "dunstrc"
        config.write_text(DUNST.format(menu=menu), encoding="utf-8")
        process = self.start("dunst", "-config", str(config))
        wait_until(lambda: self.run("dunstctl", "count", "displayed").isdigit())
        return process

    def shown(self) -> int:
        return int(self.run("dunstctl", "count", "displayed") or 0)

    def choose(self, words: str) -> None:
        """Press a button of the notice."""
        self._chosen.write_text(words, encoding="utf-8")
        self.run("dunstctl", "context")

    def click(self) -> None:
        """Click the notice itself."""
        self.run("dunstctl", "action")

    def history(self) -> list[dict[str, str]]:
        """What was shown and has gone, the newest first."""
        told = json.loads(self.run("dunstctl", "history"))["data"][0]
        return [{key: value["data"] for key, value in notice.items()} for notice in told]

    # -- the tray --------------------------------------------------------------------------------------------

    def start_tray(self) -> subprocess.Popen[Any]:
        process = self.start("trayer", *"--edge bottom --align right --widthtype request --height 32".split())
        wait_until(lambda: self.run("xdotool", "search", "--class", "trayer"))
        return process

    def windows(self) -> list[tuple[str, int]]:
        """What Supportnet shows on the screen: number and width of each window, its icon in the tray included."""
        found = self.run("xdotool", "search", "--onlyvisible", "--class", "^Supportnet$").split()
        return [(number, width) for number in found if (width := self._width(number))]

    def window(self) -> str:
        """The window, "" where none is seen."""
        return next((number for number, width in self.windows() if width > WIDEST_ICON), "")

    def icon(self) -> str:
        """The icon in the tray, "" where there is none."""
        return next((number for number, width in self.windows() if width <= WIDEST_ICON), "")

    def close_window(self) -> None:
        """As the cross on its frame does; once more where a window that is only just there did not hear it."""

        def gone() -> bool:
            if number := self.window():
                self.run(sys.executable, "-m", "tests.desktop.x11", "close", number)
            return not number

        wait_until(gone, step=lambda: time.sleep(1))

    def _width(self, number: str) -> int:
        lines = self.run("xdotool", "getwindowgeometry", "--shell", number).splitlines()
        return next((int(line[6:]) for line in lines if line.startswith("WIDTH=")), 0)

    # -- the app ---------------------------------------------------------------------------------------------

    def start_app(self, *arguments: str, **more: Any) -> subprocess.Popen[Any]:
        return self.start(sys.executable, "-m", "supportnet_gui", *arguments, cwd=ROOT, **more)

    # -- what is below ---------------------------------------------------------------------------------------

    def _start_screen(self) -> None:
        server = self.start(
            "Xvfb",
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1366x768x24",
            "-nolisten",
            "tcp",
            stdout=subprocess.PIPE,
        )
        assert server.stdout is not None
        self.environment["DISPLAY"] = ":" + server.stdout.readline().decode().strip()

    def _start_bus(self) -> None:
        config = self.folder / "bus.conf"
        config.write_text(BUS.format(folder=self.folder), encoding="utf-8")
        bus = self.start(
            "dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1", stdout=subprocess.PIPE
        )
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
