"""Bytes → an open pdfium document, or the reason why there is none."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from pipeline.errors import Code, DocumentError

REASONS = {
    pdfium.FPDF_ERR_PASSWORD: (Code.ENCRYPTED, "The PDF asks for a password."),
    pdfium.FPDF_ERR_SECURITY: (Code.ENCRYPTED, "The PDF is encrypted in a way that can't be undone without its key."),
    pdfium.FPDF_ERR_FORMAT: (Code.DAMAGED, "The file isn't a PDF, has no pages, or is damaged beyond repair."),
}


@contextmanager
def open_pdf(data: bytes) -> Iterator[pypdfium.PdfDocument]:
    """Open a PDF; owner-only passwords are no obstacle, and pdfium repairs what it can."""
    if not data.strip(b"\0\t\r\n "):
        raise DocumentError(Code.EMPTY, "The file holds no bytes.")
    # A file without pages is no error to pdfium, which then tells that of the file before: let that be one that is no PDF.
    pdfium.FPDF_LoadMemDocument64(b"", 0, None)
    try:
        document = pypdfium.PdfDocument(data)
    except pypdfium.PdfiumError as error:
        code, sentence = REASONS.get(getattr(error, "err_code", None), (Code.DAMAGED, "The PDF can't be opened."))
        raise DocumentError(code, sentence) from error
    try:
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()
        yield document
    finally:
        document.close()


def form_of(document: pypdfium.PdfDocument) -> pdfium.FPDF_FORMHANDLE | None:
    """Return the handle of a document's form, if it has one."""
    return document.formenv.raw if document.formenv else None


@contextmanager
def loaded_page(document: pypdfium.PdfDocument, index: int) -> Iterator[pdfium.FPDF_PAGE | None]:
    """Hold one page of a document; None where pdfium can't load it."""
    page = pdfium.FPDF_LoadPage(document.raw, index)
    form = form_of(document)
    if page and form:
        pdfium.FORM_OnAfterLoadPage(page, form)
    try:
        yield page or None
    finally:
        if page and form:
            pdfium.FORM_OnBeforeClosePage(page, form)
        if page:
            pdfium.FPDF_ClosePage(page)


def read_title(document: pypdfium.PdfDocument) -> str | None:
    """Return the title of the file's properties."""
    return " ".join(document.get_metadata_value("Title").split()) or None


def draws_own_hyphens(document: pypdfium.PdfDocument) -> bool:
    """Tell whether the producer is known to draw a hyphen of hyphenation otherwise than a typed one."""
    producer = document.get_metadata_value("Producer")
    return any(name in producer for name in ("Skia", "LibreOffice", "OpenOffice"))


def read_language(document: pypdfium.PdfDocument) -> str | None:
    """Return the language that the file declares."""
    length = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if length <= 2:
        return None
    buffer = (ctypes.c_ushort * length)()
    pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").split("\0")[0].strip() or None
