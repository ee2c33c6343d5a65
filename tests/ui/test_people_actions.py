"""What can be done with an entry, each by clicks or keys, each undone; and what is said before what cannot be."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from supportnet_gui.core.model import Channel, CheckIn, Offer, Protocol, Status, Support, Supporter
from supportnet_gui.core.store import View
from supportnet_gui.ui.people import actions
from supportnet_gui.ui.people.edit import EditDialog
from supportnet_gui.ui.people.merge import MergeDialog
from supportnet_gui.ui.people.photos import prepared
from supportnet_gui.ui.people.status import StatusChoice, StatusDialog
from supportnet_gui.ui.widgets.messages import Notice, Question
from supportnet_gui.ui.widgets.photo import KEPT_SIDE, small_photo
from tests.ui.people_kit import Opened, answering, click, image, reading, words

TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture
def opened(qtbot, look, store, clock):
    return Opened(qtbot, look, store, clock)


@pytest.fixture
def status_dialog(qtbot, look):
    def make(person):
        made = StatusDialog(look, person, TODAY, None)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def same_but_for_times(one, other):
    return replace(one, changed="") == replace(other, changed="")


# -- how things stand ----------------------------------------------------------------------------------------


def test_resting_until_a_day_by_clicks(opened, store):
    amira = opened.open()

    def choose(dialog):
        dialog.options[Status.RESTING].click()
        dialog.until.known.click()
        dialog.until.field.setDate(dialog.until.field.date().addDays(10))
        click(dialog, "Save")

    with answering((StatusDialog, choose)):
        opened.more("status")
    assert "Resting until 2 December 2026" in words(opened.page.panel)
    store.undo()
    assert same_but_for_times(store.people.get(amira.id), amira)


def test_not_suggested_leaves_the_list_and_undo_brings_it_back(opened, store):
    amira = opened.open()

    def choose(dialog):
        dialog.options[Status.UNSAFE].click()
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with answering((StatusDialog, choose)):
        opened.more("status")
    assert store.people.get(amira.id).status is Status.UNSAFE
    assert opened.names == []
    assert opened.page.open_id is None
    store.undo()
    assert opened.names == ["Amira"]


@pytest.mark.parametrize("status", [Status.ENDED, Status.UNSAFE])
def test_the_dialog_never_tells_which_reason_was_given(status_dialog, status):
    dialog = status_dialog(Supporter(name="Alex", status=status, status_since=date(2026, 1, 1)))
    checked = [button.text() for button in dialog.group.buttons() if button.isChecked()]
    assert checked == ["Not suggested, as it is"]
    assert dialog.choice() == StatusChoice(status, date(2026, 1, 1), None)
    dialog.since.set_day(date(2026, 2, 2))
    assert dialog.choice() == StatusChoice(status, date(2026, 2, 2), None)
    dialog.options[Status.ACTIVE].click()
    assert dialog.choice() == StatusChoice(Status.ACTIVE, None, None)


def test_only_dates_that_mean_something_are_asked_for(status_dialog):
    dialog = status_dialog(Supporter(name="Amira"))
    assert dialog.until.isHidden()
    assert dialog.since.isHidden()
    dialog.options[Status.RESTING].click()
    assert not dialog.until.isHidden()
    dialog.options[Status.DIED].click()
    assert dialog.until.isHidden()
    assert not dialog.since.isHidden()
    dialog.since.known.click()
    assert dialog.choice() == StatusChoice(Status.DIED, TODAY, None)
    dialog.since.field.setDate(dialog.since.field.date().addDays(5))
    assert dialog.choice().since == TODAY


def test_saving_the_same_status_changes_nothing(opened, store):
    opened.open(status=Status.RESTING, resting_until=date(2026, 12, 1), status_since=date(2026, 11, 1))
    before = store.can_undo
    with answering((StatusDialog, lambda dialog: click(dialog, "Save"))):
        opened.more("status")
    assert store.can_undo is before


def test_a_day_long_past_stays_as_it_was(status_dialog):
    person = Supporter(
        name="A", status=Status.RESTING, resting_until=date(2020, 1, 1), status_since=date(2019, 1, 1)
    )
    assert status_dialog(person).choice() == StatusChoice(Status.RESTING, date(2019, 1, 1), date(2020, 1, 1))


# -- archive, trash, and for good ----------------------------------------------------------------------------


def test_the_archive_and_back(opened, store):
    amira = opened.open()
    opened.more("archive")
    assert opened.names == []
    opened.choose(View.ARCHIVED)
    opened.page.open_person(amira.id)
    click(opened.page.panel, "Bring back")
    opened.choose(View.IN_LISTS)
    assert opened.names == ["Amira"]
    store.undo()
    assert opened.names == []
    store.undo()
    assert opened.names == ["Amira"]


def test_the_trash_and_back(opened, store):
    amira = opened.open()
    opened.more("trash")
    assert opened.names == []
    opened.choose(View.TRASH)
    opened.page.open_person(amira.id)
    assert not opened.page.panel.edit.isVisible()
    assert not opened.page.panel.ticks.isVisible()
    click(opened.page.panel, "Put back")
    assert opened.names == []
    opened.choose(View.IN_LISTS)
    assert opened.names == ["Amira"]
    store.undo()
    assert opened.names == []


def test_for_good_says_before_what_goes_and_that_it_stays_gone(opened, store):
    amira = opened.open()
    sam = store.people.add(Supporter(name="Sam"))
    store.check_ins.log(CheckIn((amira.id,), TODAY))
    shared = store.check_ins.log(CheckIn((amira.id, sam), TODAY))
    store.people.trash(amira.id)
    opened.page.open_person(amira.id)

    def read(dialog):
        said = words(dialog)
        assert "Amira" in said
        assert "It cannot come back. Undo starts afresh after this." in said
        assert "check-ins with nobody else" in said
        assert dialog.focusWidget().text() == "Keep"
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    with answering((Question, read)):
        click(opened.page.panel, "Remove for good…")
    assert store.people.get(amira.id) is not None
    with answering((Question, lambda dialog: click(dialog, "Remove for good"))):
        click(opened.page.panel, "Remove for good…")
    assert store.people.get(amira.id) is None
    assert store.can_undo is None
    assert store.check_ins.get(shared).people == (sam,)
    assert len(store.check_ins.with_person(sam, 9)) == 1
    assert opened.page.open_id is None


def test_the_whole_trash_for_good(opened, store):
    ids = [store.people.add(Supporter(name=name)) for name in ("Amira", "Ben", "Cara")]
    for one in ids[:2]:
        store.people.trash(one)
    assert not opened.page.empty_trash.isVisible()
    opened.choose(View.TRASH)
    said: list[str] = []
    with answering((Question, reading(said, "Remove for good"))):
        click(opened.page, "Remove all for good…")
    assert "all 2 in the trash" in said[0]
    assert store.people.count(View.TRASH) == 0
    assert store.people.count() == 1


# -- two entries that are one --------------------------------------------------------------------------------


def two(store, **more):
    keep = store.people.add(
        Supporter(name="Amira", roles=("Friend",), note="one", offers=(Offer(Support.EMOTIONAL),))
    )
    other = store.people.add(
        Supporter(
            **{
                "name": "Amira B.",
                "note": "two",
                "channels": (Channel(Protocol.CALL, "087 123 4567"),),
                "offers": (Offer(Support.PRACTICAL),),
                "status": Status.RESTING,
                **more,
            }
        )
    )
    return keep, other


def test_two_entries_become_one_by_keys_and_two_again(opened, store):
    keep, other = two(store)
    store.people.add(Supporter(name="Aaron"))
    opened.page.open_person(keep)
    before = store.people.get(keep), store.people.get(other)

    def choose(dialog):
        assert dialog.field.hasFocus()
        # The likely one comes first, and somebody is not offered to themselves.
        assert [row.name for row in dialog.list.people.rows] == ["Amira B.", "Aaron"]
        QTest.keyClicks(dialog.field, "ami")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        said = words(dialog)
        assert "Listens, Gives a hand" in said
        assert "Friend, Amira B." in said
        assert "Resting" in said
        assert dialog.focusWidget().text() == "Make them one"
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)

    with answering((MergeDialog, choose)):
        opened.more("merge")
    assert opened.page.open_id == keep
    one = store.people.get(keep)
    assert one.note == "one\ntwo"
    assert one.status is Status.RESTING
    assert store.people.get(other) is None
    store.undo()
    assert same_but_for_times(store.people.get(keep), before[0])
    assert same_but_for_times(store.people.get(other), before[1])


def test_the_other_name_can_stay(opened, store):
    keep, other = two(store)
    opened.page.open_person(keep)

    def choose(dialog):
        dialog.choose(other)
        dialog.name_choices[1].click()
        assert "Friend" in words(dialog)
        click(dialog, "Make them one")

    with answering((MergeDialog, choose)):
        opened.more("merge")
    assert opened.page.open_id == other
    assert store.people.get(keep) is None
    assert store.people.get(other).name == "Amira B."
    assert store.people.get(other).roles == ("Friend", "Amira")


def test_two_people_are_remembered_as_two(opened, store):
    keep, other = two(store)
    opened.page.open_person(keep)

    def say_two(dialog):
        dialog.choose(other)
        click(dialog, "They are two people")

    with answering((MergeDialog, say_two)):
        opened.more("merge")
    assert store.imports.answered() == {(keep, other)}
    assert store.people.count() == 2

    def look_again(dialog):
        dialog.choose(keep)
        assert "You noted that these are two people" in words(dialog)
        click(dialog, "Choose someone else")
        assert dialog.field.hasFocus()
        click(dialog, "Not now")

    opened.page.open_person(other)
    with answering((MergeDialog, look_again)):
        opened.more("merge")
    store.undo()
    assert store.imports.answered() == set()


def test_whom_lists_leave_out_is_found_by_name_only(opened, store):
    keep, other = two(store, status=Status.UNSAFE)
    opened.page.open_person(keep)

    def search(dialog):
        assert dialog.list.people.rows == []
        QTest.keyClicks(dialog.field, "amira b")
        assert [row.id for row in dialog.list.people.rows] == [other]
        dialog.choose(other)
        assert words(dialog).count("Not suggested") == 2
        click(dialog, "Not now")

    with answering((MergeDialog, search)):
        opened.more("merge")
    assert store.people.get(other) is not None


# -- photos --------------------------------------------------------------------------------------------------


@pytest.fixture
def chosen_file(monkeypatch, tmp_path):
    """Lets the next photo dialog choose a file that holds these bytes."""

    def choose(content, name="photo.png"):
        path = tmp_path / name
        path.write_bytes(content)
        monkeypatch.setattr(actions, "ask_photo_file", lambda _: str(path))

    return choose


def test_a_photo_comes_small_and_goes_again(opened, store, chosen_file):
    amira = opened.open()
    chosen_file(image(2000, 1000))
    opened.more("photo")
    kept = QImage.fromData(store.people.photo(amira.id))
    assert (kept.width(), kept.height()) == (KEPT_SIDE, KEPT_SIDE // 2)
    assert store.people.photo(amira.id)[:3] == b"\xff\xd8\xff"
    store.undo()
    assert store.people.photo(amira.id) is None
    store.redo()
    opened.more("remove-photo")
    assert store.people.photo(amira.id) is None
    store.undo()
    assert store.people.photo(amira.id) is not None


@pytest.mark.qt_log_ignore("JPEG", "does not support grabbing the keyboard")
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        image()[:40],
        b"\xff\xd8\xff\xe0" + b"\0" * 50,
        b"\xff\xd8\xff\xe0\0\x04ab\xff\xd9",
        image(400, 400, form=b"jpeg")[:-2],
        image(400, 400, form=b"jpeg")[:900],
        image(400, 400)[:-60],
    ],
    ids=["empty", "text", "cut-png", "no-jpeg", "no-image", "cut-jpeg", "half-jpeg", "cut-png-end"],
)
def test_a_damaged_photo_gets_a_sentence_and_changes_nothing(opened, store, chosen_file, content):
    amira = opened.open()
    chosen_file(content)
    said: list[str] = []
    with answering((Notice, reading(said, "Close"))):
        opened.more("photo")
    assert "could not be read as a picture" in said[0]
    assert "Nothing was changed" in said[0]
    assert store.people.photo(amira.id) is None


def test_a_photo_file_that_is_not_there_or_far_too_large(tmp_path):
    assert prepared(tmp_path / "none.png") is None
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(100_000_001)
    assert prepared(large) is None


def test_no_file_chosen_changes_nothing(opened, store, monkeypatch):
    amira = opened.open()
    monkeypatch.setattr(actions, "ask_photo_file", lambda _: "")
    opened.more("photo")
    assert store.people.photo(amira.id) is None


def test_see_through_parts_become_white_and_thin_pictures_stay(tmp_path, qapp):
    clear = QImage(10, 4000, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    path = tmp_path / "thin.png"
    assert clear.save(str(path))
    kept = QImage.fromData(prepared(path) or b"")
    assert kept.height() == KEPT_SIDE
    assert kept.pixelColor(0, 9).lightness() > 250
    small = small_photo(image(1, 900))
    assert small is not None
    assert small.width() == small.height()
    assert small_photo(b"none") is None


# -- menus and trouble ---------------------------------------------------------------------------------------


def test_the_menu_key_offers_what_the_button_offers(opened, store):
    amira = opened.open()
    opened.page.list.setFocus()
    found: list[str] = []

    def close_menu():
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found.extend(action.objectName() for action in menu.actions() if not action.isSeparator())
        menu.actions()[-1].trigger()
        menu.close()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(50, close_menu)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(opened.page.list.viewport(), event)
    assert found == ["edit", "log", "card", "status", "photo", "merge", "archive", "trash"]
    assert store.people.get(amira.id).trashed_at is not None


def test_the_menu_knows_where_somebody_stands(opened, store):
    amira = opened.open()
    store.people.set_photo(amira.id, image())

    def names():
        opened.page.panel.menu.aboutToShow.emit()
        return [one.objectName() for one in opened.page.panel.menu.actions() if one.objectName()]

    assert "remove-photo" in names()
    assert "archive" in names()
    store.people.set_archived(amira.id, True)
    opened.page.open_person(amira.id)
    assert "unarchive" in names()
    opened.more("log")
    assert opened.logged == [(amira.id,)]
    with answering((EditDialog, lambda dialog: click(dialog, "Cancel"))):
        opened.more("edit")


def test_when_nothing_can_be_saved_it_says_so_and_the_tick_goes_back(opened, store):
    amira = opened.open()
    database = store.vault.places.database
    database.rename(database.with_name("elsewhere.db"))
    box = opened.page.panel.ticks.boxes[Support.EMOTIONAL]
    said: list[str] = []
    with answering((Notice, reading(said, "Close"))):
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    database.with_name("elsewhere.db").rename(database)
    assert "no longer in its folder" in said[0]
    assert not box.isChecked()
    assert store.people.get(amira.id).support == ()


def test_someone_gone_meanwhile_is_said(opened, store, clock):
    from supportnet_gui.core.store import Store
    from supportnet_gui.core.vault import open_vault

    amira = opened.open()
    elsewhere = Store(open_vault(store.vault.places), clock)
    elsewhere.people.purge([amira.id])
    elsewhere.close()
    said: list[str] = []
    with answering((Notice, reading(said, "Close"))):
        opened.page.person_actions.trash(amira.id)
    assert "no longer there" in said[0]
    store.poll()
    assert opened.page.open_id is None
    assert opened.page.welcome.isVisible()
