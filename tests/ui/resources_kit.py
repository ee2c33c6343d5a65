"""What the tests of the Resources page share: the page on a real store, following every change."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportnet_gui.ui.resources import ResourcesPage


class Opened:
    """A Resources page, shown; where it wanted to go, what it opened, and the place chosen for help."""

    def __init__(self, qtbot: Any, look: Any, store: Any, clock: Any, country: str | None = "GB") -> None:
        self.place: tuple[str | None, str | None] = (country, None)
        self.people: list[str] = []
        self.links: list[str] = []
        self.opens = True
        self.store = store
        self.page = ResourcesPage(
            look, store, clock, lambda: self.place, self._choose_place, self.people.append, self._open
        )
        qtbot.addWidget(self.page)
        self.page.resize(940, 760)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)
        store.listeners.append(self._after_change)

    def _after_change(self, _done: Any) -> None:
        self.page.refresh()

    def _choose_place(self, country: str | None, nation: str | None) -> None:
        self.place = (country, nation)

    def _open(self, url: Any) -> bool:
        self.links.append(url.toString())
        return self.opens

    @property
    def ids(self) -> list[str]:
        return [row.id for row in self.page.list.entries.rows]

    @property
    def panel(self) -> Any:
        return self.page.panel

    def type(self, text: str) -> None:
        self.page.focus_search()
        QTest.keyClicks(self.page.filters.search, text)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)

    def mark(self, entry_id: str) -> Any:
        return self.store.resources.mark(entry_id)

    def entry(self, entry_id: str) -> Any:
        return self.page.shelf.find(entry_id)

    @property
    def countries(self) -> set[str]:
        """The countries of what is listed."""
        return {country for entry_id in self.ids for country in self.entry(entry_id).countries}
