"""Made-up lives for the tests of reminders: people, contacts, habits, a laptop that sleeps, and travels.

A life checks each reminder as it comes, by rules written once more in other words and with another library's
calendar. It leaps from one event to the next, so that thousands of years take seconds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from supportnet_gui.core.candidate import Candidate
from supportnet_gui.core.easing import Delivery, Step
from supportnet_gui.core.evidence import MOST, Contacts
from supportnet_gui.core.model import DateKind, Meeting, Repeats, Rhythm, RhythmMode, SpecialDate, Unit
from supportnet_gui.core.nudge_model import Answer, NudgeKind
from supportnet_gui.core.nudges import Nudge, Outlook, State, look
from supportnet_gui.core.pace import EVERY_DAY, Pace

DAY = timedelta(days=1)
ZONES = (
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Niue",
    "Africa/Casablanca",
    "UTC",
)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Europe/Dublin"))


def every(number: int, unit: Unit = Unit.WEEK, began: date = date(2026, 1, 1)) -> Rhythm:
    return Rhythm(RhythmMode.OWN, number, unit, began)


def someone(
    name: str, rhythm: Rhythm | None = None, contacts: tuple[date, ...] = (), **more: Any
) -> Candidate:
    """Somebody with a rhythm and contacts on days."""
    days = tuple(sorted(day.toordinal() for day in contacts))[-MOST:]
    return Candidate(name, rhythm=rhythm or Rhythm(), contacts=Contacts(days, "-" * len(days)), **more)


def shown(
    day: date, who: str | None, answer: Answer | None = None, kind: NudgeKind = NudgeKind.RHYTHM, **more: Any
) -> Delivery:
    """A reminder that was shown at noon of a day, in UTC."""
    at = datetime.combine(day, more.pop("at", time(12)), UTC)
    for_day = more.pop("for_day", day).toordinal()
    return Delivery(at, day.toordinal(), for_day, kind, who, answer, **more)


AS_USUAL = Pace()


def state(*people: Candidate, pace: Pace = AS_USUAL, **more: Any) -> State:
    """What is known; contact days are those of the people."""
    days = {day for one in people for day in one.contacts.days}
    more = {"circles": {}, "deliveries": (), "contact_days": days, "zone": "Europe/Dublin"} | more
    return State(people, pace=pace, **more)


def later(day: date, rhythm: Rhythm, times: int = 1) -> date:
    """The rule of the calendar once more, by another library."""
    many = rhythm.every * times
    steps = {Unit.DAY: "days", Unit.WEEK: "weeks", Unit.MONTH: "months"}
    try:
        return day + relativedelta(**{steps[rhythm.unit]: many})
    except (OverflowError, ValueError):
        return date.max


# -- a life --------------------------------------------------------------------------------------------------------


@dataclass
class Friend:
    """Somebody in a made-up life."""

    base: Candidate
    contacts: list[date] = field(default_factory=list)
    changes: int = 0
    kept: tuple[Candidate, int, Candidate] | None = None

    def now(self) -> Candidate:
        if self.kept is None or self.kept[:2] != (self.base, self.changes):
            self.kept = (self.base, self.changes, self._now())
        return self.kept[2]

    def meet(self, day: date) -> None:
        self.contacts.append(day)
        self.changes += 1

    def forget(self, day: date) -> None:
        self.contacts.remove(day)
        self.changes += 1

    def _now(self) -> Candidate:
        days = tuple(sorted(day.toordinal() for day in self.contacts))[-MOST:]
        return self.base._replace(contacts=Contacts(days, "-" * len(days)))


@dataclass
class Habits:
    """How somebody lives. `there` is how many of ten days the computer is on at all."""

    answers: tuple[Answer | None, ...]
    contacts_a_month: int
    there: int
    travels: bool
    clock_jumps: bool


def may_not_be_named(one: Candidate, today: str) -> bool:
    waits = any(day is not None and day > today for day in (one.put_off_until, one.quiet_until))
    at_rest = one.status == "resting" and (one.resting_until is None or one.resting_until > today)
    return waits or at_rest or one.status in {"drifted", "ended", "unsafe", "died"}


class Life:
    """A life by a seed. `live` goes through years and asserts all along."""

    def __init__(self, seed: int, **habits: Any) -> None:
        self.chance = chance = Random(seed)
        self.zone = chance.choice(ZONES)
        year = chance.choice((2023, 2026, 2027, 2028))
        # Now and then it begins right before a leap day, or before the clocks change.
        month, day = chance.choice(((1, 5), (2, 27), (3, 6), (3, 26), (9, 24), (10, 24), (11, 1)))
        self.now = datetime(year, month, day, chance.randint(0, 23), tzinfo=UTC)
        self.pace = made_up_pace(chance)
        self.habits = made_up_habits(chance, habits)
        self.circles = (
            {"around": every(chance.randint(1, 6), began=self.today)} if chance.random() < 0.3 else {}
        )
        self.friends = [self.friend(number) for number in range(chance.choice((1, 1, 2, 2, 3, 5, 11)))]
        self.deliveries: list[Delivery] = []
        self.contact_days: set[int] = set()
        self.last_there: date | None = None
        self.returned_on: date | None = None
        self.seen: Outlook | None = None
        self.looks = 0
        self.waited: Counter[str] = Counter()
        self.rest_asked = 0

    # -- what there is

    @property
    def local(self) -> datetime:
        return self.now.astimezone(ZoneInfo(self.zone))

    @property
    def today(self) -> date:
        return self.local.date()

    def friend(self, number: int) -> Friend:
        chance = self.chance
        unit = chance.choice(tuple(Unit))
        most = {Unit.DAY: 40, Unit.WEEK: 12, Unit.MONTH: 7}[unit]
        mode = RhythmMode.CIRCLE if chance.random() < 0.2 else RhythmMode.OWN
        if chance.random() < 0.1:
            mode = RhythmMode.NONE
        began = self.today + chance.randint(-40, 20) * DAY
        base = Candidate(
            f"{chance.getrandbits(40):x}-{number}",
            status=chance.choice(("active",) * 8 + ("resting", "drifted", "died", "unsafe")),
            resting_until=(self.today + chance.randint(-5, 90) * DAY).isoformat()
            if chance.random() < 0.7
            else None,
            rhythm=Rhythm(mode, chance.randint(1, most), unit, began),
            dates=tuple(made_up_date(chance) for _ in range(chance.choice((0, 0, 0, 1, 2)))),
            meetings=tuple(
                made_up_meeting(chance, self.today) for _ in range(chance.choice((0, 0, 0, 0, 1)))
            ),
        )
        return Friend(base)

    def state(self, shuffled: bool = False) -> State:
        people = [one.now() for one in self.friends]
        deliveries = list(self.deliveries)
        if shuffled:
            self.chance.shuffle(people)
            self.chance.shuffle(deliveries)
        days = self.contact_days if shuffled else self.two_after_each()
        return State(people, self.circles, deliveries, days, self.pace, self.zone)

    def two_after_each(self) -> set[int]:
        """The days with a contact as the database gives them: the first two after each reminder are enough."""
        days = sorted(self.contact_days)
        places = (bisect_left(days, one.day) for one in self.deliveries[-80:])
        return {day for place in places for day in days[place : place + 2]}

    def look(self) -> Outlook:
        """The answer; where nothing has happened since the last one, and its time has not come, that one."""
        if self.seen is not None and (self.seen.nudge is None or self.seen.nudge.at >= self.local):
            if self.chance.random() < 0.01:
                assert look(self.state(shuffled=True), self.local).nudge == self.seen.nudge
            return self.seen
        self.seen = look(self.state(), self.local)
        self.looks += 1
        if self.looks % 20 == 0:
            assert look(self.state(shuffled=True), self.local) == self.seen
        return self.seen

    # -- living

    def live(self, days: int) -> None:
        """Day by day where something happens; from event to event where nothing does."""
        end = self.now + days * DAY
        while self.now < end:
            self.day()
            self.now += DAY * self.chance.choice((1, 1, 1, 1, 2))
            self.now = self.now.replace(hour=self.chance.randint(0, 23), minute=self.chance.randint(0, 59))

    def day(self) -> None:
        chance = self.chance
        self.happen()
        if chance.randint(1, 10) > self.habits.there:
            if chance.random() < 0.05:
                self.now += chance.randint(5, 70) * DAY  # A holiday, an illness, a laptop in a drawer.
            return
        session_ends = self.now + timedelta(hours=chance.randint(1, 14))
        if self.last_there is not None and self.today > self.last_there + DAY:
            self.returned_on = self.today
        for _ in range(6):
            found = self.look()
            nudge = found.nudge
            self.last_there = max(self.today, self.last_there or self.today)
            if nudge is None or nudge.at > session_ends:
                break
            assert nudge.at.astimezone(UTC) >= self.now.replace(microsecond=0)
            # The ticker looks within half a minute.
            self.now = max(self.now, nudge.at.astimezone(UTC))
            self.seen = None
            assert self.look().nudge == nudge, "it was not the same when its time came"
            self.deliver(nudge)
        self.now = max(self.now, session_ends)
        self.last_there = max(self.last_there or self.today, self.today)

    def happen(self) -> None:
        """Contacts, changes about people, travel, a wrong clock, a low day, a rest."""
        chance = self.chance
        before = (self.zone, self.pace, self.now, [(one.base, one.changes) for one in self.friends])
        if chance.random() < self.habits.contacts_a_month / 30:
            who = chance.choice(self.friends)
            back = chance.choice((0, 0, 0, 1, 4, 20))
            who.meet(self.today - back * DAY)
        if chance.random() < 0.01:
            self.forget_a_contact()
        if chance.random() < 0.004:
            who = chance.choice(self.friends)
            who.base = who.base._replace(
                status=chance.choice(("active", "active", "resting", "drifted", "died"))
            )
        if chance.random() < 0.006:
            who = chance.choice(self.friends)
            who.base = who.base._replace(quiet_until=(self.today + 56 * DAY).isoformat())
        if self.habits.travels and chance.random() < 0.02:
            self.zone = chance.choice(ZONES)
        if self.habits.clock_jumps and chance.random() < 0.02:
            self.now += timedelta(minutes=chance.randint(-180, 180))
        roll = chance.random()
        if roll < 0.01:
            self.pace = self.pace._replace(low_day=(self.local - timedelta(hours=4)).date())
        elif roll < 0.013:
            until = self.today + chance.randint(2, 60) * DAY
            self.pace = self.pace._replace(rest_until=until, started=self.now)
        if before != (self.zone, self.pace, self.now, [(one.base, one.changes) for one in self.friends]):
            self.contact_days = {day.toordinal() for one in self.friends for day in one.contacts}
            self.seen = None

    def forget_a_contact(self) -> None:
        who = self.chance.choice(self.friends)
        if who.contacts:
            who.forget(self.chance.choice(who.contacts))

    def deliver(self, nudge: Nudge) -> None:
        self.check(nudge)
        self.seen = None
        answer = self.chance.choice(self.habits.answers)
        delivery = Delivery(
            self.now, self.today.toordinal(), nudge.for_day.toordinal(), nudge.kind, nudge.supporter, answer
        )
        self.deliveries.append(delivery)
        self.rest_asked += nudge.kind is NudgeKind.RESTING
        if nudge.supporter is None:
            if answer is not None:
                self.pace = self.pace._replace(started=self.now)
            return
        friend = next(one for one in self.friends if one.base.id == nudge.supporter)
        if answer is Answer.LOGGED:
            friend.meet(self.today)
            self.contact_days.add(self.today.toordinal())
        if answer is Answer.LATER:
            friend.base = friend.base._replace(put_off_until=(self.today + 3 * DAY).isoformat())

    # -- what holds of every reminder

    def check(self, nudge: Nudge) -> None:
        local = self.local
        assert self.pace.begins <= local.time() < self.pace.ends
        assert local.isoweekday() in self.pace.weekdays
        assert self.pace.on
        assert self.pace.rest_until is None or local.date() >= self.pace.rest_until
        assert self.pace.low_day != (local.replace(tzinfo=None) - timedelta(hours=4)).date()
        self.check_limits(local.date())
        if nudge.supporter is None:
            assert nudge.kind is NudgeKind.RESTING
            return
        one = next(friend for friend in self.friends if friend.base.id == nudge.supporter)
        assert not may_not_be_named(one.base, local.date().isoformat())
        if nudge.kind is NudgeKind.RHYTHM:
            self.check_gap(one)
        else:
            told = [(d.supporter, d.kind, d.for_day) for d in self.deliveries]
            assert (nudge.supporter, nudge.kind, nudge.for_day.toordinal()) not in told
            assert local.date() <= nudge.for_day or nudge.special is not None

    def check_limits(self, today: date) -> None:
        on = [date.fromordinal(one.day) for one in self.deliveries]
        most = 1 if self.returned_on == today else self.pace.a_day
        assert sum(1 for day in on if day == today) < most
        assert sum(1 for day in on if today - 7 * DAY < day <= today) < self.pace.a_week
        if self.deliveries:
            assert self.now - self.deliveries[-1].shown >= timedelta(hours=self.pace.hours_between)

    def check_gap(self, one: Friend) -> None:
        rhythm = one.base.rhythm
        if rhythm.mode is RhythmMode.CIRCLE:
            rhythm = self.circles["around"]
        assert rhythm.mode is RhythmMode.OWN
        assert one.base.rhythm.began is not None
        assert self.today >= later(max([one.base.rhythm.began, *one.contacts]), rhythm)
        before = [d for d in self.deliveries if d.supporter == one.base.id]
        if before and before[-1].answer is Answer.LATER:
            assert self.today >= date.fromordinal(before[-1].day) + 3 * DAY
        elif before:
            assert self.today >= later(date.fromordinal(before[-1].day), rhythm)

    @property
    def rests(self) -> bool:
        return look(self.state(), self.local).overall.step is Step.RESTING


def made_up_pace(chance: Random) -> Pace:
    if chance.random() < 0.4:
        return Pace()
    begins = chance.choice((time(0), time(1), time(2), time(9), time(10, 30), time(18)))
    ends = chance.choice((time(3), time(11), time(19), time(23, 59)))
    if ends <= begins:
        ends = time(23, 59)
    weekdays = frozenset(day for day in range(1, 8) if chance.random() < 0.7) or EVERY_DAY
    return Pace(
        begins=begins,
        ends=ends,
        weekdays=weekdays,
        a_day=chance.randint(1, 3),
        a_week=chance.randint(1, 7),
        hours_between=chance.randint(1, 6),
    )


def made_up_habits(chance: Random, fixed: dict[str, Any]) -> Habits:
    answers: tuple[Answer | None, ...] = chance.choice(
        (
            (None,),
            (None, Answer.LATER),
            (Answer.LATER,),
            (Answer.SKIP,),
            (Answer.LOGGED, Answer.SKIP, Answer.LATER),
            (Answer.LOGGED, None, None),
        )
    )
    made: dict[str, Any] = {
        "answers": answers,
        "contacts_a_month": chance.choice((0, 0, 1, 3, 10)),
        "there": chance.choice((3, 8, 10)),
        "travels": chance.random() < 0.3,
        "clock_jumps": chance.random() < 0.2,
    }
    return Habits(**(made | fixed))


def made_up_date(chance: Random) -> SpecialDate:
    month, day = chance.choice(
        ((2, 29), (2, 28), (12, 31), (1, 1), (chance.randint(1, 12), chance.randint(1, 31)))
    )
    return SpecialDate(
        chance.choice(tuple(DateKind)),
        chance.choice((None, 1980, 2027)),
        None if chance.random() < 0.1 else month,
        None if chance.random() < 0.2 else day,
        notice=True,
    )


def made_up_meeting(chance: Random, today: date) -> Meeting:
    repeats = chance.choice(tuple(Repeats))
    once = repeats is Repeats.ONCE
    return Meeting(
        repeats,
        today + chance.randint(0, 60) * DAY if once else None,
        None if once else chance.randint(1, 7),
        chance.choice((1, 2, 3, 4, -1)) if repeats is Repeats.MONTHLY else None,
        time(chance.randint(0, 23), 30) if chance.random() < 0.8 else None,
        chance.choice(("", *ZONES)),
        notice=True,
    )
