"""What the tests of the People page share: the page on a real store, buttons by their words, dialogs answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from supportnet_gui.core.model import Supporter
from supportnet_gui.ui.people import PeoplePage
from supportnet_gui.ui.people.edit import EditDialog

PATIENCE = 415
"""How often to look whether a dialog is there; each time at least a millisecond apart."""


class Opened:
    """A People page, shown, that follows every change as the window makes it do."""

    def __init__(self, qtbot: Any, look: Any, store: Any, clock: Any, region: str | None = "IE") -> None:
        self.logged: list[tuple[str, ...]] = []
        self.brought_in: list[bool] = []
        self.links: list[str] = []
        self.opens = True
        self.store = store
        self.page = PeoplePage(
            look, store, clock, self.logged.append, self._bring_in, lambda: region, open_url=self._open
        )
        qtbot.addWidget(self.page)
        self.page.resize(940, 760)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.page)
        store.listeners.append(self._after_change)
        self.page.refresh()

    def _after_change(self, _done: Any) -> None:
        self.page.refresh()

    def _bring_in(self) -> None:
        self.brought_in.append(True)

    def _open(self, url: Any) -> bool:
        self.links.append(url.toString())
        return self.opens

    @property
    def names(self) -> list[str]:
        return [row.name for row in self.page.list.people.rows]

    def open(self, **values: Any) -> Supporter:
        """Keep somebody with these values, and open their page."""
        person_id = self.store.people.add(Supporter(**{"name": "Amira", **values}))
        self.page.open_person(person_id)
        return self.store.people.get(person_id)

    def press_row(self, number: int) -> None:
        """Click on a row of the list."""
        people = self.page.list
        place = people.visualRect(people.people.index(number)).center()
        QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def choose(self, view: Any) -> None:
        self.page.filters.view_actions[view].trigger()

    def more(self, name: str) -> None:
        """Choose from the More menu of whoever is open, as the mouse would."""
        menu = self.page.panel.menu
        menu.popup(QPoint(0, 0))
        action = next(action for action in menu.actions() if action.objectName() == name)
        action.trigger()
        menu.close()


class EditKept(EditDialog):
    """The edit dialog of somebody, shown on 22 November 2026; its `saved` collects what it saves."""

    def __init__(self, qtbot: Any, look: Any, person: Supporter, save: Any = None) -> None:
        self.saved: list[dict[str, Any]] = []
        super().__init__(
            look, person, (), date(2026, 11, 22), "Europe/Dublin", save or self.saved.append, None
        )
        # What a failed test leaves behind would ask before it closes.
        qtbot.addWidget(self, before_close_func=lambda left: left.done(0))
        self.show()
        qtbot.waitExposed(self)


def shown(parent: QWidget, kind: type[Any]) -> list[Any]:
    QApplication.processEvents()
    found: list[Any] = parent.findChildren(kind)
    return [one for one in found if one.isVisible()]


def words(parent: QWidget) -> str:
    """All that can be read, without the places where a long word may break."""
    return "\n".join(label.text() for label in shown(parent, QLabel)).replace("\u200b", "")


def button(parent: QWidget, text: str) -> QAbstractButton:
    found = [one for one in shown(parent, QAbstractButton) if one.text().replace("&&", "&") == text]
    assert found, f"no button {text!r} in {[one.text() for one in shown(parent, QAbstractButton)]}"
    return found[0]


def click(parent: QWidget, text: str) -> None:
    QTest.mouseClick(button(parent, text), Qt.MouseButton.LeftButton)


def reading(said: list[str], then: str) -> Callable[[Any], None]:
    """What a person does who reads a dialog and clicks one button; what was read is added to `said`."""

    def act(dialog: Any) -> None:
        said.append(words(dialog))
        click(dialog, then)

    return act


@contextmanager
def answering(*steps: tuple[type[Any], Callable[[Any], object]]) -> Iterator[None]:
    """For each dialog that opens meanwhile, in turn: of which kind it is, and what a person does in it."""
    done: list[int] = []
    wrong: list[str] = []

    def wait(number: int, patience: int = PATIENCE) -> None:
        if number < len(steps):
            QTimer.singleShot(1, partial(step, number, patience))

    def step(number: int, patience: int) -> None:
        dialog: Any = QApplication.activeModalWidget()
        kind, act = steps[number]
        ready = isinstance(dialog, kind) and QApplication.activeWindow() is dialog
        if not ready:
            if isinstance(dialog, kind) and patience % 20 == 0:
                # Without a window manager nobody hands the keyboard back to the dialog beneath.
                dialog.activateWindow()
            if patience:
                wait(number, patience - 1)
            elif dialog is not None:
                wrong.append(f"expected {kind.__name__}, found {type(dialog).__name__}")
                dialog.done(0)
            return
        done.append(number)
        wait(number + 1)
        finished = False
        try:
            act(dialog)
            finished = True
        finally:
            # A failed step must not leave a dialog waiting; pytest-qt reports what went wrong.
            if not finished:
                dialog.done(0)

    wait(0)
    yield
    assert not wrong, wrong[0]
    assert len(done) == len(steps), f"{len(done)} of {len(steps)} dialogs opened"


def image(width: int = 40, height: int = 40, colour: str = "#336699", form: bytes = b"png") -> bytes:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(form)).write(picture)
    return bytes(buffer.data().data())
