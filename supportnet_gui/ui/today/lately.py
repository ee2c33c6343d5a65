"""The newest contacts, in soft words: never a gap, never a count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ... import words
from ...core.model import Way
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.text import Text

if TYPE_CHECKING:
    from ...core.store import Entry, Store

tr = QCoreApplication.translate

MOST = 5
_LONGEST_NAME = 40
_NAMED = 3
"""With more people than this, two are named."""


def soft_when(day: date, today: date) -> str:
    """Today, Yesterday, Monday, Last week, Earlier: no date, so that no distance can be read off."""
    if day > today - timedelta(days=7):
        return words.when(day, today) if day <= today else tr("Lately", "Today")
    if day > today - timedelta(days=14):
        return tr("Lately", "Last week")
    return tr("Lately", "Earlier")


def sentence(entry: Entry) -> str:
    """A contact in few words: "Amira, a call"; with no way noted just the names."""
    names = tuple(_isolated(words.short(name, _LONGEST_NAME)) for name in entry.names)
    if len(names) > _NAMED:
        who = tr("Lately", "{first}, {second} and others").format(first=names[0], second=names[1])
    else:
        who = words.people(names)
    if len(names) > _NAMED and entry.check_in.way is Way.GROUP:
        return who  # It says already that there were others.
    pattern = {
        Way.MESSAGE: tr("Lately", "{people}, a message"),
        Way.CALL: tr("Lately", "{people}, a call"),
        Way.VIDEO: tr("Lately", "{people}, a video call"),
        Way.IN_PERSON: tr("Lately", "{people}, in person"),
        Way.GROUP: tr("Lately", "{people}, with others"),
        Way.LETTER: tr("Lately", "{people}, a letter"),
    }.get(entry.check_in.way)  # type: ignore[arg-type]
    return pattern.format(people=who) if pattern else who


class Lately(QWidget):
    """At most five contacts. Where there are none, there is nothing to see, not even a heading."""

    def __init__(self, look: Look, store: Store, go_to_check_ins: Callable[[], None]) -> None:
        super().__init__()
        self._store = store
        self.all_button = Button(look, tr("Lately", "All check-ins"), "quiet")
        self.all_button.clicked.connect(go_to_check_ins)
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("Lately", "Lately"), "heading"), 1)
        head.addWidget(self.all_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(18))
        self._grid.setVerticalSpacing(look.px(13))
        self._grid.setColumnMinimumWidth(0, look.px(84))
        self._grid.setColumnStretch(1, 1)
        self.rows = [(Text(look, "", "quiet"), Text(look)) for _ in range(MOST)]
        for index, (when, what) in enumerate(self.rows):
            when.setWordWrap(False)
            self._grid.addWidget(when, index, 0, Qt.AlignmentFlag.AlignTop)
            # A name that is one long word is cut at the edge rather than widening the page.
            what.setMinimumWidth(look.px(60))
            # A name written from right to left stays in its column.
            what.setAlignment(_leading(self.isRightToLeft()) | Qt.AlignmentFlag.AlignAbsolute)
            self._grid.addWidget(what, index, 1, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, look.px(10), 0, 0)
        outer.setSpacing(look.px(8))
        outer.addLayout(head)
        outer.addLayout(self._grid)
        self.hide()

    def refresh(self, today: date) -> None:
        """Show the newest contacts as they are now."""
        entries = self._store.check_ins.latest(MOST)
        before = ""
        for (when, what), entry in zip(self.rows, (*entries, *[None] * (MOST - len(entries))), strict=True):
            when.setVisible(entry is not None)
            what.setVisible(entry is not None)
            if entry is None:
                continue
            day, text = soft_when(entry.check_in.on, today), sentence(entry)
            # The same word again and again would weigh more than what happened.
            when.setText("" if day == before else day)
            what.setText(text)
            what.setAccessibleName(tr("Lately", "{when}: {what}").format(when=day, what=text))
            before = day
        self.setVisible(bool(entries))


def _isolated(name: str) -> str:
    """A name written from right to left, kept from turning the sentence round (Unicode's FSI and PDI)."""
    turns = any(bidirectional(letter) in ("R", "AL", "AN", "RLE", "RLO") for letter in name)
    return f"\u2068{name}\u2069" if turns else name


def _leading(right_to_left: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
