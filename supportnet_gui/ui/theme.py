"""From tokens to what Qt paints: palette, style sheet, font and icons, at a text size."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ..core.paths import resources
from .tokens import DARK, LIGHT, Tokens

SMALLEST_BODY_PIXELS = 14
"""Body text is the system's size, and at least this many pixels at 100 %."""

ICON_AIR = 4
"""Pixels beside an icon: Qt puts a button's words closer to it than is good to read."""

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""The text sizes to choose from, in per cent."""


class Look:
    """What pages need to paint themselves: colours, sizes, icons. Made anew when theme or text size changes."""

    def __init__(self, tokens: Tokens = LIGHT, text_size: int = 100, reduced_motion: bool = False) -> None:
        self.tokens = tokens
        self.text_size = min(max(text_size, 100), 200)
        self.reduced_motion = reduced_motion
        self._icons: dict[tuple[str, str, str], QIcon] = {}

    @property
    def dark(self) -> bool:
        return self.tokens is DARK

    def px(self, pixels: float) -> int:
        """A length given in pixels at 100 % text, grown with the text."""
        return round(pixels * self.text_size / 100)

    def colour(self, token: str) -> QColor:
        """A token's colour."""
        return QColor(getattr(self.tokens, token))

    def font(self, size: float = 1.0, semibold: bool = False) -> QFont:
        """The system's font at a multiple of body size: quiet 0.93, card title 1.13, page title 1.7."""
        font = QFont(QApplication.font())
        font.setPixelSize(max(9, round(font.pixelSize() * size)))
        font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
        return font

    def icon(self, name: str, token: str = "ink2", when_on: str = "") -> QIcon:
        """A line icon from resources/icons in a token's colour; in that of `when_on` while a button is on."""
        key = (name, token, when_on)
        if key not in self._icons:
            icon = QIcon(self.pixmap(name, token, 18, ICON_AIR))
            if when_on:
                icon.addPixmap(self.pixmap(name, when_on, 18, ICON_AIR), QIcon.Mode.Normal, QIcon.State.On)
            self._icons[key] = icon
        return self._icons[key]

    def icon_size(self) -> QSize:
        return QSize(self.px(18) + 2 * ICON_AIR, self.px(18))

    def pixmap(self, name: str, token: str, size: int, air: int = 0) -> QPixmap:
        """A line icon as a picture of `size` pixels at 100 % text, sharp on dense screens, `air` at both sides."""
        from PySide6.QtSvg import QSvgRenderer

        drawing = _text_of(f"icons/{name}.svg") or _NO_DRAWING
        renderer = QSvgRenderer(QByteArray(drawing.replace("#000", getattr(self.tokens, token)).encode()))
        ratio = 2.0
        side = self.px(size)
        picture = QPixmap(round((side + 2 * air) * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(air, 0, side, side))
        painter.end()
        return picture


_NO_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>'


def tokens_for(theme: str) -> Tokens:
    """The tokens of "light", "dark", or of what the system asks for with any other word."""
    if theme == "light":
        return LIGHT
    if theme == "dark":
        return DARK
    hints = QApplication.styleHints()
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def apply(app: QApplication, look: Look) -> None:
    """Paint the whole application in a look."""
    if look.reduced_motion:
        # Menus, lists and tooltips come without sliding or fading, and no cursor blinks.
        app.setEffectEnabled(Qt.UIEffect.UI_General, False)
        app.setCursorFlashTime(0)
    app.setFont(_body_font(app, look))
    app.setPalette(_palette(look))
    app.setStyleSheet(_style_sheet(look))


def _body_font(app: QApplication, look: Look) -> QFont:
    system = app.property("system-font-pixels")
    if system is None:
        # Asked once: afterwards the application's font is ours.
        system = max(QFontMetrics(app.font()).height() / 1.2, SMALLEST_BODY_PIXELS)
        app.setProperty("system-font-pixels", system)
    font = QFont(app.font())
    font.setPixelSize(round(float(system) * look.text_size / 100))
    return font


def _palette(look: Look) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "ink2",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "crisis",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_ink",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "control",
        QPalette.ColorRole.Dark: "control",
        QPalette.ColorRole.Shadow: "control",
    }
    for role, token in roles.items():
        palette.setColor(role, look.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.colour("ink2"))
    return palette


def _style_sheet(look: Look) -> str:
    text = _text_of("style.qss")
    text = re.sub(r"\{(\d+)\}", lambda found: f"{look.px(int(found[1]))}px", text)
    for name, file in (("down", "down-arrow"), ("check", "check-on-dark" if look.dark else "check-on-light")):
        text = text.replace(f"@icon_{name}", _icon_file(file))
    return re.sub(r"@(\w+)", lambda found: getattr(look.tokens, found[1]), text)


def _text_of(name: str) -> str:
    """A bundled file; empty where it is missing. Help opens without its colours and icons rather than not at all."""
    try:
        return (resources() / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _icon_file(name: str) -> str:
    """A style sheet can name only a file, so these few drawings carry their colour in them."""
    return (resources() / "icons" / f"{name}.svg").as_posix()
