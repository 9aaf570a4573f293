"""Characters of symbol fonts as the Unicode characters that look the same."""

from collections.abc import Mapping

_WINGDINGS: Mapping[int, str] = {
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x78: "☒",
    0x9E: "·",
    0x9F: "•",
    0xA0: "▪",
    0xA1: "○",
    0xA4: "◉",
    0xA7: "▪",
    0xA8: "☐",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2: Mapping[int, str] = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x55: "⮽",
    0x95: "•",
    0x96: "•",
    0x97: "●",
    0x98: "●",
    0x99: "●",
    0x9A: "○",
    0x9B: "○",
    0x9F: "■",
    0xA0: "■",
    0xA1: "■",
    0xA2: "■",
    0xA3: "☐",
    0xA4: "☐",
    0xA5: "☐",
}
_WEBDINGS: Mapping[int, str] = {0x61: "✔", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x31: "□", 0x3D: "□"}
_SYMBOL: Mapping[int, str] = {
    0x2D: "−",
    0xA3: "≤",
    0xA5: "∞",
    0xA8: "♦",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xD6: "√",
    0xD7: "·",
    0xDE: "⇒",
}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}

CHECKED, UNCHECKED = "☒", "☐"
"""What Word prints for a form's box."""

# Symbol fonts keep their characters in the private area, at this offset, or at the plain codes.
_PRIVATE = 0xF000


def is_symbol_font(font: str | None) -> bool:
    """Tell whether a font's letters are pictures."""
    return font is not None and font.lower() in _FONTS


def unicode_symbol(font: str | None, code: int) -> str | None:
    """Return the Unicode character that a symbol font's character looks like; None where it isn't known.

    >>> unicode_symbol("Wingdings", 0xF0FC), unicode_symbol("Wingdings", 0xFC)
    ('✓', '✓')
    """
    known = _FONTS.get((font or "").lower())
    plain = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    if known is None:
        return chr(code) if 0x20 <= code < 0xD800 else None
    return known.get(plain)


def translate(text: str, font: str) -> str:
    """Return words set in a symbol font as what they look like; what isn't known stays."""
    return "".join(unicode_symbol(font, ord(c)) or c for c in text)
