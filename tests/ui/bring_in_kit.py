"""What the tests of bringing in an address book share: the dialog on a real store, address books, small pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QLabel, QWidget

from supportnet_gui.core.exchange.vcard import Card, CardChannel, write_cards
from supportnet_gui.core.model import Protocol
from supportnet_gui.ui.bring_in import BringInDialog
from supportnet_gui.ui.bring_in.names import BELOW


def way(value: str, protocol: Protocol = Protocol.CALL) -> CardChannel:
    return CardChannel(protocol, value)


def picture(width: int, height: int, kind: str = "png") -> bytes:
    """An image file."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(120, 160, 140, 128))
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(target, QByteArray(kind.encode())).write(image)
    return bytes(target.data().data())


class Opened:
    """The dialog, shown. What it asks the outside world for is answered by `files` and `leave`."""

    def __init__(self, qtbot: Any, look: Any, store: Any, clock: Any, folder: Path) -> None:
        self.qtbot, self.store, self.folder = qtbot, store, folder
        self.files: list[Path] = []
        self.leave = True
        self.asked_to_leave = 0
        self.dialog = BringInDialog(look, store, clock, None, folder)
        self.dialog.ask_files = lambda: self.files  # type: ignore[method-assign]
        self.dialog.ask_to_leave = self._ask_to_leave  # type: ignore[method-assign]
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        qtbot.waitExposed(self.dialog)
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)

    def _ask_to_leave(self) -> bool:
        self.asked_to_leave += 1
        return self.leave

    def book(self, *cards: Card | str, name: str = "book.vcf") -> Path:
        """Write an address book."""
        path = self.folder / name
        text = "".join(card if isinstance(card, str) else write_cards([card]) for card in cards)
        path.write_bytes(text.encode("utf-8"))
        return path

    def read(self, *files: Path) -> None:
        """Choose files by the button, and wait until they are read."""
        self.files = list(files)
        self.click(self.dialog.choose.choose_button)
        self.wait()

    def wait(self) -> None:
        """Until nothing is being read or written."""
        self.qtbot.waitUntil(lambda: not self.dialog.working, timeout=20_000)

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type(self, text: str) -> None:
        self.dialog.preview.search.clear()
        self.qtbot.keyClicks(self.dialog.preview.search, text)

    @property
    def shown(self) -> list[str]:
        """The names in the list."""
        names = self.dialog.preview.list.names
        return [str(names.data(names.index(row))) for row in range(names.rowCount())]

    @property
    def below(self) -> dict[str, str]:
        """The second line of each name in the list."""
        names = self.dialog.preview.list.names
        indexes = [names.index(row) for row in range(names.rowCount())]
        return {str(names.data(one)): str(names.data(one, BELOW)) for one in indexes}

    def tick(self, *wanted: str) -> None:
        """Search for each name, and click on it."""
        for name in wanted:
            self.type(name)
            names = self.dialog.preview.list
            row = self.shown.index(name)
            place = names.visualRect(names.names.index(row)).center()
            self.qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def bring_in(self, *wanted: str) -> None:
        """Tick people, press the button, and wait."""
        self.tick(*wanted)
        self.click(self.dialog.go_button)
        self.wait()

    @property
    def words(self) -> str:
        """Everything that can be read in the dialog."""
        labels = (one for one in self.dialog.findChildren(QLabel) if one.isVisible())
        return "\n".join(label.text() for label in labels)

    def at(self, cards: int, then: Callable[[], None]) -> None:
        """Do something once, in the middle of reading or writing, when this many are done."""
        show = self.dialog.busy.show_progress

        def look_and_show(progress: Any) -> None:
            nonlocal cards
            show(progress)
            if cards and progress.cards >= cards:
                cards = 0
                then()

        self.dialog.busy.show_progress = look_and_show  # type: ignore[method-assign]
