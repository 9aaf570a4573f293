"""docs/add-a-layout.md does what it says."""

import io
import re
from pathlib import Path

import docx
import pytest

from pipeline.curation.curate import CurateOptions, curate, inspect
from pipeline.errors import Code, DocumentError
from pipeline.model import Document
from pipeline.readers import read_document

PAGE = (Path(__file__).parent.parent / "docs" / "add-a-layout.md").read_text(encoding="utf-8")
TABLE = re.compile(r"^\| (?P<left>[^|]+?) \| (?P<right>[^|]+?) \|$", re.MULTILINE)
FILE = re.compile(r"```toml\n# (?P<path>\S+)\n(?P<text>.*?)```", re.DOTALL)


@pytest.fixture
def report() -> Document:
    rows = [(m["left"], m["right"]) for m in TABLE.finditer(PAGE.partition("A report has this table")[2].partition("`ogp-etl inspect")[0])]
    rows = [row for row in rows if row[0] != "---"]
    made = docx.Document()
    made.add_heading("Malta: end-of-term self-assessment report 2021-2023", 0)
    table = made.add_table(len(rows), 2)
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    data = io.BytesIO()
    made.save(data)
    return read_document(data.getvalue(), "report.docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for match in FILE.finditer(PAGE):
        path = tmp_path / match["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(match["text"], encoding="utf-8")
    return tmp_path


def test_without_the_files_nothing_is_guessed(report: Document):
    with pytest.raises(DocumentError) as caught:
        curate(report)

    assert caught.value.code is Code.UNKNOWN_LAYOUT


def test_words_alone_tell_the_headings_and_no_layout(report: Document, folder: Path):
    found = inspect(report, CurateOptions(vocabulary=folder / "my-words"))

    assert [d.headings for d in found.decisions] == [(("Pledge", "commitment"), ("Allies", "supporting_institutions"))]
    assert found.problem is not None
    assert found.problem.code is Code.UNKNOWN_LAYOUT


def test_words_and_layout_give_the_commitments(report: Document, folder: Path):
    curated = curate(report, CurateOptions(vocabulary=folder / "my-words", layouts=folder / "my-layouts"))

    rows = [(r["commitment_number"], r["title"], r["supporting_institutions"]) for r in curated.tables["commitments"]]
    assert rows == [
        ("1", "Publish the budget in a form that machines read", "University of Malta\nChamber of Auditors"),
        ("2", "Hold a public hearing in each region", "Association of Local Councils"),
    ]


def test_inspect_names_the_layout_and_what_tipped_it(report: Document, folder: Path):
    found = inspect(report, CurateOptions(vocabulary=folder / "my-words", layouts=folder / "my-layouts"))

    (decision,) = found.decisions
    assert decision.layout is not None
    assert decision.layout.name == "commitment-allies"
    assert decision.tipped_by == ("commitment", "supporting_institutions")
    assert f"score {decision.score:.2f}" in PAGE
