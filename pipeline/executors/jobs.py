"""A document on its way through a run: taken from raw/ or staged/, given to a child, its staged files put away."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import Code
from pipeline.executors.tasks import Failure, Reading, Task, digest
from pipeline.storage import staged
from pipeline.storage.locations import locate
from pipeline.tables import Report

MAX_BYTES = 256 << 20  # of one file


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What all jobs of a run have in common."""

    raw: str
    staged: str
    version: str
    layouts: Path | None = None
    vocabulary: Path | None = None
    max_bytes: int = MAX_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to be taken in; with a document_id, one whose staged files are enough."""

    source_path: str
    size: int
    sidecar: str | None = None
    document_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a job."""

    job: Job
    document_id: str
    size: int
    format: str = ""
    n_pages: int | None = None
    report: Report | None = None
    failure: Failure | None = None
    was_read: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A job with what its child needs."""

    job: Job
    document_id: str
    size: int
    task: Task


def prepare(job: Job, desk: Desk) -> Prepared | Outcome | None:
    """Load what a child needs.

    Returns:
        An outcome at once for a file that is too large to be loaded; None for one that is gone, or that isn't the document
        any more which the job names.
    """
    try:
        return _load(job, desk)
    except FileNotFoundError:
        return None


def _load(job: Job, desk: Desk) -> Prepared | Outcome | None:
    raw, store = locate(desk.raw), locate(desk.staged)
    if job.document_id is not None:
        found = staged.load(store, job.document_id, desk.version)
        if found:
            return Prepared(job, job.document_id, job.size, _task(job, desk, staged=found))
    if job.size > desk.max_bytes:
        return _too_large(job, desk)
    data = raw.read(job.source_path)
    document_id = digest(data)
    if job.document_id not in (None, document_id):
        return None
    found = staged.load(store, document_id, desk.version)
    return Prepared(job, document_id, len(data), _task(job, desk, staged=found) if found else _task(job, desk, data=data))


def _task(job: Job, desk: Desk, *, data: bytes | None = None, staged: tuple[bytes, bytes] | None = None) -> Task:
    sidecar = (job.sidecar, locate(desk.raw).read(job.sidecar)) if job.sidecar else None
    name = job.source_path.rsplit("/", 1)[-1]
    return Task(file_name=name, data=data, staged=staged, layouts=desk.layouts, vocabulary=desk.vocabulary, sidecar=sidecar)


def finish(prepared: Prepared, reading: Reading, desk: Desk) -> Outcome:
    """Put the staged files away and return what came of the job."""
    if reading.staged:
        staged.save(locate(desk.staged), prepared.document_id, desk.version, *reading.staged)
    return Outcome(
        job=prepared.job,
        document_id=prepared.document_id,
        size=prepared.size,
        format=reading.format or sniff(prepared.task.data or b"", prepared.job.source_path),
        n_pages=reading.n_pages,
        report=reading.report,
        failure=reading.failure,
        was_read=prepared.task.data is not None,
    )


def _too_large(job: Job, desk: Desk) -> Outcome:
    with locate(desk.raw).open(job.source_path) as file:
        head = file.read(1 << 20)
        found = hashlib.sha256(head)
        while part := file.read(1 << 20):
            found.update(part)
    sentence = f"It has {job.size >> 20} MB, and no more than {desk.max_bytes >> 20} MB are read."
    failure = Failure(Code.TOO_LARGE, sentence)
    return Outcome(job=job, document_id=found.hexdigest(), size=job.size, format=sniff(head, job.source_path), failure=failure)


def sniff(data: bytes, name: str) -> str:
    """Return the format of a file that was not read: by its first bytes, else by its name."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if data.startswith(b"PK") and ending in ("", "docx", "pdf", "doc"):
        return "docx"
    return ending or "unknown"
