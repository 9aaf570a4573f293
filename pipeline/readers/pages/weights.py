"""Which fonts without a name are bold: told from how much ink their letters take.

Some producers draw letters as procedures (Type 3): such a font has no name, no flags and no outlines that pdfium could tell.
"""

import ctypes
from collections.abc import Mapping, Sequence

import pypdfium2.raw as pdfium

from pipeline.readers.pages import native
from pipeline.readers.pages.drawing import Drawing, draw

SCALE = 2.0  # pixels a point
LARGEST = 4000  # pixels a side: a page that would be larger is drawn smaller
ENOUGH = 200  # letters of a font that are looked at
HEAVIER = 1.3  # times the ink of the page's main font: bold letters take about 1.4 times as much, slanted ones 1.1
FAINT = 60  # of 255: a box with less contrast shows no letter


def heavy_fonts(page: pdfium.FPDF_PAGE, text_page: native.Handle, letters: Mapping[int, Sequence[int]]) -> frozenset[int]:
    """Return which fonts are bold beside the one that most of the page is set in.

    Args:
        page: The page, loaded.
        text_page: Its text.
        letters: The glyph indexes of letters by the handle of their font.
    """
    if len(letters) < 2:
        return frozenset()
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    # Upright as the page's own coordinates have it, whatever way it is shown.
    drawn = draw(page, (box.right - box.left, box.top - box.bottom), SCALE, LARGEST, -pdfium.FPDFPage_GetRotation(page), is_grey=True)
    corner = box.left, box.top
    inks = {font: _ink(drawn, corner, [native.loose_box(text_page, n) for n in glyphs[:ENOUGH]]) for font, glyphs in letters.items()}
    main = max(letters, key=lambda font: len(letters[font]))
    return frozenset(font for font, ink in inks.items() if ink > HEAVIER * inks[main] > 0)


def _ink(drawn: Drawing, corner: tuple[float, float], boxes: Sequence[Sequence[float]]) -> float:
    """Return which share of letters' boxes is inked, 0..1; what lies behind a letter and how dark it is don't count.

    `corner` is the drawing's left and top in points, y upwards, as the boxes are.
    """
    shares: list[float] = []
    x, y, scale = *corner, drawn.scale
    for left, top, right, bottom in boxes:
        first, last = max(0, int((y - top) * scale)), min(drawn.height, int((y - bottom) * scale) + 1)
        x0, x1 = max(0, int((left - x) * scale)), min(drawn.width, int((right - x) * scale) + 1)
        shown = b"".join(drawn.pixels[row * drawn.stride + x0 : row * drawn.stride + x1] for row in range(first, last)) if x0 < x1 else b""
        if shown and max(shown) - min(shown) >= FAINT:
            shares.append((max(shown) - sum(shown) / len(shown)) / (max(shown) - min(shown)))
    return sum(shares) / len(shares) if shares else 0.0
