"""What a suite's author did wrong is said with file, rule and remedy; nothing is dropped in silence."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import SuiteError, UsageError
from pipeline.validation import load_suites
from pipeline.validation.suites import read_suites
from pipeline.validation.texts import shipped_texts
from tests.validation.curated import held, named, sound, suites, tables

ROOT = Path(__file__).parents[2]
ENTRY: dict[str, Any] = {
    "type": "expect_column_to_be_filled",
    "kwargs": {"column": "responsible"},
    "severity": "warning",
    "meta": {"rule": "milestone.responsible.missing", "message": "{name} names no one", "remedy": "Ask.", "expected": "a person or body"},
}


def suite(*entries: object, **more: object) -> str:
    return json.dumps({"name": "mine", "meta": {"table": "milestones"}, "expectations": entries, **more})


def entry(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(ENTRY))
    change(made)
    return made


WRONG = {
    "unknown type": (lambda e: e.update(type="expect_miracles"), "no check of the type 'expect_miracles'"),
    "unknown severity": (lambda e: e.update(severity="fatal"), "severity is 'fatal'"),
    "no severity": (lambda e: e.pop("severity"), "severity is None"),
    "unknown column": (lambda e: e["kwargs"].update(column="colour"), "no column 'colour'"),
    "unknown column in a condition": (lambda e: e["kwargs"].update(unless={"colour": ["red"]}), "no column 'colour'"),
    "unknown column for the finding": (lambda e: e["meta"].update(column="colour"), "no column 'colour'"),
    "unknown argument": (lambda e: e["kwargs"].update(mostlyy=0.5), "mostlyy"),
    "argument of another kind": (lambda e: e["kwargs"].update(unless_filled=3), "unless_filled"),
    "missing argument": (lambda e: e.update(type="expect_text_to_have_words"), "fewest_words"),
    "unknown key": (lambda e: e.update(enabled=False), "enabled"),
    "unknown key in meta": (lambda e: e["meta"].update(owner="me"), "owner"),
    "no remedy": (lambda e: e["meta"].pop("remedy"), "lacks remedy"),
    "message naming no column": (lambda e: e["meta"].update(message="{colour}"), "names {colour}"),
    "a name that is none": (lambda e: e["meta"].update(rule="Responsible?"), "lower-case words"),
    "row that is none": (lambda e: e["meta"].update(row="country"), "row is 'country'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_entry_is_refused_with_its_file_rule_and_remedy(case: str) -> None:
    change, said = WRONG[case]

    with pytest.raises(SuiteError) as raised:
        read_suites({"mine.json": suite(entry(change))}, "here")

    assert raised.value.file == "mine.json"
    assert raised.value.rule
    assert said in raised.value.problem
    assert raised.value.hint
    assert raised.value.exit_code == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"name": "mine",}', "not JSON"),
        ("[]", "an object with a name"),
        (suite(), "always pass"),
        (suite(ENTRY, meta={"table": "colours"}), "no table 'colours'"),
        (suite(ENTRY, expectation=[]), "expectation"),
        (suite("milestone.title.missing"), "an object with type"),
        (suite(ENTRY, ENTRY), "there twice"),
    ],
)
def test_a_wrong_file_is_refused(text: str, said: str) -> None:
    with pytest.raises(SuiteError, match=said):
        read_suites({"mine.json": text}, "here")


def test_a_rule_that_another_file_has_already_is_refused() -> None:
    with pytest.raises(SuiteError, match=r"also in a\.json"):
        read_suites({"a.json": suite(ENTRY), "b.json": suite(ENTRY, name="other")}, "here")


def test_a_folder_without_suites_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match="nothing would be checked"):
        load_suites(str(tmp_path))


def test_a_folder_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        load_suites(str(tmp_path / "expectations"))


def test_a_rule_of_ones_own_is_one_more_file(tmp_path: Path) -> None:
    for name, text in {**shipped_texts(), "mine.json": suite(ENTRY)}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    from pipeline.validation import validate
    from tests.validation.curated import NOW

    result = validate(tables([sound()]), load_suites(str(tmp_path)), now=NOW)

    assert {rule for rule, _ in named(result)} == {"milestone.responsible.missing"}
    assert len(result.findings) == 6


def test_as_many_rules_are_held_as_the_files_have() -> None:
    written = {(s["name"], e["meta"]["rule"]) for s in map(json.loads, shipped_texts().values()) for e in s["expectations"]}

    held_rules = {(c["suite"], c["rule"]) for c in held(sound()).checks.to_pylist()}

    assert held_rules == written


def test_the_suites_of_the_package_are_those_of_the_repository() -> None:
    of_repository = {f.name: f.read_text(encoding="utf-8") for f in (ROOT / "expectations").glob("*.json")}

    assert shipped_texts() == of_repository


def test_the_digest_changes_with_the_suites() -> None:
    changed = {**shipped_texts(), "mine.json": suite(ENTRY)}

    assert read_suites(shipped_texts(), "here").digest == suites().digest != read_suites(changed, "here").digest


def test_every_rule_is_in_the_documentation_with_its_severity() -> None:
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")

    assert [rule.name for rule in suites().rules if f"| `{rule.name}` | {rule.severity} |" not in page] == []


def test_nothing_that_does_not_validate_imports_great_expectations() -> None:
    code = "import pipeline.validation, pipeline.sinks, sys; sys.exit('great_expectations' in sys.modules or 'pandas' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_the_shipped_suites_load_in_a_process_that_has_loaded_nothing_else() -> None:
    call = [sys.executable, "-c", "from pipeline.validation import load_suites; print(len(load_suites(None).rules))"]

    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(suites().rules)
