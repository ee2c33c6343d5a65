"""The last step: how each of them could be there. It can be left empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ... import words
from ...core.exchange.importing import Result
from ...core.model import Support, Supporter
from ..theme import Look
from ..widgets.avatar import Avatar
from ..widgets.photo import small_photo
from ..widgets.text import Text
from .beside import Beside
from .problems import ProblemsFold, people, told_apart

if TYPE_CHECKING:
    from ...core.store import Store

tr = QCoreApplication.translate

MOST_ROWS = 40
"""Nobody thinks about more people at once; the others are in People."""
_AT_ONCE = 3


class GivesStep(QWidget):
    """Names down, three ticks across. `ticked` after every tick: what `go_on` says may have changed."""

    ticked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._store: Store | None = None
        self._repeats: Callable[[str], bool] | None = None
        self._waiting: list[str] = []
        self.rows: list[_Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        self._came = Text(look, "")
        column.addWidget(self._came)
        column.addWidget(
            Text(look, tr("BringIn", "You can leave this empty, and change it in People."), "quiet")
        )
        everyone = QWidget()
        self.problems = ProblemsFold(look, everyone)
        column.addWidget(self.problems)
        column.addWidget(everyone, 1)
        inner = QVBoxLayout(everyone)
        inner.setContentsMargins(0, look.px(4), 0, 0)
        inner.setSpacing(look.px(12))
        self._people = QVBoxLayout()
        self._people.setSpacing(look.px(16))
        inner.addLayout(self._people)
        self._more = Text(look, "", "quiet")
        inner.addWidget(self._more)
        inner.addStretch(1)

    @property
    def go_on(self) -> str:
        """What the button that ends it says: nothing ticked is an answer too."""
        return tr("BringIn", "Done") if self.ticks() else tr("BringIn", "Skip")

    def show_result(self, result: Result, store: Store, repeats: Callable[[str], bool]) -> None:
        """Ask about the people who came in. `repeats` tells whether several have a name."""
        self._repeats = repeats
        self._came.setText(came_in(result))
        self.problems.show_problems(result.problems)
        self._store, self._waiting = store, list(result.ids[:MOST_ROWS])
        self._add_some()
        more = len(result.ids) - MOST_ROWS
        self._more.setVisible(more > 0)
        others = people(max(more, 0))
        self._more.setText(
            tr("BringIn", "Came in besides: {people}. You find them in People.").format(people=others)
        )

    def _add_some(self) -> None:
        """Make a few rows; the others in turns of their own, so that nothing has to wait for them."""
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for supporter_id in now:
            assert self._store is not None
            assert self._repeats is not None
            one = self._store.people.get(supporter_id)
            if one is not None:
                photo = self._store.people.photo(one.id) if one.has_photo else None
                apart = told_apart(one.channels) if self._repeats(one.name) else ""
                row = _Row(self._look, one, photo, apart)
                for tick in row.ticks.values():
                    tick.toggled.connect(self.ticked)
                self._people.addWidget(row)
                self.rows.append(row)
        if self._waiting:
            QTimer.singleShot(1, self, self._add_some)

    def begin(self) -> None:
        """Put the keyboard on the first tick."""
        if self.rows:
            self.rows[0].ticks[Support.EMOTIONAL].setFocus()

    def ticks(self) -> dict[str, frozenset[Support]]:
        """What was ticked, for those with a tick."""
        return {row.person: chosen for row in self.rows if (chosen := row.chosen())}


class _Row(QWidget):
    """One person and their three ticks."""

    def __init__(self, look: Look, one: Supporter, photo: bytes | None, apart: str) -> None:
        super().__init__()
        self.person = one.id
        name = words.short(one.name)
        if apart:
            name = tr("BringIn", "{name}, {apart}").format(name=name, apart=apart)
        shown = Text(look, name, "strong")
        # A name that is one long word is cut at the edge rather than widening the dialog.
        shown.setMinimumWidth(look.px(60))
        self.ticks = {kind: QCheckBox(words.support(kind)) for kind in Support}
        for kind, tick in self.ticks.items():
            tick.setAccessibleName(
                tr("BringIn", "{name}: {support}").format(name=name, support=words.support(kind))
            )
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addWidget(shown)
        column.addWidget(Beside(tuple(self.ticks.values()), gap=look.px(8)))
        side = QVBoxLayout()
        picture = small_photo(photo) if photo is not None else None
        side.addWidget(Avatar(look, one.name, one.kind, photo=picture, size=44))
        side.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(14))
        outer.addLayout(side)
        outer.addLayout(column, 1)

    def chosen(self) -> frozenset[Support]:
        return frozenset(kind for kind, tick in self.ticks.items() if tick.isChecked())


def came_in(result: Result) -> str:
    """What happened, in a sentence or two."""
    parts: Sequence[tuple[str, Sequence[str]]] = (
        (tr("BringIn", "Came in: {people}."), result.ids),
        (tr("BringIn", "Got what was missing: {people}."), result.completed),
        (tr("BringIn", "Had everything already: {people}."), result.already),
        (tr("BringIn", "Left out, as you chose: {people}."), result.left_out),
    )
    said = [sentence.format(people=people(len(those))) for sentence, those in parts if those]
    return "\n".join(said)
