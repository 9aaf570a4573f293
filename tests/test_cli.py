"""The command: exit codes, stdout for results and stderr for messages, an example for every command."""

import json
import subprocess
import sys

import pytest

from pipeline.cli import call, cli
from tests.hostile import packages

COMMANDS = cli.list_commands(None)
NOTHING_WRONG = 0
ID = "gha-2021-2023-end_of_term"


def good(number=3, missing=False):
    rows = [packages.milestone(n) for n in range(1, number + 1)]
    if missing:
        rows[0] = (*rows[0][:5], packages.cell("").replace("<w:r><w:t></w:t></w:r>", ""))
        rows[0] = (rows[0][0], rows[0][1], rows[0][2].replace("92D050", "FF0000"), *rows[0][3:])
    return packages.package(packages.document_xml(packages.report(rows=rows)))


@pytest.fixture
def root(tmp_path, monkeypatch):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/good.docx").write_bytes(good())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_shows_an_example(name, capsys):
    assert call([name, "--help"]) == 0

    said = capsys.readouterr().out
    assert "Example:" in said
    assert f"ogp-etl {name}" in said


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from pipeline.cli import call; call(['--help']); call(['run', '--help']);"
        "print([m for m in ('pyarrow', 'pandas', 'rich', 'great_expectations', 'fsspec', 'docx') if m in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr.strip() == "[]"


def test_a_run_prints_findings_to_stdout_and_what_became_of_documents_to_stderr(root, capsys):
    code = call(["run", "--workers", "1", "--format", "json"])

    said = capsys.readouterr()
    assert code == NOTHING_WRONG
    assert isinstance(json.loads(said.out)["findings"], list)
    assert f"good.docx: current: {ID}" in said.err


def test_open_critical_findings_exit_1_and_those_below_fail_on_do_not(root, capsys):
    (root / "raw/good.docx").write_bytes(good(missing=True))

    assert call(["run", "--workers", "1"]) == 1
    assert call(["run", "--fail-on", "never"]) == 0
    assert call(["validate"]) == 1
    assert "milestone.next_steps.missing" in capsys.readouterr().out


def test_a_quarantined_document_exits_3_also_when_nothing_is_new(root, capsys):
    (root / "raw/bad.docx").write_bytes(good()[:700])

    assert [call(["run", "--workers", "1"]), call(["run"])] == [3, 3]
    assert "still in quarantine: damaged: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "--root", "/nowhere/at/all"],
        ["run", "--raw", "/nowhere/at/all"],
        ["run", "nowhere.docx"],
        ["run", "--fail-on", "sometimes"],
        ["validate"],
        ["show", "no-such-report"],
        ["diff", "no-such-report"],
        ["schema", "no_such_table"],
        ["withdraw", "no-such.docx"],
        ["no-such-command"],
        ["prune"],
    ],
)
def test_a_wrong_call_exits_2_and_says_why(root, arguments, capsys):
    assert call(arguments) == 2
    assert capsys.readouterr().err.strip()


def test_a_fault_of_the_pipeline_exits_4(root, monkeypatch, capsys):
    from pipeline import batch

    monkeypatch.setattr(batch, "find_offers", lambda *_: 1 / 0)

    assert call(["run"]) == 4
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_findings_go_to_files_as_well(root):
    assert call(["run", "--workers", "1", "--output", f"json={root}/out/findings.json", "--output", f"sarif={root}/findings.sarif"]) == 0

    assert "findings" in json.loads((root / "out/findings.json").read_text())
    assert json.loads((root / "findings.sarif").read_text())["version"] == "2.1.0"


def test_show_prints_every_milestone_of_the_matrix(root, capsys):
    call(["run", "--workers", "1"])
    capsys.readouterr()

    assert call(["show", ID]) == 0

    said = capsys.readouterr().out
    assert "Ghana, 2021–2023, end of term" in said
    assert all(f" {n} " in said for n in (1, 2, 3))


def test_inspect_writes_nothing_and_shows_headings_and_fields(root, capsys):
    before = sorted(root.rglob("*"))

    assert call(["inspect", "raw/good.docx"]) == 0

    said = capsys.readouterr().out
    assert sorted(root.rglob("*")) == before
    assert "Next steps" in said
    assert "next_steps" in said


def test_inspect_of_a_file_that_cannot_be_read_exits_3(root, capsys):
    (root / "bad.docx").write_bytes(b"not a document")

    assert call(["inspect", "bad.docx"]) == 3
    assert "unknown_format" in capsys.readouterr().err


def test_schema_tells_each_column_of_a_table(capsys):
    assert call(["schema", "milestones"]) == 0
    assert "What the government says it will do next." in capsys.readouterr().out


def test_init_lays_out_a_project_that_runs_and_keeps_what_is_there(tmp_path, capsys):
    (tmp_path / "new/expectations").mkdir(parents=True)
    (tmp_path / "new/expectations/milestones.json").write_text("mine")

    assert call(["init", str(tmp_path / "new")]) == 0

    assert {p.name for p in (tmp_path / "new").iterdir()} == {"raw", "staged", "curated", "expectations"}
    assert (tmp_path / "new/expectations/milestones.json").read_text() == "mine"
    assert (tmp_path / "new/expectations/reports.json").exists()


def test_withdraw_takes_a_document_out_by_its_path(root, capsys):
    call(["run", "--workers", "1"])

    assert call(["withdraw", "raw/good.docx"]) == 0
    assert call(["show", ID]) == 2
