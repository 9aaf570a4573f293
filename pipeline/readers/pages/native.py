"""The pdfium functions that are asked once a run of glyphs or a path; handles are plain integers, boxes and colours plain values.

The bindings of pypdfium2 wrap every handle in a pointer object and every answer in a structure. cffi calls the same functions of
the same library at less cost, above all where an answer comes back by pointers. Only its compiled half is loaded: it reads the
signatures by itself, and without the parser that the other half would bring.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium
from _cffi_backend import FFI

Handle = int

_ffi = FFI()
_unpack: Callable[[Any, int], list[Any]] = _ffi.unpack


def _bound(function: Any, signature: str) -> Any:
    """Give a binding of pypdfium2 a second prototype."""
    return _ffi.cast(signature, ctypes.cast(function, ctypes.c_void_p).value)


count_objects = _bound(pdfium.FPDFPage_CountObjects, "int(*)(uintptr_t)")
page_object = _bound(pdfium.FPDFPage_GetObject, "uintptr_t(*)(uintptr_t, int)")
count_form_objects = _bound(pdfium.FPDFFormObj_CountObjects, "int(*)(uintptr_t)")
form_object = _bound(pdfium.FPDFFormObj_GetObject, "uintptr_t(*)(uintptr_t, unsigned long)")
object_type = _bound(pdfium.FPDFPageObj_GetType, "int(*)(uintptr_t)")
rendered_fill_pattern = _bound(pdfium.FPDFPageObj_GetRenderedFillPattern, "uintptr_t(*)(uintptr_t, uintptr_t)")
count_segments = _bound(pdfium.FPDFPath_CountSegments, "int(*)(uintptr_t)")
path_segment = _bound(pdfium.FPDFPath_GetPathSegment, "uintptr_t(*)(uintptr_t, int)")
segment_type = _bound(pdfium.FPDFPathSegment_GetType, "int(*)(uintptr_t)")
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, "int(*)(uintptr_t)")
clip_path = _bound(pdfium.FPDFPageObj_GetClipPath, "uintptr_t(*)(uintptr_t)")
count_clip_paths = _bound(pdfium.FPDFClipPath_CountPaths, "int(*)(uintptr_t)")
count_clip_segments = _bound(pdfium.FPDFClipPath_CountPathSegments, "int(*)(uintptr_t, int)")
clip_segment = _bound(pdfium.FPDFClipPath_GetPathSegment, "uintptr_t(*)(uintptr_t, int, int)")
text_object = _bound(pdfium.FPDFText_GetTextObject, "uintptr_t(*)(uintptr_t, int)")
char_unicode = _bound(pdfium.FPDFText_GetUnicode, "unsigned int(*)(uintptr_t, int)")
is_generated = _bound(pdfium.FPDFText_IsGenerated, "int(*)(uintptr_t, int)")
font_size = _bound(pdfium.FPDFText_GetFontSize, "double(*)(uintptr_t, int)")
text_font = _bound(pdfium.FPDFTextObj_GetFont, "uintptr_t(*)(uintptr_t)")
render_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, "int(*)(uintptr_t)")
font_flags = _bound(pdfium.FPDFFont_GetFlags, "int(*)(uintptr_t)")

_object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, "int(*)(uintptr_t, float *, float *, float *, float *)")
_object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, "int(*)(uintptr_t, float *)")
_fill_colour = _bound(pdfium.FPDFPageObj_GetFillColor, "int(*)(uintptr_t, unsigned int *, unsigned int *, unsigned int *, unsigned int *)")
_draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, "int(*)(uintptr_t, int *, int *)")
_segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, "int(*)(uintptr_t, float *, float *)")
_char_origin = _bound(pdfium.FPDFText_GetCharOrigin, "int(*)(uintptr_t, int, double *, double *)")
_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, "int(*)(uintptr_t, int, float *)")
_char_matrix = _bound(pdfium.FPDFText_GetMatrix, "int(*)(uintptr_t, int, float *)")
_font_name = _bound(pdfium.FPDFFont_GetBaseFontName, "unsigned long(*)(uintptr_t, char *, unsigned long)")

_floats, _doubles, _ints, _channels = _ffi.new("float[6]"), _ffi.new("double[2]"), _ffi.new("int[2]"), _ffi.new("unsigned int[4]")
_sides = [_floats + number for number in range(4)]
_x, _y = _doubles, _doubles + 1
_fills, _strokes = _ints, _ints + 1
_red_to_alpha = [_channels + number for number in range(4)]
_name = _ffi.new("char[256]")
_colours: dict[tuple[int, ...], tuple[str, int]] = {}  # the four channels → colour and alpha


def address(handle: Any) -> Handle:
    """Return a binding's pointer as an integer."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def bounds(handle: Handle) -> list[float]:
    """Return an object's left, bottom, right and top."""
    _object_bounds(handle, *_sides)
    return _unpack(_floats, 4)


def matrix(handle: Handle) -> list[float]:
    """Return the six numbers of an object's matrix."""
    _object_matrix(handle, _floats)
    return _unpack(_floats, 6)


def draw_mode(handle: Handle) -> list[int]:
    """Return how a path is filled, 0 where it isn't, and whether it is stroked."""
    _draw_mode(handle, _fills, _strokes)
    return _unpack(_ints, 2)


def segment_point(segment: Handle) -> list[float]:
    """Return the x and y at which a segment of a path ends."""
    _segment_point(segment, _sides[0], _sides[1])
    return _unpack(_floats, 2)


def char_origin(text: Handle, index: int) -> list[float]:
    """Return where a glyph stands on its base line, x and y."""
    _char_origin(text, index, _x, _y)
    return _unpack(_doubles, 2)


def loose_box(text: Handle, index: int) -> list[float]:
    """Return a glyph's left, top, right and bottom: its advance wide, its font's ascent and descent high."""
    _loose_box(text, index, _floats)
    return _unpack(_floats, 4)


def char_matrix(text: Handle, index: int) -> list[float]:
    """Return the six numbers of a glyph's matrix."""
    _char_matrix(text, index, _floats)
    return _unpack(_floats, 6)


def font_name(font: Handle) -> str:
    """Return a font's name."""
    _name[0] = b"\0"  # a name too long for it isn't written
    _font_name(font, _name, 256)
    return bytes(_ffi.string(_name)).decode("utf-8", "replace")


def fill_of(handle: Handle) -> tuple[str, int]:
    """Return an object's fill colour as pdfium converts it, laid on white where it is translucent, and its alpha, 0 to 255."""
    if not _fill_colour(handle, *_red_to_alpha):
        return "000000", 255
    key = tuple(_unpack(_channels, 4))
    fill = _colours.get(key)
    if fill is None:
        *channels, alpha = key
        cover = alpha / 255
        fill = _colours[key] = "".join(f"{round(channel * cover + 255 * (1 - cover)):02X}" for channel in channels), alpha
    return fill
