"""Checks as JUnit test cases, for dashboards that know nothing else."""

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from pipeline.sinks.groups import RANK, Finding, open_findings
from pipeline.tables import CheckStatus, Severity

if TYPE_CHECKING:
    from pipeline.validation import ValidationResult

FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 can't hold


def as_junit(result: "ValidationResult", fail_on: Severity | None) -> str:
    """Return a test case for each check: failed where a finding is as bad as `fail_on`, an error where it could not run.

    A check over a table that rightly has no rows is skipped, never passed.
    """
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in open_findings(result):
        found.setdefault((finding.rule, finding.table), []).append(finding)
    root = ET.Element("testsuites", name="ogp-etl")
    suites: dict[str, ET.Element] = {}
    for check in result.checks.to_pylist():
        if check["suite"] not in suites:
            suites[check["suite"]] = ET.SubElement(root, "testsuite", name=check["suite"])
        seconds = f"{check['seconds']:.3f}"
        case = ET.SubElement(suites[check["suite"]], "testcase", classname=f"{check['suite']}.{check['table']}", name=check["rule"], time=seconds)
        _judge(case, check["status"], found.get((check["rule"], check["table"]), []), result.not_run, fail_on)
    for suite in [*suites.values(), root]:
        for what, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            suite.set(what, str(sum(1 for _ in suite.iter(tag))))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _judge(case: ET.Element, status: str, findings: list[Finding], faults: tuple[str, ...], fail_on: Severity | None) -> None:
    if status == CheckStatus.NOT_RUN:
        table = case.get("classname", "").split(".", 1)[1]
        fault = next((f for f in faults if f.startswith(f"{case.get('name')} on {table}:")), None)
        ET.SubElement(case, "error" if fault else "skipped", message=_clean(fault or "the table has no rows"))
        return
    if not findings:
        return
    text = _clean("\n".join(f"{f.row_id}: {f.message}" for f in findings))
    failing = fail_on is not None and any(RANK[f.severity] <= RANK[fail_on] for f in findings)
    if failing:
        ET.SubElement(case, "failure", type=findings[0].severity, message=_clean(findings[0].message)).text = text
    else:
        ET.SubElement(case, "system-out").text = text


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
