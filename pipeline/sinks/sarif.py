"""Findings as SARIF 2.1.0, for code-scanning pages.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 (file), 3.27 (result), 3.49 (rule).
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from pipeline.sinks.groups import Finding, by_rule, findings_of
from pipeline.tables import FindingStatus, Severity

if TYPE_CHECKING:
    from pipeline.validation import ValidationResult

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.CRITICAL: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(result: "ValidationResult", files: Mapping[str, str]) -> str:
    """Return a run with a rule for each check, and each finding at its document's row; what is accepted is suppressed."""
    findings = findings_of(result.findings)
    severities = {check["rule"]: Severity(check["severity"]) for check in result.checks.to_pylist()}
    severities |= {group.rule: group.severity for group in by_rule(findings)}
    rules = sorted(severities)
    run = {
        "tool": {"driver": {"name": "ogp-etl", "rules": [_rule(rule, severities[rule]) for rule in rules]}},
        "invocations": [{"executionSuccessful": not result.not_run, "toolExecutionNotifications": [_fault(f) for f in result.not_run]}],
        "results": [_result(finding, rules.index(finding.rule), files) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: str, severity: Severity) -> dict[str, object]:
    return {"id": rule, "shortDescription": {"text": rule.replace(".", ": ", 1).replace(".", " ").replace("_", " ")},
            "defaultConfiguration": {"level": LEVELS[severity]}}  # fmt: skip


def _fault(fault: str) -> dict[str, object]:
    return {"level": "error", "message": {"text": fault}}


def _result(finding: Finding, index: int, files: Mapping[str, str]) -> dict[str, object]:
    content: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding, files)],
        "partialFingerprints": {"findingId/v1": finding.finding_id},
    }
    if finding.status is FindingStatus.ACCEPTED:
        content["suppressions"] = [{"kind": "external", "justification": finding.accepted_reason or ""}]
    return content


def _location(finding: Finding, files: Mapping[str, str]) -> dict[str, object]:
    """Return the row's id and, where the document is known, its file; the region's line is the row of its table, from 1."""
    location: dict[str, object] = {
        "logicalLocations": [{"fullyQualifiedName": finding.row_id or finding.report_id or finding.table, "kind": "element"}]
    }
    path = files.get(finding.document_id or "")
    if path:
        line = 1 if finding.source_row is None else finding.source_row + 1
        location["physicalLocation"] = {"artifactLocation": {"uri": quote(path)}, "region": {"startLine": line}}
    return location
