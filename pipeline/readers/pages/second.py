"""A second opinion on pages that pdfium can't tell: pdfplumber, which shares no code with it. Slow, so asked in doubt only."""

import io
from collections.abc import Sequence

MOST = 20  # pages; more in doubt are of one cause
SHOWN = 80  # characters of what it reads


def read_again(data: bytes, numbers: Sequence[int]) -> dict[int, str]:
    """Return what pdfplumber reads on pages, by their number from 1; a page on which it reads nothing is left out."""
    from pdfplumber import open as open_slowly
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        with open_slowly(io.BytesIO(data), pages=list(numbers[:MOST])) as pdf:
            texts = {page.page_number: " ".join(page.extract_text().split()) for page in pdf.pages}
    except (MalformedPDFException, PdfminerException):
        return {}  # it reads less than pdfium does
    return {number: text for number, text in texts.items() if text and "(cid:" not in text}
