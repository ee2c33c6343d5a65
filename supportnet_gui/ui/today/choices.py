"""What would help, and how much energy there is: two questions folded away, with nothing chosen beforehand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from ... import suggestion_words
from ...core.model import Energy, Need
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Fold
from ..widgets.flow import Flow
from ..widgets.text import Text

if TYPE_CHECKING:
    from ...core.store import Store

tr = QCoreApplication.translate

Answer = TypeVar("Answer")

NEEDS = (Need.LISTENS, Need.HAND, Need.COMPANY, Need.ANYTHING)
"""In the order in which they are offered."""

KEY = "today_choices"
"""The setting that holds need, energy and the day they were chosen on; they end with that day."""


class Choices(Fold):
    """Emits `changed` when something else was chosen. What was chosen is kept until four in the morning."""

    changed = Signal()

    def __init__(self, look: Look, store: Store, day: Callable[[], date]) -> None:
        super().__init__(look, _closed(None, None, False), tr("Choices", "Hide these questions"))
        self._store, self._day = store, day
        self.needs: dict[Need, QRadioButton] = {}
        self.energies: dict[Energy, QRadioButton] = {}
        self.clear_button: Button | None = None
        self.said: Text | None = None
        self.low_day: QCheckBox | None = None
        self.is_low_day = False
        self.need: Need | None = None
        self.energy: Energy | None = None
        self.toggled.connect(self._made)
        self.read()

    def read(self) -> None:
        """What was chosen today; nothing on a new day."""
        kept = self._store.settings.get(KEY)
        need, energy, on = (*kept, "", "", "")[:3]
        today = on == self._day().isoformat()
        self.need = Need(need) if today and need in set(Need) else None
        self.energy = Energy(energy) if today and energy in set(Energy) else None
        self.is_low_day = self._store.today.is_low_day
        self._show()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        clear = (self.clear_button,) if self.clear_button else ()
        low_day = (self.low_day,) if self.low_day else ()
        return (self.button, *self.needs.values(), *self.energies.values(), *low_day, *clear)

    def _made(self, opened: bool) -> None:
        """The radio buttons, when they are first wanted."""
        if opened and not self.needs:
            look = self._look
            self.needs = self._ask(
                tr("Choices", "What would help?"), {one: suggestion_words.need(one) for one in NEEDS}
            )
            self.energies = self._ask(
                tr("Choices", "How much energy is there?"),
                {one: suggestion_words.energy(one) for one in Energy},
            )
            self.clear_button = Button(look, tr("Choices", "Choose nothing"), "quiet")
            self.clear_button.clicked.connect(self._clear)
            about = tr(
                "Choices", "No more reminders today, and only the smallest steps. It ends by itself at night."
            )
            self.low_day = QCheckBox(tr("Choices", "A low day"))
            self.low_day.setAccessibleDescription(about)
            self.low_day.clicked.connect(self._set_low_day)
            low_day = QVBoxLayout()
            low_day.setSpacing(look.px(2))
            low_day.addWidget(self.low_day, 0, Qt.AlignmentFlag.AlignLeading)
            low_day.addWidget(Text(look, about, "quiet"))
            self.body.addLayout(low_day)
            self.said = Text(look, "", "quiet")
            self.said.hide()
            self.body.addWidget(self.said)
            self.body.addWidget(Flow(self.clear_button))
        self._show()

    def say(self, sentence: str) -> None:
        """What came of a choice, in sight of it: the card above may not be."""
        if self.said is not None:
            self.said.setText(sentence)
            self.said.setVisible(bool(sentence))

    def _ask(self, title: str, answers: dict[Answer, str]) -> dict[Answer, QRadioButton]:
        """A question with its radio buttons."""
        look = self._look
        box = QWidget()
        box.setAccessibleName(title)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Text(look, title, "strong"))
        group = QButtonGroup(box)
        flow = Flow(gap=look.px(6))
        buttons = {value: QRadioButton(text) for value, text in answers.items()}
        for button in buttons.values():
            button.setMinimumHeight(look.px(34))
            button.setAccessibleDescription(title)
            group.addButton(button)
            flow.add(button)
        group.buttonClicked.connect(self._chosen)
        column.addWidget(flow)
        self.body.addWidget(box)
        return buttons

    def _chosen(self) -> None:
        need = next((one for one, button in self.needs.items() if button.isChecked()), None)
        energy = next((one for one, button in self.energies.items() if button.isChecked()), None)
        if (need, energy) != (self.need, self.energy):
            self._keep(need, energy)

    def _set_low_day(self, low: bool) -> None:
        from .telling import kept

        kept(self._look, self, partial(self._store.reminders.set_low_day, low))
        self.read()
        self.changed.emit()

    def _clear(self) -> None:
        first = next(iter(self.needs.values()))
        self._keep(None, None)
        first.setFocus()

    def _keep(self, need: Need | None, energy: Energy | None) -> None:
        from .telling import kept

        value = [need or "", energy or "", self._day().isoformat()]
        if kept(self._look, self, lambda: self._store.settings.set(KEY, value)):
            self.need, self.energy = need, energy
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Let the buttons say what is chosen, and the folded line too."""
        for chosen, buttons in ((self.need, self.needs), (self.energy, self.energies)):
            for value, button in buttons.items():
                # A group with one of its buttons on keeps it on, unless it is told otherwise.
                group = button.group()
                group.setExclusive(False)
                button.setChecked(value == chosen)
                group.setExclusive(True)
        for value, button in self.energies.items():
            # A low day is one with very little, whatever was chosen before.
            button.setEnabled(not self.is_low_day or value is Energy.LITTLE)
        if self.low_day is not None:
            self.low_day.setChecked(self.is_low_day)
        if self.clear_button is not None:
            self.clear_button.setVisible(self.need is not None or self.energy is not None)
        self.set_closed_text(_closed(self.need, self.energy, self.is_low_day))


def _closed(need: Need | None, energy: Energy | None, low_day: bool) -> str:
    """What the button says while folded: what is chosen, so that nothing works unseen."""
    said = [suggestion_words.need(need)] if need else []
    if low_day:
        said.append(tr("Choices", "A low day"))
    elif energy:
        said.append(tr("Choices", "Energy: {energy}").format(energy=suggestion_words.energy(energy).lower()))
    return " · ".join(said) or tr("Choices", "What would help?")
