"""The step that asks about somebody who looks like a person who is here: both side by side, three answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ... import words
from ...core.exchange.importing import Answer, Candidate, Decision
from ...core.exchange.vcard import CardChannel, CardDate
from ...core.model import Channel, DateKind, SpecialDate, Supporter
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .beside import UNBOUNDED, Beside

tr = QCoreApplication.translate

_MOST_WAYS, _LONGEST_NOTE = 6, 300
_FEWER_WAYS, _SHORTER_NOTE = 3, 80
"""At large text the answers stay in sight below shorter cards."""
_LARGE = 150
_AFTER = re.compile(r"([@._/-])")


class CompareStep(QWidget):
    """`answered` carries the decision about the card that is shown."""

    answered = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._large = look.text_size >= _LARGE
        self._question = Text(look)
        self.choices: list[Button] = []

    def ask_about(self, candidate: Candidate, people: Sequence[Supporter]) -> None:
        """Show a card beside everyone here who may be the same person."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6 if self._large else 14))
        self._question = Text(self._look, _question(candidate))
        self._question.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Room for the ring of the focus.
        self._question.setMargin(self._look.px(5))
        column.addWidget(self._question)
        sides = [self._card_of(candidate), *map(self._card_for, people)]
        # Of many, each would be too narrow.
        wide = self._look.px(270) * len(sides) if len(sides) < 4 else UNBOUNDED
        column.addWidget(Beside(sides, wide, self._look.px(12)))
        self.choices = self._buttons(people)
        # The keyboard goes from the question to the answers, so what it is about is read out with it.
        texts = (text.text() for side in sides for text in side.findChildren(QLabel))
        self._question.setAccessibleDescription(" ".join(texts))
        if self._large:
            column.addWidget(Flow(*self.choices, gap=self._look.px(6)))
        else:
            for button in self.choices:
                column.addWidget(button)
        column.addWidget(
            Text(
                self._look,
                tr(
                    "BringIn",
                    "Adding fills in what is not there yet: numbers, addresses, dates, a note, a photo. "
                    "Nothing you have here is replaced. If they are two people, this is remembered.",
                ),
                "quiet",
            )
        )
        column.addStretch(1)
        self._column.addWidget(self._content)
        self._content.show()

    def begin(self) -> None:
        """Put the keyboard on the question: no answer is given by an Enter too many."""
        self._question.setFocus(Qt.FocusReason.TabFocusReason)

    def _buttons(self, people: Sequence[Supporter]) -> list[Button]:
        made = []
        for one in people:
            text = tr("BringIn", "The same person: add what is missing")
            if len(people) > 1:
                text = tr("BringIn", "The same person as {name}: add what is missing").format(
                    name=words.short(one.name, 30)
                )
            made.append(self._choice(text, Answer(Decision.ADD, one.id)))
        made.append(self._choice(tr("BringIn", "Two people: keep both"), Answer(Decision.NEW)))
        made.append(self._choice(tr("BringIn", "Leave this one out"), Answer(Decision.LEAVE)))
        return made

    def _choice(self, text: str, answer: Answer) -> Button:
        button = Button(self._look, text, "plain" if self._large else "choice")
        button.clicked.connect(partial(self.answered.emit, answer))
        return button

    def _card_of(self, candidate: Candidate) -> Card:
        card = candidate.card
        lines = [*self._ways(card.channels), *_dates(card.dates), *_photo(card.photo is not None)]
        note = "\n".join(filter(None, (card.note, card.about)))
        return self._side(tr("BringIn", "In the file"), card.name, lines, note)

    def _card_for(self, one: Supporter) -> Card:
        lines = [*self._ways(one.channels), *_dates(one.dates), *_photo(one.has_photo)]
        return self._side(tr("BringIn", "Here"), one.name, lines, one.note)

    def _side(self, where: str, name: str, lines: Sequence[str], note: str) -> Card:
        look = self._look
        side = Card(look, padding=10 if self._large else 20)
        if self._large:
            side.body.setSpacing(look.px(2))
        texts = [Text(look, where, "small"), Text(look, words.short(name, 120), "heading")]
        texts += [Text(look, line) for line in lines]
        if note.strip():
            longest = _SHORTER_NOTE if self._large else _LONGEST_NOTE
            texts.append(Text(look, words.short(note, longest), "quiet"))
        elif not lines:
            texts.append(Text(look, tr("BringIn", "Nothing but the name."), "quiet"))
        for text in texts:
            # One endless word is cut at the edge rather than pushing the other side away.
            text.setMinimumWidth(look.px(60))
            side.body.addWidget(text)
        side.body.addStretch(1)
        return side

    def _ways(self, channels: Sequence[Channel | CardChannel]) -> list[str]:
        return _ways(channels, _FEWER_WAYS if self._large else _MOST_WAYS)


def _question(candidate: Candidate) -> str:
    like = candidate.likely[0]
    return tr("BringIn", "{name} in the file and {other} here have {reason}.").format(
        name=words.short(candidate.card.name), other=words.short(like.name), reason=words.same(like.why)
    )


def _ways(channels: Sequence[Channel | CardChannel], most: int) -> list[str]:
    lines = [
        tr("BringIn", "{kind}: {value}").format(
            kind=words.protocol(one.protocol), value=_breakable(words.short(one.value, 120))
        )
        for one in channels[:most]
    ]
    if len(channels) > most:
        lines.append(tr("BringIn", "and %n more way(s) to reach them", "", len(channels) - most))
    return lines


def _breakable(value: str) -> str:
    """An address may go on in the next line after any of these, which a label does not know."""
    return _AFTER.sub("\\1\u200b", ", ".join(value.split("\n")))


def _dates(dates: Iterable[SpecialDate | CardDate]) -> list[str]:
    return [
        tr("BringIn", "{kind}: {value}").format(
            kind=words.date_kind(DateKind(one.kind)), value=half_known(one.year, one.month, one.day)
        )
        for one in dates
    ]


def _photo(there: bool) -> list[str]:
    return [tr("BringIn", "With a photo")] if there else []


def half_known(year: int | None, month: int | None, day: int | None) -> str:
    """A date of which parts may be unknown: 3 February 1985, 3 February, February 1985, 1985."""
    locale = QLocale()
    if month is None:
        return str(year if year is not None else day)
    if day is None:
        name = locale.standaloneMonthName(month)
        return name if year is None else f"{name} {year}"
    # Any leap year: what is not known forbids nothing.
    on = QDate(year or 2000, month, day)
    return locale.toString(on, tr("BringIn", "d MMMM") if year is None else tr("BringIn", "d MMMM yyyy"))
