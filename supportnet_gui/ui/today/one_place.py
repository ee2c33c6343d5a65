"""The one place on Today: who comes to mind, what they give, a suggestion, a first step, or nothing at all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...core.model import Supporter
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Text
from .going import Going
from .telling import kept

if TYPE_CHECKING:
    from datetime import date

    from ...clock import Clock
    from ...core import content
    from ...core.store import Store
    from .choices import Choices
    from .first_step import FirstStep
    from .gives import Gives
    from .ideas import Ideas
    from .welcome import Welcome

tr = QCoreApplication.translate


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

    changed = Signal()

    def __init__(self, look: Look, store: Store, clock: Clock, going: Going) -> None:
        super().__init__()
        self._look, self._store, self._clock, self._going = look, store, clock, going
        self.part: Welcome | Gives | Ideas | FirstStep | None = None
        self.welcome: Welcome | None = None
        self.gives: Gives | None = None
        self.ideas: Ideas | None = None
        self.choices: Choices | None = None
        self.first_step: FirstStep | None = None
        self._steps: tuple[content.FirstStep, ...] | None = None
        self._new: list[str] = []
        self._asking = self._looking_around = False
        self._choices_row: QWidget | None = None
        self._offer_choices = False
        self.open_line = _OpenLine(look)
        self.mind_button = Button(look, _mind(), "quiet", "plus")
        for button in (self.open_line.button, self.mind_button):
            button.clicked.connect(self._ask)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(14))
        self._column.addWidget(self.open_line)
        self._column.addWidget(self.mind_button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self, anyone: bool, *, has_step: bool = False) -> None:
        """Show what there is to show now. What is being written or was chosen stays.

        `anyone` says whether there is somebody a check-in could be with, `has_step` whether the page offers a
        step that a person planned: then there is none of ours.
        """
        wanted = self._wanted(anyone)
        instead = has_step and (wanted is None or wanted is self.first_step)
        wanted = None if instead else wanted
        if wanted is not self.part:
            if self.part is not None:
                self.part.hide()
            self.part = wanted
        if wanted is not None:
            wanted.show()
        self.open_line.setVisible(wanted is None and not instead)
        self.open_line.around.setVisible(self._looking_around)
        ours = wanted is not None and wanted is self.first_step
        self.mind_button.setVisible((ours or instead) and not anyone)
        self._offer_choices = anyone and not self.is_asking
        self._place_choices()

    def _place_choices(self) -> None:
        """The folded questions stand below a suggestion, or below what takes its place.

        Their buttons share a row; what each of them shows comes below.
        """
        if self._choices_row is None or self.ideas is None or self.choices is None:
            return
        self._choices_row.setVisible(self._offer_choices)
        for fold in (self.ideas.more, self.choices):
            fold.setVisible(self._offer_choices and fold.is_open and not fold.button.isHidden())

    @property
    def is_asking(self) -> bool:
        """Whether names, or what new people give, are being asked for."""
        return self.part is not None and self.part in (self.welcome, self.gives)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        part = self.part.stops if self.part is not None else (self.open_line.button,)
        below: tuple[QWidget, ...] = ()
        if self.ideas is not None and self.choices is not None:
            below = (self.ideas.more.button, *self.ideas.more.buttons, *self.choices.stops)
        return (*part, self.mind_button, *below)

    def begin(self) -> None:
        """Put the keyboard on the main thing that is shown."""
        if self.part is not None:
            self.part.begin()
        elif not self.open_line.isHidden():
            self.open_line.button.setFocus()
        elif not self.mind_button.isHidden():
            self.mind_button.setFocus()

    def _wanted(self, anyone: bool) -> Welcome | Gives | Ideas | FirstStep | None:
        if self._new and self.gives is not None and self.gives.refresh():
            return self.gives
        self._new = []
        if self.welcome is not None and self.part is self.welcome and self.welcome.being_written:
            return self.welcome
        if anyone or (self.ideas is not None and self.ideas.has_said):
            self._asking = self._looking_around = False
            ideas = self._ideas()
            if ideas.refresh():
                return ideas
        elif self._asking or self._is_first_start():
            return self._welcome()
        # Where nobody fits just now there is a first step, and no word about it.
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
        return self._civil_day().isoformat()

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
            self.changed.emit()
            gives.begin()

    def _finish_gives(self) -> None:
        """Done with the new people: the page is as it will be from now on."""
        self._new = []
        self._welcome().clear()
        self._set("welcome_done", True)
        self.changed.emit()
        self.begin()

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
        self.changed.emit()
        return True

    def _ask(self) -> None:
        self._asking = True
        self.changed.emit()
        self._welcome().begin()

    def _nothing_today(self) -> None:
        if self._set("first_step_hidden_on", self._today()):
            self.changed.emit()
            self.begin()

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

    def _ideas(self) -> Ideas:
        if self.ideas is None:
            from .choices import Choices
            from .ideas import Ideas

            self.choices = Choices(self._look, self._store, self._civil_day)
            self.choices.changed.connect(self._choices_changed)
            self.ideas = Ideas(self._look, self._store, self._clock, self._going, self.choices)
            self.ideas.changed.connect(self.changed)
            self._add(self.ideas)
            more, choices = self.ideas.more, self.choices
            self._choices_row = Flow(more.button, choices.button, gap=self._look.px(10))
            for fold in (more, choices):
                fold.toggled.connect(self._place_choices)
                # What is under a fold is made as it opens, and Tab is to find it in its place.
                fold.toggled.connect(self.changed)
            for widget in (self._choices_row, more, choices):
                self._column.addWidget(widget)
        else:
            assert self.choices is not None
            self.choices.read()
        return self.ideas

    def _civil_day(self) -> date:
        from ...core.days import civil_day

        return civil_day(self._clock.now())

    def _choices_changed(self) -> None:
        """Something else was chosen: what is shown changes, and the keyboard stays where it is."""
        from ..widgets.announce import announce

        assert self.choices is not None
        self.changed.emit()
        count = len(self.ideas.found) if self.ideas is not None else 0
        said = {
            1: tr("Today", "One idea"),
            2: tr("Today", "Two ideas"),
            3: tr("Today", "Three ideas"),
        }
        sentence = said.get(count, tr("Today", "One small step, if you like"))
        self.choices.say(sentence)
        announce(self, sentence)

    def _first_step(self) -> FirstStep:
        if self.first_step is None:
            from ...core import content
            from .first_step import FirstStep

            self.first_step = FirstStep(
                self._look,
                self._steps or content.first_steps(),
                self._going.place,
                self._going.to_help,
                self._going.to_resource,
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
