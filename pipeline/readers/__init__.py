"""Bytes → Document: what kind of file it is, then the reader for that kind.

The readers are imported on use: each brings a library that the other doesn't need.
"""

import gc
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import Code, DocumentError
from pipeline.model import Document
from pipeline.readers.bounds import check_bounds

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
# The header may stand behind a little rubbish. Source: ISO 32000-1, annex H.3.4.1.
_PDF_HEAD = 1024
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table)\b", re.IGNORECASE | re.DOTALL
)
_MHTML = re.compile(rb"\s*(?:mime-version:|from:.*?multipart/related)", re.IGNORECASE | re.DOTALL)
_HEAD = 4096
_MANY = 100_000  # new objects between two searches for garbage in cycles


def read_document(data: bytes, file_name: str) -> Document:
    """Return what a file says; what kind it is, its bytes tell, not its name.

    Raises:
        DocumentError: It is empty, of a kind that can't be read, or damaged.
    """
    check_bounds(data)
    document_id = hashlib.sha256(data).hexdigest()
    with _seldom_collected():
        if data.startswith((_ZIP, _EMPTY_ZIP)):
            from pipeline.readers.docx import read_docx

            return read_docx(data, document_id=document_id, file_name=file_name)
        if _PDF in data[:_PDF_HEAD]:
            from pipeline.readers.pdf import read_pdf

            return read_pdf(data, document_id=document_id, file_name=file_name)
    raise _refusal(data)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python search for garbage in cycles less often: a reader makes many objects that stay, and hardly a cycle.

    What it has made is counted among the old at the end; else the next object made by anyone would set off a search through all of it.
    """
    young, middle, old = gc.get_threshold()
    if young:
        gc.set_threshold(max(young, _MANY), middle, old)
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(young, middle, old)


def _refusal(data: bytes) -> DocumentError:
    """Return the error for bytes that are neither DOCX nor PDF."""
    head = data[:_HEAD]
    if not data.strip(b"\0 \t\r\n"):
        return DocumentError(Code.EMPTY, "The file holds nothing.")
    if data.startswith(_OLE):
        return _ole_refusal(data)
    if head.lstrip().startswith(b"{\\rtf"):
        return DocumentError(Code.RTF, "The file is in Rich Text Format.")
    if _HTML.match(head) or _MHTML.match(head):
        return DocumentError(Code.HTML, "The file is a web page.")
    return DocumentError(Code.UNKNOWN_FORMAT, "The file is neither DOCX nor PDF.")


def _ole_refusal(data: bytes) -> DocumentError:
    # The container's directory names its streams in UTF-16.
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DocumentError(Code.ENCRYPTED, "The document is protected by a password.")
    if "WordDocument".encode("utf-16-le") in data:
        return DocumentError(Code.LEGACY_DOC, "The file is in the format of Word 97-2003 (.doc).")
    return DocumentError(Code.UNKNOWN_FORMAT, "The file is an old Office container, but no Word document.")
