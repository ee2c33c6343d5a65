"""Starting for real, in processes of its own: one window for each folder, no screen, nothing left behind."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
COMMAND = [sys.executable, "-m", "supportnet_gui"]


def wait_until(condition, seconds=20.0):
    """Wait for something another process does; the time is a limit, not a measure."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@pytest.fixture
def first(tmp_path):
    """A window that is open on a folder."""
    process = subprocess.Popen(
        [*COMMAND, "--data-dir", str(tmp_path / "data")], env=OFFSCREEN, stderr=subprocess.PIPE
    )
    wait_until((tmp_path / "data" / "supportnet.db").exists)
    yield process
    process.kill()
    process.communicate()


def test_a_second_start_brings_the_first_window_forward(first, tmp_path):
    again = [*COMMAND, "--data-dir", str(tmp_path / "data")]

    def heard() -> bool:
        return (
            subprocess.run(again, env=OFFSCREEN, capture_output=True, timeout=30, check=False).returncode == 0
        )

    wait_until(heard)
    assert first.poll() is None


def test_a_start_after_a_kill_works(first, tmp_path):
    first.send_signal(signal.SIGKILL)
    first.wait()
    another = subprocess.Popen([*COMMAND, "--data-dir", str(tmp_path / "data")], env=OFFSCREEN)
    try:
        time.sleep(1.5)
        assert another.poll() is None
    finally:
        another.kill()
        another.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_asked_to_end_it_leaves_one_tidy_file(first, tmp_path):
    first.send_signal(signal.SIGTERM)
    assert first.wait(timeout=30) == 0
    assert not (tmp_path / "data" / "supportnet.db-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another form")
def test_only_the_owner_can_read_what_a_running_window_keeps(first, tmp_path):
    wait_until((tmp_path / "data" / "supportnet.db-wal").exists)
    for path in [tmp_path / "data", *Path(tmp_path / "data").rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path.name


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen to ask")
def test_without_a_screen_one_line_says_what_works_instead(tmp_path):
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {key: value for key, value in os.environ.items() if key not in gone}
    result = subprocess.run(COMMAND, env=bare, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "crisis" in result.stderr
    assert "Traceback" not in result.stderr


def test_pyside_does_not_read_our_sources_at_the_start():
    """It would take a tenth of the start: docs/decisions/0008. Red where a new PySide6 asks in another way."""
    code = """
import linecache, sys
from supportnet_gui.start import _leave_sources_unread
_leave_sources_unread()
import PySide6.QtWidgets
import supportnet_gui.ui.main_window
read = [name for name in linecache.cache if "supportnet_gui" in name and "start.py" not in name]
sys.exit(", ".join(read) or 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env=OFFSCREEN, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
