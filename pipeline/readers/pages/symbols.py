"""Characters that fonts hide: ligatures, ticks and boxes of symbol fonts, drawn bullets."""

import re
import string
import unicodedata
from functools import cache

LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18))}
NO_SPACE = "\u200b"  # stands for a space of pdfium's that the page doesn't have
HYPHEN = "\x02"  # pdfium's sign for a hyphen at a line's end
SOFT_HYPHEN = "\u00ad"
DRAWN_HYPHEN = "\u2010"  # what browsers draw where they hyphenate; nobody types it

# Code of the glyph → what it shows. Source: the fonts' own charts.
WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒",
    0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "☐"}
WEBDINGS = {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●"}
DINGBATS = {0x33: "✓", 0x34: "✔", 0x35: "✕", 0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6C: "●", 0x6E: "■", 0x6F: "❏", 0x71: "❑"}
SYMBOL = {0xB7: "•", 0xA8: "♦", 0xD6: "√"}
FONTS: tuple[tuple[str, dict[int, str]], ...] = (
    ("wingdings2", WINGDINGS_2),
    ("wingdings3", {}),
    ("wingdings", WINGDINGS),
    ("webdings", WEBDINGS),
    ("zapfdingbats", DINGBATS),
    ("symbol", SYMBOL),
)

# "ac琀椀vity", "o昀\ucf00ce": some programs that rewrite a PDF write each letter of a ligature with its bytes swapped, and pdfium
# adds up the second and the third of three.
_SWAPPED = {chr(ord(letter) << 8): letter for letter in string.ascii_letters}
_ADDED_UP = {chr(sum(map(ord, pair)) << 8): pair for pair in ("fi", "fl", "ft", "fj", "ti", "tt")}
_SPOILT = rf"[{''.join(_SWAPPED)}][{''.join(_SWAPPED | _ADDED_UP)}]+"
SPOILT_LIGATURE = re.compile(rf"(?<=[A-Za-zÀ-ɏ]){_SPOILT}|{_SPOILT}(?=[A-Za-zÀ-ɏ])")

# All characters that may hide others.
HIDDEN = re.compile(f"[{SOFT_HYPHEN}{NO_SPACE}{''.join(_SWAPPED | _ADDED_UP)}\ud800-\udfff\uf000-\uf0ff\ufb00-\ufdff\ufe70-\ufefc]")
BULLETS = "•‣◦∙▪▫●○■□▶►➢➤❖❑❒◆◇⬥⁃⮚·"
BALLS, PART_BALLS = "●○", "◔◑◕◐"  # beside a ball filled in part, full and empty ones are levels of a scale, not bullets
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
BULLET_ITEM = re.compile(rf"(?P<bullet>[{BULLETS}\uf0b7\uf0a7\uf0d8\uf076\uf02d])(?=\s|$)")


def spell_out(text: str, font: str) -> str:
    """Return a run's text with ligatures spelled out and a symbol font's codes as the signs that they show."""
    table = _table(font)
    if not table and (text.isascii() or HIDDEN.search(text) is None):
        return text
    text = SPOILT_LIGATURE.sub(lambda found: "".join(_SWAPPED.get(char) or _ADDED_UP[char] for char in found.group()), text)
    spelt = "".join(_sign(char, table) for char in _without_soft(text).replace(NO_SPACE, ""))
    if any("\ud800" <= char <= "\udfff" for char in spelt):
        return spelt.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return spelt


def _without_soft(text: str) -> str:
    """Drop soft hyphens but one that ends the text, where it is drawn."""
    if SOFT_HYPHEN not in text:
        return text
    return text.replace(SOFT_HYPHEN, "") + (DRAWN_HYPHEN if text.endswith(SOFT_HYPHEN) else "")


def _sign(char: str, table: dict[int, str]) -> str:
    code = ord(char)
    if code in LIGATURES:
        return LIGATURES[code]
    if 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:  # Hebrew and Arabic letters as drawn
        return unicodedata.normalize("NFKC", char)
    if 0xF000 <= code <= 0xF0FF:
        return (table or WINGDINGS).get(code - 0xF000, char)
    return table.get(code, char) if code < 0x100 else char


def is_symbolic(font: str) -> bool:
    """Tell whether a font's name says that its codes are signs."""
    lowered = font.lower()
    return "dings" in lowered or "symbol" in lowered or "dingbats" in lowered


@cache
def _table(font: str) -> dict[int, str]:
    if not is_symbolic(font):
        return {}
    name = font.lower().replace("-", "").replace(" ", "").split("+")[-1]
    return next((table for start, table in FONTS if name.startswith(start)), {})


def is_right_to_left(text: str) -> bool:
    """Tell whether most letters of a text run from right to left."""
    if text.isascii() or RIGHT_TO_LEFT.search(text) is None:
        return False
    strong = [unicodedata.bidirectional(char) for char in text if char.isalpha()]
    return 2 * sum(kind in ("R", "AL") for kind in strong) > len(strong)
