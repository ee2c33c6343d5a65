"""What a person does with entries: mark, note, plan, bring onto the map, copy, add one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ... import words
from ...core.model import Kind, Status
from ...core.resource_model import MarkState, OwnResource, Section, SmallStep, StepState
from ...core.trouble import Code, Trouble
from ..theme import Look

if TYPE_CHECKING:
    from ...core.content.library_model import Entry, SectionWords
    from ...core.store import Store

tr = QCoreApplication.translate


class EntryActions:
    """Each is one change in the store, which says it and can take it back."""

    def __init__(self, look: Look, store: Store, today: Callable[[], date], parent: QWidget) -> None:
        self._look, self._store, self._today, self._parent = look, store, today, parent

    def set_state(self, entry_id: str, state: MarkState | None) -> bool:
        return self._try(partial(self._store.resources.set_state, entry_id, state))

    def set_note(self, entry_id: str, note: str) -> bool:
        """Keep a note; called while the keyboard is on its way elsewhere, so trouble is said a moment later."""
        try:
            self._store.resources.set_note(entry_id, note)
        except Trouble as trouble:
            QTimer.singleShot(0, self._parent, partial(self._say, trouble))
            return False
        return True

    def plan(self, entry: Entry) -> bool:
        """Plan a small step, beginning with the words of an entry."""
        from .step_dialog import StepDialog

        people = [row for row in self._store.people.rows() if row.status is not Status.DIED]
        begun = SmallStep(then=entry.then or entry.first_step, when=entry.when, resource=entry.id)
        save = self._store.steps.add
        return StepDialog(self._look, begun, people, self._today(), save, self._window()).ask()

    def step_done(self, step_id: str) -> bool:
        return self._try(partial(self._store.steps.set_state, step_id, StepState.DONE))

    def remove_step(self, step_id: str) -> bool:
        return self._try(partial(self._store.steps.remove, step_id))

    def add_to_map(self, entry: Entry) -> str | None:
        """The id of whom an entry became on the map; None for nobody.

        A line is called what it is called. Of a person or a group the entry is only the kind: a name is asked for.
        """
        from ...core.content.library import as_supporter

        resources = self._store.resources
        mark = resources.mark(entry.id)
        made: list[str] = []

        def add(name: str) -> None:
            made.append(resources.add_to_map(entry.id, as_supporter(entry, name, mark.state)))

        if mark.supporter is None and entry.own is None and entry.kind is not Kind.SERVICE:
            from .name_dialog import NameDialog

            supporter = as_supporter(entry)

            def named(name: str) -> None:
                if not name.strip():
                    raise Trouble(Code.NAME_EMPTY)
                add(name)

            NameDialog(self._look, supporter.name, named, self._window()).ask()
        else:
            self._try(partial(add, ""))
        return made[0] if made else None

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def add_own(self, sections: tuple[SectionWords, ...], section: Section | None) -> str | None:
        """Write an entry of one's own down; its id, None for none."""
        made: list[str] = []
        begun = OwnResource(name="", section=section or Section.TALK)
        kept = self._ask(begun, sections, lambda one: made.append(self._store.resources.add_own(one)))
        return made[0] if kept else None

    def edit_own(self, own: OwnResource, sections: tuple[SectionWords, ...]) -> bool:
        return self._ask(replace(own), sections, self._store.resources.save_own)

    def trash_own(self, own_id: str) -> bool:
        return self._try(partial(self._store.resources.trash_own, own_id))

    def restore_own(self, own_id: str) -> bool:
        return self._try(partial(self._store.resources.restore_own, own_id))

    def remove_own(self, own_id: str) -> bool:
        """Remove for good, after asking."""
        from ..widgets.messages import Question

        sure = Question(
            self._look,
            tr("resources", "Remove this for good?"),
            tr("resources", "It cannot come back, by Undo either. Your note about it goes too."),
            tr("resources", "Remove for good"),
            tr("resources", "Keep it"),
            self._window(),
        )
        return sure.ask() and self._try(partial(self._store.resources.purge_own, [own_id]))

    def _ask(
        self,
        one: OwnResource,
        sections: tuple[SectionWords, ...],
        save: Callable[[OwnResource], object],
    ) -> bool:
        from .own_dialog import OwnDialog

        return OwnDialog(self._look, one, sections, save, self._window()).ask()

    def _try(self, act: Callable[[], object]) -> bool:
        """Do it; where it cannot be done, say why."""
        try:
            act()
        except Trouble as trouble:
            self._say(trouble)
            return False
        return True

    def _say(self, trouble: Trouble) -> None:
        from ..widgets.messages import Notice

        Notice(self._look, tr("resources", "Not saved"), words.trouble(trouble), self._window()).show_it()

    def _window(self) -> QWidget:
        return self._parent.window()
