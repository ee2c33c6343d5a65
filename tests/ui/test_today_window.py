"""Today in a window: nothing jumps when the notes open, Tab goes as one reads.

`Opened` serves the other tests of the page too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from supportnet_gui.clock import Clock
from supportnet_gui.core.model import CheckIn, Energy, Kind, Need, Supporter
from supportnet_gui.core.store import CheckInFilter, Store
from supportnet_gui.ui import theme
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.today import TodayPage
from supportnet_gui.ui.today.chips import PersonChip
from supportnet_gui.ui.today.first_step import FirstStep
from supportnet_gui.ui.today.gives import Gives
from supportnet_gui.ui.today.idea_card import IdeaCard
from supportnet_gui.ui.today.ideas import Ideas
from supportnet_gui.ui.today.lately import Lately
from supportnet_gui.ui.today.one_place import OnePlace
from supportnet_gui.ui.today.quick_log import QuickLog
from supportnet_gui.ui.today.welcome import Welcome

QUESTION = "Who comes to mind?"


@dataclass
class Opened:
    """The page in a window after one other button, where it asked to go, and the place chosen for help."""

    page: TodayPage = field(init=False)
    window: QWidget = field(default_factory=QWidget)
    first: QPushButton = field(default_factory=QPushButton)
    place: tuple[str | None, str | None] = (None, None)
    went: list[tuple] = field(default_factory=list)

    @classmethod
    def open(cls, qtbot, clock: Clock, look: Look, store: Store | None, size=(912, 760)) -> Opened:
        """Show it so that the page itself has this size; without a store as at the first paint."""
        opened = cls()
        opened.page = TodayPage(
            look,
            store,
            clock,
            place=lambda: opened.place,
            log_with=partial(opened.go, "log"),
            edit_check_in=partial(opened.go, "edit"),
            bring_in=partial(opened.go, "bring in"),
            go_to_people=partial(opened.go, "people"),
            go_to_check_ins=partial(opened.go, "check-ins"),
            open_help=partial(opened.go, "help"),
            open_resource=partial(opened.go, "resource"),
        )
        row = QHBoxLayout(opened.window)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(opened.first)
        row.addWidget(opened.page, 1)
        opened.first.setFixedWidth(20)
        opened.window.resize(size[0] + 20, size[1])
        if store is not None:
            store.listeners.append(lambda _: opened.page.refresh())
        qtbot.addWidget(opened.window)
        opened.window.show()
        qtbot.waitExposed(opened.window)
        QApplication.processEvents()
        return opened

    def go(self, *where) -> None:
        self.went.append(where)

    @property
    def one(self) -> OnePlace:
        assert self.page.one_place is not None
        return self.page.one_place

    @property
    def log(self) -> QuickLog:
        assert self.page.quick_log is not None
        return self.page.quick_log

    @property
    def ideas(self) -> Ideas:
        assert self.one.ideas is not None
        return self.one.ideas

    @property
    def card(self) -> IdeaCard:
        return self.ideas.card

    @property
    def chips(self) -> list[PersonChip]:
        return self.log.chips.chips

    @property
    def welcome(self) -> Welcome:
        assert self.one.welcome is not None
        return self.one.welcome

    @property
    def gives(self) -> Gives:
        assert self.one.gives is not None
        return self.one.gives

    @property
    def step(self) -> FirstStep:
        assert self.one.first_step is not None
        return self.one.first_step

    @property
    def lately(self) -> Lately:
        assert self.page.lately is not None
        return self.page.lately

    def holds(self, part: QWidget | None) -> bool:
        """Whether the one place shows this part, or with None nothing but the way back."""
        shown = [w for w in (self.one.part, self.one.open_line) if w is not None and w.isVisible()]
        return shown == [self.one.open_line if part is None else part]

    def texts(self) -> list[str]:
        """Every word a person could see or hear on the page now."""
        seen = [w for w in self.page.findChildren(QWidget) if w.isVisible()]
        found = [w.text() for w in seen if isinstance(w, QLabel | QPushButton)]
        found += [w.placeholderText() for w in seen if isinstance(w, QLineEdit)]
        return [text for text in (*found, *(w.accessibleName() for w in seen)) if text]

    def seen_whole(self, widget: QWidget) -> bool:
        """Whether all of a widget is on the screen without scrolling."""
        viewport = self.page.viewport()
        corner = widget.mapTo(viewport, QPoint(0, 0))
        return widget.isVisible() and viewport.rect().contains(widget.rect().translated(corner))

    def fits(self) -> bool:
        """Whether nothing on the page reaches past the window's edge."""
        QApplication.processEvents()
        inside = self.page.inside
        seen = [w for w in inside.findChildren(QWidget) if w.isVisible()]
        furthest = max(w.mapTo(inside, QPoint(w.width(), 0)).x() for w in seen)
        return max(furthest, inside.width()) <= self.page.viewport().width()


def keep(store: Store, *names: str, **more) -> list[str]:
    return store.people.add_many([Supporter(name=name, **more) for name in names])


def logged(store: Store) -> list[CheckIn]:
    return [entry.check_in for entry in store.check_ins.page(CheckInFilter(), 100)]


def click(qtbot, widget: QWidget) -> None:
    assert widget.isVisible()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot, today: Opened, which: Need | Energy) -> None:
    """Choose a need or an energy as one does, opening the questions first."""
    choices = today.one.choices
    assert choices is not None
    if not choices.is_open:
        click(qtbot, choices.button)
    click(qtbot, choices.needs[which] if isinstance(which, Need) else choices.energies[which])


def press(qtbot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def type_in(qtbot, words: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)


def opening(qtbot, clock: Clock) -> Iterator[Callable[..., Opened]]:
    """What the fixtures called `open_page` give. Afterwards the windows go, or each would slow the next."""
    yield partial(Opened.open, qtbot, clock)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def open_page(qtbot, clock):
    yield from opening(qtbot, clock)


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("size", [100, 115, 150, 200])
def test_nothing_jumps_when_the_notes_open(qapp, store, open_page, size):
    look = Look(text_size=size)
    theme.apply(qapp, look)
    amira, *_ = keep(store, "Amira", "Sam")
    store.check_ins.log(CheckIn((amira,), on=TODAY))
    today = open_page(look, None, (1000, 1400))
    assert set(today.texts()) == {"Hello", "One small step is enough, and so is none."}
    before = [today.page.title.geometry(), today.page.subtitle.geometry()]
    start = today.page.opening.geometry().topLeft()
    ground = today.page.opening.grab().toImage()
    assert len({ground.pixel(x, y) for x in range(0, ground.width(), 3) for y in range(ground.height())}) == 1

    today.page.set_store(store)
    QApplication.processEvents()

    place = today.page.one_place
    assert place.part is today.ideas
    assert [today.page.title.geometry(), today.page.subtitle.geometry()] == before
    assert place.geometry().topLeft() == start
    assert not today.page.opening.isVisible()


def test_notes_that_take_long_to_open_are_spoken_of_in_the_room_kept_for_them(qtbot, look, store, open_page):
    today = open_page(look, None)
    before = today.page.opening.geometry()
    qtbot.waitUntil(lambda: "Opening your notes…" in today.texts())
    assert today.page.opening.geometry() == before
    today.page.set_store(store)
    assert "Opening your notes…" not in today.texts()


def test_refresh_before_the_notes_are_open_does_nothing(look, open_page):
    today = open_page(look, None)
    today.page.refresh()
    assert today.page.opening.isVisible()


def test_tab_goes_as_one_reads(qtbot, look, store, clock, open_page):
    (amira, *_) = keep(store, "Amira", "Sam")
    store.check_ins.log(CheckIn((amira,), on=TODAY))
    today = open_page(look, store)
    keep(store, "Noor")
    today.chips[1].click()
    stops, focus = [], today.first
    focus.setFocus()
    for _ in range(14):
        press(qtbot, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    log, card, ideas = today.log, today.card, today.ideas
    first = [card.copy_button, card.phone_button, card.talked_button, card.later_button, card.not_this_button]
    folded = [card.words_button, ideas.more.button, today.one.choices.button]
    last = [*today.chips, log.save_button, log.else_button, today.lately.all_button]
    assert stops == [*first, *folded, *last]


def test_arrows_move_between_people_and_stop_at_the_ends(qtbot, look, store, open_page):
    keep(store, "Amira", "Sam", "Noor")
    today = open_page(look, store)
    today.chips[0].setFocus()
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        press(qtbot, key)
        walked.append(today.chips.index(QApplication.focusWidget()))
    assert walked == [0, 1, 2, 2, 1]


def test_everything_that_can_be_pressed_has_a_name_and_is_large_enough(qtbot, look, store, open_page):
    keep(store, "Amira")
    store.people.add(Supporter(name="Thursday group", kind=Kind.GROUP))
    today = open_page(look, store)
    click(qtbot, today.chips[0])
    click(qtbot, today.log.save_button)
    buttons = [one for one in today.page.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) > 10
    for button in buttons:
        assert button.accessibleName()
        assert button.height() >= 32, button.text()


def test_the_cards_stand_below_each_other_without_touching(look, store, open_page):
    ids = keep(store, "Amira", "Sam")
    store.check_ins.log(CheckIn(tuple(ids), on=TODAY))
    today = open_page(look, store, (616, 500))
    page = today.page
    parts = [page.title, page.subtitle, page.one_place, page.lately]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
        assert above.geometry().left() == below.geometry().left()
