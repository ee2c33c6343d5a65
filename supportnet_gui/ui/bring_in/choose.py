"""The first step: which file, and how to get one out of a phone or a mail program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.announce import announce
from ..widgets.buttons import Button
from ..widgets.card import Card, Fold
from ..widgets.text import Text

tr = QCoreApplication.translate


class ChooseStep(QWidget):
    """A button for the file dialog, a place to drop files, and what was wrong with the last ones."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(14))
        self._trouble = Card(look, "bar")
        self._trouble_title = Text(look, "", "strong")
        self._trouble_words = Text(look, "").selectable()
        self._trouble.body.addWidget(self._trouble_title)
        self._trouble.body.addWidget(self._trouble_words)
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addWidget(
            Text(
                look,
                tr(
                    "BringIn",
                    "Your phone or mail program can save its address book as a file. You look through it "
                    "here, and only the people you choose come in.",
                ),
            )
        )
        column.addWidget(self._drop_place(look))
        column.addWidget(
            Text(
                look,
                tr("BringIn", "The file is only read on this computer. Nothing is sent anywhere."),
                "quiet",
            )
        )
        how = Fold(look, tr("BringIn", "How do I get this file?"), tr("BringIn", "Hide the hints"))
        self.how = how
        for where, words in _ways():
            pair = QVBoxLayout()
            pair.setSpacing(look.px(2))
            pair.addWidget(Text(look, where, "strong"))
            pair.addWidget(Text(look, words, "quiet").selectable())
            how.body.addLayout(pair)
        column.addWidget(how)
        column.addStretch(1)

    def say(self, title: str, words: str) -> None:
        """Show what was wrong, or what happened; with no words nothing is shown."""
        self._trouble_title.setText(title)
        self._trouble_words.setText(words)
        self._trouble_words.setVisible(bool(words))
        self._trouble.setVisible(bool(title))
        if title:
            announce(self, f"{title} {words}")

    @property
    def said(self) -> str:
        """What is shown of the last attempt; empty where nothing is."""
        if self._trouble.isHidden():
            return ""
        return f"{self._trouble_title.text()} {self._trouble_words.text()}".strip()

    def _drop_place(self, look: Look) -> Card:
        place = Card(look, "quote")
        self.choose_button = Button(look, tr("BringIn", "Choose a file…"), "primary")
        self.choose_button.setDefault(True)
        drop = Text(
            look, tr("BringIn", "Or drop it here. It can be several files; their names end in .vcf."), "quiet"
        )
        place.body.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        place.body.addWidget(drop)
        return place


def _ways() -> tuple[tuple[str, str], ...]:
    """(program, how to save its address book as vCard). Menu words differ from version to version."""
    return (
        (
            tr("BringIn", "iPhone, iPad"),
            tr(
                "BringIn",
                "In Contacts, tap Lists. Keep a finger on a list, such as All Contacts, and choose Export. "
                "Save the file with Files, and copy it to this computer.",
            ),
        ),
        (
            tr("BringIn", "Android"),
            tr(
                "BringIn",
                "In Contacts, open Organise, or the menu or Settings of the app, and choose Export to file. "
                "Copy the file to this computer with a cable.",
            ),
        ),
        (
            tr("BringIn", "Google Contacts in a browser"),
            tr("BringIn", "On contacts.google.com choose Export, then vCard."),
        ),
        (
            tr("BringIn", "Outlook on Windows"),
            tr(
                "BringIn",
                "In People, open a person and choose File, Save As, vCard. For several at once, mark them, "
                "choose Forward Contact, As a Business Card, and save what is attached. Outlook in a browser "
                "saves only CSV files, which cannot be read here.",
            ),
        ),
        (
            tr("BringIn", "Thunderbird"),
            tr(
                "BringIn",
                "Open the address book. In the menu beside its name choose Export, and as the kind of file "
                "vCard.",
            ),
        ),
        (
            tr("BringIn", "Nextcloud"),
            tr(
                "BringIn",
                "In Contacts, open the settings at the lower left. In the menu beside the address book "
                "choose Download or Export.",
            ),
        ),
        (
            tr("BringIn", "Contacts on a Mac"),
            tr(
                "BringIn",
                "Mark the people, or all of them, and choose File, Export, Export vCard.",
            ),
        ),
    )
