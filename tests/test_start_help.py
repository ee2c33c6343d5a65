"""`crisis --window` from a cold start, in a process of its own: complete whatever became of the files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import supportnet_gui

OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
LOOK = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
import supportnet_gui.app as app
from supportnet_gui import cli

first_paint = app.App._first_paint

def told(self):
    page = self._window.pages["help"]
    focus = QApplication.focusWidget()
    print(json.dumps({
        "page": self._window.current,
        "focus": focus.text() if focus else "",
        "words": [label.text() for label in page.findChildren(QLabel) if label.isVisible()],
    }))
    QApplication.quit()

def seen(self):
    first_paint(self)
    QTimer.singleShot(1500, self, lambda: told(self))

app.App._first_paint = seen
sys.exit(cli.run(["--data-dir", sys.argv[1], "crisis", "--window"]))
"""


def help_opens(folder: Path, where: Path | None = None) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(folder)],
        env=OFFSCREEN,
        cwd=where or Path(supportnet_gui.__file__).parent.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["page"] == "help"
    return found


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "preferences.json").write_text('{"country": "GB", "nation": "GB-SCT"}', encoding="utf-8")
    return folder


def assert_complete(found):
    assert found["focus"] == "Call 999"
    assert {"Call 999", "Call 116 123", "Call 111", "Text SHOUT to 85258", "Find A Helpline"} <= {
        *found["words"]
    }


def test_with_no_database(folder):
    assert_complete(help_opens(folder))


def test_with_a_database_of_random_bytes(folder):
    junk = os.urandom(4096)
    (folder / "supportnet.db").write_bytes(junk)
    assert_complete(help_opens(folder))
    assert (folder / "supportnet.db").read_bytes() == junk


def test_with_a_folder_that_is_none(tmp_path):
    """As with one that may not be read: no choice of a country is known, so no number is guessed."""
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    found = help_opens(tmp_path / "file" / "data")
    assert found["focus"] == "Call your local emergency number"
    assert "Which country are you in?" in found["words"]
    assert "Find A Helpline" in found["words"]


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="needs rights that can be taken away",
)
def test_with_a_folder_that_may_not_be_read(folder):
    folder.chmod(0)
    try:
        assert help_opens(folder)["focus"] == "Call your local emergency number"
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    "missing", ["crisis/gb.toml", "crisis/any.toml", "crisis/en/names.toml", "style.qss", ""]
)
def test_with_a_bundled_file_missing(folder, tmp_path, missing):
    """And with all of them."""
    root = Path(supportnet_gui.__file__).parent.parent
    shutil.copytree(root / "supportnet_gui", tmp_path / "app" / "supportnet_gui")
    if missing:
        shutil.copytree(root / "resources", tmp_path / "app" / "resources")
        (tmp_path / "app" / "resources" / missing).unlink()
    assert_complete(help_opens(folder, tmp_path / "app"))
