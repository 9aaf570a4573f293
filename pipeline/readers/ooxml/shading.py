"""w:shd: the colour of a cell, a paragraph or a run, patterns mixed."""

from lxml import etree

from pipeline.colour import BLACK, WHITE, mix
from pipeline.readers.ooxml.names import VAL
from pipeline.readers.ooxml.theme import Theme

NO_COLOUR = ""
"""What a shading says that takes a colour away, as against None: it says nothing."""

_PERCENT = "pct"
# How much of the cell the lines of a pattern cover: thick ones half of it, thin ones a quarter.
_THICK, _THIN = 0.5, 0.25


def read_shading(element: etree._Element, theme: Theme) -> str:
    """Return the colour that a w:shd shows, NO_COLOUR where it shows none.

    Source: ECMA-376 part 1, 17.18.78 (ST_Shd): clear shows w:fill, solid shows w:color,
    a pattern shows w:color on w:fill. Where both are automatic, that is black on white.
    """
    pattern = element.get(VAL) or "clear"
    if pattern == "nil":
        return NO_COLOUR
    fill = theme.attribute(element, "fill", "themeFill")
    share = _coverage(pattern)
    if share == 0:
        return fill or NO_COLOUR
    return mix(theme.attribute(element, "color", "themeColor") or BLACK, fill or WHITE, share)


def _coverage(pattern: str) -> float:
    if pattern == "clear":
        return 0.0
    if pattern == "solid":
        return 1.0
    if pattern.startswith(_PERCENT):
        digits = pattern.removeprefix(_PERCENT)[:2]
        # 12, 37, 62 and 87 stand for halves: 12.5 and so on.
        return (int(digits) + (0.5 if digits[-1:] in "27" and digits != "2" else 0)) / 100 if digits.isdecimal() else 0.0
    return _THIN if pattern.startswith("thin") else _THICK
