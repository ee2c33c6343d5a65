"""Bringing in an address book, by clicks and by keys, on real files and a real database."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar

from supportnet_gui import words
from supportnet_gui.core.exchange.importing import NoPermission, Why
from supportnet_gui.core.exchange.vcard import Card, CardChannel, ProblemCode, VCardErrorCode
from supportnet_gui.core.model import Change, Channel, Done, Protocol, Support, Supporter
from supportnet_gui.core.store import View
from supportnet_gui.ui import theme
from supportnet_gui.ui.bring_in.compare import half_known
from supportnet_gui.ui.bring_in.names import BELOW
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.widgets.photo import KEPT_SIDE, shrink
from tests.core.store_kit import content, dump
from tests.ui.bring_in_kit import Opened, picture, way

HURTS = "Old Boss"
# Qt's readers of images say on their own what they think of a damaged one.
DAMAGED = pytest.mark.qt_log_ignore("JPEG|png", extend=True)


@pytest.fixture
def opened(qtbot, look, store, clock, tmp_path):
    return Opened(qtbot, look, store, clock, tmp_path)


def names(store):
    return [one.name for one in store.people.all(View.NOT_TRASHED)]


def people(count):
    return [Card(f"Person {index:04}", uid=f"u{index}", note="tea " * 50) for index in range(count)]


# -- the whole way -------------------------------------------------------------------------------------------


def test_the_whole_way_by_clicks(opened, store):
    dialog = opened.dialog
    opened.read(opened.book(Card("Amira", channels=(way("086 123 4567"),)), Card("Ben"), Card(HURTS)))
    assert dialog.step is dialog.preview
    opened.bring_in("Amira", "Ben")
    assert dialog.step is dialog.gives
    assert names(store) == ["Amira", "Ben"]
    opened.click(dialog.gives.rows[0].ticks[Support.EMOTIONAL])
    opened.click(dialog.gives.rows[0].ticks[Support.RELATIONAL])
    assert dialog.go_button.text() == "Done"
    opened.click(dialog.go_button)
    assert not dialog.isVisible()
    amira, ben = dialog.outcome.ids
    assert store.people.get(amira).support == (Support.EMOTIONAL, Support.RELATIONAL)
    assert store.people.get(ben).support == ()
    store.undo()
    assert store.people.get(amira).support == ()
    store.undo()
    assert names(store) == []


def test_the_whole_way_by_keys(qtbot, opened, store):
    dialog = opened.dialog
    opened.files = [opened.book(Card("Amira"), Card("Amir"), Card("Ben"))]

    def press(key, times=1):
        for _ in range(times):
            qtbot.keyClick(QApplication.focusWidget(), key)

    assert QApplication.focusWidget() is dialog.choose.choose_button
    press(Qt.Key.Key_Return)
    opened.wait()
    assert QApplication.focusWidget() is dialog.preview.search
    qtbot.keyClicks(QApplication.focusWidget(), "ami")
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is dialog.preview.list
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    while QApplication.focusWidget() is not dialog.go_button:
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    opened.wait()
    assert names(store) == ["Amira"]
    assert QApplication.focusWidget() is dialog.gives.rows[0].ticks[Support.EMOTIONAL]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    while QApplication.focusWidget() is not dialog.go_button:
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert store.people.get(dialog.outcome.ids[0]).support == (Support.PRACTICAL,)


def test_the_same_file_twice_changes_nothing(opened, qtbot, look, clock, store, tmp_path):
    file = opened.book(Card("Amira", channels=(way("086 123 4567"),)), Card("Ben"))
    opened.read(file)
    opened.bring_in("Amira", "Ben")
    opened.click(opened.dialog.go_button)
    before = dump(store.db)
    again = Opened(qtbot, look, store, clock, tmp_path)
    again.read(file)
    again.click(again.dialog.preview.everyone)
    assert again.below == {"Amira": "Here already", "Ben": "Here already"}
    again.tick("Amira")
    assert not again.dialog.go_button.isEnabled()
    again.dialog.reject()
    assert not again.dialog.isVisible()
    assert dump(store.db) == before


def test_leaving_the_ticks_empty_changes_nothing_more(opened, store):
    opened.read(opened.book(Card("Amira")))
    opened.bring_in("Amira")
    before = dump(store.db)
    assert opened.dialog.go_button.text() == "Skip"
    opened.click(opened.dialog.go_button)
    assert not opened.dialog.isVisible()
    assert dump(store.db) == before
    store.undo()
    assert names(store) == []


# -- looking through -----------------------------------------------------------------------------------------


def test_it_opens_on_its_search_with_nobody_ticked_and_no_name_in_sight(opened):
    dialog = opened.dialog
    opened.read(opened.book(Card("Amira"), Card(HURTS)))
    assert QApplication.focusWidget() is dialog.preview.search
    assert opened.shown == []
    assert not dialog.preview.list.isVisible()
    assert HURTS not in opened.words
    assert "2 name" in opened.words
    assert dialog.preview.ticked == frozenset()
    assert not dialog.go_button.isEnabled()


def test_names_show_as_one_types_and_everyone_only_when_asked_for(opened):
    preview = opened.dialog.preview
    opened.read(opened.book(Card("Amira", nickname="Mimi", about="Baker"), Card("Anaïs Moreau"), Card(HURTS)))
    for text, found in (
        ("a", ["Amira", "Anaïs Moreau"]),
        ("AN", ["Anaïs Moreau"]),
        ("anais", ["Anaïs Moreau"]),
        ("mor ana", ["Anaïs Moreau"]),
        ("mimi", ["Amira"]),
        ("baker", ["Amira"]),
        ("nobody", []),
        ("", []),
    ):
        opened.type(text)
        assert opened.shown == found
        assert preview.list.isVisible() == bool(found)
    opened.click(preview.everyone)
    assert opened.shown == ["Amira", "Anaïs Moreau", HURTS]
    opened.click(preview.everyone)
    assert opened.shown == []


def test_who_is_chosen_stays_to_be_seen(opened):
    dialog = opened.dialog
    opened.read(opened.book(Card("Amira"), Card("Ben"), Card("Cleo")))
    opened.tick("Cleo", "Amira")
    assert "Chosen: 2 people" in opened.words
    dialog.preview.search.clear()
    assert opened.shown == ["Amira", "Cleo"]
    opened.tick("Cleo")
    assert "Chosen: one person" in opened.words
    opened.tick("Amira")
    assert "Nobody is chosen" in opened.words
    assert not dialog.go_button.isEnabled()


def test_a_screen_reader_hears_and_ticks_each_row(opened, store):
    store.people.add(Supporter("Ben"))
    opened.read(opened.book(Card("Ben"), Card("Amira")))
    opened.click(opened.dialog.preview.everyone)
    model = opened.dialog.preview.list.names
    amira, ben = model.index(0), model.index(1)
    assert model.data(ben, Qt.ItemDataRole.AccessibleTextRole) == "Ben, The same name as Ben, who is here"
    assert model.setData(amira, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.setData(amira, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.data(amira, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert len(opened.dialog.preview.ticked) == 1
    assert opened.dialog.preview.search.accessibleName()
    assert opened.dialog.preview.list.accessibleName()


def test_the_list_is_a_sound_model(opened, qtmodeltester):
    opened.read(opened.book(*people(50)))
    opened.click(opened.dialog.preview.everyone)
    qtmodeltester.check(opened.dialog.preview.list.names)


def test_markup_in_names_shows_as_written(opened, store):
    name = "<b>Amira</b> <img src='x'>"
    store.people.add(Supporter(name))
    opened.read(opened.book(Card(name, note="<i>note</i>")))
    opened.tick(name)
    opened.click(opened.dialog.go_button)
    assert opened.dialog.step is opened.dialog.compare
    assert opened.words.count(name) >= 3
    assert "<i>note</i>" in opened.words


def test_what_does_not_come_in_is_listed_by_line_and_the_rest_comes_in(opened, store):
    dialog = opened.dialog
    opened.read(
        opened.book(
            Card("Amira"),
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben\r\nBDAY:2/3/1985\r\nPHOTO:https://example.org/b.jpg\r\nEND:VCARD\r\n",
        )
    )
    opened.click(dialog.preview.problems.button)
    lines = dialog.preview.problems.lines.toPlainText().splitlines()
    first = len((opened.folder / "book.vcf").read_text(encoding="utf-8").split("BDAY")[0].splitlines()) + 1
    assert [line.split(": ")[0] for line in lines] == [
        f"book.vcf, line {first}",
        f"book.vcf, line {first + 1}",
    ]
    assert "not fetched" in lines[1]
    assert "Ben" not in "".join(lines)
    assert not dialog.preview.list.isVisible()
    assert not dialog.preview.search.isVisible()
    opened.click(dialog.preview.problems.button)
    assert dialog.preview.search.isVisible()
    opened.bring_in("Ben")
    assert names(store) == ["Ben"]


def test_nothing_is_said_of_problems_where_there_are_none(opened):
    opened.read(opened.book(Card("Amira")))
    assert not opened.dialog.preview.problems.isVisible()


def test_two_of_one_name_are_told_apart(opened, store):
    office = "Mill Lane Library"
    mail = CardChannel(Protocol.EMAIL, "sam@example.org")
    opened.read(
        opened.book(
            Card("Sam", about=office, channels=(way("086 123 4567"), mail), uid="a"),
            Card("sam", about=office, channels=(mail,), uid="b"),
            Card("Sam", channels=(way("01 222 8901"),), uid="c"),
            Card("Ben", about=office, channels=(way("01 222 8901"),), uid="d"),
        )
    )
    dialog = opened.dialog
    opened.click(dialog.preview.everyone)
    model = dialog.preview.list.names
    assert sorted(str(model.data(model.index(row), BELOW)) for row in range(4)) == [
        "01 222 8901",
        office,
        f"{office}, number ends in 4567",
        f"{office}, sam@example.org",
    ]
    for row in range(4):
        model.toggle(model.index(row))
    opened.click(dialog.go_button)
    opened.wait()
    opened.qtbot.waitUntil(lambda: len(dialog.gives.rows) == 4)
    shown = opened.words.splitlines()
    for name in ("Ben", "Sam, number ends in 4567", "sam, sam@example.org", "Sam, number ends in 8901"):
        assert name in shown


@DAMAGED
@pytest.mark.parametrize("size", [100, 200])
def test_one_thing_scrolls_at_a_time(qapp, qtbot, store, clock, tmp_path, size):
    look = Look(text_size=size)
    theme.apply(qapp, look)
    opened = Opened(qtbot, look, store, clock, tmp_path)
    dialog = opened.dialog
    dialog.resize(look.px(660), 708 if size == 200 else 480)
    no_name = "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:x\r\nEND:VCARD\r\n"
    broken = Card("Aaron", photo=picture(40, 40)[:60] + b"\0" * 40)
    opened.read(opened.book(*people(60), broken, *[no_name] * 60))

    def scrolling() -> int:
        QApplication.processEvents()
        return sum(bar.isVisible() and bar.maximum() > 0 for bar in dialog.findChildren(QScrollBar))

    opened.click(dialog.preview.everyone)
    assert scrolling() == 1
    opened.click(dialog.preview.problems.button)
    assert scrolling() == 1
    opened.click(dialog.preview.problems.button)
    choose_all(opened)
    opened.click(dialog.go_button)
    opened.wait()
    qtbot.waitUntil(lambda: len(dialog.gives.rows) == 40)
    assert scrolling() == 1
    opened.click(dialog.gives.problems.button)
    assert scrolling() == 0


# -- who looks like somebody here ----------------------------------------------------------------------------


@pytest.fixture
def known(store):
    kept = Supporter("Amira", note="mine", channels=(Channel(Protocol.CALL, "086 123 4567"),))
    return store.people.add(kept)


LIKE = Card(
    "Amira Haddad",
    given="Amira",
    uid="u",
    note="theirs",
    channels=(way("+353 86 123 4567"), way("01 2222222")),
)


def ask_about(opened, *more):
    opened.read(opened.book(LIKE, *more))
    opened.tick("Amira Haddad", *(card.name for card in more))
    opened.click(opened.dialog.go_button)
    assert opened.dialog.step is opened.dialog.compare


def test_both_are_shown_side_by_side_and_nothing_is_written_before_an_answer(opened, store, known):
    before = dump(store.db)
    ask_about(opened)
    for word in ("Amira Haddad", "086 123 4567", "+353 86 123 4567", "mine", "theirs", "the same number"):
        assert word in opened.words.replace("\u200b", "")
    heard = QApplication.focusWidget()
    assert isinstance(heard, QLabel)
    described = f"{heard.text()} {heard.accessibleDescription()}".replace("\u200b", "")
    assert "the same number" in described
    assert "086 123 4567" in described
    assert "theirs" in described
    assert dump(store.db) == before


def test_no_answer_is_chosen_beforehand_and_enter_gives_none(qtbot, opened, store, known):
    ask_about(opened)
    compare = opened.dialog.compare
    before = dump(store.db)
    assert QApplication.focusWidget() not in compare.choices
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert opened.dialog.step is compare
    assert dump(store.db) == before
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is compare.choices[0]


@pytest.mark.parametrize("size", [100, 200])
def test_the_three_answers_are_seen_without_scrolling(qapp, qtbot, store, clock, tmp_path, known, size):
    look = Look(text_size=size)
    theme.apply(qapp, look)
    opened = Opened(qtbot, look, store, clock, tmp_path)
    # As much as 1366 x 768 has room for at double text.
    opened.dialog.resize(look.px(660), 708)
    ask_about(opened)
    QApplication.processEvents()
    for button in opened.dialog.compare.choices:
        assert not button.visibleRegion().isEmpty()
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()


def test_the_same_person_gets_what_is_missing(opened, store, known):
    ask_about(opened)
    opened.click(opened.dialog.compare.choices[0])
    opened.wait()
    one = store.people.get(known)
    assert ([way.value for way in one.channels], one.note) == (["086 123 4567", "01 2222222"], "mine")
    assert names(store) == ["Amira"]
    assert opened.dialog.outcome.completed == (known,)
    assert "Got what was missing: one person." in opened.words
    store.undo()
    assert len(store.people.get(known).channels) == 1


def test_two_people_are_both_kept_and_it_is_not_asked_again(
    opened, store, known, qtbot, look, clock, tmp_path
):
    ask_about(opened)
    opened.click(opened.dialog.compare.choices[1])
    opened.wait()
    assert names(store) == ["Amira", "Amira Haddad"]
    opened.click(opened.dialog.go_button)
    store.people.purge(opened.dialog.outcome.ids)
    again = Opened(qtbot, look, store, clock, tmp_path)
    again.read(tmp_path / "book.vcf")
    again.bring_in("Amira Haddad")
    assert again.dialog.step is again.dialog.gives


def test_leaving_one_out_brings_in_the_others(opened, store, known):
    ask_about(opened, Card("Ben"))
    opened.click(opened.dialog.compare.choices[2])
    opened.wait()
    assert names(store) == ["Amira", "Ben"]
    assert "Left out, as you chose: one person." in opened.words


def test_one_can_go_back_from_question_to_question(opened, store, known):
    dialog = opened.dialog
    store.people.add(Supporter("Ben"))
    ask_about(opened, Card("Ben", note="second"))
    assert "1 of 2" in dialog.heading.text()
    opened.click(dialog.compare.choices[1])
    assert "2 of 2" in dialog.heading.text()
    opened.click(dialog.back_button)
    assert "1 of 2" in dialog.heading.text()
    opened.click(dialog.compare.choices[2])
    opened.click(dialog.compare.choices[1])
    opened.wait()
    assert names(store) == ["Amira", "Ben", "Ben"]


def test_back_from_the_first_question_leads_to_the_names_with_the_ticks_kept(opened, store, known):
    dialog = opened.dialog
    ask_about(opened)
    opened.click(dialog.back_button)
    assert dialog.step is dialog.preview
    assert dialog.preview.ticked == {"u"}
    assert names(store) == ["Amira"]


# -- stopping, and what goes wrong ---------------------------------------------------------------------------


def test_reading_can_be_stopped(opened, store):
    dialog = opened.dialog
    before = dump(store.db)
    opened.files = [opened.book(*people(2000))]
    opened.at(100, dialog.reject)
    opened.click(dialog.choose.choose_button)
    opened.qtbot.waitUntil(lambda: dialog.step is dialog.choose)
    assert dialog.isVisible()
    assert "Nothing was kept" in dialog.choose.said
    assert dump(store.db) == before


def test_writing_stopped_in_the_middle_leaves_everything_as_it_was(opened, store):
    dialog = opened.dialog
    opened.read(opened.book(*people(800)))
    before = dump(store.db)
    choose_all(opened)
    written = []

    def stop():
        written.append(len(names(store)))
        opened.click(dialog.close_button)

    opened.at(100, stop)
    opened.click(dialog.go_button)
    opened.qtbot.waitUntil(lambda: dialog.step is dialog.message, timeout=20_000)
    assert 100 <= written[0] < 800
    assert dump(store.db) == before
    assert store.can_undo is None
    assert "Nobody was brought in" in opened.words
    opened.click(dialog.back_button)
    assert len(dialog.preview.ticked) == 800
    opened.click(dialog.go_button)
    opened.wait()
    assert len(names(store)) == 800


def choose_all(opened):
    model = opened.dialog.preview.list.names
    if not opened.shown:
        opened.click(opened.dialog.preview.everyone)
    for row in range(model.rowCount()):
        model.toggle(model.index(row))


def test_a_full_disk_in_the_middle_leaves_everything_as_it_was_and_says_so(opened, store):
    dialog = opened.dialog
    opened.read(opened.book(*people(800)))
    before = dump(store.db)
    choose_all(opened)
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count={pages + 30}").fetchall()
    opened.click(dialog.go_button)
    opened.wait()
    assert dialog.step is dialog.message
    assert "no room left on the disk" in opened.words
    assert "Nobody was brought in" in opened.words
    assert dump(store.db) == before
    store.db.execute("PRAGMA max_page_count=1000000").fetchall()
    opened.click(dialog.back_button)
    opened.click(dialog.go_button)
    opened.wait()
    assert len(names(store)) == 800
    opened.qtbot.waitUntil(lambda: len(dialog.gives.rows) == 40)
    assert "Came in besides: 760 people" in opened.words
    store.undo()
    assert content(store.db)["supporter"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear diary", "This is not an address book file. Nothing was changed."),
        ("", "This file is empty. Nothing was changed."),
        (None, "This file could not be opened. Nothing was changed."),
        ("BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "Nothing was changed."),
    ],
)
def test_a_file_that_cannot_be_used_gets_a_sentence_and_another_can_be_chosen(opened, store, text, said):
    dialog = opened.dialog
    before = dump(store.db)
    file = opened.folder / "letter.vcf"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    opened.read(file)
    assert dialog.step is dialog.choose
    assert said in dialog.choose.said
    assert QApplication.focusWidget() is dialog.choose.choose_button
    assert dump(store.db) == before
    opened.read(opened.book(Card("Amira")))
    assert dialog.step is dialog.preview


def test_a_file_over_100_mb_is_refused(opened):
    file = opened.folder / "big.vcf"
    with file.open("wb") as out:
        out.truncate(100_000_001)
    opened.read(file)
    assert "larger than 100 MB" in opened.dialog.choose.said


def test_no_file_chosen_changes_nothing(opened):
    opened.read()
    assert opened.dialog.step is opened.dialog.choose
    assert opened.dialog.choose.said == ""


def test_ticks_that_cannot_be_kept_are_told_and_can_be_kept_later(opened, store, monkeypatch):
    dialog = opened.dialog
    told = []

    def show_it(notice):
        told.append(notice)

    monkeypatch.setattr("supportnet_gui.ui.widgets.messages.Notice.show_it", show_it)
    opened.read(opened.book(Card("Amira")))
    opened.bring_in("Amira")
    opened.click(dialog.gives.rows[0].ticks[Support.EMOTIONAL])
    store.db.execute("PRAGMA query_only=on").fetchall()
    opened.click(dialog.go_button)
    assert len(told) == 1
    assert dialog.isVisible()
    store.db.execute("PRAGMA query_only=off").fetchall()
    opened.click(dialog.go_button)
    assert not dialog.isVisible()
    assert store.people.all()[0].support == (Support.EMOTIONAL,)


@pytest.mark.parametrize("code", [*ProblemCode, *VCardErrorCode, *NoPermission], ids=str)
def test_every_reason_has_a_sentence(code):
    sentence = words.import_problem(code)
    assert sentence.endswith((".", "”."))
    if code in (*VCardErrorCode, *NoPermission):
        assert "Nothing was changed." in sentence


@pytest.mark.parametrize("change", Change, ids=str)
@pytest.mark.parametrize("names", [("Amira",), ("Amira", "Sam", "Noor")])
def test_every_change_that_is_taken_back_has_a_sentence(change, names):
    sentence = words.undone(Done(change, names, len(names)))
    assert sentence.startswith("Taken back")
    assert sentence.endswith(".")
    assert "{" not in sentence
    about_people = not change.startswith("check_in_") and change is not Change.MERGED
    assert ("Amira" in sentence) == about_people


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (Done(Change.CHECKED_IN, ("Sam",)), "Taken back: in touch with Sam."),
        (Done(Change.ADDED, ("Amira",)), "Taken back. Amira is no longer here."),
        (Done(Change.ADDED_MANY, ("Amira", "Sam"), 2), "Taken back: what was added for Amira and Sam."),
        (Done(Change.EDITED, ("Amira",)), "Taken back. Amira is as before."),
        (Done(Change.TRASHED), "Taken back."),
    ],
)
def test_what_was_taken_back_can_be_understood(done, said):
    assert words.undone(done) == said


@pytest.mark.parametrize("why", Why, ids=str)
def test_every_likeness_has_words(why):
    assert words.same(why).startswith("the same")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((1985, 2, 3), "3 February 1985"),
        ((None, 2, 3), "3 February"),
        ((1985, 2, None), "February 1985"),
        ((None, 2, None), "February"),
        ((1985, None, None), "1985"),
        ((None, 2, 29), "29 February"),
        ((None, None, 3), "3"),
    ],
)
def test_a_half_known_date_is_said_as_far_as_it_is_known(qapp, parts, said):
    assert half_known(*parts) == said


# -- photos --------------------------------------------------------------------------------------------------


@DAMAGED
def test_a_large_photo_comes_in_small_and_a_damaged_one_is_reported(opened, store):
    damaged = picture(40, 40)[:60] + b"\0" * 40
    large = picture(3000, 1500)
    opened.read(opened.book(Card("Amira", photo=large), Card("Ben", photo=damaged)))
    opened.bring_in("Amira", "Ben")
    amira, ben = (store.people.get(one) for one in opened.dialog.outcome.ids)
    image = QImage.fromData(store.people.photo(amira.id) or b"")
    assert (image.width(), image.height()) == (KEPT_SIDE, KEPT_SIDE // 2)
    assert store.people.photo(amira.id)[:3] == b"\xff\xd8\xff"
    assert (ben.name, ben.has_photo) == ("Ben", False)
    problems = opened.dialog.gives.problems
    assert problems.isVisible()
    opened.click(problems.button)
    assert "photo is damaged" in problems.lines.toPlainText()


@DAMAGED
@pytest.mark.parametrize("image", [b"", b"no picture", b"\xff\xd8\xff\xe0" + b"\0" * 50])
def test_what_is_no_picture_is_none(qapp, image):
    assert shrink(image) is None


def test_a_small_photo_keeps_its_size(qapp):
    small = QImage.fromData(shrink(picture(96, 72, "jpeg")) or b"")
    assert (small.width(), small.height()) == (96, 72)


# -- leaving, dropping ---------------------------------------------------------------------------------------


def test_esc_is_safe_everywhere(qtbot, opened, store, known):
    dialog = opened.dialog
    before = dump(store.db)

    def escape():
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    opened.read(opened.book(LIKE))
    opened.type("ami")
    escape()
    assert dialog.preview.search.text() == ""
    assert dialog.isVisible()
    opened.tick("Amira Haddad")
    opened.dialog.preview.search.clear()
    opened.leave = False
    escape()
    opened.click(dialog.go_button)
    escape()
    assert dialog.isVisible()
    assert opened.asked_to_leave == 2
    opened.leave = True
    escape()
    assert not dialog.isVisible()
    assert dump(store.db) == before
    assert dialog.outcome is None


def test_esc_at_the_end_keeps_what_was_ticked(qtbot, opened, store):
    opened.read(opened.book(Card("Amira")))
    opened.bring_in("Amira")
    opened.click(opened.dialog.gives.rows[0].ticks[Support.PRACTICAL])
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not opened.dialog.isVisible()
    assert store.people.all()[0].support == (Support.PRACTICAL,)


def test_closing_while_writing_stops_it_first(opened, store):
    dialog = opened.dialog
    opened.read(opened.book(*people(800)))
    before = dump(store.db)
    choose_all(opened)
    opened.at(100, dialog.close)
    opened.click(dialog.go_button)
    opened.qtbot.waitUntil(lambda: dialog.step is dialog.message, timeout=20_000)
    assert dialog.isVisible()
    assert dump(store.db) == before
    dialog.close()
    assert not dialog.isVisible()


def test_back_to_another_file(opened):
    dialog = opened.dialog
    opened.read(opened.book(Card("Amira")))
    opened.tick("Amira")
    opened.click(dialog.back_button)
    assert opened.asked_to_leave == 1
    opened.read(opened.book(Card("Ben"), name="other.vcf"))
    assert dialog.preview.ticked == frozenset()
    opened.click(dialog.preview.everyone)
    assert opened.shown == ["Ben"]


def test_files_can_be_dropped(opened):
    dialog = opened.dialog
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(opened.book(Card("Amira"), name=f"{n}.vcf"))) for n in range(2)])
    spot = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(dialog.rect().center(), *spot)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(dialog.rect().center()), *spot))
    opened.wait()
    assert dialog.step is dialog.preview


def test_what_is_no_file_cannot_be_dropped(opened):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/contacts.vcf")])
    spot = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(opened.dialog.rect().center(), *spot)
    QApplication.sendEvent(opened.dialog, enter)
    assert not enter.isAccepted()


def test_the_dialog_lets_go_of_what_it_read(opened):
    opened.read(opened.book(*people(20)))
    opened.click(opened.dialog.preview.everyone)
    opened.dialog.reject()
    assert opened.shown == []
    assert opened.dialog._plan is None
