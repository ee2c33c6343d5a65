"""One entry: what it is, how it starts, the smallest first step, how to reach it. Empty parts are not shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ... import resource_words
from ...core.content import Names, Service
from ...core.content.library_model import Entry
from ...core.resource_model import Mark, SmallStep
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.small_steps import SmallSteps
from ..widgets.text import Text
from .about import About
from .marking import Marking

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Shown:
    """All that an entry's page is made of. `services` pairs each with the line to name beside it."""

    entry: Entry
    section: str
    services: tuple[tuple[Service, Service | None], ...]
    mark: Mark
    steps: tuple[SmallStep, ...]
    region: str | None
    now: datetime

    @property
    def in_trash(self) -> bool:
        return self.entry.own is not None and self.entry.own.trashed_at is not None

    def same_words(self, other: Shown) -> bool:
        """Whether the part that is only read is as before, as far as a minute's clock goes."""
        hour = self.now.replace(minute=0, second=0, microsecond=0)
        before = other.now.replace(minute=0, second=0, microsecond=0)
        return (self.entry, self.section, self.services, self.region, hour) == (
            other.entry,
            other.section,
            other.services,
            other.region,
            before,
        )


class EntryPanel(QScrollArea):
    """Shows one entry. It changes nothing itself: it says what was wanted, with the entry's id."""

    back = Signal()
    wanted = Signal(str, str)
    """What: plan, map, copy, edit, trash, restore or remove; then the entry's id."""
    step_done = Signal(str)
    step_removed = Signal(str)
    filled = Signal()

    def __init__(
        self, look: Look, names: Names, open_url: Callable[[QUrl], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._names, self._open_url = look, names, open_url
        self.shown: Shown | None = None
        self.about: About | None = None
        self.steps: SmallSteps | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._click_ends = QTimer(self, singleShot=True)
        self._click_ends.timeout.connect(self._hear_mouse)
        self._make_parts()

    def show_entry(self, shown: Shown) -> None:
        """Show an entry, or what is new about it. What has not changed stays, the keyboard with it."""
        before, self.shown = self.shown, shown
        another = before is None or before.entry.id != shown.entry.id
        self.marking.show_mark(shown.mark)
        self.marking.setVisible(not shown.in_trash)
        self._show_buttons(shown)
        if before is None or not shown.same_words(before):
            self._fill_about(shown)
        if before is None or before.steps != shown.steps:
            self._fill_steps(shown)
        if another:
            self.verticalScrollBar().setValue(0)
        self.filled.emit()

    def set_back_visible(self, visible: bool) -> None:
        self.back_button.setVisible(visible)

    def take_focus(self) -> None:
        """Bring the keyboard to the first thing one can do here."""
        for widget in (self.restore, self.plan, self.copy):
            if not widget.isHidden():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focus_back(self) -> None:
        """Bring the keyboard to the way back, where this took the place of the list."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_click_end(self) -> None:
        """The second half of a double click on a row must not press what has just come to stand there."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._click_ends.start(QApplication.doubleClickInterval())

    def in_order(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        about = [self.about] if self.about is not None else []
        foot = [self.about.foot] if self.about is not None else []
        steps = [self.steps] if self.steps is not None else []
        marking = (*self.marking.chips.values(), self.marking.note)
        return [self.back_button, *about, *self._named().values(), *steps, *marking, *foot]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters in a small window need the room more than the edge does."""
        super().resizeEvent(event)
        side = self._look.px(22) if self.width() > self._look.px(340) else 16
        self._card.body.setContentsMargins(side, round(side * 0.85), side, round(side * 0.85))

    def _hear_mouse(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)

    def _make_parts(self) -> None:
        look = self._look
        inside = QWidget(self)
        inside.setProperty("look", "page")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(2, 2, look.px(4), 2)
        outer.setSpacing(look.px(8))
        self.back_button = Button(look, tr("resources", "Back to the list"), "quiet", "back", inside)
        self.back_button.clicked.connect(self.back)
        outer.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        card = self._card = Card(look, parent=inside)
        card.body.setSpacing(look.px(16))
        self._head = QVBoxLayout()
        card.body.addLayout(self._head)
        self.plan = Button(look, tr("resources", "Plan a small step"), "primary", parent=card)
        self.map = Button(look, "", "plain", "people", card)
        self.copy = Button(look, tr("resources", "Copy to send"), "plain", "copy", card)
        self.edit = Button(look, tr("resources", "Edit"), "plain", "edit", card)
        self.restore = Button(look, tr("resources", "Put back"), "primary", "undo", card)
        self.trash = Button(look, tr("resources", "Move to the trash"), "quiet", "trash", card)
        self.remove = Button(look, tr("resources", "Remove for good…"), "plain", "trash", card)
        named = self._named()
        for what, button in named.items():
            button.clicked.connect(partial(self._say, what))
        card.body.addWidget(Flow(*named.values(), gap=look.px(8), parent=card))
        self.said = Text(look, "", "small", card)
        self.said.hide()
        card.body.addWidget(self.said)
        self._steps = QVBoxLayout()
        card.body.addLayout(self._steps)
        self.marking = Marking(look, card)
        card.body.addWidget(self.marking)
        self._foot = QVBoxLayout()
        card.body.addLayout(self._foot)
        outer.addWidget(card)
        outer.addStretch(1)
        self.setWidget(inside)

    def _named(self) -> dict[str, Button]:
        """The buttons by what they want, in the order in which they stand."""
        return {
            "plan": self.plan,
            "restore": self.restore,
            "copy": self.copy,
            "map": self.map,
            "edit": self.edit,
            "trash": self.trash,
            "remove": self.remove,
        }

    def _show_buttons(self, shown: Shown) -> None:
        entry, gone = shown.entry, shown.in_trash
        own = entry.own is not None
        on_map = shown.mark.supporter is not None
        text = tr("resources", "Open on my map") if on_map else tr("resources", "Add to my map")
        self.map.setText(text)
        self.map.setAccessibleName(text)
        self.map.setVisible(entry.kind is not None and not gone)
        for button in (self.plan, self.copy):
            button.setVisible(not gone)
        self.edit.setVisible(own and not gone)
        self.trash.setVisible(own and not gone)
        self.restore.setVisible(gone)
        self.remove.setVisible(gone)
        self.said.hide()

    def _fill_about(self, shown: Shown) -> None:
        old = [self.about, *(self.about.foot,)] if self.about is not None else []
        for widget in old:
            widget.hide()
            widget.deleteLater()
        self.about = About(self._look, self._names, shown, self._open_url, self._card)
        self._head.addWidget(self.about)
        self._foot.addWidget(self.about.foot)
        # A layout would show it only later, and everything would stand too close until then.
        self.about.show()

    def _fill_steps(self, shown: Shown) -> None:
        if self.steps is not None:
            self.steps.hide()
            self.steps.deleteLater()
            self.steps = None
        if not shown.steps:
            return
        self.steps = SmallSteps(self._look, shown.steps, self._card)
        self.steps.done.connect(self.step_done)
        self.steps.remove_wanted.connect(self.step_removed)
        self._steps.addWidget(self.steps)
        self.steps.show()

    def say(self, sentence: str) -> None:
        """Say under the buttons what one of them did."""
        from ..widgets.announce import announce

        self.said.setText(sentence)
        self.said.show()
        announce(self.said, sentence)

    def _say(self, what: str, _checked: bool = False) -> None:
        if self.shown is not None:
            self.wanted.emit(what, self.shown.entry.id)


def section_line(names: Names, shown: Shown) -> str:
    """Where an entry stands: its section, its country, and whether it is one's own."""
    own = tr("resources", "added by you") if shown.entry.own else ""
    return " · ".join(filter(None, (shown.section, resource_words.countries(names, shown.entry), own)))
