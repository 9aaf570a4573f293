"""What each sink gives: the same findings, for a terminal, a program, a CI system."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from io import BytesIO

import pyarrow.parquet as pq
import pytest

from pipeline import sinks
from pipeline.errors import UsageError
from pipeline.tables import Severity
from pipeline.validation import Acceptance, ValidationResult
from tests.validation.curated import NOW, REPORT, changed, held, sound

FILES = {"d" * 64: "raw/a report, 1.docx"}


@pytest.fixture(scope="module")
def result() -> ValidationResult:
    draft = changed()
    for number in ("1", "2", "3"):
        draft.milestone(number)["next_steps"] = None
    draft.milestone("4")["reasons"] = None
    draft.milestone("5")["title"] = "Publish <b>100 %</b> of | 2022\nfor all"
    draft.milestone("5")["evidence"] = "Done in 2022."
    draft.milestone("6")["next_steps"] = None
    accepted = Acceptance(rule="milestone.next_steps.missing", row=f"{REPORT}/m6", reason="Merged.", until=date(2027, 1, 1))
    return held(draft, accepted=[accepted])


@pytest.fixture(scope="module")
def clean() -> ValidationResult:
    return held(sound())


def test_text_groups_by_report_and_rule_worst_first_with_two_examples_and_counts(result: ValidationResult) -> None:
    lines = sinks.render("text", result).splitlines()

    assert lines[0] == REPORT
    assert lines[1] == "  critical  milestone.next_steps.missing  3 findings"
    assert lines[2].startswith("    Milestone 1 has no next steps") and lines[3].startswith("    Milestone 2")
    assert lines[4] == "    … and 1 more"
    assert [line.split()[0] for line in lines if line.startswith("  ") and not line.startswith("   ")] == ["critical", "warning", "info"]
    assert lines[-1].startswith("5 findings: 3 critical, 1 warning, 1 info; 1 accepted. 47 checks: ")
    assert "without rows" in lines[-1]


def test_text_is_coloured_on_a_terminal_only(result: ValidationResult) -> None:
    assert "\x1b[" not in sinks.render("text", result)
    assert "\x1b[31;1mcritical\x1b[0m" in sinks.render("text", result, colour=True)


def test_json_holds_every_finding_and_check_whole(result: ValidationResult) -> None:
    content = json.loads(sinks.render("json", result))

    assert len(content["findings"]) == 6
    assert content["findings"][0]["first_seen"] == NOW.isoformat()
    assert {c["status"] for c in content["checks"]} == {"passed", "failed", "not_run"}


def test_github_gives_one_annotation_a_rule_with_its_signs_escaped(result: ValidationResult) -> None:
    lines = sinks.render("github", result, files=FILES).splitlines()

    assert lines[0].startswith("::error file=raw/a report%2C 1.docx,title=milestone.next_steps.missing%3A 3 findings::Milestone 1 has")
    assert f"%0A… and 2 more: {REPORT}/m2, {REPORT}/m3" in lines[0]
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::error", "::warning", "::notice"]


def test_the_summary_is_markdown_that_a_reports_text_cannot_break(result: ValidationResult) -> None:
    text = sinks.summary(result)

    assert f"| {REPORT.replace('_', chr(92) + '_')} | 3 | 1 | 1 |" in text
    assert "<b>" not in text


def test_junit_fails_at_the_severity_asked_for_and_skips_what_had_no_rows(result: ValidationResult) -> None:
    critical = ET.fromstring(sinks.render("junit", result))
    warning = ET.fromstring(sinks.render("junit", result, fail_on=Severity.WARNING))
    never = ET.fromstring(sinks.render("junit", result, fail_on=None))

    assert [root.get("failures") for root in (critical, warning, never)] == ["1", "2", "0"]
    assert critical.get("tests") == "47"
    assert critical.get("errors") == "0"
    assert int(critical.get("skipped") or 0) > 0


def test_what_could_not_run_is_an_error_in_every_format(clean: ValidationResult) -> None:
    broken = replace(clean, not_run=("content.unmapped on unmapped: the table unmapped is missing",))

    assert "could not run  content.unmapped on unmapped" in sinks.render("text", broken)
    assert json.loads(sinks.render("json", broken))["not_run"]
    assert sinks.render("github", broken).startswith("::error title=check could not run::")
    assert ET.fromstring(sinks.render("junit", broken)).get("errors") == "1"
    assert json.loads(sinks.render("sarif", broken))["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert "could not run" in sinks.summary(broken)


def test_sarif_points_at_file_and_row_and_suppresses_what_is_accepted(result: ValidationResult) -> None:
    run = json.loads(sinks.render("sarif", result, files=FILES))["runs"][0]

    first = run["results"][0]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "raw/a%20report%2C%201.docx"},
        "region": {"startLine": 2},
    }
    assert [r["suppressions"] for r in run["results"] if "suppressions" in r] == [[{"kind": "external", "justification": "Merged."}]]


def test_a_clean_report_says_so_in_every_format(clean: ValidationResult) -> None:
    assert sinks.render("text", clean).startswith("0 findings. 45 checks: ")
    assert json.loads(sinks.render("json", clean))["findings"] == []
    assert sinks.render("github", clean).startswith("0 findings.")
    assert ET.fromstring(sinks.render("junit", clean)).get("failures") == "0"
    assert json.loads(sinks.render("sarif", clean))["runs"][0]["results"] == []


def test_a_format_that_is_none_is_a_wrong_call(clean: ValidationResult) -> None:
    with pytest.raises(UsageError, match="no format 'xml'"):
        sinks.render("xml", clean)


def test_only_what_the_baseline_does_not_know_is_shown(result: ValidationResult) -> None:
    written = BytesIO()
    pq.write_table(result.findings.slice(0, 4), written)
    as_parquet, as_json = sinks.known_ids(written.getvalue()), sinks.known_ids(sinks.render("json", result).encode())

    assert len(sinks.new_only(result, as_parquet).findings) == 2
    assert len(sinks.new_only(result, as_json).findings) == 0


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"PAR1 broken", b"<xml/>"])
def test_a_baseline_without_findings_is_a_wrong_call(content: bytes) -> None:
    with pytest.raises(UsageError, match="no findings that can be read"):
        sinks.known_ids(content)
