"""What is shipped and what it needs: the wheel, the dependencies, the constraints, the set-up files."""

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAME = re.compile(r"^[A-Za-z0-9._-]+")
IMPORTED_AS = {
    "python-docx": "docx",
    "cffi": "_cffi_backend",
    "pillow": "PIL",
    "great-expectations": "great_expectations",
    "vl-convert-python": "vl_convert",
}
LOADED_BY_NAME = {"vl-convert-python"}  # altair draws with it
BROUGHT = {"botocore": "s3fs", "boto3": "moto", "dask": "distributed", "pdfminer": "pdfplumber", "markupsafe": "jinja2"}
"""Modules that a declared package always brings with it."""


def packages(requirements: list[str]) -> set[str]:
    """Return the names of requirements, without the project itself."""
    names = {match[0].lower().replace("_", "-") for r in requirements if (match := NAME.match(r))}
    return names - {PROJECT["name"]}


def declared(*extras: str) -> set[str]:
    """Return the packages that the project needs with these extras."""
    return packages(PROJECT["dependencies"]).union(*(packages(PROJECT["optional-dependencies"][e]) for e in extras))


def module_of(package: str) -> str:
    return IMPORTED_AS.get(package, package.replace("-", "_"))


def modules(needed: set[str]) -> set[str]:
    """Return what may be imported where these packages are installed."""
    return {module_of(p) for p in needed} | {module for module, package in BROUGHT.items() if package in needed}


@cache
def imported(folder: str) -> set[str]:
    """Return the top-level names, neither ours nor Python's, that the modules of a folder import."""
    ours = {"pipeline", "tests", *(f.stem for f in (ROOT / "benchmarks").glob("_*.py"))}
    names = {name for file in (ROOT / folder).rglob("*.py") for name in _imports(ast.parse(file.read_text(encoding="utf-8")))}
    return names - ours - set(sys.stdlib_module_names)


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_every_import_of_the_package_is_declared():
    assert imported("pipeline") - modules(declared("s3", "cluster", "analysis")) == set()


def test_every_declared_dependency_is_imported():
    assert {p for p in declared("analysis") if module_of(p) not in imported("pipeline")} - LOADED_BY_NAME == set()


@pytest.mark.parametrize("folder", ["tests", "benchmarks"])
def test_every_import_of_tests_and_benchmarks_is_in_the_test_extra(folder: str):
    assert imported(folder) - modules(declared("s3", "cluster", "analysis", "test")) == set()


def test_every_dependency_says_why_it_is_here():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("dependencies = [")[2].partition("\n]")[0].strip().splitlines()

    assert [line for line in lines if " # " not in line] == []


def test_constraints_are_versions_alone():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split("\n")

    assert [line for line in lines if line and not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!-]+", line)] == []


def test_constraints_name_every_dependency():
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").split()}

    assert declared("s3", "cluster", "analysis", "test", "dev") - pinned == set()


def test_the_command_is_installed():
    (entry,) = [e for e in metadata.entry_points(group="console_scripts") if e.name == "ogp-etl"]

    assert entry.value == "pipeline.cli:main"


def test_links_in_the_package_lead_to_the_files_of_the_checkout():
    package = Path(str(resources.files("pipeline")))
    if package.parent != ROOT:
        pytest.skip("the package is installed from a wheel: it has the files themselves")

    links = [link for folder in ("suites", "example") for link in (package / folder).iterdir() if link.is_symlink()]

    assert {link.resolve() for link in links} == {*ROOT.glob("expectations/*.json"), *ROOT.glob("raw/example-*")}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel with the tools at hand; without a registry it can't be built in isolation."""
    if not any(d.name == "setuptools" and int(d.version.split(".")[0]) >= 77 for d in metadata.distributions()):
        pytest.skip("setuptools 77 or newer isn't installed here: `make build` builds the wheel in isolation")
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "pipeline", "expectations", "raw", "pyproject.toml", "README.md", "LICENSE"],
        check=False,
        capture_output=True,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in listed.stdout.decode().rstrip("\0").split("\0"):
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).exists():
            shutil.copyfile(ROOT / name, path, follow_symlinks=False)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", out, source]
    subprocess.run(command, check=True, capture_output=True)
    return zipfile.ZipFile(next(out.glob("*.whl")))


def test_the_wheel_holds_words_layouts_suites_and_the_example(wheel: zipfile.ZipFile):
    names = set(wheel.namelist())
    expected = {f"pipeline/{p.relative_to(ROOT / 'pipeline').as_posix()}" for p in (ROOT / "pipeline").rglob("*.toml")}
    expected |= {f"pipeline/suites/{p.name}" for p in ROOT.glob("expectations/*.json")} | {
        f"pipeline/example/{p.name}" for p in ROOT.glob("raw/example-*")
    }
    expected |= {"pipeline/py.typed"}

    assert expected - names == set()


def test_the_wheel_holds_the_suites_themselves_not_links(wheel: zipfile.ZipFile):
    for path in ROOT.glob("expectations/*.json"):
        assert json.loads(wheel.read(f"pipeline/suites/{path.name}")) == json.loads(path.read_text(encoding="utf-8"))


def test_the_wheel_holds_the_package_alone(wheel: zipfile.ZipFile):
    tops = {name.partition("/")[0] for name in wheel.namelist()}

    assert {t for t in tops if not t.endswith(".dist-info")} == {"pipeline"}


def test_every_target_of_the_makefile_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (?P<names>.*)$", makefile, re.MULTILINE)
    assert phony is not None

    assert [name for name in phony["names"].split() if not re.search(rf"^{name}:.* ## ", makefile, re.MULTILINE)] == []


def test_importing_the_package_loads_no_library():
    heavy = ("pyarrow", "pandas", "great_expectations", "pypdfium2", "docx", "lxml")
    code = f"import sys, pipeline.cli; print([m for m in {heavy!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "[]"
