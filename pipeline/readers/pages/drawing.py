"""A page drawn as pixels, within bounds."""

import ctypes
from typing import NamedTuple

import pypdfium2.raw as pdfium


class Drawing(NamedTuple):
    """The pixels of a page, row by row, each row `stride` bytes long; `scale` pixels a point."""

    pixels: bytes
    width: int
    height: int
    stride: int
    scale: float


def draw(page: pdfium.FPDF_PAGE, size: tuple[float, float], scale: float, largest: int, quarter_turns: int, *, is_grey: bool = False) -> Drawing:
    """Draw a page on white: in grey, a byte a pixel, the text alone; else in blue, green, red and a spare byte, annotations too.

    Args:
        page: The page, loaded.
        size: Its width and height in points, as turned.
        scale: Pixels a point.
        largest: Pixels a side at most; a larger page is drawn smaller.
        quarter_turns: How often the page is turned clockwise.
    """
    scale = min(scale, largest / max(*size, 1.0))
    width, height = (max(1, round(side * scale)) for side in size)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray if is_grey else pdfium.FPDFBitmap_BGRx, None, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, quarter_turns % 4, 0 if is_grey else pdfium.FPDF_ANNOT)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return Drawing(pixels, width, height, stride, scale)
