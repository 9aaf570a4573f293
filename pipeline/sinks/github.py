"""Findings as GitHub shows them: annotations beside the run, and a summary in Markdown.

Source: docs.github.com, "Workflow commands for GitHub Actions": error, warning, notice; `%`, line ends and, in
properties, `:` and `,` are escaped.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pipeline.sinks.groups import Group, by_report, by_rule, counts, open_findings, plural
from pipeline.tables import Severity

if TYPE_CHECKING:
    from pipeline.validation import ValidationResult

LEVELS = {Severity.CRITICAL: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SIGNS = {Severity.CRITICAL: "🔴", Severity.WARNING: "🟠", Severity.INFO: "🔵"}
EXAMPLES = 2


def annotations(result: "ValidationResult", files: Mapping[str, str]) -> str:
    """Return one annotation a rule, the worst first; a rule that could not run is an error."""
    lines = [_annotation(group, files) for group in by_rule(open_findings(result))]
    lines += [f"::error title=check could not run::{_value(fault)}" for fault in result.not_run]
    return "".join(f"{line}\n" for line in [*lines, counts(result)])


def _annotation(group: Group, files: Mapping[str, str]) -> str:
    first, more = group.findings[0], len(group.findings) - 1
    path = files.get(first.document_id or "")
    title = _property(f"{group.rule}: {plural(len(group.findings), 'finding')}")
    properties = [*([f"file={_property(path)}"] if path else []), f"title={title}"]
    rest = f"\n… and {more} more: {', '.join(f.row_id or '?' for f in group.findings[1:6])}{'…' if more > 5 else ''}" if more else ""
    return f"::{LEVELS[group.severity]} {','.join(properties)}::{_value(first.message + rest)}"


def _value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _value(text).replace(":", "%3A").replace(",", "%2C")


def summary(result: "ValidationResult") -> str:
    """Return the job summary: counts, a table of reports, and the rules with examples."""
    findings = open_findings(result)
    lines = ["## Self-assessment reports: findings", "", counts(result), ""]
    lines += [f"- ⛔ could not run: {_cell(fault)}" for fault in result.not_run]
    if findings:
        lines += ["", "| report | critical | warning | info |", "| --- | ---: | ---: | ---: |"]
        for report, mine in by_report(findings):
            numbers = " | ".join(str(sum(f.severity is s for f in mine)) for s in Severity)
            lines += [f"| {_cell(report or '(no report)')} | {numbers} |"]
        lines += [""]
        for group in by_rule(findings):
            lines += _details(group)
    return "\n".join(lines) + "\n"


def _details(group: Group) -> list[str]:
    head = f"{SIGNS[group.severity]} **{group.rule}** ({group.severity}, {plural(len(group.findings), 'finding')})"
    shown = [f"  - {_cell(f.message)} `{f.row_id}`" for f in group.findings[:EXAMPLES]]
    more = len(group.findings) - EXAMPLES
    return [f"- {head}", *shown, *([f"  - … and {more} more"] if more > 0 else [])]


def _cell(text: str) -> str:
    """Return a text that neither breaks a table nor is taken for markup."""
    line = " ".join(text.split())
    for sign in "\\|<>*_`[]":
        line = line.replace(sign, f"\\{sign}" if sign not in "<>" else {"<": "&lt;", ">": "&gt;"}[sign])
    return line
