"""A run: every new or changed document is read, staged, curated, validated and committed, a submission whole or not at all."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline import __version__
from pipeline.executors.jobs import Desk, Job, Outcome
from pipeline.executors.local import run_locally
from pipeline.executors.pool import Limits
from pipeline.settlement import Settlement, receive, settle_archive
from pipeline.storage.intake import SIDECAR, Store, find_offers
from pipeline.storage.ledger import Key, Offer, Submission, Terms, due, is_settled, read_ledger
from pipeline.storage.snapshots import Commit, Snapshot, commit, edited, mend, newest
from pipeline.storage.table_files import Change
from pipeline.tables import FindingStatus, Report, Severity, Status
from pipeline.verdict import Verdict, judge, suites_id

if TYPE_CHECKING:
    import pyarrow as pa

COMMIT_EVERY = 200  # documents; more in a large archive, as every commit copies it
COMMIT_SHARE = 0.25  # of the documents in the archive
LISTED = 5_000  # findings that a run lists; beyond, only those of the reports that it touched

Progress = Callable[[int, int, str], None]
"""Called with the number of documents done, of all that are due, and the name of the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a run may be told."""

    layouts: Path | None = None
    vocabulary: Path | None = None
    limits: Limits = field(default_factory=Limits)
    retry: bool = False
    executor: Literal["local", "dask"] = "local"
    scheduler: str | None = None
    workers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run or a validation came to."""

    snapshot: Snapshot
    findings: "pa.Table"
    checks: "pa.Table"
    not_run: tuple[str, ...] = ()
    done: int = 0
    quarantined: tuple[Submission, ...] = ()
    took_in: tuple[Submission, ...] = ()
    open_findings: Mapping[str, int] = field(default_factory=dict)
    """How many findings ask for something, by severity, in all that was asked for; `findings` may list fewer."""

    def exit_code(self, fail_on: Severity | None) -> int:
        """Return the command's exit code: the highest that applies."""
        if self.not_run:
            return 4
        if self.quarantined:
            return 3
        return int(fail_on is not None and self.has_open(fail_on))

    def has_open(self, least: Severity) -> bool:
        """Return whether a finding at or above that severity asks for something."""
        severities = list(Severity)
        return any(self.open_findings.get(s.value) for s in severities[: severities.index(least) + 1])


def run(
    store: Store,
    sources: Sequence[str] = (),
    options: Options = Options(),
    *,
    progress: Progress | None = None,
    clock: Callable[[], datetime] | None = None,
) -> Result:
    """Take in every new or changed document, and return the state of those that were asked for.

    Args:
        store: Where everything lies.
        sources: Files or folders; none: all below raw/.
        options: Words, limits and where to read.
        progress: Told of each document that is done.
        clock: The time; the machine's where left out.
    """
    now = clock or _clock
    offers = find_offers(store.raw, sources)
    terms = Terms(version=__version__, options_id=_options_id(options), limits=str(options.limits), retry=options.retry)
    base = newest(store.curated)
    ledger = read_ledger(base.arrow("_ledger"))
    wanted = [o for o in due(offers, ledger.values(), terms) if not _is_same(o, ledger, terms, store)]
    session = _Run(store, options, terms, now)
    if wanted:
        threading.Thread(target=_import_validation, daemon=True).start()
        session.take(wanted, ledger, progress or _silent)
    elif base.number:
        mend(store.curated)
    verdict = session.verdict
    if not wanted and base.number and base.facts.get("suites") != suites_id(store.expectations, now()):
        verdict = validate(store, clock=now)
    after = newest(store.curated)
    rows = read_ledger(after.arrow("_ledger")) if after.number != base.number else ledger
    return _result(after, rows, offers if sources else None, len(wanted), verdict, session.took_in)


def validate(store: Store, *, clock: Callable[[], datetime] | None = None) -> Verdict:
    """Hold all curated tables against the suites, and commit findings and checks where they differ from the last ones.

    A table that someone has put in place by hand is judged as it stands, and committed with its findings.
    """
    now = clock or _clock
    verdicts: list[Verdict] = []

    def merge(base: Snapshot) -> Commit | None:
        by_hand = edited(base)
        verdict = judge(base, store.expectations, now(), tables=by_hand)
        verdicts.append(verdict)
        if verdict.is_the_same_as(base) and not by_hand:
            return None
        changes = {name: Change(table) for name, table in by_hand.items()} | {"findings": Change(verdict.findings), "checks": Change(verdict.checks)}
        return Commit(changes, {"suites": verdict.suites_id})

    commit(store.curated, merge, now)
    mend(store.curated)
    return verdicts[-1]


def withdraw(store: Store, document_ids: Iterable[str], *, undo: bool = False, clock: Callable[[], datetime] | None = None) -> Result:
    """Take documents out of the tables; they stay in the ledger and in raw/."""
    now = clock or _clock
    chosen = set(document_ids)
    terms = Terms(version=__version__, options_id=_options_id(Options()), limits=str(Limits()))
    session = _Run(store, Options(), terms, now)

    def received(ledger: Mapping[Key, Submission]) -> list[Submission]:
        rows = [s for s in ledger.values() if s.document_id in chosen]
        if undo:
            return [replace(s, status=_status_before(s), status_reason=None) for s in rows if s.status is Status.WITHDRAWN]
        reason = "withdrawn: taken out of the tables by hand."
        return [replace(s, status=Status.WITHDRAWN, status_reason=reason) for s in rows if s.status is not Status.WITHDRAWN]

    session.commit(received, {})
    after = newest(store.curated)
    return _result(after, read_ledger(after.arrow("_ledger")), None, 0, session.verdict, ())


def _status_before(submission: Submission) -> Status:
    return Status.CURRENT if submission.report_id else Status.QUARANTINED


@dataclass(slots=True)
class _Run:
    """The state of one run: what came in and isn't committed yet."""

    store: Store
    options: Options
    terms: Terms
    now: Callable[[], datetime]
    verdict: Verdict | None = None
    took_in: tuple[Submission, ...] = ()
    _recurated: dict[str, Report] = field(default_factory=dict)

    def take(self, offers: Sequence[Offer], ledger: Mapping[Key, Submission], progress: Progress) -> None:
        """Read the documents and commit them in groups."""
        started = self.now()
        by_path = {o.source_path: o for o in offers}
        group = max(COMMIT_EVERY, int(COMMIT_SHARE * len(ledger)))
        pending: list[Submission] = []
        reports: dict[str, Report] = {}
        for done, outcome in enumerate(self.outcomes([_job(o) for o in offers]), 1):
            offer = by_path[outcome.job.source_path]
            row = receive(outcome, offer, ledger.get((outcome.document_id, offer.source_path)), self.terms, started)
            pending.append(row)
            if outcome.report:
                reports[row.document_id] = outcome.report
            progress(done, len(offers), offer.source_path)
            if len(pending) >= group:
                self.commit(partial(_given, pending), reports)
                pending, reports = [], {}
        if pending:
            self.commit(partial(_given, pending), reports)

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Read documents where the options say."""
        desk = Desk(
            raw=self.store.raw.url,
            staged=self.store.staged.url,
            version=self.terms.version,
            layouts=self.options.layouts,
            vocabulary=self.options.vocabulary,
        )
        if self.options.executor == "dask":
            from pipeline.executors.cluster import run_on_cluster

            return run_on_cluster(jobs, desk, self.options.limits, self.options.scheduler)
        return run_locally(jobs, desk, self.options.limits, min(len(jobs), self.options.workers) if self.options.workers else None)

    def commit(self, received: Callable[[Mapping[Key, Submission]], list[Submission]], reports: Mapping[str, Report]) -> None:
        """Commit what came in, on top of whatever is newest."""

        def merge(base: Snapshot) -> Commit | None:
            ledger = read_ledger(base.arrow("_ledger"))
            rows = received(ledger)
            if not rows:
                return None
            settled = settle_archive(ledger, rows, reports, self.recurate)
            changes = settled.changes()
            self.verdict = judge(base, self.store.expectations, self.now(), settled.reports, _with_ledger(base, settled, changes))
            self.took_in = (*self.took_in, *(settled.ledger[s.key] for s in rows))
            findings = Change(self.verdict.findings, frozenset({*settled.reports, ""}))
            return Commit({**changes, "findings": findings, "checks": Change(self.verdict.checks)}, {"suites": self.verdict.suites_id})

        commit(self.store.curated, merge, self.now)

    def recurate(self, submissions: list[Submission]) -> Mapping[str, Report]:
        """Curate other submissions of a touched report from what is staged; once in a run, however often a commit is tried."""
        jobs = [_again(s) for s in submissions if s.document_id not in self._recurated]
        if jobs:
            for outcome in self.outcomes(jobs):
                if outcome.report:
                    self._recurated[outcome.document_id] = outcome.report
        wanted = {s.document_id for s in submissions}
        return {i: r for i, r in self._recurated.items() if i in wanted}


def _given(rows: list[Submission], _: Mapping[Key, Submission]) -> list[Submission]:
    return rows


def _with_ledger(base: Snapshot, settled: Settlement, changes: Mapping[str, Change]) -> dict[str, "pa.Table"]:
    """Return what the suites look at: the touched reports' rows, and the ledger whole."""
    import pyarrow as pa
    import pyarrow.compute as pc

    before = base.arrow("submissions")
    ids = pa.array(sorted(settled.documents), pa.string())
    kept = before.filter(pc.invert(pc.is_in(before["document_id"].cast(pa.string()), ids)))
    whole = pa.concat_tables([kept, changes["submissions"].rows.cast(kept.schema)]).unify_dictionaries()
    return {**settled.tables(), "submissions": whole}


def _result(
    snapshot: Snapshot,
    ledger: Mapping[Key, Submission],
    offers: Sequence[Offer] | None,
    done: int,
    verdict: Verdict | None,
    took_in: tuple[Submission, ...],
) -> Result:
    """Return the state of what was asked for: of the whole archive, or of the offers' reports."""
    paths = None if offers is None else {o.source_path for o in offers}
    scope = [s for s in ledger.values() if paths is None or s.source_path in paths]
    ids = None if paths is None else {*(s.report_id for s in scope if s.report_id), ""}
    open_findings, count = _count(snapshot, ids)
    if count > LISTED:
        ids = {*(s.report_id for s in took_in if s.report_id), *([""] if any(s.status is Status.QUARANTINED for s in took_in) else [])}
    return Result(
        snapshot=snapshot,
        findings=snapshot.arrow("findings", ids=ids),
        checks=snapshot.arrow("checks"),
        not_run=verdict.not_run if verdict else (),
        done=done,
        quarantined=tuple(s for s in scope if s.status is Status.QUARANTINED),
        took_in=took_in,
        open_findings=open_findings,
    )


def _count(snapshot: Snapshot, ids: set[str] | None) -> tuple[dict[str, int], int]:
    """Return the open findings by severity, and how many findings there are at all."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found = snapshot.arrow("findings", ids=ids, columns=["severity", "status"])
    is_open = pc.equal(found["status"].cast(pa.string()), FindingStatus.OPEN.value)
    counts = pc.value_counts(found.filter(is_open)["severity"].cast(pa.string()).combine_chunks())
    return {row["values"]: row["counts"] for row in counts.to_pylist()}, found.num_rows


def _is_same(offer: Offer, ledger: Mapping[Key, Submission], terms: Terms, store: Store) -> bool:
    """Return whether a file that was only touched has the bytes it had."""
    known = [s for s in ledger.values() if s.source_path == offer.source_path and s.sidecar_mark == offer.sidecar_mark and s.size_bytes == offer.size]
    if not any(is_settled(s, terms) for s in known):
        return False
    found = sha256(store.raw.read(offer.source_path)).hexdigest()
    return any(s.document_id == found and is_settled(s, terms) for s in known)


def _job(offer: Offer) -> Job:
    return Job(source_path=offer.source_path, size=offer.size, sidecar=offer.sidecar)


def _again(submission: Submission) -> Job:
    sidecar = submission.source_path + SIDECAR if submission.sidecar_mark else None
    return Job(source_path=submission.source_path, size=submission.size_bytes, sidecar=sidecar, document_id=submission.document_id)


def _options_id(options: Options) -> str:
    """Return a digest of the user's own layouts and words; "" without any."""
    found = sha256()
    files = sorted(f for folder in (options.layouts, options.vocabulary) if folder for f in folder.rglob("*") if f.is_file())
    for file in files:
        found.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest() if files else ""


def _import_validation() -> None:
    """Load Great Expectations while the children read: it takes as long as they do."""
    import_module("pipeline.validation.engine")


def _clock() -> datetime:
    return datetime.now(UTC)


def _silent(done: int, total: int, name: str) -> None:
    """Tell nobody."""
