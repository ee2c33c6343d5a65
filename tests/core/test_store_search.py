"""Whatever was typed is found by typing it again, and nothing typed is ever a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.core.model import CheckIn, Supporter
from supportnet_gui.core.store import CheckInFilter, PeopleFilter, Store
from supportnet_gui.core.store.rows import one_line
from supportnet_gui.core.store.search import folded, signs, words
from tests.core.store_kit import HOSTILE, TODAY, kept, shared, texts

# What an index of an older Unicode does not know is part of a word to it: a few new signs are left out here.
typed_texts = st.one_of(
    st.sampled_from(HOSTILE).map(kept),
    st.text(st.characters(categories=("Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Zs")), max_size=30),
    st.text(st.characters(max_codepoint=126, min_codepoint=32), max_size=30),
)
searches = st.one_of(
    texts, st.sampled_from(HOSTILE), st.text(alphabet="\"*^():+-{}% _'\\,.;NEARORAND ab", max_size=30)
)


def people(store: Store, text: str) -> list[str]:
    return [row.name for row in store.people.rows(PeopleFilter(text=text))]


def notes(store: Store, text: str) -> list[str]:
    return sorted(entry.check_in.note for entry in store.check_ins.page(CheckInFilter(text=text), 99))


@pytest.fixture
def book(store: Store) -> Store:
    store.people.add_many(
        [
            Supporter(name="Aoife Ní Bhriain", note="sings in the choir", roles=("neighbour", "old friend")),
            Supporter(name="Ben O’Brien-Smith", note="walks his dog"),
            Supporter(name="山田太郎", note="東京の友達"),
            Supporter(name="Zoë", note="50% of the time_off"),
            Supporter(name="\U0001f98a", note="fox \U0001fac2", roles=("\U0001f436 walker",)),
            Supporter(name="हिन्दी नाम"),
            Supporter(name="Иван Петров"),
        ]
    )
    return store


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aoi", ["Aoife Ní Bhriain"]),
        ("AOIFE", ["Aoife Ní Bhriain"]),
        ("ni bh", ["Aoife Ní Bhriain"]),
        ("bhriain aoife", ["Aoife Ní Bhriain"]),
        ("Ni\u0301", ["Aoife Ní Bhriain"]),
        ("choir", ["Aoife Ní Bhriain"]),
        ("neigh", ["Aoife Ní Bhriain"]),
        ("friend sings aoi", ["Aoife Ní Bhriain"]),
        ("friend dog", []),
        ("o'brien", ["Ben O’Brien-Smith"]),
        ("smith", ["Ben O’Brien-Smith"]),
        ("mith", ["Ben O’Brien-Smith"]),
        ("太郎", ["山田太郎"]),
        ("山", ["山田太郎"]),
        ("東京", ["山田太郎"]),
        ("zoe", ["Zoë"]),
        ("zoe\u0308", ["Zoë"]),
        ("50%", ["Zoë"]),
        ("off", ["Zoë"]),
        ("\U0001f98a", ["\U0001f98a"]),
        ("\U0001fac2", ["\U0001f98a"]),
        ("\U0001f436", ["\U0001f98a"]),
        ("\U0001f436 fox", ["\U0001f98a"]),
        ("\U0001f408", []),
        ("हिन्दी", ["हिन्दी नाम"]),
        ("нет", []),
        ("ив", ["Иван Петров"]),
        ("ПЕТР", ["Иван Петров"]),
        ("nobody", []),
    ],
)
def test_people_are_found_by_beginnings_of_words(book: Store, text: str, found: list[str]) -> None:
    assert people(book, text) == found


@pytest.mark.parametrize("text", ["", "   ", "\0", "...", "%", "_", '"', "*", "-", "\u0301", "\U0001f3fb"])
def test_what_holds_no_word_narrows_nothing(book: Store, text: str) -> None:
    assert people(book, text) == people(book, "")


@pytest.mark.parametrize(
    "text", ["name:aoife", "NEAR(aoife, 2)", "aoife NOT ben", '"aoife" OR "ben"', "^aoife AND ben"]
)
def test_what_looks_like_a_query_is_just_words(book: Store, text: str) -> None:
    assert people(book, text) == []
    assert people(book, "aoife") == ["Aoife Ní Bhriain"]


@shared
@given(text=searches)
def test_any_search_is_no_error(book: Store, text: str) -> None:
    assert set(people(book, text)) <= set(people(book, ""))
    assert notes(book, text) == []


@shared
@given(text=typed_texts)
def test_people_are_found_by_whatever_was_typed(store: Store, text: str) -> None:
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    named = store.people.add(Supporter(name=text)) if one_line(text) else ""
    noted = store.people.add(Supporter(name="noted", note=text))
    role = store.people.add(Supporter(name="role", roles=(text,)))
    for typed in (text, f" {text}, ", text[: len(text) // 2]):
        ids = {row.id for row in store.people.rows(PeopleFilter(text=typed))}
        if named:
            assert named in ids
        if not signs(text):
            assert noted in ids
        if not signs(text) and one_line(text):
            assert role in ids
    store.people.purge([named, noted, role])


@shared
@given(text=typed_texts, second=typed_texts)
def test_check_ins_are_found_by_whatever_was_noted(store: Store, text: str, second: str) -> None:
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    ann = store.people.add(Supporter(name="Ann"))
    check_in_id = store.check_ins.log(CheckIn((ann,), TODAY, note=text, next_note=second))
    for typed in (text, second):
        if signs(typed):
            continue  # a new emoji right before a word is part of it, to a full-text index
        found = [entry.check_in.id for entry in store.check_ins.page(CheckInFilter(text=typed), 99)]
        assert check_in_id in found
    store.people.purge([ann])


def test_check_ins_are_found_by_notes_and_names(store: Store) -> None:
    ann = store.people.add(Supporter(name="Annika Ögren"))
    ben = store.people.add(Supporter(name="山田太郎"))
    store.check_ins.log(CheckIn((ann, ben), TODAY, note="tea", next_note="bring the book"))
    store.check_ins.log(CheckIn((ann,), TODAY, note="walk by the sea"))
    store.check_ins.log(CheckIn((ben,), TODAY, note="long call about tea"))
    assert notes(store, "tea") == ["long call about tea", "tea"]
    assert notes(store, "boo") == ["tea"]
    assert notes(store, "annika") == notes(store, "ogr") == ["tea", "walk by the sea"]
    assert notes(store, "太郎") == ["long call about tea", "tea"]
    assert notes(store, "annika sea") == ["walk by the sea"]
    assert notes(store, "annika 山田") == ["tea"]
    assert notes(store, "sea tea") == []
    assert notes(store, "nobody") == []


def test_search_follows_every_change(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann", note="alpha", roles=("beta",)))
    tea = store.check_ins.log(CheckIn((ann,), TODAY, note="gamma"))

    def found() -> tuple[list[str], list[str]]:
        hits = [text for text in ("alpha", "beta", "delta", "ann", "eve") if people(store, text)]
        return hits, [text for text in ("gamma", "epsilon", "ann", "eve") if notes(store, text)]

    assert found() == (["alpha", "beta", "ann"], ["gamma", "ann"])
    store.people.save(Supporter(name="Eve", id=ann, note="delta"))
    assert found() == (["delta", "eve"], ["gamma", "eve"])
    store.check_ins.save(CheckIn((ann,), TODAY, id=tea, note="epsilon"))
    assert found() == (["delta", "eve"], ["epsilon", "eve"])
    store.undo()
    store.undo()
    assert found() == (["alpha", "beta", "ann"], ["gamma", "ann"])
    store.check_ins.trash(tea)
    assert found() == (["alpha", "beta", "ann"], [])
    store.people.purge([ann])
    assert found() == ([], [])


def test_a_very_long_word_is_found(store: Store) -> None:
    for letter in "a\u00e9\u5c71\U00020000":
        store.people.add(Supporter(name=letter * 20_000))
        assert people(store, letter * 20_000) == [letter * 20_000]
        assert people(store, letter * 60_000) == [letter * 20_000]


def test_many_words_are_no_error(store: Store) -> None:
    text = " ".join(f"word{number}" for number in range(2000))
    store.people.add(Supporter(name="Ann", note=text))
    assert people(store, text) == ["Ann"]


def test_old_check_ins_are_found_among_very_many(store: Store) -> None:
    """More than one look takes: the word of one long ago, and a name that thousands have."""
    store.db.execute("PRAGMA synchronous=OFF").fetchall()
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    rare = store.check_ins.log(CheckIn((ben,), TODAY.replace(year=2001), note="needle walk"))
    with store.quiet():
        store.db.conn.executemany(
            "INSERT INTO check_in (id, happened, zone, precision, note, created, changed) "
            "VALUES (?, ?, '', 'day', 'walk', '', '')",
            [(f"c{n}", f"20{10 + n % 15}-01-{1 + n % 28:02}") for n in range(6000)],
        )
        store.db.conn.executemany(
            "INSERT INTO check_in_supporter (check_in, supporter) VALUES (?, ?)",
            [(f"c{n}", ann) for n in range(6000)],
        )
    for text in ("needle", "ben", "walk ben", "needle walk"):
        assert [e.check_in.id for e in store.check_ins.page(CheckInFilter(text=text), 9)] == [rare]
    page = store.check_ins.page(CheckInFilter(text="walk ann"), 50)
    days = [entry.check_in.on for entry in page]
    assert len(page) == 50
    assert days == sorted(days, reverse=True)
    last = store.check_ins.page(CheckInFilter(text="walk"), 7000)
    assert len(last) == 6001
    assert last[-1].check_in.id == rare


@given(text=st.one_of(texts, st.text()))
def test_words_hold_nothing_that_is_query_syntax(text: str) -> None:
    for word in words(text):
        assert '"' not in word
        assert not any(c.isspace() or c == "\0" for c in word)
        assert any(c.isalnum() for c in word)
    assert len(words(text)) <= 8


@given(text=st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
