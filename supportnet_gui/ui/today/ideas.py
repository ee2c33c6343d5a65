"""The suggestion in the one place, two more behind it, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ... import suggestion_words, words
from ...core.acts import is_written_to
from ...core.days import civil_day
from ...core.model import Began, CheckIn, Energy, Kind, Need, Way
from ..theme import Look
from ..widgets.avatar import Avatar
from ..widgets.card import Fold
from ..widgets.offer import Offer
from ..widgets.page import bring_into_sight
from .choices import Choices
from .idea_card import Idea, IdeaCard
from .left import Left
from .telling import kept

if TYPE_CHECKING:
    from datetime import date

    from ...clock import Clock
    from ...core.store import Store
    from ...core.suggestions import Suggestion
    from .going import Going
    from .guess import Guess

tr = QCoreApplication.translate

PICTURE = 34
"""The side of the picture on one of the other ideas, in pixels at 100 % text."""


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
        self._words: dict[tuple[str | None, str, str], str] = {}
        self._begun: dict[tuple[str | None, str, str], str] = {}
        self.card = IdeaCard(look)
        self.left: Left | None = None
        self.guess: Guess | None = None
        self.more = Fold(look, "", tr("Ideas", "Hide ideas"))
        self.more_buttons: list[Offer] = []
        self._offered: list[Idea] = []
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
        return self._choices.energy or Energy.LITTLE

    def refresh(self) -> bool:
        """Show what there is to suggest now; False where that is nothing, and nothing was done here just now."""
        focus = QApplication.focusWidget()
        was_in_left = self.left is not None and focus is not None and self.left.isAncestorOf(focus)
        if self.left is not None:
            self.left.refresh(civil_day(self._clock.now()))
        resting = self.has_said
        self.found = self._store.today.suggestions(self.need, self.energy)
        shown = self._shown()
        self.card.setVisible(shown is not None and not resting)
        if shown is not None:
            self._show_card(self._idea(shown))
        others = () if resting else self.found
        self._show_more([self._idea(one) for one in others if one is not shown])
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

    def _today(self) -> date:
        """The day a check-in is noted for, by the calendar."""
        return self._clock.now().date()

    def _shown(self) -> Suggestion | None:
        """The one somebody chose to see, as long as it is there, else the first."""
        chosen = next((one for one in self.found if one.supporter == self._first), None)
        return chosen or (self.found[0] if self.found else None)

    def _idea(self, suggestion: Suggestion) -> Idea:
        person = self._store.people.get(suggestion.supporter) if suggestion.supporter is not None else None
        name = words.short(person.name) if person else ""
        # By the day the suggestions were made for, which lasts until four in the morning.
        day = civil_day(self._clock.now())
        reasons = " ".join(words.reason(one, name, day) for one in suggestion.reasons)
        return Idea(suggestion, person, reasons)

    def _show_card(self, idea: Idea) -> None:
        from .chips import small

        image = self._store.people.photo(idea.person.id) if idea.person and idea.person.has_photo else None
        # Messages are read from their file after the first sight of the page, not before.
        message = self._message(idea) if self._messages_read else ""
        self.card.show_idea(idea, message, small(image) if image else None)
        self._show_guess(idea)

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

    def _message(self, idea: Idea) -> str:
        """What would be copied: what was changed here, else the draft that fits best."""
        from ...core.content import suggested

        written = self._words.get(_place(idea))
        return written or suggested(idea.suggestion, idea.person, self.need, self.energy)

    def _show_more(self, others: list[Idea]) -> None:
        self.more.button.setVisible(bool(others))
        text = tr("Ideas", "One more idea") if len(others) == 1 else tr("Ideas", "Two more ideas")
        self.more.set_closed_text(text)
        if not (others and self.more.is_open) or others == self._offered:
            return
        self._offered = others
        for old in self.more_buttons:
            old.hide()
            old.deleteLater()
        self.more_buttons = []
        for idea in others:
            button = self._offer(idea)
            button.clicked.connect(partial(self._look_at, idea.suggestion.supporter))
            self.more.body.addWidget(button)
            # At once, and not with the next event: what is shown in two steps flickers.
            button.show()
            self.more_buttons.append(button)

    def _offer(self, idea: Idea) -> Offer:
        """One of the others as a button: who, what could be done, and why."""
        look, name = self._look, idea.name
        act = suggestion_words.act_in_short(idea.suggestion.act, idea.kind)
        picture = None
        if idea.person is not None:
            picture = Avatar(look, size=PICTURE)
            picture.show_person(idea.person.name, idea.kind, idea.gives)
        said = tr("Ideas", "{name}: {act}").format(name=name, act=act)
        texts = [(said, "strong"), (idea.reasons, "quiet")] if idea.reasons else [(said, "strong")]
        button = Offer(look, said, *texts, picture=picture, parent=self.more.content)
        button.setAccessibleDescription(idea.reasons)
        return button

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
        card = self.card
        card.seen.connect(self._read_messages)
        card.copy_wanted.connect(self._copy)
        card.words_wanted.connect(self._other_words)
        card.phone_wanted.connect(self._show_on_phone)
        card.talked.connect(self._talked)
        card.sent.connect(self._sent)
        card.later_wanted.connect(self._later)
        card.not_now.connect(self._not_now)
        card.not_this_button.clicked.connect(self._not_this)

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
        from .words_dialog import WordsDialog

        idea = self.card.idea
        assert idea is not None
        self._read_messages()
        place, message = _place(idea), self._message(idea)
        # What somebody wrote and did not use is there again when they come back to it today.
        begun = self._begun.pop(place, message)
        dialog = WordsDialog(self._look, self._store, idea, begun, (self.need, self.energy), self.window())
        chosen = dialog.ask()
        if chosen is not None:
            self._words[place] = chosen
            self.card.set_message(chosen)
            self._focus(self.card.main_button)
            return
        if dialog.written != message:
            self._begun[place] = dialog.written
        self.card.words_button.setFocus()

    def _show_on_phone(self) -> None:
        from .message_on_phone import show_on_phone

        idea = self.card.idea
        assert idea is not None
        self._read_messages()
        show_on_phone(self._look, idea, self._message(idea), self._going.place()[0], self.window())
        if idea.person is not None:
            self._ask_whether_sent(tr("Ideas", "If you sent it from your phone, you could note that here."))

    def _talked(self) -> None:
        person = self.card.idea.person if self.card.idea else None
        if person is not None:
            way = Way.GROUP if person.kind is Kind.GROUP else None
            self._log(CheckIn((person.id,), on=self._today(), way=way))

    def _sent(self) -> None:
        person = self.card.idea.person if self.card.idea else None
        self.card.show_copied("")
        if person is None:
            self._going.log_with(())
        else:
            self._log(CheckIn((person.id,), on=self._today(), way=Way.MESSAGE, began=Began.ME))

    def _log(self, check_in: CheckIn) -> None:
        logged: list[str] = []
        if kept(self._look, self, lambda: logged.append(self._store.check_ins.log(check_in))):
            self._leave(tr("Ideas", "That is noted. Nothing else is waiting."), logged[0])

    def _later(self) -> None:
        person = self.card.idea.person if self.card.idea else None
        if person is None or kept(self._look, self, partial(self._store.today.put_off, person.id)):
            self._leave(tr("Ideas", "Another time, then. Nothing is waiting."))

    def _not_now(self) -> None:
        self.card.show_copied("")
        self._focus(self.card.main_button)

    def _not_this(self) -> None:
        from .not_this import NotThisMenu

        person = self.card.idea.person if self.card.idea else None
        if person is None:
            return
        menu = NotThisMenu(self._store, person, self._clock, self._do, self._is_unsafe)
        button = self.card.not_this_button
        menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
        menu.deleteLater()

    def _do(self, change: Callable[[], object]) -> None:
        """One of the menu's changes; the next idea takes the place."""
        if kept(self._look, self, change):
            self.begin()

    def _is_unsafe(self, change: Callable[[], object]) -> None:
        """Not straight on to the next one."""
        if kept(self._look, self, change):
            self._leave(tr("Ideas", "That is noted. They will not be suggested."))

    def _leave(self, sentence: str, check_in: str = "") -> None:
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


def _place(idea: Idea) -> tuple[str | None, str, str]:
    return idea.suggestion.supporter, idea.suggestion.act, idea.suggestion.situation
