"""Our tables against those of pdfplumber's table finder, which shares no code with the reader: on ruled tables the two must agree."""

import io
import re
from pathlib import Path

import pdfplumber
import pytest

from pipeline.readers.pdf import read_pdf
from tests.readers.pdf_build import Page, pdf

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "raw" / "example-2022-2024-end-of-term.pdf"
LEFT_TO_RIGHT = ("georgia-cards", "kenya-traffic-lights", "moldova-rows", "peru-split-tables", "romania-stadiul")
RULED = [EXAMPLE, *(ROOT / "tests" / "reports" / name / "report.pdf" for name in LEFT_TO_RIGHT)]


def letters(text):
    return re.sub(r"[\W_]+", "", text or "")


def plumbed(path):
    """Return the letters of each cell that pdfplumber finds, page by page."""
    with pdfplumber.open(path) as opened:
        cells = [cell for page in opened.pages for table in page.extract_tables() for row in table for cell in row]
    return {letters(c) for c in cells} - {""}


@pytest.mark.parametrize("path", RULED, ids=lambda path: path.parent.name)
def test_every_cell_that_another_table_finder_sees_is_a_part_of_one_of_ours(path):
    document = read_pdf(path.read_bytes(), document_id="0" * 64, file_name=path.name)
    ours = [letters(c.text) for g in document.grids for c in g.cells] + [letters(b.text) for b in document.blocks]

    foreign = [cell for cell in plumbed(path) if not any(cell in own for own in ours)]

    assert foreign == []


def test_the_two_find_the_same_places_in_a_table_with_merged_cells():
    page = Page()
    for y in (50, 80, 110, 140):
        page.line(50, y, 350, y)
    for x in (50, 350):
        page.line(x, 50, x, 140)
    page.line(200, 80, 200, 140)
    for x, y, text in ((60, 70, "Commitment"), (60, 100, "Milestone"), (210, 100, "Green"), (60, 130, "Another"), (210, 130, "Red")):
        page.text(x, y, text)
    data = pdf([page])
    (grid,) = read_pdf(data, document_id="0" * 64, file_name="x.pdf").grids

    with pdfplumber.open(io.BytesIO(data)) as opened:
        (table,) = opened.pages[0].find_tables()

    ours = sorted((round(c.boxes[0].x0), round(c.boxes[0].top)) for c in grid.cells)
    assert ours == sorted((round(x0), round(top)) for x0, top, _, _ in table.cells)
