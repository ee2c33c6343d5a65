"""The Check-ins page, and the dialog in which a check-in is logged."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from supportnet_gui.ui.main_window import MainWindow

from .people import someone
from .stage import NARROW, Scene, Stage, page, settle


def opened(stage: Stage, kind: str = "few", size: QSize | None = None) -> MainWindow:
    window = stage.window(kind, size=size)
    window.go_check_ins()
    settle()
    return window


def check_ins(kind: str, stage: Stage) -> QPixmap:
    return stage.picture(opened(stage, kind))


def narrow(stage: Stage) -> QPixmap:
    return stage.picture(opened(stage, size=NARROW))


def choose_first(window: MainWindow) -> None:
    """Read the first check-in that has a note."""
    listed = page(window).list
    row = next(n for n, entry in enumerate(listed.timeline._entries) if entry.check_in.note)
    listed.setCurrentIndex(listed.timeline.index(row))
    listed.opened.emit(listed.timeline._entries[row].check_in.id)
    settle()


def detail(stage: Stage, size: QSize | None = None) -> QPixmap:
    window = opened(stage, size=size)
    choose_first(window)
    return stage.picture(window)


def search(stage: Stage) -> QPixmap:
    window = opened(stage)
    QTest.keyClicks(page(window).filters.search, "sam")
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
    window = opened(stage)
    assert window.store is not None
    for entry in window.store.check_ins.latest(3):
        window.store.check_ins.trash(entry.check_in.id)
    page(window).filters.show_trash(True)
    return stage.picture(window)


# -- the dialog ----------------------------------------------------------------------------------------------


def log(stage: Stage, kind: str = "few") -> QPixmap:
    return stage.dialog(stage.window(kind).log_check_in)


def log_chosen(stage: Stage) -> QPixmap:
    window = stage.window()
    return stage.dialog(partial(window.log_with, (someone(window), someone(window, "Sam"))))


def log_typed(stage: Stage) -> QPixmap:
    """A name typed that nobody has yet."""

    def type_name(dialog: QWidget) -> None:
        QTest.keyClicks(dialog.picker.search, "am")  # type: ignore[attr-defined]
        settle()

    return stage.dialog(stage.window().log_check_in, type_name)


def log_more(stage: Stage) -> QPixmap:
    def open_more(dialog: QWidget) -> None:
        dialog.fold.set_open(True)  # type: ignore[attr-defined]
        settle()

    window = stage.window()
    return stage.dialog(partial(window.log_with, (someone(window),)), open_more)


def edit(stage: Stage) -> QPixmap:
    window = stage.window()
    assert window.store is not None
    entry = next(one for one in window.store.check_ins.latest(20) if one.check_in.note)
    return stage.dialog(partial(window.edit_check_in, entry.check_in.id))


SCENES: dict[str, Scene] = {
    "check-ins": partial(check_ins, "few"),
    "check-ins/empty": partial(check_ins, "empty"),
    "check-ins/one": partial(check_ins, "one"),
    "check-ins/many": partial(check_ins, "very-many"),
    "check-ins/odd": partial(check_ins, "odd"),
    "check-ins/narrow": narrow,
    "check-ins/detail": detail,
    "check-ins/detail-narrow": partial(detail, size=NARROW),
    "check-ins/search": search,
    "check-ins/nothing-found": nothing_found,
    "check-ins/filters": filters,
    "check-ins/trash": trash,
    "log": log,
    "log/nobody-kept": partial(log, kind="empty"),
    "log/many": partial(log, kind="very-many"),
    "log/chosen": log_chosen,
    "log/typed": log_typed,
    "log/more": log_more,
    "log/edit": edit,
}
