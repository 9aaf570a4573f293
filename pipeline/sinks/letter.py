"""The letter with which a desk officer sends a report back: what is missing, contradictory or unclear, milestone by milestone."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.sinks.groups import Finding, findings_of
from pipeline.tables import FindingStatus
from pipeline.validation.columns import ROW_ID
from pipeline.validation.naming import NAMERS, place, shortened

if TYPE_CHECKING:
    import pyarrow as pa

PARTS = {
    "missing": "What is missing",
    "contradictory": "What doesn't fit together",
    "unclear": "What we would like to understand better",
}
ORDER = ("reports", "commitments", "milestones", "comments", "claims")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a ZIP archive knows


@dataclass(frozen=True, slots=True)
class Letter:
    """The same letter twice."""

    docx: bytes
    markdown: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the letter is about, and what it says."""

    title: str
    opening: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    closing: str


def letter(report_id: str, tables: Mapping[str, "pa.Table"], findings: "pa.Table") -> Letter:
    """Return the letter about a report's open findings; what is accepted, or is for the reader of the tables only, isn't in it.

    Raises:
        UsageError: There is no such report.
    """
    report = next((row for row in tables["reports"].to_pylist() if row["report_id"] == report_id), None)
    if report is None:
        raise UsageError(f"There is no report {report_id}.", "See the report_id column of curated/reports.parquet.")
    mine = [f for f in findings_of(findings) if f.report_id == report_id and f.status is FindingStatus.OPEN and f.rule in phrases()]
    parts = tuple((PARTS[part], _items(part, mine, _names(report_id, tables))) for part in PARTS)
    kept = tuple((heading, items) for heading, items in parts if items)
    head = _head(report, kept)
    return Letter(_docx(head), _markdown(head))


@cache
def phrases() -> Mapping[str, tuple[str, str]]:
    """Return by rule the part of the letter that it belongs to, and what the letter says."""
    content = json.loads((resources.files(__package__) / "letter.json").read_text(encoding="utf-8"))
    return {rule: (part, words) for rule, (part, words) in content.items()}


def _names(report_id: str, tables: Mapping[str, "pa.Table"]) -> dict[str, str]:
    """Return how the letter calls each row of the report, in the report's order."""
    names: dict[str, str] = {}
    for table in ORDER:
        for row in tables[table].to_pylist():
            if row["report_id"] == report_id:
                where = place(row["source_pages"], row["source_table"], row["source_row"])
                called = "The report as a whole" if table == "reports" else NAMERS[table][1](row)
                title = f" (“{shortened(row['title'], 60)}”)" if table in ("commitments", "milestones") and row["title"] and "“" not in called else ""
                names[row[ROW_ID[table]]] = f"{called}{title}{f', {where}' if where and table != 'reports' else ''}"
    return names


def _items(part: str, findings: list[Finding], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return a line for each row, in the report's order, with all that is to say of it."""
    said: dict[str, list[str]] = {}
    for finding in findings:
        of, words = phrases()[finding.rule]
        if of == part:
            observed, expected = shortened(finding.observed or "nothing", 120), shortened(finding.expected or "", 120)
            said.setdefault(finding.row_id or "", []).append(words.format(observed=observed, expected=expected))
    order = {row: n for n, row in enumerate(names)}
    rows = sorted(said, key=lambda row: order.get(row, len(order)))
    return tuple(f"{names.get(row, row)}: {'; '.join(dict.fromkeys(said[row]))}." for row in rows)


def _head(report: Mapping[str, object], parts: tuple[tuple[str, tuple[str, ...]], ...]) -> Letterhead:
    called = str(report["title"] or "self-assessment report")
    of = ", ".join(str(v) for v in (report["country"], report["locality"], report["period"]) if v)
    opening = f"Thank you for “{called}”{f' ({of})' if of else ''}. We read it row by row. " + (
        "Before we can publish it, please look at the points below and send us the corrected document." if parts else "We found nothing to ask."
    )
    closing = "Numbers are those printed in the report; pages, tables and rows are counted from the document's beginning." if parts else ""
    return Letterhead(f"Questions on {called}", opening, parts, closing)


def _markdown(head: Letterhead) -> str:
    lines = [f"# {head.title}", "", head.opening, ""]
    for heading, items in head.parts:
        lines += [f"## {heading}", "", *(f"- {item}" for item in items), ""]
    return "\n".join([*lines, head.closing]).rstrip() + "\n"


def _docx(head: Letterhead) -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.title = head.title
    document.core_properties.author = ""
    document.add_heading(head.title, level=1)
    document.add_paragraph(head.opening)
    for heading, items in head.parts:
        document.add_heading(heading, level=2)
        for item in items:
            document.add_paragraph(item, style="List Bullet")
    if head.closing:
        document.add_paragraph(head.closing)
    written = BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _timeless(package: bytes) -> bytes:
    """Return a package whose parts carry no time of writing: the same letter is the same bytes."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, EARLIEST), source.read(part), zipfile.ZIP_DEFLATED)
    return written.getvalue()
