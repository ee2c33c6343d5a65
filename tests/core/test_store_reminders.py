"""Reminders in a real database: shown once, answered, undone, and following every change of the log."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.easing import Step
from supportnet_gui.core.model import (
    Change,
    CheckIn,
    Circle,
    DateKind,
    Done,
    Energy,
    Meeting,
    Need,
    Repeats,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Supporter,
    Unit,
)
from supportnet_gui.core.nudge_model import Answer, How, NudgeKind
from supportnet_gui.core.nudges import WhyKind, look
from supportnet_gui.core.pace import Pace
from supportnet_gui.core.paths import Places
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.reminder_queries import Shown
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.vault import open_vault
from tests.core.store_kit import TODAY, assert_sound, content, start_python

DAY = timedelta(days=1)
WEEKLY = Rhythm(RhythmMode.OWN, 1, Unit.WEEK, TODAY - 60 * DAY)


@pytest.fixture
def clock() -> FixedClock:
    """Three in the afternoon in winter, in a zone of whole hours: every reminder that is due is due now."""
    return FixedClock(datetime(2026, 11, 22, 15, 0, tzinfo=UTC), "UTC")


@pytest.fixture
def ann(store: Store) -> str:
    return store.people.add(Supporter(name="Ann", rhythm=WEEKLY))


def deliver(store: Store) -> Shown:
    shown = store.reminders.deliver(How.TODAY)
    assert shown is not None
    return shown


def answers(store: Store) -> list[str | None]:
    return [row[0] for row in store.db.execute("SELECT answer FROM nudge ORDER BY seq").fetchall()]


def log(store: Store, who: str, days_ago: int = 0) -> str:
    return store.check_ins.log(CheckIn((who,), store.clock.now().date() - days_ago * DAY))


# -- shown once ----------------------------------------------------------------------------------------------------


def test_what_is_due_is_shown_once_and_is_no_step_to_undo(store: Store, ann: str) -> None:
    told: list[Done | None] = []
    store.listeners.append(told.append)
    before = store.can_undo
    shown = deliver(store)
    assert (shown.supporter, shown.kind, shown.how) == (ann, NudgeKind.RHYTHM, How.TODAY)
    assert store.reminders.deliver(How.NOTIFICATION) is None
    assert store.reminders.shown() == shown
    assert store.can_undo == before
    assert told == []
    assert_sound(store.db)


def test_nothing_is_shown_before_its_time(store: Store, ann: str, clock: FixedClock) -> None:
    clock.move(timedelta(hours=-8))
    assert store.reminders.next() is not None
    assert store.reminders.deliver(How.TODAY) is None
    assert answers(store) == []


def test_it_is_gone_at_midnight_and_comes_back_no_sooner_than_its_gap(
    store: Store, ann: str, clock: FixedClock
) -> None:
    deliver(store)
    clock.move(timedelta(hours=8, minutes=59))
    assert store.reminders.shown() is not None
    clock.move(timedelta(minutes=1))
    assert store.reminders.shown() is None
    following = store.reminders.next()
    assert following is not None
    assert following.at.date() == TODAY + 14 * DAY


def test_another_start_of_the_program_knows_it(store: Store, ann: str, clock: FixedClock) -> None:
    shown = deliver(store)
    vault = open_vault(store.vault.places)
    again = Store(vault, clock)
    assert again.reminders.shown() == shown
    assert again.reminders.deliver(How.TODAY) is None
    vault.close()


def test_of_many_processes_one_reminds(store: Store) -> None:
    store.people.add_many([Supporter(name=name, rhythm=WEEKLY) for name in "abcdef"])
    store.reminders.set_pace(Pace(a_week=7))
    code = """
from supportnet_gui.core.nudge_model import How
clock = FixedClock(datetime(2026, 11, 22, 15, 0, tzinfo=UTC), "UTC")
store = Store(open_vault(places), clock)
store.reminders.next()
print("ready", flush=True)
sys.stdin.readline()
print(store.reminders.deliver(How.TODAY) is not None)
"""
    processes = [start_python(code, store.vault.places.root) for _ in range(5)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    found = [process.communicate(timeout=60) for process in processes]
    assert sorted(out for out, _ in found) == ["False\n"] * 4 + ["True\n"], found
    assert len(answers(store)) == 1


def test_what_was_written_between_looking_and_keeping_is_seen(
    store: Store, ann: str, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process notes a contact right after this one has looked."""
    other_vault = open_vault(store.vault.places)
    other = Store(other_vault, clock)
    look_once = store.reminders.next
    looks: list[object] = []

    def look_then_other() -> object:
        found = look_once()
        if not looks:
            log(other, ann)
        looks.append(found)
        return found

    monkeypatch.setattr(store.reminders, "next", look_then_other)
    assert store.reminders.deliver(How.TODAY) is None
    assert len(looks) == 2
    assert answers(store) == []
    other_vault.close()


# -- what is shown fits --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda store, who: store.people.set_status(who, Status.DIED),
        lambda store, who: store.people.set_status(who, Status.UNSAFE),
        lambda store, who: store.people.set_status(who, Status.RESTING),
        lambda store, who: store.people.trash(who),
        lambda store, who: store.people.set_archived(who, True),
        log,
        lambda store, who: store.today.put_off(who),
        lambda store, _: store.reminders.set_low_day(True),
        lambda store, _: store.reminders.rest(None),
        lambda store, _: store.reminders.rest(TODAY + DAY),
    ],
)
def test_what_no_longer_fits_is_gone_in_that_action_and_back_with_undo(
    store: Store, ann: str, change: Callable[[Store, str], None]
) -> None:
    shown = deliver(store)
    change(store, ann)
    assert store.reminders.shown() is None
    store.undo()
    assert store.reminders.shown() == shown


def test_who_is_removed_for_good_leaves_a_day_that_had_its_reminder(store: Store, ann: str) -> None:
    store.people.add(Supporter(name="Ben", rhythm=WEEKLY))
    shown = deliver(store)
    assert shown.supporter is not None
    store.people.purge([shown.supporter])
    assert store.reminders.shown() is None
    assert store.reminders.deliver(How.TODAY) is None
    assert store.db.execute("SELECT supporter FROM nudge").fetchall() == [(None,)]
    assert_sound(store.db)


def test_two_entries_that_become_one_keep_what_was_shown(store: Store, ann: str) -> None:
    deliver(store)
    ben = store.people.add(Supporter(name="Ben"))
    before = content(store.db)
    store.people.merge(ben, ann)
    shown = store.reminders.shown()
    assert shown is not None
    assert shown.supporter == ben
    store.undo()
    assert content(store.db) == before


def test_a_wanted_notice_stays_when_two_become_one(store: Store) -> None:
    birthday = SpecialDate(DateKind.BIRTHDAY, None, 3, 4)
    told = SpecialDate(DateKind.BIRTHDAY, None, 3, 4, notice=True)
    one, other = store.people.add_many(
        [Supporter(name="Ann", dates=(birthday,)), Supporter(name="Anne", dates=(told,))]
    )
    store.people.merge(one, other)
    merged = store.people.get(one)
    assert merged is not None
    assert merged.dates == (told,)


# -- dates and meetings --------------------------------------------------------------------------------------------


def test_a_date_and_a_meeting_are_shown_with_what_they_are(store: Store, clock: FixedClock) -> None:
    birthday = SpecialDate(DateKind.BIRTHDAY, None, 11, 22, notice=True)
    meeting = Meeting(Repeats.WEEKLY, weekday=1, at=time(18, 30), zone="Europe/Dublin", notice=True)
    ann = store.people.add(Supporter(name="Ann", dates=(birthday,), meetings=(meeting,)))
    shown = deliver(store)
    assert (shown.kind, shown.special, shown.for_day) == (NudgeKind.DATE, birthday, TODAY)
    assert store.reminders.shown() == shown
    clock.move(DAY)
    shown = deliver(store)
    assert (shown.kind, shown.meeting, shown.for_day) == (NudgeKind.MEETING, meeting, TODAY + DAY)
    assert store.reminders.shown() == shown
    one = store.people.get(ann)
    assert one is not None
    assert (one.dates, one.meetings) == ((birthday,), (meeting,))
    # What it was about is gone.
    store.db.execute("DELETE FROM meeting")
    assert store.reminders.shown() is None


def test_two_dates_on_one_day_are_told_once_in_whatever_order_they_were_noted(
    store: Store, clock: FixedClock
) -> None:
    both = [
        SpecialDate(kind, None, 11, 22, notice=True) for kind in (DateKind.BIRTHDAY, DateKind.ANNIVERSARY)
    ]
    ann, ben = store.people.add_many(
        [Supporter(name="Ann", dates=tuple(both)), Supporter(name="Ben", dates=tuple(reversed(both)))]
    )
    found = {}
    for _ in range(2):
        shown = deliver(store)
        assert store.reminders.shown() == shown
        found[shown.supporter] = shown.special
        store.db.execute("UPDATE nudge SET day = '2026-11-20', shown = '2026-11-20T12:00:00.000+00:00'")
        store.db.conn.commit()
    assert found[ann] == found[ben]
    following = store.reminders.next()
    assert following is not None
    assert following.at.date() == date(2027, 11, 22)


def test_without_the_wish_no_date_and_no_meeting_is_told(store: Store) -> None:
    store.people.add(
        Supporter(
            name="Ann",
            dates=(SpecialDate(DateKind.BIRTHDAY, None, 11, 22),),
            meetings=(Meeting(Repeats.WEEKLY, weekday=1, at=time(18, 30)),),
        )
    )
    assert store.reminders.next() is None


# -- answers -------------------------------------------------------------------------------------------------------


def test_another_time(store: Store, ann: str, clock: FixedClock) -> None:
    shown = deliver(store)
    before = content(store.db)
    store.reminders.later(shown.id)
    assert store.can_undo == Done(Change.PUT_OFF, ("Ann",))
    assert answers(store) == ["later"]
    assert store.reminders.shown() is None
    following = store.reminders.next()
    assert following is not None
    assert following.at.date() == TODAY + 3 * DAY
    assert store.today.suggestions(Need.ANYTHING, Energy.LITTLE) == ()
    store.undo()
    assert content(store.db) == before
    assert store.reminders.shown() == shown
    assert len(store.today.suggestions(Need.ANYTHING, Energy.LITTLE)) == 1


def test_put_off_three_times_and_chosen_anew(store: Store, ann: str, clock: FixedClock) -> None:
    for _ in range(3):
        store.reminders.later(deliver(store).id)
        clock.move(5 * DAY)
    turn = store.reminders.of_person(ann)
    assert turn is not None
    assert turn.rests
    assert store.reminders.next() is None
    store.reminders.set_rhythm(ann, Rhythm(RhythmMode.OWN, 1, Unit.WEEK))
    following = store.reminders.next()
    assert following is not None
    assert following.at.date() == store.clock.now().date() + 7 * DAY


def test_not_this_time(store: Store, ann: str) -> None:
    shown = deliver(store)
    store.reminders.skip(shown.id)
    assert (store.can_undo, answers(store)) == (Done(Change.SKIPPED, ("Ann",)), ["skip"])
    following = store.reminders.next()
    assert following is not None
    assert following.at.date() == TODAY + 7 * DAY


def test_we_talked_is_one_step(store: Store, ann: str) -> None:
    shown = deliver(store)
    before = content(store.db)
    check_in = store.reminders.logged(shown.id, CheckIn((ann,), TODAY))
    assert store.check_ins.get(check_in) is not None
    assert (store.can_undo, answers(store)) == (Done(Change.CHECKED_IN, ("Ann",)), ["logged"])
    store.undo()
    assert content(store.db) == before
    with pytest.raises(Trouble) as trouble:
        store.reminders.logged(shown.id, CheckIn((), TODAY))
    assert trouble.value.code is Code.NOBODY_CHOSEN
    assert content(store.db) == before


@pytest.mark.parametrize("answer", ["later", "skip"])
def test_an_answer_to_nothing_changes_nothing(store: Store, ann: str, answer: str) -> None:
    before = content(store.db)
    with pytest.raises(Trouble) as trouble:
        getattr(store.reminders, answer)("nothing")
    assert trouble.value.code is Code.NOT_THERE
    assert content(store.db) == before


def test_a_contact_noted_anywhere_answers_it(store: Store, ann: str, clock: FixedClock) -> None:
    deliver(store)
    log(store, ann)
    clock.move(7 * DAY)
    turn = store.reminders.of_person(ann)
    assert turn is not None
    assert turn.times == 1
    assert deliver(store).supporter == ann


# -- rest ----------------------------------------------------------------------------------------------------------


def test_rest_until_a_day_or_until_switched_on(store: Store, ann: str, clock: FixedClock) -> None:
    store.reminders.rest(TODAY + 10 * DAY)
    following = store.reminders.next()
    assert following is not None
    assert following.at.date() == TODAY + 10 * DAY
    store.reminders.rest(None)
    assert store.reminders.next() is None
    assert [why.kind for why in store.reminders.outlook().why] == [WhyKind.OFF]
    store.reminders.start_again()
    assert store.reminders.deliver(How.TODAY) is not None
    assert store.can_undo == Done(Change.REMINDERS_ON)


def test_a_long_rest_that_was_wished_for_is_no_silence(store: Store, ann: str, clock: FixedClock) -> None:
    deliver(store)
    clock.move(DAY)
    store.reminders.rest(store.clock.now().date() + 90 * DAY)
    clock.move(90 * DAY)
    assert store.reminders.stands().step is Step.AS_CHOSEN
    assert deliver(store).supporter == ann


def test_a_low_day_ends_by_itself_at_four(store: Store, ann: str, clock: FixedClock) -> None:
    store.reminders.set_low_day(True)
    assert store.reminders.is_low_day
    assert store.reminders.deliver(How.TODAY) is None
    found = []
    for step in (timedelta(hours=12, minutes=59), timedelta(minutes=1)):
        clock.move(step)
        found.append(store.reminders.is_low_day)
    assert found == [True, False]
    clock.move(timedelta(hours=11))
    assert deliver(store).supporter == ann


def test_a_low_day_can_be_taken_back(store: Store, ann: str) -> None:
    store.reminders.set_low_day(True)
    store.reminders.set_low_day(False)
    assert store.can_undo == Done(Change.LOW_DAY_OVER)
    assert deliver(store).supporter == ann


def live_in_silence(store: Store, clock: FixedClock, days: int) -> list[Shown]:
    found = []
    for _ in range(days):
        if (shown := store.reminders.deliver(How.TODAY)) is not None:
            found.append(shown)
        clock.move(DAY)
    return found


def test_in_silence_reminders_rest_and_ask_once(store: Store, ann: str, clock: FixedClock) -> None:
    store.people.add_many([Supporter(name=name, rhythm=WEEKLY) for name in "abcd"])
    found = live_in_silence(store, clock, 60)
    assert [one.kind for one in found] == [NudgeKind.RHYTHM] * 5 + [NudgeKind.RESTING]
    assert store.reminders.stands().step is Step.RESTING
    assert live_in_silence(store, clock, 100) == []
    log(store, ann)
    assert store.reminders.stands().step is Step.ONE_A_WEEK
    assert deliver(store).kind is NudgeKind.RHYTHM


def test_start_again_answers_the_question(store: Store, ann: str, clock: FixedClock) -> None:
    store.people.add_many([Supporter(name=name, rhythm=WEEKLY) for name in "abcd"])
    while (shown := store.reminders.deliver(How.TODAY)) is None or shown.kind is not NudgeKind.RESTING:
        clock.move(DAY)
    assert store.reminders.shown() == shown
    store.reminders.start_again()
    assert answers(store)[-1] == Answer.START
    assert store.reminders.shown() is None
    assert store.reminders.stands().step is Step.AS_CHOSEN
    store.undo()
    assert store.reminders.shown() == shown
    # A contact gives reminders back too: there is nothing to ask any more.
    log(store, ann)
    assert store.reminders.shown() is None


# -- choices -------------------------------------------------------------------------------------------------------


def test_the_rhythm_of_a_circle_is_changed_in_one_place(store: Store) -> None:
    as_circle = Rhythm(RhythmMode.CIRCLE, began=TODAY - 30 * DAY)
    ann, ben = store.people.add_many(
        [Supporter(name=name, circle=Circle.CLOSE, rhythm=as_circle) for name in ("Ann", "Ben")]
    )
    assert store.reminders.next() is None
    monthly = Rhythm(RhythmMode.OWN, 1, Unit.MONTH)
    store.reminders.set_rhythm_of_circle(Circle.CLOSE, monthly)
    assert store.reminders.of_circles() == {Circle.CLOSE: Rhythm(RhythmMode.OWN, 1, Unit.MONTH, TODAY)}
    for who in (ann, ben):
        turn = store.reminders.of_person(who)
        assert turn is not None
        assert date.fromordinal(turn.opens) == date(2026, 12, 22)
    store.reminders.set_rhythm_of_circle(Circle.CLOSE, Rhythm(RhythmMode.OWN, 2, Unit.WEEK))
    following = store.reminders.next()
    assert following is not None
    assert following.at.date() == TODAY + 14 * DAY
    store.reminders.set_rhythm_of_circle(Circle.CLOSE, None)
    assert store.reminders.next() is None
    store.undo()
    assert store.reminders.next() == following
    store.people.save(Supporter(id=ann, name="Ann", circle=Circle.AROUND, rhythm=as_circle))
    assert store.reminders.of_person(ann) is None


def test_a_rhythm_begins_today(store: Store, who: dict[str, str]) -> None:
    store.reminders.set_rhythm(who["Ben"], Rhythm(RhythmMode.OWN, 3, Unit.DAY))
    ben = store.people.get(who["Ben"])
    assert ben is not None
    assert ben.rhythm == Rhythm(RhythmMode.OWN, 3, Unit.DAY, TODAY)
    assert store.can_undo == Done(Change.RHYTHM, ("Ben",))
    store.reminders.set_rhythm(who["Ben"], Rhythm())
    assert store.reminders.next() is None
    with pytest.raises(Trouble):
        store.reminders.set_rhythm("nobody", Rhythm())


def test_a_rhythm_without_a_day_counts_from_the_day_somebody_was_added(
    store: Store, clock: FixedClock
) -> None:
    store.people.add(Supporter(name="Ann", rhythm=Rhythm(RhythmMode.OWN, 1, Unit.WEEK)))
    following = store.reminders.next()
    assert following is not None
    assert following.at.date() == TODAY + 7 * DAY


def test_pace_is_kept_and_one_step(store: Store) -> None:
    assert store.reminders.pace() == Pace()
    chosen = Pace(
        begins=time(8, 30),
        ends=time(12),
        weekdays=frozenset({1, 5}),
        a_day=2,
        a_week=5,
        hours_between=1,
    )
    store.reminders.set_pace(chosen)
    assert store.reminders.pace() == chosen
    assert store.can_undo == Done(Change.REMINDERS)
    store.undo()
    assert store.reminders.pace() == Pace()


@pytest.mark.parametrize(
    "pace",
    [
        Pace(begins=time(19), ends=time(10)),
        Pace(begins=time(10), ends=time(10)),
        Pace(weekdays=frozenset()),
        Pace(weekdays=frozenset({0, 1})),
        Pace(a_day=0),
        Pace(a_day=9),
        Pace(a_week=0),
        Pace(a_week=8),
        Pace(hours_between=0),
    ],
)
def test_what_cannot_be_chosen_is_refused_and_never_followed(store: Store, pace: Pace) -> None:
    with pytest.raises(ValueError, match="Pace"):
        store.reminders.set_pace(pace)
    for key, value in (
        ("reminders_begin", pace.begins.isoformat("minutes")),
        ("reminders_end", pace.ends.isoformat("minutes")),
        ("reminders_weekdays", sorted(pace.weekdays)),
        ("reminders_a_day", pace.a_day),
        ("reminders_a_week", pace.a_week),
        ("reminders_hours_between", pace.hours_between),
    ):
        store.settings.set(key, value)
    assert store.reminders.pace() == Pace()


@pytest.mark.parametrize(
    "key", ["reminders_begin", "reminders_end", "reminders_rest_until", "low_day", "reminders_started"]
)
def test_a_setting_that_is_damaged_gives_way(store: Store, ann: str, key: str) -> None:
    store.settings.set(key, "no such time")
    assert store.reminders.pace() == Pace()
    assert deliver(store).supporter == ann


def test_notices_of_the_system_only_after_a_yes(store: Store) -> None:
    assert store.settings.get("reminders_as_notices") is False
    store.reminders.set_notices(wanted=True, with_names=True)
    assert store.settings.get("reminders_with_names") is True
    store.reminders.set_notices(wanted=False, with_names=True)
    assert store.settings.get("reminders_with_names") is False
    store.undo()
    assert store.settings.get("reminders_as_notices") is True


# -- the same future, however the log came about -------------------------------------------------------------------

KINDS = ("add", "log", "trash", "move", "elsewhere", "rhythm")


@settings(max_examples=25)
@given(st.integers(0, 10**9))
def test_the_same_log_gives_the_same_future_however_it_came_about(seed: int) -> None:
    """One notebook grows day by day with detours, deliveries in between; another gets the outcome in one go."""
    chance = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(datetime(2026, 11, 22, 15, 0, tzinfo=UTC), "UTC")
        one = Store(open_vault(Places(Path(folder) / "one")), clock)
        two = Store(open_vault(Places(Path(folder) / "two")), clock)
        for store in (one, two):
            store.db.execute("PRAGMA synchronous=OFF")
        people = [Supporter(id=f"p{number}", name=f"P{number}", rhythm=WEEKLY) for number in range(4)]
        one.people.add_many(people)
        for _ in range(60):
            detour(one, clock, chance)
        kept = [one.people.get(person.id) for person in people]
        two.people.add_many([person for person in reversed(kept) if person is not None])
        rows = one.db.execute(
            """SELECT c.happened, p.supporter FROM check_in AS c JOIN check_in_supporter AS p ON p.check_in = c.id
            WHERE c.trashed_at IS NULL"""
        ).fetchall()
        chance.shuffle(rows)
        for happened, who in rows:
            two.check_ins.log(CheckIn((who,), date.fromisoformat(happened)))
        for table, columns in (
            ("nudge", "id, supporter, kind, day, for_day, shown, how, answer, answered"),
            ("put_off", "supporter, until, created"),
        ):
            rows = one.db.execute(f"SELECT {columns} FROM {table}").fetchall()
            chance.shuffle(rows)
            marks = ", ".join("?" for _ in columns.split(","))
            two.db.conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        two.db.conn.commit()
        for _ in range(40):
            assert one.reminders.outlook() == two.reminders.outlook()
            fresh = look(two.reminders.state(), clock.now())
            assert fresh == one.reminders.outlook()
            clock.move(timedelta(hours=chance.randint(1, 90)))
        one.close()
        two.close()


def detour(store: Store, clock: FixedClock, chance: Random) -> None:
    """Something that happens, and may be taken back."""
    who = f"p{chance.randrange(4)}"
    roll = chance.random()
    if roll < 0.4:
        clock.move(timedelta(hours=chance.randint(1, 40)))
        if (shown := store.reminders.deliver(How.TODAY)) is not None and chance.random() < 0.5:
            chance.choice((store.reminders.later, store.reminders.skip))(shown.id)
    elif roll < 0.7:
        check_in = log(store, who, chance.randint(0, 40))
        if chance.random() < 0.4:
            store.check_ins.trash(check_in)
    elif (
        roll < 0.8
        and store.can_undo
        and store.can_undo.change in (Change.CHECKED_IN, Change.CHECK_IN_TRASHED)
    ):
        store.undo()
        if chance.random() < 0.5:
            store.redo()
    else:
        check_in = log(store, who, chance.randint(0, 40))
        kept = store.check_ins.get(check_in)
        assert kept is not None
        store.check_ins.save(CheckIn((who,), kept.on - chance.randint(0, 20) * DAY, id=check_in))
    store.reminders.next()


# -- read in slices ------------------------------------------------------------------------------------------------


def test_people_read_in_slices_are_the_same(
    store: Store, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supportnet_gui.core.store.candidates._SLICE", 3)
    ids = store.people.add_many([Supporter(name=f"P{number}", rhythm=WEEKLY) for number in range(10)])
    vault = open_vault(store.vault.places)
    other = Store(vault, clock)
    slices = 0
    for done, all_of_them in other.candidates.warm():
        slices += 1
        assert done < all_of_them == 10
        if done == 6:  # Noted while it is being read, about one who was read already.
            log(other, ids[0])
    assert slices == 4
    assert sorted(other.candidates.all()) == sorted(store.candidates.all())
    assert list(other.candidates.warm()) == []
    vault.close()


def test_what_another_process_writes_meanwhile_is_not_passed_over(
    store: Store, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supportnet_gui.core.store.candidates._SLICE", 3)
    ids = store.people.add_many([Supporter(name=f"P{number}", rhythm=WEEKLY) for number in range(10)])
    vault = open_vault(store.vault.places)
    other = Store(vault, clock)
    for done, _ in other.candidates.warm():
        if done == 6:
            log(store, ids[0])
    assert sorted(other.candidates.all()) == sorted(store.candidates.all())
    vault.close()
