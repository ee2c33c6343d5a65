"""Everything about a contact but who: all of it can be left open, and anything chosen can be unchosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from ... import words
from ...core.model import Began, CheckIn, Felt, Support, Way
from ..theme import Look
from ..widgets.flow import Flow
from ..widgets.text import Text
from .choice import Choice
from .when import WhenField

tr = QCoreApplication.translate

_SKIP = "skip"


class More(QWidget):
    """The fields. `noted(check_in)` gives a check-in with what they say."""

    def __init__(self, look: Look, today: date, check_in: CheckIn | None = None) -> None:
        super().__init__()
        self._look = look
        self.when = WhenField(
            look, today, check_in.on if check_in else None, check_in.at if check_in else None
        )
        self.way = Choice(look, tr("LogDialog", "How"), [(way, words.way(way)) for way in Way])
        self.began = Choice(look, tr("LogDialog", "Who began"), [(one, words.began(one)) for one in Began])
        self.answered = Choice(
            look,
            tr("LogDialog", "Was there an answer"),
            [(True, tr("LogDialog", "Answered")), (False, tr("LogDialog", "No answer yet"))],
        )
        self.support = _Support(look)
        self.gave = Choice(
            look,
            tr("LogDialog", "Did you give support too"),
            [(True, tr("LogDialog", "Yes")), (False, tr("LogDialog", "No"))],
        )
        self.felt = Choice(
            look,
            tr("LogDialog", "How it felt afterwards"),
            [*((one, words.felt(one)) for one in Felt), (_SKIP, tr("LogDialog", "Skip"))],
        )
        self.note = _Note(look, tr("LogDialog", "Note"))
        self.next_note = _Note(look, tr("LogDialog", "For next time"))
        self._lay_out()
        if check_in is not None:
            self._fill(check_in)

    def noted(self, check_in: CheckIn) -> CheckIn:
        """The check-in with all that is noted here. Raises ValueError where the time typed is no time."""
        chosen: dict[str, Any] = {
            "way": self.way.value,
            "began": self.began.value,
            "answered": self.answered.value,
            "gave_support": self.gave.value,
            "felt": None if self.felt.value == _SKIP else self.felt.value,
        }
        return replace(
            check_in,
            on=self.when.on,
            at=self.when.at(),
            support=self.support.ticked(),
            note=self.note.text(),
            next_note=self.next_note.text(),
            **chosen,
        )

    @property
    def written(self) -> tuple[str, str]:
        """The words written here, which would be a pity to lose."""
        return self.note.text(), self.next_note.text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(16))
        for part in (
            self.when,
            self.way,
            self.felt,
            self.note,
            self.support,
            self.gave,
            self.began,
            self.answered,
            self.next_note,
        ):
            column.addWidget(part)

    def _fill(self, check_in: CheckIn) -> None:
        self.way.choose(check_in.way)
        self.began.choose(check_in.began)
        self.answered.choose(check_in.answered)
        self.gave.choose(check_in.gave_support)
        self.felt.choose(check_in.felt)
        self.support.tick(check_in.support)
        self.note.set_text(check_in.note)
        self.next_note.set_text(check_in.next_note)


class _Support(QWidget):
    """The three kinds of support, each to tick."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        question = tr("LogDialog", "What kind of support")
        self.boxes: dict[Support, QCheckBox] = {}
        flow = Flow(gap=look.px(6))
        for support in Support:
            box = QCheckBox(words.support(support))
            box.setProperty("look", str(support))
            box.setAccessibleDescription(question)
            box.setMinimumHeight(look.px(34))
            box.setCursor(Qt.CursorShape.PointingHandCursor)
            self.boxes[support] = box
            flow.add(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(5))
        column.addWidget(Text(look, question, "strong"))
        column.addWidget(flow)

    def ticked(self) -> tuple[Support, ...]:
        return tuple(support for support, box in self.boxes.items() if box.isChecked())

    def tick(self, ticked: tuple[Support, ...]) -> None:
        for support, box in self.boxes.items():
            box.setChecked(support in ticked)


class _Note(QWidget):
    """A few lines of text. Tab leaves it; nothing typed is ever read as markup."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._given = self._given_as_shown = ""
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(name)
        self.field.setFixedHeight(QFontMetrics(look.font()).lineSpacing() * 3 + look.px(26))
        label = Text(look, name, "strong")
        label.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(5))
        column.addWidget(label)
        column.addWidget(self.field)

    def text(self) -> str:
        """What is written, without empty lines around it; what was not touched, exactly as it was."""
        now = self.field.toPlainText()
        return self._given if now == self._given_as_shown else now.strip()

    def set_text(self, text: str) -> None:
        self.field.setPlainText(text)
        self._given, self._given_as_shown = text, self.field.toPlainText()
