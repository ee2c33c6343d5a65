"""A window with one label: the least a PySide6 program can show. Prints when it was painted."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from bench.children.watch import AfterPaint, stamp, tell


def painted() -> None:
    stamp("window")
    QApplication.quit()


application = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.resize(1120, 760)
watcher = AfterPaint(window, painted)
window.show()
application.exec()
tell()
