"""The colours, and which are painted on which. Values from the project's design; a test computes every contrast."""

from __future__ import annotations


class Tokens:
    """One theme's colours as #RRGGBB. A plain class: it stands in the way of the first sight of the window."""

    ground: str
    surface: str
    sunken: str
    line: str
    control: str
    ink: str
    ink2: str
    accent: str
    accent_ink: str
    accent_soft: str
    emotional: str
    emotional_soft: str
    practical: str
    practical_soft: str
    relational: str
    relational_soft: str
    crisis: str
    crisis_ink: str
    crisis_soft: str


class Light(Tokens):
    ground = "#FAF7F2"
    surface = "#FFFFFF"
    sunken = "#F1ECE4"
    line = "#E4DDD2"
    control = "#857E72"
    ink = "#23302F"
    ink2 = "#5A6664"
    accent = "#2B6F69"
    accent_ink = "#FFFFFF"
    accent_soft = "#E0EEEB"
    emotional = "#A5425C"
    emotional_soft = "#F7E4E9"
    practical = "#855E0F"
    practical_soft = "#F6EAD0"
    relational = "#2F6A9A"
    relational_soft = "#E0ECF6"
    crisis = "#5B3F8C"
    crisis_ink = "#FFFFFF"
    crisis_soft = "#ECE6F6"


class Dark(Tokens):
    ground = "#171C1C"
    surface = "#1F2626"
    sunken = "#141818"
    line = "#323B3A"
    control = "#7B8986"
    ink = "#E9EEEC"
    ink2 = "#A6B2AF"
    accent = "#7CC4BB"
    accent_ink = "#10201E"
    accent_soft = "#24403C"
    emotional = "#EE9DB1"
    emotional_soft = "#46282F"
    practical = "#E3B95C"
    practical_soft = "#41351A"
    relational = "#8FC3EA"
    relational_soft = "#20394D"
    crisis = "#C5AEF0"
    crisis_ink = "#10201E"
    crisis_soft = "#362B4C"


LIGHT: Tokens = Light()
DARK: Tokens = Dark()

TEXT = 4.5
GRAPHIC = 3.0
PAINTED = (
    *(("ink", ground, TEXT) for ground in ("ground", "surface", "sunken", "accent_soft", "crisis_soft")),
    *(("ink2", ground, TEXT) for ground in ("ground", "surface", "sunken", "accent_soft", "crisis_soft")),
    ("accent", "ground", TEXT),
    ("accent", "surface", TEXT),
    ("accent", "sunken", GRAPHIC),
    ("accent", "accent_soft", GRAPHIC),
    ("accent_ink", "accent", TEXT),
    ("control", "ground", GRAPHIC),
    ("control", "surface", GRAPHIC),
    ("control", "sunken", GRAPHIC),
    *((kind, f"{kind}_soft", TEXT) for kind in ("emotional", "practical", "relational", "crisis")),
    *((kind, "surface", TEXT) for kind in ("emotional", "practical", "relational", "crisis")),
    ("ink", "emotional_soft", TEXT),
    ("ink", "practical_soft", TEXT),
    ("ink", "relational_soft", TEXT),
    ("crisis", "ground", GRAPHIC),
    ("crisis", "sunken", GRAPHIC),
    ("crisis_ink", "crisis", TEXT),
)
"""(what is painted, on what, least contrast by WCAG 2.2 AA): text 4.5, large text, icons and control borders 3."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #RRGGBB colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
