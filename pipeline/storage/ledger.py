"""Which submission of a report leads, and what the others are. Pure: the same submissions give the same answer in any order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

import pyarrow as pa

from pipeline.tables import SUBMISSIONS, Status, arrow_schema

Key = tuple[str, str]
"""A submission's key: document_id, source_path."""

LEDGER = pa.schema(
    [
        *arrow_schema("submissions"),
        pa.field("date_prepared", pa.date32(), metadata={"description": "The date the report states, by which submissions are ordered."}),
        pa.field("mark", pa.string(), metadata={"description": "The store's mark of the file: the same mark, the same bytes."}),
        pa.field("modified_at", pa.timestamp("us", tz="UTC"), metadata={"description": "When the file was last changed, by its store."}),
        pa.field("sidecar_mark", pa.string(), metadata={"description": "Digest of the sidecar beside it; null where there is none."}),
        pa.field("options_id", pa.string(), metadata={"description": "Digest of the layouts and vocabulary it was curated with."}),
        pa.field("limits", pa.string(), metadata={"description": "The limits it was read under."}),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A row of the ledger. `status` is CURRENT for whatever was read, until `settle` says which of them is."""

    document_id: str
    source_path: str
    file_name: str
    format: str
    size_bytes: int
    n_pages: int | None = None
    status: Status
    status_reason: str | None = None
    report_id: str | None = None
    layout: str | None = None
    received_at: datetime
    processed_at: datetime | None
    pipeline_version: str
    date_prepared: date | None = None
    mark: str
    modified_at: datetime
    sidecar_mark: str | None = None
    options_id: str = ""
    limits: str = ""

    @property
    def key(self) -> Key:
        """Its key in the ledger."""
        return self.document_id, self.source_path

    @property
    def was_read(self) -> bool:
        """Whether the tables can be made of it."""
        return self.status not in (Status.QUARANTINED, Status.DUPLICATE, Status.WITHDRAWN)

    @property
    def stem(self) -> str:
        """Its path without the ending."""
        return str(PurePosixPath(self.source_path).with_suffix(""))


def read_ledger(table: pa.Table) -> dict[Key, Submission]:
    """Return the ledger's rows by key."""
    rows = (Submission(**{**row, "status": Status(row["status"])}) for row in table.to_pylist())
    return {s.key: s for s in rows}


def write_ledger(submissions: Iterable[Submission]) -> tuple[pa.Table, pa.Table]:
    """Return the rows of `submissions` and of the ledger, by key."""
    rows = [asdict(s) for s in sorted(submissions, key=lambda s: s.key)]
    ledger = pa.Table.from_pylist(rows, schema=LEDGER)
    return ledger.select([c.name for c in SUBMISSIONS.columns]), ledger


ALIKE = 0.8  # share of rows that two formats of one submission have in common at least


@dataclass(frozen=True, slots=True)
class Edition:
    """One submission of a report: the file that leads, and the same in other formats."""

    lead: Submission
    renditions: tuple[Submission, ...] = ()


def editions(submissions: Iterable[Submission], alike: Mapping[tuple[str, str], float]) -> list[Edition]:
    """Return a report's editions, the leading one first.

    Args:
        submissions: Those of one report that were read, each document once.
        alike: How much of two documents is the same, 0 to 1, by their ids in order; pairs left out are unlike.
    """
    order = sorted(submissions, key=_lateness, reverse=True)
    leads = [s for s in order if s.format == "docx"]
    renditions: dict[str, list[Submission]] = {s.document_id: [] for s in leads}
    for other in (s for s in order if s.format != "docx"):
        host = _host(other, leads, alike)
        if host is None:
            leads.append(other)
            renditions[other.document_id] = []
        else:
            renditions[host.document_id].append(other)
    return _ranked([Edition(lead, tuple(renditions[lead.document_id])) for lead in leads])


def _lateness(submission: Submission) -> tuple[datetime, datetime, str, str]:
    return submission.received_at, submission.modified_at, submission.source_path, submission.document_id


def _host(other: Submission, leads: Sequence[Submission], alike: Mapping[tuple[str, str], float]) -> Submission | None:
    """Return the document that another format renders: of the same date, by path, then by name, then by content."""
    tests: tuple[Callable[[Submission], bool], ...] = (
        lambda h: h.stem == other.stem and (h.date_prepared is None or other.date_prepared is None or h.date_prepared == other.date_prepared),
        lambda h: h.date_prepared == other.date_prepared is not None and PurePosixPath(h.stem).name == PurePosixPath(other.stem).name,
        lambda h: h.date_prepared == other.date_prepared and alike.get(pair(h, other), 0.0) >= ALIKE,
    )
    hosts = [h for h in leads if h.format != other.format]
    return next((h for test in tests for h in hosts if test(h)), None)


def pair(one: Submission, other: Submission) -> tuple[str, str]:
    """Return the ids of two documents in order."""
    return min(one.document_id, other.document_id), max(one.document_id, other.document_id)


def _ranked(found: list[Edition]) -> list[Edition]:
    """Order by date prepared, and by arrival where one of two has no date.

    That rule alone can go in circles (A before B by date, B before C and C before A by arrival); so the latest of the dated
    meets the latest of the others, the winner is next, and so on.
    """
    dated = sorted((e for e in found if e.lead.date_prepared), key=lambda e: (e.lead.date_prepared, _arrival(e)))
    undated = sorted((e for e in found if not e.lead.date_prepared), key=_arrival)
    ranked = []
    while dated or undated:
        if dated and (not undated or _arrival(dated[-1]) > _arrival(undated[-1])):
            ranked.append(dated.pop())
        else:
            ranked.append(undated.pop())
    return ranked


def _arrival(edition: Edition) -> tuple[datetime, datetime, str, str]:
    """An edition came when the first of its files did."""
    return min(_lateness(s) for s in (edition.lead, *edition.renditions))


def settle(ranked: Sequence[Edition]) -> list[Submission]:
    """Return a report's submissions with their status, given its editions in order."""
    settled = []
    for n, edition in enumerate(ranked):
        lead = edition.lead
        if n == 0:
            settled.append(replace(lead, status=Status.CURRENT, status_reason=None))
        else:
            reason = f"superseded: {ranked[n - 1].lead.source_path} is a later submission of the same report."
            settled.append(replace(lead, status=Status.SUPERSEDED, status_reason=reason))
        for other in edition.renditions:
            reason = f"rendition: {lead.source_path} is the same submission as {lead.format.upper()}, which leads."
            settled.append(replace(other, status=Status.RENDITION, status_reason=reason))
    return settled


def part_duplicates(submissions: Iterable[Submission]) -> tuple[list[Submission], list[Submission]]:
    """Part the files of one document: the one that came first stands for it, the others are duplicates of it."""
    firsts: dict[str, Submission] = {}
    others = []
    for submission in sorted(submissions, key=lambda s: (s.received_at, s.source_path)):
        first = firsts.setdefault(submission.document_id, submission)
        if submission is not first and submission.status is not Status.WITHDRAWN:
            reason = f"duplicate: the same bytes as {first.source_path}."
            others.append(
                replace(
                    submission, status=Status.DUPLICATE, status_reason=reason, report_id=first.report_id, format=first.format, n_pages=first.n_pages
                )
            )
        elif submission is not first:
            others.append(submission)
    return list(firsts.values()), others


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file that lies in raw/, as its store lists it."""

    source_path: str
    size: int
    mark: str
    modified_at: datetime
    sidecar: str | None = None  # the sidecar's name
    sidecar_mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under which version, words and limits a run reads: what it must know of a document to leave it alone."""

    version: str
    options_id: str
    limits: str
    retry: bool = False


def due(offers: Iterable[Offer], ledger: Iterable[Submission], terms: Terms) -> list[Offer]:
    """Return the files that are new or changed, or that this run's terms ask to do again."""
    known: dict[str, list[Submission]] = {}
    for submission in ledger:
        known.setdefault(submission.source_path, []).append(submission)
    return [o for o in offers if not any(_is_done(o, s, terms) for s in known.get(o.source_path, ()))]


def _is_done(offer: Offer, submission: Submission, terms: Terms) -> bool:
    if submission.status is Status.WITHDRAWN:
        return offer.mark == submission.mark
    return (offer.mark, offer.sidecar_mark) == (submission.mark, submission.sidecar_mark) and is_settled(submission, terms)


def is_settled(submission: Submission, terms: Terms) -> bool:
    """Return whether a document whose bytes are the same needs nothing under these terms."""
    if submission.status in (Status.WITHDRAWN, Status.DUPLICATE):
        return True
    if (submission.pipeline_version, submission.options_id) != (terms.version, terms.options_id):
        return False
    if submission.status is Status.QUARANTINED:
        return not terms.retry and submission.limits == terms.limits
    return True


def utc(seconds: float) -> datetime:
    """Return a store's time as a moment."""
    return datetime.fromtimestamp(seconds, UTC)
