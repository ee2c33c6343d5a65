"""Bringing in address books: what is matched, what is written, and that nothing is lost or doubled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.exchange import importing
from supportnet_gui.core.exchange.import_match import digits_of, name_key, same_number
from supportnet_gui.core.exchange.importing import Answer, Decision, NoPermission, Plan, Result, Why, run
from supportnet_gui.core.exchange.vcard import (
    Card,
    CardChannel,
    CardDate,
    ProblemCode,
    VCardErrorCode,
    write_cards,
)
from supportnet_gui.core.model import Channel, DateKind, Done, Protocol, SpecialDate, Supporter
from supportnet_gui.core.paths import Places
from supportnet_gui.core.store import Store, View
from supportnet_gui.core.store.imports import Addition
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.vault import open_vault
from tests.core.store_kit import BECOME_NOBODY, assert_sound, content, dump, run_python

BOOKS = Path(__file__).parent.parent / "data" / "vcards"
SMALL_PNG = bytes.fromhex("89504e470d0a1a0a") + b"a picture"


def way(value: str, protocol: Protocol = Protocol.CALL) -> CardChannel:
    return CardChannel(protocol, value)


def number(value: str) -> Channel:
    return Channel(Protocol.CALL, value)


@pytest.fixture
def book(tmp_path: Path):
    """Writes an address book of the given cards; without a UID the reader makes one of name and ways."""
    count = 0

    def write(*cards: Card | str, name: str = "") -> Path:
        nonlocal count
        count += 1
        path = tmp_path / (name or f"book{count}.vcf")
        text = "".join(card if isinstance(card, str) else write_cards([card]) for card in cards)
        path.write_bytes(text.encode("utf-8"))
        return path

    return write


def look(store: Store, *files: Path) -> Plan:
    return run(importing.prepare(files, store))


def bring(store: Store, plan: Plan, answers: dict[str, Answer] | None = None, **more) -> Result:
    return run(importing.bring_in(plan, {one.uid for one in plan.candidates}, answers or {}, store, **more))


def names(store: Store) -> list[str]:
    return [one.name for one in store.people.all(View.NOT_TRASHED)]


def whys(plan: Plan) -> dict[str, list[tuple[str, Why]]]:
    return {one.card.name: [(like.name, like.why) for like in one.likely] for one in plan.candidates}


# -- what comes in -------------------------------------------------------------------------------------------


def test_everything_a_card_says_comes_in(store, book):
    card = Card(
        name="Amira Haddad",
        given="Amira",
        uid="urn:uuid:1",
        roles=("cousin",),
        about="Baker\nThe Corner",
        note="Walks on Sundays.",
        nickname="Mimi",
        channels=(
            CardChannel(Protocol.CALL, "086 123 4567", "mobile", True),
            way("a@example.org", Protocol.EMAIL),
        ),
        dates=(CardDate("birthday", None, 2, 3), CardDate("anniversary", 2003, 10)),
        photo=SMALL_PNG,
    )
    result = bring(store, look(store, book(card)))
    one = store.people.get(result.ids[0])
    assert replace(one, id="", created="", changed="") == Supporter(
        name="Amira Haddad",
        source_uid="urn:uuid:1",
        roles=("cousin", "Mimi"),
        note="Walks on Sundays.\nBaker\nThe Corner",
        channels=(
            Channel(Protocol.CALL, "086 123 4567", "mobile", True),
            Channel(Protocol.EMAIL, "a@example.org"),
        ),
        dates=(
            SpecialDate(DateKind.BIRTHDAY, None, 2, 3),
            SpecialDate(DateKind.ANNIVERSARY, 2003, 10),
        ),
        has_photo=True,
    )
    assert store.people.photo(one.id) == SMALL_PNG


@pytest.mark.parametrize("file", sorted(BOOKS.glob("*.vcf")), ids=lambda file: file.stem)
def test_an_address_book_comes_in_once_and_twice_changes_nothing(store, file):
    plan = look(store, file)
    first = bring(store, plan)
    assert plan.candidates
    assert len(first.ids) == len(plan.candidates)
    before = dump(store.db)
    again = bring(store, look(store, file))
    assert (again.ids, again.completed, len(again.already)) == ((), (), len(plan.candidates))
    assert dump(store.db) == before
    assert_sound(store.db)


def test_all_programs_files_at_once(store):
    files = sorted(BOOKS.glob("*.vcf"))
    result = bring(store, look(store, *files))
    assert len(result.ids) == len(set(names(store))) == len(names(store))
    assert {problem.file for problem in result.problems} == set()
    assert bring(store, look(store, *reversed(files))).ids == ()


def test_only_the_chosen_come_in(store, book):
    plan = look(store, book(Card("Amira"), Card("Ben"), Card("Cleo")))
    chosen = {one.uid for one in plan.candidates if one.card.name != "Ben"}
    result = run(importing.bring_in(plan, chosen, {}, store))
    assert sorted(names(store)) == ["Amira", "Cleo"]
    assert len(result.ids) == 2


def test_nobody_chosen_writes_nothing(store, book):
    before = dump(store.db)
    plan = look(store, book(Card("Amira")))
    assert run(importing.bring_in(plan, set(), {}, store)) == Result()
    assert dump(store.db) == before
    assert store.can_undo is None


def test_bad_cards_are_listed_by_line_and_the_rest_comes_in(store):
    file = BOOKS / "damaged.vcf"
    plan = look(store, file)
    assert {problem.file for problem in plan.problems} == {file}
    assert {ProblemCode.BAD_PHOTO, ProblemCode.NO_NAME, ProblemCode.BAD_DATE} <= {
        problem.code for problem in plan.problems
    }
    lines = file.read_text(encoding="utf-8").splitlines()
    bad_photo = next(one for one in plan.problems if one.code is ProblemCode.BAD_PHOTO)
    assert lines[bad_photo.line - 1].startswith("PHOTO")
    bring(store, plan)
    assert {"Whole Before", "Broken Photo", '<b>Whole</b> <img src="x"> After'} <= set(names(store))


def test_a_name_of_invisible_characters_is_reported_not_written(store, book):
    plan = look(
        store,
        book(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\u200b\u2060\r\nTEL:086 123 4567\r\nEND:VCARD\r\n", Card("Ben")
        ),
    )
    assert [(one.line, one.code) for one in plan.problems] == [(1, ProblemCode.NO_NAME)]
    bring(store, plan)
    assert names(store) == ["Ben"]


# -- files that cannot be read -------------------------------------------------------------------------------


def test_one_unreadable_file_does_not_stop_another(store, book, tmp_path):
    whole = [
        book(Card("Amira")),
        book("hello, this is a letter"),
        book(""),
        tmp_path / "not there.vcf",
        tmp_path,
    ]
    plan = look(store, *whole)
    assert [one.card.name for one in plan.candidates] == ["Amira"]
    assert plan.files == 1
    assert [(one.file, one.line, one.code) for one in plan.problems] == [
        (whole[1], 0, VCardErrorCode.NOT_A_VCARD),
        (whole[2], 0, VCardErrorCode.EMPTY),
        (whole[3], 0, VCardErrorCode.UNREADABLE),
        (whole[4], 0, VCardErrorCode.UNREADABLE),
    ]


def test_a_file_one_may_not_read_says_so(tmp_path, book):
    file = book(Card("Amira"), name="locked.vcf")
    file.chmod(0)
    tmp_path.chmod(0o777)
    # Which may hold for all folders above it too: so the file is opened from inside.
    code = f"""
from supportnet_gui.core.exchange import importing
os.chdir(sys.argv[2])
store = Store(open_vault(places), clock)
{BECOME_NOBODY}
plan = importing.run(importing.prepare([Path("locked.vcf")], store))
print(*(problem.code for problem in plan.problems))
"""
    assert run_python(code, tmp_path / "data", tmp_path).split() == [NoPermission.NO_PERMISSION]


def test_a_file_too_big_is_not_read(store, tmp_path):
    file = tmp_path / "big.vcf"
    with file.open("wb") as out:
        out.truncate(100_000_001)
    assert [one.code for one in look(store, file).problems] == [VCardErrorCode.TOO_BIG]


# -- the same card twice -------------------------------------------------------------------------------------


def test_the_same_card_twice_is_one_candidate(store, book):
    card = Card("Amira", uid="1", channels=(way("086 123 4567"),))
    plan = look(store, book(card, Card("Ben"), card), book(card))
    assert [one.card.name for one in plan.candidates] == ["Amira", "Ben"]


def test_the_same_person_from_two_programs_is_one_candidate_with_what_both_say(store, book):
    phone = Card("Amira", uid="1", channels=(way("+353 86 123 4567"),), note="Likes tea.")
    mail = Card("AMIRA", uid="2", channels=(way("+353861234567"),), dates=(CardDate("birthday", 1980),))
    plan = look(store, book(phone), book(mail))
    (only,) = plan.candidates
    assert only.card.channels == phone.channels
    assert (only.card.note, only.card.dates) == (phone.note, mail.dates)
    bring(store, plan)
    assert [one.already is not None for one in look(store, book(mail)).candidates] == [True]


def test_two_people_with_one_uid_both_come_in_and_stay_known(store, book):
    """Some programs write the same UID into every card."""
    file = book(*(Card(name, uid="0") for name in ("Amira", "Ben", "Cleo")))
    plan = look(store, file)
    assert len({one.uid for one in plan.candidates}) == 3
    chosen = {plan.candidates[1].uid}
    run(importing.bring_in(plan, chosen, {}, store))
    assert [one.already is not None for one in look(store, file).candidates] == [False, True, False]


def test_two_people_of_one_name_are_two(store, book):
    plan = look(
        store,
        book(Card("Ana", channels=(way("086 111 1111"),)), Card("Ana", channels=(way("086 222 2222"),))),
    )
    assert len(bring(store, plan).ids) == 2
    assert names(store) == ["Ana", "Ana"]


# -- who is here already, or looks like it -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kept", "card", "why"),
    [
        (Supporter("Mum", channels=(number("086 123 4567"),)), way("+353 (0)86 123-4567"), Why.SAME_NUMBER),
        (
            Supporter("Mum", channels=(Channel(Protocol.WHATSAPP, "00353861234567"),)),
            way("0861234567"),
            Why.SAME_NUMBER,
        ),
        (
            Supporter("Mum", channels=(Channel(Protocol.EMAIL, "Ana@Example.org "),)),
            way("ana@example.ORG", Protocol.EMAIL),
            Why.SAME_MAIL,
        ),
        (Supporter("ANAÏS  moreau"), way("1", Protocol.OTHER), Why.SAME_NAME),
        (Supporter("Anais Moreau"), way("1", Protocol.OTHER), Why.SAME_NAME),
        (Supporter("anaïs"), way("1", Protocol.OTHER), Why.SAME_FIRST_NAME),
        (Supporter("Nana"), way("1", Protocol.OTHER), Why.SAME_FIRST_NAME),
    ],
)
def test_a_likeness_is_found_and_named(store, book, kept, card, why):
    kept_id = store.people.add(kept)
    plan = look(store, book(Card("Anaïs Moreau", given="Anaïs", nickname="Nana", channels=(card,))))
    (only,) = plan.candidates
    assert only.already is None
    assert [(like.supporter_id, like.name, like.why) for like in only.likely] == [
        (kept_id, " ".join(kept.name.split()), why)
    ]
    assert only.looks_known == (why is not Why.SAME_FIRST_NAME)


@pytest.mark.parametrize(
    ("kept", "card"),
    [
        ("+353 86 123 4567", "+44 86 123 4567"),
        ("212 555 0123", "312 555 0123"),
        ("112", "112"),
        ("01632 960111 ext. 5", "01632 960222 ext. 5"),
        ("", "086 123 4567"),
    ],
)
def test_other_numbers_are_no_likeness(store, book, kept, card):
    store.people.add(Supporter("Mum", channels=(number(kept),) if kept else ()))
    assert whys(look(store, book(Card("Dad", channels=(way(card),))))) == {"Dad": []}


def test_what_a_whole_office_shares_is_no_likeness(store, book):
    for index in range(30):
        store.people.add(Supporter(f"Clerk {index}", channels=(number("01632 960000"),)))
    assert whys(look(store, book(Card("Amira", channels=(way("01632 960000"),))))) == {"Amira": []}


def test_who_looks_known_is_never_written_without_an_answer(store, book):
    store.people.add(Supporter("Amira"))
    store.people.add(Supporter("Ben"))
    plan = look(store, book(Card("Amira"), Card("Ben Byrne", given="Ben"), Card("Cleo")))
    before = content(store.db)["supporter"][:2]
    result = bring(store, plan)
    assert sorted(names(store)) == ["Amira", "Ben", "Ben Byrne", "Cleo"]
    assert [one.card.name for one in plan.candidates if one.uid in result.left_out] == ["Amira"]
    assert content(store.db)["supporter"][:2] == before


def test_who_has_it_all_is_here_already(store, book):
    kept = store.people.add(
        Supporter("Amira", note="tea", channels=(number("086 123 4567"), number("01 1111111")))
    )
    card = Card("amira", channels=(way("+353 86 123 4567"),), note="coffee")
    assert [one.already for one in look(store, book(card)).candidates] == [kept]
    more = replace(card, dates=(CardDate("birthday", 1980),))
    assert whys(look(store, book(more))) == {"amira": [("Amira", Why.SAME_NUMBER)]}


def test_who_is_in_the_trash_is_known_and_stays_there(store, book):
    file = book(Card("Amira", channels=(way("086 123 4567"),)))
    (amira,) = bring(store, look(store, file)).ids
    store.people.trash(amira)
    plan = look(store, file)
    assert [one.already for one in plan.candidates] == [amira]
    assert bring(store, plan).ids == ()
    assert names(store) == []


# -- the three answers ---------------------------------------------------------------------------------------


def test_two_people_are_kept_both_and_not_asked_about_again(store, book):
    kept = store.people.add(Supporter("Amira", channels=(number("086 123 4567"),)))
    file = book(Card("Amira", channels=(way("086 123 4567"), way("a@example.org", Protocol.EMAIL))))
    plan = look(store, file)
    uid = plan.candidates[0].uid
    result = bring(store, plan, {uid: Answer(Decision.NEW)})
    assert len(result.ids) == 1
    assert names(store) == ["Amira", "Amira"]
    store.people.purge(result.ids)
    assert whys(look(store, file)) == {"Amira": []}
    assert store.imports.answered() == {(kept, uid)}


def test_two_people_of_one_name_and_number_stay_two(store, book):
    """A mother and a daughter in one house."""
    store.people.add(Supporter("Amira", channels=(number("01 222 3333"), number("086 123 4567"))))
    file = book(Card("Amira", note="the daughter", channels=(way("01 222 3333"),)))
    plan = look(store, file)
    result = bring(store, plan, {plan.candidates[0].uid: Answer(Decision.NEW)})
    store.people.purge(result.ids)
    (again,) = look(store, file).candidates
    assert (again.already, again.likely) == (None, ())


def test_leaving_out_changes_nothing(store, book):
    store.people.add(Supporter("Amira"))
    plan = look(store, book(Card("Amira")))
    before = dump(store.db)
    result = bring(store, plan, {plan.candidates[0].uid: Answer(Decision.LEAVE)})
    assert result == Result(left_out=(plan.candidates[0].uid,))
    assert dump(store.db) == before


FULL = Card(
    "Amira",
    uid="u",
    note="from the file",
    about="Baker",
    channels=(
        CardChannel(Protocol.CALL, "+353 86 123 4567", "", True),
        CardChannel(Protocol.EMAIL, "a@example.org", "", True),
    ),
    dates=(CardDate("birthday", 1980, 2, 3), CardDate("anniversary", 2003)),
    photo=SMALL_PNG,
)


def test_what_is_missing_is_added(store, book):
    kept = store.people.add(Supporter("Amira"))
    plan = look(store, book(FULL))
    result = bring(store, plan, {"u": Answer(Decision.ADD, kept)})
    assert (result.ids, result.completed) == ((), (kept,))
    one = store.people.get(kept)
    assert (one.note, one.source_uid, one.has_photo) == ("from the file\nBaker", "u", True)
    assert [channel.value for channel in one.channels] == ["+353 86 123 4567", "a@example.org"]
    assert one.channels[0].preferred
    assert [(day.kind, day.year) for day in one.dates] == [("birthday", 1980), ("anniversary", 2003)]
    assert_sound(store.db)
    before = dump(store.db)
    assert bring(store, look(store, book(FULL))).already == ("u",)
    assert dump(store.db) == before


def test_what_is_there_is_never_replaced(store, book):
    mine = Supporter(
        "Amira",
        note="my own words",
        source_uid="mine",
        channels=(
            Channel(Protocol.CALL, "086 123 4567", "her mobile"),
            Channel(Protocol.TEXT, "1", "", True),
        ),
        dates=(SpecialDate(DateKind.BIRTHDAY, None, 2, 4),),
    )
    kept = store.people.add(mine)
    store.people.set_photo(kept, b"my photo")
    plan = look(store, book(FULL))
    bring(store, plan, {"u": Answer(Decision.ADD, kept)})
    one = store.people.get(kept)
    assert (one.note, one.source_uid) == ("my own words", "mine")
    assert one.channels == (*mine.channels, Channel(Protocol.EMAIL, "a@example.org"))
    assert one.dates == (*mine.dates, SpecialDate(DateKind.ANNIVERSARY, 2003))
    assert store.people.photo(kept) == b"my photo"
    before = dump(store.db)
    assert bring(store, plan, {"u": Answer(Decision.ADD, kept)}).completed == ()
    # Nothing is missing any more, so the card counts as here.
    assert [one.already for one in look(store, book(FULL)).candidates] == [kept]
    assert dump(store.db) == before


def test_two_cards_added_to_one_person_add_each_thing_once(store, book):
    kept = store.people.add(Supporter("Amira"))
    second = replace(FULL, uid="v", note="second", channels=(*FULL.channels, way("01 2222222")))
    plan = look(store, book(FULL), book(second))
    assert len(plan.candidates) == 2
    bring(store, plan, {uid: Answer(Decision.ADD, kept) for uid in "uv"})
    one = store.people.get(kept)
    assert sorted(channel.value for channel in one.channels) == [
        "+353 86 123 4567",
        "01 2222222",
        "a@example.org",
    ]
    assert len(one.dates) == 2


def test_adding_to_somebody_who_went_in_between_changes_nothing(store):
    before = dump(store.db)
    gone = Addition("nobody", "Nobody", note="tea")
    with pytest.raises(Trouble) as told:
        list(store.imports.bring_in([(Supporter("Ben"), None)], additions=[gone]))
    assert told.value.code is Code.NOT_THERE
    assert dump(store.db) == before


def test_adding_to_somebody_who_is_gone_changes_nothing(store, book):
    kept = store.people.add(Supporter("Amira"))
    plan = look(store, book(FULL, Card("Ben")))
    store.people.purge([kept])
    before = dump(store.db)
    with pytest.raises(Trouble) as told:
        bring(store, plan, {"u": Answer(Decision.ADD, kept)})
    assert told.value.code is Code.NOT_THERE
    assert dump(store.db) == before


# -- all or nothing, one step to undo ------------------------------------------------------------------------


def crowd(count: int) -> Iterable[Card]:
    return (
        Card(f"Person {index}", uid=f"u{index}", note="tea " * 50, channels=(way(f"086 1{index:06}"),))
        for index in range(count)
    )


def test_stopped_anywhere_everything_is_as_before(store, book):
    kept = store.people.add(Supporter("Amira"))
    plan = look(store, book(FULL, *crowd(120)))
    before = dump(store.db)
    chosen, answers = {one.uid for one in plan.candidates}, {"u": Answer(Decision.ADD, kept)}
    told: list[Done | None] = []
    store.listeners.append(told.append)
    steps = 0
    while True:
        work = importing.bring_in(plan, chosen, answers, store)
        progress = [next(work) for _ in range(steps)]
        work.close()
        if progress and progress[-1].done == progress[-1].total:
            break
        assert dump(store.db) == before
        assert store.can_undo is not None
        assert store.can_undo.names == ("Amira",)
        steps += 1
    # Its last word is that all is on disk: closed then, it stays there, and everyone is told.
    assert steps > 5
    assert len(names(store)) == 121
    assert told == [store.can_undo]
    assert_sound(store.db)


def test_undo_takes_the_whole_import_back_and_redo_puts_it_back(store, book):
    kept = store.people.add(Supporter("Amira"))
    other = store.people.add(Supporter("Person 3"))
    plan = look(store, book(FULL, *crowd(120)))
    before = content(store.db)
    answers = {"u": Answer(Decision.ADD, kept), "u3": Answer(Decision.NEW)}
    bring(store, plan, answers)
    after = content(store.db)
    assert store.imports.answered() == {(other, "u3")}
    store.undo()
    assert content(store.db) == before
    store.redo()
    assert content(store.db) == after
    store.undo()
    assert content(store.db) == before
    assert_sound(store.db)


def test_a_full_disk_in_the_middle_changes_nothing(store, book):
    plan = look(store, book(*crowd(300)))
    before = dump(store.db)
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count={pages + 4}").fetchall()
    with pytest.raises(Trouble) as told:
        bring(store, plan)
    assert told.value.code is Code.DISK_FULL
    assert dump(store.db) == before
    store.db.execute("PRAGMA max_page_count=1000000").fetchall()
    assert len(bring(store, plan).ids) == 300
    store.undo()
    assert content(store.db) == {name: rows for name, rows in before.items() if name in content(store.db)}


def test_the_way_the_file_is_written_is_as_before_afterwards(store, book):
    usual = [store.db.execute(f"PRAGMA {name}").fetchone() for name in ("wal_autocheckpoint", "cache_size")]
    plan = look(store, book(*crowd(60)))
    work = importing.bring_in(plan, {one.uid for one in plan.candidates}, {}, store)
    for _ in range(5):
        next(work)
    work.close()
    bring(store, plan)
    assert usual == [
        store.db.execute(f"PRAGMA {name}").fetchone() for name in ("wal_autocheckpoint", "cache_size")
    ]


def test_brought_in_by_another_process_meanwhile_is_not_doubled(store, places, book):
    file = book(Card("Amira", uid="1"), Card("Ben", uid="2"))
    plan = look(store, file)
    run_python(
        """
from supportnet_gui.core.exchange import importing
store = Store(open_vault(places), clock)
plan = importing.run(importing.prepare([Path(sys.argv[2])], store))
importing.run(importing.bring_in(plan, {"1"}, {}, store))
""",
        places.root,
        file,
    )
    result = bring(store, plan)
    assert (len(result.ids), result.already) == (1, ("1",))
    assert names(store) == ["Amira", "Ben"]


# -- photos --------------------------------------------------------------------------------------------------


def test_a_photo_is_made_small_and_a_damaged_one_is_reported(store, book):
    file = book(*(Card(name, uid=name, photo=SMALL_PNG + name.encode()) for name in ("Amira", "Ben")))
    result = bring(store, look(store, file), shrink=lambda photo: None if b"Ben" in photo else b"small")
    photos = {store.people.get(one).name: store.people.photo(one) for one in result.ids}
    assert photos == {"Amira": b"small", "Ben": None}
    (problem,) = result.problems
    assert (problem.file, problem.code, problem.property) == (file, ProblemCode.BAD_PHOTO, "PHOTO")
    assert file.read_text(encoding="utf-8").splitlines()[problem.line - 1] == "BEGIN:VCARD"
    assert problem.line > 1


def test_a_large_photo_that_cannot_be_made_small_is_reported_and_its_card_kept(store, book):
    large = SMALL_PNG.ljust(importing.MAX_KEPT_PHOTO + 1, b"x")
    result = bring(store, look(store, book(Card("Amira", photo=large), Card("Ben", photo=large[:-1]))))
    assert [one.code for one in result.problems] == [ProblemCode.PHOTO_TOO_BIG]
    assert [store.people.get(one).has_photo for one in result.ids] == [False, True]


def test_nothing_a_problem_says_comes_from_the_file(store):
    plan = look(store, BOOKS / "damaged.vcf")
    bring(store, plan)
    said = repr([replace(one, file=Path()) for one in plan.problems])
    for word in ("Broken", "Assistant", "01632", "careless"):
        assert word not in said


# -- numbers and names ---------------------------------------------------------------------------------------

local = st.from_regex(r"[1-9][0-9]{7,9}", fullmatch=True)


@given(local, st.sampled_from(("353", "44", "1", "49", "7")), st.sampled_from((" ", "-", "", ".")))
def test_a_number_is_the_same_with_and_without_its_country(number: str, country: str, gap: str):
    spaced = gap.join((number[:2], number[2:5], number[5:]))
    spellings = [
        f"0{spaced}",
        f"+{country} {spaced}",
        f"+{country} (0){spaced}",
        f"00{country}{number}",
        spaced,
    ]
    keys = [digits_of(one) for one in spellings]
    assert all(same_number(one, other) for one in keys for other in keys)


@given(local, st.text(max_size=8))
def test_an_extension_does_not_make_another_number(number: str, more: str):
    assert same_number(digits_of(f"{number} ext. {more}"), digits_of(number))


@given(st.text(max_size=30), st.text(max_size=30))
def test_numbers_are_compared_the_same_way_round(one: str, other: str):
    left, right = digits_of(one), digits_of(other)
    assert same_number(left, right) == same_number(right, left)
    assert left.isascii()
    assert not left or left.isdigit()


@given(st.text())
def test_a_name_key_is_the_same_for_any_case_and_spacing(name: str):
    assert name_key(name_key(name)) == name_key(name)
    assert name_key(f"  {name}\t") == name_key(name)


cards = st.builds(
    Card,
    name=st.sampled_from(("Amira", "Ben", "AMIRA", "Bén", "Cleo")),
    given=st.sampled_from(("", "Amira", "Ben")),
    uid=st.sampled_from(("", "1", "2", "3")),
    channels=st.lists(
        st.builds(CardChannel, st.sampled_from(Protocol), st.sampled_from(("086 123 4567", "a@b.org", "x"))),
        max_size=2,
    ).map(tuple),
    note=st.sampled_from(("", "tea")),
)


@given(st.lists(cards, max_size=6), st.sampled_from(Decision))
def test_any_file_twice_changes_nothing(tmp_path_factory, many: list[Card], decision: Decision):
    folder = tmp_path_factory.mktemp("any")
    vault = open_vault(Places(folder / "data"))
    store = Store(vault, FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC)))
    kept = store.people.add(Supporter("Amira", channels=(number("0861234567"),)))
    file = folder / "book.vcf"
    file.write_text(write_cards(many) or "BEGIN:VCARD\nEND:VCARD\n", encoding="utf-8")
    for turn in range(2):
        plan = look(store, file)
        assert len({one.uid for one in plan.candidates}) == len(plan.candidates)
        answers = {one.uid: Answer(decision, kept) for one in plan.candidates if one.likely}
        before = dump(store.db)
        result = bring(store, plan, answers)
        told = len(result.ids) + len(result.already) + len(result.left_out)
        if decision is not Decision.ADD:
            assert told == len(plan.candidates)
        if turn:
            assert dump(store.db) == before
    assert_sound(store.db)
    vault.close()
