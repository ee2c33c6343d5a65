"""The People page and its dialogs."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from supportnet_gui.core.model import Repeats
from supportnet_gui.core.store import PeopleFilter, View
from supportnet_gui.ui.main_window import MainWindow
from supportnet_gui.ui.widgets.text import Text

from .stage import NARROW, Scene, Stage, page, settle


def opened(stage: Stage, kind: str = "few", size: QSize | None = None) -> MainWindow:
    window = stage.window(kind, size=size)
    window.go_people()
    settle()
    return window


def someone(window: MainWindow, name: str = "Amira") -> str:
    assert window.store is not None
    rows = window.store.people.rows(PeopleFilter(view=View.NOT_TRASHED))
    return next(row.id for row in rows if row.name.startswith(name))


def people(kind: str, stage: Stage) -> QPixmap:
    return stage.picture(opened(stage, kind))


def narrow(stage: Stage) -> QPixmap:
    return stage.picture(opened(stage, size=NARROW))


def panel(stage: Stage) -> QPixmap:
    window = opened(stage, "filled")
    window.open_person(someone(window))
    return stage.picture(window)


def panel_down(stage: Stage) -> QPixmap:
    """The lower end of the same person's page."""
    window = opened(stage, "filled")
    window.open_person(someone(window))
    settle()
    bar = page(window).panel.verticalScrollBar()
    bar.setValue(bar.maximum())
    return stage.picture(window)


def panel_narrow(stage: Stage) -> QPixmap:
    window = opened(stage, "filled", NARROW)
    window.open_person(someone(window))
    return stage.picture(window)


def panel_odd(stage: Stage) -> QPixmap:
    window = opened(stage, "odd")
    window.open_person(someone(window, "Maximiliana"))
    return stage.picture(window)


def group(stage: Stage) -> QPixmap:
    """The page of a group, down to where it says when it meets."""
    window = opened(stage)
    window.open_person(someone(window, "Thursday group"))
    settle(100)
    panel = page(window).panel
    said = next(text for text in panel.findChildren(Text) if text.text().startswith("Thursdays"))
    panel.ensureWidgetVisible(said)
    return stage.picture(window)


def search(stage: Stage) -> QPixmap:
    window = opened(stage)
    QTest.keyClicks(page(window).filters.search, "fri")
    return stage.picture(window)


def nothing_found(stage: Stage) -> QPixmap:
    window = opened(stage)
    QTest.keyClicks(page(window).filters.search, "xyz")
    return stage.picture(window)


def filters(stage: Stage) -> QPixmap:
    window = opened(stage)
    page(window).filters.fold.set_open(True)
    return stage.picture(window)


def trash(stage: Stage) -> QPixmap:
    window = opened(stage, "trash")
    page(window).filters.view_actions[View.TRASH].trigger()
    return stage.picture(window)


# -- dialogs -------------------------------------------------------------------------------------------------


def of_person(act: str, stage: Stage, prepare: object = None) -> QPixmap:
    """The dialog of one of the things that can be done to a person."""
    window = opened(stage, "filled")
    actions = page(window).person_actions
    return stage.dialog(partial(getattr(actions, act), someone(window)), prepare)  # type: ignore[arg-type]


def open_more(dialog: QWidget) -> None:
    dialog.more.set_open(True)  # type: ignore[attr-defined]
    settle()


def scroll_down(dialog: QWidget) -> None:
    area = dialog.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()


def edit_more_down(dialog: QWidget) -> None:
    open_more(dialog)
    scroll_down(dialog)


def meetings(stage: Stage, size: QSize | None = None) -> QPixmap:
    """A group that meets every week and once a month; two more being written down, one of them unclear."""
    window = opened(stage)

    def fill(dialog: Any) -> None:
        open_more(dialog)
        editor = dialog.rest.meetings
        for _ in range(3):
            editor.add.click()
        monthly, once, unclear = editor.rows[1:]
        monthly.repeats.choose(Repeats.MONTHLY)
        monthly.nth.choose(-1)
        monthly.weekday.choose(5)
        once.repeats.choose(Repeats.ONCE)
        once.time.setText("10:00")
        unclear.place.setText("The café by the canal, upstairs")
        unclear.place.setCursorPosition(0)
        if size is not None:
            dialog.resize(size)
        settle(200)
        dialog.save.click()
        settle(100)

    return stage.dialog(partial(page(window).person_actions.edit, someone(window, "Thursday group")), fill)


def add(stage: Stage) -> QPixmap:
    return stage.dialog(opened(stage).add_person)


def merge_preview(stage: Stage) -> QPixmap:
    window = opened(stage, "filled")
    actions = page(window).person_actions
    other = someone(window, "Amira B.")

    def choose(dialog: QWidget) -> None:
        dialog.choose(other)  # type: ignore[attr-defined]
        settle()

    return stage.dialog(partial(actions.merge, someone(window)), choose)


def question(stage: Stage) -> QPixmap:
    window = opened(stage, "trash")
    actions = page(window).person_actions
    trashed = window.store.people.rows(PeopleFilter(view=View.TRASH))  # type: ignore[union-attr]
    return stage.dialog(partial(actions.remove_for_good, [trashed[0].id]))


SCENES: dict[str, Scene] = {
    "people": partial(people, "few"),
    "people/empty": partial(people, "empty"),
    "people/one": partial(people, "one"),
    "people/many": partial(people, "very-many"),
    "people/odd": partial(people, "odd"),
    "people/panel": panel,
    "people/panel-down": panel_down,
    "people/panel-odd": panel_odd,
    "people/group": group,
    "people/search": search,
    "people/nothing-found": nothing_found,
    "people/filters": filters,
    "people/trash": trash,
    "people/narrow": narrow,
    "people/panel-narrow": panel_narrow,
    "person-add": add,
    "person-edit": partial(of_person, "edit"),
    "person-edit/more": partial(of_person, "edit", prepare=open_more),
    "person-edit/more-down": partial(of_person, "edit", prepare=edit_more_down),
    "person-edit/meetings": meetings,
    "person-edit/meetings-narrow": partial(meetings, size=NARROW),
    "person-status": partial(of_person, "change_status"),
    "person-merge": partial(of_person, "merge"),
    "person-merge/preview": merge_preview,
    "question": question,
}
