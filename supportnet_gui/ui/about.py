"""What this program is, its version, and what it is built on."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from .. import __version__
from .widgets.card import Fold
from .widgets.dialog import Dialog
from .widgets.text import Text

if TYPE_CHECKING:
    from .theme import Look

tr = QCoreApplication.translate

PARTS = (
    ("PySide6_Essentials", "Qt for Python, LGPL-3.0"),
    ("sqlite-utils", "Apache-2.0"),
    ("sqlcipher3", "zlib, with SQLCipher (BSD-3-Clause) and OpenSSL (Apache-2.0)"),
    ("platformdirs", "MIT"),
    ("vobject", "Apache-2.0"),
    ("segno", "BSD-3-Clause"),
    ("phonenumberslite", "Apache-2.0"),
    ("msgspec", "BSD-3-Clause"),
    ("python-dateutil", "Apache-2.0 and BSD-3-Clause"),
)
"""Distribution names and licences of what is shipped along."""


def parts_text() -> str:
    """One line for each part: name, version, licence."""
    lines = []
    for name, licence in PARTS:
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            version = ""
        lines.append(f"{name} {version}: {licence}".replace("  ", " "))
    return "\n".join(lines)


class AboutDialog(Dialog):
    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(look, tr("AboutDialog", "About Supportnet"), parent, 520)
        version = tr("AboutDialog", "Version {version}. MIT licence.").format(version=__version__)
        self.body.addWidget(Text(look, version).selectable())
        for paragraph in (
            tr(
                "AboutDialog",
                "A notebook of the people who support you, and a list of help lines. It stays on this computer "
                "and never uses the internet.",
            ),
            tr(
                "AboutDialog",
                "It is not a medical device, not treatment and not a diagnosis. Nobody reads what you write, and "
                "it cannot call for help for you.",
            ),
        ):
            self.body.addWidget(Text(look, paragraph))
        fold = Fold(look, tr("AboutDialog", "What it is built on"), tr("AboutDialog", "What it is built on"))
        parts = QPlainTextEdit(parts_text())
        parts.setReadOnly(True)
        parts.setAccessibleName(tr("AboutDialog", "What it is built on"))
        parts.setMinimumHeight(look.px(190))
        parts.setTabChangesFocus(True)
        fold.body.addWidget(parts)
        fold.toggled.connect(self.fit)
        self.body.addWidget(fold)
        self.body.addStretch(1)
        close = self.add_button(tr("AboutDialog", "Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit()
