"""Every sample report: nothing lost, nothing twice, and the slow second reader agrees."""

import re
from collections import Counter
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from pipeline.model import BlockKind, Document
from pipeline.readers.pdf import read_pdf

ROOTS = (Path(__file__).parents[2].parent / "shared" / "cases", Path(__file__).parents[1] / "reports")
REPORTS = sorted(path for root in ROOTS if root.exists() for path in root.rglob("*.pdf"))
ids = {"ids": lambda path: "/".join(path.parts[-3:-1])}
needs_reports = pytest.mark.skipif(not REPORTS, reason="neither shared cases nor held-out reports are here")
DRAWN = "•‣◦∙▪▫●○■□▶►➢➤❖❑❒◆◇⬥⁃·-‐\u00ad\u0002\ufffe"  # bullets are left out, hyphens of hyphenation too


def read(path: Path) -> Document:
    return read_pdf(path.read_bytes(), document_id="0" * 64, file_name=path.name)


def printed(path: Path) -> str:
    """Return what pdfium says the pages print."""
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalpha() and char not in DRAWN and ord(char) < 0xE000 and not 0xFB00 <= ord(char) <= 0xFB06)


def said(document: Document) -> str:
    """Return each text of a document once: nested tables are part of their cells."""
    cells = [cell.text for grid in document.grids if grid.parent is None for cell in grid.cells]
    return "".join(cells + [block.text for block in document.blocks if block.kind not in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)])


@needs_reports
@pytest.mark.parametrize("path", REPORTS, **ids)
def test_every_letter_on_the_pages_is_said_once(path):
    document = read(path)

    missing = letters(printed(path)) - letters(said(document))
    invented = letters(said(document)) - letters(printed(path))

    # Running heads are printed on each page and said once; headings of tables are dropped where they repeat.
    repeated = "".join(block.text for block in document.blocks if block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER))
    repeated += "".join(cell.text for grid in document.grids for cell in grid.cells if cell.row < grid.header_rows)
    assert set(missing) <= set(letters(repeated))
    assert sum(missing.values()) <= sum(letters(repeated).values()) * (document.n_pages or 1)
    assert not invented


@needs_reports
@pytest.mark.parametrize("path", REPORTS, **ids)
def test_grids_hold_together(path):
    document = read(path)

    for grid in document.grids:
        taken = Counter(
            (row, column)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        )
        assert not [place for place, count in taken.items() if count > 1]
        assert all(row < grid.n_rows and column < grid.n_columns for row, column in taken)
        assert all(0 <= mark.start <= mark.end <= len(cell.text) for cell in grid.cells for mark in cell.marks)
        assert all(re.fullmatch("[0-9A-F]{6}", cell.fill) for cell in grid.cells if cell.fill)
    tables = [block.table for block in document.blocks if block.kind is BlockKind.TABLE]
    assert tables == list(range(sum(grid.parent is None for grid in document.grids)))
    assert [block.position for block in document.blocks] == list(range(len(document.blocks)))


@needs_reports
@pytest.mark.parametrize("name", ["mongolia-2021-2023", "australia-2017-progress-grid", "paraguay-2021-2023-theme-colours"])
def test_the_slow_second_reader_finds_the_same_cells_on_a_page(name):
    path = next((path for path in REPORTS if path.parent.name == name), None)
    if path is None:
        pytest.skip("the shared cases are not here")
    with pdfplumber.open(path) as pages:
        number = min(2, len(pages.pages))
        slow = {re.sub(r"\s", "", cell) for table in pages.pages[number - 1].extract_tables() for row in table for cell in row if cell}

    found = {re.sub(r"\s", "", cell.text) for grid in read(path).grids for cell in grid.cells}

    # Cells that go on over the page's end are whole here, and cut there.
    cut = {text for text in slow - found if not any(text in whole for whole in found)}
    assert {text for text in cut if not text.startswith(tuple("•●"))} <= {text for text in cut if "•" in text or "-" in text}


def test_a_thousand_rows_over_many_pages_are_one_grid():
    from tests.readers.pdf_build import Page, pdf

    pages = []
    for number in range(25):
        page = Page()
        page.table(
            [50, 100, 550], [40 + 18 * row for row in range(41)], [[str(40 * number + row), f"Milestone {number} {row}"] for row in range(40)], size=8
        )
        pages.append(page)

    (grid,) = read_pdf(pdf(pages), document_id="0" * 64, file_name="report.pdf").grids

    assert (grid.n_rows, grid.n_columns) == (1000, 2)
    assert [cell.text for cell in grid.cells if cell.column == 0] == [str(row) for row in range(1000)]
