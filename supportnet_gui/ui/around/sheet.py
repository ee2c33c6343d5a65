"""What is given away: a card, or the page to read, laid out once for screen, paper, PDF and picture.

Nothing on it or in it names a program. What a person wrote goes in as text, never as markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QPointF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextListFormat,
    QTextOption,
)

from ...core.content.support_words import closing
from ..tokens import LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from ...core.content.support_words import CardWords, Page
    from ...core.resource_model import SupportCard

MARGIN = 20
"""Millimetres of white around the words on paper."""
BODY = 14.0
"""Pixels of body text on screen and in a picture, at 100 %."""
_ON_PAPER = 14.5
"""Pixels of 96 to the inch: about 11 points."""
_PICTURE_WIDTH, _PICTURE_MARGIN, _TALLEST = 620, 40, 16_000
"""Pixels. What is taller than a picture can be is drawn smaller."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it: as a list, or as paragraphs."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`intro` stands under the title, `closing` in a box at the end."""

    title: str
    parts: tuple[Part, ...]
    intro: str = ""
    closing: tuple[str, ...] = ()


def card_sheet(card: SupportCard, words: CardWords, name: str, number: str | None) -> Sheet:
    """A card for somebody called `name`, "" for anybody. Parts with nothing in them are left out."""
    title = words.title_for.replace("{name}", name) if name else words.title
    parts = tuple(Part(part.title, lines) for part in words.part if (lines := card.lines(part.id)))
    return Sheet(title, parts, closing=closing(card, words, number))


def page_sheet(page: Page) -> Sheet:
    """The page for the people around."""
    return Sheet(page.title, tuple(Part(part.title, part.text) for part in page.part), page.intro)


def sheet_as_text(sheet: Sheet) -> str:
    """The words alone."""
    blocks = [sheet.title, *([sheet.intro] if sheet.intro else [])]
    blocks += ["\n".join((part.title, *(f"- {line}" for line in part.lines))) for part in sheet.parts]
    return "\n\n".join([*blocks, *sheet.closing]) + "\n"


def document(sheet: Sheet, size: float = BODY, tokens: Tokens = LIGHT) -> QTextDocument:
    """The sheet laid out, with text of `size` pixels."""
    found = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(size))
    found.setDefaultFont(font)
    found.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    found.setDefaultTextOption(option)
    pen = _Pen(found, size, tokens)
    pen.paragraph(sheet.title, scale=1.55, bold=True, after=0.5)
    if sheet.intro:
        pen.paragraph(sheet.intro, after=0.4, colour=tokens.ink2)
    for part in sheet.parts:
        pen.paragraph(part.title, scale=1.1, bold=True, before=1.0, after=0.35, colour=tokens.accent)
        pen.list(part.lines)
    if sheet.closing:
        pen.box(sheet.closing)
    return found


def pdf(sheet: Sheet) -> bytes:
    """The sheet as the bytes of a PDF file."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator("")
    writer.setResolution(300)
    on_paper(writer)
    print_sheet(sheet, writer)
    del writer
    buffer.close()
    return bytes(held.data())


def on_paper(device: QPagedPaintDevice) -> None:
    """The paper people have at home, with room at its edges."""
    american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)
    device.setPageSize(size)
    device.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)


def print_sheet(sheet: Sheet, printer: QPagedPaintDevice) -> None:
    """Onto paper, or what stands for it."""
    laid = document(sheet, _ON_PAPER)
    # With pages of its own a document gets no number at their foot, and no second margin.
    laid.setPageSize(
        QSizeF(printer.width() / printer.logicalDpiX() * 96, printer.height() / printer.logicalDpiY() * 96)
    )
    laid.print_(printer)


def picture(sheet: Sheet) -> bytes:
    """The sheet as the bytes of a PNG picture, sharp on a phone. It holds nothing but what is seen."""
    laid = document(sheet)
    laid.setTextWidth(_PICTURE_WIDTH)
    width = _PICTURE_WIDTH + 2 * _PICTURE_MARGIN
    height = ceil(laid.size().height()) + 2 * _PICTURE_MARGIN
    ratio = min(2.0, _TALLEST / height)
    image = QImage(ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.scale(ratio, ratio)
    painter.translate(QPointF(_PICTURE_MARGIN, _PICTURE_MARGIN))
    laid.drawContents(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs say bytes, which fail
    return bytes(buffer.data().data())


class _Pen:
    """Writes into a document; lengths are in multiples of body text."""

    def __init__(self, target: QTextDocument, em: float, tokens: Tokens) -> None:
        self._cursor = QTextCursor(target)
        self._em, self._tokens = em, tokens
        self._empty = True

    def paragraph(
        self,
        text: str,
        *,
        scale: float = 1.0,
        bold: bool = False,
        before: float = 0,
        after: float = 0.25,
        colour: str = "",
    ) -> None:
        block = self._block(before, after)
        letters = self._letters(scale, colour, bold=bold)
        if self._empty:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(letters)
        else:
            self._cursor.insertBlock(block, letters)
        self._write(text, letters)

    def list(self, lines: tuple[str, ...]) -> None:
        """Each with a dot before it."""
        form = QTextListFormat()
        form.setStyle(QTextListFormat.Style.ListDisc)
        form.setIndent(1)
        self._cursor.document().setIndentWidth(self._em * 1.4)
        block, letters = self._block(0, 0.3), self._letters(1.0, "")
        for number, line in enumerate(lines):
            self._cursor.insertBlock(block, letters)
            if number == 0:
                made = self._cursor.createList(form)
            else:
                made.add(self._cursor.block())
            self._write(line, letters)

    def box(self, lines: tuple[str, ...]) -> None:
        """Words set apart."""
        form = QTextFrameFormat()
        form.setBackground(QColor(self._tokens.accent_soft))
        form.setPadding(self._em * 0.8)
        form.setTopMargin(self._em * 1.4)
        form.setBorder(0)
        self._cursor.insertFrame(form)
        for number, line in enumerate(lines):
            block, letters = self._block(0, 0.35 if number + 1 < len(lines) else 0), self._letters(1.0, "")
            if number == 0:
                self._cursor.setBlockFormat(block)
                self._cursor.setBlockCharFormat(letters)
            else:
                self._cursor.insertBlock(block, letters)
            self._write(line, letters)

    def _write(self, text: str, letters: QTextCharFormat) -> None:
        self._cursor.insertText(text.strip().replace("\n", "\u2028"), letters)
        self._empty = False

    def _block(self, before: float, after: float) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setTopMargin(before * self._em)
        block.setBottomMargin(after * self._em)
        block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def _letters(self, scale: float, colour: str, *, bold: bool = False) -> QTextCharFormat:
        letters = QTextCharFormat()
        letters.setProperty(QTextCharFormat.Property.FontPixelSize.value, round(self._em * scale))
        letters.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        letters.setForeground(QColor(colour or self._tokens.ink))
        return letters
