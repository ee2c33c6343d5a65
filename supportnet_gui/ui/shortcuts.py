"""The sheet of keyboard shortcuts, drawn from the same table as the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from . import actions
from .widgets.dialog import Dialog
from .widgets.text import Tag, Text

if TYPE_CHECKING:
    from .theme import Look

tr = QCoreApplication.translate


class ShortcutSheet(Dialog):
    """Every command that has a key, by menu."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, tr("ShortcutSheet", "Keyboard shortcuts"), parent, 480)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(18))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(0, 1)
        menu = ""
        for spec in actions.table():
            if not spec.keys:
                continue
            if spec.menu != menu:
                menu = spec.menu
                heading = Text(look, menu.replace("&", ""), "strong")
                heading.setContentsMargins(0, look.px(10) if grid.rowCount() > 1 else 0, 0, 0)
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            row = grid.rowCount()
            grid.addWidget(Text(look, spec.text.replace("&", "").replace("…", "")), row, 0)
            keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys]
            either = tr("ShortcutSheet", "{first} or {second}")
            shown = keys[0] if len(keys) == 1 else either.format(first=keys[0], second=keys[1])
            grid.addWidget(Tag(look, shown), row, 1, Qt.AlignmentFlag.AlignLeading)
        self.body.addLayout(grid)
        self.body.addWidget(
            Text(
                look,
                tr(
                    "ShortcutSheet",
                    "Tab goes from one thing to the next, Space ticks, Enter chooses, Esc closes or goes back.",
                ),
                "quiet",
            )
        )
        close = self.add_button(tr("ShortcutSheet", "Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit()
