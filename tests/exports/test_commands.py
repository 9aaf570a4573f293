"""`export` and `letter` write where they are told, and say where."""

from pathlib import Path

import docx
import pytest

from pipeline.cli import call
from tests.archives import archive_of

REPORT = {"report_id": "mng-2021-2023-end_of_term", "title": "Self-assessment", "country": "Mongolia"}
FINDING = {
    "report_id": REPORT["report_id"],
    "finding_id": "f1",
    "rule": "milestone.rating.missing",
    "severity": "critical",
    "table": "milestones",
    "row_id": f"{REPORT['report_id']}/m1",
    "status": "open",
}
MILESTONE = {
    "report_id": REPORT["report_id"],
    "milestone_id": FINDING["row_id"],
    "milestone_number": "1",
    "title": "Publish contracts",
    "position": 0,
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    archive_of(tmp_path, reports=[REPORT], milestones=[MILESTONE], findings=[FINDING])
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("format_", ["csv", "xlsx", "json", "duckdb", "sqlite"])
def test_export_names_what_it_wrote(root, capsys, format_):
    assert call(["export", "--format", format_]) == 0

    assert Path(capsys.readouterr().out.strip()).exists()


def test_export_writes_where_it_is_told(root, capsys):
    assert call(["export", "--format", "json", "--to", "deep/down/all.json"]) == 0

    assert capsys.readouterr().out == "deep/down/all.json\n"
    assert (root / "deep/down/all.json").exists()


def test_letter_is_written_twice(root, capsys):
    code = call(["letter", REPORT["report_id"], "--to", "letters"])

    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert [p.name for p in written] == [f"{REPORT['report_id']}-letter.docx", f"{REPORT['report_id']}-letter.md"]
    assert "Publish contracts" in written[1].read_text(encoding="utf-8")
    assert any("Publish contracts" in p.text for p in docx.Document(str(written[0])).paragraphs)


def test_letter_about_an_unknown_report_names_those_that_are_near(root, capsys):
    code = call(["letter", "mng-2021-2023-midterm"])

    assert code == 2
    assert REPORT["report_id"] in capsys.readouterr().err
