"""Documents read on many machines: each is a Dask task, read in a killable child of the worker and staged by it.

A task may run twice, as a worker may die: staging is the same whoever does it, and only the run commits.
"""

import multiprocessing
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from distributed import Client, KilledWorker, LocalCluster, as_completed

from pipeline.errors import Code, UsageError
from pipeline.executors.jobs import Desk, Job, Outcome, finish, prepare
from pipeline.executors.local import cores
from pipeline.executors.pool import Limits, run_alone
from pipeline.executors.tasks import Failure

CONNECT = 30  # seconds to find the scheduler


def run_on_cluster(jobs: Iterable[Job], desk: Desk, limits: Limits, scheduler: str | None = None) -> Iterator[Outcome]:
    """Yield what comes of each job, as it comes.

    Args:
        jobs: The files.
        desk: Locations that every worker reaches under the same name.
        limits: Of one document.
        scheduler: A Dask scheduler's address; None: workers of this machine, one a core.

    Raises:
        UsageError: No scheduler answers there.
    """
    with _client(scheduler) as client:
        by_key = {future.key: (future, job) for job in jobs for future in [client.submit(take, job, desk, limits, pure=False)]}
        done = as_completed([future for future, _ in by_key.values()])  # type: ignore[no-untyped-call]  # distributed types it nowhere
        for future in done:
            job = by_key.pop(future.key)[1]
            if future.status == "error" and isinstance(future.exception(), KilledWorker):
                failure = Failure(Code.CRASHED, "The workers that were to read it ended again and again.")
                yield Outcome(job=job, document_id=job.document_id or _digest(job, desk), size=job.size, failure=failure)
                continue
            outcome = future.result()
            if outcome is not None:
                yield outcome


def take(job: Job, desk: Desk, limits: Limits) -> Outcome | None:
    """Read one document on a worker: with its limits, then once more with larger ones where that may help."""
    _allow_children()
    prepared = prepare(job, desk)
    if prepared is None or isinstance(prepared, Outcome):
        return prepared
    reading = run_alone(prepared.task, limits)
    if reading.failure and reading.failure.code in (Code.TIMEOUT, Code.OUT_OF_MEMORY, Code.CRASHED):
        reading = run_alone(prepared.task, limits.larger)
    return finish(prepared, reading, desk)


def _allow_children() -> None:
    """Dask starts its workers as daemons, which may have no children; ours are killed with their server, so they may."""
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]  # the only way in


def _digest(job: Job, desk: Desk) -> str:
    from pipeline.executors.tasks import digest
    from pipeline.storage.locations import locate

    return digest(locate(desk.raw).read(job.source_path))


@contextmanager
def _client(scheduler: str | None) -> Iterator[Client]:
    if scheduler is None:
        made = LocalCluster(n_workers=cores(), threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]
        with made as cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
            yield client
        return
    try:
        client = Client(scheduler, timeout=CONNECT)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError(f"No Dask scheduler answers at {scheduler}: {error}", "Start one with `dask scheduler`, and workers beside it.") from error
    with client:
        yield client
