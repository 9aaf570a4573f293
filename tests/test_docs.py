"""What the documentation shows is true: its commands run, its Python runs, what is derived is current, the site asks nothing of other machines."""

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline import cli
from tests.archives import ROOT, lay_out, ogp_etl

DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md"])
NOT_OURS = {
    "cd",
    "git",
    "make",
    "npm",
    "node",
    "npx",
    "pip",
    "python",
    "python3",
    "source",
    "pre-commit",
    "mkdocs",
    ".venv/bin/pip",
    ".venv/bin/python",
    "docker",
}
MEANT = {
    "FILE": "report.docx",
    "REPORT_ID": "isl-2022-2024-end_of_term",
    "TABLE": "milestones",
    "DIR": "new-place",
    "N": "2",
    "DOCUMENT": "draft/report.docx",
    "ROOT": ".",
    "…": "csv",
}
_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`(?P<command>ogp-etl [^`\n ]+ [^`\n]+)`")  # `ogp-etl show` alone is a name, no call
_EXAMPLE = re.compile(r"^ +(?P<command>ogp-etl .*)$", re.MULTILINE)


def load(name):
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(page, *languages):
    return [m["body"] for m in _FENCE.finditer(page.read_text(encoding="utf-8")) if m["language"] in languages]


def shown():
    """Return every call of ogp-etl that a page or a command's own help shows, with where it stands."""
    found = {}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = [line for block in blocks(page, "sh", "console", "bash", "shell") for line in block.splitlines()]
        for line in [*lines, *(m["command"] for m in _SPAN.finditer(text))]:
            found.setdefault(line.removeprefix("$ ").strip(), page.name)
    for name in cli.cli.list_commands(None):
        command = cli.cli.get_command(None, name)
        for match in _EXAMPLE.finditer(command.help or ""):
            found.setdefault(match["command"].strip(), f"ogp-etl {name} --help")
    return found


def calls():
    ours = {}
    for line, place in shown().items():
        for part in re.split(r"\s*(?:&&|\|)\s*", line.split(" #")[0]):
            if part.startswith("ogp-etl "):
                ours.setdefault(part, place)
    return sorted(ours.items())


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Lay out what the commands speak of: an archive with the example and two countries, and files to read."""
    world = tmp_path_factory.mktemp("world")
    lay_out(world)
    (world / "raw" / "draft").mkdir()
    shutil.copy(world / "raw" / "ghana-draft.docx", world / "raw" / "draft" / "report.docx")
    (world / "raw" / "ghana-draft.docx").unlink()
    shutil.copy(world / "raw" / "mongolia.docx", world / "raw" / "report.docx")
    (world / "raw" / "mongolia.docx").unlink()
    (world / "Downloads").mkdir()
    for copy in (world / "report.docx", world / "Downloads" / "report.docx"):
        shutil.copy(world / "raw" / "report.docx", copy)
    (world / "my-words" / "en").mkdir(parents=True)
    (world / "my-layouts").mkdir()
    pipeline.run(pipeline.open_store(str(world)), options=pipeline.batch.Options(workers=1))
    ogp_etl("validate", "--fail-on", "never", "--output", "json=findings.json", cwd=world)
    (world / "my-reports").symlink_to(world, target_is_directory=True)
    return world


def words_of(call, world):
    """Return a call's arguments as a shell would give them, with places of this world; and the file that stdout goes to."""
    before, _, output = call.partition(" > ")
    words = [MEANT.get(word, word) for word in shlex.split(before)[1:]]
    words = [word.replace("~", str(world)) if word.startswith("~") else word for word in words]
    return [re.sub(r"s3://bucket/\w+", str(world), word) for word in words], output.strip() or None


@pytest.mark.parametrize(("call", "place"), calls())
def test_a_command_that_is_shown_works(call, place, world, tmp_path, monkeypatch, capfd):
    if call.split()[1] in ("run", "withdraw", "prune"):  # they change the archive: each has a copy of it
        shutil.copytree(world, tmp_path / "world", symlinks=True, ignore=shutil.ignore_patterns("my-reports"))
        world = tmp_path / "world"
    words, output = words_of(call, world)
    if words[0] == "init":
        world = tmp_path
    monkeypatch.chdir(world)
    monkeypatch.setenv("HOME", str(world))
    monkeypatch.setenv("BROWSER", "true")  # what `--open` would open

    code = cli.call(words)

    printed = capfd.readouterr()
    assert code in (0, 1, 3), f"{place}: {call}\n{printed.err}"
    assert printed.out or output or words[0] == "withdraw" or "--help" in words, f"{place}: {call} prints nothing"


def test_each_command_is_shown_in_its_help_and_on_a_page():
    names = set(cli.cli.list_commands(None))
    lines = shown()

    on_pages = {line.split()[1] for line, place in lines.items() if line.startswith("ogp-etl ")}
    assert names <= on_pages
    assert all("Example:" in (cli.cli.get_command(None, name).help or "") for name in names)


def test_other_programs_that_are_shown_are_known_ones():
    """What belongs to this repository besides ogp-etl are make's targets: they exist."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for line, place in shown().items():
        for part in re.split(r"\s*(?:&&|\|)\s*", line.split(" #")[0]):
            program, *rest = part.split() or [""]
            if program == "make":
                assert {word for word in rest if "=" not in word and not word.startswith("-")} <= targets, f"{place}: {line}"
            assert not program or program in NOT_OURS or program.endswith("ogp-etl"), f"{place}: {line}"


@pytest.mark.parametrize("page", ["tables", "api"])
def test_python_that_is_shown_runs(page, world, monkeypatch):
    monkeypatch.chdir(world)
    names = {"__name__": "__main__"}

    for block in blocks(DOCS / f"{page}.md", "python"):
        exec(compile(block, page, "exec"), names)

    assert names


def test_the_api_page_names_everything_public():
    text = (DOCS / "api.md").read_text(encoding="utf-8")

    assert [name for name in pipeline.__all__ if f"`{name}" not in text] == []


def test_the_dictionary_is_current():
    assert (DOCS / "dictionary.md").read_text(encoding="utf-8") == load("make").dictionary(), "run `python docs/make.py`"


def test_the_tutorial_page_shows_the_notebook():
    make = load("make")

    page = blocks(DOCS / "tutorial.md", "python")
    notebook = [body for is_prose, body in make.cells((DOCS / "tutorial.py").read_text(encoding="utf-8")) if not is_prose]
    assert [block.strip() for block in page] == notebook, "run `python docs/make.py ROOT` with Mongolia's report at ROOT"


def test_the_tutorial_answers_for_other_archives(world):
    make = load("make")

    answers = [printed for is_prose, _, printed in make.run((DOCS / "tutorial.py").read_text(encoding="utf-8"), str(world)) if not is_prose]

    assert len([answer for answer in answers if answer]) == 12
    assert "green milestones" in answers[3]


@pytest.mark.skipif("OGP_ETL_CASES" not in os.environ, reason="needs Mongolia's report: OGP_ETL_CASES names the folder of cases")
def test_the_tutorials_answers_are_mongolias(tmp_path):
    source = Path(os.environ["OGP_ETL_CASES"]) / "mongolia-2021-2023" / "report.docx"
    (tmp_path / "raw").mkdir()
    shutil.copy(source, tmp_path / "raw" / "report.docx")
    pipeline.run(pipeline.open_store(str(tmp_path)))

    assert (DOCS / "tutorial.md").read_text(encoding="utf-8") == load("make").tutorial(str(tmp_path))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pytest.importorskip("material", reason="make check installs mkdocs-material")
    site = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    made = subprocess.run(build, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return site


def test_the_site_loads_nothing_from_elsewhere(site):
    loads = re.compile(
        r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//|<link\b[^>]*\bhref=["']?(?:https?:)?//|url\(["']?(?:https?:)?//|@import"""
    )

    found = [f"{f.name}: {m.group()}" for f in site.rglob("*") if f.suffix in (".html", ".css", ".svg") for m in loads.finditer(f.read_text("utf-8"))]
    assert found == []
    assert [f.name for f in site.rglob("*.js") if "unpkg.com" in f.read_text("utf-8")] == []


def test_every_page_is_in_the_site(site):
    assert {f.stem for f in DOCS.rglob("*.md")} <= {f.stem for f in site.rglob("*.html")}
