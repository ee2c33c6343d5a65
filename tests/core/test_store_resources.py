"""Marks, own entries, steps, the journal and cards: kept, taken back, merged, and gone when removed for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from supportnet_gui import words
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import Change, CheckIn, Circle, Done, Kind, Protocol, Status, Supporter
from supportnet_gui.core.resource_model import (
    Mark,
    MarkState,
    OwnChannel,
    OwnResource,
    Reflection,
    Section,
    SmallStep,
    StepState,
    SupportCard,
    Tag,
)
from supportnet_gui.core.store import Store
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.store_kit import TODAY, assert_sound, content

CHOIR = OwnResource(
    "Choir",
    section=Section.GROUPS,
    kind=Kind.GROUP,
    hours="Tuesdays",
    country="IE",
    note="Side door",
    tags=frozenset({Tag.FREE, Tag.NEAR}),
    channels=(OwnChannel(Protocol.CALL, "087 1", "Zoë"), OwnChannel(Protocol.WEB, "example.org")),
)
CARD = SupportCard(helps=("Sit with me.", "Tea."), how_i_say=("A heart.",), can_say_no=False)


def fails(code: Code, act: Callable[[], object]) -> None:
    with pytest.raises(Trouble) as trouble:
        act()
    assert trouble.value.code is code
    assert words.trouble(trouble.value)


# -- marks -------------------------------------------------------------------------------------------------------


def test_marks_hold_a_state_with_its_day_and_a_note(store: Store) -> None:
    assert store.resources.mark("a-walk") == Mark("a-walk")
    store.resources.set_state("a-walk", MarkState.SAVED)
    store.resources.set_note("a-walk", "by the canal")
    assert store.resources.marks() == {"a-walk": Mark("a-walk", MarkState.SAVED, TODAY, "by the canal")}
    store.resources.set_state("a-walk", MarkState.NOT_FOR_ME)
    assert store.resources.mark("a-walk").note == "by the canal"
    store.resources.set_state("a-walk", None)
    store.resources.set_note("a-walk", " ")
    assert store.resources.marks() == {}
    assert content(store.db)["resource_mark"] == []


def test_an_entry_is_added_to_the_map_once(store: Store) -> None:
    wish = Supporter("Book club", kind=Kind.GROUP, circle=Circle.COULD_GROW)
    made = store.resources.add_to_map("book-club", wish)
    assert store.can_undo == Done(Change.MAPPED, ("Book club",))
    one = store.people.get(made)
    assert one is not None
    assert (one.name, one.kind, one.circle) == ("Book club", Kind.GROUP, Circle.COULD_GROW)
    assert store.resources.add_to_map("book-club", replace(wish, name="Other")) == made
    store.people.trash(made)
    assert store.resources.add_to_map("book-club", wish) == made
    assert (again := store.people.get(made)) is not None
    assert again.trashed_at is None
    store.people.purge([made])
    assert store.resources.mark("book-club").supporter is None
    assert store.resources.add_to_map("book-club", wish) != made
    assert_sound(store.db)


def test_adding_to_the_map_is_taken_back_whole(store: Store) -> None:
    before = content(store.db)
    store.resources.add_to_map("book-club", Supporter("Book club"))
    after = content(store.db)
    assert store.undo() == Done(Change.MAPPED, ("Book club",))
    assert content(store.db) == before
    store.redo()
    assert content(store.db) == after


def test_nobody_without_a_name_comes_on_the_map(store: Store) -> None:
    fails(Code.NAME_EMPTY, lambda: store.resources.add_to_map("x", Supporter(" ")))
    assert store.resources.marks() == {}


# -- entries of one's own ----------------------------------------------------------------------------------------


def test_an_own_entry_is_kept_whole_changed_and_put_in_the_trash(store: Store) -> None:
    own = store.resources.add_own(CHOIR)
    assert store.resources.own() == (replace(CHOIR, id=own),)
    newer = OwnResource("Dr Patel", id=own, section=Section.THERAPY, kind=Kind.PROFESSIONAL)
    store.resources.save_own(newer)
    assert store.resources.own() == (newer,)
    store.resources.trash_own(own)
    assert store.resources.own() == ()
    assert [one.name for one in store.resources.own(trash=True)] == ["Dr Patel"]
    store.resources.restore_own(own)
    assert store.resources.own() == (newer,)
    assert store.can_undo == Done(Change.RESTORED, ("Dr Patel",))
    fails(Code.NAME_EMPTY, lambda: store.resources.add_own(OwnResource("\0 ")))
    fails(Code.NAME_EMPTY, lambda: store.resources.save_own(OwnResource("", id=own)))
    fails(Code.NOT_THERE, lambda: store.resources.save_own(OwnResource("x", id="gone")))
    fails(Code.NOT_THERE, lambda: store.resources.trash_own("gone"))
    assert_sound(store.db)


def test_an_own_entry_removed_for_good_takes_its_mark_and_leaves_its_step(store: Store) -> None:
    own = store.resources.add_own(CHOIR)
    store.resources.set_note(own, "qwzzyx")
    step = store.steps.add(SmallStep("go once", resource=own))
    store.resources.trash_own(own)
    store.empty_trash()
    assert store.resources.marks() == {}
    assert (one := store.steps.get(step)) is not None
    assert one.resource is None
    assert store.can_undo is None


# -- small steps -------------------------------------------------------------------------------------------------


def test_a_step_is_kept_offered_shown_and_done(store: Store, who: dict[str, str]) -> None:
    step = store.steps.add(SmallStep(" write to Ann ", " When I have tea ", supporter=who["Ann"]))
    one = SmallStep("write to Ann", "When I have tea", step, who["Ann"], since=TODAY)
    assert store.steps.offered() == store.steps.get(step) == one
    assert store.steps.of_supporter(who["Ann"]) == (one,)
    store.steps.was_shown(step)
    store.steps.was_shown(step)
    assert store.steps.get(step) == replace(one, shown=1, shown_on=TODAY)
    assert store.can_undo == Done(Change.STEP_KEPT), "a showing is nothing to take back"
    store.steps.set_state(step, StepState.DONE)
    assert store.steps.offered() is None
    assert [found.id for found in store.steps.all(StepState.DONE)] == [step]
    store.steps.set_state(step, StepState.PLANNED)
    assert store.steps.offered() == one
    store.steps.remove(step)
    assert store.steps.all() == ()
    store.undo()
    assert store.steps.all() == (one,)


def test_twice_shown_a_step_stays_where_it_is_and_comes_no_more(store: Store, clock: FixedClock) -> None:
    step = store.steps.add(SmallStep("tea"))
    days = []
    for number in range(30):
        if found := store.steps.offered():
            store.steps.was_shown(found.id)
            days.append(number)
        clock.move(timedelta(days=1))
    assert days == [0, 3]
    assert [one.id for one in store.steps.all(StepState.PLANNED)] == [step]


def test_no_step_is_about_somebody_who_is_in_no_list(store: Store, who: dict[str, str]) -> None:
    for name in ("Ended", "Unsafe", "Died", "Trashed", "Archived"):
        store.steps.add(SmallStep("call", supporter=who[name]))
    assert store.steps.offered() is None
    ann = store.steps.add(SmallStep("call", supporter=who["Ann"]))
    assert (one := store.steps.offered()) is not None
    assert one.id == ann
    store.people.set_status(who["Ann"], Status.UNSAFE)
    assert store.steps.offered() is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, MarkState.PLANNED),
        (MarkState.SAVED, MarkState.PLANNED),
        (MarkState.TRIED, MarkState.TRIED),
        (MarkState.NOT_FOR_ME, MarkState.NOT_FOR_ME),
    ],
)
def test_planning_marks_its_entry_and_overrules_nobody(
    store: Store, before: MarkState | None, after: MarkState
) -> None:
    store.resources.set_state("a-walk", before)
    store.steps.add(SmallStep("idea", resource="a-walk", state=StepState.IDEA))
    assert store.resources.mark("a-walk").state is before
    store.steps.add(SmallStep("to the corner", resource="a-walk"))
    assert store.resources.mark("a-walk").state is after
    store.undo()
    assert store.resources.mark("a-walk").state is before


def test_a_step_that_says_nothing_is_refused(store: Store) -> None:
    fails(Code.MESSAGE_EMPTY, lambda: store.steps.add(SmallStep(" \0", "When it rains")))
    fails(Code.NOT_THERE, lambda: store.steps.add(SmallStep("tea", supporter="nobody")))
    fails(Code.NOT_THERE, lambda: store.steps.set_state("none", StepState.DONE))
    fails(Code.NOT_THERE, lambda: store.steps.save(SmallStep("tea", id="none")))
    fails(Code.NOT_THERE, lambda: store.steps.remove("none"))
    store.steps.was_shown("none")
    assert content(store.db)["small_step"] == []


def test_a_step_that_is_changed_may_be_offered_again(store: Store) -> None:
    step = store.steps.add(SmallStep("tea"))
    store.steps.was_shown(step)
    store.steps.save(SmallStep("coffee", "If it rains", id=step, day=date(2026, 11, 30)))
    assert store.steps.get(step) == SmallStep(
        "coffee", "If it rains", step, day=date(2026, 11, 30), since=TODAY
    )
    assert store.steps.offered() is None


# -- everything together -----------------------------------------------------------------------------------------


def acts(store: Store, who: dict[str, str]) -> list[Callable[[], object]]:
    own = store.resources.add_own(CHOIR)
    step = store.steps.add(SmallStep("tea", supporter=who["Ann"]))
    page = store.reflections.write(Reflection("words", TODAY, supporter=who["Ann"]))
    card = store.cards.keep(replace(CARD, supporter=who["Ann"]))
    return [
        lambda: store.resources.set_state("a-walk", MarkState.SAVED),
        lambda: store.resources.set_note("a-walk", "note"),
        lambda: store.resources.add_to_map(own, Supporter("Choir")),
        lambda: store.resources.save_own(replace(CHOIR, id=own, name="Big choir", channels=())),
        lambda: store.steps.save(SmallStep("coffee", id=step)),
        lambda: store.steps.set_state(step, StepState.NOT_FOR_ME),
        lambda: store.steps.remove(step),
        lambda: store.reflections.save(Reflection("other words", TODAY, id=page)),
        lambda: store.reflections.trash(page),
        lambda: store.reflections.restore(page),
        lambda: store.cards.keep(SupportCard(id=card, helps=("x",))),
        lambda: store.cards.trash(card),
        lambda: store.cards.restore(card),
        lambda: store.resources.trash_own(own),
        lambda: store.resources.restore_own(own),
    ]


def test_every_action_is_announced_said_taken_back_and_put_back(store: Store, who: dict[str, str]) -> None:
    heard: list[Done | None] = []
    states = []
    todo = acts(store, who)
    store.listeners.append(heard.append)
    for act in todo:
        states.append(content(store.db))
        act()
        assert store.can_undo is not None
        assert heard[-1] == store.can_undo
        assert words.done(store.can_undo)
        assert words.undone(store.can_undo)
    assert len(heard) == len(todo)
    last = content(store.db)
    for state in reversed(states):
        store.undo()
        assert content(store.db) == state
    while store.redo():
        assert_sound(store.db)
    assert content(store.db) == last


def test_merging_keeps_what_was_about_either(store: Store, who: dict[str, str]) -> None:
    ann, ben = who["Ann"], who["Ben"]
    step = store.steps.add(SmallStep("call", supporter=ben))
    page = store.reflections.write(Reflection("words", TODAY, supporter=ben))
    card = store.cards.keep(replace(CARD, supporter=ben))
    made = store.resources.add_to_map("book-club", Supporter("Club"))
    before = content(store.db)
    store.people.merge(ann, ben)
    store.people.merge(ann, made)
    assert [one.id for one in store.steps.of_supporter(ann)] == [step]
    assert [one.id for one in store.reflections.page(supporter=ann)] == [page]
    assert [one.id for one in store.cards.of(ann)] == [card]
    assert store.resources.mark("book-club").supporter == ann
    assert_sound(store.db)
    store.undo()
    store.undo()
    assert content(store.db) == before


def test_purging_somebody_takes_steps_and_cards_and_leaves_the_journal(
    store: Store, who: dict[str, str]
) -> None:
    ann = who["Ann"]
    store.steps.add(SmallStep("write to qwzzyx", supporter=ann))
    tea = store.steps.add(SmallStep("tea"))
    page = store.reflections.write(Reflection("my own words", TODAY, supporter=ann))
    store.cards.keep(replace(CARD, helps=("qwzzyx",), supporter=ann))
    general = store.cards.keep(CARD)
    store.check_ins.log(CheckIn((ann,), TODAY))
    store.people.purge([ann])
    assert [one.id for one in store.steps.all()] == [tea]
    assert store.reflections.get(page) == Reflection("my own words", TODAY, id=page)
    assert [one.id for one in store.cards.all()] == [general]
    assert "qwzzyx" not in repr(content(store.db))
    assert ann not in repr(content(store.db))
    assert_sound(store.db)


def test_what_is_removed_for_good_is_nowhere_in_the_files(store: Store) -> None:
    word = "qwzzyx"
    own = store.resources.add_own(replace(CHOIR, name=word, note=f"{word} a", hours=word))
    store.resources.set_note(own, f"{word} b")
    page = store.reflections.write(Reflection(f"{word} c", TODAY))
    store.reflections.save(Reflection(f"{word} d", TODAY, id=page))
    card = store.cards.keep(SupportCard(helps=(f"{word} e",)))
    step = store.steps.add(SmallStep(f"{word} f", word))
    for remove in (
        lambda: store.resources.trash_own(own),
        lambda: store.reflections.trash(page),
        lambda: store.cards.trash(card),
        lambda: store.steps.remove(step),
    ):
        remove()
    store.empty_trash()
    for file in store.vault.places.root.rglob("*"):
        assert not file.is_file() or word.encode() not in file.read_bytes(), file.name


@pytest.mark.parametrize("subject", ["own", "journal", "card"])
def test_the_trash_is_emptied_whatever_alone_is_in_it(store: Store, subject: str) -> None:
    before = content(store.db)
    {
        "own": lambda: store.resources.trash_own(store.resources.add_own(CHOIR)),
        "journal": lambda: store.reflections.trash(store.reflections.write(Reflection("goes", TODAY))),
        "card": lambda: store.cards.trash(store.cards.keep(CARD)),
    }[subject]()
    assert content(store.db) != before
    store.empty_trash()
    assert content(store.db) == before


def test_an_emptied_trash_leaves_what_is_not_in_it(store: Store) -> None:
    kept_ids = (
        store.resources.add_own(CHOIR),
        store.reflections.write(Reflection("stays", TODAY)),
        store.cards.keep(CARD),
    )
    store.reflections.trash(store.reflections.write(Reflection("goes", TODAY)))
    store.empty_trash()
    assert (store.resources.own()[0].id, store.reflections.page()[0].id, store.cards.all()[0].id) == kept_ids
    assert store.reflections.page(trash=True) == ()
    store.resources.purge_own([kept_ids[0]])
    store.reflections.purge([kept_ids[1]])
    store.cards.purge([kept_ids[2]])
    assert store.resources.own() == store.reflections.page() == store.cards.all() == ()
