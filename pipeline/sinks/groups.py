"""Findings in the order in which a person wants to hear of them: worst first, by report and rule."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from pipeline.tables import CheckStatus, FindingStatus, Severity

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.validation import ValidationResult

RANK = {severity: n for n, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A row of `findings` as the sinks use it."""

    report_id: str | None
    finding_id: str
    rule: str
    severity: Severity
    table: str
    row_id: str | None
    column: str | None
    message: str
    observed: str | None
    expected: str | None
    document_id: str | None
    source_row: int | None
    status: FindingStatus
    accepted_reason: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The open findings of one rule."""

    rule: str
    severity: Severity
    findings: tuple[Finding, ...]


def findings_of(table: "pa.Table") -> tuple[Finding, ...]:
    """Return the rows of a `findings` table."""
    names = list(Finding.__dataclass_fields__)
    rows = table.select(names).to_pylist()
    return tuple(Finding(**{**row, "severity": Severity(row["severity"]), "status": FindingStatus(row["status"])}) for row in rows)


def open_findings(result: "ValidationResult") -> tuple[Finding, ...]:
    """Return the findings that still ask for something."""
    return tuple(f for f in findings_of(result.findings) if f.status is FindingStatus.OPEN)


def by_rule(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings by rule, the worst rules first, then those with most findings."""
    groups: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.severity), []).append(finding)
    found = [Group(rule, severity, tuple(members)) for (rule, severity), members in groups.items()]
    return tuple(sorted(found, key=lambda g: (RANK[g.severity], -len(g.findings), g.rule)))


def by_report(findings: Sequence[Finding]) -> tuple[tuple[str | None, tuple[Finding, ...]], ...]:
    """Return the findings by report, the reports with the worst findings first."""
    reports: dict[str | None, list[Finding]] = {}
    for finding in findings:
        reports.setdefault(finding.report_id, []).append(finding)
    order = sorted(reports, key=lambda r: (min(RANK[f.severity] for f in reports[r]), r or ""))
    return tuple((report, tuple(reports[report])) for report in order)


def counts(result: "ValidationResult") -> str:
    """Return how many findings there are and how many rules were held, in a sentence or two."""
    every = findings_of(result.findings)
    live = [f for f in every if f.status is FindingStatus.OPEN]
    parts = [f"{n} {severity}" for severity in Severity if (n := sum(f.severity is severity for f in live))]
    accepted = len(every) - len(live)
    said = f"{plural(len(live), 'finding')}{': ' + ', '.join(parts) if parts else ''}{f'; {accepted} accepted' if accepted else ''}."
    statuses = result.checks.column("status").to_pylist()
    idle = statuses.count(CheckStatus.NOT_RUN) - len(result.not_run)
    numbers = (statuses.count(CheckStatus.PASSED), "passed"), (statuses.count(CheckStatus.FAILED), "failed"), (idle, "without rows")
    held = ", ".join(f"{n} {words}" for n, words in (*numbers, (len(result.not_run), "could not run")) if n > 0)
    return f"{said} {plural(len(statuses), 'check')}{': ' + held if held else ''}."


def plural(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def plain(value: object) -> object:
    """Return a value as JSON has it: days and times as ISO text."""
    return value.isoformat() if isinstance(value, (date, datetime)) else value
