"""The example reports, read whole: their text against their truth, and python-docx's count of tables."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest

from pipeline.model import BlockKind, Document
from pipeline.readers import read_document

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
REPORTS = sorted(CASES.glob("**/report.docx"))

pytestmark = pytest.mark.skipif(not REPORTS, reason="the example reports are not beside this checkout")


def name(path: Path) -> str:
    return "/".join(path.parent.parts[len(CASES.parts) :])


def squeezed(text: str) -> str:
    return "".join(text.split())


def everything(document: Document) -> str:
    """Return all the text of a document without blanks."""
    return squeezed(" ".join([b.text for b in document.blocks] + [c.text for g in document.grids for c in g.cells]))


@pytest.fixture(scope="module", params=REPORTS, ids=name)
def case(request: pytest.FixtureRequest) -> tuple[Path, Document]:
    path: Path = request.param
    return path, read_document(path.read_bytes(), path.name)


def test_every_cell_covers_its_own_part_of_the_grid(case: tuple[Path, Document]) -> None:
    for grid in case[1].grids:
        covered = [(r, c) for x in grid.cells for r in range(x.row, x.row + x.row_span) for c in range(x.column, x.column + x.column_span)]

        assert len(covered) == len(set(covered)) == grid.n_rows * grid.n_columns


def test_tables_are_as_many_as_python_docx_sees(case: tuple[Path, Document]) -> None:
    path, document = case

    assert len([b for b in document.blocks if b.kind is BlockKind.TABLE]) == len(docx.Document(BytesIO(path.read_bytes())).tables)


def test_marks_lie_within_their_text(case: tuple[Path, Document]) -> None:
    carriers = [*case[1].blocks, *(c for g in case[1].grids for c in g.cells)]

    assert all(0 <= m.start <= m.end <= len(x.text) for x in carriers for m in x.marks)


def test_all_texts_of_the_truth_are_in_the_document(case: tuple[Path, Document]) -> None:
    path, document = case
    truth_path = path.parent / "truth.json"
    if not truth_path.exists() or path.parent.name == "v2":
        pytest.skip("the truth covers several documents")
    truth, text = json.loads(truth_path.read_text(encoding="utf-8")), everything(document)
    expected = [row[column] for row in truth["milestones"] for column in ("title", "evidence", "reasons", "next_steps") if row.get(column)]

    assert expected or not truth["milestones"]
    assert [piece for cell in expected for piece in cell.split("\n") if squeezed(piece) not in text] == []


def test_fills_of_the_truth_are_in_the_document(case: tuple[Path, Document]) -> None:
    path, document = case
    truth_path = path.parent / "truth.json"
    if not truth_path.exists():
        pytest.skip("the truth covers several documents")
    colours = {c.fill for g in document.grids for c in g.cells} | {m.colour for g in document.grids for c in g.cells for m in c.marks}
    fills = {row.get("rating_fill") for row in json.loads(truth_path.read_text(encoding="utf-8"))["milestones"]} - {None}

    assert [fill for fill in fills if not any(colour and _near(fill, colour) for colour in colours)] == []


def _near(fill: str, colour: str) -> bool:
    return all(abs(int(fill[i : i + 2], 16) - int(colour[i : i + 2], 16)) <= 2 for i in (0, 2, 4))
