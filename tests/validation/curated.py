"""Small curated tables: a report that nothing is wrong with, to be changed by the test."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pyarrow as pa

from pipeline.tables import TABLES, Row, blank_row
from pipeline.validation import Acceptance, Suites, ValidationResult, load_suites, validate
from pipeline.validation.ledger import as_table

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
REPORT = "mng-2021-2023-end_of_term"
DONE = ("law", "portal", "register", "council", "guide", "survey")
SENTENCE = "Of the 6 milestones, 4 (67 %) are complete or substantial and 2 (33 %) are limited."


@cache
def suites() -> Suites:
    """Return the shipped suites, loaded once: importing Great Expectations takes seconds."""
    return load_suites(None)


@dataclass
class Draft:
    """A report's rows by table, to be changed in place."""

    report_id: str = REPORT
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def milestone(self, number: str) -> dict[str, Any]:
        """Return the milestone of that number."""
        return next(m for m in self.rows["milestones"] if m["milestone_number"] == number)

    def id(self, suffix: str) -> str:
        """Return a row's id from what follows the report's."""
        return f"{self.report_id}/{suffix}" if suffix else self.report_id


def sound(report_id: str = REPORT) -> Draft:
    """Return a report of 2 commitments, 6 milestones, 3 comments and 3 claims that trips no rule."""
    draft = Draft(report_id)
    source = {"report_id": report_id, "document_id": "d" * 64}
    draft.rows = {name: [] for name in TABLES}
    draft.rows["submissions"] = [
        {"document_id": "d" * 64, "source_path": "raw/report.docx", "file_name": "report.docx", "status": "current", "report_id": report_id}
    ]
    draft.rows["reports"] = [
        {**source, "country": "Mongolia", "period": "2021-2023", "period_start_year": 2021, "date_prepared": date(2023, 10, 1),
         "date_prepared_text": "1 October 2023", "language": "en", "title": "Self-Assessment", "n_commitments": 2, "n_milestones": 6, "n_comments": 3}
    ]  # fmt: skip
    draft.rows["commitments"] = [
        {**source, "commitment_id": draft.id(f"c{n}"), "commitment_number": str(n), "title": f"Commitment on {n}"} for n in (1, 2)
    ]
    draft.rows["milestones"] = [
        {**source, "milestone_id": draft.id(f"m{n}"), "commitment_id": draft.id(f"c{1 if n < 4 else 2}"), "milestone_number": str(n),
         "title": f"Publish the {what} of 2022 for everyone to read", "rating": "amber" if n in (2, 5) else "green", "rating_fill": "92D050",
         "rating_basis": "fill", "evidence": f"Parliament approved and printed it on {n} March 2022, and {n}00 people took part.",
         "reasons": f"Because the {what} was ready in time.", "next_steps": f"Translate the {what} into two languages.",
         "start_date": date(2022, 1, n), "end_date": date(2022, 3, n), "source_table": 0, "source_row": n}
        for n, what in enumerate(DONE, 1)
    ]  # fmt: skip
    draft.rows["comments"] = [
        {**source, "comment_id": draft.id(f"m{n}/k1"), "milestone_id": draft.id(f"m{n}"), "commitment_id": draft.id("c1"),
         "organisation": who, "organisation_text": who, "organisation_kind": "ngo", "comment_date": day, "comment_date_text": day.isoformat(),
         "text": f"We miss the number {n} in what {who} was shown.", "proposal": "none"}
        for n, who, day in ((1, "Open Forum", date(2023, 8, 1)), (2, "Media Council", date(2023, 9, 1)), (3, "Steps", date(2023, 9, 20)))
    ]  # fmt: skip
    draft.rows["claims"] = [
        {**source, "claim_id": draft.id(f"n{n}"), "unit": "milestones", "rating": rating, "stated": stated, "counted": stated, "share": share,
         "sentence_total": 6, "text": SENTENCE}
        for n, (rating, stated, share) in enumerate(((None, 6, None), ("green", 4, 0.67), ("amber", 2, 0.33)), 1)
    ]  # fmt: skip
    return draft


def tables(drafts: Iterable[Draft]) -> dict[str, pa.Table]:
    """Return the drafts' rows as curated tables, together."""
    listed = list(drafts)
    return {name: as_table(name, [_row(name, row) for draft in listed for row in draft.rows[name]]) for name in TABLES}


def _row(name: str, row: Mapping[str, Any]) -> Row:
    return blank_row(TABLES[name], dict(row))


def held(*drafts: Draft, accepted: Sequence[Acceptance] = (), **options: Any) -> ValidationResult:
    """Return what the shipped suites make of the drafts."""
    return validate(tables(drafts), suites(), accepted=accepted, now=options.pop("now", NOW), **options)


def named(result: ValidationResult) -> set[tuple[str, str | None]]:
    """Return rule and row of each finding."""
    return {(f["rule"], f["row_id"]) for f in result.findings.to_pylist()}


Change = Callable[[Draft], None]


def changed(*changes: Change, report_id: str = REPORT) -> Draft:
    """Return a sound report with these changes."""
    draft = sound(report_id)
    for change in changes:
        change(draft)
    return draft
