"""Reminders on Today: in the one place, resting, and a low day."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu

from supportnet_gui.core.model import (
    DateKind,
    Offer,
    Rhythm,
    RhythmMode,
    SpecialDate,
    Support,
    Supporter,
    Unit,
)
from supportnet_gui.core.nudge_model import How, NudgeKind
from supportnet_gui.ui.main_window import MainWindow

from .ideas import refreshed, store_of
from .stage import NARROW, Scene, Stage, page, settle

WEEKLY = Rhythm(RhythmMode.OWN, 1, Unit.WEEK)
AMIRA = Supporter("Amira", offers=(Offer(Support.EMOTIONAL),), offered="To listen, most evenings.")


def until_shown(stage: Stage, window: MainWindow, kind: NudgeKind) -> None:
    store = store_of(window)
    for _ in range(24 * 70):
        stage.clock.move(timedelta(hours=1))
        shown = store.reminders.deliver(How.TODAY)
        if shown is not None and shown.kind is kind:
            store.forget_undo()
            return
    stage.faults.append("no reminder came")


def reminder(stage: Stage, size: object = None) -> QPixmap:
    window = stage.window("few", size=NARROW) if size else stage.window("few")
    store = store_of(window)
    (amira,) = (one for one in store.people.all() if one.name == "Amira")
    for one in store.people.all():
        store.reminders.set_rhythm(one.id, WEEKLY if one.id == amira.id else Rhythm(RhythmMode.NONE))
    until_shown(stage, window, NudgeKind.RHYTHM)
    return stage.picture(refreshed(window))


def birthday(stage: Stage) -> QPixmap:
    window = stage.window("one")
    store = store_of(window)
    day = stage.clock.now().date() + timedelta(days=9)
    date = SpecialDate(DateKind.BIRTHDAY, None, day.month, day.day, notice=True)
    store.people.add(Supporter("Mum", dates=(date,)))
    until_shown(stage, window, NudgeKind.DATE)
    return stage.picture(refreshed(window))


def resting(stage: Stage) -> QPixmap:
    window = stage.window("one")
    store = store_of(window)
    for name in ("Sam", "Noor", "Jo"):
        store.reminders.set_rhythm(store.people.add(Supporter(name)), WEEKLY)
    until_shown(stage, window, NudgeKind.RESTING)
    return stage.picture(refreshed(window))


def low_day(stage: Stage) -> QPixmap:
    window = stage.window()
    choices = page(window).one_place.choices
    choices.button.click()
    choices.low_day.click()
    store_of(window).forget_undo()
    return stage.picture(refreshed(window))


def rest_menu(stage: Stage) -> QPixmap:
    from supportnet_gui.ui.today.rest import RestMenu

    menu: QMenu = RestMenu(stage.clock, print)
    menu.popup(menu.pos())
    settle()
    picture = menu.grab()
    menu.hide()
    return picture


SCENES: dict[str, Scene] = {
    "today/reminder": reminder,
    "today/reminder-narrow": lambda stage: reminder(stage, NARROW),
    "today/reminder-birthday": birthday,
    "today/reminders-resting": resting,
    "today/low-day": low_day,
    "today/rest-menu": rest_menu,
}
