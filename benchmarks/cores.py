"""The local executor over 200 documents: two children against one, by the clock on the wall.

Each document is the report with a comment of its own in the archive, so that no two have the same bytes. Wants a machine with
two idle cores: what else runs is counted against it.
"""

import io
import os
import tempfile
import time
import zipfile
from pathlib import Path

from _measure import report, tell

from pipeline.executors.jobs import Desk, Job
from pipeline.executors.local import cores, run_locally
from pipeline.executors.pool import Limits

DOCUMENTS = 200


def copy_of(data: bytes, number: int) -> bytes:
    """Return the same document in other bytes."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = f"copy {number}".encode()
    return out.getvalue()


def seconds(jobs: list[Job], raw: Path, workers: int) -> float:
    """Return how long the jobs take with that many children."""
    with tempfile.TemporaryDirectory() as staged:
        desk = Desk(raw=str(raw), staged=staged, version="benchmark")
        start = time.perf_counter()
        outcomes = list(run_locally(jobs, desk, Limits(), workers))
        taken = time.perf_counter() - start
    failed = [o.failure for o in outcomes if o.failure]
    if failed or len(outcomes) != len(jobs):
        raise SystemExit(f"{len(failed)} of {len(jobs)} documents failed: {failed[:1]}")
    return taken


def main() -> None:
    """Measure and tell."""
    if cores() < 2:
        print("Needs two cores.")
        return
    data, name = report("docx")
    with tempfile.TemporaryDirectory() as folder:
        jobs = []
        for number in range(DOCUMENTS):
            path = Path(folder) / f"{number}-{name}"
            path.write_bytes(copy_of(data, number))
            jobs.append(Job(source_path=path.name, size=path.stat().st_size))
        seconds(jobs[:4], Path(folder), 2)
        one, two = seconds(jobs, Path(folder), 1), seconds(jobs, Path(folder), 2)
    print(f"{DOCUMENTS} x {name}: {one:.1f} s with one child, {two:.1f} s with two; load of the machine {os.getloadavg()[0]:.1f}")
    tell("one child against two", one / two, 1.7, least=True)


if __name__ == "__main__":
    main()
