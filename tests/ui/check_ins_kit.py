"""What the tests of check-ins share: people and check-ins to begin with, the page and the dialog, and fingers."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QScrollArea, QWidget

from supportnet_gui.core.model import CheckIn, Felt, Status, Support, Supporter, Way
from supportnet_gui.core.store import CheckInFilter, Entry, Store
from supportnet_gui.ui.check_ins import CheckInsPage, LogDialog
from supportnet_gui.ui.check_ins.entry_painter import HEADING
from supportnet_gui.ui.widgets.messages import Notice, Question

TODAY = date(2026, 11, 22)
HOSTILE = "<b>Tim</b> & <img src=x onerror=alert(1)>"
ODD_NAMES = (
    "x" * 10_000,
    HOSTILE,
    "نور الهدى",
    "👩‍👩‍👧‍👦" * 50,
    "e\u0301\u0323" * 100,
    "Tom & Jerry",
    "Sam",
    "Sam",
)


def people(store: Store, *names: str) -> list[str]:
    """Somebody of each name."""
    return store.people.add_many([Supporter(name=name) for name in names])


def log(store: Store, *who: str, ago: int = 0, at: time | None = None, **values: Any) -> str:
    """A check-in so many days ago."""
    return store.check_ins.log(CheckIn(who, TODAY - timedelta(days=ago), at, **values))


def logged(store: Store) -> list[Entry]:
    """Every check-in out of the trash, newest first."""
    return store.check_ins.page(CheckInFilter(with_not_suggested=True), 999)


def click(widget: QWidget) -> None:
    """A click with the left button on something that can be seen."""
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def click_row(view: Any, row: int) -> None:
    index = view.model().index(row, 0)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    QApplication.processEvents()


def key(
    widget: QWidget, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, which, modifier)
    QApplication.processEvents()


def press(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    key(focused, which, modifier)


def write(text: str) -> None:
    """Type into whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    QApplication.processEvents()


def texts(widget: QWidget) -> list[str]:
    """What the labels and notes that are seen say."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
    notes = [n.toPlainText() for n in widget.findChildren(QPlainTextEdit) if n.isVisible() and n.isReadOnly()]
    return labels + notes


def shown(qtbot: Any, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)


def wider_than_its_place(widget: QWidget) -> bool:
    """Whether what scrolls up and down with a widget in it would have to scroll sideways too."""
    inside = widget
    while (around := inside.parentWidget()) is not None:
        if isinstance(around.parentWidget(), QScrollArea):
            return inside.width() > around.width()
        inside = around
    raise AssertionError("nothing scrolls here")


class Opened:
    """A Check-ins page, shown, that follows every change as the window makes it do."""

    def __init__(
        self, qtbot: Any, look: Any, store: Store, clock: Any, size: tuple[int, int] = (1100, 760)
    ) -> None:
        self.logged_with: list[tuple[str, ...]] = []
        self.edited: list[str] = []
        self.gone_to: list[str] = []
        self.page = CheckInsPage(
            look, store, clock, self.logged_with.append, self.edited.append, self.gone_to.append
        )
        self.page.resize(*size)
        self.page.refresh()
        shown(qtbot, self.page)
        store.listeners.append(lambda _done: self.page.refresh())
        self.list = self.page.list
        self.details = self.page.details
        self.filters = self.page.filters

    def rows(self) -> list[str]:
        """The names of each row read so far."""
        model = self.list.model()
        return [", ".join(e.names) for e in map(self._entry, range(model.rowCount()))]

    def headings(self) -> list[str]:
        model = self.list.model()
        return [text for row in range(model.rowCount()) if (text := model.index(row, 0).data(HEADING))]

    def said(self, row: int) -> str:
        """What a screen reader says for a row."""
        return self.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    def chosen(self) -> str:
        entry = self.list.entry()
        return entry.check_in.id if entry else ""

    def choose(self, row: int) -> None:
        click_row(self.list, row)

    def _entry(self, row: int) -> Entry:
        return self.list.model().index(row, 0).data(Qt.ItemDataRole.UserRole)


class Dialog:
    """A dialog to log with, shown."""

    def __init__(self, qtbot: Any, look: Any, store: Store, clock: Any, **values: Any) -> None:
        self.dialog = LogDialog(look, store, clock, **values)
        shown(qtbot, self.dialog)
        self.picker = self.dialog.picker
        self.list = self.picker.list
        self.search = self.picker.search

    @property
    def is_open(self) -> bool:
        return self.dialog.isVisible()

    def offered(self) -> list[str]:
        model = self.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def ticked(self) -> list[str]:
        model = self.list.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        return [i.data() for i in indexes if i.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked]

    def chips(self) -> list[QAbstractButton]:
        return [chip for chip in self.picker.chips.findChildren(QAbstractButton) if chip.isVisible()]

    def more(self) -> Any:
        """The fields under More, opened by a click where they are not yet."""
        if not self.dialog.fold.is_open:
            click(self.dialog.fold.button)
        return self.dialog.more

    def save(self) -> None:
        click(self.dialog.save)


def notices(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences of notices, which are not shown from now on."""
    said: list[str] = []

    def tell(self: Notice) -> None:
        said.extend(label.text() for label in self.findChildren(QLabel))

    monkeypatch.setattr(Notice, "show_it", tell)
    return said


def answer(monkeypatch: pytest.MonkeyPatch, yes: bool) -> list[str]:
    """Questions are answered so from now on; what they asked is collected."""
    asked: list[str] = []

    def ask(self: Question) -> bool:
        asked.extend(label.text() for label in self.findChildren(QLabel))
        return yes

    monkeypatch.setattr(Question, "ask", ask)
    return asked


def a_network(store: Store) -> dict[str, str]:
    """Half a dozen people and check-ins of every kind; the newest is with Amira."""
    ids = dict(zip(NAMES, people(store, *NAMES), strict=True))
    store.people.set_status(ids["Uma"], Status.UNSAFE)
    log(store, ids["Sam"], ago=400, way=Way.VIDEO)
    log(store, ids["Dr Okafor"], ago=40, way=Way.OTHER)
    log(store, ids["Uma"], ago=12, note="only with Uma")
    log(store, ids["Group"], ago=10, at=time(18), way=Way.GROUP, felt=Felt.HEAVIER)
    log(store, ids["Sam"], ago=3, way=Way.MESSAGE, answered=False)
    log(store, ids["Mum"], ids["Sam"], ids["Uma"], ago=1, way=Way.IN_PERSON, note="Dinner", felt=Felt.SAME)
    log(
        store,
        ids["Amira"],
        at=time(9, 30),
        way=Way.CALL,
        felt=Felt.LIGHTER,
        support=(Support.EMOTIONAL,),
        note="About the week.",
        next_note="Ask about her course.",
    )
    return ids


NAMES = ("Amira", "Sam", "Mum", "Group", "Dr Okafor", "Uma")
