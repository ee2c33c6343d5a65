"""People as chips: a picture and a name each, on or off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ...core.model import PersonRow
from ..theme import Look
from ..widgets.avatar import paint_avatar, read_photo
from ..widgets.buttons import Button
from ..widgets.flow import Flow

_PICTURE = 30
_WIDEST_NAME = 220
"""Pixels at 100 % text."""
_MOST_SAID = 200
"""Letters of a name that a tooltip and a screen reader get: more would only stand in the way."""


class PersonChip(Button):
    """One person. Space chooses, the arrow keys emit `moved` with the step, Enter emits `entered`."""

    moved = Signal(int)
    entered = Signal()

    def __init__(
        self, look: Look, person: PersonRow, label: str, photo: QPixmap | None, parent: QWidget | None = None
    ) -> None:
        said = label[:_MOST_SAID]
        # What is chosen is semibold: every chip has room for that, so that none moves when one is chosen.
        self._chosen_text = QFontMetrics(look.font(semibold=True))
        name = self._chosen_text.elidedText(said, Qt.TextElideMode.ElideRight, look.px(_WIDEST_NAME))
        super().__init__(look, name, "chip", parent=parent)
        self.person = person.id
        self.setAccessibleName(said)
        if name != label:
            # Escaped, because a tooltip that looks like markup would be read as markup.
            self.setToolTip(f"<p>{escape(said)}</p>")
        self.setIcon(_icon(look, person, photo))
        self.setIconSize(picture_size(look))

    def sizeHint(self) -> QSize:
        text = self.text()
        more = self._chosen_text.horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
        return super().sizeHint() + QSize(max(more, 0), 0)

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


class PeopleChips(Flow):
    """The chips of several people. `changed` is emitted when one is chosen or no longer is."""

    changed = Signal()
    entered = Signal()

    def __init__(self, look: Look, photo_of: Callable[[str], bytes | None]) -> None:
        super().__init__(gap=look.px(9))
        self._look = look
        self._photo_of = photo_of
        self._shown: tuple[PersonRow, ...] = ()
        self.chips: list[PersonChip] = []

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Show these people; the chosen stay chosen, and while they are the same people nobody changes place."""
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
            if chip.person == focused:
                chip.setFocus()
        self.changed.emit()

    def chosen(self) -> tuple[str, ...]:
        """The ids of those who are chosen, in the order shown."""
        return tuple(chip.person for chip in self.chips if chip.isChecked())

    def choose_nobody(self) -> None:
        for chip in self.chips:
            chip.setChecked(False)

    def _chip(self, person: PersonRow) -> PersonChip:
        image = self._photo_of(person.id) if person.has_photo else None
        chip = PersonChip(self._look, person, self._label(person), read_photo(image) if image else None)
        chip.moved.connect(self._move_focus)
        chip.entered.connect(self._enter)
        self.add(chip)
        chip.show()
        return chip

    def _label(self, person: PersonRow) -> str:
        """The name, with a word beside it where two people here have the same."""
        same = Counter(one.name.casefold() for one in self._shown)
        if same[person.name.casefold()] > 1 and person.roles:
            return f"{person.name} ({person.roles[0]})"
        return person.name

    def _move_focus(self, step: int) -> None:
        here = next((index for index, chip in enumerate(self.chips) if chip.hasFocus()), 0)
        target = min(max(here + step, 0), len(self.chips) - 1)
        self.chips[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self) -> None:
        """Enter saves what is chosen; where nobody is, it chooses the one it stands on."""
        if self.chosen():
            self.entered.emit()
        else:
            next(chip for chip in self.chips if chip.hasFocus()).setChecked(True)


def picture_size(look: Look) -> QSize:
    """The size of the picture on a chip."""
    return QSize(look.px(_PICTURE), look.px(_PICTURE))


def _icon(look: Look, person: PersonRow, photo: QPixmap | None) -> QIcon:
    """The person's picture; a tick in its place when chosen, so that the colour is not all that tells."""
    icon = QIcon()
    for state in (QIcon.State.Off, QIcon.State.On):
        side = look.px(_PICTURE)
        picture = QPixmap(side * 2, side * 2)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        place = QRect(0, 0, side, side)
        if state is QIcon.State.Off:
            paint_avatar(painter, look, place, person.name, person.kind, person.support, photo)
        else:
            _paint_tick(painter, look, place)
        painter.end()
        icon.addPixmap(picture, QIcon.Mode.Normal, state)
    return icon


def _paint_tick(painter: QPainter, look: Look, place: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawEllipse(place)
    edge = round(place.width() * 0.19)
    painter.drawPixmap(place.adjusted(edge, edge, -edge, -edge), look.pixmap("check", "accent_ink", 24))
