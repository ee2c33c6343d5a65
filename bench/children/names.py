"""The least a program on sqlite-utils and sqlcipher3 can show: three names of a file, in a window.

names.py FILE [settle]     with "settle" it waits, and prints the memory it uses
"""

import sys

import sqlcipher3
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget
from sqlcipher3 import dbapi2

from bench.children.watch import SETTLE_MILLISECONDS, AfterPaint, resident_mib, stamp, tell

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

import sqlite_utils  # noqa: E402  (the alias has to come first)


def painted() -> None:
    stamp("names")
    QTimer.singleShot(SETTLE_MILLISECONDS if "settle" in sys.argv else 0, QApplication.quit)


application = QApplication(sys.argv)
database = sqlite_utils.Database(dbapi2.connect(sys.argv[1]), execute_plugins=False)
window = QMainWindow()
middle = QWidget()
column = QVBoxLayout(middle)
for row in database.query("SELECT name FROM supporter ORDER BY name LIMIT 3"):
    column.addWidget(QLabel(row["name"]))
assert column.count() == 3
window.setCentralWidget(middle)
window.resize(1120, 760)
watcher = AfterPaint(window, painted)
window.show()
application.exec()
tell(memory=resident_mib())
