"""Supportnet itself on a desktop of its own: in the tray, without one, and with notices that are answered."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import Rhythm, RhythmMode, Supporter, Unit
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
from tests.desktop.desk import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="made of what Linux desktops are made of")

DUE = "2026-11-24T18:30"
"""Near the end of the hours in which reminders come."""


@pytest.fixture(scope="module")
def whole_desk(whole_desk):
    # Its zone is that of the times in this file.
    whole_desk.environment["TZ"] = "Europe/Dublin"
    return whole_desk


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def notebook(folder):
    """A notebook in which a reminder about Amira is due at DUE."""
    zone = ZoneInfo("Europe/Dublin")
    store = Store(open_vault(places(folder)), FixedClock(datetime.fromisoformat(DUE).replace(tzinfo=zone)))
    rhythm = Rhythm(RhythmMode.OWN, 1, Unit.WEEK, date(2026, 10, 1))
    store.people.add(Supporter(name="Amira", rhythm=rhythm))
    store.settings.set("told_that_it_stays", True)
    yield store
    store.close()


@pytest.fixture
def app(whole_desk, folder):
    """Starts Supportnet; it is ended after the test."""
    running = []

    def start(*arguments, **more):
        running.append(whole_desk.start_app("--data-dir", str(folder), "--now", DUE, *arguments, **more))
        return running[-1]

    yield start
    for process in running:
        whole_desk.end(process)
    whole_desk.run("dunstctl", "close-all")
    wait_until(lambda: whole_desk.shown() == 0)


def deliveries(store) -> list[tuple[str, str | None]]:
    return [tuple(row) for row in store.db.execute("SELECT how, answer FROM nudge").fetchall()]


def contacts(store) -> int:
    return store.db.execute("SELECT count(*) FROM check_in").fetchone()[0]


def text_of(desk) -> str:
    """The words of the notice that is seen; it is closed for that."""
    desk.run("dunstctl", "close")
    wait_until(lambda: desk.shown() == 0)
    newest = desk.history()[0]
    return f"{newest['summary']}: {newest['body']}"


def test_in_the_background_there_is_an_icon_and_no_window(whole_desk, app, folder, notebook):
    process = app("--background")
    icon = wait_until(whole_desk.icon)
    assert whole_desk.window() == ""
    # A second start makes the window, and ends at once.
    again = app()
    assert again.wait(timeout=30) == 0
    wait_until(whole_desk.window)
    assert process.poll() is None
    # Closing it leaves the icon, and a click on that brings the window back.
    whole_desk.close_window()
    assert process.poll() is None
    whole_desk.run("xdotool", "mousemove", "--window", icon, "10", "10", "click", "1")
    wait_until(whole_desk.window)


def test_asked_to_end_in_the_background_it_goes_at_once(whole_desk, app, notebook, folder):
    process = app("--background")
    wait_until(whole_desk.icon)
    wait_until((folder / "supportnet.db-wal").exists)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0


def test_a_second_start_in_the_background_shows_nothing(whole_desk, app, notebook):
    app("--background")
    wait_until(whole_desk.icon)
    assert app("--background").wait(timeout=30) == 0
    assert whole_desk.window() == ""


def test_a_discreet_notice_is_left_for_another_time(whole_desk, app, notebook):
    notebook.reminders.set_notices(wanted=True)
    app("--background")
    wait_until(whole_desk.shown)
    assert deliveries(notebook) == [("notification", None)]
    whole_desk.choose("Another time")
    wait_until(lambda: deliveries(notebook) == [("notification", "later")])
    wait_until(lambda: whole_desk.shown() == 0)
    offered = (whole_desk.folder / "offered").read_text(encoding="utf-8")
    assert "Amira" not in offered
    assert "We talked" not in offered
    assert contacts(notebook) == 0


def test_what_a_discreet_notice_says(whole_desk, app, notebook):
    notebook.reminders.set_notices(wanted=True)
    app("--background")
    wait_until(whole_desk.shown)
    assert text_of(whole_desk) == (
        "A small note from your notebook: You could say hello to a friend, if you like."
    )
    # Closed, it has answered nothing.
    assert deliveries(notebook) == [("notification", None)]


def test_with_names_a_talk_is_noted_right_there(whole_desk, app, notebook):
    notebook.reminders.set_notices(wanted=True, with_names=True)
    app("--background")
    wait_until(whole_desk.shown)
    whole_desk.choose("We talked")
    wait_until(lambda: contacts(notebook) == 1)
    assert deliveries(notebook) == [("notification", "logged")]
    wait_until(lambda: whole_desk.shown() == 0)
    assert "You could say hello to Amira, if you like." in text_of(whole_desk)


def test_open_shows_the_window(whole_desk, app, notebook):
    notebook.reminders.set_notices(wanted=True)
    app("--background")
    wait_until(whole_desk.shown)
    whole_desk.click()
    wait_until(whole_desk.window)


def test_while_told_not_to_disturb_nothing_is_kept_as_shown(whole_desk, app, notebook):
    notebook.reminders.set_notices(wanted=True)
    whole_desk.run("dunstctl", "set-paused", "true")
    try:
        app("--background")
        wait_until(whole_desk.icon)
        # The window is made by a second start: by then the first look is over.
        assert app().wait(timeout=30) == 0
        wait_until(whole_desk.window)
        assert [how for how, _ in deliveries(notebook)] in ([], ["today"])
        assert whole_desk.run("dunstctl", "count", "waiting") == "0"
    finally:
        whole_desk.run("dunstctl", "set-paused", "false")


def test_without_a_yes_there_is_no_icon_and_no_notice_and_closing_ends_it(whole_desk, app, notebook):
    process = app()
    wait_until(whole_desk.window)
    wait_until(lambda: deliveries(notebook) == [("today", None)])
    assert whole_desk.shown() == 0
    assert whole_desk.icon() == ""
    whole_desk.close_window()
    assert process.wait(timeout=20) == 0


SHORT_WAIT = """
import sys
from supportnet_gui import __main__, app
app.WAIT_FOR_TRAY_MILLISECONDS = 1500
sys.exit(__main__.main())
"""


@pytest.mark.parametrize("wanted", [True, False])
def test_without_a_tray_one_line_says_how_to_come_back(bare_desk, folder, notebook, wanted):
    """With notices it goes on without an icon; without them there would be nothing to go on for."""
    notebook.reminders.set_notices(wanted=wanted)
    process = bare_desk.start(
        sys.executable, "-c", SHORT_WAIT, "--data-dir", str(folder), "--background", stderr=subprocess.PIPE
    )
    try:
        assert process.stderr.readline().decode() == (
            "There is no tray here for an icon. To see Supportnet, start it once more.\n"
        )
        if wanted:
            again = bare_desk.start_app("--data-dir", str(folder))
            assert again.wait(timeout=30) == 0
            wait_until(bare_desk.window)
        else:
            assert process.wait(timeout=20) == 0
    finally:
        bare_desk.end(process)
        process.stderr.close()


def test_a_full_screen_is_seen(bare_desk):
    code = """
from PySide6.QtWidgets import QApplication, QWidget
from supportnet_gui.desktop.full_screen import is_full_screen
from tests.desktop.x11 import mark_in_use

application = QApplication([])
window = QWidget()
told = [is_full_screen()]
window.show()
application.processEvents()
mark_in_use(int(window.winId()))
told.append(is_full_screen())
window.hide()
window.showFullScreen()
application.processEvents()
told.append(is_full_screen())
mark_in_use(0x7fffffff)
told.append(is_full_screen())
print(told)
"""
    assert bare_desk.run(sys.executable, "-c", code) == "[False, False, True, False]"
