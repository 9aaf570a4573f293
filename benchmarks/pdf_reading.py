"""PDF → staged tables, against pdfplumber's own tables and against pdfium alone, in one process.

Cells are right where the DOCX of the same report has a cell of that text; runs of white space are made one on both sides.
"""

import io
from collections import Counter
from collections.abc import Iterable

import pdfplumber
import pypdfium2
from _measure import cpu_beside, report, tell

from pipeline.readers import read_document
from pipeline.staging import stage, to_parquet


def staged(data: bytes, name: str) -> list[str | None]:
    """Read a document into staged tables; return the cells' texts."""
    tables = stage(read_document(data, name))
    to_parquet(tables.blocks), to_parquet(tables.cells)
    return list(tables.cells["text"].to_pylist())


def plumbed(data: bytes) -> list[str | None]:
    """Return the cells' texts as pdfplumber finds them."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [cell for page in pdf.pages for table in page.extract_tables() for row in table for cell in row]


def pdfium_alone(data: bytes) -> int:
    """Load every page, its text and its objects, and do nothing with them."""
    pdf = pypdfium2.PdfDocument(data)
    count = 0
    for page in pdf:
        count += len(page.get_textpage().get_text_range()) + sum(1 for _ in page.get_objects())
    return count


def texts(cells: Iterable[str | None]) -> Counter[str]:
    """Count the texts that aren't blank."""
    return Counter(" ".join(c.split()) for c in cells if c and c.strip())


def main() -> None:
    """Measure and tell."""
    data, name = report("pdf")
    truth = texts(staged(*report("docx")))
    ours, theirs = texts(staged(data, name)), texts(plumbed(data))
    right, right_there = (truth & ours).total(), (truth & theirs).total()
    print(f"{name}, {len(pypdfium2.PdfDocument(data))} pages, {truth.total()} cells in the DOCX: {right} right here, {right_there} by pdfplumber")
    mine, alone, slow = cpu_beside(lambda: staged(data, name), lambda: pdfium_alone(data), lambda: plumbed(data), times=7)
    print(f"CPU seconds: {mine:.3f} to staged tables, {slow:.3f} pdfplumber's extract_tables, {alone:.3f} pdfium's load, text and objects")
    tell("pdfplumber's time against ours", slow / mine, 25, least=True)
    tell("our time against pdfium's", mine / alone, 2.6)
    tell("right cells, ours against pdfplumber's", right / max(right_there, 1), 1, least=True)


if __name__ == "__main__":
    main()
