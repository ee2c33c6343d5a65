"""Rhythms and reminders: what a person chooses and answers, and what was shown."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..days import civil_day
from ..model import Change, Done, Rhythm, RhythmMode
from ..nudge_model import Answer, NudgeKind
from ..trouble import Code, Trouble
from .reminder_queries import ReminderQueries, Shown

if TYPE_CHECKING:
    from datetime import date

    from ..model import CheckIn, Circle
    from ..nudge_model import How
    from ..pace import Pace

_TRIES = 3
"""Another process may write between looking and keeping; it seldom does so twice."""


class ReminderStore(ReminderQueries):
    """One method for each thing a person says about reminders; the questions are in `ReminderQueries`.

    Changes raise Trouble where they cannot be written. Each is one step to undo, but `deliver`.
    """

    # -- what was shown --------------------------------------------------------------------------------------

    def deliver(self, how: How) -> Shown | None:
        """If a reminder is due, keep that it is shown now, and return it; None where none is.

        Of several windows and processes that ask at once one gets it. It is no action of the person's: not undone
        and not announced.
        """
        for _ in range(_TRIES):
            now = self._store.clock.now()
            nudge = self.next()
            if nudge is None or nudge.at > now:
                return None
            seen = self._store.candidates.version
            with self._store.quiet():
                # Nobody else can write from here on; who did so before has made what was worked out old.
                if self._store.candidates.version_now() == seen:
                    nudge_id = str(uuid4())
                    row = {
                        "id": nudge_id,
                        "supporter": nudge.supporter,
                        "kind": nudge.kind,
                        "day": now.date().isoformat(),
                        "for_day": nudge.for_day.isoformat(),
                        "shown": now.astimezone(UTC).isoformat(timespec="milliseconds"),
                        "how": how,
                    }
                    marks = ", ".join(f":{column}" for column in row)
                    self._db.execute(f"INSERT INTO nudge ({', '.join(row)}) VALUES ({marks})", row)
                    return Shown(
                        nudge_id,
                        nudge.kind,
                        nudge.supporter,
                        nudge.for_day,
                        how,
                        nudge.special,
                        nudge.meeting,
                    )
        return None

    # -- answers ---------------------------------------------------------------------------------------------

    def later(self, nudge_id: str) -> None:
        """Another time: nothing about this person for three days, nor are they suggested. Raises NOT_THERE."""
        supporter = self._supporter(nudge_id)
        with self._store.action(Done(Change.PUT_OFF, self._names(supporter))):
            self._answer(nudge_id, Answer.LATER)
            if supporter is not None:
                self._store.today._put_off(supporter)

    def skip(self, nudge_id: str) -> None:
        """Not this time: the next one about this person after their gap. Raises NOT_THERE."""
        with self._store.action(Done(Change.SKIPPED, self._names(self._supporter(nudge_id)))):
            self._answer(nudge_id, Answer.SKIP)

    def logged(self, nudge_id: str, check_in: CheckIn) -> str:
        """We talked: the contact and the answer as one step. Returns the check-in's id. Raises as `check_ins.log`.

        A contact that is noted anywhere else answers the reminder as well.
        """
        self._supporter(nudge_id)
        names = self._store.check_ins._checked(check_in, ())
        with self._store.action(Done(Change.CHECKED_IN, names)):
            self._answer(nudge_id, Answer.LOGGED)
            return self._store.check_ins._insert(check_in)

    def rest(self, until: date | None) -> None:
        """No reminders before a day, or, without one, until they are switched on. What is shown now is answered."""
        with self._store.action(Done(Change.REST)):
            self._write(
                reminders_on=until is not None,
                reminders_rest_until=until.isoformat() if until else "",
                reminders_started=self._store.clock.utc_text(),
            )
            self._answer_all(Answer.PAUSE)

    def start_again(self) -> None:
        """Reminders come as chosen from now on, whatever was left alone before."""
        with self._store.action(Done(Change.REMINDERS_ON)):
            self._write(
                reminders_on=True,
                reminders_rest_until="",
                reminders_started=self._store.clock.utc_text(),
            )
            self._answer_all(Answer.START)

    def set_low_day(self, low: bool) -> None:
        """Nothing more today, until four in the morning; or, after all, as usual."""
        with self._store.action(Done(Change.LOW_DAY if low else Change.LOW_DAY_OVER)):
            self._write(low_day=civil_day(self._store.clock.now()).isoformat() if low else "")
            if low:
                self._answer_all(Answer.PAUSE)

    # -- choices ---------------------------------------------------------------------------------------------

    def set_rhythm(self, supporter_id: str, rhythm: Rhythm) -> None:
        """How often to be in touch with somebody. Without a day it begins today, and so does their reminder anew.

        Raises Trouble(NOT_THERE).
        """
        began = rhythm.began or self._store.clock.now().date()
        with self._store.action(Done(Change.RHYTHM, self._names(supporter_id))):
            self._store.people._update(
                supporter_id,
                rhythm_mode=rhythm.mode,
                rhythm_every=rhythm.every,
                rhythm_unit=rhythm.unit,
                rhythm_began=began.isoformat() if rhythm.mode is not RhythmMode.NONE else None,
            )

    def set_rhythm_of_circle(self, circle: Circle, rhythm: Rhythm | None) -> None:
        """How often to be in touch with everyone who goes as this circle does; None for no rhythm."""
        with self._store.action(Done(Change.CIRCLE_RHYTHM)):
            self._db.execute("DELETE FROM rhythm_of_circle WHERE circle = ?", [circle])
            if rhythm is not None:
                began = rhythm.began or self._store.clock.now().date()
                self._db.execute(
                    "INSERT INTO rhythm_of_circle (circle, every, unit, began) VALUES (?, ?, ?, ?)",
                    [circle, rhythm.every, rhythm.unit, began.isoformat()],
                )

    def set_pace(self, pace: Pace) -> None:
        """Hours, weekdays and how many. Raises ValueError for what cannot be chosen."""
        if not pace.is_possible:
            raise ValueError(pace)
        with self._store.action(Done(Change.REMINDERS)):
            self._write(
                reminders_begin=pace.begins.isoformat("minutes"),
                reminders_end=pace.ends.isoformat("minutes"),
                reminders_weekdays=sorted(pace.weekdays),
                reminders_a_day=pace.a_day,
                reminders_a_week=pace.a_week,
                reminders_hours_between=pace.hours_between,
            )

    def set_notices(self, *, wanted: bool, with_names: bool = False) -> None:
        """Whether reminders also come as notices of the system, and whether those say names."""
        with self._store.action(Done(Change.REMINDERS)):
            self._write(reminders_as_notices=wanted, reminders_with_names=wanted and with_names)

    # -- the rows --------------------------------------------------------------------------------------------

    def _supporter(self, nudge_id: str) -> str | None:
        row = self._db.execute("SELECT supporter FROM nudge WHERE id = ?", [nudge_id]).fetchone()
        if row is None:
            raise Trouble(Code.NOT_THERE)
        return str(row[0]) if row[0] is not None else None

    def _names(self, supporter_id: str | None) -> tuple[str, ...]:
        if supporter_id is None:
            return ()
        found = self._store.people.names([supporter_id])
        if not found:
            raise Trouble(Code.NOT_THERE)
        return (found[supporter_id],)

    def _answer(self, nudge_id: str, answer: Answer) -> None:
        self._db.execute(
            "UPDATE nudge SET answer = ?, answered = ? WHERE id = ?",
            [answer, self._store.clock.utc_text(), nudge_id],
        )

    def _answer_all(self, answer: Answer) -> None:
        """Everything of this day that waits for an answer; START is for what says that reminders rest."""
        self._db.execute(
            "UPDATE nudge SET answer = ?, answered = ? WHERE day = ? AND answer IS NULL AND (? OR kind = ?)",
            [
                answer,
                self._store.clock.utc_text(),
                self._store.clock.now().date().isoformat(),
                answer is not Answer.START,
                NudgeKind.RESTING,
            ],
        )

    def _write(self, **values: Any) -> None:
        for key, value in values.items():
            self._store.settings.write(key, value)
