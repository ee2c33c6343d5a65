"""From a reminder that is due to its words, and from a notice's buttons to the notebook; nothing is painted here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from supportnet_gui.background import Background
from supportnet_gui.core.model import CheckIn
from supportnet_gui.core.nudge_model import How
from supportnet_gui.desktop.notices import Notice, Notices
from supportnet_gui.reminding import Reminding


class Board(Notices):
    """Where notices would hang."""

    def __init__(self):
        super().__init__()
        self.shown: list[Notice] = []

    def show(self, notice):
        self.shown = [notice]

    def withdraw(self):
        self.shown = []


class Undisturbed:
    def ask(self, tell):
        tell(False)


@pytest.fixture
def board():
    return Board()


@pytest.fixture
def reminding(qtbot, store, board, monkeypatch, amira, clock):
    def connect(self):
        if self._notices is None:
            self._notices, self._quiet = board, Undisturbed()
            board.chosen.connect(self._chosen)

    monkeypatch.setattr(Reminding, "_connect", connect)
    reminding = Reminding(store, lambda: None, lambda: None)  # type: ignore[arg-type,return-value]
    qtbot.waitUntil(reminding._ticker._timer.isActive)
    yield reminding
    reminding.close()


def due(reminding, clock) -> None:
    clock.move(timedelta(hours=10))
    reminding._ticker.look()


def test_nothing_is_shown_before_a_yes(reminding, clock, board, store):
    due(reminding, clock)
    assert board.shown == []
    assert store.reminders.shown() is None


def test_a_notice_tells_nothing_about_anybody(reminding, clock, board, store):
    store.reminders.set_notices(wanted=True)
    due(reminding, clock)
    (notice,) = board.shown
    assert notice.title == "A small note from your notebook"
    assert notice.text == "You could say hello to a friend, if you like."
    assert [what for what, _ in notice.answers] == ["open", "later"]


def test_with_names_it_may_also_be_said_that_you_talked(reminding, clock, board, store, amira):
    store.reminders.set_notices(wanted=True, with_names=True)
    due(reminding, clock)
    (notice,) = board.shown
    assert notice.text == "You could say hello to Amira, if you like."
    assert notice.answers == (("open", "Open"), ("talked", "We talked"), ("later", "Another time"))
    board.chosen.emit(notice.which, "talked")
    assert [entry.check_in.people for entry in store.check_ins.latest(5)] == [(amira,)]
    assert board.shown == []
    store.undo()
    assert store.check_ins.latest(5) == []


def test_another_time_is_kept_and_can_be_undone(reminding, clock, board, store):
    store.reminders.set_notices(wanted=True)
    due(reminding, clock)
    board.chosen.emit(board.shown[0].which, "later")
    assert store.reminders.shown() is None
    store.undo()
    assert store.reminders.shown() is not None


def test_an_answer_elsewhere_takes_the_notice_away(reminding, clock, board, store, amira):
    store.reminders.set_notices(wanted=True)
    due(reminding, clock)
    store.check_ins.log(CheckIn(people=(amira,), on=clock.now().date()))
    assert board.shown == []


def test_a_button_pressed_too_late_changes_nothing(reminding, clock, board, store):
    store.reminders.set_notices(wanted=True)
    due(reminding, clock)
    which = board.shown[0].which
    clock.move(timedelta(hours=12))
    before = store.can_undo
    board.chosen.emit(which, "later")
    board.chosen.emit("gone", "talked")
    assert store.can_undo == before


def test_after_midnight_the_notice_is_gone(reminding, clock, board, store):
    store.reminders.set_notices(wanted=True)
    due(reminding, clock)
    assert board.shown
    clock.move(timedelta(hours=7))
    reminding._ticker.look()
    assert board.shown == []


def test_that_reminders_rest_is_no_notice(reminding, store):
    from supportnet_gui.core.nudge_model import NudgeKind

    store.reminders.set_notices(wanted=True)
    assert reminding._way(NudgeKind.RESTING) is None
    assert reminding._way(NudgeKind.RHYTHM) is How.NOTIFICATION


class Entry:
    def __init__(self, on):
        self.on = on

    def is_on(self):
        return self.on

    def set(self, on):
        self.on = on


@pytest.fixture
def background(qapp, store):
    made = []

    def make(at_login=False, hidden=False):
        background = Background(lambda: None, Entry(at_login), hidden)
        background.attach(store)
        made.append(background)
        return background

    yield make
    for background in made:
        background.close()
    qapp.setQuitOnLastWindowClosed(True)


def test_closing_ends_it_unless_something_was_asked_for(background, store, qapp):
    quiet = background()
    assert quiet.may_close(leaving=False)
    assert quiet._tray is None
    store.reminders.set_notices(wanted=True)
    assert not quiet.may_close(leaving=False)
    assert quiet.may_close(leaving=True)
    store.reminders.set_notices(wanted=False)
    assert quiet.may_close(leaving=False)


def test_without_a_tray_an_icon_is_nothing_to_go_on_for(background, monkeypatch):
    started = background(at_login=True)
    assert not started.stays
    monkeypatch.setattr(type(started), "has_tray", property(lambda _self: True))
    assert started.stays
    started.set_at_login(False)
    assert not started.stays


def test_rest_from_the_tray(background, store, clock):
    background = background(hidden=True)
    tray = background._tray
    tray.rest_wanted.emit(1)
    assert store.reminders.pace().rest_until == clock.now().date() + timedelta(days=1)
    assert background._rests()
    tray.start_again_wanted.emit()
    assert not background._rests()
    tray.rest_wanted.emit(0)
    assert not store.reminders.pace().on
