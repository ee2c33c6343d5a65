"""Who stands in which list, and whom a name means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given

from supportnet_gui.core.model import CheckIn, Circle, Kind, Offer, PersonRow, Status, Support, Supporter
from supportnet_gui.core.store import PeopleFilter, Store, View
from supportnet_gui.core.store.rows import one_line
from tests.core.store_kit import TODAY, WHOLE, shared, texts

# One database for all examples: each adds to it, none depends on what is there.


def named(store: Store, **who: Supporter) -> dict[str, str]:
    """Ids of new people by a short name."""
    return {key: store.people.add(one) for key, one in who.items()}


def names(rows: list[PersonRow]) -> list[str]:
    return [row.name for row in rows]


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
    (row,) = store.people.rows()
    assert (row.id, row.name, row.has_photo) == (ann, "Ann", True)
    assert (row.kind, row.circle, row.status) == (WHOLE.kind, WHOLE.circle, WHOLE.status)
    assert (row.roles, row.support) == (WHOLE.roles, (Support.EMOTIONAL, Support.RELATIONAL))
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
