"""How it might go, before; and afterwards how it did go. Only for who switched it on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ... import suggestion_words, words
from ...core.expecting import Expectation, mostly_better
from ...core.model import Expected
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .telling import kept

if TYPE_CHECKING:
    from ...core.store import Store

tr = QCoreApplication.translate


class Guess(QWidget):
    """Asks how it might go with one person. A click notes it; another one changes it."""

    def __init__(self, look: Look, store: Store) -> None:
        super().__init__()
        self._look, self._store = look, store
        self._person = ""
        self.chips: dict[Expected, Button] = {}
        group = QButtonGroup(self)
        flow = Flow(gap=look.px(6))
        question = tr("Guess", "How might it go?")
        for value in Expected:
            chip = Button(look, suggestion_words.expected(value), "chip")
            chip.setAccessibleDescription(question)
            chip.clicked.connect(partial(self._chosen, value))
            group.addButton(chip)
            flow.add(chip)
            self.chips[value] = chip
        self._group = group
        self.better = Text(
            look, tr("Guess", "Most times you noted it, it went better than you thought."), "quiet"
        )
        self.notes_button = Button(look, tr("Guess", "My notes on this"), "quiet")
        self.notes_button.clicked.connect(self._open_notes)
        flow.add(self.notes_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Text(look, question, "quiet"))
        column.addWidget(flow)
        column.addWidget(self.better)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return (*self.chips.values(), self.notes_button)

    def show_for(self, person: str) -> None:
        """Ask about somebody; what was said today already is marked."""
        self._person = person
        now = self._store.expectations.now(person)
        # A group with one of its buttons on keeps it on, unless it is told otherwise.
        self._group.setExclusive(False)
        for value, chip in self.chips.items():
            chip.setChecked(now is not None and now.expected is value)
        self._group.setExclusive(True)
        notes = self._store.expectations.all()
        self.better.setVisible(mostly_better(notes))
        self.notes_button.setVisible(any(one.went is not None for one in notes))

    def _chosen(self, value: Expected) -> None:
        kept(self._look, self, partial(self._store.expectations.expect, self._person, value))
        self.show_for(self._person)

    def _open_notes(self) -> None:
        from .guess_notes import GuessNotes

        GuessNotes(self._look, self._store, self.window()).exec()


class HowItWent(Card):
    """Asks once how it went, where it was guessed before and a contact was noted."""

    def __init__(self, look: Look, store: Store) -> None:
        super().__init__(look)
        self._look, self._store = look, store
        self._about: Expectation | None = None
        self.question = Text(look, "", "strong")
        self.buttons: dict[Expected, Button] = {}
        flow = Flow(gap=look.px(6))
        for value in (Expected.WARMLY, Expected.SO_SO, Expected.NOT_WELL):
            button = Button(look, suggestion_words.expected(value))
            button.clicked.connect(partial(self._said, value))
            self.buttons[value] = button
            flow.add(button)
        self.skip_button = Button(look, tr("Guess", "Skip"), "quiet")
        self.skip_button.clicked.connect(self._skip)
        flow.add(self.skip_button)
        self.body.addWidget(self.question)
        self.body.addWidget(flow)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        return (*self.buttons.values(), self.skip_button)

    def refresh(self) -> None:
        """Ask about the newest contact that was guessed about; hidden where there is none."""
        self._about = self._store.expectations.to_ask()
        self.setVisible(self._about is not None)
        if self._about is not None:
            names = self._store.people.names([self._about.supporter])
            self.question.setText(
                tr("Guess", "How did it go with {name}?").format(name=words.people(tuple(names.values())))
            )
            for button in self.buttons.values():
                button.setAccessibleDescription(self.question.text())

    def _said(self, value: Expected) -> None:
        if self._about is not None:
            kept(self._look, self, partial(self._store.expectations.say_how_it_went, self._about.id, value))

    def _skip(self) -> None:
        if self._about is not None:
            kept(self._look, self, partial(self._store.expectations.forget, self._about.id))


def in_words(one: Expectation, name: str) -> str:
    """One note as a line: "Amira. Thought: not well. It went: warmly."."""
    assert one.went is not None
    return tr("Guess", "{name}. Thought before: {thought}. It went: {went}.").format(
        name=name,
        thought=suggestion_words.expected(one.expected).lower(),
        went=suggestion_words.expected(one.went).lower(),
    )
