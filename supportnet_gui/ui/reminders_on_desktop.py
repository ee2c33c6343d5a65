"""Reminders outside the window, by switches: notices of the system, names in them, starting with the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from .. import reminder_words, words
from ..core.nudge_model import NudgeKind
from ..core.trouble import Trouble
from .widgets.card import Card
from .widgets.messages import Notice
from .widgets.text import Text

if TYPE_CHECKING:
    from ..core.store import Store
    from .theme import Look

tr = QCoreApplication.translate


class AtLogin(Protocol):
    """The switch for starting with the computer; `set_at_login` raises OSError where it may not be kept."""

    @property
    def starts_at_login(self) -> bool: ...

    def set_at_login(self, on: bool) -> None: ...


class DesktopReminders(QWidget):
    """A card for Settings. `at_login` is None where starting with the computer is not offered."""

    def __init__(self, look: Look, store: Store, at_login: AtLogin | None) -> None:
        super().__init__()
        self._look, self._store, self._at_login = look, store, at_login
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        card = Card(look)
        outside.addWidget(card)
        card.body.addWidget(Text(look, tr("DesktopReminders", "Reminders outside this window"), "heading"))
        self.notices = self._switch(
            card,
            tr("DesktopReminders", "Also show a notice"),
            tr(
                "DesktopReminders",
                "It shows a few words anyone may see: “{title}. {text}” When you close the window, Supportnet "
                "goes on in the background, so that a notice can come. Quit ends it.",
            ).format(title=reminder_words.notice_title(), text=reminder_words.discreet(NudgeKind.RHYTHM)),
        )
        self.names = self._switch(
            card,
            tr("DesktopReminders", "Names in the notice"),
            tr(
                "DesktopReminders",
                "Then the notice says who it is about. Others who see the screen can read it.",
            ),
        )
        self.login: QCheckBox | None = None
        if at_login is not None:
            self.login = self._switch(
                card,
                tr("DesktopReminders", "Start with the computer"),
                tr(
                    "DesktopReminders",
                    "It is then there when you log in, in the background, without a window.",
                ),
            )
            self.login.toggled.connect(self._keep_login)
        self.refresh()
        self.notices.toggled.connect(self._keep_notices)
        self.names.toggled.connect(self._keep_notices)

    def refresh(self) -> None:
        """Show what is kept."""
        wanted = self._store.settings.get("reminders_as_notices")
        self._set(self.notices, wanted)
        self._set(self.names, wanted and self._store.settings.get("reminders_with_names"))
        self.names.setEnabled(wanted)
        if self.login is not None and self._at_login is not None:
            self._set(self.login, self._at_login.starts_at_login)

    def _set(self, switch: QCheckBox, on: bool) -> None:
        with QSignalBlocker(switch):
            switch.setChecked(on)

    def _switch(self, card: Card, words_of_it: str, about: str) -> QCheckBox:
        switch = QCheckBox(words_of_it)
        switch.setAccessibleDescription(about)
        text = Text(self._look, about, "quiet")
        card.body.addWidget(switch)
        card.body.addWidget(text)
        return switch

    def _keep_notices(self) -> None:
        wanted = self.notices.isChecked()
        try:
            self._store.reminders.set_notices(wanted=wanted, with_names=wanted and self.names.isChecked())
        except Trouble as trouble:
            self._say(tr("DesktopReminders", "That did not work"), words.trouble(trouble))
        self.refresh()

    def _keep_login(self, on: bool) -> None:
        assert self._at_login is not None
        try:
            self._at_login.set_at_login(on)
        except OSError:
            self._say(
                tr("DesktopReminders", "That could not be changed"),
                tr(
                    "DesktopReminders",
                    "Supportnet may not write where your system keeps the list of programs that start. "
                    "Nothing was changed. The settings of your system may have such a list, too.",
                ),
            )
        self.refresh()

    def _say(self, title: str, text: str) -> None:
        Notice(self._look, title, text, self).show_it()
