"""What the rules found, entered one by one and closed as the tables `findings` and `checks`."""

from collections.abc import Collection, Sequence
from datetime import datetime

import pandas as pd
import pyarrow as pa

from pipeline.tables import CheckStatus, FindingStatus, Row, Severity, arrow_schema
from pipeline.validation.accepted import Acceptance
from pipeline.validation.findings import about_table, finding_id, found, sentence
from pipeline.validation.rules import Outcome

ACCEPTED = "accepted"
UNMATCHED, EXPIRED = "accepted.unmatched", "accepted.expired"
SEVERITIES = {s.value: n for n, s in enumerate(Severity)}
STATUSES = (CheckStatus.PASSED, CheckStatus.FAILED, CheckStatus.NOT_RUN)


class Ledger:
    """Findings and checks of one validation, beside those that an earlier one left."""

    def __init__(self, *, accepted: Sequence[Acceptance], now: datetime, previous: pa.Table | None, reports: Collection[str] | None) -> None:
        self._accepted = {(a.rule, a.row): a for a in accepted}
        self._now = now
        before: list[Row] = previous.to_pylist() if previous is not None else []
        self._first_seen = {row["finding_id"]: row["first_seen"] for row in before}
        kept = [] if reports is None else [r for r in before if r["report_id"] and r["report_id"] not in reports and r["suite"] != ACCEPTED]
        self._findings: list[Row] = kept
        self._checks: dict[tuple[str, str, str], Row] = {}
        self._faults: list[str] = []

    def enter(self, outcome: Outcome, frame: pd.DataFrame | None) -> None:
        """Enter what a rule came to on a frame."""
        rule = outcome.rule
        rows: list[Row] = []
        if outcome.status is CheckStatus.FAILED and frame is not None:
            rows = [about_table(rule)] if outcome.rows is None else found(rule, frame, outcome.rows, outcome.notes)
        self._findings += rows
        if outcome.fault:
            self._faults.append(f"{rule.name} on {rule.table}: {outcome.fault}")
        self._check((rule.suite, rule.name, rule.table), rule.severity, outcome.status, outcome.evaluated, len(rows), outcome.seconds)

    def _check(self, key: tuple[str, str, str], severity: Severity, status: CheckStatus, evaluated: int, failed: int, seconds: float) -> None:
        check = self._checks.setdefault(
            key,
            {
                "suite": key[0],
                "rule": key[1],
                "severity": severity.value,
                "table": key[2],
                "evaluated": 0,
                "failed": 0,
                "status": CheckStatus.PASSED.value,
                "seconds": 0.0,
            },
        )
        worst = max(CheckStatus(str(check["status"])), status, key=STATUSES.index)
        check.update(
            evaluated=max(_number(check["evaluated"]), evaluated),
            failed=_number(check["failed"]) + failed,
            status=worst.value,
            seconds=float(str(check["seconds"])) + seconds,
        )

    def close(self) -> tuple[pa.Table, pa.Table, tuple[str, ...]]:
        """Return findings, checks, and what could not run, a sentence each."""
        self._accept()
        self._identify()
        order = sorted(self._findings, key=lambda r: (r["report_id"] or "", SEVERITIES[str(r["severity"])], r["rule"]))
        checks = sorted(self._checks.values(), key=lambda r: (r["suite"], r["rule"], r["table"]))
        return as_table("findings", order), as_table("checks", checks), tuple(self._faults)

    def _accept(self) -> None:
        """Mark what is accepted; find fault with entries that are over or match nothing."""
        matched: dict[tuple[str, str], Row] = {}
        for row in self._findings:
            key = (str(row["rule"]), str(row["row_id"]))
            acceptance = self._accepted.get(key)
            if acceptance:
                matched[key] = row
            holds = acceptance is not None and acceptance.until >= self._now.date()
            row["status"] = (FindingStatus.ACCEPTED if holds else FindingStatus.OPEN).value
            row["accepted_reason"] = acceptance.reason if acceptance and holds else None
        if not self._accepted:
            return
        known = {str(row["report_id"]) for row in self._findings}
        over = [_expired(a, matched[key]) for key, a in self._accepted.items() if key in matched and a.until < self._now.date()]
        idle = [_unmatched(a, known) for key, a in self._accepted.items() if key not in matched]
        for rule, rows in ((EXPIRED, over), (UNMATCHED, idle)):
            self._findings += rows
            status = CheckStatus.FAILED if rows else CheckStatus.PASSED
            self._check((ACCEPTED, rule, "findings"), Severity.WARNING, status, len(self._accepted), len(rows), 0.0)

    def _identify(self) -> None:
        """Give each finding the id that it had in earlier validations, and the day it was first seen."""
        times: dict[str, int] = {}
        for row in self._findings:
            id_ = finding_id(*(None if row[c] is None else str(row[c]) for c in ("report_id", "rule", "table", "row_id", "column")))
            times[id_] = times.get(id_, 0) + 1
            row["finding_id"] = id_ if times[id_] == 1 else finding_id(id_, str(times[id_]))
            row["first_seen"] = self._first_seen.get(row["finding_id"], self._now)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _expired(acceptance: Acceptance, row: Row) -> Row:
    what = f"The acceptance of {acceptance.rule} on {acceptance.row} was over on {acceptance.until.isoformat()}"
    remedy = "Settle the finding, or give the entry in accepted.toml a later day and a reason that still holds."
    return _entry(EXPIRED, acceptance, what, remedy, None if row["report_id"] is None else str(row["report_id"]))


def _unmatched(acceptance: Acceptance, known: set[str]) -> Row:
    what = f"accepted.toml accepts {acceptance.rule} on {acceptance.row}, but there is no such finding"
    report = acceptance.row.split("/", 1)[0]
    return _entry(
        UNMATCHED, acceptance, what, "Delete the entry if the fault is gone; else mend its rule or row.", report if report in known else None
    )


def _entry(rule: str, acceptance: Acceptance, what: str, remedy: str, report: str | None) -> Row:
    return {
        "report_id": report,
        "rule": rule,
        "severity": Severity.WARNING.value,
        "table": "findings",
        "row_id": acceptance.row,
        "column": acceptance.rule,
        "message": sentence(what, "", remedy),
        "observed": f"{acceptance.rule}, until {acceptance.until.isoformat()}",
        "expected": "an entry that matches a finding and is not over",
        "document_id": None,
        "source_table": None,
        "source_row": None,
        "source_pages": None,
        "suite": ACCEPTED,
        "status": FindingStatus.OPEN.value,
        "accepted_reason": None,
    }


def as_table(name: str, rows: Sequence[Row]) -> pa.Table:
    """Return rows as a table of that name."""
    schema = arrow_schema(name)
    columns = [_column([row[field.name] for row in rows], field.type) for field in schema]
    return pa.table(columns, schema=schema)


def _column(values: Sequence[object], type_: pa.DataType) -> pa.Array:
    if pa.types.is_dictionary(type_):
        return pa.array(values, pa.string()).dictionary_encode()
    return pa.array(values, type_)
