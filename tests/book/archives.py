"""Archives for the book's tests and benchmark: rows put straight into a snapshot, as many reports as wanted."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from pipeline.settlement import to_table
from pipeline.storage.locations import Location
from pipeline.storage.snapshots import Commit, Snapshot, commit
from pipeline.storage.table_files import Change
from pipeline.tables import TABLES, Row, blank_row

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
COUNTRIES = ("Ghana", "Mongolia", "Paraguay", "Senegal", "Ukraine", "Kenya", "Estonia", "Peru", "Italy", "Serbia", "Brazil", "Armenia")
RATINGS = ("green", "green", "amber", "red", None, "green", "amber")
WORDS = ("law", "portal", "register", "council", "guide", "survey", "budget", "tender", "archive", "court", "school", "clinic")
HOSTILE = '<script>document.title="owned"</script><img src=x onerror=alert(1)> javascript:alert(1) https://example.org/?a="><b>&c'

Tables = dict[str, list[dict[str, Any]]]


def archive(reports: int = 3, *, commitments: int = 3, milestones: int = 4, text: str = "") -> Tables:
    """Return the rows of an archive; `text` stands in every place where a document's words may stand."""
    tables: Tables = {name: [] for name in TABLES}
    for n in range(reports):
        _add_report(tables, n, commitments, milestones, text)
    return tables


def _add_report(tables: Tables, n: int, commitments: int, milestones: int, text: str) -> None:
    country, first = COUNTRIES[n % len(COUNTRIES)], 2011 + n // len(COUNTRIES) % 12
    report_id = f"{country[:3].lower()}-{first}-{first + 2}-end_of_term" + (f"-place-{n}" if n >= 144 else "")
    common = {"report_id": report_id, "document_id": f"{n:064x}"}
    tables["submissions"].append(
        {**common, "source_path": f"{n}/report.docx", "file_name": f"report{text}.docx", "format": "docx", "size_bytes": 4096, "status": "current",
         "received_at": NOW, "processed_at": NOW, "pipeline_version": "0"}
    )  # fmt: skip
    tables["reports"].append(
        {**common, "country": country, "country_code": country[:3].upper(), "locality": f"Place {n}" if n >= 144 else None, "title": f"Self-assessment {text}",
         "period": f"{first}-{first + 2}", "period_start_year": first, "period_end_year": first + 2, "report_kind": "end_of_term", "language": "en",
         "date_prepared": date(first + 2, 9, 1), "rating_scheme": "colour", "n_commitments": commitments, "n_milestones": commitments * milestones,
         "n_comments": commitments}
    )  # fmt: skip
    for c in range(1, commitments + 1):
        _add_commitment(tables, common, c, milestones, n, text)
    tables["claims"].append(
        {**common, "claim_id": f"{report_id}/n1", "unit": "milestones", "stated": 9, "counted": 8, "text": f"Nine are done. {text}"}
    )
    tables["narrative"].append(
        {**common, "position": 0, "section": f"Introduction {text}", "kind": "paragraph", "text": f"The plan of {country}. {text}"}
    )
    tables["unmapped"].append({**common, "position": 0, "where": "table 0, row 9, column 1", "text": f"Stray {text}", "reason": "not_understood"})
    tables["changes"].append(
        {"report_id": report_id, "from_document_id": "e" * 64, "to_document_id": f"{n:064x}", "table": "milestones", "row_id": f"{report_id}/m1-1",
         "column": "rating", "old": "red", "new": "green", "kind": "changed"}
    )  # fmt: skip


def _add_commitment(tables: Tables, common: Mapping[str, Any], c: int, milestones: int, n: int, text: str) -> None:
    report_id, word = common["report_id"], WORDS[(n + c) % len(WORDS)]
    commitment_id = f"{report_id}/c{c}"
    tables["commitments"].append(
        {**common, "commitment_id": commitment_id, "commitment_number": str(c), "position": c, "title": f"A {word} for all {text}"}
    )
    for m in range(1, milestones + 1):
        milestone_id = f"{report_id}/m{c}-{m}"
        tables["milestones"].append(
            {**common, "milestone_id": milestone_id, "commitment_id": commitment_id, "milestone_number": f"{c}.{m}", "position": c * 100 + m,
             "title": f"Publish the {word} of part {m} {text}", "rating": RATINGS[(n + c * m) % len(RATINGS)], "rating_basis": "fill",
             "evidence": f"The {word} was printed on 3 March 2022, and {m}00 people of {report_id} took part in what was shown of it. {text}",
             "next_steps": f"Translate the {word} into two languages. {text}"}
        )  # fmt: skip
    rating = RATINGS[(n + c) % len(RATINGS)]
    tables["comments"].append(
        {**common, "comment_id": f"{report_id}/m{c}-1/k1", "milestone_id": f"{report_id}/m{c}-1", "commitment_id": commitment_id, "position": c,
         "organisation": f"Open {word} forum{text}", "organisation_text": f"Open {word} forum NGO", "organisation_kind": "ngo",
         "comment_date": date(2023, 1 + c % 12, 3), "text": f"We miss the {word} in what was shown. {text}",
         "proposed_rating": "red" if rating != "red" else "green", "proposal": "conditional" if c % 2 else "explicit", "asks_reevaluation": False}
    )  # fmt: skip
    tables["findings"].append(
        {**common, "finding_id": f"{report_id}-{c}", "rule": "milestone.reasons.missing", "severity": "critical" if c == 1 else "warning",
         "table": "milestones", "row_id": f"{report_id}/m{c}-1", "column": "reasons", "message": f"It has no reasons. {text}", "suite": "milestones",
         "status": "open", "first_seen": NOW}
    )  # fmt: skip


def put(curated: Location, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> Snapshot:
    """Commit the rows as the next snapshot."""
    whole = {name: Change(to_table(name, [_row(name, r) for r in rows])) for name, rows in tables.items()}
    return commit(curated, lambda base: Commit(whole), lambda: NOW)


def _row(name: str, row: Mapping[str, Any]) -> Row:
    return blank_row(TABLES[name], dict(row))
