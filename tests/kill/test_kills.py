"""Processes killed at random moments, readers beside them: every snapshot is whole, no commit that returned is lost.

The long version, for docs/reliability.md: `python -m tests.kill.test_kills 300`.
"""

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.storage.locations import locate
from pipeline.storage.snapshots import Snapshot, mend, newest, prune
from pipeline.tables import TABLES

COMMITTERS = 3


@dataclass
class Tally:
    """What a session of kills came to."""

    kills: int = 0
    reads: int = 0
    torn: list[int] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    committed: int = 0
    snapshots: int = 0


def is_whole(snapshot: Snapshot) -> bool:
    """Every report of the snapshot has its rows in all three tables, and nothing else has any."""
    reports = snapshot.arrow("reports", columns=["report_id"])["report_id"].to_pylist()
    milestones = snapshot.arrow("milestones", columns=["report_id"])["report_id"].to_pylist()
    narrative = snapshot.arrow("narrative", columns=["report_id"])["report_id"].to_pylist()
    return sorted(milestones) == sorted(reports * 5) and sorted(narrative) == sorted(reports * 20)


def kill_at_random(folder: Path, kills: int, chance: random.Random, *, pruning: bool = False) -> Tally:
    """Keep some committers running, kill one at a time, and read the newest snapshot in between."""
    curated, tally, running = locate(str(folder / "curated")), Tally(), []

    def start(name: int) -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, "-m", "tests.kill.committer", str(folder / "curated"), f"c{name}", str(folder / f"notes-{name}")])

    running = [start(n) for n in range(COMMITTERS)]
    try:
        while tally.kills < kills:
            until, first = time.monotonic() + chance.uniform(0.0, 1.0), newest(curated).number
            snapshot = newest(curated)
            while time.monotonic() < until or snapshot.number == first:  # at least one commit from kill to kill
                snapshot = newest(curated)
                if not is_whole(snapshot):
                    tally.torn.append(snapshot.number)
                tally.reads += 1
            victim = chance.randrange(COMMITTERS)
            running[victim].kill()
            running[victim].wait()
            tally.kills += 1
            running[victim] = start(victim)
            if pruning and tally.kills % 20 == 0:
                prune(curated, 5, datetime.now(UTC), timedelta(seconds=5))
    finally:
        for process in running:
            process.kill()
            process.wait()
    mend(curated)
    found = newest(curated)
    there = set(found.arrow("reports")["report_id"].to_pylist())
    noted = {line for notes in folder.glob("notes-*") for line in notes.read_text().split("\n") if line.count("-") == 2}
    tally.lost, tally.committed, tally.snapshots = sorted(noted - there), len(there), found.number
    published = [int((pq.read_schema(folder / "curated" / f"{t}.parquet").metadata or {})[b"snapshot"]) for t in TABLES]
    if set(published) != {found.number} or not is_whole(found):
        tally.torn.append(found.number)
    return tally


def test_kills_at_random_moments_tear_nothing_and_lose_nothing(tmp_path):
    tally = kill_at_random(tmp_path, 4, random.Random(7))

    assert (tally.torn, tally.lost) == ([], [])
    assert tally.reads > 0
    assert tally.committed > 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        started = time.monotonic()
        result = kill_at_random(Path(place), int(sys.argv[1]), random.Random(1), pruning=True)
        print(
            f"{result.kills} kills of {COMMITTERS} processes in {time.monotonic() - started:.0f} s: {result.snapshots} snapshots, "
            f"{result.committed} reports committed, {result.reads} reads beside them, torn {len(result.torn)}, lost {len(result.lost)}"
        )
        sys.exit(bool(result.torn or result.lost))
