"""People as they are kept, listed, named and remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import (
    Channel,
    CheckIn,
    Circle,
    DateKind,
    Kind,
    Offer,
    PersonRow,
    Protocol,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Status,
    Support,
    Supporter,
    Unit,
)
from supportnet_gui.core.store import PeopleFilter, Store, View
from supportnet_gui.core.store.rows import SUPPORTER_TEXTS, one_line
from supportnet_gui.core.trouble import Code, Trouble
from tests.core.helpers import HOSTILE, TODAY, assert_sound, content, kept, supporters, texts

# One database for all examples: each adds to it, none depends on what is there.
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

WHOLE = Supporter(
    name="Aoife Ní Bhriain",
    kind=Kind.PROFESSIONAL,
    circle=Circle.CLOSE,
    map_angle=12.5,
    status=Status.RESTING,
    status_since=date(2026, 10, 1),
    resting_until=date(2026, 12, 1),
    pronouns="she/her",
    helps="listens without fixing",
    helps_not="advice",
    offered="a lift on Thursdays",
    available="evenings",
    not_for="money",
    not_in_crisis=True,
    easy_on_low_day=True,
    hard_moment=2,
    asked_on=date(2026, 9, 30),
    code_word="pineapple",
    rhythm=Rhythm(RhythmMode.OWN, 3, Unit.MONTH, date(2026, 1, 31)),
    source_uid="urn:uuid:1",
    note="met at the choir",
    roles=("doctor", "friend of Máire"),
    offers=(Offer(Support.EMOTIONAL, "any time"), Offer(Support.RELATIONAL)),
    channels=(
        Channel(Protocol.CALL, "+353 (0)87-123 4567", "mobile", True),
        Channel(Protocol.ADDRESS, "1 Main St\nDublin", "home"),
    ),
    dates=(
        SpecialDate(DateKind.BIRTHDAY, None, 2, 29),
        SpecialDate(DateKind.REMEMBRANCE, 2001, None, None),
    ),
)


def named(store: Store, **who: Supporter) -> dict[str, str]:
    """Ids of new people by a short name."""
    return {key: store.people.add(one) for key, one in who.items()}


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


# -- lists -------------------------------------------------------------------------------------------------------


def test_each_entry_stands_in_the_lists_it_belongs_to(store: Store) -> None:
    for status in Status:
        store.people.add(Supporter(name=status, status=status))
    for status in (Status.ACTIVE, Status.UNSAFE):
        store.people.set_archived(store.people.add(Supporter(name=f"archived {status}", status=status)), True)
        store.people.trash(store.people.add(Supporter(name=f"trashed {status}", status=status)))
    listed = {view: set(names(store.people.rows(PeopleFilter(view=view)))) for view in View}
    assert listed == {
        View.IN_LISTS: {"active", "resting", "drifted", "died"},
        View.NOT_SUGGESTED: {"ended", "unsafe"},
        View.ARCHIVED: {"archived active", "archived unsafe"},
        View.TRASH: {"trashed active", "trashed unsafe"},
        View.NOT_TRASHED: {*Status, "archived active", "archived unsafe"},
    }
    for view, wanted in listed.items():
        assert store.people.count(view) == len(wanted)
        assert {one.name for one in store.people.all(view)} == wanted
    assert {one.name for one in store.people.all(View.NOT_TRASHED) if one.in_lists} == listed[View.IN_LISTS]


def test_ended_and_unsafe_leave_lists_in_the_same_action(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    for status in (Status.ENDED, Status.UNSAFE):
        store.people.set_status(ann, status, date(2026, 11, 1))
        assert store.people.rows() == []
        assert store.people.usual(5) == []
        assert names(store.people.rows(PeopleFilter(view=View.NOT_SUGGESTED))) == ["Ann"]
        assert store.people.rows(PeopleFilter(text="Ann")) == []
        store.undo()
        assert names(store.people.rows()) == ["Ann"]


def test_who_died_is_not_suggested_and_stays(store: Store) -> None:
    ann = store.people.add(
        replace(WHOLE, name="Ann", status=Status.ACTIVE, status_since=None, resting_until=None)
    )
    store.people.set_photo(ann, b"picture")
    store.check_ins.log(CheckIn((ann,), TODAY))
    store.people.set_status(ann, Status.DIED, date(2026, 11, 20))
    assert store.people.usual(5) == []
    assert store.check_ins.latest(5) == []
    assert names(store.people.rows()) == ["Ann"]
    assert store.people.photo(ann) == b"picture"
    assert store.check_ins.with_person(ann, 5)[0].names == ("Ann",)
    found = store.people.get(ann)
    assert found is not None
    assert (found.status, found.status_since, found.note) == (Status.DIED, date(2026, 11, 20), WHOLE.note)


def test_a_rest_has_an_end_only_while_it_is_a_rest(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    store.people.set_status(ann, Status.RESTING, TODAY, date(2027, 1, 1))
    resting = store.people.get(ann)
    store.people.set_status(ann, Status.ACTIVE, None, date(2027, 1, 1))
    active = store.people.get(ann)
    assert resting is not None
    assert active is not None
    assert (resting.resting_until, active.resting_until) == (date(2027, 1, 1), None)


def test_lists_narrow_to_what_is_asked_for(store: Store) -> None:
    store.people.add(Supporter(name="Ann", offers=(Offer(Support.EMOTIONAL), Offer(Support.PRACTICAL))))
    store.people.add(Supporter(name="Ben", circle=Circle.CLOSEST, offers=(Offer(Support.PRACTICAL),)))
    store.people.add(Supporter(name="Choir", kind=Kind.GROUP, circle=Circle.CLOSEST))

    def found(**wanted: object) -> list[str]:
        return names(store.people.rows(PeopleFilter(**wanted)))  # type: ignore[arg-type]

    assert found(support=Support.PRACTICAL) == ["Ann", "Ben"]
    assert found(support=Support.RELATIONAL) == []
    assert found(circle=Circle.CLOSEST) == ["Ben", "Choir"]
    assert found(kind=Kind.GROUP, circle=Circle.CLOSEST) == ["Choir"]
    assert found(kind=Kind.GROUP, text="an") == []
    assert found(support=Support.PRACTICAL, text="an") == ["Ann"]


def test_lists_are_by_name_accents_and_case_aside(store: Store) -> None:
    for name in ("zoe", "Émile", "eve", "Ånn", "ann", "Zara"):
        store.people.add(Supporter(name=name))
    assert names(store.people.rows()) == ["Ånn", "ann", "Émile", "eve", "Zara", "zoe"]
    assert [one.name for one in store.people.all()] == names(store.people.rows())


def test_a_row_says_what_a_list_shows(store: Store) -> None:
    ann = store.people.add(replace(WHOLE, name="Ann"))
    store.people.set_photo(ann, b"x")
    assert store.people.rows() == [
        PersonRow(
            id=ann,
            name="Ann",
            kind=WHOLE.kind,
            circle=WHOLE.circle,
            status=WHOLE.status,
            has_photo=True,
            roles=WHOLE.roles,
            support=(Support.EMOTIONAL, Support.RELATIONAL),
        )
    ]
    store.people.set_photo(ann, None)
    assert not store.people.rows()[0].has_photo


def test_a_quick_log_offers_those_last_in_touch_then_the_closest(store: Store) -> None:
    who = named(
        store,
        could_grow=Supporter(name="could grow", circle=Circle.COULD_GROW),
        around=Supporter(name="around", circle=Circle.AROUND),
        close=Supporter(name="close", circle=Circle.CLOSE),
        closest=Supporter(name="closest", circle=Circle.CLOSEST),
        old=Supporter(name="old"),
        new=Supporter(name="new"),
        undone=Supporter(name="in the trash", circle=Circle.COULD_GROW),
    )
    store.check_ins.log(CheckIn((who["old"],), TODAY - timedelta(days=30)))
    store.check_ins.log(CheckIn((who["new"],), TODAY))
    store.check_ins.trash(store.check_ins.log(CheckIn((who["undone"],), TODAY)))
    offered = ["new", "old", "closest", "close", "around", "could grow", "in the trash"]
    assert names(store.people.usual(9)) == offered
    assert names(store.people.usual(3)) == offered[:3]


# -- naming someone ----------------------------------------------------------------------------------------------


def test_someone_is_found_by_id_exact_name_or_a_beginning(store: Store) -> None:
    who = named(
        store,
        ann=Supporter(name="Ann"),
        anna=Supporter(name="Anna Kelly"),
        zoe=Supporter(name="Zoë"),
        ended=Supporter(name="Annette", status=Status.ENDED),
        trashed=Supporter(name="Anton"),
        archived=Supporter(name="Anders"),
    )
    store.people.trash(who["trashed"])
    store.people.set_archived(who["archived"], True)

    def found(text: str) -> list[str]:
        return sorted(row.id for row in store.people.find(text))

    def wanted(*keys: str) -> list[str]:
        return sorted(who[key] for key in keys)

    assert found(who["anna"]) == wanted("anna")
    assert found(who["ended"]) == wanted("ended")
    assert found(who["trashed"]) == []
    assert found("ann") == wanted("ann")
    assert found(" ANN ") == wanted("ann")
    assert found("an") == wanted("ann", "anna")
    assert found("Anna") == wanted("anna")
    assert found("anna  kelly") == wanted("anna")
    assert found("zoe") == found("ZOË") == found("Zoe\u0308") == wanted("zoe")
    assert found("Annet") == []
    assert found("Annette") == wanted("ended")
    assert found("anders") == wanted("archived")
    assert found("Anton") == []
    assert found("Kelly") == []
    assert found("") == found("  ") == found("\0") == []


def test_an_accent_tells_two_people_apart(store: Store) -> None:
    who = named(store, plain=Supporter(name="Jose"), accent=Supporter(name="José"))
    assert [row.id for row in store.people.find("José")] == [who["accent"]]
    assert [row.id for row in store.people.find("Jose")] == [who["plain"]]
    assert len(store.people.find("JOSÉ")) == 2


def test_nothing_typed_names_nobody_even_beside_odd_names(store: Store) -> None:
    store.people.add(Supporter(name="\u0301"))
    assert store.people.find("") == []


@shared
@given(text=texts)
def test_naming_someone_by_anything_is_no_error(store: Store, text: str) -> None:
    for row in store.people.find(text):
        assert row.id == text or row.name
    if one_line(text):
        new_id = store.people.add(Supporter(name=text))
        assert new_id in {row.id for row in store.people.find(text)}


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


# -- an address book, answers remembered -------------------------------------------------------------------------


def test_an_address_book_comes_in_whole(store: Store) -> None:
    cards = [
        (Supporter(name=f"Card {n}", source_uid=f"uid-{n}"), b"p" if n % 3 == 0 else None) for n in range(333)
    ]
    ids: list[str] = []
    seen = list(store.imports.bring_in(cards, ids=ids))
    assert seen[-1] == 333
    assert seen == sorted(set(seen))
    assert len(set(ids)) == 333
    assert store.imports.known_uids() == {f"uid-{n}": ids[n] for n in range(333)}
    assert store.people.photo(ids[3]) == b"p"
    assert store.people.photo(ids[4]) is None
    done = store.can_undo
    assert done is not None
    assert (done.names, done.count) == (("Card 0", "Card 1", "Card 2"), 333)


def test_an_import_stopped_halfway_brought_in_nothing(store: Store) -> None:
    before = content(store.db)
    work = store.imports.bring_in([(Supporter(name=f"Card {n}"), None) for n in range(200)])
    next(work)
    next(work)
    work.close()  # type: ignore[attr-defined]
    assert content(store.db) == before
    assert store.can_undo is None
    store.people.add(Supporter(name="Ann"))
    assert names(store.people.rows()) == ["Ann"]


def test_another_change_during_an_import_is_refused_and_the_import_goes_on(store: Store) -> None:
    store.people.add(Supporter(name="Ann"))
    work = store.imports.bring_in([(Supporter(name=f"Card {n}"), None) for n in range(120)])
    next(work)
    for attempt in (
        lambda: store.people.add(Supporter(name="Ben")),
        store.undo,
        lambda: store.settings.set("welcome_done", True),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.BUSY
    list(work)
    assert store.people.count() == 121
    assert_sound(store.db)


def test_different_people_are_remembered(store: Store) -> None:
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    store.people.not_the_same(ann, ben)
    store.people.not_the_same(ann, ben)
    list(store.imports.bring_in([(Supporter(name="Cleo"), None)], [(ann, "card-uid"), (ann, ben)]))
    assert store.imports.answered() == {(ann, ben), (ann, "card-uid")}


def test_the_reach_index_has_everyone_who_is_not_in_the_trash(store: Store) -> None:
    ann = store.people.add(
        Supporter(
            name="Ann",
            channels=(
                Channel(Protocol.CALL, "1"),
                Channel(Protocol.EMAIL, "a@example.org"),
                Channel(Protocol.WEB, "https://example.org"),
            ),
        )
    )
    ben = store.people.add(Supporter(name="Ben", status=Status.ENDED))
    store.people.trash(store.people.add(Supporter(name="Cleo")))
    assert list(store.imports.reach_index()) == [
        (ann, "Ann", "call", "1"),
        (ann, "Ann", "email", "a@example.org"),
        (ann, "Ann", "web", "https://example.org"),
        (ben, "Ben", "", ""),
    ]


# -- gone for good -----------------------------------------------------------------------------------------------


def test_purging_takes_what_was_theirs_alone(store: Store) -> None:
    ann, ben = store.people.add_many([replace(WHOLE, name="Ann"), Supporter(name="Ben")])
    alone = store.check_ins.log(CheckIn((ann,), TODAY))
    alone_trashed = store.check_ins.log(CheckIn((ann,), TODAY))
    store.check_ins.trash(alone_trashed)
    together = store.check_ins.log(CheckIn((ann, ben), TODAY))
    store.people.not_the_same(ben, ann)
    store.people.set_photo(ann, b"x")
    store.people.purge([ann])
    assert store.people.get(ann) is None
    assert store.people.photo(ann) is None
    assert store.check_ins.get(alone) is None
    assert store.check_ins.get(alone_trashed) is None
    found = store.check_ins.get(together)
    assert found is not None
    assert found.people == (ben,)
    assert ann not in repr(content(store.db))
    assert_sound(store.db)


def test_purging_nobody_changes_nothing(store: Store) -> None:
    store.check_ins.log(CheckIn((store.people.add(Supporter(name="Ann")),), TODAY))
    before = content(store.db)
    store.people.purge([])
    store.people.purge(["nobody"])
    store.check_ins.purge([])
    assert content(store.db) == before


def test_emptying_the_trash_takes_people_and_check_ins(store: Store) -> None:
    ann, ben = store.people.add_many([Supporter(name="Ann"), Supporter(name="Ben")])
    kept_one = store.check_ins.log(CheckIn((ann,), TODAY))
    thrown = store.check_ins.log(CheckIn((ann,), TODAY))
    store.check_ins.log(CheckIn((ben,), TODAY))
    store.check_ins.trash(thrown)
    store.people.trash(ben)
    store.empty_trash()
    assert names(store.people.rows(PeopleFilter(view=View.NOT_TRASHED))) == ["Ann"]
    assert [entry.check_in.id for entry in store.check_ins.latest(9)] == [kept_one]
    assert store.people.count(View.TRASH) == store.check_ins.count_trash() == 0
    assert store.can_undo is None
    assert store.can_redo is None


def test_emptying_an_empty_trash_leaves_undo_alone(store: Store) -> None:
    store.people.add(Supporter(name="Ann"))
    store.empty_trash()
    assert store.can_undo is not None


@pytest.mark.parametrize("word", ["qwzzyx", "\u05e9\u05dc\u05d5\u05dd", "\u5c71\u7530"])
def test_purged_words_are_nowhere_in_the_files(store: Store, word: str) -> None:
    other = store.people.add(Supporter(name="Ann", note="stays", roles=("friend",)))
    who = store.people.add(
        Supporter(
            name=word,
            note=f"{word} note",
            roles=(f"{word} role",),
            offers=(Offer(Support.EMOTIONAL, word),),
            channels=(Channel(Protocol.EMAIL, word, word),),
        )
    )
    store.people.save(Supporter(name=f"{word} again", id=who))
    store.people.set_photo(who, word.encode())
    store.check_ins.log(CheckIn((who,), TODAY, note=f"with {word}", next_note=word))
    both = store.check_ins.log(CheckIn((who, other), TODAY, note="a walk"))
    store.check_ins.save(CheckIn((who, other), TODAY, id=both, note="a longer walk"))
    assert word.encode() in b"".join(file.read_bytes() for file in store.vault.places.root.glob("*.db*"))
    store.people.trash(who)
    store.empty_trash()
    files = [file for file in store.vault.places.root.rglob("*") if file.is_file()]
    assert files
    for file in files:
        assert word.encode() not in file.read_bytes(), file.name


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_of_ids_are_no_error(store: Store, text: str) -> None:
    assert store.people.get(kept(text)) is None
    assert store.people.names([kept(text)]) == {}
