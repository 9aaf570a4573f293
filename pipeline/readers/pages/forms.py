"""Form fields and typed-on notes, which stand beside a page's content: their values as runs of text."""

import ctypes
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.model import MarkKind
from pipeline.readers.pages.frames import Frame
from pipeline.readers.pages.glyphs import Run, Style
from pipeline.readers.pages.spans import Span

CHECKED, UNCHECKED = "☒", "☐"
LARGEST_TEXT = 11.0  # points: the size taken for a field's text, which the field itself seldom says
FLAGS_HIDDEN = 2 | 32  # hidden, or not to be viewed
TICKABLE = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
TYPED = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)


class Field(NamedTuple):
    """What a field says and where, in the frame."""

    text: str
    box: tuple[float, float, float, float]
    is_box: bool


def read_fields(page: pdfium.FPDF_PAGE, form: pdfium.FPDF_FORMHANDLE | None, frame: Frame) -> list[Run]:
    """Return the values of a page's form fields and free-text notes as runs."""
    runs: list[Run] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        field = _field(annotation, form, frame)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if field is not None:
            runs += _runs(field, -1 - index)
    return runs


def _field(annotation: pdfium.FPDF_ANNOTATION, form: pdfium.FPDF_FORMHANDLE | None, frame: Frame) -> Field | None:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if pdfium.FPDFAnnot_GetFlags(annotation) & FLAGS_HIDDEN:
        return None
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        text = _wide(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
        return Field(text, _box(annotation, frame), False) if text else None
    if kind != pdfium.FPDF_ANNOT_WIDGET or not form:
        return None
    field_type = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if field_type in TICKABLE:
        is_checked = bool(pdfium.FPDFAnnot_IsChecked(form, annotation))
        return Field(CHECKED if is_checked else UNCHECKED, _box(annotation, frame), True)
    if field_type in TYPED:
        text = _wide(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))
        return Field(text, _box(annotation, frame), False) if text.strip() else None
    return None


def _box(annotation: pdfium.FPDF_ANNOTATION, frame: Frame) -> tuple[float, float, float, float]:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
    return frame.box(rect.left, rect.bottom, rect.right, rect.top)


def _wide(ask: Callable[[object, int], int]) -> str:
    """Ask pdfium for a string in its two steps: length, then characters."""
    length = ask(None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    ask(buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def _runs(field: Field, number: int) -> Iterator[Run]:
    """Yield a field's lines as runs, from the top of its box."""
    x0, top, x1, bottom = field.box
    lines = [line for line in field.text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    size = min(LARGEST_TEXT, (bottom - top) / max(1, len(lines)) / 1.1)
    style = Style("", size, False, "000000", False, 0)
    sign = Span(MarkKind.CHECKBOX, 0, 1, None, "checked" if field.text == CHECKED else "unchecked") if field.is_box else None
    first = (top + bottom) / 2 + 0.3 * size if len(lines) == 1 else top + size
    for place, line in enumerate(lines):
        width = min(x1 - x0, 0.5 * size * len(line))
        yield Run(line.strip(), number, number, x0, x0 + width, first + place * 1.15 * size, style, True, True, number, None, sign)
