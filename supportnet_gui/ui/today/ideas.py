"""The suggestion in the one place, two more behind it, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ...core.acts import is_written_to
from ...core.days import civil_day
from ...core.model import Energy, Need
from ...core.suggestions import MOST
from ..theme import Look
from ..widgets.page import bring_into_sight
from .answers import Answers
from .choices import Choices
from .idea import Idea, reminded, suggested
from .idea_card import IdeaCard
from .left import Left
from .more_ideas import MoreIdeas
from .written import Written

if TYPE_CHECKING:
    from ...clock import Clock
    from ...core.store import Store
    from ...core.suggestions import Suggestion
    from .going import Going
    from .guess import Guess

tr = QCoreApplication.translate


class Ideas(QWidget):
    """`changed` is emitted when there is something else to show."""

    changed = Signal()

    def __init__(self, look: Look, store: Store, clock: Clock, going: Going, choices: Choices) -> None:
        super().__init__()
        self._look, self._store, self._clock, self._going = look, store, clock, going
        self._choices = choices
        self.found: tuple[Suggestion, ...] = ()
        self._first: str | None = ""
        self._messages_read = False
        self._written = Written(look, store)
        self._answers = Answers(look, store, clock, self)
        self.card = IdeaCard(look)
        self.left: Left | None = None
        self.guess: Guess | None = None
        self.more = MoreIdeas(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.card)
        self._connect()

    # -- what is shown ---------------------------------------------------------------------------------------

    @property
    def need(self) -> Need:
        return self._choices.need or Need.ANYTHING

    @property
    def energy(self) -> Energy:
        if self._choices.is_low_day:
            return Energy.LITTLE
        return self._choices.energy or Energy.LITTLE

    def refresh(self) -> bool:
        """Show what there is to suggest now; False where that is nothing, and nothing was done here just now."""
        focus = QApplication.focusWidget()
        was_in_left = self.left is not None and focus is not None and self.left.isAncestorOf(focus)
        if self.left is not None:
            self.left.refresh(civil_day(self._clock.now()))
        resting = self.has_said
        self.found = self._store.today.suggestions(self.need, self.energy)
        ideas = self._ideas()
        shown = next((one for one in ideas if one.suggestion.supporter == self._first), None) or (
            ideas[0] if ideas else None
        )
        self.card.setVisible(shown is not None and not resting)
        if shown is not None:
            self._show_card(shown)
        self.more.show_ideas([] if resting else [one for one in ideas if one is not shown])
        if was_in_left and not resting and shown is not None:
            # What was done was taken back: the keyboard goes on with what is there again.
            self._focus(self.card.main_button)
        return resting or shown is not None

    @property
    def has_said(self) -> bool:
        """Whether it says that something was done here just now."""
        return self.left is not None and self.left.said

    @property
    def shown(self) -> Idea | None:
        """The idea that is seen, None where there is none."""
        return self.card.idea if not self.card.isHidden() else None

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab stops at, in order."""
        left = self.left.stops if self.left is not None else ()
        guess = self.guess.stops if self.guess is not None else ()
        return (*left, *guess, *self.card.stops)

    def begin(self) -> None:
        """Put the keyboard on the main thing."""
        if self.left is not None and self.has_said:
            self.left.begin()
        else:
            self._focus(self.card.main_button)

    def _focus(self, button: QWidget) -> None:
        button.setFocus()
        bring_into_sight(button)

    def _ideas(self) -> list[Idea]:
        """What there is to show, the first one first: a reminder, where there is one, comes before what is found."""
        found = [suggested(self._store, self._clock, one) for one in self.found]
        reminder = self._reminder()
        if reminder is None:
            return found
        others = [one for one in found if one.suggestion.supporter != reminder.suggestion.supporter]
        return [reminder, *others[: MOST - 1]]

    def _reminder(self) -> Idea | None:
        """What was to be remembered today, as long as it is not answered."""
        if not self._store.today.may_have_reminder:
            return None
        shown = self._store.reminders.shown()
        return (
            reminded(self._store, self._clock, shown, self.need, self.energy) if shown is not None else None
        )

    def _show_card(self, idea: Idea) -> None:
        from .chips import small

        image = self._store.people.photo(idea.person.id) if idea.person and idea.person.has_photo else None
        # Messages are read from their file after the first sight of the page, not before.
        message = self._message(idea) if self._messages_read else ""
        self.card.show_idea(idea, message, small(image) if image else None)
        self._show_guess(idea)

    def _message(self, idea: Idea) -> str:
        return self._written.message(idea, self.need, self.energy)

    def _read_messages(self) -> None:
        self._messages_read = True
        if self.card.idea is not None:
            self.card.set_message(self._message(self.card.idea))

    def _show_guess(self, idea: Idea) -> None:
        """How it may go: only where that was switched on, and never when there is very little energy."""
        asked = (
            idea.person is not None
            and is_written_to(idea.kind)
            and self.energy is not Energy.LITTLE
            and self._store.settings.get("ask_how_it_may_go")
        )
        if asked and self.guess is None:
            from .guess import Guess

            self.guess = Guess(self._look, self._store)
            self.card.middle.insertWidget(self.card.middle.count() - 3, self.guess)
        if self.guess is not None:
            self.guess.setVisible(asked)
            if asked and idea.person is not None:
                self.guess.show_for(idea.person.id)

    def _look_at(self, supporter: str | None) -> None:
        """Let one of the others take the place of the first."""
        self._first = supporter
        self.more.set_open(False)
        self.changed.emit()
        self._focus(self.card.main_button)
        if self.card.idea is not None:
            self._say(f"{self.card.idea.name}. {self.card.act.text()}")

    # -- what is done ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        card, answers = self.card, self._answers
        card.seen.connect(self._read_messages)
        card.copy_wanted.connect(self._copy)
        card.words_wanted.connect(self._other_words)
        card.phone_wanted.connect(self._show_on_phone)
        card.sent.connect(self._sent)
        card.not_now.connect(self._not_now)
        for signal, answer in (
            (card.talked, answers.talked),
            (card.later_wanted, answers.later),
            (card.skipped, answers.skip),
            (card.not_this_button.clicked, partial(answers.not_this, below=card.not_this_button)),
        ):
            signal.connect(partial(self._answer, answer))
        card.rest_wanted.connect(partial(answers.rest, card.rest_button))
        answers.enough.connect(self._leave)
        answers.next_one.connect(self.begin)
        self.more.wanted.connect(self._look_at)

    def _answer(self, answer: Callable[[Idea], None], *_: bool) -> None:
        if self.card.idea is not None:
            answer(self.card.idea)

    def _copy(self) -> None:
        idea = self.card.idea
        assert idea is not None
        self._read_messages()
        message = self._message(idea)
        if not message:  # The key, where there is nobody to read one.
            return
        QGuiApplication.clipboard().setText(message)
        if idea.person is None:
            sentence = tr("Ideas", "Copied. You could paste it where you write to them.")
        else:
            sentence = tr("Ideas", "Copied. You could paste it where you write to {name}.").format(
                name=idea.name
            )
        self._ask_whether_sent(sentence)

    def _ask_whether_sent(self, sentence: str) -> None:
        self.card.show_copied(sentence)
        self._focus(self.card.sent_button)
        self._say(sentence)

    def _other_words(self) -> None:
        idea = self.card.idea
        assert idea is not None
        self._read_messages()
        chosen = self._written.choose(idea, self.need, self.energy, self.window())
        if chosen is None:
            self.card.words_button.setFocus()
        else:
            self.card.set_message(chosen)
            self._focus(self.card.main_button)

    def _show_on_phone(self) -> None:
        from .message_on_phone import show_on_phone

        idea = self.card.idea
        assert idea is not None
        self._read_messages()
        show_on_phone(self._look, idea, self._message(idea), self._going.place()[0], self.window())
        if idea.person is not None:
            self._ask_whether_sent(tr("Ideas", "If you sent it from your phone, you could note that here."))

    def _sent(self) -> None:
        idea = self.card.idea
        self.card.show_copied("")
        if idea is not None and idea.person is None:
            self._going.log_with(())
        elif idea is not None:
            self._answers.sent(idea)

    def _not_now(self) -> None:
        self.card.show_copied("")
        self._focus(self.card.main_button)

    def _leave(self, sentence: str, check_in: str) -> None:
        """Something was done: that is enough, until another idea is asked for."""
        if self.left is None:
            self.left = Left(self._look, self._store, self._going.edit_check_in)
            self.left.another.connect(self._another)
            self._column.insertWidget(0, self.left)
        self.left.say(sentence, civil_day(self._clock.now()), check_in)
        self.card.show_copied("")
        self.changed.emit()
        self.left.begin()
        self._say(sentence)

    def _another(self) -> None:
        self._first = ""
        self.changed.emit()
        self.begin()

    def _say(self, sentence: str) -> None:
        from ..widgets.announce import announce

        announce(self, sentence)
