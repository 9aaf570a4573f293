"""What a report says of itself: country, plan, period, kind, date and title."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.model import CellPlace, Document
from pipeline.tables import DateIssue, ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one report, null where it doesn't say, and where they stand."""

    country: str | None = None
    country_text: str | None = None
    country_code: str | None = None
    locality: str | None = None
    action_plan: str | None = None
    period: str | None = None
    period_start_year: int | None = None
    period_end_year: int | None = None
    report_kind: ReportKind = ReportKind.UNKNOWN
    date_prepared: date | None = None
    date_prepared_text: str | None = None
    date_issue: DateIssue | None = None
    title: str | None = None
    cells: frozenset[CellPlace] = frozenset()  # of cover tables, whose value is one of the facts
    labels: frozenset[CellPlace] = frozenset()  # of cover tables, the label cells of any row
    tables: frozenset[int] = frozenset()  # the cover tables
    leftover: frozenset[CellPlace] = frozenset()  # of cover tables, values that no fact holds


def read_facts(document: Document, languages: Sequence[str], *, title_hint: str | None = None) -> Facts:
    """Return what a report says of itself."""
    return Facts(title=title_hint or document.title)


def report_id(facts: Facts, document_id: str, commitment_number: str | None = None) -> str:
    """Return the report's id."""
    return f"unknown-{document_id[:8]}"
