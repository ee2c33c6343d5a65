"""Every change can be taken back and put back, exactly; what was purged cannot."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import CheckIn, Circle, Done, Rhythm, Status, Support, Supporter
from supportnet_gui.core.paths import Places
from supportnet_gui.core.resource_model import OwnResource, Reflection, SmallStep, SupportCard
from supportnet_gui.core.store import Store, View
from supportnet_gui.core.store.imports import Addition
from supportnet_gui.core.store.rows import one_line
from supportnet_gui.core.vault import open_vault
from tests.core.store_kit import (
    TODAY,
    Dump,
    all_check_ins,
    assert_sound,
    check_ins,
    content,
    everyone,
    hostile_names,
    rhythms,
    some_days,
    supporters,
    supports,
    texts,
)

has_people = precondition(lambda self: bool(everyone(self.store)))
has_check_ins = precondition(lambda self: bool(all_check_ins(self.store)))


class UndoMachine(RuleBasedStateMachine):
    """Any actions in any order, each undone and redone at once, and undone and redone in any order later."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
        self.vault = open_vault(Places(Path(self.folder.name) / "data"))
        # What is on disk when is test_vault's matter; here it would only cost time.
        self.vault.db.execute("PRAGMA synchronous=OFF")
        self.store = Store(self.vault, self.clock)
        self.announced: list[Done | None] = []
        self.store.listeners.append(self.announced.append)
        self.past: list[Dump] = []
        self.future: list[Dump] = []

    def teardown(self) -> None:
        self.vault.close()
        self.folder.cleanup()

    def now_is(self) -> Dump:
        return content(self.store.db)

    def act(self, action: Callable[[], Any]) -> None:
        self.clock.move(timedelta(minutes=1))
        before = self.now_is()
        self.announced.clear()
        action()
        after = self.now_is()
        if not self.announced:
            assert after == before, "a change that was not announced cannot be undone"
            return
        assert self.announced == [self.store.can_undo]
        self.past.append(before)
        self.future.clear()
        self.undo()
        self.redo()
        assert self.now_is() == after

    def person(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(everyone(self.store)))

    @initialize()
    def begin(self) -> None:
        self.act(lambda: self.store.people.add(Supporter(name="Aoife", note="walks by the sea")))
        self.act(lambda: self.store.people.add(Supporter(name="Ben", roles=("friend",))))
        first, second = everyone(self.store)
        self.act(lambda: self.store.check_ins.log(CheckIn((first, second), TODAY, note="tea and cake")))

    @precondition(lambda self: bool(self.past))
    @rule()
    def undo(self) -> None:
        before, wanted, what = self.now_is(), self.past.pop(), self.store.can_undo
        assert self.store.undo() == what
        assert self.now_is() == wanted
        self.future.append(before)

    @precondition(lambda self: bool(self.future))
    @rule()
    def redo(self) -> None:
        before, wanted, what = self.now_is(), self.future.pop(), self.store.can_redo
        assert self.store.redo() == what
        assert self.now_is() == wanted
        self.past.append(before)

    @rule(who=supporters())
    def add(self, who: Supporter) -> None:
        self.act(lambda: self.store.people.add(who))

    @rule(who=st.lists(supporters(), min_size=1, max_size=3))
    def add_many(self, who: list[Supporter]) -> None:
        self.act(lambda: self.store.people.add_many(who))

    @rule(text=texts.filter(one_line), name=st.sampled_from(("", "Ann")))
    def keep_draft(self, text: str, name: str) -> None:
        self.act(lambda: self.store.drafts.keep("hello", text, name))

    @precondition(lambda self: bool(self.store.drafts.all()))
    @rule(data=st.data())
    def remove_draft(self, data: st.DataObject) -> None:
        chosen = data.draw(st.sampled_from(self.store.drafts.all())).id
        self.act(lambda: self.store.drafts.remove(chosen))

    @has_people
    @rule(data=st.data(), wanted=rhythms)
    def set_rhythm(self, data: st.DataObject, wanted: Rhythm) -> None:
        chosen = self.person(data)
        self.act(lambda: self.store.reminders.set_rhythm(chosen, wanted))

    @rule(circle=st.sampled_from(Circle), wanted=st.none() | rhythms)
    def set_rhythm_of_circle(self, circle: Circle, wanted: Rhythm | None) -> None:
        self.act(lambda: self.store.reminders.set_rhythm_of_circle(circle, wanted))

    @has_people
    @rule(data=st.data(), how=st.sampled_from(("later", "skip", "rest", "low day")))
    def answer_a_reminder(self, data: st.DataObject, how: str) -> None:
        """One that came at some time. That it came is no action: it stands since the beginning, as it were."""
        chosen = self.person(data)
        nudge = f"n{len(self.past)}-{len(self.future)}-{chosen}"
        now = self.clock.utc_text()
        with self.store.quiet():
            self.store.db.execute(
                """INSERT OR IGNORE INTO nudge (id, supporter, kind, day, for_day, shown, how)
                VALUES (?, ?, 'rhythm', ?, ?, ?, 'today')""",
                [nudge, chosen, TODAY.isoformat(), TODAY.isoformat(), now],
            )
        act = {
            "later": lambda: self.store.reminders.later(nudge),
            "skip": lambda: self.store.reminders.skip(nudge),
            "rest": lambda: self.store.reminders.rest(TODAY),
            "low day": lambda: self.store.reminders.set_low_day(True),
        }[how]
        # Only what was there before can be compared with what was before.
        self.past.clear()
        self.future.clear()
        self.store.forget_undo()
        self.act(act)

    @has_people
    @rule(who=supporters(), data=st.data())
    def save(self, who: Supporter, data: st.DataObject) -> None:
        chosen = self.person(data)
        self.act(lambda: self.store.people.save(replace(who, id=chosen)))

    @has_people
    @rule(data=st.data(), ticks=supports)
    def set_support(self, data: st.DataObject, ticks: frozenset[Support]) -> None:
        chosen = self.person(data)
        self.act(lambda: self.store.people.set_support(chosen, ticks))

    @has_people
    @rule(data=st.data())
    def set_support_of(self, data: st.DataObject) -> None:
        ticks = data.draw(st.dictionaries(st.sampled_from(everyone(self.store)), supports))
        self.act(lambda: self.store.people.set_support_of(ticks))

    @has_people
    @rule(data=st.data(), status=st.sampled_from(Status), since=some_days, until=some_days)
    def set_status(self, data: st.DataObject, status: Status, since: Any, until: Any) -> None:
        chosen = self.person(data)
        self.act(lambda: self.store.people.set_status(chosen, status, since, until))

    @has_people
    @rule(data=st.data(), archived=st.booleans())
    def set_archived(self, data: st.DataObject, archived: bool) -> None:
        chosen = self.person(data)
        self.act(lambda: self.store.people.set_archived(chosen, archived))

    @has_people
    @rule(data=st.data(), to_trash=st.booleans())
    def move_person(self, data: st.DataObject, to_trash: bool) -> None:
        chosen = self.person(data)
        move = self.store.people.trash if to_trash else self.store.people.restore
        self.act(lambda: move(chosen))

    @has_people
    @rule(data=st.data(), image=st.one_of(st.none(), st.binary(max_size=50)))
    def set_photo(self, data: st.DataObject, image: bytes | None) -> None:
        chosen = self.person(data)
        self.act(lambda: self.store.people.set_photo(chosen, image))

    @has_people
    @rule(data=st.data(), how=st.sampled_from(("step", "journal", "card", "map", "own", "note")), text=texts)
    def keep_something_about_them(self, data: st.DataObject, how: str, text: str) -> None:
        chosen = self.person(data)
        some = f"x {text}"
        act: Callable[[], object] = {
            "step": lambda: self.store.steps.add(SmallStep(some, text, supporter=chosen, resource="a-walk")),
            "journal": lambda: self.store.reflections.write(Reflection(some, TODAY, supporter=chosen)),
            "card": lambda: self.store.cards.keep(SupportCard(supporter=chosen, helps=(some, text))),
            "map": lambda: self.store.resources.add_to_map("book-club", Supporter(name=some)),
            "own": lambda: self.store.resources.add_own(OwnResource(some, note=text)),
            "note": lambda: self.store.resources.set_note("a-walk", some),
        }[how]
        self.act(act)

    @precondition(lambda self: len(everyone(self.store)) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        keep, other = data.draw(st.permutations(everyone(self.store)))[:2]
        self.act(lambda: self.store.people.merge(keep, other))

    @has_people
    @rule(data=st.data(), card=texts)
    def not_the_same(self, data: st.DataObject, card: str) -> None:
        chosen = self.person(data)
        other = data.draw(st.sampled_from([card, *everyone(self.store)]))
        self.act(lambda: self.store.people.not_the_same(chosen, other))

    def check_in(self, data: st.DataObject) -> CheckIn:
        people = st.lists(st.sampled_from(everyone(self.store)), min_size=1, max_size=3, unique=True)
        return data.draw(check_ins(people.map(tuple)))

    @has_people
    @rule(data=st.data())
    def log(self, data: st.DataObject) -> None:
        check_in = self.check_in(data)
        self.act(lambda: self.store.check_ins.log(check_in))

    @has_people
    @has_check_ins
    @rule(data=st.data())
    def save_check_in(self, data: st.DataObject) -> None:
        check_in = replace(self.check_in(data), id=data.draw(st.sampled_from(all_check_ins(self.store))))
        self.act(lambda: self.store.check_ins.save(check_in))

    @has_check_ins
    @rule(data=st.data(), to_trash=st.booleans())
    def move_check_in(self, data: st.DataObject, to_trash: bool) -> None:
        chosen = data.draw(st.sampled_from(all_check_ins(self.store)))
        move = self.store.check_ins.trash if to_trash else self.store.check_ins.restore
        self.act(lambda: move(chosen))

    @has_people
    @rule(data=st.data(), newcomers=st.lists(hostile_names, max_size=2))
    def log_with_newcomers(self, data: st.DataObject, newcomers: list[str]) -> None:
        check_in = self.check_in(data)
        self.act(lambda: self.store.check_ins.log(check_in, newcomers))

    @rule(
        who=st.lists(st.tuples(supporters(), st.one_of(st.none(), st.binary(max_size=20))), max_size=3),
        lacking=supporters(),
        photo=st.one_of(st.none(), st.binary(max_size=20)),
    )
    def bring_in(
        self, who: list[tuple[Supporter, bytes | None]], lacking: Supporter, photo: bytes | None
    ) -> None:
        known = everyone(self.store)[:1]
        pairs = [(one, "card") for one in known]
        additions = [
            Addition(one, "Aoife", lacking.channels, lacking.dates, lacking.note, lacking.source_uid, photo)
            for one in known
        ]
        self.act(lambda: list(self.store.imports.bring_in(who, pairs, additions=additions)))

    @precondition(lambda self: bool(self.past or self.future))
    @rule()
    def begin_to_undo_and_cancel(self) -> None:
        before = self.now_is(), self.store.can_undo, self.store.can_redo
        for work in (self.store.undo_slices(), self.store.redo_slices()):
            next(work, None)
            work.close()
        if (self.store.can_undo, self.store.can_redo) == before[1:]:
            assert self.now_is() == before[0]
        else:  # both were too short to be cancelled
            self.past, self.future = [], []
            self.store.forget_undo()

    @rule(who=st.lists(supporters(), min_size=1, max_size=3))
    def begin_to_bring_in_and_cancel(self, who: list[Supporter]) -> None:
        before = self.now_is()
        work = self.store.imports.bring_in([(one, None) for one in who])
        next(work)
        work.close()  # type: ignore[attr-defined]
        assert self.now_is() == before

    @rule(value=st.booleans())
    def set_setting(self, value: bool) -> None:
        before = self.now_is(), self.store.can_undo, self.store.can_redo
        self.store.settings.set("welcome_done", value)
        assert (self.now_is(), self.store.can_undo, self.store.can_redo) == before

    @rule(data=st.data(), which=st.integers(0, 2))
    def purge(self, data: st.DataObject, which: int) -> None:
        people = data.draw(st.lists(st.sampled_from([*everyone(self.store), "nobody"]), max_size=2))
        contacts = data.draw(st.lists(st.sampled_from([*all_check_ins(self.store), "none"]), max_size=2))
        in_trash = self.store.people.count(View.TRASH) + self.store.check_ins.count_trash()
        (
            lambda: self.store.people.purge(people),
            lambda: self.store.check_ins.purge(contacts),
            self.store.empty_trash,
        )[which]()
        if which < 2 or in_trash:
            self.past.clear()
            self.future.clear()
        if which == 0:
            assert not {*people} & {*everyone(self.store)}
        if which == 2:
            assert self.store.people.count(View.TRASH) == self.store.check_ins.count_trash() == 0

    @invariant()
    def sound(self) -> None:
        assert_sound(self.store.db)
        assert bool(self.store.can_undo) == bool(self.past)
        assert bool(self.store.can_redo) == bool(self.future)


TestUndoOfEverything = UndoMachine.TestCase
TestUndoOfEverything.settings = settings(max_examples=25, stateful_step_count=25, report_multiple_bugs=False)
