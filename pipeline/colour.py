"""Any colour → "RRGGBB" → green, amber, red or none.

Pure functions. A colour is six upper-case hex digits, 8 bits a channel, no "#"; hues are degrees.

Source: the hue and chroma limits were measured on the fills of published reports (docs/architecture.md).
"""

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.tables import Rating

WHITE = "FFFFFF"
BLACK = "000000"

MIN_CHROMA = 0.035
"""Below this OKLCH chroma a colour is grey to the eye and rates nothing."""

MAX_PAPER = 0.93
"""From this OKLCH lightness on a grey is a shade of the paper: D9D9D9 has 0.88, F2F2F2 0.96."""

RED_FROM, AMBER_FROM, GREEN_FROM, GREEN_TO = 350.0, 43.0, 115.0, 175.0
BORDER_WIDTH = 4.0

# Least difference between the strongest and the weakest channel (of 255) that still fixes a hue.
_MIN_SPREAD = 6
_HUE_TOLERANCE = 8.0
# One step of 8-bit rounding moves the hue by at most 60° / spread.
_ROUNDING = 60.0
_ROUNDING_STEPS = 2
# Two legend colours this close to the same hue distance can't be told apart.
_AMBIGUITY = 3.0

_HEX = re.compile(r"#?(?P<hex>[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?:\s*\[\d+\])?")  # FF0000, #f00, #c0504d [3205]
_RGB = re.compile(r"rgb\(\s*(?P<red>\d{1,3})\s*,\s*(?P<green>\d{1,3})\s*,\s*(?P<blue>\d{1,3})\s*\)")  # rgb(255, 0, 0)

# HTML 4's sixteen names, which VML shares, and the few more that its editors write.
_NAMES = {
    "aqua": "00FFFF",
    "black": "000000",
    "blue": "0000FF",
    "fuchsia": "FF00FF",
    "gold": "FFD700",
    "gray": "808080",
    "green": "008000",
    "grey": "808080",
    "lime": "00FF00",
    "maroon": "800000",
    "navy": "000080",
    "olive": "808000",
    "orange": "FFA500",
    "purple": "800080",
    "red": "FF0000",
    "silver": "C0C0C0",
    "teal": "008080",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}

HIGHLIGHTS: Mapping[str, str | None] = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "none": None,
}
"""Word's highlighter pens. Source: ECMA-376 part 1, 17.18.40 (ST_HighlightColor)."""


class Oklch(NamedTuple):
    """A colour by what the eye sees: lightness 0..1, chroma from 0 (grey) to about 0.37, hue 0..360."""

    lightness: float
    chroma: float
    hue: float


class Hsl(NamedTuple):
    """A colour as Word's tints and shades reckon it: hue 0..360, saturation and lightness 0..1."""

    hue: float
    saturation: float
    lightness: float


def normalise(text: str | None) -> str | None:
    """Return a colour written in any of the usual ways as "RRGGBB"; None where it names none.

    >>> normalise("#f00"), normalise("c0504d"), normalise("rgb(0, 176, 80)"), normalise("auto")
    ('FF0000', 'C0504D', '00B050', None)
    """
    if not text:
        return None
    text = text.strip()
    if match := _HEX.fullmatch(text):
        digits = match["hex"].upper()
        return digits if len(digits) == 6 else "".join(2 * d for d in digits)
    if match := _RGB.fullmatch(text.lower()):
        channels = [int(match[name]) for name in ("red", "green", "blue")]
        return _join(channels) if max(channels) <= 255 else None
    words = text.lower().split()
    return _NAMES.get(words[0]) if words else None


def painted(colour: str | None) -> str | None:
    """Return the colour where it can be seen on paper: white counts as no fill."""
    return None if colour == WHITE else colour


def is_close(colour: str, other: str) -> bool:
    """Tell whether two colours differ by what rounding does, 2 of 255 a channel at most."""
    return all(abs(one - two) <= _ROUNDING_STEPS for one, two in zip(_channels(colour), _channels(other), strict=True))


def mix(front: str, back: str, share: float) -> str:
    """Return what a pattern of `front` on `back` looks like, `share` 0..1 of it being `front`."""
    return _join(round(f * share + b * (1 - share)) for f, b in zip(_channels(front), _channels(back), strict=True))


def tinted(colour: str, *, tint: int | None = None, shade: int | None = None) -> str:
    """Return a theme colour made lighter (tint) or darker (shade), each 0..255 with 255 changing nothing.

    Source: ECMA-376 part 1, 17.3.5 (themeFillTint, themeFillShade): the luminance in HSL is scaled.

    >>> tinted("4F81BD", tint=0x99)
    '95B3D7'
    """
    hue, saturation, lightness = to_hsl(colour)
    if shade is not None:
        lightness *= shade / 255
    if tint is not None:
        lightness = lightness * tint / 255 + 1 - tint / 255
    return from_hsl(Hsl(hue, saturation, lightness))


def modulated(colour: str, *, factor: float = 1.0, offset: float = 0.0) -> str:
    """Return a DrawingML colour after lumMod (`factor`) and lumOff (`offset`), both as shares of 1.

    Source: ECMA-376 part 1, 20.1.2.3.20 and 20.1.2.3.21.
    """
    hue, saturation, lightness = to_hsl(colour)
    return from_hsl(Hsl(hue, saturation, min(1.0, max(0.0, lightness * factor + offset))))


def to_hsl(colour: str) -> Hsl:
    """Return a colour's hue, saturation and lightness; the hue of a grey is 0."""
    red, green, blue = (c / 255 for c in _channels(colour))
    high, low = max(red, green, blue), min(red, green, blue)
    lightness, spread = (high + low) / 2, high - low
    if spread == 0:
        return Hsl(0.0, 0.0, lightness)
    saturation = spread / (1 - abs(2 * lightness - 1))
    if high == red:
        sixth = ((green - blue) / spread) % 6
    elif high == green:
        sixth = (blue - red) / spread + 2
    else:
        sixth = (red - green) / spread + 4
    return Hsl(60 * sixth, saturation, lightness)


def from_hsl(colour: Hsl) -> str:
    """Return the colour of that hue, saturation and lightness."""
    hue, saturation, lightness = colour
    chroma = (1 - abs(2 * lightness - 1)) * saturation
    second = chroma * (1 - abs((hue / 60) % 2 - 1))
    base = lightness - chroma / 2
    triples = (
        (chroma, second, 0.0),
        (second, chroma, 0.0),
        (0.0, chroma, second),
        (0.0, second, chroma),
        (second, 0.0, chroma),
        (chroma, 0.0, second),
    )
    return _join(round(255 * (base + c)) for c in triples[int(hue // 60) % 6])


@lru_cache(maxsize=4096)
def oklch(colour: str) -> Oklch:
    """Return a colour in OKLCH, where equal steps look equal.

    Source: B. Ottosson, "A perceptual color space for image processing" (2020), the sRGB matrices.
    """
    red, green, blue = (_linear(c / 255) for c in _channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def is_neutral(colour: str) -> bool:
    """Tell whether a colour is white, grey, black or too pale to rate anything by itself."""
    return oklch(colour).chroma < MIN_CHROMA


def is_dull(colour: str) -> bool:
    """Tell whether a colour is a grey that the eye sees on white paper."""
    return is_neutral(colour) and oklch(colour).lightness < MAX_PAPER


@lru_cache(maxsize=4096)
def rating_of(colour: str) -> Rating | None:
    """Return the light that a colour shows by the general rule; None for greys, blues and purples.

    A report's own legend goes before this rule: see `tint_of`.
    """
    if is_neutral(colour):
        return None
    hue = oklch(colour).hue
    if hue >= RED_FROM or hue < AMBER_FROM:
        return Rating.RED
    if hue < GREEN_FROM:
        return Rating.AMBER
    return Rating.GREEN if hue <= GREEN_TO else None


def is_borderline(colour: str) -> bool:
    """Tell whether a colour's hue is so near to another light's that the general rule is a toss-up."""
    if is_neutral(colour):
        return False
    hue = oklch(colour).hue
    return any(_apart(hue, border) <= BORDER_WIDTH for border in (RED_FROM, AMBER_FROM, GREEN_FROM, GREEN_TO))


def tint_of(colour: str, legend: Mapping[str, Rating]) -> Rating | None:
    """Return the rating of the legend's colour that this is, or is a tint or shade of.

    Mixing with white or black, as tints, shades and transparency do, keeps the HSL hue, so the
    hue decides, however pale the colour. None where no legend colour is near or two are
    equally near with different ratings.

    >>> tint_of("F2DCDB", {"C0504D": Rating.RED, "9BBB59": Rating.GREEN})
    <Rating.RED: 'red'>
    """
    if colour in legend:
        return legend[colour]
    spread = _spread(colour)
    if spread < _MIN_SPREAD:
        return None
    hue, tolerance = to_hsl(colour).hue, _HUE_TOLERANCE + _ROUNDING / spread
    near = sorted((_apart(hue, to_hsl(known).hue), rating) for known, rating in legend.items() if _spread(known) >= _MIN_SPREAD)
    near = [(distance, rating) for distance, rating in near if distance <= tolerance]
    if not near:
        return None
    nearest, rating = near[0]
    rivals = (other for distance, other in near if distance - nearest < _AMBIGUITY)
    return rating if all(other is rating for other in rivals) else None


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[0:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def _join(channels: Iterable[int]) -> str:
    return "".join(f"{min(255, max(0, c)):02X}" for c in channels)


def _spread(colour: str) -> int:
    channels = _channels(colour)
    return max(channels) - min(channels)


def _apart(hue: float, other: float) -> float:
    distance = abs(hue - other) % 360
    return min(distance, 360 - distance)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
