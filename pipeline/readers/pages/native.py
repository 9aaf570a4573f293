"""The pdfium functions that are asked once a run of glyphs or a path; handles are plain integers, boxes and colours plain values.

The bindings of pypdfium2 wrap every handle in a pointer object and every answer in a structure. cffi calls the same functions of
the same library at less cost, above all where an answer comes back by pointers. Only its compiled half is loaded: it reads the
signatures by itself, and without the parser that the other half would bring.
"""

import ctypes
from collections.abc import Callable
from functools import partial
from struct import Struct
from typing import Any

import pypdfium2.raw as pdfium
from _cffi_backend import FFI

Handle = int
Numbers = tuple[float, ...]

_ffi = FFI()


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

_device_to_page = _bound(pdfium.FPDF_DeviceToPage, "int(*)(uintptr_t, int, int, int, int, int, int, int, double *, double *)")
_object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, "int(*)(uintptr_t, float *, float *, float *, float *)")
_object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, "int(*)(uintptr_t, float *)")
_fill_colour = _bound(pdfium.FPDFPageObj_GetFillColor, "int(*)(uintptr_t, unsigned int *, unsigned int *, unsigned int *, unsigned int *)")
_draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, "int(*)(uintptr_t, int *, int *)")
_segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, "int(*)(uintptr_t, float *, float *)")
_char_origin = _bound(pdfium.FPDFText_GetCharOrigin, "int(*)(uintptr_t, int, double *, double *)")
_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, "int(*)(uintptr_t, int, float *)")
_char_matrix = _bound(pdfium.FPDFText_GetMatrix, "int(*)(uintptr_t, int, float *)")
_font_name = _bound(pdfium.FPDFFont_GetBaseFontName, "unsigned long(*)(uintptr_t, char *, unsigned long)")


def _reading(form: str, place: Any) -> Callable[[], tuple[Any, ...]]:
    """Return what reads numbers where pdfium writes them."""
    numbers = Struct(form)
    return partial(numbers.unpack, _ffi.buffer(place, numbers.size))


_floats, _doubles, _ints, _channels = _ffi.new("float[6]"), _ffi.new("double[2]"), _ffi.new("int[2]"), _ffi.new("unsigned int[4]")
_sides = [_floats + number for number in range(4)]
_x, _y = _doubles, _doubles + 1
_fills, _strokes = _ints, _ints + 1
_red_to_alpha = [_channels + number for number in range(4)]
_name = _ffi.new("char[256]")
_two_floats, _four_floats, _six_floats = (_reading(form, _floats) for form in ("2f", "4f", "6f"))
_two_doubles, _two_ints = _reading("2d", _doubles), _reading("2i", _ints)
_colour = _ffi.buffer(_channels)
_colours: dict[bytes, tuple[str, int]] = {}  # the four channels → colour and alpha


def address(handle: Any) -> Handle:
    """Return a binding's pointer as an integer."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def bounds(handle: Handle) -> Numbers:
    """Return an object's left, bottom, right and top."""
    _object_bounds(handle, *_sides)
    return _four_floats()


def device_to_page(page: Handle, across: int, down: int, x: int, y: int) -> Numbers:
    """Return where a pixel of a page drawn so many pixels wide and high stands in the page's own space."""
    _device_to_page(page, 0, 0, across, down, 0, x, y, _x, _y)
    return _two_doubles()


def matrix(handle: Handle) -> Numbers:
    """Return the six numbers of an object's matrix."""
    _object_matrix(handle, _floats)
    return _six_floats()


def draw_mode(handle: Handle) -> tuple[int, ...]:
    """Return how a path is filled, 0 where it isn't, and whether it is stroked."""
    _draw_mode(handle, _fills, _strokes)
    return _two_ints()


def segment_point(segment: Handle) -> Numbers:
    """Return the x and y at which a segment of a path ends."""
    _segment_point(segment, _sides[0], _sides[1])
    return _two_floats()


def char_origin(text: Handle, index: int) -> Numbers:
    """Return where a glyph stands on its base line, x and y."""
    _char_origin(text, index, _x, _y)
    return _two_doubles()


def loose_box(text: Handle, index: int) -> Numbers:
    """Return a glyph's left, top, right and bottom: its advance wide, its font's ascent and descent high."""
    _loose_box(text, index, _floats)
    return _four_floats()


def right_end(text: Handle, index: int) -> float:
    """Return the right side of a glyph's loose box."""
    _loose_box(text, index, _floats)
    return _floats[2]  # type: ignore[no-any-return]


def char_matrix(text: Handle, index: int) -> Numbers:
    """Return the six numbers of a glyph's matrix."""
    _char_matrix(text, index, _floats)
    return _six_floats()


def font_name(font: Handle) -> str:
    """Return a font's name."""
    _name[0] = b"\0"  # a name too long for it isn't written
    _font_name(font, _name, 256)
    return bytes(_ffi.string(_name)).decode("utf-8", "replace")


def fill_of(handle: Handle) -> tuple[str, int]:
    """Return an object's fill colour as pdfium converts it, laid on white where it is translucent, and its alpha, 0 to 255."""
    if not _fill_colour(handle, *_red_to_alpha):
        return "000000", 255
    key = _colour[:]
    fill = _colours.get(key)
    if fill is None:
        *channels, alpha = _channels
        cover = alpha / 255
        fill = _colours[key] = "".join(f"{round(channel * cover + 255 * (1 - cover)):02X}" for channel in channels), alpha
    return fill
