"""The lines with hours, folded away until asked for: few people open them, and building them costs time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..theme import Look
from ..widgets.buttons import Button
from ..widgets.text import Text

tr = QCoreApplication.translate


class OtherLines(QWidget):
    """A heading with Show and Hide; `make` is called once, when they are first shown."""

    def __init__(self, look: Look, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._content: QWidget | None = None
        self.button = Button(look)
        self.button.clicked.connect(self.toggle)
        row = QHBoxLayout()
        row.addWidget(Text(look, tr("crisis", "Other lines, with their hours"), "heading"), 1)
        row.addWidget(self.button)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(look.px(10))
        self._outer.addLayout(row)
        self._name_button(False)

    @property
    def is_open(self) -> bool:
        return self._content is not None and not self._content.isHidden()

    def toggle(self) -> None:
        opened = not self.is_open
        if self._content is None:
            self._content = self._make()
            self._outer.addWidget(self._content)
            self._put_in_tab_order(self._content)
        self._content.setVisible(opened)
        self._name_button(opened)

    def _put_in_tab_order(self, content: QWidget) -> None:
        """After the button, though made long after what stands below."""
        last: QWidget = self.button
        for widget in content.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self.setTabOrder(last, widget)
                last = widget

    def _name_button(self, opened: bool) -> None:
        self.button.setText(tr("crisis", "Hide") if opened else tr("crisis", "Show"))
        self.button.setAccessibleName(
            tr("crisis", "Hide other lines") if opened else tr("crisis", "Show other lines")
        )
