"""What can be done with an entry: each asks where there is something to ask, then makes one store call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from ... import words
from ...core.model import PersonRow, Status, Support, Supporter
from ...core.resource_model import StepState
from ...core.store import PeopleFilter, Store, View
from ...core.trouble import Code, Trouble
from ..theme import Look
from .photos import Photos

tr = QCoreApplication.translate


def ask_photo_file(parent: QWidget) -> str:
    """The path of a picture somebody chose; empty for none."""
    from PySide6.QtWidgets import QFileDialog

    kinds = tr("People", "Pictures ({kinds})").format(kinds="*.jpg *.jpeg *.png *.webp *.gif *.bmp")
    every = tr("People", "All files (*)")
    return QFileDialog.getOpenFileName(parent, tr("People", "Choose a photo"), "", f"{kinds};;{every}")[0]


class PersonActions:
    """Everything that can be done to an entry, with the dialogs it takes. Dialogs open over `parent`."""

    def __init__(
        self, look: Look, store: Store, today: Callable[[], date], photos: Photos, parent: QWidget
    ) -> None:
        self._look, self._store, self._today = look, store, today
        self._photos, self._parent = photos, parent

    def add(self) -> str | None:
        """Write somebody down; returns the new id."""
        from .add import AddDialog

        return AddDialog(self._look, self._store.people.add, self._parent).ask()

    def edit(self, person_id: str) -> None:
        from .edit import EditDialog

        person = self._store.people.get(person_id)
        if person is None or person.trashed_at is not None:
            return
        everyone = self._store.people.rows(PeopleFilter(view=View.NOT_TRASHED))
        roles = {role for row in everyone for role in row.roles if len(role) <= 40}

        def save(changes: dict[str, Any]) -> None:
            # What changed elsewhere while the dialog was open stays, except where the same field was edited.
            now = self._store.people.get(person_id)
            if now is None:
                raise Trouble(Code.NOT_THERE)
            self._store.people.save(replace(now, **changes))

        zone = self._store.clock.zone()
        EditDialog(self._look, person, roles, self._today(), zone, save, self._parent).ask()

    def set_support(self, person_id: str, support: tuple[Support, ...]) -> bool:
        return self._try(self._store.people.set_support, person_id, support)

    def change_status(self, person_id: str) -> None:
        from .status import StatusDialog

        person = self._store.people.get(person_id)
        if person is None:
            return
        choice = StatusDialog(self._look, person, self._today(), self._parent).ask()
        if choice is not None:
            self._try(self._store.people.set_status, person_id, choice.status, choice.since, choice.until)

    def remind_again(self, person_id: str) -> None:
        """The rhythm of somebody whose reminder rests begins anew today."""
        person = self._store.people.get(person_id)
        if person is not None:
            self._try(self._store.reminders.set_rhythm, person_id, replace(person.rhythm, began=None))

    def archive(self, person_id: str) -> None:
        self._try(self._store.people.set_archived, person_id, True)

    def unarchive(self, person_id: str) -> None:
        self._try(self._store.people.set_archived, person_id, False)

    def trash(self, person_id: str) -> None:
        self._try(self._store.people.trash, person_id)

    def restore(self, person_id: str) -> None:
        self._try(self._store.people.restore, person_id)

    def remove_for_good(self, person_ids: list[str]) -> None:
        """Ask, saying what goes and that nothing brings it back; then remove."""
        if not person_ids:
            return
        if len(person_ids) == 1:
            names = self._store.people.names(person_ids)
            text = tr(
                "People",
                "This removes {name}, their notes and photo, and check-ins with nobody else. "
                "It cannot come back. Undo starts afresh after this.",
            ).format(name=words.people(tuple(names.values())))
        else:
            text = tr(
                "People",
                "This removes all %n in the trash, their notes and photos, and check-ins with nobody else. "
                "It cannot come back. Undo starts afresh after this.",
                "",
                len(person_ids),
            )
        from ..widgets.messages import Question

        sure = Question(
            self._look,
            tr("People", "Remove for good?"),
            text,
            tr("People", "Remove for good"),
            tr("People", "Keep"),
            self._parent,
        ).ask()
        if sure:
            self._try(self._store.people.purge, person_ids)

    def merge(self, person_id: str) -> str | None:
        """Make two entries one, or remember that they are two. Returns the id that stays after a merge."""
        from .facts import facts
        from .merge import Answer, MergeDialog

        people = self._store.people
        person = people.get(person_id)
        if person is None:
            return None

        def search(text: str) -> list[PersonRow]:
            # Those whom lists leave out are asked for by name.
            return people.rows(PeopleFilter(text, view=View.NOT_TRASHED if text.strip() else View.IN_LISTS))

        two = {b for a, b in self._store.imports.answered() if a == person_id}
        two |= {a for a, b in self._store.imports.answered() if b == person_id}
        answer = MergeDialog(
            self._look,
            person,
            search,
            people.get,
            frozenset(two),
            partial(facts, today=self._today(), zone=self._store.clock.zone()),
            self._photos,
            self._parent,
        ).ask()
        if answer is None:
            return None
        what, keep, other = answer
        if what is Answer.TWO:
            self._try(people.not_the_same, person_id, other if keep == person_id else keep)
            return None
        return keep if self._try(people.merge, keep, other) else None

    def choose_photo(self, person_id: str) -> None:
        path = ask_photo_file(self._parent)
        if not path:
            return
        from .photos import prepared

        image = prepared(Path(path))
        if image is None:
            self._say(
                tr("People", "No photo was added"),
                tr(
                    "People",
                    "This file could not be read as a picture. It may be damaged, or of a kind not known. "
                    "Nothing was changed. You could choose another one; JPEG and PNG work.",
                ),
            )
            return
        self._try(self._store.people.set_photo, person_id, image)

    def remove_photo(self, person_id: str) -> None:
        self._try(self._store.people.set_photo, person_id, None)

    def step_done(self, step_id: str) -> None:
        self._try(self._store.steps.set_state, step_id, StepState.DONE)

    def remove_step(self, step_id: str) -> None:
        self._try(self._store.steps.remove, step_id)

    def _try(self, act: Callable[..., object], *values: object) -> bool:
        """Do it; where it cannot be done, say why."""
        try:
            act(*values)
        except Trouble as trouble:
            self._say(tr("People", "Not saved"), words.trouble(trouble))
            return False
        return True

    def _say(self, title: str, text: str) -> None:
        from ..widgets.messages import Notice

        Notice(self._look, title, text, self._parent).show_it()


def fill_menu(menu: QMenu, look: Look, person: Supporter, do: Callable[[str, str], None]) -> None:
    """The menu of an entry; `do` is called with what was chosen, by name, and the entry's id."""

    def add(name: str, text: str, icon: str) -> None:
        action = menu.addAction(look.icon(icon), text)
        action.setObjectName(name)
        action.triggered.connect(partial(_choose, do, name, person.id))

    if person.trashed_at is not None:
        add("restore", tr("People", "&Put back"), "undo")
        add("remove", tr("People", "&Remove for good…"), "trash")
        return
    add("edit", tr("People", "&Edit…"), "edit")
    add("log", tr("People", "&Log a check-in…"), "check-ins")
    if person.in_lists and person.status is not Status.DIED:
        add("card", tr("People", "How to s&upport me…"), "message")
    add("status", tr("People", "&How things stand…"), "heart")
    add(
        "photo",
        tr("People", "Change the &photo…") if person.has_photo else tr("People", "Add a &photo…"),
        "photo",
    )
    if person.has_photo:
        add("remove-photo", tr("People", "Remo&ve the photo"), "close")
    add("merge", tr("People", "&Same person as…"), "merge")
    menu.addSeparator()
    if person.archived_at is None:
        add("archive", tr("People", "Move to the &archive"), "archive")
    else:
        add("unarchive", tr("People", "&Bring back from the archive"), "archive")
    add("trash", tr("People", "Move to the &trash"), "trash")


def _choose(do: Callable[[str, str], None], name: str, person_id: str) -> None:
    do(name, person_id)
