"""The pdfium functions that are asked once a run of glyphs or a path, with plain integers for handles.

The bindings of pypdfium2 wrap every handle in a pointer object; for the questions asked thousands of times a
document, an integer is cheaper to pass, to compare and to use as a key.
"""

import ctypes
from collections.abc import Callable
from ctypes import POINTER, c_double, c_float, c_int, c_uint, c_ulong, c_void_p
from typing import Any

import pypdfium2.raw as pdfium

Handle = int


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Give a binding a second prototype, in which every handle is an integer."""
    address = ctypes.cast(function, c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


_floats = [POINTER(c_float)] * 4
_uints = [POINTER(c_uint)] * 4
_doubles = [POINTER(c_double)] * 2

count_objects = _plain(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
page_object = _plain(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
count_form_objects = _plain(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
form_object = _plain(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
object_type = _plain(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
object_bounds = _plain(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, *_floats)
object_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, POINTER(pdfium.FS_MATRIX))
fill_colour = _plain(pdfium.FPDFPageObj_GetFillColor, c_int, c_void_p, *[c_void_p] * 4)
rendered_fill_pattern = _plain(pdfium.FPDFPageObj_GetRenderedFillPattern, c_void_p, c_void_p, c_void_p)
stroke_colour = _plain(pdfium.FPDFPageObj_GetStrokeColor, c_int, c_void_p, *_uints)
stroke_width = _plain(pdfium.FPDFPageObj_GetStrokeWidth, c_int, c_void_p, POINTER(c_float))
draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, POINTER(c_int), POINTER(c_int))
count_segments = _plain(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
path_segment = _plain(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_point = _plain(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, POINTER(c_float), POINTER(c_float))
segment_type = _plain(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
segment_closes = _plain(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)
clip_path = _plain(pdfium.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
count_clip_paths = _plain(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
count_clip_segments = _plain(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
clip_segment = _plain(pdfium.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)

text_object = _plain(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
char_origin = _plain(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, *_doubles)
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, POINTER(pdfium.FS_RECTF))
char_matrix = _plain(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, POINTER(pdfium.FS_MATRIX))
char_unicode = _plain(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
is_generated = _plain(pdfium.FPDFText_IsGenerated, c_int, c_void_p, c_int)
font_size = _plain(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
text_font = _plain(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
font_name = _plain(pdfium.FPDFFont_GetBaseFontName, c_ulong, c_void_p, c_void_p, c_ulong)
font_flags = _plain(pdfium.FPDFFont_GetFlags, c_int, c_void_p)


def address(handle: Any) -> Handle:
    """Return a binding's pointer as an integer."""
    return ctypes.cast(handle, c_void_p).value or 0


_channels = (c_uint * 4)()
_channel_addresses = [ctypes.byref(_channels, 4 * number) for number in range(4)]
_fills: dict[bytes, tuple[str, int]] = {}  # the four channels as they stand in memory → colour and alpha


def fill_of(handle: Handle) -> tuple[str, int]:
    """Return an object's fill colour as pdfium converts it, laid on white where it is translucent, and its alpha, 0 to 255."""
    if not fill_colour(handle, *_channel_addresses):
        return "000000", 255
    key = bytes(_channels)
    fill = _fills.get(key)
    if fill is None:
        red, green, blue, alpha = _channels
        cover = alpha / 255
        fill = "".join(f"{round(channel * cover + 255 * (1 - cover)):02X}" for channel in (red, green, blue)), alpha
        _fills[key] = fill
    return fill
