"""Logging a check-in: who, and that is all. Everything else waits under More."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ... import words
from ...clock import Clock
from ...core.model import CheckIn
from ...core.store import Store
from ...core.trouble import Code, Trouble
from ..theme import Look
from ..widgets.announce import announce
from ..widgets.card import Card, Fold
from ..widgets.dialog import Dialog
from ..widgets.messages import Notice, Question
from ..widgets.text import Text
from .more import More
from .people_picker import PeoplePicker
from .picks import Picks

tr = QCoreApplication.translate

_LONGEST_REMINDER = 400


class LogDialog(Dialog):
    """Logs a new check-in with `people` chosen already, or changes `check_in`.

    It writes by itself, as one step to undo, people added by name included, and stays open where that fails.
    """

    def __init__(
        self,
        look: Look,
        store: Store,
        clock: Clock,
        people: tuple[str, ...] = (),
        check_in: CheckIn | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("LogDialog", "Log a check-in") if check_in is None else tr("LogDialog", "Edit check-in")
        super().__init__(look, title, parent, 560)
        self._store, self._check_in = store, check_in
        self._today = clock.now().date()
        self._kept: str | None = None
        self._aside: tuple[str, ...] = ()
        self._more: More | None = None
        self._smallest = 0
        self.picker = PeoplePicker(look, Picks(store))
        self._lay_out()
        self._fill(people)
        self.picker.changed.connect(self._choice_changed)
        self.fold.toggled.connect(self._fold_toggled)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._save)
        self.fit()

    def ask(self) -> str | None:
        """The id of what was logged or saved; None where nothing was."""
        return self._kept if self.exec() == self.DialogCode.Accepted else None

    @property
    def more(self) -> More:
        """The fields under More, made when they are first wanted."""
        if self._more is None:
            self._more = More(self.look, self._today, self._check_in)
            self.fold.body.addWidget(self._more)
            # What is made late comes last to the keyboard: Cancel and Save go behind it again.
            QWidget.setTabOrder(self._more.next_note.field, self.cancel)
            QWidget.setTabOrder(self.cancel, self.save)
        return self._more

    def reject(self) -> None:
        """Close without saving; words already written are not lost by one wrong key."""
        if not self._has_unsaved_words() or self._ask_to_leave():
            super().reject()

    # -- what is in it ---------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self.look
        who = tr("LogDialog", "Who was it?")
        who_is_enough = tr("LogDialog", "Who was it? Nothing else is needed.")
        self.body.addWidget(Text(look, who if self._check_in else who_is_enough, "quiet"))
        self.body.addWidget(self.picker)
        self.sentence = Text(look, "")
        self.sentence.hide()
        self.body.addWidget(self.sentence)
        self.reminder = Card(look, "quote", padding=14)
        self._reminder_text = Text(look, "", "quiet")
        self.reminder.body.addWidget(self._reminder_text)
        self.reminder.hide()
        self.body.addWidget(self.reminder)
        self.fold = Fold(look, tr("LogDialog", "More"), tr("LogDialog", "Less"))
        # Beside nothing, so that the button is as wide as its words only.
        self.body.addWidget(self.fold.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.fold)
        self.body.addStretch(1)
        self.cancel = self.add_button(tr("LogDialog", "Cancel"))
        self.save = self.add_button(tr("LogDialog", "Save"), "primary", default=True)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)

    def _fill(self, people: tuple[str, ...]) -> None:
        if self._check_in is not None:
            entry = self._store.check_ins.entry(self._check_in.id)
            people = entry.people if entry else self._check_in.people
            # Whom lists leave out unasked is not named here either, and stays in the check-in all the same.
            self._aside = tuple(one for one in self._check_in.people if one not in people)
            self.more.show()
            self.fold.set_open(True)
        self.picker.choose(people)
        self._choice_changed()
        if people:
            self.save.setFocus()
        else:
            self.picker.search.setFocus()

    def _choice_changed(self) -> None:
        self.sentence.hide()
        note = self._noted_for_next_time()
        self.reminder.setVisible(bool(note))
        if note:
            self._reminder_text.setText(tr("LogDialog", "You noted for next time: {note}").format(note=note))
        self._refit()

    def _noted_for_next_time(self) -> str:
        people = self.picker.people()
        if self._check_in is not None or len(people) != 1 or self.picker.newcomers():
            return ""
        last = self._store.check_ins.with_person(people[0], 1)
        return words.short(last[0].check_in.next_note.strip(), _LONGEST_REMINDER) if last else ""

    def _fold_toggled(self, opened: bool) -> None:
        if opened:
            self.more.show()
        self._smallest = 0
        self._refit()

    def _refit(self) -> None:
        # Once the layout knows what is seen now.
        QTimer.singleShot(0, self, self._fit_on_screen)

    def _fit_on_screen(self) -> None:
        """Take the room that is needed, and stay on the screen."""
        self.fit()
        # It shrinks when More is closed only: otherwise nothing moves away from under the mouse.
        self._smallest = max(self._smallest, self.height())
        self.resize(self.width(), self._smallest)
        screen = self.screen().availableGeometry()
        if self.isVisible() and self.frameGeometry().bottom() > screen.bottom():
            top = max(screen.top(), screen.bottom() - self.frameGeometry().height() + 1)
            self.move(self.x(), top)

    # -- keeping it ------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if not self.picker.take_typed():
            self._say(
                tr("LogDialog", "Several people could be meant. You could choose one, or clear the field.")
            )
            self.picker.search.setFocus()
            return
        try:
            self._kept = self._write()
        except ValueError:
            self.more.when.say_time()
            return
        except Trouble as trouble:
            self._tell(trouble)
            return
        self.accept()

    def _write(self) -> str:
        """Keep it; returns its id. Raises Trouble, and ValueError where the time typed is no time."""
        check_ins, newcomers = self._store.check_ins, self.picker.newcomers()
        base = self._check_in or CheckIn((), on=self._today)
        check_in = replace(base, people=(*self.picker.people(), *self._aside))
        if not self.picker.people() and not newcomers:
            raise Trouble(Code.NOBODY_CHOSEN)
        if self._more is not None:
            check_in = self._more.noted(check_in)
        if self._check_in is None:
            return check_ins.log(check_in, newcomers)
        check_ins.save(check_in, newcomers)
        return check_in.id

    def _tell(self, trouble: Trouble) -> None:
        if trouble.code is Code.NOBODY_CHOSEN:
            self._say(words.trouble(trouble))
            self.picker.search.setFocus()
        else:
            Notice(self.look, tr("LogDialog", "That did not work"), words.trouble(trouble), self).show_it()

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.show()
        announce(self, sentence)
        self._refit()

    def _has_unsaved_words(self) -> bool:
        before = (self._check_in.note, self._check_in.next_note) if self._check_in else ("", "")
        return self._more is not None and self._more.written != before

    def _ask_to_leave(self) -> bool:
        return Question(
            self.look,
            tr("LogDialog", "Leave without saving?"),
            tr("LogDialog", "What you wrote here is not saved yet."),
            tr("LogDialog", "Leave it"),
            tr("LogDialog", "Keep writing"),
            self,
        ).ask()
