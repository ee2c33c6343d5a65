"""Dialogs that open from anywhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from supportnet_gui.core.trouble import Code, Trouble
from supportnet_gui.ui.error_dialog import ErrorDialog
from supportnet_gui.ui.help_window import HelpWindow
from supportnet_gui.ui.widgets.card import Fold

from .stage import Scene, Stage, page, settle

DETAILS = """ValueError
  app.py:112 in _attach
  today/page.py:58 in set_store
  today/one_place.py:71 in refresh"""


def of_window(command: str, stage: Stage) -> QPixmap:
    return stage.dialog(getattr(stage.window(), command))


def error(stage: Stage, opened: bool = False) -> QPixmap:
    dialog = ErrorDialog(stage.look, DETAILS, stage.window())
    return stage.dialog(dialog.exec, open_fold if opened else None)


def open_fold(dialog: QWidget) -> None:
    fold = dialog.findChild(Fold)
    assert fold is not None
    fold.set_open(True)
    settle()


def notice(stage: Stage) -> QPixmap:
    window = stage.window()
    return stage.dialog(partial(window.tell, Trouble(Code.DISK_FULL, "")))


def phone(stage: Stage) -> QPixmap:
    window = stage.window(country="GB")
    window.help_right_now()
    settle()
    buttons = page(window).findChildren(QAbstractButton)
    return stage.dialog(next(one for one in buttons if one.text() == "Show on phone").click)


def help_over_dialog(stage: Stage) -> QPixmap:
    """F1 while a dialog is open."""
    window = stage.window(country="US")
    taken: list[QPixmap] = []

    def take() -> None:
        above = QApplication.activeModalWidget()
        try:
            assert isinstance(above, HelpWindow), "F1 in a dialog opened no help"
            taken.append(stage.picture(above))
        finally:
            if isinstance(above, QDialog):
                QDialog.done(above, 0)

    def press(dialog: QWidget) -> None:
        dialog.activateWindow()
        settle()
        QTimer.singleShot(0, stage.application, take)
        QTest.keyClick(dialog, Qt.Key.Key_F1)

    stage.dialog(window.shortcuts, press)
    return taken[0] if taken else QPixmap()


SCENES: dict[str, Scene] = {
    "shortcuts": partial(of_window, "shortcuts"),
    "about": partial(of_window, "about"),
    "error": error,
    "error/details": partial(error, opened=True),
    "notice": notice,
    "phone": phone,
    "help-over-dialog": help_over_dialog,
}
