"""Reminders outside the window: the icon and its menu, what is said when the window closes, notices in dunst."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from supportnet_gui.desktop.tray import Tray, icon
from supportnet_gui.ui.reminders_on_desktop import DesktopReminders
from supportnet_gui.ui.staying import StayingDialog
from tests.desktop.desk import ROOT, Desk, missing, wait_until

from .stage import Scene, Stage, settle


def menu(stage: Stage, resting: bool = False) -> QPixmap:
    """The menu with the one inside it open, beside each other as they are seen."""
    tray = Tray(lambda: True, lambda: resting)
    tray.refresh()
    if resting:
        return _grabbed(tray.menu)
    outer, inner = _grabbed(tray.menu), _grabbed(tray.rest)
    picture = QPixmap(QSize(outer.width() + inner.width(), max(outer.height(), inner.height() + 60)))
    picture.fill(stage.look.colour("ground"))
    painter = QPainter(picture)
    painter.drawPixmap(QPoint(0, 0), outer)
    painter.drawPixmap(QPoint(outer.width(), 60), inner)
    painter.end()
    tray.menu.deleteLater()
    return picture


def _grabbed(shown: QMenu) -> QPixmap:
    shown.ensurePolished()
    shown.resize(shown.sizeHint())
    settle()
    return shown.grab()


def icons(_stage: Stage) -> QPixmap:
    """On a light and on a dark panel, in the sizes that panels ask for, and large."""
    picture = QPixmap(260, 130)
    painter = QPainter(picture)
    for row, panel in enumerate(("#F2F2F2", "#1B1B1B")):
        painter.fillRect(0, row * 65, 260, 65, panel)
        for place, side in ((10, 16), (40, 22), (80, 32), (130, 64)):
            painter.drawPixmap(QPoint(place, row * 65), icon().pixmap(side, side))
    painter.end()
    return picture


def switches(stage: Stage) -> QPixmap:
    """The part of Settings, scrolled to."""
    window = stage.window()

    class Login:
        starts_at_login = False

        def set_at_login(self, on: bool) -> None:
            """Nothing is written for a picture."""

    window.at_login = Login
    window.show_page("settings")
    card = window.findChild(DesktopReminders)
    assert card is not None
    card.notices.click()
    settle()
    window.undo_bar.hide()
    window.pages["settings"].ensureWidgetVisible(card)  # type: ignore[attr-defined]
    return stage.picture(window)


def closing(stage: Stage, has_tray: bool) -> QPixmap:
    window = stage.window()
    return stage.dialog(lambda: StayingDialog(window.look, has_tray, window).ask())


_TAKEN: dict[bool, QPixmap] = {}


def notice(stage: Stage, with_names: bool) -> QPixmap:
    """A real notice of the real program, on a desktop of its own. Nothing where that cannot be put together."""
    if with_names in _TAKEN:
        return _TAKEN[with_names]  # A desktop knows nothing of our themes and sizes.
    if missing():
        picture = QPixmap(10, 10)
        picture.fill(stage.look.colour("ground"))
        return picture
    with tempfile.TemporaryDirectory(prefix="supportnet-notice-") as folder:
        desk = Desk(Path(folder))
        try:
            _TAKEN[with_names] = _of_dunst(desk, with_names)
            return _TAKEN[with_names]
        finally:
            desk.close()


def _of_dunst(desk: Desk, with_names: bool) -> QPixmap:
    desk.environment["TZ"] = "Europe/Dublin"
    desk.start_dunst()
    desk.start_tray()
    data = desk.folder / "data"
    for step in (NOTEBOOK, GRABBED):
        if step is GRABBED:
            desk.start_app("--data-dir", str(data), "--now", DUE, "--background")
            wait_until(desk.shown)
            wait_until(desk.icon)
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                step,
                str(data),
                DUE,
                str(int(with_names)),
                str(desk.folder / "notice.png"),
            ],
            cwd=ROOT,
            env=desk.environment,
            check=True,
            timeout=60,
        )
        assert done.returncode == 0
    return QPixmap(str(desk.folder / "notice.png"))


DUE = "2026-11-24T18:30"
NOTEBOOK = """
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo
from supportnet_gui.clock import FixedClock
from supportnet_gui.core.model import Rhythm, RhythmMode, Supporter, Unit
from supportnet_gui.core.paths import places
from supportnet_gui.core.store import Store
from supportnet_gui.core.vault import open_vault
zone = ZoneInfo("Europe/Dublin")
store = Store(open_vault(places(sys.argv[1])), FixedClock(datetime.fromisoformat(sys.argv[2]).replace(tzinfo=zone)))
store.people.add(Supporter(name="Amira", rhythm=Rhythm(RhythmMode.OWN, 1, Unit.WEEK, date(2026, 10, 1))))
store.reminders.set_notices(wanted=True, with_names=sys.argv[3] == "1")
store.close()
"""
GRABBED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
def grab():
    screen = application.primaryScreen()
    # The corner with the notice.
    screen.grabWindow(0, 866, 30, 500, 160).save(sys.argv[4])
    application.quit()
QTimer.singleShot(300, grab)
application.exec()
"""

SCENES: dict[str, Scene] = {
    "tray": menu,
    "tray/resting": partial(menu, resting=True),
    "tray/icon": icons,
    "settings/outside": switches,
    "closing": partial(closing, has_tray=True),
    "closing/no-tray": partial(closing, has_tray=False),
    "notification": partial(notice, with_names=False),
    "notification/names": partial(notice, with_names=True),
}
