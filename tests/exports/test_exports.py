"""Every format holds every row, typed, with what is missing missing."""

import csv
import json
import sqlite3
from datetime import date

import duckdb
import openpyxl
import pytest
from frictionless import Package

from pipeline.errors import UsageError
from pipeline.exports import NAMES, export
from pipeline.exports.xlsx_ import CELL_UNITS, shortened
from pipeline.tables import TABLES
from tests.archives import NOW, archive_of

REPORT = {
    "report_id": "mng",
    "country": "Mongolia",
    "period_start_year": 2021,
    "date_prepared": date(2023, 8, 15),
    "title": "NA",
    "document_id": "a" * 64,
    "source_pages": (1, 2),
}
MILESTONE = {
    "report_id": "mng",
    "milestone_id": "mng/m1",
    "milestone_number": "1",
    "position": 0,
    "rating": "green",
    "rating_fill": "00B050",
    "percent_complete": 62.5,
    "evidence": "First line\nsecond, “quoted” line",
    "corrected": ("rating", "title"),
}
COMMENT = {"report_id": "mng", "comment_id": "mng/m1/k1", "position": 0, "text": "=1+1", "asks_reevaluation": False, "proposed_rating": "red"}
SUBMISSION = {"document_id": "a" * 64, "source_path": "r.docx", "status": "current", "received_at": NOW, "processed_at": NOW}
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://example.org")', "http://example.org", "{=1}")


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    bare = {"report_id": "mng", "milestone_id": "mng/m2", "position": 1}
    return archive_of(
        tmp_path_factory.mktemp("archive"), reports=[REPORT], milestones=[MILESTONE, bare], comments=[COMMENT], submissions=[SUBMISSION]
    )


@pytest.mark.parametrize("format_", NAMES)
def test_an_archive_without_rows_can_be_exported(tmp_path, format_):
    place, notes = export(archive_of(tmp_path / "archive"), format_, tmp_path / "out")

    assert place.exists()
    assert notes == ()


@pytest.mark.parametrize("format_", ["csv", "xlsx", "json", "sqlite"])
def test_the_same_snapshot_gives_the_same_bytes(snapshot, tmp_path, format_):
    one, two = (export(snapshot, format_, tmp_path / name)[0] for name in ("one", "two"))

    contents = [sorted((f.name, f.read_bytes()) for f in place.iterdir()) if place.is_dir() else place.read_bytes() for place in (one, two)]
    assert contents[0] == contents[1]


def test_two_duckdb_files_of_a_snapshot_hold_the_same_rows(snapshot, tmp_path):
    contents = []
    for name in ("one", "two"):
        with duckdb.connect(str(export(snapshot, "duckdb", tmp_path / name)[0]), read_only=True) as connection:
            contents.append([connection.sql(f"SELECT * FROM {table}").to_arrow_table() for table in TABLES])

    assert contents[0] == contents[1]


def test_csv_leaves_fields_empty_where_a_value_is_missing(snapshot, tmp_path):
    place, _ = export(snapshot, "csv", tmp_path / "out")

    with (place / "milestones.csv").open(encoding="utf-8", newline="") as file:
        full, bare = csv.DictReader(file)
    assert (full["rating"], full["percent_complete"], full["evidence"], full["corrected"]) == (
        "green",
        "62.5",
        MILESTONE["evidence"],
        "rating\ntitle",
    )
    assert {k for k, v in bare.items() if v} == {"report_id", "milestone_id", "position"}


def test_csv_says_how_many_fields_a_spreadsheet_might_run(snapshot, tmp_path):
    place, notes = export(snapshot, "csv", tmp_path / "out")

    assert notes[0].startswith("1 fields begin with =")
    assert "1 fields begin with =" in (place / "READ-ME.txt").read_text(encoding="utf-8")
    assert ",=1+1," in (place / "comments.csv").read_text(encoding="utf-8")


def test_csv_is_a_data_package_whose_types_hold(snapshot, tmp_path):
    place, _ = export(snapshot, "csv", tmp_path / "out")

    report = Package(place / "datapackage.json").validate()

    assert report.valid, report.flatten(["message"])
    assert sorted(r.path for r in Package(place / "datapackage.json").resources) == sorted(f"{t}.csv" for t in TABLES)


def test_a_csv_folder_keeps_what_else_lies_in_it(snapshot, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")

    export(snapshot, "csv", tmp_path / "out")
    export(snapshot, "csv", tmp_path / "out")

    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".export")] == []


def test_json_has_null_lists_and_iso_times(snapshot, tmp_path):
    place, _ = export(snapshot, "json", tmp_path / "out.json")

    tables = json.loads(place.read_text(encoding="utf-8"))["tables"]
    assert list(tables) == list(TABLES)
    assert tables["milestones"][0]["corrected"] == ["rating", "title"]
    assert tables["milestones"][1]["rating"] is None
    assert tables["reports"][0]["date_prepared"] == "2023-08-15"
    assert tables["submissions"][0]["received_at"] == "2026-01-02T03:04:05Z"


def test_duckdb_has_typed_columns_with_their_meaning(snapshot, tmp_path):
    place, _ = export(snapshot, "duckdb", tmp_path / "out.duckdb")

    with duckdb.connect(str(place), read_only=True) as connection:
        rating, evidence, corrected = connection.sql("SELECT rating, evidence, corrected FROM milestones ORDER BY position").fetchall()[1]
        described = dict(connection.sql("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'milestones'").fetchall())
        types = dict(connection.sql("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'reports'").fetchall())
    assert (rating, evidence, corrected) == (None, None, [])
    assert described["rating"].endswith("One of green, amber, red.")
    assert (types["date_prepared"], types["source_pages"], types["period_start_year"]) == ("DATE", "INTEGER[]", "SMALLINT")


def test_sqlite_answers_with_dates_and_nulls(snapshot, tmp_path):
    place, _ = export(snapshot, "sqlite", tmp_path / "out.sqlite")

    connection = sqlite3.connect(place)
    prepared, pages = connection.execute("SELECT date(date_prepared, '+1 day'), json_array_length(source_pages) FROM reports").fetchone()
    ratings = connection.execute("SELECT rating, typeof(rating), typeof(percent_complete) FROM milestones ORDER BY position").fetchall()
    (asks,) = connection.execute("SELECT asks_reevaluation FROM comments").fetchone()
    connection.close()
    assert (prepared, pages, asks) == ("2023-08-16", 2, 0)
    assert ratings == [("green", "text", "real"), (None, "null", "null")]


def test_xlsx_is_laid_out_as_by_hand(snapshot, tmp_path):
    place, _ = export(snapshot, "xlsx", tmp_path / "out.xlsx")

    book = openpyxl.load_workbook(place)
    sheet = book["milestones"]
    columns = {cell.value: cell for cell in sheet[1]}
    row = {name: sheet.cell(2, cell.column) for name, cell in columns.items()}
    assert sorted(book.sheetnames) == sorted(TABLES)
    assert all(s.freeze_panes == "A2" and s.auto_filter.ref for s in book)
    assert row["rating"].fill.fgColor.rgb == "FF92D050"
    assert row["rating_fill"].fill.fgColor.rgb == "FF00B050"
    assert row["corrected"].value == "rating\ntitle"
    assert row["evidence"].alignment.wrap_text
    assert columns["rating"].comment.text.startswith("The government's own assessment")
    assert (row["milestone_number"].value, row["percent_complete"].value) == ("1", 62.5)


def test_xlsx_has_real_dates_and_empty_cells(snapshot, tmp_path):
    place, _ = export(snapshot, "xlsx", tmp_path / "out.xlsx")

    book = openpyxl.load_workbook(place)
    reports = dict(zip(*([cell.value for cell in row] for row in book["reports"].iter_rows(max_row=2)), strict=True))
    submissions = dict(zip(*([cell.value for cell in row] for row in book["submissions"].iter_rows(max_row=2)), strict=True))
    bare = {cell.value for cell in book["milestones"][3]}
    assert reports["date_prepared"].isoformat() == "2023-08-15T00:00:00"
    assert submissions["received_at"].isoformat() == "2026-01-02T03:04:05"
    assert bare == {"mng", "mng/m2", 1, None}


def test_xlsx_never_takes_a_text_for_a_formula_or_a_link(tmp_path):
    rows = [COMMENT | {"comment_id": f"k{n}", "text": text} for n, text in enumerate(FORMULAS)]
    snapshot = archive_of(tmp_path / "archive", comments=rows)

    place, _ = export(snapshot, "xlsx", tmp_path / "out.xlsx")

    cells = [cell for row in openpyxl.load_workbook(place)["comments"].iter_rows(min_row=2) for cell in row if cell.value in FORMULAS]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(text, "s", None) for text in FORMULAS]


def test_xlsx_writes_a_day_before_its_calendar_as_text(tmp_path):
    snapshot = archive_of(tmp_path / "archive", reports=[REPORT | {"date_prepared": date(1823, 8, 15)}])

    place, _ = export(snapshot, "xlsx", tmp_path / "out.xlsx")

    assert "1823-08-15" in [c.value for c in openpyxl.load_workbook(place)["reports"][2]]


def test_a_text_longer_than_a_cell_is_cut_and_says_so(tmp_path):
    snapshot = archive_of(tmp_path / "archive", milestones=[MILESTONE | {"evidence": "😀" * 20_000}])

    place, notes = export(snapshot, "xlsx", tmp_path / "out.xlsx")

    (cell,) = (c for c in openpyxl.load_workbook(place)["milestones"][2] if str(c.value).startswith("😀"))
    assert cell.value.endswith("[cut here: a cell holds no more]")
    assert len(cell.value.encode("utf-16-le")) // 2 <= CELL_UNITS
    assert notes[0].startswith("1 texts are longer")


def test_a_text_that_just_fits_is_left_alone():
    assert shortened("x" * CELL_UNITS) == "x" * CELL_UNITS


def test_a_folder_gets_a_file_of_the_usual_name(snapshot, tmp_path):
    (tmp_path / "folder").mkdir()

    place, _ = export(snapshot, "json", tmp_path / "folder")

    assert place == tmp_path / "folder" / "self-assessments.json"


def test_a_place_that_cannot_be_written_is_named(snapshot, tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(UsageError, match="can't be written"):
        export(snapshot, "json", tmp_path / "file" / "out.json")


def test_an_older_export_is_replaced_whole(snapshot, tmp_path):
    (tmp_path / "out.sqlite").write_text("old")

    export(snapshot, "sqlite", tmp_path / "out.sqlite")

    assert (tmp_path / "out.sqlite").read_bytes().startswith(b"SQLite format 3")
