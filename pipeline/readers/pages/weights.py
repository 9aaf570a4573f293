"""Which fonts without a name are bold: told from how much ink their letters take.

Some producers draw letters as procedures (Type 3): such a font has no name, no flags and no outlines that pdfium could tell.
"""

import ctypes
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.readers.pages import native

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
    drawn = _drawn(page)
    inks = {font: _ink(drawn, [native.loose_box(text_page, n) for n in glyphs[:ENOUGH]]) for font, glyphs in letters.items()}
    main = max(letters, key=lambda font: len(letters[font]))
    return frozenset(font for font, ink in inks.items() if ink > HEAVIER * inks[main] > 0)


class _Drawing(NamedTuple):
    """A page in grey, a byte a pixel, `scale` pixels a point; `left` and `top` are its corner in points, y upwards."""

    pixels: bytes
    stride: int
    height: int
    left: float
    top: float
    scale: float


def _drawn(page: pdfium.FPDF_PAGE) -> _Drawing:
    """Draw a page upright as its own coordinates have it, whatever way it is shown."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    scale = min(SCALE, LARGEST / max(box.right - box.left, box.top - box.bottom, 1.0))
    width, height = max(1, round((box.right - box.left) * scale)), max(1, round((box.top - box.bottom) * scale))
    stride = (width + 3) // 4 * 4
    buffer = ctypes.create_string_buffer(stride * height)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, buffer, stride)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, -pdfium.FPDFPage_GetRotation(page) % 4, 0)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return _Drawing(buffer.raw, stride, height, box.left, box.top, scale)


def _ink(drawn: _Drawing, boxes: Sequence[Sequence[float]]) -> float:
    """Return which share of letters' boxes is inked, 0..1; what lies behind a letter and how dark it is don't count."""
    shares, scale = [], drawn.scale
    for left, top, right, bottom in boxes:
        first, last = max(0, int((drawn.top - top) * scale)), min(drawn.height, int((drawn.top - bottom) * scale) + 1)
        x0, x1 = max(0, int((left - drawn.left) * scale)), min(drawn.stride, int((right - drawn.left) * scale) + 1)
        shown = b"".join(drawn.pixels[y * drawn.stride + x0 : y * drawn.stride + x1] for y in range(first, last)) if x0 < x1 else b""
        if shown and max(shown) - min(shown) >= FAINT:
            shares.append((max(shown) - sum(shown) / len(shown)) / (max(shown) - min(shown)))
    return sum(shares) / len(shares) if shares else 0.0
