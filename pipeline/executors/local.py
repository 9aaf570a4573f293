"""Documents read on this machine, on all its cores."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

from pipeline.executors.jobs import Desk, Job, Outcome, Prepared, finish, prepare
from pipeline.executors.pool import Limits, first_done, open_pool, run_alone
from pipeline.executors.tasks import Reading


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_locally(jobs: Iterable[Job], desk: Desk, limits: Limits, workers: int | None = None) -> Iterator[Outcome]:
    """Yield what comes of each job, as it comes.

    Those that failed for want of time or memory, or whose child died, are tried once more at the end, alone and with larger
    limits: that verdict holds.
    """
    waiting = iter(jobs)
    count = workers or cores()
    again: list[Job] = []
    with open_pool(limits, count) as pool:
        running: dict[Future[Reading], Prepared] = {}
        while True:
            while len(running) < 2 * count and (job := next(waiting, None)) is not None:
                prepared = prepare(job, desk)
                if isinstance(prepared, Outcome):
                    yield prepared
                elif prepared:
                    running[pool.schedule(prepared.task)] = prepared
            if not running:
                break
            for future in first_done(running):
                prepared = running.pop(future)
                reading = pool.result(future)
                if reading.failure and reading.failure.again:
                    again.append(prepared.job)
                else:
                    yield finish(prepared, reading, desk)
    for job in again:
        yield from try_alone(job, desk, limits)


def try_alone(job: Job, desk: Desk, limits: Limits) -> Iterator[Outcome]:
    """Yield what comes of a second try with larger limits."""
    prepared = prepare(job, desk)
    if isinstance(prepared, Outcome):
        yield prepared
    elif prepared:
        yield finish(prepared, run_alone(prepared.task, limits.larger), desk)
