"""How the app looks, where the person is, and what is kept where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QWidget

from .. import words
from ..core.trouble import Trouble
from .reminders import RemindersCard
from .reminders_on_desktop import DesktopReminders
from .theme import TEXT_SIZES, Look
from .widgets.buttons import Button
from .widgets.card import Card
from .widgets.flow import Flow
from .widgets.messages import Notice, Question
from .widgets.page import Page
from .widgets.path_line import PathLine
from .widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.preferences import PreferencesFile
    from ..core.store import Store
    from .reminders_on_desktop import AtLogin

tr = QCoreApplication.translate


class SettingsPage(Page):
    """Choices hold at once. `rebuild` makes the window anew after a change of look."""

    def __init__(
        self,
        look: Look,
        preferences: PreferencesFile,
        store: Store | None,
        rebuild: Callable[[], None],
        open_help: Callable[[], None],
        bring_in: Callable[[], None],
        at_login: Callable[[], AtLogin | None] = lambda: None,
    ) -> None:
        super().__init__(look, tr("SettingsPage", "Settings"))
        self._look, self._preferences, self._store = look, preferences, store
        self._rebuild, self._open_help, self._bring_in = rebuild, open_help, bring_in
        self.body.addWidget(self._look_card())
        self.body.addWidget(self._place_card())
        if store is not None:
            self.body.addWidget(self._today_card(store))
            self.reminders = RemindersCard(look, store)
            self.body.addWidget(self.reminders)
            self.desktop = DesktopReminders(look, store, at_login())
            self.body.addWidget(self.desktop)
        self.body.addWidget(self._notes_card())
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Say again what may have changed: the country, and whether there is anything in the trash."""
        self._place_words.setText(self._place_text())
        store = self._store
        if store is not None:
            from ..core.store import View

            self.reminders.refresh()
            self.desktop.refresh()
            more = (store.resources, store.reflections, store.cards)
            some = store.people.count(View.TRASH) or store.check_ins.count_trash()
            self._empty.setVisible(bool(some or any(one.trashed_ids() for one in more)))

    # -- look ------------------------------------------------------------------------------------------------

    def _look_card(self) -> QWidget:
        card = Card(self._look)
        card.body.addWidget(Text(self._look, tr("SettingsPage", "Look"), "heading"))
        themes = (
            ("system", tr("SettingsPage", "Same as the computer")),
            ("light", tr("SettingsPage", "Light")),
            ("dark", tr("SettingsPage", "Dark")),
        )
        card.body.addWidget(Text(self._look, tr("SettingsPage", "Colours"), "quiet"))
        card.body.addWidget(self._choice("theme", themes))
        card.body.addWidget(Text(self._look, tr("SettingsPage", "Text size"), "quiet"))
        sizes = tuple((size, tr("SettingsPage", "{size} %").format(size=size)) for size in TEXT_SIZES)
        card.body.addWidget(self._choice("text_size", sizes))
        self.motion = QCheckBox(tr("SettingsPage", "Less movement"))
        self.motion.setChecked(self._preferences.now.reduced_motion)
        self.motion.toggled.connect(partial(self._keep, "reduced_motion"))
        card.body.addWidget(self.motion)
        return card

    def _choice(self, key: str, choices: tuple[tuple[str | int, str], ...]) -> QWidget:
        """Chips of which one is on."""
        group = QButtonGroup(self)
        group.setExclusive(True)
        flow = Flow(gap=self._look.px(8))
        for value, text in choices:
            chip = Button(self._look, text, "chip")
            chip.setObjectName(f"{key}-{value}")
            chip.setChecked(getattr(self._preferences.now, key) == value)
            chip.clicked.connect(partial(self._keep, key, value))
            group.addButton(chip)
            flow.add(chip)
        return flow

    def _keep(self, key: str, value: object, *_: object) -> None:
        if getattr(self._preferences.now, key) == value:
            return
        try:
            self._preferences.change(**{key: value})
        except OSError:
            self._say_not_kept()
        self._rebuild()

    def _say_not_kept(self) -> None:
        Notice(
            self._look,
            tr("SettingsPage", "Your choice holds for now"),
            tr(
                "SettingsPage",
                "It could not be kept for next time, because Supportnet may not write in its folder. "
                "Nothing else was changed.",
            ),
            self,
        ).show_it()

    # -- today -----------------------------------------------------------------------------------------------

    def _today_card(self, store: Store) -> QWidget:
        card = Card(self._look)
        card.body.addWidget(Text(self._look, tr("SettingsPage", "Suggestions on Today"), "heading"))
        self.ask_how = QCheckBox(tr("SettingsPage", "Ask how it might go"))
        self.ask_how.setChecked(store.settings.get("ask_how_it_may_go"))
        self.ask_how.toggled.connect(partial(self._set_asking, store))
        about = tr(
            "SettingsPage",
            "It is asked before you reach out, and the day after how it went. People often answer more warmly than "
            "one thinks. It is asked only when you chose on Today that there is some energy, or more.",
        )
        self.ask_how.setAccessibleDescription(about)
        card.body.addWidget(self.ask_how)
        card.body.addWidget(Text(self._look, about, "quiet"))
        return card

    def _set_asking(self, store: Store, asking: bool) -> None:
        try:
            store.settings.set("ask_how_it_may_go", asking)
        except Trouble as trouble:
            Notice(
                self._look, tr("SettingsPage", "That did not work"), words.trouble(trouble), self
            ).show_it()

    # -- where -----------------------------------------------------------------------------------------------

    def _place_card(self) -> QWidget:
        card = Card(self._look)
        card.body.addWidget(Text(self._look, tr("SettingsPage", "Where you are"), "heading"))
        self._place_words = Text(self._look)
        card.body.addWidget(self._place_words)
        change = Button(self._look, tr("SettingsPage", "Change country"), icon="help")
        change.clicked.connect(self._open_help)
        card.body.addWidget(Flow(change))
        return card

    def _place_text(self) -> str:
        from ..crisis_words import place_name

        now = self._preferences.now
        if not now.country:
            return tr(
                "SettingsPage", "No country is chosen yet. Help right now shows its numbers once one is."
            )
        place = place_name(now.country, now.nation or None)
        return tr("SettingsPage", "Help right now shows the numbers for: {place}.").format(place=place)

    # -- what is kept ----------------------------------------------------------------------------------------

    def _notes_card(self) -> QWidget:
        card = Card(self._look)
        card.body.addWidget(Text(self._look, tr("SettingsPage", "Your notes"), "heading"))
        card.body.addWidget(
            Text(
                self._look,
                tr(
                    "SettingsPage",
                    "They stay on this computer, in this folder. Someone who can use your account can open them.",
                ),
            )
        )
        folder = str(self._preferences.path.parent)
        card.body.addWidget(PathLine(folder, tr("SettingsPage", "The folder of your notes")))
        show = Button(self._look, tr("SettingsPage", "Show the folder"))
        show.clicked.connect(self._show_folder)
        bring = Button(self._look, tr("SettingsPage", "Bring in an address book"))
        bring.clicked.connect(self._bring_in)
        bring.setEnabled(self._store is not None)
        self._empty = Button(self._look, tr("SettingsPage", "Empty the trash"), icon="trash")
        self._empty.hide()
        self._empty.clicked.connect(self._empty_trash)
        card.body.addWidget(Flow(show, bring, self._empty))
        return card

    def _show_folder(self) -> None:
        folder = QUrl.fromLocalFile(str(self._preferences.path.parent))
        if not QDesktopServices.openUrl(folder):
            Notice(
                self._look,
                tr("SettingsPage", "Nothing opened"),
                tr(
                    "SettingsPage",
                    "This computer has no program set for folders. You could copy the line above.",
                ),
                self,
            ).show_it()

    def _empty_trash(self) -> None:
        question = Question(
            self._look,
            tr("SettingsPage", "Empty the trash?"),
            tr(
                "SettingsPage",
                "The people, check-ins, reflections, cards and own resources in it are then gone for good. So are "
                "check-ins that were only with those people, and steps and cards about them. "
                "This cannot be undone.",
            ),
            tr("SettingsPage", "Empty it"),
            tr("SettingsPage", "Keep it"),
            self,
        )
        if self._store is not None and question.ask():
            self._store.empty_trash()
