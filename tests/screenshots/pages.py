"""Today, Check-ins, Settings and the page of trouble, inside the whole window."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from supportnet_gui.core.trouble import Code, Trouble

from .stage import NARROW, Scene, Stage, page, settle


def today(stage: Stage) -> QPixmap:
    return stage.picture(stage.window())


def today_welcome(stage: Stage) -> QPixmap:
    return stage.picture(stage.window("empty"))


def today_written(stage: Stage) -> QPixmap:
    """Names typed, and not kept yet."""
    window = stage.window("empty")
    for field, name in zip(page(window).one_place.welcome.fields, ("Amira", "Sam"), strict=False):
        QTest.keyClicks(field, name)
    return stage.picture(window)


def today_nobody(stage: Stage) -> QPixmap:
    window = stage.window("empty")
    page(window).one_place.welcome.nobody_button.click()
    return stage.picture(window)


def today_looking_around(stage: Stage) -> QPixmap:
    window = stage.window("empty")
    page(window).one_place.welcome.around_button.click()
    return stage.picture(window)


def today_kept_names(stage: Stage) -> QPixmap:
    window = stage.window("empty")
    welcome = page(window).one_place.welcome
    for field, name in zip(welcome.fields, ("Amira", "Sam", "Mum"), strict=True):
        QTest.keyClicks(field, name)
    welcome.keep_button.click()
    return stage.picture(window)


def today_chosen(stage: Stage) -> QPixmap:
    window = stage.window()
    for chip in page(window).quick_log.chips.chips[:2]:
        chip.click()
    return stage.picture(window)


def today_saved(stage: Stage) -> QPixmap:
    """A check-in was saved: the undo bar is shown."""
    window = stage.window()
    log = page(window).quick_log
    log.chips.chips[0].click()
    QTest.keyClick(log.save_button, Qt.Key.Key_Space)
    return stage.picture(window)


def today_undone(stage: Stage) -> QPixmap:
    window = stage.window()
    log = page(window).quick_log
    log.chips.chips[0].click()
    log.save_button.click()
    settle()
    window.undo()
    return stage.picture(window)


def today_away(stage: Stage) -> QPixmap:
    stage.clock.move(timedelta(days=60))
    return stage.picture(stage.window())


def today_one(stage: Stage) -> QPixmap:
    return stage.picture(stage.window("one"))


def today_many(stage: Stage) -> QPixmap:
    return stage.picture(stage.window("many"))


def today_odd(stage: Stage) -> QPixmap:
    return stage.picture(stage.window("odd"))


def today_not_open(stage: Stage) -> QPixmap:
    """The first sight of the window, before the file is open."""
    return stage.picture(stage.window(None))


def today_narrow(stage: Stage) -> QPixmap:
    return stage.picture(stage.window(size=NARROW))


def today_welcome_narrow(stage: Stage) -> QPixmap:
    return stage.picture(stage.window("empty", size=NARROW))


def trouble(stage: Stage) -> QPixmap:
    found = Trouble(Code.FILE_UNREADABLE, "/home/you/.local/share/supportnet/supportnet.db")
    return stage.picture(stage.window(None, trouble=found))


def settings(stage: Stage) -> QPixmap:
    window = stage.window()
    window.go_settings()
    return stage.picture(window)


def settings_narrow(stage: Stage) -> QPixmap:
    window = stage.window(size=NARROW)
    window.go_settings()
    return stage.picture(window)


SCENES: dict[str, Scene] = {
    "today": today,
    "today/welcome": today_welcome,
    "today/written": today_written,
    "today/nobody": today_nobody,
    "today/looking-around": today_looking_around,
    "today/kept-names": today_kept_names,
    "today/chosen": today_chosen,
    "today/saved": today_saved,
    "today/undone": today_undone,
    "today/away": today_away,
    "today/one": today_one,
    "today/many": today_many,
    "today/odd": today_odd,
    "today/not-open": today_not_open,
    "today/narrow": today_narrow,
    "today/welcome-narrow": today_welcome_narrow,
    "trouble": trouble,
    "settings": settings,
    "settings/narrow": settings_narrow,
}
