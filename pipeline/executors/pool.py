"""Children that may be killed: each with a clock and a limit of memory, none of them a danger to its neighbours."""

import multiprocessing
import signal
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from pebble import ProcessExpired, ProcessPool

from pipeline.errors import Code
from pipeline.executors.tasks import Failure, Reading, Task, address_space

PRELOADED = ("pipeline.executors.warm",)
"""What the server process imports once, so that each child starts with it."""

RECYCLED_AFTER = 50  # documents that one child reads: libraries in C leak
START = 120.0  # seconds that a child may take to start
LARGER = 2  # how many times the limits a second, lonely try has
_MB = 1 << 20
_TICK = 0.02  # seconds between two looks at a lonely child's memory


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may take: seconds, and megabytes of memory."""

    timeout: float = 120.0
    memory: int = 2048

    def __str__(self) -> str:
        return f"timeout {self.timeout:g} s, memory {self.memory} MB"

    @property
    def larger(self) -> "Limits":
        """The limits of the second try."""
        return Limits(self.timeout * LARGER, self.memory * LARGER)


def _context() -> Any:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED))
    return context


def _limit(memory: int) -> None:
    from pipeline.executors.child import limit  # in the child: the parent never loads a reader

    limit(memory)


def _work(task: Task) -> Reading:
    from pipeline.executors.child import work

    return work(task)


class Pool:
    """Children that read several documents one after the other."""

    def __init__(self, limits: Limits, workers: int) -> None:
        self.limits = limits
        self.workers = workers
        self._pool = ProcessPool(
            max_workers=workers, max_tasks=RECYCLED_AFTER, initializer=_limit, initargs=(limits.memory * _MB,), context=_context()
        )

    def schedule(self, task: Task) -> "Future[Reading]":
        """Give a task to the next child that is free."""
        future: Future[Reading] = self._pool.schedule(_work, args=[task], timeout=self.limits.timeout)
        return future

    def result(self, future: "Future[Reading]") -> Reading:
        """Return what came of it; a child that was killed or died is a failure."""
        try:
            return future.result()
        except (FutureTimeoutError, TimeoutError):
            return Reading(failure=Failure(Code.TIMEOUT, f"Reading it was stopped after {self.limits.timeout:g} seconds.", again=True))
        except ProcessExpired as error:
            return Reading(failure=Failure(Code.CRASHED, f"The process that read it ended ({_ending(error.exitcode)}).", again=True))

    def close(self) -> None:
        """End the children, also those at work."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble's own signature
        self._pool.join()


@contextmanager
def open_pool(limits: Limits, workers: int) -> Iterator[Pool]:
    """Open a pool and end its children whatever happens."""
    pool = Pool(limits, workers)
    try:
        yield pool
    finally:
        pool.close()


def first_done(futures: dict["Future[Reading]", Any]) -> "list[Future[Reading]]":
    """Wait until one or more are done and return these."""
    return list(wait(futures, return_when=FIRST_COMPLETED).done)


def run_alone(task: Task, limits: Limits) -> Reading:
    """Read one document in a child of its own and judge by signal, memory and time before any message."""
    context = _context()
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(sender, task, limits.memory * _MB), daemon=False)
    child.start()
    sender.close()
    try:
        return _watch(child, receiver, limits)
    finally:
        if child.is_alive():
            child.kill()
        child.join()
        receiver.close()


def _answer(sender: Connection, task: Task, memory: int) -> None:
    _limit(memory)
    sender.send(("from", address_space("VmSize")))
    sender.send(("reading", _work(task)))


def _watch(child: Any, receiver: Connection, limits: Limits) -> Reading:
    """Wait for the child's answer. The clock runs from its first word on: before that the server loads what it needs."""
    deadline, base, peak = time.monotonic() + START, 0, 0
    while time.monotonic() < deadline:
        try:
            if receiver.poll(_TICK):
                kind, value = receiver.recv()
                if kind == "reading" and isinstance(value, Reading):
                    return value
                deadline, base = time.monotonic() + limits.timeout, value
        except EOFError:
            child.join()
            return Reading(failure=_verdict(child.exitcode, max(peak - base, 0), limits))
        peak = max(peak, address_space("VmPeak", child.pid))
    return Reading(failure=Failure(Code.TIMEOUT, f"Reading it was stopped after {limits.timeout:g} seconds, on its own."))


def _verdict(exitcode: int | None, taken: int, limits: Limits) -> Failure:
    """Tell a lack of memory from a fault: pdfium and others abort when memory ends."""
    if taken > limits.memory * _MB / 2:
        sentence = f"Reading it took {taken // _MB} of {limits.memory} MB, then the process ended ({_ending(exitcode)})."
        return Failure(Code.OUT_OF_MEMORY, sentence)
    return Failure(Code.CRASHED, f"The process that read it ended twice ({_ending(exitcode)}, {taken // _MB} MB taken).")


def _ending(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"signal {signal.Signals(-exitcode).name}"
    return f"exit {exitcode}"
