"""From what came of the documents to what changes in the tables: who leads, what a later submission changed. Pure.

A report's rows depend on the set of its submissions alone, so they are made anew from all of them whenever one is touched.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import pairwise

import pyarrow as pa

from pipeline.changes import find_changes, find_disagreements, likeness
from pipeline.errors import StoreError
from pipeline.executors.jobs import Outcome
from pipeline.storage.ledger import Edition, Key, Offer, Submission, Terms, editions, pair, part_duplicates, settle, write_ledger
from pipeline.storage.table_files import Change
from pipeline.tables import REPORT_TABLES, Report, Row, Status, arrow_schema

Recurate = Callable[[list[Submission]], Mapping[str, Report]]
"""Curate documents from what is staged; by document_id, without those that can't be."""


@dataclass(slots=True)
class Settlement:
    """What a commit changes, apart from findings."""

    ledger: dict[Key, Submission]
    documents: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    rows: dict[str, list[Row]] = field(default_factory=lambda: {t: [] for t in (*REPORT_TABLES, "changes", "disagreements")})

    def tables(self) -> dict[str, pa.Table]:
        """Return the touched reports' rows, by table."""
        return {name: to_table(name, rows) for name, rows in self.rows.items()}

    def changes(self) -> dict[str, Change]:
        """Return what is to be done to each table."""
        touched = frozenset(self.reports)
        found = {name: Change(table, touched) for name, table in self.tables().items()}
        submissions, ledger = write_ledger(s for s in self.ledger.values() if s.document_id in self.documents)
        documents = frozenset(self.documents)
        return found | {"submissions": Change(submissions, documents), "_ledger": Change(ledger, documents)}


def to_table(name: str, rows: Iterable[Row]) -> pa.Table:
    """Return rows as an Arrow table of the declared schema."""
    return pa.Table.from_pylist(list(rows), schema=arrow_schema(name))


def receive(outcome: Outcome, offer: Offer, known: Submission | None, terms: Terms, now: datetime) -> Submission:
    """Return a document's row in the ledger, before it is settled what it is to its report."""
    report, failure = outcome.report, outcome.failure
    prepared = report.tables["reports"][0]["date_prepared"] if report else None
    return Submission(
        document_id=outcome.document_id,
        source_path=offer.source_path,
        file_name=offer.source_path.rsplit("/", 1)[-1],
        format=outcome.format,
        size_bytes=outcome.size,
        n_pages=outcome.n_pages,
        status=Status.QUARANTINED if failure else Status.CURRENT,
        status_reason=failure.reason if failure else None,
        report_id=report.report_id if report else None,
        layout=report.layout if report else None,
        received_at=known.received_at if known else now,
        processed_at=now,
        pipeline_version=terms.version,
        date_prepared=prepared if isinstance(prepared, date) else None,
        mark=offer.mark,
        modified_at=offer.modified_at,
        sidecar_mark=offer.sidecar_mark,
        options_id=terms.options_id,
        limits=terms.limits,
    )


def settle_archive(ledger: Mapping[Key, Submission], received: Iterable[Submission], reports: Mapping[str, Report], recurate: Recurate) -> Settlement:
    """Return what the received submissions change.

    Args:
        ledger: All submissions so far.
        received: New rows, or new states of rows that are there.
        reports: What the received documents mean, by document_id.
        recurate: Asked for what other submissions of the same reports mean.
    """
    new = {s.key: s for s in received}
    now = Settlement({**ledger, **_keep_arrival(ledger, new)})
    now.documents = {s.document_id for s in new.values()}
    now.reports = {s.report_id for s in (*new.values(), *(ledger[k] for k in new if k in ledger)) if s.report_id}
    by_document: dict[str, list[Submission]] = {}
    for submission in now.ledger.values():
        by_document.setdefault(submission.document_id, []).append(submission)
    for document_id in now.documents:
        firsts, others = part_duplicates(by_document[document_id])
        now.ledger |= {s.key: s for s in (*firsts, *others)}
        now.reports |= {s.report_id for s in by_document[document_id] if s.report_id}
    members: dict[str, list[Submission]] = {r: [] for r in now.reports}
    for submission in now.ledger.values():
        if submission.report_id in members and submission.was_read:
            members[submission.report_id].append(submission)
    known = {**reports, **recurate(_missing(members, reports))}
    for report_id in sorted(now.reports):
        _settle_report(now, members[report_id], known)
    return now


def _keep_arrival(ledger: Mapping[Key, Submission], new: Mapping[Key, Submission]) -> dict[Key, Submission]:
    """Another run may have taken the file in meanwhile: the earlier arrival holds, and a withdrawal too."""
    kept = {}
    for key, submission in new.items():
        known = ledger.get(key)
        arrival = min(known.received_at, submission.received_at) if known else submission.received_at
        withdrawn = known is not None and known.status is Status.WITHDRAWN and submission.processed_at != known.processed_at
        kept[key] = known if withdrawn and known else replace(submission, received_at=arrival)
    return kept


def _missing(members: Mapping[str, list[Submission]], reports: Mapping[str, Report]) -> list[Submission]:
    """Return the submissions whose meaning is needed and not at hand."""
    return [s for found in members.values() for s in found if s.document_id not in reports]


def _settle_report(now: Settlement, members: list[Submission], known: Mapping[str, Report]) -> None:
    at_hand = [s for s in members if s.document_id in known]
    alike = {pair(a, b): likeness(known[a.document_id], known[b.document_id]) for a in at_hand for b in at_hand if a.format != b.format}
    ranked = editions(members, alike)
    for submission in settle(ranked):
        now.ledger[submission.key] = submission
        now.documents.add(submission.document_id)
    for edition in ranked[:1]:
        if edition.lead.document_id not in known:
            raise StoreError(
                f"{edition.lead.source_path} leads its report, but is neither in staged/ nor in raw/ any more: put it back, or withdraw it."
            )
        for table, rows in known[edition.lead.document_id].tables.items():
            now.rows[table] += rows
    now.rows["changes"] += _history(ranked, known)
    for edition in ranked[:1]:
        for other in edition.renditions:
            if other.document_id in known and edition.lead.document_id in known:
                now.rows["disagreements"] += find_disagreements(known[edition.lead.document_id], known[other.document_id])


def _history(ranked: list[Edition], known: Mapping[str, Report]) -> list[Row]:
    """Return what each submission changed in the one before."""
    rows: list[Row] = []
    steps = [known[e.lead.document_id] for e in reversed(ranked) if e.lead.document_id in known]
    for before, after in pairwise(steps):
        rows += find_changes(before, after)
    return rows
