"""Everything noted about one check-in, and what can be done with it."""

from __future__ import annotations

from functools import partial
from math import ceil

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFormLayout, QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from ... import words
from ...core.store import Entry
from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.card import Card
from ..widgets.flow import Flow
from ..widgets.text import Tag, Text
from . import wording
from .people_picker import on_button
from .timeline import LOWEST

tr = QCoreApplication.translate

_NOTE_STYLE = """QPlainTextEdit {{ background: {ground}; border: 2px solid transparent; padding: 4px 8px; }}
QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: 4px 8px; }}"""
"""A note to read looks like a quote, not like a field to write in."""
_MOST_NAMES = 60


class Details(QScrollArea):
    """One check-in. The signals carry its id, or that of the person whose name was pressed.

    Tab comes here from `before`, though what is here is made later than much that follows.
    """

    edit_wanted = Signal(str)
    trash_wanted = Signal(str)
    restore_wanted = Signal(str)
    purge_wanted = Signal(str)
    person_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, look: Look, before: QWidget) -> None:
        super().__init__()
        self._look, self._before = look, before
        self._entry: Entry | None = None
        self._narrow = False
        self.buttons: dict[str, Button] = {}
        self._stops: list[QWidget] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(LOWEST)

    @property
    def entry(self) -> Entry | None:
        """The check-in that is shown."""
        return self._entry

    def sizeHint(self) -> QSize:
        """Small, however long a note is: it scrolls here, not the page around it."""
        return QSize(super().sizeHint().width(), LOWEST)

    def show_entry(self, entry: Entry | None, *, narrow: bool) -> None:
        """Show a check-in, or a quiet line where there is none. What is shown already stays as it is."""
        if self.widget() is not None and (entry, narrow) == (self._entry, self._narrow):
            return
        focused = self.window().focusWidget()
        on = next((name for name, button in self.buttons.items() if button is focused), "")
        self._entry, self._narrow = entry, narrow
        self.buttons, self._stops = {}, []
        old = self.takeWidget()
        if old is not None:
            # Later: it may be one of its own buttons that was pressed.
            old.deleteLater()
        self.setWidget(self._page(entry, narrow))
        before = self._before
        for stop in self._stops:
            self.setTabOrder(before, stop)
            before = stop
        if on in self.buttons:
            self.buttons[on].setFocus()

    def _page(self, entry: Entry | None, narrow: bool) -> QWidget:
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 0, 8, 2)
        if entry is None:
            hint = Text(self._look, tr("CheckIns", "Choose a check-in to see all of it."), "quiet")
            hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(hint, 1)
        else:
            if narrow:
                column.addWidget(self._back(), 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self._card(entry))
            column.addStretch(1)
        return inside

    def focus_first(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        for name in ("edit", "restore"):
            if name in self.buttons:
                self.buttons[name].setFocus()
                self.verticalScrollBar().setValue(0)

    def _back(self) -> Button:
        button = Button(self._look, tr("CheckIns", "Back to the list"), "quiet", "back")
        button.clicked.connect(self.back_wanted)
        self.buttons["back"] = button
        self._stops.append(button)
        return button

    def _card(self, entry: Entry) -> Card:
        look, check_in = self._look, entry.check_in
        card = Card(look)
        card.body.addWidget(Text(look, wording.whole_moment(check_in), "heading"))
        people = Flow(gap=look.px(6))
        for person, name in list(zip(entry.people, entry.names, strict=True))[:_MOST_NAMES]:
            button = Button(look, on_button(look, name), "plain", "person")
            button.setAccessibleDescription(tr("CheckIns", "Goes to this person's page"))
            button.clicked.connect(partial(self.person_wanted.emit, person))
            people.add(button)
            self._stops.append(button)
        card.body.addWidget(people)
        if facts := self._facts(entry):
            card.body.addLayout(self._form(facts))
        if check_in.support:
            tags = (Tag(look, words.support(one), str(one)) for one in check_in.support)
            card.body.addWidget(Flow(*tags, gap=look.px(6)))
        for name, text in (
            (tr("CheckIns", "Note"), check_in.note),
            (tr("CheckIns", "For next time"), check_in.next_note),
        ):
            if text.strip():
                card.body.addWidget(Text(look, name, "small"))
                note = NoteView(look, name, text)
                card.body.addWidget(note)
                self._stops.append(note)
        card.body.addSpacing(look.px(4))
        card.body.addWidget(self._row_of_buttons(check_in.id, in_trash=check_in.trashed_at is not None))
        return card

    def _facts(self, entry: Entry) -> list[tuple[str, str]]:
        check_in = entry.check_in
        answers = {True: tr("CheckIns", "Answered"), False: tr("CheckIns", "No answer yet"), None: ""}
        yes_or_no = {True: tr("CheckIns", "Yes"), False: tr("CheckIns", "No"), None: ""}
        said = [
            (tr("CheckIns", "How"), words.way(check_in.way) if check_in.way else ""),
            (tr("CheckIns", "How it felt"), words.felt(check_in.felt) if check_in.felt else ""),
            (tr("CheckIns", "Who began"), words.began(check_in.began) if check_in.began else ""),
            (tr("CheckIns", "Answer"), answers[check_in.answered]),
            (tr("CheckIns", "Gave support too"), yes_or_no[check_in.gave_support]),
        ]
        return [(name, value) for name, value in said if value]

    def _form(self, facts: list[tuple[str, str]]) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(self._look.px(16))
        form.setVerticalSpacing(self._look.px(5))
        for name, value in facts:
            label = Text(self._look, name, "quiet")
            label.setWordWrap(False)
            form.addRow(label, Text(self._look, value))
        return form

    def _row_of_buttons(self, check_in_id: str, *, in_trash: bool) -> Flow:
        look = self._look
        if in_trash:
            wanted = (
                ("restore", Button(look, tr("CheckIns", "Put back"), "plain", "undo"), self.restore_wanted),
                (
                    "purge",
                    Button(look, tr("CheckIns", "Remove for good"), "quiet", "trash"),
                    self.purge_wanted,
                ),
            )
        else:
            wanted = (
                ("edit", Button(look, tr("CheckIns", "Edit"), "plain", "edit"), self.edit_wanted),
                ("trash", Button(look, tr("CheckIns", "Move to trash"), "quiet", "trash"), self.trash_wanted),
            )
        flow = Flow(gap=look.px(8))
        for name, button, signal in wanted:
            button.clicked.connect(partial(signal.emit, check_in_id))
            self.buttons[name] = button
            self._stops.append(button)
            flow.add(button)
        return flow


class NoteView(QPlainTextEdit):
    """What a person wrote, as written, to read, mark and copy. As high as its text; it breaks anywhere."""

    def __init__(self, look: Look, name: str, text: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setStyleSheet(_NOTE_STYLE.format(ground=look.tokens.sunken, focus=look.tokens.accent))
        self.setPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The document itself knows only of lines it has laid out; asking for each paragraph lays it out.
        text, paragraph = 0.0, self.document().begin()
        while paragraph.isValid():
            text += self.blockBoundingRect(paragraph).height()
            paragraph = paragraph.next()
        edges = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        self.setFixedHeight(ceil(text + edges) + 2)
