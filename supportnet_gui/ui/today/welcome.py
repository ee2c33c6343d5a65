"""The first start: who comes to mind, and three other ways to begin, of equal weight."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.text import Text
from .columns import Columns

tr = QCoreApplication.translate


class NameField(QLineEdit):
    """Emits `entered` on Enter, which goes no further: else it would press the button it leads to."""

    entered = Signal()

    def sizeHint(self) -> QSize:
        """A first name is short: three fields have room beside each other in a narrow window."""
        return QSize(self.fontMetrics().averageCharWidth() * 15, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Welcome(QWidget):
    """Emits `names_kept` with the names typed, `nobody`, or `looking_around`."""

    names_kept = Signal(list)
    nobody = Signal()
    looking_around = Signal()

    def __init__(self, look: Look, bring_in: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self.fields = [self._field(text) for text in _field_names()]
        self.keep_button = Button(look, tr("Welcome", "Keep these names"), "primary")
        self.bring_in_button = Button(look, tr("Welcome", "Bring in an address book"), "choice", "people")
        self.nobody_button = Button(look, tr("Welcome", "Nobody right now"), "choice", "heart")
        self.around_button = Button(look, tr("Welcome", "Look around"), "choice", "search")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(14))
        outer.addWidget(self._names_card())
        outer.addWidget(
            Columns(self.bring_in_button, self.nobody_button, self.around_button, gap=look.px(12))
        )
        outer.addWidget(Text(look, _privacy(), "small"))
        self.keep_button.clicked.connect(self.keep)
        self.bring_in_button.clicked.connect(bring_in)
        self.nobody_button.clicked.connect(self.nobody)
        self.around_button.clicked.connect(self.looking_around)
        self._typed()

    @property
    def being_written(self) -> bool:
        """Whether there are words in it that were not kept."""
        return bool(self.names()) and any(field.isModified() for field in self.fields)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        choices = (self.bring_in_button, self.nobody_button, self.around_button)
        return (*self.fields, self.keep_button, *choices)

    def names(self) -> list[str]:
        """What was typed, without empty fields."""
        return [name for field in self.fields if (name := field.text().strip())]

    def keep(self) -> None:
        """Hand over the names; they stay in the fields, for the case that this is undone."""
        if names := self.names():
            self.names_kept.emit(names)

    def were_kept(self) -> None:
        for field in self.fields:
            field.setModified(False)

    def clear(self) -> None:
        for field in self.fields:
            field.clear()

    def begin(self) -> None:
        """Put the keyboard in the first field."""
        self.fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _names_card(self) -> Card:
        card = Card(self._look)
        card.body.addWidget(Text(self._look, tr("Welcome", "Who comes to mind?"), "heading"))
        card.body.addWidget(
            Text(
                self._look,
                tr("Welcome", "A first name is enough. You can change everything later."),
                "quiet",
            )
        )
        card.body.addSpacing(self._look.px(2))
        card.body.addWidget(Columns(*self.fields, gap=self._look.px(10)))
        card.body.addSpacing(self._look.px(2))
        card.body.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _field(self, name: str) -> NameField:
        field = NameField()
        field.setPlaceholderText(tr("Welcome", "First name"))
        field.setAccessibleName(name)
        field.setMinimumHeight(self._look.px(36))
        field.textChanged.connect(self._typed)
        field.entered.connect(partial(self._move_on, field))
        return field

    def _typed(self) -> None:
        self.keep_button.setEnabled(bool(self.names()))

    def _move_on(self, field: NameField) -> None:
        """From a name to the next field; from the last, or from an empty one after a name, to the button."""
        index = self.fields.index(field)
        is_last = index == len(self.fields) - 1
        done = bool(self.names()) and (is_last or not field.text().strip())
        target: QWidget = self.keep_button if done else self.fields[min(index + 1, len(self.fields) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)


def _field_names() -> tuple[str, ...]:
    return (
        tr("Welcome", "First name"),
        tr("Welcome", "Second person's first name"),
        tr("Welcome", "Third person's first name"),
    )


def _privacy() -> str:
    return tr("Welcome", "This stays on this computer. Someone who can use your account can open it.")
