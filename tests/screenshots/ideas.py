"""Today's suggestion in all its states, and every bad case of it: nobody fits, one person, a return after long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu

from supportnet_gui.core.model import CheckIn, Energy, Expected, Felt, Kind, Need, Status, Way
from supportnet_gui.core.store import Store
from supportnet_gui.ui.main_window import MainWindow

from .stage import NARROW, Scene, Stage, page, settle


def refreshed(window: MainWindow) -> MainWindow:
    window.refresh()
    settle()
    return window


def store_of(window: MainWindow) -> Store:
    assert window.store is not None
    return window.store


def more_ideas(stage: Stage) -> QPixmap:
    window = stage.window()
    page(window).one_place.ideas.more.button.click()
    return stage.picture(window)


def choices(stage: Stage, size: object = None) -> QPixmap:
    window = stage.window(size=NARROW) if size else stage.window()
    opened = page(window).one_place.choices
    opened.button.click()
    opened.needs[Need.LISTENS].click()
    opened.energies[Energy.SOME].click()
    return stage.picture(window)


def chosen_and_folded(stage: Stage) -> QPixmap:
    window = stage.window()
    opened = page(window).one_place.choices
    opened.button.click()
    opened.needs[Need.HAND].click()
    opened.energies[Energy.MORE].click()
    opened.button.click()
    return stage.picture(window)


def copied(stage: Stage, size: object = None) -> QPixmap:
    window = stage.window(size=NARROW) if size else stage.window()
    page(window).card.copy_button.click()
    return stage.picture(window)


def left(stage: Stage) -> QPixmap:
    window = stage.window()
    page(window).card.talked_button.click()
    return stage.picture(window)


def another_time(stage: Stage) -> QPixmap:
    window = stage.window()
    page(window).card.later_button.click()
    return stage.picture(window)


def not_this(stage: Stage) -> QPixmap:
    """The menu, painted by itself: it is a window of its own."""
    window = stage.window()
    taken: list[QPixmap] = []

    def take(menu: QMenu, *_: object) -> None:
        menu.popup(menu.pos())
        settle()
        taken.append(menu.grab())
        menu.hide()

    from supportnet_gui.ui.today.not_this import NotThisMenu

    before = NotThisMenu.exec
    NotThisMenu.exec = take  # type: ignore[method-assign, assignment]
    try:
        page(window).card.not_this_button.click()
    finally:
        NotThisMenu.exec = before  # type: ignore[method-assign]
    return taken[0]


def everyone_rests(stage: Stage) -> QPixmap:
    window = stage.window()
    store = store_of(window)
    for person in store.people.all():
        if person.status is not Status.DIED:
            store.people.set_status(person.id, Status.RESTING)
    store.forget_undo()
    return stage.picture(refreshed(window))


def without_answer(stage: Stage) -> QPixmap:
    """The only person had two messages without an answer: a first step, and no word about it."""
    window = stage.window("one")
    store = store_of(window)
    (person,) = store.people.all()
    for entry in store.check_ins.with_person(person.id, 100):
        # What was answered since would count for more.
        store.check_ins.trash(entry.check_in.id)
    for days in (1, 3):
        day = stage.clock.now().date() - timedelta(days=days)
        store.check_ins.log(CheckIn((person.id,), on=day, way=Way.MESSAGE, answered=False))
    store.forget_undo()
    refreshed(window)
    if page(window).card is not None:
        stage.faults.append("somebody is suggested who did not answer twice")
    return stage.picture(window)


def poor_record(stage: Stage) -> QPixmap:
    """Contacts with the only person mostly felt heavier: nothing says so."""
    window = stage.window("one")
    store = store_of(window)
    (person,) = store.people.all()
    for days in range(20, 90, 9):
        day = stage.clock.now().date() - timedelta(days=days)
        store.check_ins.log(CheckIn((person.id,), on=day, felt=Felt.HEAVIER))
    store.forget_undo()
    return stage.picture(refreshed(window))


def after_eight_months(stage: Stage) -> QPixmap:
    window = stage.window("one")
    stage.clock.move(timedelta(days=240))
    return stage.picture(refreshed(window))


def place(stage: Stage) -> QPixmap:
    """Where nobody reads a message there is none: being there is the main thing."""
    window = stage.window("one")
    store = store_of(window)
    (person,) = store.people.all()
    store.people.save(replace(person, name="Canal bench", kind=Kind.PLACE, easy_on_low_day=True))
    store.forget_undo()
    return stage.picture(refreshed(window))


def guess(stage: Stage) -> QPixmap:
    window = stage.window()
    store = store_of(window)
    store.settings.set("ask_how_it_may_go", True)
    (amira,) = (one for one in store.people.all() if one.name == "Amira")
    for _ in range(4):
        made = store.expectations.expect(amira.id, Expected.NOT_WELL)
        store.expectations.say_how_it_went(made, Expected.WARMLY)
    opened = page(window).one_place.choices
    opened.button.click()
    opened.energies[Energy.SOME].click()
    opened.button.click()
    store.forget_undo()
    return stage.picture(refreshed(window))


def how_it_went(stage: Stage) -> QPixmap:
    window = stage.window()
    store = store_of(window)
    store.settings.set("ask_how_it_may_go", True)
    person = page(window).card.idea.person
    store.expectations.expect(person.id, Expected.NO_IDEA)
    page(refreshed(window)).card.talked_button.click()
    store.forget_undo()
    stage.clock.move(timedelta(days=1))
    return stage.picture(refreshed(window))


def guess_notes(stage: Stage) -> QPixmap:
    from supportnet_gui.ui.today.guess_notes import GuessNotes

    window = stage.window()
    store = store_of(window)
    people = store.people.all()[:4]
    for person, thought, went in zip(
        people,
        (Expected.NOT_WELL, Expected.SO_SO, Expected.NO_IDEA, Expected.WARMLY),
        (Expected.WARMLY, Expected.SO_SO, Expected.WARMLY, Expected.SO_SO),
        strict=True,
    ):
        made = store.expectations.expect(person.id, thought)
        store.expectations.say_how_it_went(made, went)
    return stage.dialog(GuessNotes(stage.look, store, window).exec)


def words(stage: Stage) -> QPixmap:
    window = stage.window()
    store = store_of(window)
    idea = page(window).card.idea
    store.drafts.keep(idea.suggestion.situation, "Morning. The kettle is on here. Nothing to answer.")
    return stage.dialog(page(window).card.words_button.click)


def message_on_phone(stage: Stage) -> QPixmap:
    return stage.dialog(page(stage.window()).card.phone_button.click)


SCENES: dict[str, Scene] = {
    "today/more-ideas": more_ideas,
    "today/choices": choices,
    "today/choices-narrow": partial(choices, size=NARROW),
    "today/chosen-folded": chosen_and_folded,
    "today/copied": copied,
    "today/copied-narrow": partial(copied, size=NARROW),
    "today/left": left,
    "today/another-time": another_time,
    "today/not-this": not_this,
    "today/everyone-rests": everyone_rests,
    "today/without-answer": without_answer,
    "today/poor-record": poor_record,
    "today/after-eight-months": after_eight_months,
    "today/place": place,
    "today/guess": guess,
    "today/how-it-went": how_it_went,
    "guess-notes": guess_notes,
    "words": words,
    "message-on-phone": message_on_phone,
}
