"""A report's DOCX and its PDF give the same grids: shape, spans, text apart from white space, fills."""

from pathlib import Path

import pytest

from pipeline.model import Cell, Grid
from pipeline.readers.docx import read_docx
from pipeline.readers.pdf import read_pdf

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
HELD_OUT = Path(__file__).parents[1] / "reports"
PAIRS = sorted(pdf.with_suffix("") for root in (CASES, HELD_OUT) if root.exists() for pdf in root.rglob("*.pdf") if pdf.with_suffix(".docx").exists())
# The first's list of contents is a borderless table in the DOCX, two lines of prose on the page. The second's PDF has no rules between columns:
# nothing tells that a short text takes its row alone.
NOT_THE_SAME = {"philippines-faults", "netherlands-formulieren"}
Places = dict[tuple[int, int, int, int], Cell]


def places(grid: Grid) -> Places:
    """Return the cells by (row, column, row end, column end), counting only the edges at which some cell ends."""
    rows = sorted({edge for cell in grid.cells for edge in (cell.row, cell.row + cell.row_span)})
    columns = sorted({edge for cell in grid.cells for edge in (cell.column, cell.column + cell.column_span)})
    return {
        (
            rows.index(cell.row),
            columns.index(cell.column),
            rows.index(cell.row + cell.row_span),
            columns.index(cell.column + cell.column_span),
        ): cell
        for cell in grid.cells
    }


def is_same_fill(one: str | None, other: str | None) -> bool:
    """Tell whether two fills differ by 2 of 255 a channel at most; white is none."""
    if one in (None, "FFFFFF") or other in (None, "FFFFFF"):
        return one in (None, "FFFFFF") and other in (None, "FFFFFF")
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= 2 for at in (0, 2, 4))


def letters(text: str) -> str:
    """Return a text without white space, and without the vowel signs whose order in a word is a matter of typing."""
    return "".join(char for char in text if not char.isspace() and not "\u064b" <= char <= "\u0652")


def same_grid_pairs() -> list[Path]:
    return [pair for pair in PAIRS if pair.parent.name not in NOT_THE_SAME]


@pytest.mark.skipif(not PAIRS, reason="neither shared cases nor held-out reports are here")
@pytest.mark.parametrize("pair", same_grid_pairs(), ids=lambda pair: "/".join(pair.parts[-3:-1]))
def test_docx_and_pdf_give_the_same_grids(pair):
    docx = read_docx(pair.with_suffix(".docx").read_bytes(), document_id="d", file_name="report.docx")
    pdf = read_pdf(pair.with_suffix(".pdf").read_bytes(), document_id="p", file_name="report.pdf")

    assert [grid.parent is None for grid in pdf.grids] == [grid.parent is None for grid in docx.grids]
    for expected, found in zip(map(places, docx.grids), map(places, pdf.grids), strict=True):
        assert {place: letters(cell.text) for place, cell in found.items()} == {place: letters(cell.text) for place, cell in expected.items()}
        assert [place for place, cell in found.items() if not is_same_fill(cell.fill, expected[place].fill)] == []
