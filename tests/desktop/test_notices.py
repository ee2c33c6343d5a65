"""Notices, on a message bus with dunst on it, with a server that can do little, and with nobody at all."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication

from supportnet_gui.desktop.notices import BusNotices, Notice, TrayNotices
from supportnet_gui.desktop.quiet import QUESTIONS, Quiet
from supportnet_gui.desktop.session_bus import Heard, SessionBus
from supportnet_gui.desktop.whom import Whom
from tests.desktop.desk import ROOT, Desk, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the tray icon shows notices")

ANSWERS = (("open", "Open"), ("later", "Another time"))
HELLO = Notice("one", "A small note", "You could say hello & <b>wave</b>.", ANSWERS)


def until(condition):
    """Wait, with Qt at work."""
    return wait_until(condition, step=QCoreApplication.processEvents)


@pytest.fixture
def on(qapp, monkeypatch):
    """Makes notices on a desk: (notices, what was chosen, what the tray was asked to show, the bus)."""
    buses = []

    def make(desk):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desk.environment["DBUS_SESSION_BUS_ADDRESS"])
        bus, by_tray, chosen = SessionBus(), [], []
        notices = BusNotices(bus, TrayNotices(lambda *what: by_tray.append(what)))
        notices.chosen.connect(lambda *what: chosen.append(what))
        buses.append((bus, notices))
        return notices, chosen, by_tray, bus

    yield make
    for bus, _ in buses:
        bus.close()


@pytest.fixture
def dunst(whole_desk):
    yield whole_desk
    whole_desk.run("dunstctl", "set-paused", "false")
    whole_desk.run("dunstctl", "close-all")
    wait_until(lambda: whole_desk.shown() == 0)


@pytest.mark.parametrize(("button", "answer"), [("Open", "open"), ("Another time", "later")])
def test_a_button_is_an_answer_and_the_notice_goes(dunst, on, button, answer):
    notices, chosen, _, _ = on(dunst)
    notices.show(HELLO)
    until(dunst.shown)
    dunst.choose(button)
    until(lambda: chosen)
    assert chosen == [("one", answer)]
    until(lambda: dunst.shown() == 0)


def test_a_click_on_the_notice_opens(dunst, on):
    notices, chosen, _, _ = on(dunst)
    notices.show(HELLO)
    until(dunst.shown)
    dunst.click()
    until(lambda: chosen)
    assert chosen == [("one", "open")]


def test_it_is_read_as_plain_words(dunst, on):
    notices, *_ = on(dunst)
    notices.show(HELLO)
    until(lambda: notices._shown)
    notices.withdraw()
    until(lambda: dunst.shown() == 0)
    newest = dunst.history()[0]
    assert newest["summary"] == "A small note"
    assert newest["body"] == "You could say hello &amp; &lt;b&gt;wave&lt;/b&gt;."


def test_one_that_is_closed_answers_nothing(dunst, on):
    notices, chosen, _, bus = on(dunst)
    notices.show(HELLO)
    until(lambda: notices._shown)
    heard: list[Heard] = []
    bus.heard.connect(heard.append)
    dunst.run("dunstctl", "close")
    until(lambda: [one.member for one in heard] == ["NotificationClosed"])
    assert chosen == []


def test_a_second_takes_the_place_of_the_first(dunst, on):
    notices, chosen, _, _ = on(dunst)
    notices.show(HELLO)
    until(lambda: notices._shown)
    notices.show(HELLO._replace(which="two"))
    until(lambda: notices._which == "two")
    assert dunst.shown() == 1
    dunst.choose("Another time")
    until(lambda: chosen)
    assert chosen == [("two", "later")]


def test_buttons_of_others_are_none_of_ours(dunst, on):
    """A server that was started anew counts from one again, and may tell everybody about everyone's."""
    notices, chosen, _, bus = on(dunst)
    notices.show(HELLO)
    until(lambda: notices._shown)
    sender, number = notices._shown
    bus.heard.emit(Heard("ActionInvoked", (number, "later"), ":1.999"))
    bus.heard.emit(Heard("ActionInvoked", (number + 1, "later"), sender))
    assert chosen == []


def quiet(bus) -> bool:
    told: list[bool] = []
    Quiet(bus).ask(told.append)
    until(lambda: told)
    return told[0]


def test_do_not_disturb_is_asked_of_dunst(dunst, on):
    *_, bus = on(dunst)
    assert quiet(bus) is False
    dunst.run("dunstctl", "set-paused", "true")
    assert quiet(bus) is True


@pytest.fixture
def plain(bare_desk, request):
    """A server that can do little."""
    server = str(ROOT / "tests" / "desktop" / "plain_server.py")
    process = bare_desk.start(sys.executable, server, *getattr(request, "param", ()), stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"ready\n"
    yield bare_desk, process
    bare_desk.end(process)


def test_a_server_without_buttons_gets_none_and_no_markup(plain, on):
    desk, process = plain
    notices, *_ = on(desk)
    notices.show(HELLO)
    until(lambda: notices._shown)
    assert json.loads(process.stdout.readline()) == {"text": HELLO.text, "actions": []}


@pytest.mark.parametrize(("plain", "wanted"), [(("inhibited",), True), ((), False)], indirect=["plain"])
def test_do_not_disturb_is_asked_as_plasma_says_it(plain, on, wanted):
    *_, bus = on(plain[0])
    assert quiet(bus) is wanted


def test_where_nobody_shows_notices_the_tray_is_asked(bare_desk, on):
    notices, chosen, by_tray, bus = on(bare_desk)
    notices.show(HELLO)
    until(lambda: by_tray)
    assert by_tray == [(HELLO.title, HELLO.text)]
    notices._otherwise.clicked()
    assert chosen == [("one", "open")]
    assert quiet(bus) is False


@pytest.mark.parametrize("address", [None, "", "unix:path=/nowhere/at/all", "tcp:host=127.0.0.1,port=9"])
def test_without_a_bus_nothing_breaks_and_no_network_is_tried(qapp, monkeypatch, address):
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    told: list[object] = []
    SessionBus().call(Whom("/org/example", "org.example"), "Ask", None, (), told.append)
    assert told == [None]


def test_a_bus_that_ends_is_let_go(programs, on, tmp_path):
    desk = Desk(tmp_path)
    notices, _, by_tray, bus = on(desk)
    notices.show(HELLO)
    until(lambda: by_tray)
    desk.close()
    until(lambda: bus._socket is None)
    told: list[object] = []
    bus.call(QUESTIONS[0].whom, "Get", None, (), told.append)
    assert told == [None]
