"""Reminders: in Settings, what may come, somebody's own rhythm, the calendar file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from supportnet_gui.core.model import Circle, Rhythm, RhythmMode, Unit
from supportnet_gui.core.nudge_model import How
from supportnet_gui.core.store import Store
from supportnet_gui.ui.main_window import MainWindow

from .people import someone
from .stage import NARROW, Scene, Stage, page, settle

HOW, CIRCLES, REST, MONTH, CALENDAR = range(5)
Prepare = Callable[[Stage, Store], object]


def card(window: MainWindow) -> Any:
    return page(window).reminders


def settings(
    stage: Stage,
    section: int | None = None,
    *,
    kind: str = "few",
    size: QSize | None = None,
    prepare: Prepare | None = None,
    act: Callable[[Any], object] | None = None,
) -> QPixmap:
    """The card at the top of the window, with one section open."""
    window = stage.window(kind, size=size)
    assert window.store is not None
    if prepare is not None:
        prepare(stage, window.store)
    window.go_settings()
    settle()
    shown = card(window)
    top: QWidget = shown
    if section is not None:
        shown.sections[section].set_open(True)
        top = shown.sections[section] if section >= REST else shown
        settle()
    if act is not None:
        act(shown)
        settle()
    place = top.mapTo(page(window).widget(), QPoint(0, 0)).y()
    page(window).verticalScrollBar().setValue(place - 14)
    return stage.picture(window)


def left_alone(stage: Stage, store: Store) -> None:
    """Every reminder of two months left without an answer."""
    stage.clock.move(timedelta(hours=3))
    for _ in range(70):
        store.reminders.deliver(How.TODAY)
        stage.clock.move(timedelta(days=1))


def off(stage: Stage, store: Store) -> None:
    store.reminders.rest(None)


def until(stage: Stage, store: Store) -> None:
    store.reminders.rest(date(2026, 12, 20))


def some_days(stage: Stage, store: Store) -> None:
    pace = store.reminders.pace()
    store.reminders.set_pace(
        pace._replace(weekdays=frozenset({2, 4, 6}), a_day=2, a_week=5, hours_between=10)
    )


def everyone(stage: Stage, store: Store) -> None:
    """A rhythm for everyone in two circles."""
    for number, circle in enumerate(Circle):
        rhythm = Rhythm(RhythmMode.OWN, number + 1, Unit.WEEK, date(2026, 11, 1))
        store.reminders.set_rhythm_of_circle(circle, rhythm)
    for number, row in enumerate(store.people.all()[:24]):
        own = Rhythm(RhythmMode.OWN, 1 + number % 5, Unit.WEEK, date(2026, 10, 20) + timedelta(days=number))
        store.reminders.set_rhythm(row.id, own)


def last_day(shown: Any) -> None:
    """Another day is looked at, by keyboard."""
    view = shown.sections[MONTH].part.view
    view.setCurrentIndex(view.days.index(1, 3))
    view.setFocus()


def calendar_dialog(stage: Stage) -> QPixmap:
    window = stage.window()
    window.go_settings()
    section = card(window).sections[CALENDAR]
    section.set_open(True)
    return stage.dialog(section.part.save.click)


def person(stage: Stage, name: str, *, size: QSize | None = None, rests: bool = False) -> QPixmap:
    """Somebody's own page."""
    window = stage.window(size=size)
    store = window.store
    assert store is not None
    who = someone(window, name)
    if rests:
        store.reminders.set_rhythm(who, Rhythm(RhythmMode.OWN, 1, Unit.DAY))
        stage.clock.move(timedelta(hours=3))
        for _ in range(60):
            stage.clock.move(timedelta(days=1))
            shown = store.reminders.deliver(How.TODAY)
            if shown is not None and shown.supporter == who:
                store.reminders.later(shown.id)
            elif shown is not None:
                store.reminders.skip(shown.id)
    window.go_people()
    window.open_person(who)
    return stage.picture(window)


def editor(stage: Stage, name: str, part: str) -> QPixmap:
    """Choosing a rhythm, or a reminder for a date."""
    window = stage.window()
    window.go_people()
    window.open_person(someone(window, name))
    settle()

    def look(dialog: Any) -> None:
        dialog.more.set_open(True)
        settle()
        dialog.ensure_seen(getattr(dialog.rest, part))
        settle()

    return stage.dialog(page(window).panel.edit.click, look)


SCENES: dict[str, Scene] = {
    "reminders": settings,
    "reminders/narrow": partial(settings, size=NARROW),
    "reminders/off": partial(settings, prepare=off),
    "reminders/until": partial(settings, prepare=until),
    "reminders/resting": partial(settings, prepare=left_alone),
    "reminders/how": partial(settings, section=HOW, prepare=some_days),
    "reminders/how-narrow": partial(settings, section=HOW, prepare=some_days, size=NARROW),
    "reminders/circles": partial(settings, section=CIRCLES),
    "reminders/circles-narrow": partial(settings, section=CIRCLES, size=NARROW),
    "reminders/rest": partial(settings, section=REST),
    "reminders/rest-narrow": partial(settings, section=REST, size=NARROW),
    "reminders/month": partial(settings, section=MONTH, act=last_day),
    "reminders/month-empty": partial(settings, section=MONTH, kind="one"),
    "reminders/month-many": partial(settings, section=MONTH, kind="many", prepare=everyone),
    "reminders/month-narrow": partial(settings, section=MONTH, size=NARROW),
    "reminders/calendar": partial(settings, section=CALENDAR),
    "reminders/calendar-narrow": partial(settings, section=CALENDAR, size=NARROW),
    "reminders/calendar-dialog": calendar_dialog,
    "reminders/person": partial(person, name="Amira"),
    "reminders/person-circle": partial(person, name="Uncle"),
    "reminders/person-resting": partial(person, name="Amira", rests=True),
    "reminders/person-narrow": partial(person, name="Amira", size=NARROW),
    "reminders/edit-rhythm": partial(editor, name="Amira", part="rhythm"),
    "reminders/edit-date": partial(editor, name="Amira", part="dates"),
    "reminders/edit-meeting": partial(editor, name="Thursday", part="meetings"),
}
