"""Colours, icons and text sizes: contrast is computed from the tokens, for every pair that is painted."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton

from supportnet_gui.core.paths import resources
from supportnet_gui.ui import theme
from supportnet_gui.ui.theme import Look
from supportnet_gui.ui.tokens import DARK, GRAPHIC, LIGHT, PAINTED, TEXT, Tokens, contrast
from supportnet_gui.ui.widgets.buttons import Button

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_as_wcag_defines_it():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@THEMES
@pytest.mark.parametrize(("ink", "ground", "least"), PAINTED, ids=str)
def test_every_painted_pair_can_be_read(tokens, ink, ground, least):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= least


def style_rules():
    sheet = re.sub(r"/\*.*?\*/", "", (resources() / "style.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    for selector, body in re.findall(r"([^{}]+)\{((?:[^{}]|\{\d+\})*)\}", sheet):
        yield selector.strip(), dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", body))


def test_every_pair_of_the_style_sheet_is_among_the_computed_ones():
    """A rule that sets text and ground together must be one of the pairs above."""
    known = {(ink, ground): least for ink, ground, least in PAINTED}
    checked = 0
    for selector, rule in style_rules():
        ink, ground = rule.get("color", ""), rule.get("background", "")
        if ink.startswith("@") and ground.startswith("@"):
            assert known.get((ink[1:], ground[1:])) == TEXT, selector
            checked += 1
    assert checked > 10


def test_borders_of_controls_are_among_the_computed_pairs():
    known = {(ink, ground) for ink, ground, least in PAINTED if least >= GRAPHIC}
    for border in ("control", "accent"):
        for ground in ("ground", "surface"):
            assert (border, ground) in known


def test_the_style_sheet_names_only_tokens():
    sheet = re.sub(r"/\*.*?\*/", "", (resources() / "style.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    names = {name for name in re.findall(r"@(\w+)", sheet) if not name.startswith("icon_")}
    assert names <= set(Tokens.__annotations__)


@THEMES
def test_text_is_painted_in_the_colours_of_the_tokens(qapp, qtbot, tokens):
    look = Look(tokens)
    theme.apply(qapp, look)
    button = Button(look, "Save", "primary")
    qtbot.addWidget(button)
    button.resize(120, 40)
    button.show()
    picture = button.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert QColor(tokens.accent).name() in seen
    assert QColor(tokens.accent_ink).name() in seen


@pytest.mark.parametrize("size", theme.TEXT_SIZES)
def test_text_grows_with_the_chosen_size(qapp, size):
    theme.apply(qapp, Look(LIGHT, 100))
    before = qapp.font().pixelSize()
    theme.apply(qapp, Look(LIGHT, size))
    assert qapp.font().pixelSize() == pytest.approx(before * size / 100, abs=1)
    theme.apply(qapp, Look())


def test_buttons_are_large_enough_to_hit(qtbot, look):
    for style in ("plain", "primary", "quiet", "chip", "choice", "nav", "crisis"):
        button = Button(look, "A", style)
        qtbot.addWidget(button)
        assert button.sizeHint().height() >= 32, style
        assert isinstance(button, QPushButton)


def test_every_icon_can_be_painted(look):
    for file in (resources() / "icons").glob("*.svg"):
        assert not look.pixmap(file.stem, "ink", 24).toImage().isNull()
