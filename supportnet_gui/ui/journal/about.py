"""Whom words are about: nobody, until somebody is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ..widgets.buttons import Button
from ..widgets.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..theme import Look

tr = QCoreApplication.translate


class About(Flow):
    """`choose` asks for somebody; `name` says what they are called, "" where they are not named.

    `first` is a button that stands before, on the same line where there is room.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        choose: Callable[[], str | None],
        name: Callable[[str | None], str],
        parent: QWidget | None = None,
        first: QWidget | None = None,
    ) -> None:
        super().__init__(gap=look.px(8), parent=parent)
        self._choose, self._name = choose, name
        self.supporter: str | None = None
        self.button = Button(look, "", "quiet", "person", self)
        self.nobody = Button(look, tr("Journal", "About nobody in particular"), "quiet", "close", self)
        if first is not None:
            self.add(first)
        self.add(self.button)
        self.add(self.nobody)
        self.button.clicked.connect(self._ask)
        self.nobody.clicked.connect(self._clear)
        self.set_supporter(None)

    def set_supporter(self, supporter: str | None) -> None:
        """Somebody who is not named stays, and is not shown."""
        self.supporter = supporter
        name = self._name(supporter)
        text = tr("Journal", "About {name}").format(name=name) if name else tr("Journal", "About someone…")
        self.button.setText(text.replace("&", "&&"))
        self.button.setAccessibleName(text)
        self.nobody.setVisible(bool(name))

    def _ask(self) -> None:
        chosen = self._choose()
        if chosen is not None:
            self.set_supporter(chosen)
            self.changed.emit()

    def _clear(self) -> None:
        self.set_supporter(None)
        self.button.setFocus()
        self.changed.emit()
