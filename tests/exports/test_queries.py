"""A query reads the tables of one snapshot and nothing else."""

import csv
import io
import subprocess
import sys

import pytest

from pipeline.cli import call
from pipeline.errors import UsageError
from pipeline.exports.queries import ask
from tests.archives import archive_of

MILESTONES = [
    {"report_id": "mng", "milestone_id": "mng/m1", "position": 0, "rating": "green", "title": "Publish \x1b[31mcontracts"},
    {"report_id": "mng", "milestone_id": "mng/m2", "position": 1},
]
REACHING_OUT = (
    "SELECT * FROM read_text('{file}')",
    "SELECT * FROM '{file}'",
    "SELECT * FROM read_csv('{file}')",
    "SELECT * FROM glob('{folder}/*')",
    "SELECT * FROM read_parquet('http://localhost:1/x.parquet')",
    "SELECT * FROM parquet_scan('{folder}/curated/milestones.parquet')",
    "SELECT * FROM sniff_csv('{file}')",
    "WITH x AS (SELECT content FROM read_blob('{file}')) SELECT * FROM x",
)
NO_QUESTIONS = (
    "DROP VIEW milestones",
    "CREATE TABLE x AS SELECT 1",
    "COPY milestones TO '{file}'",
    "ATTACH '{file}'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "EXPORT DATABASE '{folder}'",
    "PRAGMA enable_profiling",
    "CALL duckdb_settings()",
    "INSERT INTO milestones SELECT * FROM milestones",
    "SELECT 1; SELECT 2",
    "",
    "-- nothing",
    "SELEC 1",
)
secret = "a variable of the program"


@pytest.fixture
def snapshot(tmp_path):
    return archive_of(tmp_path, milestones=MILESTONES)


@pytest.fixture
def root(snapshot, tmp_path):
    return str(tmp_path)


def test_a_table_is_there_under_its_name(snapshot):
    assert ask(snapshot, "SELECT rating, count(*) AS n FROM milestones GROUP BY ALL ORDER BY n, rating").to_pylist() == [
        {"rating": "green", "n": 1},
        {"rating": None, "n": 1},
    ]


def test_an_empty_table_has_its_columns(snapshot):
    assert ask(snapshot, "FROM comments").column_names[:2] == ["report_id", "comment_id"]


def test_every_table_is_listed(snapshot):
    assert "milestones" in ask(snapshot, "SHOW TABLES")["name"].to_pylist()


def test_a_code_may_be_replaced_by_a_word_of_ones_own(snapshot):
    answer = ask(snapshot, "SELECT coalesce(rating, 'not rated') AS rating FROM milestones ORDER BY position")

    assert answer["rating"].to_pylist() == ["green", "not rated"]


@pytest.mark.parametrize("sql", REACHING_OUT)
def test_a_query_reaches_no_file_and_no_network(snapshot, tmp_path, sql):
    file = tmp_path / "file.txt"
    file.write_text("secret")

    with pytest.raises(UsageError, match=r"disabled|does not exist"):
        ask(snapshot, sql.format(file=file, folder=tmp_path))


@pytest.mark.parametrize("sql", NO_QUESTIONS)
def test_what_is_no_single_question_is_refused(snapshot, tmp_path, sql):
    before = sorted(p.name for p in tmp_path.rglob("*"))

    with pytest.raises(UsageError):
        ask(snapshot, sql.format(file=tmp_path / "out", folder=tmp_path / "out"))

    assert sorted(p.name for p in tmp_path.rglob("*")) == before


def test_a_name_is_never_a_variable_of_the_program(snapshot):
    with pytest.raises(UsageError, match="secret does not exist"):
        ask(snapshot, "SELECT * FROM secret")


def test_a_name_that_almost_fits_is_answered_with_the_one_meant(snapshot):
    with pytest.raises(UsageError, match='Did you mean "milestones"'):
        ask(snapshot, "SELECT * FROM reports JOIN milestonez USING (report_id)")


def test_the_command_prints_a_table(root, capsys):
    code = call(["query", "SELECT rating, title FROM milestones ORDER BY position", "--root", root])

    printed = capsys.readouterr()
    assert code == 0
    assert [line.split() for line in printed.out.splitlines()][2:] == [["green", "Publish", "[31mcontracts"], ["null", "null"]]
    assert printed.err == "2 rows\n"


def test_the_command_writes_csv(root, capsys):
    code = call(["query", "--csv", "SELECT milestone_id, rating, [1, 2] AS list, true AS yes FROM milestones ORDER BY 1", "--root", root])

    assert code == 0
    assert list(csv.reader(io.StringIO(capsys.readouterr().out))) == [
        ["milestone_id", "rating", "list", "yes"],
        ["mng/m1", "green", "1\n2", "true"],
        ["mng/m2", "", "1\n2", "true"],
    ]


@pytest.mark.parametrize("sql", ["SELECT * FROM nowhere", "DROP TABLE milestones", "SELECT"])
def test_a_wrong_query_exits_2_and_says_why(root, capsys, sql):
    code = call(["query", sql, "--root", root])

    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert printed.err.startswith("Error: ")


@pytest.mark.parametrize("arguments", [["query", "SELECT 1"], ["export", "--format", "json"]])
def test_an_archive_without_tables_exits_2(tmp_path, capsys, arguments):
    assert call([*arguments, "--root", str(tmp_path)]) == 2
    assert "Run `ogp-etl run` first." in capsys.readouterr().err


def test_a_reader_that_stops_early_is_no_fault(tmp_path):
    archive_of(tmp_path, milestones=MILESTONES)
    call = [sys.executable, "-m", "pipeline.cli", "query", "--csv", "SELECT range FROM range(200000)", "--root", str(tmp_path)]

    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as asked:
        first = asked.stdout.readline()
        asked.stdout.close()
        complaint = asked.stderr.read()

    assert (first, asked.returncode, complaint) == ("range\n", 0, "")
