"""Two entries that are one person: choose the other, see what the one will hold, make them one or two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ... import words
from ...core.model import PersonRow, Supporter
from ...core.store.merging import merged
from ...core.store.search import folded
from ..theme import Look
from ..widgets.avatar import Avatar
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.dialog import Dialog
from ..widgets.fields import tab_in_order
from ..widgets.long_text import LongText, beginning, softened
from ..widgets.search_field import SearchField
from ..widgets.text import Text
from .facts import about_line, status_line
from .list import PeopleList
from .photos import Photos

tr = QCoreApplication.translate


class Answer(Enum):
    ONE = "one"
    TWO = "two"


class MergeDialog(Dialog):
    """`search` finds entries by words, `get` reads one. `two` holds the ids known to be other people.

    `told` says what a page tells of an entry.
    """

    def __init__(
        self,
        look: Look,
        person: Supporter,
        search: Callable[[str], list[PersonRow]],
        get: Callable[[str], Supporter | None],
        two: frozenset[str],
        told: Callable[[Supporter], list[tuple[str, str]]],
        photos: Photos,
        parent: QWidget | None,
    ) -> None:
        super().__init__(look, tr("People", "Same person as…"), parent, 720)
        self._person, self._search, self._get, self._two = person, search, get, two
        self._told, self._photos = told, photos
        self.other: Supporter | None = None
        self._answer: Answer | None = None
        self._make_chooser()
        self._preview = QWidget()
        self._preview_column = QVBoxLayout(self._preview)
        self._preview_column.setContentsMargins(0, 0, 0, 0)
        self._preview_column.setSpacing(look.px(12))
        self.body.addWidget(self._chooser, 1)
        self.body.addWidget(self._preview)
        self._preview.hide()
        self.cancel = self.add_button(tr("People", "Not now"))
        self.two = self.add_button(tr("People", "They are two people"))
        self.one = self.add_button(tr("People", "Make them one"), "primary")
        self.two.hide()
        self.one.hide()
        self.cancel.clicked.connect(self.reject)
        self.two.clicked.connect(self._say_two)
        self.one.clicked.connect(self._say_one)
        self._find("")
        self.field.setFocus()
        self.resize(self.width(), min(look.px(560), self._tallest()))

    def ask(self) -> tuple[Answer, str, str] | None:
        """The answer with the id that stays and the other; None for none."""
        self.exec()
        if self._answer is None or self.other is None:
            return None
        keep, other = self._pair()
        return self._answer, keep.id, other.id

    # -- whom ------------------------------------------------------------------------------------------------

    def _make_chooser(self) -> None:
        look = self.look
        self._chooser = QWidget()
        column = QVBoxLayout(self._chooser)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        question = tr("People", "Who else here is {name} too?").format(name=words.short(self._person.name))
        self.field = SearchField(look, tr("People", "Search names, roles and notes"))
        self.list = PeopleList(look, self._photos)
        column.addWidget(Text(look, softened(question)))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.nobody = Text(look, tr("People", "Nobody else is found by these words."), "quiet")
        column.addWidget(self.nobody)
        self.field.textChanged.connect(self._find)
        self.field.down.connect(self.list.setFocus)
        self.field.enter.connect(self._choose_first)
        self.list.opened.connect(self.choose)

    def _find(self, text: str) -> None:
        rows = [row for row in self._search(text) if row.id != self._person.id]
        rows.sort(key=self._unlikely)
        self.list.set_rows(rows, None)
        self.nobody.setVisible(not rows)
        self.list.setVisible(bool(rows))

    def _unlikely(self, row: PersonRow) -> bool:
        """Entries whose name begins with the same word come first; entries known to be others do not."""
        mine, theirs = folded(self._person.name[:200]).split(), folded(row.name[:200]).split()
        return row.id in self._two or not (mine and theirs and mine[0] == theirs[0])

    def _choose_first(self) -> None:
        if self.list.people.rows:
            self.choose(self.list.people.rows[0].id)

    def choose(self, person_id: str) -> None:
        """Go on to what the one entry would hold."""
        self.other = self._get(person_id)
        if self.other is None:
            self._find(self.field.text())
            return
        self._fill_preview(self._person, self.other)
        self._show_preview(True)
        self.one.setFocus()

    # -- what ------------------------------------------------------------------------------------------------

    def _show_preview(self, shown: bool) -> None:
        self._chooser.setVisible(not shown)
        self._preview.setVisible(shown)
        self.one.setVisible(shown)
        self.two.setVisible(shown)
        if not shown:
            self.field.setFocus()

    def _fill_preview(self, mine: Supporter, theirs: Supporter) -> None:
        look = self.look
        old = QWidget()
        while (item := self._preview_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(old)
        old.deleteLater()
        back = Button(look, tr("People", "Choose someone else"), "quiet", "back")
        back.clicked.connect(self._back)
        self._preview_column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        if theirs.id in self._two:
            self._preview_column.addWidget(
                Text(
                    look,
                    tr("People", "You noted that these are two people. You can still change that."),
                    "quiet",
                )
            )
        self._preview_column.addWidget(self._side_by_side(mine, theirs))
        self._preview_column.addWidget(self._names(mine, theirs))
        self._preview_column.addWidget(Text(look, tr("People", "Together they hold"), "strong"))
        self._together = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._together)
        self._together.setContentsMargins(0, 0, 0, 0)
        self._preview_column.addWidget(holder)
        self._preview_column.addStretch(1)
        self._show_together()

    def _side_by_side(self, mine: Supporter, theirs: Supporter) -> QWidget:
        wide = self.width() > self.look.px(560)
        pair = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom, pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.px(12))
        for one in (mine, theirs):
            row.addWidget(self._summary(one, "quote", brief=True), 1)
        return pair

    def _names(self, mine: Supporter, theirs: Supporter) -> QWidget:
        """Which name stays, where there are two; the other is kept as a word for them."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.name_choices = [
            QRadioButton(words.short(one.name, 40).replace("&", "&&")) for one in (mine, theirs)
        ]
        self.name_choices[0].setChecked(True)
        if folded(mine.name) != folded(theirs.name):
            column.addWidget(Text(self.look, tr("People", "Which name stays?"), "strong"))
            for choice in self.name_choices:
                choice.setMinimumHeight(self.look.px(32))
                column.addWidget(choice)
            self.name_choices[0].toggled.connect(self._show_together)
        return box

    def _show_together(self) -> None:
        while (item := self._together.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        keep, other = self._pair()
        both = replace(merged(keep, other), has_photo=keep.has_photo or other.has_photo)
        from_whom = keep if keep.has_photo else other
        self._together.addWidget(self._summary(both, "card", from_whom.id))
        tab_in_order(self.field, self.list, self._preview, self.cancel, self.two, self.one)

    def _summary(self, one: Supporter, style: str, photo_of: str = "", brief: bool = False) -> Card:
        """What an entry holds, in lines; in brief, enough to know who is meant."""
        look = self.look
        card = Card(look, style, padding=14)
        card.body.setSpacing(look.px(4))
        top = QHBoxLayout()
        top.setSpacing(look.px(10))
        photo: QPixmap | None = self._photos.get(photo_of or one.id) if one.has_photo else None
        top.addWidget(Avatar(look, one.name, one.kind, one.support, photo, 36), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(Text(look, softened(beginning(one.name, 80)), "strong"), 1)
        card.body.addLayout(top)
        said = [
            about_line(one),
            status_line(one),
            ", ".join(words.support(support) for support in one.support),
        ]
        for text in filter(None, said):
            card.body.addWidget(Text(look, softened(text), "quiet"))
        held = list(dict.fromkeys(channel.value for channel in one.channels)) + [
            f"{label}: {text}" for label, text in self._told(one)
        ]
        if one.note.strip():
            held.append(one.note)
        for text in held[:2] if brief else held:
            card.body.addWidget(LongText(look, text, "small", 160))
        card.body.addStretch(1)
        return card

    def _pair(self) -> tuple[Supporter, Supporter]:
        """The entry that stays, and the other."""
        assert self.other is not None
        mine, theirs = self._person, self.other
        return (mine, theirs) if self.name_choices[0].isChecked() else (theirs, mine)

    def _back(self) -> None:
        self._show_preview(False)

    def _say_one(self) -> None:
        self._answer = Answer.ONE
        self.accept()

    def _say_two(self) -> None:
        self._answer = Answer.TWO
        self.accept()
