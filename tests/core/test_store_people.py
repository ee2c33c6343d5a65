"""People as they are kept, changed and remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import Circle, Offer, PersonRow, Status, Support, Supporter
from supportnet_gui.core.store import Store
from supportnet_gui.core.store.rows import SUPPORTER_TEXTS, one_line
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.store_kit import TODAY, WHOLE, content, kept, shared, supporters, texts

# One database for all examples: each adds to it, none depends on what is there.


def names(rows: list[PersonRow]) -> list[str]:
    return [row.name for row in rows]


def test_everything_about_someone_is_kept(store: Store) -> None:
    new_id = store.people.add(WHOLE)
    found = store.people.get(new_id)
    assert found is not None
    assert found.created == found.changed == "2026-11-22T12:00:00.000+00:00"
    assert found == replace(WHOLE, id=new_id, created=found.created, changed=found.changed)


def test_only_a_name_is_needed(store: Store) -> None:
    found = store.people.get(store.people.add(Supporter(name="Ben")))
    assert found is not None
    assert found == Supporter(name="Ben", id=found.id, created=found.created, changed=found.changed)


@shared
@given(who=supporters(), image=st.one_of(st.none(), st.binary(min_size=1, max_size=30)))
def test_whatever_is_typed_is_kept_as_typed(store: Store, who: Supporter, image: bytes | None) -> None:
    by_hand = store.people.add(who)
    brought_in: list[str] = []
    list(store.imports.bring_in([(who, image)], ids=brought_in))
    edited = store.people.add(Supporter(name="x"))
    store.people.save(replace(who, id=edited))
    for supporter_id in (by_hand, *brought_in, edited):
        found = store.people.get(supporter_id)
        assert found is not None
        for column in SUPPORTER_TEXTS:
            assert getattr(found, column) == kept(getattr(who, column))
        assert found.name == one_line(who.name)
        assert found.roles == tuple(dict.fromkeys(r for r in map(one_line, who.roles) if r))
        assert [(o.support, o.note) for o in found.offers] == [(o.support, kept(o.note)) for o in who.offers]
        assert [(c.protocol, c.value, c.label, c.preferred) for c in found.channels] == [
            (c.protocol, value, kept(c.label), c.preferred)
            for c in who.channels
            if (value := kept(c.value).strip())
        ]
        assert (found.dates, found.rhythm, found.map_angle) == (who.dates, who.rhythm, who.map_angle)
        assert found.meetings == tuple(
            replace(one, place=one_line(one.place), note=kept(one.note)) for one in who.meetings
        )
    assert store.people.photo(brought_in[0]) == image


@given(text=texts)
def test_a_name_keeps_all_that_can_be_seen(text: str) -> None:
    name = one_line(text)
    assert one_line(name) == name
    assert not any(c in name for c in "\n\r\t\0\x1b\u2028\u202e\ufeff")
    assert [c for c in name if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    "name",
    [
        "\U0001faea new emoji",  # newer than the tables of Python 3.11
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f flag of England",
        "\U0001f469\u200d\U0001f467",
        "zero\u200cwidth non-joiner",
        "soft\u00adhyphen",
        "Ame\u0301lie",
        "\ue000 private use",
    ],
)
def test_a_name_is_not_taken_apart(name: str) -> None:
    assert one_line(f"  {name}\n") == name


@pytest.mark.parametrize(
    "name", ["", "   ", "\n\t", "\0", "\u200e\u200f", "\u2060", "\ufeff", "\ud800", "\u00a0"]
)
def test_a_name_that_nobody_could_see_is_refused(store: Store, name: str) -> None:
    known = store.people.add(Supporter(name="Ben"))
    before = content(store.db)
    for attempt in (
        lambda: store.people.add(Supporter(name=name)),
        lambda: store.people.add_many([Supporter(name="Cleo"), Supporter(name=name)]),
        lambda: store.people.save(Supporter(name=name, id=known)),
        lambda: list(store.imports.bring_in([(Supporter(name="Cleo"), None), (Supporter(name=name), None)])),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.NAME_EMPTY
        assert content(store.db) == before


def test_several_people_are_one_action(store: Store) -> None:
    ids = store.people.add_many([Supporter(name=name) for name in ("Ann", "Ben", "Cleo", "Dov")])
    done = store.can_undo
    assert done is not None
    assert (done.names, done.count) == (("Ann", "Ben", "Cleo"), 4)
    store.undo()
    assert [store.people.get(one) for one in ids] == [None] * 4


def test_two_people_of_one_name_are_two(store: Store) -> None:
    first, second = store.people.add(Supporter(name="Ann")), store.people.add(Supporter(name="Ann"))
    assert first != second
    assert {row.id for row in store.people.find("Ann")} == {first, second}


def test_what_is_gone_is_not_there(store: Store) -> None:
    known = store.people.add(Supporter(name="Ben"))
    before = content(store.db)
    for attempt in (
        lambda: store.people.save(Supporter(name="x", id="gone")),
        lambda: store.people.set_support("gone", [Support.EMOTIONAL]),
        lambda: store.people.set_support_of({known: frozenset(Support), "gone": frozenset()}),
        lambda: store.people.set_status("gone", Status.DIED),
        lambda: store.people.set_archived("gone", True),
        lambda: store.people.trash("gone"),
        lambda: store.people.restore("gone"),
        lambda: store.people.set_photo("gone", b"x"),
        lambda: store.people.merge("gone", known),
        lambda: store.people.merge(known, "gone"),
        lambda: store.people.not_the_same("gone", known),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.NOT_THERE
    assert content(store.db) == before
    assert store.people.get("gone") is None
    assert store.people.photo("gone") is None


# -- ticks, photo, history ---------------------------------------------------------------------------------------


def test_ticks_keep_the_notes_beside_them(store: Store) -> None:
    ann = store.people.add(
        Supporter(
            name="Ann", offers=(Offer(Support.EMOTIONAL, "by phone"), Offer(Support.PRACTICAL, "lifts"))
        )
    )
    store.people.set_support(ann, [Support.RELATIONAL, Support.EMOTIONAL])
    found = store.people.get(ann)
    assert found is not None
    assert found.offers == (Offer(Support.EMOTIONAL, "by phone"), Offer(Support.RELATIONAL))


def test_ticks_of_several_people_are_one_action(store: Store) -> None:
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    store.people.set_support_of({ann: frozenset({Support.EMOTIONAL}), ben: frozenset()})
    assert {row.name: row.support for row in store.people.rows()} == {"Ann": (Support.EMOTIONAL,), "Ben": ()}
    store.undo()
    assert {row.name: row.support for row in store.people.rows()} == {"Ann": (), "Ben": ()}


def test_ticks_as_they_are_change_nothing(store: Store) -> None:
    ann = store.people.add(replace(WHOLE, name="Ann"))
    before, step = content(store.db), store.can_undo
    store.people.set_support(ann, [offer.support for offer in WHOLE.offers])
    assert (content(store.db), store.can_undo) == (before, step)


def test_a_photo_is_kept_byte_by_byte(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    image = bytes(range(256)) * 4000
    store.people.set_photo(ann, image)
    assert store.people.photo(ann) == image
    store.people.set_photo(ann, b"other")
    assert store.people.photo(ann) == b"other"
    store.undo()
    assert store.people.photo(ann) == image
    store.undo()
    assert store.people.photo(ann) is None


def history(store: Store, supporter_id: str) -> list[tuple[str, str, str, str]]:
    return store.db.execute(
        "SELECT since, circle, status, offers FROM supporter_history WHERE supporter = ? ORDER BY seq",
        [supporter_id],
    ).fetchall()


def test_history_has_a_row_for_each_change_of_place_and_none_for_others(
    store: Store, clock: FixedClock
) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    clock.move(timedelta(days=1))
    store.people.save(Supporter(name="Ann", id=ann, circle=Circle.CLOSE, note="a note"))
    clock.move(timedelta(days=1))
    store.people.save(Supporter(name="Anna", id=ann, circle=Circle.CLOSE, note="another"))
    store.people.set_photo(ann, b"x")
    store.people.set_archived(ann, True)
    store.people.set_support(ann, [Support.RELATIONAL, Support.EMOTIONAL])
    clock.move(timedelta(days=1))
    store.people.set_status(ann, Status.DRIFTED)
    store.people.set_status(ann, Status.DRIFTED, TODAY)
    assert history(store, ann) == [
        ("2026-11-22T12:00:00.000+00:00", "around", "active", ""),
        ("2026-11-23T12:00:00.000+00:00", "close", "active", ""),
        ("2026-11-24T12:00:00.000+00:00", "close", "active", "emotional,relational"),
        ("2026-11-25T12:00:00.000+00:00", "close", "drifted", "emotional,relational"),
    ]


def test_an_import_begins_the_same_history_as_adding_by_hand(store: Store) -> None:
    brought_in: list[str] = []
    list(store.imports.bring_in([(WHOLE, None)], ids=brought_in))
    assert history(store, brought_in[0]) == history(store, store.people.add(WHOLE))


def test_every_change_moves_the_time_of_change(store: Store, clock: FixedClock) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    for change in (
        lambda: store.people.save(Supporter(name="Ann", id=ann, note="x")),
        lambda: store.people.set_support(ann, [Support.EMOTIONAL]),
        lambda: store.people.set_status(ann, Status.DRIFTED),
        lambda: store.people.set_archived(ann, True),
        lambda: store.people.set_photo(ann, b"x"),
        lambda: store.people.trash(ann),
        lambda: store.people.restore(ann),
    ):
        clock.move(timedelta(minutes=1))
        change()
        found = store.people.get(ann)
        assert found is not None
        assert found.changed == clock.utc_text()
