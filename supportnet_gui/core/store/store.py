"""Everything kept, by subject, with one way to change it and one way back."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ..trouble import Code, Trouble
from . import undo
from .candidates import Candidates
from .check_ins import CheckInStore
from .people import PeopleStore
from .people_queries import PeopleFilter, View
from .settings import SettingStore
from .today import TodayStore
from .undo import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from ...clock import Clock
    from ..model import Done
    from ..sqlite import Database
    from ..vault import Vault
    from .calendar import CalendarStore
    from .card import CardStore
    from .drafts import DraftStore
    from .expectations import ExpectationStore
    from .imports import ImportStore
    from .plan import PlanStore
    from .reflections import ReflectionStore
    from .reminders import ReminderStore
    from .resources import ResourceStore
    from .small_steps import SmallStepStore
    from .support_cards import SupportCardStore


class Store:
    """What pages and commands talk to. `listeners` are called after every commit, with what was done."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self.vault = vault
        self.db = vault.db
        self.clock = clock
        self.listeners: list[Callable[[Done | None], None]] = []
        self._log = undo.UndoLog()
        self._watched = False
        self.people = PeopleStore(self)
        self.check_ins = CheckInStore(self)
        self.settings = SettingStore(self)
        self.candidates = Candidates(self.db)
        self.today = TodayStore(self)

    # What the first sight of a page does not need is brought in when it is wanted.

    @cached_property
    def drafts(self) -> DraftStore:
        """The person's own messages."""
        from .drafts import DraftStore

        return DraftStore(self)

    @cached_property
    def expectations(self) -> ExpectationStore:
        """How it may go, and how it went."""
        from .expectations import ExpectationStore

        return ExpectationStore(self)

    @cached_property
    def imports(self) -> ImportStore:
        """An address book coming in."""
        from .imports import ImportStore

        return ImportStore(self)

    @cached_property
    def reminders(self) -> ReminderStore:
        """Rhythms, and the reminders that follow from them."""
        from .reminders import ReminderStore

        return ReminderStore(self)

    @cached_property
    def calendar(self) -> CalendarStore:
        """Reminders for a calendar file, and what went out in earlier ones."""
        from .calendar import CalendarStore

        return CalendarStore(self)

    @cached_property
    def resources(self) -> ResourceStore:
        """What is thought of entries of the library, and entries of one's own."""
        from .resources import ResourceStore

        return ResourceStore(self)

    @cached_property
    def steps(self) -> SmallStepStore:
        """Small steps: when this, then that."""
        from .small_steps import SmallStepStore

        return SmallStepStore(self)

    @cached_property
    def reflections(self) -> ReflectionStore:
        """The journal."""
        from .reflections import ReflectionStore

        return ReflectionStore(self)

    @cached_property
    def cards(self) -> SupportCardStore:
        """How to support me."""
        from .support_cards import SupportCardStore

        return SupportCardStore(self)

    @cached_property
    def plan(self) -> PlanStore:
        """My plan, and the people chosen for a hard moment."""
        from .plan import PlanStore

        return PlanStore(self)

    @cached_property
    def card(self) -> CardStore:
        """The small card outside the database."""
        from .card import CardStore

        return CardStore(self)

    @contextmanager
    def action(self, done: Done, *, announce: bool = True) -> Iterator[list[tuple[str, ...]]]:
        """One thing a user does: atomic, on disk at the end, undone as one, announced after the commit.

        A long one may append what `undo.collect` returned along the way to the list it is handed, and may
        announce itself. Raises Trouble where the file cannot be written; nothing has changed then.
        """
        collected: list[tuple[str, ...]] = []
        with self._write() as db:
            yield collected
            collected.append(undo.collect(db))
            step = Step(done, tuple(chain.from_iterable(reversed(collected))))
        self._log.push(step)
        if step.statements and announce:
            self.announce(done)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """A change that is no action of the person's: kept like any other, not undone and not announced."""
        with self._write() as db:
            yield
            undo.collect(db)

    @contextmanager
    def purge(self) -> Iterator[None]:
        """A removal that cannot be undone. The words are gone from the file, its log and the undo list."""
        with self._write() as db:
            yield
            undo.collect(db)
        self._log.clear()
        self.vault.fold_log()
        self.announce(None)

    @property
    def can_undo(self) -> Done | None:
        return self._log.undo[-1].done if self._log.undo else None

    @property
    def can_redo(self) -> Done | None:
        return self._log.redo[-1].done if self._log.redo else None

    @property
    def rows_to_undo(self) -> int:
        """How many rows the next undo touches: a large one is better run in slices."""
        return len(self._log.undo[-1].statements) if self._log.undo else 0

    @property
    def rows_to_redo(self) -> int:
        return len(self._log.redo[-1].statements) if self._log.redo else 0

    def undo(self) -> Done | None:
        """Take the last action back. Returns what it was, None if there is none.

        Raises Trouble(UNDO_IMPOSSIBLE) where something written since, elsewhere, stands in the way.
        """
        return _exhaust(self.undo_slices())

    def redo(self) -> Done | None:
        """Put back what was last taken back."""
        return _exhaust(self.redo_slices())

    def undo_slices(self) -> Generator[tuple[int, int], None, Done | None]:
        """`undo` for a window: yields (rows done, rows in all) now and then; closed early it changes nothing."""
        return self._move(self._log.undo, self._log.redo)

    def redo_slices(self) -> Generator[tuple[int, int], None, Done | None]:
        """`redo` for a window."""
        return self._move(self._log.redo, self._log.undo)

    def empty_trash(self) -> None:
        """Remove everything in the trash for good. Cannot be undone; say so before."""
        people = [row.id for row in self.people.rows(PeopleFilter(view=View.TRASH))]
        check_ins = self.check_ins.trashed_ids()
        own = self.resources.trashed_ids()
        reflections = self.reflections.trashed_ids()
        cards = self.cards.trashed_ids()
        if people or check_ins or own or reflections or cards:
            with self.purge():
                self.people.delete_rows(people)
                self.check_ins.delete_rows(check_ins)
                self.resources.delete_rows(own)
                self.reflections.delete_rows(reflections)
                self.cards.delete_rows(cards)

    def forget_undo(self) -> None:
        """Make what was done so far the beginning: nothing before this can be taken back."""
        self._log.clear()

    def poll(self) -> bool:
        """Tell the listeners if another process has written. To be called about once a second."""
        changed = self.vault.changed_elsewhere()
        if changed:
            self.announce(None)
        return changed

    def close(self) -> None:
        self.vault.close()

    def _move(self, source: list[Step], target: list[Step]) -> Generator[tuple[int, int], None, Done | None]:
        if not source:
            return None
        step = source[-1]
        try:
            with self._write() as db:
                for count in undo.run(db, step):
                    yield count, len(step.statements)
                inverse = Step(step.done, undo.collect(db))
                if not undo.is_inverse(step, inverse):
                    raise Trouble(Code.UNDO_IMPOSSIBLE)
        except (Trouble, GeneratorExit):
            raise
        except Exception as error:
            raise Trouble(Code.UNDO_IMPOSSIBLE) from error
        source.pop()
        target.append(inverse)
        self.announce(None)
        return step.done

    @contextmanager
    def _write(self) -> Iterator[Database]:
        """`vault.write` with undo watching, from the first change on: opening the notebook need not wait for it."""
        try:
            with self.vault.write() as db:
                if not self._watched:
                    undo.watch(db)
                yield db
                self.card.keep_true()
        except BaseException:
            self.card.after_failure()
            raise
        self._watched = True
        self.card.say_if_lost()

    def announce(self, done: Done | None) -> None:
        """Tell the listeners what was done."""
        for listener in tuple(self.listeners):
            listener(done)


def _exhaust(steps: Generator[tuple[int, int], None, Done | None]) -> Done | None:
    done: Done | None
    try:
        while True:
            next(steps)
    except StopIteration as stop:
        done = stop.value
    return done
