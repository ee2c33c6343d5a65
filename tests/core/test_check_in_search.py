"""A search finds what looking at every check-in would find, page by page, however it goes about it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportnet_gui.core.model import CheckIn, Felt, Status, Supporter
from supportnet_gui.core.store import CheckInFilter, Store
from supportnet_gui.core.store import check_in_search as search
from supportnet_gui.core.store.search import words
from supportnet_gui.core.vault import open_vault

TODAY = date(2026, 11, 22)
VOCABULARY = ("sea", "seat", "tea", "walk", "Amira", "Sam", "café")
PEOPLE = ("Amira Sea", "Sam", "Walker Tea", "Sam Amira")


def store_of(store: Store, noted: list[tuple[int, str, tuple[int, ...], bool, Felt | None]]) -> list[str]:
    """A store with these check-ins and no others: days ago, note, people, in the trash, how it felt."""
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    store.people.purge([row[0] for row in store.db.execute("SELECT id FROM supporter").fetchall()])
    people = store.people.add_many([Supporter(name=name) for name in PEOPLE])
    store.people.set_status(people[3], Status.UNSAFE)
    for ago, note, who, trashed, felt in noted:
        check_in = CheckIn(
            tuple(people[one] for one in who), TODAY - timedelta(days=ago), note=note, felt=felt
        )
        check_in_id = store.check_ins.log(check_in)
        if trashed:
            store.check_ins.trash(check_in_id)
    return people


def looked_at_one_by_one(store: Store, wanted: CheckInFilter, people: list[str]) -> list[str]:
    """What the timeline should show, from every row there is."""
    names = dict(zip(people, PEOPLE, strict=True))
    rows = store.db.execute("SELECT id FROM check_in ORDER BY happened DESC, seq DESC").fetchall()
    found = []
    for row in rows:
        one = store.check_ins.get(row[0])
        assert one is not None
        seen = [p for p in one.people if wanted.with_not_suggested or p != people[3]]
        own = [
            *words(one.note.casefold()),
            *(word for p in seen for word in words(names[p].casefold())),
        ]
        fits = all(any(word.startswith(w.casefold()) for word in own) for w in words(wanted.text))
        if (
            fits
            and (one.trashed_at is not None) == wanted.trash
            and (wanted.felt is None or one.felt is wanted.felt)
            and (wanted.person is None or wanted.person in one.people)
            and (seen or wanted.trash or wanted.person is not None)
        ):
            found.append(one.id)
    return found


def paged(store: Store, wanted: CheckInFilter, limit: int) -> list[str]:
    """Everything a list shows that is scrolled to its end."""
    found: list[str] = []
    while True:
        page = store.check_ins.page(wanted, limit, found[-1] if found else "")
        found += [entry.check_in.id for entry in page]
        if len(page) < limit:
            return found


check_ins_by_chance = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.lists(st.sampled_from(VOCABULARY), max_size=3).map(" ".join),
        st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True).map(tuple),
        st.booleans(),
        st.sampled_from([None, *Felt]),
    ),
    min_size=5,
    max_size=25,
)
typed = st.lists(
    st.sampled_from(["s", "se", "sea", "t", "walk", "am", "sam", "caf", "zzz", "-", "w t"]),
    min_size=1,
    max_size=3,
).map(" ".join)


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a handful of check-ins takes every way that a hundred thousand would."""
    monkeypatch.setattr(search, "_FIRST_BATCH", 2)


@pytest.mark.usefixtures("small_steps")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    check_ins=check_ins_by_chance,
    text=typed,
    noted=st.integers(0, 6),
    few=st.integers(0, 25),
    many=st.integers(0, 40),
    limit=st.integers(1, 6),
    trash=st.booleans(),
    not_suggested=st.booleans(),
    person=st.sampled_from([None, 0, 3]),
    felt=st.sampled_from([None, Felt.LIGHTER]),
)
def test_nothing_is_missed_and_nothing_comes_twice(
    store, monkeypatch, check_ins, text, noted, few, many, limit, trash, not_suggested, person, felt
):
    for name, value in (("NOTED", noted), ("FEW", few), ("MANY", many)):
        monkeypatch.setattr(search, name, value)
    people = store_of(store, check_ins)
    wanted = CheckInFilter(
        text=text,
        person=None if person is None else people[person],
        felt=felt,
        trash=trash,
        with_not_suggested=not_suggested,
    )
    assert paged(store, wanted, limit) == looked_at_one_by_one(store, wanted, people)


@pytest.mark.usefixtures("small_steps")
@pytest.mark.parametrize("few", [0, 1, 5, 6, 50])
@pytest.mark.parametrize("text", ["walk", "sam", "walk sam", "sam walk wa"])
def test_a_common_word_is_found_to_the_very_end(store, monkeypatch, few, text):
    for name in ("NOTED", "FEW", "MANY"):
        monkeypatch.setattr(search, name, few)
    # Logged in another order than they happened.
    store_of(store, [(ago, "walk", (1,), False, None) for ago in (3, 9, 0, 7, 1, 8, 2, 6)])
    wanted = CheckInFilter(text=text)
    days = [(TODAY - entry.check_in.on).days for entry in store.check_ins.page(wanted, 99)]
    assert days == [0, 1, 2, 3, 6, 7, 8, 9]
    ids = [entry.check_in.id for entry in store.check_ins.page(wanted, 99)]
    for limit in (1, 3, 4):
        assert paged(store, wanted, limit) == ids


@pytest.mark.usefixtures("small_steps")
@pytest.mark.parametrize("few", [0, 50])
def test_of_one_day_those_logged_last_come_first(store, monkeypatch, few):
    for name in ("NOTED", "FEW", "MANY"):
        monkeypatch.setattr(search, name, few)
    people = store_of(store, [(ago, "walk", (0, 1), False, None) for ago in (1, 0, 1, 1, 0, 1, 1)])
    for text in ("walk", "sam", "sam amira"):
        wanted = CheckInFilter(text=text)
        assert paged(store, wanted, 2) == looked_at_one_by_one(store, wanted, people)


def test_what_was_just_looked_up_is_looked_up_again_after_a_change_here_or_elsewhere(store, places, clock):
    """A word of the last search is kept while one types on, and no longer."""
    sam = store.people.add(Supporter(name="Sam"))
    ids = [store.check_ins.log(CheckIn((sam,), TODAY, note="tea"))]

    def found(text: str = "sam tea") -> list[str]:
        return [one.check_in.id for one in store.check_ins.page(CheckInFilter(text=text), 9)]

    assert found() == ids
    ids.insert(0, store.check_ins.log(CheckIn((sam,), TODAY, note="tea again")))
    assert found() == ids
    ann = store.people.add(Supporter(name="Tea Samson"))
    ids.insert(0, store.check_ins.log(CheckIn((ann,), TODAY)))
    assert found() == ids
    assert found("sam tea ag") == [ids[1]]
    vault = open_vault(places)
    elsewhere = Store(vault, clock)
    ids.insert(0, elsewhere.check_ins.log(CheckIn((sam,), TODAY, note="tea from another window")))
    vault.close()
    assert found() == ids
