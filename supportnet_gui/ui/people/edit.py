"""Changing what is written down about somebody. Only a name is needed; nothing typed is lost by accident."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ... import words
from ...core.model import Supporter
from ...core.trouble import Code, Trouble
from ..theme import Look
from ..widgets.card import Fold
from ..widgets.dialog import Dialog
from ..widgets.fields import Labelled, line, paragraph, tab_in_order
from ..widgets.long_text import softened
from ..widgets.messages import Notice, Question
from .edit_more import MoreFields
from .edit_rows import Row
from .edit_ways import WaysEditor
from .fields import Ticks, give_heading, give_hint

tr = QCoreApplication.translate


class RoleCompleter(QCompleter):
    """Suggests words for the last of several, with commas between."""

    def __init__(self, suggestions: Iterable[str], field: QLineEdit) -> None:
        super().__init__(sorted(set(suggestions), key=str.casefold), field)
        self._field = field
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(self)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: Any) -> str:
        before = self._field.text().rpartition(",")[0].strip()
        chosen = super().pathFromIndex(index)
        return f"{before}, {chosen}" if before else chosen


def usual_roles() -> list[str]:
    """Words many people use, as suggestions."""
    return [
        tr("People", "Friend"),
        tr("People", "Partner"),
        tr("People", "Parent"),
        tr("People", "Sister"),
        tr("People", "Brother"),
        tr("People", "Child"),
        tr("People", "Cousin"),
        tr("People", "Neighbour"),
        tr("People", "Colleague"),
        tr("People", "Doctor"),
        tr("People", "Therapist"),
        tr("People", "Peer supporter"),
    ]


class EditDialog(Dialog):
    """`save` is given what was changed, by the names of `Supporter`'s fields; it may raise Trouble.

    The dialog holds its own copy of everything: a change made elsewhere meanwhile neither shows here nor is
    overwritten, unless the same field was changed here. New meetings are in the time zone `zone`.
    """

    def __init__(
        self,
        look: Look,
        person: Supporter,
        roles: Iterable[str],
        today: date,
        zone: str,
        save: Callable[[dict[str, Any]], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(look, tr("People", "Edit"), parent, 640)
        # Only here: the title of a window is seen by others.
        self.heading.setText(softened(tr("People", "Edit {name}").format(name=words.short(person.name))))
        self._save = save
        self.name_field = line(look, person.name)
        self.roles_field = line(look, ", ".join(person.roles))
        self.name = Labelled(look, tr("People", "Name"), self.name_field)
        self.roles = Labelled(
            look,
            tr("People", "Who they are to you"),
            self.roles_field,
            tr("People", "Your own words, with commas between: friend, neighbour."),
        )
        RoleCompleter([*roles, *usual_roles()], self.roles_field)
        self.ticks = Ticks(look, person.support)
        self.ways = WaysEditor(look, person.channels)
        self.note = paragraph(look, person.note, 4)
        self.more = Fold(look, tr("People", "More"), tr("People", "Less"))
        self.rest = MoreFields(look, person, self.ticks, today, zone)
        self.more.body.addWidget(self.rest)
        self.body.setSpacing(look.px(16))
        for part in (
            self.name,
            self.roles,
            Labelled(look, give_heading(), self.ticks, give_hint()),
            Labelled(look, tr("People", "Ways to reach"), self.ways),
            Labelled(look, tr("People", "Note"), self.note),
            self.more,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.cancel = self.add_button(tr("People", "Cancel"))
        self.save = self.add_button(tr("People", "Save"), "primary", default=True)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self.accept)
        self.more.toggled.connect(self._grow)
        for editor in (self.ways, self.rest.meetings, self.rest.dates):
            editor.added.connect(self._row_added)
        self._order_tabs()
        self._start, self._typed = self.values(), self.rest.typed()
        self.name_field.setFocus()
        self.fit()

    def ask(self) -> bool:
        """True if something was saved."""
        return self.exec() == self.DialogCode.Accepted

    def values(self) -> dict[str, Any]:
        """What stands in the fields now, by the names of `Supporter`'s fields."""
        return {
            "name": self.name_field.text(),
            "roles": tuple(filter(None, (role.strip() for role in self.roles_field.text().split(",")))),
            "channels": self.ways.channels(),
            "note": self.note.toPlainText(),
            **self.rest.values(),
        }

    def changes(self) -> dict[str, Any]:
        """What differs from when the dialog opened."""
        return {field: value for field, value in self.values().items() if value != self._start[field]}

    def accept(self) -> None:
        if not self.name_field.text().strip():
            self._say_name_is_needed()
            return
        if self.rest.wrong() is not None:
            self._say_what_is_wrong()
            return
        changes = self.changes()
        try:
            if changes:
                self._save(changes)
        except Trouble as trouble:
            if trouble.code is Code.NAME_EMPTY:
                self._say_name_is_needed()
            else:
                Notice(self.look, tr("People", "Not saved"), words.trouble(trouble), self).show_it()
            return
        super().accept()

    def reject(self) -> None:
        """Leave; where something was changed, ask first."""
        if self.rest.typed() == self._typed and not self.changes():
            super().reject()
            return
        leave = Question(
            self.look,
            tr("People", "Leave without saving?"),
            tr("People", "What you changed here is not saved yet."),
            tr("People", "Leave without saving"),
            tr("People", "Keep editing"),
            self,
        ).ask()
        if leave:
            super().reject()

    def _say_name_is_needed(self) -> None:
        self.name.say(words.trouble(Trouble(Code.NAME_EMPTY)))
        self.ensure_seen(self.name)

    def _say_what_is_wrong(self) -> None:
        # What is folded away takes no keyboard: it is asked once more when it is seen.
        self.more.set_open(True)
        if (sentence := self.rest.wrong()) is not None:
            self.ensure_seen(sentence, self.focusWidget())

    def _row_added(self, row: Row) -> None:
        self._order_tabs()
        self.ensure_seen(row, row.first)

    def ensure_seen(self, *parts: QWidget) -> None:
        """Scroll to parts of the dialog; where there is no room for all of them, to the last."""
        # What was just shown has no place of its own yet.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for part in parts:
            # Not ensureWidgetVisible: of a field it shows the cursor, and half of the field may stay hidden.
            middle = part.mapTo(self._inside, part.rect().center())
            self._area.ensureVisible(0, middle.y(), 0, part.height() // 2 + self.look.px(8))

    def _order_tabs(self) -> None:
        tab_in_order(
            self.name_field,
            self.roles_field,
            self.ticks,
            *self.ways.in_order(),
            self.note,
            self.more.button,
            *self.rest.in_order(),
            self.cancel,
            self.save,
        )

    def _grow(self, opened: bool) -> None:
        self.fit()
        if opened:
            self.rest.kind.setFocus(Qt.FocusReason.OtherFocusReason)
