"""Odd values and others in the way: what was kept stays, and nothing is told on."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import (
    Channel,
    CheckIn,
    DateKind,
    Meeting,
    Offer,
    Protocol,
    Repeats,
    Rhythm,
    SpecialDate,
    Status,
    Support,
    Supporter,
)
from supportnet_gui.core.sqlite import Error
from supportnet_gui.core.store import CheckInFilter, PeopleFilter, Store
from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.core.vault import open_vault
from tests.core.store_kit import TODAY, assert_sound, content, kept, run_python, texts

SECRET = "Qwzzyx Secretname"


@pytest.fixture
def ann(store: Store) -> str:
    return store.people.add(Supporter(name="Ann", note="n" * 500))


# -- others in the way of undo -----------------------------------------------------------------------------------


def test_undo_does_not_take_what_was_logged_elsewhere(store: Store) -> None:
    ann = store.people.add(Supporter(name="Ann"))
    run_python(
        """
store = Store(open_vault(places), clock)
store.check_ins.log(CheckIn((sys.argv[2],), date(2026, 11, 22), note="from the terminal"))
store.close()
""",
        store.vault.places.root,
        ann,
    )
    before = content(store.db)
    with pytest.raises(Trouble) as trouble:
        store.undo()
    assert trouble.value.code is Code.UNDO_IMPOSSIBLE
    assert content(store.db) == before
    assert store.can_redo is None
    assert_sound(store.db)


def test_redo_does_not_write_over_what_was_made_elsewhere(store: Store, clock: FixedClock) -> None:
    store.people.add(Supporter(name="Ann"))
    store.undo()
    elsewhere = Store(open_vault(store.vault.places), clock)
    elsewhere.people.add(Supporter(name="Ben"))
    elsewhere.close()
    before = content(store.db)
    with pytest.raises(Trouble) as trouble:
        store.redo()
    assert trouble.value.code is Code.UNDO_IMPOSSIBLE
    assert content(store.db) == before
    assert [row.name for row in store.people.rows()] == ["Ben"]


def test_undo_of_what_is_gone_elsewhere_is_impossible(store: Store, clock: FixedClock, ann: str) -> None:
    tea = store.check_ins.log(CheckIn((ann,), TODAY))
    elsewhere = Store(open_vault(store.vault.places), clock)
    elsewhere.check_ins.purge([tea])
    elsewhere.close()
    with pytest.raises(Trouble) as trouble:
        store.undo()
    assert trouble.value.code is Code.UNDO_IMPOSSIBLE
    assert_sound(store.db)


def test_undo_goes_on_beside_what_others_wrote_elsewhere(store: Store, clock: FixedClock, ann: str) -> None:
    store.people.save(Supporter(name="Ann", id=ann, note="new"))
    elsewhere = Store(open_vault(store.vault.places), clock)
    elsewhere.check_ins.log(CheckIn((ann,), TODAY))
    elsewhere.people.add(Supporter(name="Ben"))
    elsewhere.close()
    store.undo()
    found = store.people.get(ann)
    assert found is not None
    assert found.note == "n" * 500
    assert store.people.count() == 2
    assert len(store.check_ins.latest(9)) == 1


def test_someone_who_left_while_the_form_was_open_is_a_trouble(
    store: Store, clock: FixedClock, ann: str
) -> None:
    tea = store.check_ins.log(CheckIn((ann,), TODAY))
    found = store.people.get(ann)
    assert found is not None
    elsewhere = Store(open_vault(store.vault.places), clock)
    elsewhere.people.purge([ann])
    elsewhere.close()
    before = content(store.db)
    for attempt in (
        lambda: store.people.save(found),
        lambda: store.people.trash(ann),
        lambda: store.check_ins.log(CheckIn((ann,), TODAY)),
        lambda: store.check_ins.save(CheckIn((ann,), TODAY, id=tea)),
        lambda: store.check_ins.trash(tea),
    ):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code is Code.NOT_THERE
    assert content(store.db) == before


# -- odd values --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "odd",
    [
        Supporter(name="Ben", rhythm=Rhythm(every=0)),
        Supporter(name="Ben", rhythm=Rhythm(every=1000)),
        Supporter(name="Ben", dates=(SpecialDate(DateKind.BIRTHDAY, 1999, 13, 1),)),
        Supporter(name="Ben", dates=(SpecialDate(DateKind.BIRTHDAY, 1999, 1, 32),)),
        Supporter(name="Ben", meetings=(Meeting(Repeats.ONCE),)),
        Supporter(name="Ben", meetings=(Meeting(Repeats.WEEKLY),)),
        Supporter(name="Ben", meetings=(Meeting(Repeats.WEEKLY, weekday=8),)),
        Supporter(name="Ben", meetings=(Meeting(Repeats.MONTHLY, weekday=1),)),
        Supporter(name="Ben", meetings=(Meeting(Repeats.MONTHLY, weekday=1, nth=5),)),
        Supporter(name="Ben", kind="stranger"),  # type: ignore[arg-type]
        Supporter(name="Ben", channels=(Channel("pigeon", "coo"),)),  # type: ignore[arg-type]
    ],
)
def test_a_value_that_cannot_be_is_refused_whole(store: Store, ann: str, odd: Supporter) -> None:
    before, step = content(store.db), store.can_undo
    for attempt in (
        lambda: store.people.add(odd),
        lambda: store.people.save(replace(odd, id=ann)),
        lambda: list(store.imports.bring_in([(Supporter(name="Cleo"), None), (odd, None)])),
    ):
        with pytest.raises(Error):
            attempt()
        assert (content(store.db), store.can_undo) == (before, step)
        assert_sound(store.db)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(texts, min_size=8, max_size=8), odd_ids=st.lists(texts.map(kept), min_size=1, max_size=2)
)
def test_any_text_anywhere_is_no_error_but_trouble(
    store: Store, words: list[str], odd_ids: list[str]
) -> None:
    name, note, role, value, label, code, next_note, uid = words
    one = Supporter(
        name=name,
        note=note,
        code_word=code,
        source_uid=uid,
        roles=(role,),
        offers=(Offer(Support.EMOTIONAL, note), Offer(Support.EMOTIONAL, code)),
        channels=(Channel(Protocol.OTHER, value, label),),
    )
    attempts: list[Callable[[], Any]] = [
        lambda: store.people.add(one),
        lambda: store.people.save(replace(one, id=odd_ids[0])),
        lambda: list(store.imports.bring_in([(one, None)], [])),
        lambda: store.people.find(name),
        lambda: store.people.rows(PeopleFilter(text=name)),
        lambda: store.check_ins.page(CheckInFilter(text=note), 5),
        lambda: store.people.trash(odd_ids[-1]),
        lambda: store.check_ins.log(CheckIn(tuple(odd_ids), TODAY, note=note, next_note=next_note)),
        lambda: store.check_ins.trash(odd_ids[0]),
        lambda: store.people.purge(odd_ids),
        lambda: store.check_ins.purge(odd_ids),
    ]
    codes = set()
    for attempt in attempts:
        try:
            attempt()
        except Trouble as trouble:
            codes.add(trouble.code)
    assert codes <= {Code.NAME_EMPTY, Code.NOT_THERE}
    assert not store.db.conn.in_transaction


# -- nothing is told on ------------------------------------------------------------------------------------------


def test_no_error_and_no_log_line_has_a_name_or_a_note(
    store: Store, clock: FixedClock, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[str] = []

    def attempt(action: Callable[[], Any], *wanted: type[Exception]) -> None:
        try:
            action()
        except wanted as error:
            told.append(repr(error))
            told.append("".join(traceback.format_exception(error)))
        else:
            raise AssertionError("this was meant to fail")

    secret = Supporter(
        name=SECRET,
        id=SECRET,
        note=SECRET,
        roles=(SECRET,),
        offers=(Offer(Support.EMOTIONAL, SECRET),),
        channels=(Channel(Protocol.EMAIL, SECRET, SECRET),),
        source_uid=SECRET,
    )
    who = store.people.add(secret)
    meeting = CheckIn((who,), TODAY, note=SECRET, next_note=SECRET, id=f"{SECRET} tea")
    store.check_ins.log(meeting)
    wrong_date = (SpecialDate(DateKind.OTHER, 1, 99),)
    attempt(lambda: store.people.add(secret), Error)
    attempt(lambda: store.check_ins.log(meeting), Error)
    attempt(lambda: store.people.add(replace(secret, id="", dates=wrong_date)), Error)
    attempt(lambda: store.people.save(replace(secret, dates=wrong_date)), Error)
    attempt(lambda: list(store.imports.bring_in([(secret, None)])), Error)
    attempt(lambda: list(store.imports.bring_in([], [(f"{SECRET} nobody", SECRET)])), Error)
    attempt(lambda: store.people.save(replace(secret, id=f"{SECRET} gone")), Trouble)
    attempt(lambda: store.people.add(replace(secret, name="\n")), Trouble)
    attempt(lambda: store.check_ins.log(replace(meeting, on=TODAY + timedelta(days=3))), Trouble)
    attempt(lambda: store.check_ins.log(replace(meeting, people=(f"{SECRET} gone",))), Trouble)
    attempt(lambda: store.settings.set("welcome_done", SECRET), TypeError)
    store.people.save(replace(secret, note=SECRET * 2))
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count={pages}").fetchall()
    attempt(lambda: store.people.add(Supporter(name=SECRET, note=SECRET * 10_000)), Trouble)
    store.db.execute("PRAGMA max_page_count=1000000000").fetchall()
    elsewhere = Store(open_vault(store.vault.places), clock)
    elsewhere.people.purge([who])
    elsewhere.people.add(replace(secret, id=""))
    elsewhere.close()
    store.people.add(replace(secret, id=""))
    store.undo()
    attempt(lambda: (store.undo(), store.undo(), store.undo()), Trouble)
    store.vault.places.database.unlink()
    attempt(lambda: store.people.add(secret), Trouble)
    out, err = capfd.readouterr()
    for text in (*told, caplog.text, out, err):
        # The lines of this file that a traceback quotes say SECRET; what it stands for is nowhere.
        assert SECRET not in text
        assert "Qwzzyx" not in text


@pytest.mark.parametrize("code", Code)
def test_a_trouble_says_its_code_and_nothing_else(code: Code) -> None:
    trouble = Trouble(code, f"/home/{SECRET}/supportnet.db")
    assert str(trouble) == code.value
    assert SECRET not in repr(trouble)
    assert SECRET not in "".join(traceback.format_exception(trouble))


def test_dates_at_the_ends_of_time_are_kept(store: Store) -> None:
    for day in (date.min, date(999, 1, 1), TODAY):
        who = store.people.add(
            Supporter(name="Ann", asked_on=day, status=Status.ENDED, status_since=date.max)
        )
        found = store.people.get(who)
        assert found is not None
        assert (found.asked_on, found.status_since) == (day, date.max)
        check_in = store.check_ins.get(store.check_ins.log(CheckIn((who,), day)))
        assert check_in is not None
        assert check_in.on == day
