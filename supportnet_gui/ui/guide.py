"""How the app works, on one page, for whoever came to F1 for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from .widgets.dialog import Dialog
from .widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .theme import Look

tr = QCoreApplication.translate


def sections() -> tuple[tuple[str, str], ...]:
    """Titles and what stands under them."""
    return (
        (
            tr("Guide", "Today"),
            tr("Guide", "One small thing you could do, and a quick way to note whom you talked with."),
        ),
        (
            tr("Guide", "People"),
            tr("Guide", "Everybody who is there for you: people, groups, professionals, places, animals."),
        ),
        (
            tr("Guide", "Check-ins"),
            tr("Guide", "When you were in touch, and how it felt. No gap is ever counted."),
        ),
        (
            tr("Guide", "My plan"),
            tr("Guide", "What helps you in a hard moment, written on a steadier day. All of it is optional."),
        ),
        (
            tr("Guide", "Help right now"),
            tr(
                "Guide",
                "F1 opens it from everywhere. It needs no internet. That you opened it is kept nowhere.",
            ),
        ),
        (
            tr("Guide", "Changing your mind"),
            tr("Guide", "Ctrl+Z takes back what was done last. What you remove waits in the trash."),
        ),
        (
            tr("Guide", "Your notes"),
            tr("Guide", "They stay on this computer. Supportnet never uses the internet."),
        ),
        (
            tr("Guide", "By keyboard"),
            tr("Guide", "Tab goes through a page. Ctrl and / together show all keys."),
        ),
    )


class GuideDialog(Dialog):
    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, tr("Guide", "How Supportnet works"), parent, 560)
        self.body.setSpacing(look.px(2))
        for number, (title, text) in enumerate(sections()):
            if number:
                self.body.addSpacing(look.px(10))
            self.body.addWidget(Text(look, title, "strong"))
            self.body.addWidget(Text(look, text))
        close = self.add_button(tr("Guide", "Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit()
