"""The person's own messages: kept with room for anybody's name, taken back and put back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from supportnet_gui import words
from supportnet_gui.core import content
from supportnet_gui.core.model import Change, Done
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.drafts import Draft, with_placeholders
from supportnet_gui.core.store.rows import one_line
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.store_kit import assert_sound, hostile_names, kept, texts
from tests.core.store_kit import content as rows_now

pieces = st.lists(
    st.sampled_from(
        ("Ann", "Annie", "Jo-Ann", "Ann's", "{name}", "{code_word}", "{", "}", "kiwi", " ", ", ", "\n", "é")
    )
    | st.text(max_size=5),
    max_size=12,
).map("".join)
some_names = (
    st.sampled_from(("Ann", "Ann Lee", "name", "{name}", "May", "kiwi", "山田", r"A.n\1")) | hostile_names
)


def kept_texts(store: Store, situation: str | None = None) -> list[str]:
    return [draft.text for draft in store.drafts.all(situation)]


def test_own_words_are_kept_by_situation_the_newest_first(store: Store) -> None:
    first = store.drafts.keep("hello", "Alright Ann?", "Ann")
    second = store.drafts.keep("hello", "  As typed.\n ")
    other = store.drafts.keep("thanks", "Ta, Ben", "Ben")
    assert store.drafts.all("hello") == (
        Draft(second, "hello", "  As typed.\n "),
        Draft(first, "hello", "Alright {name}?"),
    )
    assert [draft.id for draft in store.drafts.all()] == [other, second, first]
    assert store.drafts.all("nowhere") == ()
    assert_sound(store.db)


@pytest.mark.parametrize("text", ["", " \n\t", "\0", "\ud800", "\u200b\u200d", "\ufeff"])
def test_nothing_to_be_seen_is_refused(store: Store, text: str) -> None:
    before = rows_now(store.db)
    with pytest.raises(Trouble) as trouble:
        store.drafts.keep("hello", text, "Ann")
    assert trouble.value.code is Code.MESSAGE_EMPTY
    assert words.trouble(trouble.value)
    assert rows_now(store.db) == before
    assert store.can_undo is None


def test_the_same_words_are_kept_once(store: Store) -> None:
    heard: list[Done | None] = []
    store.listeners.append(heard.append)
    first = store.drafts.keep("hello", "Hi Ann", "Ann")
    assert store.drafts.keep("hello", "Hi Ben", "Ben") == first
    assert store.drafts.keep("thanks", "Hi Ann", "Ann") != first
    assert kept_texts(store) == ["Hi {name}", "Hi {name}"]
    assert heard == [Done(Change.DRAFT_KEPT)] * 2


def test_keeping_and_removing_are_taken_back_and_put_back(store: Store) -> None:
    states = [rows_now(store.db)]
    draft = store.drafts.keep("hello", "Hi Ann", "Ann")
    states.append(rows_now(store.db))
    store.drafts.keep("hello", "Hi again")
    states.append(rows_now(store.db))
    store.drafts.remove(draft)
    states.append(rows_now(store.db))
    assert kept_texts(store) == ["Hi again"]
    done = (Change.DRAFT_KEPT, Change.DRAFT_KEPT, Change.DRAFT_REMOVED)
    for change, state in reversed(list(zip(done, states[:-1], strict=True))):
        assert store.undo() == Done(change)
        assert rows_now(store.db) == state
    for change, state in zip(done, states[1:], strict=True):
        assert store.redo() == Done(change)
        assert rows_now(store.db) == state


def test_what_is_not_kept_cannot_be_removed(store: Store) -> None:
    draft = store.drafts.keep("hello", "Hi")
    store.drafts.remove(draft)
    for gone in (draft, "", "nothing"):
        with pytest.raises(Trouble) as trouble:
            store.drafts.remove(gone)
        assert trouble.value.code is Code.NOT_THERE
    assert store.can_undo == Done(Change.DRAFT_REMOVED)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "Ann",
            "Hi Ann, Ann's tea? Annie, Joann, JOANN, ann",
            "Hi {name}, {name}'s tea? Annie, Joann, JOANN, ann",
        ),
        ("Ann", "Ann", "{name}"),
        ("Ann", "_Ann Ann_ Ann1 (Ann) ♥Ann♥ Ann.", "_Ann Ann_ Ann1 ({name}) ♥{name}♥ {name}."),
        (
            "Jean",
            "Jean-Luc and Anne-Jean and d'Jean - Jean -Jean-",
            "Jean-Luc and Anne-Jean and d'Jean - {name} -{name}-",
        ),
        ("Ame", "Ame\u0301lie, Ame", "Ame\u0301lie, {name}"),
        ("Dr Patel", "Hello Dr Patel", "Hello {name}"),
        ("A.B", "AxB A.B", "AxB {name}"),
        (" Ann ", "Hi Ann", "Hi {name}"),
        ("", "Hi Ann", "Hi Ann"),
        ("  ", "Hi Ann", "Hi Ann"),
        ("name", "Hi {name}, name", "Hi {name}, {name}"),
        ("{name}", "Hi {name}", "Hi {name}"),
        ("Ann", "Hi {name} and Ann", "Hi {name} and {name}"),
        ("May", "Hi May. May I come in May? See you, May", "Hi {name}. May I come in May? See you, {name}"),
        ("May", "May, are you free? Thank you, May!", "{name}, are you free? Thank you, {name}!"),
        ("May", "happy birthday May, maybe May", "happy birthday {name}, maybe May"),
        ("Will", "Will you be there, Will? I will.", "Will you be there, {name}? I will."),
        ("Hope", "Hope you're well. Thinking of you, Hope ♥", "Hope you're well. Thinking of you, {name} ♥"),
    ],
)
def test_a_name_is_kept_as_a_place_for_anybodys(store: Store, name: str, text: str, expected: str) -> None:
    store.drafts.keep("hello", text, name)
    assert kept_texts(store) == [expected]


def test_a_code_word_is_kept_as_a_place_for_anybodys(store: Store) -> None:
    store.drafts.keep("code_word", "kiwi, Ann. Kiwis and kiwi", "Ann", "kiwi")
    assert kept_texts(store) == ["{code_word}, {name}. Kiwis and {code_word}"]


@given(text=pieces, name=some_names, word=st.sampled_from(("", "kiwi", "Ann b", "name")))
def test_what_was_kept_is_filled_in_as_it_was(text: str, name: str, word: str) -> None:
    """A placeholder typed by hand is one: it is filled in too."""
    name = kept(name).strip()
    if not name:
        return
    held = with_placeholders(text, name, word)
    wanted = content.fill_message(text, name, word or "x")
    assert content.fill_message(held, name, word or "x") == wanted
    if "{name}" not in text and "{code_word}" not in text:
        assert wanted == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=texts, situation=texts, name=texts)
@example("a\0b", "\0", "")
@example("\ud800 half", "\ud800", "half")
def test_any_text_comes_back_as_the_file_can_hold_it(
    store: Store, text: str, situation: str, name: str
) -> None:
    if not one_line(text):
        return
    draft = store.drafts.keep(situation, text)
    found = {one.id: one for one in store.drafts.all(kept(situation))}
    assert found[draft] == Draft(draft, kept(situation), kept(text))
    store.drafts.keep(situation, text, name)
    store.undo()
