"""Questions about reminders. Nothing here changes anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from ..days import civil_day
from ..easing import Delivery, Overall, Step
from ..model import Circle, Rhythm, RhythmMode, Unit
from ..nudge_model import Answer, How, NudgeKind
from ..nudge_numbers import BEGINS, ENDS, NUMBERS
from ..nudges import Look, Nudge, Outlook, State, look
from ..occasions import about, zone_of
from ..pace import Pace
from ..suggestions import may_be_named
from ..unswept import unswept
from ..upcoming import DayAhead, ahead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Meeting, SpecialDate
    from ..waiting import Turn
    from .store import Store

_FIRST_CONTACT = """(SELECT substr(happened, 1, 10) FROM check_in
    WHERE happened >= {} AND trashed_at IS NULL ORDER BY happened LIMIT 1)"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A reminder that was shown and is there until midnight. `special` or `meeting` is what it is about."""

    id: str
    kind: NudgeKind
    supporter: str | None
    for_day: date
    how: How
    special: SpecialDate | None = None
    meeting: Meeting | None = None


class ReminderQueries:
    def __init__(self, store: Store) -> None:
        self._store, self._db = store, store.db
        self._kept: tuple[tuple[int, int], State] | None = None
        self._next: tuple[datetime, tuple[Any, ...], Nudge | None] | None = None

    def outlook(self) -> Outlook:
        """The next reminder, or None; why not sooner; and how quiet reminders are by now."""
        with unswept():
            return self._look().outlook()

    def next(self) -> Nudge | None:
        """The next reminder. It is due once its `at` is not after now.

        Asked for twice a minute, it is worked out anew when something was written, on another day or in another
        zone, and once its time has come: until then it stays the same.
        """
        now = self._store.clock.now()
        state = self.state()
        about = (self._kept and self._kept[0], state.zone, now.utcoffset(), now.date())
        if (kept := self._next) is not None:
            begun, of, nudge = kept
            if of == about and begun <= now and (nudge is None or nudge.at >= now):
                return nudge
        with unswept():
            nudge = look(state, now).nudge
        self._next = (now, about, nudge)
        return nudge

    def stands(self) -> Overall:
        """Whether reminders come as chosen, one a week, or rest because they were left alone."""
        look = self._look()
        return look.overall(look.today)

    def ahead(self, days: int = 31) -> tuple[DayAhead, ...]:
        """What may come on each of the next days, today first: for a month's picture and the calendar."""
        return ahead(self.state(), self._store.clock.now(), days)

    def of_person(self, supporter_id: str) -> Turn | None:
        """How somebody's rhythm stands; None where none counts, and for who is not named."""
        turns = self._look().waiting.turns
        return next((one for one in turns if one.who.id == supporter_id), None)

    def of_circles(self) -> dict[Circle, Rhythm]:
        """The rhythms of circles that have one."""
        found = self._db.execute("SELECT circle, every, unit, began FROM rhythm_of_circle").fetchall()
        return {
            Circle(circle): Rhythm(RhythmMode.OWN, every, Unit(unit), date.fromisoformat(began))
            for circle, every, unit, began in found
        }

    def pace(self) -> Pace:
        """How reminders are wanted. What is kept and could not have been chosen gives way to the defaults."""
        get = self._store.settings.get
        chosen = Pace(
            begins=_time(get("reminders_begin"), BEGINS),
            ends=_time(get("reminders_end"), ENDS),
            weekdays=frozenset(day for day in get("reminders_weekdays") if isinstance(day, int)),
            a_day=get("reminders_a_day"),
            a_week=get("reminders_a_week"),
            hours_between=get("reminders_hours_between"),
        )
        return (chosen if chosen.is_possible else Pace())._replace(
            on=get("reminders_on"),
            rest_until=_day(get("reminders_rest_until")),
            low_day=_day(get("low_day")),
            started=_moment(get("reminders_started")),
        )

    @property
    def is_low_day(self) -> bool:
        """Whether today was marked as a low day. It ends by itself at four in the morning."""
        return bool(self._store.settings.get("low_day") == civil_day(self._store.clock.now()).isoformat())

    def shown(self) -> Shown | None:
        """What Today shows now: the newest reminder of this day without an answer, as long as it fits."""
        today = self._store.clock.now().date()
        row = self._db.execute(
            """SELECT id, kind, supporter, for_day, how FROM nudge
            WHERE day = ? AND answer IS NULL ORDER BY shown DESC, id LIMIT 1""",
            [today.isoformat()],
        ).fetchone()
        if row is None:
            return None
        found = Shown(row[0], NudgeKind(row[1]), row[2], date.fromisoformat(row[3]), How(row[4]))
        if found.kind is NudgeKind.RESTING:
            return found if self.stands().step is Step.RESTING else None
        return self._fitting(found, today)

    def _fitting(self, found: Shown, today: date) -> Shown | None:
        """The same with what it is about; None where the person is left out now, or was in touch meanwhile."""
        who = next((one for one in self._store.candidates.all() if one.id == found.supporter), None)
        if who is None or not may_be_named(who, today.isoformat()):
            return None
        if who.contacts.days and who.contacts.days[-1] >= today.toordinal():
            return None
        if found.kind is NudgeKind.RHYTHM:
            return found
        special, meeting = about(who, found.kind, found.for_day, zone_of(self._store.clock.zone()))
        if special is None and meeting is None:
            return None
        return replace(found, special=special, meeting=meeting)

    def state(self) -> State:
        """All that reminders follow from, as it is now."""
        people = self._store.candidates.all()
        version = (self._store.candidates.version_now(), self._changes_here())
        if self._kept is None or self._kept[0] != version:
            deliveries = self._deliveries()
            circles = {circle.value: rhythm for circle, rhythm in self.of_circles().items()}
            contact_days = self._contact_days(deliveries)
            self._kept = version, State((), circles, deliveries, contact_days, self.pace())
        return self._kept[1]._replace(people=people, zone=self._store.clock.zone())

    def _changes_here(self) -> int:
        """A number that changes with every row this process writes."""
        return int(self._db.execute("SELECT total_changes()").fetchone()[0])

    def _look(self) -> Look:
        return Look(self.state(), self._store.clock.now())

    def _deliveries(self) -> list[Delivery]:
        found = self._db.execute(
            "SELECT shown, day, for_day, kind, supporter, answer, id FROM nudge ORDER BY shown"
        ).fetchall()
        return [_delivery(row) for row in found]

    def _contact_days(self, deliveries: Sequence[Delivery]) -> set[int]:
        """The first two days with a contact on and after the day of each of the newest reminders."""
        days = {one.day for one in deliveries[-2 * NUMBERS.looked_at :]}
        found: set[int] = set()
        for day in days:
            first = _FIRST_CONTACT.format("?")
            then = _FIRST_CONTACT.format(f"date({first}, '+1 day')")
            on = date.fromordinal(day).isoformat()
            row = self._db.execute(f"SELECT {first}, {then}", [on, on]).fetchone()
            found |= {date.fromisoformat(one).toordinal() for one in row if one is not None}
        return found


def _delivery(row: Any) -> Delivery:
    shown, day, for_day, kind, supporter, answer, nudge_id = row
    return Delivery(
        datetime.fromisoformat(shown),
        date.fromisoformat(day).toordinal(),
        date.fromisoformat(for_day).toordinal(),
        NudgeKind(kind),
        supporter,
        Answer(answer) if answer else None,
        nudge_id,
    )


def _time(text: str, otherwise: time) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return otherwise


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC) if text else None
    except ValueError:
        return None
