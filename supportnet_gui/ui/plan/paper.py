"""The plan on paper: laid out once, for the printer and for a PDF file. No program is named on it or in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from ... import plan_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPagedPaintDevice

    from ...core.content import Panel
    from ...core.plan import PlanItem

tr = QCoreApplication.translate
_MARGIN = 20
"""Millimetres."""
_INK = QColor("#23302F")


def document(items: Iterable[PlanItem], panel: Panel) -> QTextDocument:
    """The plan laid out. What a person wrote goes in as text, never as markup."""
    found = QTextDocument()
    font = QFont(QCoreApplication.instance().font())  # type: ignore[union-attr]
    font.setPointSizeF(11)
    found.setDefaultFont(font)
    found.setDocumentMargin(0)
    cursor = QTextCursor(found)
    _write(cursor, tr("plan", "My plan"), 20, bold=True)
    _write(cursor, plan_words.above(panel), 11, after=10)
    for part, lines in plan_words.filled(items, panel):
        _write(cursor, plan_words.title(part), 13, bold=True, before=12)
        for line in lines:
            _write(cursor, "•  " + line.replace("\n", "\u2028"), 11, indent=14)
    return found


def pdf(items: Iterable[PlanItem], panel: Panel) -> bytes:
    """The plan as the bytes of a PDF file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("plan", "My plan"))
    writer.setCreator("")
    writer.setResolution(300)
    paginate(writer)
    document(items, panel).print_(writer)
    del writer
    buffer.close()
    return bytes(held.data())


def paginate(device: QPagedPaintDevice) -> None:
    """The paper people have at home, and room at its edges."""
    american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)
    device.setPageSize(size)
    device.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)


def _write(
    cursor: QTextCursor,
    text: str,
    size: float,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 3,
    indent: float = 0,
) -> None:
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(before)
    block.setBottomMargin(after)
    block.setLeftMargin(indent)
    block.setTextIndent(-indent)
    letters.setFontPointSize(size)
    letters.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    letters.setForeground(_INK)
    if cursor.document().isEmpty():
        cursor.setBlockFormat(block)
        cursor.setCharFormat(letters)
    else:
        cursor.insertBlock(block, letters)
    cursor.insertText(text, letters)
