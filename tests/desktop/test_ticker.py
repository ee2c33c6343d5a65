"""When a reminder is shown: by the wall clock, whatever happens to it, and once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from supportnet_gui.clock import Clock
from supportnet_gui.core.nudge_model import How, NudgeKind
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.reminder_queries import Shown
from supportnet_gui.core.vault import open_vault
from supportnet_gui.desktop.ticker import LOOK_MILLISECONDS, Ticker

DUBLIN = ZoneInfo("Europe/Dublin")
MINUTE = timedelta(minutes=1)


class Screen:
    """What the ticker is told about the screen, and what it showed."""

    def __init__(self, how: How | None = How.TODAY):
        self.how, self.quiet, self.asked = how, False, 0
        self.shown: list[Shown] = []

    def way(self, _kind: NudgeKind) -> How | None:
        return self.how

    def ask_quiet(self, tell):
        self.asked += 1
        tell(self.quiet)


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def ticker(qapp, store, screen):
    ticker = Ticker(store, screen.way, screen.ask_quiet, screen.shown.append)
    ticker.start()
    yield ticker
    ticker.stop()


def run(ticker, clock, times: int, step: timedelta = MINUTE / 2) -> None:
    """As the timer would: a look after each step of the wall clock."""
    for _ in range(times):
        clock.move(step)
        ticker.look()


def worked_out(monkeypatch, store) -> list[int]:
    """Grows by one each time the next reminder is worked out."""
    found: list[int] = []
    real = store.reminders.next

    def counted():
        found.append(1)
        return real()

    monkeypatch.setattr(store.reminders, "next", counted)
    return found


def test_it_looks_at_most_twice_a_minute():
    assert LOOK_MILLISECONDS >= 30_000


def test_a_reminder_is_shown_when_its_moment_comes_and_once(amira, ticker, clock, screen, store):
    due = store.reminders.next().at
    while clock.now() + MINUTE < due:
        run(ticker, clock, 1)
        assert screen.shown == []
    run(ticker, clock, 4)
    assert [one.supporter for one in screen.shown] == [amira]
    run(ticker, clock, 200)
    assert len(screen.shown) == 1


def test_a_look_that_can_find_nothing_new_works_nothing_out(amira, ticker, clock, store, monkeypatch):
    found = worked_out(monkeypatch, store)
    run(ticker, clock, 115)
    assert found == []
    run(ticker, clock, 10)
    assert len(found) == 1


def test_after_a_long_sleep_one_look_shows_one(amira, ticker, clock, screen):
    clock.move(timedelta(days=40, hours=6))
    ticker.look()
    run(ticker, clock, 5)
    assert len(screen.shown) == 1


def test_a_clock_set_back_neither_repeats_nor_goes_deaf(amira, ticker, clock, screen, store, monkeypatch):
    clock.move(timedelta(hours=10))
    ticker.look()
    assert len(screen.shown) == 1
    found = worked_out(monkeypatch, store)
    clock.move(timedelta(hours=-9))
    ticker.look()
    assert len(found) == 1
    run(ticker, clock, 100)
    assert len(screen.shown) == 1


@pytest.mark.parametrize("day", [datetime(2026, 10, 25, tzinfo=UTC), datetime(2027, 3, 28, tzinfo=UTC)])
def test_on_the_days_the_clocks_change_it_comes_once_and_within_the_hours(
    amira, ticker, clock, screen, store, day
):
    clock.move(day - timedelta(hours=3) - clock.now())
    for _ in range(27 * 120):
        clock.move(MINUTE / 2)
        clock._moment = clock._moment.astimezone(DUBLIN)
        before = len(screen.shown)
        ticker.look()
        if len(screen.shown) > before:
            assert 10 <= clock.now().hour < 19
    assert len(screen.shown) == 1


def test_another_time_zone_is_taken_in(amira, qapp, tmp_path, store, monkeypatch, screen):
    """From Dublin, where it is eight in the morning, to Tokyo, where it is afternoon."""
    clock = Clock(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    monkeypatch.setattr("supportnet_gui.desktop.ticker.LONGEST", timedelta(0))  # as if so long had passed
    try:
        monkeypatch.setenv("TZ", "Europe/Dublin")
        clock.notice_zone()
        travelling = Store(open_vault(places(tmp_path / "data")), clock)
        ticker = Ticker(travelling, screen.way, screen.ask_quiet, screen.shown.append)
        ticker.start()
        assert screen.shown == []
        monkeypatch.setenv("TZ", "Asia/Tokyo")
        ticker.look()
        assert travelling.clock.now().hour == 17
        assert len(screen.shown) == 1
        ticker.stop()
        travelling.close()
    finally:
        monkeypatch.undo()
        clock.notice_zone()


def test_a_check_in_elsewhere_is_known_at_the_next_look(amira, ticker, clock, screen, store, tmp_path):
    from supportnet_gui.core.model import CheckIn

    clock.move(timedelta(hours=1))
    ticker.look()
    other = Store(open_vault(places(tmp_path / "data")), clock)
    other.check_ins.log(CheckIn(people=(amira,), on=clock.now().date()))
    other.close()
    clock.move(timedelta(hours=8))
    ticker.look()
    assert screen.shown == []


def test_two_copies_show_it_once(amira, ticker, clock, screen, tmp_path, qapp):
    second = Screen()
    store = Store(open_vault(places(tmp_path / "data")), clock)
    other = Ticker(store, second.way, second.ask_quiet, second.shown.append)
    other.start()
    clock.move(timedelta(hours=9))
    ticker.look()
    other.look()
    run(other, clock, 5)
    other.stop()
    store.close()
    assert (len(screen.shown), len(second.shown)) == (1, 0)


def test_where_quiet_is_wanted_nothing_is_kept_as_shown_and_it_comes_later(
    amira, ticker, clock, screen, store
):
    screen.how, screen.quiet = How.NOTIFICATION, True
    clock.move(timedelta(hours=8))
    run(ticker, clock, 10)
    assert screen.asked == 10
    assert screen.shown == []
    assert store.reminders.shown() is None
    screen.quiet = False
    run(ticker, clock, 1)
    assert [one.how for one in screen.shown] == [How.NOTIFICATION]


def test_where_nobody_could_see_it_it_waits_for_the_window(amira, ticker, clock, screen, store, monkeypatch):
    screen.how = None
    clock.move(timedelta(hours=8))
    ticker.look()
    found = worked_out(monkeypatch, store)
    run(ticker, clock, 10)
    assert (screen.shown, found) == ([], [])
    screen.how = How.TODAY
    ticker.look_anew()
    assert len(screen.shown) == 1


def test_a_full_disk_is_passed_over_and_tried_again(amira, ticker, clock, screen, store, monkeypatch):
    from supportnet_gui.core.trouble import Code, Trouble

    def full(_how):
        raise Trouble(Code.DISK_FULL)

    clock.move(timedelta(hours=8))
    with monkeypatch.context() as for_now:
        for_now.setattr(store.reminders, "deliver", full)
        run(ticker, clock, 3)
    assert screen.shown == []
    run(ticker, clock, 1)
    assert len(screen.shown) == 1


def test_a_fault_of_the_programs_own_is_told_once(amira, ticker, clock, store, monkeypatch):
    monkeypatch.setattr(store.reminders, "next", lambda: 1 / 0)
    clock.move(timedelta(hours=8))
    with pytest.raises(ZeroDivisionError):
        ticker.look()
    assert not ticker._timer.isActive()
