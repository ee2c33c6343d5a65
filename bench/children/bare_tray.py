"""A bare Qt program with an icon in the tray and one timer like ours: what being there costs at least."""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from supportnet_gui.desktop.ticker import LOOK_MILLISECONDS


def look() -> None:
    """Nothing."""


application = QApplication(["Supportnet"])
application.setQuitOnLastWindowClosed(False)
picture = QPixmap(32, 32)
picture.fill(QColor("teal"))
menu = QMenu()
menu.addAction("Quit", application.quit)
icon = QSystemTrayIcon(QIcon(picture))
icon.setContextMenu(menu)
icon.show()
timer = QTimer()
timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
timer.setInterval(LOOK_MILLISECONDS)
timer.timeout.connect(look)
timer.start()
sys.exit(application.exec())
