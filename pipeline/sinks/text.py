"""Findings for a person at a terminal."""

from typing import TYPE_CHECKING

from pipeline.sinks.groups import Group, by_report, by_rule, counts, open_findings, plural
from pipeline.tables import Severity

if TYPE_CHECKING:
    from pipeline.validation import ValidationResult

EXAMPLES = 2
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
COLOURS = {Severity.CRITICAL: "\x1b[31;1m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}


def as_text(result: "ValidationResult", *, colour: bool) -> str:
    """Return the open findings by report and rule, the worst first, two examples each, then the counts."""
    lines: list[str] = []
    for report, findings in by_report(open_findings(result)):
        lines += [_painted(report or "(no report)", BOLD, colour)]
        for group in by_rule(findings):
            lines += _group(group, colour)
        lines += [""]
    lines += [f"{_painted('could not run', COLOURS[Severity.CRITICAL], colour)}  {fault}" for fault in result.not_run]
    return "\n".join([*lines, counts(result)]) + "\n"


def _group(group: Group, colour: bool) -> list[str]:
    label = _painted(f"{group.severity:8}", COLOURS[group.severity], colour)
    shown = [f"    {finding.message}" for finding in group.findings[:EXAMPLES]]
    more = len(group.findings) - EXAMPLES
    return [f"  {label}  {group.rule}  {plural(len(group.findings), 'finding')}", *shown, *([f"    … and {more} more"] if more > 0 else [])]


def _painted(text: str, code: str, colour: bool) -> str:
    return f"{code}{text}{PLAIN}" if colour else text
