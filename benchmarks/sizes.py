"""Reading and staging as documents grow: PDF tables of up to 1,000 pages, DOCX tables of up to 20,000 rows, made here.

Each size is read in a process of its own, whose peak memory is its own. Linear: a page (a row) of the largest document
costs as much as one of the smallest, a quarter of it; up to 1.25 times counts as met.
"""

import io
import multiprocessing
import resource
import sys
import time
import zipfile
from xml.sax.saxutils import escape

from _measure import tell

HEADINGS = ("No.", "Milestone", "Assessment", "Evidence", "Reasons", "Next steps")
FILLS = ("92D050", "FFC000", "FF0000")
SENTENCE = "The ministry published the register and trained the officers in charge"
ROWS_A_PAGE = 12


def row_of(number: int) -> tuple[str, ...]:
    """Return the texts of a row."""
    return (str(number), f"{SENTENCE} in region {number}.", "", f"{SENTENCE}, see minute {number}.", f"{SENTENCE} late.", f"Repeat {number}.")


def pdf_of(pages: int) -> bytes:
    """Return a PDF with one ruled table that goes on over all pages, headings on the first alone."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in range(pages):
        content = _page(page * ROWS_A_PAGE, first=page == 0).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        box = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>"
        objects.append(box % len(objects))
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(b"%d 0 R" % kid for kid in kids))
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def _page(done: int, *, first: bool) -> str:
    lefts, height, top = (40, 80, 270, 340, 530, 660, 800), 40, 560
    rows = ([HEADINGS] if first else []) + [row_of(done + n + 1) for n in range(ROWS_A_PAGE)]
    parts = []
    for n, texts in enumerate(rows):
        y = top - n * height
        if texts is not HEADINGS:
            colour = FILLS[(done + n) % 3]
            parts.append("{:.3f} {:.3f} {:.3f} rg".format(*(int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))))
            parts.append(f"{lefts[2]} {y - height} {lefts[3] - lefts[2]} {height} re f 0 g")
        for left, text in zip(lefts, texts, strict=False):
            for line, words in enumerate(_lines(text, 34)):
                parts.append(f"BT /F 8 Tf {left + 3} {y - 10 - 10 * line} Td ({words}) Tj ET")
    bottom = top - len(rows) * height
    parts += [f"{left} {bottom} m {left} {top} l S" for left in lefts]
    parts += [f"{lefts[0]} {top - n * height} m {lefts[-1]} {top - n * height} l S" for n in range(len(rows) + 1)]
    return "\n".join(parts)


def _lines(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def docx_of(rows: int) -> bytes:
    """Return a Word document with one table of that many rows."""
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    columns = "<w:gridCol/>" * len(HEADINGS)
    parts = [f"<w:document {namespace}><w:body><w:tbl><w:tblGrid>{columns}</w:tblGrid>"]
    for number in range(rows):
        fill = f'<w:tcPr><w:shd w:val="clear" w:fill="{FILLS[number % 3]}"/></w:tcPr>'
        texts = row_of(number) if number else HEADINGS
        cells = (f"<w:tc>{fill if number and n == 2 else ''}<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>" for n, text in enumerate(texts))
        parts.append(f"<w:tr>{''.join(cells)}</w:tr>")
    parts.append("</w:tbl><w:p/></w:body></w:document>")
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{office}"/></Types>',
        )
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", "".join(parts))
    return out.getvalue()


def measure(ending: str, size: int) -> tuple[float, float, float, int]:
    """Read a document of that size; return CPU seconds to stage and to curate it, megabytes beyond the start, and table rows."""
    from pipeline.curation.curate import curate
    from pipeline.readers import read_document
    from pipeline.staging import stage

    small = pdf_of(2) if ending == "pdf" else docx_of(30)
    curate(read_document(small, f"small.{ending}"))  # words and libraries are loaded before the clock starts
    data = pdf_of(size) if ending == "pdf" else docx_of(size)
    before = _peak()
    start = time.process_time()
    document = read_document(data, f"large.{ending}")
    stage(document)
    read = time.process_time() - start
    peak = _peak() - before
    start = time.process_time()
    curate(document)
    return read, time.process_time() - start, peak, sum(grid.n_rows for grid in document.grids)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)


def main() -> None:
    """Measure and tell."""
    context = multiprocessing.get_context("spawn")
    for ending, sizes, unit in (("pdf", (250, 500, 1000), "pages"), ("docx", (5000, 10000, 20000), "rows")):
        costs, curated = [], []
        for size in sizes:
            with context.Pool(1) as pool:
                read, curating, peak, rows = pool.apply(measure, (ending, size))
            costs.append(read / size)
            curated.append(curating / size)
            print(
                f"{ending}, {size:6,} {unit}: {read:7.2f} CPU s to staged ({read / size * 1000:.2f} ms each), peak {peak:.0f} MB more than before; "
                f"{curating:.2f} s to curate; {rows:,} table rows"
            )
        tell(f"reading and staging, one of {sizes[-1]:,} {unit} against one of {sizes[0]:,}", costs[-1] / costs[0], 1.25)
        tell(f"curating, one of {sizes[-1]:,} {unit} against one of {sizes[0]:,}", curated[-1] / curated[0], 1.25)


if __name__ == "__main__":
    main()
