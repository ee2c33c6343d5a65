"""One person's page: who they are, how to reach them, what was written down. Empty parts are not shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl, Signal, SignalInstance
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ... import words
from ...core.model import NOT_SUGGESTED, CheckIn, Status, Supporter
from ..theme import Look
from ..widgets.avatar import Avatar
from ..widgets.buttons import Button
from ..widgets.card import Card, Fold
from ..widgets.flow import Flow
from ..widgets.long_text import LongText
from ..widgets.text import Text
from .facts import about_line, contact_line, facts, status_line
from .fields import Ticks
from .reach import Way

tr = QCoreApplication.translate

AVATAR = 64


@dataclass(frozen=True, slots=True)
class Contact:
    """A check-in as the page shows it: with the names of the others who may be named."""

    check_in: CheckIn
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a page is made of."""

    person: Supporter
    lately: tuple[Contact, ...]
    today: date
    zone: str
    """Where the reader is, by name."""


class PersonPanel(QScrollArea):
    """Shows one person. It changes nothing itself: it says what was wanted."""

    back = Signal()
    log_wanted = Signal(str)
    edit_wanted = Signal(str)
    support_changed = Signal(str, tuple)
    put_back_wanted = Signal(str)
    bring_back_wanted = Signal(str)
    remove_wanted = Signal(str)
    filled = Signal()

    def __init__(
        self,
        look: Look,
        region: Callable[[], str | None],
        open_url: Callable[[QUrl], bool],
        fill_menu: Callable[[QMenu, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._region, self._open_url, self._fill = look, region, open_url, fill_menu
        self.shown: Shown | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._click_ends = QTimer(self, singleShot=True)
        self._click_ends.timeout.connect(self._hear_mouse)
        self._make_fixed_parts()
        self._lay_out()

    @property
    def person_id(self) -> str:
        return self.shown.person.id if self.shown else ""

    def show_person(self, shown: Shown, photo: QPixmap | None) -> None:
        """Show someone, or what is new about them. What has not changed stays, the keyboard with it."""
        before, self.shown = self.shown, shown
        person = shown.person
        gone = person.status is Status.DIED
        self.avatar.show_person(person.name, person.kind, () if gone else person.support, photo)
        if self.ticks.ticked() != person.support:
            self.ticks.set_ticked(person.support)
        if before is not None and before == shown:
            return
        another = before is None or before.person.id != person.id
        if another or before is None or before.person.name != person.name:
            self.name.set_text(person.name)
        self._show_words(person)
        self._show_buttons(person)
        if another or before is None or _written(before) != _written(shown):
            self._fill_written(shown)
        if another:
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters in a small window need the room more than the edge does."""
        super().resizeEvent(event)
        side = self._look.px(20) if self.width() > self._look.px(300) else 20
        self._card.body.setContentsMargins(side, round(side * 0.85), side, round(side * 0.85))

    def set_back_visible(self, visible: bool) -> None:
        self.back_button.setVisible(visible)

    def take_focus(self) -> None:
        """Bring the keyboard to the first thing one can do here."""
        for button in (self.put_back, self.bring_back, self.log, self.edit):
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focus_back(self) -> None:
        """Bring the keyboard to the way back, where this page took the place of the list."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_click_end(self) -> None:
        """The second half of a double click on a name must not press what has just come to stand there."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._click_ends.start(QApplication.doubleClickInterval())

    def _hear_mouse(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)

    def in_order(self) -> list[QWidget]:
        """What Tab goes through, as it is read."""
        return [
            *(self.back_button, self.name, self.pronouns, self.about),
            *(self.log, self.put_back, self.bring_back, self.edit, self.remove, self.more, self.ticks),
            *self._parts_shown,
        ]

    # -- what is always there --------------------------------------------------------------------------------

    def _make_fixed_parts(self) -> None:
        look = self._look
        self.back_button = Button(look, tr("People", "Back to the list"), "quiet", "back")
        self.avatar = Avatar(look, size=AVATAR)
        self.name = LongText(look, "", "heading", 160)
        self.pronouns = LongText(look, "", "small", 160)
        self.about = LongText(look, "", "quiet", 160)
        self.status = Text(look, "", "quiet")
        self.log = Button(look, tr("People", "Log a check-in"), "primary")
        self.put_back = Button(look, tr("People", "Put back"), "primary", "undo")
        self.bring_back = Button(look, tr("People", "Bring back"), "primary", "undo")
        self.edit = Button(look, tr("People", "Edit"), "plain", "edit")
        self.remove = Button(look, tr("People", "Remove for good…"), "plain", "trash")
        self.more = Button(look, tr("People", "More"), "plain", "down")
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        self.ticks = Ticks(look)
        for button, wanted in (
            (self.log, self.log_wanted),
            (self.put_back, self.put_back_wanted),
            (self.bring_back, self.bring_back_wanted),
            (self.edit, self.edit_wanted),
            (self.remove, self.remove_wanted),
        ):
            button.clicked.connect(partial(self._say, wanted))
        for box in self.ticks.boxes.values():
            box.clicked.connect(self._ticked)
        self.back_button.clicked.connect(self.back)

    def _lay_out(self) -> None:
        look = self._look
        inside = QWidget()
        inside.setProperty("look", "page")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, look.px(4), 0)
        outer.setSpacing(look.px(8))
        outer.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        card = self._card = Card(look)
        card.body.setSpacing(look.px(14))
        top = QHBoxLayout()
        top.setSpacing(look.px(16))
        top.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(look.px(2))
        for text in (self.name, self.pronouns, self.about, self.status):
            names.addWidget(text)
        names.addStretch(1)
        top.addLayout(names, 1)
        card.body.addLayout(top)
        card.body.addWidget(
            Flow(self.log, self.put_back, self.bring_back, self.edit, self.remove, self.more, gap=look.px(8))
        )
        card.body.addWidget(self.ticks)
        self._parts_shown: list[QWidget] = []
        self._written = QVBoxLayout()
        self._written.setSpacing(look.px(18))
        card.body.addLayout(self._written)
        outer.addWidget(card)
        outer.addStretch(1)
        self.setWidget(inside)

    def _show_words(self, person: Supporter) -> None:
        for label, text in ((self.pronouns, person.pronouns), (self.about, about_line(person))):
            label.set_text(text)
            label.setVisible(bool(text))
        self.status.setText(status_line(person))
        self.status.setVisible(bool(self.status.text()))

    def _show_buttons(self, person: Supporter) -> None:
        in_trash, archived = person.trashed_at is not None, person.archived_at is not None
        offered = person.status is not Status.DIED and person.status not in NOT_SUGGESTED
        self.put_back.setVisible(in_trash)
        self.remove.setVisible(in_trash)
        self.bring_back.setVisible(archived and not in_trash)
        self.log.setVisible(not in_trash and not archived and offered)
        self.edit.setVisible(not in_trash)
        self.more.setVisible(not in_trash)
        self.ticks.setVisible(not in_trash and offered)

    # -- what was written down -------------------------------------------------------------------------------

    def _fill_written(self, shown: Shown) -> None:
        focused = self.focusWidget()
        old = QWidget()
        lost_focus = False
        while (item := self._written.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                lost_focus = lost_focus or (focused is not None and widget.isAncestorOf(focused))
                widget.setParent(old)
        old.deleteLater()
        self._parts_shown = self._parts(shown)
        for part in self._parts_shown:
            self._written.addWidget(part)
        self.filled.emit()
        if lost_focus and self.isVisible():
            self.take_focus()

    def _parts(self, shown: Shown) -> list[QWidget]:
        person, look = shown.person, self._look
        parts: list[QWidget] = []
        if person.channels and person.trashed_at is None:
            parts.append(self._reach(person))
        if person.note.strip():
            parts.append(self._part(tr("People", "Note"), [LongText(look, person.note)]))
        if written := facts(person, shown.today, shown.zone):
            parts.append(self._facts(written))
        if shown.lately:
            parts.append(self._part(tr("People", "Lately"), [self._lately(shown)]))
        return parts

    def _part(self, heading: str, widgets: list[QWidget]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8))
        column.addWidget(Text(self._look, heading, "strong"))
        for widget in widgets:
            column.addWidget(widget)
        return part

    def _reach(self, person: Supporter) -> QWidget:
        look = self._look
        first = sorted(person.channels, key=lambda channel: not channel.preferred)
        ways: list[QWidget] = [Way(look, channel, self._region, self._open_url) for channel in first]
        if person.status is not Status.DIED:
            return self._part(tr("People", "Ways to reach"), ways)
        fold = Fold(look, tr("People", "Ways to reach"), tr("People", "Close"))
        for way in ways:
            fold.body.addWidget(way)
        return fold

    def _facts(self, written: list[tuple[str, str]]) -> QWidget:
        look = self._look
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        for label, text in written:
            pair = QVBoxLayout()
            pair.setSpacing(look.px(1))
            pair.addWidget(Text(look, label, "small"))
            pair.addWidget(LongText(look, text, longest=600))
            column.addLayout(pair)
        return part

    def _lately(self, shown: Shown) -> QWidget:
        look = self._look
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, contact in enumerate(shown.lately):
            check_in = contact.check_in
            day = Text(look, words.when(check_in.on, shown.today), "quiet")
            day.setWordWrap(False)
            grid.addWidget(day, number, 0, top)
            said = contact_line(check_in, contact.others)
            grid.addWidget(
                LongText(look, "\n".join(filter(None, (said, check_in.note))), longest=240), number, 1, top
            )
        return table

    # -- what was wanted -------------------------------------------------------------------------------------

    def _say(self, signal: SignalInstance) -> None:
        signal.emit(self.person_id)

    def _ticked(self) -> None:
        if self.shown is not None:
            self.support_changed.emit(self.person_id, self.ticks.ticked())

    def _fill_menu(self) -> None:
        self.menu.clear()
        self._fill(self.menu, self.person_id)


def _written(shown: Shown) -> tuple[object, ...]:
    """What the lower part of a page is made of; a change of anything else leaves it as it is."""
    one = shown.person
    written = facts(one, shown.today, shown.zone)
    return one.channels, one.note, written, one.status, one.trashed_at is None, shown.lately, shown.today
