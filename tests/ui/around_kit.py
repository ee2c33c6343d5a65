"""What the tests of the page for the people around share: the page on a real store, and what can be read of files."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from supportnet_gui.core.model import Supporter
from supportnet_gui.core.resource_model import CardPart, SupportCard
from supportnet_gui.ui.around import AroundPage
from supportnet_gui.ui.around.part import PartEditor
from supportnet_gui.ui.widgets.tick_line import TickLine


class Opened:
    """The page, shown, that follows every change as the window makes it do."""

    def __init__(
        self, qtbot: Any, look: Any, store: Any, place: tuple[str | None, str | None] = ("GB", None)
    ) -> None:
        self.store = store
        self.place = place
        self.chosen: str | None = None
        self.country_wanted = 0
        self.page = AroundPage(look, store, lambda: self.place, lambda: self.chosen, self._country)
        qtbot.addWidget(self.page)
        self.page.resize(1100, 760)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)
        store.listeners.append(lambda _done: self.page.refresh())
        self.page.refresh()

    def _country(self) -> None:
        self.country_wanted += 1

    @property
    def view(self) -> Any:
        return self.page.view

    def part(self, part: CardPart = CardPart.HELPS) -> PartEditor:
        found: PartEditor = self.view.composer.parts[part]
        return found

    def line(self, text: str, part: CardPart = CardPart.HELPS) -> TickLine:
        return next(row for row in self.part(part).rows if row.text == text)

    def tick(self, text: str, part: CardPart = CardPart.HELPS) -> None:
        """Tick or untick a line with the keyboard."""
        box = self.line(text, part).box
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        QApplication.processEvents()

    def write(self, text: str, part: CardPart = CardPart.HELPS) -> None:
        """Type into the field for one's own words, and press Enter."""
        field = self.part(part).field
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def seen(self) -> str:
        """What the card says, as it is shown."""
        found: str = self.view.preview.view.toPlainText()
        return found

    def card(self) -> SupportCard:
        """The one card that is kept."""
        found: tuple[SupportCard, ...] = self.store.cards.all()
        assert len(found) == 1
        return found[0]

    def is_writing(self) -> bool:
        return self.page.currentWidget() is not self.page.reading


def someone(store: Any, name: str = "Amira Haddad") -> str:
    made: str = store.people.add(Supporter(name=name))
    return made


def click(widget: QWidget) -> None:
    # What has just been made finds its place first.
    QApplication.processEvents()
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def pdf_words(data: bytes, folder: Path) -> str:
    """What an independent reader finds in a PDF; skips the test where there is none."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here")
    file = folder / "read.pdf"
    file.write_bytes(data)
    done = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode()


def everything_in(pdf: bytes) -> bytes:
    """The bytes of a PDF, with those of its streams that are compressed as they were before."""
    found = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


def png_chunks(data: bytes) -> list[bytes]:
    """The kinds of the parts a PNG file is made of."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    place, found = 8, []
    while place < len(data):
        length = struct.unpack(">I", data[place : place + 4])[0]
        found.append(data[place + 4 : place + 8])
        place += 12 + length
    return found
