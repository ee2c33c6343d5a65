"""People as chips: a picture and a name each, on or off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from ...core.model import PersonRow
from ..theme import Look
from ..widgets.avatar import paint_avatar
from ..widgets.buttons import Button
from ..widgets.flow import Flow
from .frame import PICTURE, picture_size

_WIDEST_NAME = 220
"""Pixels at 100 % text."""
_MOST_SAID = 200
"""Letters of a name that a tooltip and a screen reader get: more would only stand in the way."""


class PersonChip(Button):
    """One person. Space chooses, the arrow keys emit `moved` with the step, Enter emits `entered`."""

    moved = Signal(int)
    entered = Signal()

    def __init__(
        self,
        look: Look,
        person: PersonRow,
        label: str,
        photo: QPixmap | None,
        tick: QPixmap,
        parent: QWidget | None = None,
    ) -> None:
        self._name = label[:_MOST_SAID]
        # What is chosen is semibold: every chip has room for that, so that none moves when one is chosen.
        self._widest = QFontMetrics(look.font(semibold=True))
        # Advances are rounded: a name that just fits would be cut without the two pixels.
        self._name_width = min(self._widest.horizontalAdvance(self._name) + 2, look.px(_WIDEST_NAME))
        super().__init__(look, "", "chip", parent=parent)
        # A name is there to be read, chosen or not: chips elsewhere hold quieter words.
        self.setProperty("holds", "name")
        self.person = person.id
        self.setAccessibleName(self._name)
        self.setIcon(_icon(look, person, photo, tick))
        self.setIconSize(picture_size(look))
        # A long name may be cut further in a narrow window.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._cut(self._name_width)

    def sizeHint(self) -> QSize:
        size = QPushButton.sizeHint(self)
        size.setWidth(self._around() + self._name_width)
        return size

    def minimumSizeHint(self) -> QSize:
        size = QPushButton.sizeHint(self)
        size.setWidth(self._around() + self._widest.averageCharWidth() * 3)
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut(self.width() - self._around())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = -1 if self.isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif (step := steps.get(Qt.Key(event.key()))) is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def _around(self) -> int:
        """The width of everything but the name."""
        name = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QPushButton.sizeHint(self).width() - name.width()

    def _cut(self, width: int) -> None:
        text = self._widest.elidedText(self._name, Qt.TextElideMode.ElideRight, max(width, 0))
        shown = text.replace("&", "&&")
        if shown != self.text():
            self.setText(shown)
            self.setToolTip("" if text == self._name else _as_plain_text(self._name))


class PeopleChips(Flow):
    """The chips of several people. `changed` is emitted when one is chosen or no longer is."""

    changed = Signal()
    entered = Signal()

    def __init__(
        self, look: Look, photo_of: Callable[[str], bytes | None], parent: QWidget | None = None
    ) -> None:
        self._gap = look.px(9)
        super().__init__(gap=self._gap, parent=parent)
        self._look = look
        self._photo_of = photo_of
        self._tick = _picture(look, partial(_paint_tick, look=look))
        # Large text needs the room: what belongs to the choice stays in sight without scrolling.
        self._rows = 3 if look.text_size < 150 else 2
        self._shown: tuple[PersonRow, ...] = ()
        self.chips: list[PersonChip] = []

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Show these people. The chosen stay chosen; while they are the same people, nobody changes place."""
        place = {person.id: index for index, person in enumerate(self._shown)}
        if {person.id for person in people} == set(place):
            people = sorted(people, key=lambda person: place[person.id])
        if tuple(people) == self._shown:
            return
        chosen = self.chosen()
        focused = next((chip.person for chip in self.chips if chip.hasFocus()), None)
        self._shown = tuple(people)
        self.clear()
        self.chips = [self._chip(person) for person in people]
        for chip in self.chips:
            chip.setChecked(chip.person in chosen)
            chip.toggled.connect(self.changed)
        if self.isVisible():
            self._fit()
        for chip in self.chips:
            if chip.person == focused:
                chip.setFocus()
        self.changed.emit()

    def chosen(self) -> tuple[str, ...]:
        """The ids of those who are chosen, in the order shown."""
        return tuple(chip.person for chip in self.chips if chip.isChecked())

    def choose_nobody(self) -> None:
        for chip in self.chips:
            chip.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many as a few rows hold; who is chosen is always shown."""
        row, x = 0, 0
        for chip in self.chips:
            width = min(chip.sizeHint().width(), self.width())
            if x and x + width > self.width():
                row, x = row + 1, 0
            chip.setVisible(row < self._rows or chip.isChecked())
            x += width + self._gap

    def _chip(self, person: PersonRow) -> PersonChip:
        image = self._photo_of(person.id) if person.has_photo else None
        photo = small(image) if image else None
        chip = PersonChip(self._look, person, self._label(person), photo, self._tick, self)
        chip.moved.connect(self._move_focus)
        chip.entered.connect(self._enter)
        self.add(chip)
        return chip

    def _label(self, person: PersonRow) -> str:
        """The name, with a word beside it where two people here have the same."""
        same = Counter(one.name.casefold() for one in self._shown)
        if same[person.name.casefold()] > 1 and person.roles:
            return f"{person.name} ({person.roles[0]})"
        return person.name

    def _move_focus(self, step: int) -> None:
        seen = [chip for chip in self.chips if chip.isVisible()]
        here = next((index for index, chip in enumerate(seen) if chip.hasFocus()), 0)
        seen[min(max(here + step, 0), len(seen) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self) -> None:
        """Enter saves what is chosen; where nobody is, it chooses the one it stands on."""
        if self.chosen():
            self.entered.emit()
        else:
            next(chip for chip in self.chips if chip.hasFocus()).setChecked(True)


def _icon(look: Look, person: PersonRow, photo: QPixmap | None, tick: QPixmap) -> QIcon:
    """The person's picture; a tick in its place when chosen, so that the colour is not all that tells."""

    def paint(painter: QPainter, place: QRect) -> None:
        paint_avatar(painter, look, place, person.name, person.kind, person.support, photo)

    icon = QIcon()
    icon.addPixmap(_picture(look, paint), QIcon.Mode.Normal, QIcon.State.Off)
    icon.addPixmap(tick, QIcon.Mode.Normal, QIcon.State.On)
    return icon


def _picture(look: Look, paint: Callable[[QPainter, QRect], None]) -> QPixmap:
    """A round picture with room beside it, on the side where the name stands."""
    picture = QPixmap(picture_size(look) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    side = look.px(PICTURE)
    room = picture_size(look).width() - side
    painter = QPainter(picture)
    paint(painter, QRect(room if QApplication.isRightToLeft() else 0, 0, side, side))
    painter.end()
    return picture


def _paint_tick(painter: QPainter, place: QRect, look: Look) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawEllipse(place)
    edge = round(place.width() * 0.19)
    painter.drawPixmap(place.adjusted(edge, edge, -edge, -edge), look.pixmap("check", "accent_ink", 24))


def _as_plain_text(name: str) -> str:
    """Escaped, because a tooltip that looks like markup would be read as markup."""
    from html import escape

    return f"<p>{escape(name)}</p>"


def small(image: bytes) -> QPixmap | None:
    # Reading photos is brought in where there is one.
    from ..widgets.photo import small_photo

    return small_photo(image)
