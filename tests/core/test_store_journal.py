"""The journal, and cards that say how to support somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from supportnet_gui import words
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import Protocol
from supportnet_gui.core.resource_model import (
    OwnChannel,
    OwnResource,
    Reflection,
    SmallStep,
    SupportCard,
)
from supportnet_gui.core.store import Store
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.store_kit import HOSTILE, TODAY, assert_sound, kept

CARD = SupportCard(helps=("Sit with me.", "Tea."), how_i_say=("A heart.",), can_say_no=False)


def fails(code: Code, act: Callable[[], object]) -> None:
    with pytest.raises(Trouble) as trouble:
        act()
    assert trouble.value.code is code
    assert words.trouble(trouble.value)


# -- the journal -------------------------------------------------------------------------------------------------


def test_the_journal_is_newest_first_searched_and_read_by_pages(store: Store, who: dict[str, str]) -> None:
    old = store.reflections.write(Reflection("A walk in the café garden", date(2026, 11, 1)))
    late = store.reflections.write(Reflection("Evening", TODAY, time(20, 0)))
    ann = store.reflections.write(Reflection("Ann walked with me", TODAY, supporter=who["Ann"]))
    assert [one.id for one in store.reflections.page()] == [late, ann, old]
    assert [one.id for one in store.reflections.page("CAFE wal")] == [old]
    assert [one.id for one in store.reflections.page("walk", supporter=who["Ann"])] == [ann]
    first = store.reflections.page(limit=1)
    assert [one.id for one in store.reflections.page(after=first[-1], limit=1)] == [ann]
    assert store.reflections.get(late) == Reflection("Evening", TODAY, time(20, 0), late)
    store.reflections.save(Reflection("A walk by the sea", date(2026, 11, 2), id=old))
    assert store.reflections.page("cafe") == ()
    store.reflections.trash(old)
    assert [one.id for one in store.reflections.page(trash=True)] == [old]
    assert store.reflections.page("sea") == ()
    store.reflections.restore(old)
    assert [one.id for one in store.reflections.page("sea")] == [old]
    assert_sound(store.db)


def test_the_journal_refuses_nothing_to_be_seen_and_tomorrow(store: Store) -> None:
    fails(Code.MESSAGE_EMPTY, lambda: store.reflections.write(Reflection(" \n", TODAY)))
    fails(Code.FUTURE, lambda: store.reflections.write(Reflection("x", TODAY + timedelta(days=1))))
    fails(Code.NOT_THERE, lambda: store.reflections.write(Reflection("x", TODAY, supporter="nobody")))
    fails(Code.NOT_THERE, lambda: store.reflections.save(Reflection("x", TODAY, id="none")))
    fails(Code.NOT_THERE, lambda: store.reflections.trash("none"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_kept_as_they_are_and_no_search_is_an_error(store: Store, text: str) -> None:
    written = f"x{text}"
    one = store.reflections.write(Reflection(written, TODAY))
    found = store.reflections.get(one)
    assert found is not None
    assert found.text == kept(written)
    store.reflections.page(text)
    store.resources.set_note("a-walk", text)
    store.steps.add(SmallStep(written, text))
    store.cards.keep(SupportCard(helps=(text,)))
    store.resources.add_own(
        OwnResource(written, note=text, channels=(OwnChannel(Protocol.OTHER, text, text),))
    )
    assert_sound(store.db)


def test_the_journal_is_read_by_no_suggestion_and_no_reminder(store: Store, who: dict[str, str]) -> None:
    from supportnet_gui.core.model import Energy, Need

    def told() -> object:
        return store.today.suggestions(Need.ANYTHING, Energy.MORE), tuple(store.candidates.all())

    before = told()
    store.reflections.write(Reflection("Ann hurt me. Ben too.", TODAY, supporter=who["Ann"]))
    assert told() == before


# -- cards -------------------------------------------------------------------------------------------------------


def test_a_card_is_kept_in_order_and_changed(store: Store, who: dict[str, str], clock: FixedClock) -> None:
    general = store.cards.keep(replace(CARD, helps=("Sit with me.", " ", "Tea.")))
    clock.move(timedelta(minutes=1))
    for_ann = store.cards.keep(replace(CARD, supporter=who["Ann"]))
    assert [one.id for one in store.cards.all()] == [for_ann, general]
    assert [one.id for one in store.cards.of(None)] == [general]
    [found] = store.cards.of(who["Ann"])
    assert found == replace(CARD, id=for_ann, supporter=who["Ann"], changed=found.changed)
    assert store.cards.keep(replace(found, helps=("Tea.", "Sit with me."), in_danger=False)) == for_ann
    assert (one := store.cards.get(for_ann)) is not None
    assert (one.helps, one.in_danger) == (("Tea.", "Sit with me."), False)
    store.undo()
    assert (one := store.cards.get(for_ann)) is not None
    assert one.helps == CARD.helps
    store.cards.trash(for_ann)
    assert [one.id for one in store.cards.all(trash=True)] == [for_ann]
    assert store.cards.of(who["Ann"]) == ()
    store.cards.restore(for_ann)
    fails(Code.NOT_THERE, lambda: store.cards.keep(replace(CARD, supporter="nobody")))
    fails(Code.NOT_THERE, lambda: store.cards.keep(replace(CARD, id="none")))
    assert_sound(store.db)
