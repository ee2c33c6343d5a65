"""The one place on Today: who comes to mind, what they give, a quick log, a first step, or nothing at all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...core.model import Supporter
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.text import Text
from .going import Going
from .telling import kept

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core import content
    from ...core.store import Store
    from .first_step import FirstStep
    from .gives import Gives
    from .quick_log import QuickLog
    from .welcome import Welcome

tr = QCoreApplication.translate

MOST_PEOPLE = 8
"""On the quick log."""


class _OpenLine(Card):
    """What is there when nothing is wanted: a card one can open again, and for who looks around what is where."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.button = Button(look, _mind(), "plain", "plus")
        self.body.addWidget(Text(look, tr("Today", "Nothing is waiting here."), "quiet"))
        self.around = QWidget()
        lines = QVBoxLayout(self.around)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(4))
        for line in _what_is_where():
            lines.addWidget(Text(look, line, "quiet"))
        self.body.addWidget(self.around)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class OnePlace(QWidget):
    """Holds at most one part at a time, and below it, where nobody is kept yet, a quiet way to begin."""

    def __init__(self, look: Look, store: Store, clock: Clock, going: Going) -> None:
        super().__init__()
        self._look, self._store, self._clock, self._going = look, store, clock, going
        self.part: Welcome | Gives | QuickLog | FirstStep | None = None
        self.welcome: Welcome | None = None
        self.gives: Gives | None = None
        self.quick_log: QuickLog | None = None
        self.first_step: FirstStep | None = None
        self._steps: tuple[content.FirstStep, ...] | None = None
        self._new: list[str] = []
        self._asking = self._looking_around = False
        self.open_line = _OpenLine(look)
        self.mind_button = Button(look, _mind(), "quiet", "plus")
        for button in (self.open_line.button, self.mind_button):
            button.clicked.connect(self._ask)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(14))
        self._column.addWidget(self.open_line)
        self._column.addWidget(self.mind_button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show what there is to show now. What is being written or was chosen stays."""
        wanted = self._wanted()
        if wanted is not self.part:
            if self.part is not None:
                self.part.hide()
            self.part = wanted
        if wanted is not None:
            wanted.show()
        self.open_line.setVisible(wanted is None)
        self.open_line.around.setVisible(self._looking_around)
        self.mind_button.setVisible(wanted is not None and wanted is self.first_step)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        part = self.part.stops if self.part is not None else (self.open_line.button,)
        return (*part, self.mind_button)

    def _wanted(self) -> Welcome | Gives | QuickLog | FirstStep | None:
        if self._new and self.gives is not None and self.gives.refresh():
            return self.gives
        self._new = []
        if self.welcome is not None and self.part is self.welcome and self.welcome.being_written:
            return self.welcome
        if people := self._store.people.usual(MOST_PEOPLE):
            self._asking = self._looking_around = False
            log = self._quick_log()
            log.refresh(people)
            return log
        if self._asking or self._is_first_start():
            return self._welcome()
        if self._looking_around or not self._step_is_due():
            return None
        step = self._first_step()
        step.refresh()
        return step

    def _is_first_start(self) -> bool:
        from ...core.store import View

        done = self._store.settings.get("welcome_done")
        return not done and self._store.people.count(View.NOT_TRASHED) == 0

    def _step_is_due(self) -> bool:
        if self._steps is None:
            from ...core import content

            self._steps = content.first_steps()
        return bool(self._steps) and self._store.settings.get("first_step_hidden_on") != self._today()

    def _today(self) -> str:
        return self._clock.now().date().isoformat()

    # -- what the parts say ----------------------------------------------------------------------------------

    def _keep_names(self, names: list[str]) -> None:
        ids: list[str] = []
        people = [Supporter(name=name) for name in names]
        if kept(self._look, self, lambda: ids.extend(self._store.people.add_many(people))):
            self._welcome().were_kept()
            self._asking = False
            self._new = ids
            gives = self._gives()
            gives.show_for(ids)
            self.refresh()
            gives.begin()

    def _finish_gives(self) -> None:
        """Done with the new people: the page is as it will be from now on."""
        self._new = []
        self._welcome().clear()
        self._set("welcome_done", True)
        self.refresh()
        if self.quick_log is not None:
            self.quick_log.begin()

    def _nobody(self) -> None:
        self._looking_around = False
        shown = self._set("first_step_hidden_on", "") and self._end_welcome()
        if shown and self.first_step is not None and self.part is self.first_step:
            self.first_step.set_answer(True)
            self.first_step.begin()

    def _look_around(self) -> None:
        self._looking_around = True
        if self._end_welcome():
            self.open_line.button.setFocus()

    def _end_welcome(self) -> bool:
        if not self._set("welcome_done", True):
            return False
        self._asking = False
        self._welcome().were_kept()
        self.refresh()
        return True

    def _ask(self) -> None:
        self._asking = True
        self.refresh()
        self._welcome().begin()

    def _nothing_today(self) -> None:
        if self._set("first_step_hidden_on", self._today()):
            self.refresh()
            self.open_line.button.setFocus()

    def _set(self, key: str, value: bool | str) -> bool:
        return kept(self._look, self, partial(self._store.settings.set, key, value))

    # -- the parts, each made when it is first wanted --------------------------------------------------------

    def _add(self, part: QWidget) -> None:
        part.hide()
        self._column.insertWidget(0, part)

    def _welcome(self) -> Welcome:
        if self.welcome is None:
            from .welcome import Welcome

            self.welcome = Welcome(self._look, self._going.bring_in)
            self.welcome.names_kept.connect(self._keep_names)
            self.welcome.nobody.connect(self._nobody)
            self.welcome.looking_around.connect(self._look_around)
            self._add(self.welcome)
        return self.welcome

    def _gives(self) -> Gives:
        if self.gives is None:
            from .gives import Gives

            self.gives = Gives(self._look, self._store, self._going.to_people)
            self.gives.finished.connect(self._finish_gives)
            self._add(self.gives)
        return self.gives

    def _quick_log(self) -> QuickLog:
        if self.quick_log is None:
            from .quick_log import QuickLog

            going = self._going
            self.quick_log = QuickLog(
                self._look, self._store, self._clock, going.log_with, going.edit_check_in
            )
            self._add(self.quick_log)
        return self.quick_log

    def _first_step(self) -> FirstStep:
        if self.first_step is None:
            from ...core import content
            from .first_step import FirstStep

            self.first_step = FirstStep(
                self._look, self._steps or content.first_steps(), self._going.place, self._going.to_help
            )
            self.first_step.nothing_today.connect(self._nothing_today)
            self._add(self.first_step)
        return self.first_step


def _what_is_where() -> tuple[str, ...]:
    return (
        tr("Today", "People is for those you know: how to reach them, and how they could be there for you."),
        tr("Today", "Check-ins is for when you were in touch, and how it felt, if you like."),
    )


def _mind() -> str:
    return tr("Today", "Who comes to mind?")
